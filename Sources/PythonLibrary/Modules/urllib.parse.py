"""Addresses taken apart, put together, and written so that they can travel."""

import re
from collections import namedtuple

__all__ = [
    "urlparse", "urlunparse", "urljoin", "urldefrag", "urlsplit", "urlunsplit", "urlencode", "parse_qs", "parse_qsl",
    "quote", "quote_plus", "quote_from_bytes", "unquote", "unquote_plus", "unquote_to_bytes", "DefragResult",
    "ParseResult", "SplitResult"]

uses_relative = [
    "", "ftp", "http", "gopher", "nntp", "imap", "wais", "file", "https", "shttp", "mms", "prospero", "rtsp", "rtspu",
    "sftp", "svn", "svn+ssh", "ws", "wss"]
uses_netloc = uses_relative + ["telnet", "snews", "rsync", "nfs", "git", "git+ssh"]
uses_params = ["", "ftp", "hdl", "prospero", "http", "imap", "https", "shttp", "rtsp", "rtspu", "sip", "sips", "mms",
               "sftp", "tel"]
scheme_chars = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+-."


class _Place:
    """The parts of the place in an address."""

    __slots__ = ()

    def _parts(self):
        user, at, host = self.netloc.rpartition("@")
        _, has_bracket, bracketed = host.partition("[")
        if has_bracket:
            host, _, port = bracketed.partition("]")
            port = port.partition(":")[2]
        else:
            host, _, port = host.partition(":")
        name, colon, password = user.partition(":")
        return name if at else None, password if at and colon else None, host or None, port or None

    @property
    def username(self):
        return self._parts()[0]

    @property
    def password(self):
        return self._parts()[1]

    @property
    def hostname(self):
        host = self._parts()[2]
        if host is None:
            return None
        name, percent, zone = host.partition("%")
        return name.lower() + percent + zone

    @property
    def port(self):
        port = self._parts()[3]
        if port is None:
            return None
        if not (port.isdigit() and port.isascii()):
            raise ValueError(f"Port could not be cast to integer value as {port!r}")
        if int(port) > 65535:
            raise ValueError("Port out of range 0-65535")
        return int(port)


class SplitResult(_Place, namedtuple("SplitResult", "scheme netloc path query fragment")):
    __slots__ = ()

    def geturl(self):
        return urlunsplit(self)


class ParseResult(_Place, namedtuple("ParseResult", "scheme netloc path params query fragment")):
    __slots__ = ()

    def geturl(self):
        return urlunparse(self)


class DefragResult(namedtuple("DefragResult", "url fragment")):
    __slots__ = ()

    def geturl(self):
        return f"{self.url}#{self.fragment}" if self.fragment else self.url


class SplitResultBytes(SplitResult):
    __slots__ = ()


class ParseResultBytes(ParseResult):
    __slots__ = ()


class DefragResultBytes(DefragResult):
    __slots__ = ()


_BYTES = {SplitResult: SplitResultBytes, ParseResult: ParseResultBytes, DefragResult: DefragResultBytes}


def _through_text(function, *values):
    """Calls a function for text with bytes, and gives bytes."""
    result = function(*(value.decode("ascii") if isinstance(value, bytes) else value for value in values))
    if isinstance(result, str):
        return result.encode("ascii")
    return _BYTES[type(result)](*(part.encode("ascii") for part in result))


def _are_bytes(*values):
    kinds = {isinstance(value, str) for value in values if value}
    if len(kinds) > 1:
        raise TypeError("Cannot mix str and non-str arguments")
    return any(isinstance(value, bytes) for value in values)


def urlsplit(url, scheme="", allow_fragments=True):
    """<scheme>://<netloc>/<path>?<query>#<fragment> as a tuple with names."""
    if _are_bytes(url, scheme):
        return _through_text(lambda u, s: urlsplit(u, s, allow_fragments), url, scheme)
    url = url.lstrip("".join(map(chr, range(33))))
    for unsafe in "\t\r\n":
        url = url.replace(unsafe, "")
    scheme = scheme.strip("".join(map(chr, range(33))))
    netloc = query = fragment = ""
    head, colon, rest = url.partition(":")
    if colon and head and head[0].isascii() and head[0].isalpha() and all(c in scheme_chars for c in head):
        scheme, url = head.lower(), rest
    if url[:2] == "//":
        end = min((place for place in (url.find(c, 2) for c in "/?#") if place >= 0), default=len(url))
        netloc, url = url[2:end], url[end:]
        if ("[" in netloc) != ("]" in netloc):
            raise ValueError("Invalid IPv6 URL")
    if allow_fragments and "#" in url:
        url, fragment = url.split("#", 1)
    if "?" in url:
        url, query = url.split("?", 1)
    return SplitResult(scheme, netloc, url, query, fragment)


def urlparse(url, scheme="", allow_fragments=True):
    """<scheme>://<netloc>/<path>;<params>?<query>#<fragment> as a tuple with names."""
    if _are_bytes(url, scheme):
        return _through_text(lambda u, s: urlparse(u, s, allow_fragments), url, scheme)
    scheme, netloc, path, query, fragment = urlsplit(url, scheme, allow_fragments)
    params = ""
    if scheme in uses_params and ";" in path:
        start = path.find(";", max(path.rfind("/"), 0))
        if start >= 0:
            path, params = path[:start], path[start + 1:]
    return ParseResult(scheme, netloc, path, params, query, fragment)


def urlunsplit(components):
    """The address with these parts."""
    if _are_bytes(*components):
        return _through_text(lambda *parts: urlunsplit(parts), *components)
    scheme, netloc, url, query, fragment = components
    if netloc or scheme and scheme in uses_netloc and url[:2] != "//":
        if url and url[:1] != "/":
            url = "/" + url
        url = f"//{netloc or ''}{url}"
    if scheme:
        url = f"{scheme}:{url}"
    if query:
        url = f"{url}?{query}"
    return f"{url}#{fragment}" if fragment else url


def urlunparse(components):
    """The address with these parts."""
    if _are_bytes(*components):
        return _through_text(lambda *parts: urlunparse(parts), *components)
    scheme, netloc, url, params, query, fragment = components
    return urlunsplit((scheme, netloc, f"{url};{params}" if params else url, query, fragment))


def urljoin(base, url, allow_fragments=True):
    """The address that a relative one means, seen from another."""
    if not base:
        return url
    if not url:
        return base
    if _are_bytes(base, url):
        return _through_text(lambda b, u: urljoin(b, u, allow_fragments), base, url)
    b = urlparse(base, "", allow_fragments)
    scheme, netloc, path, params, query, fragment = urlparse(url, b.scheme, allow_fragments)
    if scheme != b.scheme or scheme not in uses_relative:
        return url
    if scheme in uses_netloc:
        if netloc:
            return urlunparse((scheme, netloc, path, params, query, fragment))
        netloc = b.netloc
    if not path and not params:
        return urlunparse((scheme, netloc, b.path, b.params, query or b.query, fragment))
    steps = b.path.split("/")
    if steps[-1] != "":
        del steps[-1]
    if path[:1] == "/":
        steps = path.split("/")
    else:
        steps += path.split("/")
        steps[1:-1] = filter(None, steps[1:-1])
    found = []
    for step in steps:
        if step == "..":
            if found:
                found.pop()
        elif step != ".":
            found.append(step)
    if steps[-1] in (".", ".."):
        found.append("")
    return urlunparse((scheme, netloc, "/".join(found) or "/", params, query, fragment))


def urldefrag(url):
    """An address without its fragment, and the fragment."""
    if _are_bytes(url):
        return _through_text(urldefrag, url)
    if "#" not in url:
        return DefragResult(url, "")
    *parts, fragment = urlparse(url)
    return DefragResult(urlunparse((*parts, "")), fragment)


_ALWAYS_SAFE = frozenset(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-~")


def quote_from_bytes(bs, safe="/"):
    """Bytes as text, with %XX for those that mean something in addresses."""
    if not isinstance(bs, (bytes, bytearray)):
        raise TypeError("quote_from_bytes() expected bytes")
    if isinstance(safe, str):
        safe = safe.encode("ascii", "ignore")
    kept = _ALWAYS_SAFE.union(byte for byte in safe if byte < 128)
    return "".join(chr(byte) if byte in kept else f"%{byte:02X}" for byte in bs)


def quote(string, safe="/", encoding=None, errors=None):
    """A text with %XX for characters that mean something in addresses."""
    if isinstance(string, str):
        if not string:
            return string
        string = string.encode(encoding or "utf-8", errors or "strict")
    elif encoding is not None:
        raise TypeError("quote() doesn't support 'encoding' for bytes")
    elif errors is not None:
        raise TypeError("quote() doesn't support 'errors' for bytes")
    return quote_from_bytes(string, safe)


def quote_plus(string, safe="", encoding=None, errors=None):
    """As `quote`, with + for blanks."""
    blank, plus = (" ", "+") if isinstance(string, str) else (b" ", b"+")
    if blank not in string:
        return quote(string, safe, encoding, errors)
    space = " " if isinstance(safe, str) else b" "
    return quote(string, safe + space, encoding, errors).replace(" ", "+")


def unquote_to_bytes(string):
    """The bytes that a quoted text stands for."""
    if isinstance(string, str):
        string = string.encode("utf-8")
    return re.sub(rb"%([0-9A-Fa-f]{2})", lambda match: bytes([int(match[1], 16)]), string)


def unquote(string, encoding="utf-8", errors="replace"):
    """The text that a quoted text stands for."""
    if isinstance(string, bytes):
        return unquote_to_bytes(string).decode(encoding or "utf-8", errors or "replace")
    if "%" not in string:
        return string

    def plain(match):
        return unquote_to_bytes(match[0]).decode(encoding or "utf-8", errors or "replace")

    return re.sub("[\x00-\x7f]+", plain, string)


def unquote_plus(string, encoding="utf-8", errors="replace"):
    """As `unquote`, with blanks for +."""
    return unquote(string.replace("+", " "), encoding, errors)


def parse_qsl(qs, keep_blank_values=False, strict_parsing=False, encoding="utf-8", errors="replace",
              max_num_fields=None, separator="&"):
    """The fields of a query as pairs."""
    if _are_bytes(qs):
        pairs = parse_qsl(
            qs.decode("ascii"), keep_blank_values, strict_parsing, encoding, errors, max_num_fields, separator)
        return [(name.encode("ascii"), value.encode("ascii")) for name, value in pairs]
    if not separator or not isinstance(separator, (str, bytes)):
        raise ValueError("Separator must be of type string or bytes.")
    if max_num_fields is not None and max_num_fields < 1 + qs.count(separator):
        raise ValueError("Max number of fields exceeded")
    found = []
    for field in qs.split(separator) if qs else ():
        if not field and not strict_parsing:
            continue
        name, equals, value = field.partition("=")
        if not equals:
            if strict_parsing:
                raise ValueError(f"bad query field: {field!r}")
            if not keep_blank_values:
                continue
        if value or keep_blank_values:
            found.append((unquote_plus(name, encoding, errors), unquote_plus(value, encoding, errors)))
    return found


def parse_qs(qs, keep_blank_values=False, strict_parsing=False, encoding="utf-8", errors="replace",
             max_num_fields=None, separator="&"):
    """The fields of a query as lists of values."""
    found = {}
    for name, value in parse_qsl(
            qs, keep_blank_values, strict_parsing, encoding, errors, max_num_fields, separator):
        found.setdefault(name, []).append(value)
    return found


def urlencode(query, doseq=False, safe="", encoding=None, errors=None, quote_via=quote_plus):
    """A mapping or pairs as a query."""
    if hasattr(query, "items"):
        query = query.items()
    else:
        try:
            if len(query) and not isinstance(query[0], tuple):
                raise TypeError
        except TypeError:
            raise TypeError("not a valid non-string sequence or mapping object") from None

    def quoted(value):
        if isinstance(value, bytes):
            return quote_via(value, safe)
        return quote_via(str(value), safe, encoding, errors)

    fields = []
    for name, value in query:
        values = [value]
        if doseq and not isinstance(value, (str, bytes)):
            try:
                values = list(value)
            except TypeError:
                pass
        fields.extend(f"{quoted(name)}={quoted(item)}" for item in values)
    return "&".join(fields)
