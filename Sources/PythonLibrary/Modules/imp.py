"""Imports as they were done before `importlib`."""

import os as _os
import sys
import types
import warnings as _warnings
from importlib import machinery as _machinery
from importlib import util as _util
from importlib.util import cache_from_source, source_from_cache

import _importlib

_warnings.warn(
    "the imp module is deprecated in favour of importlib and slated for removal in Python 3.12; "
    "see the module's documentation for alternative uses", DeprecationWarning, stacklevel=2)

SEARCH_ERROR, PY_SOURCE, PY_COMPILED, C_EXTENSION, PY_RESOURCE, PKG_DIRECTORY, C_BUILTIN, PY_FROZEN = range(8)
PY_CODERESOURCE, IMP_HOOK = 8, 9
_locks = 0


def new_module(name):
    return types.ModuleType(name)


def get_magic():
    return _util.MAGIC_NUMBER


def get_tag():
    return _util._TAG


def get_suffixes():
    kinds = ((_machinery.EXTENSION_SUFFIXES, "rb", C_EXTENSION), (_machinery.SOURCE_SUFFIXES, "r", PY_SOURCE),
             (_machinery.BYTECODE_SUFFIXES, "rb", PY_COMPILED))
    return [(suffix, mode, kind) for suffixes, mode, kind in kinds for suffix in suffixes]


def is_builtin(name):
    if name in ("sys", "builtins"):
        return -1
    return int(_importlib.origin(name) == "built-in")


def is_frozen(name):
    return _importlib.origin(name) == "frozen"


def lock_held():
    return _locks > 0


def acquire_lock():
    global _locks
    _locks += 1


def release_lock():
    global _locks
    if not _locks:
        raise RuntimeError("not holding the import lock")
    _locks -= 1


def reload(module):
    return _importlib.reload(module)


def find_module(name, path=None):
    """An open file, its path, and what kind of file it is."""
    if not isinstance(name, str):
        raise TypeError(f"'name' must be a str, not {type(name)}")
    if path is None and is_builtin(name):
        return None, None, ("", "", C_BUILTIN)
    if path is None and is_frozen(name):
        return None, None, ("", "", PY_FROZEN)
    for folder in sys.path if path is None else path:
        base = _os.path.join(folder, name)
        if _os.path.isfile(_os.path.join(base, "__init__.py")):
            return None, base, ("", "", PKG_DIRECTORY)
        if _os.path.isfile(base + ".py"):
            return open(base + ".py"), base + ".py", (".py", "r", PY_SOURCE)
    raise ImportError(f"No module named {name!r}", name=name)


def load_source(name, pathname, file=None):
    loader = _machinery.SourceFileLoader(name, pathname)
    return _machinery._load(_util.spec_from_file_location(name, pathname, loader=loader))


def load_package(name, path):
    file = _os.path.join(path, "__init__.py")
    return _machinery._load(_util.spec_from_file_location(name, file, submodule_search_locations=[path]))


def load_module(name, file, filename, details):
    kind = details[2]
    if kind == PY_SOURCE:
        return load_source(name, filename)
    if kind == PKG_DIRECTORY:
        return load_package(name, filename)
    if kind in (C_BUILTIN, PY_FROZEN):
        return _importlib.import_module(name)
    raise ImportError(f"Don't know how to import {name} (type code {kind})", name=name)


def init_builtin(name):
    try:
        return _importlib.import_module(name)
    except ImportError:
        return None


class NullImporter:
    """Finds nothing."""

    def __init__(self, path):
        if path == "":
            raise ImportError("empty pathname", path="")
        if _os.path.isdir(path):
            raise ImportError("existing directory", path=path)

    def find_module(self, fullname):
        return None
