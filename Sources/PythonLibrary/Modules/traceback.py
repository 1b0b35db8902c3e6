"""Extract, format and print information about exceptions and the frames they went through."""

import sys
import _traceback

__all__ = [
    "extract_stack", "extract_tb", "format_exception", "format_exception_only", "format_list", "format_stack",
    "format_tb", "print_exc", "format_exc", "print_exception", "print_last", "print_stack", "print_tb",
    "clear_frames", "FrameSummary", "StackSummary", "TracebackException", "walk_stack", "walk_tb", "print_list",
]

_NOT_GIVEN = object()


class FrameSummary:
    """One frame of a traceback: file, line number, function and the text of the line."""

    __slots__ = ("filename", "lineno", "end_lineno", "colno", "end_colno", "name", "_line", "locals", "_marks")

    def __init__(self, filename, lineno, name, *, lookup_line=True, locals=None, line=None):
        self.filename = filename
        self.lineno = lineno
        self.end_lineno = lineno
        self.colno = None
        self.end_colno = None
        self.name = name
        self._line = line
        self.locals = None if locals is None else {name: repr(value) for name, value in locals.items()}
        self._marks = None

    @property
    def line(self):
        return self._line

    def __eq__(self, other):
        if isinstance(other, (FrameSummary, tuple)):
            return tuple(self) == tuple(other)
        return NotImplemented

    def __getitem__(self, position):
        return (self.filename, self.lineno, self.name, self.line)[position]

    def __iter__(self):
        return iter((self.filename, self.lineno, self.name, self.line))

    def __len__(self):
        return 4

    def __repr__(self):
        return f"<FrameSummary file {self.filename}, line {self.lineno} in {self.name}>"


class StackSummary(list):
    """Frames, outermost first."""

    @classmethod
    def extract(cls, frames, *, limit=None, lookup_lines=True, capture_locals=False):
        frames = [frame for frame, _ in frames]
        found = [_summary(_traceback.frame_entry(frame)) for frame in frames]
        if capture_locals:
            _capture(found, frames)
        return cls(_limited(found, limit))

    @classmethod
    def from_list(cls, entries):
        made = cls()
        for entry in entries:
            if not isinstance(entry, FrameSummary):
                filename, lineno, name, line = entry
                entry = FrameSummary(filename, lineno, name, line=line)
            made.append(entry)
        return made

    def format_frame_summary(self, frame):
        text = f'  File "{frame.filename}", line {frame.lineno}, in {frame.name}\n'
        if frame.line:
            text += f"    {frame.line.strip()}\n"
        if frame._marks:
            text += f"    {frame._marks}\n"
        for name, value in sorted((frame.locals or {}).items()):
            text += f"    {name} = {value}\n"
        return text

    def format(self):
        result = []
        last = None
        count = 0
        for frame in self:
            key = (frame.filename, frame.lineno, frame.name)
            if key != last:
                if count > 3:
                    result.append(_repeated(count - 3))
                last = key
                count = 0
            count += 1
            if count <= 3:
                result.append(self.format_frame_summary(frame))
        if count > 3:
            result.append(_repeated(count - 3))
        return result


def _repeated(count):
    return f"  [Previous line repeated {count} more time{'s' if count > 1 else ''}]\n"


def _summary(entry):
    filename, lineno, name, line, marks, end_lineno, colno, end_colno = entry
    made = FrameSummary(filename, lineno, name, line=line)
    made._marks, made.end_lineno, made.colno, made.end_colno = marks, end_lineno, colno, end_colno
    return made


def _capture(summaries, frames):
    """Notes what the local variables of the frames look like."""
    for summary, frame in zip(summaries, frames):
        summary.locals = {name: repr(value) for name, value in frame.f_locals.items()}


def _limited(frames, limit):
    if limit is None:
        return frames
    return frames[:limit] if limit >= 0 else frames[limit:]


def walk_tb(tb):
    while tb is not None:
        yield tb.tb_frame, tb.tb_lineno
        tb = tb.tb_next


def walk_stack(f):
    if f is None:
        f = sys._getframe(1)
    while f is not None:
        yield f, f.f_lineno
        f = f.f_back


def extract_tb(tb, limit=None):
    return _extracted(tb, limit, False)


def _extracted(tb, limit, capture_locals):
    if tb is not None:
        tb.tb_frame
    found = [_summary(entry) for entry in _traceback.entries(tb)]
    if capture_locals:
        _capture(found, [frame for frame, _ in walk_tb(tb)])
    return StackSummary(_limited(found, limit))


def extract_stack(f=None, limit=None):
    if f is None:
        f = sys._getframe(1)
    found = [_summary(_traceback.frame_entry(frame)) for frame, _ in walk_stack(f)]
    found.reverse()
    if limit is not None:
        found = found[-limit:] if limit >= 0 else found[:-limit]
    return StackSummary(found)


def format_list(extracted_list):
    return StackSummary.from_list(extracted_list).format()


def print_list(extracted_list, file=None):
    _write(format_list(extracted_list), file)


def _write(lines, file):
    if file is None:
        file = sys.stderr
    for line in lines:
        file.write(line)


def format_tb(tb, limit=None):
    return extract_tb(tb, limit).format()


def print_tb(tb, limit=None, file=None):
    _write(format_tb(tb, limit), file)


def format_stack(f=None, limit=None):
    if f is None:
        f = sys._getframe(1)
    return extract_stack(f, limit).format()


def print_stack(f=None, limit=None, file=None):
    if f is None:
        f = sys._getframe(1)
    _write(extract_stack(f, limit).format(), file)


def _exception(exc, value):
    if value is _NOT_GIVEN:
        if exc is not None and not isinstance(exc, BaseException):
            raise TypeError(f"Exception expected for value, {type(exc).__name__} found")
        return exc
    return value


def format_exception_only(exc, /, value=_NOT_GIVEN):
    return list(TracebackException.from_exception(_exception(exc, value)).format_exception_only())


def format_exception(exc, /, value=_NOT_GIVEN, tb=_NOT_GIVEN, limit=None, chain=True, **kwargs):
    value = _exception(exc, value)
    if tb is _NOT_GIVEN or value is None:
        tb = getattr(value, "__traceback__", None)
    return list(TracebackException(type(value), value, tb, limit=limit).format(chain=chain))


def print_exception(exc, /, value=_NOT_GIVEN, tb=_NOT_GIVEN, limit=None, file=None, chain=True, **kwargs):
    _write(format_exception(exc, value, tb, limit, chain), file)


def format_exc(limit=None, chain=True):
    value = sys.exc_info()[1]
    return "".join(format_exception(value, limit=limit, chain=chain))


def print_exc(limit=None, file=None, chain=True):
    print_exception(sys.exc_info()[1], limit=limit, file=file, chain=chain)


def print_last(limit=None, file=None, chain=True):
    if not hasattr(sys, "last_type"):
        raise ValueError("no last exception")
    print_exception(sys.last_type, sys.last_value, sys.last_traceback, limit, file, chain)


def clear_frames(tb):
    """Frames that have ended keep no variables."""


class _Margin:
    """How far in the lines of exceptions in groups stand, and whether a rule is still to end them."""

    def __init__(self):
        self.depth = 0
        self.is_open = False

    @property
    def space(self):
        return "  " * self.depth

    def indented(self, text, sign="|"):
        if not self.depth:
            return text
        return "".join(f"{self.space}{sign} {line}" for line in text.splitlines(True))


class TracebackException:
    """An exception ready for printing."""

    def __init__(self, exc_type, exc_value, exc_traceback, *, limit=None, lookup_lines=True, capture_locals=False,
                 compact=False, _seen=None):
        seen = _seen if _seen is not None else set()
        seen.add(id(exc_value))
        self._value = exc_value
        self._traceback = exc_traceback
        self._limit = limit
        self._captures = capture_locals
        self.stack = _extracted(exc_traceback, limit, capture_locals)
        self.exc_type = exc_type
        self._str = _text(exc_value)
        self.__notes__ = getattr(exc_value, "__notes__", None)
        self.__cause__ = self._other(getattr(exc_value, "__cause__", None), seen)
        self.__context__ = self._other(getattr(exc_value, "__context__", None), seen)
        self.__suppress_context__ = getattr(exc_value, "__suppress_context__", False)
        self.exceptions = None
        if isinstance(exc_value, BaseExceptionGroup):
            self.exceptions = [self._other(one, set()) for one in exc_value.exceptions]

    def _other(self, exc, seen):
        if exc is None or id(exc) in seen:
            return None
        return TracebackException(type(exc), exc, exc.__traceback__, limit=self._limit, capture_locals=self._captures, _seen=seen)

    @classmethod
    def from_exception(cls, exc, *args, **kwargs):
        return cls(type(exc), exc, getattr(exc, "__traceback__", None), *args, **kwargs)

    def __eq__(self, other):
        if isinstance(other, TracebackException):
            return self.__dict__ == other.__dict__
        return NotImplemented

    def __str__(self):
        return self._str

    def format_exception_only(self):
        if self._value is None:
            yield "NoneType: None\n"
            return
        yield from _traceback.only(self._value)

    def format(self, *, chain=True):
        yield from self._format(chain, _Margin())

    def _format(self, chain, margin):
        if chain:
            if self.__cause__ is not None:
                yield from self.__cause__._format(chain, margin)
                yield margin.indented("\nThe above exception was the direct cause of the following exception:\n\n")
            elif self.__context__ is not None and not self.__suppress_context__:
                yield from self.__context__._format(chain, margin)
                yield margin.indented("\nDuring handling of the above exception, another exception occurred:\n\n")
        if self.exceptions is not None:
            yield from self._format_group(chain, margin)
            return
        yield from self._format_own("Traceback (most recent call last):\n", margin)

    def _format_own(self, title, margin, sign="|"):
        if self._traceback is not None:
            yield margin.indented(title, sign)
            for entry in format_tb(self._traceback, self._limit):
                yield margin.indented(entry)
        for line in self.format_exception_only():
            yield margin.indented(line)

    def _format_group(self, chain, margin):
        """The group itself, then what it holds, each a step further in and between rules with its number."""
        if margin.depth > 10:
            yield margin.indented("... (max_group_depth is 10)\n")
            return
        is_outermost = margin.depth == 0
        margin.depth += is_outermost
        yield from self._format_own(
            "Exception Group Traceback (most recent call last):\n", margin, "+" if is_outermost else "|")
        count = len(self.exceptions)
        shown = min(count, 16)
        for number in range(shown):
            is_last = number == shown - 1
            name = "..." if number == 15 else number + 1
            yield f"{margin.space}{'  ' if number else '+-'}+---------------- {name} ----------------\n"
            margin.depth += 1
            margin.is_open = True
            if number < 15:
                yield from self.exceptions[number]._format(chain, margin)
            else:
                yield margin.indented(f"and {count - 15} more exception{'s' if count > 16 else ''}\n")
            if is_last and margin.is_open:
                yield f"{margin.space}+------------------------------------\n"
                margin.is_open = False
            margin.depth -= 1
        margin.depth -= is_outermost

    def print(self, *, file=None, chain=True):
        _write(self.format(chain=chain), file)


def _text(value):
    try:
        return str(value)
    except Exception:
        return "<exception str() failed>"
