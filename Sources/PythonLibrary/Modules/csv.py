"""Tables as text: rows of fields with delimiters and quotes."""

import re
from io import StringIO

__all__ = [
    "QUOTE_MINIMAL", "QUOTE_ALL", "QUOTE_NONNUMERIC", "QUOTE_NONE", "Error", "Dialect", "excel", "excel_tab",
    "field_size_limit", "reader", "writer", "register_dialect", "get_dialect", "list_dialects", "Sniffer",
    "unregister_dialect", "DictReader", "DictWriter", "unix_dialect"]
__version__ = "1.0"

QUOTE_MINIMAL, QUOTE_ALL, QUOTE_NONNUMERIC, QUOTE_NONE = range(4)


class Error(Exception):
    __module__ = "_csv"


class _Format:
    """How a table is written: the options of a dialect, checked."""

    def __init__(self, dialect, options):
        names = (
            "delimiter", "doublequote", "escapechar", "lineterminator", "quotechar", "quoting", "skipinitialspace",
            "strict")
        for name in options:
            if name not in names:
                raise TypeError(f"{name!r} is an invalid keyword argument for this function")
        if isinstance(dialect, str):
            dialect = get_dialect(dialect)
        values = {name: getattr(dialect, name) for name in names if hasattr(dialect, name)} | options
        self.delimiter = self._character("delimiter", values.get("delimiter", ","))
        self.doublequote = bool(values.get("doublequote", True))
        self.escapechar = self._character("escapechar", values.get("escapechar"), True)
        self.lineterminator = values.get("lineterminator", "\r\n")
        self.quotechar = self._character("quotechar", values.get("quotechar", '"'), True)
        self.quoting = values.get("quoting", QUOTE_MINIMAL)
        self.skipinitialspace = bool(values.get("skipinitialspace", False))
        self.strict = bool(values.get("strict", False))
        if type(self.quoting) is not int:
            raise TypeError('"quoting" must be an integer')
        if not 0 <= self.quoting <= 3:
            raise TypeError('bad "quoting" value')
        if self.quotechar is None and self.quoting != QUOTE_NONE:
            if "quoting" in options:
                raise TypeError("quotechar must be set if quoting enabled")
            self.quoting = QUOTE_NONE
        if self.lineterminator is None:
            raise TypeError("lineterminator must be set")
        if not isinstance(self.lineterminator, str):
            raise TypeError('"lineterminator" must be a string')

    def _character(self, name, value, may_be_none=False):
        if value is None and may_be_none:
            return None
        if not isinstance(value, str):
            more = " or None" if may_be_none else ""
            raise TypeError(f'"{name}" must be string{more}, not {type(value).__name__}')
        if len(value) != 1:
            raise TypeError(f'"{name}" must be a 1-character string')
        return value


_Format.__name__ = _Format.__qualname__ = "Dialect"
_Format.__module__ = "_csv"


class Dialect:
    """A way to write tables, to be subclassed."""

    _name = ""
    _valid = False
    delimiter = None
    quotechar = None
    escapechar = None
    doublequote = None
    skipinitialspace = None
    lineterminator = None
    quoting = None

    def __init__(self):
        if self.__class__ != Dialect:
            self._valid = True
        try:
            _Format(self, {})
        except TypeError as error:
            raise Error(str(error)) from None


class excel(Dialect):
    delimiter = ","
    quotechar = '"'
    doublequote = True
    skipinitialspace = False
    lineterminator = "\r\n"
    quoting = QUOTE_MINIMAL


class excel_tab(excel):
    delimiter = "\t"


class unix_dialect(Dialect):
    delimiter = ","
    quotechar = '"'
    doublequote = True
    skipinitialspace = False
    lineterminator = "\n"
    quoting = QUOTE_ALL


_dialects = {}
_limit = 131072


def register_dialect(name, dialect=None, **fmtparams):
    """Gives a dialect a name."""
    if not isinstance(name, str):
        raise TypeError("dialect name must be a string")
    _dialects[name] = _Format(dialect, fmtparams)


def unregister_dialect(name):
    """Forgets a dialect."""
    if name not in _dialects:
        raise Error("unknown dialect")
    del _dialects[name]


def get_dialect(name):
    """The dialect of that name."""
    if name not in _dialects:
        raise Error("unknown dialect")
    return _dialects[name]


def list_dialects():
    """The names of all dialects."""
    return list(_dialects)


register_dialect("excel", excel)
register_dialect("excel-tab", excel_tab)
register_dialect("unix", unix_dialect)


def field_size_limit(*args):
    """The longest field that is read; sets another."""
    global _limit
    old = _limit
    if args:
        if not isinstance(args[0], int):
            raise TypeError("limit must be an integer")
        _limit = args[0]
    return old


class _Reader:
    """Rows out of lines."""

    def __init__(self, iterable, dialect="excel", **fmtparams):
        self.dialect = _Format(dialect, fmtparams)
        self._lines = iter(iterable)
        self.line_num = 0

    def __iter__(self):
        return self

    def __next__(self):
        self._fields = []
        self._field = []
        self._is_number = False
        self._state = self._start_record
        while True:
            try:
                line = next(self._lines)
            except StopIteration:
                if not self._field and self._state != self._in_quotes:
                    if self._state == self._start_record or not self._fields:
                        raise
                if self.dialect.strict:
                    raise Error("unexpected end of data") from None
                self._save()
                return self._fields
            if not isinstance(line, str):
                raise Error(
                    f"iterator should return strings, not {type(line).__name__} "
                    "(the file should be opened in text mode)")
            self.line_num += 1
            for c in line:
                self._state(c)
            self._state("")
            if self._state == self._start_record:
                return self._fields

    def _save(self):
        text = "".join(self._field)
        self._fields.append(float(text) if self._is_number else text)
        self._field = []
        self._is_number = False

    def _add(self, c):
        if len(self._field) >= _limit:
            raise Error(f"field larger than field limit ({_limit})")
        self._field.append(c)

    def _end(self, c):
        """Ends the field at the end of a line; c is empty where the line ends without a mark."""
        self._save()
        self._state = self._after_end if c else self._start_record

    # One method for each state, which takes the next character; "" ends a line.

    def _start_record(self, c):
        if not c:
            return
        if c in "\r\n":
            self._state = self._after_end
        else:
            self._start_field(c)

    def _start_field(self, c):
        d = self.dialect
        self._state = self._start_field
        if c in "\r\n":
            self._end(c)
        elif c == d.quotechar and d.quoting != QUOTE_NONE:
            self._state = self._in_quotes
        elif c == d.escapechar:
            self._state = self._escaped
        elif c == " " and d.skipinitialspace:
            pass
        elif c == d.delimiter:
            self._save()
        else:
            self._is_number = d.quoting == QUOTE_NONNUMERIC
            self._add(c)
            self._state = self._in_field

    def _escaped(self, c):
        self._add(c or "\n")
        self._state = self._after_escaped_end if c and c in "\r\n" else self._in_field

    def _after_escaped_end(self, c):
        if c:
            self._in_field(c)

    def _in_field(self, c):
        d = self.dialect
        self._state = self._in_field
        if c in "\r\n":
            self._end(c)
        elif c == d.escapechar:
            self._state = self._escaped
        elif c == d.delimiter:
            self._save()
            self._state = self._start_field
        else:
            self._add(c)

    def _in_quotes(self, c):
        d = self.dialect
        if not c:
            pass
        elif c == d.escapechar:
            self._state = self._escaped_in_quotes
        elif c == d.quotechar and d.quoting != QUOTE_NONE:
            self._state = self._quote_in_quotes if d.doublequote else self._in_field
        else:
            self._add(c)

    def _escaped_in_quotes(self, c):
        self._add(c or "\n")
        self._state = self._in_quotes

    def _quote_in_quotes(self, c):
        d = self.dialect
        if c in "\r\n":
            self._end(c)
        elif c == d.quotechar:
            self._add(c)
            self._state = self._in_quotes
        elif c == d.delimiter:
            self._save()
            self._state = self._start_field
        elif d.strict:
            raise Error(f"'{d.delimiter}' expected after '{d.quotechar}'")
        else:
            self._add(c)
            self._state = self._in_field

    def _after_end(self, c):
        if not c:
            self._state = self._start_record
        elif c not in "\r\n":
            raise Error(
                "new-line character seen in unquoted field - do you need to open the file with newline=''?")


class _Writer:
    """Lines out of rows."""

    def __init__(self, fileobj, dialect="excel", **fmtparams):
        write = getattr(fileobj, "write", None)
        if not callable(write):
            raise TypeError('argument 1 must have a "write" method')
        self.dialect = _Format(dialect, fmtparams)
        self._write = write

    def writerow(self, row, /):
        try:
            fields = list(row)
        except TypeError:
            raise Error(f"iterable expected, not {type(row).__name__}") from None
        d = self.dialect
        texts = [self._text(field, len(fields) == 1) for field in fields]
        return self._write(d.delimiter.join(texts) + d.lineterminator)

    def writerows(self, rows, /):
        for row in rows:
            self.writerow(row)

    def _text(self, field, is_alone):
        d = self.dialect
        text = "" if field is None else str(field)
        is_quoted = d.quoting == QUOTE_ALL or d.quoting == QUOTE_NONNUMERIC and not isinstance(field, (int, float))
        special = {d.delimiter, d.escapechar, d.quotechar, *d.lineterminator}
        pieces = []
        for c in text:
            if c in special:
                is_escaped = False
                if d.quoting == QUOTE_NONE:
                    is_escaped = True
                elif c == d.quotechar:
                    if d.doublequote:
                        pieces.append(c)
                    else:
                        is_escaped = True
                elif c == d.escapechar:
                    is_escaped = True
                if is_escaped:
                    if d.escapechar is None:
                        raise Error("need to escape, but no escapechar set")
                    pieces.append(d.escapechar)
                else:
                    is_quoted = True
            pieces.append(c)
        if not text and is_alone:
            if d.quoting == QUOTE_NONE:
                raise Error("single empty field record must be quoted")
            is_quoted = True
        text = "".join(pieces)
        return f"{d.quotechar}{text}{d.quotechar}" if is_quoted else text


_Reader.__name__ = _Reader.__qualname__ = "reader"
_Writer.__name__ = _Writer.__qualname__ = "writer"
_Reader.__module__ = _Writer.__module__ = "_csv"


def reader(iterable, /, dialect="excel", **fmtparams):
    """Reads rows from lines."""
    return _Reader(iterable, dialect, **fmtparams)


def writer(fileobj, /, dialect="excel", **fmtparams):
    """Writes rows to a file."""
    return _Writer(fileobj, dialect, **fmtparams)


class DictReader:
    """Rows as dictionaries, whose keys are in the first row unless they are given."""

    def __init__(self, f, fieldnames=None, restkey=None, restval=None, dialect="excel", *args, **kwds):
        self._fieldnames = list(fieldnames) if fieldnames is not None and iter(fieldnames) is fieldnames else fieldnames
        self.restkey = restkey
        self.restval = restval
        self.reader = reader(f, dialect, *args, **kwds)
        self.dialect = dialect
        self.line_num = 0

    def __iter__(self):
        return self

    @property
    def fieldnames(self):
        if self._fieldnames is None:
            self._fieldnames = next(self.reader, None)
        self.line_num = self.reader.line_num
        return self._fieldnames

    @fieldnames.setter
    def fieldnames(self, value):
        self._fieldnames = value

    def __next__(self):
        if not self.line_num:
            self.fieldnames
        row = []
        while not row:
            row = next(self.reader)
        self.line_num = self.reader.line_num
        names = self.fieldnames
        result = dict(zip(names, row))
        if len(row) > len(names):
            result[self.restkey] = row[len(names):]
        for name in names[len(row):]:
            result[name] = self.restval
        return result


class DictWriter:
    """Writes dictionaries as rows."""

    def __init__(self, f, fieldnames, restval="", extrasaction="raise", dialect="excel", *args, **kwds):
        self.fieldnames = list(fieldnames) if iter(fieldnames) is fieldnames else fieldnames
        self.restval = restval
        extrasaction = extrasaction.lower()
        if extrasaction not in ("raise", "ignore"):
            raise ValueError(f"extrasaction ({extrasaction}) must be 'raise' or 'ignore'")
        self.extrasaction = extrasaction
        self.writer = writer(f, dialect, *args, **kwds)

    def writeheader(self):
        return self.writerow(dict(zip(self.fieldnames, self.fieldnames)))

    def _row(self, rowdict):
        if self.extrasaction == "raise":
            extra = rowdict.keys() - self.fieldnames
            if extra:
                raise ValueError("dict contains fields not in fieldnames: " + ", ".join(repr(x) for x in extra))
        return [rowdict.get(name, self.restval) for name in self.fieldnames]

    def writerow(self, rowdict):
        return self.writer.writerow(self._row(rowdict))

    def writerows(self, rowdicts):
        return self.writer.writerows(map(self._row, rowdicts))


class Sniffer:
    """Guesses the dialect of a text."""

    preferred = [",", "\t", ";", " ", ":"]

    def sniff(self, sample, delimiters=None):
        allowed = delimiters or ",\t;|: "
        quoted = re.search(r"""(^|[^\w"'\n])(["'])[^\n]*?\2([^\w"'\n]|$)""", sample, re.MULTILINE)
        quotechar = quoted.group(2) if quoted else '"'
        best = None
        lines = [line for line in re.sub(f"{quotechar}[^{quotechar}]*{quotechar}", "", sample).splitlines() if line]
        for delimiter in allowed:
            counts = {line.count(delimiter) for line in lines}
            if len(counts) == 1 and 0 not in counts:
                best = delimiter
                break
        if best is None:
            raise Error("Could not determine delimiter")

        class dialect(Dialect):
            _name = "sniffed"
            lineterminator = "\r\n"
            quoting = QUOTE_MINIMAL

        dialect.delimiter = best
        dialect.quotechar = quotechar
        dialect.doublequote = quotechar * 2 in sample
        dialect.skipinitialspace = all(
            line.count(best) == line.count(best + " ") for line in lines) and best != " "
        return dialect

    def has_header(self, sample):
        rows = reader(StringIO(sample), self.sniff(sample))
        header = next(rows)
        kinds = [None] * len(header)
        for row in rows:
            if len(row) != len(header):
                continue
            for i, field in enumerate(row):
                kind = self._kind(field)
                kinds[i] = kind if kinds[i] in (None, kind) else False
        votes = 0
        for field, kind in zip(header, kinds):
            if kind:
                votes += 1 if self._kind(field) != kind else -1
        return votes > 0

    def _kind(self, field):
        try:
            complex(field)
            return complex
        except ValueError:
            return len(field) + 1
