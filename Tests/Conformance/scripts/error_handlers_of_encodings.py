"""What programs say is to be done with what cannot be encoded or decoded, and the errors of codecs."""

import codecs


def shown(error):
    print(type(error).__name__, error.encoding, ascii(error.object), error.start, error.end, error.reason)
    return "<" + "?" * (error.end - error.start) + ">", error.end


codecs.register_error("shown", shown)
print("aéèb€".encode("ascii", "shown"), "x€".encode("latin-1", "shown"), "\ud800".encode("utf-8", "shown"))
print(b"a\xff\xfeb".decode("ascii", "shown"), b"a\xc3(b".decode("utf-8", "shown"), str(b"\xff", "ascii", "shown"))
codecs.register_error("bytes", lambda error: (b"!!", error.end))
print("é".encode("ascii", "bytes"))
codecs.register_error("from the end", lambda error: ("", -1))
print("éab".encode("ascii", "from the end"))

for handler in (lambda error: 5, lambda error: ("x",), lambda error: (5, 1), lambda error: ("x", 99),
                lambda error: ("é", error.end), lambda error: 1 / 0):
    codecs.register_error("bad", handler)
    for convert in (lambda: "é".encode("ascii", "bad"), lambda: b"\xff".decode("utf-8", "bad")):
        try:
            print(convert())
        except Exception as error:
            print(type(error).__name__, error)

for wrong in (lambda: codecs.register_error(5, 5), lambda: codecs.register_error("x", 5),
              lambda: codecs.lookup_error("nope"), lambda: codecs.decode(b"zz", "hex"),
              lambda: "é".encode("ascii", "nope")):
    try:
        print(wrong())
    except Exception as error:
        print(type(error).__name__, error)

encoder = codecs.getincrementalencoder("utf-16")()
print(encoder.encode("a"), encoder.encode("b"))
encoder.reset()
print(encoder.encode("c"))
