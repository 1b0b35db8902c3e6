"""The files of the host, and nothing else of the machine."""

import abc
import posixpath as path
import sys

import _files

sys.modules["os.path"] = path

name = "posix"
linesep = "\n"
curdir, pardir, sep, pathsep, defpath, extsep, altsep, devnull = (
    path.curdir, path.pardir, path.sep, path.pathsep, path.defpath, path.extsep, path.altsep, path.devnull,
)
error = OSError
SEEK_SET, SEEK_CUR, SEEK_END = 0, 1, 2
F_OK, X_OK, W_OK, R_OK = 0, 1, 2, 4
EX_OK = 0
(EX_USAGE, EX_DATAERR, EX_NOINPUT, EX_NOUSER, EX_NOHOST, EX_UNAVAILABLE, EX_SOFTWARE, EX_OSERR, EX_OSFILE, EX_CANTCREAT,
 EX_IOERR, EX_TEMPFAIL, EX_PROTOCOL, EX_NOPERM, EX_CONFIG) = range(64, 79)
O_RDONLY, O_WRONLY, O_RDWR, O_CREAT, O_EXCL, O_TRUNC, O_APPEND = 0, 1, 2, 64, 128, 512, 1024


class PathLike(abc.ABC):
    @abc.abstractmethod
    def __fspath__(self):
        raise NotImplementedError

    @classmethod
    def __subclasshook__(cls, subclass):
        return hasattr(subclass, "__fspath__") if cls is PathLike else NotImplemented


def fspath(path):
    if isinstance(path, (str, bytes)):
        return path
    method = getattr(type(path), "__fspath__", None)
    if method is None:
        raise TypeError(f"expected str, bytes or os.PathLike object, not {type(path).__name__}")
    result = method(path)
    if not isinstance(result, (str, bytes)):
        raise TypeError(
            f"expected {type(path).__name__}.__fspath__() to return str or bytes, not {type(result).__name__}"
        )
    return result


def fsencode(filename):
    filename = fspath(filename)
    return filename.encode("utf-8", "surrogateescape") if isinstance(filename, str) else filename


def fsdecode(filename):
    filename = fspath(filename)
    return filename.decode("utf-8", "surrogateescape") if isinstance(filename, bytes) else filename


def _text(path):
    return fsdecode(path)


class _Environ(dict):
    """Nothing of the machine's environment is shown; what the notebook sets is its own."""

    def __setitem__(self, key, value):
        for item in (key, value):
            if not isinstance(item, str):
                raise TypeError(f"str expected, not {type(item).__name__}")
        dict.__setitem__(self, key, value)

    def __repr__(self):
        return f"environ({dict.__repr__(self)})"


environ = _Environ()


def getenv(key, default=None):
    return environ.get(key, default)


def putenv(name, value):
    environ[name] = value


def unsetenv(name):
    environ.pop(name, None)


def getcwd():
    return _files.getcwd()


def getcwdb():
    return _files.getcwd().encode()


def chdir(path):
    _files.chdir(_text(path))


def listdir(path=None):
    names = _files.listdir(_text("." if path is None else path))
    return [name.encode() for name in names] if isinstance(path, bytes) else names


class stat_result:
    def __init__(self, status):
        is_folder, self.st_size, self.st_mtime, mode, self.st_ino = status
        self.st_mode = (0o040000 if is_folder else 0o100000) | mode
        self.st_dev = self.st_uid = self.st_gid = 0
        self.st_nlink = 1
        self.st_atime = self.st_ctime = self.st_mtime
        self.st_mtime_ns = self.st_atime_ns = self.st_ctime_ns = int(self.st_mtime * 10**9)

    def __getitem__(self, index):
        return (
            self.st_mode, self.st_ino, self.st_dev, self.st_nlink, self.st_uid, self.st_gid, self.st_size,
            int(self.st_atime), int(self.st_mtime), int(self.st_ctime),
        )[index]


def stat(path, *, dir_fd=None, follow_symlinks=True):
    return stat_result(_files.stat(_text(path)))


lstat = stat


def access(path, mode, **options):
    try:
        _files.stat(_text(path))
    except OSError:
        return False
    return True


def mkdir(path, mode=0o777, *, dir_fd=None):
    _files.mkdir(_text(path))


def makedirs(name, mode=0o777, exist_ok=False):
    name = fspath(name)
    head, tail = path.split(name)
    if not tail:
        head, tail = path.split(head)
    if head and tail and not path.exists(head):
        makedirs(head, exist_ok=True)
        if tail == ".":
            return
    try:
        mkdir(name)
    except OSError:
        if not exist_ok or not path.isdir(name):
            raise


def remove(path, *, dir_fd=None):
    _files.remove(_text(path), False)


unlink = remove


def rmdir(path, *, dir_fd=None):
    _files.remove(_text(path), True)


def removedirs(name):
    rmdir(name)
    head = path.dirname(name.rstrip("/"))
    while head:
        try:
            rmdir(head)
        except OSError:
            break
        head = path.dirname(head)


def rename(src, dst, **options):
    try:
        _files.rename(_text(src), _text(dst))
    except OSError as error:
        raise OSError(error.errno, error.strerror, src, None, dst) from None


replace = rename


def renames(old, new):
    head = path.dirname(new)
    if head and not path.exists(head):
        makedirs(head)
    rename(old, new)


def truncate(path, length):
    with open(path, "r+b") as file:
        file.truncate(length)


class DirEntry:
    def __init__(self, folder, name):
        self.name = name
        self.path = path.join(folder, name)

    def is_dir(self, *, follow_symlinks=True):
        return path.isdir(self.path)

    def is_file(self, *, follow_symlinks=True):
        return path.isfile(self.path)

    def is_symlink(self):
        return path.islink(self.path)

    def stat(self, *, follow_symlinks=True):
        return stat(self.path)

    def inode(self):
        return stat(self.path).st_ino

    def __fspath__(self):
        return self.path

    def __repr__(self):
        return f"<DirEntry {self.name!r}>"


class _Scan:
    def __init__(self, folder):
        self._entries = iter([DirEntry(folder, name) for name in listdir(folder)])

    def __iter__(self):
        return self

    def __next__(self):
        return next(self._entries)

    def close(self):
        self._entries = iter(())

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()


def scandir(path=None):
    return _Scan("." if path is None else fspath(path))


def walk(top, topdown=True, onerror=None, followlinks=False):
    top = fspath(top)
    try:
        names = listdir(top)
    except OSError as error:
        if onerror is not None:
            onerror(error)
        return
    folders = [name for name in names if path.isdir(path.join(top, name))]
    files = [name for name in names if name not in folders]
    if topdown:
        yield top, folders, files
    for name in folders:
        inner = path.join(top, name)
        if followlinks or not path.islink(inner):
            yield from walk(inner, topdown, onerror, followlinks)
    if not topdown:
        yield top, folders, files


def cpu_count():
    return 1


def getpid():
    return 1


class terminal_size(tuple):
    columns = property(lambda self: self[0])
    lines = property(lambda self: self[1])

    def __repr__(self):
        return f"os.terminal_size(columns={self[0]}, lines={self[1]})"


def urandom(size, /):
    """Return a bytes object containing random bytes suitable for cryptographic use."""
    from random import SystemRandom

    if size < 0:
        raise ValueError("negative argument not allowed")
    return SystemRandom().randbytes(size)


def get_exec_path(env=None):
    """The folders in which programs are looked for."""
    return (environ if env is None else env).get("PATH", defpath).split(pathsep)


def strerror(code):
    words = {
        1: "Operation not permitted", 2: "No such file or directory", 5: "Input/output error", 9: "Bad file descriptor",
        12: "Cannot allocate memory", 13: "Permission denied", 17: "File exists", 20: "Not a directory",
        21: "Is a directory", 22: "Invalid argument", 28: "No space left on device", 39: "Directory not empty",
    }
    return words.get(code, f"Unknown error {code}")


_UNAVAILABLE = {
    "system", "popen", "fork", "forkpty", "kill", "killpg", "wait", "waitpid", "pipe", "dup", "dup2", "read", "write",
    "close", "fdopen", "open", "execv", "execve", "execvp", "spawnl", "spawnv", "link", "symlink", "readlink", "chmod",
    "chown", "utime", "umask", "getuid", "geteuid", "getgid", "getlogin", "getppid", "uname", "times",
    "nice", "abort", "_exit", "get_terminal_size", "isatty", "mkfifo", "startfile", "getloadavg", "sched_getaffinity",
}


def __getattr__(name):
    if name not in _UNAVAILABLE:
        raise AttributeError(f"module 'os' has no attribute '{name}'")

    def unavailable(*args, **kwargs):
        raise NotImplementedError(f"os.{name} is not available in nbcheck")

    return unavailable
