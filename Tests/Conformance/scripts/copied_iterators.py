"""Copies of itertools' iterators and of tee, namedtuple's class, orderings and the pieces of JSON."""

import copy
import functools
import itertools
import json
import re
from collections import OrderedDict, namedtuple

first, second = itertools.tee([1, 2, 3])
next(first)
third = copy.copy(first)
print(list(first), list(third), list(second))
for iterator in (itertools.permutations("abc"), itertools.product("ab", repeat=2), itertools.cycle("abc"),
                 itertools.islice(iter(range(20)), 2, 15, 3), itertools.combinations("abcd", 2)):
    next(iterator)
    other = copy.deepcopy(iterator)
    print(type(other).__name__, next(other), next(other), next(iterator))

Point = namedtuple("Point", "x y", defaults=[0])
print(Point.__new__.__defaults__, Point.x, Point.x.__doc__, type(Point.x).__name__)
for broken in (lambda: Point(), lambda: Point(1, 2, 3), lambda: Point(1, z=2), lambda: Point(1, x=2),
               lambda: Point(1)._replace(q=1), lambda: setattr(Point(1), "x", 2), lambda: delattr(Point(1), "x")):
    try:
        broken()
    except Exception as error:
        print(type(error).__name__, error)


@functools.total_ordering
class Size:
    def __init__(self, size):
        self.size = size

    def __eq__(self, other):
        return self.size == other.size

    def __le__(self, other):
        return self.size <= other.size if isinstance(other, Size) else NotImplemented


print(Size(1) < Size(2), Size(1) > Size(2), Size(1) >= Size(1), Size(1) < Size(1))
try:
    Size(1) > 2
except TypeError as error:
    print(error)

print(list(json.JSONEncoder(indent=1).iterencode({"a": [1, {}], "b": None})))
ordered = OrderedDict(a=1, b=2)
print(ordered.keys(), ordered.values(), ordered.items())
try:
    for key in ordered:
        ordered[key + "x"] = 1
except RuntimeError as error:
    print(error)
print(list(re.RegexFlag)[:3], len(re.RegexFlag), re.RegexFlag["A"])
for broken in (lambda: re.sub("a"), lambda: copy.copy(1, 2), lambda: re.match(flag=1)):
    try:
        broken()
    except TypeError as error:
        print(error)
print(exit, help, repr(quit))
