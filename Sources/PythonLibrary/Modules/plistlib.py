"""Property lists, as Apple's programs keep their settings, in the form of XML."""

import base64
import datetime
import enum
import re
from io import BytesIO

__all__ = ["InvalidFileException", "FMT_XML", "FMT_BINARY", "load", "dump", "loads", "dumps", "UID"]

PlistFormat = enum.Enum("PlistFormat", "FMT_XML FMT_BINARY", module=__name__)
globals().update(PlistFormat.__members__)

_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">\n'
    '<plist version="1.0">\n'
)
_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d)(?::(\d\d)(?::(\d\d))?)?)?)?)?Z", re.ASCII)


class InvalidFileException(ValueError):
    def __init__(self, message="Invalid file"):
        ValueError.__init__(self, message)


class UID:
    """A number by which archives of objects refer to them."""

    def __init__(self, data):
        if not isinstance(data, int):
            raise TypeError("data must be an int")
        if data >= 1 << 64:
            raise ValueError("UIDs cannot be >= 2**64")
        if data < 0:
            raise ValueError("UIDs must be positive")
        self.data = data

    def __index__(self):
        return self.data

    def __repr__(self):
        return f"{self.__class__.__name__}({self.data!r})"

    def __reduce__(self):
        return self.__class__, (self.data,)

    def __eq__(self, other):
        return self.data == other.data if isinstance(other, UID) else NotImplemented

    def __hash__(self):
        return hash(self.data)


def _check_format(fmt):
    if fmt not in PlistFormat.__members__.values():
        raise ValueError(f"Unsupported format: {fmt}")
    if fmt is FMT_BINARY:
        raise NotImplementedError("binary property lists are not available in nbcheck")


# Writing


def _escaped(text):
    if re.search("[\x00-\x08\x0b\x0c\x0e-\x1f]", text):
        raise ValueError("strings can't contain control characters; use bytes instead")
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _simple(value):
    """The tag and the text of a value without parts; nothing for others."""
    if isinstance(value, str):
        return "string", _escaped(value)
    if isinstance(value, int):
        if not -1 << 63 <= value < 1 << 64:
            raise OverflowError(value)
        return "integer", str(int(value))
    if isinstance(value, float):
        return "real", repr(value)
    if isinstance(value, datetime.datetime):
        return "date", value.strftime("%Y-%m-%dT%H:%M:%SZ").rjust(20, "0")
    return None


def _lines(value, depth, sort_keys, skipkeys):
    indent = "\t" * depth
    if value is True or value is False:
        yield f"{indent}<{str(value).lower()}/>"
    elif (simple := _simple(value)) is not None:
        tag, text = simple
        yield f"{indent}<{tag}>{text}</{tag}>"
    elif isinstance(value, (bytes, bytearray)):
        yield f"{indent}<data>"
        size = max(16, 76 - 8 * depth) // 4 * 3
        for start in range(0, len(value), size):
            yield indent + base64.b64encode(value[start:start + size]).decode("ascii")
        yield f"{indent}</data>"
    elif isinstance(value, (list, tuple)):
        yield from _enclosed("array", indent, [
            line for item in value for line in _lines(item, depth + 1, sort_keys, skipkeys)])
    elif isinstance(value, dict):
        inner = []
        for key, item in sorted(value.items()) if sort_keys else value.items():
            if not isinstance(key, str):
                if skipkeys:
                    continue
                raise TypeError("keys must be strings")
            inner.append(f"{indent}\t<key>{_escaped(key)}</key>")
            inner += _lines(item, depth + 1, sort_keys, skipkeys)
        yield from _enclosed("dict", indent, inner)
    else:
        raise TypeError(f"unsupported type: {type(value)}")


def _enclosed(tag, indent, lines):
    if not lines:
        return [f"{indent}<{tag}/>"]
    return [f"{indent}<{tag}>", *lines, f"{indent}</{tag}>"]


def dumps(value, *, fmt=FMT_XML, skipkeys=False, sort_keys=True):
    _check_format(fmt)
    lines = _lines(value, 0, sort_keys, skipkeys)
    return (_HEAD + "".join(line + "\n" for line in lines) + "</plist>\n").encode("utf-8")


def dump(value, fp, *, fmt=FMT_XML, sort_keys=True, skipkeys=False):
    fp.write(dumps(value, fmt=fmt, sort_keys=sort_keys, skipkeys=skipkeys))


# Reading


def _date(text):
    found = _DATE.match(text or "")
    if found is None:
        raise ValueError(f"invalid date: {text!r}")
    return datetime.datetime(*[int(part) for part in found.groups() if part is not None])


def _integer(text):
    return int(text, 16) if text.lstrip("-").lower().startswith("0x") else int(text)


_READERS = {
    "true": lambda text: True, "false": lambda text: False, "string": lambda text: text, "integer": _integer,
    "real": float, "date": _date, "data": base64.b64decode,
}


def _value(element, dict_type):
    parts = list(element)
    if element.tag == "array":
        return [_value(part, dict_type) for part in parts]
    if element.tag == "dict":
        keys, values = parts[::2], parts[1::2]
        if len(keys) != len(values) or any(key.tag != "key" for key in keys):
            raise ValueError("keys and values of a dict do not alternate")
        return dict_type((key.text or "", _value(value, dict_type)) for key, value in zip(keys, values))
    if element.tag not in _READERS:
        raise ValueError(f"unexpected element: {element.tag}")
    return _READERS[element.tag](element.text or "")


def load(fp, *, fmt=None, dict_type=dict):
    from xml.etree.ElementTree import fromstring

    data = fp.read()
    if fmt is not None:
        _check_format(fmt)
    elif data.startswith(b"bplist00"):
        _check_format(FMT_BINARY)
    elif not data.removeprefix(b"\xef\xbb\xbf").startswith((b"<?xml", b"<plist")):
        raise InvalidFileException()
    root = fromstring(data)
    content = list(root) if root.tag == "plist" else [root]
    if not content:
        raise ValueError("the property list is empty")
    return _value(content[0], dict_type)


def loads(value, *, fmt=None, dict_type=dict):
    return load(BytesIO(value), fmt=fmt, dict_type=dict_type)
