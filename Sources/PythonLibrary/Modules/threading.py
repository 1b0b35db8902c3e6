"""Threads that run one after another, each from its start to its end; and locks, events and names for them."""

import sys
from _time import _sleep, monotonic
from collections import namedtuple

__all__ = [
    "Barrier", "BoundedSemaphore", "Condition", "Event", "Lock", "RLock", "Semaphore", "Thread", "ThreadError", "Timer",
    "BrokenBarrierError", "ExceptHookArgs",
    "active_count", "current_thread", "enumerate", "excepthook", "get_ident", "get_native_id", "local", "main_thread"]

ThreadError = RuntimeError
TIMEOUT_MAX = 9223372036.0


class _Stuck(NotImplementedError):
    pass


_Stuck.__name__ = _Stuck.__qualname__ = "NotImplementedError"
_Stuck.__module__ = "builtins"


def _stuck():
    raise _Stuck("waiting for another thread is not available in nbcheck: threads run one after another")


# Timers that wait: when their time comes, in what order they were started, and they themselves.
_timers = []


def _run_next():
    """Waits for the timer that comes next, and runs it."""
    entry = min(_timers)
    _sleep(max(0.0, entry[0] - monotonic()))
    _timers.remove(entry)
    entry[2]._execute()


def _pass_time(seconds):
    """What sleeping is while there are timers."""
    end = monotonic() + seconds
    while _timers and min(_timers)[0] <= end:
        _run_next()
    _sleep(max(0.0, end - monotonic()))


def _comes_true(holds, timeout=None):
    """Whether something holds, now or when timers have run."""
    end = None if timeout is None else monotonic() + timeout
    while not holds() and _timers and (end is None or min(_timers)[0] <= end):
        _run_next()
    return holds()


def _finish():
    """At the end of the program all timers have their turn but those of daemons."""
    for entry in _timers[:]:
        if entry[2].daemon:
            _timers.remove(entry)
    while _timers:
        _run_next()


class lock:
    """A lock that one thread may hold once."""

    __module__ = "_thread"

    def __init__(self):
        self._held = False

    def __repr__(self):
        state = "locked" if self._held else "unlocked"
        return f"<{state} _thread.lock object at {id(self):#x}>"

    def acquire(self, blocking=True, timeout=-1):
        if self._held and (
                not blocking or not _comes_true(lambda: not self._held, None if timeout < 0 else timeout)):
            return False if not blocking or timeout >= 0 else _stuck()
        self._held = True
        return True

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


Lock = lock


class RLock:
    """A lock that its thread may take again."""

    __module__ = "_thread"

    def __init__(self):
        self._count = 0

    def __repr__(self):
        state = "locked" if self._count else "unlocked"
        owner = get_ident() if self._count else 0
        return f"<{state} _thread.RLock object owner={owner} count={self._count} at {id(self):#x}>"

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
        self._notices = 0

    def __enter__(self):
        return self._lock.__enter__()

    def __exit__(self, *args):
        return self._lock.__exit__(*args)

    def _check(self, verb):
        is_held = self._lock._count if isinstance(self._lock, RLock) else self._lock.locked()
        if not is_held:
            raise RuntimeError(f"cannot {verb} on un-acquired lock")

    def wait(self, timeout=None):
        self._check("wait")
        before = self._notices
        is_noticed = _comes_true(lambda: self._notices > before, timeout)
        return is_noticed if is_noticed or timeout is not None else _stuck()

    def wait_for(self, predicate, timeout=None):
        result = _comes_true(predicate, timeout)
        return result if result or timeout is not None else _stuck()

    def notify(self, n=1):
        self._check("notify")
        self._notices += 1

    def notify_all(self):
        self.notify()

    notifyAll = notify_all


class Semaphore:
    """A number that is taken from and given back to."""

    def __init__(self, value=1):
        if value < 0:
            raise ValueError("semaphore initial value must be >= 0")
        self._value = value

    def acquire(self, blocking=True, timeout=None):
        if not blocking and timeout is not None:
            raise ValueError("can't specify timeout for non-blocking acquire")
        if self._value > 0 or blocking and _comes_true(lambda: self._value > 0, timeout):
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
        is_set = _comes_true(self.is_set, timeout)
        return is_set if is_set or timeout is not None else _stuck()


_locals = []


class local:
    """Attributes of one thread: each finds its own."""

    __module__ = "_thread"

    def __new__(cls, /, *args, **kwargs):
        if (args or kwargs) and cls.__init__ is object.__init__:
            raise TypeError("Initialization arguments are not supported")
        import weakref
        made = object.__new__(cls)
        _locals.append((weakref.ref(made), args, kwargs))
        return made


local.__name__ = local.__qualname__ = "_local"


def _set_locals_aside():
    """Gives all `local` objects the attributes of a new thread, and returns those of this one."""
    _locals[:] = [entry for entry in _locals if entry[0]() is not None]
    kept = []
    for reference, args, kwargs in _locals:
        values = reference()
        kept.append((values, dict(values.__dict__)))
        values.__dict__.clear()
        if type(values).__init__ is not object.__init__:
            values.__init__(*args, **kwargs)
    return kept


class ExceptHookArgs(namedtuple("ExceptHookArgs", "exc_type exc_value exc_traceback thread")):
    """What `excepthook` is told."""

    def __new__(cls, args, /):
        return super().__new__(cls, *args)


def excepthook(args, /):
    """Prints the exception that ended a thread."""
    if args.exc_type is SystemExit:
        return
    import traceback
    print(f"Exception in thread {args.thread.name}:", file=sys.stderr)
    traceback.print_exception(args.exc_type, args.exc_value, args.exc_traceback)


__excepthook__ = excepthook


class Thread:
    """A thread. It runs from its start to its end while the one that starts it waits: one of the orders in which
    threads may run."""

    _count = 0
    _initialized = False

    def __init__(self, group=None, target=None, name=None, args=(), kwargs=None, *, daemon=None):
        if group is not None:
            raise AssertionError("group argument must be None for now")
        if name is None:
            name = self._new_name()
            if hasattr(target, "__name__"):
                name += f" ({target.__name__})"
        self._initialized = True
        self.name = str(name)
        self._daemonic = _current.daemon if daemon is None and _current is not None else bool(daemon)
        self._ident = None
        self._state = "initial"
        self._target = target
        self._args = args
        self._kwargs = {} if kwargs is None else kwargs

    @staticmethod
    def _new_name():
        Thread._count += 1
        return f"Thread-{Thread._count}"

    def _check(self):
        if not self._initialized:
            raise RuntimeError("Thread.__init__() not called")

    @property
    def ident(self):
        self._check()
        return self._ident

    native_id = ident

    @property
    def daemon(self):
        self._check()
        return self._daemonic

    @daemon.setter
    def daemon(self, daemonic):
        self._check()
        if self._state != "initial":
            raise RuntimeError("cannot set daemon status of active thread")
        self._daemonic = daemonic

    def start(self):
        self._begin()
        self._execute()

    def _begin(self):
        if not self._initialized:
            raise RuntimeError("thread.__init__() not called")
        if self._state != "initial":
            raise RuntimeError("threads can only be started once")
        Thread._idents += 1
        self._ident = Thread._idents
        self._state = "started"
        _alive.append(self)

    def _execute(self):
        global _current
        before, _current = _current, self
        kept = _set_locals_aside()
        try:
            self.run()
        except _Stuck:
            raise
        except BaseException as error:
            import threading
            threading.excepthook(ExceptHookArgs((type(error), error, error.__traceback__, self)))
        finally:
            for values, attributes in kept:
                values.__dict__.clear()
                values.__dict__.update(attributes)
            _current = before
            self._end()

    def _end(self):
        _alive.remove(self)
        self._state = "stopped"

    _idents = 1

    def run(self):
        if self._target is not None:
            self._target(*self._args, **self._kwargs)

    def join(self, timeout=None):
        self._check()
        if self._state == "initial":
            raise RuntimeError("cannot join thread before it is started")
        if self is _current:
            raise RuntimeError("cannot join current thread")
        if not _comes_true(lambda: self._state == "stopped", timeout) and timeout is None:
            _stuck()

    def is_alive(self):
        self._check()
        return self._state == "started"

    def isDaemon(self):
        return self.daemon

    def setDaemon(self, daemonic):
        self.daemon = daemonic

    def getName(self):
        return self.name

    def setName(self, name):
        self.name = name

    def __repr__(self):
        state = self._state
        if self._daemonic:
            state += " daemon"
        if self._ident is not None:
            state += f" {self._ident}"
        return f"<{self.__class__.__name__}({self.name}, {state})>"


class Timer(Thread):
    """A call after some time."""

    def __init__(self, interval, function, args=None, kwargs=None):
        super().__init__()
        self.interval = interval
        self.function = function
        self.args = [] if args is None else args
        self.kwargs = {} if kwargs is None else kwargs
        self.finished = Event()

    def start(self):
        self._begin()
        if not _timers:
            import atexit
            atexit.unregister(_finish)
            atexit.register(_finish)
        _timers.append((monotonic() + self.interval, self._ident, self))

    def cancel(self):
        self.finished.set()
        for entry in _timers:
            if entry[2] is self:
                _timers.remove(entry)
                self._end()
                break

    def run(self):
        if not self.finished.is_set():
            self.function(*self.args, **self.kwargs)
        self.finished.set()


class _MainThread(Thread):
    pass


class BrokenBarrierError(RuntimeError):
    """A barrier was broken while threads waited."""


class Barrier:
    """A place where a number of threads meet."""

    def __init__(self, parties, action=None, timeout=None):
        self.parties = parties
        self.n_waiting = 0
        self.broken = False
        self._action = action

    def wait(self, timeout=None):
        if self.broken:
            raise BrokenBarrierError
        if self.parties > 1:
            _stuck()
        if self._action:
            self._action()
        return 0

    def __repr__(self):
        name = f"{type(self).__module__}.{type(self).__qualname__}"
        state = "broken" if self.broken else f"waiters={self.n_waiting}/{self.parties}"
        return f"<{name} at {id(self):#x}: {state}>"

    def reset(self):
        self.broken = False

    def abort(self):
        self.broken = True


_current = None
_main = _current = _MainThread(name="MainThread", daemon=False)
_main._ident = 1
_main._state = "started"
_alive = [_main]


def current_thread():
    """Return the current Thread object."""
    return _current


def main_thread():
    """The thread that the program began in."""
    return _main


def active_count():
    """How many threads have begun and not ended."""
    return len(_alive)


def enumerate():
    """The threads that have begun and not ended."""
    return list(_alive)


def get_ident():
    """Return a non-zero integer that uniquely identifies the current thread."""
    return _current._ident


get_native_id = get_ident


def settrace(func):
    """Is accepted; nothing is traced."""
    if func is not None:
        raise NotImplementedError("threading.settrace is not available in nbcheck")


setprofile = settrace


def gettrace():
    """Nothing is traced."""


getprofile = gettrace


def _renamed(old, function):
    """The function by a name that it had before, with a warning."""
    def call():
        import warnings
        new = function.__name__
        warnings.warn(f"{old}() is deprecated, use {new}() instead", DeprecationWarning, stacklevel=2)
        return function()
    call.__name__ = call.__qualname__ = old
    return call


currentThread = _renamed("currentThread", current_thread)
activeCount = _renamed("activeCount", active_count)


def stack_size(size=0, /):
    """The size of threads' stacks, which is the machine's."""
    return 0
