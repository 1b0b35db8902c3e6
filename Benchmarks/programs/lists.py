def build(n):
    items = []
    for i in range(n):
        items.append(i)
    return sorted([x * 2 for x in items if x % 3], key=lambda x: -x)


build(500_000)
