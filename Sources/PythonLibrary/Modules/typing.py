"""Annotations: names for what functions take and give. Nothing checks them."""

import collections
import collections.abc
import contextlib
import functools
import re
from abc import ABCMeta, abstractmethod
from types import GenericAlias, UnionType

__all__ = [
    "AbstractSet", "Annotated", "Any", "AnyStr", "AsyncGenerator", "AsyncIterable", "AsyncIterator", "Awaitable",
    "BinaryIO", "ByteString", "Callable", "ChainMap", "ClassVar", "Collection", "Concatenate", "Container",
    "ContextManager", "Coroutine", "Counter", "DefaultDict", "Deque", "Dict", "Final", "ForwardRef", "FrozenSet",
    "Generator", "Generic", "Hashable", "IO", "ItemsView", "Iterable", "Iterator", "KeysView", "List", "Literal",
    "LiteralString", "Mapping", "MappingView", "Match", "MutableMapping", "MutableSequence", "MutableSet",
    "NamedTuple", "Never", "NewType", "NoReturn", "NotRequired", "Optional", "OrderedDict", "ParamSpec", "Pattern",
    "Protocol", "Required", "Reversible", "Self", "Sequence", "Set", "Sized", "SupportsAbs", "SupportsBytes",
    "SupportsComplex", "SupportsFloat", "SupportsIndex", "SupportsInt", "SupportsRound", "TYPE_CHECKING", "Text",
    "TextIO", "Tuple", "Type", "TypeAlias", "TypeGuard", "TypeVar", "TypeVarTuple", "TypedDict", "Union", "Unpack",
    "ValuesView", "assert_never", "assert_type", "cast", "clear_overloads", "dataclass_transform", "final",
    "get_args", "get_origin", "get_overloads", "get_type_hints", "is_typeddict", "no_type_check",
    "no_type_check_decorator", "overload", "reveal_type", "runtime_checkable",
]

_NoneType = type(None)


def _type_check(arg, message):
    if arg is None:
        return _NoneType
    if isinstance(arg, str):
        return ForwardRef(arg)
    if arg in (Generic, Protocol):
        raise TypeError(f"Plain {arg} is not valid as type argument")
    if type(arg) is tuple:
        raise TypeError(f"{message} Got {arg!r:.100}.")
    return arg


def _type_repr(obj):
    if isinstance(obj, type) and not isinstance(obj, GenericAlias):
        return obj.__qualname__ if obj.__module__ == "builtins" else f"{obj.__module__}.{obj.__qualname__}"
    if obj is ...:
        return "..."
    if type(obj).__name__ == "function":
        return obj.__name__
    return repr(obj)


def _parameters(args):
    """The type variables in some arguments, each once."""
    found = []
    for arg in args:
        parts = [arg] if isinstance(arg, TypeVar) else getattr(arg, "__parameters__", ())
        if isinstance(arg, list):
            parts = _parameters(arg)
        if isinstance(arg, type) and not isinstance(arg, GenericAlias):
            parts = ()
        for part in parts:
            if part not in found:
                found.append(part)
    return tuple(found)


def _unique(items):
    found = []
    for item in items:
        if item not in found:
            found.append(item)
    return found


class _Final:
    """No base for classes."""

    def __init_subclass__(cls, /, *args, **kwds):
        if "_root" not in kwds:
            raise TypeError("Cannot subclass special typing classes")


class _Operators:
    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]


class _SpecialForm(_Operators, _Final, _root=True):
    """`Any`, `Optional`, …: a name that may be subscripted."""

    def __init__(self, name, subscribe=None):
        self._name = name
        self._subscribe = subscribe

    def __repr__(self):
        return "typing." + self._name

    def __getattr__(self, name):
        if name in ("__name__", "__qualname__"):
            return self._name
        raise AttributeError(name)

    def __mro_entries__(self, bases):
        raise TypeError(f"Cannot subclass {self!r}")

    def __call__(self, *args, **kwds):
        raise TypeError(f"Cannot instantiate {self!r}")

    def __instancecheck__(self, obj):
        raise TypeError(f"{self} cannot be used with isinstance()")

    def __subclasscheck__(self, cls):
        raise TypeError(f"{self} cannot be used with issubclass()")

    def __getitem__(self, item):
        if self._subscribe is None:
            raise TypeError(f"{self} is not subscriptable")
        return self._subscribe(self, item)


class _Alias(_Operators):
    """A form or a class with its arguments."""

    def __init__(self, origin, args, name=None):
        self.__origin__ = origin
        self.__args__ = tuple(args)
        self._name = name
        self.__parameters__ = _parameters(self.__args__)

    def __repr__(self):
        name = "typing." + self._name if self._name else _type_repr(self.__origin__)
        args = ", ".join(map(_type_repr, self.__args__)) or "()"
        return f"{name}[{args}]"

    def __getitem__(self, item):
        if not isinstance(item, tuple):
            item = (item,)
        if not self.__parameters__:
            raise TypeError(f"{self} is not a generic class")
        if len(item) != len(self.__parameters__):
            many = "many" if len(item) > len(self.__parameters__) else "few"
            raise TypeError(
                f"Too {many} arguments for {self}; actual {len(item)}, expected {len(self.__parameters__)}"
            )
        values = dict(zip(self.__parameters__, [_type_check(one, "Parameters must be types.") for one in item]))
        args = []
        for arg in self.__args__:
            if isinstance(arg, TypeVar):
                arg = values.get(arg, arg)
            elif getattr(arg, "__parameters__", ()) and not isinstance(arg, type):
                arg = arg[tuple(values[one] for one in arg.__parameters__)]
            args.append(arg)
        return self._copy(args)

    def _copy(self, args):
        if self.__origin__ is Union:
            return Union[tuple(args)]
        return type(self)(self.__origin__, args, self._name)

    def __getattr__(self, name):
        if name.startswith("__") and name.endswith("__"):
            raise AttributeError(name)
        return getattr(self.__origin__, name)

    def __call__(self, *args, **kwargs):
        if self._name in _UNCALLABLE:
            raise TypeError(f"Type {self._name} cannot be instantiated; use {self.__origin__.__name__}() instead")
        result = self.__origin__(*args, **kwargs)
        try:
            result.__orig_class__ = self
        except AttributeError:
            pass
        return result

    def __mro_entries__(self, bases):
        if isinstance(self.__origin__, _SpecialForm):
            raise TypeError(f"Cannot subclass {self!r}")
        found = [] if self.__origin__ is Generic and any(
            isinstance(one, _Alias) and one is not self and one.__origin__ is not Generic and isinstance(
                one.__origin__, type) and issubclass(one.__origin__, Generic) for one in bases) else [self.__origin__]
        if self._name and Generic not in bases and not any(
            isinstance(one, _Alias) and (one.__origin__ is Generic) for one in bases) and self is _last_named(bases):
            found.append(Generic)
        return tuple(found)

    def __eq__(self, other):
        if not isinstance(other, _Alias):
            return NotImplemented
        if self.__origin__ is not other.__origin__:
            return False
        if self.__origin__ in (Union, Literal):
            return set(self.__args__) == set(other.__args__)
        return self.__args__ == other.__args__

    def __hash__(self):
        if self.__origin__ in (Union, Literal):
            return hash((id(self.__origin__), frozenset(self.__args__)))
        return hash((id(self.__origin__), self.__args__))

    def __instancecheck__(self, obj):
        if self.__origin__ is Union:
            return any(isinstance(obj, arg) for arg in self.__args__)
        raise TypeError("Subscripted generics cannot be used with class and instance checks")

    def __subclasscheck__(self, cls):
        if self.__origin__ is Union:
            return any(issubclass(cls, arg) for arg in self.__args__)
        raise TypeError("Subscripted generics cannot be used with class and instance checks")


def _last_named(bases):
    named = [one for one in bases if isinstance(one, _Alias) and one._name]
    return named[-1] if named else None


_UNCALLABLE = {"List", "Dict", "Set", "FrozenSet", "Tuple", "Type"}


class _UnionAlias(_Alias):
    def __repr__(self):
        args = self.__args__
        if len(args) == 2 and _NoneType in args:
            other = args[1] if args[0] is _NoneType else args[0]
            return f"typing.Optional[{_type_repr(other)}]"
        return f"typing.Union[{', '.join(map(_type_repr, args))}]"


class _LiteralAlias(_Alias):
    def __repr__(self):
        return f"typing.Literal[{', '.join(map(repr, self.__args__))}]"

    def _typed(self):
        return frozenset((type(arg), arg) for arg in self.__args__)

    def __eq__(self, other):
        return self._typed() == other._typed() if isinstance(other, _LiteralAlias) else NotImplemented

    def __hash__(self):
        return hash(self._typed())


class _UnpackAlias(_Alias):
    def __repr__(self):
        return f"*{self.__args__[0]!r}"


class _CallableAlias(_Alias):
    def __repr__(self):
        *given, result = self.__args__
        if given == [...]:
            return f"typing.Callable[..., {_type_repr(result)}]"
        if len(given) == 1 and (
                isinstance(given[0], ParamSpec) or getattr(given[0], "__origin__", None) is Concatenate):
            return f"typing.Callable[{_type_repr(given[0])}, {_type_repr(result)}]"
        return f"typing.Callable[[{', '.join(map(_type_repr, given))}], {_type_repr(result)}]"


class _AnnotatedAlias(_Alias):
    def __init__(self, origin, metadata):
        if isinstance(origin, _AnnotatedAlias):
            metadata = origin.__metadata__ + metadata
            origin = origin.__origin__
        super().__init__(origin, (origin,))
        self.__metadata__ = metadata

    def __repr__(self):
        return f"typing.Annotated[{_type_repr(self.__origin__)}, {', '.join(map(repr, self.__metadata__))}]"

    def __eq__(self, other):
        if not isinstance(other, _AnnotatedAlias):
            return NotImplemented
        return self.__origin__ == other.__origin__ and self.__metadata__ == other.__metadata__

    def __hash__(self):
        return hash((self.__origin__, self.__metadata__))


class _NamedClass(_Operators):
    """`List`, `Iterable`, …: a class under typing's name."""

    def __init__(self, origin, count, name):
        self.__origin__ = origin
        self._count = count
        self._name = name
        self.__parameters__ = ()

    def __repr__(self):
        return "typing." + self._name

    def __getitem__(self, item):
        if not isinstance(item, tuple):
            item = (item,)
        if self._name == "Tuple":
            if item == ():
                return _Alias(tuple, (), "Tuple")
            return _Alias(tuple, [
                one if one is ... else _type_check(one, "Tuple[t0, t1, ...]: each t must be a type.") for one in item
            ], "Tuple")
        if self._count >= 0 and len(item) != self._count:
            many = "many" if len(item) > self._count else "few"
            raise TypeError(f"Too {many} arguments for {self}; actual {len(item)}, expected {self._count}")
        return _Alias(
            self.__origin__, [_type_check(one, "Parameters to generic types must be types.") for one in item],
            self._name,
        )

    def __call__(self, *args, **kwargs):
        if self._name in _UNCALLABLE:
            raise TypeError(f"Type {self._name} cannot be instantiated; use {self.__origin__.__name__}() instead")
        return self.__origin__(*args, **kwargs)

    def __getattr__(self, name):
        if name in ("__name__", "__qualname__"):
            return self._name
        if name.startswith("__") and name.endswith("__"):
            raise AttributeError(name)
        return getattr(self.__origin__, name)

    def __mro_entries__(self, bases):
        if Generic in bases or issubclass(self.__origin__, Generic):
            return (self.__origin__,)
        return (self.__origin__, Generic) if self._count != 0 and self._name != "Tuple" else (self.__origin__,)

    def __instancecheck__(self, obj):
        return isinstance(obj, self.__origin__)

    def __subclasscheck__(self, cls):
        return issubclass(cls, self.__origin__)


class _CallableClass(_NamedClass):
    def __getitem__(self, item):
        if not (isinstance(item, tuple) and len(item) == 2):
            raise TypeError("Callable must be used as Callable[[arg, ...], result].")
        given, result = item
        result = _type_check(result, "Callable[args, result]: result must be a type.")
        if given is ...:
            return _CallableAlias(self.__origin__, (..., result), "Callable")
        if not isinstance(given, (list, tuple)):
            return _CallableAlias(self.__origin__, (given, result), "Callable")
        given = [_type_check(one, "Callable[[arg, ...], result]: each arg must be a type.") for one in given]
        return _CallableAlias(self.__origin__, (*given, result), "Callable")


class ForwardRef(_Final, _root=True):
    """A type by its name, that need not exist yet."""

    def __init__(self, arg, is_argument=True, module=None, *, is_class=False):
        if not isinstance(arg, str):
            raise TypeError(f"Forward reference must be a string -- got {arg!r}")
        try:
            compile(arg, "<string>", "eval")
        except SyntaxError:
            raise SyntaxError(f"Forward reference must be an expression -- got {arg!r}") from None
        self.__forward_arg__ = arg
        self.__forward_evaluated__ = False

    def __repr__(self):
        return f"ForwardRef({self.__forward_arg__!r})"

    def __eq__(self, other):
        if not isinstance(other, ForwardRef):
            return NotImplemented
        return self.__forward_arg__ == other.__forward_arg__

    def __hash__(self):
        return hash(self.__forward_arg__)

    def __call__(self):
        raise TypeError("a forward reference is not callable")

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]


class TypeVar(_Operators):
    """A type to be named later."""

    def __init__(self, name, *constraints, bound=None, covariant=False, contravariant=False):
        if covariant and contravariant:
            raise ValueError("Bivariant types are not supported.")
        if constraints and bound is not None:
            raise TypeError("Constraints cannot be combined with bound=...")
        if len(constraints) == 1:
            raise TypeError("A single constraint is not allowed")
        self.__name__ = name
        self.__constraints__ = tuple(
            _type_check(one, "TypeVar(name, constraint, ...): constraints must be types.") for one in constraints
        )
        self.__bound__ = None if bound is None else _type_check(bound, "Bound must be a type.")
        self.__covariant__ = bool(covariant)
        self.__contravariant__ = bool(contravariant)

    def __repr__(self):
        sign = "+" if self.__covariant__ else "-" if self.__contravariant__ else "~"
        return sign + self.__name__

    def __mro_entries__(self, bases):
        raise TypeError(f"Cannot subclass an instance of {type(self).__name__}")


class ParamSpec(TypeVar):
    """The parameters of a function, to be named later."""

    def __init__(self, name, *, bound=None, covariant=False, contravariant=False):
        super().__init__(name, bound=bound, covariant=covariant, contravariant=contravariant)
        self.args = _ParamSpecPart(self, "args")
        self.kwargs = _ParamSpecPart(self, "kwargs")


class _ParamSpecPart:
    def __init__(self, origin, name):
        self.__origin__ = origin
        self._name = name

    def __repr__(self):
        return f"{self.__origin__.__name__}.{self._name}"


class TypeVarTuple(TypeVar):
    """Several types to be named later."""

    def __init__(self, name):
        super().__init__(name)

    def __repr__(self):
        return self.__name__

    def __iter__(self):
        yield Unpack[self]


class Generic:
    """A class with type parameters."""

    __slots__ = ()
    _is_protocol = False

    def __class_getitem__(cls, params):
        if not isinstance(params, tuple):
            params = (params,)
        if cls in (Generic, Protocol):
            if not params:
                raise TypeError(f"Parameter list to {cls.__qualname__}[...] cannot be empty")
            if not all(isinstance(one, TypeVar) or isinstance(one, _Alias) for one in params):
                raise TypeError(
                    f"Parameters to {cls.__name__}[...] must all be type variables or parameter specification "
                    "variables."
                )
            if len(set(params)) != len(params):
                raise TypeError(f"Parameters to {cls.__name__}[...] must all be unique")
            return _Alias(cls, params, cls.__name__ if cls.__module__ == "typing" else None)
        params = [_type_check(one, "Parameters to generic types must be types.") for one in params]
        expected = getattr(cls, "__parameters__", ())
        if not expected:
            raise TypeError(f"{cls} is not a generic class")
        if len(params) != len(expected) and not any(isinstance(one, (ParamSpec, TypeVarTuple)) for one in expected):
            many = "many" if len(params) > len(expected) else "few"
            raise TypeError(f"Too {many} arguments for {cls}; actual {len(params)}, expected {len(expected)}")
        return _Alias(cls, params)

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        bases = cls.__dict__.get("__orig_bases__", ())
        own = None
        for base in bases:
            if isinstance(base, _Alias) and base.__origin__ in (Generic, Protocol):
                own = base.__parameters__
        cls.__parameters__ = own if own is not None else _parameters(
            [base for base in bases if isinstance(base, (_Alias, GenericAlias))]
        )


class _ProtocolMeta(ABCMeta):
    def __instancecheck__(cls, instance):
        if not getattr(cls, "_is_protocol", False):
            return super().__instancecheck__(instance)
        if not getattr(cls, "_is_runtime_protocol", False):
            raise TypeError(
                "Instance and class checks can only be used with @runtime_checkable protocols"
            )
        # Classes can only be asked for methods.
        if _has_methods_only(cls) and super().__instancecheck__(instance):
            return True
        for name in _protocol_members(cls):
            if not hasattr(instance, name):
                return False
            if callable(getattr(cls, name, None)) and getattr(instance, name) is None:
                return False
        return True


def _protocol_members(cls):
    names = set()
    for base in cls.__mro__[:-1]:
        if base in (Protocol, Generic) or not getattr(base, "_is_protocol", False):
            continue
        for name in [*base.__dict__, *base.__dict__.get("__annotations__", {})]:
            if not name.startswith("_abc_") and name not in _NO_MEMBERS:
                names.add(name)
    return names


def _has_methods_only(cls):
    return all(callable(getattr(cls, name, None)) for name in _protocol_members(cls))


_NO_MEMBERS = {
    "__abstractmethods__", "__annotations__", "__dict__", "__doc__", "__init__", "__module__", "__new__", "__slots__",
    "__subclasshook__", "__weakref__", "__class_getitem__", "__qualname__", "__parameters__", "__orig_bases__",
    "__orig_class__", "_is_protocol", "_is_runtime_protocol", "__match_args__", "__hash__",
}


def _no_init(self, *args, **kwargs):
    if type(self)._is_protocol:
        raise TypeError("Protocols cannot be instantiated")


class Protocol(Generic, metaclass=_ProtocolMeta):
    """What a class has to have, whatever it is called."""

    __slots__ = ()
    _is_protocol = True
    _is_runtime_protocol = False

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        if not cls.__dict__.get("_is_protocol", False):
            cls._is_protocol = any(base is Protocol for base in cls.__bases__)
        if "__subclasshook__" not in cls.__dict__:
            cls.__subclasshook__ = classmethod(_protocol_hook)
        if cls._is_protocol and cls.__init__ is Protocol.__init__:
            cls.__init__ = _no_init


def _protocol_hook(cls, other):
    if not cls.__dict__.get("_is_protocol", False):
        return NotImplemented
    if not cls._is_runtime_protocol:
        raise TypeError("Instance and class checks can only be used with @runtime_checkable protocols")
    if not _has_methods_only(cls):
        raise TypeError("Protocols with non-method members don't support issubclass()")
    for name in _protocol_members(cls):
        for base in other.__mro__:
            if name in base.__dict__:
                if base.__dict__[name] is None:
                    return NotImplemented
                break
        else:
            return NotImplemented
    return True


def runtime_checkable(cls):
    """Lets `isinstance` ask whether an object has what a protocol wants."""
    if not (issubclass(cls, Generic) and getattr(cls, "_is_protocol", False)):
        raise TypeError("@runtime_checkable can be only applied to protocol classes, got %r" % cls)
    cls._is_runtime_protocol = True
    return cls


# The forms.


def _make_union(form, item):
    if item == ():
        raise TypeError("Cannot take a Union of no types.")
    parts = item if isinstance(item, tuple) else (item,)
    flat = []
    for part in parts:
        part = _type_check(part, "Union[arg, ...]: each arg must be a type.")
        if isinstance(part, _UnionAlias) or isinstance(part, UnionType):
            flat += part.__args__
        else:
            flat.append(part)
    flat = _unique(flat)
    return flat[0] if len(flat) == 1 else _UnionAlias(Union, flat)


def _make_literal(form, item):
    flat = []
    for one in item if isinstance(item, tuple) else (item,):
        flat += one.__args__ if isinstance(one, _LiteralAlias) else (one,)
    unique = []
    for one in flat:
        if not any(one == other and type(one) is type(other) for other in unique):
            unique.append(one)
    return _LiteralAlias(Literal, unique)


def _single(form, item):
    return _Alias(form, (_type_check(item, f"{form} accepts only single type."),), form._name)


def _make_concatenation(form, item):
    parts = item if isinstance(item, tuple) else (item,)
    if parts == ():
        raise TypeError("Cannot take a Concatenate of no types.")
    if not (parts[-1] is ... or isinstance(parts[-1], ParamSpec)):
        raise TypeError("The last parameter to Concatenate should be a ParamSpec variable or ellipsis.")
    return _several(form, parts)


def _several(form, item):
    return _Alias(form, item if isinstance(item, tuple) else (item,), form._name)


Union = _SpecialForm("Union", _make_union)
Optional = _SpecialForm("Optional", lambda form, item: Union[_type_check(item, "typing.Optional requires a single type."), None])
Literal = _SpecialForm("Literal", _make_literal)
ClassVar = _SpecialForm("ClassVar", _single)
Final = _SpecialForm("Final", _single)
Required = _SpecialForm("Required", _single)
NotRequired = _SpecialForm("NotRequired", _single)
Unpack = _SpecialForm(
    "Unpack", lambda form, item: _UnpackAlias(form, (_type_check(item, "Unpack accepts only single type."),)))
TypeGuard = _SpecialForm("TypeGuard", _single)
Concatenate = _SpecialForm("Concatenate", _make_concatenation)
NoReturn = _SpecialForm("NoReturn")
Never = _SpecialForm("Never")
Self = _SpecialForm("Self")
LiteralString = _SpecialForm("LiteralString")
TypeAlias = _SpecialForm("TypeAlias")


class _AnyMeta(type):
    def __instancecheck__(self, obj):
        if self is Any:
            raise TypeError("typing.Any cannot be used with isinstance()")
        return super().__instancecheck__(obj)

    def __repr__(self):
        return "typing.Any" if self is Any else super().__repr__()


class Any(metaclass=_AnyMeta):
    """Every type at once."""

    def __new__(cls, *args, **kwargs):
        if cls is Any:
            raise TypeError("Any cannot be instantiated")
        return super().__new__(cls)


class Annotated:
    """A type with remarks."""

    def __new__(cls, *args, **kwargs):
        raise TypeError("Type Annotated cannot be instantiated.")

    def __class_getitem__(cls, params):
        if not isinstance(params, tuple) or len(params) < 2:
            raise TypeError(
                "Annotated[...] should be used with at least two arguments (a type and an annotation)."
            )
        return _AnnotatedAlias(_type_check(params[0], "Annotated[t, ...]: t must be a type."), tuple(params[1:]))

    def __init_subclass__(cls, *args, **kwargs):
        raise TypeError(f"Cannot subclass {cls.__module__}.Annotated")


def _name_classes():
    abc = collections.abc
    named = {
        "List": (list, 1), "Dict": (dict, 2), "Set": (set, 1), "FrozenSet": (frozenset, 1), "Tuple": (tuple, -1),
        "Type": (type, 1), "Deque": (collections.deque, 1), "DefaultDict": (collections.defaultdict, 2),
        "OrderedDict": (collections.OrderedDict, 2), "Counter": (collections.Counter, 1),
        "ChainMap": (collections.ChainMap, 2), "Hashable": (abc.Hashable, 0), "Sized": (abc.Sized, 0),
        "Iterable": (abc.Iterable, 1), "Iterator": (abc.Iterator, 1), "Reversible": (abc.Reversible, 1),
        "Container": (abc.Container, 1), "Collection": (abc.Collection, 1), "AbstractSet": (abc.Set, 1),
        "MutableSet": (abc.MutableSet, 1), "Mapping": (abc.Mapping, 2), "MutableMapping": (abc.MutableMapping, 2),
        "Sequence": (abc.Sequence, 1), "MutableSequence": (abc.MutableSequence, 1),
        "ByteString": (abc.ByteString, 0), "MappingView": (abc.MappingView, 1), "KeysView": (abc.KeysView, 1),
        "ItemsView": (abc.ItemsView, 2), "ValuesView": (abc.ValuesView, 1), "Generator": (abc.Generator, 3),
        "Awaitable": (abc.Awaitable, 1), "Coroutine": (abc.Coroutine, 3), "AsyncIterable": (abc.AsyncIterable, 1),
        "AsyncIterator": (abc.AsyncIterator, 1), "AsyncGenerator": (abc.AsyncGenerator, 2),
        "ContextManager": (contextlib.AbstractContextManager, 1), "Pattern": (re.Pattern, 1), "Match": (re.Match, 1),
    }
    for name, (origin, count) in named.items():
        globals()[name] = _NamedClass(origin, count, name)


_name_classes()
Callable = _CallableClass(collections.abc.Callable, 2, "Callable")
Text = str
TYPE_CHECKING = False
T = TypeVar("T")
KT = TypeVar("KT")
VT = TypeVar("VT")
T_co = TypeVar("T_co", covariant=True)
AnyStr = TypeVar("AnyStr", bytes, str)


def _supports(name, method):
    def body(namespace):
        def call(self, *args):
            raise NotImplementedError

        call.__name__ = method
        namespace[method] = abstractmethod(call)
        namespace["__module__"] = "typing"
        namespace["__slots__"] = ()

    from types import new_class

    return runtime_checkable(new_class(name, (Protocol,), exec_body=body))


SupportsInt = _supports("SupportsInt", "__int__")
SupportsFloat = _supports("SupportsFloat", "__float__")
SupportsComplex = _supports("SupportsComplex", "__complex__")
SupportsBytes = _supports("SupportsBytes", "__bytes__")
SupportsIndex = _supports("SupportsIndex", "__index__")
SupportsAbs = _supports("SupportsAbs", "__abs__")
SupportsRound = _supports("SupportsRound", "__round__")


class IO(Generic[AnyStr]):
    """A file of text or bytes."""


class TextIO(IO[str]):
    """A file of text."""


class BinaryIO(IO[bytes]):
    """A file of bytes."""


# Functions.


def cast(typ, val):
    """The value as it is."""
    return val


def assert_type(val, typ, /):
    return val


def reveal_type(obj, /):
    import sys

    print(f"Runtime type is {type(obj).__name__!r}", file=sys.stderr)
    return obj


def assert_never(arg, /):
    raise AssertionError(f"Expected code to be unreachable, but got: {arg!r}")


def _overload_dummy(*args, **kwds):
    raise NotImplementedError(
        "You should not call an overloaded function. A series of @overload-decorated functions outside a stub module "
        "should always be followed by an implementation that is not @overload-ed."
    )


_overloads = {}


def overload(func):
    """One of several signatures; the implementation follows without this."""
    _overloads.setdefault((func.__module__, func.__qualname__), []).append(func)
    return _overload_dummy


def get_overloads(func):
    return list(_overloads.get((func.__module__, func.__qualname__), ()))


def clear_overloads():
    _overloads.clear()


def final(f):
    """Not to be overridden."""
    try:
        f.__final__ = True
    except (AttributeError, TypeError):
        pass
    return f


def no_type_check(arg):
    arg.__no_type_check__ = True
    return arg


def no_type_check_decorator(decorator):
    """Lets what a decorator gives be marked as `no_type_check` marks it."""
    @functools.wraps(decorator)
    def marked(*args, **kwargs):
        return no_type_check(decorator(*args, **kwargs))

    return marked


def dataclass_transform(**kwargs):
    return lambda cls: cls


def is_typeddict(tp):
    return isinstance(tp, _TypedDictMeta)


def get_origin(tp):
    """`list` of `list[int]`; None where there is nothing of the kind."""
    if isinstance(tp, _AnnotatedAlias):
        return Annotated
    if isinstance(tp, UnionType):
        return UnionType
    if isinstance(tp, (_Alias, _NamedClass, GenericAlias, _ParamSpecPart)):
        return tp.__origin__
    if type(tp).__name__ == "_CallableAlias":
        return tp.__origin__
    return Generic if tp is Generic else None


def get_args(tp):
    """`(int,)` of `list[int]`."""
    if isinstance(tp, _AnnotatedAlias):
        return (tp.__origin__,) + tp.__metadata__
    if isinstance(tp, (_Alias, GenericAlias)) or type(tp).__name__ == "_CallableAlias":
        args = tp.__args__
        if tp.__origin__ is collections.abc.Callable and not (len(args) == 2 and args[0] is ...):
            return (list(args[:-1]), args[-1])
        return args
    return tp.__args__ if isinstance(tp, UnionType) else ()


def _resolve(hint, namespace, local):
    if hint is None:
        return _NoneType
    if isinstance(hint, str):
        hint = ForwardRef(hint)
    if isinstance(hint, ForwardRef):
        found = eval(hint.__forward_arg__, namespace, local)
        return _resolve(found, namespace, local) if isinstance(found, (str, ForwardRef)) or found is None else found
    if isinstance(hint, _Alias) and not isinstance(hint, (_LiteralAlias, _AnnotatedAlias)):
        args = [_resolve(arg, namespace, local) if isinstance(arg, (ForwardRef, _Alias)) else arg for arg in hint.__args__]
        return hint._copy(args) if tuple(args) != hint.__args__ else hint
    if isinstance(hint, GenericAlias):
        args = tuple(
            _resolve(arg, namespace, local) if isinstance(arg, (str, ForwardRef, _Alias, GenericAlias)) else arg
            for arg in hint.__args__
        )
        return GenericAlias(hint.__origin__, args) if args != hint.__args__ else hint
    return hint


def get_type_hints(obj, globalns=None, localns=None, include_extras=False):
    """The annotations, with names in strings looked up."""

    def finish(hint):
        return hint.__origin__ if isinstance(hint, _AnnotatedAlias) and not include_extras else hint

    if isinstance(obj, type):
        from _source import loaded

        hints = {}
        for base in reversed(obj.__mro__):
            module = loaded(base.__module__)
            names = globalns
            if names is None:
                names = module.__dict__ if module is not None else _main_names(base)
            for name, hint in base.__dict__.get("__annotations__", {}).items():
                hints[name] = finish(_resolve(hint, names, localns or dict(vars(base))))
        return hints
    wrapped = obj
    while hasattr(wrapped, "__wrapped__"):
        wrapped = wrapped.__wrapped__
    names = globalns if globalns is not None else getattr(wrapped, "__globals__", None) or getattr(obj, "__dict__", {})
    hints = getattr(obj, "__annotations__", None)
    if hints is None:
        raise TypeError(f"{obj!r} is not a module, class, method, or function.")
    return {name: finish(_resolve(hint, names, localns)) for name, hint in hints.items()}


def _main_names(cls):
    """The globals of a class of the notebook, through one of its functions."""
    for value in cls.__dict__.values():
        names = getattr(value, "__globals__", None)
        if names is not None:
            return names
    import __main__

    return __main__.__dict__


class NewType:
    """A type of its own for the reader; the same at run time."""

    def __init__(self, name, tp):
        self.__qualname__ = name
        self.__name__ = name.rpartition(".")[2]
        self.__supertype__ = tp
        self.__module__ = "__main__"

    def __call__(self, x, /):
        return x

    def __repr__(self):
        return f"{self.__module__}.{self.__qualname__}"

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __mro_entries__(self, bases):
        raise TypeError(
            f"Cannot subclass an instance of NewType. Perhaps you were looking for: "
            f"`{bases[-1].__name__} = NewType({bases[-1].__name__!r}, {self.__name__})`"
        )


# Tuples and dicts with named parts.

_RESERVED = {"__new__", "__init__", "__slots__", "__getnewargs__", "_fields", "_field_defaults", "_make", "_replace",
             "_asdict", "_source"}


class _NamedTupleMeta(type):
    def __new__(cls, typename, bases, ns):
        types = ns.get("__annotations__", {})
        defaults = []
        for field in types:
            if field in ns:
                defaults.append(field)
            elif defaults:
                raise TypeError(
                    f"Non-default namedtuple field {field} cannot follow default field"
                    f"{'s' if len(defaults) > 1 else ''} {', '.join(defaults)}"
                )
        made = collections.namedtuple(
            typename, list(types), defaults=[ns[field] for field in defaults], module=ns.get("__module__"))
        made.__annotations__ = {
            field: _type_check(tp, f"field {field} annotation must be a type") for field, tp in types.items()
        }
        for key, value in ns.items():
            if key in _RESERVED:
                raise AttributeError("Cannot overwrite NamedTuple attribute " + key)
            if key in ("__module__", "__annotations__") or key in made._fields:
                continue
            setattr(made, key, value)
        return made


def NamedTuple(typename, fields=None, /, **kwargs):
    """A named tuple with annotated fields; a base for classes, or a function."""
    fields = list(fields) if fields is not None else list(kwargs.items())
    made = collections.namedtuple(typename, [name for name, _ in fields])
    made.__annotations__ = {name: _type_check(tp, f"field {name} annotation must be a type") for name, tp in fields}
    return made


class _TypedDictMeta(type):
    def __new__(cls, name, bases, ns, total=True):
        made = type.__new__(_TypedDictMeta, name, (dict,), dict(ns))
        annotations, required, optional = {}, set(), set()
        for base in bases:
            annotations.update(base.__dict__.get("__annotations__", {}))
            required.update(base.__dict__.get("__required_keys__", ()))
            optional.update(base.__dict__.get("__optional_keys__", ()))
        own = {
            key: _type_check(tp, "TypedDict('Name', {f0: t0, f1: t1, ...}); each t must be a type")
            for key, tp in ns.get("__annotations__", {}).items()
        }
        annotations.update(own)
        for key, tp in own.items():
            origin = getattr(tp, "__origin__", None)
            is_required = origin is Required or (total and origin is not NotRequired)
            (required if is_required else optional).add(key)
        made.__annotations__ = annotations
        made.__required_keys__ = frozenset(required)
        made.__optional_keys__ = frozenset(optional)
        made.__total__ = total
        return made

    def __call__(cls, *args, **kwargs):
        return dict(*args, **kwargs)

    def __subclasscheck__(cls, other):
        raise TypeError("TypedDict does not support instance and class checks")

    __instancecheck__ = __subclasscheck__


def TypedDict(typename, fields=None, /, *, total=True, **kwargs):
    """A dict with known keys; a base for classes, or a function."""
    fields = kwargs if fields is None else fields
    return _TypedDictMeta(typename, (), {"__annotations__": dict(fields), "__module__": "__main__"}, total=total)


_NamedTuple = type.__new__(_NamedTupleMeta, "NamedTuple", (), {"__module__": "typing"})
_TypedDict = type.__new__(_TypedDictMeta, "TypedDict", (), {"__module__": "typing"})


class _ClassMaker:
    """A function that may also be a base."""

    def __init__(self, function, base):
        self._function = function
        self._base = base
        self.__name__ = self.__qualname__ = function.__name__
        self.__module__ = "typing"
        self.__doc__ = function.__doc__

    def __call__(self, *args, **kwargs):
        return self._function(*args, **kwargs)

    def __mro_entries__(self, bases):
        return (self._base,)

    def __repr__(self):
        return f"<function {self.__name__} at {hex(id(self))}>"


NamedTuple = _ClassMaker(NamedTuple, _NamedTuple)
TypedDict = _ClassMaker(TypedDict, _TypedDict)
