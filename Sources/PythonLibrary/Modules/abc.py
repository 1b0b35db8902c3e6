"""Abstract classes: what cannot be instantiated before its methods are there, and what other classes may register with."""

from _abc import find_abstract as _find_abstract, set_metaclass as _set_metaclass

_registrations = 0


class ABCMeta(type):
    """The metaclass of abstract classes."""

    def __new__(mcls, name, bases, namespace, /, **kwargs):
        cls = super().__new__(mcls, name, bases, namespace, **kwargs)
        cls._abc_impl = _Registry()
        _find_abstract(cls)
        return cls

    def register(cls, subclass):
        """Makes another class a subclass as far as `isinstance` and `issubclass` go."""
        if not isinstance(subclass, type):
            raise TypeError("Can only register classes")
        if issubclass(subclass, cls):
            return subclass
        if issubclass(cls, subclass):
            raise RuntimeError("Refusing to create an inheritance cycle")
        cls._abc_impl.classes.append(subclass)
        global _registrations
        _registrations += 1
        return subclass

    def __instancecheck__(cls, instance):
        subclass = instance.__class__
        if cls.__subclasscheck__(subclass):
            return True
        subtype = type(instance)
        return subtype is not subclass and cls.__subclasscheck__(subtype)

    def __subclasscheck__(cls, subclass):
        if not isinstance(subclass, type):
            raise TypeError("issubclass() arg 1 must be a class")
        known = cls._abc_impl
        if known.registrations != _registrations:
            known.answers = {}
            known.registrations = _registrations
        answer = known.answers.get(subclass)
        if answer is None:
            answer = known.answers[subclass] = _is_subclass(cls, subclass)
        return answer


_set_metaclass(ABCMeta)


class _Registry:
    """The classes registered with one class, and the answers it gave since the last registration anywhere."""

    __slots__ = ("classes", "answers", "registrations")

    def __init__(self):
        self.classes = []
        self.answers = {}
        self.registrations = _registrations


def _is_subclass(cls, subclass):
    hooked = cls.__subclasshook__(subclass)
    if hooked is not NotImplemented:
        return bool(hooked)
    if cls in subclass.__mro__:
        return True
    for registered in cls._abc_impl.classes:
        if issubclass(subclass, registered):
            return True
    for derived in cls.__subclasses__():
        if issubclass(subclass, derived):
            return True
    return False


class ABC(metaclass=ABCMeta):
    """A base for abstract classes, for those who need no metaclass by name."""

    __slots__ = ()


def get_cache_token():
    """A number that changes with every registration."""
    return _registrations


def update_abstractmethods(cls):
    """Looks again which methods are abstract, after some were added to the class."""
    if hasattr(cls, "__abstractmethods__"):
        _find_abstract(cls)
    return cls


def abstractmethod(funcobj):
    """Marks a method that subclasses have to implement."""
    funcobj.__isabstractmethod__ = True
    return funcobj


class abstractclassmethod(classmethod):
    """The same as `classmethod` over `abstractmethod`."""

    __isabstractmethod__ = True

    def __init__(self, callable):
        callable.__isabstractmethod__ = True
        super().__init__(callable)


class abstractstaticmethod(staticmethod):
    """The same as `staticmethod` over `abstractmethod`."""

    __isabstractmethod__ = True

    def __init__(self, callable):
        callable.__isabstractmethod__ = True
        super().__init__(callable)


class abstractproperty(property):
    """The same as `property` over `abstractmethod`."""

    __isabstractmethod__ = True
