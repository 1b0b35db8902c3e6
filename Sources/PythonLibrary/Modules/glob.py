"""Finds files by patterns like those of a shell."""

import os
import re

import _files

__all__ = ["escape", "glob", "iglob"]

_magic = re.compile("[*?[]")


def has_magic(s):
    return _magic.search(s) is not None


def escape(pathname):
    return re.sub("([*?[])", r"[\1]", pathname)


def iglob(pathname, *, root_dir=None, dir_fd=None, recursive=False, include_hidden=False):
    root = "" if root_dir is None else os.fspath(root_dir)
    return iter(_find(os.fspath(pathname), root, recursive, include_hidden))


def glob(pathname, *, root_dir=None, dir_fd=None, recursive=False, include_hidden=False):
    return list(iglob(pathname, root_dir=root_dir, recursive=recursive, include_hidden=include_hidden))


def _names(folder):
    try:
        return _files.listdir(folder or ".")
    except OSError:
        return []


def _below(root, folder, hidden):
    """All that is in the folder and inside it, as paths from there."""
    for name in _names(os.path.join(root, folder)):
        if not hidden and name.startswith("."):
            continue
        path = os.path.join(folder, name)
        yield path
        if os.path.isdir(os.path.join(root, path)):
            yield from _below(root, path, hidden)


def _find(pattern, root, recursive, hidden):
    folder, name = os.path.split(pattern)
    if not has_magic(pattern):
        full = os.path.join(root, pattern)
        return [pattern] if (os.path.lexists(full) if name else os.path.isdir(full)) else []
    if folder and folder != pattern and has_magic(folder):
        folders = [path for path in _find(folder, root, recursive, hidden) if os.path.isdir(os.path.join(root, path))]
    else:
        folders = [folder]
    found = []
    for folder in folders:
        base = os.path.join(root, folder)
        if recursive and name == "**":
            if os.path.isdir(base or "."):
                if folder:
                    found.append(os.path.join(folder, ""))
                found += _below(root, folder, hidden)
        elif has_magic(name):
            import fnmatch

            names = _names(base)
            if not hidden and not name.startswith("."):
                names = [item for item in names if not item.startswith(".")]
            found += [os.path.join(folder, item) for item in fnmatch.filter(names, name)]
        elif os.path.lexists(os.path.join(base, name)) if name else os.path.isdir(base):
            found.append(os.path.join(folder, name))
    return found
