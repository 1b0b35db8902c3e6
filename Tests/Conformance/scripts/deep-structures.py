# Structures as deep as they are long: freeing one must not recurse, whatever it is made of
import gc


def check(name, step, depth=100_000):
    value = None
    for _ in range(depth):
        value = step(value)
    del value
    gc.collect()
    print(name)


class Node:
    def __init__(self, next):
        self.next = next


class Slots:
    __slots__ = ("next",)

    def __init__(self, next):
        self.next = next


def generator(value):
    yield value


def caused(value):
    error = ValueError()
    error.__cause__ = value
    return error


check("list", lambda x: [x])
check("tuple", lambda x: (x,))
check("dict", lambda x: {"next": x})
check("object", Node)
check("slots", Slots)
check("closure", lambda x: lambda: x)
check("generator", generator, depth=20_000)
check("iterator", lambda x: iter([x]))
check("map", lambda x: map(len, [x]))
check("bound method", lambda x: Node(x).__init__)
check("exception", caused)

first = last = Node(None)
for _ in range(100_000):
    last = Node(last)
first.next = last
del first, last
print("ring", gc.collect() > 0)
