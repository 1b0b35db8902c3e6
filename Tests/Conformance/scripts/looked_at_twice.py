# What asks for the same thing twice, or in a class's own way, gets the same answer.
import copy
import enum
import itertools
import os.path
import random
import sys
import typing

print("# tracebacks are one object until the exception goes on")
try:
    1 / 0
except ZeroDivisionError as error:
    seen = error.__traceback__
    print(seen is error.__traceback__, sys.exc_info()[2] is seen)
    error.__traceback__ = seen
    print(error.__traceback__ is seen)
    error.with_traceback(None)
    print(error.__traceback__)


def fail():
    raise ValueError("inner")


try:
    try:
        fail()
    except ValueError as error:
        first = error.__traceback__
        raise
except ValueError as error:
    second = error.__traceback__
    print(second is error.__traceback__, first.tb_lineno == second.tb_lineno)


class Manager:
    def __enter__(self):
        return self

    def __exit__(self, kind, error, traceback):
        print(kind.__name__, traceback is error.__traceback__)
        return True


with Manager():
    fail()

kept = ValueError("kept")
for _ in range(2):
    try:
        raise kept
    except ValueError:
        steps = 0
        step = kept.__traceback__
        while step:
            steps += 1
            step = step.tb_next
        print(steps)

print("# a dict that iterates in its own way is asked for its keys")


class Own(dict):
    def __getitem__(self, key):
        return "got " + key

    def keys(self):
        return ["k"]

    def __iter__(self):
        return iter(["i"])


own = Own(a=1)
print(dict(own), {**own}, list(own), len(own), own)
other = {}
other.update(own)
print(other, (lambda **names: names)(**own))


class Plain(dict):
    def __getitem__(self, key):
        return "got " + key

    def keys(self):
        return ["k"]


print(dict(Plain(a=1)), {**Plain(a=1)})

print("# sys.unraisablehook")


class Careless:
    def __del__(self):
        raise ValueError("in del")


def hook(args):
    print(args.exc_type.__name__, args.exc_value, args.err_msg, args.object.__qualname__)
    print(type(args).__name__, args.exc_traceback is args.exc_value.__traceback__, len(args))


sys.unraisablehook = hook
Careless()
sys.unraisablehook = sys.__unraisablehook__

print("# modules")


@enum.global_enum
class Side(enum.Enum):
    LEFT = 1
    RIGHT = 2


print(LEFT, repr(RIGHT), LEFT is Side.LEFT)
for function in (
    lambda: copy.copy(copy),
    lambda: copy.deepcopy([copy]),
    lambda: itertools.chain.nothing,
    lambda: os.path.exists(5.5),
    lambda: os.path.isdir(None),
    lambda: typing.Concatenate[int],
    lambda: typing.runtime_checkable(5),
    lambda: random.choices([], k=1),
    lambda: random.choices("", [], k=1),
    lambda: int(bytearray(b"q")),
    lambda: int(memoryview(b"q"), 5),
):
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__, error)
print("T" in typing.__all__, "List" in typing.__all__, all(hasattr(typing, name) for name in typing.__all__))
random.seed(3)
try:
    random.choices([])
except IndexError:
    print(random.random())

print("# a class that is made where the globals have no name")
names = {}
exec("class Nameless:\n    pass", names)
print(names["Nameless"], names["Nameless"].__module__)
print(int(bytearray(b"12"), 5), int(b"11", 2))

print("# a module sees its own spec")
from importable import specified

print(specified.__spec__.name, specified.__loader__ is specified.__spec__.loader)

print("# which subclasses of builtin types have room for weak references")
import weakref

for base in (int, float, str, bytes, tuple, list, dict, set, frozenset, object):
    made = type("Made", (base,), {})
    try:
        referred = weakref.ref(made()) is not None
    except TypeError as error:
        referred = error
    print(base.__name__, "__weakref__" in made.__dict__, referred)


# A traceback that was taken away is not that of the next time, however long that is.
def from_here(error):
    raise error


def from_there(error):

    raise error


again = ValueError("again")
lines = []
for raiser in (from_here, from_there):
    again.__traceback__ = None
    try:
        raiser(again)
    except ValueError:
        lines.append(again.__traceback__.tb_next.tb_lineno)
print(lines[1] - lines[0])
