"""The characters that HTML writes with names."""

import re as _re

from html.entities import html5 as _html5

__all__ = ["escape", "unescape"]


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
    if number == 13:
        return "\r"
    is_control = number < 0x20 and number not in (9, 10, 12) or 0x7F <= number < 0xA0
    if is_control or number & 0xFFFE == 0xFFFE or 0xFDD0 <= number <= 0xFDEF:
        return ""
    return chr(number)


def _text(match):
    name = match.group(1)
    if name[0] == "#":
        return _number(name[1:].rstrip(";"))
    if name in _html5:
        return _html5[name]
    # Names from before HTML 5 may stand without a semicolon, with more after them.
    for end in range(len(name) - 1, 1, -1):
        if name[:end] in _html5:
            return _html5[name[:end]] + name[end:]
    return match.group()


_reference = _re.compile(r"&(#[0-9]+;?|#[xX][0-9a-fA-F]+;?|[^\t\n\f <&#;]{1,32};?)")


def unescape(s):
    """With the characters in the places of their names and numbers."""
    return _reference.sub(_text, s) if "&" in s else s
