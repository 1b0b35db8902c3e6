# Generators drawn from by functions: what they see, and what is seen of them.


def count(n, log=None):
    for i in range(n):
        got = yield i
        assert got is None
        if log is not None:
            log.append(i)


# All of it
print(list(count(4)), tuple(count(3)), sum(count(5)), sum(count(3), 0.5), sorted(x % 3 for x in count(7)))
print(",".join(str(x) for x in count(3)), set(count(3)), dict((x, x * x) for x in count(3)), max(count(4)), min(count(4)))
print(any(count(3)), all(count(3)), any(x > 5 for x in count(3)), all(x < 5 for x in count(3)))
print(sum(x / 4 for x in count(5)), sum([[1], [2]], []), sum((x for x in ([1], [2])), []), sum(2**62 for _ in range(4)))

# Only as far as needed
log = []
g = count(10, log)
print(any(g), log, next(g), all(g), log, list(g))
g = (x for x in (0, "", None, 0.0, [], "found", 1))
print(any(g), list(g))
g = (x for x in (1, True, "a", [0], 0, 2))
print(all(g), list(g))

# Inside one another
print(sum(sum(count(x)) for x in count(6)))
print([list(y for y in count(x)) for x in count(4)], list(list(count(x)) for x in count(3)))


def walk(tree):
    if tree:
        yield from walk(tree[0])
        yield tree[1]
        yield from walk(tree[2])


print(list(walk((((), 1, ()), 2, ((), 3, ())))), sum(walk((((), 1, ()), 2, ()))))


# Errors and what they leave
def fails(n):
    try:
        yield from count(n)
        raise KeyError("end")
    finally:
        print("finally")


for draw in (list, sum, any, tuple, sorted, lambda g: "".join(map(str, g)), lambda g: [*g]):
    try:
        print(draw(fails(2)))
    except KeyError as e:
        print("KeyError", e, e.__traceback__.tb_next.tb_frame.f_code.co_name)

g = (x for x in [1, "a", 2])
try:
    sum(g)
except TypeError as e:
    print(e, list(g))


def itself():
    try:
        list(me)
    except ValueError as e:
        yield str(e)


me = itself()
print(list(me))


# What a number does when it is added finds the generator suspended
class Number:
    def __init__(self, generator):
        self.generator = generator

    def __radd__(self, other):
        return other + next(self.generator)


def numbers():
    yield 1
    yield Number(g)
    yield 10
    yield 100


g = numbers()
print(sum(g))

# Values that are sent when it has been drawn from, and handlers left open
def handler():
    try:
        raise ValueError("inner")
    except ValueError:
        yield 1
        yield 2


try:
    raise KeyError("outer")
except KeyError:
    print(sum(handler()))
    try:
        raise
    except KeyError as e:
        print("still", repr(e))


def returns():
    x = yield 1
    y = yield 2
    return x, y


def outer():
    result = yield from returns()
    print("result", result)


print(list(outer()))
big = [0]
big.extend(count(3))
big[1:2] = count(2)
print(big, [*count(2), *count(3)], {*count(2)})
