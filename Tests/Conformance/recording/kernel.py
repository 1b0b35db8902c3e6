"""Runs cells as a Jupyter kernel does and returns the text that each one displays."""

import ast
import contextlib
import io
import multiprocessing
import sys
import tokenize

from IPython.core.formatters import PlainTextFormatter

SILENT = {tokenize.COMMENT, tokenize.NL, tokenize.NEWLINE, tokenize.ENDMARKER, tokenize.INDENT, tokenize.DEDENT}


class Kernel:
    """One namespace, as one notebook has."""

    def __init__(self):
        self.outputs = {}
        self.namespace = {"__name__": "__main__", "Out": self.outputs, "_": "", "__": "", "___": ""}
        self.layout = PlainTextFormatter()

    def run(self, code, label):
        """The displayed text: what was written to stdout, then the value of a trailing expression or the error."""
        stdout = io.StringIO()
        with contextlib.redirect_stdout(stdout), contextlib.redirect_stderr(io.StringIO()):
            try:
                tail = self.execute(code, label)
            except BaseException as error:
                tail = describe(error)
        return "\n".join(part for part in (stdout.getvalue().removesuffix("\n"), tail) if part)

    def execute(self, code, label):
        module = ast.parse(code)
        last = module.body.pop() if module.body and isinstance(module.body[-1], ast.Expr) else None
        exec(compile(module, "<cell>", "exec"), self.namespace)
        if last is None:
            return ""
        value = eval(compile(ast.Expression(last.value), "<cell>", "eval"), self.namespace)
        if value is None or ends_in_semicolon(code):
            return ""
        # The text is made before `_` is set, as IPython does it.
        text = self.layout(value)
        self.remember(value, label)
        return text

    def remember(self, value, label):
        scope = self.namespace
        scope["___"], scope["__"], scope["_"] = scope["__"], scope["_"], value
        scope[f"_{label}"] = self.outputs[label] = value


def ends_in_semicolon(code):
    tokens = [t for t in tokenize.generate_tokens(io.StringIO(code).readline) if t.type not in SILENT]
    return bool(tokens) and tokens[-1].string == ";"


def describe(error):
    """`Type: message` as the last line of a traceback, without the hints that only CPython's own printer adds."""
    kind = type(error)
    name = kind.__qualname__
    if kind.__module__ not in ("builtins", "__main__"):
        name = f"{kind.__module__}.{name}"
    message = error.msg if isinstance(error, SyntaxError) else str(error)
    return f"{name}: {message}" if message else name


def displays(cells, seed):
    """What each of the `(label, code)` cells displays in a fresh process whose generators start from `seed`."""
    context = multiprocessing.get_context("fork")
    receiver, sender = context.Pipe(duplex=False)
    process = context.Process(target=run_all, args=(cells, seed, sender))
    process.start()
    sender.close()
    try:
        texts = receiver.recv()
    except EOFError:
        raise RuntimeError("the notebook ended its process") from None
    finally:
        process.join()
    return texts


def run_all(cells, seed, sender):
    import random

    import torch

    sys.argv = ["notebook"]
    torch.set_num_threads(1)
    torch.manual_seed(seed)
    random.seed(seed)
    kernel = Kernel()
    sender.send([kernel.run(code, label) for label, code in cells])
