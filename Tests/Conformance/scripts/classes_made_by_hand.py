"""Classes, aliases, cells, modules and constants that are made or asked in unusual ways."""

import types
from typing import TypeVar


def attempt(call):
    try:
        print(call())
    except (TypeError, ValueError, AttributeError) as e:
        print(type(e).__name__, e)


# __build_class__
print(__build_class__)
Made = __build_class__(lambda: None, "Made", int)
print(Made.__name__, Made.__bases__, Made(3) + 1)


class Meta(type):
    @classmethod
    def __prepare__(meta, name, bases, **keywords):
        return {"given": sorted(keywords)}

    def __new__(meta, name, bases, namespace, **keywords):
        return super().__new__(meta, name, bases, namespace)

    def __init__(cls, name, bases, namespace, **keywords):
        super().__init__(name, bases, namespace)


WithMeta = __build_class__(lambda: None, "WithMeta", metaclass=Meta, word=1)
print(type(WithMeta).__name__, WithMeta.given)
attempt(lambda: __build_class__())
attempt(lambda: __build_class__(lambda: 0))
attempt(lambda: __build_class__(5, "Name"))
attempt(lambda: __build_class__(lambda: 0, 5))

# Aliases of builtin classes take values for their type variables.
T = TypeVar("T")
K = TypeVar("K")
print(dict[K, list[T]].__parameters__, dict[K, list[T]][str, int], dict[T, T][str], list[list[T]][bytes])
attempt(lambda: list[int][str])
attempt(lambda: dict[K, T][int])
attempt(lambda: list[T][int, str])

# Cells compare by what they hold.
cell, same, empty = types.CellType(3), types.CellType(3), types.CellType()
print(cell == same, cell < types.CellType(4), empty < cell, empty == types.CellType(), cell == 3)
attempt(lambda: hash(cell))
attempt(lambda: cell < 4)


def outer(x):
    def inner():
        return x

    return inner


attempt(lambda: exec(outer(1).__code__))
attempt(lambda: exec("pass", closure=()))

# Modules with classes and lists of their own.
module = types.ModuleType("module")
module.__dir__ = lambda: ["b", "a"]
print(dir(module))
attempt(lambda: delattr(module, "missing"))


class Special(types.ModuleType):
    @property
    def answer(self):
        return 42


module.__class__ = Special
print(module.answer, type(module).__name__)


# Tuples of constants are constants.
def constant():
    return (1, (2.5, "x"), None, b"y")


print(constant() is constant(), constant(), () is ())
print(hash(constant()) == hash((1, (2.5, "x"), None, b"y")))


class Unhashable:
    __hash__ = None


print({}.pop(Unhashable(), "nothing to look for"))


class Index:
    def __index__(self):
        return "x"


attempt(lambda: bytes(Index()))
