"""Classes whose `__init__`, `__repr__`, comparisons and the like are made from their annotated fields."""

from _source import loaded as _loaded
from copy import deepcopy as _deepcopy
from keyword import iskeyword as _iskeyword
from types import MappingProxyType as _MappingProxyType, GenericAlias as _GenericAlias

__all__ = [
    "dataclass", "field", "Field", "FrozenInstanceError", "InitVar", "KW_ONLY", "MISSING", "fields", "asdict",
    "astuple", "make_dataclass", "replace", "is_dataclass",
]


class FrozenInstanceError(AttributeError):
    """An attribute of an instance that does not change was to be changed."""


class _HAS_DEFAULT_FACTORY_CLASS:
    def __repr__(self):
        return "<factory>"


class _MISSING_TYPE:
    """The type of `MISSING`: nothing was given."""


class _KW_ONLY_TYPE:
    """The type of `KW_ONLY`: the fields after it are given by keyword only."""


class _FieldKind:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return self.name


_HAS_DEFAULT_FACTORY = _HAS_DEFAULT_FACTORY_CLASS()
MISSING = _MISSING_TYPE()
KW_ONLY = _KW_ONLY_TYPE()
_FIELD = _FieldKind("_FIELD")
_FIELD_CLASSVAR = _FieldKind("_FIELD_CLASSVAR")
_FIELD_INITVAR = _FieldKind("_FIELD_INITVAR")
_EMPTY_METADATA = _MappingProxyType({})
_FIELDS = "__dataclass_fields__"
_PARAMS = "__dataclass_params__"


class InitVar:
    """A parameter of `__init__` that is no field: handed on to `__post_init__`."""

    __slots__ = ("type",)

    def __init__(self, type):
        self.type = type

    def __repr__(self):
        plain = isinstance(self.type, type) and not isinstance(self.type, _GenericAlias)
        return f"dataclasses.InitVar[{self.type.__name__ if plain else repr(self.type)}]"

    def __class_getitem__(cls, type):
        return InitVar(type)


class Field:
    """What is known of one field."""

    __slots__ = (
        "name", "type", "default", "default_factory", "repr", "hash", "init", "compare", "metadata", "kw_only",
        "_field_type",
    )

    def __init__(self, default, default_factory, init, repr, hash, compare, metadata, kw_only):
        self.name = None
        self.type = None
        self.default = default
        self.default_factory = default_factory
        self.init = init
        self.repr = repr
        self.hash = hash
        self.compare = compare
        self.metadata = _EMPTY_METADATA if metadata is None else _MappingProxyType(metadata)
        self.kw_only = kw_only
        self._field_type = None

    def __repr__(self):
        return (
            f"Field(name={self.name!r},type={self.type!r},default={self.default!r},"
            f"default_factory={self.default_factory!r},init={self.init!r},repr={self.repr!r},hash={self.hash!r},"
            f"compare={self.compare!r},metadata={self.metadata!r},kw_only={self.kw_only!r},"
            f"_field_type={self._field_type})"
        )

    def __set_name__(self, owner, name):
        method = getattr(type(self.default), "__set_name__", None)
        if method:
            method(self.default, owner, name)

    __class_getitem__ = classmethod(_GenericAlias)


class _DataclassParams:
    __slots__ = ("init", "repr", "eq", "order", "unsafe_hash", "frozen")

    def __init__(self, init, repr, eq, order, unsafe_hash, frozen):
        self.init = init
        self.repr = repr
        self.eq = eq
        self.order = order
        self.unsafe_hash = unsafe_hash
        self.frozen = frozen

    def __repr__(self):
        return (
            f"_DataclassParams(init={self.init!r},repr={self.repr!r},eq={self.eq!r},order={self.order!r},"
            f"unsafe_hash={self.unsafe_hash!r},frozen={self.frozen!r})"
        )


def field(
    *, default=MISSING, default_factory=MISSING, init=True, repr=True, hash=None, compare=True, metadata=None,
    kw_only=MISSING,
):
    """Says more of a field than its annotation and default can."""
    if default is not MISSING and default_factory is not MISSING:
        raise ValueError("cannot specify both default and default_factory")
    return Field(default, default_factory, init, repr, hash, compare, metadata, kw_only)


# Reading the fields of a class.


def _is_special(annotation, module_name, name, matches):
    """Whether an annotation, perhaps as text, is `ClassVar[…]`, `InitVar[…]` or `KW_ONLY`."""
    if isinstance(annotation, str):
        head = annotation.split("[")[0].strip()
        return head == name or head.endswith("." + name)
    module = _loaded(module_name)
    return module is not None and matches(annotation, module)


def _is_classvar(annotation):
    def matches(annotation, typing):
        return annotation is typing.ClassVar or getattr(annotation, "__origin__", None) is typing.ClassVar

    return _is_special(annotation, "typing", "ClassVar", matches)


def _is_initvar(annotation):
    return _is_special(
        annotation, "dataclasses", "InitVar", lambda annotation, _: annotation is InitVar or type(annotation) is InitVar
    )


def _is_kw_only(annotation):
    return _is_special(annotation, "dataclasses", "KW_ONLY", lambda annotation, _: annotation is KW_ONLY)


def _get_field(cls, name, annotation, kw_only):
    default = getattr(cls, name, MISSING)
    if isinstance(default, Field):
        found = default
    else:
        if type(default).__name__ == "member_descriptor":
            default = MISSING
        found = field(default=default)
    found.name = name
    found.type = annotation
    found._field_type = _FIELD
    if _is_classvar(annotation):
        found._field_type = _FIELD_CLASSVAR
    elif _is_initvar(annotation):
        found._field_type = _FIELD_INITVAR
    if found._field_type is not _FIELD and found.default_factory is not MISSING:
        raise TypeError(f"field {name} cannot have a default factory")
    if found._field_type is _FIELD_CLASSVAR:
        if found.kw_only is not MISSING:
            raise TypeError(f"field {name} is a ClassVar but specifies kw_only")
    elif found.kw_only is MISSING:
        found.kw_only = kw_only
    if found._field_type is _FIELD and found.default.__class__.__hash__ is None:
        raise ValueError(
            f"mutable default {type(found.default)} for field {name} is not allowed: use default_factory"
        )
    return found


def _collect(cls, kw_only, frozen):
    """The fields by name: the inherited ones first, replaced in place by the class's own."""
    found = {}
    bases_are_frozen = set()
    for base in cls.__mro__[-1:0:-1]:
        inherited = base.__dict__.get(_FIELDS)
        if inherited is not None:
            bases_are_frozen.add(base.__dict__[_PARAMS].frozen)
            found.update(inherited)
    annotations = cls.__dict__.get("__annotations__", {})
    own = []
    separator = None
    for name, annotation in annotations.items():
        if _is_kw_only(annotation):
            if separator:
                raise TypeError(f"{name!r} is KW_ONLY, but KW_ONLY has already been specified")
            separator = name
            kw_only = True
        else:
            own.append(_get_field(cls, name, annotation, kw_only))
    for one in own:
        found[one.name] = one
        if isinstance(getattr(cls, one.name, None), Field):
            if one.default is MISSING:
                delattr(cls, one.name)
            else:
                setattr(cls, one.name, one.default)
    for name, value in cls.__dict__.items():
        if isinstance(value, Field) and name not in annotations:
            raise TypeError(f"{name!r} is a field but has no type annotation")
    if bases_are_frozen:
        if True in bases_are_frozen and not frozen:
            raise TypeError("cannot inherit non-frozen dataclass from a frozen one")
        if False in bases_are_frozen and frozen:
            raise TypeError("cannot inherit frozen dataclass from a non-frozen one")
    return found


# Writing the methods.


def _make(cls, name, parameters, lines, names, result=""):
    """A method from the text of its body."""
    body = "".join(f"\n  {line}" for line in lines or ["pass"])
    exec(f"def {name}({', '.join(parameters)}){result}:{body}", names)
    made = names[name]
    made.__qualname__ = f"{cls.__qualname__}.{name}"
    made.__module__ = cls.__module__
    return made


def _tuple_text(owner, fields):
    if not fields:
        return "()"
    return "(" + ", ".join(f"{owner}.{one.name}" for one in fields) + ",)"


def _make_init(cls, fields, frozen, has_post_init, slots):
    positional = [one for one in fields if one.init and not one.kw_only]
    by_keyword = [one for one in fields if one.init and one.kw_only]
    has_default = False
    for one in positional:
        if one.default is not MISSING or one.default_factory is not MISSING:
            has_default = True
        elif has_default:
            raise TypeError(f"non-default argument {one.name!r} follows default argument")
    owner = "__dataclass_self__" if any(one.name == "self" for one in fields) else "self"
    names = {"__dataclass_set__": object.__setattr__, "__dataclass_factory__": _HAS_DEFAULT_FACTORY}

    def parameter(one):
        names[f"__dataclass_type_{one.name}__"] = one.type
        text = f"{one.name}: __dataclass_type_{one.name}__"
        if one.default is not MISSING:
            names[f"__dataclass_default_{one.name}__"] = one.default
            return f"{text} = __dataclass_default_{one.name}__"
        return f"{text} = __dataclass_factory__" if one.default_factory is not MISSING else text

    parameters = [owner] + [parameter(one) for one in positional]
    if by_keyword:
        parameters += ["*"] + [parameter(one) for one in by_keyword]
    lines = []
    for one in fields:
        if one.default_factory is not MISSING:
            names[f"__dataclass_make_{one.name}__"] = one.default_factory
            value = f"__dataclass_make_{one.name}__()"
            if one.init:
                value = f"{value} if {one.name} is __dataclass_factory__ else {one.name}"
        elif one.init:
            value = one.name
        elif slots and one.default is not MISSING:
            names[f"__dataclass_default_{one.name}__"] = one.default
            value = f"__dataclass_default_{one.name}__"
        else:
            continue
        if one._field_type is _FIELD_INITVAR:
            continue
        if frozen:
            lines.append(f"__dataclass_set__({owner}, {one.name!r}, {value})")
        else:
            lines.append(f"{owner}.{one.name} = {value}")
    if has_post_init:
        given = ", ".join(one.name for one in fields if one._field_type is _FIELD_INITVAR)
        lines.append(f"{owner}.__post_init__({given})")
    return _make(cls, "__init__", parameters, lines, names, " -> None")


_printing = set()


def _make_repr(cls, fields):
    shown = ", ".join(f"{one.name}={{self.{one.name}!r}}" for one in fields)
    lines = [
        "key = id(self)",
        "if key in printing: return '...'",
        "printing.add(key)",
        "try:",
        f"  return self.__class__.__qualname__ + f'({shown})'",
        "finally:",
        "  printing.discard(key)",
    ]
    return _make(cls, "__repr__", ["self"], lines, {"printing": _printing})


def _make_comparison(cls, name, operator, fields):
    lines = [
        "if other.__class__ is self.__class__:",
        f"  return {_tuple_text('self', fields)} {operator} {_tuple_text('other', fields)}",
        "return NotImplemented",
    ]
    return _make(cls, name, ["self", "other"], lines, {})


def _make_frozen(cls, fields):
    names = {"cls": cls, "FrozenInstanceError": FrozenInstanceError}
    own = "(" + "".join(f"{one.name!r}, " for one in fields) + ")"
    test = f"if type(self) is cls or name in {own}:" if fields else "if type(self) is cls:"
    for method, extra, word in (
        ("__setattr__", ["value"], "assign to"), ("__delattr__", [], "delete")
    ):
        lines = [
            test,
            f"  raise FrozenInstanceError(f'cannot {word} field {{name!r}}')",
            f"super(cls, self).{method}({', '.join(['name'] + extra)})",
        ]
        made = _make(cls, method, ["self", "name"] + extra, lines, dict(names))
        if method in cls.__dict__:
            raise TypeError(f"Cannot overwrite attribute {method} in class {cls.__name__}")
        setattr(cls, method, made)


def _decide_hash(cls, fields, params, has_own_hash):
    """Sets `__hash__` as the parameters ask for it."""
    if params.unsafe_hash:
        if has_own_hash:
            raise TypeError(f"Cannot overwrite attribute __hash__ in class {cls.__name__}")
    elif not params.eq or has_own_hash:
        return
    elif not params.frozen:
        cls.__hash__ = None
        return
    hashed = [one for one in fields if (one.compare if one.hash is None else one.hash)]
    cls.__hash__ = _make(cls, "__hash__", ["self"], [f"return hash({_tuple_text('self', hashed)})"], {})


def _annotation_text(annotation):
    if isinstance(annotation, type) and not isinstance(annotation, _GenericAlias):
        if annotation.__module__ == "builtins":
            return annotation.__qualname__
        return annotation.__module__ + "." + annotation.__qualname__
    return repr(annotation).replace("typing.", "")


def _signature_text(cls, fields):
    parts = []
    for one in fields:
        text = f"{one.name}: {_annotation_text(one.type)}"
        if one.default is not MISSING:
            text += f" = {one.default!r}"
        elif one.default_factory is not MISSING:
            text += " = <factory>"
        parts.append((one.kw_only, text))
    words = [text for kw_only, text in parts if not kw_only]
    by_keyword = [text for kw_only, text in parts if kw_only]
    if by_keyword:
        words += ["*"] + by_keyword
    return f"{cls.__name__}({', '.join(words)})"


def _process(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot):
    params = _DataclassParams(init, repr, eq, order, unsafe_hash, frozen)
    found = _collect(cls, kw_only, frozen)
    setattr(cls, _FIELDS, found)
    setattr(cls, _PARAMS, params)
    own_hash = cls.__dict__.get("__hash__", MISSING)
    has_own_hash = not (own_hash is MISSING or (own_hash is None and "__eq__" in cls.__dict__))
    if order and not eq:
        raise ValueError("eq must be true if order is true")
    given = [one for one in found.values() if one._field_type in (_FIELD, _FIELD_INITVAR)]
    own = [one for one in given if one._field_type is _FIELD]
    compared = [one for one in own if one.compare]

    def add(name, make, *arguments):
        if name in cls.__dict__:
            return False
        setattr(cls, name, make(cls, *arguments))
        return True

    if init:
        add("__init__", _make_init, given, frozen, hasattr(cls, "__post_init__"), slots)
    if repr:
        add("__repr__", _make_repr, [one for one in own if one.repr])
    if eq:
        add("__eq__", lambda cls: _make_comparison(cls, "__eq__", "==", compared))
    if order:
        for name, operator in (("__lt__", "<"), ("__le__", "<="), ("__gt__", ">"), ("__ge__", ">=")):
            if not add(name, _make_comparison, name, operator, compared):
                raise TypeError(
                    f"Cannot overwrite attribute {name} in class {cls.__name__}. "
                    "Consider using functools.total_ordering"
                )
    if frozen:
        _make_frozen(cls, own)
    _decide_hash(cls, own, params, has_own_hash)
    if not getattr(cls, "__doc__"):
        if init and getattr(cls.__init__, "__qualname__", "") == f"{cls.__qualname__}.__init__":
            cls.__doc__ = _signature_text(cls, [one for one in given if one.init])
        else:
            cls.__doc__ = cls.__name__ + "()"
    if match_args and "__match_args__" not in cls.__dict__:
        cls.__match_args__ = tuple(one.name for one in given if one.init and not one.kw_only)
    if slots:
        cls = _add_slots(cls, frozen, weakref_slot)
    elif weakref_slot:
        raise TypeError("weakref_slot is True but slots is False")
    return cls


def _add_slots(cls, frozen, weakref_slot):
    """The class again, with slots for its fields: those cannot be added to a class that is there."""
    if "__slots__" in cls.__dict__:
        raise TypeError(f"{cls.__name__} already specifies __slots__")
    namespace = dict(cls.__dict__)
    names = tuple(one.name for one in fields(cls))
    inherited = set()
    for base in cls.__mro__[1:-1]:
        slots = base.__dict__.get("__slots__", ())
        inherited.update([slots] if isinstance(slots, str) else slots)
    namespace["__slots__"] = tuple(name for name in names if name not in inherited) + (
        ("__weakref__",) if weakref_slot else ()
    )
    for name in names:
        namespace.pop(name, None)
    namespace.pop("__dict__", None)
    namespace.pop("__weakref__", None)
    qualname = cls.__qualname__
    made = type(cls)(cls.__name__, cls.__bases__, namespace)
    made.__qualname__ = qualname
    if frozen:
        if "__getstate__" not in namespace:
            made.__getstate__ = _get_state
        if "__setstate__" not in namespace:
            made.__setstate__ = _set_state
    return made


def _get_state(self):
    return [getattr(self, one.name) for one in fields(self)]


def _set_state(self, state):
    for one, value in zip(fields(self), state):
        object.__setattr__(self, one.name, value)


def dataclass(
    cls=None, /, *, init=True, repr=True, eq=True, order=False, unsafe_hash=False, frozen=False, match_args=True,
    kw_only=False, slots=False, weakref_slot=False,
):
    """Adds the methods that follow from a class's annotated fields."""

    def wrap(cls):
        return _process(
            cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot
        )

    return wrap if cls is None else wrap(cls)


# Using the fields.


def fields(class_or_instance):
    """The fields, in order."""
    found = getattr(class_or_instance, _FIELDS, None)
    if found is None:
        raise TypeError("must be called with a dataclass type or instance") from None
    return tuple([one for one in found.values() if one._field_type is _FIELD])


def _is_instance(obj):
    return hasattr(type(obj), _FIELDS)


def is_dataclass(obj):
    """Whether it is such a class, or an instance of one."""
    cls = obj if isinstance(obj, type) and not isinstance(obj, _GenericAlias) else type(obj)
    return hasattr(cls, _FIELDS)


def asdict(obj, *, dict_factory=dict):
    """The fields as a dict, and so on inside lists, tuples and dicts."""
    if not _is_instance(obj):
        raise TypeError("asdict() should be called on dataclass instances")
    return _unfold(obj, lambda pairs: dict_factory(pairs))


def astuple(obj, *, tuple_factory=tuple):
    """The values of the fields as a tuple, and so on inside lists, tuples and dicts."""
    if not _is_instance(obj):
        raise TypeError("astuple() should be called on dataclass instances")
    return _unfold(obj, lambda pairs: tuple_factory([value for _, value in pairs]))


def _unfold(obj, build):
    if _is_instance(obj):
        return build([(one.name, _unfold(getattr(obj, one.name), build)) for one in fields(obj)])
    if isinstance(obj, tuple) and hasattr(obj, "_fields"):
        return type(obj)(*[_unfold(value, build) for value in obj])
    if isinstance(obj, (list, tuple)):
        return type(obj)([_unfold(value, build) for value in obj])
    if isinstance(obj, dict):
        pairs = [(_unfold(key, build), _unfold(value, build)) for key, value in obj.items()]
        if hasattr(type(obj), "default_factory"):
            result = type(obj)(obj.default_factory)
            result.update(pairs)
            return result
        return type(obj)(pairs)
    return _deepcopy(obj)


def replace(obj, /, **changes):
    """A new object of the same class, with some fields changed."""
    if not _is_instance(obj):
        raise TypeError("replace() should be called on dataclass instances")
    for one in getattr(obj, _FIELDS).values():
        if one._field_type is _FIELD_CLASSVAR:
            continue
        if not one.init:
            if one.name in changes:
                raise ValueError(
                    f"field {one.name} is declared with init=False, it cannot be specified with replace()"
                )
            continue
        if one.name not in changes:
            if one._field_type is _FIELD_INITVAR and one.default is MISSING:
                raise ValueError(f"InitVar {one.name!r} must be specified with replace()")
            changes[one.name] = getattr(obj, one.name)
    return obj.__class__(**changes)


def make_dataclass(
    cls_name, fields, *, bases=(), namespace=None, init=True, repr=True, eq=True, order=False, unsafe_hash=False,
    frozen=False, match_args=True, kw_only=False, slots=False, weakref_slot=False,
):
    """A dataclass from a list of names, or of (name, type) or (name, type, field)."""
    values = {} if namespace is None else dict(namespace)
    annotations = {}
    for item in fields:
        if isinstance(item, str):
            name, annotation = item, "typing.Any"
        elif len(item) == 2:
            name, annotation = item
        elif len(item) == 3:
            name, annotation, values[item[0]] = item
        else:
            raise TypeError(f"Invalid field: {item!r}")
        if not isinstance(name, str) or not name.isidentifier():
            raise TypeError(f"Field names must be valid identifiers: {name!r}")
        if _iskeyword(name):
            raise TypeError(f"Field names must not be keywords: {name!r}")
        if name in annotations:
            raise TypeError(f"Field name duplicated: {name!r}")
        annotations[name] = annotation
    values["__annotations__"] = annotations
    values.setdefault("__module__", "types")
    cls = type(bases[0] if bases else object)(cls_name, bases, values)
    return dataclass(
        cls, init=init, repr=repr, eq=eq, order=order, unsafe_hash=unsafe_hash, frozen=frozen, match_args=match_args,
        kw_only=kw_only, slots=slots, weakref_slot=weakref_slot,
    )
