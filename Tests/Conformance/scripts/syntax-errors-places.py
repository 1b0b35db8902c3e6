"""Where syntax errors are said to be, in programs with calls, numbers, lines that go on, and `except*`."""

programs = [
    "f(*x for x in y)",
    "f(x, *y for y in z)",
    "f(a=1, a=2)",
    "1é",
    "1€",
    "0x1；",
    "1.5“",
    "x = (1,\ny = 2\n",
    "(\n\n",
    "if (a and\nb: pass",
    "\\",
    "x = \\",
    "x = \\ y",
    "if 1:\n  x\n y",
    "if 1:\n\tx\n        y",
    "try:\n  pass\nexcept* A:\n  pass\nexcept B:\n  pass",
    "x = 1\0",
]
for program in programs:
    try:
        compile(program, "program", "exec")
        print(ascii(program), "is right")
    except SyntaxError as e:
        print(ascii(program), type(e).__name__, ascii(e.msg))
        print("   ", e.lineno, e.offset, ascii(e.text), e.end_lineno, e.end_offset)


class Coded(OSError):
    def __init__(self, code):
        self.code = code


print(repr(Coded(5)), Coded(5).args, Coded(5).code, Coded(5).errno)
