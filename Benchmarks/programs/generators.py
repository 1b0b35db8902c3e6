def numbers(n):
    for i in range(n):
        yield i


sum(x for x in numbers(500_000) if x % 2)
