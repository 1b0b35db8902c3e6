"""What patterns match: one text each, in every way of searching."""
import re

cases = [
    ('a', 'banana'), ('x*', 'axbc'), ('x*', 'abxd'), ('(x)*', 'abxd'), ('', 'abc'), ('b|', 'abc'), ('|b', 'abc'),
    ('a*?', 'aaa'), ('a+?', 'aaa'), ('(a)|b', 'ab'), ('(a)|(b)', 'ab'), ('((a)(b))', 'ab'), ('((a)|(b))*', 'ab'),
    ('(?:(a)|(b))*', 'ba'), ('(?:(a)|b)*', 'ab'), ('(a*)*', 'b'), ('(a*)+', 'aab'), ('(a|b)*?c', 'abac'),
    ('(?=(abc))(a)', 'abc'), ('^a', 'a\na'), ('a$', 'a\na\n'), ('a\\Z', 'a\na\n'), ('\\Aa', 'aa'),
    ('\\bfoo\\b', 'foo foobar'), ('\\B', 'abc d'), ('\\B', ''), ('\\b', ''), ('(a)(?(1)b|c)', 'abac'),
    ('(a)?b(?(1)c|d)', 'abc bd bc'), ('(?<=a)b', 'ab cb'), ('(?<!a)b', 'ab cb'), ('(?<=(a))b', 'ab'),
    ('(.)\\1', 'aabbc'), ('(?P<x>.)(?P=x)', 'aabbc'), ('(?i:A)b', 'ab Ab aB'), ('(?s:.)', '\n'), ('.', '\n'),
    ('.*', 'ab\ncd'), ('[^a]', 'a\nb'), ('[a-c]+', 'xabcx'), ('[]a]', 'a]'), ('[^]a]', 'a]b'), ('[a\\-z]', '-'),
    ('[\\w.]+', 'foo.bar-baz'), ('\\d+', '12 abc 345'), ('\\D+', '12 abc'), ('\\s+', 'a b\tc\x1cd'),
    ('\\S+', 'a b\x1cc'), ('\\W', 'a-b_c'), ('(?>a+)b', 'aaab'), ('(?>a+)ab', 'aaab'), ('a++b', 'aaab'),
    ('a++ab', 'aaab'), ('a{2}', 'aaaaa'), ('a{2,3}', 'aaaaaaa'), ('a{,2}', 'aaaaa'), ('a{2,}', 'aaaaa'),
    ('a{2,3}?', 'aaaaaaa'), ('a{', 'a{'), ('a{x', 'a{x'), ('a{1,x}', 'a{1,x}'), ('{', '{'),
    ('(\\w+)\\s(\\w+)', 'hello world foo bar'), (',\\s*', 'a, b,c,  d'), ('(,)\\s*', 'a, b,c'),
    ('(\\d)(\\w)?', '1a 2'), ('[a-z]*(?=\\d)', 'abc1'), ('(?!a)\\w', 'ab'), ('a.b', 'a\nb axb'), ('\\.', 'a.b'),
    ('\\n', 'a\nb'), ('\\x41\\u0042\\103', 'ABC'), ('[\\x41-\\x43]+', 'ABCD'), ('\\t', 'a\tb'), ('\\\\', 'a\\b'),
    ('(a(b(c)d)e)', 'abcde'), ('(?:a|ab)(?:c|bcd)(d*)', 'abcd'), ('(a+|b)*', 'ab'), ('(a+|b){0,}', 'ab'),
    ('(a+|b)+', 'ab'), ('(a+|b)?', 'ab'), ('([abc])*d', 'abbbcd'), ('([abc])*bcd', 'abcd'), ('a|b|c|d|e', 'e'),
    ('(a|b|c|d|e)f', 'ef'), ('(([a-z]+)\\.)*', 'foo.bar.'), ('(ab|a)b?', 'ab'), ('(a)(b)?', 'a'),
    ('(a)|b(c)?', 'b'), ('(?:(a)(b)?)*', 'aba'), ('(a?)*?$', 'aa'), ('^$', ''), ('$', ''), ('^', 'a\nb'),
    ('(?m)^\\w+$', 'ab\ncd\n'), ('(?m)$', 'a\nb\n'), ('(?m)^', 'a\n'), ('$', 'a\n'),
    ('(?x) a  b # comment\n c', 'abc'), ('(?x)[a b]', 'a b'), ('(?x)a\\ b', 'a b'), ('\xe9', 'caf\xe9'),
    ('(?i)\xc9', 'caf\xe9'), ('\\w+', 'na\xefve caf\xe9 \u0662'), ('(?a)\\w+', 'na\xefve'),
    ('\\d+', '\u0661\u0662 12'), ('\\b\\w', '\xe9a b'), ('\\W+', '\xe9\u203fa\u0301'),
    ('[\\W]+', '\xe9\u203fa\u0301!'), ('[^\\W]+', '\xe9\u203fa!'), ('\\s', 'a\u2003b\xa0'), ('[\\S]', '\u2003b'),
    ('(?i)k', '\u212aK'), ('(?i)s', '\u017fS'), ('(?i)i', '\u0130\u0131I'),
    ('(?i)[a-z]+', 'K\u212a\u017f\u0130\u0131'), ('(?i)\u0130', 'i'), ('(?i)[^i]', 'I\u0130\u0131'),
    ('(?i)\u03c3', '\u03a3\u03c2\u03c3'), ('(?i)\xdf', '\u1e9eSS'), ('(?i)stra\xdfe', 'STRASSE'),
    ('(?i)(a)\\1', 'aA'), ('[\U0001f600-\U0001f64f]', 'x\U0001f601y'), ('.', '\U0001f601'),
    ('\\N{SNOWMAN}', '\u2603'), ('(?ai:k)\\w', '\u212ak\xe9K\xe9'), ('(?a:\\w)\\w', '\xe9a\xe9'),
    ('[^\\d\\s]+', 'a1 b\u0661c'), ('[\\d\\D]', '\n'), ('(a)(?=b)|(c)', 'ab'), ('a(?=b(?i:C))', 'abC'),
    ('(?P<first>\\w+) (?P<last>\\w+)', 'John Smith'), ('(?:(?P<num>\\d+)|(?P<id>[a-z]+)|(?P<op>[-+*/]))', '12+abc'),
    ('\\Ba\\B', 'baab'), ('(|a)+', 'aaa'), ('(a|)+', 'aaa'), ('(?:a?)*?b', 'aab'), ('(?:|a)*b', 'aab'),
    ('()*', 'a'), ('(a){0}', 'a'), ('(?:(?=a)a)*', 'aa'), ('(?=a)*a', 'a'),
    ('(a)(b)(c)(d)(e)(f)(g)(h)(i)(j)\\10', 'abcdefghijj'), ('\\((?:[^()]|\\([^()]*\\))*\\)', 'f(a(b)c)'),
]
for pattern, text in cases:
    compiled = re.compile(pattern)
    found = compiled.search(text)
    print(ascii(pattern), ascii(text))
    print("  search", found and (found.span(), ascii(found.groups()), found.lastindex, found.lastgroup))
    print("  match", compiled.match(text) and compiled.match(text).span())
    print("  fullmatch", compiled.fullmatch(text) is not None)
    print("  findall", ascii(compiled.findall(text)), [match.span() for match in compiled.finditer(text)])
    print("  split", ascii(compiled.split(text)))
    print("  sub", ascii(compiled.sub(r"<\g<0>>", text)))

for flags in (re.I, re.M, re.S, re.X, re.A, re.I | re.M, re.M | re.S):
    print(flags, re.findall("^a .$ # \n", "A x\na \n\na y", flags), re.findall("^\\w+$", "ab\ncd\xe9\n", flags))

for pattern, text in [
    (b"a+", b"baab"), (b"\\w+", b"a\xe9b"), (b"[\xe0-\xff]", b"\xe9"), (b"(?i)\xe9", b"\xc9"), (b"(?i)A", b"a"),
    (b"(.)\\1", b"aa"), (b"", b"ab"),
]:
    compiled = re.compile(pattern)
    print(compiled, compiled.findall(text), compiled.split(text), compiled.sub(b"[\\g<0>]", text), compiled.search(text))
