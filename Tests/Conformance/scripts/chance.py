"""random: the same numbers for the same seed, for every distribution."""
import random

for seed in [0, -1, 10**30, "abc", "é", b"xyz", 1.5]:
    random.seed(seed)
    print(seed, random.random(), random.getrandbits(40), random.randint(1, 100), random.gauss(0, 1))
random.seed("abc", version=1)
print(random.random())

random.seed(7)
for _ in range(3):
    print(random.triangular(), random.triangular(1, 5, 2), random.betavariate(0.5, 0.5), random.expovariate(2))
    print(random.gammavariate(0.5, 1), random.gammavariate(9, 0.5), random.normalvariate(3, 4), random.gauss(1, 2))
    print(random.lognormvariate(0, 1), random.vonmisesvariate(0, 4), random.paretovariate(3), random.weibullvariate(1, 2))
    print(random.uniform(5, -5), random.randrange(10, 0, -3), random.randint(0, 10**20), random.randbytes(7))
    print(random.choice("abcdef"), random.choices([1, 2, 3], weights=[1, 2, 3], k=4), random.sample(range(100), 5))
    print(random.sample([1, 2], k=4, counts=[3, 2]), random.sample(range(10**9), 3), random.choices("ab", cum_weights=[1, 3]))
    items = list(range(10))
    random.shuffle(items)
    print(items)

state = random.getstate()
drawn = [random.random() for _ in range(3)]
random.setstate(state)
print(drawn == [random.random() for _ in range(3)], state[0], len(state[1]))


class Quarter(random.Random):
    def random(self):
        return 0.25


quarter = Quarter()
print(quarter.uniform(0, 4), quarter.choice("abcd"), quarter.randint(1, 8), quarter.sample(range(8), 3))
print(random.Random("x").random(), 0 <= random.SystemRandom().random() < 1)
for make in [
    lambda: random.choice([]), lambda: random.randint(5, 1), lambda: random.randrange(1, 5, 0),
    lambda: random.sample({1, 2}, 1), lambda: random.sample([1, 2], 3), lambda: random.choices([1, 2], [1]),
    lambda: random.choices([1, 2], [0, 0]), lambda: random.sample([1, 2], 2, counts=[1]),
    lambda: random.gammavariate(0, 1), lambda: random.getrandbits(-1), lambda: random.seed([1]),
    lambda: random.shuffle((1, 2)), lambda: random.choices([1, 2], 5),
]:
    try:
        print(make())
    except Exception as error:
        print(type(error).__name__, error)
