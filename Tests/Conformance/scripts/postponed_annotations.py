"""Annotations after `from __future__ import annotations` are texts."""
from __future__ import annotations

import dataclasses
import typing
from typing import ClassVar, List, NamedTuple, Optional, get_type_hints


# What a function keeps: nothing is evaluated.
def f(a: int, b: "str" = 1, *args: list[int], c: dict[str, int | None] = None, **k: (1, 2)) -> x.y[0:1]:
    pass


print(f.__annotations__)


def g(a: callable(1, *b, key=None, **c), d: [], e: (1,), h: {1,   2}, i: (int | str)["x"], j: int | (str | None)):
    pass


for name, text in g.__annotations__.items():
    print(name, text)


# A class may speak of itself, and of what comes later or never.
class Node:
    value: int = 3
    next: Optional[Node]
    later: Undefined[..., 'a b']

    def join(self, other: Node, *rest: Node) -> List[Node]: ...


print(Node.__annotations__)
print(Node.join.__annotations__)
print(get_type_hints(Node.join))

try:
    get_type_hints(Node)
except NameError as e:
    print(e)

total: typing.Dict[str, int] = {}
print(__annotations__)


def outer():
    local: never_evaluated = 1

    def inner(a: Local) -> Local: ...

    return inner.__annotations__


print(outer())


@dataclasses.dataclass
class Point:
    x: int
    y: int = 0
    count: ClassVar[int] = 7


print(Point(1), [(field.name, field.type) for field in dataclasses.fields(Point)])


class Pair(NamedTuple):
    left: int
    right: Optional[Pair] = None


print(Pair(1), Pair(1, Pair(2)))
