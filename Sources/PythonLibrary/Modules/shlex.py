"""Words as a shell reads them."""

import io as _io
import re as _re
from collections import deque as _deque

__all__ = ["shlex", "split", "quote", "join"]

_unsafe = _re.compile(r"[^\w@%+=:,./-]", _re.ASCII)


class shlex:
    """Reads tokens: words of `wordchars`, quoted texts, and other signs one by one."""

    def __init__(self, instream="", infile=None, posix=False, punctuation_chars=False):
        self.instream = _io.StringIO(instream) if isinstance(instream, str) else instream
        self.infile = infile
        self.posix = posix
        self.eof = None if posix else ""
        self.commenters = "#"
        self.wordchars = "abcdfeghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_"
        if posix:
            self.wordchars += "".join(map(chr, [*range(0xC0, 0xD7), *range(0xD8, 0xF7), *range(0xF8, 0x100)]))
        self.whitespace = " \t\r\n"
        self.whitespace_split = False
        self.quotes = "'\""
        self.escape = "\\"
        self.escapedquotes = '"'
        self.lineno = 1
        self.token = ""
        self.pushback = _deque()
        self._signs = _deque()
        self._punctuation = "();<>|&" if punctuation_chars is True else punctuation_chars or ""
        if self._punctuation:
            self.wordchars = "".join(sign for sign in self.wordchars + "~-./*?=" if sign not in self._punctuation)

    @property
    def punctuation_chars(self):
        return self._punctuation

    def push_token(self, tok):
        """The token that is read next."""
        self.pushback.appendleft(tok)

    def get_token(self):
        """The next token, or `eof`."""
        return self.pushback.popleft() if self.pushback else self.read_token()

    def __iter__(self):
        return self

    def __next__(self):
        token = self.get_token()
        if token == self.eof:
            raise StopIteration
        return token

    def _read(self):
        sign = self._signs.popleft() if self._signs else self.instream.read(1)
        self.lineno += sign == "\n"
        return sign

    def _unread(self, sign):
        self.lineno -= sign == "\n"
        self._signs.appendleft(sign)

    def read_token(self):
        """The next token, whatever was pushed back."""
        sign = self._read()
        while sign and (sign in self.whitespace or sign in self.commenters):
            if sign in self.commenters:
                self._skip_line()
            sign = self._read()
        if not sign:
            return self.eof
        if sign in self._punctuation:
            return self._run(sign)
        self._unread(sign)
        if self._is_word(sign) or sign in self.quotes or self.posix and sign in self.escape:
            return self._word()
        return self._read()

    def _skip_line(self):
        while (sign := self._read()) and sign != "\n":
            pass
        # The end of the text ends a line too.
        self.lineno += not sign

    def _is_word(self, sign):
        return sign in self.wordchars or self.whitespace_split and sign not in self._punctuation

    def _run(self, token):
        """Signs of punctuation that follow one another are one token."""
        while (sign := self._read()) and sign in self._punctuation:
            token += sign
        if sign:
            self._unread(sign)
        return token

    def _word(self):
        token = ""
        while sign := self._read():
            if sign in self.quotes and (self.posix or not token):
                token += self._quoted(sign)
                if not self.posix:
                    return token
            elif self.posix and sign in self.escape:
                token += self._escaped()
            elif sign in self.whitespace:
                break
            elif sign in self.commenters:
                self._skip_line()
                if self.posix:
                    break
            elif self._is_word(sign) or not self.posix and sign in self.quotes:
                token += sign
            else:
                self._unread(sign)
                break
        return token

    def _escaped(self):
        sign = self._read()
        if not sign:
            raise ValueError("No escaped character")
        return sign

    def _quoted(self, quote):
        text = "" if self.posix else quote
        while sign := self._read():
            if sign == quote:
                return text if self.posix else text + quote
            if self.posix and sign in self.escape and quote in self.escapedquotes:
                escaped = self._escaped()
                text += escaped if escaped in (sign, quote) else sign + escaped
            else:
                text += sign
        raise ValueError("No closing quotation")


def split(s, comments=False, posix=True):
    """The words of a command line."""
    if s is None:
        raise ValueError("s argument must not be None")
    words = []
    word = None
    place = 0
    while place < len(s):
        sign = s[place]
        place += 1
        if sign in " \t\r\n":
            if word is not None:
                words.append(word)
            word = None
        elif comments and sign == "#":
            end = s.find("\n", place)
            place = len(s) if end < 0 else end
        elif sign in "'\"":
            text, place = _quoted(s, place, sign, posix)
            word = (word or "") + text
            if not posix and text[-1:] == sign and word == text:
                words.append(word)
                word = None
        elif sign == "\\" and posix:
            if place == len(s):
                raise ValueError("No escaped character")
            word = (word or "") + s[place]
            place += 1
        else:
            word = (word or "") + sign
    if word is not None:
        words.append(word)
    return words


def _quoted(s, place, quote, posix):
    text = "" if posix else quote
    while True:
        if place == len(s):
            raise ValueError("No closing quotation")
        sign = s[place]
        place += 1
        if sign == quote:
            return (text if posix else text + quote), place
        if sign == "\\" and quote == '"' and posix:
            if place == len(s):
                raise ValueError("No escaped character")
            text += s[place] if s[place] in '\\"' else "\\" + s[place]
            place += 1
        else:
            text += sign


def quote(s):
    """One word of a command line."""
    if not s:
        return "''"
    if _unsafe.search(s) is None:
        return s
    return "'" + s.replace("'", "'\"'\"'") + "'"


def join(split_command):
    return " ".join(quote(word) for word in split_command)
