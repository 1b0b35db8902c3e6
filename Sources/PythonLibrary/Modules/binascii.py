"""Bytes as text, in several alphabets, and checksums."""

from _hashes import crc32 as _crc32


class Error(ValueError):
    pass


class Incomplete(Exception):
    pass


_ALPHABET = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
_VALUES = {byte: value for value, byte in enumerate(_ALPHABET)}


def _bytes(data):
    if type(data) is bytes:
        return data
    if isinstance(data, (bytes, bytearray, memoryview)):
        return bytes(data)
    raise TypeError(f"a bytes-like object is required, not '{type(data).__name__}'")


def _ascii(data):
    if isinstance(data, str):
        if not data.isascii():
            raise ValueError("string argument should contain only ASCII characters")
        return data.encode("ascii")
    if isinstance(data, (bytes, bytearray, memoryview)):
        return bytes(data)
    raise TypeError(f"argument should be bytes, buffer or ASCII string, not '{type(data).__name__}'")


def hexlify(data, sep=None, bytes_per_sep=1):
    """Hexadecimal representation of binary data."""
    data = _bytes(data)
    if sep is None:
        return data.hex().encode("ascii")
    return data.hex(sep, bytes_per_sep).encode("ascii")


b2a_hex = hexlify


def unhexlify(hexstr, /):
    """Binary data of hexadecimal representation."""
    data = _ascii(hexstr)
    if len(data) % 2:
        raise Error("Odd-length string")
    for byte in data:
        if byte not in b"0123456789abcdefABCDEF":
            raise Error("Non-hexadecimal digit found")
    return bytes.fromhex(data.decode("ascii"))


a2b_hex = unhexlify


def b2a_base64(data, /, *, newline=True):
    """Base64-code line of data."""
    data = _bytes(data)
    result = bytearray()
    for place in range(0, len(data), 3):
        part = data[place:place + 3]
        number = int.from_bytes(part.ljust(3, b"\0"), "big")
        letters = [_ALPHABET[number >> shift & 63] for shift in (18, 12, 6, 0)]
        result += bytes(letters[:len(part) + 1]) + b"=" * (3 - len(part))
    return bytes(result) + b"\n" if newline else bytes(result)


def a2b_base64(data, /, *, strict_mode=False):
    """Decode a line of base64 data."""
    data = _ascii(data)
    if strict_mode and data[:1] == b"=":
        raise Error("Leading padding not allowed")
    result = bytearray()
    place = 0
    left = 0
    pads = 0
    started = False
    for index, byte in enumerate(data):
        if byte == 61:
            started = True
            pads += 1
            if place >= 2 and place + pads >= 4:
                if strict_mode and index + 1 < len(data):
                    raise Error("Excess data after padding")
                return bytes(result)
            continue
        value = _VALUES.get(byte)
        if value is None:
            if strict_mode:
                raise Error("Only base64 data is allowed")
            continue
        if strict_mode and started:
            raise Error("Discontinuous padding not allowed")
        pads = 0
        if place == 0:
            place = 1
            left = value
        elif place == 1:
            place = 2
            result.append(left << 2 | value >> 4)
            left = value & 15
        elif place == 2:
            place = 3
            result.append(left << 4 | value >> 2)
            left = value & 3
        else:
            place = 0
            result.append(left << 6 | value)
    if place == 1:
        count = len(result) // 3 * 4 + 1
        raise Error(
            f"Invalid base64-encoded string: number of data characters ({count}) cannot be 1 more than a multiple of 4")
    if place:
        raise Error("Incorrect padding")
    return bytes(result)


def crc32(data, crc=0, /):
    """Compute CRC-32 incrementally."""
    return _crc32(_bytes(data), crc & 0xFFFFFFFF)


def crc_hqx(data, crc, /):
    """Compute CRC-CCITT incrementally."""
    crc &= 0xFFFF
    for byte in _bytes(data):
        crc ^= byte << 8
        for _ in range(8):
            crc = (crc << 1 ^ 0x1021 if crc & 0x8000 else crc << 1) & 0xFFFF
    return crc


def b2a_uu(data, /, *, backtick=False):
    """Uuencode line of data."""
    data = _bytes(data)
    if len(data) > 45:
        raise Error("At most 45 bytes at once")
    blank = 96 if backtick else 32

    def letter(value):
        return value + 32 if value else blank

    result = bytearray([letter(len(data))])
    for place in range(0, len(data), 3):
        number = int.from_bytes(data[place:place + 3].ljust(3, b"\0"), "big")
        result += bytes(letter(number >> shift & 63) for shift in (18, 12, 6, 0))
    return bytes(result) + b"\n"


def a2b_uu(data, /):
    """Decode a line of uuencoded data."""
    data = _ascii(data)
    count = data[0] - 32 & 63 if data else 32
    values = []
    for byte in data[1:]:
        if byte in b"\r\n":
            break
        if not 32 <= byte <= 96:
            raise Error("Illegal char")
        values.append(byte - 32 & 63)
    values += [0] * max(0, (count * 8 + 5) // 6 - len(values))
    number = 0
    result = bytearray()
    for place in range(0, len(values), 4):
        number = 0
        for value in (values[place:place + 4] + [0, 0, 0])[:4]:
            number = number << 6 | value
        result += number.to_bytes(3, "big")
    return bytes(result[:count])


def a2b_qp(data, header=False):
    """Decode a string of qp-encoded data."""
    data = _ascii(data)
    result = bytearray()
    place = 0
    while place < len(data):
        c = data[place]
        place += 1
        if c == 0x5F and header:
            result.append(0x20)
        elif c != 0x3D:
            result.append(c)
        elif place == len(data):
            break
        elif data[place] in b"\r\n":
            # The line goes on.
            end = data.find(b"\n", place)
            place = len(data) if end < 0 else end + 1
        elif data[place] == 0x3D:
            result.append(0x3D)
            place += 1
        else:
            digits = data[place : place + 2]
            if len(digits) == 2 and all(digit in b"0123456789abcdefABCDEF" for digit in digits):
                result.append(int(digits, 16))
                place += 2
            else:
                result.append(0x3D)
    return bytes(result)


def b2a_qp(data, quotetabs=False, istext=True, header=False):
    """Encode a string using quoted-printable encoding."""
    data = _bytes(data)
    first = data.find(b"\n")
    newline = b"\r\n" if first > 0 and data[first - 1] == 0x0D else b"\n"
    result = bytearray()
    width = place = 0
    while place < len(data):
        c = data[place]
        after = data[place + 1] if place + 1 < len(data) else None
        is_end = c == 0x0A or c == 0x0D and after == 0x0A
        is_alone = c == 0x2E and width == 0 and (after is None or after in b"\r\n\0")
        is_quoted = (
            c > 126 or c == 0x3D or header and c == 0x5F or is_alone
            or not istext and c in b"\r\n" or c in b" \t" and (after is None or quotetabs)
            or c < 33 and c not in b"\r\n \t")
        if is_quoted:
            if width + 3 >= 76:
                result += b"=" + newline
                width = 0
            result += b"=%02X" % c
            width += 3
        elif istext and is_end:
            if result and result[-1] in b" \t":
                result[-1:] = b"=%02X" % result[-1]
            result += newline
            width = 0
            place += c == 0x0D
        else:
            if after is not None and after != 0x0A and width + 1 >= 76:
                result += b"=" + newline
                width = 0
            result.append(0x5F if header and c == 0x20 else c)
            width += 1
        place += 1
    return bytes(result)
