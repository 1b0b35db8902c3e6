"""array.array: construction, items, methods, errors, and its memory shared with other types."""

import copy
import io
import struct
from array import ArrayType, array, typecodes
from collections.abc import MutableSequence


def attempt(action):
    try:
        print(repr(action()))
    except Exception as error:
        print(type(error).__name__, error)


print("== construction ==")
print(typecodes, ArrayType is array, array)
for code in typecodes:
    print(array(code), array(code).itemsize, array(code).typecode)
print(array("i", [1, 2, 3]), array("d", (0.1, 2)), array("f", [1.1, float("inf")]), array("u", "a\n'é"))
print(array("h", b"\1\0\2\0"), array("i", array("b", [1, -1])), array("B", range(4)))
for arguments in [(), ("x",), (1,), ("ab",), ("i", 5), ("i", "ab"), ("i", 1, 2), ("i", b"abc"), ("i", [1, "a"])]:
    attempt(lambda: array(*arguments))
attempt(lambda: array("i", key=1))
attempt(lambda: array("i", array("u", "ab")))

print("== what fits ==")
for code in typecodes:
    for value in (-1, 200, 1 << 15, 1 << 31, 1 << 32, 1 << 63, 1 << 64, 1.5, "a", None):
        try:
            array(code).append(value)
        except Exception as error:
            print(code, value, type(error).__name__, error)

print("== items ==")
numbers = array("i", [1, 2, 3, 4, 5])
print(numbers[0], numbers[-1], numbers[1:3], numbers[::-2], numbers[10:], len(numbers), 3 in numbers, "a" in numbers)
attempt(lambda: numbers[5])
attempt(lambda: numbers["a"])
for key, value in [
        (0, 9), (9, 1), ("a", 1), (0, "a"), (slice(1, 2), array("i", [7, 8, 9])), (slice(1, 2), [1]),
        (slice(1, 2), array("b", [1])), (slice(None, None, 2), array("i", [7, 8, 9])),
        (slice(None, None, 2), array("i", [7])), (slice(None, None, -1), array("i", [1, 2, 3, 4, 5]))]:
    changed = numbers[:]
    try:
        changed[key] = value
        print(changed)
    except Exception as error:
        print(type(error).__name__, error)
for key in (0, -1, 9, slice(1, 3), slice(None, None, 2), slice(None, None, -2), slice(3, 1)):
    changed = numbers[:]
    try:
        del changed[key]
        print(changed)
    except Exception as error:
        print(type(error).__name__, error)

print("== operators ==")
print(numbers + numbers, numbers * 2, 2 * numbers, numbers * -1)
attempt(lambda: numbers + [1])
attempt(lambda: numbers + array("b", [1]))
attempt(lambda: numbers * 1.0)
grown = array("i", [1])
grown += array("i", [2])
grown *= 2
print(grown, array("i", [1]) == array("d", [1.0]), array("i", [1]) < array("i", [1, 2]), array("i", [1]) == [1])
attempt(lambda: array("i", [1]) < [1])
attempt(lambda: hash(numbers))

print("== methods ==")
a = array("i", [3, 1, 3])
print(a.count(3), a.index(3), a.index(3, 1), a.pop(), a.pop(0), a)
a.insert(0, 7)
a.insert(-1, 8)
a.insert(100, 9)
a.extend([1, 2])
a.extend(array("i", [4]))
a.fromlist([5])
a.remove(7)
a.reverse()
print(a, a.tolist(), list(reversed(a)), sum(a), max(a))
for action in [
        lambda: a.index(99), lambda: a.remove(99), lambda: a.pop(99), lambda: array("i").pop(),
        lambda: a.extend(array("b", [1])), lambda: a.extend(5), lambda: a.fromlist((1,)),
        lambda: a.fromlist([1, "x"]), lambda: a.frombytes(b"abc"), lambda: a.frombytes("abc"),
        lambda: a.fromunicode("x"), lambda: a.tounicode(), lambda: a.append(), lambda: a.zzz]:
    attempt(action)
print(a)
text = array("u", "hé")
text.fromunicode("!")
print(text.tounicode(), text[1], text.tolist())
swapped = array("h", [1, 256])
swapped.byteswap()
print(swapped, swapped.tobytes(), swapped.buffer_info()[1])
print(copy.copy(a) == a, copy.deepcopy(a) is a, isinstance(a, MutableSequence))

print("== memory ==")
view = memoryview(numbers)
print(view.format, view.itemsize, view.nbytes, view.tolist())
view[0] = 99
print(numbers[0], bytes(array("h", [1, 2])), bytearray(array("b", [1, 2])), b"-".join([array("b", [65])] * 2))
attempt(lambda: numbers.append(1))
view.release()
numbers.append(1)
file = io.BytesIO()
numbers.tofile(file)
file.seek(0)
read = array("i")
read.fromfile(file, 2)
print(read)
attempt(lambda: read.fromfile(file, 9))
print(read)
room = array("b", bytes(8))
struct.pack_into("<i", room, 2, 7)
print(room, struct.unpack_from("<i", room, 2), int.from_bytes(array("B", [1, 2]), "big"))


class Row(array):
    """A subclass keeps its name."""


row = Row("i", [1])
row.name = "first"
print(row, row.name, type(row + row), isinstance(row, array))
match numbers:
    case [first, *_, last]:
        print(first, last)
