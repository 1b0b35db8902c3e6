"""Threads and locks, as `threading` has them."""

from threading import RLock, TIMEOUT_MAX, Thread, get_ident, get_native_id, local as _local, lock as LockType

error = RuntimeError
allocate_lock = LockType
allocate = LockType


def start_new_thread(function, args, kwargs={}, /):
    """Runs a function as a thread of its own, which ends before this one goes on."""
    if not callable(function):
        raise TypeError("first arg must be callable")
    if not isinstance(args, tuple):
        raise TypeError("2nd arg must be a tuple")
    thread = Thread(target=function, args=args, kwargs=kwargs)
    thread.start()
    return thread.ident


start_new = start_new_thread


def exit():
    """Ends the thread."""
    raise SystemExit


def stack_size(size=0, /):
    """The size of threads' stacks, which is the machine's."""
    return 0


def interrupt_main(signum=2, /):
    """Interrupts the main thread."""
    raise KeyboardInterrupt
