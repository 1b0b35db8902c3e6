def multiply(a, b):
    return [[sum(x * y for x, y in zip(row, column)) for column in zip(*b)] for row in a]


fibonacci = [[1, 1], [1, 0]]
power = [[1, 0], [0, 1]]
for _ in range(200):
    power = multiply(power, fibonacci)
print(power[0][1])
print(multiply([[1.5, 2], [3, 4]], [[0.5, 1], [2, 0.25]]))
