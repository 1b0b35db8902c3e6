# Lists, sets, dictionaries and generator expressions, nested and with conditions.


def primes(n):
    composite = {j for i in range(2, int(n**0.5) + 1) for j in range(i * i, n, i)}
    return [i for i in range(2, n) if i not in composite]


def product(a, b):
    columns = list(zip(*b))
    return [[sum(x * y for x, y in zip(row, column)) for column in columns] for row in a]


def transpose(m):
    return [[row[i] for row in m] for i in range(len(m[0]))]


def life(cells, size):
    around = [(dx, dy) for dx in (-1, 0, 1) for dy in (-1, 0, 1) if (dx, dy) != (0, 0)]
    near = [((x + dx) % size, (y + dy) % size) for x, y in cells for dx, dy in around]
    counts = {}
    for cell in near:
        counts[cell] = counts.get(cell, 0) + 1
    return {cell for cell, n in counts.items() if n == 3 or (n == 2 and cell in cells)}


def invert(pairs):
    return {value: key for key, value in pairs.items() if value % 3}


assert len(primes(240_000)) == 21221
square = [[(i * j) % 7 for j in range(60)] for i in range(60)]
assert product(square, transpose(square))[1][1] == 742
world = {(x, y) for x in range(40) for y in range(40) if (x * 7 + y * 3) % 5 < 2}
for _ in range(80):
    world = life(world, 40)
table = {i: i * i % 65537 for i in range(100_000)}
assert len(invert(table)) > 20_000
triples = [(a, b, c) for a in range(1, 60) for b in range(a, 60) for c in range(b, 60) if a * a + b * b == c * c]
assert len(triples) == 25
flat = [x for row in square for x in row if x]
assert sum(x if x > 2 else -x for x in flat * 50) == sum([x if x > 2 else -x for x in flat]) * 50
