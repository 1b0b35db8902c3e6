"""XML as trees of elements: read, searched, made and written."""

import io
import re
import sys

__all__ = ["Comment", "dump", "Element", "ElementTree", "fromstring", "fromstringlist", "indent", "iselement",
           "iterparse", "parse", "ParseError", "PI", "ProcessingInstruction", "QName", "SubElement", "tostring",
           "tostringlist", "TreeBuilder", "VERSION", "XML", "XMLID", "XMLParser", "XMLPullParser",
           "register_namespace", "canonicalize"]

VERSION = "1.3.0"


class ParseError(SyntaxError):
    """What is no XML; `position` says where."""


class Element:
    """A tag with its attributes, the elements in it, and the text before each of them."""

    def __init__(self, tag, attrib={}, **extra):
        if not isinstance(attrib, dict):
            raise TypeError(f"Element() argument 2 must be dict, not {type(attrib).__name__}")
        self.tag = tag
        self.attrib = {**attrib, **extra}
        self.text = self.tail = None
        self._children = []

    def __repr__(self):
        return f"<{type(self).__name__} {self.tag!r} at {id(self):#x}>"

    def makeelement(self, tag, attrib):
        return type(self)(tag, attrib)

    def copy(self):
        return self.__copy__()

    def __copy__(self):
        made = self.makeelement(self.tag, self.attrib)
        made.text, made.tail = self.text, self.tail
        made[:] = self
        return made

    def __len__(self):
        return len(self._children)

    def __bool__(self):
        import warnings

        warnings.warn("The behavior of this method will change in future versions.  Use specific 'len(elem)' or "
                      "'elem is not None' test instead.", FutureWarning, stacklevel=2)
        return len(self._children) != 0

    def __getitem__(self, index):
        return self._children[index]

    def __setitem__(self, index, element):
        if isinstance(index, slice):
            element = list(element)
            for item in element:
                self._check(item)
        else:
            self._check(element)
        self._children[index] = element

    def __delitem__(self, index):
        del self._children[index]

    def __iter__(self):
        return iter(self._children)

    @staticmethod
    def _check(element):
        if not isinstance(element, Element):
            raise TypeError(f"expected an Element, not {type(element).__name__}")

    def append(self, subelement):
        if not isinstance(subelement, Element):
            raise TypeError(
                f"append() argument must be xml.etree.ElementTree.Element, not {type(subelement).__name__}")
        self._children.append(subelement)

    def extend(self, elements):
        for element in elements:
            self._check(element)
            self._children.append(element)

    def insert(self, index, subelement):
        if not isinstance(subelement, Element):
            raise TypeError(
                f"insert() argument 2 must be xml.etree.ElementTree.Element, not {type(subelement).__name__}")
        self._children.insert(index, subelement)

    def remove(self, subelement):
        for place, child in enumerate(self._children):
            if child is subelement:
                del self._children[place]
                return
        raise ValueError("list.remove(x): x not in list")

    def clear(self):
        self.attrib.clear()
        self._children = []
        self.text = self.tail = None

    def get(self, key, default=None):
        return self.attrib.get(key, default)

    def set(self, key, value):
        self.attrib[key] = value

    def keys(self):
        return list(self.attrib)

    def items(self):
        return list(self.attrib.items())

    def find(self, path, namespaces=None):
        return next(self.iterfind(path, namespaces), None)

    def findtext(self, path, default=None, namespaces=None):
        found = self.find(path, namespaces)
        return default if found is None else found.text or ""

    def findall(self, path, namespaces=None):
        return list(self.iterfind(path, namespaces))

    def iterfind(self, path, namespaces=None):
        return _found(self, path, namespaces)

    def iter(self, tag=None):
        """The element and all those in it, in the order of the text."""
        if tag in (None, "*") or tag == self.tag:
            yield self
        for child in self._children:
            yield from child.iter(tag)

    def itertext(self):
        if self.text:
            yield self.text
        for child in self._children:
            yield from child.itertext()
            if child.tail:
                yield child.tail


def SubElement(parent, tag, attrib={}, **extra):
    """A new element at the end of another."""
    element = parent.makeelement(tag, {**attrib, **extra})
    parent.append(element)
    return element


def Comment(text=None):
    element = Element(Comment)
    element.text = text
    return element


def ProcessingInstruction(target, text=None):
    element = Element(ProcessingInstruction)
    element.text = f"{target} {text}" if text else target
    return element


PI = ProcessingInstruction


class QName:
    """A name with its namespace."""

    def __init__(self, text_or_uri, tag=None):
        self.text = f"{{{text_or_uri}}}{tag}" if tag else text_or_uri

    def __str__(self):
        return self.text

    def __repr__(self):
        return f"<QName {self.text!r}>"

    def __hash__(self):
        return hash(self.text)

    def _compared(operation):
        def compare(self, other):
            return operation(self.text, other.text if isinstance(other, QName) else other)

        return compare

    __eq__ = _compared(lambda a, b: a == b)
    __lt__ = _compared(lambda a, b: a < b)
    __le__ = _compared(lambda a, b: a <= b)
    __gt__ = _compared(lambda a, b: a > b)
    __ge__ = _compared(lambda a, b: a >= b)


def iselement(element):
    return hasattr(element, "tag")


# Searching

_STEP = re.compile(
    r"""(\.\.|\.|\*|(?:\{[^}]*\})?[^/\[\]()@!=\s.*{}][^/\[\]()@!=\s{}]*|\{[^}]*\}\*?)|(//?)"""
    r"""|\[\s*((?:'[^']*'|"[^"]*"|[^\]])*)\]""")
_TEST = re.compile(r"""(@?)([^\s=!]+|\.)(?:\s*(!?=)\s*(?:'([^']*)'|"([^"]*)"))?\s*\Z""")


def _named(name, namespaces):
    """A name of a path, with its namespace written out."""
    if name[:1] == "{" or ":" not in name:
        default = (namespaces or {}).get("")
        return f"{{{default}}}{name}" if default and name[:1] != "{" and name not in ("*", ".", "..") else name
    prefix, _, local = name.partition(":")
    try:
        return f"{{{namespaces[prefix]}}}{local}"
    except (KeyError, TypeError):
        raise SyntaxError(f"prefix {prefix!r} not found in prefix map") from None


def _fits(tag, name):
    if name == "*":
        return isinstance(tag, str)
    if not isinstance(tag, str):
        return False
    if name[:3] == "{*}":
        return tag.rpartition("}")[2] == name[3:]
    if name[-2:] == "}*":
        return tag.startswith(name[:-1]) if name != "{}*" else tag[:1] != "{"
    return tag == (name[2:] if name[:2] == "{}" else name)


def _found(root, path, namespaces):
    if path[-1:] == "/":
        path += "*"
    if path[:1] == "/":
        raise SyntaxError("cannot use absolute path on element")
    parents = None
    found = [root]
    place = 0
    deep = starts = False
    while place < len(path):
        match = _STEP.match(path, place)
        if match is None:
            raise SyntaxError("invalid path")
        place = match.end()
        name, slashes, test = match.groups()
        if slashes:
            deep = slashes == "//"
            starts = True
        elif test is not None:
            found = _tested(found, test, root, namespaces)
        elif name == "..":
            if parents is None:
                parents = {child: parent for parent in root.iter() for child in parent}
            found = list(dict.fromkeys(parents[element] for element in found if element in parents))
        elif name != ".":
            name = _named(name, namespaces)
            if deep:
                found = list(dict.fromkeys(
                    inner for element in found for inner in element.iter() if inner is not element and _fits(
                        inner.tag, name)))
            else:
                found = [child for element in found for child in element if _fits(child.tag, name)]
            deep = False
    return iter(found)


def _tested(found, test, root, namespaces):
    test = test.strip()
    if re.fullmatch(r"-?\d+|last\(\)(\s*-\s*\d+)?", test):
        index = int(test) - 1 if test.lstrip("-").isdigit() else -1 - int((test.partition("-")[2] or "0"))
        if test.lstrip("-").isdigit() and index < 0:
            raise SyntaxError("XPath position >= 1 expected")
        parents = {child: parent for parent in root.iter() for child in parent}
        kept = []
        for element in found:
            same = [child for child in parents.get(element, ()) if child.tag == element.tag]
            if -len(same) <= index < len(same) and same[index] is element:
                kept.append(element)
        return kept
    match = _TEST.match(test)
    if match is None:
        raise SyntaxError("invalid predicate")
    is_attribute, name, operation, single, double = match.groups()
    value = single if single is not None else double
    if is_attribute:
        name = _named(name, {key: uri for key, uri in (namespaces or {}).items() if key})
        if operation is None:
            return [element for element in found if element.get(name) is not None]
        return [element for element in found if element.get(name) is not None
                and (element.get(name) == value) == (operation == "=")]
    if name == ".":
        return [element for element in found if ("".join(element.itertext()) == value) == (operation == "=")]
    name = _named(name, namespaces)
    if operation is None:
        return [element for element in found if any(_fits(child.tag, name) for child in element)]
    return [element for element in found if any(
        ("".join(child.itertext()) == value) == (operation == "=") for child in element if _fits(child.tag, name))]


# Reading

class TreeBuilder:
    """Puts elements together as they begin and end."""

    def __init__(self, element_factory=None, *, comment_factory=None, pi_factory=None, insert_comments=False,
                 insert_pis=False):
        self._make = element_factory or Element
        self._make_comment = comment_factory or Comment
        self._make_pi = pi_factory or ProcessingInstruction
        self._keeps_comments = insert_comments
        self._keeps_pis = insert_pis
        self._open = []
        self._root = self._last = None
        self._text = []
        self._is_tail = False

    def close(self):
        if self._open:
            raise AssertionError("missing end tags")
        if self._root is None:
            raise AssertionError("missing toplevel element")
        return self._root

    def _flush(self):
        if self._text and self._last is not None:
            text = "".join(self._text)
            if self._is_tail:
                self._last.tail = (self._last.tail or "") + text
            else:
                self._last.text = (self._last.text or "") + text
        self._text = []

    def data(self, data):
        self._text.append(data)

    def start(self, tag, attrs):
        self._flush()
        self._last = element = self._make(tag, attrs)
        if self._open:
            self._open[-1].append(element)
        elif self._root is None:
            self._root = element
        self._open.append(element)
        self._is_tail = False
        return element

    def end(self, tag):
        self._flush()
        self._last = self._open.pop()
        self._is_tail = True
        return self._last

    def _single(self, element, is_kept):
        if is_kept:
            self._flush()
            self._last = element
            if self._open:
                self._open[-1].append(element)
            self._is_tail = True
        return element

    def comment(self, text):
        return self._single(self._make_comment(text), self._keeps_comments)

    def pi(self, target, text=None):
        return self._single(self._make_pi(target, text), self._keeps_pis)


_NAME = r"[A-Za-z_:\u00b7-\U0010ffff][-.\w:\u00b7]*"
_START = re.compile(rf"<({_NAME})")
_ATTRIBUTE = re.compile(rf"""\s+({_NAME})\s*=\s*(?:"([^"<]*)"|'([^'<]*)')""")
_BEGUN_ATTRIBUTE = re.compile(rf"""\s*(?:{_NAME}\s*=\s*(?:"[^"<]*|'[^'<]*)?)?""")
_CLOSE = re.compile(r"\s*(/?)>")
_END = re.compile(rf"</({_NAME})\s*>")
_REFERENCE = re.compile(rf"&(?:#x([0-9a-fA-F]+)|#([0-9]+)|({_NAME}));|&")
_ENTITIES = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}
_XML = "http://www.w3.org/XML/1998/namespace"


class XMLParser:
    """Reads a text and tells its target of what is in it."""

    def __init__(self, *, target=None, encoding=None):
        self.target = TreeBuilder() if target is None else target
        self.entity = {}
        self.version = "nbcheck"
        self._encoding = encoding
        self._parts = []

    def feed(self, data):
        if not isinstance(data, (str, bytes, bytearray)):
            raise TypeError(f"a bytes-like object is required, not '{type(data).__name__}'")
        self._parts.append(data)

    def close(self):
        """Reads what it was fed; what its target makes of it."""
        parts, self._parts = self._parts, []
        if parts and not isinstance(parts[0], str):
            text = _decoded(b"".join(map(bytes, parts)), self._encoding)
        else:
            text = "".join(parts)
        _Document(text.replace("\r\n", "\n").replace("\r", "\n"), self.target, self.entity).read()
        close = getattr(self.target, "close", None)
        return close() if close is not None else None

    def flush(self):
        """Nothing: the text is read when it is complete."""


def _decoded(data, encoding):
    if encoding is None:
        for mark, name in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
            if data.startswith(mark):
                return data.decode(name)
        match = re.match(rb"""<\?xml[^>]*?encoding\s*=\s*["']([A-Za-z][-\w.]*)["']""", data)
        encoding = match.group(1).decode() if match else "utf-8"
    return data.decode(encoding)


class _Document:
    def __init__(self, text, target, entities):
        self.text = text
        self.place = 0
        self.entities = entities
        self.open = []
        self.handlers = {name: getattr(target, name, None) for name in (
            "start", "end", "data", "comment", "pi", "start_ns", "end_ns", "doctype")}

    def tell(self, name, *arguments):
        handler = self.handlers[name]
        if handler is not None:
            handler(*arguments)

    def refuse(self, words, code, place=None):
        place = self.place if place is None else place
        line = self.text.count("\n", 0, place) + 1
        column = place - self.text.rfind("\n", 0, place) - 1
        error = ParseError(f"{words}: line {line}, column {column}")
        error.code = code
        error.position = line, column
        raise error

    def read(self):
        text = self.text
        has_root = False
        if text.startswith("\ufeff"):
            self.place = 1
        if text.startswith("<?xml", self.place) and text[self.place + 5 : self.place + 6].isspace():
            end = text.find("?>", self.place)
            if end < 0:
                self.refuse("unclosed token", 5)
            self.place = end + 2
        while self.place < len(text):
            if text[self.place] != "<":
                self.characters(has_root)
            elif text.startswith("<!--", self.place):
                end = self.after("-->", 4)
                if "--" in text[self.place + 4 : end - 3]:
                    self.refuse("not well-formed (invalid token)", 4, text.find("--", self.place + 4) + 2)
                self.tell("comment", text[self.place + 4 : end - 3])
                self.place = end
            elif text.startswith("<![CDATA[", self.place) and self.open:
                end = self.after("]]>", 9)
                self.tell("data", text[self.place + 9 : end - 3])
                self.place = end
            elif text.startswith("<?", self.place):
                end = self.after("?>", 2)
                target, _, rest = text[self.place + 2 : end - 2].partition(" ")
                if target.lower() == "xml":
                    self.refuse("XML or text declaration not at start of entity", 30)
                self.tell("pi", target, rest.lstrip() or None)
                self.place = end
            elif text.startswith("<!DOCTYPE", self.place) and not has_root:
                self.doctype()
            elif text.startswith("</", self.place):
                self.end()
            else:
                if has_root and not self.open:
                    self.refuse("junk after document element", 9)
                has_root = True
                self.start()
        if self.open or not has_root:
            self.refuse("no element found", 3)

    def after(self, mark, skipped):
        end = self.text.find(mark, self.place + skipped)
        if end < 0:
            self.refuse("unclosed token", 5)
        return end + len(mark)

    def characters(self, has_root):
        end = self.text.find("<", self.place)
        end = len(self.text) if end < 0 else end
        part = self.text[self.place : end]
        if not self.open:
            if part.strip(" \t\n"):
                self.place += len(part) - len(part.lstrip(" \t\n"))
                self.refuse(*(("junk after document element", 9) if has_root else ("syntax error", 2)))
        else:
            bad = re.search(r"]]>|[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]", part)
            if bad:
                self.refuse("not well-formed (invalid token)", 4, self.place + bad.end() - 1)
            self.tell("data", self.resolved(part, self.place))
        self.place = end

    def resolved(self, part, place):
        """A text with what its references stand for."""
        if "&" not in part:
            return part

        def value(match):
            hexadecimal, decimal, name = match.groups()
            if name is not None:
                if name in _ENTITIES:
                    return _ENTITIES[name]
                if name in self.entities:
                    return self.entities[name]
                self.refuse("undefined entity", 11, place + match.start())
            if hexadecimal is None and decimal is None:
                self.refuse("not well-formed (invalid token)", 4, place + match.end())
            number = int(hexadecimal, 16) if hexadecimal else int(decimal)
            if number > 0x10FFFF or number < 32 and number not in (9, 10, 13) or 0xD800 <= number < 0xE000:
                self.refuse("reference to invalid character number", 14, place + match.start())
            return chr(number)

        return _REFERENCE.sub(value, part)

    def doctype(self):
        """Skips a document type, remembering the texts that it gives names."""
        text = self.text
        place = self.place
        depth = 0
        while place < len(text):
            c = text[place]
            if c in "'\"":
                place = text.find(c, place + 1)
                if place < 0:
                    break
            depth += (c == "[") - (c == "]")
            place += 1
            if c == ">" and depth == 0:
                break
        else:
            self.refuse("unclosed token", 5)
        whole = text[self.place : place]
        for name, double, single in re.findall(rf"""<!ENTITY\s+({_NAME})\s+(?:"([^"]*)"|'([^']*)')\s*>""", whole):
            self.entities.setdefault(name, double or single)
        self.place = place

    def start(self):
        match = _START.match(self.text, self.place)
        if match is None:
            if self.place + 1 == len(self.text):
                self.refuse("unclosed token", 5)
            self.refuse("not well-formed (invalid token)", 4, self.place + 1)
        raw = match.group(1)
        first = self.place
        place = match.end()
        attributes = {}
        while found := _ATTRIBUTE.match(self.text, place):
            name, double, single = found.groups()
            if name in attributes:
                self.refuse("duplicate attribute", 8, found.start(1))
            value = double if double is not None else single
            attributes[name] = re.sub(r"[\t\n]", " ", self.resolved(value, found.end() - len(value) - 1))
            place = found.end()
        close = _CLOSE.match(self.text, place)
        if close is None:
            if self.text.find(">", place) < 0 and self.text.find("<", place) < 0:
                self.refuse("unclosed token", 5)
            self.refuse("not well-formed (invalid token)", 4, _BEGUN_ATTRIBUTE.match(self.text, place).end())
        spaces = {name[6:]: value for name, value in attributes.items() if name[:6] == "xmlns:"}
        if "xmlns" in attributes:
            spaces[""] = attributes["xmlns"]
        known = {**(self.open[-1][1] if self.open else {"xml": _XML}), **spaces}
        for prefix, uri in spaces.items():
            self.tell("start_ns", prefix, uri)
        tag = self.full(raw, known, True, first + 1)
        self.tell("start", tag, {self.full(name, known, False, first): value for name, value in attributes.items()
                                 if name != "xmlns" and name[:6] != "xmlns:"})
        self.place = close.end()
        if close.group(1):
            self.tell("end", tag)
        else:
            self.open.append((raw, known, tag, spaces))

    def full(self, name, known, is_tag, place):
        prefix, colon, local = name.rpartition(":")
        if not colon:
            uri = known.get("") if is_tag else None
            return f"{{{uri}}}{name}" if uri else name
        if prefix not in known:
            self.refuse("unbound prefix", 27, place - 1 if is_tag else place)
        return f"{{{known[prefix]}}}{local}"

    def end(self):
        match = _END.match(self.text, self.place)
        if match is None:
            self.refuse(*(("unclosed token", 5) if self.text.find(">", self.place) < 0 else (
                "not well-formed (invalid token)", 4, self.place + 2)))
        if not self.open:
            self.refuse("not well-formed (invalid token)", 4, self.place + 1)
        if self.open[-1][0] != match.group(1):
            self.refuse("mismatched tag", 7, self.place + 2)
        _, _, tag, spaces = self.open.pop()
        self.tell("end", tag)
        for prefix in spaces:
            self.tell("end_ns", prefix)
        self.place = match.end()


def XML(text, parser=None):
    """The element that a text is."""
    parser = parser or XMLParser(target=TreeBuilder())
    parser.feed(text)
    return parser.close()


fromstring = XML


def fromstringlist(sequence, parser=None):
    parser = parser or XMLParser(target=TreeBuilder())
    for text in sequence:
        parser.feed(text)
    return parser.close()


def XMLID(text, parser=None):
    tree = XML(text, parser)
    return tree, {element.get("id"): element for element in tree.iter() if element.get("id")}


class XMLPullParser:
    """Gives what it was fed as events; the text must be complete first."""

    def __init__(self, events=None, *, _parser=None):
        self._events = []
        self._wanted = tuple(events or ("end",))
        for name in self._wanted:
            if name not in ("start", "end", "start-ns", "end-ns", "comment", "pi"):
                raise ValueError(f"unknown event {name!r}")
        self._parser = _parser or XMLParser(target=_Events(self._wanted, self._events))

    def feed(self, data):
        self._parser.feed(data)

    def close(self):
        self.root = self._parser.close()

    def read_events(self):
        while self._events:
            yield self._events.pop(0)

    def flush(self):
        self._parser.flush()


class _Events(TreeBuilder):
    """A builder that remembers what happened."""

    def __init__(self, wanted, events):
        super().__init__()
        self._wanted = wanted
        self._events = events

    def _note(self, name, value):
        if name in self._wanted:
            self._events.append((name, value))
        return value

    def start(self, tag, attrs):
        return self._note("start", super().start(tag, attrs))

    def end(self, tag):
        return self._note("end", super().end(tag))

    def comment(self, text):
        return self._note("comment", super().comment(text))

    def pi(self, target, text=None):
        return self._note("pi", super().pi(target, text))

    def start_ns(self, prefix, uri):
        self._note("start-ns", (prefix, uri))

    def end_ns(self, prefix):
        self._note("end-ns", None)


def iterparse(source, events=None, parser=None):
    """The events of a file, and at the end its root."""
    pull = XMLPullParser(events=events)
    if hasattr(source, "read"):
        pull.feed(source.read())
    else:
        with open(source, "rb") as file:
            pull.feed(file.read())
    pull.close()
    return _EventIterator(pull)


class _EventIterator:
    def __init__(self, pull):
        self._events = pull.read_events()
        self.root = pull.root

    def __iter__(self):
        return self

    def __next__(self):
        return next(self._events)


# Writing

_namespace_map = {
    _XML: "xml", "http://www.w3.org/1999/xhtml": "html", "http://www.w3.org/1999/02/22-rdf-syntax-ns#": "rdf",
    "http://schemas.xmlsoap.org/wsdl/": "wsdl", "http://www.w3.org/2001/XMLSchema": "xs",
    "http://www.w3.org/2001/XMLSchema-instance": "xsi", "http://purl.org/dc/elements/1.1/": "dc",
}
_EMPTY_HTML = {"area", "base", "basefont", "br", "col", "embed", "frame", "hr", "img", "input", "isindex", "link",
               "meta", "param", "source", "track", "wbr"}


def register_namespace(prefix, uri):
    if re.match(r"ns\d+\Z", prefix):
        raise ValueError("Prefix format reserved for internal use")
    for known, name in list(_namespace_map.items()):
        if known == uri or name == prefix:
            del _namespace_map[known]
    _namespace_map[uri] = prefix


def _refuse(text):
    raise TypeError(f"cannot serialize {text!r} (type {type(text).__name__})")


def _escaped(text):
    if not isinstance(text, str):
        _refuse(text)
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _escaped_attribute(text, is_html=False):
    if not isinstance(text, str):
        _refuse(text)
    text = text.replace("&", "&amp;").replace(">", "&gt;").replace('"', "&quot;")
    if is_html:
        return text
    return text.replace("<", "&lt;").replace("\r", "&#13;").replace("\n", "&#10;").replace("\t", "&#09;")


def _short_names(root, default):
    """What names are written as, and the namespaces to declare."""
    names = {None: None}
    spaces = {default: ""} if default else {}

    def add(name):
        if name[:1] != "{":
            if default:
                raise ValueError("cannot use non-qualified names with default_namespace option")
            names[name] = name
            return
        uri, local = name[1:].rsplit("}", 1)
        if uri not in spaces:
            prefix = _namespace_map.get(uri) or f"ns{len(spaces)}"
            if prefix == "xml":
                names[name] = f"xml:{local}"
                return
            spaces[uri] = prefix
        names[name] = f"{spaces[uri]}:{local}" if spaces[uri] else local

    for element in root.iter():
        tag = element.tag.text if isinstance(element.tag, QName) else element.tag
        if isinstance(tag, str):
            if tag not in names:
                add(tag)
        elif tag is not None and tag is not Comment and tag is not PI:
            _refuse(tag)
        for key, value in element.items():
            for name in (key, value):
                if isinstance(name, QName) and name.text not in names:
                    add(name.text)
            if isinstance(key, str) and key not in names:
                add(key)
            elif not isinstance(key, (str, QName)):
                _refuse(key)
        if isinstance(element.text, QName) and element.text.text not in names:
            add(element.text.text)
    return names, spaces


def _plain(name, names):
    return names[name.text if isinstance(name, QName) else name]


def _write(put, element, names, spaces, method, is_short):
    tag = element.tag
    text = element.text
    if tag is Comment:
        put(f"<!--{text}-->")
    elif tag is ProcessingInstruction:
        put(f"<?{text}?>")
    else:
        tag = _plain(tag, names)
        if tag is None:
            if text:
                put(_escaped(text))
            for child in element:
                _write(put, child, names, None, method, is_short)
        else:
            put("<" + tag)
            declared = [(f"xmlns:{prefix}" if prefix else "xmlns", uri) for uri, prefix in sorted(
                (spaces or {}).items(), key=lambda item: item[1])]
            attributes = [(_plain(key, names), _plain(value, names) if isinstance(value, QName) else value)
                          for key, value in element.items()]
            is_html = method == "html"
            for key, value in declared + attributes:
                put(f' {key}="{_escaped_attribute(value, is_html)}"')
            lower = tag.lower()
            if is_html:
                put(">")
                if text:
                    put(text if lower in ("script", "style") else _escaped(text))
                for child in element:
                    _write(put, child, names, None, method, is_short)
                if lower not in _EMPTY_HTML:
                    put(f"</{tag}>")
            elif text or len(element) or not is_short:
                put(">")
                if text:
                    put(_escaped(_plain(text, names) if isinstance(text, QName) else text))
                for child in element:
                    _write(put, child, names, None, method, is_short)
                put(f"</{tag}>")
            else:
                put(" />")
    if element.tail:
        put(_escaped(element.tail))


def tostring(element, encoding=None, method=None, *, xml_declaration=None, default_namespace=None,
             short_empty_elements=True):
    """The text of an element; bytes, unless the encoding is "unicode"."""
    stream = io.StringIO() if encoding == "unicode" else io.BytesIO()
    ElementTree(element).write(stream, encoding, xml_declaration, default_namespace, method,
                               short_empty_elements=short_empty_elements)
    return stream.getvalue()


def tostringlist(element, encoding=None, method=None, *, xml_declaration=None, default_namespace=None,
                 short_empty_elements=True):
    return [tostring(element, encoding, method, xml_declaration=xml_declaration, default_namespace=default_namespace,
                     short_empty_elements=short_empty_elements)]


def dump(elem):
    if not isinstance(elem, ElementTree):
        elem = ElementTree(elem)
    elem.write(sys.stdout, encoding="unicode")
    tail = elem.getroot().tail
    if not tail or tail[-1] != "\n":
        sys.stdout.write("\n")


def canonicalize(*args, **kwargs):
    raise NotImplementedError("xml.etree.ElementTree.canonicalize is not available in nbcheck")


def indent(tree, space="  ", level=0):
    """Puts white space between elements, so that each stands on a line of its own."""
    root = tree.getroot() if isinstance(tree, ElementTree) else tree
    if level < 0:
        raise ValueError(f"Initial indentation level must be >= 0, got {level}")

    def spread(element, level):
        if not len(element):
            return
        inner = "\n" + space * (level + 1)
        if not element.text or not element.text.strip():
            element.text = inner
        for child in element:
            spread(child, level + 1)
            if not child.tail or not child.tail.strip():
                child.tail = inner
        if not child.tail.strip():
            child.tail = "\n" + space * level

    spread(root, level)


class ElementTree:
    """A document: an element, and how to read and write it."""

    def __init__(self, element=None, file=None):
        self._root = element
        if file:
            self.parse(file)

    def getroot(self):
        return self._root

    def _setroot(self, element):
        self._root = element

    def parse(self, source, parser=None):
        parser = parser or XMLParser(target=TreeBuilder())
        if hasattr(source, "read"):
            parser.feed(source.read())
        else:
            with open(source, "rb") as file:
                parser.feed(file.read())
        self._root = parser.close()
        return self._root

    def iter(self, tag=None):
        return self._root.iter(tag)

    @staticmethod
    def _inside(path):
        if path[:1] == "/":
            import warnings

            path = "." + path
            warnings.warn("This search is broken in 1.3 and earlier, and will be fixed in a future version.  If you "
                          f"rely on the current behaviour, change it to {path!r}", FutureWarning, stacklevel=3)
        return path

    def find(self, path, namespaces=None):
        return self._root.find(self._inside(path), namespaces)

    def findtext(self, path, default=None, namespaces=None):
        return self._root.findtext(self._inside(path), default, namespaces)

    def findall(self, path, namespaces=None):
        return self._root.findall(self._inside(path), namespaces)

    def iterfind(self, path, namespaces=None):
        return self._root.iterfind(self._inside(path), namespaces)

    def write(self, file_or_filename, encoding=None, xml_declaration=None, default_namespace=None, method=None, *,
              short_empty_elements=True):
        method = method or "xml"
        if method not in ("xml", "html", "text"):
            raise ValueError(f"unknown method {method!r}")
        encoding = encoding or "us-ascii"
        parts = []
        is_unicode = encoding.lower() == "unicode"
        if method == "xml" and (xml_declaration or xml_declaration is None and encoding.lower() not in (
                "utf-8", "us-ascii", "unicode")):
            parts.append(f"<?xml version='1.0' encoding='{'utf-8' if is_unicode else encoding}'?>\n")
        if method == "text":
            parts.extend(self._root.itertext())
            parts.append(self._root.tail or "")
        else:
            names, spaces = _short_names(self._root, default_namespace)
            _write(parts.append, self._root, names, spaces, method, short_empty_elements)
        text = "".join(parts)
        if not is_unicode:
            text = text.encode(encoding, "xmlcharrefreplace")
        if hasattr(file_or_filename, "write"):
            file_or_filename.write(text)
        else:
            with open(file_or_filename, "w" if is_unicode else "wb") as file:
                file.write(text)


def parse(source, parser=None):
    """The document of a file."""
    tree = ElementTree()
    tree.parse(source, parser)
    return tree
