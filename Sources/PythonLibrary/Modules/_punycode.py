"""Text in any script as ASCII letters and digits: Punycode (RFC 3492), and names of hosts in it (RFC 3490)."""

_DIGITS = b"abcdefghijklmnopqrstuvwxyz0123456789"


def _adapted(delta, count, is_first):
    """The bias for the next number, from the one just written."""
    delta //= 700 if is_first else 2
    delta += delta // count
    steps = 0
    while delta > 455:
        delta //= 35
        steps += 36
    return steps + 36 * delta // (delta + 38)


def _threshold(place, bias):
    return min(max(place - bias, 1), 26)


def _number(value, bias):
    """The digits of a number, each place of which has a base of its own."""
    digits = bytearray()
    place = 36
    while value >= _threshold(place, bias):
        least = _threshold(place, bias)
        value, digit = divmod(value - least, 36 - least)
        digits.append(_DIGITS[least + digit])
        place += 36
    digits.append(_DIGITS[value])
    return digits


def encode(text):
    """The ASCII characters, and after them where the others belong."""
    plain = [ord(c) for c in text if c < "\x80"]
    result = bytearray(plain)
    if plain:
        result += b"-"
    done, delta, bias, code = len(plain), 0, 72, 128
    for least in sorted({ord(c) for c in text if c >= "\x80"}):
        delta += (least - code) * (done + 1)
        for c in text:
            if ord(c) < least:
                delta += 1
            elif ord(c) == least:
                result += _number(delta, bias)
                bias = _adapted(delta, done + 1, done == len(plain))
                delta = 0
                done += 1
        delta += 1
        code = least + 1
    return bytes(result)


def decode(data, errors="strict"):
    plain, _, extended = data.rpartition(b"-")
    chars = list(plain.decode("ascii", errors))
    code, place, bias, start = 128, 0, 72, 0
    while start < len(extended):
        before, weight, step = place, 1, 36
        while True:
            if start == len(extended):
                if errors == "strict":
                    raise UnicodeError("incomplete punicode string")
                return "".join(chars)
            digit = _DIGITS.find(extended[start:start + 1].lower())
            if digit < 0:
                raise UnicodeError(f"Invalid extended code point '{chr(extended[start])}'")
            start += 1
            place += digit * weight
            least = _threshold(step, bias)
            if digit < least:
                break
            weight *= 36 - least
            step += 36
        count = len(chars) + 1
        bias = _adapted(place - before, count, before == 0 and count == len(plain) + 1)
        code += place // count
        if code > 0x10FFFF:
            raise UnicodeError(f"Invalid character U+{code:x}")
        place %= count
        chars.insert(place, chr(code))
        place += 1
    return "".join(chars)


def encode_host(name, errors):
    """Each label of a name of a host on its own."""
    if errors != "strict":
        raise UnicodeError(f"unsupported error handling {errors}")
    if not name:
        return b""
    for dot in "\u3002\uff0e\uff61":
        name = name.replace(dot, ".")
    labels = name.split(".")
    end = b"." if labels[-1] == "" else b""
    return b".".join(map(_encode_label, labels[:-1] if end else labels)) + end


def _encode_label(label):
    if not label.isascii():
        from unicodedata import normalize

        label = normalize("NFKC", normalize("NFKC", label).casefold())
        if not label.isascii():
            label = "xn--" + encode(label).decode("ascii")
    if not 0 < len(label) < 64:
        raise UnicodeError("label empty or too long")
    return label.encode("ascii")


def decode_host(data, errors):
    if errors != "strict":
        raise UnicodeError(f"Unsupported error handling {errors}")
    labels = bytes(data).split(b".")
    return ".".join(
        decode(label[4:]) if label[:4].lower() == b"xn--" else label.decode("ascii") for label in labels)
