"""HTML taken apart as it comes: tags, text, comments and declarations, however untidy."""

import re as _re

from html import unescape

__all__ = ["HTMLParser"]

_TAG = _re.compile(r"<([a-zA-Z][^\t\n\r\f />\0]*)(?:\s|/(?!>))*")
_ATTRIBUTE = _re.compile(r"""([^\s/>][^\s/=>]*)(\s*=+\s*('[^']*'|"[^"]*"|(?!['"])[^>\s]*))?(?:\s|/(?!>))*""")
_TAG_END = _re.compile(r"\s*/?>")
_END_TAG = _re.compile(r"</\s*([a-zA-Z][-.a-zA-Z0-9:_]*)\s*>")
_END_TAG_NAME = _re.compile(r"([a-zA-Z][^\t\n\r\f />\0]*)(?:\s|/(?!>))*")
_REFERENCE = _re.compile(r"&(?:#([0-9]+|[xX][0-9a-fA-F]+)|([a-zA-Z][-.a-zA-Z0-9]*))")
_BEGINNING_REFERENCE = _re.compile(r"&#?\w*\Z")


class HTMLParser:
    """Calls a method for everything that it comes across; a subclass says what they do."""

    CDATA_CONTENT_ELEMENTS = ("script", "style")

    def __init__(self, *, convert_charrefs=True):
        self.convert_charrefs = convert_charrefs
        self.reset()

    def reset(self):
        self.rawdata = ""
        self.lasttag = "???"
        self.cdata_elem = None
        self.lineno = 1
        self.offset = 0
        self.__starttag_text = None

    def feed(self, data):
        self.rawdata += data
        self.goahead(False)

    def close(self):
        """Treats what is left as complete."""
        self.goahead(True)

    def getpos(self):
        return self.lineno, self.offset

    def get_starttag_text(self):
        """The text of the start tag that was read last."""
        return self.__starttag_text

    def set_cdata_mode(self, elem):
        self.cdata_elem = elem.lower()

    def clear_cdata_mode(self):
        self.cdata_elem = None

    # What subclasses have

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)
        self.handle_endtag(tag)

    def handle_starttag(self, tag, attrs):
        pass

    def handle_endtag(self, tag):
        pass

    def handle_charref(self, name):
        pass

    def handle_entityref(self, name):
        pass

    def handle_data(self, data):
        pass

    def handle_comment(self, data):
        pass

    def handle_decl(self, decl):
        pass

    def handle_pi(self, data):
        pass

    def unknown_decl(self, data):
        pass

    # Reading

    def updatepos(self, i, j):
        """Moves the position on past a part of the text."""
        part = self.rawdata[i:j]
        lines = part.count("\n")
        if lines:
            self.lineno += lines
            self.offset = len(part) - part.rindex("\n") - 1
        else:
            self.offset += len(part)
        return j

    def goahead(self, end):
        """Reads what can be read; with `end` everything."""
        place = 0
        while place < len(self.rawdata):
            next_place = self._read_text(place, end)
            if next_place == place:
                next_place = self._read_markup(place, end)
            if next_place is None:
                break
            place = self.updatepos(place, next_place)
        if end and place < len(self.rawdata):
            rest = self.rawdata[place:]
            self.handle_data(unescape(rest) if self.convert_charrefs and not self.cdata_elem else rest)
            place = self.updatepos(place, len(self.rawdata))
        self.rawdata = self.rawdata[place:]

    def _read_text(self, place, end):
        """The place after some text, the same one if markup comes first, None if more is needed."""
        raw = self.rawdata
        if self.cdata_elem:
            found = _re.compile(rf"</{self.cdata_elem}(?=[\s/>])", _re.I).search(raw, place)
            if found is None:
                return None
            stop = found.start()
        elif self.convert_charrefs:
            stop = raw.find("<", place)
            if stop < 0:
                # A reference may not be complete yet.
                mark = raw.rfind("&", max(place, len(raw) - 34))
                if mark >= 0 and not _re.search(r"[\s;]", raw[mark:]) and not end:
                    return None
                stop = len(raw)
        else:
            found = _re.compile("[&<]").search(raw, place)
            stop = found.start() if found else len(raw)
        if stop > place:
            text = raw[place:stop]
            self.handle_data(unescape(text) if self.convert_charrefs and not self.cdata_elem else text)
        return stop

    def _read_markup(self, place, end):
        raw = self.rawdata
        if raw[place] == "&":
            return self._read_reference(place, end)
        after = raw[place + 1 : place + 2]
        if after.isascii() and after.isalpha():
            next_place = self.parse_starttag(place)
        elif after == "/":
            next_place = self.parse_endtag(place)
        elif raw.startswith("<!--", place):
            next_place = self._read_until("-->", place, 4, self.handle_comment)
        elif after == "?":
            next_place = self._read_until(">", place, 2, self.handle_pi)
        elif after == "!":
            next_place = self._read_declaration(place)
        elif after:
            self.handle_data("<")
            next_place = place + 1
        else:
            return None
        if next_place is not None or not end:
            return next_place
        # Markup without its end is text.
        stop = raw.find(">", place + 1) + 1
        if not stop:
            stop = raw.find("<", place + 1)
            if stop < 0:
                stop = place + 1
        text = raw[place:stop]
        self.handle_data(unescape(text) if self.convert_charrefs and not self.cdata_elem else text)
        return stop

    def _read_reference(self, place, end):
        raw = self.rawdata
        found = _REFERENCE.match(raw, place)
        if found is None:
            if not end and _BEGINNING_REFERENCE.match(raw, place):
                return None
            self.handle_data("&")
            return place + 1
        if found.end() == len(raw):
            return None
        number, name = found.groups()
        if number is not None:
            self.handle_charref(number)
        else:
            self.handle_entityref(name)
        return found.end() + raw.startswith(";", found.end())

    def _read_until(self, mark, place, skipped, handle):
        stop = self.rawdata.find(mark, place + skipped)
        if stop < 0:
            return None
        handle(self.rawdata[place + skipped : stop])
        return stop + len(mark)

    def _read_declaration(self, place):
        raw = self.rawdata
        if raw.startswith("<![", place):
            return self._read_until("]]>" if raw.startswith("<![CDATA[", place) else "]>", place, 3, self.unknown_decl)
        if raw[place : place + 9].lower() == "<!doctype":
            return self._read_until(">", place, 2, self.handle_decl)
        return self._read_until(">", place, 2, self.handle_comment)

    def parse_starttag(self, i):
        self.__starttag_text = None
        raw = self.rawdata
        found = _TAG.match(raw, i)
        tag = self.lasttag = found.group(1).lower()
        place = found.end()
        attrs = []
        while attribute := _ATTRIBUTE.match(raw, place):
            name, rest, value = attribute.groups()
            if not rest:
                value = None
            elif value[:1] == value[-1:] and value[:1] in ("'", '"'):
                value = value[1:-1]
            attrs.append((name.lower(), unescape(value) if value else value))
            place = attribute.end()
        close = _TAG_END.match(raw, place)
        if close is None:
            if raw.find(">", place) < 0:
                return None
            stop = raw.find(">", place) + 1
            self.handle_data(raw[i:stop])
            return stop
        self.__starttag_text = raw[i : close.end()]
        if "/" in close.group():
            self.handle_startendtag(tag, attrs)
        else:
            self.handle_starttag(tag, attrs)
            if tag in self.CDATA_CONTENT_ELEMENTS:
                self.set_cdata_mode(tag)
        return close.end()

    def parse_endtag(self, i):
        raw = self.rawdata
        stop = raw.find(">", i + 1) + 1
        if not stop:
            return None
        found = _END_TAG.match(raw, i)
        if found is None:
            if self.cdata_elem is not None:
                self.handle_data(raw[i:stop])
                return stop
            name = _END_TAG_NAME.match(raw, i + 2)
            if name is None:
                if raw.startswith("</>", i):
                    return i + 3
                return self._read_until(">", i, 2, self.handle_comment)
            self.handle_endtag(name.group(1).lower())
            return raw.find(">", name.end()) + 1
        tag = found.group(1).lower()
        if self.cdata_elem is not None and tag != self.cdata_elem:
            self.handle_data(raw[i:stop])
            return stop
        self.handle_endtag(tag)
        self.clear_cdata_mode()
        return stop
