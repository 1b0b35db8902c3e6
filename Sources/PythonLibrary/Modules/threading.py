"""What code of a single thread needs of threads: locks that are free, events, and names. Threads cannot be started."""

__all__ = [
    "Barrier", "BoundedSemaphore", "Condition", "Event", "Lock", "RLock", "Semaphore", "Thread", "ThreadError", "Timer",
    "active_count", "current_thread", "enumerate", "excepthook", "get_ident", "get_native_id", "local", "main_thread"]

ThreadError = RuntimeError
TIMEOUT_MAX = 9223372036.0


def _stuck():
    raise NotImplementedError("waiting for another thread is not available in nbcheck: there is none")


class Lock:
    """A lock that one thread may hold once."""

    def __init__(self):
        self._held = False

    def acquire(self, blocking=True, timeout=-1):
        if not self._held:
            self._held = True
            return True
        if not blocking or timeout >= 0:
            return False
        _stuck()

    def release(self):
        if not self._held:
            raise RuntimeError("release unlocked lock")
        self._held = False

    def locked(self):
        return self._held

    def __enter__(self):
        return self.acquire()

    def __exit__(self, exc_type, exc_value, traceback):
        self.release()


class RLock:
    """A lock that its thread may take again."""

    def __init__(self):
        self._count = 0

    def acquire(self, blocking=True, timeout=-1):
        self._count += 1
        return True

    def release(self):
        if not self._count:
            raise RuntimeError("cannot release un-acquired lock")
        self._count -= 1

    def __enter__(self):
        return self.acquire()

    def __exit__(self, exc_type, exc_value, traceback):
        self.release()


class Condition:
    """A lock whose holder may wait for a notice."""

    def __init__(self, lock=None):
        self._lock = RLock() if lock is None else lock
        self.acquire = self._lock.acquire
        self.release = self._lock.release

    def __enter__(self):
        return self._lock.__enter__()

    def __exit__(self, *args):
        return self._lock.__exit__(*args)

    def wait(self, timeout=None):
        return False if timeout is not None else _stuck()

    def wait_for(self, predicate, timeout=None):
        result = predicate()
        return result if result or timeout is not None else _stuck()

    def notify(self, n=1):
        pass

    def notify_all(self):
        pass


class Semaphore:
    """A number that is taken from and given back to."""

    def __init__(self, value=1):
        if value < 0:
            raise ValueError("semaphore initial value must be >= 0")
        self._value = value

    def acquire(self, blocking=True, timeout=None):
        if not blocking and timeout is not None:
            raise ValueError("can't specify timeout for non-blocking acquire")
        if self._value > 0:
            self._value -= 1
            return True
        return False if not blocking or timeout is not None else _stuck()

    def release(self, n=1):
        if n < 1:
            raise ValueError("n must be one or more")
        self._value += n

    def __enter__(self):
        return self.acquire()

    def __exit__(self, exc_type, exc_value, traceback):
        self.release()


class BoundedSemaphore(Semaphore):
    """A semaphore that refuses to get more than it had."""

    def __init__(self, value=1):
        super().__init__(value)
        self._initial_value = value

    def release(self, n=1):
        if n < 1:
            raise ValueError("n must be one or more")
        if self._value + n > self._initial_value:
            raise ValueError("Semaphore released too many times")
        self._value += n


class Event:
    """A flag."""

    def __init__(self):
        self._flag = False

    def is_set(self):
        return self._flag

    def set(self):
        self._flag = True

    def clear(self):
        self._flag = False

    def wait(self, timeout=None):
        return self._flag if self._flag or timeout is not None else _stuck()


class local:
    """Attributes of one thread."""


class Thread:
    """A thread, which cannot be started here."""

    _count = 0

    def __init__(self, group=None, target=None, name=None, args=(), kwargs=None, *, daemon=None):
        if group is not None:
            raise AssertionError("group argument must be None for now")
        if name is None:
            Thread._count += 1
            name = f"Thread-{Thread._count}"
            if target is not None:
                name += f" ({getattr(target, '__name__', 'target')})"
        self.name = name
        self.daemon = bool(daemon)
        self.ident = None
        self._target = target
        self._args = args
        self._kwargs = kwargs or {}

    def start(self):
        raise NotImplementedError("starting a thread is not available in nbcheck")

    def run(self):
        if self._target is not None:
            self._target(*self._args, **self._kwargs)

    def join(self, timeout=None):
        raise RuntimeError("cannot join thread before it is started")

    def is_alive(self):
        return self is _main

    def __repr__(self):
        state = "started 1" if self is _main else "initial"
        return f"<{self.__class__.__name__}({self.name}, {state})>"


class Timer(Thread):
    def __init__(self, interval, function, args=None, kwargs=None):
        super().__init__(target=function, args=args or (), kwargs=kwargs)
        self.interval = interval

    def cancel(self):
        pass


class _MainThread(Thread):
    pass


class Barrier:
    def __init__(self, parties, action=None, timeout=None):
        self.parties = parties

    def wait(self, timeout=None):
        return 0 if self.parties == 1 else _stuck()


_main = _MainThread(name="MainThread")
_main.ident = 1


def current_thread():
    """Return the current Thread object."""
    return _main


def main_thread():
    """Return the main thread object."""
    return _main


def active_count():
    """Return the number of Thread objects currently alive."""
    return 1


def enumerate():
    """Return a list of all Thread objects currently alive."""
    return [_main]


def get_ident():
    """Return a non-zero integer that uniquely identifies the current thread."""
    return 1


get_native_id = get_ident


def excepthook(args, /):
    raise NotImplementedError("threading.excepthook is not available in nbcheck")
