"""Writes the expected outputs into the corpus files, as PyTorch 2.13 gives them.

A corpus file has sections separated by blank lines. A section is run in a namespace of its own that holds `torch`; what it
prints, the repr of its last expression, and the last lines of its exception are recorded after it as lines that begin
with "#>". Addresses are left out.

    python record.py *.txt
"""

import ast
import contextlib
import io
import re
import sys
import traceback
import warnings

import torch


def shown(source):
    out = io.StringIO()
    namespace = {"__name__": "__main__", "torch": torch}
    try:
        tree = ast.parse(source)
        with contextlib.redirect_stdout(out):
            last = tree.body[-1] if tree.body else None
            if isinstance(last, ast.Expr):
                tree.body.pop()
                exec(compile(tree, "corpus", "exec"), namespace)
                value = eval(compile(ast.Expression(last.value), "corpus", "eval"), namespace)
                if value is not None:
                    print(repr(value))
            else:
                exec(compile(tree, "corpus", "exec"), namespace)
    except BaseException as error:
        out.write("".join(traceback.format_exception_only(error)))
    finally:
        torch.set_printoptions(profile="default")
        torch.set_default_dtype(torch.float32)
        torch.set_grad_enabled(True)
    return re.sub("0x[0-9a-f]+", "0x", out.getvalue())


def record(path):
    with open(path) as file:
        sections = file.read().strip().split("\n\n")
    recorded = []
    for section in sections:
        source = "\n".join(line for line in section.split("\n") if not line.startswith("#>"))
        lines = shown(source).rstrip("\n").split("\n")
        recorded.append("\n".join([source] + [f"#> {line}".rstrip() for line in lines if lines != [""]]))
    with open(path, "w") as file:
        file.write("\n\n".join(recorded) + "\n")


if __name__ == "__main__":
    warnings.simplefilter("ignore")
    for name in sys.argv[1:]:
        record(name)
