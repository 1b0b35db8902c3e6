"""Numbers and bytes as C lays them out."""

import math as _math

__all__ = ["calcsize", "pack", "pack_into", "unpack", "unpack_from", "iter_unpack", "Struct", "error"]


class error(Exception):
    pass


error.__module__ = "struct"

# Letter: size in standard layout, size in native layout.
_SIZES = {
    "x": (1, 1), "c": (1, 1), "b": (1, 1), "B": (1, 1), "?": (1, 1), "h": (2, 2), "H": (2, 2), "i": (4, 4),
    "I": (4, 4), "l": (4, 8), "L": (4, 8), "q": (8, 8), "Q": (8, 8), "n": (0, 8), "N": (0, 8), "P": (0, 8),
    "e": (2, 2), "f": (4, 4), "d": (8, 8), "s": (1, 1), "p": (1, 1),
}
_FLOATS = {"e": (10, 5), "f": (23, 8), "d": (52, 11)}


def _float_bits(value, letter):
    """The bits of a float, rounded half to even."""
    width, exponent_width = _FLOATS[letter]
    bias = (1 << exponent_width - 1) - 1
    top = (1 << exponent_width) - 1
    negative = _math.copysign(1.0, value) < 0
    if value != value:
        exponent, fraction = top, 1 << width - 1
    elif value in (float("inf"), float("-inf")):
        exponent, fraction = top, 0
    elif value == 0:
        exponent = fraction = 0
    else:
        numerator, denominator = abs(value).as_integer_ratio()
        # value = numerator / denominator, whose denominator is a power of two
        e = numerator.bit_length() - denominator.bit_length()
        e = max(e, 1 - bias)
        shift = width - e
        scaled = numerator << max(shift, 0)
        divisor = denominator << max(-shift, 0)
        fraction, rest = divmod(scaled, divisor)
        if 2 * rest > divisor or 2 * rest == divisor and fraction & 1:
            fraction += 1
        if fraction >> width + 1:
            fraction >>= 1
            e += 1
        if fraction >> width:
            exponent = e + bias
            fraction -= 1 << width
        else:
            exponent = 0
        if exponent >= top:
            raise OverflowError(f"float too large to pack with {letter} format")
    return (int(negative) << exponent_width + width) | (exponent << width) | fraction


def _float_of(bits, letter):
    width, exponent_width = _FLOATS[letter]
    bias = (1 << exponent_width - 1) - 1
    fraction = bits & (1 << width) - 1
    exponent = bits >> width & (1 << exponent_width) - 1
    if exponent == (1 << exponent_width) - 1:
        value = float("nan") if fraction else float("inf")
    else:
        if exponent:
            fraction |= 1 << width
        else:
            exponent = 1
        power = exponent - bias - width
        value = float(fraction << power) if power >= 0 else fraction / (1 << -power)
    return -value if bits >> exponent_width + width else value


def _index(value):
    method = getattr(type(value), "__index__", None)
    if method is None:
        raise error("required argument is not an integer")
    return method(value)


def _parse(format):
    """The order of bytes, the items as (letter, count, size, offset), and the size of all."""
    if isinstance(format, bytes):
        format = format.decode("latin-1")
    elif not isinstance(format, str):
        raise TypeError(f"Struct() argument 1 must be a str or bytes object, not {type(format).__name__}")
    prefix = format[:1] if format[:1] in "@=<>!" else ""
    native = prefix in ("", "@")
    order = "big" if prefix and prefix in ">!" else "little"
    items = []
    offset = 0
    i = len(prefix)
    while i < len(format):
        c = format[i]
        i += 1
        if c in " \t\n\r\v\f":
            continue
        count = 1
        if c.isdigit():
            start = i - 1
            while i < len(format) and format[i].isdigit():
                i += 1
            if i == len(format):
                raise error("repeat count given without format specifier")
            count = int(format[start:i])
            c = format[i]
            i += 1
        sizes = _SIZES.get(c)
        if sizes is None or not native and not sizes[0]:
            raise error("bad char in struct format")
        size = sizes[native]
        if native and size > 1:
            offset = -(-offset // size) * size
        if offset + count * size > (1 << 63) - 1:
            raise error("total struct size too long")
        items.append((c, count, size, offset))
        offset += count * size
    return order, items, offset


def _octets(data):
    if isinstance(data, bytes):
        return data
    if isinstance(data, (str, int, float, list, tuple, dict)) or data is None:
        raise TypeError(f"a bytes-like object is required, not '{type(data).__name__}'")
    return bytes(data)


def _writable(buffer):
    """The bytes of an object whose memory may be changed."""
    try:
        view = memoryview(buffer)
    except TypeError:
        view = None
    if view is None or view.readonly:
        raise TypeError(f"argument must be read-write bytes-like object, not {type(buffer).__name__}")
    return view.cast("B")


class Struct:
    __module__ = "_struct"
    def __init__(self, format):
        self._order, self._items, self.size = _parse(format)
        self.format = format.decode() if isinstance(format, bytes) else format
        self._native = self.format[:1] not in ("=", "<", ">", "!")
        self._count = sum(1 if c in "sp" else 0 if c == "x" else count for c, count, _, _ in self._items)

    def _packed(self, name, values):
        if len(values) != self._count:
            raise error(f"{name} expected {self._count} items for packing (got {len(values)})")
        pieces = []
        end = 0
        values = iter(values)
        for c, count, size, offset in self._items:
            if offset > end:
                pieces.append(b"\0" * (offset - end))
            end = offset + count * size
            if c == "x":
                pieces.append(b"\0" * count)
            elif c in "sp":
                pieces.append(self._string(c, count, next(values)))
            else:
                for _ in range(count):
                    pieces.append(self._one(c, size, next(values)))
        return b"".join(pieces)

    def _string(self, c, count, value):
        if not isinstance(value, (bytes, bytearray)):
            raise error(f"argument for '{c}' must be a bytes object")
        value = bytes(value)
        if c == "p":
            if not count:
                return b""
            value = value[: min(count - 1, 255)]
            value = bytes([len(value)]) + value
        return value[:count].ljust(count, b"\0")

    def _one(self, c, size, value):
        if c == "c":
            if not isinstance(value, (bytes, bytearray)) or len(value) != 1:
                raise error("char format requires a bytes object of length 1")
            return bytes(value)
        if c == "?":
            return b"\1" if value else b"\0"
        if c in _FLOATS:
            try:
                value = float(value) if not isinstance(value, (str, bytes)) else None
            except TypeError:
                value = None
            if value is None:
                raise error("required argument is not a float")
            try:
                bits = _float_bits(value, c)
            except OverflowError:
                if c != "f" or not self._native:
                    raise
                # As a cast in C.
                bits = _float_bits(_math.copysign(_math.inf, value), c)
            return bits.to_bytes(size, self._order)
        value = _index(value)
        signed = c in "bhilqn"
        # Addresses may be given as negative numbers too.
        if c == "P" and -(1 << 63) <= value < 0:
            value += 1 << 64
        low = -(1 << 8 * size - 1) if signed else 0
        high = (1 << 8 * size - (1 if signed else 0)) - 1
        if not low <= value <= high:
            raise self._range_error(c, value, low, high)
        return value.to_bytes(size, self._order, signed=signed)

    def _range_error(self, c, value, low, high):
        """CPython's words, which depend on the C function that would have packed the value."""
        little = self._order == "little"
        if c in "qQnNP":
            return error("argument out of range" if little else "int too large to convert")
        unsigned = c in "IL" or c == "H" and not little
        least, most = (0, (1 << 64) - 1) if unsigned else (-(1 << 63), (1 << 63) - 1)
        if not least <= value <= most or self._native and c in "lL":
            return error("argument out of range")
        name = {"b": "byte", "B": "ubyte", "h": "short", "H": "ushort"}.get(c)
        if name is None or not little and c in "hH":
            name = f"'{c}'"
        return error(f"{name} format requires {low} <= number <= {high}")

    def pack(self, *values):
        return self._packed("pack", values)

    def pack_into(self, buffer, offset, *values):
        if len(values) != self._count:
            raise error(f"pack_into expected {self._count} items for packing (got {len(values)})")
        with _writable(buffer) as memory:
            place = self._place("pack_into", len(memory), offset)
            memory[place : place + self.size] = self._packed("pack_into", values)

    def _place(self, name, length, offset):
        if offset < 0:
            if offset + self.size > 0:
                words = "no space to pack" if name == "pack_into" else "not enough data to unpack"
                raise error(f"{words} {self.size} bytes at offset {offset}")
            if offset + length < 0:
                raise error(f"offset {offset} out of range for {length}-byte buffer")
            offset += length
        if length - offset < self.size:
            verb = "packing" if name == "pack_into" else "unpacking"
            raise error(
                f"{name} requires a buffer of at least {self.size + offset} bytes for {verb} {self.size} bytes "
                f"at offset {offset} (actual buffer size is {length})"
            )
        return offset

    def unpack(self, buffer):
        data = _octets(buffer)
        if len(data) != self.size:
            raise error(f"unpack requires a buffer of {self.size} bytes")
        return self._unpacked(data, 0)

    def unpack_from(self, buffer, offset=0):
        data = _octets(buffer)
        return self._unpacked(data, self._place("unpack_from", len(data), offset))

    def iter_unpack(self, buffer):
        data = _octets(buffer)
        if not self.size:
            raise error("cannot iteratively unpack with a struct of length 0")
        if len(data) % self.size:
            raise error(f"iterative unpacking requires a buffer of a multiple of {self.size} bytes")
        return (self._unpacked(data, start) for start in range(0, len(data), self.size))

    def _unpacked(self, data, start):
        values = []
        order = self._order
        for c, count, size, offset in self._items:
            at = start + offset
            if c == "x":
                continue
            if c == "s":
                values.append(data[at : at + count])
            elif c == "p":
                length = min(data[at], count - 1) if count else 0
                values.append(data[at + 1 : at + 1 + length])
            else:
                for i in range(at, at + count * size, size):
                    piece = data[i : i + size]
                    if c == "c":
                        values.append(piece)
                    elif c == "?":
                        values.append(piece != b"\0")
                    elif c in _FLOATS:
                        values.append(_float_of(int.from_bytes(piece, order), c))
                    else:
                        values.append(int.from_bytes(piece, order, signed=c in "bhilqn"))
        return tuple(values)


def calcsize(format, /):
    return _parse(format)[2]


def pack(*values):
    if not values:
        raise TypeError("missing format argument")
    return Struct(values[0]).pack(*values[1:])


def pack_into(format, buffer, offset, /, *values):
    Struct(format).pack_into(buffer, offset, *values)


def unpack(format, buffer, /):
    return Struct(format).unpack(buffer)


def unpack_from(format, /, buffer, offset=0):
    return Struct(format).unpack_from(buffer, offset)


def iter_unpack(format, buffer, /):
    return Struct(format).iter_unpack(buffer)
