"""mimetypes, uu, plistlib, and the encodings of host names."""

import datetime
import io
import mimetypes
import plistlib
import uu

mimetypes.knownfiles.clear()
mimetypes.init()
for name in ("a.txt", "A.HTML", "x.tar.gz", "x.tgz", "a.py", "a", "a.unknown", "http://x.y/z.png", "a.svgz",
             "data:text/css;charset=x,abc", "data:,x", ".txt", "a.json", "a.mid"):
    print(name, mimetypes.guess_type(name), mimetypes.guess_type(name, strict=False))
for kind in ("text/html", "image/jpeg", "audio/midi", "nope/x"):
    print(kind, mimetypes.guess_extension(kind), mimetypes.guess_all_extensions(kind, strict=False))
mimetypes.add_type("x/y", ".xy")
print(mimetypes.guess_type("q.xy"), mimetypes.guess_extension("x/y"))

for data in (b"", b"hello", bytes(range(100))):
    text, back = io.BytesIO(), io.BytesIO()
    uu.encode(io.BytesIO(data), text, "name", 0o644)
    uu.decode(io.BytesIO(text.getvalue()), back)
    print(text.getvalue(), back.getvalue() == data)
for bad in (b"", b"begin 644 x\n#86)C\n", b"begin xyz q\n"):
    try:
        uu.decode(io.BytesIO(bad), io.BytesIO())
    except uu.Error as error:
        print("uu", error)

value = {
    "text": "a<b>&c", "number": -3, "fraction": 1.5, "yes": True, "list": [1, "x", [], {}],
    "data": b"bytes" * 20, "date": datetime.datetime(2020, 1, 2, 3, 4, 5), "empty": "",
}
text = plistlib.dumps(value)
print(text.decode())
print(plistlib.loads(text) == value, plistlib.UID(5) == plistlib.UID(5), plistlib.FMT_XML)
for bad in (None, {1: 2}, "\0", 1 << 64, {1, 2}):
    try:
        plistlib.dumps(bad)
    except Exception as error:
        print(type(error).__name__, error)

for text in ("abc", "bücher", "日本語", "x\U0001f600"):
    print(text.encode("punycode"), text.encode("punycode").decode("punycode") == text)
for host in ("www.bücher.de", "BÜCHER.de.", "a..b"):
    try:
        print(host.encode("idna"), host.encode("idna").decode("idna"))
    except UnicodeError as error:
        print(error)
