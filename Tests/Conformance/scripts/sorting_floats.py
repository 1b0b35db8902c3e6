# Floats that are equal but not the same, that have no order, and that are as large or as small as there are.
import random

inf, nan = float("inf"), float("nan")
random.seed(3)
kinds = {
    "any": lambda: random.uniform(-5, 5),
    "extreme": lambda: random.choice([0.0, 1.5, -1.5, inf, -inf, 5e-324, -5e-324, 1e308, -1e308]),
    "zeros": lambda: random.choice([0.0, -0.0, 1.0, -1.0]),
    "few": lambda: float(random.randrange(-3, 3)),
}

for count in (1, 2, 5, 40, 1000):
    for kind, make in kinds.items():
        numbers = [make() for _ in range(count)]
        upwards = sorted(numbers)
        assert all(a <= b for a, b in zip(upwards, upwards[1:]))
        assert sorted(map(repr, upwards)) == sorted(map(repr, numbers))
        print(kind, count, upwards[:6], sorted(numbers, reverse=True)[:6])
        places = range(count)
        print(sorted(places, key=lambda i: numbers[i])[:12], sorted(places, key=lambda i: numbers[i], reverse=True)[:12])

print(sorted([0.0, -0.0, 0.0]), sorted([1.0, -0.0, 0.0, -1.0], key=abs))
print(sorted([3.0, nan, 1.0, 2.0]), sorted([2.0, 1, True, -0.5]))
