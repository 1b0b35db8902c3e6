"""Data as Sun's programs exchange it (RFC 1014): everything in units of four bytes, the high one first."""

import struct

__all__ = ["Error", "Packer", "Unpacker", "ConversionError"]


class Error(Exception):
    """The data is not what it should be."""

    def __init__(self, msg):
        self.msg = msg

    def __repr__(self):
        return repr(self.msg)

    def __str__(self):
        return str(self.msg)


class ConversionError(Error):
    """A value has no place in the data."""


def _padding(count):
    return -count % 4


class Packer:
    """Collects data."""

    def __init__(self):
        self.reset()

    def reset(self):
        self._parts = []

    def get_buffer(self):
        return b"".join(self._parts)

    get_buf = get_buffer

    def _pack(self, form, value):
        try:
            self._parts.append(struct.pack(form, value))
        except struct.error as error:
            raise ConversionError(error.args[0]) from None

    def pack_uint(self, x):
        self._pack(">L", x)

    pack_enum = pack_int = lambda self, x: self._pack(">l", x)

    def pack_bool(self, x):
        self._parts.append(b"\0\0\0\1" if x else b"\0\0\0\0")

    def pack_uhyper(self, x):
        for part in (x >> 32 & 0xFFFFFFFF, x & 0xFFFFFFFF):
            try:
                self.pack_uint(part)
            except (TypeError, struct.error) as error:
                raise ConversionError(error.args[0]) from None

    pack_hyper = pack_uhyper

    def pack_float(self, x):
        self._pack(">f", x)

    def pack_double(self, x):
        self._pack(">d", x)

    def pack_fstring(self, n, s):
        if n < 0:
            raise ValueError("fstring size must be nonnegative")
        data = s[:n]
        self._parts.append(data + b"\0" * (n + _padding(n) - len(data)))

    pack_fopaque = pack_fstring

    def pack_string(self, s):
        self.pack_uint(len(s))
        self.pack_fstring(len(s), s)

    pack_opaque = pack_bytes = pack_string

    def pack_list(self, list, pack_item):
        for item in list:
            self.pack_uint(1)
            pack_item(item)
        self.pack_uint(0)

    def pack_farray(self, n, list, pack_item):
        if len(list) != n:
            raise ValueError("wrong array size")
        for item in list:
            pack_item(item)

    def pack_array(self, list, pack_item):
        self.pack_uint(len(list))
        self.pack_farray(len(list), list, pack_item)


class Unpacker:
    """Reads data."""

    def __init__(self, data):
        self.reset(data)

    def reset(self, data):
        self._data = data
        self._place = 0

    def get_position(self):
        return self._place

    def set_position(self, position):
        self._place = position

    def get_buffer(self):
        return self._data

    def done(self):
        if self._place < len(self._data):
            raise Error("unextracted data remains")

    def _take(self, count):
        start, self._place = self._place, self._place + count
        data = self._data[start:self._place]
        if len(data) < count:
            raise EOFError
        return data

    def unpack_uint(self):
        return struct.unpack(">L", self._take(4))[0]

    def unpack_int(self):
        return struct.unpack(">l", self._take(4))[0]

    unpack_enum = unpack_int

    def unpack_bool(self):
        return bool(self.unpack_int())

    def unpack_uhyper(self):
        return self.unpack_uint() << 32 | self.unpack_uint()

    def unpack_hyper(self):
        value = self.unpack_uhyper()
        return value - (1 << 64) if value >> 63 else value

    def unpack_float(self):
        return struct.unpack(">f", self._take(4))[0]

    def unpack_double(self):
        return struct.unpack(">d", self._take(8))[0]

    def unpack_fstring(self, n):
        if n < 0:
            raise ValueError("fstring size must be nonnegative")
        if self._place + n + _padding(n) > len(self._data):
            raise EOFError
        return self._take(n + _padding(n))[:n]

    unpack_fopaque = unpack_fstring

    def unpack_string(self):
        return self.unpack_fstring(self.unpack_uint())

    unpack_opaque = unpack_bytes = unpack_string

    def unpack_list(self, unpack_item):
        items = []
        while (more := self.unpack_uint()) == 1:
            items.append(unpack_item())
        if more:
            raise ConversionError(f"0 or 1 expected, got {more!r}")
        return items

    def unpack_farray(self, n, unpack_item):
        return [unpack_item() for _ in range(n)]

    def unpack_array(self, unpack_item):
        return self.unpack_farray(self.unpack_uint(), unpack_item)
