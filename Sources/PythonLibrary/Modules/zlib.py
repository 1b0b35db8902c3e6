"""Compression as zlib does it, byte for byte, and checksums."""

import _compression
from _hashes import adler32 as _adler32
from _hashes import crc32 as _crc32

DEFLATED = 8
DEF_BUF_SIZE = 16384
DEF_MEM_LEVEL = 8
MAX_WBITS = 15
ZLIB_VERSION = ZLIB_RUNTIME_VERSION = "1.2.13"
Z_NO_COMPRESSION = 0
Z_BEST_SPEED = 1
Z_BEST_COMPRESSION = 9
Z_DEFAULT_COMPRESSION = -1
Z_DEFAULT_STRATEGY, Z_FILTERED, Z_HUFFMAN_ONLY, Z_RLE, Z_FIXED = range(5)
Z_NO_FLUSH, Z_PARTIAL_FLUSH, Z_SYNC_FLUSH, Z_FULL_FLUSH, Z_FINISH, Z_BLOCK, Z_TREES = range(7)
__version__ = "1.0"


class error(Exception):
    pass


def _bytes(data):
    if isinstance(data, bytes):
        return data
    try:
        return bytes(memoryview(data))
    except TypeError:
        raise TypeError(f"a bytes-like object is required, not '{type(data).__name__}'") from None


def crc32(data, value=0, /):
    """Compute a CRC-32 checksum of data."""
    return _crc32(_bytes(data), value & 0xFFFFFFFF)


def adler32(data, value=1, /):
    """Compute an Adler-32 checksum of data."""
    return _adler32(_bytes(data), value & 0xFFFFFFFF)


def compress(data, /, level=-1, wbits=15):
    """Returns a bytes object containing compressed data."""
    data = _bytes(data)
    try:
        compressor = compressobj(level, DEFLATED, wbits)
    except ValueError:
        raise error("Bad compression level") from None
    return compressor.compress(data) + compressor.flush()


def compressobj(level=-1, method=DEFLATED, wbits=15, memLevel=DEF_MEM_LEVEL, strategy=Z_DEFAULT_STRATEGY, zdict=None):
    """Return a compressor object."""
    size = -wbits if wbits < 0 else wbits - 16 if wbits > 15 else wbits
    if not (-1 <= level <= 9 and method == DEFLATED and 1 <= memLevel <= 9 and 0 <= strategy <= 4
            and (8 <= size <= 15 and wbits != -8)):
        raise ValueError("Invalid initialization option")
    return Compress(level, wbits, max(size, 9), memLevel, strategy, None if zdict is None else _bytes(zdict))


class Compress:
    """Keeps what it is given, and compresses it all when it is flushed."""

    def __init__(self, level, wbits, size, memory, strategy, dictionary):
        self._settings = 6 if level == -1 else level, size, memory, strategy
        self._wraps = "" if wbits < 0 else "gzip" if wbits > 15 else "zlib"
        self._start = dictionary[-(1 << size) :] if dictionary else b""
        self._data = bytearray()
        self._flushes = []
        self._written = 0
        self._checksum = 0 if self._wraps == "gzip" else 1
        self._header = self._head(dictionary)
        self._is_finished = False

    def _head(self, dictionary):
        level, size, _, strategy = self._settings
        if self._wraps == "gzip":
            extra = 2 if level == 9 else 4 if level < 2 or strategy >= Z_HUFFMAN_ONLY else 0
            return bytes([0x1F, 0x8B, 8, 0, 0, 0, 0, 0, extra, 3])
        if not self._wraps:
            return b""
        speed = 0 if level < 2 or strategy >= Z_HUFFMAN_ONLY else 1 if level < 6 else 2 if level == 6 else 3
        head = (size - 8 << 4 | DEFLATED) << 8 | speed << 6 | (0x20 if dictionary else 0)
        head += 31 - head % 31
        return head.to_bytes(2, "big") + (adler32(dictionary).to_bytes(4, "big") if dictionary else b"")

    def compress(self, data, /):
        """Returns a bytes object containing compressed data."""
        data = _bytes(data)
        if self._is_finished:
            raise error("Error -2 while compressing data: inconsistent stream state")
        self._data += data
        self._checksum = (crc32 if self._wraps == "gzip" else adler32)(data, self._checksum)
        head, self._header = self._header, b""
        return head

    def flush(self, mode=Z_FINISH, /):
        """Return a bytes object containing any remaining compressed data."""
        if mode == Z_NO_FLUSH:
            return b""
        if self._is_finished:
            raise error("Error -2 while flushing: inconsistent stream state")
        if not 0 < mode <= Z_TREES:
            raise error("Error -2 while flushing: inconsistent stream state")
        place = len(self._start) + len(self._data)
        mode = min(mode, Z_FINISH) if mode != Z_BLOCK else Z_PARTIAL_FLUSH
        head, self._header = self._header, b""
        if mode != Z_FINISH and self._flushes and self._flushes[-1][0] == place and mode <= self._flushes[-1][1]:
            return head
        self._flushes.append((place, mode))
        level, size, memory, strategy = self._settings
        result = _compression.deflate(
            self._start + self._data, len(self._start), self._flushes, level, size, memory, strategy)
        new, self._written = result[self._written :], len(result)
        if mode == Z_FINISH:
            self._is_finished = True
            if self._wraps == "gzip":
                new += self._checksum.to_bytes(4, "little") + (len(self._data) & 0xFFFFFFFF).to_bytes(4, "little")
            elif self._wraps:
                new += self._checksum.to_bytes(4, "big")
        return head + new

    def copy(self):
        """Return a copy of the compression object."""
        if self._is_finished:
            raise ValueError("Inconsistent stream state")
        copy = object.__new__(Compress)
        copy.__dict__.update(self.__dict__, _data=self._data[:], _flushes=self._flushes[:])
        return copy

    __copy__ = copy

    def __deepcopy__(self, memo, /):
        return self.copy()

    __module__ = "zlib"


def decompress(data, /, wbits=MAX_WBITS, bufsize=DEF_BUF_SIZE):
    """Returns a bytes object containing the uncompressed data."""
    data = _bytes(data)
    if bufsize < 0:
        raise ValueError("bufsize must be non-negative")
    try:
        decompressor = decompressobj(wbits)
    except ValueError:
        raise error("Error -2 while preparing to decompress data: inconsistent stream state") from None
    result = decompressor.decompress(data)
    if not decompressor.eof:
        raise error("Error -5 while decompressing data: incomplete or truncated stream")
    return result


def decompressobj(wbits=MAX_WBITS, zdict=b""):
    """Return a decompressor object."""
    if not (wbits == 0 or 8 <= abs(wbits) <= 15 or 24 <= wbits <= 31 or 40 <= wbits <= 47 or wbits == 32):
        raise ValueError("Invalid initialization option")
    return Decompress(wbits, _bytes(zdict))


class Decompress:
    """Keeps what it was given until the end, since reading goes on from where the input ended before."""

    __module__ = "zlib"

    def __init__(self, wbits, dictionary):
        self._size = abs(wbits) % 16 or 15
        self._wraps = "" if wbits < 0 else "zlib" if wbits <= 15 else "gzip" if wbits <= 31 else "either"
        self._dictionary = dictionary
        self._data = b""
        self._body = None
        self._written = 0
        self._checksum = None
        self.unused_data = b""
        self.unconsumed_tail = b""
        self.eof = False

    def decompress(self, data, /, max_length=0):
        """Return a bytes object containing the decompressed version of the data."""
        data = _bytes(data)
        if max_length < 0:
            raise ValueError("max_length must be non-negative")
        return self._decompress(data, self._written + max_length if max_length else -1)

    def flush(self, length=DEF_BUF_SIZE, /):
        """Return a bytes object containing any remaining decompressed data."""
        if length <= 0:
            raise ValueError("length must be greater than zero")
        rest, self.unconsumed_tail = self.unconsumed_tail, b""
        return self._decompress(rest, -1) if rest else b""

    def copy(self):
        """Return a copy of the decompression object."""
        copy = object.__new__(Decompress)
        copy.__dict__.update(self.__dict__)
        return copy

    __copy__ = copy

    def __deepcopy__(self, memo, /):
        return self.copy()

    def _decompress(self, data, limit):
        if self.eof:
            self.unused_data += data
            return b""
        self._data += data
        self.unconsumed_tail = b""
        if self._body is None:
            self._body = self._skip_head()
            if self._body is None:
                return b""
        text, end, outcome = _compression.inflate(self._data, self._body, self._dictionary, limit, self._size)
        new, self._written = text[self._written :], len(text)
        if outcome == "limit":
            self.unconsumed_tail, self._data = self._data[end:], self._data[:end]
        elif outcome == "done":
            self._finish(text, end)
        elif outcome != "input":
            self._fail(outcome)
        return new

    def _fail(self, words):
        raise error(f"Error -3 while decompressing data: {words}")

    def _skip_head(self):
        """Where the compressed text begins; None if the head has not come yet."""
        data = self._data
        if self._wraps == "gzip" or self._wraps == "either" and data[:1] == b"\x1f":
            return self._skip_gzip_head()
        if not self._wraps:
            return 0
        if len(data) < 2:
            return None
        if data[0] * 256 % 31 != -data[1] % 31 or self._wraps == "gzip":
            self._fail("incorrect header check")
        if data[0] & 15 != DEFLATED:
            self._fail("unknown compression method")
        if (data[0] >> 4) + 8 > self._size:
            self._fail("invalid window size")
        self._wraps = "zlib"
        if not data[1] & 0x20:
            return 2
        if len(data) < 6:
            return None
        if not self._dictionary:
            raise error("Error 2 while decompressing data")
        if adler32(self._dictionary) != int.from_bytes(data[2:6], "big"):
            raise error("Error -3 while setting zdict: incorrect header check")
        return 6

    def _skip_gzip_head(self):
        data = self._data
        if not b"\x1f\x8b".startswith(data[:2]):
            self._fail("incorrect header check")
        if len(data) < 10:
            return None
        if data[2] != DEFLATED:
            self._fail("unknown compression method")
        self._wraps = "gzip"
        place = 10
        if data[3] & 4:
            place += 2 + int.from_bytes(data[10:12], "little")
        for flag in (8, 16):
            if data[3] & flag:
                place = data.find(b"\0", place) + 1
                if not place:
                    return None
        if data[3] & 2:
            place += 2
        return place if place <= len(data) else None

    def _finish(self, text, end):
        if self._wraps == "zlib":
            if len(self._data) < end + 4:
                return
            if int.from_bytes(self._data[end : end + 4], "big") != adler32(text):
                self._fail("incorrect data check")
            end += 4
        elif self._wraps:
            if len(self._data) < end + 8:
                return
            if int.from_bytes(self._data[end : end + 4], "little") != crc32(text):
                self._fail("incorrect data check")
            if int.from_bytes(self._data[end + 4 : end + 8], "little") != len(text) & 0xFFFFFFFF:
                self._fail("incorrect length check")
            end += 8
        self.eof = True
        self.unused_data = self._data[end:]
        self._data = b""
