"""What is made of the answers that special methods give, and who is named when they fail."""


class Four:
    def __index__(self):
        return 4


class Sized:
    def __init__(self, length):
        self.length = length

    def __len__(self):
        return self.length


for length in [3, True, Four(), -1, -(2**70), 2**70, 2.0, "x", None]:
    try:
        print(len(Sized(length)), bool(Sized(length)))
    except (TypeError, ValueError, OverflowError) as e:
        print(type(e).__name__, e)


class Asked:
    def __getattr__(self, name):
        raise AttributeError

    @property
    def broken(self):
        raise AttributeError("from inside", name="own")


asked = Asked()
for name in ["missing", "broken"]:
    try:
        getattr(asked, name)
    except AttributeError as e:
        print(repr(e), e.name, e.obj is asked)


class Late:
    def __getattribute__(self, name):
        raise AttributeError("never " + name)


late = Late()
try:
    late.anything
except AttributeError as e:
    print(e, e.name, e.obj is late)


class Base:
    def method(*arguments):
        return super().method()


try:
    Base().method()
except RuntimeError as e:
    print(e)


def refuse(call):
    try:
        print(call())
    except TypeError as e:
        print(e)


refuse(lambda: sorted(iterable=[1]))
refuse(lambda: sorted([1], foo=1))
refuse(lambda: sum(x=[]))
refuse(lambda: int.__new__(bool, 3))
refuse(lambda: BaseException.__new__(int))
refuse(lambda: FileNotFoundError(foo=1))
refuse(lambda: print >> 1)

print(eval(bytearray(b"2 + 2")), eval(memoryview(b"3 * 3")))
print(hash(""), hash(b""))
print(type(dict.__dict__["fromkeys"]), type(iter(memoryview(b"ab"))), list(memoryview(b"ab")))


class Nested:
    def __repr__(self):
        return repr(self)

    def __eq__(self, other):
        return [self] == [other]


for attempt in (lambda: repr(Nested()), lambda: Nested() == Nested()):
    try:
        attempt()
    except RecursionError as e:
        print(str(e)[:32])
