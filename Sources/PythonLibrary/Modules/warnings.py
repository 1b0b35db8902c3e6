"""Warnings: shown once per place unless a filter says otherwise."""

import sys

from _warnings import place as _place

__all__ = [
    "warn", "warn_explicit", "showwarning", "formatwarning", "filterwarnings", "simplefilter", "resetwarnings",
    "catch_warnings"]

_ACTIONS = ("default", "error", "ignore", "always", "module", "once")

# Action, pattern of the message, category, pattern of the module, line: the first that fits decides.
filters = [("default", None, DeprecationWarning, "__main__", 0)]
filters += [
    ("ignore", None, category, None, 0)
    for category in (DeprecationWarning, PendingDeprecationWarning, ImportWarning, ResourceWarning)]
defaultaction = "default"
onceregistry = {}
_version = 1


def _filters_mutated():
    global _version
    _version += 1


class WarningMessage:
    """A warning and where it was raised."""

    _WARNING_DETAILS = ("message", "category", "filename", "lineno", "file", "line", "source")

    def __init__(self, message, category, filename, lineno, file=None, line=None, source=None):
        self.message = message
        self.category = category
        self.filename = filename
        self.lineno = lineno
        self.file = file
        self.line = line
        self.source = source
        self._category_name = category.__name__ if category else None

    def __str__(self):
        return (
            f"{{message : {self.message!r}, category : {self._category_name!r}, filename : {self.filename!r}, "
            f"lineno : {self.lineno}, line : {self.line!r}}}")


def formatwarning(message, category, filename, lineno, line=None):
    """The text of a warning and of the line it is about."""
    return _text(WarningMessage(message, category, filename, lineno, None, line))


def showwarning(message, category, filename, lineno, file=None, line=None):
    """Writes a warning to a file or `sys.stderr`; may be replaced."""
    _write(WarningMessage(message, category, filename, lineno, file, line))


_original_format = formatwarning
_original_show = showwarning


def _text(record):
    line = record.line
    if line is None:
        line = _place(record.filename, record.lineno)
    text = f"{record.filename}:{record.lineno}: {record.category.__name__}: {record.message}\n"
    if line:
        text += f"  {line.strip()}\n"
    return text


def _write(record):
    file = record.file
    if file is None:
        file = sys.stderr
        if file is None:
            return
    if formatwarning is _original_format:
        text = _text(record)
    else:
        text = formatwarning(record.message, record.category, record.filename, record.lineno, record.line)
    file.write(text)


def _show(record):
    if showwarning is not _original_show:
        if not callable(showwarning):
            raise TypeError("warnings.showwarning() must be set to a function or method")
        showwarning(record.message, record.category, record.filename, record.lineno, record.file, record.line)
        return
    _write(record)


def _add(item, append):
    if append:
        if item not in filters:
            filters.append(item)
    else:
        if item in filters:
            filters.remove(item)
        filters.insert(0, item)
    _filters_mutated()


def filterwarnings(action, message="", category=Warning, module="", lineno=0, append=False):
    """Puts a filter before the others: warnings whose text and module match."""
    assert action in _ACTIONS, f"invalid action: {action!r}"
    assert isinstance(message, str), "message must be a string"
    assert isinstance(category, type), "category must be a class"
    assert issubclass(category, Warning), "category must be a Warning subclass"
    assert isinstance(module, str), "module must be a string"
    assert isinstance(lineno, int) and lineno >= 0, "lineno must be an int >= 0"
    if message or module:
        import re
    message = re.compile(message, re.I) if message else None
    module = re.compile(module) if module else None
    _add((action, message, category, module, lineno), append)


def simplefilter(action, category=Warning, lineno=0, append=False):
    """Puts a filter before the others: any text, any module."""
    assert action in _ACTIONS, f"invalid action: {action!r}"
    assert isinstance(lineno, int) and lineno >= 0, "lineno must be an int >= 0"
    _add((action, None, category, None, lineno), append)


def resetwarnings():
    """Removes all filters."""
    filters[:] = []
    _filters_mutated()


def warn(message, category=None, stacklevel=1, source=None):
    """Warns about the caller, as the filters decide."""
    if isinstance(message, Warning):
        category = message.__class__
    if category is None:
        category = UserWarning
    if not (isinstance(category, type) and issubclass(category, Warning)):
        raise TypeError(f"category must be a Warning subclass, not '{type(category).__name__}'")
    filename, lineno, names = _place(max(stacklevel, 1))
    if names is None:
        names = vars(sys)
    registry = names.setdefault("__warningregistry__", {})
    warn_explicit(message, category, filename, lineno, names.get("__name__", "<string>"), registry, None, source)


def _fits(pattern, text):
    if pattern is None:
        return True
    return pattern == text if isinstance(pattern, str) else pattern.match(text) is not None


def warn_explicit(
    message, category, filename, lineno, module=None, registry=None, module_globals=None, source=None
):
    """Warns about a place that is given."""
    lineno = int(lineno)
    if module is None:
        module = filename or "<unknown>"
        if module[-3:].lower() == ".py":
            module = module[:-3]
    if registry is None:
        registry = {}
    if registry.get("version", 0) != _version:
        registry.clear()
        registry["version"] = _version
    if isinstance(message, Warning):
        text = str(message)
        category = message.__class__
    else:
        text = message
        message = category(message)
    key = (text, category, lineno)
    if registry.get(key):
        return
    for action, pattern, kind, place, line in filters:
        if issubclass(category, kind) and line in (0, lineno) and _fits(pattern, text) and _fits(place, module):
            break
    else:
        action = defaultaction
    if action == "ignore":
        return
    if action == "error":
        raise message
    if action != "always":
        if action == "once":
            seen, mark = onceregistry, (text, category)
        elif action == "module":
            seen, mark = registry, (text, category, 0)
        elif action == "default":
            seen, mark = registry, key
        else:
            rule = action, pattern, kind, place, line
            raise RuntimeError(f"Unrecognized action ({action!r}) in warnings.filters:\n {rule}")
        repeated = seen.get(mark)
        registry[key] = seen[mark] = 1
        if repeated:
            return
    _show(WarningMessage(message, category, filename, lineno, source=source))


class catch_warnings:
    """Filters, and how warnings are shown, as they are on entry: put back at the end."""

    def __init__(self, *, record=False, module=None, action=None, category=Warning, lineno=0, append=False):
        self._record = record
        self._module = sys.modules["warnings"] if module is None else module
        self._entered = False
        self._filter = None if action is None else (action, category, lineno, append)

    def __repr__(self):
        parts = []
        if self._record:
            parts.append("record=True")
        if self._module is not sys.modules["warnings"]:
            parts.append("module=" + repr(self._module))
        return f"{type(self).__name__}({', '.join(parts)})"

    def __enter__(self):
        global filters, showwarning, _write
        if self._entered:
            raise RuntimeError(f"Cannot enter {self!r} twice")
        self._entered = True
        self._saved = filters, showwarning, _write
        filters = filters[:]
        _filters_mutated()
        if self._filter is not None:
            simplefilter(*self._filter)
        if not self._record:
            return None
        log = []
        _write = log.append
        showwarning = _original_show
        return log

    def __exit__(self, *exc_info):
        global filters, showwarning, _write
        if not self._entered:
            raise RuntimeError(f"Cannot exit {self!r} without entering first")
        filters, showwarning, _write = self._saved
        _filters_mutated()
