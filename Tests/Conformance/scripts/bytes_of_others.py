"""xdrlib packs and unpacks; imghdr tells images by their first bytes."""

import imghdr
import io
import xdrlib

packer = xdrlib.Packer()
packer.pack_int(-5)
packer.pack_uint(7)
packer.pack_bool(True)
packer.pack_hyper(-2)
packer.pack_uhyper(2**40)
packer.pack_float(1.5)
packer.pack_double(-2.25)
packer.pack_string(b"hello")
packer.pack_fstring(3, b"abc")
packer.pack_list([1, 2], packer.pack_int)
packer.pack_array([b"a", b"bcd"], packer.pack_string)
data = packer.get_buffer()
print(len(data), data)
unpacker = xdrlib.Unpacker(data)
print(unpacker.unpack_int(), unpacker.unpack_uint(), unpacker.unpack_bool(), unpacker.unpack_hyper())
print(unpacker.unpack_uhyper(), unpacker.unpack_float(), unpacker.unpack_double(), unpacker.unpack_string())
print(unpacker.unpack_fstring(3), unpacker.unpack_list(unpacker.unpack_int))
print(unpacker.unpack_array(unpacker.unpack_string), unpacker.get_position(), unpacker.done())
for wrong in (lambda: packer.pack_int("a"), lambda: packer.pack_uint(-1), lambda: packer.pack_farray(1, [], None),
              lambda: xdrlib.Unpacker(b"ab").unpack_int(), lambda: xdrlib.Unpacker(b"abcdef").done(),
              lambda: xdrlib.Unpacker(b"\0\0\0\2").unpack_list(None)):
    try:
        print(wrong())
    except Exception as error:
        print(type(error).__name__, error)

for head in (b"\x89PNG\r\n\x1a\n", b"GIF89a", b"BM", b"P1 ", b"P6\n", b"\xff\xd8\xff\xe0..JFIF", b"RIFF....WEBP", b"MM",
             b"", b"text"):
    print(head, imghdr.what(None, head))
file = io.BytesIO(b"GIF87a")
print(imghdr.what(file), file.tell(), len(imghdr.tests))
