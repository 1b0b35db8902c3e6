"""Streams of text and bytes, in memory and on the files that the host shows."""

import abc as _abc
import sys as _sys

import _files
from operator import index as _index

SEEK_SET = 0
SEEK_CUR = 1
SEEK_END = 2
DEFAULT_BUFFER_SIZE = 8192

__all__ = [
    "BlockingIOError", "open", "open_code", "IOBase", "RawIOBase", "FileIO", "BytesIO", "StringIO", "BufferedIOBase",
    "BufferedReader", "BufferedWriter", "BufferedRWPair", "BufferedRandom", "TextIOBase", "TextIOWrapper",
    "UnsupportedOperation", "SEEK_SET", "SEEK_CUR", "SEEK_END", "text_encoding", "DEFAULT_BUFFER_SIZE",
    "IncrementalNewlineDecoder",
]



BlockingIOError = BlockingIOError


class UnsupportedOperation(OSError, ValueError):
    pass


UnsupportedOperation.__module__ = "io"


def _path(file):
    """The text of a path, as `os.fspath` gives it."""
    if isinstance(file, str):
        return file
    if isinstance(file, bytes):
        return file.decode()
    method = getattr(type(file), "__fspath__", None)
    if method is None:
        raise TypeError(f"expected str, bytes or os.PathLike object, not {type(file).__name__}")
    return method(file)


def _octets(data):
    if isinstance(data, bytes):
        return data
    if isinstance(data, (str, int, float, list, tuple, dict)) or data is None:
        raise TypeError(f"a bytes-like object is required, not '{type(data).__name__}'")
    try:
        return bytes(data)
    except TypeError:
        raise TypeError(f"a bytes-like object is required, not '{type(data).__name__}'") from None


def _size(size):
    """The number of things to read; a negative one for all."""
    if size is None:
        return -1
    method = getattr(type(size), "__index__", None)
    if method is None:
        raise TypeError(f"argument should be integer or None, not '{type(size).__name__}'")
    return method(size)


class _IOBase:
    __module__ = "_io"
    _closed = False

    def _unsupported(self, name):
        raise UnsupportedOperation(name)

    def seek(self, offset, whence=0):
        self._unsupported("seek")

    def tell(self):
        return self.seek(0, 1)

    def truncate(self, size=None):
        self._unsupported("truncate")

    def fileno(self):
        raise UnsupportedOperation("fileno")

    def isatty(self):
        self._checkClosed()
        return False

    def readable(self):
        return False

    def writable(self):
        return False

    def seekable(self):
        return False

    def flush(self):
        self._checkClosed()

    def close(self):
        if not self.closed:
            try:
                self.flush()
            finally:
                self._closed = True

    @property
    def closed(self):
        return self._closed

    def __del__(self):
        try:
            self.close()
        except Exception:
            pass

    def _checkClosed(self):
        if self.closed:
            raise ValueError("I/O operation on closed file.")

    def _checkReadable(self):
        if not self.readable():
            raise UnsupportedOperation("not readable")

    def _checkWritable(self):
        if not self.writable():
            raise UnsupportedOperation("not writable")

    def __enter__(self):
        self._checkClosed()
        return self

    def __exit__(self, *args):
        self.close()

    def __iter__(self):
        self._checkClosed()
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def readline(self, size=-1):
        size = _size(size)
        line = b""
        while size < 0 or len(line) < size:
            piece = self.read(1)
            if not piece:
                break
            line += piece
            if line.endswith(b"\n"):
                break
        return line

    def readlines(self, hint=-1):
        hint = _size(hint)
        lines = []
        total = 0
        for line in self:
            lines.append(line)
            total += len(line)
            if 0 < hint < total:
                break
        return lines

    def writelines(self, lines):
        self._checkClosed()
        for line in lines:
            self.write(line)


class _RawIOBase(_IOBase):
    __module__ = "_io"

    def read(self, size=-1):
        if size is None or size < 0:
            return self.readall()
        buffer = bytearray(size)
        count = self.readinto(buffer)
        if count is None:
            return None
        return bytes(buffer[:count])

    def readall(self):
        pieces = []
        while piece := self.read(DEFAULT_BUFFER_SIZE):
            pieces.append(piece)
        return b"".join(pieces)

    def readinto(self, buffer):
        raise NotImplementedError

    def write(self, data):
        raise NotImplementedError


class _BufferedIOBase(_IOBase):
    __module__ = "_io"

    def read(self, size=-1):
        raise UnsupportedOperation("read")

    def read1(self, size=-1):
        raise UnsupportedOperation("read1")

    def write(self, data):
        raise UnsupportedOperation("write")

    def detach(self):
        raise UnsupportedOperation("detach")

    def readinto(self, buffer):
        if isinstance(buffer, (bytes, str)):
            raise TypeError(f"readinto() argument must be read-write bytes-like object, not {type(buffer).__name__}")
        data = self.read(len(buffer))
        buffer[: len(data)] = data
        return len(data)

    readinto1 = readinto


class _TextIOBase(_IOBase):
    __module__ = "_io"
    encoding = None
    errors = None
    _seen = ()

    def _note(self, text):
        """Remembers which ends of lines a text has."""
        pairs = text.count("\r\n")
        kinds = self._seen
        if text.count("\r") > pairs:
            kinds.add("\r")
        if text.count("\n") > pairs:
            kinds.add("\n")
        if pairs:
            kinds.add("\r\n")

    @property
    def newlines(self):
        kinds = [kind for kind in ("\r", "\n", "\r\n") if kind in self._seen]
        return tuple(kinds) if len(kinds) > 1 else kinds[0] if kinds else None

    def read(self, size=-1):
        raise UnsupportedOperation("read")

    def write(self, text):
        raise UnsupportedOperation("write")

    def readline(self, size=-1):
        raise UnsupportedOperation("readline")

    def detach(self):
        raise UnsupportedOperation("detach")


class _Memory:
    """Bytes with a position. What is added at the end is joined only when somebody looks."""

    def __init__(self, data=b""):
        self.data = data
        self.added = []
        self.end = len(data)
        self.position = 0

    def joined(self):
        if self.added:
            self.data += b"".join(self.added)
            self.added = []
        return self.data

    def value(self):
        data = self.joined()
        return data if type(data) is bytes else bytes(data)

    def view(self):
        """The bytes themselves, which then cannot change their number while the view lives."""
        if type(self.joined()) is bytes:
            self.data = bytearray(self.data)
        return memoryview(self.data)

    def read(self, size):
        data = self.value()
        start = self.position
        end = self.end if size < 0 else min(start + size, self.end)
        if start >= end:
            return b""
        self.position = end
        return data[start:end]

    def readline(self, size):
        data = self.value()
        start = self.position
        if start >= self.end:
            return b""
        end = data.find(b"\n", start) + 1 or self.end
        if 0 <= size < end - start:
            end = start + size
        self.position = end
        return data[start:end]

    def write(self, data):
        count = len(data)
        if not count:
            return 0
        if type(self.data) is bytearray:
            if self.position > self.end:
                self.data.extend(b"\0" * (self.position - self.end))
            self.data[self.position : self.position + count] = data
            self.end = len(self.data)
        elif self.position == self.end:
            self.added.append(data)
            self.end += count
        else:
            old = self.value()
            gap = b"\0" * (self.position - self.end) if self.position > self.end else b""
            self.data = old[: self.position] + gap + data + old[self.position + count :]
            self.end = len(self.data)
        self.position += count
        return count

    def truncate(self, size):
        if type(self.joined()) is bytearray:
            del self.data[size:]
        else:
            self.data = self.data[:size]
        self.end = len(self.data)


class BytesIO(_BufferedIOBase):
    __module__ = "_io"

    def __init__(self, initial_bytes=b""):
        self._memory = _Memory(b"" if initial_bytes is None else _octets(initial_bytes))

    def getvalue(self):
        self._checkClosed()
        return self._memory.value()

    def getbuffer(self):
        self._checkClosed()
        return self._memory.view()

    def read(self, size=-1):
        self._checkClosed()
        return self._memory.read(_size(size))

    read1 = read

    def readline(self, size=-1):
        self._checkClosed()
        return self._memory.readline(_size(size))

    def readlines(self, size=None):
        self._checkClosed()
        size = _size(size)
        lines = []
        total = 0
        while line := self._memory.readline(-1):
            lines.append(line)
            total += len(line)
            if 0 < size <= total:
                break
        return lines

    def write(self, data):
        self._checkClosed()
        return self._memory.write(_octets(data))

    def seek(self, pos, whence=0):
        self._checkClosed()
        memory = self._memory
        pos = _index(pos)
        if whence == 0:
            if pos < 0:
                raise ValueError(f"negative seek value {pos}")
        elif whence == 1:
            pos = max(0, memory.position + pos)
        elif whence == 2:
            pos = max(0, memory.end + pos)
        else:
            raise ValueError(f"invalid whence ({whence}, should be 0, 1 or 2)")
        memory.position = pos
        return pos

    def tell(self):
        self._checkClosed()
        return self._memory.position

    def truncate(self, size=None):
        self._checkClosed()
        size = self._memory.position if size is None else _size(size)
        if size < 0:
            raise ValueError(f"negative size value {size}")
        self._memory.truncate(size)
        return size

    def readable(self):
        self._checkClosed()
        return True

    writable = seekable = readable

    def __del__(self):
        pass


class FileIO(_RawIOBase):
    """A file of the host, all of it in memory until it is flushed."""

    __module__ = "_io"

    def __init__(self, file, mode="r", closefd=True, opener=None):
        self._closed = True
        if isinstance(file, int):
            raise NotImplementedError("file descriptors are not available in nbcheck")
        if opener is not None:
            raise NotImplementedError("open(opener=...) is not available in nbcheck")
        letters = [c for c in mode if c in "rwax"]
        if len(letters) != 1 or mode.count("+") > 1:
            raise ValueError("Must have exactly one of create/read/write/append mode and at most one plus")
        self.name = file
        self._path = path = _path(file)
        kind = letters[0]
        updating = "+" in mode
        self._reads = kind == "r" or updating
        self._writes = kind != "r" or updating
        self._appends = kind == "a"
        self._dirty = False
        data = b""
        exists = True
        if kind == "r":
            data = _files.read(path)
        else:
            try:
                is_folder = _files.stat(path)[0]
            except FileNotFoundError:
                exists = False
            if exists and kind == "x":
                raise FileExistsError(17, "File exists", file)
            if exists and is_folder:
                raise IsADirectoryError(21, "Is a directory", file)
            if exists and kind == "a":
                data = _files.read(path)
            elif not exists or kind == "w":
                _files.write(path, b"")
        if _files.getcwd() and not path.startswith("/"):
            self._path = _files.getcwd() + "/" + path
        self._memory = _Memory(data)
        if self._appends:
            self._memory.position = len(data)
        self._kind = kind
        self._closed = False

    @property
    def mode(self):
        if self._kind == "x":
            return "xb+" if self._reads else "xb"
        if self._kind == "a":
            return "ab+" if self._reads else "ab"
        return "rb+" if self._reads and self._writes else "rb" if self._reads else "wb"

    def __repr__(self):
        if self._closed:
            return "<_io.FileIO [closed]>"
        return f"<_io.FileIO name={self.name!r} mode={self.mode!r} closefd=True>"

    def _closedCheck(self):
        if self._closed:
            raise ValueError("I/O operation on closed file")

    def readable(self):
        self._closedCheck()
        return self._reads

    def writable(self):
        self._closedCheck()
        return self._writes

    def seekable(self):
        self._closedCheck()
        return True

    def read(self, size=-1):
        self._closedCheck()
        if not self._reads:
            raise UnsupportedOperation("File not open for reading")
        return self._memory.read(_size(size))

    def readall(self):
        return self.read()

    def readline(self, size=-1):
        self._closedCheck()
        return self._memory.readline(_size(size))

    def readinto(self, buffer):
        data = self.read(len(buffer))
        buffer[: len(data)] = data
        return len(data)

    def write(self, data):
        self._closedCheck()
        if not self._writes:
            raise UnsupportedOperation("File not open for writing")
        if self._appends:
            self._memory.position = self._memory.end
        self._dirty = True
        return self._memory.write(_octets(data))

    def seek(self, pos, whence=0):
        self._closedCheck()
        if whence == 1:
            pos += self._memory.position
        elif whence == 2:
            pos += self._memory.end
        elif whence != 0:
            raise OSError(22, "Invalid argument")
        if pos < 0:
            raise OSError(22, "Invalid argument")
        self._memory.position = pos
        return pos

    def tell(self):
        self._closedCheck()
        return self._memory.position

    def truncate(self, size=None):
        self._closedCheck()
        if not self._writes:
            raise UnsupportedOperation("File not open for writing")
        memory = self._memory
        size = memory.position if size is None else _size(size)
        if size < 0:
            raise OSError(22, "Invalid argument")
        memory.truncate(size)
        if size > memory.end:
            position = memory.position
            memory.position = memory.end
            memory.write(b"\0" * (size - memory.end))
            memory.position = position
        self._dirty = True
        return size

    def flush(self):
        self._closedCheck()
        if self._dirty:
            self._dirty = False
            _files.write(self._path, self._memory.value())

    def close(self):
        if not self._closed:
            try:
                self.flush()
            finally:
                self._closed = True


class _Ahead:
    """Between a raw stream and who uses it: what was read too far, and what waits to be written."""

    def __init__(self, raw, size):
        self.raw = raw
        self.size = size
        self.ahead = b""
        self.waiting = b""

    def _more(self, size):
        piece = self.raw.read(size)
        self.ahead += piece or b""
        return bool(piece)

    def _take(self, count):
        taken, self.ahead = self.ahead[:count], self.ahead[count:]
        return taken

    def read(self, size=-1):
        self.flush()
        if size < 0:
            if hasattr(self.raw, "readall"):
                self.ahead += self.raw.readall() or b""
            while self._more(DEFAULT_BUFFER_SIZE):
                pass
            return self._take(len(self.ahead))
        while len(self.ahead) < size and self._more(max(self.size, size - len(self.ahead))):
            pass
        return self._take(size)

    def read1(self, size=-1):
        size = self.size if size < 0 else size
        if not self.ahead and size:
            self._more(size)
        return self._take(size)

    def peek(self):
        if not self.ahead:
            self._more(self.size)
        return self.ahead

    def readline(self, size=-1):
        self.flush()
        while not (end := self.ahead.find(b"\n") + 1) and not 0 <= size <= len(self.ahead):
            if not self._more(self.size):
                break
        end = end or len(self.ahead)
        return self._take(end if size < 0 else min(size, end))

    def write(self, data):
        if self.ahead:
            self.raw.seek(-len(self.ahead), 1)
            self.ahead = b""
        self.waiting += data
        if len(self.waiting) > self.size:
            self.flush()
        return len(data)

    def flush(self):
        while self.waiting:
            self.waiting = self.waiting[self.raw.write(self.waiting) or len(self.waiting):]

    def seek(self, offset, whence=0):
        self.flush()
        if whence == 1:
            offset -= len(self.ahead)
        self.ahead = b""
        return self.raw.seek(offset, whence)

    def tell(self):
        return self.raw.tell() - len(self.ahead) + len(self.waiting)

    def truncate(self, size=None):
        self.flush()
        return self.raw.truncate(self.tell() if size is None else size)


class _Buffered(_BufferedIOBase):
    _reads = _writes = True

    def __init__(self, raw, buffer_size=DEFAULT_BUFFER_SIZE):
        self.raw = raw
        # A file has its bytes at hand.
        self._stream = raw if isinstance(raw, FileIO) else _Ahead(raw, buffer_size)

    def _check(self, words):
        if self.raw is None:
            raise ValueError("raw stream has been detached")
        if self.raw.closed:
            raise ValueError(words)

    @property
    def closed(self):
        raw = self.__dict__.get("raw")
        return raw is None or raw.closed

    @property
    def name(self):
        return self.raw.name

    @property
    def mode(self):
        return self.raw.mode

    def __repr__(self):
        name = getattr(self.raw, "name", None)
        return f"<_io.{type(self).__name__}>" if name is None else f"<_io.{type(self).__name__} name={name!r}>"

    def readable(self):
        return self._reads and self.raw.readable()

    def writable(self):
        return self._writes and self.raw.writable()

    def seekable(self):
        return self.raw.seekable()

    def read(self, size=-1):
        if not self._reads:
            raise UnsupportedOperation("read")
        self._check("read of closed file")
        size = _size(size)
        if size < -1:
            raise ValueError("read length must be non-negative or -1")
        if size >= 0:
            pieces = []
            while size > 0 and (piece := self._stream.read(size)):
                pieces.append(piece)
                size -= len(piece)
            return b"".join(pieces)
        return self._stream.read(-1)

    def read1(self, size=-1):
        if not isinstance(self._stream, _Ahead):
            return self.read(size)
        self._check("read of closed file")
        return self._stream.read1(_size(size))

    def peek(self, size=0):
        self._check("peek of closed file")
        if isinstance(self._stream, _Ahead):
            return self._stream.peek()
        position = self.raw.tell()
        data = self.raw.read(DEFAULT_BUFFER_SIZE)
        self.raw.seek(position)
        return data

    def readline(self, size=-1):
        if not self._reads:
            raise UnsupportedOperation("not readable" if self.raw and self.raw.closed else "readline")
        self._check("readline of closed file")
        return self._stream.readline(size)

    def write(self, data):
        if not self._writes:
            raise UnsupportedOperation("write")
        self._check("write to closed file")
        return self._stream.write(_octets(data))

    def seek(self, offset, whence=0):
        self._check("seek of closed file")
        if whence not in (0, 1, 2):
            raise ValueError(f"whence value {whence} unsupported")
        return self._stream.seek(offset, whence)

    def tell(self):
        return self._stream.tell()

    def truncate(self, size=None):
        self._check("truncate of closed file")
        if not self._writes:
            raise UnsupportedOperation("truncate")
        return self._stream.truncate(size)

    def flush(self):
        self._check("flush of closed file")
        self._stream.flush()
        self.raw.flush()

    def close(self):
        if self.raw is not None and not self.raw.closed:
            try:
                self.flush()
            finally:
                self.raw.close()

    def detach(self):
        if self.raw is None:
            raise ValueError("raw stream has been detached")
        self.flush()
        raw = self.raw
        self.raw = self._stream = None
        return raw

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line


class BufferedReader(_Buffered):
    __module__ = "_io"
    _writes = False

    def __init__(self, raw, buffer_size=DEFAULT_BUFFER_SIZE):
        if not raw.readable():
            raise UnsupportedOperation("File or stream is not readable.")
        _Buffered.__init__(self, raw, buffer_size)


class BufferedWriter(_Buffered):
    __module__ = "_io"
    _reads = False

    def __init__(self, raw, buffer_size=DEFAULT_BUFFER_SIZE):
        if not raw.writable():
            raise UnsupportedOperation("File or stream is not writable.")
        _Buffered.__init__(self, raw, buffer_size)


class BufferedRandom(_Buffered):
    __module__ = "_io"


class BufferedRWPair(_BufferedIOBase):
    __module__ = "_io"

    def __init__(self, reader, writer, buffer_size=DEFAULT_BUFFER_SIZE):
        self.reader = BufferedReader(reader, buffer_size)
        self.writer = BufferedWriter(writer, buffer_size)

    def read(self, size=-1):
        return self.reader.read(size)

    def readline(self, size=-1):
        return self.reader.readline(size)

    def write(self, data):
        return self.writer.write(data)

    def flush(self):
        self.writer.flush()

    def readable(self):
        return True

    writable = readable

    def close(self):
        self.writer.close()
        self.reader.close()

    @property
    def closed(self):
        return self.writer.closed


def _check_newline(newline, show=str):
    if newline is not None and not isinstance(newline, str):
        raise TypeError(f"open() argument 'newline' must be str or None, not {type(newline).__name__}")
    if newline not in (None, "", "\n", "\r", "\r\n"):
        raise ValueError(f"illegal newline value: {show(newline)}")


def _line_end(text, start, newline):
    """Where the line that begins at `start` ends; the newlines are translated where `newline` is None."""
    if newline is None or newline == "\n":
        return text.find("\n", start) + 1 or len(text)
    if newline:
        found = text.find(newline, start)
        return len(text) if found < 0 else found + len(newline)
    feed = text.find("\n", start)
    back = text.find("\r", start, len(text) if feed < 0 else feed)
    if back < 0:
        return feed + 1 or len(text)
    return back + 2 if back + 1 == feed else back + 1


class TextIOWrapper(_TextIOBase):
    __module__ = "_io"
    _closed = True

    def __init__(self, buffer, encoding=None, errors=None, newline=None, line_buffering=False, write_through=False):
        _check_newline(newline)
        if encoding is not None and not isinstance(encoding, str):
            raise TypeError(f"TextIOWrapper() argument 'encoding' must be str or None, not {type(encoding).__name__}")
        self.encoding = "UTF-8" if encoding is None or encoding == "locale" else encoding
        "".encode(self.encoding)
        self.errors = "strict" if errors is None else errors
        # Any stream can be asked what it can do.
        buffer.readable(), buffer.writable(), buffer.seekable()
        self.buffer = buffer
        self.line_buffering = line_buffering
        self.write_through = write_through
        self._newline = newline
        self._seen = set()
        self._text = ""
        self._next = 0
        self._start = 0
        self._iterates = False
        self._closed = False

    @property
    def name(self):
        return self.buffer.name

    def __repr__(self):
        name = getattr(self.buffer, "name", None)
        mode = self.__dict__.get("mode")
        text = "<_io.TextIOWrapper"
        if name is not None:
            text += f" name={name!r}"
        if mode is not None:
            text += f" mode={mode!r}"
        return text + f" encoding={self.encoding!r}>"

    @property
    def closed(self):
        buffer = self.__dict__.get("buffer")
        return buffer is None or buffer.closed

    def readable(self):
        return self.buffer.readable()

    def writable(self):
        return self.buffer.writable()

    def seekable(self):
        return self.buffer.seekable()

    def fileno(self):
        self._checkClosed()
        return self.buffer.fileno()

    def reconfigure(self, *, encoding=None, errors=None, newline=None, line_buffering=None, write_through=None):
        if encoding is not None:
            self.encoding = encoding
            self.errors = "strict"
        if errors is not None:
            self.errors = errors
        if newline is not None:
            self._newline = newline

    def write(self, text):
        self._checkClosed()
        if not isinstance(text, str):
            raise TypeError(f"write() argument must be str, not {type(text).__name__}")
        if not self.buffer.writable():
            raise UnsupportedOperation("not writable")
        self._text = ""
        self._next = 0
        written = text
        if self._newline not in (None, "", "\n"):
            written = text.replace("\n", self._newline)
        encoding = self.encoding
        if encoding.lower().replace("_", "-") in ("utf-16", "utf-32", "utf-8-sig") and self.buffer.tell():
            # The mark stands only at the beginning.
            encoding = {"utf-8-sig": "utf-8"}.get(encoding.lower().replace("_", "-"), encoding + "-le")
        self.buffer.write(written.encode(encoding, self.errors))
        return len(text)

    def _fill(self):
        """Decodes all that is left; whether there is text now."""
        if self._next < len(self._text):
            return True
        self._checkClosed()
        if not self.buffer.readable():
            raise UnsupportedOperation("not readable")
        seekable = self.buffer.seekable()
        start = self.buffer.tell() if seekable else 0
        data = self.buffer.read()
        if not data:
            return False
        text = data.decode(self.encoding, self.errors)
        if "\r" in text:
            if self._newline in (None, ""):
                self._note(text)
            if self._newline is None:
                text = text.replace("\r\n", "\n").replace("\r", "\n")
        elif "\n" in text and self._newline in (None, ""):
            self._seen.add("\n")
        self._start = start
        self._data = data
        self._text = text
        self._next = 0
        return bool(text)

    def read(self, size=-1):
        self._checkClosed()
        size = _size(size)
        if not self._fill():
            return ""
        start = self._next
        end = len(self._text) if size < 0 else min(start + size, len(self._text))
        self._next = end
        self._iterates = False
        return self._text[start:end]

    def readline(self, size=-1):
        if self.closed:
            raise ValueError("I/O operation on closed file.")
        size = _size(size)
        if not self._fill():
            return ""
        start = self._next
        end = _line_end(self._text, start, self._newline)
        if 0 <= size < end - start:
            end = start + size
        self._next = end
        return self._text[start:end]

    def __next__(self):
        self._iterates = True
        line = self.readline()
        if not line:
            self._iterates = False
            raise StopIteration
        return line

    def tell(self):
        self._checkClosed()
        if self._iterates:
            raise OSError("telling position disabled by next() call")
        if self._next >= len(self._text):
            return self.buffer.tell()
        if "\n" in self._text and b"\r" in self._data and self._newline is None:
            return self._start + self._offset()
        return self._start + len(self._text[: self._next].encode(self.encoding, self.errors))

    def _offset(self):
        """How many bytes the text that was read took, where ends of lines were translated."""
        original = self._data.decode(self.encoding, self.errors)
        count = position = 0
        while count < self._next:
            position += 2 if original.startswith("\r\n", position) else 1
            count += 1
        return len(original[:position].encode(self.encoding, self.errors))

    def seek(self, cookie, whence=0):
        self._checkClosed()
        if whence == 1:
            if cookie != 0:
                raise UnsupportedOperation("can't do nonzero cur-relative seeks")
            self._iterates = False
            cookie = self.tell()
        elif whence == 2:
            if cookie != 0:
                raise UnsupportedOperation("can't do nonzero end-relative seeks")
        elif whence != 0:
            raise ValueError(f"invalid whence ({whence}, should be 0, 1 or 2)")
        if whence != 2 and cookie < 0:
            raise ValueError(f"negative seek position {cookie}")
        self._text = ""
        self._next = 0
        self._iterates = False
        return self.buffer.seek(cookie, 2 if whence == 2 else 0)

    def truncate(self, size=None):
        self._checkClosed()
        size = self.tell() if size is None else size
        return self.buffer.truncate(size)

    def flush(self):
        self._checkClosed()
        self.buffer.flush()

    def close(self):
        buffer = self.__dict__.get("buffer")
        if buffer is not None and not buffer.closed:
            buffer.close()

    def detach(self):
        buffer = self.buffer
        self.buffer = None
        return buffer


class StringIO(_TextIOBase):
    __module__ = "_io"

    def __init__(self, initial_value="", newline="\n"):
        if initial_value is not None and not isinstance(initial_value, str):
            raise TypeError(f"initial_value must be str or None, not {type(initial_value).__name__}")
        _check_newline(newline, show=repr)
        self._newline = newline
        self._seen = set()
        self._parts = []
        self._text = ""
        self._end = 0
        self._next = 0
        if initial_value:
            self.write(initial_value)
            self._next = 0

    line_buffering = False

    def getvalue(self):
        if self._closed:
            raise ValueError("I/O operation on closed file")
        return self._value()

    def _value(self):
        if self._parts:
            self._text += "".join(self._parts)
            self._parts = []
        return self._text

    def write(self, text):
        if not isinstance(text, str):
            raise TypeError(f"string argument expected, got '{type(text).__name__}'")
        if self._closed:
            raise ValueError("I/O operation on closed file")
        count = len(text)
        if not count:
            return 0
        newline = self._newline
        if newline != "\n":
            if newline is None:
                self._note(text)
                text = text.replace("\r\n", "\n").replace("\r", "\n")
            elif newline:
                text = text.replace("\n", newline)
        if self._next == self._end:
            self._parts.append(text)
            self._end += len(text)
            self._next = self._end
            return count
        old = self._value()
        start = self._next
        if start > self._end:
            old += "\0" * (start - self._end)
        self._text = old[:start] + text + old[start + len(text) :]
        self._end = len(self._text)
        self._next = start + len(text)
        return count

    def read(self, size=-1):
        if self._closed:
            raise ValueError("I/O operation on closed file")
        size = _size(size)
        start = self._next
        end = self._end if size < 0 else min(start + size, self._end)
        if start >= end:
            return ""
        self._next = end
        return self._value()[start:end]

    def readline(self, size=-1):
        if self._closed:
            raise ValueError("I/O operation on closed file")
        size = _size(size)
        start = self._next
        if start >= self._end:
            return ""
        end = _line_end(self._value(), start, self._newline)
        if 0 <= size < end - start:
            end = start + size
        self._next = end
        return self._text[start:end]

    def seek(self, pos, whence=0):
        if self._closed:
            raise ValueError("I/O operation on closed file")
        if whence == 0:
            if pos < 0:
                raise ValueError(f"Negative seek position {pos}")
        elif whence in (1, 2):
            if pos != 0:
                raise OSError("Can't do nonzero cur-relative seeks")
            pos = self._next if whence == 1 else self._end
        else:
            raise ValueError(f"Invalid whence ({whence}, should be 0, 1 or 2)")
        self._next = pos
        return pos

    def tell(self):
        if self._closed:
            raise ValueError("I/O operation on closed file")
        return self._next

    def truncate(self, size=None):
        if self._closed:
            raise ValueError("I/O operation on closed file")
        size = self._next if size is None else _size(size)
        if size < 0:
            raise ValueError(f"Negative size value {size}")
        if size < self._end:
            self._text = self._value()[:size]
            self._end = size
        return size

    def readable(self):
        if self._closed:
            raise ValueError("I/O operation on closed file")
        return True

    writable = seekable = readable

    def flush(self):
        pass

    def __del__(self):
        pass


class IncrementalNewlineDecoder:
    """Reads text in pieces, whose ends of lines it may make the same; a carriage return waits for what follows it."""

    __module__ = "_io"
    newlines = _TextIOBase.newlines
    _note = _TextIOBase._note

    def __init__(self, decoder, translate, errors="strict"):
        self._decoder = decoder
        self._translate = translate
        self.reset()

    def decode(self, input, final=False):
        text = input if self._decoder is None else self._decoder.decode(input, final=final)
        text = self._waiting + text
        self._waiting = ""
        if text.endswith("\r") and not final:
            text, self._waiting = text[:-1], "\r"
        self._note(text)
        return text.replace("\r\n", "\n").replace("\r", "\n") if self._translate else text

    def getstate(self):
        buffer, flag = (b"", 0) if self._decoder is None else self._decoder.getstate()
        return buffer, flag << 1 | bool(self._waiting)

    def setstate(self, state):
        buffer, flag = state
        self._waiting = "\r" if flag & 1 else ""
        if self._decoder is not None:
            self._decoder.setstate((buffer, flag >> 1))

    def reset(self):
        self._seen = set()
        self._waiting = ""
        if self._decoder is not None:
            self._decoder.reset()


def text_encoding(encoding, stacklevel=2):
    return "locale" if encoding is None else encoding


def open(file, mode="r", buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None):
    if not isinstance(file, int):
        text = _path(file)
        if not isinstance(file, (str, bytes)):
            file = text
    if not isinstance(mode, str):
        raise TypeError(f"open() argument 'mode' must be str, not {type(mode).__name__}")
    if not isinstance(buffering, int):
        raise TypeError(f"'{type(buffering).__name__}' object cannot be interpreted as an integer")
    if encoding is not None and not isinstance(encoding, str):
        raise TypeError(f"open() argument 'encoding' must be str or None, not {type(encoding).__name__}")
    if errors is not None and not isinstance(errors, str):
        raise TypeError(f"open() argument 'errors' must be str or None, not {type(errors).__name__}")
    if set(mode) - set("axrwb+t") or len(mode) > len(set(mode)):
        raise ValueError(f"invalid mode: {mode!r}")
    binary = "b" in mode
    kinds = [c for c in mode if c in "rwax"]
    if "t" in mode and binary:
        raise ValueError("can't have text and binary mode at once")
    if len(kinds) > 1:
        raise ValueError("must have exactly one of create/read/write/append mode")
    if binary and encoding is not None:
        raise ValueError("binary mode doesn't take an encoding argument")
    if binary and errors is not None:
        raise ValueError("binary mode doesn't take an errors argument")
    if binary and newline is not None:
        raise ValueError("binary mode doesn't take a newline argument")
    if not binary:
        _check_newline(newline)
    raw = FileIO(file, "".join(kinds) + ("+" if "+" in mode else ""), closefd, opener)
    if buffering == 0:
        if not binary:
            raw.close()
            raise ValueError("can't have unbuffered text I/O")
        return raw
    if "+" in mode:
        buffer = BufferedRandom(raw)
    elif kinds[0] == "r":
        buffer = BufferedReader(raw)
    else:
        buffer = BufferedWriter(raw)
    if binary:
        return buffer
    text = TextIOWrapper(buffer, encoding, errors, newline, buffering == 1)
    text.mode = mode
    return text


def open_code(path):
    return open(path, "rb")


# What other classes of streams derive from, or register with.


class IOBase(_IOBase, metaclass=_abc.ABCMeta):
    """What all streams have."""


class RawIOBase(_RawIOBase, IOBase):
    """Streams of bytes that keep nothing of them."""


class BufferedIOBase(_BufferedIOBase, IOBase):
    """Streams of bytes that keep some of them."""


class TextIOBase(_TextIOBase, IOBase):
    """Streams of text."""


RawIOBase.register(FileIO)
for _class in (BytesIO, BufferedReader, BufferedWriter, BufferedRandom, BufferedRWPair, type(_sys.__stdout__.buffer)):
    BufferedIOBase.register(_class)
for _class in (StringIO, TextIOWrapper, type(_sys.__stdout__)):
    TextIOBase.register(_class)
