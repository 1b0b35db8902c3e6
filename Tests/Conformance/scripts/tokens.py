# tokenize, token, stat, signal, marshal, tomllib: small modules about text, files and values.
import io, marshal, signal, stat, token, tokenize, tomllib

print("words of programs")
for word in tokenize.generate_tokens(io.StringIO("def f(x):\n    return x + 1.5 # c\n'''s\n'''").readline):
    print(word, token.tok_name[word.exact_type])
text = b"# -*- coding: latin-1 -*-\nif x  :\n   y = 'a'\\\n  'b'\n"
words = list(tokenize.tokenize(io.BytesIO(text).readline))
print(words[0].string, tokenize.untokenize(words) == text, tokenize.untokenize(word[:2] for word in words))
for wrong in ("(1", '"""x', "if 1:\n  a\n b"):
    try:
        list(tokenize.generate_tokens(io.StringIO(wrong).readline))
    except Exception as error:
        print(type(error).__name__, error)

print("modes of files")
for mode in (0o100644, 0o40755, 0o104755, 0o41777, 0o120777):
    print(stat.filemode(mode), stat.S_ISDIR(mode), stat.S_ISREG(mode), oct(stat.S_IMODE(mode)), oct(stat.S_IFMT(mode)))

print("signals")
print(repr(signal.SIGTERM), signal.Signals(9).name, signal.getsignal(signal.SIGTERM), signal.strsignal(11))
print(signal.signal(signal.SIGUSR1, lambda number, frame: print("got", number)))
signal.raise_signal(signal.SIGUSR1)
try:
    signal.raise_signal(signal.SIGINT)
except KeyboardInterrupt as error:
    print(repr(error))
for call in (lambda: signal.signal(0, print), lambda: signal.signal(2, "x")):
    try:
        call()
    except Exception as error:
        print(type(error).__name__, error)

print("values as bytes")
for value in (None, True, 5, 2**31, -2**100, 1.5, 1j, "abc", "é", b"x", (1, 2), [1, [2]], {1: "a"}, {1}, ...):
    print(marshal.loads(marshal.dumps(value)) == value, end=" ")
for wrong in (b"", b"i\x01", b"?"):
    try:
        marshal.loads(wrong)
    except Exception as error:
        print(type(error).__name__, error)

print("TOML")
print(tomllib.loads('''
title = "x \\u00e9"
[owner]
when = 1979-05-27T07:32:00Z
"quoted key" = [1, 0xff, 1e3, true, {a.b = 'c'}]
[[list]]
name = """
long \\
    text"""
[[list]]
'''))
for wrong in ("a = 1\na = 2", "[a]\n[a]", 'a = "x', "a = 01", "a = [1", "= 1"):
    try:
        tomllib.loads(wrong)
    except tomllib.TOMLDecodeError as error:
        print(error)
