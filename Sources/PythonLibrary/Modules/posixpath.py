"""Operations on paths, which are text with slashes."""

import _files

curdir = "."
pardir = ".."
extsep = "."
sep = "/"
pathsep = ":"
defpath = "/bin:/usr/bin"
altsep = None
devnull = "/dev/null"
supports_unicode_filenames = False

__all__ = [
    "normcase", "isabs", "join", "splitdrive", "split", "splitext", "basename", "dirname", "commonprefix", "getsize",
    "getmtime", "getatime", "getctime", "islink", "exists", "lexists", "isdir", "isfile", "ismount", "expanduser",
    "expandvars", "normpath", "abspath", "samefile", "sameopenfile", "samestat", "curdir", "pardir", "sep", "pathsep",
    "defpath", "altsep", "extsep", "devnull", "realpath", "supports_unicode_filenames", "relpath", "commonpath",
]


def _fspath(path):
    if isinstance(path, (str, bytes)):
        return path
    method = getattr(type(path), "__fspath__", None)
    if method is None:
        raise TypeError(f"expected str, bytes or os.PathLike object, not {type(path).__name__}")
    return method(path)


def _like(path, text):
    """The text as the path is: str or bytes."""
    return text.encode() if isinstance(path, bytes) else text


def _text(path):
    path = _fspath(path)
    return path.decode() if isinstance(path, bytes) else path


def normcase(s):
    return _fspath(s)


def isabs(s):
    s = _fspath(s)
    return s.startswith(_like(s, "/"))


def join(a, *p):
    path = a = _fspath(a)
    slash = _like(a, "/")
    parts = []
    for part in p:
        if not isinstance(part, (str, bytes)) and not hasattr(type(part), "__fspath__"):
            name = type(part).__name__
            raise TypeError(f"join() argument must be str, bytes, or os.PathLike object, not {name!r}")
        parts.append(_fspath(part))
    for part in parts:
        if type(part) is not type(a) and not (isinstance(part, str) and isinstance(a, str)):
            raise TypeError("Can't mix strings and bytes in path components")
        if part.startswith(slash):
            path = part
        elif not path or path.endswith(slash):
            path += part
        else:
            path += slash + part
    return path


def split(p):
    p = _fspath(p)
    slash = _like(p, "/")
    i = p.rfind(slash) + 1
    head, tail = p[:i], p[i:]
    if head and head != slash * len(head):
        head = head.rstrip(slash)
    return head, tail


def splitext(p):
    p = _fspath(p)
    dot = _like(p, ".")
    start = p.rfind(_like(p, "/")) + 1
    end = p.rfind(dot)
    # Dots that a name begins with do not begin an extension.
    if end > start and p[start:end].strip(dot):
        return p[:end], p[end:]
    return p, p[:0]


def splitdrive(p):
    p = _fspath(p)
    return p[:0], p


def basename(p):
    return split(p)[1]


def dirname(p):
    return split(p)[0]


def commonprefix(m):
    if not m:
        return ""
    m = [item if isinstance(item, (list, tuple)) else _fspath(item) for item in m]
    low, high = min(m), max(m)
    for i, c in enumerate(low):
        if c != high[i]:
            return low[:i]
    return low


def _status(path):
    if not isinstance(path, (str, bytes)) and not hasattr(type(path), "__fspath__"):
        raise TypeError(f"stat: path should be string, bytes, os.PathLike or integer, not {type(path).__name__}")
    try:
        return _files.stat(_text(path))
    except (OSError, ValueError):
        return None


def exists(path):
    if isinstance(path, int):
        return path in (0, 1, 2)
    return _status(path) is not None


lexists = exists


def isfile(path):
    status = _status(path)
    return status is not None and not status[0]


def isdir(s):
    status = _status(s)
    return status is not None and status[0]


def islink(path):
    text = _text(path)
    if _status(text) is None:
        return False
    parent = _files.realpath(dirname(abspath(text)))
    return _files.realpath(text) != join(parent, basename(abspath(text)))


def ismount(path):
    return abspath(path) == "/"


def getsize(filename):
    return _files.stat(_text(filename))[1]


def getmtime(filename):
    return _files.stat(_text(filename))[2]


getatime = getctime = getmtime


def samefile(f1, f2):
    return _files.stat(_text(f1))[4] == _files.stat(_text(f2))[4]


def samestat(s1, s2):
    return s1.st_ino == s2.st_ino and s1.st_dev == s2.st_dev


def sameopenfile(fp1, fp2):
    raise NotImplementedError("os.path.sameopenfile is not available in nbcheck")


def expanduser(path):
    # No home is known here but the one that the script names.
    import os

    path = _fspath(path)
    tilde, slash = _like(path, "~"), _like(path, "/")
    home = os.environ.get("HOME")
    if home is None or not (path == tilde or path.startswith(tilde + slash)):
        return path
    return (home.rstrip("/").encode() if isinstance(path, bytes) else home.rstrip("/")) + path[1:] or slash


def expandvars(path):
    import os
    import re

    text = _fspath(path)
    if not isinstance(text, str) or "$" not in text:
        return text

    def value(match):
        return os.environ.get(match[1] or match[2], match[0])

    return re.sub(r"\$(?:(\w+)|\{([^}]*)\})", value, text)


def normpath(path):
    path = _fspath(path)
    slash, dot, dots = _like(path, "/"), _like(path, "."), _like(path, "..")
    if not path:
        return dot
    # Two slashes at the beginning, and only two, are a root of their own.
    root = path[: len(path) - len(path.lstrip(slash))]
    root = root if len(root) == 2 else root[:1]
    parts = []
    for part in path.split(slash):
        if not part or part == dot:
            continue
        if part != dots or not root and not parts or parts and parts[-1] == dots:
            parts.append(part)
        elif parts:
            parts.pop()
    return root + slash.join(parts) or dot


def abspath(path):
    path = _fspath(path)
    if not isabs(path):
        path = join(_like(path, _files.getcwd()), path)
    return normpath(path)


def realpath(filename, *, strict=False):
    path = _fspath(filename)
    if strict:
        _files.stat(_text(path))
    return _like(path, _files.realpath(_text(path)))


def relpath(path, start=None):
    path = _fspath(path)
    if not path:
        raise ValueError("no path specified")
    slash = _like(path, "/")
    start = _like(path, ".") if start is None else _fspath(start)
    there = [part for part in abspath(path).split(slash) if part]
    here = [part for part in abspath(start).split(slash) if part]
    shared = len(commonprefix([here, there]))
    parts = [_like(path, "..")] * (len(here) - shared) + there[shared:]
    return slash.join(parts) or _like(path, ".")


def commonpath(paths):
    if not paths:
        raise ValueError("commonpath() arg is an empty sequence")
    paths = [_fspath(path) for path in paths]
    slash, dot = _like(paths[0], "/"), _like(paths[0], ".")
    absolute = {path.startswith(slash) for path in paths}
    if len(absolute) > 1:
        raise ValueError("Can't mix absolute and relative paths")
    split_paths = [[part for part in path.split(slash) if part and part != dot] for path in paths]
    common = commonprefix(split_paths)
    return (slash if absolute.pop() else slash[:0]) + slash.join(common)
