"""The old way to send bytes as text: lines of up to 45 bytes, each with its length."""

import binascii
import os
import sys

__all__ = ["Error", "encode", "decode"]


class Error(Exception):
    pass


def _opened(file, mode, standard):
    """A file, and whether it must be closed."""
    if file == "-":
        return standard.buffer, False
    if isinstance(file, str):
        return open(file, mode), True
    return file, False


def encode(in_file, out_file, name=None, mode=None, *, backtick=False):
    if name is None:
        name = os.path.basename(in_file) if isinstance(in_file, str) and in_file != "-" else "-"
    source, closes_source = _opened(in_file, "rb", sys.stdin)
    target, closes_target = _opened(out_file, "wb", sys.stdout)
    try:
        name = name.replace("\n", "\\n").replace("\r", "\\r")
        target.write(f"begin {(0o666 if mode is None else mode) & 0o777:o} {name}\n".encode("ascii"))
        while data := source.read(45):
            target.write(binascii.b2a_uu(data, backtick=backtick))
        target.write(b"`\nend\n" if backtick else b" \nend\n")
    finally:
        if closes_source:
            source.close()
        if closes_target:
            target.close()


def _heading(lines):
    """The mode and the name in the first line that says that something begins."""
    while line := lines.readline():
        words = line.split(b" ", 2)
        if len(words) == 3 and words[0] == b"begin":
            try:
                return int(words[1], 8), words[2].rstrip().decode("ascii")
            except ValueError:
                pass
    raise Error("No valid begin line found in input file")


def decode(in_file, out_file=None, mode=None, quiet=False):
    source, closes_source = _opened(in_file, "rb", sys.stdin)
    try:
        mode, name = _heading(source)
        if out_file is None:
            if os.path.exists(name):
                raise Error(f"Cannot overwrite existing file: {name}")
            if name.startswith(os.sep) or ".." + os.sep in name:
                raise Error(f"Refusing to write to {name} due to directory traversal")
            out_file = name
        target, closes_target = _opened(out_file, "wb", sys.stdout)
        try:
            line = source.readline()
            while line and line.strip(b" \t\n\r\f") != b"end":
                target.write(_line(line, quiet))
                line = source.readline()
            if not line:
                raise Error("Truncated input file")
        finally:
            if closes_target:
                target.close()
    finally:
        if closes_source:
            source.close()


def _line(line, quiet):
    try:
        return binascii.a2b_uu(line)
    except binascii.Error as error:
        # Some programs fill the last line with what is not data.
        count = (((line[0] - 32) & 63) * 4 + 5) // 3
        if not quiet:
            sys.stderr.write(f"Warning: {error}\n")
        return binascii.a2b_uu(line[:count])
