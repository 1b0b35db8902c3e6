"""Checksums; compression is not available."""

from _hashes import adler32 as _adler32
from _hashes import crc32 as _crc32

DEFLATED = 8
MAX_WBITS = 15
Z_BEST_COMPRESSION = 9
Z_BEST_SPEED = 1
Z_DEFAULT_COMPRESSION = -1


class error(Exception):
    pass


def _bytes(data):
    if isinstance(data, (bytes, bytearray, memoryview)):
        return bytes(data)
    raise TypeError(f"a bytes-like object is required, not '{type(data).__name__}'")


def crc32(data, value=0, /):
    """Compute a CRC-32 checksum of data."""
    return _crc32(_bytes(data), value & 0xFFFFFFFF)


def adler32(data, value=1, /):
    """Compute an Adler-32 checksum of data."""
    return _adler32(_bytes(data), value & 0xFFFFFFFF)


def _absent(name):
    def function(*args, **kwargs):
        raise NotImplementedError(f"zlib.{name} is not available in nbcheck")

    function.__name__ = function.__qualname__ = name
    return function


compress = _absent("compress")
decompress = _absent("decompress")
compressobj = _absent("compressobj")
decompressobj = _absent("decompressobj")
