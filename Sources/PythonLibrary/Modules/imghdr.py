"""What kind of image a file holds, by its first bytes."""

import os

__all__ = ["what"]

tests = []


def what(file, h=None):
    """The name of the kind; None if it is none that is known. With `h` the file is not looked at."""
    opened = None
    try:
        if h is None:
            if isinstance(file, (str, os.PathLike)):
                opened = file = open(file, "rb")
                h = file.read(32)
            else:
                place = file.tell()
                h = file.read(32)
                file.seek(place)
        for test in tests:
            found = test(h, opened)
            if found:
                return found
    finally:
        if opened:
            opened.close()
    return None


def _add(name, recognizes):
    def test(h, f):
        return name if recognizes(h) else None

    test.__name__ = test.__qualname__ = f"test_{name}"
    globals()[test.__name__] = test
    tests.append(test)


def _is_map(h, digits):
    """The portable maps: P, a digit and white space."""
    return len(h) >= 3 and h[0] == ord("P") and h[1] in digits and h[2] in b" \t\n\r"


_add("jpeg", lambda h: h[6:10] in (b"JFIF", b"Exif") or h[:4] == b"\xff\xd8\xff\xdb")
_add("png", lambda h: h.startswith(b"\x89PNG\r\n\x1a\n"))
_add("gif", lambda h: h[:6] in (b"GIF87a", b"GIF89a"))
_add("tiff", lambda h: h[:2] in (b"MM", b"II"))
_add("rgb", lambda h: h.startswith(b"\x01\xda"))
_add("pbm", lambda h: _is_map(h, b"14"))
_add("pgm", lambda h: _is_map(h, b"25"))
_add("ppm", lambda h: _is_map(h, b"36"))
_add("rast", lambda h: h.startswith(b"\x59\xa6\x6a\x95"))
_add("xbm", lambda h: h.startswith(b"#define "))
_add("bmp", lambda h: h.startswith(b"BM"))
_add("webp", lambda h: h.startswith(b"RIFF") and h[8:12] == b"WEBP")
_add("exr", lambda h: h.startswith(b"\x76\x2f\x31\x01"))
