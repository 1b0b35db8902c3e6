def count(n):
    counts = {}
    for i in range(n):
        key = i & 255
        counts[key] = counts.get(key, 0) + 1
    return counts


count(1_000_000)
