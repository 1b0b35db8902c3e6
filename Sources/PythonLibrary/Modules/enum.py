"""Classes whose instances are a fixed set of named members."""

import sys as _sys
from types import MappingProxyType as _MappingProxyType

__all__ = [
    "EnumType", "EnumMeta", "Enum", "IntEnum", "StrEnum", "Flag", "IntFlag", "ReprEnum", "auto", "unique",
    "property", "verify", "member", "nonmember", "FlagBoundary", "STRICT", "CONFORM", "EJECT", "KEEP",
    "global_flag_repr", "global_enum_repr", "global_str", "global_enum", "EnumCheck", "CONTINUOUS", "NAMED_FLAGS",
    "UNIQUE", "pickle_by_global_name", "pickle_by_enum_name",
]

Enum = Flag = EJECT = _stdlib_enums = ReprEnum = None
_plain_property = property


class nonmember:
    """Keeps a value in the class body from becoming a member."""

    def __init__(self, value):
        self.value = value


class member:
    """Makes a member of what would not become one by itself."""

    def __init__(self, value):
        self.value = value


class _Unset:
    def __repr__(self):
        return "_auto_null"


_UNSET = _Unset()


class auto:
    """A value that the class chooses."""

    def __init__(self, value=_UNSET):
        self.value = value

    def __repr__(self):
        return "auto(%r)" % self.value


class property:
    """An attribute of the members whose name may also be the name of a member."""

    def __init__(self, fget=None, fset=None, fdel=None, doc=None):
        self.fget = fget
        self.fset = fset
        self.fdel = fdel
        self.__doc__ = fget.__doc__ if doc is None and fget else doc
        self.name = fget.__name__ if fget else None

    def getter(self, fget):
        return type(self)(fget, self.fset, self.fdel, self.__doc__)

    def setter(self, fset):
        return type(self)(self.fget, fset, self.fdel, self.__doc__)

    def deleter(self, fdel):
        return type(self)(self.fget, self.fset, fdel, self.__doc__)

    def __set_name__(self, owner, name):
        self.name = name
        self.clsname = owner.__name__

    def __get__(self, instance, owner=None):
        if instance is None:
            try:
                return owner._member_map_[self.name]
            except KeyError:
                raise AttributeError("%r has no attribute %r" % (owner, self.name)) from None
        if self.fget is None:
            if self.name in instance._member_map_:
                return instance._member_map_[self.name]
            raise AttributeError("%r member has no attribute %r" % (type(instance), self.name))
        return self.fget(instance)

    def __set__(self, instance, value):
        if self.fset is None:
            raise AttributeError("<enum %r> cannot set attribute %r" % (self.clsname, self.name))
        self.fset(instance, value)

    def __delete__(self, instance):
        if self.fdel is None:
            raise AttributeError("<enum %r> cannot delete attribute %r" % (self.clsname, self.name))
        self.fdel(instance)


_DESCRIPTORS = (property, _plain_property, classmethod, staticmethod, type(lambda: 0), type(str.upper))


def _is_descriptor(value):
    if isinstance(value, _DESCRIPTORS):
        return True
    kind = type(value)
    return hasattr(kind, "__get__") or hasattr(kind, "__set__") or hasattr(kind, "__delete__")


def _is_dunder(name):
    return len(name) > 4 and name[:2] == name[-2:] == "__" and name[2] != "_" and name[-3] != "_"


def _is_sunder(name):
    return len(name) > 2 and name[0] == name[-1] == "_" and name[1] != "_" and name[-2] != "_"


def _is_private(class_name, name):
    prefix = "_%s__" % class_name
    return len(name) > len(prefix) and name.startswith(prefix) and not name.endswith("__")


def _is_single_bit(number):
    return number > 0 and number & (number - 1) == 0


def _bits(number):
    """The powers of two that a number is the sum of."""
    while number > 0:
        low = number & -number
        yield low
        number ^= low


def bin(number, max_bits=None):
    """Like the builtin, with a sign bit apart: `0b0 101`."""
    number = number.__index__()
    ceiling = 1 << number.bit_length()
    if number >= 0:
        digits = "{:b}".format(number)
        sign = "0"
    else:
        digits = "{:b}".format(~number ^ (ceiling - 1))
        sign = "1"
        digits = digits.rjust(number.bit_length(), "1") if number != -1 else ""
    if max_bits is not None and len(digits) < max_bits:
        digits = digits.rjust(max_bits, sign)
    return "0b%s %s" % (sign, digits)


class EnumDict(dict):
    """The namespace of a class body: notices which names are members."""

    def __init__(self, class_name):
        super().__init__()
        self._class_name = class_name
        self._member_names = {}
        self._last_values = []
        self._ignore = []
        self._generates = False

    def __setitem__(self, key, value):
        if _is_private(self._class_name, key):
            pass
        elif _is_sunder(key):
            if key not in _KNOWN_SUNDERS:
                raise ValueError("_sunder_ names, such as %r, are reserved for future Enum use" % (key,))
            if key == "_generate_next_value_":
                if self._generates:
                    raise TypeError("_generate_next_value_ must be defined before members")
                self._generate_next_value = value.__func__ if isinstance(value, staticmethod) else value
            elif key == "_ignore_":
                value = value.replace(",", " ").split() if isinstance(value, str) else list(value)
                self._ignore = value
                taken = set(value) & set(self._member_names)
                if taken:
                    raise ValueError("_ignore_ cannot specify already set names: %r" % (taken,))
        elif _is_dunder(key):
            pass
        elif key in self._member_names:
            raise TypeError("%r already defined as %r" % (key, self[key]))
        elif key in self._ignore:
            pass
        elif isinstance(value, nonmember):
            value = value.value
        elif _is_descriptor(value):
            pass
        else:
            if key in self:
                raise TypeError("%r already defined as %r" % (key, self[key]))
            if isinstance(value, member):
                value = value.value
            value = self._resolve(key, value)
            self._member_names[key] = None
            self._last_values.append(value)
        super().__setitem__(key, value)

    def _resolve(self, key, value):
        """The value with every `auto()` in it replaced."""
        if isinstance(value, auto):
            if value.value is _UNSET:
                value.value = self._next(key)
            return value.value
        if type(value) is tuple and any(isinstance(part, auto) for part in value):
            parts = []
            for part in value:
                if isinstance(part, auto):
                    if part.value is _UNSET:
                        part.value = self._next(key)
                    part = part.value
                parts.append(part)
            return tuple(parts)
        return value

    def _next(self, key):
        self._generates = True
        return self._generate_next_value(key, 1, len(self._member_names), self._last_values[:])

    def update(self, members, **more):
        for key, value in members.items() if hasattr(members, "keys") else members:
            self[key] = value
        for key, value in more.items():
            self[key] = value


_KNOWN_SUNDERS = {
    "_order_", "_generate_next_value_", "_numeric_repr_", "_missing_", "_ignore_", "_iter_member_",
    "_iter_member_by_value_", "_iter_member_by_def_", "_value_repr_",
}


class _Members:
    """Stands in the namespace until the class is there, then makes its members."""

    def __init__(self, values, use_args):
        self.values = values
        self.use_args = use_args

    def __set_name__(self, cls, name):
        type.__delattr__(cls, name)
        for key, value in self.values.items():
            self.make(cls, key, value)

    def make(self, cls, name, value):
        arguments = value if isinstance(value, tuple) else (value,)
        if cls._member_type_ is tuple:
            arguments = (arguments,)
        new = cls._new_member_
        made = new(cls, *arguments) if self.use_args else new(cls)
        if not hasattr(made, "_value_"):
            if cls._member_type_ is object:
                made._value_ = value
            else:
                try:
                    made._value_ = cls._member_type_(*arguments)
                except Exception as error:
                    raise TypeError("_value_ not set in __new__, unable to create it") from error
        value = made._value_
        made._name_ = name
        made.__objclass__ = cls
        made.__init__(*arguments)
        made._sort_order_ = len(cls._member_names_)
        if Flag is not None and issubclass(cls, Flag):
            made._inverted_ = None
            if isinstance(value, int):
                if not _is_single_bit(value):
                    made = self.add_composite(cls, made, name, value)
                    self.publish(cls, name, made)
                    return
        existing = None
        try:
            existing = cls._value2member_map_.get(value)
        except TypeError:
            for other in cls._member_map_.values():
                if other._value_ == value:
                    existing = other
                    break
        if existing is not None:
            self.publish(cls, name, existing)
            return
        cls._member_names_.append(name)
        if Flag is not None and issubclass(cls, Flag) and isinstance(value, int):
            cls._flag_mask_ |= value
            cls._singles_mask_ |= value
            cls._all_bits_ = 2 ** cls._flag_mask_.bit_length() - 1
        self.remember(cls, value, made)
        self.publish(cls, name, made)

    def add_composite(self, cls, made, name, value):
        """A flag of several bits, or of none: an alias that iteration does not show."""
        existing = cls._value2member_map_.get(value)
        if existing is not None:
            return existing
        if value > 0:
            cls._flag_mask_ |= value
            cls._all_bits_ = 2 ** cls._flag_mask_.bit_length() - 1
        self.remember(cls, value, made)
        return made

    def remember(self, cls, value, made):
        try:
            cls._value2member_map_.setdefault(value, made)
        except TypeError:
            pass

    def publish(self, cls, name, made):
        cls._member_map_[name] = made
        inherited = None
        for base in cls.__mro__[1:]:
            inherited = base.__dict__.get(name)
            if inherited is not None:
                break
        if isinstance(inherited, (property, _plain_property)):
            redirect = property(inherited.fget, inherited.fset, inherited.fdel)
            redirect.__set_name__(cls, name)
            made = redirect
        type.__setattr__(cls, name, made)


class EnumType(type):
    """The metaclass of enumerations."""

    @classmethod
    def __prepare__(metacls, cls, bases, **kwds):
        metacls._check_for_existing_members_(cls, bases)
        namespace = EnumDict(cls)
        _, first = metacls._get_mixins_(cls, bases)
        if first is not None:
            namespace["_generate_next_value_"] = getattr(first, "_generate_next_value_", None)
            namespace._generates = False
        return namespace

    def __new__(metacls, cls, bases, classdict, *, boundary=None, _simple=False, **kwds):
        names = classdict._member_names
        for name in classdict._ignore:
            classdict.pop(name, None)
        order = classdict.pop("_order_", None)
        names = list(names)
        invalid = set(names) & {"mro", ""}
        if invalid:
            raise ValueError("invalid enum member name(s) %s" % ",".join(repr(name) for name in invalid))
        member_type, first = metacls._get_mixins_(cls, bases)
        own_new = classdict.get("__new__")
        new_member, use_args = _find_new(own_new, member_type, first)
        values = {name: classdict.pop(name) for name in names}
        namespace = dict(classdict)
        generate = namespace.get("_generate_next_value_")
        if generate is None:
            namespace.pop("_generate_next_value_", None)
        elif not isinstance(generate, staticmethod):
            namespace["_generate_next_value_"] = staticmethod(generate)
        namespace["_new_member_"] = staticmethod(new_member)
        namespace["_use_args_"] = use_args
        namespace["_member_names_"] = []
        namespace["_member_map_"] = {}
        namespace["_value2member_map_"] = {}
        namespace["_unhashable_values_"] = []
        namespace["_member_type_"] = member_type
        if "_value_repr_" not in namespace:
            namespace["_value_repr_"] = _find_value_repr(bases)
        is_flag = Flag is not None and any(issubclass(base, Flag) for base in bases)
        namespace["_boundary_"] = boundary or getattr(first, "_boundary_", None)
        namespace["_flag_mask_"] = 0
        namespace["_singles_mask_"] = 0
        namespace["_all_bits_"] = 0
        namespace["_inverted_"] = None
        namespace.pop("__new__", None)
        if own_new is not None:
            namespace["__new_member__"] = own_new if isinstance(own_new, staticmethod) else staticmethod(own_new)
        _choose_methods(namespace, bases, member_type, first, is_flag)
        if values:
            namespace["_making_members_"] = _Members(values, use_args)
        try:
            made = super().__new__(metacls, cls, bases, namespace, **kwds)
        except RuntimeError as error:
            raise error.__cause__ or error
        if Enum is not None and own_new is None and first is None:
            made.__new_member__ = staticmethod(new_member)
        if Enum is not None:
            type.__setattr__(made, "__new__", Enum.__new__)
        elif own_new is not None:
            type.__setattr__(made, "__new__", own_new)
        if order is not None:
            wanted = order.replace(",", " ").split() if isinstance(order, str) else list(order)
            wanted = [name for name in wanted if name not in made._member_map_ or name in made._member_names_]
            if wanted != made._member_names_:
                raise TypeError(
                    "member order does not match _order_:\n  %r\n  %r" % (made._member_names_, wanted)
                )
        return made

    def __init__(cls, *args, **kwds):
        pass

    def __bool__(cls):
        return True

    def __call__(cls, value, names=None, *values, module=None, qualname=None, type=None, start=1, boundary=None):
        if names is None and type is None:
            return cls.__new__(cls, value)
        return cls._create_(
            value, names, module=module, qualname=qualname, type=type, start=start, boundary=boundary
        )

    def __contains__(cls, value):
        if not isinstance(value, Enum):
            raise TypeError(
                "unsupported operand type(s) for 'in': '%s' and '%s'"
                % (type(value).__qualname__, cls.__class__.__qualname__)
            )
        return isinstance(value, cls) and value._name_ in cls._member_map_

    def __delattr__(cls, name):
        if name in cls.__dict__.get("_member_map_", {}):
            raise AttributeError("%r cannot delete member %r." % (cls.__name__, name))
        super().__delattr__(name)

    def __setattr__(cls, name, value):
        if name in cls.__dict__.get("_member_map_", {}):
            raise AttributeError("cannot reassign member %r" % (name,))
        super().__setattr__(name, value)

    def __dir__(cls):
        names = {"__class__", "__contains__", "__doc__", "__getitem__", "__iter__", "__len__", "__members__",
                 "__module__", "__name__", "__qualname__"}
        names.update(cls._member_names_)
        if cls._member_type_ is object:
            if cls.__init_subclass__.__func__ is not Enum.__init_subclass__.__func__:
                names.add("__init_subclass__")
            return sorted(names)
        return sorted(set(dir(cls._member_type_)) | names)

    def __getattr__(cls, name):
        raise AttributeError(name) from None

    def __getitem__(cls, name):
        return cls._member_map_[name]

    def __iter__(cls):
        return (cls._member_map_[name] for name in cls._member_names_)

    def __len__(cls):
        return len(cls._member_names_)

    def __reversed__(cls):
        return (cls._member_map_[name] for name in reversed(cls._member_names_))

    def __repr__(cls):
        if Flag is not None and issubclass(cls, Flag):
            return "<flag %r>" % cls.__name__
        return "<enum %r>" % cls.__name__

    @_plain_property
    def __members__(cls):
        return _MappingProxyType(cls._member_map_)

    def _create_(cls, class_name, names, *, module=None, qualname=None, type=None, start=1, boundary=None):
        metacls = cls.__class__
        bases = (cls,) if type is None else (type, cls)
        namespace = metacls.__prepare__(class_name, bases)
        if isinstance(names, str):
            names = names.replace(",", " ").split()
        if isinstance(names, (tuple, list)) and names and isinstance(names[0], str):
            original, names = names, []
            last = []
            for count, name in enumerate(original):
                value = cls._generate_next_value_(name, start, count, last[:])
                last.append(value)
                names.append((name, value))
        for item in names or ():
            name, value = (item, names[item]) if isinstance(item, str) else item
            namespace[name] = value
        namespace["__module__"] = "__main__" if module is None else module
        if qualname is not None:
            namespace["__qualname__"] = qualname
        return metacls.__new__(metacls, class_name, bases, namespace, boundary=boundary)

    @classmethod
    def _check_for_existing_members_(metacls, class_name, bases):
        for base in bases:
            for ancestor in base.__mro__:
                if isinstance(ancestor, EnumType) and ancestor._member_names_:
                    raise TypeError("<enum %r> cannot extend %r" % (class_name, ancestor))

    @classmethod
    def _get_mixins_(metacls, class_name, bases):
        """The type whose instances the members are, and the enumeration that is extended."""
        if not bases:
            return object, None
        first = bases[-1]
        if not isinstance(first, EnumType):
            raise TypeError("new enumerations should be created as `EnumName([mixin_type, ...] [data_type,] enum_type)`")
        data_types = []
        for chain in bases:
            candidate = None
            for base in chain.__mro__:
                if base is object:
                    continue
                if isinstance(base, EnumType):
                    if base._member_type_ is not object:
                        if base._member_type_ not in data_types:
                            data_types.append(base._member_type_)
                        break
                elif "__new__" in base.__dict__ or "__dataclass_fields__" in base.__dict__:
                    found = candidate or base
                    if found not in data_types:
                        data_types.append(found)
                    break
                else:
                    candidate = candidate or base
        if len(data_types) > 1:
            raise TypeError("too many data types for %r: %r" % (class_name, set(data_types)))
        return data_types[0] if data_types else object, first


EnumMeta = EnumType


def _find_new(own, member_type, first):
    """What makes the members, and whether it takes their values."""
    if own is not None:
        return own.__func__ if isinstance(own, staticmethod) else own, True
    plain = {object.__new__} if Enum is None else {object.__new__, Enum.__new__}
    for name in ("__new_member__", "__new__"):
        for kind in (member_type, first):
            found = getattr(kind, name, None)
            if found is not None and found not in plain:
                return found, True
    return object.__new__, first is not None and member_type is not object and "__dataclass_fields__" in dir(member_type)


def _find_value_repr(bases):
    """How the mixed-in type shows the value."""
    for chain in bases:
        for base in chain.__mro__:
            if base is object:
                continue
            if isinstance(base, EnumType):
                found = base.__dict__.get("_value_repr_")
                if found is not None:
                    return found
            elif "__repr__" in base.__dict__:
                if "__dataclass_fields__" in base.__dict__ and base.__dict__["__dataclass_params__"].repr:
                    return _dataclass_repr
                return base.__dict__["__repr__"]
    return None


def _dataclass_repr(self):
    fields = self.__dataclass_fields__
    return ", ".join("%s=%r" % (name, getattr(self, name)) for name in fields if fields[name].repr)


def _choose_methods(namespace, bases, member_type, first, is_flag):
    """Members show themselves as members, not as the mixed-in type would, unless the class says otherwise."""
    if first is None:
        return
    plain = ReprEnum is not None and any(base is ReprEnum for base in bases)
    if plain and member_type is not object:
        namespace.setdefault("__format__", member_type.__format__)
        if "__str__" not in namespace:
            text = member_type.__str__
            namespace["__str__"] = member_type.__repr__ if text is object.__str__ else text
    for name in ("__repr__", "__str__", "__format__", "__reduce_ex__"):
        if name in namespace:
            continue
        own = getattr(first, name)
        for base in bases:
            found = getattr(base, name, None)
            if found is not own and not isinstance(base, EnumType):
                data = getattr(member_type, name, None)
                if found in (data, getattr(object, name, None)):
                    namespace[name] = own
                    break
    if is_flag:
        for name in (
            "__or__", "__and__", "__xor__", "__ror__", "__rand__", "__rxor__", "__invert__"
        ):
            if name not in namespace:
                namespace[name] = getattr(Flag, name)


def _member_with(cls, value):
    """The member that has a value, or None; a value without a hash is compared with each."""
    try:
        return cls._value2member_map_.get(value)
    except TypeError:
        return next((member for member in cls._member_map_.values() if member._value_ == value), None)


def _made_for(cls, value):
    """What `_missing_` answers to a value that no member has, if that is an answer."""
    try:
        found = cls._missing_(value)
    except ValueError:
        raise
    except Exception as error:
        error.__context__ = _invalid(cls, value)
        raise
    if isinstance(found, cls) or isinstance(found, int) and issubclass(cls, Flag) and cls._boundary_ is EJECT:
        return found
    if found is None:
        raise _invalid(cls, value)
    error = TypeError(f"error in {cls.__name__}._missing_: returned {found!r} instead of None or a valid member")
    error.__context__ = _invalid(cls, value)
    raise error


def _invalid(cls, value):
    return ValueError(f"{value!r} is not a valid {cls.__qualname__}")


class Enum(metaclass=EnumType):
    """A fixed set of named members."""

    def __new__(cls, value):
        if type(value) is cls:
            return value
        member = _member_with(cls, value)
        return _made_for(cls, value) if member is None else member

    def __init__(self, *args, **kwds):
        pass

    def _generate_next_value_(name, start, count, last_values):
        if not last_values:
            return start
        try:
            return max(last_values) + 1
        except TypeError:
            pass
        for value in reversed(last_values):
            try:
                return value + 1
            except TypeError:
                pass
        return start

    @classmethod
    def _missing_(cls, value):
        return None

    def __repr__(self):
        shown = self.__class__._value_repr_ or repr
        return "<%s.%s: %s>" % (self.__class__.__name__, self._name_, shown(self._value_))

    def __str__(self):
        return "%s.%s" % (self.__class__.__name__, self._name_)

    def __dir__(self):
        names = {"__class__", "__doc__", "__eq__", "__hash__", "__module__", "name", "value"}
        if self.__class__._member_type_ is not object:
            names.update(object.__dir__(self))
        for cls in self.__class__.mro():
            for name, value in cls.__dict__.items():
                if name[0] != "_" and name not in self._member_map_:
                    names.add(name)
        return sorted(names)

    def __format__(self, spec):
        return str.__format__(str(self), spec)

    def __hash__(self):
        return hash(self._name_)

    def __reduce_ex__(self, protocol):
        return self.__class__, (self._value_,)

    def __deepcopy__(self, memo):
        return self

    def __copy__(self):
        return self

    @_plain_property
    def name(self):
        """The name of the member."""
        return self._name_

    @name.setter
    def name(self, value):
        raise AttributeError("<enum 'Enum'> cannot set attribute 'name'")

    @_plain_property
    def value(self):
        """The value of the member."""
        return self._value_

    @value.setter
    def value(self, value):
        raise AttributeError("<enum 'Enum'> cannot set attribute 'value'")


class ReprEnum(Enum):
    """Members that show themselves, except in `repr`, as the mixed-in type does."""


class IntEnum(int, ReprEnum):
    """Members that are integers too."""


class StrEnum(str, ReprEnum):
    """Members that are strings too."""

    def __new__(cls, *values):
        if len(values) > 3:
            raise TypeError("too many arguments for str(): %r" % (values,))
        if len(values) == 1 and not isinstance(values[0], str):
            raise TypeError("%r is not a string" % (values[0],))
        if len(values) >= 2 and not isinstance(values[1], str):
            raise TypeError("encoding must be a string, not %r" % (values[1],))
        if len(values) == 3 and not isinstance(values[2], str):
            raise TypeError("errors must be a string, not %r" % (values[2]))
        value = str(*values)
        made = str.__new__(cls, value)
        made._value_ = value
        return made

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        return name.lower()


class FlagBoundary(StrEnum):
    """What becomes of bits that no flag has."""

    STRICT = auto()
    CONFORM = auto()
    EJECT = auto()
    KEEP = auto()


STRICT, CONFORM, EJECT, KEEP = FlagBoundary


class Flag(Enum, boundary=STRICT):
    """Members that can be combined bit by bit."""

    _numeric_repr_ = repr

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        if not last_values:
            return start if start is not None else 1
        last = max(last_values)
        try:
            high = last.bit_length() - 1
        except Exception:
            raise TypeError("invalid flag value %r" % last) from None
        return 2 ** (high + 1)

    @classmethod
    def _iter_member_(cls, value):
        values = [member._value_ for member in cls]
        if values != sorted(values):
            # Members stay in the order of their definition where that is not the order of their values.
            yield from [member for member in cls if member._value_ & value]
            return
        for bit in _bits(value & cls._flag_mask_):
            found = cls._value2member_map_.get(bit)
            if found is not None and found._name_ in cls._member_map_:
                yield found

    @classmethod
    def _missing_(cls, value):
        if not isinstance(value, int):
            raise ValueError("%r is not a valid %s" % (value, cls.__qualname__))
        mask, singles, every = cls._flag_mask_, cls._singles_mask_, cls._all_bits_
        if not ~every <= value <= every or value & (every ^ mask):
            if cls._boundary_ is STRICT:
                width = max(value.bit_length(), mask.bit_length())
                raise ValueError(
                    "%r invalid value %r\n    given %s\n  allowed %s"
                    % (cls, value, bin(value, width), bin(mask, width))
                )
            if cls._boundary_ is CONFORM:
                value = value & mask
            elif cls._boundary_ is EJECT:
                return value
            elif value < 0:
                value = max(every + 1, 2 ** value.bit_length()) + value
        if value < 0:
            value += every + 1
            if cls._boundary_ is CONFORM:
                value &= mask
        known = cls._value2member_map_.get(value)
        if known is not None:
            return known
        unknown = value & ~mask
        if unknown and cls._boundary_ is not KEEP:
            raise ValueError("%s(%r) --> unknown values %r [%s]" % (cls.__name__, value, unknown, bin(unknown)))
        if cls._member_type_ is object:
            made = object.__new__(cls)
        else:
            made = cls._member_type_.__new__(cls, value)
        if not hasattr(made, "_value_"):
            made._value_ = value
        names = [member._name_ for member in cls._iter_member_(value)]
        aliased = 0
        for member in cls._iter_member_(value):
            aliased |= member._value_
        unknown = value & ~aliased
        if names:
            made._name_ = "|".join(names)
            if unknown:
                made._name_ += "|%s" % cls._numeric_repr_(unknown)
        else:
            made._name_ = None
        made._inverted_ = None
        return cls._value2member_map_.setdefault(value, made)

    def __contains__(self, other):
        if not isinstance(other, self.__class__):
            raise TypeError(
                "unsupported operand type(s) for 'in': %r and %r"
                % (type(other).__qualname__, self.__class__.__qualname__)
            )
        return other._value_ & self._value_ == other._value_

    def __iter__(self):
        yield from self._iter_member_(self._value_)

    def __len__(self):
        return self._value_.bit_count()

    def __repr__(self):
        cls = self.__class__
        shown = cls._value_repr_ or repr
        if self._name_ is None:
            return "<%s: %s>" % (cls.__name__, shown(self._value_))
        return "<%s.%s: %s>" % (cls.__name__, self._name_, shown(self._value_))

    def __str__(self):
        cls = self.__class__
        if self._name_ is None:
            return "%s(%r)" % (cls.__name__, self._value_)
        return "%s.%s" % (cls.__name__, self._name_)

    def __bool__(self):
        return bool(self._value_)

    def _operand(self, other):
        """The bits of the other operand; None if there is no combining with it."""
        if isinstance(other, self.__class__):
            return other._value_
        if self._member_type_ is not object and isinstance(other, self._member_type_):
            return int(other)
        return None

    def __or__(self, other):
        bits = self._operand(other)
        return NotImplemented if bits is None else self.__class__(self._value_ | bits)

    def __and__(self, other):
        bits = self._operand(other)
        return NotImplemented if bits is None else self.__class__(self._value_ & bits)

    def __xor__(self, other):
        bits = self._operand(other)
        return NotImplemented if bits is None else self.__class__(self._value_ ^ bits)

    def __invert__(self):
        cls = self.__class__
        if self._inverted_ is None:
            if cls._boundary_ is KEEP:
                self._inverted_ = cls(-self._value_ - 1)
            else:
                self._inverted_ = cls(cls._singles_mask_ & ~self._value_)
            if isinstance(self._inverted_, cls):
                self._inverted_._inverted_ = self
        return self._inverted_

    __ror__ = __or__
    __rand__ = __and__
    __rxor__ = __xor__


class IntFlag(int, ReprEnum, Flag, boundary=KEEP):
    """Flags that are integers too."""


def unique(enumeration):
    """Refuses two names for one value."""
    duplicates = []
    for name, member in enumeration.__members__.items():
        if name != member.name:
            duplicates.append((name, member.name))
    if duplicates:
        details = ", ".join(["%s -> %s" % pair for pair in duplicates])
        raise ValueError("duplicate values found in %r: %s" % (enumeration, details))
    return enumeration


class EnumCheck(StrEnum):
    """What `verify` may look at."""

    CONTINUOUS = "no skipped integer values"
    NAMED_FLAGS = "multi-flag aliases may not contain unnamed flags"
    UNIQUE = "one name per value"


CONTINUOUS, NAMED_FLAGS, UNIQUE = EnumCheck


class verify:
    """Refuses an enumeration that lacks some property."""

    def __init__(self, *checks):
        self.checks = checks

    def __call__(self, enumeration):
        name = enumeration.__name__
        for check in self.checks:
            if check is UNIQUE:
                pairs = [(n, m.name) for n, m in enumeration.__members__.items() if n != m.name]
                if pairs:
                    raise ValueError(
                        "aliases found in %r: %s" % (enumeration, ", ".join("%s -> %s" % pair for pair in pairs))
                    )
            elif check is CONTINUOUS:
                self._check_continuous(enumeration, name)
            elif check is NAMED_FLAGS:
                self._check_named(enumeration, name)
        return enumeration

    def _check_continuous(self, enumeration, name):
        values = {member.value for member in enumeration}
        if len(values) < 2:
            return
        low, high = min(values), max(values)
        if issubclass(enumeration, Flag):
            missing = [2**bit for bit in range(low.bit_length(), high.bit_length() - 1) if 2**bit not in values]
            kind = "flag"
        else:
            missing = [number for number in range(low + 1, high) if number not in values]
            kind = "enum"
        if missing:
            listed = ", ".join(str(number) for number in missing)
            raise ValueError(("invalid %s %r: missing values %s" % (kind, name, listed))[:256])

    def _check_named(self, enumeration, name):
        values = [member.value for member in enumeration]
        unnamed, missing = [], 0
        for alias, member in enumeration._member_map_.items():
            if member.name in enumeration._member_names_ or member.value < 0:
                continue
            absent = [bit for bit in _bits(member.value) if bit not in values]
            if absent:
                unnamed.append(alias)
                for bit in absent:
                    missing |= bit
        if unnamed:
            if len(unnamed) == 1:
                alias = "alias %s is missing" % unnamed[0]
            else:
                alias = "aliases %s and %s are missing" % (", ".join(unnamed[:-1]), unnamed[-1])
            if _is_single_bit(missing):
                value = "value 0x%x" % missing
            else:
                value = "combined values of 0x%x" % missing
            raise ValueError(
                "invalid Flag %r: %s %s [use enum.show_flag_values(value) for details]" % (name, alias, value)
            )


def show_flag_values(value):
    """The powers of two in a number."""
    return list(_bits(value))


def global_enum_repr(self):
    """`module.NAME`"""
    return "%s.%s" % (self.__class__.__module__.split(".")[-1], self._name_)


def global_flag_repr(self):
    """`module.A|module.B`"""
    module = self.__class__.__module__.split(".")[-1]
    if self._name_ is None:
        return "%s.%s(%r)" % (module, self.__class__.__name__, self._value_)
    return "|".join("%s.%s" % (module, name) for name in self._name_.split("|"))


def global_str(self):
    """The name alone."""
    if self._name_ is None:
        return "%s(%r)" % (self.__class__.__name__, self._value_)
    return self._name_


def global_enum(cls, update_str=False):
    """Makes the members names of their module, and shows them so."""
    cls.__repr__ = global_flag_repr if issubclass(cls, Flag) else global_enum_repr
    if not issubclass(cls, ReprEnum) or update_str:
        cls.__str__ = global_str
    vars(_sys.modules[cls.__module__]).update(cls.__members__)
    return cls


def pickle_by_global_name(self, proto):
    return self._name_


def pickle_by_enum_name(self, proto):
    return getattr, (self.__class__, self._name_)
