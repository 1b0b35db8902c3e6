"""Objects as bytes, and bytes as objects again."""

import copyreg
import io
import re
import struct
import sys
import types

__all__ = [
    "PickleError", "PicklingError", "UnpicklingError", "Pickler", "Unpickler", "dump", "dumps", "load", "loads",
    "PickleBuffer", "HIGHEST_PROTOCOL", "DEFAULT_PROTOCOL"]

format_version = "4.0"
compatible_formats = ["1.0", "1.1", "1.2", "1.3", "2.0", "3.0", "4.0", "5.0"]
HIGHEST_PROTOCOL = 5
DEFAULT_PROTOCOL = 4
_BATCH = 1000
_FRAME = 64 * 1024


class PickleError(Exception):
    __module__ = "_pickle"


class PicklingError(PickleError):
    __module__ = "_pickle"


class UnpicklingError(PickleError):
    __module__ = "_pickle"


class PickleBuffer:
    def __init__(self, buffer):
        raise NotImplementedError("pickle.PickleBuffer is not available in nbcheck")


# Names of Python 2, which protocols 0 to 2 use.
_OLD_MODULES = {"builtins": "__builtin__", "copyreg": "copy_reg", "queue": "Queue", "configparser": "ConfigParser"}
_OLD_NAMES = {
    ("builtins", "range"): ("__builtin__", "xrange"), ("builtins", "int"): ("__builtin__", "long"),
    ("builtins", "str"): ("__builtin__", "unicode"), ("builtins", "chr"): ("__builtin__", "unichr"),
    ("builtins", "zip"): ("itertools", "izip"), ("builtins", "map"): ("itertools", "imap"),
    ("builtins", "filter"): ("itertools", "ifilter"), ("functools", "reduce"): ("__builtin__", "reduce")}
_NEW_MODULES = {old: new for new, old in _OLD_MODULES.items()} | {"exceptions": "builtins"}
_NEW_NAMES = {old: new for new, old in _OLD_NAMES.items()}


def _encoded_long(value):
    if not value:
        return b""
    size = (value.bit_length() >> 3) + 1
    data = value.to_bytes(size, "little", signed=True)
    if value < 0 and size > 1 and data[-1] == 0xFF and data[-2] & 0x80:
        data = data[:-1]
    return data


def _decoded_long(data):
    return int.from_bytes(data, "little", signed=True)


def _unescaped(data):
    """The text that protocol 0 keeps as Latin-1 with escapes."""
    def character(match):
        return chr(int(match[1] or match[2], 16))

    return re.sub(r"\\u([0-9a-fA-F]{4})|\\U([0-9a-fA-F]{8})", character, data.decode("latin-1"))


def _found(module, name, allows_dots=True):
    """What a dotted name means in a module, and where it is an attribute."""
    __import__(module)
    value, parent = sys.modules[module], None
    for part in name.split(".") if allows_dots else [name]:
        if part == "<locals>":
            raise AttributeError(f"Can't get local attribute {name!r} on {sys.modules[module]!r}")
        try:
            value, parent = getattr(value, part), value
        except AttributeError:
            raise AttributeError(f"Can't get attribute {name!r} on {sys.modules[module]!r}") from None
    return value, parent


class Pickler:
    """Writes objects to a file."""

    def __init__(self, file, protocol=None, fix_imports=True, buffer_callback=None):
        if protocol is None:
            protocol = DEFAULT_PROTOCOL
        elif protocol < 0:
            protocol = HIGHEST_PROTOCOL
        elif protocol > HIGHEST_PROTOCOL:
            raise ValueError(f"pickle protocol must be <= {HIGHEST_PROTOCOL}")
        if not callable(getattr(file, "write", None)):
            raise TypeError("file must have a 'write' attribute")
        self._file_write = file.write
        self.proto = protocol
        self.bin = protocol >= 1
        self.fast = 0
        self.fix_imports = fix_imports and protocol < 3
        self.memo = {}
        self._frame = []

    def clear_memo(self):
        self.memo.clear()

    def dump(self, obj):
        """Write a pickled representation of the given object to the open file."""
        if self.proto >= 2:
            self._file_write(b"\x80" + bytes([self.proto]))
        self._frame = []
        self._frame_size = 0
        self._save(obj)
        self._write(b".")
        self._end_frame()

    def _write(self, data):
        self._frame.append(data)
        self._frame_size += len(data)

    def _write_large(self, head, data):
        """Writes long data, past the frame if it would fill one."""
        if self.proto < 4 or len(data) < _FRAME:
            self._write(head + data)
            return
        self._end_frame()
        self._file_write(head)
        self._file_write(data)

    def _end_frame(self):
        data = b"".join(self._frame)
        self._frame = []
        self._frame_size = 0
        if self.proto >= 4 and len(data) >= 4:
            self._file_write(b"\x95" + struct.pack("<Q", len(data)))
        if data:
            self._file_write(data)

    def _memoize(self, obj):
        if self.fast:
            return
        index = len(self.memo)
        self.memo[id(obj)] = index, obj
        if self.proto >= 4:
            self._write(b"\x94")
        elif self.bin:
            self._write(b"q" + bytes([index]) if index < 256 else b"r" + struct.pack("<I", index))
        else:
            self._write(b"p%d\n" % index)

    def _get(self, index):
        if not self.bin:
            return b"g%d\n" % index
        return b"h" + bytes([index]) if index < 256 else b"j" + struct.pack("<I", index)

    def persistent_id(self, obj):
        return None

    def _save(self, obj):
        if self.proto >= 4 and self._frame_size >= _FRAME:
            self._end_frame()
        pid = self.persistent_id(obj)
        if pid is not None:
            if self.bin:
                self._save(pid)
                self._write(b"Q")
            else:
                self._write(b"P" + str(pid).encode("ascii") + b"\n")
            return
        kind = type(obj)
        simple = self._simple.get(kind)
        if simple is not None:
            simple(self, obj)
            return
        known = self.memo.get(id(obj))
        if known is not None:
            self._write(self._get(known[0]))
            return
        save = self._dispatch.get(kind)
        if save is not None:
            save(self, obj)
            return
        reduced = NotImplemented
        override = getattr(self, "reducer_override", None)
        if override is not None:
            reduced = override(obj)
        if reduced is NotImplemented:
            table = getattr(self, "dispatch_table", copyreg.dispatch_table)
            if kind in table:
                reduced = table[kind](obj)
            elif issubclass(kind, type):
                self._save_global(obj)
                return
            else:
                reduced = obj.__reduce_ex__(self.proto)
        if isinstance(reduced, str):
            self._save_global(obj, reduced)
            return
        if not isinstance(reduced, tuple):
            raise PicklingError("__reduce__ must return a string or tuple")
        if not 2 <= len(reduced) <= 6:
            raise PicklingError("tuple returned by __reduce__ must contain 2 through 6 elements")
        self._save_reduced(*reduced, obj=obj)

    def _save_reduced(self, function, args, state=None, items=None, pairs=None, setter=None, *, obj):
        if not callable(function):
            raise PicklingError("first item of the tuple returned by __reduce__ must be callable")
        if not isinstance(args, tuple):
            raise PicklingError("second item of the tuple returned by __reduce__ must be a tuple")
        name = getattr(function, "__name__", "")
        if self.proto >= 4 and name == "__newobj_ex__":
            cls, args, kwargs = args
            self._save(cls)
            self._save(args)
            self._save(kwargs)
            self._write(b"\x92")
        elif self.proto >= 2 and name == "__newobj__":
            cls = args[0]
            if obj is not None and cls is not obj.__class__:
                raise PicklingError("args[0] from __newobj__ args has the wrong class")
            self._save(cls)
            self._save(args[1:])
            self._write(b"\x81")
        else:
            self._save(function)
            self._save(args)
            self._write(b"R")
        known = self.memo.get(id(obj))
        if known is not None:
            # It contains itself, and was written on the way.
            self._write(b"0" + self._get(known[0]))
        else:
            self._memoize(obj)
        if items is not None:
            self._batch(items, b"a", b"e", 1)
        if pairs is not None:
            self._batch(pairs, b"s", b"u", 2)
        if state is not None:
            if setter is None:
                self._save(state)
                self._write(b"b")
            else:
                self._save(setter)
                self._save(obj)
                self._save(state)
                self._write(b"\x86R0")

    def _batch(self, items, one, many, size):
        """Writes what a container holds, in groups."""
        items = iter(items)
        while True:
            group = []
            for item in items:
                group.append(item)
                if len(group) == _BATCH or not self.bin:
                    break
            if not group:
                return
            is_many = len(group) > 1
            if is_many:
                self._write(b"(")
            for item in group:
                for part in item if size == 2 else (item,):
                    self._save(part)
            self._write(many if is_many else one)
            if self.bin and len(group) < _BATCH:
                return

    # What has an operation of its own

    def _save_none(self, obj):
        self._write(b"N")

    def _save_bool(self, obj):
        if self.proto >= 2:
            self._write(b"\x88" if obj else b"\x89")
        else:
            self._write(b"I01\n" if obj else b"I00\n")

    def _save_int(self, obj):
        if self.bin and -0x80000000 <= obj <= 0x7FFFFFFF:
            if 0 <= obj <= 0xFF:
                self._write(b"K" + bytes([obj]))
            elif 0 <= obj <= 0xFFFF:
                self._write(b"M" + struct.pack("<H", obj))
            else:
                self._write(b"J" + struct.pack("<i", obj))
        elif self.proto >= 2:
            data = _encoded_long(obj)
            if len(data) < 256:
                self._write(b"\x8a" + bytes([len(data)]) + data)
            else:
                self._write(b"\x8b" + struct.pack("<i", len(data)) + data)
        elif -0x80000000 <= obj <= 0x7FFFFFFF:
            self._write(b"I%d\n" % obj)
        else:
            self._write(b"L%dL\n" % obj)

    def _save_float(self, obj):
        if self.bin:
            self._write(b"G" + struct.pack(">d", obj))
        else:
            self._write(b"F" + repr(obj).encode("ascii") + b"\n")

    _simple = {type(None): _save_none, bool: _save_bool, int: _save_int, float: _save_float}

    def _save_sized(self, obj, data, small, medium, large):
        if small and len(data) < 256:
            self._write(small + bytes([len(data)]) + data)
        elif len(data) > 0xFFFFFFFF and large:
            self._write_large(large + struct.pack("<Q", len(data)), data)
        else:
            self._write_large(medium + struct.pack("<I", len(data)), data)
        self._memoize(obj)

    def _save_bytes(self, obj):
        if self.proto >= 3:
            self._save_sized(obj, obj, b"C", b"B", b"\x8e")
            return
        if obj:
            self._save_reduced(_old_encode, (str(obj, "latin1"), "latin1"), obj=obj)
        else:
            self._save_reduced(bytes, (), obj=obj)

    def _save_bytearray(self, obj):
        if self.proto < 5:
            self._save_reduced(bytearray, (bytes(obj),) if obj else (), obj=obj)
        else:
            self._write_large(b"\x96" + struct.pack("<Q", len(obj)), bytes(obj))
            self._memoize(obj)

    def _save_str(self, obj):
        if self.bin:
            data = obj.encode("utf-8", "surrogatepass")
            self._save_sized(obj, data, b"\x8c" if self.proto >= 4 else b"", b"X", b"\x8d")
            return
        text = obj
        for special in "\\\0\n\r\x1a":
            text = text.replace(special, f"\\u{ord(special):04x}")
        data = b"".join(
            bytes([ord(c)]) if ord(c) < 256 else b"\\u%04x" % ord(c) if ord(c) < 0x10000 else b"\\U%08x" % ord(c)
            for c in text)
        self._write(b"V" + data + b"\n")
        self._memoize(obj)

    def _save_tuple(self, obj):
        if not obj:
            self._write(b")" if self.bin else b"(t")
            return
        if len(obj) <= 3 and self.proto >= 2:
            for item in obj:
                self._save(item)
            known = self.memo.get(id(obj))
            if known is not None:
                self._write(b"0" * len(obj) + self._get(known[0]))
                return
            self._write((b"\x85", b"\x86", b"\x87")[len(obj) - 1])
        else:
            self._write(b"(")
            for item in obj:
                self._save(item)
            known = self.memo.get(id(obj))
            if known is not None:
                self._write((b"1" if self.bin else b"0" * (len(obj) + 1)) + self._get(known[0]))
                return
            self._write(b"t")
        self._memoize(obj)

    def _save_list(self, obj):
        self._write(b"]" if self.bin else b"(l")
        self._memoize(obj)
        self._batch(obj, b"a", b"e", 1)

    def _save_dict(self, obj):
        self._write(b"}" if self.bin else b"(d")
        self._memoize(obj)
        self._batch(obj.items(), b"s", b"u", 2)

    def _save_set(self, obj):
        if self.proto < 4:
            self._save_reduced(set, (list(obj),), obj=obj)
            return
        self._write(b"\x8f")
        self._memoize(obj)
        items = list(obj)
        for start in range(0, len(items), _BATCH):
            self._write(b"(")
            for item in items[start : start + _BATCH]:
                self._save(item)
            self._write(b"\x90")

    def _save_frozenset(self, obj):
        if self.proto < 4:
            self._save_reduced(frozenset, (list(obj),), obj=obj)
            return
        self._write(b"(")
        for item in obj:
            self._save(item)
        known = self.memo.get(id(obj))
        if known is not None:
            self._write(b"1" + self._get(known[0]))
            return
        self._write(b"\x91")
        self._memoize(obj)

    def _save_type(self, obj):
        for value in (None, NotImplemented, ...):
            if obj is type(value):
                self._save_reduced(type, (value,), obj=obj)
                return
        self._save_global(obj)

    def _save_global(self, obj, name=None):
        name = name or getattr(obj, "__qualname__", None) or obj.__name__
        module = getattr(obj, "__module__", None)
        if module is None:
            module = "builtins" if getattr(sys.modules["builtins"], name, None) is obj else "__main__"
        if obj is _old_encode:
            module, name = "_codecs", "encode"
        elif not (isinstance(obj, type(len)) and module == "builtins"):
            try:
                found, parent = _found(module, name)
            except (ImportError, KeyError, AttributeError) as error:
                if "<locals>" in name:
                    raise AttributeError(f"Can't pickle local object {name!r}") from None
                raise PicklingError(f"Can't pickle {obj!r}: attribute lookup {name} on {module} failed") from error
            if found is not obj:
                raise PicklingError(f"Can't pickle {obj!r}: it's not the same object as {module}.{name}")
        code = copyreg._extension_registry.get((module, name)) if self.proto >= 2 else None
        if code:
            if code <= 0xFF:
                self._write(b"\x82" + bytes([code]))
            else:
                self._write(b"\x83" + struct.pack("<H", code) if code <= 0xFFFF else b"\x84" + struct.pack("<i", code))
            return
        if self.proto >= 4:
            self._save(module)
            self._save(name)
            self._write(b"\x93")
        elif "." in name:
            owner, _, last = name.rpartition(".")
            self._save_reduced(getattr, (_found(module, owner)[0], last), obj=obj)
            return
        else:
            if self.fix_imports:
                if (module, name) in _OLD_NAMES:
                    module, name = _OLD_NAMES[module, name]
                elif module in _OLD_MODULES:
                    module = _OLD_MODULES[module]
                if module == "__builtin__" and name.endswith(("Error", "Exception", "StopIteration")):
                    module = "exceptions"
            self._write(f"c{module}\n{name}\n".encode())
        self._memoize(obj)

    _dispatch = {
        bytes: _save_bytes, bytearray: _save_bytearray, str: _save_str, tuple: _save_tuple, list: _save_list,
        dict: _save_dict, set: _save_set, frozenset: _save_frozenset, type: _save_type,
        types.FunctionType: _save_global, types.BuiltinFunctionType: _save_global}


def _old_encode(text, encoding):
    """Bytes, as protocols that have none keep them."""
    return text.encode(encoding)


class _Mark:
    pass


_MARK = _Mark()


class Unpickler:
    """Reads objects from a file."""

    def __init__(self, file, *, fix_imports=True, encoding="ASCII", errors="strict", buffers=None):
        if not callable(getattr(file, "read", None)) or not callable(getattr(file, "readline", None)):
            raise TypeError("file must have 'read' and 'readline' attributes")
        self._file_read = file.read
        self._file_readline = file.readline
        self.memo = {}
        self.encoding = encoding
        self.errors = errors
        self.proto = 0
        self.fix_imports = fix_imports

    def _read(self, size):
        data = self._file_read(size)
        if len(data) < size:
            if not data and size == 1:
                raise EOFError("Ran out of input")
            raise UnpicklingError("pickle data was truncated")
        return data

    def _line(self):
        data = self._file_readline()
        if not data.endswith(b"\n"):
            raise UnpicklingError("pickle data was truncated")
        return data[:-1]

    def _number(self, format, size):
        return struct.unpack(format, self._read(size))[0]

    def load(self):
        """Read a pickled object representation from the open file object given in the constructor."""
        self.stack = []
        while True:
            code = self._read(1)
            if code == b".":
                if not self.stack:
                    raise UnpicklingError("unpickling stack underflow")
                return self.stack.pop()
            action = self._actions.get(code)
            if action is None:
                shown = repr(code)[2:-1]
                raise UnpicklingError(f"invalid load key, '{shown}'.")
            try:
                action(self)
            except IndexError:
                raise UnpicklingError("unpickling stack underflow") from None

    def _items(self):
        """What was put on the stack since the last mark."""
        for place in range(len(self.stack) - 1, -1, -1):
            if self.stack[place] is _MARK:
                items = self.stack[place + 1:]
                del self.stack[place:]
                return items
        raise UnpicklingError("could not find MARK")

    def find_class(self, module, name, /):
        """What a name in a module stands for."""
        if self.proto < 3 and self.fix_imports:
            if (module, name) in _NEW_NAMES:
                module, name = _NEW_NAMES[module, name]
            elif module in _NEW_MODULES:
                module = _NEW_MODULES[module]
        if (module, name) == ("_codecs", "encode"):
            return _old_encode
        return _found(module, name, allows_dots=self.proto >= 4)[0]

    def persistent_load(self, pid):
        raise UnpicklingError("A load persistent id instruction was encountered, but no persistent_load function was "
                              "specified.")

    def _push(self, value):
        self.stack.append(value)

    def _load_proto(self):
        self.proto = self._read(1)[0]
        if self.proto > HIGHEST_PROTOCOL:
            raise ValueError(f"unsupported pickle protocol: {self.proto}")

    def _load_int(self):
        data = self._line()
        self._push(data == b"01" if data in (b"00", b"01") else int(data, 0))

    def _load_text(self):
        data = self._line()
        if len(data) < 2 or data[0] != data[-1] or data[:1] not in (b"'", b'"'):
            raise UnpicklingError("the STRING opcode argument must be quoted")
        import ast
        self._push(self._decoded(ast.literal_eval("b" + data.decode("latin1"))))

    def _decoded(self, data):
        return data if self.encoding == "bytes" else data.decode(self.encoding, self.errors)

    def _load_global(self):
        module = self._line().decode("utf-8")
        self._push(self.find_class(module, self._line().decode("utf-8")))

    def _load_stack_global(self):
        name = self.stack.pop()
        module = self.stack.pop()
        if type(name) is not str or type(module) is not str:
            raise UnpicklingError("STACK_GLOBAL requires str")
        self._push(self.find_class(module, name))

    def _load_extension(self, code):
        key = copyreg._inverted_registry.get(code)
        if key is None:
            raise ValueError(f"unregistered extension code {code}")
        self._push(self.find_class(*key))

    def _reduce(self):
        args = self.stack.pop()
        self.stack[-1] = self.stack[-1](*args)

    def _new(self):
        args = self.stack.pop()
        cls = self.stack.pop()
        self._push(cls.__new__(cls, *args))

    def _new_ex(self):
        kwargs = self.stack.pop()
        args = self.stack.pop()
        cls = self.stack.pop()
        self._push(cls.__new__(cls, *args, **kwargs))

    def _instantiate(self, cls, args):
        self._push(cls(*args) if args or not isinstance(cls, type) else cls())

    def _load_inst(self):
        module = self._line().decode("ascii")
        cls = self.find_class(module, self._line().decode("ascii"))
        self._instantiate(cls, self._items())

    def _load_obj(self):
        cls, *args = self._items()
        self._instantiate(cls, args)

    def _append(self):
        value = self.stack.pop()
        self.stack[-1].append(value)

    def _appends(self):
        items = self._items()
        target = self.stack[-1]
        extend = getattr(target, "extend", None)
        if extend is not None:
            extend(items)
        else:
            for item in items:
                target.append(item)

    def _set_item(self):
        value = self.stack.pop()
        key = self.stack.pop()
        self.stack[-1][key] = value

    def _set_items(self):
        items = self._items()
        target = self.stack[-1]
        for i in range(0, len(items), 2):
            target[items[i]] = items[i + 1]

    def _add_items(self):
        items = self._items()
        target = self.stack[-1]
        if isinstance(target, set):
            target.update(items)
        else:
            for item in items:
                target.add(item)

    def _build(self):
        state = self.stack.pop()
        target = self.stack[-1]
        setter = getattr(target, "__setstate__", None)
        if setter is not None:
            setter(state)
            return
        slots = None
        if isinstance(state, tuple) and len(state) == 2:
            state, slots = state
        if state:
            for name, value in state.items():
                target.__dict__[sys.intern(name) if type(name) is str else name] = value
        if slots:
            for name, value in slots.items():
                setattr(target, name, value)

    def _pairs(self):
        items = self._items()
        return {items[i]: items[i + 1] for i in range(0, len(items), 2)}

    def _tuple(self, count):
        items = tuple(self.stack[-count:])
        if len(items) < count:
            raise IndexError
        del self.stack[-count:]
        self._push(items)

    def _pop(self):
        if self.stack[-1] is _MARK:
            self.stack.pop()
        else:
            del self.stack[-1]

    def _remember(self, index):
        if index < 0:
            raise ValueError("negative PUT argument")
        self.memo[index] = self.stack[-1]

    def _recall(self, index):
        if index not in self.memo:
            raise UnpicklingError(f"Memo value not found at index {index}")
        self._push(self.memo[index])

    def _sized(self, format, size):
        count = self._number(format, size)
        if count < 0 or count > sys.maxsize:
            raise UnpicklingError("pickle exceeds system's maximum size")
        return self._read(count) if count else b""

    def _unicode(self, data):
        self._push(str(data, "utf-8", "surrogatepass"))

    _actions = {
        b"\x80": _load_proto,
        b"\x95": lambda self: self._number("<Q", 8),
        b"N": lambda self: self._push(None),
        b"\x88": lambda self: self._push(True),
        b"\x89": lambda self: self._push(False),
        b"I": _load_int,
        b"J": lambda self: self._push(self._number("<i", 4)),
        b"K": lambda self: self._push(self._read(1)[0]),
        b"M": lambda self: self._push(self._number("<H", 2)),
        b"L": lambda self: self._push(int(self._line().rstrip(b"L"), 0)),
        b"\x8a": lambda self: self._push(_decoded_long(self._sized("<B", 1))),
        b"\x8b": lambda self: self._push(_decoded_long(self._sized("<i", 4))),
        b"F": lambda self: self._push(float(self._line())),
        b"G": lambda self: self._push(self._number(">d", 8)),
        b"S": _load_text,
        b"T": lambda self: self._push(self._decoded(self._sized("<i", 4))),
        b"U": lambda self: self._push(self._decoded(self._sized("<B", 1))),
        b"B": lambda self: self._push(self._sized("<I", 4)),
        b"C": lambda self: self._push(self._sized("<B", 1)),
        b"\x8e": lambda self: self._push(self._sized("<Q", 8)),
        b"\x96": lambda self: self._push(bytearray(self._sized("<Q", 8))),
        b"V": lambda self: self._push(_unescaped(self._line())),
        b"X": lambda self: self._unicode(self._sized("<I", 4)),
        b"\x8c": lambda self: self._unicode(self._sized("<B", 1)),
        b"\x8d": lambda self: self._unicode(self._sized("<Q", 8)),
        b"(": lambda self: self._push(_MARK),
        b"t": lambda self: self._push(tuple(self._items())),
        b")": lambda self: self._push(()),
        b"\x85": lambda self: self._tuple(1),
        b"\x86": lambda self: self._tuple(2),
        b"\x87": lambda self: self._tuple(3),
        b"l": lambda self: self._push(self._items()),
        b"]": lambda self: self._push([]),
        b"d": lambda self: self._push(self._pairs()),
        b"}": lambda self: self._push({}),
        b"\x8f": lambda self: self._push(set()),
        b"\x91": lambda self: self._push(frozenset(self._items())),
        b"a": _append, b"e": _appends, b"s": _set_item, b"u": _set_items, b"\x90": _add_items,
        b"c": _load_global, b"\x93": _load_stack_global,
        b"\x82": lambda self: self._load_extension(self._read(1)[0]),
        b"\x83": lambda self: self._load_extension(self._number("<H", 2)),
        b"\x84": lambda self: self._load_extension(self._number("<i", 4)),
        b"R": _reduce, b"\x81": _new, b"\x92": _new_ex, b"i": _load_inst, b"o": _load_obj, b"b": _build,
        b"0": _pop,
        b"1": lambda self: self._items(),
        b"2": lambda self: self._push(self.stack[-1]),
        b"p": lambda self: self._remember(int(self._line())),
        b"q": lambda self: self._remember(self._read(1)[0]),
        b"r": lambda self: self._remember(self._number("<I", 4)),
        b"\x94": lambda self: self._remember(len(self.memo)),
        b"g": lambda self: self._recall(int(self._line())),
        b"h": lambda self: self._recall(self._read(1)[0]),
        b"j": lambda self: self._recall(self._number("<I", 4)),
        b"P": lambda self: self._push(self.persistent_load(self._line().decode("ascii"))),
        b"Q": lambda self: self._push(self.persistent_load(self.stack.pop())),
    }


_Pickler, _Unpickler = Pickler, Unpickler


def dump(obj, file, protocol=None, *, fix_imports=True, buffer_callback=None):
    """Write a pickled representation of obj to the open file object file."""
    Pickler(file, protocol, fix_imports=fix_imports).dump(obj)


def dumps(obj, protocol=None, *, fix_imports=True, buffer_callback=None):
    """Return the pickled representation of the object as a bytes object."""
    file = io.BytesIO()
    Pickler(file, protocol, fix_imports=fix_imports).dump(obj)
    return file.getvalue()


def load(file, *, fix_imports=True, encoding="ASCII", errors="strict", buffers=None):
    """Read and return an object from the pickle data stored in a file."""
    return Unpickler(file, fix_imports=fix_imports, encoding=encoding, errors=errors).load()


def loads(data, /, *, fix_imports=True, encoding="ASCII", errors="strict", buffers=()):
    """Read and return an object from the given pickle data."""
    if isinstance(data, str):
        raise TypeError("a bytes-like object is required, not 'str'")
    return Unpickler(
        io.BytesIO(data), fix_imports=fix_imports, encoding=encoding, errors=errors).load()
