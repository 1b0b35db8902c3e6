"""Bytes as printable text, nearly as they are."""

from binascii import a2b_qp, b2a_qp

__all__ = ["encode", "decode", "encodestring", "decodestring"]

ESCAPE = b"="
MAXLINESIZE = 76
HEX = b"0123456789ABCDEF"
EMPTYSTRING = b""


def encodestring(s, quotetabs=False, header=False):
    return b2a_qp(s, quotetabs=quotetabs, header=header)


def decodestring(s, header=False):
    return a2b_qp(s, header=header)


def encode(input, output, quotetabs, header=False):
    """Writes what one stream holds to another, as printable text."""
    output.write(encodestring(input.read(), quotetabs, header))


def decode(input, output, header=False):
    """Writes what the printable text of a stream stands for to another."""
    output.write(decodestring(input.read(), header))
