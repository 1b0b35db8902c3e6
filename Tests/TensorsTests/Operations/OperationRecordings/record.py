"""Records what PyTorch computes for the samples that stand beside the operations.

Run with a Python that has torch:  python record.py
Reads samples.txt (written by the tests when NBCHECK_RECORD=1 is set), writes golden.json.
"""

import json
import os
import warnings

import torch

warnings.simplefilter("ignore")
here = os.path.dirname(os.path.abspath(__file__))


class Sample:
    """The tensors of one sample, by the formula of SampleArguments.swift."""

    def __init__(self):
        self.ordinal = 0
        self.inputs = []

    def residues(self, count):
        state = self.ordinal * 7919 + 12345
        result = []
        for _ in range(count):
            state = (state * 1103515245 + 12345) & 0x7FFFFFFF
            result.append((state >> 8) % 1000)
        return result

    def make(self, kind, sizes):
        self.ordinal += 1
        count = 1
        for size in sizes:
            count *= size
        r = self.residues(count)
        if kind == "I":
            return torch.tensor([x % 11 - 5 for x in r], dtype=torch.int64).reshape(sizes)
        if kind == "I1":
            return torch.tensor([x % 5 + 1 for x in r], dtype=torch.int64).reshape(sizes)
        if kind == "IX":
            return torch.tensor([x // 7 % 2 for x in r], dtype=torch.int64).reshape(sizes)
        if kind == "B":
            return torch.tensor([x // 7 % 2 for x in r], dtype=torch.bool).reshape(sizes)
        if kind == "ones":
            return torch.ones(sizes)
        if kind in ("P", "NP"):
            values = [x / 250 + 0.1 for x in r]
        elif kind == "U":
            values = [(x - 500) / 550 for x in r]
        else:
            values = [(x - 500) / 125 + 0.0009765625 for x in r]
        tensor = torch.tensor(values, dtype=torch.float64).to(torch.float32).reshape(sizes)
        if kind in ("T", "P", "U"):
            tensor.requires_grad_()
            self.inputs.append(tensor)
        return tensor


def namespace(sample):
    names = {"torch": torch}
    for kind in ("T", "P", "U", "NT", "NP", "I", "I1", "IX", "B", "ones"):
        names[kind] = lambda *sizes, kind=kind: sample.make(kind, sizes)
    return names


def record(value):
    if isinstance(value, torch.Tensor):
        raw = value.detach().contiguous()
        data = bytes(raw.flatten().view(torch.uint8).tolist()) if raw.numel() else b""
        node = value.grad_fn.name().split("::")[-1] if value.grad_fn is not None else None
        return {
            "dtype": str(value.dtype)[6:],
            "sizes": list(value.shape),
            "strides": list(value.stride()),
            "data": data.hex(),
            "node": node,
        }
    return None


def run(name, place, text):
    sample = Sample()
    arguments = eval(f"(lambda *a, **k: (a, k))({text})", namespace(sample))
    positional, named = arguments
    torch.manual_seed(0)
    if name.endswith("_") and not name.startswith("__"):
        positional = (positional[0].clone(), *positional[1:])
    if place == "property":
        result = getattr(positional[0], name)
    elif place == "method":
        result = getattr(positional[0], name)(*positional[1:], **named)
    else:
        result = getattr(eval(place), name)(*positional, **named)
    results = list(result) if isinstance(result, (tuple, list)) else [result]
    if isinstance(result, torch.Size) or not all(isinstance(r, torch.Tensor) for r in results):
        return {"value": repr(result)}
    entry = {"results": [record(r) for r in results]}
    seeds = []
    outputs = [r for r in results if r.requires_grad]
    sample.ordinal = 90
    for output in outputs:
        sample.ordinal += 1
        count = output.numel()
        values = [(x - 500) / 125 + 0.0009765625 for x in sample.residues(count)]
        seeds.append(torch.tensor(values, dtype=torch.float64).to(output.dtype).reshape(output.shape))
    if outputs:
        try:
            gradients = torch.autograd.grad(outputs, sample.inputs, seeds, allow_unused=True)
            entry["gradients"] = [record(g) for g in gradients]
        except RuntimeError as error:
            entry["gradientError"] = str(error)
    return entry


golden = {}
with open(os.path.join(here, "samples.txt")) as lines:
    for line in lines:
        name, place, text = line.rstrip("\n").split("|")
        key = f"{name}({text})"
        try:
            golden[key] = run(name, place, text)
        except Exception as error:
            golden[key] = {"error": f"{type(error).__name__}: {error}"}
            print(key, golden[key]["error"])
with open(os.path.join(here, "golden.json"), "w") as out:
    json.dump(golden, out, indent=0, sort_keys=True)
print(len(golden), "samples,", torch.__version__)
