"""What is said when methods of builtin types are called unbound, and when `object` is given too much."""


def report(call):
    try:
        print(type(call()).__name__)
    except TypeError as e:
        print(e)


class Plain:
    pass


class Starts:
    def __init__(self, x):
        super().__init__(x)


class Makes:
    def __new__(cls, x):
        return object.__new__(cls, x)


class Both:
    def __new__(cls, x):
        return super().__new__(cls)

    def __init__(self, x):
        super().__init__()


# Of another type than the method's.
report(lambda: int.__add__("a", 1))
report(lambda: int.__add__("a"))
report(lambda: str.upper(1))
report(lambda: str.upper(1, 2))
report(lambda: str.join(1))
report(lambda: str.join(1, []))
report(lambda: list.append(1, 2))
report(lambda: list.append(1))
report(lambda: list.__len__("a"))
report(lambda: dict.get([], 1))
report(lambda: dict.__getitem__([], 1))
report(lambda: float.__abs__(1))
report(lambda: float.is_integer(1))

# Without a receiver, or with keywords.
report(lambda: list.append())
report(lambda: str.upper())
report(lambda: object.__init__())
report(lambda: (1).__add__(other=1))
report(lambda: [].append(object=1))
report(lambda: [].append())
report(lambda: [].append(1, 2))
report(lambda: (1).__add__())
report(lambda: (1).__add__(1, 2))

# Excess arguments of object.
report(lambda: object(1))
report(lambda: Plain(1))
report(lambda: Plain(a=1))
report(lambda: Starts(1))
report(lambda: Makes(1))
report(lambda: Both(1))
report(lambda: object.__init__(Plain(), 1))
report(lambda: object.__init__(5, 1))
report(lambda: object.__init__([], 1))
report(lambda: object.__new__(Plain, 1))
report(lambda: object.__new__(Starts, 1))
report(lambda: object.__new__(int))
report(lambda: object.__new__(1))
report(lambda: object.__new__())
report(lambda: object().__format__(3))
report(lambda: object().__format__("x"))
