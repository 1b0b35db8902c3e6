"""Values in lines of a given width."""

import dataclasses as _dataclasses
import re as _re
import sys as _sys

__all__ = ["pprint", "pformat", "isreadable", "isrecursive", "saferepr", "PrettyPrinter", "pp"]


def pprint(object, stream=None, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True, underscore_numbers=False):
    PrettyPrinter(
        stream=stream, indent=indent, width=width, depth=depth, compact=compact, sort_dicts=sort_dicts,
        underscore_numbers=underscore_numbers,
    ).pprint(object)


def pformat(object, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True, underscore_numbers=False):
    return PrettyPrinter(
        indent=indent, width=width, depth=depth, compact=compact, sort_dicts=sort_dicts,
        underscore_numbers=underscore_numbers,
    ).pformat(object)


def pp(object, *args, sort_dicts=False, **kwargs):
    pprint(object, *args, sort_dicts=sort_dicts, **kwargs)


def saferepr(object):
    return PrettyPrinter()._safe_repr(object, {}, None, 0)[0]


def isreadable(object):
    return PrettyPrinter()._safe_repr(object, {}, None, 0)[1]


def isrecursive(object):
    return PrettyPrinter()._safe_repr(object, {}, None, 0)[2]


class _Key:
    """Orders what cannot be compared by type and place."""

    def __init__(self, value):
        self.value = value

    def __lt__(self, other):
        try:
            return self.value < other.value
        except TypeError:
            return (str(type(self.value)), id(self.value)) < (str(type(other.value)), id(other.value))


def _pair_key(pair):
    return _Key(pair[0]), _Key(pair[1])


def _recursion(object):
    return "<Recursion on %s with id=%s>" % (type(object).__name__, id(object))


class PrettyPrinter:
    def __init__(
        self, indent=1, width=80, depth=None, stream=None, *, compact=False, sort_dicts=True, underscore_numbers=False
    ):
        indent = int(indent)
        width = int(width)
        if indent < 0:
            raise ValueError("indent must be >= 0")
        if depth is not None and depth <= 0:
            raise ValueError("depth must be > 0")
        if not width:
            raise ValueError("width must be != 0")
        self._depth = depth
        self._indent_per_level = indent
        self._width = width
        self._stream = stream
        self._compact = bool(compact)
        self._sort_dicts = sort_dicts
        self._underscore_numbers = underscore_numbers

    def pprint(self, object):
        text = self.pformat(object) + "\n"
        (self._stream if self._stream is not None else _sys.stdout).write(text)

    def pformat(self, object):
        out = []
        self._format(object, out, 0, 0, {}, 0)
        return "".join(out)

    def isrecursive(self, object):
        return self.format(object, {}, 0, 0)[2]

    def isreadable(self, object):
        _, readable, recursive = self.format(object, {}, 0, 0)
        return readable and not recursive

    def format(self, object, context, maxlevels, level):
        return self._safe_repr(object, context, maxlevels, level)

    def _repr(self, object, context, level):
        return self.format(object, context.copy(), self._depth, level)[0]

    def _format(self, object, out, indent, allowance, context, level):
        key = id(object)
        if key in context:
            out.append(_recursion(object))
            return
        text = self._repr(object, context, level)
        if len(text) > self._width - indent - allowance:
            write = self._writer(object)
            if write is not None:
                context[key] = 1
                write(object, out, indent, allowance, context, level + 1)
                del context[key]
                return
        out.append(text)

    def _writer(self, object):
        """What writes a long value in lines; None if its repr has to do."""
        kind = type(object)
        show = kind.__repr__
        if show is dict.__repr__:
            return self._write_dict
        if show is list.__repr__:
            return self._write_list
        if show is tuple.__repr__:
            return self._write_tuple
        if show in (set.__repr__, frozenset.__repr__):
            return self._write_set
        if show is str.__repr__:
            return self._write_str
        if show is bytes.__repr__:
            return self._write_bytes
        if _dataclasses.is_dataclass(object) and not isinstance(object, type) and object.__dataclass_params__.repr:
            # Only the method that the decorator made: a class's own says how it wants to be shown.
            if show.__code__.co_filename == "<string>":
                return self._write_dataclass
        if kind.__module__ == "collections":
            name = kind.__name__
            if name == "OrderedDict":
                return self._write_ordered
            if name == "defaultdict":
                return self._write_default
            if name == "Counter":
                return self._write_counter
            if name == "deque":
                return self._write_deque
        if kind.__module__ == "types" and kind.__name__ == "SimpleNamespace":
            return self._write_namespace
        return None

    def _write_dataclass(self, object, out, indent, allowance, context, level):
        name = type(object).__name__
        items = [(f.name, getattr(object, f.name)) for f in _dataclasses.fields(object) if f.repr]
        out.append(name + "(")
        self._write_named(items, out, indent + len(name) + 1, allowance, context, level)
        out.append(")")

    def _write_namespace(self, object, out, indent, allowance, context, level):
        name = "namespace" if type(object).__name__ == "SimpleNamespace" else type(object).__name__
        out.append(name + "(")
        self._write_named(list(object.__dict__.items()), out, indent + len(name) + 1, allowance, context, level)
        out.append(")")

    def _write_dict(self, object, out, indent, allowance, context, level):
        out.append("{")
        if self._indent_per_level > 1:
            out.append((self._indent_per_level - 1) * " ")
        if object:
            items = sorted(object.items(), key=_pair_key) if self._sort_dicts else object.items()
            self._write_pairs(list(items), out, indent, allowance + 1, context, level)
        out.append("}")

    def _write_ordered(self, object, out, indent, allowance, context, level):
        if not object:
            out.append(repr(object))
            return
        name = type(object).__name__
        out.append(name + "(")
        self._format(list(object.items()), out, indent + len(name) + 1, allowance + 1, context, level)
        out.append(")")

    def _write_default(self, object, out, indent, allowance, context, level):
        if not object:
            out.append(repr(object))
            return
        factory = self._repr(object.default_factory, context, level)
        name = type(object).__name__
        indent += len(name) + 1
        out.append("%s(%s,\n%s" % (name, factory, " " * indent))
        self._write_dict(object, out, indent, allowance + 1, context, level)
        out.append(")")

    def _write_counter(self, object, out, indent, allowance, context, level):
        if not object:
            out.append(repr(object))
            return
        name = type(object).__name__
        out.append(name + "({")
        if self._indent_per_level > 1:
            out.append((self._indent_per_level - 1) * " ")
        self._write_pairs(object.most_common(), out, indent + len(name) + 1, allowance + 2, context, level)
        out.append("})")

    def _write_deque(self, object, out, indent, allowance, context, level):
        if not object:
            out.append(repr(object))
            return
        name = type(object).__name__
        out.append(name + "(")
        indent += len(name) + 1
        out.append("[")
        if object.maxlen is None:
            self._write_items(object, out, indent, allowance + 2, context, level)
            out.append("])")
        else:
            self._write_items(object, out, indent, 2, context, level)
            limit = self._repr(object.maxlen, context, level)
            out.append("],\n%smaxlen=%s)" % (" " * indent, limit))

    def _write_list(self, object, out, indent, allowance, context, level):
        out.append("[")
        self._write_items(object, out, indent, allowance + 1, context, level)
        out.append("]")

    def _write_tuple(self, object, out, indent, allowance, context, level):
        end = ",)" if len(object) == 1 else ")"
        out.append("(")
        self._write_items(object, out, indent, allowance + len(end), context, level)
        out.append(end)

    def _write_set(self, object, out, indent, allowance, context, level):
        if not object:
            out.append(repr(object))
            return
        kind = type(object)
        if kind is set:
            start, end = "{", "}"
        else:
            start, end = kind.__name__ + "({", "})"
            indent += len(kind.__name__) + 1
        out.append(start)
        self._write_items(sorted(object, key=_Key), out, indent, allowance + len(end), context, level)
        out.append(end)

    def _write_str(self, object, out, indent, allowance, context, level):
        if not object:
            out.append(repr(object))
            return
        chunks = []
        lines = object.splitlines(True)
        if level == 1:
            indent += 1
            allowance += 1
        width = most = self._width - indent
        text = ""
        for index, line in enumerate(lines):
            text = repr(line)
            if index == len(lines) - 1:
                width -= allowance
            if len(text) <= width:
                chunks.append(text)
                continue
            # Too long for a line: as many words on each as fit.
            parts = _re.findall(r"\S*\s*", line)
            parts.pop()
            width = most
            current = ""
            for place, part in enumerate(parts):
                candidate = current + part
                if place == len(parts) - 1 and index == len(lines) - 1:
                    width -= allowance
                if len(repr(candidate)) > width:
                    if current:
                        chunks.append(repr(current))
                    current = part
                else:
                    current = candidate
            if current:
                chunks.append(repr(current))
        if len(chunks) == 1:
            out.append(text)
            return
        if level == 1:
            out.append("(")
        out.append(("\n" + " " * indent).join(chunks))
        if level == 1:
            out.append(")")

    def _write_bytes(self, object, out, indent, allowance, context, level):
        if len(object) <= 4:
            out.append(repr(object))
            return
        in_brackets = level == 1
        if in_brackets:
            indent += 1
            allowance += 1
            out.append("(")
        width = self._width - indent
        current = b""
        last = len(object) // 4 * 4
        between = ""
        for place in range(0, len(object), 4):
            part = object[place : place + 4]
            candidate = current + part
            if place == last:
                width -= allowance
            if len(repr(candidate)) > width:
                if current:
                    out.append(between + repr(current))
                    between = "\n" + " " * indent
                current = part
            else:
                current = candidate
        if current:
            out.append(between + repr(current))
        if in_brackets:
            out.append(")")

    def _write_pairs(self, items, out, indent, allowance, context, level):
        indent += self._indent_per_level
        for index, (key, value) in enumerate(items):
            is_last = index == len(items) - 1
            text = self._repr(key, context, level)
            out.append(text + ": ")
            self._format(value, out, indent + len(text) + 2, allowance if is_last else 1, context, level)
            if not is_last:
                out.append(",\n" + " " * indent)

    def _write_named(self, items, out, indent, allowance, context, level):
        for index, (name, value) in enumerate(items):
            is_last = index == len(items) - 1
            out.append(name + "=")
            if id(value) in context:
                out.append("...")
            else:
                self._format(value, out, indent + len(name) + 1, allowance if is_last else 1, context, level)
            if not is_last:
                out.append(",\n" + " " * indent)

    def _write_items(self, items, out, indent, allowance, context, level):
        indent += self._indent_per_level
        if self._indent_per_level > 1:
            out.append((self._indent_per_level - 1) * " ")
        start = ""
        line = ",\n" + " " * indent
        width = room = self._width - indent + 1
        items = list(items)
        for index, item in enumerate(items):
            is_last = index == len(items) - 1
            if is_last:
                room -= allowance
                width -= allowance
            if self._compact:
                text = self._repr(item, context, level)
                size = len(text) + 2
                if width < size:
                    width = room
                    if start:
                        start = line
                if width >= size:
                    width -= size
                    out.append(start + text)
                    start = ", "
                    continue
            out.append(start)
            start = line
            self._format(item, out, indent, allowance if is_last else 1, context, level)

    def _safe_repr(self, object, context, maxlevels, level):
        """The repr, whether it can be read back, and whether it contains itself."""
        kind = type(object)
        if kind is int and self._underscore_numbers:
            return f"{object:_d}", True, False
        if kind in (str, int, float, complex, bool, bytes, type(None)):
            return repr(object), True, False
        show = kind.__repr__
        is_dict = show is dict.__repr__
        if not is_dict and show is not list.__repr__ and show is not tuple.__repr__:
            text = repr(object)
            return text, bool(text) and not text.startswith("<"), False
        if is_dict:
            opening, closing = "{", "}"
        elif show is list.__repr__:
            opening, closing = "[", "]"
        elif len(object) == 1:
            opening, closing = "(", ",)"
        else:
            opening, closing = "(", ")"
        if not object:
            return opening + closing, True, False
        key = id(object)
        if maxlevels and level >= maxlevels:
            return opening + "..." + closing, False, key in context
        if key in context:
            return _recursion(object), False, True
        context[key] = 1
        readable = True
        recursive = False
        parts = []

        def show_part(part):
            nonlocal readable, recursive
            text, is_readable, is_recursive = self.format(part, context, maxlevels, level + 1)
            readable = readable and is_readable
            recursive = recursive or is_recursive
            return text

        if is_dict:
            items = sorted(object.items(), key=_pair_key) if self._sort_dicts else object.items()
            for name, value in items:
                parts.append(show_part(name) + ": " + show_part(value))
        else:
            for item in object:
                parts.append(show_part(item))
        del context[key]
        return opening + ", ".join(parts) + closing, readable, recursive
