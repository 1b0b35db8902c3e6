# Counts the pairs of neighbouring letters in a list of names, as makemore does.
import random

random.seed(2147483647)
VOWELS, OTHERS = "aeiouy", "bcdfghjklmnpqrstvwxz"


def name():
    length = random.randint(2, 5)
    return "".join(random.choice(OTHERS) + random.choice(VOWELS) for _ in range(length))[random.randint(0, 1) :]


few = [name() for _ in range(1500)]
words = [few[i % 1500] + few[(i * 7 + 3) % 1500][:2] for i in range(30_000)]

for _ in range(3):
    counts = {}
    for w in words:
        chs = ["<S>"] + list(w) + ["<E>"]
        for ch1, ch2 in zip(chs, chs[1:]):
            bigram = (ch1, ch2)
            counts[bigram] = counts.get(bigram, 0) + 1

letters = sorted(set("".join(words)))
index = {s: i + 1 for i, s in enumerate(letters)}
index["<S>"] = index["<E>"] = 0
table = [[0] * len(index) for _ in index]
for (ch1, ch2), count in sorted(counts.items(), key=lambda kv: -kv[1]):
    table[index[ch1]][index[ch2]] += count
assert sum(map(sum, table)) == sum(len(w) + 1 for w in words)
