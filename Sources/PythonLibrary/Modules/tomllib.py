"""TOML texts as dicts."""

import re as _re
from datetime import date as _date, datetime as _datetime, time as _time, timedelta as _timedelta
from datetime import timezone as _timezone

__all__ = ["loads", "load", "TOMLDecodeError"]


class TOMLDecodeError(ValueError):
    """What is no TOML."""


def load(fp, /, *, parse_float=float):
    """The contents of a file opened for bytes."""
    data = fp.read()
    try:
        text = data.decode()
    except AttributeError:
        raise TypeError("File must be opened in binary mode, e.g. use `open('foo.toml', 'rb')`") from None
    return loads(text, parse_float=parse_float)


def loads(s, /, *, parse_float=float):
    """The contents of a text."""
    try:
        text = s.replace("\r\n", "\n")
    except AttributeError:
        raise TypeError(f"Expected str object, not '{type(s).__qualname__}'") from None
    if parse_float is not float:
        parse = parse_float

        def parse_float(text):
            value = parse(text)
            if isinstance(value, (dict, list)):
                raise ValueError("parse_float must not return dicts or lists")
            return value

    return _Reader(text, parse_float).document()


_KEY = _re.compile(r"[A-Za-z0-9_-]+")
_NUMBER = _re.compile(r"""
    0(?:x[0-9A-Fa-f](?:_?[0-9A-Fa-f])*|b[01](?:_?[01])*|o[0-7](?:_?[0-7])*)
  | [+-]?(?:0|[1-9](?:_?[0-9])*)(?P<fraction>(?:\.[0-9](?:_?[0-9])*)?(?:[eE][+-]?[0-9](?:_?[0-9])*)?)""", _re.X)
_TIME = r"([01]\d|2[0-3]):([0-5]\d):([0-5]\d)(?:\.(\d{1,6})\d*)?"
_LOCAL_TIME = _re.compile(_TIME)
_DATE = _re.compile(
    r"(\d{4})-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])"
    rf"(?:[Tt ]{_TIME}(?:([Zz])|([+-])([01]\d|2[0-3]):([0-5]\d))?)?")
_ESCAPES = {"b": "\b", "t": "\t", "n": "\n", "f": "\f", "r": "\r", '"': '"', "\\": "\\"}
_CONTROL = _re.compile(r"[\0-\x08\x0a-\x1f\x7f]")
_CONTROL_IN_LONG = _re.compile(r"[\0-\x08\x0b-\x1f\x7f]")


class _Table(dict):
    """A table while it is read: how it came to be decides what may be added."""

    def __init__(self, kind):
        self.kind = kind


def _plain(value):
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    return [_plain(item) for item in value] if isinstance(value, list) else value


class _Reader:
    def __init__(self, text, parse_float):
        self.text = text
        self.place = 0
        self.parse_float = parse_float

    def refuse(self, words, place=None):
        place = self.place if place is None else place
        if place >= len(self.text):
            where = "end of document"
        else:
            line = self.text.count("\n", 0, place) + 1
            where = f"line {line}, column {place - self.text.rfind(chr(10), 0, place)}"
        raise TOMLDecodeError(f"{words} (at {where})")

    def next(self):
        return self.text[self.place : self.place + 1]

    def takes(self, mark):
        if not self.text.startswith(mark, self.place):
            return False
        self.place += len(mark)
        return True

    def blanks(self, marks=" \t"):
        while self.place < len(self.text) and self.text[self.place] in marks:
            self.place += 1

    def comment(self):
        if self.next() == "#":
            end = self.text.find("\n", self.place)
            end = len(self.text) if end < 0 else end
            if bad := _CONTROL.search(self.text, self.place, end):
                self.refuse(f"Found invalid character {bad.group()!r}", bad.start())
            self.place = end

    def gaps(self):
        """Skips blanks, line ends and comments."""
        before = -1
        while before != self.place:
            before = self.place
            self.blanks(" \t\n")
            self.comment()

    # The document

    def document(self):
        root = table = _Table("header")
        while self.place < len(self.text):
            self.blanks()
            if self.takes("\n"):
                continue
            if self.next() == "#":
                self.comment()
            elif self.takes("[["):
                table = self.header(root, "]]")
            elif self.takes("["):
                table = self.header(root, "]")
            elif self.next() in ("'", '"') or _KEY.match(self.text, self.place):
                self.pair(table)
            elif self.next():
                self.refuse("Invalid statement")
            self.blanks()
            self.comment()
            if self.next() and not self.takes("\n"):
                self.refuse("Expected newline or end of document after a statement")
        return _plain(root)

    def header(self, root, end):
        self.blanks()
        keys = self.keys()
        table = root
        is_list = end == "]]"
        words = "Cannot overwrite a value"
        for key in keys[:-1]:
            table = table.setdefault(key, _Table("implied"))
            if isinstance(table, list):
                table = table[-1] if table and isinstance(table[-1], _Table) else table
            if not isinstance(table, _Table):
                self.refuse(words)
            if table.kind == "inline":
                words = "Cannot mutate immutable namespace {!r}" if is_list else "Cannot declare {!r} twice"
                self.refuse(words.format(keys))
        last = table.get(keys[-1])
        if is_list:
            if last is None:
                last = table[keys[-1]] = _Tables()
            elif not isinstance(last, _Tables):
                self.refuse(words if not isinstance(last, list) else f"Cannot mutate immutable namespace {keys!r}")
            last.append(_Table("header"))
            last = last[-1]
        elif last is None:
            last = table[keys[-1]] = _Table("header")
        elif not isinstance(last, _Table):
            self.refuse(f"Cannot declare {keys!r} twice" if isinstance(last, _Tables) else words)
        elif last.kind != "implied":
            self.refuse(f"Cannot declare {keys!r} twice")
        else:
            last.kind = "header"
        if not self.takes(end):
            self.refuse(f"Expected {end!r} at the end of {'an array' if is_list else 'a table'} declaration")
        return last

    def pair(self, table, inline=False):
        keys = self.keys()
        if not self.takes("="):
            self.refuse("Expected '=' after a key in a key/value pair")
        self.blanks()
        value = self.value()
        for key in keys[:-1]:
            table = table.setdefault(key, _Table("dotted"))
            if not isinstance(table, _Table):
                self.refuse("Cannot overwrite a value")
            if table.kind not in ("dotted", "implied"):
                words = "Cannot redefine namespace" if table.kind == "header" else "Cannot mutate immutable namespace"
                self.refuse(f"{words} {keys[:-1]!r}")
        if keys[-1] in table:
            self.refuse(f"Duplicate inline table key {keys[-1]!r}" if inline else "Cannot overwrite a value")
        table[keys[-1]] = value

    def keys(self):
        keys = [self.key()]
        self.blanks()
        while self.takes("."):
            self.blanks()
            keys.append(self.key())
            self.blanks()
        return tuple(keys)

    def key(self):
        if found := _KEY.match(self.text, self.place):
            self.place = found.end()
            return found.group()
        if self.takes("'"):
            return self.literal()
        if self.takes('"'):
            return self.string()
        self.refuse("Invalid initial character for a key part")

    # Values

    def value(self):
        text, place = self.text, self.place
        c = self.next()
        if c == '"':
            return self.long_string('"""', self.string_part) if self.takes('"""') else self.key()
        if c == "'":
            return self.long_string("'''", None) if self.takes("'''") else self.key()
        if self.takes("true"):
            return True
        if self.takes("false"):
            return False
        if c == "[":
            return self.array()
        if c == "{":
            return self.inline_table()
        if found := _DATE.match(text, place):
            return self.moment(found)
        if found := _LOCAL_TIME.match(text, place):
            self.place = found.end()
            hour, minute, second, part = found.groups()
            return _time(int(hour), int(minute), int(second), int((part or "").ljust(6, "0")))
        if found := _NUMBER.match(text, place):
            self.place = found.end()
            if found.group("fraction"):
                return self.parse_float(found.group())
            return int(found.group(), 0)
        for word in ("inf", "nan", "+inf", "-inf", "+nan", "-nan"):
            if self.takes(word):
                return self.parse_float(word)
        self.refuse("Invalid value")

    def moment(self, found):
        self.place = found.end()
        year, month, day, hour, minute, second, part, zulu, sign, hours, minutes = found.groups()
        try:
            if hour is None:
                return _date(int(year), int(month), int(day))
            zone = _timezone.utc if zulu else None
            if sign:
                offset = _timedelta(hours=int(sign + hours), minutes=int(sign + minutes))
                zone = _timezone(offset)
            return _datetime(int(year), int(month), int(day), int(hour), int(minute), int(second),
                             int((part or "").ljust(6, "0")), zone)
        except ValueError as error:
            self.place = found.start()
            try:
                self.refuse("Invalid date or datetime")
            except TOMLDecodeError as refusal:
                raise refusal from error

    def array(self):
        self.place += 1
        items = []
        self.gaps()
        while not self.takes("]"):
            items.append(self.value())
            self.gaps()
            if self.takes(","):
                self.gaps()
            elif not self.takes("]"):
                self.refuse("Unclosed array")
            else:
                break
        return items

    def inline_table(self):
        self.place += 1
        table = _Table("dotted")
        self.blanks()
        if not self.takes("}"):
            while True:
                self.pair(table, inline=True)
                self.blanks()
                if self.takes("}"):
                    break
                if not self.takes(","):
                    self.refuse("Unclosed inline table")
                self.blanks()
        _close(table)
        return table

    def literal(self):
        end = self.text.find("'", self.place)
        stop = len(self.text) if end < 0 else end
        if bad := _CONTROL.search(self.text, self.place, stop):
            self.refuse(f"Found invalid character {bad.group()!r}", bad.start())
        if end < 0:
            self.refuse('Expected "\'"', stop)
        text = self.text[self.place : end]
        self.place = end + 1
        return text

    def string(self):
        parts = []
        while not self.takes('"'):
            parts.append(self.string_part(_CONTROL, False))
        return "".join(parts)

    def string_part(self, bad, is_long):
        c = self.next()
        if not c:
            self.refuse("Unterminated string")
        self.place += 1
        if c != "\\":
            if bad.match(c):
                self.refuse(f"Illegal character {c!r}", self.place - 1)
            return c
        c = self.next()
        self.place += 1
        if is_long and c in (" ", "\t", "\n"):
            if c != "\n":
                self.blanks()
                if not self.next():
                    return ""
                if not self.takes("\n"):
                    self.refuse("Unescaped '\\' in a string")
            self.blanks(" \t\n")
            return ""
        if c in ("u", "U"):
            size = 4 if c == "u" else 8
            digits = self.text[self.place : self.place + size]
            if len(digits) != size or not all(digit in "0123456789abcdefABCDEF" for digit in digits):
                self.refuse("Invalid hex value")
            self.place += size
            number = int(digits, 16)
            if number > 0x10FFFF or 0xD800 <= number <= 0xDFFF:
                self.refuse("Escaped character is not a Unicode scalar value")
            return chr(number)
        if c not in _ESCAPES or not c:
            self.refuse("Unescaped '\\' in a string" if c else "Unterminated string")
        return _ESCAPES[c]

    def long_string(self, mark, part):
        """A string that may have line ends; one or two more quotes may stand before its end."""
        self.takes("\n")
        parts = []
        while not self.takes(mark):
            if part is not None:
                parts.append(part(_CONTROL_IN_LONG, True))
                continue
            c = self.next()
            if not c:
                self.refuse(f'Expected "{mark}"')
            if _CONTROL_IN_LONG.match(c):
                self.refuse(f"Found invalid character {c!r}")
            parts.append(c)
            self.place += 1
        for _ in range(2):
            if self.takes(mark[0]):
                parts.append(mark[0])
        return "".join(parts)


class _Tables(list):
    """An array of tables that headers add to."""


def _close(value):
    """Lets nothing be added to a table any more, nor to those in it."""
    if isinstance(value, _Table):
        value.kind = "inline"
        for item in value.values():
            _close(item)
