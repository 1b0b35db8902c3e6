"""The functions of re, and the methods and attributes of its objects."""
import copy
import re

print("-- positions")
r = re.compile("b+")
print(r.search("abbbc", 2), r.match("abbbc", 1), r.match("abbbc"), r.fullmatch("abbbc", 1, 4), r.search("abbbc", 0, 3))
print(r.search("abbbc", -5, 100), r.search("abbbc", 4, 2), r.findall("abbbcb", 2, 5), r.search("abbbc", pos=2, endpos=3))
print(re.compile("^b").search("ab", 1), re.compile(r"\bb").search("ab", 1), re.compile("(?<=a)b").search("ab", 1))
print(re.compile("b$").search("abc", 0, 2), re.compile(r"\Ab").match("ab", 1))

print("-- Pattern")
p = re.compile(r"(?P<year>\d+)-(?P<month>\d+)(x)?", re.I | re.M)
print(p, p.pattern, p.flags, p.groups, dict(p.groupindex), re.compile("a").flags, re.compile(b"a").flags)
print(p == re.compile(p.pattern, re.I | re.M), p == re.compile(p.pattern), re.compile("a") == re.compile(b"a"))
print(re.compile("a") is re.compile("a"), copy.copy(p) is p, copy.deepcopy(p) is p, len({p, re.compile(p.pattern, p.flags)}))
print(repr(re.compile("a" * 300)), re.compile("a'b"), re.compile('a\nb"'), re.compile("a", re.A | re.S | re.X))

print("-- Match")
m = p.search("on 2023-04 and 2024-05")
print(m, m.group(), m.group(0, 1, "month"), m.groups(), m.groups("-"), m.groupdict(), m.groupdict(0))
print(m[0], m["year"], m[2], m[3], m.start(), m.end(), m.span(), m.start("month"), m.end(2), m.span(3))
print(m.pos, m.endpos, m.lastindex, m.lastgroup, m.re is p, m.string, m.regs, bool(m), copy.copy(m) is m)
print(m.expand(r"\g<month>/\1 \g<0>\\ \3|"), re.match("a" * 99, "a" * 99))

print("-- sub")
print(re.sub("a", "b", "banana", 2), re.sub("a", "b", "banana", count=1), re.subn("a", "b", "banana"), re.subn("z", "b", "banana"))
print(re.sub("a", lambda m: m.group().upper(), "banana"), re.sub("a", lambda m: None, "banana"), re.sub("", "-", "abc"))
print(re.sub("(a)(n)?", r"\2\1", "banana"), re.sub("x*", "-", "abxd"), re.sub("(?P<q>a)", r"<\g<q>\g<1>\1>", "banana"))
print(ascii(re.sub("a", r"\n\t\\\101\0\a\.", "a")), re.sub("b", "\xe9", "abc"), re.sub("\xe9", "e", "\xe9a"), re.sub(b"a", b"\\g<0>b", b"aa"))
print(re.sub(".", lambda m: str(ord(m[0])), "a\xe9"), re.sub(r"(\w+) (\w+)", r"\2 \1", "hello world"))

print("-- split, findall, finditer")
print(re.split(",", "a,b,c", 1), re.split("(,)", "a,b,c", maxsplit=1), re.split("x*", "axbc"), re.split("", "ab"))
print(re.split("(x)|(,)", "axb,c"), re.split(r"\W+", "Words, words, words."), re.split("a", ""), re.split("[a-f]+", "0a3B9", flags=re.I))
print(re.findall(r"(\w)(\w)?", "abc"), re.findall(r"(\w)", "abc"), [m.group() for m in re.finditer(r"\w+", "a bc def")])
iterator = re.finditer("a", "banana")
print(type(iterator).__name__, next(iterator), next(iterator).span(), len(list(iterator)), next(iterator, "end"))

print("-- escape, flags, purge")
print(re.escape("a.b*c [x] \xe9\n-_!\"%',/:;<=>@`~&#"), re.escape(b"a.b"), re.escape(""), re.purge())
print(re.I, repr(re.MULTILINE), re.I | re.M, re.I & re.M, re.I ^ re.M, ~re.I, re.RegexFlag(0), re.NOFLAG, re.I.name, re.I.value, (re.I | re.M).name)
print(re.I + 1, re.I == 2, re.I in re.I | re.M, bool(re.NOFLAG), list(re.I | re.M), f"{re.S}", re.I is re.IGNORECASE, isinstance(re.X, int))

print("-- tokenizer")
token = re.compile(r"(?P<number>\d+(?:\.\d*)?)|(?P<name>[a-z]+)|(?P<op>[-+*/()=])|(?P<blank>\s+)|(?P<other>.)")
for m in token.finditer("total = 3.5*(n + 10)?"):
    if m.lastgroup != "blank":
        print(m.lastgroup, m.lastindex, m.group())
text, position = "ab12cd", 0
word = re.compile("[a-z]+|[0-9]+")
while position < len(text):
    m = word.match(text, position)
    print(m.group(), end=" ")
    position = m.end()
print(dict(re.findall(r"(\w+)\s*=\s*(\w+)", "foo=bar; baz = qux")), re.sub(r"(?<!^)(?=[A-Z])", "_", "camelCaseName").lower())
