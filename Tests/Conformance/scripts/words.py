text = """the quick brown fox jumps over the lazy dog
the dog sleeps and the fox runs"""

counts = {}
for line in text.splitlines():
    for word in line.split():
        counts[word] = counts.get(word, 0) + 1

for word, count in sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:5]:
    print(f"{word:<6}{count:>3}")
print("longest:", max(counts, key=lambda w: (len(w), w)))
