"""What re.compile accepts, and the words and places of its errors."""
import re

patterns = [
    '(?t:a)', '(?L)a', '(?P<1a>a)', '(?P<>a)', '(?P<a', '(?P=a', '(?P=1)', '(?(1)a)', '(?(a)b)', '(?(1',
    '(?(1)a|b|c)', '\\8', '\\400', '[\\400]', '\\x1', '\\N{foo}', '\\N', '\\Nfoo', '\\N{LATIN SMALL LETTER A}',
    '\\U00110000', 'a**', 'a{2}{3}', 'a{3,2}', '^*', '(?i', '(?i-', '(?i-i:a)', '(?-a:a)', '(?au:a)', 'a(?i)b',
    '(?P<a>a)(?P<a>b)', '(a\\1)', '(?<=a+)b', '(?<=(a)\\1)b', '(?<a', '(?z)', '(?', '(?P', '(?Pz', '(', 'a)', '[a',
    '[a-', '[b-a]', '[\\w-a]', '\\q', '\\', '[\\q]', 'a\n(', '(?#a', 'x{99999999999}', '(?<=(a))(?<=\\1)b',
    '(?(0)a)', '(?(101)a)', '(?a)\\w', '\\Z\\A\\b\\B', '(?i-z:a)', '(?i-s', '(?i-s)', '(?iz)', '(?i1)', '(?-',
    '(?-1', '*', '+a', '?', '{2}', 'a{2', 'a{,}', 'a{,3}', 'a{}', '(?:a', '(?=a', '((a)', '(a', 'a|*', '|', '()',
    '(?:)', '[]', '[]]', '[^]', '[^]]', '[]-a]', '[a-\\d]', '[--a]', '\\x', '\\u12', '\\U0011', '[\\x1]', '\\0',
    '\\01', '\\012', '\\0123', '\\18', '\\81', '(?P<n>a)\\1(?P=n)', '(?P<n>a)(?P=m)', '(?P<n', '(?P<n>',
    '(?<!a|bc)d', '(?<=a|b)d', '(?<=a{2})d', '(?<=a{2,3})d', '(?>a+)b', 'a++b', 'a?+', 'a*+', 'a{1,2}+', 'a+*',
    'a*??', '(?i:a)', '(?s-i:a.)', '(?x) a b # c', '(?x:a b)c', '(?P<\xe9>a)', '(?P<a b>a)', '(?P=', '(?P>', '(?(',
    '(?(a', '(?()a)', '(?(-1)a)', '(?(1a)b)', '(a)(?(1)b|c)', '(a)?b(?(1)c|d)', '(?<', '(?<=', '(?!', '(?!)',
    '(?=)', '\\G', '\\Q', '\\E', '\\z', '\\X', '[\\Z]', '[\\A]', '[\\b]', '[\\B]', '(?imsx)a', '(?i)(?m)a',
    '(?i)a|(?m)b',
]
for pattern in patterns:
    try:
        print(ascii(pattern), ascii(re.compile(pattern)))
    except Exception as error:
        print(ascii(pattern), type(error).__name__, ascii(str(error)))

for pattern, flags in [
    ("a", re.LOCALE), ("a", re.ASCII | re.UNICODE), (b"a", re.UNICODE), (b"a", re.LOCALE | re.ASCII), (b"(?u)a", 0),
    (b"\\N{a}", 0), (b"\\u1234", 0), ([1], 0), (1, 0), (None, 0), (re.compile("a"), re.IGNORECASE),
]:
    try:
        print(re.compile(pattern, flags))
    except Exception as error:
        print(type(error).__name__, error)

try:
    re.compile("ab\ncd(")
except re.error as error:
    print(error.msg, repr(error.pattern), error.pos, error.lineno, error.colno, error.args)
print(vars(re.error("why", "where", 3)), re.error("why"))

replacements = [
    "\\2", "\\g<x>", "\\g<3>", "\\g<1", "\\g", "\\q", "\\", "\\g<>", "\\g<-1>", "\\400", b"x", 1, lambda m: 1, lambda m: b"",
]
for replacement in replacements:
    try:
        print(re.sub("(a)", replacement, "banana"))
    except Exception as error:
        print(type(error).__name__, error)

for call in [
    lambda: re.match("a", 1), lambda: re.match("a", b"a"), lambda: re.match(b"a", "a"), lambda: re.findall("a", None),
    lambda: re.match("a", "a").group(1), lambda: re.match("a", "a").group("x"), lambda: re.match("a", "a")[1.5],
    lambda: re.match("a", "a").start(3), lambda: re.Pattern(), lambda: re.Match(),
]:
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
