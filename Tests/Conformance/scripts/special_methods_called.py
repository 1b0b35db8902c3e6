# Special methods of sequences called by name say what they need; operators have words of their own.
def show(text, **names):
    try:
        print(text, "->", eval(text, names))
    except Exception as error:
        print(text, "->", type(error).__name__, error)


for sequence in ("[1]", "(1,)", "'a'", "b'a'", "bytearray(b'a')"):
    show(f"{sequence} * 'x'")
    show(f"1.5 * {sequence}")
    show(f"{sequence}.__mul__('x')")
    show(f"{sequence}.__rmul__(2)")


class Repeats:
    def __rmul__(self, other):
        return f"{other!r} times"


print([1] * Repeats(), "a" * Repeats())
items = [1]
try:
    items *= "x"
except TypeError as error:
    print(error)

# Methods of objects are themselves called through `__call__`.
show("[1, 2].index.__call__(2)")
show("''.join.__call__(['a', 'b'])")


class Plain:
    def method(self, *given):
        return given


show("Plain().method.__call__(3)", Plain=Plain)


# What is unpacked: alone it belongs to the call, among others it is only a value.
def take(*given, **named):
    return given, named


for text in ("take(*1)", "take(1, *2)", "take(*1, a=2)", "take(*[], *2)", "take(**Keys())", "{**Keys()}"):
    show(text, take=take, Keys=type("Keys", (), {"keys": lambda self: 3}))


# Only between classes whose instances hold the same can an object change its class.
class Slotted:
    __slots__ = ("a",)


class SameSlots:
    __slots__ = ("a",)


for value, cls in ((Plain(), Slotted), (Slotted(), SameSlots), (Slotted(), Plain), (Plain(), int), (1, Plain)):
    try:
        value.__class__ = cls
        print("became", type(value).__name__)
    except TypeError as error:
        print(error)
print(None.__doc__)
