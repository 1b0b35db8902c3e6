# zlib and gzip: compressed bytes, round trips, streams, and what is wrong with bad input.
import gzip, hashlib, io, random, zlib


def shown(data):
    return len(data), hashlib.md5(data).hexdigest()[:12]


random.seed(5)
words = [bytes(random.choices(b"abcdefghij ", k=random.randint(2, 9))) for _ in range(300)]
prose = b"".join(random.choices(words, k=3000))
noise = bytes(random.choices(range(256), k=5000))
samples = [b"", b"a", b"hello", b"hello hello hello hello", b"a" * 1000, bytes(range(256)) * 4, prose, noise]

print("one text, every level")
for sample in samples:
    for level in (-1, 0, 1, 3, 4, 6, 9):
        packed = zlib.compress(sample, level)
        print(level, *shown(packed), zlib.decompress(packed) == sample)
print(zlib.compress(b"hello"), zlib.compress(b"a" * 30, 9))

print("other windows and wrappings")
for bits in (9, 12, -15, -9, 31, 25):
    packed = zlib.compress(prose, wbits=bits)
    print(bits, *shown(packed), zlib.decompress(packed, wbits=bits) == prose)
for strategy in (zlib.Z_DEFAULT_STRATEGY, zlib.Z_FILTERED, zlib.Z_HUFFMAN_ONLY, zlib.Z_FIXED):
    squeezer = zlib.compressobj(6, zlib.DEFLATED, 15, 8, strategy)
    print(strategy, *shown(squeezer.compress(prose) + squeezer.flush()))

print("streams")
squeezer = zlib.compressobj()
print(squeezer.compress(b"abc"), squeezer.flush(zlib.Z_SYNC_FLUSH))
print(squeezer.compress(b"abcabc"), squeezer.flush(zlib.Z_FULL_FLUSH), squeezer.flush(zlib.Z_FULL_FLUSH))
twin = squeezer.copy()
print(squeezer.compress(b"d") + squeezer.flush(), twin.compress(b"e") + twin.flush())
packed = zlib.compress(b"0123456789" * 20)
reader = zlib.decompressobj()
print(reader.decompress(packed, 15), reader.unconsumed_tail != b"", reader.eof)
print(reader.decompress(reader.unconsumed_tail, 10), len(reader.flush()), reader.eof)
reader = zlib.decompressobj()
print(b"".join(reader.decompress(packed[i:i + 1]) for i in range(len(packed))) == b"0123456789" * 20, reader.eof)
reader = zlib.decompressobj()
reader.decompress(packed + b"more")
print(reader.unused_data)
squeezer = zlib.compressobj(zdict=b"hello world")
packed_with = squeezer.compress(b"hello world, hello") + squeezer.flush()
print(packed_with, zlib.decompressobj(zdict=b"hello world").decompress(packed_with))

print("what is wrong")
for bad in (b"", b"abc", packed[:-3], packed[:-1] + b"\0", b"x\x9c\xff", b"\x78\x9c\x07"):
    try:
        zlib.decompress(bad)
    except zlib.error as error:
        print(error)
for call in (lambda: zlib.compress("s"), lambda: zlib.decompress("s"), lambda: zlib.compress(b"", 10),
             lambda: zlib.compressobj(11)):
    try:
        call()
    except Exception as error:
        print(type(error).__name__, error)

print("checksums")
print(zlib.crc32(b"hello"), zlib.adler32(b"hello"), zlib.crc32(b"lo", zlib.crc32(b"hel")))

print("files")
print(gzip.compress(b"abc", mtime=0), gzip.compress(b"abc", 6, mtime=5))
print(gzip.decompress(gzip.compress(b"a") + gzip.compress(b"b")))
file = io.BytesIO()
with gzip.GzipFile(fileobj=file, mode="wb", mtime=1) as out:
    print(out.write(b"line1\nline2\n"), out.tell())
print(*shown(file.getvalue()))
file.seek(0)
with gzip.open(file, "rt") as text:
    print(text.read())
for bad in (b"not gzip", b"\x1f\x8b", gzip.compress(b"a")[:-2]):
    try:
        gzip.decompress(bad)
    except Exception as error:
        print(type(error).__name__, error)
