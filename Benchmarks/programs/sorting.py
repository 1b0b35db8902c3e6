# Sorts numbers, words, tuples and objects, by all kinds of keys.
from functools import cmp_to_key
from operator import attrgetter, itemgetter


class Student:
    def __init__(self, name, year, mark):
        self.name, self.year, self.mark = name, year, mark

    def __lt__(self, other):
        return (self.year, self.name) < (other.year, other.name)


def noise(n, seed=12345):
    for _ in range(n):
        seed = (seed * 1103515245 + 12345) % 2147483648
        yield seed


numbers = list(noise(60_000))
words = [f"w{x % 5000:04}" for x in numbers]
students = [Student(words[i], numbers[i] % 40, numbers[i] / 2147483648) for i in range(15_000)]

ascending = sorted(numbers)
assert sorted(numbers, reverse=True) == ascending[::-1]
sorted(float(x) for x in numbers)
sorted(words)
sorted(words, key=str.lower, reverse=True)
sorted(words, key=len)
sorted(numbers, key=lambda x: -x)
sorted(numbers, key=lambda x: (x % 100, x))
by_pair = sorted(zip(words, numbers))
by_pair.sort(key=itemgetter(1))
students.sort(key=attrgetter("mark"))
students.sort(key=lambda s: s.year)
assert all(a.mark <= b.mark for a, b in zip(students, students[1:]) if a.year == b.year)
students.sort()
students.sort(key=lambda s: (s.year, -s.mark))
sorted(numbers[:10_000], key=cmp_to_key(lambda a, b: (a > b) - (a < b)))
ascending.append(5)
ascending.sort()
assert ascending[0] <= 5 <= ascending[-1]
