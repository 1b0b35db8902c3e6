"""Records the text of tensors in PyTorch as printing.json beside this file.

`examples` are expressions with tensors whose parts matter one by one; `generated` are random tensors with random
options. Floats are written as the hexadecimal bits of doubles, so that NaN and infinities survive.
"""

import json
import math
import pathlib
import random
import struct

import torch

nan, inf = float("nan"), float("inf")
nn = torch.nn
cases = []


def bits(values):
    return ["%016x" % struct.unpack("<Q", struct.pack("<d", v))[0] for v in values]


def record(t, default="float32", **options):
    profile = options.get("profile")
    torch.set_printoptions(profile="default")
    if options:
        torch.set_printoptions(**options)
    text = repr(t)
    torch.set_printoptions(profile="default")
    plain = t.detach()
    case = {
        "text": text, "shape": list(t.shape), "dtype": str(t.dtype)[6:], "default": default, "options": {k: v for k, v in options.items() if v is not None},
        "requires_grad": t.requires_grad and t.grad_fn is None,
    }
    if t.grad_fn is not None:
        case["grad_fn"] = type(t.grad_fn).__name__
    flat = plain.reshape(-1)
    if t.dtype.is_complex:
        case["floats"] = bits(flat.real.double().tolist())
        case["imaginary"] = bits(flat.imag.double().tolist())
    elif t.dtype.is_floating_point:
        case["floats"] = bits(flat.double().tolist())
    else:
        case["integers"] = flat.to(torch.int64).tolist()
    cases.append(case)


T = torch.tensor
for t in [
    T([1., 2.]), T([1, 2]), T([True, False]), T([1., 2.], dtype=torch.float64), T([1, 2], dtype=torch.int32), T([1.5, 2.]).half(),
    T(7), T(7.), T([]), torch.zeros(0, 3), torch.empty(2, 0, dtype=torch.int64), T([], dtype=torch.int64), torch.zeros(0, 3, requires_grad=True),
    torch.zeros(2, requires_grad=True), torch.zeros(2, requires_grad=True) + 1, torch.zeros(2, dtype=torch.float64, requires_grad=True) * 2,
    T([1., 2.5]), T([1., 2., 300.]), T([-1.5, 2., 300.25]), T([1, -20, 300]), T([True, True]), T([0., 0.]), T([-0., 0.]), T([-0., 0.5]),
    T([nan, 1.]), T([inf, 2.5]), T([-inf, nan]), T([nan, 0.]), T([1e10, inf, -inf, nan, 0.]), T([1000., 1.]), T([1001., 1.]), T([1000.5, 1.]),
    T([100000000.]), T([123456789.]), T([0.0001]), T([0.0001], dtype=torch.float64), T([0.5, 0.0002]), T([0.3, 0.00001]), T([12345.678]),
    T([0.00005, 0.00006]), T([0.12345, 0.12355], dtype=torch.float64), T([2.5, 0.]).bfloat16(), T([1e-40]), T([1e100, 1.], dtype=torch.float64),
    T(100000.), T(1e10), T(-0.00001234), T([1 + 2j, 3.5 - 4j]), T([1 + 2j, -30 - 4j]), T(1.5 + 0j), T([complex(0., nan), complex(10.25, -0.)]),
    torch.arange(30), torch.arange(24).reshape(2, 3, 4), torch.arange(8.).reshape(2, 2, 2, 1), torch.linspace(-1, 1, 12),
    T([[-1.5, 2.], [3., 40.]]), torch.eye(3), torch.ones(2, 3, dtype=torch.bool), torch.ones(2, 25), torch.arange(1000)[-3:], torch.arange(1001),
    torch.arange(1001.), torch.zeros(100, 20), torch.arange(2000.).reshape(1000, 2), torch.arange(1200).reshape(2, 3, 200), torch.zeros(7, 1, 200),
    torch.rand(3, 9).mul(0).requires_grad_(), torch.zeros(1, 12, requires_grad=True), torch.zeros(1, 13, requires_grad=True),
    torch.zeros(5, dtype=torch.float64, requires_grad=True) + 0.123456, torch.zeros(6, dtype=torch.float64, requires_grad=True) + 0.123456,
    torch.zeros(1001, requires_grad=True) * 2, T([1e-310, 1e-312], dtype=torch.float64), T([1.7e308, -1.7e308], dtype=torch.float64),
    T([-9223372036854775808, 9223372036854775807]), T([0.00005, 0.99995, 9.99995, 0.5], dtype=torch.float64),
    T([9999.95, 99999.5, 0.00009999995], dtype=torch.float64), T([0.03125, 0.09375, 2.00005, 1.5]), T([2.0**60, 1.], dtype=torch.float64),
]:
    record(t)
record(T([1.23456, 2.]), precision=2)
record(T([0.1]), precision=8)
record(T([1e-6, 1000.]), profile="default", sci_mode=False)
record(T([1., 2.]), sci_mode=True)
record(torch.rand(3).mul(0).add(1.23456), profile="short")
record(torch.arange(1001), profile="short")
record(torch.arange(1001), profile="full")
record(torch.arange(20.), profile="default", linewidth=40)
record(torch.arange(12).reshape(3, 4), profile="default", edgeitems=1, threshold=5)
record(torch.arange(12), profile="default", edgeitems=0, threshold=5)
record(torch.arange(12).reshape(3, 4), profile="default", edgeitems=0, threshold=5)
record(T([1e22, 123456789012.5], dtype=torch.float64), sci_mode=False, precision=3)
record(T([2.5, 3.5, -0.5], dtype=torch.float64), precision=0)
record(T([1 / 3, 2 / 3], dtype=torch.float64), precision=20)
record(T([1 / 3, 2e-7], dtype=torch.float64), precision=17)
torch.set_default_dtype(torch.float64)
record(T([1.]), default="float64")
record(T([1.], dtype=torch.float32), default="float64")
record(T([1j]), default="float64")
torch.set_default_dtype(torch.float32)

rnd = random.Random(1)
g = torch.Generator().manual_seed(1)
names = [torch.float32, torch.float32, torch.float64, torch.float16, torch.bfloat16, torch.int64, torch.int32, torch.uint8, torch.bool, torch.complex64]
for _ in range(400):
    shape = [rnd.choice([1, 1, 2, 3, 5, 7, 9, 17]) for _ in range(rnd.choice([0, 1, 1, 1, 2, 2, 3, 4]))]
    while math.prod(shape) > 300:
        shape[rnd.randrange(len(shape))] = 2
    dtype = rnd.choice(names)
    mode = rnd.choice(["n", "big", "small", "mixed", "whole", "special", "zeros", "ties"])

    def real():
        x = torch.randn(shape, generator=g, dtype=torch.float64)
        if mode == "big": x = x * 10.0 ** rnd.randint(0, 9)
        if mode == "small": x = x * 10.0 ** -rnd.randint(0, 9)
        if mode == "mixed": x = x * 10.0 ** torch.randint(-6, 7, shape, generator=g)
        if mode == "whole": x = (x * 10.0 ** rnd.randint(0, 8)).round()
        if mode == "zeros": x = x * 0
        if mode == "ties": x = (x * 64).round() / 2**rnd.randint(4, 9)
        if mode == "special":
            m = torch.rand(shape, generator=g)
            for limit, value in ((0.6, 0.0), (0.5, -inf), (0.35, inf), (0.2, nan)):
                x = torch.where(m < limit, torch.tensor(value, dtype=torch.float64), x)
        return x

    if dtype.is_complex: t = torch.complex(real(), real()).to(dtype)
    elif dtype.is_floating_point: t = real().to(dtype)
    elif dtype == torch.bool: t = torch.rand(shape, generator=g) < 0.5
    else: t = torch.randint(0 if dtype == torch.uint8 else -99, 100, shape, generator=g).mul(1 if dtype == torch.uint8 else 10 ** rnd.randint(0, 7)).to(dtype)
    options = {}
    if rnd.random() < 0.4:
        options = dict(precision=rnd.choice([1, 2, 4, 6, 8]), linewidth=rnd.choice([40, 80, 120]), edgeitems=rnd.choice([1, 2, 3]),
                       threshold=rnd.choice([5, 100, 1000]), sci_mode=rnd.choice([None, None, True, False]))
    if t.dtype.is_floating_point or t.dtype.is_complex:
        c = rnd.random()
        if c < 0.2: t.requires_grad_()
        elif c < 0.4: t = t.requires_grad_() * 1
    record(t, **options)

path = pathlib.Path(__file__).with_name("printing.json")
path.write_text("[\n" + ",\n".join(json.dumps(c) for c in cases) + "\n]\n")
print(len(cases), "cases,", path.stat().st_size, "bytes")
