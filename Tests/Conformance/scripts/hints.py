# "Did you mean": what an error that ends a program adds to its last line.
import io
import sys


class Thing:
    def __init__(self):
        self.weight = 1
        self.height = 2

    def __dir__(self):
        return ["weight", "height", "shown"]


class Mute:
    def __dir__(self):
        raise ValueError("says nothing")


def show(total, count):
    return totl


def last_line(function):
    shown, sys.stderr = sys.stderr, io.StringIO()
    try:
        function()
    except Exception:
        sys.excepthook(*sys.exc_info())
    text, sys.stderr = sys.stderr.getvalue(), shown
    return text.splitlines()[-1]


values = [1]
for function in [
    lambda: vlues,
    lambda: VALUES,
    lambda: show(1, 2),
    lambda: pritn,
    lambda: lenn,
    lambda: ABS,
    lambda: completely_different,
    lambda: Thing().wieght,
    lambda: Thing().show,
    lambda: Thing().xyz,
    lambda: Mute().weight,
    lambda: [].apend,
    lambda: "a".Upper,
    lambda: sys.stdotu,
    lambda: None.foo,
    lambda: {}["kye"],
]:
    print(last_line(function))
