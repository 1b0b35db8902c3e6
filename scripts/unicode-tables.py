"""Writes `_unicode_tables.py`: what `unicodedata` needs and the Swift library does not tell.

    python3.11 scripts/unicode-tables.py > Sources/PythonLibrary/Modules/_unicode_tables.py
"""

import sys
import textwrap
import unicodedata


def ranges(function, default):
    """`start-end value` for every run of characters for which the function gives another value than the default."""
    found = []
    start, before = 0, default
    for point in range(sys.maxunicode + 2):
        value = function(chr(point)) if point <= sys.maxunicode else default
        if value != before:
            if before != default:
                found.append(f"{start:X}-{point - 1:X} {before}" if start < point - 1 else f"{start:X} {before}")
            start, before = point, value
    return found


def decompositions():
    """`composed=parts`, with a `!` before those that are not put together again."""
    found = []
    for point in range(sys.maxunicode + 1):
        parts = unicodedata.decomposition(chr(point))
        if parts and not 0xAC00 <= point <= 0xD7A3:
            text = "".join(chr(int(part, 16)) for part in parts.split() if part[0] != "<")
            is_excluded = parts[0] != "<" and unicodedata.normalize("NFC", text) != chr(point)
            found.append(f"{'!' if is_excluded else ''}{point:X}={' '.join(part.lstrip('0') for part in parts.split())}")
    return found


def direction(c):
    """Characters that are none have no direction; `unicodedata` knows which those are."""
    return unicodedata.bidirectional(c) or "L"


def write(name, comment, items):
    print(f"\n# {comment}\n{name} = \"\"\"")
    print("\n".join(textwrap.wrap(";".join(items).replace(" ", "\0").replace(";", "; "), 119, break_on_hyphens=False)).replace("\0", " "))
    print('"""')


print(f'"""Tables of Unicode {unicodedata.unidata_version}, written by scripts/unicode-tables.py."""')
write("DECOMPOSITIONS", "What characters are made of; `!`: never put together again.", decompositions())
write("WIDTHS", "How wide characters are in East Asian text, unless neutral.", ranges(unicodedata.east_asian_width, "N"))
write("DIRECTIONS", "Which way characters are written, unless to the right.", ranges(direction, "L"))
