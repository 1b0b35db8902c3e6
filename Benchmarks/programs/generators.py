# Generators as loops, pipelines, recursive walks and coroutines.


def numbers(n):
    for i in range(n):
        yield i


def evens(source):
    for x in source:
        if x % 2 == 0:
            yield x


def windows(source, size):
    window = []
    for x in source:
        window.append(x)
        if len(window) == size:
            yield tuple(window)
            window.pop(0)


def tree(low, high):
    if low >= high:
        return None
    middle = (low + high) // 2
    return (tree(low, middle), middle, tree(middle + 1, high))


def walk(node):
    if node:
        left, value, right = node
        yield from walk(left)
        yield value
        yield from walk(right)


def mean():
    total = count = 0
    average = None
    while True:
        total += yield average
        count += 1
        average = total / count


def fibonacci():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, (a + b) % 1_000_007


assert sum(x for x in numbers(500_000) if x % 2) == 62500000000
assert sum(1 for _ in windows(evens(numbers(300_000)), 3)) == 149_998
root = tree(0, 20_000)
assert list(walk(root)) == list(range(20_000))
meter = mean()
next(meter)
for x in numbers(200_000):
    latest = meter.send(x)
assert latest == 99999.5
for i, f in enumerate(fibonacci()):
    if i == 200_000:
        break
for _ in numbers(30_000):
    short = numbers(2)
    next(short)
    short.close()
