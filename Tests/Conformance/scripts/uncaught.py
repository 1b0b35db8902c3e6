def inner(values):
    return values[10]


def outer():
    print("before")
    inner([1, 2, 3])
    print("after")


outer()
