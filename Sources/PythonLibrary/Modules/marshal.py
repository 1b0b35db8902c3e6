"""Plain values as bytes."""

import struct as _struct

version = 4


def dumps(value, version=version, /):
    """Return the bytes object that would be written to a file by dump(value, file)."""
    parts = []
    _write(value, parts.append, 0)
    return b"".join(parts)


def dump(value, file, version=version, /):
    """Write the value on the open file."""
    return file.write(dumps(value))


def loads(bytes, /):
    """Convert the bytes-like object to a value."""
    if isinstance(bytes, str):
        raise TypeError("a bytes-like object is required, not 'str'")
    return _Reader(memoryview(bytes).tobytes()).value()


def load(file, /):
    """Read one value from the open file and return it."""
    reader = _Reader(b"", file)
    return reader.value()


def _long(number):
    return number.to_bytes(4, "little", signed=True)


def _write(value, put, depth):
    if depth > 2000:
        raise ValueError("object too deeply nested to marshal")
    kind = type(value)
    if value is None:
        put(b"N")
    elif value is True:
        put(b"T")
    elif value is False:
        put(b"F")
    elif value is ...:
        put(b".")
    elif value is StopIteration:
        put(b"S")
    elif kind is int:
        _write_int(value, put)
    elif kind is float:
        put(b"g" + _struct.pack("<d", value))
    elif kind is complex:
        put(b"y" + _struct.pack("<dd", value.real, value.imag))
    elif kind is str:
        if value.isascii():
            put((b"z" + bytes([len(value)]) if len(value) < 256 else b"a" + _long(len(value))) + value.encode())
        else:
            text = value.encode("utf-8", "surrogatepass")
            put(b"u" + _long(len(text)) + text)
    elif kind is tuple:
        put(b")" + bytes([len(value)]) if len(value) < 256 else b"(" + _long(len(value)))
        for item in value:
            _write(item, put, depth + 1)
    elif kind in (list, set, frozenset):
        put({list: b"[", set: b"<", frozenset: b">"}[kind] + _long(len(value)))
        for item in value:
            _write(item, put, depth + 1)
    elif kind is dict:
        put(b"{")
        for key, item in value.items():
            _write(key, put, depth + 1)
            _write(item, put, depth + 1)
        put(b"0")
    elif kind.__name__ == "code":
        raise NotImplementedError("marshal of code is not available in nbcheck")
    else:
        try:
            data = memoryview(value).tobytes()
        except TypeError:
            raise ValueError("unmarshallable object") from None
        put(b"s" + _long(len(data)) + data)


def _write_int(value, put):
    if -(2 ** 31) <= value < 2 ** 31:
        return put(b"i" + _long(value))
    digits = []
    rest = abs(value)
    while rest:
        digits.append((rest & 0x7FFF).to_bytes(2, "little"))
        rest >>= 15
    put(b"l" + _long(len(digits) if value > 0 else -len(digits)) + b"".join(digits))


class _Reader:
    def __init__(self, data, file=None):
        self.data = data
        self.file = file
        self.place = 0
        self.known = []

    def take(self, count):
        if self.file is not None:
            part = self.file.read(count)
        else:
            part = self.data[self.place : self.place + count]
            self.place += count
        if len(part) < count:
            raise EOFError("marshal data too short" if self.place or self.file else "EOF read where object expected")
        return part

    def long(self):
        return int.from_bytes(self.take(4), "little", signed=True)

    def size(self, what):
        size = self.long()
        if size < 0:
            raise ValueError(f"bad marshal data ({what} size out of range)")
        return size

    def value(self):
        value = self.item(0)
        if value is _END:
            raise TypeError("NULL object in marshal data for object")
        return value

    def item(self, depth):
        if depth > 2000:
            raise ValueError("bad marshal data (recursion limit exceeded)")
        try:
            code = self.take(1)[0]
        except EOFError:
            raise EOFError("EOF read where object expected") from None
        kind = chr(code & 0x7F)
        place = None
        if code & 0x80:
            place = len(self.known)
            self.known.append(None)
        value = self.read(kind, depth, place)
        if place is not None:
            self.known[place] = value
        return value

    def items(self, count, depth):
        for _ in range(count):
            value = self.item(depth + 1)
            if value is _END:
                raise TypeError("NULL object in marshal data for object")
            yield value

    def read(self, kind, depth, place):
        if kind in _SINGLE:
            return _SINGLE[kind]
        if kind == "i":
            return self.long()
        if kind == "l":
            count = self.long()
            digits = self.take(2 * abs(count))
            number = sum(
                int.from_bytes(digits[2 * i : 2 * i + 2], "little") << 15 * i for i in range(abs(count)))
            return number if count >= 0 else -number
        if kind == "g":
            return _struct.unpack("<d", self.take(8))[0]
        if kind == "y":
            return complex(*_struct.unpack("<dd", self.take(16)))
        if kind == "s":
            return self.take(self.size("bytes object"))
        if kind in "zZ":
            return self.take(self.take(1)[0]).decode("ascii")
        if kind in "aAut":
            return self.take(self.size("string")).decode("utf-8", "surrogatepass")
        if kind in ")(":
            return tuple(self.items(self.take(1)[0] if kind == ")" else self.size("tuple"), depth))
        if kind == "[":
            found = []
            if place is not None:
                self.known[place] = found
            found.extend(self.items(self.size("list"), depth))
            return found
        if kind in "<>":
            return (set if kind == "<" else frozenset)(self.items(self.size("set"), depth))
        if kind == "{":
            found = {}
            if place is not None:
                self.known[place] = found
            while (key := self.item(depth + 1)) is not _END:
                found[key] = self.item(depth + 1)
            return found
        if kind == "r":
            index = self.long()
            if not 0 <= index < len(self.known):
                raise ValueError("bad marshal data (invalid reference)")
            return self.known[index]
        if kind == "c":
            raise NotImplementedError("marshal of code is not available in nbcheck")
        raise ValueError("bad marshal data (unknown type code)")


_END = object()
_SINGLE = {"N": None, "T": True, "F": False, ".": ..., "S": StopIteration, "0": _END}
