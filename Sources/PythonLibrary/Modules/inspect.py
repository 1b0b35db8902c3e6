"""Looks at live objects: what they are, what they take, where they come from."""

import _source
import builtins
import enum
import functools
import sys
import types
from collections import OrderedDict, namedtuple
from operator import attrgetter

CO_OPTIMIZED, CO_NEWLOCALS, CO_VARARGS, CO_VARKEYWORDS = 1, 2, 4, 8
CO_NESTED, CO_GENERATOR, CO_NOFREE = 16, 32, 64
CO_COROUTINE, CO_ITERABLE_COROUTINE, CO_ASYNC_GENERATOR = 128, 256, 512
TPFLAGS_IS_ABSTRACT = 1 << 20


# Kinds of objects


def ismodule(object):
    """Is it a module?"""
    return isinstance(object, types.ModuleType)


def isclass(object):
    """Is it a class?"""
    return isinstance(object, type)


def ismethod(object):
    """Is it a method bound to an instance?"""
    return isinstance(object, types.MethodType)


def ismethoddescriptor(object):
    """Return true for a descriptor that gives methods, but is no function."""
    if isclass(object) or ismethod(object) or isfunction(object):
        return False
    kind = type(object)
    return hasattr(kind, "__get__") and not hasattr(kind, "__set__")


def isdatadescriptor(object):
    """Does it decide about setting or deleting an attribute?"""
    if isclass(object) or ismethod(object) or isfunction(object):
        return False
    kind = type(object)
    if kind in (property, types.GetSetDescriptorType, types.MemberDescriptorType):
        return True
    return hasattr(kind, "__set__") or hasattr(kind, "__delete__")


def ismemberdescriptor(object):
    """Is it what a name in `__slots__` becomes?"""
    return isinstance(object, types.MemberDescriptorType)


def isgetsetdescriptor(object):
    """Is it an attribute that native code computes?"""
    return isinstance(object, types.GetSetDescriptorType)


def isfunction(object):
    """Is it a function written in Python?"""
    return isinstance(object, types.FunctionType)


def _has_flag(function, flag):
    while ismethod(function):
        function = function.__func__
    while isinstance(function, functools.partial):
        function = function.func
    return isfunction(function) and bool(function.__code__.co_flags & flag)


def isgeneratorfunction(obj):
    """Does calling it make a generator?"""
    return _has_flag(obj, CO_GENERATOR)


def iscoroutinefunction(obj):
    """Does calling it make a coroutine?"""
    return _has_flag(obj, CO_COROUTINE)


def isasyncgenfunction(obj):
    """Does calling it make an asynchronous generator?"""
    return _has_flag(obj, CO_ASYNC_GENERATOR)


def isgenerator(object):
    """Is it a generator?"""
    return isinstance(object, types.GeneratorType)


def _is_named(object, name):
    kind = type(object)
    return kind.__name__ == name and kind.__module__ == "builtins"


def iscoroutine(object):
    """Is it a coroutine?"""
    return _is_named(object, "coroutine")


def isasyncgen(object):
    """Is it an asynchronous generator?"""
    return _is_named(object, "async_generator")


def isawaitable(object):
    """Can it be awaited?"""
    return iscoroutine(object) or hasattr(type(object), "__await__")


def istraceback(object):
    """Is it a traceback?"""
    return isinstance(object, types.TracebackType)


def isframe(object):
    """Is it a frame?"""
    return _is_named(object, "frame")


def iscode(object):
    """Is it compiled code?"""
    return isinstance(object, types.CodeType)


def isbuiltin(object):
    """Is it a function written in native code, or a method of one?"""
    return isinstance(object, types.BuiltinFunctionType) or _is_named(object, "builtin_function_or_method")


def ismethodwrapper(object):
    """Is it a special method of native code, bound to an object?"""
    return isinstance(object, types.MethodWrapperType)


def isroutine(object):
    """Is it a function or a method of any kind?"""
    return isbuiltin(object) or isfunction(object) or ismethod(object) or ismethoddescriptor(object) or (
        ismethodwrapper(object))


def isabstract(object):
    """Is it a class with abstract methods left?"""
    return isclass(object) and bool(getattr(object, "__abstractmethods__", None))


# Members


def _members(object, predicate, getter):
    names = dir(object)
    mro = getmro(object) if isclass(object) else ()
    results, seen = [], set()
    for name in names:
        try:
            value = getter(object, name)
            if name in seen:
                raise AttributeError
        except AttributeError:
            for base in mro:
                if name in base.__dict__:
                    value = base.__dict__[name]
                    break
            else:
                continue
        if not predicate or predicate(value):
            results.append((name, value))
        seen.add(name)
    results.sort(key=lambda pair: pair[0])
    return results


def getmembers(object, predicate=None):
    """All members as (name, value), sorted by name."""
    return _members(object, predicate, getattr)


def getmembers_static(object, predicate=None):
    """All members as (name, value), without running descriptors."""
    return _members(object, predicate, getattr_static)


Attribute = namedtuple("Attribute", "name kind defining_class object")


def classify_class_attrs(cls):
    """What each name in `dir(cls)` is, and where it was defined."""
    found = []
    for name in dir(cls):
        home = next((base for base in getmro(cls) if name in base.__dict__), None)
        value = home.__dict__[name] if home is not None else getattr(cls, name, None)
        if isinstance(value, staticmethod):
            kind = "static method"
        elif isinstance(value, classmethod):
            kind = "class method"
        elif isinstance(value, property):
            kind = "property"
        elif isroutine(value):
            kind = "method"
        else:
            kind = "data"
        found.append(Attribute(name, kind, home, value))
    return found


def getmro(cls):
    """The classes that attributes are looked up in, in order."""
    return cls.__mro__


_missing = object()


def getattr_static(obj, attr, default=_missing):
    """An attribute as it stands in a namespace, without running descriptors or `__getattr__`."""
    on_type = _missing
    if not isinstance(obj, type):
        for base in type(obj).__mro__:
            if attr in base.__dict__:
                on_type = base.__dict__[attr]
                break
        if on_type is not _missing and isdatadescriptor(on_type):
            return on_type
        own = getattr(obj, "__dict__", {}).get(attr, _missing)
        if own is not _missing:
            return own
        if on_type is not _missing:
            return on_type
    else:
        for base in (*obj.__mro__, *type(obj).__mro__):
            if attr in base.__dict__:
                return base.__dict__[attr]
    if default is not _missing:
        return default
    raise AttributeError(attr)


def getclasstree(classes, unique=False):
    """Classes and those derived from them, as nested lists."""
    children, roots = {}, []
    for c in classes:
        for parent in c.__bases__:
            children.setdefault(parent, [])
            if c not in children[parent]:
                children[parent].append(c)
            if unique and parent in classes:
                break
        if not c.__bases__ and c not in roots:
            roots.append(c)
    roots += [parent for parent in children if parent not in classes]

    def walk(some):
        tree = []
        for c in sorted(some, key=attrgetter("__module__", "__name__")):
            tree.append((c, c.__bases__))
            if c in children:
                tree.append(walk(children[c]))
        return tree

    return walk(roots)


# Documentation


def cleandoc(doc):
    """A documentation string without the indentation of the code around it."""
    lines = doc.expandtabs().split("\n")
    margins = [len(line) - len(line.lstrip()) for line in lines[1:] if line.strip()]
    margin = min(margins, default=0)
    lines = [lines[0].lstrip()] + [line[margin:] for line in lines[1:]]
    while lines and not lines[-1]:
        lines.pop()
    while lines and not lines[0]:
        lines.pop(0)
    return "\n".join(lines)


def _inherited_doc(object):
    if isclass(object):
        for base in object.__mro__:
            if base is not builtins.object and base.__doc__ is not None:
                return base.__doc__
        return None
    if ismethod(object):
        name = object.__func__.__name__
        cls = object.__self__ if isclass(object.__self__) else type(object.__self__)
    elif isfunction(object):
        name = object.__name__
        cls = sys.modules.get(object.__module__)
        for part in object.__qualname__.split(".")[:-1]:
            cls = getattr(cls, part, None)
        if not isclass(cls):
            return None
    elif isinstance(object, property):
        name = object.fget.__name__
        cls = sys.modules.get(object.fget.__module__)
        for part in object.fget.__qualname__.split(".")[:-1]:
            cls = getattr(cls, part, None)
        if not isclass(cls):
            return None
    else:
        return None
    for base in cls.__mro__:
        doc = base.__dict__[name].__doc__ if name in base.__dict__ else None
        if doc is not None:
            return doc
    return None


def getdoc(object):
    """The documentation string, perhaps of a class it derives from, cleaned."""
    try:
        doc = object.__doc__
    except AttributeError:
        return None
    if doc is None:
        try:
            doc = _inherited_doc(object)
        except (AttributeError, TypeError):
            return None
    return cleandoc(doc) if isinstance(doc, str) else None


# Sources


def _kind_name(object):
    return type(object).__name__


def _code_behind(object):
    """The code that a method, function, traceback or frame runs; anything else as it is."""
    if ismethod(object):
        object = object.__func__
    if isfunction(object):
        object = object.__code__
    if istraceback(object):
        object = object.tb_frame
    if isframe(object):
        object = object.f_code
    return object


def getfile(object):
    """The file in which an object was defined."""
    if ismodule(object):
        if getattr(object, "__file__", None):
            return object.__file__
        raise TypeError(f"{object!r} is a built-in module")
    if isclass(object):
        module = sys.modules.get(object.__module__)
        if getattr(module, "__file__", None):
            return module.__file__
        for value in vars(object).values():
            # A class of a notebook tells by its methods where it stands.
            if isfunction(value) and value.__module__ == object.__module__:
                return value.__code__.co_filename
        if object.__module__ == "__main__":
            raise OSError("source code not available")
        raise TypeError(f"{object!r} is a built-in class")
    object = _code_behind(object)
    if iscode(object):
        return object.co_filename
    raise TypeError(
        "module, class, method, function, traceback, frame, or code object was expected, "
        f"got {_kind_name(object)}")


def getsourcefile(object):
    """The file with the source of an object."""
    return getfile(object)


def getmodulename(path):
    """The name of the module in a file, or None."""
    name = path.rsplit("/", 1)[-1]
    return name[:-3] if name.endswith(".py") else None


def getmodule(object, _filename=None):
    """The module an object was defined in, or None if not found."""
    if ismodule(object):
        return object
    return sys.modules.get(getattr(object, "__module__", None))


def _all_lines(object):
    file = getfile(object)
    if ismodule(object) or isclass(object):
        try:
            with open(file) as source:
                return source.readlines()
        except OSError:
            for value in vars(object).values():
                if isfunction(value):
                    return _all_lines(value)
            raise OSError("could not get source code") from None
    object = _code_behind(object)
    text = _source.text(object)
    if text is None:
        raise OSError("could not get source code")
    return text.splitlines(keepends=True)


def findsource(object):
    """All lines of the file of an object, and the index of its first one."""
    lines = _all_lines(object)
    if ismodule(object):
        return lines, 0
    if isclass(object):
        name = object.__qualname__.split(".")[-1]
        for i, line in enumerate(lines):
            words = line.replace(":", " ").replace("(", " ").split()
            if words[:2] == ["class", name]:
                while i and lines[i - 1].lstrip().startswith("@"):
                    i -= 1
                return lines, i
        raise OSError("could not find class definition")
    if ismethod(object):
        object = object.__func__
    if isfunction(object):
        object = object.__code__
    if istraceback(object):
        return lines, object.tb_lineno - 1
    if isframe(object):
        object = object.f_code
    first = object.co_firstlineno - 1
    if first >= len(lines):
        raise OSError("lineno is out of bounds")
    return lines, first


def getblock(lines):
    """The lines of the definition at the start of a list of lines."""
    margin = len(lines[0]) - len(lines[0].lstrip())
    depth, quote, in_header, last = 0, None, True, 0
    for number, line in enumerate(lines):
        text = line.strip()
        if quote is None and not depth and not in_header and text and len(line) - len(line.lstrip()) <= margin:
            break
        if text and (quote is not None or not text.startswith("#")):
            last = number
        i = 0
        while i < len(line):
            c = line[i]
            if quote is not None:
                if c == "\\":
                    i += 1
                elif line.startswith(quote, i):
                    i += len(quote) - 1
                    quote = None
            elif c == "#":
                break
            elif c in "'\"":
                quote = c * 3 if line.startswith(c * 3, i) else c
                i += len(quote) - 1
            elif c in "([{":
                depth += 1
            elif c in ")]}":
                depth -= 1
            i += 1
        if quote is not None and len(quote) == 1:
            quote = None
        code = text.split("#")[0].rstrip()
        ends_header = in_header and not depth and quote is None and not text.startswith("@")
        if ends_header:
            in_header = False
            if not code.endswith(":") and (text.startswith(("def ", "class ")) or "lambda" in text):
                break
    return lines[: last + 1]


def getsourcelines(object):
    """The lines of an object's source, and the number of the first."""
    object = unwrap(object)
    lines, first = findsource(object)
    if istraceback(object):
        object = object.tb_frame
    if ismodule(object) or isframe(object) and object.f_code.co_name == "<module>":
        return lines, 0
    return getblock(lines[first:]), first + 1


def getsource(object):
    """The text of an object's source."""
    return "".join(getsourcelines(object)[0])


def getcomments(object):
    """The comments just before an object's source."""
    try:
        lines, first = findsource(object)
    except (OSError, TypeError):
        return None
    found = []
    while first and lines[first - 1].lstrip().startswith("#"):
        first -= 1
        found.insert(0, lines[first].lstrip())
    return "".join(found) or None


def indentsize(line):
    """The number of blanks at the start of a line."""
    line = line.expandtabs()
    return len(line) - len(line.lstrip())


def unwrap(func, *, stop=None):
    """The function inside decorators that left `__wrapped__`."""
    first = func
    seen = {id(func)}
    while hasattr(func, "__wrapped__") and not isinstance(func, type) and not (stop and stop(func)):
        func = func.__wrapped__
        if id(func) in seen:
            raise ValueError(f"wrapper loop when unwrapping {first!r}")
        seen.add(id(func))
    return func


# Frames


Traceback = namedtuple("Traceback", "filename lineno function code_context index")
FrameInfo = namedtuple("FrameInfo", "frame filename lineno function code_context index")
ArgInfo = namedtuple("ArgInfo", "args varargs keywords locals")
ClosureVars = namedtuple("ClosureVars", "nonlocals globals builtins unbound")


def currentframe():
    """The frame that calls this."""
    return sys._getframe(1)


def getframeinfo(frame, context=1):
    """Where a frame or a traceback stands."""
    line = frame.tb_lineno if istraceback(frame) else frame.f_lineno
    if istraceback(frame):
        frame = frame.tb_frame
    lines = index = None
    if context > 0:
        try:
            everything = _all_lines(frame)
            start = max(0, min(line - 1 - context // 2, len(everything) - context))
            lines, index = everything[start : start + context], line - 1 - start
        except OSError:
            pass
    return Traceback(frame.f_code.co_filename, line, frame.f_code.co_name, lines, index)


def getouterframes(frame, context=1):
    """A frame and those that called it."""
    found = []
    while frame is not None:
        found.append(FrameInfo(frame, *getframeinfo(frame, context)))
        frame = frame.f_back
    return found


def getinnerframes(tb, context=1):
    """The frames of a traceback."""
    found = []
    while tb is not None:
        found.append(FrameInfo(tb.tb_frame, *getframeinfo(tb, context)))
        tb = tb.tb_next
    return found


def stack(context=1):
    """The frames from the caller outwards."""
    return getouterframes(sys._getframe(1), context)


def trace(context=1):
    """The frames between here and where the current exception was raised."""
    return getinnerframes(sys.exc_info()[2], context)


def getargs(co):
    """The names of the parameters of code."""
    names = co.co_varnames
    count = co.co_argcount
    names, rest = names[: count + co.co_kwonlyargcount], names[count + co.co_kwonlyargcount:]
    varargs = rest[0] if co.co_flags & CO_VARARGS else None
    varkw = rest[bool(varargs)] if co.co_flags & CO_VARKEYWORDS else None
    return Arguments(list(names), varargs, varkw)


Arguments = namedtuple("Arguments", "args, varargs, varkw")


def getargvalues(frame):
    """The arguments that a frame was called with."""
    return ArgInfo(*getargs(frame.f_code), frame.f_locals)


def getclosurevars(func):
    """What the names outside a function stand for."""
    func = unwrap(func.__func__ if ismethod(func) else func)
    if not isfunction(func):
        raise TypeError(f"{func!r} is not a Python function")
    code = func.__code__
    nonlocals = {name: cell.cell_contents for name, cell in zip(code.co_freevars, func.__closure__ or ())}
    found_globals, found_builtins, unbound = {}, {}, set()
    for name in code.co_names:
        if name in ("None", "True", "False"):
            continue
        if name in func.__globals__:
            found_globals[name] = func.__globals__[name]
        elif hasattr(builtins, name):
            found_builtins[name] = getattr(builtins, name)
        else:
            unbound.add(name)
    return ClosureVars(nonlocals, found_globals, found_builtins, unbound)


GEN_CREATED, GEN_RUNNING, GEN_SUSPENDED, GEN_CLOSED = "GEN_CREATED", "GEN_RUNNING", "GEN_SUSPENDED", "GEN_CLOSED"


def getgeneratorstate(generator):
    """Whether a generator was started, is running, waits or has ended."""
    if generator.gi_running:
        return GEN_RUNNING
    if generator.gi_suspended:
        return GEN_SUSPENDED
    return GEN_CLOSED if generator.gi_frame is None else GEN_CREATED


def getgeneratorlocals(generator):
    """The local variables of a generator."""
    if not isgenerator(generator):
        raise TypeError(f"{generator!r} is not a Python generator")
    frame = generator.gi_frame
    return {} if frame is None else frame.f_locals


# Signatures


class _empty:
    """Marks what is absent."""


class _ParameterKind(enum.IntEnum):
    POSITIONAL_ONLY = 0
    POSITIONAL_OR_KEYWORD = 1
    VAR_POSITIONAL = 2
    KEYWORD_ONLY = 3
    VAR_KEYWORD = 4

    def __str__(self):
        return self.name

    @property
    def description(self):
        words = {2: "variadic positional", 4: "variadic keyword", 1: "positional or keyword"}
        return words.get(self.value) or self.name.lower().replace("_", "-")


def formatannotation(annotation, base_module=None):
    """The text of an annotation."""
    if getattr(annotation, "__module__", None) == "typing":
        return repr(annotation).replace("typing.", "")
    if isinstance(annotation, types.GenericAlias):
        return str(annotation)
    if isinstance(annotation, type):
        if annotation.__module__ in ("builtins", base_module):
            return annotation.__qualname__
        return annotation.__module__ + "." + annotation.__qualname__
    return repr(annotation)


def formatannotationrelativeto(object):
    module = getattr(object, "__module__", None)
    return lambda annotation: formatannotation(annotation, module)


class Parameter:
    """A parameter of a function."""

    __slots__ = ("_name", "_kind", "_default", "_annotation")

    POSITIONAL_ONLY = _ParameterKind.POSITIONAL_ONLY
    POSITIONAL_OR_KEYWORD = _ParameterKind.POSITIONAL_OR_KEYWORD
    VAR_POSITIONAL = _ParameterKind.VAR_POSITIONAL
    KEYWORD_ONLY = _ParameterKind.KEYWORD_ONLY
    VAR_KEYWORD = _ParameterKind.VAR_KEYWORD
    empty = _empty

    def __init__(self, name, kind, *, default=_empty, annotation=_empty):
        try:
            self._kind = _ParameterKind(kind)
        except ValueError:
            raise ValueError(f"value {kind!r} is not a valid Parameter.kind") from None
        if default is not _empty and self._kind in (self.VAR_POSITIONAL, self.VAR_KEYWORD):
            raise ValueError(f"{self._kind.description} parameters cannot have default values")
        if name is _empty:
            raise ValueError("name is a required attribute for Parameter")
        if not isinstance(name, str):
            raise TypeError(f"name must be a str, not a {type(name).__name__}")
        if not name.isidentifier():
            raise ValueError(f"{name!r} is not a valid parameter name")
        self._name = name
        self._default = default
        self._annotation = annotation

    name = property(attrgetter("_name"))
    kind = property(attrgetter("_kind"))
    default = property(attrgetter("_default"))
    annotation = property(attrgetter("_annotation"))

    def replace(self, *, name=_missing, kind=_missing, annotation=_missing, default=_missing):
        return type(self)(
            self._name if name is _missing else name, self._kind if kind is _missing else kind,
            default=self._default if default is _missing else default,
            annotation=self._annotation if annotation is _missing else annotation)

    def __str__(self):
        text = self._name
        if self._annotation is not _empty:
            text += f": {formatannotation(self._annotation)}"
        if self._default is not _empty:
            text += f" = {self._default!r}" if self._annotation is not _empty else f"={self._default!r}"
        return {self.VAR_POSITIONAL: "*", self.VAR_KEYWORD: "**"}.get(self._kind, "") + text

    def __repr__(self):
        return f'<{self.__class__.__name__} "{self}">'

    def _key(self):
        return self._name, self._kind, self._default, self._annotation

    def __hash__(self):
        return hash(self._key())

    def __eq__(self, other):
        return self._key() == other._key() if isinstance(other, Parameter) else NotImplemented


class BoundArguments:
    """The arguments of a call, by the names of the parameters that take them."""

    def __init__(self, signature, arguments):
        self.arguments = arguments
        self._signature = signature

    signature = property(attrgetter("_signature"))

    @property
    def args(self):
        found = []
        for name, parameter in self._signature.parameters.items():
            if parameter.kind in (Parameter.KEYWORD_ONLY, Parameter.VAR_KEYWORD) or name not in self.arguments:
                break
            if parameter.kind is Parameter.VAR_POSITIONAL:
                found.extend(self.arguments[name])
            else:
                found.append(self.arguments[name])
        return tuple(found)

    @property
    def kwargs(self):
        found = {}
        by_name = False
        for name, parameter in self._signature.parameters.items():
            if parameter.kind in (Parameter.KEYWORD_ONLY, Parameter.VAR_KEYWORD):
                by_name = True
            elif name not in self.arguments:
                by_name = True
                continue
            if not by_name or name not in self.arguments:
                continue
            if parameter.kind is Parameter.VAR_KEYWORD:
                found.update(self.arguments[name])
            else:
                found[name] = self.arguments[name]
        return found

    def apply_defaults(self):
        """Adds the parameters that were left out, with their defaults."""
        found = {}
        for name, parameter in self._signature.parameters.items():
            if name in self.arguments:
                found[name] = self.arguments[name]
            elif parameter.default is not _empty:
                found[name] = parameter.default
            elif parameter.kind is Parameter.VAR_POSITIONAL:
                found[name] = ()
            elif parameter.kind is Parameter.VAR_KEYWORD:
                found[name] = {}
        self.arguments = found

    def __eq__(self, other):
        if not isinstance(other, BoundArguments):
            return NotImplemented
        return self.signature == other.signature and self.arguments == other.arguments

    def __repr__(self):
        shown = ", ".join(f"{name}={value!r}" for name, value in self.arguments.items())
        return f"<{self.__class__.__name__} ({shown})>"


class Signature:
    """What a function takes and returns."""

    __slots__ = ("_return_annotation", "_parameters")

    empty = _empty

    def __init__(self, parameters=None, *, return_annotation=_empty, __validate_parameters__=True):
        self._return_annotation = return_annotation
        found = OrderedDict()
        last = Parameter.POSITIONAL_ONLY
        has_default = False
        for parameter in parameters or ():
            kind, name = parameter.kind, parameter.name
            if kind < last:
                raise ValueError(
                    f"wrong parameter order: {last.description} parameter before {kind.description} parameter")
            last = kind
            if kind in (Parameter.POSITIONAL_ONLY, Parameter.POSITIONAL_OR_KEYWORD):
                if parameter.default is not _empty:
                    has_default = True
                elif has_default:
                    raise ValueError("non-default argument follows default argument")
            if name in found:
                raise ValueError(f"duplicate parameter name: {name!r}")
            found[name] = parameter
        self._parameters = types.MappingProxyType(found)

    parameters = property(attrgetter("_parameters"))
    return_annotation = property(attrgetter("_return_annotation"))

    @classmethod
    def from_callable(cls, obj, *, follow_wrapped=True, globals=None, locals=None, eval_str=False):
        return _signature_of(obj, follow_wrapped, cls, eval_str)

    def replace(self, *, parameters=_missing, return_annotation=_missing):
        return type(self)(
            self._parameters.values() if parameters is _missing else parameters,
            return_annotation=self._return_annotation if return_annotation is _missing else return_annotation)

    def bind(self, /, *args, **kwargs):
        """How a call's arguments go to the parameters."""
        return self._bind(args, kwargs, False)

    def bind_partial(self, /, *args, **kwargs):
        """As `bind`, but arguments may be left out."""
        return self._bind(args, kwargs, True)

    def _bind(self, args, kwargs, partial):
        arguments = {}
        parameters = list(self._parameters.values())
        left = list(args)
        while left:
            if not parameters or parameters[0].kind in (Parameter.KEYWORD_ONLY, Parameter.VAR_KEYWORD):
                raise TypeError("too many positional arguments")
            parameter = parameters.pop(0)
            if parameter.kind is Parameter.VAR_POSITIONAL:
                arguments[parameter.name] = tuple(left)
                break
            if parameter.name in kwargs and parameter.kind is not Parameter.POSITIONAL_ONLY:
                raise TypeError(f"multiple values for argument {parameter.name!r}")
            arguments[parameter.name] = left.pop(0)
        rest = None
        for parameter in parameters:
            name, kind = parameter.name, parameter.kind
            if kind is Parameter.VAR_KEYWORD:
                rest = name
            elif kind is Parameter.VAR_POSITIONAL:
                continue
            elif name in kwargs:
                if kind is Parameter.POSITIONAL_ONLY:
                    raise TypeError(
                        f"{name!r} parameter is positional only, but was passed as a keyword")
                arguments[name] = kwargs.pop(name)
            elif parameter.default is _empty and not partial:
                raise TypeError(f"missing a required argument: {name!r}")
        if kwargs:
            if rest is None:
                raise TypeError(f"got an unexpected keyword argument {next(iter(kwargs))!r}")
            arguments[rest] = kwargs
        return BoundArguments(self, arguments)

    def _key(self):
        positional = tuple(p for p in self._parameters.values() if p.kind is not Parameter.KEYWORD_ONLY)
        by_name = frozenset(p for p in self._parameters.values() if p.kind is Parameter.KEYWORD_ONLY)
        return positional, by_name, self._return_annotation

    def __hash__(self):
        return hash(self._key())

    def __eq__(self, other):
        return self._key() == other._key() if isinstance(other, Signature) else NotImplemented

    def __repr__(self):
        return f"<{self.__class__.__name__} {self}>"

    def __str__(self):
        parts = []
        needs_slash = False
        needs_star = True
        for parameter in self._parameters.values():
            kind = parameter.kind
            if kind is Parameter.POSITIONAL_ONLY:
                needs_slash = True
            elif needs_slash:
                parts.append("/")
                needs_slash = False
            if kind is Parameter.VAR_POSITIONAL:
                needs_star = False
            elif kind is Parameter.KEYWORD_ONLY and needs_star:
                parts.append("*")
                needs_star = False
            parts.append(str(parameter))
        if needs_slash:
            parts.append("/")
        text = f"({', '.join(parts)})"
        if self._return_annotation is not _empty:
            text += f" -> {formatannotation(self._return_annotation)}"
        return text


def _from_function(function, cls, eval_str):
    code = function.__code__
    names = code.co_varnames
    annotations = get_annotations(function, eval_str=eval_str)
    defaults = function.__defaults__ or ()
    by_name_defaults = function.__kwdefaults__ or {}
    count = code.co_argcount
    first_default = count - len(defaults)
    parameters = []

    def add(name, kind, default=_empty):
        parameters.append(Parameter(name, kind, default=default, annotation=annotations.get(name, _empty)))

    for i, name in enumerate(names[:count]):
        kind = (
            Parameter.POSITIONAL_ONLY if i < code.co_posonlyargcount else Parameter.POSITIONAL_OR_KEYWORD)
        add(name if name.isidentifier() else f"implicit{name[1:]}", kind,
            defaults[i - first_default] if i >= first_default else _empty)
    place = count + code.co_kwonlyargcount
    if code.co_flags & CO_VARARGS:
        add(names[place], Parameter.VAR_POSITIONAL)
        place += 1
    for name in names[count : count + code.co_kwonlyargcount]:
        add(name, Parameter.KEYWORD_ONLY, by_name_defaults.get(name, _empty))
    if code.co_flags & CO_VARKEYWORDS:
        add(names[place], Parameter.VAR_KEYWORD)
    return cls(parameters, return_annotation=annotations.get("return", _empty))


def _from_text(obj, cls):
    """The signature of a function that is not written in Python, from the text it has of it."""
    text = getattr(obj, "__text_signature__", None)
    if not text:
        raise ValueError(f"no signature found for builtin {obj!r}")
    names = text[1:-1].split(", ")
    is_bound = getattr(obj, "__self__", None) is not None
    marker = names[0][:1] == "$"
    drops_first = marker and (is_bound or names[0] == "$module" or not hasattr(obj, "__objclass__"))
    names[0] = names[0].lstrip("$")
    if drops_first:
        names = names[1:]
        if names[:1] == ["/"]:
            names = names[1:]
    scope = {}
    try:
        exec(f"def f({', '.join(names)}): pass", scope)
    except (SyntaxError, NameError):
        raise ValueError(f"no signature found for builtin {obj!r}") from None
    return _from_function(scope["f"], cls, False)


def _without_first(signature):
    parameters = list(signature.parameters.values())
    if not parameters or parameters[0].kind in (Parameter.VAR_KEYWORD, Parameter.KEYWORD_ONLY):
        raise ValueError("invalid method signature")
    if parameters[0].kind is not Parameter.VAR_POSITIONAL:
        parameters.pop(0)
    return signature.replace(parameters=parameters)


def _of_partial(wrapped, partial):
    """What is left to give to a partial function."""
    given = wrapped.bind_partial(*partial.args, **partial.keywords).arguments
    parameters = []
    by_name = False
    for name, parameter in wrapped.parameters.items():
        if name in given and parameter.kind is Parameter.POSITIONAL_ONLY:
            continue
        if parameter.kind is Parameter.POSITIONAL_OR_KEYWORD:
            if name in partial.keywords:
                by_name = True
                parameter = parameter.replace(default=given[name])
            elif name in given:
                continue
            if by_name:
                parameter = parameter.replace(kind=Parameter.KEYWORD_ONLY)
        elif parameter.kind is Parameter.KEYWORD_ONLY and name in given:
            parameter = parameter.replace(default=given[name])
        elif parameter.kind is Parameter.VAR_POSITIONAL and by_name:
            continue
        parameters.append(parameter)
    return wrapped.replace(parameters=parameters)


def _of_class(cls_obj, follow_wrapped, cls, eval_str):
    call = getattr(type(cls_obj), "__call__", None)
    if isfunction(call):
        return _without_first(_signature_of(call, follow_wrapped, cls, eval_str))
    for base in cls_obj.__mro__:
        new, init = base.__dict__.get("__new__"), base.__dict__.get("__init__")
        if isinstance(new, staticmethod):
            new = new.__func__
        for function in (new, init):
            if isfunction(function):
                return _without_first(_signature_of(function, follow_wrapped, cls, eval_str))
        if base is not object and base.__module__ == "builtins" and base in cls_obj.__mro__:
            word = "builtin" if cls_obj is type else "builtin type"
            raise ValueError(f"no signature found for {word} {cls_obj!r}")
    return cls()


def _signature_of(obj, follow_wrapped=True, cls=Signature, eval_str=False):
    if not callable(obj):
        raise TypeError(f"{obj!r} is not a callable object")
    if ismethod(obj):
        return _without_first(_signature_of(obj.__func__, follow_wrapped, cls, eval_str))
    if follow_wrapped:
        obj = unwrap(obj, stop=lambda f: hasattr(f, "__signature__") or ismethod(f))
        if ismethod(obj):
            return _signature_of(obj, follow_wrapped, cls, eval_str)
    own = getattr(obj, "__signature__", None)
    if own is not None:
        if not isinstance(own, Signature):
            raise TypeError(f"unexpected object {own!r} in __signature__ attribute")
        return own
    if isfunction(obj):
        return _from_function(obj, cls, eval_str)
    if isbuiltin(obj) or ismethoddescriptor(obj) or ismethodwrapper(obj):
        return _from_text(obj, cls)
    if isinstance(obj, functools.partial):
        return _of_partial(_signature_of(obj.func, follow_wrapped, cls, eval_str), obj)
    if isinstance(obj, type):
        return _of_class(obj, follow_wrapped, cls, eval_str)
    call = getattr(type(obj), "__call__", None)
    if call is not None and (isfunction(call) or hasattr(call, "__wrapped__")):
        return _without_first(_signature_of(call, follow_wrapped, cls, eval_str))
    raise ValueError(f"callable {obj!r} is not supported by signature")


def signature(obj, *, follow_wrapped=True, globals=None, locals=None, eval_str=False):
    """What a callable takes."""
    return Signature.from_callable(obj, follow_wrapped=follow_wrapped, eval_str=eval_str)


def get_annotations(obj, *, globals=None, locals=None, eval_str=False):
    """The annotations of a function, a class or a module, as a dictionary of their own."""
    if isinstance(obj, type):
        found = obj.__dict__.get("__annotations__")
        namespace = getattr(sys.modules.get(obj.__module__), "__dict__", {})
        locals = dict(vars(obj)) if locals is None else locals
    elif ismodule(obj):
        found, namespace = getattr(obj, "__annotations__", None), obj.__dict__
    elif callable(obj):
        found = getattr(obj, "__annotations__", None)
        namespace = getattr(unwrap(obj), "__globals__", {})
    else:
        raise TypeError(f"{obj!r} is not a module, class, or callable.")
    if not found:
        return {}
    if not isinstance(found, dict):
        raise ValueError(f"{obj!r}.__annotations__ is neither a dict nor None")
    if not eval_str:
        return dict(found)
    namespace = namespace if globals is None else globals
    return {
        name: eval(value, namespace, locals) if isinstance(value, str) else value for name, value in found.items()}


FullArgSpec = namedtuple("FullArgSpec", "args, varargs, varkw, defaults, kwonlyargs, kwonlydefaults, annotations")


def getfullargspec(func):
    """The parameters of a function, one list for each kind."""
    try:
        if ismethod(func):
            found = _signature_of(func.__func__, False)
        else:
            found = _signature_of(func, False)
    except Exception as error:
        raise TypeError("unsupported callable") from error
    args, defaults, by_name, by_name_defaults, annotations = [], [], [], {}, {}
    varargs = varkw = None
    if found.return_annotation is not _empty:
        annotations["return"] = found.return_annotation
    for name, parameter in found.parameters.items():
        kind = parameter.kind
        if kind in (Parameter.POSITIONAL_ONLY, Parameter.POSITIONAL_OR_KEYWORD):
            args.append(name)
            if parameter.default is not _empty:
                defaults.append(parameter.default)
        elif kind is Parameter.VAR_POSITIONAL:
            varargs = name
        elif kind is Parameter.VAR_KEYWORD:
            varkw = name
        else:
            by_name.append(name)
            if parameter.default is not _empty:
                by_name_defaults[name] = parameter.default
        if parameter.annotation is not _empty:
            annotations[name] = parameter.annotation
    return FullArgSpec(
        args, varargs, varkw, tuple(defaults) or None, by_name, by_name_defaults or None, annotations)


def getcallargs(func, /, *positional, **named):
    """Which parameter gets which argument of a call."""
    if ismethod(func) and func.__self__ is not None:
        positional = (func.__self__, *positional)
        func = func.__func__
    bound = signature(func).bind(*positional, **named)
    given = bound.arguments
    bound.apply_defaults()
    # In CPython's order: what was given, the rest, the defaults.
    rest = [name for name, p in bound.signature.parameters.items() if p.kind in (p.VAR_POSITIONAL, p.VAR_KEYWORD)]
    first = [name for name in given if name not in rest]
    return {name: bound.arguments[name] for name in (*first, *rest, *bound.arguments)}


def formatargvalues(args, varargs, varkw, locals, formatarg=str, formatvarargs=lambda name: "*" + name,
                    formatvarkw=lambda name: "**" + name, formatvalue=lambda value: "=" + repr(value)):
    """The text of what `getargvalues` found."""
    parts = [formatarg(name) + formatvalue(locals[name]) for name in args]
    if varargs:
        parts.append(formatvarargs(varargs) + formatvalue(locals[varargs]))
    if varkw:
        parts.append(formatvarkw(varkw) + formatvalue(locals[varkw]))
    return f"({', '.join(parts)})"
