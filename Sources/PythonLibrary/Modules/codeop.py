"""Whether a piece of code is complete."""

import ast as _ast
import warnings as _warnings

__all__ = ["compile_command", "Compile", "CommandCompiler"]

_BLOCKS = (_ast.FunctionDef, _ast.ClassDef, _ast.If, _ast.While, _ast.For, _ast.With, _ast.Try, _ast.Match)
_UNCLOSED = ("was never closed", "unterminated triple-quoted", "unexpected EOF")
_WITHOUT_BODY = ("expected an indented block", "expected 'except' or 'finally' block")


def _is_beginning(source, symbol):
    """Whether a text is right as far as it goes, and more may or must follow."""
    if symbol == "eval" and not any(line and line[0] != "#" for line in map(str.strip, source.split("\n"))):
        return True
    try:
        body = _ast.parse(source, mode="eval" if symbol == "eval" else "exec")
    except SyntaxError as error:
        words = str(error)
        if any(end in words for end in _UNCLOSED):
            return True
        if any(end in words for end in _WITHOUT_BODY):
            return (error.lineno or 0) > source.rstrip("\n").count("\n")
        return symbol != "eval" and source.rstrip("\n").rpartition("\n")[2].startswith("@")
    # At a prompt an empty line ends a block.
    return symbol == "single" and not source.endswith("\n") and isinstance((body.body or [None])[-1], _BLOCKS)


def compile_command(source, filename="<input>", symbol="single"):
    """The code of a complete text; None for the beginning of one."""
    return CommandCompiler()(source, filename, symbol)


class Compile:
    """Compiles as `compile` does."""

    def __init__(self):
        self.flags = 0

    def __call__(self, source, filename, symbol):
        return compile(source, filename, symbol, self.flags, True)


class CommandCompiler:
    """Compiles texts that may be beginnings."""

    def __init__(self):
        self.compiler = Compile()

    def __call__(self, source, filename="<input>", symbol="single"):
        with _warnings.catch_warnings():
            _warnings.simplefilter("ignore", (SyntaxWarning, DeprecationWarning))
            if _is_beginning(source, symbol):
                return None
        if symbol != "eval" and not any(line and line[0] != "#" for line in map(str.strip, source.split("\n"))):
            source = "pass"
        return self.compiler(source, filename, symbol)
