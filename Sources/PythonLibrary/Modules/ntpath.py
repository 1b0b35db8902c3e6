"""Paths as Windows has them, as text."""

import os
from genericpath import *

__all__ = ["normcase", "isabs", "join", "splitdrive", "split", "splitext", "basename", "dirname", "commonprefix",
           "normpath", "abspath", "realpath", "relpath", "commonpath", "expanduser", "expandvars", "curdir", "pardir",
           "sep", "pathsep", "defpath", "altsep", "extsep", "devnull", "exists", "getsize", "isdir", "isfile",
           "samefile", "sameopenfile", "samestat", "supports_unicode_filenames"]

curdir, pardir, extsep, sep, pathsep, altsep = ".", "..", ".", "\\", ";", "/"
defpath, devnull = ".;C:\\bin", "nul"
supports_unicode_filenames = True


def _texts(path, *texts):
    """Texts of the path's own type."""
    return [text.encode() for text in texts] if isinstance(path, bytes) else list(texts)


def normcase(s):
    s = os.fspath(s)
    back, slash = _texts(s, "\\", "/")
    return s.replace(slash, back).lower()


def splitdrive(p):
    """The drive, or the machine and its share, and the rest."""
    p = os.fspath(p)
    back, slash, colon, device = _texts(p, "\\", "/", ":", "\\\\?\\UNC\\")
    plain = p.replace(slash, back)
    if plain[:2] == back * 2:
        start = len(device) if plain[: len(device)].upper() == device else 2
        end = plain.find(back, start)
        if end < 0:
            return p, p[:0]
        end = plain.find(back, end + 1)
        return (p, p[:0]) if end < 0 else (p[:end], p[end:])
    return (p[:2], p[2:]) if plain[1:2] == colon else (p[:0], p)


def isabs(s):
    s = os.fspath(s)
    back, slash = _texts(s, "\\", "/")
    if s.replace(slash, back).startswith(back * 2):
        return True
    rest = splitdrive(s)[1]
    return rest[:1] in (back, slash) and bool(rest)


def join(path, *paths):
    path = os.fspath(path)
    back, slash, colon = _texts(path, "\\", "/", ":")
    drive, rest = splitdrive(path)
    for part in map(os.fspath, paths):
        part_drive, part_rest = splitdrive(part)
        if part_rest[:1] in (back, slash) and part_rest:
            if part_drive or not drive:
                drive = part_drive
            rest = part_rest
            continue
        if part_drive and part_drive != drive:
            if part_drive.lower() != drive.lower():
                drive, rest = part_drive, part_rest
                continue
            drive = part_drive
        if rest and rest[-1:] not in (back, slash):
            rest += back
        rest += part_rest
    if rest and rest[:1] not in (back, slash) and drive and drive[-1:] not in (colon, back, slash):
        return drive + back + rest
    return drive + rest


def split(p):
    p = os.fspath(p)
    marks = b"\\/" if isinstance(p, bytes) else "\\/"
    drive, rest = splitdrive(p)
    head = rest.rstrip(marks)
    tail_start = max(head.rfind(mark) for mark in _texts(p, "\\", "/")) + 1
    if head != rest:
        tail_start = len(rest)
    head, tail = rest[:tail_start], rest[tail_start:]
    return drive + (head.rstrip(marks) or head), tail


def basename(p):
    return split(p)[1]


def dirname(p):
    return split(p)[0]


def splitext(p):
    p = os.fspath(p)
    back, slash, dot = _texts(p, "\\", "/", ".")
    start = max(p.rfind(back), p.rfind(slash)) + 1
    name = p[start:]
    end = name.rfind(dot)
    if end <= 0 or not name[:end].strip(dot):
        return p, p[:0]
    return p[: start + end], p[start + end :]


def normpath(path):
    path = os.fspath(path)
    back, slash, here, up = _texts(path, "\\", "/", ".", "..")
    path = path.replace(slash, back)
    drive, rest = splitdrive(path)
    root = back if rest.startswith(back) else rest[:0]
    parts = []
    for part in rest.split(back):
        if part in (here, rest[:0]):
            continue
        if part == up and parts and parts[-1] != up:
            parts.pop()
        elif part != up or not root:
            parts.append(part)
    return drive + root + back.join(parts) or here


def abspath(path):
    path = os.fspath(path)
    if not isabs(path):
        path = join(os.getcwdb() if isinstance(path, bytes) else os.getcwd(), path)
    return normpath(path)


realpath = abspath


def relpath(path, start=None):
    path = os.fspath(path)
    back, here, up = _texts(path, "\\", ".", "..")
    if not path:
        raise ValueError("no path specified")
    start = here if start is None else os.fspath(start)
    base_drive, base = splitdrive(abspath(start))
    drive, rest = splitdrive(abspath(path))
    if normcase(base_drive) != normcase(drive):
        raise ValueError(f"path is on mount {drive!r}, start on mount {base_drive!r}")
    base_parts = [part for part in base.split(back) if part]
    parts = [part for part in rest.split(back) if part]
    same = 0
    while same < min(len(parts), len(base_parts)) and normcase(parts[same]) == normcase(base_parts[same]):
        same += 1
    return back.join([up] * (len(base_parts) - same) + parts[same:]) or here


def commonpath(paths):
    if not paths:
        raise ValueError("commonpath() arg is an empty sequence")
    paths = [os.fspath(path) for path in paths]
    back, slash, here = _texts(paths[0], "\\", "/", ".")
    split_paths = [splitdrive(path.replace(slash, back).lower()) for path in paths]
    if len({rest[:1] == back for _, rest in split_paths}) != 1:
        raise ValueError("Can't mix absolute and relative paths")
    if len({drive for drive, _ in split_paths}) != 1:
        raise ValueError("Paths don't have the same drive")
    drive, rest = splitdrive(paths[0].replace(slash, back))
    own = [part for part in rest.split(back) if part and part != here]
    lists = [[part for part in other.split(back) if part and part != here] for _, other in split_paths]
    low, high = min(lists), max(lists)
    same = 0
    while same < len(low) and low[same] == high[same]:
        same += 1
    return drive + (back if rest[:1] == back else rest[:0]) + back.join(own[:same])


def expanduser(path):
    """The path: nobody has a home on Windows here."""
    return os.fspath(path)


def expandvars(path):
    raise NotImplementedError("ntpath.expandvars is not available in nbcheck")
