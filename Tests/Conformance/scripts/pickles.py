"""pickle and copyreg: bytes of every protocol, round trips, and objects that say how they are taken apart."""

import collections
import copy
import copyreg
import datetime
import decimal
import enum
import fractions
import io
import pickle


class Point:
    def __init__(self, x, y):
        self.x, self.y = x, y

    def __eq__(self, other):
        return vars(self) == vars(other)


class Slotted:
    __slots__ = ("a", "b")


class Items(list):
    pass


class Stateful:
    def __getstate__(self):
        return {"kept": 1}

    def __setstate__(self, state):
        self.restored = state


class Reduced:
    def __init__(self, *args):
        self.args = args

    def __reduce__(self):
        return Reduced, (1, 2)


class Newborn:
    def __new__(cls, value):
        made = super().__new__(cls)
        made.value = value
        return made

    def __getnewargs__(self):
        return (self.value,)


class Colour(enum.Enum):
    RED = 1


def attempt(action):
    try:
        print(repr(action()))
    except Exception as error:
        print(type(error).__name__, error)


slotted = Slotted()
slotted.a = 1
VALUES = [
    None, True, 1, -1, 300, 70000, 2**40, -2**31, 2**100, 1.5, "a", "é", b"a", (), (1,), (1, 2, 3, 4), [], [1], [1, 2],
    {}, {1: 2}, {1: 2, 3: 4}, set(), {1}, frozenset([1]), Point(1, 2), Items([1]), Stateful(), Reduced(), Newborn(3),
    Colour.RED, int, len, Point, range(3), 1 + 2j, bytearray(b"a"), slice(1, 2), ..., NotImplemented, ValueError("x"),
    collections.OrderedDict(a=1), collections.deque([1]), collections.Counter("a"), collections.defaultdict(int, {1: 2}),
    decimal.Decimal("1.5"), fractions.Fraction(1, 2), type(None), [[], []], ["a", "a"]]

print("== bytes ==")
for value in VALUES:
    for protocol in range(5):
        print(protocol, pickle.dumps(value, protocol))
print(pickle.dumps(slotted, 2))
print(len(pickle.dumps("x" * 300)), len(pickle.dumps(list(range(3000)))), len(pickle.dumps(b"y" * 100000)))

print("== round trips ==")
for value in [*VALUES, datetime.date(2020, 1, 2), datetime.timedelta(1, 2)]:
    results = [pickle.loads(pickle.dumps(value, protocol)) for protocol in range(6)]
    if isinstance(value, (Stateful, Reduced, Newborn, Exception)):
        print([vars(result) or result for result in results])
    else:
        print(repr(value)[:30] if not isinstance(value, Point) else "point", all(r == value for r in results))
loop = [1]
loop.append(loop)
again = pickle.loads(pickle.dumps(loop))
print(again[1] is again, again)
shared = [[]] * 2
first, second = pickle.loads(pickle.dumps(shared))
print(first is second)
file = io.BytesIO()
pickle.dump(1, file)
pickle.dump("two", file)
file.seek(0)
print(pickle.load(file), pickle.load(file))
attempt(lambda: pickle.load(file))

print("== old pickles ==")
print(pickle.loads(b"(lp0\nI1\naVx\np1\nag1\na."), pickle.loads(b"(dp0\nS'a'\np1\nF1.5\ns."), pickle.loads(b"L10L\n."))

print("== persistent objects ==")


class Pickler(pickle.Pickler):
    def persistent_id(self, obj):
        return "point" if isinstance(obj, Point) else None


class Unpickler(pickle.Unpickler):
    def persistent_load(self, pid):
        return f"<{pid}>"

    def find_class(self, module, name):
        raise pickle.UnpicklingError(f"{module}.{name} is forbidden")


file = io.BytesIO()
Pickler(file).dump([1, Point(1, 2)])
print(Unpickler(io.BytesIO(file.getvalue())).load())
attempt(lambda: Unpickler(io.BytesIO(pickle.dumps(int))).load())

print("== copyreg ==")
copyreg.pickle(Point, lambda point: (Point, (point.x * 10, point.y)))
print(vars(pickle.loads(pickle.dumps(Point(1, 2)))))
print(Stateful().__reduce_ex__(2)[1:3], Items([1]).__reduce_ex__(4)[1], slotted.__getstate__(), object().__getstate__())
attempt(lambda: copyreg.pickle(Point, 1))
attempt(lambda: copyreg.constructor(1))

print("== copies by parts ==")
print(vars(copy.copy(Stateful())), copy.copy(Reduced()).args, copy.deepcopy(Newborn([1])).value)
print(copy.copy(collections.deque([1, 2], 3)), copy.deepcopy(collections.deque([[1]])), copy.copy(bytearray(b"x")))

print("== errors ==")
attempt(lambda: pickle.dumps(lambda: 0))
attempt(lambda: pickle.dumps(x for x in []))
attempt(lambda: pickle.dumps(slotted, 0))
attempt(lambda: pickle.loads(b""))
attempt(lambda: pickle.loads(b"x."))
attempt(lambda: pickle.loads(b"\x80\x09N."))
attempt(lambda: pickle.loads("text"))
attempt(lambda: pickle.dumps(1, 9))
attempt(lambda: pickle.dump(1, 5))
attempt(lambda: pickle.load(5))
print(pickle.HIGHEST_PROTOCOL, pickle.DEFAULT_PROTOCOL, issubclass(pickle.PicklingError, pickle.PickleError))
