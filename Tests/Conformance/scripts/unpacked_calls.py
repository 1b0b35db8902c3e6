# Calls with * and **, objects that are called, and properties: what reaches the function, and what is refused.


def anything(*args, **kwargs):
    return args, kwargs


def mixed(a, b=2, *rest, c=3, **others):
    return a, b, rest, c, others


def strict(a, /, b, *, c, d=4):
    return a, b, c, d


def attempt(call):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)


class OneKey(dict):
    def keys(self):
        return ["q"]

    def __getitem__(self, key):
        return 9


class Doubling:
    def keys(self):
        return ["m", "n"]

    def __getitem__(self, key):
        return key * 2


class Callable:
    def __init__(self, function):
        self.function = function

    def __call__(self, *args, **kwargs):
        return self.function(*args, **kwargs)

    @classmethod
    def named(cls, *args):
        return cls.__name__, args

    @staticmethod
    def plain(*args):
        return args


class Borrowing:
    __call__ = Callable(anything)


print(anything(*[1, 2]), anything(*"ab"), anything(**{"x": 1}), anything(*range(3), **dict(z=1)))
print(anything(*{1: 2}), anything(*(i for i in range(2))), anything(**OneKey(a=1)), anything(**Doubling()))
print(mixed(*(1, 2, 3), **{"c": 5, "z": 6}), mixed(**{"a": 1, "q": 0}), mixed(0, *[1], *(2, 3), c=4, **{"y": 5}))
attempt(lambda: anything(*1))
attempt(lambda: anything(**1))
attempt(lambda: anything(*1, **2))
attempt(lambda: anything(**{1: 2}))
attempt(lambda: anything(x=1, **{"x": 2}))
attempt(lambda: anything(**{"x": 1}, **{"x": 2}))
attempt(lambda: mixed(*()))
attempt(lambda: mixed(1, a=2))
attempt(lambda: strict(1, c=3, b=2))
attempt(lambda: strict(*[1], **{"b": 2, "c": 3}))
attempt(lambda: strict(1, 2))
attempt(lambda: strict(a=1, b=2, c=3))
attempt(lambda: strict(1, c=3, x=4))
attempt(lambda: max(*[1, 5, 2]))
attempt(lambda: len(*[1, 2]))
attempt(lambda: int(*["12"], **{"base": 5}))
attempt(lambda: dict(*[{"z": 1}], **{"a": 1}))
print(Callable(Callable(Callable(len)))([1, 2]), Callable.named(*[1]), Callable.plain(*[1]), Borrowing()(1, x=2))


class Base:
    @property
    def sum(self):
        return self.part + 1

    @property
    def part(self):
        return 5

    @property
    def broken(self):
        raise AttributeError("broken")

    @property
    def lazy(self):
        yield from (1, 2)


class Derived(Base):
    part = property(lambda self: 6)

    def __getattr__(self, name):
        return f"no {name}"


for thing in [Base(), Derived(), Base(), Derived()]:
    for _ in range(2):
        print(thing.sum, list(thing.lazy))
        attempt(lambda: thing.broken)


def replaced():
    thing = Base()
    seen = []
    for turn in range(4):
        seen.append(thing.sum + thing.sum)
        if turn == 1:
            Base.part = property(lambda self: 100)
    return seen


print(replaced())
