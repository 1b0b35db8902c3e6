"""Functions about functions."""

from _functools import (
    WRAPPER_ASSIGNMENTS, WRAPPER_UPDATES, cache, cached_property, cmp_to_key, lru_cache, partial, reduce,
)
from _source import loaded as _loaded

__all__ = [
    "update_wrapper", "wraps", "WRAPPER_ASSIGNMENTS", "WRAPPER_UPDATES", "total_ordering", "cache", "cmp_to_key",
    "lru_cache", "reduce", "partial", "partialmethod", "singledispatch", "singledispatchmethod", "cached_property",
]


def update_wrapper(wrapper, wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    """Lets a wrapper look like what it wraps."""
    for name in assigned:
        try:
            value = getattr(wrapped, name)
        except AttributeError:
            continue
        setattr(wrapper, name, value)
    for name in updated:
        if name == "__dict__":
            for key, value in getattr(wrapped, name, {}).items():
                setattr(wrapper, key, value)
        else:
            getattr(wrapper, name).update(getattr(wrapped, name, {}))
    wrapper.__wrapped__ = wrapped
    return wrapper


def wraps(wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    """`update_wrapper` as a decorator."""
    return lambda wrapper: update_wrapper(wrapper, wrapped, assigned, updated)


# What each comparison says of the others: whether they hold when it does not, and whether equality makes them hold or
# fail.
_COMPARISONS = {
    "__lt__": {"__gt__": (True, False), "__le__": (False, True), "__ge__": (True, None)},
    "__le__": {"__ge__": (True, True), "__lt__": (False, False), "__gt__": (True, None)},
    "__gt__": {"__lt__": (True, False), "__ge__": (False, True), "__le__": (True, None)},
    "__ge__": {"__le__": (True, True), "__gt__": (False, False), "__lt__": (True, None)},
}


def _comparison(name, root, negated, equal):
    def compare(self, other):
        result = getattr(type(self), root)(self, other)
        if result is NotImplemented:
            return result
        holds = not result if negated else result
        if equal is None:
            return holds
        return holds or self == other if equal else holds and self != other

    compare.__name__ = name
    return compare


def total_ordering(cls):
    """Adds the comparisons that a class lacks, from one that it has."""
    defined = [name for name in _COMPARISONS if getattr(cls, name, None) is not getattr(object, name)]
    if not defined:
        raise ValueError("must define at least one ordering operation: < > <= >=")
    for name, words in _COMPARISONS[defined[0]].items():
        if name not in defined:
            setattr(cls, name, _comparison(name, defined[0], *words))
    return cls


class partialmethod:
    """A method with arguments that it already has."""

    def __init__(self, func, /, *args, **keywords):
        if not callable(func) and not hasattr(func, "__get__"):
            raise TypeError("{!r} is not callable or a descriptor".format(func))
        if isinstance(func, partialmethod):
            args = func.args + args
            keywords = {**func.keywords, **keywords}
            func = func.func
        self.func, self.args, self.keywords = func, args, keywords

    def __repr__(self):
        args = ", ".join(map(repr, self.args))
        keywords = ", ".join([f"{k}={v!r}" for k, v in self.keywords.items()])
        return f"functools.partialmethod({self.func!r}, {args}, {keywords})"

    def __get__(self, obj, cls=None):
        bind = getattr(type(self.func), "__get__", None)
        if bind is not None and not isinstance(self.func, partial):
            bound = bind(self.func, obj, cls)
            if bound is not self.func:
                return partial(bound, *self.args, **self.keywords)
        func, args, keywords = self.func, self.args, self.keywords

        def method(cls_or_self, /, *more, **others):
            return func(cls_or_self, *args, *more, **{**keywords, **others})

        return method if obj is None else method.__get__(obj, cls)


def _distance(cls, registered):
    """The registered class that comes first along the order of a class, abstract classes included."""
    for base in cls.__mro__[:-1]:
        if base in registered:
            exact = base
            break
    else:
        exact = None
    candidates = [
        other for other in registered
        if other not in cls.__mro__ and other is not object and isinstance(other, type) and issubclass(cls, other)
    ]
    if exact is not None:
        # An abstract class only counts where the inherited one does not already stand for it.
        candidates = [other for other in candidates if not issubclass(exact, other)]
        return exact if not candidates or cls is exact else _most_derived(cls, candidates) if _earlier(
            cls, candidates, exact) else exact
    if candidates:
        return _most_derived(cls, candidates)
    return object if object in registered else None


def _earlier(cls, candidates, exact):
    order = cls.__mro__
    for base in order[: order.index(exact)]:
        if any(issubclass(base, other) for other in candidates):
            return True
    return False


def _most_derived(cls, candidates):
    best = [
        one for one in candidates if not any(other is not one and issubclass(other, one) for other in candidates)
    ]
    if len(best) > 1:
        raise RuntimeError("Ambiguous dispatch: {} or {}".format(best[0], best[1]))
    return best[0]


def singledispatch(func):
    """A function that chooses its implementation by the type of its first argument."""
    registry = {}
    known = {}

    def dispatch(cls):
        if len(known) > 200:
            known.clear()
        try:
            return known[cls]
        except KeyError:
            found = registry[cls] if cls in registry else registry[_distance(cls, registry)]
            known[cls] = found
            return found

    def is_union(cls):
        return type(cls).__name__ == "UnionType" or getattr(cls, "__origin__", None) is getattr(
            _loaded("typing"), "Union", 0)

    def register(cls, func=None):
        if isinstance(cls, type) and not hasattr(cls, "__origin__") or is_union(cls):
            if func is None:
                return lambda f: register(cls, f)
        else:
            if func is not None:
                raise TypeError(
                    f"Invalid first argument to `register()`. {cls!r} is not a class or union type."
                )
            plain = getattr(cls, "__func__", cls)
            annotations = getattr(plain, "__annotations__", {})
            if not annotations:
                raise TypeError(
                    f"Invalid first argument to `register()`: {cls!r}. Use either `@register(some_class)` or plain "
                    f"`@register` on an annotated function."
                )
            func = cls
            name, cls = next(iter(annotations.items()))
            if isinstance(cls, str):
                cls = eval(cls, plain.__globals__)
            if not (isinstance(cls, type) and not hasattr(cls, "__origin__") or is_union(cls)):
                raise TypeError(f"Invalid annotation for {name!r}. {cls!r} is not a class.")
        for one in cls.__args__ if is_union(cls) else (cls,):
            registry[one] = func
        known.clear()
        return func

    name = getattr(func, "__name__", "singledispatch function")

    def wrapper(*args, **kw):
        if not args:
            raise TypeError(f"{name} requires at least 1 positional argument")
        return dispatch(args[0].__class__)(*args, **kw)

    registry[object] = func
    wrapper.register = register
    wrapper.dispatch = dispatch
    from types import MappingProxyType

    wrapper.registry = MappingProxyType(registry)
    wrapper._clear_cache = known.clear
    update_wrapper(wrapper, func)
    return wrapper


class singledispatchmethod:
    """`singledispatch` for methods: by the type of the argument after `self` or `cls`."""

    def __init__(self, func):
        if not callable(func) and not hasattr(func, "__get__"):
            raise TypeError(f"{func!r} is not callable or a descriptor")
        self.dispatcher = singledispatch(func)
        self.func = func

    def register(self, cls, method=None):
        return self.dispatcher.register(cls, func=method)

    def __get__(self, obj, cls=None):
        def method(*args, **kwargs):
            found = self.dispatcher.dispatch(args[0].__class__)
            return found.__get__(obj, cls)(*args, **kwargs)

        method.register = self.register
        update_wrapper(method, self.func)
        return method
