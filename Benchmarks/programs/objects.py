class Number:
    def __init__(self, value):
        self.value = value

    def __add__(self, other):
        return Number(self.value + other.value)


total = Number(0)
one = Number(1)
for _ in range(300_000):
    total = total + one
