"""codecs: encodings by name, incremental decoding, streams."""

import codecs
import io


def attempt(action):
    try:
        print(repr(action()))
    except Exception as error:
        print(type(error).__name__, error)


attempt(lambda: codecs.encode("Hello", "rot13"))
attempt(lambda: codecs.decode("Uryyb", "rot_13"))
attempt(lambda: codecs.encode(b"ab", "hex"))
attempt(lambda: codecs.decode(b"6162", "hex"))
attempt(lambda: codecs.encode(b"ab", "base64"))
attempt(lambda: codecs.encode("é"))
attempt(lambda: codecs.decode(b"\xc3\xa9", "utf8"))
attempt(lambda: codecs.encode("é", "ascii"))
attempt(lambda: codecs.encode("é", "ascii", "ignore"))
attempt(lambda: [codecs.lookup(name).name for name in ("utf8", "LATIN-1", "ascii", "utf-16")])
attempt(lambda: codecs.lookup("nope"))
attempt(lambda: codecs.lookup(5))
attempt(lambda: codecs.getencoder("utf-8")("é"))
attempt(lambda: codecs.utf_8_decode(b"a"))
attempt(lambda: list(codecs.iterencode(["a", "é"], "utf-8")))
attempt(lambda: list(codecs.iterdecode([b"\xc3", b"\xa9"], "utf-8")))
attempt(lambda: codecs.escape_decode(b"a\\n\\x41"))
attempt(lambda: codecs.lookup_error("strict")(ValueError("x")))
attempt(lambda: codecs.lookup_error("zz"))
decoder = codecs.getincrementaldecoder("utf-8")()
print(repr(decoder.decode(b"\xe2\x82")), repr(decoder.decode(b"\xac")), repr(decoder.decode(b"", True)))
attempt(lambda: decoder.decode(b"\xff"))
stream = io.BytesIO()
codecs.getwriter("utf-8")(stream).write("é")
print(stream.getvalue(), codecs.getreader("utf-8")(io.BytesIO(b"a\nb\n")).readlines(), codecs.BOM_UTF8)
