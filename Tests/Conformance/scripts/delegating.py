# yield from: what is sent, thrown and returned through several generators, and where tracebacks lead.
import traceback


def inner():
    got = yield 1
    print("got", got)
    try:
        yield 2
    except ValueError as error:
        print("caught", error)
        yield "caught"
    return "returned"


def middle():
    print((yield from inner()))
    return (yield from (i for i in range(2)))


def outer():
    try:
        print((yield from middle()))
    finally:
        print("finally")


g = outer()
print(next(g), g.send("sent"), g.throw(ValueError("thrown")), next(g), next(g))
try:
    next(g)
except StopIteration as stop:
    print("stop", stop.value)
g = outer()
next(g)
g.close()
g = outer()
next(g)
try:
    g.throw(KeyError("k"))
except KeyError as error:
    print("out", error)


def walk(tree):
    if tree:
        yield from walk(tree[0])
        yield tree[1]
        yield from walk(tree[2])


def grow(low, high):
    if low >= high:
        return None
    middle = (low + high) // 2
    return grow(low, middle), middle, grow(middle + 1, high)


print(list(walk(grow(0, 12))), sum(walk(grow(0, 200))))


def itself():
    yield from again


again = itself()
try:
    next(again)
except ValueError as error:
    print(error)


def endless(n):
    yield n
    yield from endless(n + 1)


try:
    for n in endless(0):
        pass
except RecursionError:
    print("too deep", n > 100)


def stopping():
    yield 1
    raise StopIteration("early")


def passing():
    try:
        yield from stopping()
    except RuntimeError as error:
        print(error, repr(error.__cause__))
        yield 2


print(list(passing()))
try:
    for x in stopping():
        print(x)
except RuntimeError as error:
    print(error, repr(error.__cause__), repr(error.__context__))


def dividing():
    yield 1
    1 / 0


def delegating():
    yield from dividing()


def show():
    text = traceback.format_exc()
    print("\n".join(line for line in text.splitlines() if not line.startswith("  File")))


try:
    for x in delegating():
        pass
except ZeroDivisionError:
    show()
for bad in ["for x in 5: pass", "y = [x for x in 5]", "with 5: pass", "x = 1; assert x == 2, 'no'", "'a' + 1"]:
    try:
        exec(bad)
    except Exception as error:
        print(type(error).__name__, error)
try:
    assert len("ab") == 3, "no"
except AssertionError:
    show()
try:
    y = [x for x in 5]
except TypeError:
    show()
try:
    with 5:
        pass
except TypeError:
    show()


class Counting:
    def __iter__(self):
        return self

    def __next__(self):
        return 1

    def close(self):
        print("closed")


def counting():
    yield from Counting()


dropped = counting()
next(dropped)
del dropped
print("dropped")


class Announcing:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("gone", self.name)


items = [Announcing(1), Announcing(2)]
items.clear()
items = [Announcing(3), Announcing(4)]
del items
items = Announcing(5), Announcing(6)
del items


def down(n):
    if n == 0:
        1 / 0
    down(n - 1)


try:
    down(8)
except ZeroDivisionError as error:
    print([line for line in traceback.format_exc().splitlines() if not line.startswith("  File")])
    for entry in traceback.extract_tb(error.__traceback__)[-2:]:
        print(entry.name, entry.line, entry.lineno == entry.end_lineno, entry.colno, entry.end_colno)
    print("".join(traceback.format_tb(error.__traceback__)[-1:]).splitlines()[1:])
