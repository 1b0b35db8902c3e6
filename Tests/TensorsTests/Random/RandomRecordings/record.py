"""Records random numbers of PyTorch as random.json beside this file.

A case is a series of calls on one generator. After the last call one more number is drawn, which shows where the
stream stands.
"""

import json
import pathlib

import torch

DTYPES = {"float16": torch.float16, "bfloat16": torch.bfloat16, "float32": torch.float32, "float64": torch.float64,
          "uint8": torch.uint8, "int8": torch.int8, "int16": torch.int16, "int32": torch.int32, "int64": torch.int64, "bool": torch.bool}
cases = []


def perform(call, count, dtype, p, g):
    empty = torch.empty(count, dtype=DTYPES[dtype])
    if call == "uniform": return empty.uniform_(p[0], p[1], generator=g)
    if call == "normal": return empty.normal_(p[0], p[1], generator=g)
    if call == "normal_strided": return torch.empty(count, 2, dtype=DTYPES[dtype])[:, 0].normal_(p[0], p[1], generator=g)
    if call == "exponential": return empty.exponential_(p[0], generator=g)
    if call == "cauchy": return empty.cauchy_(p[0], p[1], generator=g)
    if call == "log_normal": return empty.log_normal_(p[0], p[1], generator=g)
    if call == "geometric": return empty.geometric_(p[0], generator=g)
    if call == "randint": return empty.random_(int(p[0]), int(p[1]), generator=g)
    if call == "random": return empty.random_(generator=g)
    if call == "randperm": return torch.randperm(count, generator=g)
    if call == "bernoulli": return empty.bernoulli_(p[0], generator=g)
    if call == "bernoulli_tensor": return torch.bernoulli(torch.linspace(0, 1, count, dtype=DTYPES[dtype]), generator=g)
    if call == "poisson": return torch.poisson(torch.full((count,), p[0], dtype=DTYPES[dtype]), generator=g)
    if call == "binomial":
        return torch.binomial(torch.full((count,), p[0], dtype=DTYPES[dtype]), torch.full((count,), p[1], dtype=DTYPES[dtype]), generator=g)
    weights = torch.arange(1, 8, dtype=DTYPES[dtype]).expand(2, 7).contiguous()
    return torch.multinomial(weights, count, replacement=p[0] == 1, generator=g).reshape(-1)


def case(seed, *calls):
    g = torch.Generator().manual_seed(seed)
    done = []
    for call, count, dtype, *p in calls:
        result = perform(call, count, dtype, p, g)
        whole = not result.is_floating_point()
        values = result.to(torch.int64).tolist() if whole else result.double().tolist()
        done.append({"call": call, "count": count, "dtype": dtype, "parameters": p, "integers" if whole else "floats": values})
    after = torch.randint(0, 1 << 27, (1,), generator=g).item()
    cases.append({"seed": str(seed % 2**64), "calls": done, "after": after})


for seed in (0, 42, -1, 2**63 + 12345):
    for dtype in ("float32", "float64", "float16", "bfloat16"):
        case(seed, ("uniform", 5, dtype, 0.0, 1.0), ("uniform", 40, dtype, -2.0, 5.0))
        case(seed, ("normal", 3, dtype, 0.0, 1.0), ("normal", 5, dtype, 1.0, 2.0))
        case(seed, ("normal", 16, dtype, 0.0, 1.0), ("normal", 37, dtype, -1.0, 0.5))
        case(seed, ("normal_strided", 21, dtype, 0.0, 1.0), ("normal", 2, dtype, 0.0, 1.0))
        case(seed, ("exponential", 7, dtype, 1.5), ("cauchy", 7, dtype, 0.5, 2.0), ("log_normal", 17, dtype, 1.0, 2.0), ("geometric", 7, dtype, 0.3))
        case(seed, ("bernoulli", 20, dtype, 0.3), ("bernoulli_tensor", 20, dtype))
    for dtype in ("float32", "float64"):
        case(seed, ("poisson", 10, dtype, 3.0), ("poisson", 10, dtype, 25.0), ("binomial", 10, dtype, 20.0, 0.3), ("binomial", 10, dtype, 100.0, 0.7))
        case(seed, ("multinomial", 1, dtype, 1), ("multinomial", 6, dtype, 1), ("multinomial", 4, dtype, 0))
    for dtype in ("uint8", "int8", "int16", "int32", "int64", "float32", "bool"):
        case(seed, ("randint", 12, dtype, 0, 2 if dtype == "bool" else 100), ("random", 6, dtype))
    case(seed, ("randint", 4, "int64", -5, 2**40), ("randint", 4, "int64", 0, 2**28), ("randint", 4, "int64", 0, 2**28 - 1))
    case(seed, ("randperm", 0, "int64"), ("randperm", 10, "int64"), ("randperm", 100, "int64"))
    case(seed, ("uniform", 700, "float32", 0.0, 1.0), ("normal", 300, "float32", 0.0, 1.0))

path = pathlib.Path(__file__).with_name("random.json")
path.write_text("[\n" + ",\n".join(json.dumps(c) for c in cases) + "\n]\n")
print(len(cases), "cases,", path.stat().st_size, "bytes")
