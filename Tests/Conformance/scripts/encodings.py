"""Encodings of `str.encode` and `bytes.decode`, and what is done with what they lack."""

HANDLERS = ("strict", "ignore", "replace", "backslashreplace", "xmlcharrefreplace", "namereplace", "surrogateescape")
TEXTS = ("abc", "é€", "\U0001f600", "\ud800", "a\n\\+-")
DATA = (b"abc", b"\xc3\xa9", b"\x80\x81", b"\xed\xa0\x80", b"a\\n\\x41\\u00e9\\q", b"\\x4", b"+AGE-+-", b"\xff\xfe\x61\x00")


def shown(action):
    try:
        return ascii(action())
    except (UnicodeError, LookupError, TypeError) as error:
        return f"{type(error).__name__}: {error}"


for encoding in (
    "utf-8", "ascii", "latin-1", "cp1252", "cp437", "iso8859-15", "koi8-r", "utf-16", "utf-32-le", "utf-7",
    "unicode_escape", "raw_unicode_escape", "utf-8-sig",
):
    for text in TEXTS:
        print(encoding, ascii(text), *[shown(lambda: text.encode(encoding, handler)) for handler in HANDLERS], sep=" | ")
    for data in DATA:
        print(encoding, data, *[shown(lambda: data.decode(encoding, handler)) for handler in HANDLERS[:4]], sep=" | ")

# Halves of pairs.
for encoding in ("utf-8", "utf-16-le", "utf-32-be"):
    data = "\ud800".encode(encoding, "surrogatepass")
    print(encoding, data, ascii(data.decode(encoding, "surrogatepass")))

# What is no encoding.
for action in (
    lambda: "a".encode("nope"), lambda: b"a".decode("nope"), lambda: b"".decode("nope"), lambda: "a".encode(5),
    lambda: str(b"a", encoding="hex"), lambda: "a".encode("rot13"), lambda: "é".encode("ascii", "nope"),
    lambda: "a".encode("ascii", "nope"), lambda: bytes("é", "ascii"), lambda: bytearray("a", "utf-16"),
):
    print(shown(action))

# What the errors know.
try:
    "a\u20ac".encode("ascii")
except UnicodeEncodeError as error:
    print(error.encoding, ascii(error.object), error.start, error.end, error.reason, ascii(error))
try:
    b"a\xff".decode("utf8")
except UnicodeDecodeError as error:
    print(error.encoding, error.object, error.start, error.end, error.reason, error.args)
error = UnicodeTranslateError("abc", 1, 2, "why")
print(error, error.object, error.start, error.end, error.reason, repr(error))
for make in (lambda: UnicodeDecodeError(1), lambda: UnicodeTranslateError("a"), lambda: UnicodeEncodeError("a", "b", 0, 1)):
    print(shown(lambda: str(make())))
