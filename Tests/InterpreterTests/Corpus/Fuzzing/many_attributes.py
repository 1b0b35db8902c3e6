class Object:
    pass


many = Object()
for i in range(20000):
    setattr(many, f"a{i}", i)
assert many.a19999 == 19999 and len(vars(many)) == 20000
for i in reversed(range(10, 20000)):
    delattr(many, f"a{i}")
assert list(vars(many)) == [f"a{i}" for i in range(10)]

# Objects that part ways after the same first attributes.
left, right = Object(), Object()
left.a = right.a = 1
left.b, left.c = 2, 3
right.c, right.b = 4, 5
assert vars(left) == {"a": 1, "b": 2, "c": 3} and vars(right) == {"a": 1, "c": 4, "b": 5}
short = Object()
short.a = 6
assert not hasattr(short, "b") and not hasattr(short, "c")
del left.a
left.d = 7
assert list(vars(left).items()) == [("b", 2), ("c", 3), ("d", 7)]
short.d = 8
assert vars(short) == {"a": 6, "d": 8} and not hasattr(right, "d")
del right.c, right.b
right.b = 9
assert vars(right) == {"a": 1, "b": 9} and (left.b, left.c) == (2, 3)
