"""Iterators copied, pickled and set back: being copied does not move them."""

import copy
import pickle

letters = {"a": 1, "b": 2, "c": 3}
makers = [
    lambda: iter([1, 2, 3]),
    lambda: iter((1, 2, 3)),
    lambda: iter(range(0, 9, 3)),
    lambda: iter(range(10**20, 10**20 + 3)),
    lambda: iter("abc"),
    lambda: iter("aéc"),
    lambda: iter(b"abc"),
    lambda: iter(bytearray(b"abc")),
    lambda: iter(letters),
    lambda: iter(letters.values()),
    lambda: iter(letters.items()),
    lambda: reversed(letters),
    lambda: iter({7}),
    lambda: reversed([1, 2, 3]),
    lambda: reversed((1, 2, 3)),
]
for make in makers:
    iterator = make()
    next(iterator)
    copied = copy.copy(iterator)
    pickled = pickle.loads(pickle.dumps(iterator))
    print(type(iterator).__name__, list(copied), list(pickled), list(iterator), list(copy.copy(iterator)))

for iterator in (iter([1, 2]), iter((1, 2)), iter("ab"), iter(b"ab"), reversed([1, 2]), iter(letters), iter(range(2))):
    print(iterator.__reduce__())
for iterator in (iter([]), iter(()), iter(""), iter({})):
    list(iterator)
    print(iterator.__reduce__())


class Items:
    def __getitem__(self, index):
        if index > 3:
            raise IndexError
        return index * 10


items = iter(Items())
next(items)
print(items.__reduce__()[2], list(copy.copy(items)), list(items), items.__reduce__())

for place in (0, 2, -5, 99):
    iterator = iter([1, 2, 3])
    iterator.__setstate__(place)
    backwards = reversed([1, 2, 3])
    backwards.__setstate__(place)
    print(place, list(iterator), list(backwards))

# Those that draw from others share them with their copies.
for iterator in (enumerate("abc"), zip("abc", [1, 2, 3]), map(str.upper, "abc"), filter(None, [1, 0, 2, 3])):
    next(iterator)
    copied = copy.copy(iterator)
    print(type(copied).__name__, next(copied), next(iterator), list(copied))
counts = iter([1, 2, 0, 3])
until = iter(lambda: next(counts), 0)
print(next(until), list(copy.copy(until)), list(until))
growing = iter(letters)
letters["d"] = 4
try:
    growing.__reduce__()
except RuntimeError as e:
    print(e)
