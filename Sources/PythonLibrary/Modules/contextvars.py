"""Variables that belong to a context, of which there is one at a time."""

__all__ = ("Context", "ContextVar", "Token", "copy_context")

_absent = object()


class Token:
    """What a variable was before it was set."""

    MISSING = type("Token.MISSING", (), {"__repr__": lambda self: "<Token.MISSING>"})()

    def __init__(self):
        raise RuntimeError("Tokens can only be created by ContextVars")

    @property
    def var(self):
        return self._var

    @property
    def old_value(self):
        return self._old

    def __repr__(self):
        used = " used" if self._used else ""
        return f"<Token{used} var={self._var!r} at {id(self):#x}>"


class Context:
    """Values of variables, as a mapping."""

    def __init__(self):
        self._values = {}
        self._outer = None

    def run(self, callable, /, *args, **kwargs):
        """Calls something in this context."""
        global _current
        if self._outer is not None:
            raise RuntimeError(f"cannot enter context: {self!r} is already entered")
        self._outer = _current
        _current = self
        try:
            return callable(*args, **kwargs)
        finally:
            _current = self._outer
            self._outer = None

    def copy(self):
        copy = Context()
        copy._values = dict(self._values)
        return copy

    def _check(self, var):
        if not isinstance(var, ContextVar):
            raise TypeError(f"a ContextVar key was expected, got {var!r}")

    def __getitem__(self, var):
        self._check(var)
        return self._values[var]

    def __contains__(self, var):
        self._check(var)
        return var in self._values

    def get(self, var, default=None):
        self._check(var)
        return self._values.get(var, default)

    def __iter__(self):
        return iter(self._values)

    def __len__(self):
        return len(self._values)

    def keys(self):
        return self._values.keys()

    def values(self):
        return self._values.values()

    def items(self):
        return self._values.items()

    def __eq__(self, other):
        return self._values == other._values if isinstance(other, Context) else NotImplemented

    __hash__ = None


_current = Context()
_current._outer = _current


class ContextVar:
    """A variable whose value depends on the context."""

    def __init__(self, name, /, *, default=_absent):
        if not isinstance(name, str):
            raise TypeError("context variable name must be a str")
        self._name = name
        self._default = default

    @property
    def name(self):
        return self._name

    def get(self, default=_absent, /):
        value = _current._values.get(self, _absent)
        for value in (value, default, self._default):
            if value is not _absent:
                return value
        raise LookupError(self)

    def set(self, value, /):
        token = Token.__new__(Token)
        token._var = self
        token._context = _current
        token._old = _current._values.get(self, Token.MISSING)
        token._used = False
        _current._values[self] = value
        return token

    def reset(self, token, /):
        if not isinstance(token, Token):
            raise TypeError(f"expected an instance of Token, got {token!r}")
        if token._used:
            raise RuntimeError(f"{token!r} has already been used once")
        if token._var is not self:
            raise ValueError(f"{token!r} was created by a different ContextVar")
        if token._context is not _current:
            raise ValueError(f"{token!r} was created in a different Context")
        token._used = True
        if token._old is Token.MISSING:
            del _current._values[self]
        else:
            _current._values[self] = token._old

    def __class_getitem__(cls, item):
        from types import GenericAlias
        return GenericAlias(cls, item)

    def __repr__(self):
        default = "" if self._default is _absent else f" default={self._default!r}"
        return f"<ContextVar name={self._name!r}{default} at {id(self):#x}>"


def copy_context():
    """A copy of the context as it is now."""
    return _current.copy()


for _class in (Token, Context, ContextVar):
    _class.__module__ = "_contextvars"
del _class
