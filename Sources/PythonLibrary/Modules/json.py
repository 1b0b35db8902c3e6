"""JSON: texts and files."""

import _json
import sys

__all__ = ["dump", "dumps", "load", "loads", "JSONDecoder", "JSONDecodeError", "JSONEncoder"]


class JSONDecodeError(ValueError):
    __module__ = "json.decoder"

    def __init__(self, msg, doc, pos):
        lineno = doc.count("\n", 0, pos) + 1
        colno = pos - doc.rfind("\n", 0, pos)
        ValueError.__init__(self, f"{msg}: line {lineno} column {colno} (char {pos})")
        self.msg = msg
        self.doc = doc
        self.pos = pos
        self.lineno = lineno
        self.colno = colno

    def __reduce__(self):
        return type(self), (self.msg, self.doc, self.pos)


class JSONDecoder:
    __module__ = "json.decoder"

    def __init__(
        self, *, object_hook=None, parse_float=None, parse_int=None, parse_constant=None, strict=True,
        object_pairs_hook=None
    ):
        self.object_hook = object_hook
        self.parse_float = parse_float or float
        self.parse_int = parse_int or int
        self.parse_constant = parse_constant
        self.strict = strict
        self.object_pairs_hook = object_pairs_hook

    def _read(self, s, start):
        number = None if self.parse_float is float else self.parse_float
        integer = None if self.parse_int is int else self.parse_int
        return _json.loads(
            s, JSONDecodeError, start, self.object_hook, self.object_pairs_hook, number, integer, self.parse_constant,
            self.strict,
        )

    def decode(self, s):
        return self._read(s, None)

    def raw_decode(self, s, idx=0):
        return self._read(s, idx)


class JSONEncoder:
    __module__ = "json.encoder"
    item_separator = ", "
    key_separator = ": "

    def __init__(
        self, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, sort_keys=False, indent=None,
        separators=None, default=None
    ):
        self.skipkeys = skipkeys
        self.ensure_ascii = ensure_ascii
        self.check_circular = check_circular
        self.allow_nan = allow_nan
        self.sort_keys = sort_keys
        self.indent = indent
        if separators is not None:
            self.item_separator, self.key_separator = separators
        elif indent is not None:
            self.item_separator = ","
        if default is not None:
            self.default = default

    def default(self, o):
        raise TypeError(f"Object of type {o.__class__.__name__} is not JSON serializable")

    def encode(self, o):
        if isinstance(o, str):
            return self._text(o)
        return "".join(self.iterencode(o, _one_shot=True))

    def iterencode(self, o, _one_shot=False):
        return iter([self._text(o)]) if _one_shot else self._pieces(o, 1, [])

    def _text(self, o):
        return _json.dumps(
            o, skipkeys=self.skipkeys, ensure_ascii=self.ensure_ascii, allow_nan=self.allow_nan, indent=self.indent,
            separators=(self.item_separator, self.key_separator), default=self.default, sort_keys=self.sort_keys,
        )

    def _pieces(self, o, depth, holders):
        """The text as it comes; the holders are the containers that it is in."""
        if o is None or isinstance(o, (str, int, float)):
            yield self._text(o)
            return
        if self.check_circular and any(holder is o for holder in holders):
            raise ValueError("Circular reference detected")
        holders = holders + [o]
        if not isinstance(o, (list, tuple, dict)):
            yield from self._pieces(self.default(o), depth, holders)
            return
        start, end = "{}" if isinstance(o, dict) else "[]"
        if not o:
            yield start + end
            return
        indent = " " * self.indent if isinstance(self.indent, int) else self.indent
        line = "" if indent is None else "\n" + indent * depth
        if isinstance(o, dict):
            yield from self._entries(o, line, depth, holders)
        else:
            before = start + line
            for item in o:
                first, *rest = self._pieces(item, depth + 1, holders)
                if item is None or isinstance(item, (str, int, float)):
                    yield before + first
                else:
                    yield before
                    yield first
                    yield from rest
                before = self.item_separator + line
        if indent is not None:
            yield "\n" + indent * (depth - 1)
        yield end

    def _entries(self, o, line, depth, holders):
        yield "{"
        before = line
        for key, value in sorted(o.items()) if self.sort_keys else o.items():
            if not isinstance(key, str):
                if key is not None and not isinstance(key, (int, float)):
                    if self.skipkeys:
                        continue
                    raise TypeError(f"keys must be str, int, float, bool or None, not {key.__class__.__name__}")
                key = self._text(key)
            if before:
                yield before
            before = self.item_separator + line
            yield self._text(key)
            yield self.key_separator
            yield from self._pieces(value, depth + 1, holders)


def dumps(
    obj, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, cls=None, indent=None,
    separators=None, default=None, sort_keys=False, **kw
):
    if cls is None and not kw:
        return _json.dumps(
            obj, skipkeys=skipkeys, ensure_ascii=ensure_ascii, allow_nan=allow_nan, indent=indent,
            separators=separators, default=default, sort_keys=sort_keys,
        )
    return (cls or JSONEncoder)(
        skipkeys=skipkeys, ensure_ascii=ensure_ascii, check_circular=check_circular, allow_nan=allow_nan,
        indent=indent, separators=separators, default=default, sort_keys=sort_keys, **kw,
    ).encode(obj)


def dump(obj, fp, **options):
    fp.write(dumps(obj, **options))


def detect_encoding(b):
    for mark, name in (
        (b"\0\0\xfe\xff", "utf-32"), (b"\xff\xfe\0\0", "utf-32"), (b"\xfe\xff", "utf-16"), (b"\xff\xfe", "utf-16"),
        (b"\xef\xbb\xbf", "utf-8-sig"),
    ):
        if b.startswith(mark):
            return name
    zeros = [not c for c in b[:4]]
    if len(zeros) == 4:
        if zeros[0]:
            return "utf-16-be" if not zeros[1] else "utf-32-be"
        if zeros[1]:
            return "utf-16-le" if not zeros[2] or not zeros[3] else "utf-32-le"
    elif len(zeros) == 2:
        if zeros[0]:
            return "utf-16-be"
        if zeros[1]:
            return "utf-16-le"
    return "utf-8"


def loads(
    s, *, cls=None, object_hook=None, parse_float=None, parse_int=None, parse_constant=None, object_pairs_hook=None,
    **kw
):
    if isinstance(s, str):
        if s.startswith("\ufeff"):
            raise JSONDecodeError("Unexpected UTF-8 BOM (decode using utf-8-sig)", s, 0)
    elif isinstance(s, (bytes, bytearray)):
        s = s.decode(detect_encoding(s), "surrogatepass")
    else:
        raise TypeError(f"the JSON object must be str, bytes or bytearray, not {s.__class__.__name__}")
    if cls is None and not kw:
        return _json.loads(
            s, JSONDecodeError, None, object_hook, object_pairs_hook, parse_float, parse_int, parse_constant, True
        )
    for name, value in (
        ("object_hook", object_hook), ("object_pairs_hook", object_pairs_hook), ("parse_float", parse_float),
        ("parse_int", parse_int), ("parse_constant", parse_constant),
    ):
        if value is not None:
            kw[name] = value
    return (cls or JSONDecoder)(**kw).decode(s)


def load(fp, **options):
    return loads(fp.read(), **options)


def _part(name, **names):
    """A module of the package, for those who import from it."""
    part = type(sys)(f"json.{name}")
    vars(part).update(names)
    sys.modules[f"json.{name}"] = globals()[name] = part


__path__ = []
_part("decoder", JSONDecoder=JSONDecoder, JSONDecodeError=JSONDecodeError)
_part(
    "encoder", JSONEncoder=JSONEncoder, encode_basestring=JSONEncoder(ensure_ascii=False).encode,
    encode_basestring_ascii=JSONEncoder().encode)
