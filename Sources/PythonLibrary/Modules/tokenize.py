"""Programs taken apart into words, comments and line ends among them."""

import re as _re
from builtins import open as _open
from codecs import BOM_UTF8, lookup
from collections import namedtuple
from io import TextIOWrapper

import token
from token import *
from token import EXACT_TOKEN_TYPES

__all__ = token.__all__ + [
    "tokenize", "generate_tokens", "detect_encoding", "untokenize", "TokenInfo", "open", "TokenError"]

tabsize = 8


class TokenInfo(namedtuple("TokenInfo", "type string start end line")):
    """A word, its kind, its place, and the line it is on."""

    @property
    def exact_type(self):
        return EXACT_TOKEN_TYPES.get(self.string, self.type) if self.type == OP else self.type

    def __repr__(self):
        place = f"start={self.start!r}, end={self.end!r}, line={self.line!r}"
        return f"TokenInfo(type={self.type} ({tok_name[self.type]}), string={self.string!r}, {place})"


class TokenError(Exception):
    pass


class StopTokenizing(Exception):
    pass


_PREFIX = r"(?:[rR][bBfF]?|[bBfF][rR]?|[uU])?"
_DIGITS = r"[0-9](?:_?[0-9])*"
_EXPONENT = rf"[eE][-+]?{_DIGITS}"
_FLOAT = rf"(?:(?:{_DIGITS}\.(?:{_DIGITS})?|\.{_DIGITS})(?:{_EXPONENT})?|{_DIGITS}{_EXPONENT})"
_NUMBER = (rf"(?:{_FLOAT}|{_DIGITS})[jJ]|{_FLOAT}|0[xX](?:_?[0-9a-fA-F])+|0[bB](?:_?[01])+|0[oO](?:_?[0-7])+"
           rf"|0(?:_?0)*|[1-9](?:_?[0-9])*")
_OPERATOR = "|".join(_re.escape(mark) for mark in sorted(EXACT_TOKEN_TYPES, key=len, reverse=True))
_TOKEN = _re.compile(rf"""[ \f\t]*(?:
    (?P<number>{_NUMBER})
  | (?P<long>{_PREFIX}(?:\'\'\'|\"\"\"))
  | (?P<string>{_PREFIX}(?:'[^\n'\\]*(?:\\.[^\n'\\]*)*'|"[^\n"\\]*(?:\\.[^\n"\\]*)*"))
  | (?P<open>{_PREFIX}(?:'[^\n'\\]*(?:\\.[^\n'\\]*)*|"[^\n"\\]*(?:\\.[^\n"\\]*)*)\\\r?\n)
  | (?P<comment>\#[^\r\n]*)
  | (?P<line>\r?\n)
  | (?P<joined>\\\r?\n)
  | (?P<name>\w+)
  | (?P<operator>{_OPERATOR}|!=)
)""", _re.X)
_LONG_ENDS = {quote: _re.compile(rf"(?:[^\\]|\\.)*?{quote}", _re.S) for quote in ("'''", '"""')}
_SHORT_ENDS = {quote: _re.compile(rf"[^\n{quote}\\]*(?:\\.[^\n{quote}\\]*)*{quote}", _re.S) for quote in "'\""}


def tokenize(readline):
    """The words of a text in bytes, the first of them its encoding."""
    encoding, first = detect_encoding(readline)

    def lines():
        yield from (line.decode(encoding) for line in first)
        while line := _line(readline):
            yield line.decode(encoding)

    source = lines()
    return _tokens(lambda: next(source, ""), "utf-8" if encoding == "utf-8-sig" else encoding)


def generate_tokens(readline):
    """The words of a text."""
    return _tokens(readline, None)


def _line(readline):
    try:
        return readline()
    except StopIteration:
        return b""


def _tokens(readline, encoding):
    if encoding is not None:
        yield TokenInfo(ENCODING, encoding, (0, 0), (0, 0), "")
    number = depth = 0
    indents = [0]
    is_joined = False
    last = line = ""
    while True:
        last = line
        try:
            line = readline()
        except StopIteration:
            line = ""
        number += 1
        place, end = 0, len(line)
        if not line:
            if depth or is_joined:
                raise TokenError("EOF in multi-line statement", (number, 0))
            break
        if depth == 0 and not is_joined:
            column, place = _indent(line)
            rest = line[place:].rstrip("\r\n")
            if not rest or rest.startswith("#"):
                if rest:
                    comment = rest
                    yield TokenInfo(COMMENT, comment, (number, place), (number, place + len(comment)), line)
                    place += len(comment)
                yield TokenInfo(NL, line[place:], (number, place), (number, end), line)
                continue
            if column > indents[-1]:
                indents.append(column)
                yield TokenInfo(INDENT, line[:place], (number, 0), (number, place), line)
            while column < indents[-1]:
                if column not in indents:
                    raise IndentationError(
                        "unindent does not match any outer indentation level", ("<tokenize>", number, place, line))
                indents.pop()
                yield TokenInfo(DEDENT, "", (number, place), (number, place), line)
        is_joined = False
        while place < end:
            match = _TOKEN.match(line, place)
            if match is None:
                yield TokenInfo(ERRORTOKEN, line[place], (number, place), (number, place + 1), line)
                place += 1
                continue
            kind = match.lastgroup
            start, stop = match.span(kind)
            text = line[start:stop]
            if kind in ("long", "open"):
                whole, first_number = line, number
                quote = text[-3:] if kind == "long" else text.lstrip("rRbBfFuU")[0]
                ends = _LONG_ENDS if kind == "long" else _SHORT_ENDS
                after, before = stop, ""
                while (found := ends[quote].match(line, after)) is None:
                    if kind == "open" and after != stop and not line.endswith(("\\\n", "\\\r\n")):
                        break
                    before += line
                    line = readline()
                    number += 1
                    if not line:
                        raise TokenError("EOF in multi-line string", (first_number, start))
                    whole += line
                    after = 0
                place, end = found.end() if found else len(line), len(line)
                text = (before + line[:place])[start:]
                yield TokenInfo(STRING if found else ERRORTOKEN, text, (first_number, start), (number, place), whole)
                continue
            place = stop
            if kind == "joined":
                is_joined = True
                continue
            if kind == "line":
                yield TokenInfo(NL if depth else NEWLINE, text, (number, start), (number, stop), line)
                continue
            if kind == "operator":
                if text in "([{":
                    depth += 1
                elif text in ")]}":
                    depth -= 1
            code = {"number": NUMBER, "string": STRING, "comment": COMMENT, "name": NAME, "operator": OP}[kind]
            if kind == "name" and not text.isidentifier():
                code = ERRORTOKEN
            yield TokenInfo(code, text, (number, start), (number, stop), line)
    if last and last[-1] not in "\r\n" and not last.strip().startswith("#"):
        yield TokenInfo(NEWLINE, "", (number - 1, len(last)), (number - 1, len(last) + 1), "")
    for _ in indents[1:]:
        yield TokenInfo(DEDENT, "", (number, 0), (number, 0), "")
    yield TokenInfo(ENDMARKER, "", (number, 0), (number, 0), "")


def _indent(line):
    """The column where a line's text begins, and its index."""
    column = place = 0
    for place, c in enumerate(line):
        if c == " ":
            column += 1
        elif c == "\t":
            column = (column // tabsize + 1) * tabsize
        elif c == "\f":
            column = 0
        else:
            return column, place
    return column, len(line)


def _plain_name(name):
    return "iso-8859-1" if name in ("iso8859-1", "latin-1") else name


_COOKIE = _re.compile(r"[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)", _re.A)


def detect_encoding(readline):
    """The encoding that a text in bytes says it has, and the lines read to find out."""
    default, lines = "utf-8", []
    for _ in range(2):
        line = _line(readline)
        if not lines and line.startswith(BOM_UTF8):
            line, default = line[3:], "utf-8-sig"
        if not line:
            break
        lines.append(line)
        try:
            text = line.decode("utf-8")
        except UnicodeDecodeError:
            raise SyntaxError("invalid or missing encoding declaration") from None
        if match := _COOKIE.match(text):
            name = match.group(1)
            try:
                found = _plain_name(lookup(name).name)
            except LookupError:
                raise SyntaxError("unknown encoding: " + name) from None
            if default == "utf-8-sig":
                if found != "utf-8":
                    raise SyntaxError("encoding problem: utf-8")
                return default, lines
            return found, lines
        if text.strip(" \t\f\r\n") and not text.lstrip(" \t\f").startswith("#"):
            break
    return default, lines


def open(filename):
    """A file of Python code, read as the text that it says it is."""
    file = _open(filename, "rb")
    encoding, _ = detect_encoding(file.readline)
    file.seek(0)
    text = TextIOWrapper(file, encoding, line_buffering=True)
    text.mode = "r"
    return text


def untokenize(iterable):
    """A text with these words: exactly as it was, if their places are given."""
    tokens = list(iterable)
    encoding = None
    if tokens and tokens[0][0] == ENCODING:
        encoding = tokens.pop(0)[1]
    text = _placed(tokens) if tokens and len(tokens[0]) != 2 else _spaced(tokens)
    return text if encoding is None else text.encode(encoding)


def _placed(tokens):
    parts = []
    row, column = 1, 0
    indents = []
    starts_line = False
    for kind, text, start, end, line in tokens:
        if kind == ENDMARKER:
            break
        if kind == INDENT:
            indents.append(text)
            continue
        if kind == DEDENT:
            indents.pop()
            row, column = end
            continue
        if kind in (NEWLINE, NL):
            starts_line = True
        elif starts_line and indents:
            if start[1] >= len(indents[-1]):
                parts.append(indents[-1])
                column = len(indents[-1])
            starts_line = False
        if start < (row, column):
            raise ValueError(f"start ({start[0]},{start[1]}) precedes previous end ({row},{column})")
        if start[0] > row:
            parts.append("\\\n" * (start[0] - row))
            column = 0
        parts.append(" " * (start[1] - column) + text)
        row, column = end
        if kind in (NEWLINE, NL):
            row, column = row + 1, 0
    return "".join(parts)


def _spaced(tokens):
    parts, indents = [], []
    starts_line = was_string = False
    for kind, text, *_ in tokens:
        if kind == ENCODING:
            continue
        if kind in (NAME, NUMBER):
            text += " "
        if kind == STRING:
            text = " " + text if was_string else text
            was_string = True
        else:
            was_string = False
        if kind == INDENT:
            indents.append(text)
            continue
        if kind == DEDENT:
            indents.pop()
            continue
        if kind in (NEWLINE, NL):
            starts_line = True
        elif starts_line and indents:
            parts.append(indents[-1])
            starts_line = False
        parts.append(text)
    return "".join(parts)
