"""How objects are taken apart so that `copy` and `pickle` can make them anew."""

__all__ = ["pickle", "constructor", "add_extension", "remove_extension", "clear_extension_cache"]

dispatch_table = {}


def pickle(ob_type, pickle_function, constructor_ob=None):
    """Says which function takes objects of a type apart."""
    if not callable(pickle_function):
        raise TypeError("reduction functions must be callable")
    dispatch_table[ob_type] = pickle_function
    if constructor_ob is not None:
        constructor(constructor_ob)


def constructor(object):
    """Checks that something can make objects."""
    if not callable(object):
        raise TypeError("constructors must be callable")


def pickle_complex(c):
    return complex, (c.real, c.imag)


def pickle_union(obj):
    import functools
    import operator
    return functools.reduce, (operator.or_, obj.__args__)


pickle(complex, pickle_complex, complex)
pickle(type(int | str), pickle_union)


# What the parts of an object are given to.


def __newobj__(cls, *args):
    return cls.__new__(cls, *args)


def __newobj_ex__(cls, args, kwargs):
    return cls.__new__(cls, *args, **kwargs)


def _reconstructor(cls, base, state):
    if base is object:
        return object.__new__(cls)
    made = base.__new__(cls, state)
    if base.__init__ != object.__init__:
        base.__init__(made, state)
    return made


def _partial(cls, func, args, keywords):
    return cls(func, *args, **keywords)


# The parts themselves: what `object.__reduce_ex__` and `object.__getstate__` answer.

_FILLED = (list, dict)
_MADE_OF_VALUE = (int, float, complex, str, bytes, tuple)


def _reduce_ex(obj, protocol):
    """The parts of an object that has no answer of its own."""
    cls = type(obj)
    special = _reduced_builtin(obj, cls)
    if special is not None:
        return special
    return _reduce_new(obj, cls) if protocol >= 2 else _reduce_old(obj, cls)


def _builtin_base(cls):
    """The class on which those of a program are built."""
    return next(base for base in cls.__mro__ if not _is_made_here(base))


def _is_made_here(cls):
    """Whether a class comes from a class statement."""
    return "__module__" in cls.__dict__


def _slotnames(cls):
    """The names in the `__slots__` of a class and its bases."""
    names = []
    for base in cls.__mro__:
        slots = base.__dict__.get("__slots__", ())
        for name in (slots,) if isinstance(slots, str) else slots:
            if name in ("__dict__", "__weakref__"):
                continue
            if name.startswith("__") and not name.endswith("__"):
                stripped = base.__name__.lstrip("_")
                name = f"_{stripped}{name}" if stripped else name
            names.append(name)
    return names


def _getstate(obj):
    """The attributes of an object: a dictionary, None, or both kinds."""
    state = dict(getattr(obj, "__dict__", None) or {}) or None
    slots = {name: getattr(obj, name) for name in _slotnames(type(obj)) if hasattr(obj, name)}
    return (state, slots) if slots else state


def _refuse(cls):
    raise TypeError(f"cannot pickle {cls.__name__!r} object")


def _reduce_new(obj, cls):
    base = _builtin_base(cls)
    function = __newobj__
    if hasattr(cls, "__getnewargs_ex__"):
        args, kwargs = _checked_newargs_ex(obj.__getnewargs_ex__())
        if kwargs:
            function, args = __newobj_ex__, (cls, args, kwargs)
        else:
            args = (cls, *args)
    elif hasattr(cls, "__getnewargs__"):
        args = obj.__getnewargs__()
        if not isinstance(args, tuple):
            raise TypeError(f"__getnewargs__ should return a tuple, not '{type(args).__name__}'")
        args = (cls, *args)
    elif base in _MADE_OF_VALUE:
        args = (cls, base(obj))
    elif base is object or base in _FILLED:
        args = (cls,)
    else:
        _refuse(cls)
    items = iter(obj) if isinstance(obj, list) else None
    pairs = iter(obj.items()) if isinstance(obj, dict) else None
    return function, args, obj.__getstate__(), items, pairs


def _checked_newargs_ex(found):
    if not isinstance(found, tuple):
        raise TypeError(f"__getnewargs_ex__ should return a tuple, not '{type(found).__name__}'")
    if len(found) != 2:
        raise ValueError(f"__getnewargs_ex__ should return a tuple of length 2, not {len(found)}")
    return found


def _reduce_old(obj, cls):
    """As in protocols 0 and 1, which know no slots."""
    base = _builtin_base(cls)
    if base is cls and base is not object:
        _refuse(cls)
    if base is not object and base not in _FILLED and base not in _MADE_OF_VALUE:
        _refuse(cls)
    value = None if base is object else base(obj)
    own_state = getattr(cls, "__getstate__", None) is not object.__getstate__
    if not own_state and _slotnames(cls):
        raise TypeError("a class that defines __slots__ without defining __getstate__ cannot be pickled")
    state = obj.__getstate__()
    parts = (cls, base, value)
    return (_reconstructor, parts, state) if state else (_reconstructor, parts)


def _reduced_builtin(obj, cls):
    """The parts of containers and iterators that CPython writes in C; None for all others."""
    base = _builtin_base(cls)
    state = getattr(obj, "__dict__", None) or None
    name = base.__name__
    if base in (set, frozenset):
        return cls, (list(obj),), state
    if base is bytearray:
        return cls, (bytes(obj),), state
    if base is range:
        return range, (obj.start, obj.stop, obj.step)
    if base is slice:
        return slice, (obj.start, obj.stop, obj.step)
    if obj is Ellipsis or obj is NotImplemented:
        return repr(obj)
    if base is type(None):
        return type(None), ()
    if base.__module__ == "collections":
        if name == "deque":
            args = () if obj.maxlen is None else ((), obj.maxlen)
            return cls, args, state, iter(obj)
        if name == "defaultdict":
            return cls, () if obj.default_factory is None else (obj.default_factory,), None, None, iter(obj.items())
        if name == "OrderedDict":
            return cls, (), state, None, iter(obj.items())
        if name == "Counter":
            return cls, (dict(obj),)
    if base.__module__ == "functools" and name == "partial":
        return _partial, (cls, obj.func, obj.args, obj.keywords), state
    if base.__module__ == "re" and name == "Pattern":
        import re
        return re.compile, (obj.pattern, obj.flags)
    return None


def _copy(obj, memo):
    """A copy by its parts, which are copied too if there is a memo."""
    take_apart = dispatch_table.get(type(obj))
    parts = obj.__reduce_ex__(4) if take_apart is None else take_apart(obj)
    if isinstance(parts, str):
        return obj
    function, args, state, items, pairs, *_ = (*parts, None, None, None)
    part = _unchanged
    if memo is not None:
        from copy import deepcopy

        def part(value):
            return deepcopy(value, memo)

    made = function(*map(part, args))
    if memo is not None:
        memo[id(obj)] = made
    if state is not None:
        _set_state(made, part(state))
    for item in items or ():
        made.append(part(item))
    for key, value in pairs or ():
        made[part(key)] = part(value)
    return made


def _unchanged(value):
    return value


def _set_state(obj, state):
    if hasattr(obj, "__setstate__"):
        obj.__setstate__(state)
        return
    slots = None
    if isinstance(state, tuple) and len(state) == 2:
        state, slots = state
    if state:
        obj.__dict__.update(state)
    for name, value in (slots or {}).items():
        setattr(obj, name, value)


# Numbers that stand for classes in pickles.

_extension_registry = {}
_inverted_registry = {}
_extension_cache = {}


def add_extension(module, name, code):
    """Registers a number for a class or a function."""
    code = int(code)
    if not 1 <= code <= 0x7FFFFFFF:
        raise ValueError("code out of range")
    key = module, name
    if _extension_registry.get(key) == code and _inverted_registry.get(code) == key:
        return
    if key in _extension_registry:
        raise ValueError(f"key {key} is already registered with code {_extension_registry[key]}")
    if code in _inverted_registry:
        raise ValueError(f"code {code} is already in use for key {_inverted_registry[code]}")
    _extension_registry[key] = code
    _inverted_registry[code] = key


def remove_extension(module, name, code):
    """Forgets such a number."""
    key = module, name
    if _extension_registry.get(key) != code or _inverted_registry.get(code) != key:
        raise ValueError(f"key {key} is not registered with code {code}")
    del _extension_registry[key]
    del _inverted_registry[code]
    _extension_cache.pop(code, None)


def clear_extension_cache():
    _extension_cache.clear()
