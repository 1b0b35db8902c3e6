"""Encodings by name."""

import codecs

from encodings import aliases


class CodecRegistryError(LookupError, SystemError):
    pass


def normalize_encoding(encoding):
    """The name with everything that is no letter, digit or point as underscores."""
    if isinstance(encoding, bytes):
        encoding = str(encoding, "ascii")
    words = "".join(c if c.isalnum() and c.isascii() or c == "." else " " for c in encoding)
    return "_".join(words.split())


def search_function(encoding):
    """What `codecs.lookup` finds; None if it finds nothing."""
    try:
        return codecs.lookup(encoding)
    except LookupError:
        return None
