"""Weak references, and collections whose entries go with their objects."""

import copy
import itertools
from _weakref import ref, ReferenceType, getweakrefcount, getweakrefs

__all__ = [
    "ref", "proxy", "getweakrefcount", "getweakrefs", "WeakKeyDictionary", "ReferenceType", "ProxyType",
    "CallableProxyType", "ProxyTypes", "WeakValueDictionary", "WeakSet", "WeakMethod", "finalize",
]


def _target(self):
    found = object.__getattribute__(self, "_ref")()
    if found is None:
        raise ReferenceError("weakly-referenced object no longer exists")
    return found


class ProxyType:
    """Stands for an object without keeping it alive."""

    __slots__ = ("_ref", "__weakref__")
    __hash__ = None

    def __init__(self, reference):
        object.__setattr__(self, "_ref", reference)

    def __getattribute__(self, name):
        return getattr(_target(self), name)

    def __setattr__(self, name, value):
        setattr(_target(self), name, value)

    def __delattr__(self, name):
        delattr(_target(self), name)

    def __repr__(self):
        found = object.__getattribute__(self, "_ref")()
        kind = type(found).__name__
        return f"<weakproxy at {hex(id(self))} to {kind} at {hex(id(found))}>"

    def __str__(self):
        return str(_target(self))

    def __bool__(self):
        return bool(_target(self))


class CallableProxyType(ProxyType):
    __slots__ = ()

    def __call__(self, *args, **kwargs):
        return _target(self)(*args, **kwargs)


def _forward(name):
    def unary_or_binary(self, *args):
        args = [_target(arg) if type(arg) in ProxyTypes else arg for arg in args]
        found = _target(self)
        method = getattr(type(found), name, None)
        if method is None:
            if name in ("__iter__", "__len__", "__getitem__", "__setitem__", "__delitem__", "__contains__", "__next__"):
                return _plain[name](found, *args)
            return NotImplemented
        return method(found, *args)
    unary_or_binary.__name__ = name
    return unary_or_binary


def _set(container, key, value):
    container[key] = value


def _delete(container, key):
    del container[key]


_plain = {
    "__iter__": iter, "__len__": len, "__next__": next, "__getitem__": lambda container, key: container[key],
    "__setitem__": _set, "__delitem__": _delete, "__contains__": lambda container, item: item in container,
}

ProxyTypes = (ProxyType, CallableProxyType)

for _name in (
    "eq ne lt le gt ge add sub mul matmul truediv floordiv mod divmod pow lshift rshift and or xor radd rsub rmul "
    "rmatmul rtruediv rfloordiv rmod rdivmod rpow rlshift rrshift rand ror rxor iadd isub imul imatmul itruediv "
    "ifloordiv imod ipow ilshift irshift iand ior ixor neg pos abs invert int float index iter len next getitem "
    "setitem delitem contains enter exit round"
).split():
    setattr(ProxyType, f"__{_name}__", _forward(f"__{_name}__"))
del _name


def proxy(object, callback=None, /):
    kind = CallableProxyType if callable(object) else ProxyType
    if callback is None:
        return kind(ref(object))
    holder = []
    made = kind(ref(object, lambda gone: callback(holder[0]() if holder else None)))
    holder.append(ref(made))
    return made


class KeyedRef(ref):
    """A reference to a value that knows its key."""

    def __new__(cls, value, callback, key):
        self = super().__new__(cls, value, callback)
        self.key = key
        return self

    def __init__(self, value, callback, key):
        super().__init__(value, callback)


class _WeakMapping:
    """What the two mappings share: entries behind references, some of which may be dead."""

    def __init__(self):
        self.data = {}
        me = ref(self)

        def remove(gone):
            owner = me()
            if owner is not None:
                owner._drop(gone)

        self._remove = remove

    def items(self):
        for entry in list(self.data.items()):
            key, value = self._alive(*entry)
            if self._weak(key, value) is not None:
                yield key, value

    def keys(self):
        for key, _ in self.items():
            yield key

    __iter__ = keys

    def values(self):
        for _, value in self.items():
            yield value

    def __len__(self):
        return len(self.data)

    def setdefault(self, key, default=None):
        found = self.get(key, _missing)
        if found is _missing:
            self[key] = default
            return default
        return found

    def update(self, other=(), /, **kwargs):
        if hasattr(other, "items"):
            other = list(other.items())
        elif hasattr(other, "keys"):
            other = [(key, other[key]) for key in other.keys()]
        for key, value in other:
            self[key] = value
        for key, value in kwargs.items():
            self[key] = value

    def pop(self, key, *default):
        found = self.get(key, _missing)
        if found is _missing:
            if default:
                return default[0]
            raise KeyError(self._known(key))
        del self[key]
        return found

    def popitem(self):
        while True:
            key, value = self._alive(*self.data.popitem())
            if self._weak(key, value) is not None:
                return key, value

    def clear(self):
        self.data.clear()

    def copy(self):
        made = type(self)()
        made.update(self)
        return made

    __copy__ = copy

    def __deepcopy__(self, memo):
        made = type(self)()
        for key, value in self.items():
            self._deepen(made, key, value, memo)
        return made

    def __or__(self, other):
        if not hasattr(other, "items"):
            return NotImplemented
        made = self.copy()
        made.update(other)
        return made

    def __ror__(self, other):
        if not hasattr(other, "items"):
            return NotImplemented
        made = type(self)()
        made.update(other)
        made.update(self)
        return made

    def __ior__(self, other):
        self.update(other)
        return self

    def __eq__(self, other):
        if not hasattr(other, "items"):
            return NotImplemented
        return dict(self.items()) == dict(other.items())

    __hash__ = None

    def __repr__(self):
        return f"<{type(self).__name__} at {hex(id(self))}>"


_missing = object()


class WeakValueDictionary(_WeakMapping):
    """A mapping whose entries go when their values do."""

    def __init__(self, other=(), /, **kwargs):
        super().__init__()
        self.update(other, **kwargs)

    def _drop(self, gone):
        if self.data.get(gone.key) is gone:
            del self.data[gone.key]

    @staticmethod
    def _alive(key, reference):
        return key, reference()

    @staticmethod
    def _weak(key, value):
        return value

    @staticmethod
    def _known(key):
        return key

    @staticmethod
    def _deepen(made, key, value, memo):
        made[copy.deepcopy(key, memo)] = value

    def __getitem__(self, key):
        found = self.data[key]()
        if found is None:
            raise KeyError(key)
        return found

    def get(self, key, default=None):
        reference = self.data.get(key)
        found = reference() if reference is not None else None
        return default if found is None else found

    def __contains__(self, key):
        return self.get(key) is not None

    def __setitem__(self, key, value):
        self.data[key] = KeyedRef(value, self._remove, key)

    def __delitem__(self, key):
        del self.data[key]

    def itervaluerefs(self):
        yield from list(self.data.values())

    def valuerefs(self):
        return list(self.data.values())


class WeakKeyDictionary(_WeakMapping):
    """A mapping whose entries go when their keys do."""

    def __init__(self, dict=None):
        super().__init__()
        if dict is not None:
            self.update(dict)

    def _drop(self, gone):
        self.data.pop(gone, None)

    @staticmethod
    def _alive(reference, value):
        return reference(), value

    @staticmethod
    def _weak(key, value):
        return key

    @staticmethod
    def _known(key):
        return ref(key)

    @staticmethod
    def _deepen(made, key, value, memo):
        made[key] = copy.deepcopy(value, memo)

    def __getitem__(self, key):
        return self.data[ref(key)]

    def get(self, key, default=None):
        return self.data.get(ref(key), default)

    def __contains__(self, key):
        try:
            reference = ref(key)
        except TypeError:
            return False
        return reference in self.data

    def __setitem__(self, key, value):
        self.data[ref(key, self._remove)] = value

    def __delitem__(self, key):
        del self.data[ref(key)]

    def keyrefs(self):
        return list(self.data)


class WeakSet:
    """A set whose members go when nothing else holds them."""

    def __init__(self, data=None):
        self.data = set()
        me = ref(self)

        def remove(gone):
            owner = me()
            if owner is not None:
                owner.data.discard(gone)

        self._remove = remove
        if data is not None:
            self.update(data)

    def __iter__(self):
        for reference in list(self.data):
            item = reference()
            if item is not None:
                yield item

    def __len__(self):
        return len(self.data)

    def __contains__(self, item):
        try:
            reference = ref(item)
        except TypeError:
            return False
        return reference in self.data

    def add(self, item):
        self.data.add(ref(item, self._remove))

    def discard(self, item):
        self.data.discard(ref(item))

    def remove(self, item):
        self.data.remove(ref(item))

    def pop(self):
        while self.data:
            item = self.data.pop()()
            if item is not None:
                return item
        raise KeyError("pop from empty WeakSet")

    def clear(self):
        self.data.clear()

    def update(self, other):
        for item in other:
            self.add(item)

    def copy(self):
        return type(self)(self)

    def union(self, other):
        return type(self)(itertools.chain(self, other))

    __or__ = union

    def __ior__(self, other):
        self.update(other)
        return self

    def intersection(self, other):
        return type(self)(item for item in other if item in self)

    __and__ = intersection

    def difference(self, other):
        made = self.copy()
        for item in other:
            made.discard(item)
        return made

    __sub__ = difference

    def symmetric_difference(self, other):
        return type(self)(self.difference(other)).union(type(self)(other).difference(self))

    __xor__ = symmetric_difference

    def intersection_update(self, other):
        kept = self.intersection(other)
        for item in list(self):
            if item not in kept:
                self.discard(item)

    def __iand__(self, other):
        self.intersection_update(other)
        return self

    def difference_update(self, other):
        for item in list(other):
            self.discard(item)

    def __isub__(self, other):
        self.difference_update(other)
        return self

    def symmetric_difference_update(self, other):
        for item in list(other):
            (self.discard if item in self else self.add)(item)

    def __ixor__(self, other):
        self.symmetric_difference_update(other)
        return self

    def issubset(self, other):
        return all(item in other for item in self)

    __le__ = issubset

    def issuperset(self, other):
        return all(item in self for item in other)

    __ge__ = issuperset

    def __lt__(self, other):
        return set(self) < set(other)

    def __gt__(self, other):
        return set(self) > set(other)

    def __eq__(self, other):
        if not isinstance(other, WeakSet):
            return NotImplemented
        return set(self) == set(other)

    __hash__ = None

    def isdisjoint(self, other):
        return len(self.intersection(other)) == 0

    def __repr__(self):
        return repr(self.data)


class WeakMethod:
    """A weak reference to a bound method, which itself goes at once."""

    def __init__(self, meth, callback=None):
        try:
            owner = meth.__self__
            function = meth.__func__
        except AttributeError:
            raise TypeError(f"argument should be a bound method, not {type(meth)}") from None
        self._kind = type(meth)
        self._alive = True
        me = ref(self)

        def gone(_):
            self = me()
            if self is not None and self._alive:
                self._alive = False
                if callback is not None:
                    callback(self)

        self._owner = ref(owner, gone)
        self._function = ref(function, gone)

    def __call__(self):
        owner = self._owner()
        function = self._function()
        if owner is None or function is None:
            return None
        return self._kind(function, owner)

    def __eq__(self, other):
        if isinstance(other, WeakMethod):
            if not self._alive or not other._alive:
                return self is other
            return self._owner == other._owner and self._function == other._function
        return NotImplemented

    def __hash__(self):
        return hash((self._owner, self._function))


class finalize:
    """Calls a function when an object goes, or when it is called itself, once."""

    _registry = {}

    def __init__(self, obj, func, /, *args, **kwargs):
        self._reference = ref(obj, self._gone)
        self._call = (func, args, kwargs)
        self.atexit = True
        finalize._registry[id(self)] = self

    def _gone(self, _):
        self()

    def __call__(self, _=None):
        call = self._take()
        if call is not None:
            func, args, kwargs = call
            return func(*args, **kwargs)

    def _take(self):
        call = self._call
        self._call = None
        finalize._registry.pop(id(self), None)
        return call

    def detach(self):
        found = self._reference()
        if found is not None and self._call is not None:
            func, args, kwargs = self._take()
            return found, func, args, kwargs

    def peek(self):
        found = self._reference()
        if found is not None and self._call is not None:
            func, args, kwargs = self._call
            return found, func, args, kwargs

    @property
    def alive(self):
        return self._call is not None

    def __repr__(self):
        found = self._reference()
        if self._call is None or found is None:
            return f"<finalize object at {hex(id(self))}; dead>"
        return f"<finalize object at {hex(id(self))}; for {type(found).__name__!r} at {hex(id(found))}>"
