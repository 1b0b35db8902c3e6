"""Text as bytes and back, by the names of encodings."""

import builtins

__all__ = [
    "register", "lookup", "open", "EncodedFile", "BOM", "BOM_BE", "BOM_LE", "BOM32_BE", "BOM32_LE", "BOM64_BE",
    "BOM64_LE", "BOM_UTF8", "BOM_UTF16", "BOM_UTF16_LE", "BOM_UTF16_BE", "BOM_UTF32", "BOM_UTF32_LE", "BOM_UTF32_BE",
    "CodecInfo", "Codec", "IncrementalEncoder", "IncrementalDecoder", "StreamReader", "StreamWriter", "getencoder",
    "getdecoder", "getincrementalencoder", "getincrementaldecoder", "getreader", "getwriter", "encode", "decode",
    "iterencode", "iterdecode", "register_error", "lookup_error"]

BOM_UTF8 = b"\xef\xbb\xbf"
BOM_LE = BOM_UTF16_LE = BOM = BOM_UTF16 = BOM32_LE = b"\xff\xfe"
BOM_BE = BOM_UTF16_BE = BOM32_BE = b"\xfe\xff"
BOM_UTF32_LE = BOM_UTF32 = BOM64_LE = b"\xff\xfe\x00\x00"
BOM_UTF32_BE = BOM64_BE = b"\x00\x00\xfe\xff"


class CodecInfo(tuple):
    """The functions of an encoding."""

    def __new__(cls, encode, decode, streamreader=None, streamwriter=None, incrementalencoder=None,
                incrementaldecoder=None, name=None, *, _is_text_encoding=None):
        self = tuple.__new__(cls, (encode, decode, streamreader, streamwriter))
        self.name = name
        self.encode = encode
        self.decode = decode
        self.incrementalencoder = incrementalencoder
        self.incrementaldecoder = incrementaldecoder
        self.streamreader = streamreader
        self.streamwriter = streamwriter
        return self

    def __repr__(self):
        return f"<{self.__class__.__module__}.{self.__class__.__qualname__} object for encoding {self.name} at {id(self):#x}>"


class Codec:
    """The base of encodings written as classes."""

    def encode(self, input, errors="strict"):
        raise NotImplementedError

    def decode(self, input, errors="strict"):
        raise NotImplementedError


class IncrementalEncoder:
    """Encodes text that comes in parts."""

    encoding = None
    _begun = False

    def __init__(self, errors="strict"):
        self.errors = errors

    def encode(self, input, final=False):
        encoding = self.encoding
        if self._begun:
            # The mark stands only at the beginning.
            encoding = {"utf-16": "utf-16-le", "utf-32": "utf-32-le", "utf-8-sig": "utf-8"}.get(encoding, encoding)
        data = input.encode(encoding, self.errors)
        self._begun = self._begun or bool(data)
        return data

    def reset(self):
        self._begun = False

    def getstate(self):
        return 0

    def setstate(self, state):
        pass


class IncrementalDecoder:
    """Decodes bytes that come in parts, of which one may end inside a character."""

    encoding = None

    def __init__(self, errors="strict"):
        self.errors = errors
        self.buffer = b""

    def decode(self, input, final=False):
        data = self.buffer + bytes(input)
        self.buffer = b""
        if final:
            return data.decode(self.encoding, self.errors)
        for left in range(min(4, len(data) + 1)):
            end = len(data) - left
            try:
                text = data[:end].decode(self.encoding)
            except UnicodeDecodeError as error:
                if error.reason != "unexpected end of data":
                    break
                continue
            self.buffer = data[end:]
            return text
        return data.decode(self.encoding, self.errors)

    def reset(self):
        self.buffer = b""

    def getstate(self):
        return self.buffer, 0

    def setstate(self, state):
        self.buffer = state[0]


class StreamWriter(Codec):
    """Writes text to a stream of bytes."""

    encoding = None

    def __init__(self, stream, errors="strict"):
        self.stream = stream
        self.errors = errors

    def write(self, object):
        self.stream.write(object.encode(self.encoding, self.errors))

    def writelines(self, list):
        self.write("".join(list))

    def __getattr__(self, name):
        return getattr(self.stream, name)

    def __enter__(self):
        return self

    def __exit__(self, type, value, tb):
        self.stream.close()


class StreamReader(Codec):
    """Reads text from a stream of bytes."""

    encoding = None

    def __init__(self, stream, errors="strict"):
        self.stream = stream
        self.errors = errors

    def read(self, size=-1, chars=-1, firstline=False):
        return self.stream.read(size).decode(self.encoding, self.errors)

    def readline(self, size=None, keepends=True):
        line = self.stream.readline().decode(self.encoding, self.errors)
        return line if keepends else line.rstrip("\r\n")

    def readlines(self, sizehint=None, keepends=True):
        return self.read().splitlines(keepends)

    def __iter__(self):
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def __getattr__(self, name):
        return getattr(self.stream, name)

    def __enter__(self):
        return self

    def __exit__(self, type, value, tb):
        self.stream.close()


_NAMES = {
    "utf8": "utf-8", "u8": "utf-8", "utf": "utf-8", "cp65001": "utf-8", "latin1": "iso8859-1", "latin_1": "iso8859-1",
    "iso_8859_1": "iso8859-1", "iso8859_1": "iso8859-1", "8859": "iso8859-1", "l1": "iso8859-1", "us_ascii": "ascii",
    "646": "ascii", "utf16": "utf-16", "utf32": "utf-32", "rot13": "rot13", "rot_13": "rot13", "hex": "hex",
    "hex_codec": "hex", "base64": "base64", "base64_codec": "base64", "base_64": "base64"}
_searches = []


def _rot13(text):
    return "".join(
        chr((ord(c) - base + 13) % 26 + base) if "a" <= c.lower() <= "z" and c.isascii() else c
        for c in text for base in [65 if c.isupper() else 97])


def _transforms():
    """Encodings between values of one type."""
    import base64
    import binascii
    return {
        "rot13": (_rot13, _rot13), "hex": (binascii.hexlify, binascii.unhexlify),
        "base64": (base64.encodebytes, base64.decodebytes)}


def register(search_function, /):
    """Registers a function that finds encodings by their names."""
    if not callable(search_function):
        raise TypeError("argument must be callable")
    _searches.append(search_function)


def unregister(search_function, /):
    """Forgets such a function."""
    if search_function in _searches:
        _searches.remove(search_function)


def lookup(encoding, /):
    """The functions of an encoding."""
    if not isinstance(encoding, str):
        raise TypeError(f"lookup() argument must be str, not {type(encoding).__name__}")
    plain = encoding.lower().replace(" ", "_").replace("-", "_")
    for search in _searches:
        found = search(plain)
        if found is not None:
            if not isinstance(found, tuple) or len(found) != 4:
                raise TypeError("codec search functions must return 4-tuples")
            return found
    name = _NAMES.get(plain, plain.replace("_", "-"))
    if name in ("rot13", "hex", "base64"):
        forward, back = _transforms()[name]
        return CodecInfo(
            lambda input, errors="strict": (forward(input), len(input)),
            lambda input, errors="strict": (back(input), len(input)), name=name)
    try:
        "".encode(name)
    except LookupError:
        raise LookupError(f"unknown encoding: {encoding}") from None

    def encode_text(input, errors="strict"):
        return input.encode(name, errors or "strict"), len(input)

    def decode_bytes(input, errors="strict"):
        return bytes(input).decode(name, errors or "strict"), len(input)

    parts = [
        type(base.__name__, (base,), {"encoding": name})
        for base in (StreamReader, StreamWriter, IncrementalEncoder, IncrementalDecoder)]
    return CodecInfo(encode_text, decode_bytes, *parts, name=name)


def encode(obj, encoding="utf-8", errors="strict"):
    """Encodes by any encoding, also between bytes and bytes."""
    return _converted("encoding", encoding, lookup(encoding)[0], obj, errors)


def decode(obj, encoding="utf-8", errors="strict"):
    """Decodes by any encoding."""
    return _converted("decoding", encoding, lookup(encoding)[1], obj, errors)


def _converted(verb, encoding, function, obj, errors):
    """What the codec gives; its errors say which codec it was, unless they do so themselves."""
    try:
        return function(obj, errors)[0]
    except Exception as error:
        if len(error.args) != 1 or not isinstance(error.args[0], str) or "codec" in error.args[0]:
            raise
        message = f"{verb} with '{encoding}' codec failed ({type(error).__name__}: {error})"
        raise type(error)(message) from error


def getencoder(encoding):
    return lookup(encoding).encode


def getdecoder(encoding):
    return lookup(encoding).decode


def getincrementalencoder(encoding):
    return lookup(encoding).incrementalencoder


def getincrementaldecoder(encoding):
    return lookup(encoding).incrementaldecoder


def getreader(encoding):
    return lookup(encoding).streamreader


def getwriter(encoding):
    return lookup(encoding).streamwriter


def iterencode(iterator, encoding, errors="strict", **kwargs):
    """The parts of a text, encoded."""
    encoder = getincrementalencoder(encoding)(errors, **kwargs)
    for part in iterator:
        data = encoder.encode(part)
        if data:
            yield data


def iterdecode(iterator, encoding, errors="strict", **kwargs):
    """Parts of bytes, decoded."""
    decoder = getincrementaldecoder(encoding)(errors, **kwargs)
    for part in iterator:
        text = decoder.decode(part)
        if text:
            yield text
    text = decoder.decode(b"", True)
    if text:
        yield text


def open(filename, mode="r", encoding=None, errors="strict", buffering=-1):
    """Opens a file of text."""
    if encoding is not None and "b" not in mode:
        return builtins.open(filename, mode, buffering, encoding=encoding, errors=errors, newline="")
    return builtins.open(filename, mode, buffering)


def EncodedFile(file, data_encoding, file_encoding=None, errors="strict"):
    raise NotImplementedError("codecs.EncodedFile is not available in nbcheck")


def _decode_function(name):
    def function(data, errors="strict", final=True, /):
        if isinstance(data, str) and name.endswith("unicode-escape"):
            data = data.encode("utf-8")
        return bytes(data).decode(name, errors or "strict"), len(data)
    return function


def _encode_function(name):
    def function(text, errors="strict", /):
        return text.encode(name, errors or "strict"), len(text)
    return function


for _name in ("utf-8", "ascii", "latin-1", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "raw-unicode-escape",
              "unicode-escape"):
    _plain = _name.replace("-", "_")
    globals()[_plain + "_encode"] = _encode_function(_name)
    globals()[_plain + "_decode"] = _decode_function(_name)
del _name, _plain


def escape_decode(data, errors="strict", /):
    """The bytes that a bytes literal stands for."""
    if isinstance(data, str):
        data = data.encode("latin-1")
    text = bytes(data).decode("latin-1").replace('"', '\\"').replace("\n", "\\n").replace("\r", "\\r")
    return eval(f'b"{text}"', {}), len(data)


def escape_encode(data, errors="strict", /):
    """What stands between the quotes of a bytes literal."""
    return repr(data)[2:-1].encode("ascii"), len(data)


# What to do about what cannot be encoded or decoded.


def strict_errors(exception):
    """Raises the error."""
    if not isinstance(exception, Exception):
        raise TypeError("codec must pass exception instance")
    raise exception


def ignore_errors(exception):
    """Leaves it out."""
    return "", exception.end


def replace_errors(exception):
    """Puts a question mark in its place."""
    mark = "?" if isinstance(exception, UnicodeEncodeError) else "\ufffd"
    count = 1 if isinstance(exception, UnicodeDecodeError) else exception.end - exception.start
    return mark * count, exception.end


def xmlcharrefreplace_errors(exception):
    """Puts a reference to the character in its place."""
    part = exception.object[exception.start : exception.end]
    return "".join(f"&#{ord(c)};" for c in part), exception.end


def backslashreplace_errors(exception):
    """Puts an escape in its place."""
    part = exception.object[exception.start : exception.end]
    if isinstance(exception, UnicodeDecodeError):
        return "".join(f"\\x{byte:02x}" for byte in part), exception.end
    return part.encode("ascii", "backslashreplace").decode("ascii"), exception.end


def namereplace_errors(exception):
    """Puts the names of characters in their place."""
    part = exception.object[exception.start : exception.end]
    return part.encode("ascii", "namereplace").decode("ascii"), exception.end


def surrogateescape(exception):
    """Keeps bytes that are no text as halves of characters, and makes them bytes again."""
    part = exception.object[exception.start : exception.end]
    if isinstance(exception, UnicodeEncodeError):
        if not all("\udc80" <= char <= "\udcff" for char in part):
            raise exception
        return bytes(ord(char) - 0xDC00 for char in part), exception.end
    kept = [byte for byte in part if byte >= 0x80]
    if not kept:
        raise exception
    return "".join(chr(0xDC00 + byte) for byte in kept), exception.start + len(kept)


_handlers = {
    "surrogateescape": surrogateescape,
    "strict": strict_errors, "ignore": ignore_errors, "replace": replace_errors,
    "xmlcharrefreplace": xmlcharrefreplace_errors, "backslashreplace": backslashreplace_errors,
    "namereplace": namereplace_errors}


def lookup_error(name, /):
    """The function behind a name for what to do about errors."""
    if name not in _handlers:
        raise LookupError(f"unknown error handler name '{name}'")
    return _handlers[name]


def register_error(errors, handler, /):
    """Names a function that says what to put in place of what cannot be encoded or decoded."""
    if not isinstance(errors, str):
        raise TypeError(f"register_error() argument 1 must be str, not {type(errors).__name__}")
    if not callable(handler):
        raise TypeError("handler must be callable")
    _handlers[errors] = handler
