"""Files of compressed bytes, one after another."""

import builtins
import io
import os
import time
import zlib

__all__ = ["BadGzipFile", "GzipFile", "open", "compress", "decompress"]

FTEXT, FHCRC, FEXTRA, FNAME, FCOMMENT = 1, 2, 4, 8, 16
READ, WRITE = "rb", "wb"


class BadGzipFile(OSError):
    """What is no gzip file."""


def _head(level, mtime, name=b""):
    extra = 2 if level == 9 else 4 if level == 1 else 0
    stamp = int(time.time() if mtime is None else mtime)
    flags = FNAME if name else 0
    return bytes([0x1F, 0x8B, 8, flags]) + stamp.to_bytes(4, "little") + bytes([extra, 255]) + (
        name + b"\0" if name else b"")


def _tail(checksum, size):
    return checksum.to_bytes(4, "little") + (size & 0xFFFFFFFF).to_bytes(4, "little")


def compress(data, compresslevel=9, *, mtime=None):
    """The bytes of a file that holds the data."""
    if mtime == 0:
        return zlib.compress(data, level=compresslevel, wbits=31)
    return _head(compresslevel, mtime) + zlib.compress(data, compresslevel, -15) + _tail(zlib.crc32(data), len(data))


def _members(data):
    """The texts in a file, each with the time it says it is from."""
    while data := data.lstrip(b"\0"):
        if data[:2] != b"\x1f\x8b":
            raise BadGzipFile(f"Not a gzipped file ({data[:2]!r})")
        if len(data) > 2 and data[2] != 8:
            raise BadGzipFile("Unknown compression method")
        decompressor = zlib.decompressobj(31)
        try:
            text = decompressor.decompress(data)
        except zlib.error as error:
            if "incorrect data check" in str(error):
                raise BadGzipFile("CRC check failed") from None
            if "incorrect length check" in str(error):
                raise BadGzipFile("Incorrect length of data produced") from None
            raise
        if not decompressor.eof:
            raise EOFError("Compressed file ended before the end-of-stream marker was reached")
        yield int.from_bytes(data[4:8], "little"), text
        data = decompressor.unused_data


def decompress(data):
    """What the bytes of a file hold."""
    return b"".join(text for _, text in _members(bytes(data)))


class GzipFile(io.BufferedIOBase):
    """A file read and written through compression: read as a whole, and written when it is closed."""

    def __init__(self, filename=None, mode=None, compresslevel=9, fileobj=None, mtime=None):
        if mode and ("t" in mode or "U" in mode):
            raise ValueError(f"Invalid mode: {mode!r}")
        mode = mode or getattr(fileobj, "mode", "rb")
        if not isinstance(mode, str):
            mode = "rb"
        if "b" not in mode:
            mode += "b"
        self.myfileobj = None
        if fileobj is None:
            fileobj = self.myfileobj = builtins.open(filename, mode)
        if filename is None:
            filename = getattr(fileobj, "name", "")
            filename = filename if isinstance(filename, (str, bytes)) else ""
        self.name = os.fspath(filename)
        self.fileobj = fileobj
        self.mode = {"r": 1, "w": 2, "a": 2, "x": 2}.get(mode[0])
        if self.mode is None:
            raise ValueError(f"Invalid mode: {mode!r}")
        self._level = compresslevel
        self._mtime = mtime
        self._buffer = None if self.mode == 1 else io.BytesIO()

    @property
    def mtime(self):
        return self._mtime

    @property
    def closed(self):
        return self.fileobj is None

    def __repr__(self):
        return f"<gzip {self.fileobj!r} {hex(id(self))}>"

    def _text(self):
        """The stream of what the file holds."""
        if self.closed:
            raise ValueError("I/O operation on closed file.")
        if self.mode != 1:
            raise OSError(9, "read() on write-only GzipFile object")
        if self._buffer is None:
            members = list(_members(self.fileobj.read()))
            if members:
                self._mtime = members[-1][0]
            self._buffer = io.BytesIO(b"".join(text for _, text in members))
        return self._buffer

    def read(self, size=-1):
        return self._text().read(size)

    def read1(self, size=-1):
        return self._text().read(size)

    def readinto(self, target):
        return self._text().readinto(target)

    def peek(self, n):
        stream = self._text()
        place = stream.tell()
        data = stream.read(n)
        stream.seek(place)
        return data

    def readline(self, size=-1):
        return self._text().readline(size)

    def write(self, data):
        if self.closed:
            raise ValueError("write() on closed GzipFile object")
        if self.mode != 2:
            raise OSError(9, "write() on read-only GzipFile object")
        return self._buffer.write(data)

    def flush(self, zlib_mode=zlib.Z_SYNC_FLUSH):
        if self.closed:
            raise ValueError("I/O operation on closed file.")

    def close(self):
        if self.closed:
            return
        fileobj, self.fileobj = self.fileobj, None
        if self.mode == 2:
            text = self._buffer.getvalue()
            name = os.path.basename(self.name)
            name = name if isinstance(name, bytes) else name.encode("latin-1", "ignore")
            fileobj.write(_head(self._level, self._mtime, name.removesuffix(b".gz"))
                          + zlib.compress(text, self._level, -15) + _tail(zlib.crc32(text), len(text)))
        owned, self.myfileobj = self.myfileobj, None
        if owned is not None:
            owned.close()

    def fileno(self):
        return self.fileobj.fileno()

    def readable(self):
        return self.mode == 1

    def writable(self):
        return self.mode == 2

    def seekable(self):
        return True

    def tell(self):
        return (self._text() if self.mode == 1 else self._buffer).tell()

    def seek(self, offset, whence=0):
        if self.mode == 1:
            return self._text().seek(offset, whence)
        if whence or offset < self.tell():
            raise OSError("Negative seek in write mode")
        self._buffer.write(bytes(offset - self.tell()))
        return self.tell()

    def rewind(self):
        self.seek(0)


def open(filename, mode="rb", compresslevel=9, encoding=None, errors=None, newline=None):
    """A compressed file, of bytes or with "t" of text."""
    if "t" in mode:
        if "b" in mode:
            raise ValueError(f"Invalid mode: {mode!r}")
    else:
        for name, value in (("encoding", encoding), ("errors", errors), ("newline", newline)):
            if value is not None:
                raise ValueError(f"Argument {name!r} not supported in binary mode")
    plain = mode.replace("t", "")
    if isinstance(filename, (str, bytes, os.PathLike)):
        file = GzipFile(filename, plain, compresslevel)
    elif hasattr(filename, "read") or hasattr(filename, "write"):
        file = GzipFile(None, plain, compresslevel, filename)
    else:
        raise TypeError("filename must be a str or bytes object, or a file")
    return io.TextIOWrapper(file, encoding, errors, newline) if "t" in mode else file
