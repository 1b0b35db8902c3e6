"""What Unicode says of characters. The Swift library tells names, categories and numbers; it may know newer ones."""

import _unicode

unidata_version = "14.0.0"

_no_default = object()


def _point(chr, function, argument="argument"):
    if not isinstance(chr, str) or len(chr) != 1:
        got = type(chr).__name__ if not isinstance(chr, str) else "str"
        raise TypeError(f"{function}() {argument} must be a unicode character, not {got}")
    return ord(chr)


def name(chr, default=_no_default, /):
    """Returns the name assigned to the character chr as a string."""
    point = _point(chr, "name", "argument 1")
    found = _unicode.name(point)
    if found is None and 0xAC00 <= point <= 0xD7A3:
        found = "HANGUL SYLLABLE " + _syllable(point - 0xAC00)
    if found is not None:
        return found
    if default is _no_default:
        raise ValueError("no such name")
    return default


_LEADS = "G GG N D DD R M B BB S SS  J JJ C K T P H".split(" ")
_VOWELS = "A AE YA YAE EO E YEO YE O WA WAE OE YO U WEO WE WI YU EU YI I".split(" ")
_TAILS = " G GG GS N NJ NH D L LG LM LB LS LT LP LH M B BS S SS NG J C K T P H".split(" ")


def _syllable(index):
    return _LEADS[index // 588] + _VOWELS[index % 588 // 28] + _TAILS[index % 28]


def lookup(name, /):
    """Look up character by name."""
    if not isinstance(name, str):
        raise TypeError(f"a bytes-like object is required, not '{type(name).__name__}'")
    point = _unicode.lookup(name)
    if point is None and name.upper().startswith("HANGUL SYLLABLE "):
        wanted = name.upper()[16:]
        point = next((0xAC00 + i for i in range(11172) if _syllable(i) == wanted), None)
    if point is None:
        raise KeyError(f"undefined character name '{name}'")
    return chr(point)


def category(chr, /):
    """Returns the general category assigned to the character chr as string."""
    return _unicode.category(_point(chr, "category"))


def combining(chr, /):
    """Returns the canonical combining class assigned to the character chr as integer."""
    return _unicode.combining(_point(chr, "combining"))


def mirrored(chr, /):
    """Returns the mirrored property assigned to the character chr as integer."""
    return _unicode.mirrored(_point(chr, "mirrored"))


def _number(chr, default, function, kinds, words, convert):
    found = _unicode.number(_point(chr, function, "argument 1"))
    if found is not None and found[0] in kinds:
        return convert(found[1])
    if default is _no_default:
        raise ValueError(words)
    return default


def decimal(chr, default=_no_default, /):
    """Converts a Unicode character into its equivalent decimal value."""
    return _number(chr, default, "decimal", ("decimal",), "not a decimal", int)


def digit(chr, default=_no_default, /):
    """Converts a Unicode character into its equivalent digit value."""
    return _number(chr, default, "digit", ("decimal", "digit"), "not a digit", int)


def numeric(chr, default=_no_default, /):
    """Converts a Unicode character into its equivalent numeric value."""
    return _number(chr, default, "numeric", ("decimal", "digit", "numeric"), "not a numeric character", float)


# Tables, read when they are first asked for.


class _Ranges:
    """Values of ranges of characters."""

    def __init__(self, text):
        self.starts = []
        self.ends = []
        self.values = []
        for entry in text.split(";"):
            points, value = entry.split()
            start, _, end = points.partition("-")
            self.starts.append(int(start, 16))
            self.ends.append(int(end or start, 16))
            self.values.append(value)

    def get(self, point, default):
        from bisect import bisect_right
        place = bisect_right(self.starts, point) - 1
        return self.values[place] if place >= 0 and point <= self.ends[place] else default


_tables = {}


def _ranges(name):
    if name not in _tables:
        import _unicode_tables
        _tables[name] = _Ranges(getattr(_unicode_tables, name))
    return _tables[name]


def east_asian_width(chr, /):
    """Returns the east asian width assigned to the character chr as string."""
    return _ranges("WIDTHS").get(_point(chr, "east_asian_width"), "N")


def bidirectional(chr, /):
    """Returns the bidirectional class assigned to the character chr as string."""
    point = _point(chr, "bidirectional")
    return _ranges("DIRECTIONS").get(point, "" if _unicode.category(point) == "Cn" else "L")


def _decompositions():
    """The text of each decomposition, and what pairs of characters make."""
    if "parts" not in _tables:
        import _unicode_tables
        parts, pairs = {}, {}
        for entry in _unicode_tables.DECOMPOSITIONS.split(";"):
            composed, _, text = entry.strip().partition("=")
            is_excluded = composed.startswith("!")
            point = int(composed.lstrip("!"), 16)
            words = text.split(" ")
            is_compatible = words[0].startswith("<")
            points = [int(word, 16) for word in words[is_compatible:]]
            parts[point] = words[0] if is_compatible else None, points
            if not is_compatible and not is_excluded and len(points) == 2:
                pairs[points[0], points[1]] = point
        _tables["parts"] = parts, pairs
    return _tables["parts"]


def decomposition(chr, /):
    """Returns the character decomposition mapping assigned to the character chr as string."""
    kind, points = _decompositions()[0].get(_point(chr, "decomposition"), (None, ()))
    words = [f"{point:04X}" for point in points]
    return " ".join(words if kind is None else [kind, *words])


def _decomposed(text, is_compatible):
    parts = _decompositions()[0]
    points = []
    waiting = [ord(c) for c in reversed(text)]
    while waiting:
        point = waiting.pop()
        if 0xAC00 <= point <= 0xD7A3:
            index = point - 0xAC00
            points += [0x1100 + index // 588, 0x1161 + index % 588 // 28]
            if index % 28:
                points.append(0x11A7 + index % 28)
            continue
        kind, inside = parts.get(point, (None, None))
        if inside is None or kind is not None and not is_compatible:
            points.append(point)
        else:
            waiting += reversed(inside)
    # Marks after a character stand in the order of their classes.
    start = 0
    for end in range(len(points) + 1):
        if end == len(points) or not _unicode.combining(points[end]):
            points[start:end] = sorted(points[start:end], key=_unicode.combining)
            start = end + 1
    return points


def _joined(first, second):
    """What two characters make, or None."""
    if 0x1100 <= first <= 0x1112 and 0x1161 <= second <= 0x1175:
        return 0xAC00 + ((first - 0x1100) * 21 + second - 0x1161) * 28
    if 0xAC00 <= first <= 0xD7A3 and not (first - 0xAC00) % 28 and 0x11A8 <= second <= 0x11C2:
        return first + second - 0x11A7
    return _decompositions()[1].get((first, second))


def _composed(points):
    result = []
    starter = None
    last_class = 0
    for point in points:
        mark_class = _unicode.combining(point)
        if starter is not None and (len(result) == starter + 1 or last_class < mark_class):
            made = _joined(result[starter], point)
            if made is not None:
                result[starter] = made
                continue
        if not mark_class:
            starter = len(result)
        last_class = mark_class
        result.append(point)
    return result


def normalize(form, unistr, /):
    """Return the normal form 'form' for the Unicode string unistr."""
    for number, value in enumerate((form, unistr), 1):
        if not isinstance(value, str):
            raise TypeError(f"normalize() argument {number} must be str, not {type(value).__name__}")
    if form not in ("NFC", "NFD", "NFKC", "NFKD"):
        raise ValueError("invalid normalization form")
    if unistr.isascii():
        return unistr
    points = _decomposed(unistr, "K" in form)
    return "".join(map(chr, _composed(points) if form.endswith("C") else points))


def is_normalized(form, unistr, /):
    """Return whether the Unicode string unistr is in the normal form 'form'."""
    return normalize(form, unistr) == unistr
