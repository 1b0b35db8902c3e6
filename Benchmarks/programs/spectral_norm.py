# The largest singular value of an infinite matrix's corner, by the power method.
from math import sqrt


def entry(row, column):
    return 1.0 / ((row + column) * (row + column + 1) // 2 + row + 1)


def times(vector):
    return [sum(entry(i, j) * x for j, x in enumerate(vector)) for i in range(len(vector))]


def times_transposed(vector):
    return [sum(entry(j, i) * x for j, x in enumerate(vector)) for i in range(len(vector))]


def spectral_norm(n, rounds=10):
    u = [1.0] * n
    for _ in range(rounds):
        v = times_transposed(times(u))
        u = times_transposed(times(v))
    above = sum(a * b for a, b in zip(u, v))
    below = sum(b * b for b in v)
    return sqrt(above / below)


assert f"{spectral_norm(100):.9f}" == "1.274219991"
assert f"{spectral_norm(150):.6f}" == "1.274223"
