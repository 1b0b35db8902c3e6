"""Records what PyTorch computes for small buffers, as kernels.json beside this file. Buffers are written once,
as hex bytes, and cases refer to them by number."""

import json
import pathlib

import torch

torch.set_num_threads(1)
F = torch.nn.functional
generator = torch.Generator().manual_seed(7)
FLOATS = [torch.float16, torch.bfloat16, torch.float32, torch.float64]
INTEGERS = [torch.uint8, torch.int8, torch.int16, torch.int32, torch.int64]
NAMES = {
    torch.bool: "bool", torch.uint8: "u8", torch.int8: "i8", torch.int16: "i16", torch.int32: "i32", torch.int64: "i64",
    torch.float16: "f16", torch.bfloat16: "bf16", torch.float32: "f32", torch.float64: "f64",
}
SPECIAL = [0.0, -0.0, float("inf"), float("-inf"), float("nan"), 1e-45, -1e-38, 3e38, 1.0, -1.0, 0.5, -0.5, 2.5, -1.5, 100.0, -88.0, 89.0]
cases = []
buffers = {}


def hexed(t):
    text = bytes(t.contiguous().reshape(-1).view(torch.uint8).tolist()).hex()
    return buffers.setdefault(text, len(buffers))


def record(kind, op, dtype, out, ulp=0, **more):
    more = {k: hexed(v) if torch.is_tensor(v) else v for k, v in more.items()}
    cases.append({"kind": kind, "op": op, "type": NAMES[dtype], "out": hexed(out), "outType": NAMES[out.dtype], "ulp": ulp, **more})


def floats(n, dtype, scale=3.0, special=True):
    x = torch.randn(n, generator=generator) * scale
    return (torch.cat([torch.tensor(SPECIAL), x]) if special else x).to(dtype)


def integers(n, dtype, low=None):
    info = torch.iinfo(dtype)
    x = torch.randint(-100 if info.min else 0, 100, (n,), generator=generator)
    x[:4] = torch.tensor([info.min, info.max, 1, 0])
    return x.to(dtype)


UNARY = {
    "neg": torch.neg, "abs": torch.abs, "sign": torch.sign, "square": torch.square, "relu": torch.relu, "floor": torch.floor,
    "ceil": torch.ceil, "round": torch.round, "trunc": torch.trunc, "rsqrt": torch.rsqrt, "reciprocal": torch.reciprocal,
}
NEAR = {
    "sqrt": torch.sqrt, "exp": torch.exp, "exp2": torch.exp2, "expm1": torch.expm1, "log": torch.log, "log2": torch.log2,
    "log10": torch.log10, "log1p": torch.log1p, "sin": torch.sin, "cos": torch.cos, "tan": torch.tan, "asin": torch.asin,
    "acos": torch.acos, "atan": torch.atan, "sinh": torch.sinh, "cosh": torch.cosh, "tanh": torch.tanh, "asinh": torch.asinh,
    "acosh": torch.acosh, "atanh": torch.atanh, "sigmoid": torch.sigmoid, "silu": F.silu, "softplus": F.softplus,
    "log_sigmoid": F.logsigmoid, "erf": torch.erf, "erfc": torch.erfc, "lgamma": torch.lgamma,
}
for dtype in FLOATS:
    a = floats(30, dtype)
    for name, f in UNARY.items():
        if name == "sign":
            a0 = a[~a.isnan()]
            record("unary", name, dtype, f(a0), a=a0)
        else:
            record("unary", name, dtype, f(a), ulp=1 if name == "rsqrt" and dtype.itemsize == 2 else 0, a=a)
    for name, f in NEAR.items():
        # Its float32 sinh and cosh overflow early, and its bfloat16 erf drops subnormal results.
        kept = a[(a.abs() < 88.5) & ((a.abs() == 0) | (a.abs() > 1e-30))] if name in ("sinh", "cosh", "erf") else a
        record("unary", name, dtype, f(kept), ulp={torch.float32: 3, torch.float64: 4}.get(dtype, 1), a=kept)
    for name in ("isnan", "isinf", "isfinite", "logical_not", "signbit"):
        record("test", name, dtype, getattr(torch, name)(a), a=a)
for dtype in INTEGERS:
    a = integers(40, dtype)
    for name in ("neg", "abs", "sign", "square", "relu", "bitwise_not"):
        record("unary", name, dtype, getattr(torch, name)(a), a=a)

BINARY = ["add", "sub", "mul", "div", "floor_divide", "remainder", "fmod", "maximum", "minimum", "fmax", "fmin", "copysign"]
for dtype in FLOATS:
    a, b = floats(40, dtype), floats(40, dtype).flip(0).contiguous()
    for name in BINARY:
        record("binary", name, dtype, getattr(torch, name)(a, b), a=a, b=b)
    for name, ulp in (("pow", 2), ("atan2", 2), ("hypot", 2)):
        record("binary", name, dtype, getattr(torch, name)(a, b), ulp=ulp, a=a, b=b)
    for name in ("eq", "ne", "lt", "le", "gt", "ge", "logical_and", "logical_or", "logical_xor"):
        record("compare", name, dtype, getattr(torch, name)(a, b), a=a, b=b)
    finite, other = floats(70, dtype, special=False), floats(70, dtype, special=False)
    third = floats(70, dtype, special=False)
    if dtype in (torch.float32, torch.float64):
        record("add_scaled", "", dtype, torch.add(finite, other, alpha=0.3), a=finite, b=other, value=0.3)
        record("addcmul", "", dtype, torch.addcmul(finite, other, third, value=0.3), a=finite, b=other, c=third, value=0.3)
        record("addcdiv", "", dtype, torch.addcdiv(finite, other, third, value=0.3), a=finite, b=other, c=third, value=0.3)
        record("lerp", "", dtype, torch.lerp(finite, other, third), a=finite, b=other, c=third, value=0)
    record("clamp", "", dtype, finite.clamp(-1, 2), a=finite, b=torch.tensor([-1, 2], dtype=dtype))
    for exponent in (2.0, 3.0, 0.5, -1.0, -2.0, -0.5, 2.5):
        record("pow_scalar", "", dtype, finite.abs().pow(exponent), ulp=0 if exponent not in (2.5, 0.5, -0.5) else 2, a=finite.abs(), value=exponent)
for dtype in INTEGERS:
    a, b = integers(40, dtype), integers(40, dtype).flip(0).contiguous()
    safe = torch.where(b == 0, torch.ones_like(b), b)
    safe = torch.where(safe == -1, torch.ones_like(b), safe)  # the smallest integer over -1 is not defined there
    for name in ("add", "sub", "mul", "maximum", "minimum", "bitwise_and", "bitwise_or", "bitwise_xor"):
        record("binary", name, dtype, getattr(torch, name)(a, b), a=a, b=b)
    for name in ("floor_divide", "remainder", "fmod"):
        record("binary", name, dtype, getattr(torch, name)(a, safe), a=a, b=safe)
    small = (torch.arange(40) % 9).to(dtype)
    for name in ("pow", "bitwise_left_shift", "bitwise_right_shift"):
        record("binary", name, dtype, getattr(torch, name)(a, small), a=a, b=small)
    for name in ("eq", "ne", "lt", "le", "gt", "ge", "logical_and"):
        record("compare", name, dtype, getattr(torch, name)(a, b), a=a, b=b)

everything = [torch.bool] + INTEGERS + FLOATS
values = torch.tensor([0.0, 1.0, -1.0, 1.9, -1.9, 127.5, -128.7, 70.2, 255.0, 100.5, 3.0, 7.5], dtype=torch.float64)
for source in everything:
    a = values.to(source)
    for target in everything:
        inside = a[a >= 0] if target == torch.uint8 and source != torch.bool else a
        record("cast", "", source, inside.to(target), a=inside)
wild = torch.tensor([float("nan"), float("inf"), float("-inf"), 1e30, -1e30, 3e9, -3e9, 1e10])
for target in (torch.int32, torch.int64):
    record("cast", "", torch.float32, wild.to(target), a=wild)
    record("cast", "", torch.float64, wild.double().to(target), a=wild.double())

REDUCE = {
    "sum": lambda t: t.sum(1), "mean": lambda t: t.mean(1), "prod": lambda t: t.prod(1), "nansum": lambda t: t.nansum(1),
    "norm": lambda t: t.norm(dim=1), "any": lambda t: t.any(1), "all": lambda t: t.all(1), "count_nonzero": lambda t: t.count_nonzero(1),
}
for dtype in FLOATS:
    for n, m in ((3, 5), (5, 40), (2, 300), (40, 9)):
        rows = (torch.randn(n, m, generator=generator)).to(dtype)
        columns = rows.t().contiguous().t()
        wide = dtype in (torch.float32, torch.float64)
        for name, f in REDUCE.items():
            if name in ("prod",) and not wide:
                continue
            ulp = 2 if name == "norm" else 0
            record("reduce", name, dtype, f(rows), ulp=ulp, a=rows, n=n, m=m, sn=m, sm=1)
            if name not in ("prod", "norm"):
                record("reduce", name, dtype, f(columns), a=columns.t(), n=n, m=m, sn=1, sm=n)
        if not wide:
            continue
        for name, f in (("cumsum", torch.cumsum), ("cumprod", torch.cumprod)):
            record("scan", name, dtype, f(rows, 1), a=rows, n=n, m=m)
        for name, f in (("softmax", torch.softmax), ("log_softmax", torch.log_softmax)):
            record(name, "", dtype, f(rows, 1), ulp=16, a=rows, n=n, m=m)
        record("logsumexp", "", dtype, rows.logsumexp(1), ulp=2, a=rows, n=n, m=m)
        record("var", "", dtype, rows.var(1), a=rows, n=n, m=m, sn=m, sm=1)
        record("var", "", dtype, columns.var(1), a=columns.t(), n=n, m=m, sn=1, sm=n)
for dtype in INTEGERS + FLOATS:
    rows = integers(5 * 40, dtype).reshape(5, 40) if dtype in INTEGERS else floats(5 * 40 - 17, dtype).reshape(5, 40)
    columns = rows.t().contiguous().t()
    for name in ("max", "min"):
        for kind, t, sn, sm in (("rows", rows, 40, 1), ("columns", columns, 1, 5)):
            found = getattr(t, name)(1)
            record("extreme", name, dtype, found.values, a=t if kind == "rows" else t.t(), n=5, m=40, sn=sn, sm=sm, indices=found.indices.tolist())
    for descending in (False, True):
        flat = rows.reshape(-1)
        found = flat.sort(descending=descending, stable=True)
        record("sort", "descending" if descending else "ascending", dtype, found.values, a=flat, indices=found.indices.tolist())
        short = flat[:20].contiguous()
        found = short.sort(descending=descending, stable=True)
        record("sort", "descending" if descending else "ascending", dtype, found.values, a=short, indices=found.indices.tolist())

for first, step, n in ((0.0, 0.1, 300), (1.0, -0.25, 20), (5.0, 3.0, 7)):
    for dtype in FLOATS:
        record("arange", "", dtype, torch.arange(first, first + step * (n - 0.5), step, dtype=dtype), first=first, step=step, n=n)
for first, last, n in ((0.0, 1.0, 11), (-1.0, 1.0, 300), (3.0, 3.5, 2), (0.0, 6.283185307179586, 50)):
    for dtype in (torch.float32, torch.float64):
        record("linspace", "", dtype, torch.linspace(first, last, n, dtype=dtype), first=first, last=last, n=n)

path = pathlib.Path(__file__).with_name("kernels.json")
lines = lambda items: "[\n" + ",\n".join(json.dumps(i) for i in items) + "\n]"
path.write_text(f'{{"buffers": {lines(buffers)}, "cases": {lines(cases)}}}\n')
print(len(cases), "cases,", path.stat().st_size, "bytes")
