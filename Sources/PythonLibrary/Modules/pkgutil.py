"""Packages looked through."""

import importlib
import os
import sys
from collections import namedtuple
from importlib.util import find_spec as _find_spec

__all__ = ["get_importer", "iter_importers", "get_loader", "find_loader", "walk_packages", "iter_modules", "get_data",
           "read_code", "extend_path", "ModuleInfo", "resolve_name"]

ModuleInfo = namedtuple("ModuleInfo", "module_finder name ispkg")
ModuleInfo.__doc__ = "What is known of a module that was come across."


def get_importer(path_item):
    from importlib.machinery import FileFinder

    path_item = os.fspath(path_item)
    return FileFinder(path_item) if os.path.isdir(path_item) else None


def iter_importers(fullname=""):
    if fullname.startswith("."):
        raise ImportError(f"Relative module name {fullname!r} not supported")
    yield from sys.meta_path
    for folder in sys.path:
        yield get_importer(folder)


def iter_modules(path=None, prefix=""):
    """The modules in some folders, those of `sys.path` if none are given."""
    if isinstance(path, str):
        raise ValueError("path must be None or list of paths to look for modules in")
    seen = set()
    for folder in sys.path if path is None else path:
        finder = get_importer(folder)
        if finder is None:
            continue
        for entry in sorted(os.listdir(folder)):
            name, suffix = os.path.splitext(entry)
            is_package = suffix == "" and os.path.isfile(os.path.join(folder, entry, "__init__.py"))
            if not is_package and suffix != ".py" or name == "__init__" or not name.isidentifier() or name in seen:
                continue
            seen.add(name)
            yield ModuleInfo(finder, prefix + name, is_package)


def walk_packages(path=None, prefix="", onerror=None):
    """The modules in some folders and, each package being imported, those inside."""
    for info in iter_modules(path, prefix):
        yield info
        if not info.ispkg:
            continue
        try:
            importlib.import_module(info.name)
        except ImportError:
            if onerror is not None:
                onerror(info.name)
        except Exception:
            if onerror is None:
                raise
            onerror(info.name)
        else:
            yield from walk_packages(getattr(sys.modules[info.name], "__path__", []), info.name + ".", onerror)


def find_loader(fullname):
    if fullname.startswith("."):
        raise ImportError(f"Relative module name {fullname!r} not supported")
    spec = _find_spec(fullname)
    return None if spec is None else spec.loader


def get_loader(module_or_name):
    if isinstance(module_or_name, str):
        if sys.modules.get(module_or_name) is None:
            return find_loader(module_or_name)
        module_or_name = sys.modules[module_or_name]
    return getattr(module_or_name, "__loader__", None)


def extend_path(path, name):
    """The folders of a package, and those of its name elsewhere on the path."""
    if not isinstance(path, list):
        return path
    found = list(path)
    for folder in sys.path:
        inside = os.path.join(folder, *name.split("."))
        if os.path.isfile(os.path.join(inside, "__init__.py")) and inside not in found:
            found.append(inside)
    return found


def get_data(package, resource):
    """The bytes of a file in a package; None if the package has no place."""
    module = importlib.import_module(package)
    if not hasattr(module, "__path__"):
        return None
    with open(os.path.join(os.path.dirname(module.__file__), *resource.split("/")), "rb") as file:
        return file.read()


def read_code(stream):
    raise NotImplementedError("pkgutil.read_code is not available in nbcheck")


def resolve_name(name):
    """The object that `package.module:a.b`, or the same with dots alone, stands for."""
    path, colon, rest = name.partition(":")
    parts = path.split(".")
    if not all(part.isidentifier() for part in parts) or colon and rest and not all(
            part.isidentifier() for part in rest.split(".")):
        raise ValueError(f"invalid format: {name!r}")
    if colon:
        found = importlib.import_module(path)
        parts = rest.split(".") if rest else []
    else:
        path = parts.pop(0)
        found = importlib.import_module(path)
        while parts:
            try:
                found = importlib.import_module(f"{path}.{parts[0]}")
            except ImportError:
                break
            path += "." + parts.pop(0)
    for part in parts:
        found = getattr(found, part)
    return found
