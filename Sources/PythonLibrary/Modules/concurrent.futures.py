"""Calls whose results are asked for later. Each runs when it is submitted."""

import threading
from collections import namedtuple

__all__ = (
    "FIRST_COMPLETED", "FIRST_EXCEPTION", "ALL_COMPLETED", "CancelledError", "TimeoutError", "BrokenExecutor",
    "Future", "Executor", "wait", "as_completed", "ProcessPoolExecutor", "ThreadPoolExecutor")

FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED = "FIRST_COMPLETED", "FIRST_EXCEPTION", "ALL_COMPLETED"
TimeoutError = TimeoutError


class Error(Exception):
    """What may go wrong with futures."""


class CancelledError(Error):
    """The future was cancelled."""


class InvalidStateError(Error):
    """The future has ended already, or has not begun."""


class BrokenExecutor(RuntimeError):
    """The executor can take no more calls."""


class Future:
    """A result that may be there already."""

    def __init__(self):
        self._state = "PENDING"
        self._result = self._exception = None
        self._callbacks = []

    def cancel(self):
        if self._state in ("RUNNING", "FINISHED"):
            return False
        if self._state == "PENDING":
            self._end("CANCELLED")
        return True

    def cancelled(self):
        return self._state == "CANCELLED"

    def running(self):
        return self._state == "RUNNING"

    def done(self):
        return self._state in ("CANCELLED", "FINISHED")

    def _end(self, state):
        self._state = state
        for function in self._callbacks:
            self._call(function)

    def _call(self, function):
        try:
            function(self)
        except Exception:
            import logging
            logging.getLogger("concurrent.futures").exception("exception calling callback for %r", self)

    def add_done_callback(self, fn):
        if self.done():
            self._call(fn)
        else:
            self._callbacks.append(fn)

    def _wait(self, timeout):
        if self._state == "CANCELLED":
            raise CancelledError()
        if self._state != "FINISHED":
            if timeout is not None:
                raise TimeoutError()
            threading._stuck()

    def result(self, timeout=None):
        self._wait(timeout)
        if self._exception is not None:
            raise self._exception
        return self._result

    def exception(self, timeout=None):
        self._wait(timeout)
        return self._exception

    def set_running_or_notify_cancel(self):
        if self._state == "CANCELLED":
            return False
        self._state = "RUNNING"
        return True

    def _check_open(self):
        if self.done():
            raise InvalidStateError(f"{self._state}: {self!r}")

    def set_result(self, result):
        self._check_open()
        self._result = result
        self._end("FINISHED")

    def set_exception(self, exception):
        self._check_open()
        self._exception = exception
        self._end("FINISHED")

    def __repr__(self):
        state = self._state.lower()
        if self._state == "FINISHED":
            what = "raised " + type(self._exception).__name__ if self._exception else (
                "returned " + type(self._result).__name__)
            state += " " + what
        return f"<{self.__class__.__name__} at {id(self):#x} state={state}>"


class Executor:
    """Takes calls."""

    def submit(self, fn, /, *args, **kwargs):
        raise NotImplementedError()

    def map(self, fn, *iterables, timeout=None, chunksize=1):
        futures = [self.submit(fn, *args) for args in zip(*iterables)]
        return (future.result(timeout) for future in futures)

    def shutdown(self, wait=True, *, cancel_futures=False):
        pass

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_val, exc_tb):
        self.shutdown()
        return False


class ThreadPoolExecutor(Executor):
    """Runs each call as a thread, which ends before the next begins."""

    _count = 0

    def __init__(self, max_workers=None, thread_name_prefix="", initializer=None, initargs=()):
        if max_workers is not None and max_workers <= 0:
            raise ValueError("max_workers must be greater than 0")
        if initializer is not None and not callable(initializer):
            raise TypeError("initializer must be a callable")
        self._prefix = thread_name_prefix or f"ThreadPoolExecutor-{ThreadPoolExecutor._count}"
        ThreadPoolExecutor._count += 1
        self._max_workers = max_workers
        self._initializer = initializer, initargs
        self._is_shut = False

    def submit(self, fn, /, *args, **kwargs):
        if self._is_shut:
            raise RuntimeError("cannot schedule new futures after shutdown")
        future = Future()

        def work():
            function, initargs = self._initializer
            if function is not None:
                self._initializer = None, ()
                function(*initargs)
            future.set_running_or_notify_cancel()
            try:
                result = fn(*args, **kwargs)
            except threading._Stuck:
                raise
            except BaseException as error:
                future.set_exception(error)
            else:
                future.set_result(result)

        threading.Thread(target=work, name=self._prefix + "_0").start()
        return future

    def shutdown(self, wait=True, *, cancel_futures=False):
        self._is_shut = True


class ProcessPoolExecutor(Executor):
    def __init__(self, *args, **kwargs):
        raise NotImplementedError("starting a process is not available in nbcheck")


DoneAndNotDoneFutures = namedtuple("DoneAndNotDoneFutures", "done not_done")


def wait(fs, timeout=None, return_when=ALL_COMPLETED):
    """Which futures are done."""
    fs = set(fs)
    done = {future for future in fs if future.done()}
    if done != fs and timeout is None and not (done and return_when == FIRST_COMPLETED):
        threading._stuck()
    return DoneAndNotDoneFutures(done, fs - done)


def as_completed(fs, timeout=None):
    """The futures as they are done."""
    fs = list(dict.fromkeys(fs))
    yield from (future for future in fs if future.done())
    if not all(future.done() for future in fs):
        if timeout is not None:
            raise TimeoutError()
        threading._stuck()
