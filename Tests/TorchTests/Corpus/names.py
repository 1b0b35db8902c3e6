"""Writes the list of PyTorch's public names: `python Tests/TorchTests/Corpus/names.py`."""

import pathlib
import textwrap

import torch

TARGET = pathlib.Path(__file__).resolve().parents[3] / "Sources/Torch/Names/Names+PyTorch.swift"
MODULES = [
    torch, torch.autograd, torch.backends, torch.cuda, torch.linalg, torch.nn, torch.nn.functional, torch.random,
    torch.special, torch.version,
]


def lines(names, indent):
    wrapped = textwrap.wrap(" ".join(names), 112, break_long_words=False, break_on_hyphens=False)
    return "".join(f"{indent}{line}\n" for line in wrapped)


def main():
    text = "// The public names of PyTorch 2.13, written by `Tests/TorchTests/Corpus/names.py`.\n\nextension Names {\n"
    text += "  static let modules: [String: String] = [\n"
    for module in MODULES:
        names = sorted(name for name in dir(module) if not name.startswith("_"))
        text += f'    "{module.__name__}": """\n{lines(names, "    ")}    """,\n'
    text += '  ]\n\n  static let tensor: String = """\n'
    text += lines([name for name in dir(torch.Tensor) if not name.startswith("__")], "    ")
    TARGET.write_text(text + '    """\n}\n')


if __name__ == "__main__":
    main()
