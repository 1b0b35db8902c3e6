"""sys: limits, streams, sizes, hooks."""

import io
import sys


def attempt(action):
    try:
        print(repr(action()))
    except BaseException as error:
        print(type(error).__name__, error)


print("== facts ==")
print(sys.version_info[:2], sys.implementation.name, sys.byteorder, sys.platform, sys.maxsize, sys.maxunicode)
print(sys.float_info, sys.int_info, sys.hash_info, sep="\n")
print(sys.flags.optimize, sys.getdefaultencoding(), sys.getfilesystemencoding(), sys.float_repr_style)
print(sys.modules["sys"] is sys, type(sys.modules), sys.intern("a b") is sys.intern("a" + " b"))
attempt(lambda: sys.intern(5))
attempt(lambda: sys.absent)

print("== limits ==")
attempt(lambda: sys.setrecursionlimit(0))
attempt(lambda: sys.setrecursionlimit("a"))
attempt(lambda: sys.setrecursionlimit(10**20))
sys.setrecursionlimit(500)
print(sys.getrecursionlimit(), sys.get_int_max_str_digits())
sys.set_int_max_str_digits(1000)
attempt(lambda: int("1" * 2000))
attempt(lambda: str(10**1500))
sys.set_int_max_str_digits(0)
print(len(str(10**5000)), int("7" * 5000) % 1000)
attempt(lambda: sys.set_int_max_str_digits(100))
print(sys.getswitchinterval(), sys.gettrace(), sys.getprofile(), sys.is_finalizing())

print("== streams ==")
attempt(lambda: (sys.stdin.readable(), sys.stdin.writable(), sys.stdin.name, sys.stdin.mode))
attempt(lambda: sys.stdout.write("text\n"))
attempt(lambda: sys.stdout.writelines(["a", "b\n"]))
attempt(lambda: sys.stdout.write(5))
attempt(lambda: sys.stdout.read())
attempt(lambda: (sys.stdout.name, sys.stdout.mode, sys.stdout.encoding, sys.stdout.closed, sys.stdout.writable()))
attempt(lambda: (sys.stdout.fileno(), sys.stdin.fileno(), sys.stdout.flush(), sys.stdout.isatty()))
print(sys.stdout, sys.stdin)
sys.stdin = io.StringIO("one\ntwo words\n")
print(input(), input("> "))
attempt(input)
old, sys.stdout = sys.stdout, io.StringIO()
print("caught")
caught, sys.stdout = sys.stdout.getvalue(), old
print(repr(caught))

print("== sizes ==")
for value in [
        0, 1, 2**30, 2**60, 2**100, True, 1.5, 1j, None, "", "a", "é", "€", "😀", b"abc", (), (1, 2), [], {}, {1: 2},
        {"a": 1}, set(), set(range(10)), range(3), slice(1), ..., bytearray(b"ab"), dict.fromkeys(range(100))]:
    print(repr(value)[:20], sys.getsizeof(value))


class Sized:
    def __sizeof__(self):
        return 100


print(sys.getsizeof(Sized()), sys.getsizeof(lambda: 0), sys.getsizeof(len))

print("== exceptions and exits ==")
print(sys.exc_info())
try:
    1 / 0
except ZeroDivisionError:
    print(sys.exc_info()[:2])
for status in [(3,), ("words",), (), ((1, 2),)]:
    attempt(lambda: sys.exit(*status))
sys.displayhook(5)
sys.displayhook(None)
print(sys._getframe().f_code.co_name, (lambda: sys._getframe().f_code.co_name)())
sys.excepthook = lambda kind, value, traceback: print("hook:", kind.__name__, value, traceback is not None)
try:
    raise ValueError("seen")
except ValueError:
    sys.excepthook(*sys.exc_info())
print(sys.excepthook is sys.__excepthook__, callable(sys.__excepthook__))
