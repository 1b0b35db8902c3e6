def make_accumulator(start=0):
    total = start

    def add(*values, scale=1):
        nonlocal total
        for value in values:
            total += value * scale
        return total

    return add


add = make_accumulator(10)
print(add(1), add(2, 3), add(1, scale=100))
print([f(3) for f in [lambda x, k=k: x ** k for k in range(4)]])
if __name__ == "__main__":
    print("main")
