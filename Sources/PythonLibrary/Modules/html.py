"""The characters that HTML writes with names."""

import re as _re

__all__ = ["escape", "unescape"]

_names = {
    "amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'", "nbsp": "\xa0", "iexcl": "\xa1", "cent": "\xa2",
    "pound": "\xa3", "yen": "\xa5", "sect": "\xa7", "copy": "\xa9", "not": "\xac", "shy": "\xad", "laquo": "\xab", "reg": "\xae", "deg": "\xb0",
    "plusmn": "\xb1", "sup2": "\xb2", "sup3": "\xb3", "micro": "\xb5", "para": "\xb6", "middot": "\xb7",
    "raquo": "\xbb", "frac12": "\xbd", "iquest": "\xbf", "Agrave": "\xc0", "Aacute": "\xc1", "Auml": "\xc4",
    "Aring": "\xc5", "AElig": "\xc6", "Ccedil": "\xc7", "Egrave": "\xc8", "Eacute": "\xc9", "Ntilde": "\xd1",
    "Ouml": "\xd6", "times": "\xd7", "Oslash": "\xd8", "Uuml": "\xdc", "szlig": "\xdf", "agrave": "\xe0",
    "aacute": "\xe1", "acirc": "\xe2", "auml": "\xe4", "aring": "\xe5", "aelig": "\xe6", "ccedil": "\xe7",
    "egrave": "\xe8", "eacute": "\xe9", "ecirc": "\xea", "euml": "\xeb", "iacute": "\xed", "icirc": "\xee",
    "iuml": "\xef", "ntilde": "\xf1", "oacute": "\xf3", "ocirc": "\xf4", "ouml": "\xf6", "divide": "\xf7",
    "oslash": "\xf8", "uacute": "\xfa", "ucirc": "\xfb", "uuml": "\xfc", "yuml": "\xff", "alpha": "\u03b1",
    "beta": "\u03b2", "gamma": "\u03b3", "delta": "\u03b4", "epsilon": "\u03b5", "lambda": "\u03bb", "mu": "\u03bc",
    "pi": "\u03c0", "sigma": "\u03c3", "omega": "\u03c9", "Omega": "\u03a9", "ndash": "\u2013", "mdash": "\u2014",
    "lsquo": "\u2018", "rsquo": "\u2019", "ldquo": "\u201c", "rdquo": "\u201d", "bull": "\u2022",
    "hellip": "\u2026", "euro": "\u20ac", "trade": "\u2122", "larr": "\u2190", "uarr": "\u2191", "rarr": "\u2192",
    "darr": "\u2193", "forall": "\u2200", "part": "\u2202", "exist": "\u2203", "nabla": "\u2207", "isin": "\u2208",
    "sum": "\u2211", "minus": "\u2212", "radic": "\u221a", "infin": "\u221e", "ne": "\u2260", "le": "\u2264",
    "ge": "\u2265",
}
# These were written without a semicolon, and still may be.
_bare = {name for name, text in _names.items() if ord(text) < 0x100 and name != "apos"}


def escape(s, quote=True):
    """With the characters that have a meaning in HTML replaced."""
    s = s.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    if quote:
        s = s.replace('"', "&quot;").replace("'", "&#x27;")
    return s


_windows_points = (
    "\u20ac\x81\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\x8d\u017d\x8f"
    "\x90\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\x9d\u017e\u0178"
)


def _number(digits):
    number = int(digits[1:], 16) if digits[0] in "xX" else int(digits)
    if number == 0 or 0xD800 <= number <= 0xDFFF or number > 0x10FFFF:
        return "\ufffd"
    if 0x80 <= number < 0xA0:
        return _windows_points[number - 0x80]
    if number < 0x20 and number not in (9, 10, 12, 13) or 0x7F <= number < 0xA0 or number & 0xFFFE == 0xFFFE:
        return ""
    return chr(number)


def _text(match):
    name = match.group(1)
    if name[0] == "#":
        return _number(name[1:].rstrip(";"))
    if name.endswith(";") and name[:-1] in _names:
        return _names[name[:-1]]
    for end in range(len(name), 1, -1):
        if name[:end] in _bare:
            return _names[name[:end]] + name[end:]
    return match.group()


_reference = _re.compile(r"&(#[0-9]+;?|#[xX][0-9a-fA-F]+;?|[^\t\n\f <&#;]{1,32};?)")


def unescape(s):
    """With the characters in the places of their names and numbers."""
    return _reference.sub(_text, s) if "&" in s else s
