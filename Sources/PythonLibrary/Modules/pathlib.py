"""Paths as objects."""

import fnmatch
import io
import os

__all__ = ["PurePath", "PurePosixPath", "PureWindowsPath", "Path", "PosixPath", "WindowsPath"]


class _Parents:
    def __init__(self, path):
        self._path = path
        self._count = len(path._parts) - (1 if path._anchor else 0)

    def __len__(self):
        return self._count

    def __getitem__(self, index):
        if isinstance(index, slice):
            return tuple(self[i] for i in range(*index.indices(len(self))))
        if index >= self._count or index < -self._count:
            raise IndexError(index)
        if index < 0:
            index += self._count
        path = self._path
        return path._with(path._parts[: -index - 1])

    def __iter__(self):
        return (self[i] for i in range(self._count))

    def __repr__(self):
        return f"<{type(self._path).__name__}.parents>"


class PurePath:
    __slots__ = ("_drive", "_root", "_parts", "_text", "_hash")
    _separator = "/"

    def __new__(cls, *args):
        if cls is PurePath:
            cls = PurePosixPath
        elif cls is Path:
            cls = PosixPath
        return cls._make(*cls._join(args))

    @classmethod
    def _make(cls, drive, root, parts):
        self = object.__new__(cls)
        self._drive = drive
        self._root = root
        self._parts = tuple(parts)
        self._text = None
        return self

    def _with(self, parts):
        return self._make(self._drive, self._root, parts)

    @classmethod
    def _split(cls, text):
        """The drive, root and names in a path's text."""
        if text.startswith("/"):
            root = "//" if text.startswith("//") and not text.startswith("///") else "/"
        else:
            root = ""
        return "", root, text.split("/")

    @classmethod
    def _join(cls, args):
        drive = root = ""
        names = []
        for arg in args:
            if isinstance(arg, PurePath):
                text = str(arg)
            else:
                text = os.fspath(arg)
                if not isinstance(text, str):
                    raise TypeError(
                        "argument should be a str object or an os.PathLike object returning str, "
                        f"not {type(text)!r}"
                    )
            new_drive, new_root, new_names = cls._split(text)
            if new_root:
                names = []
                root = new_root
                drive = new_drive or drive
            elif new_drive and new_drive.lower() != drive.lower():
                names = []
                drive, root = new_drive, ""
            names += [name for name in new_names if name and name != "."]
        return drive, root, ([drive + root] if drive or root else []) + names

    @property
    def _anchor(self):
        return self._drive + self._root

    def __reduce__(self):
        return type(self), self._parts

    def __str__(self):
        text = self._text
        if text is None:
            anchor = self._anchor
            if anchor:
                text = anchor + self._separator.join(self._parts[1:])
            else:
                text = self._separator.join(self._parts) or "."
            self._text = text
        return text

    def __fspath__(self):
        return str(self)

    def as_posix(self):
        return str(self).replace(self._separator, "/")

    def __bytes__(self):
        return os.fsencode(self)

    def __repr__(self):
        return f"{type(self).__name__}({self.as_posix()!r})"

    def as_uri(self):
        if not self.is_absolute():
            raise ValueError("relative path can't be expressed as a file URI")
        safe = b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.-~/"
        return "file://" + "".join([chr(byte) if byte in safe else f"%{byte:02X}" for byte in bytes(self)])

    @property
    def _key(self):
        return self._parts

    def __eq__(self, other):
        if not isinstance(other, PurePath) or self._separator != other._separator:
            return NotImplemented
        return self._key == other._key

    def __hash__(self):
        return hash(self._key)

    def __lt__(self, other):
        if not isinstance(other, PurePath) or self._separator != other._separator:
            return NotImplemented
        return self._key < other._key

    def __le__(self, other):
        if not isinstance(other, PurePath) or self._separator != other._separator:
            return NotImplemented
        return self._key <= other._key

    def __gt__(self, other):
        if not isinstance(other, PurePath) or self._separator != other._separator:
            return NotImplemented
        return self._key > other._key

    def __ge__(self, other):
        if not isinstance(other, PurePath) or self._separator != other._separator:
            return NotImplemented
        return self._key >= other._key

    @property
    def drive(self):
        return self._drive

    @property
    def root(self):
        return self._root

    @property
    def anchor(self):
        return self._anchor

    @property
    def parts(self):
        return self._parts

    @property
    def name(self):
        parts = self._parts
        return "" if len(parts) == (1 if self._anchor else 0) else parts[-1]

    @property
    def suffix(self):
        name = self.name
        i = name.rfind(".")
        return name[i:] if 0 < i < len(name) - 1 else ""

    @property
    def suffixes(self):
        name = self.name
        if name.endswith("."):
            return []
        return ["." + suffix for suffix in name.lstrip(".").split(".")[1:]]

    @property
    def stem(self):
        name = self.name
        i = name.rfind(".")
        return name[:i] if 0 < i < len(name) - 1 else name

    @property
    def parent(self):
        if len(self._parts) == (1 if self._anchor else 0):
            return self
        return self._with(self._parts[:-1])

    @property
    def parents(self):
        return _Parents(self)

    def _bad_name(self, name):
        return not name or self._separator in name or name == "."

    def with_name(self, name):
        if not self.name:
            raise ValueError(f"{self!r} has an empty name")
        if self._bad_name(name):
            raise ValueError(f"Invalid name {name!r}")
        return self._with(self._parts[:-1] + (name,))

    def with_stem(self, stem):
        return self.with_name(stem + self.suffix)

    def with_suffix(self, suffix):
        if self._separator in suffix or suffix and not suffix.startswith(".") or suffix == ".":
            raise ValueError(f"Invalid suffix {suffix!r}")
        name = self.name
        if not name:
            raise ValueError(f"{self!r} has an empty name")
        old = self.suffix
        return self._with(self._parts[:-1] + ((name[: -len(old)] if old else name) + suffix,))

    def relative_to(self, *other):
        if not other:
            raise TypeError("need at least one argument")
        base = type(self)(*other)
        count = len(base._parts)
        if self._key[:count] != base._key:
            raise ValueError(
                f"{str(self)!r} is not in the subpath of {str(base)!r} "
                "OR one path is relative and the other is absolute."
            )
        return type(self)._make("", "", self._parts[count:])

    def is_relative_to(self, *other):
        try:
            self.relative_to(*other)
            return True
        except ValueError:
            return False

    def joinpath(self, *args):
        return type(self)(self, *args)

    def __truediv__(self, key):
        try:
            return type(self)(self, key)
        except TypeError:
            return NotImplemented

    def __rtruediv__(self, key):
        try:
            return type(self)(key, self)
        except TypeError:
            return NotImplemented

    def is_absolute(self):
        return bool(self._root)

    def is_reserved(self):
        return False

    def match(self, path_pattern):
        pattern = type(self)(path_pattern)
        parts = pattern._key
        if not parts:
            raise ValueError("empty pattern")
        own = self._key
        if pattern._anchor and len(own) != len(parts) or len(own) < len(parts):
            return False
        return all(fnmatch.fnmatchcase(a, b) for a, b in zip(reversed(own), reversed(parts)))


class PurePosixPath(PurePath):
    __slots__ = ()


class PureWindowsPath(PurePath):
    __slots__ = ()
    _separator = "\\"

    @classmethod
    def _split(cls, text):
        text = text.replace("/", "\\")
        drive = ""
        if text[1:2] == ":":
            drive, text = text[:2], text[2:]
        elif text.startswith("\\\\") and not text.startswith("\\\\\\"):
            pieces = text[2:].split("\\", 2)
            if len(pieces) > 1 and pieces[0] and pieces[1]:
                drive = "\\\\" + pieces[0] + "\\" + pieces[1]
                text = "\\" + (pieces[2] if len(pieces) > 2 else "")
        return drive, "\\" if text.startswith("\\") else "", text.split("\\")

    @property
    def _key(self):
        return tuple(part.lower() for part in self._parts)

    def is_absolute(self):
        return bool(self._drive and self._root)


class Path(PurePath):
    __slots__ = ()

    def __new__(cls, *args, **kwargs):
        if cls is WindowsPath:
            raise NotImplementedError("cannot instantiate 'WindowsPath' on your system")
        return PurePath.__new__(cls, *args)

    @classmethod
    def cwd(cls):
        return cls(os.getcwd())

    @classmethod
    def home(cls):
        return cls("~").expanduser()

    def expanduser(self):
        if self._parts and self._parts[0].startswith("~") and not self._anchor:
            home = os.path.expanduser(self._parts[0])
            if home.startswith("~"):
                raise RuntimeError("Could not determine home directory.")
            return type(self)(home, *self._parts[1:])
        return self

    def absolute(self):
        return self if self.is_absolute() else type(self)(os.getcwd(), self)

    def resolve(self, strict=False):
        return type(self)(os.path.realpath(self, strict=strict))

    def samefile(self, other):
        return os.path.samefile(self, other)

    def stat(self, *, follow_symlinks=True):
        return os.stat(self)

    lstat = stat

    def exists(self):
        return os.path.exists(self)

    def is_dir(self):
        return os.path.isdir(self)

    def is_file(self):
        return os.path.isfile(self)

    def is_symlink(self):
        return os.path.islink(self)

    def is_mount(self):
        return os.path.ismount(self)

    def is_socket(self):
        return False

    is_fifo = is_block_device = is_char_device = is_socket

    def iterdir(self):
        for name in os.listdir(self):
            yield self / name

    def open(self, mode="r", buffering=-1, encoding=None, errors=None, newline=None):
        return io.open(self, mode, buffering, encoding, errors, newline)

    def read_bytes(self):
        with self.open("rb") as file:
            return file.read()

    def read_text(self, encoding=None, errors=None):
        with self.open("r", encoding=encoding, errors=errors) as file:
            return file.read()

    def write_bytes(self, data):
        with self.open("wb") as file:
            return file.write(data)

    def write_text(self, data, encoding=None, errors=None, newline=None):
        if not isinstance(data, str):
            raise TypeError(f"data must be str, not {type(data).__name__}")
        with self.open("w", encoding=encoding, errors=errors, newline=newline) as file:
            return file.write(data)

    def touch(self, mode=0o666, exist_ok=True):
        if self.exists():
            if not exist_ok:
                raise FileExistsError(17, "File exists", str(self))
        else:
            self.write_bytes(b"")

    def mkdir(self, mode=0o777, parents=False, exist_ok=False):
        try:
            os.mkdir(self)
        except FileNotFoundError:
            if not parents or self.parent == self:
                raise
            self.parent.mkdir(parents=True, exist_ok=True)
            self.mkdir(mode, parents=False, exist_ok=exist_ok)
        except OSError:
            if not exist_ok or not self.is_dir():
                raise

    def unlink(self, missing_ok=False):
        try:
            os.remove(self)
        except FileNotFoundError:
            if not missing_ok:
                raise

    def rmdir(self):
        os.rmdir(self)

    def rename(self, target):
        os.rename(self, target)
        return type(self)(target)

    replace = rename

    def glob(self, pattern):
        if not pattern:
            raise ValueError(f"Unacceptable pattern: {pattern!r}")
        path = PurePosixPath(pattern)
        if path.anchor:
            raise NotImplementedError("Non-relative patterns are unsupported")
        seen = set()
        for found in self._select(path.parts):
            if found not in seen:
                seen.add(found)
                yield found

    def rglob(self, pattern):
        path = PurePosixPath(pattern)
        if path.anchor:
            raise NotImplementedError("Non-relative patterns are unsupported")
        return self.glob("**/" + pattern)

    def _select(self, parts):
        if not parts:
            yield self
            return
        first, rest = parts[0], parts[1:]
        if first == "**":
            for folder in self._folders():
                yield from folder._select(rest)
            return
        if "**" in first:
            raise ValueError("Invalid pattern: '**' can only be an entire path component")
        if not any(c in first for c in "*?["):
            path = self / first
            if path.is_dir() if rest else path.exists():
                yield from path._select(rest)
            return
        try:
            names = os.listdir(self)
        except OSError:
            return
        for name in fnmatch.filter(names, first):
            path = self / name
            if not rest or path.is_dir():
                yield from path._select(rest)

    def _folders(self):
        yield self
        try:
            names = os.listdir(self)
        except OSError:
            return
        for name in names:
            path = self / name
            if path.is_dir() and not path.is_symlink():
                yield from path._folders()

    def __enter__(self):
        return self

    def __exit__(self, *args):
        pass


class PosixPath(Path, PurePosixPath):
    __slots__ = ()


class WindowsPath(Path, PureWindowsPath):
    __slots__ = ()


os.PathLike.register(PurePath)
