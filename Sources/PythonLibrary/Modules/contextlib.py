"""Helpers for `with` statements."""

import abc
import sys
from collections import deque
from functools import wraps
from types import MethodType, GenericAlias

__all__ = [
    "contextmanager", "closing", "nullcontext", "AbstractContextManager", "ContextDecorator", "ExitStack",
    "redirect_stdout", "redirect_stderr", "suppress", "chdir",
]


class AbstractContextManager(abc.ABC):
    """What has `__enter__` and `__exit__`."""

    __class_getitem__ = classmethod(GenericAlias)

    def __enter__(self):
        return self

    @abc.abstractmethod
    def __exit__(self, exc_type, exc_value, traceback):
        return None

    @classmethod
    def __subclasshook__(cls, subclass):
        if cls is AbstractContextManager:
            for name in ("__enter__", "__exit__"):
                if getattr(subclass, name, None) is None:
                    return NotImplemented
            return True
        return NotImplemented


class ContextDecorator:
    """Lets a context manager decorate functions too."""

    def _recreate_cm(self):
        """What a call of the decorated function enters."""
        return self

    def __call__(self, func):
        @wraps(func)
        def managed(*args, **kwargs):
            with self._recreate_cm():
                return func(*args, **kwargs)

        return managed


class _GeneratorContextManager(AbstractContextManager, ContextDecorator):
    """The context manager that a generator with one `yield` describes."""

    def __init__(self, func, args, kwds):
        # Begun now, so that wrong arguments are noticed where the manager is made.
        self.gen = func(*args, **kwds)
        self.func, self.args, self.kwds = func, args, kwds
        self.__doc__ = getattr(func, "__doc__", None) or type(self).__doc__

    def _recreate_cm(self):
        return type(self)(self.func, self.args, self.kwds)

    def __enter__(self):
        # What was passed is not kept longer than needed.
        del self.args, self.kwds, self.func
        try:
            target = next(self.gen)
        except StopIteration:
            raise RuntimeError("generator didn't yield") from None
        return target

    def __exit__(self, typ, value, traceback):
        if typ is None:
            for _ in self.gen:
                self._refuse("generator didn't stop")
            return False
        error = typ() if value is None else value
        try:
            self.gen.throw(error)
        except BaseException as raised:
            return self._swallowed(error, raised, traceback)
        self._refuse("generator didn't stop after throw()")

    def _refuse(self, words):
        """Ends a generator that goes on where it must not."""
        try:
            raise RuntimeError(words)
        finally:
            self.gen.close()

    @staticmethod
    def _swallowed(error, raised, traceback):
        """Whether the block's error ends here, after the generator has answered it with `raised`."""
        if isinstance(raised, StopIteration):
            # The generator has ended, unless this is the block's own.
            return raised is not error
        # A generator cannot let a StopIteration through as it is.
        wraps_it = isinstance(error, StopIteration) and isinstance(raised, RuntimeError) and raised.__cause__ is error
        if raised is not error and not wraps_it:
            raise raised
        error.__traceback__ = traceback
        return False


def contextmanager(func):
    """Makes a context manager of a generator function: what it yields is the target of `with`."""

    @wraps(func)
    def begin(*args, **kwargs):
        return _GeneratorContextManager(func, args, kwargs)

    return begin


class closing(AbstractContextManager):
    """Closes something at the end of the block."""

    def __init__(self, thing):
        self.thing = thing

    def __enter__(self):
        return self.thing

    def __exit__(self, *_):
        self.thing.close()


class _Replacing(AbstractContextManager):
    """Puts something in the place of one of `sys`'s streams; may be entered again inside."""

    def __init__(self, new_target):
        self._target = new_target
        self._replaced = []

    def __enter__(self):
        self._replaced.append(vars(sys)[self._name])
        setattr(sys, self._name, self._target)
        return self._target

    def __exit__(self, *_):
        setattr(sys, self._name, self._replaced.pop())


class redirect_stdout(_Replacing):
    """Sends what is printed in the block somewhere else."""

    _name = "stdout"


class redirect_stderr(_Replacing):
    """Sends what goes to `sys.stderr` in the block somewhere else."""

    _name = "stderr"


class suppress(AbstractContextManager):
    """Ends the block quietly at one of the exceptions."""

    def __init__(self, *exceptions):
        self._exceptions = exceptions

    def __enter__(self):
        pass

    def __exit__(self, exc_type, exc_value, traceback):
        return exc_type is not None and issubclass(exc_type, self._exceptions)


class nullcontext(AbstractContextManager):
    """Does nothing."""

    def __init__(self, enter_result=None):
        self.enter_result = enter_result

    def __enter__(self):
        return self.enter_result

    def __exit__(self, *excinfo):
        pass


class chdir(AbstractContextManager):
    """Works in another folder for a while; may be entered again inside."""

    def __init__(self, path):
        self.path = path
        self._left = []

    def __enter__(self):
        import os

        self._left += [os.getcwd()]
        os.chdir(self.path)

    def __exit__(self, *_):
        import os

        os.chdir(self._left.pop())


class ExitStack(AbstractContextManager):
    """Collects what has to be done at the end of the block, last in, first out."""

    def __init__(self):
        self._callbacks = deque()

    def pop_all(self):
        """Hands all of it over to a new stack."""
        other = type(self)()
        other._callbacks = self._callbacks
        self._callbacks = deque()
        return other

    def push(self, exit):
        """Adds a context manager's `__exit__`, or a function like one."""
        method = getattr(type(exit), "__exit__", None)
        self._callbacks.append(exit if method is None else MethodType(method, exit))
        return exit

    def enter_context(self, cm):
        """Enters a context manager now, and leaves it at the end."""
        cls = type(cm)
        try:
            enter, leave = cls.__enter__, cls.__exit__
        except AttributeError:
            raise TypeError(
                f"'{cls.__module__}.{cls.__qualname__}' object does not support the context manager protocol"
            ) from None
        result = enter(cm)
        self._callbacks.append(MethodType(leave, cm))
        return result

    def callback(self, callback, /, *args, **kwds):
        """Adds a function to call whatever happens."""

        def leave(exc_type, exc_value, traceback):
            callback(*args, **kwds)

        leave.__wrapped__ = callback
        self._callbacks.append(leave)
        return callback

    def close(self):
        """Does all of it now."""
        self.__exit__(None, None, None)

    def __enter__(self):
        return self

    def __exit__(self, *details):
        outer = sys.exc_info()[1]
        pending = details[1]
        raised = False
        suppressed = False
        while self._callbacks:
            leave = self._callbacks.pop()
            try:
                if leave(None if pending is None else type(pending), pending,
                         None if pending is None else pending.__traceback__):
                    suppressed = True
                    raised = False
                    pending = None
            except BaseException as error:
                _chain(error, pending, outer)
                raised = True
                pending = error
        if raised:
            context = pending.__context__
            try:
                raise pending
            except BaseException:
                pending.__context__ = context
                raise
        return details[1] is not None and suppressed


def _chain(error, pending, outer):
    """Lets the innermost context of a new error be the one that was on its way."""
    while True:
        context = error.__context__
        if context is None or context is pending:
            return
        if context is outer:
            break
        error = context
    error.__context__ = pending
