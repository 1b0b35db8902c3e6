# A special method that a class sets to None is called, and cannot be.
class Unset:
    __bool__ = __len__ = __getitem__ = __setitem__ = __delitem__ = __neg__ = __abs__ = None
    __int__ = __float__ = __index__ = __round__ = __repr__ = __format__ = __next__ = None
    __iter__ = __contains__ = __hash__ = __reversed__ = __add__ = None


unset = Unset()
for text in (
    "bool(unset)", "len(unset)", "unset[0]", "-unset", "abs(unset)", "int(unset)", "float(unset)",
    "[1][unset]", "round(unset)", "repr(unset)", "format(unset)", "next(unset)", "iter(unset)",
    "1 in unset", "hash(unset)", "reversed(unset)", "unset + 1", "not unset", "range(unset)",
):
    try:
        print(text, eval(text))
    except TypeError as error:
        print(text, "->", error)

# There is one empty tuple, whatever makes it.
print(() is tuple(), () is tuple([]), (1,)[1:] is (), (1,) * 0 is (), int.__bases__[1:] is ())

# Views of several dimensions.
view = memoryview(bytearray(range(24))).cast("B", (2, 3, 4))
print(view.shape, view.strides, view.ndim, len(view), view[1, 2, 3], view[0:1].tolist())
view[1, 1, 1] = 99
for text in ("view[0]", "view[1, 2]", "view[2, 0, 0]", "list(view)", "view.cast('B').shape", "view.cast('B', (6, 4))"):
    try:
        print(text, eval(text))
    except (TypeError, IndexError, NotImplementedError) as error:
        print(text, "->", type(error).__name__, error)

# Where a SyntaxError is.
for mode, text in (
    ("eval", "1 +"), ("exec", "1 +"), ("eval", ""), ("exec", "x = '"), ("exec", "(1"), ("exec", "def f():\n return 1 +"),
    ("exec", "  x"), ("exec", "return"), ("eval", "a b"), ("exec", "x = 1_\n"),
):
    try:
        compile(text, "name", mode)
    except SyntaxError as error:
        print(mode, repr(text), type(error).__name__, error.args)

print(bytearray(b"it's"), b"%i" % 3, float.__getformat__("double"), 0.0 ** float("-inf"))
print([].append.__qualname__, dict.fromkeys.__qualname__, len.__self__.__name__, type([].append), type([].__len__))
for attribute in ("foo", "__self__"):
    try:
        print(attribute, getattr([].append, attribute))
    except AttributeError as error:
        print(error)
