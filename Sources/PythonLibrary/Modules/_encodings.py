"""The encodings that are seldom used; the others are the interpreter's own."""

# The upper half of 8-bit encodings, of which the lower half is ASCII; U+FFFD stands for nothing.
_upper_halves = {
    "cp1252": (
        "\u20ac\ufffd\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\ufffd\u017d\ufffd\ufffd\u2018"
        "\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\ufffd\u017e\u0178"
        + "".join(map(chr, range(0xA0, 0x100)))
    ),
    "cp437": (
        "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀"
        "αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0"
    ),
    "iso8859-15": "".join(
        {0xA4: "€", 0xA6: "Š", 0xA8: "š", 0xB4: "Ž", 0xB8: "ž", 0xBC: "Œ", 0xBD: "œ", 0xBE: "Ÿ"}.get(code, chr(code))
        for code in range(0x80, 0x100)
    ),
    "koi8-r": (
        "─│┌┐└┘├┤┬┴┼▀▄█▌▐░▒▓⌠■∙√≈≤≥\u00a0⌡°²·÷═║╒ё╓╔╕╖╗╘╙╚╛╜╝╞╟╠╡Ё╢╣╤╥╦╧╨╩╪╫╬©"
        "юабцдефгхийклмнопярстужвьызшэщчъЮАБЦДЕФГХИЙКЛМНОПЯРСТУЖВЬЫЗШЭЩЧЪ"
    ),
    "cp1251": (
        "ЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏђ‘’“”•–—\ufffd™љ›њќћџ\u00a0ЎўЈ¤Ґ¦§Ё©Є«¬\u00ad®Ї°±Ііґµ¶·ё№є»јЅѕї"
        + "".join(map(chr, range(0x410, 0x450)))
    ),
    "mac-roman": (
        "ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø¿¡¬√ƒ≈∆«»…\u00a0ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ"
        "‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\uf8ffÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ"
    ),
}

_other_names = {
    "1252": "cp1252", "windows-1252": "cp1252", "437": "cp437", "ibm437": "cp437", "iso-8859-15": "iso8859-15",
    "latin-9": "iso8859-15", "latin9": "iso8859-15", "l9": "iso8859-15", "koi8": "koi8-r", "1251": "cp1251",
    "windows-1251": "cp1251", "macroman": "mac-roman", "macintosh": "mac-roman", "utf7": "utf-7", "u7": "utf-7",
    "unicodeescape": "unicode-escape", "rawunicodeescape": "raw-unicode-escape",
}

_not_of_text = {"hex", "hex-codec", "base64", "base64-codec", "rot13", "rot-13", "bz2", "zlib", "zip", "uu", "quopri"}


def _named(encoding, function):
    name = encoding.lower().replace("_", "-")
    name = _other_names.get(name, name)
    if name in _not_of_text:
        raise LookupError(
            f"'{encoding}' is not a text encoding; use codecs.{function}() to handle arbitrary codecs"
        )
    return name


def encode(text, encoding, errors):
    name = _named(encoding, "encode")
    if name in _upper_halves:
        return _encode_mapped(text, name, errors)
    if name == "utf-7":
        return _encode_utf7(text)
    if name == "unicode-escape":
        return "".join(map(_escaped, text)).encode("latin-1")
    if name == "raw-unicode-escape":
        return "".join([c if ord(c) < 0x100 else _by_number(c) for c in text]).encode("latin-1")
    if name == "punycode":
        from _punycode import encode as encode_punycode

        return encode_punycode(text)
    if name == "idna":
        from _punycode import encode_host

        return _explained("encoding", name, encode_host, text, errors)
    raise LookupError(f"unknown encoding: {encoding}")


def _explained(verb, name, function, value, errors):
    """Calls a codec, whose own words of what is wrong become part of CPython's."""
    try:
        return function(value, errors)
    except UnicodeError as error:
        message = f"{verb} with '{name}' codec failed ({type(error).__name__}: {error})"
        raise UnicodeError(message) from error


def decode(data, encoding, errors):
    name = _named(encoding, "decode")
    if name in _upper_halves:
        return _decode_mapped(data, name, errors)
    if name == "utf-7":
        return _decode_utf7(data, errors)
    if name == "unicode-escape":
        return _decode_escapes(data, errors, False)
    if name == "raw-unicode-escape":
        return _decode_escapes(data, errors, True)
    if name == "punycode":
        from _punycode import decode as decode_punycode

        return decode_punycode(bytes(data), errors)
    if name == "idna":
        from _punycode import decode_host

        return _explained("decoding", name, decode_host, data, errors)
    raise LookupError(f"unknown encoding: {encoding}")


def _undecodable(encoding, data, start, end, reason, errors):
    """What stands for the bytes from start to end."""
    if errors == "ignore":
        return ""
    if errors == "replace":
        return "\ufffd"
    if errors == "backslashreplace":
        return "".join([f"\\x{byte:02x}" for byte in data[start:end]])
    if errors == "surrogateescape" and all(byte >= 0x80 for byte in data[start:end]):
        return "".join([chr(0xDC00 + byte) for byte in data[start:end]])
    if errors in ("strict", "surrogateescape", "surrogatepass"):
        raise UnicodeDecodeError(encoding, data, start, end, reason)
    if errors in ("xmlcharrefreplace", "namereplace"):
        raise TypeError("don't know how to handle UnicodeDecodeError in error callback")
    raise LookupError(f"unknown error handler name '{errors}'")


def _encode_mapped(text, name, errors):
    codes = {char: code for code, char in enumerate(_upper_halves[name], 0x80) if char != "\ufffd"}
    codes.update((chr(code), code) for code in range(0x80))
    result = bytearray()
    place = 0
    while place < len(text):
        code = codes.get(text[place])
        if code is not None:
            result.append(code)
            place += 1
            continue
        end = place + 1
        while end < len(text) and text[end] not in codes:
            end += 1
        for char in text[place:end]:
            if errors == "surrogateescape" and 0xDC80 <= ord(char) <= 0xDCFF:
                result.append(ord(char) - 0xDC00)
                continue
            if errors in ("strict", "surrogateescape", "surrogatepass"):
                raise UnicodeEncodeError("charmap", text, place, end, "character maps to <undefined>")
            # The handlers' texts are ASCII, which every mapping has.
            result += b"?" if errors == "replace" else char.encode("ascii", errors)
        place = end
    return bytes(result)


def _decode_mapped(data, name, errors):
    table = _upper_halves[name]
    result = []
    for place, byte in enumerate(data):
        char = chr(byte) if byte < 0x80 else table[byte - 0x80]
        if char == "\ufffd":
            char = _undecodable("charmap", data, place, place + 1, "character maps to <undefined>", errors)
        result.append(char)
    return "".join(result)


def _by_number(char):
    code = ord(char)
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def _escaped(char):
    special = {"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"}.get(char)
    if special is not None:
        return special
    code = ord(char)
    if 0x20 <= code < 0x7F:
        return char
    return f"\\x{code:02x}" if code < 0x100 else _by_number(char)


_simple_escapes = {
    ord("\\"): "\\", ord("'"): "'", ord('"'): '"', ord("a"): "\a", ord("b"): "\b", ord("f"): "\f", ord("n"): "\n",
    ord("r"): "\r", ord("t"): "\t", ord("v"): "\v", ord("\n"): "",
}
_hexadecimal = b"0123456789abcdefABCDEF"


def _decode_escapes(data, errors, raw):
    encoding = "rawunicodeescape" if raw else "unicodeescape"
    widths = {ord("u"): 4, ord("U"): 8} if raw else {ord("x"): 2, ord("u"): 4, ord("U"): 8}
    reasons = {2: "truncated \\xXX escape", 4: "truncated \\uXXXX escape", 8: "truncated \\UXXXXXXXX escape"}
    result = []
    place = 0
    while place < len(data):
        byte = data[place]
        if byte != 0x5C:
            result.append(chr(byte))
            place += 1
            continue
        following = data[place + 1] if place + 1 < len(data) else None
        width = widths.get(following)
        if width is not None:
            end = place + 2
            while end < len(data) and end < place + 2 + width and data[end] in _hexadecimal:
                end += 1
            reason = None if end == place + 2 + width else reasons[width]
            if reason is None:
                code = int(data[place + 2 : end], 16)
                if code <= 0x10FFFF:
                    result.append(chr(code))
                else:
                    reason = "illegal Unicode character" if not raw else "\\Uxxxxxxxx out of range"
            if reason is not None:
                result.append(_undecodable(encoding, data, place, end, reason, errors))
            place = end
        elif raw:
            result.append("\\")
            place += 1
        elif following is None:
            result.append(_undecodable(encoding, data, place, place + 1, "\\ at end of string", errors))
            place += 1
        elif following in _simple_escapes:
            result.append(_simple_escapes[following])
            place += 2
        elif following in b"01234567":
            end = place + 2
            while end < len(data) and end < place + 4 and data[end] in b"01234567":
                end += 1
            result.append(chr(int(data[place + 1 : end], 8)))
            place = end
        elif following == ord("N"):
            place = _decode_name(data, place, result, errors)
        else:
            result.append("\\" + chr(following))
            place += 2
    return "".join(result)


def _decode_name(data, place, result, errors):
    """Appends the character that `\\N{...}` names; where to go on."""
    end = data.find(b"}", place)
    if data[place + 2 : place + 3] != b"{" or end < 0:
        end = min(place + 2, len(data)) if data[place + 2 : place + 3] != b"{" else len(data)
        reason = "malformed \\N character escape"
    else:
        end += 1
        try:
            result.append(eval(f'"\\N{{{data[place + 3 : end - 1].decode("latin-1")}}}"'))
            return end
        except SyntaxError:
            reason = "unknown Unicode character name"
    result.append(_undecodable("unicodeescape", data, place, end, reason, errors))
    return end


_base64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
# ASCII that stands for itself.
_direct = set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'(),-./:? \t\n\r!\"#$%&*;<=>@[]^_`{|}")


def _encode_utf7(text):
    result = []
    place = 0
    while place < len(text):
        char = text[place]
        if char in _direct:
            result.append(char)
            place += 1
            continue
        if char == "+":
            result.append("+-")
            place += 1
            continue
        end = place
        while end < len(text) and text[end] not in _direct:
            end += 1
        units = text[place:end].encode("utf-16-be", "surrogatepass")
        bits = "".join([f"{byte:08b}" for byte in units])
        bits += "0" * (-len(bits) % 6)
        result.append("+" + "".join([_base64[int(bits[at : at + 6], 2)] for at in range(0, len(bits), 6)]))
        # The end must be marked where the next character could be taken for more.
        if end == len(text) or text[end] in _base64 or text[end] in "-+":
            result.append("-")
        place = end
    return "".join(result).encode("ascii")


def _decode_utf7(data, errors):
    result = []
    place = 0
    while place < len(data):
        byte = data[place]
        if byte >= 0x80:
            result.append(_undecodable("utf7", data, place, place + 1, "unexpected special character", errors))
            place += 1
            continue
        if byte != ord("+"):
            result.append(chr(byte))
            place += 1
            continue
        end = place + 1
        while end < len(data) and chr(data[end]) in _base64:
            end += 1
        shifted = data[place + 1 : end].decode("ascii")
        is_closed = end < len(data) and data[end] == ord("-")
        if not shifted:
            if is_closed:
                result.append("+")
                place = end + 1
            else:
                reason = "unterminated shift sequence" if end == len(data) else "ill-formed sequence"
                stop = end if end == len(data) else end + 1
                result.append(_undecodable("utf7", data, place, stop, reason, errors))
                place = stop
            continue
        if end == len(data):
            result.append(_undecodable("utf7", data, place, end, "unterminated shift sequence", errors))
            break
        bits = "".join([f"{_base64.index(char):06b}" for char in shifted])
        units = bytes([int(bits[at : at + 8], 2) for at in range(0, len(bits) // 16 * 16, 8)])
        left = bits[len(units) * 8 :]
        result.append(units.decode("utf-16-be", "surrogatepass"))
        if len(left) >= 6 or "1" in left:
            reason = "partial character in base64 sequence" if len(left) >= 6 else "non-zero padding bits in shift sequence"
            result.append(_undecodable("utf7", data, place, end + 1, reason, errors))
        place = end + 1 if is_closed else end
    return "".join(result)
