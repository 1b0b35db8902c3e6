"""Writes `html.entities.py`: the names that HTML has for characters.

    python3.11 scripts/html-entities.py > Sources/PythonLibrary/Modules/html.entities.py
"""

import html.entities
import textwrap


def packed(items):
    return "\n".join(textwrap.wrap("; ".join(items), 118, break_long_words=False, break_on_hyphens=False))


names = {}
for name, text in sorted(html.entities.html5.items()):
    if name.endswith(";"):
        names.setdefault(text, []).append(name[:-1])
table = [f"{' '.join(f'{ord(c):X}' for c in text)}={' '.join(found)}" for text, found in sorted(names.items())]
old = [name for name in html.entities.name2codepoint]

print(f'''"""The names that HTML has for characters; written by scripts/html-entities.py."""

__all__ = ["html5", "name2codepoint", "codepoint2name", "entitydefs"]

_NAMES = """
{packed(table)}
"""

# The names of HTML 4.
_OLD_NAMES = """
{chr(10).join(textwrap.wrap(" ".join(old), 118))}
""".split()

html5 = {{}}
for _item in _NAMES.split(";"):
    _text, _, _found = _item.strip().partition("=")
    _text = "".join(chr(int(_point, 16)) for _point in _text.split())
    for _name in _found.split():
        html5[_name + ";"] = _text
# The oldest may stand without a semicolon.
for _name in _OLD_NAMES + ["AMP", "COPY", "GT", "LT", "QUOT", "REG"]:
    if html5[_name + ";"] < "\\u0100":
        html5[_name] = html5[_name + ";"]

name2codepoint = {{_name: ord(html5[_name + ";"]) for _name in _OLD_NAMES}} | {{"lang": 0x2329, "rang": 0x232A}}
codepoint2name = {{_point: _name for _name, _point in name2codepoint.items()}}
entitydefs = {{_name: chr(_point) for _name, _point in name2codepoint.items()}}''')
