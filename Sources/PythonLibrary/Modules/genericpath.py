"""What paths of all systems have in common."""

import os as _os

__all__ = ["commonprefix", "exists", "getatime", "getctime", "getmtime", "getsize", "isdir", "isfile", "samefile",
           "sameopenfile", "samestat"]


def __getattr__(name):
    if name in __all__:
        return getattr(_os.path, name)
    raise AttributeError(f"module 'genericpath' has no attribute '{name}'")
