"""The lines of several files, one after another."""

import io
import os
import sys

__all__ = ["input", "close", "nextfile", "filename", "lineno", "filelineno", "fileno", "isfirstline", "isstdin",
           "FileInput", "hook_compressed", "hook_encoded"]

_state = None


def input(files=None, inplace=False, backup="", *, mode="r", openhook=None, encoding=None, errors=None):
    global _state
    if _state is not None and _state._file is not None:
        raise RuntimeError("input() already active")
    _state = FileInput(files, inplace, backup, mode=mode, openhook=openhook, encoding=encoding, errors=errors)
    return _state


def close():
    global _state
    state, _state = _state, None
    if state is not None:
        state.close()


def _active(name):
    def function():
        if _state is None:
            raise RuntimeError("no active input()")
        return getattr(_state, name)()

    function.__name__ = function.__qualname__ = name
    return function


nextfile, filename, lineno, filelineno, fileno, isfirstline, isstdin = map(
    _active, ("nextfile", "filename", "lineno", "filelineno", "fileno", "isfirstline", "isstdin"))


class FileInput:
    def __init__(self, files=None, inplace=False, backup="", *, mode="r", openhook=None, encoding=None, errors=None):
        if isinstance(files, (str, os.PathLike)):
            files = (os.fspath(files),)
        elif files is None:
            files = tuple(sys.argv[1:]) or ("-",)
        if mode not in ("r", "rb"):
            raise ValueError("FileInput opening mode must be 'r' or 'rb'")
        if inplace:
            raise NotImplementedError("fileinput.FileInput(inplace=True) is not available in nbcheck")
        self._files = list(files)
        self._mode = mode
        self._openhook = openhook
        self._encoding = encoding
        self._errors = errors
        self._filename = None
        self._file = None
        self._lineno = self._filelineno = 0
        self._isstdin = False

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()

    def __iter__(self):
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def close(self):
        self.nextfile()
        self._files = []

    def nextfile(self):
        file, self._file = self._file, None
        if file is not None and not self._isstdin:
            file.close()
        self._isstdin = False

    def readline(self):
        while True:
            if self._file is None:
                if not self._files:
                    return b"" if "b" in self._mode else ""
                self._open(self._files.pop(0))
            line = self._file.readline()
            if line:
                self._lineno += 1
                self._filelineno += 1
                return line
            self.nextfile()

    def _open(self, name):
        self._filename = name
        self._filelineno = 0
        if name == "-":
            self._filename = "<stdin>"
            self._file = sys.stdin.buffer if "b" in self._mode else sys.stdin
            self._isstdin = True
        elif self._openhook:
            self._file = self._openhook(name, self._mode)
        else:
            encoding = None if "b" in self._mode else self._encoding or "utf-8"
            self._file = open(name, self._mode, encoding=encoding, errors=self._errors)

    def filename(self):
        return self._filename

    def lineno(self):
        return self._lineno

    def filelineno(self):
        return self._filelineno

    def fileno(self):
        try:
            return self._file.fileno()
        except (AttributeError, ValueError, io.UnsupportedOperation):
            return -1

    def isfirstline(self):
        return self._filelineno == 1

    def isstdin(self):
        return self._isstdin


def hook_compressed(filename, mode, *, encoding=None, errors=None):
    if filename.endswith(".gz"):
        import gzip

        stream = gzip.open(filename, mode)
        return stream if "b" in mode else io.TextIOWrapper(stream, encoding=encoding or "utf-8", errors=errors)
    return open(filename, mode, encoding=None if "b" in mode else encoding or "utf-8", errors=errors)


def hook_encoded(encoding, errors=None):
    return lambda filename, mode: open(filename, mode, encoding=encoding, errors=errors)
