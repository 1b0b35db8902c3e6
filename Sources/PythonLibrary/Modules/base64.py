"""Base16, Base32, Base64 and Base85 encodings of bytes."""

import binascii

__all__ = [
    "encode", "decode", "encodebytes", "decodebytes", "b64encode", "b64decode", "b32encode", "b32decode",
    "b32hexencode", "b32hexdecode", "b16encode", "b16decode", "b85encode", "b85decode", "a85encode", "a85decode",
    "standard_b64encode", "standard_b64decode", "urlsafe_b64encode", "urlsafe_b64decode"]

_TO_URL = bytes.maketrans(b"+/", b"-_")
_FROM_URL = bytes.maketrans(b"-_", b"+/")


def _decodable(s):
    if isinstance(s, str):
        try:
            return s.encode("ascii")
        except UnicodeEncodeError:
            raise ValueError("string argument should contain only ASCII characters") from None
    if isinstance(s, (bytes, bytearray, memoryview)):
        return bytes(s)
    raise TypeError(f"argument should be a bytes-like object or ASCII string, not {s.__class__.__name__!r}")


def b64encode(s, altchars=None):
    """The bytes as base64."""
    encoded = binascii.b2a_base64(s, newline=False)
    if altchars is not None:
        assert len(altchars) == 2, repr(altchars)
        return encoded.translate(bytes.maketrans(b"+/", altchars))
    return encoded


def b64decode(s, altchars=None, validate=False):
    """The bytes that base64 text, or bytes of it, stands for."""
    s = _decodable(s)
    if altchars is not None:
        altchars = _decodable(altchars)
        assert len(altchars) == 2, repr(altchars)
        s = s.translate(bytes.maketrans(altchars, b"+/"))
    return binascii.a2b_base64(s, strict_mode=validate)


def standard_b64encode(s):
    """`b64encode` with `+` and `/`."""
    return b64encode(s)


def standard_b64decode(s):
    """`b64decode` with `+` and `/`."""
    return b64decode(s)


def urlsafe_b64encode(s):
    """`b64encode` with `-` and `_`, which addresses and file names can hold."""
    return b64encode(s).translate(_TO_URL)


def urlsafe_b64decode(s):
    """`b64decode` with `-` and `_`."""
    return b64decode(_decodable(s).translate(_FROM_URL))


_B32 = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
_B32HEX = b"0123456789ABCDEFGHIJKLMNOPQRSTUV"


def _encode32(alphabet, s):
    if not isinstance(s, (bytes, bytearray, memoryview)):
        raise TypeError(f"memoryview: a bytes-like object is required, not '{type(s).__name__}'")
    data = bytes(s)
    result = bytearray()
    for place in range(0, len(data), 5):
        part = data[place:place + 5]
        number = int.from_bytes(part.ljust(5, b"\0"), "big")
        letters = bytes(alphabet[number >> shift & 31] for shift in range(35, -1, -5))
        used = (len(part) * 8 + 4) // 5
        result += letters[:used] + b"=" * (8 - used)
    return bytes(result)


def _decode32(alphabet, s, casefold, map01=None):
    s = _decodable(s)
    if len(s) % 8:
        raise binascii.Error("Incorrect padding")
    if map01 is not None:
        map01 = _decodable(map01)
        assert len(map01) == 1, repr(map01)
        s = s.translate(bytes.maketrans(b"01", b"O" + map01))
    if casefold:
        s = s.upper()
    bare = s.rstrip(b"=")
    pads = len(s) - len(bare)
    values = {byte: value for value, byte in enumerate(alphabet)}
    result = bytearray()
    for place in range(0, len(bare), 8):
        number = 0
        for byte in bare[place:place + 8]:
            if byte not in values:
                raise binascii.Error("Non-base32 digit found")
            number = number << 5 | values[byte]
        number <<= 5 * (8 - len(bare[place:place + 8]))
        result += number.to_bytes(5, "big")
    if pads not in (0, 1, 3, 4, 6) or (pads and not bare):
        raise binascii.Error("Incorrect padding")
    if pads:
        del result[-5 + (40 - 5 * pads) // 8:]
    return bytes(result)


def b32encode(s):
    """Encode the bytes-like objects using base32 and return a bytes object."""
    return _encode32(_B32, s)


def b32decode(s, casefold=False, map01=None):
    """Decode the base32 encoded bytes-like object or ASCII string s."""
    return _decode32(_B32, s, casefold, map01)


def b32hexencode(s):
    """Encode the bytes-like objects using base32hex and return a bytes object."""
    return _encode32(_B32HEX, s)


def b32hexdecode(s, casefold=False):
    """Decode the base32hex encoded bytes-like object or ASCII string s."""
    return _decode32(_B32HEX, s, casefold)


def b16encode(s):
    """The bytes as pairs of capital hexadecimal digits."""
    return binascii.hexlify(s).upper()


def b16decode(s, casefold=False):
    """The bytes that pairs of hexadecimal digits stand for."""
    s = _decodable(s)
    if casefold:
        s = s.upper()
    for byte in s:
        if byte not in b"0123456789ABCDEF":
            raise binascii.Error("Non-base16 digit found")
    return binascii.unhexlify(s)


_B85 = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%&()*+-;<=>?@^_`{|}~"
_A85 = bytes(range(33, 118))


def _encode85(data, alphabet, pad=False, fold_nulls=False, fold_spaces=False):
    data = bytes(data)
    missing = -len(data) % 4
    data += b"\0" * missing
    result = bytearray()
    for place in range(0, len(data), 4):
        number = int.from_bytes(data[place:place + 4], "big")
        is_last = place + 4 == len(data)
        if fold_nulls and number == 0 and not (is_last and missing and not pad):
            result += b"z"
            continue
        if fold_spaces and number == 0x20202020:
            result += b"y"
            continue
        letters = bytearray()
        for _ in range(5):
            number, rest = divmod(number, 85)
            letters.append(alphabet[rest])
        letters.reverse()
        if is_last and missing and not pad:
            del letters[5 - missing:]
        result += letters
    return bytes(result)


def b85encode(b, pad=False):
    """The bytes as base85, as Git writes it."""
    return _encode85(b, _B85, pad)


def b85decode(b):
    """Decode the base85-encoded bytes-like object or ASCII string b."""
    data = _decodable(b)
    missing = -len(data) % 5
    values = {byte: value for value, byte in enumerate(_B85)}
    data += b"~" * missing
    result = bytearray()
    for place in range(0, len(data), 5):
        number = 0
        for index, byte in enumerate(data[place:place + 5]):
            if byte not in values:
                raise ValueError(f"bad base85 character at position {place + index}")
            number = number * 85 + values[byte]
        if number >= 1 << 32:
            raise ValueError(f"base85 overflow in hunk starting at byte {place}")
        result += number.to_bytes(4, "big")
    return bytes(result[:len(result) - missing]) if missing else bytes(result)


def a85encode(b, *, foldspaces=False, wrapcol=0, pad=False, adobe=False):
    """The bytes as Ascii85."""
    result = _encode85(b, _A85, pad, True, foldspaces)
    if adobe:
        result = b"<~" + result
    if wrapcol:
        wrapcol = max(2 if adobe else 1, wrapcol)
        lines = [result[place:place + wrapcol] for place in range(0, len(result), wrapcol)]
        if adobe and lines and len(lines[-1]) + 2 > wrapcol:
            lines.append(b"")
        result = b"\n".join(lines)
    return result + b"~>" if adobe else result


def a85decode(b, *, foldspaces=False, adobe=False, ignorechars=b" \t\n\r\v"):
    """The bytes that Ascii85 stands for."""
    data = _decodable(b)
    if adobe:
        if not data.endswith(b"~>"):
            raise ValueError(f"Ascii85 encoded byte sequences must end with {b'~>'!r}")
        data = data[2:-2] if data.startswith(b"<~") else data[:-2]
    result = bytearray()
    group = []
    for byte in data + b"u" * 4:
        if 33 <= byte <= 117:
            group.append(byte - 33)
            if len(group) == 5:
                number = 0
                for value in group:
                    number = number * 85 + value
                if number >= 1 << 32:
                    raise ValueError("Ascii85 overflow")
                result += number.to_bytes(4, "big")
                group = []
        elif byte == 122:
            if group:
                raise ValueError("z inside Ascii85 5-tuple")
            result += b"\0\0\0\0"
        elif foldspaces and byte == 121:
            if group:
                raise ValueError("y inside Ascii85 5-tuple")
            result += b"    "
        elif byte not in ignorechars:
            raise ValueError(f"Non-Ascii85 digit found: {chr(byte)}")
    extra = 4 - len(group)
    return bytes(result[:len(result) - extra]) if extra else bytes(result)


def encodebytes(s):
    """Encode a bytestring into a bytes object containing multiple lines of base-64 data."""
    if not isinstance(s, (bytes, bytearray, memoryview)):
        raise TypeError(f"expected bytes-like object, not {s.__class__.__name__}")
    data = bytes(s)
    return b"".join(binascii.b2a_base64(data[place:place + 57]) for place in range(0, len(data), 57))


def decodebytes(s):
    """The bytes that lines of base64 stand for."""
    if not isinstance(s, (bytes, bytearray, memoryview)):
        raise TypeError(f"expected bytes-like object, not {s.__class__.__name__}")
    return binascii.a2b_base64(bytes(s))


def encode(input, output):
    """Copies a binary file to another one as lines of base64."""
    while True:
        data = input.read(57)
        if not data:
            return
        output.write(binascii.b2a_base64(data))


def decode(input, output):
    """Copies the lines of base64 in a binary file to another one as what they stand for."""
    for line in input:
        output.write(binascii.a2b_base64(line))
