"""`re` on bytes-like objects, `scanner`, `Scanner`, `groupindex` and flags."""

import re


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


for data in (b"abcabc", bytearray(b"abcabc"), memoryview(b"abcabc")):
    pattern = re.compile(b"b(c)")
    match = pattern.search(data)
    print(match, match.group(), match.group(1), type(match.group()).__name__, type(match.string).__name__)
    print(pattern.findall(data), pattern.split(data), pattern.sub(b"X", data), [m.span() for m in pattern.finditer(data)])
print(re.sub(b"a", bytearray(b"zz"), b"aba"))
attempt(lambda: re.match("a", bytearray(b"a")))
attempt(lambda: re.match(b"a", "a"))
attempt(lambda: re.compile(bytearray(b"a")))

pattern = re.compile("(?P<year>[0-9]+)-(?P<month>[0-9]+)", re.I | re.S)
print(pattern.groupindex, dict(pattern.groupindex), type(pattern.groupindex).__name__, pattern.groups)
attempt(lambda: pattern.groupindex.__setitem__("day", 3))

scanner = re.compile("a.").scanner("abacad", 0, 5)
print(scanner.match(), scanner.search(), scanner.match(), scanner.pattern)

words = re.Scanner([
    (r"[a-z]+", lambda scanner, text: ("name", text)), (r"\d+", lambda scanner, text: int(text)), (r"\s+", None),
    (r"[-+*/]", "operator"),
])
print(words.scan("abc 12 + x9"), words.scan("a $ b"), words.scan(""))
spans = re.Scanner([("a+", lambda scanner, text: scanner.match.span())], re.I)
print(spans.scan("aAb"))

print(re.I | re.M, repr(re.S), re.A, re.I & re.M, re.RegexFlag(0), int(re.X), re.compile("x", re.X | re.A))
for source in ("(?<=a*)b", "(", "a**", "[z-a]", "(?P<n>a)(?P<n>b)"):
    try:
        re.compile(source)
    except re.error as error:
        print(error, error.msg, error.pos, error.lineno, error.colno, error.pattern)
