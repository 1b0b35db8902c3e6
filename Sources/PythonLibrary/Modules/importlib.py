"""Imports as functions."""

import _importlib
from _importlib import import_module, invalidate_caches

__all__ = ["__import__", "import_module", "invalidate_caches", "reload"]

__import__ = __import__


def reload(module):
    """The module with its code run again, in the names that it has."""
    return _importlib.reload(module)


def find_loader(name, path=None):
    from importlib.util import find_spec

    spec = find_spec(name)
    return None if spec is None else spec.loader
