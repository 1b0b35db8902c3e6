"""urllib.parse: splitting, joining and quoting."""

from urllib.parse import (
    parse_qs, parse_qsl, quote, quote_plus, unquote, unquote_plus, unquote_to_bytes, urldefrag, urlencode, urljoin,
    urlparse, urlsplit, urlunparse, urlunsplit)


def attempt(action):
    try:
        print(repr(action()))
    except Exception as error:
        print(type(error).__name__, error)


print("== splitting ==")
for url in [
        "http://user:pw@Host.com:8080/a/b;p?q=1&r=2#frag", "//x/y", "/a/b", "mailto:a@b.c", "http://[::1]:80/", "a:b",
        "", "http://x?y", "file:///etc/x", "HTTP://X/", "http://x:abc/", "x;y;z", "http://h:99999/", "http://[::1/"]:
    attempt(lambda: urlparse(url))
    attempt(lambda: urlsplit(url))
    attempt(lambda: urlparse(url).geturl())
    attempt(lambda: (urlparse(url).hostname, urlparse(url).port, urlparse(url).username, urlparse(url).password))
attempt(lambda: urlunparse(("http", "a", "/b", "p", "q", "f")))
attempt(lambda: urlunsplit(("http", "a", "b", "q", "")))
attempt(lambda: urldefrag("http://a/b#c"))
attempt(lambda: urlparse("http://a")._replace(path="/z").geturl())
attempt(lambda: urlparse(b"http://a/b?c"))

print("== joining ==")
for relative in [
        "g", "./g", "g/", "/g", "//g", "?y", "g?y", "#s", "g#s", ";x", "..", "../g", "../../g", "../../../g", ".", "",
        "http:g", "g:h", "./../g", "g/./h", "g/../h"]:
    attempt(lambda: urljoin("http://a/b/c/d;p?q", relative))
attempt(lambda: urljoin("http://a", b"c"))

print("== quoting ==")
print(quote("a b/c?é&~"), quote("a/b", safe=""), quote_plus("a b+c"), quote(b"\xff"))
print(unquote("a%20b%C3%A9%zz%"), unquote_plus("a+b%2B"), unquote("%ff"), unquote_to_bytes("a%20\xe9"))
attempt(lambda: quote(5))

print("== queries ==")
print(parse_qs("a=1&b=2&a=3&c=&d"), parse_qsl("a=1&c=&d", keep_blank_values=True), parse_qs("a=1;b=2", separator=";"))
attempt(lambda: parse_qs("a", strict_parsing=True))
print(urlencode({"a": 1, "b": "x y", "c": "é"}), urlencode([("a", [1, 2])], doseq=True), urlencode({"a": [1, 2]}))
attempt(lambda: urlencode("abc"))
