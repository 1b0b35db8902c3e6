# itertools: what each function yields, what it refuses, and that nothing is made before it is asked for.
import itertools
import operator


def refused(function, *arguments, **keywords):
    try:
        function(*arguments, **keywords)
    except Exception as error:
        print(type(error).__name__, error)


# Endless
print(list(itertools.islice(itertools.count(5, 3), 4)), itertools.count(2.5), itertools.count(1, 2))
print(list(itertools.islice(itertools.cycle("abc"), 7)), list(itertools.cycle([])))
print(list(itertools.repeat("x", 3)), itertools.repeat(1), list(itertools.repeat(1, -2)))

# One after another
print(list(itertools.chain("ab", [1], ())), list(itertools.chain.from_iterable([[1], "b", range(2)])))
print(list(itertools.accumulate([1, 2, 3, 4])), list(itertools.accumulate([3, 1, 4], max, initial=2)))
print(list(itertools.accumulate([], operator.mul)), list(itertools.pairwise("abcd")), list(itertools.pairwise([1])))
print(list(itertools.zip_longest("abc", [1], fillvalue="-")), list(itertools.starmap(pow, [(2, 3), (3, 2)])))

# Choosing
numbers = [1, 4, 6, 3, 8, 2]
print(list(itertools.takewhile(lambda n: n != 3, numbers)), list(itertools.dropwhile(lambda n: n != 3, numbers)))
print(list(itertools.filterfalse(lambda n: n % 2, numbers)), list(itertools.filterfalse(None, [0, 1, "", "a"])))
print(list(itertools.compress("abcdef", [1, 0, 1, 0, 1])))
print(list(itertools.islice(numbers, 1, None, 2)), list(itertools.islice(numbers, 2)))
for key, group in itertools.groupby(sorted(numbers, key=lambda n: n % 3), lambda n: n % 3):
    print(key, list(group))

# Combinations
print(list(itertools.product("ab", [1, 2])), len(list(itertools.product(range(3), repeat=3))))
print(list(itertools.permutations("abc", 2)), list(itertools.permutations([], 1)), list(itertools.permutations([])))
print(list(itertools.combinations("abcd", 2)), list(itertools.combinations("ab", 3)))
print(list(itertools.combinations_with_replacement("ab", 3)))

# Several readers of one iterator
first, second = itertools.tee(iter("abc"))
print(next(first), next(first), list(second), list(first))

# What does not fit, or makes no sense
refused(itertools.tee, (), 2**53)
refused(itertools.tee, (), -1)
refused(itertools.product, [1, 2], repeat=2**53)
refused(itertools.product, [1], repeat=-1)
refused(itertools.combinations, "ab", -1)
refused(itertools.combinations_with_replacement, [1], 2**53)
refused(itertools.islice, "ab", -1)
refused(itertools.islice, "ab", 0, 1, 0)
refused(itertools.chain, 1)
refused(lambda: list(itertools.chain(1)))
refused(lambda: list(itertools.starmap(pow, [1])))
refused(itertools.repeat)
refused(itertools.count, "a")


class Watched:
    def __iter__(self):
        print("asked")
        return iter([1, 2])


lazy = itertools.chain(Watched(), Watched())
print("made")
print(list(lazy))
