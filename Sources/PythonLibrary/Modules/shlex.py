"""Words as a shell reads them."""

import re as _re

__all__ = ["split", "quote", "join"]

_unsafe = _re.compile(r"[^\w@%+=:,./-]", _re.ASCII)


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
