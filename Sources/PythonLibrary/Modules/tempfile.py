"""Temporary files and folders, which are kept in memory."""

import io
import os
import shutil

__all__ = [
    "NamedTemporaryFile", "TemporaryFile", "SpooledTemporaryFile", "TemporaryDirectory", "mkstemp", "mkdtemp", "mktemp",
    "gettempprefix", "gettempprefixb", "tempdir", "gettempdir",
]

tempdir = None
_count = 0


def gettempdir():
    return tempdir or "/tmp"


def gettempdirb():
    return gettempdir().encode()


def gettempprefixb():
    return os.fsencode(gettempprefix())


def gettempprefix():
    return "tmp"


def mktemp(suffix="", prefix="tmp", dir=None):
    global _count
    while True:
        _count += 1
        path = os.path.join(dir or gettempdir(), f"{prefix}{_count:08d}{suffix}")
        if not os.path.exists(path):
            return path


def mkdtemp(suffix=None, prefix=None, dir=None):
    path = mktemp(suffix or "", prefix or "tmp", dir)
    os.mkdir(path)
    return path


def mkstemp(suffix=None, prefix=None, dir=None, text=False):
    raise NotImplementedError("tempfile.mkstemp is not available in nbcheck: there are no file descriptors")


class _TemporaryFile:
    """A file that is removed when it is closed."""

    def __init__(self, file, name, delete):
        self.file = file
        self.name = name
        self.delete = delete

    def __getattr__(self, name):
        return getattr(self.file, name)

    def __iter__(self):
        return iter(self.file)

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()

    def close(self):
        if not self.file.closed:
            self.file.close()
            if self.delete:
                os.remove(self.name)

    def __del__(self):
        self.close()


def NamedTemporaryFile(
    mode="w+b", buffering=-1, encoding=None, newline=None, suffix=None, prefix=None, dir=None, delete=True, *,
    errors=None
):
    path = mktemp(suffix or "", prefix or "tmp", dir)
    return _TemporaryFile(io.open(path, mode, buffering, encoding, errors, newline), path, delete)


TemporaryFile = NamedTemporaryFile


class SpooledTemporaryFile:
    """A file that stays in memory until it has grown too large for that."""

    def __init__(
        self, max_size=0, mode="w+b", buffering=-1, encoding=None, newline=None, suffix=None, prefix=None, dir=None, *,
        errors=None
    ):
        self._max_size = max_size
        self._rolled = False
        self._arguments = mode, buffering, encoding, newline, suffix, prefix, dir
        self._errors = errors
        self._file = io.BytesIO()
        if "b" not in mode:
            self._file = io.TextIOWrapper(self._file, encoding, errors, newline)

    def __getattr__(self, name):
        return getattr(self._file, name)

    def __iter__(self):
        return iter(self._file)

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self._file.close()

    def rollover(self):
        """Goes on in a file of the system's."""
        if self._rolled:
            return
        old, place = self._file, self._file.tell()
        self._file = TemporaryFile(*self._arguments, errors=self._errors)
        old.seek(0)
        self._file.write(old.read())
        self._file.seek(place)
        self._rolled = True

    def _grown(self, result):
        if 0 < self._max_size < self._file.tell():
            self.rollover()
        return result

    def write(self, data):
        return self._grown(self._file.write(data))

    def writelines(self, lines):
        return self._grown(self._file.writelines(lines))


class TemporaryDirectory:
    def __init__(self, suffix=None, prefix=None, dir=None, ignore_cleanup_errors=False):
        self.name = mkdtemp(suffix, prefix, dir)
        self._ignores = ignore_cleanup_errors

    def __repr__(self):
        return f"<{type(self).__name__} {self.name!r}>"

    def __enter__(self):
        return self.name

    def __exit__(self, *args):
        self.cleanup()

    def cleanup(self):
        if os.path.exists(self.name):
            shutil.rmtree(self.name, ignore_errors=self._ignores)
