"""Decimal numbers of any precision, rounded as the context says."""

import math as _math
from collections import namedtuple as _namedtuple
from numbers import Number as _Number

__all__ = [
    "Decimal", "Context", "DecimalTuple", "DefaultContext", "BasicContext", "ExtendedContext", "DecimalException",
    "Clamped", "InvalidOperation", "DivisionByZero", "Inexact", "Rounded", "Subnormal", "Overflow", "Underflow",
    "FloatOperation", "DivisionImpossible", "InvalidContext", "ConversionSyntax", "DivisionUndefined", "ROUND_DOWN",
    "ROUND_HALF_UP", "ROUND_HALF_EVEN", "ROUND_CEILING", "ROUND_FLOOR", "ROUND_UP", "ROUND_HALF_DOWN", "ROUND_05UP",
    "setcontext", "getcontext", "localcontext", "MAX_PREC", "MAX_EMAX", "MIN_EMIN", "MIN_ETINY", "HAVE_THREADS",
    "HAVE_CONTEXTVAR"]

ROUND_DOWN = "ROUND_DOWN"
ROUND_HALF_UP = "ROUND_HALF_UP"
ROUND_HALF_EVEN = "ROUND_HALF_EVEN"
ROUND_CEILING = "ROUND_CEILING"
ROUND_FLOOR = "ROUND_FLOOR"
ROUND_UP = "ROUND_UP"
ROUND_HALF_DOWN = "ROUND_HALF_DOWN"
ROUND_05UP = "ROUND_05UP"
_ROUNDINGS = (
    ROUND_UP, ROUND_DOWN, ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN, ROUND_05UP)

HAVE_THREADS = True
HAVE_CONTEXTVAR = True
MAX_PREC = 999999999999999999
MAX_EMAX = 999999999999999999
MIN_EMIN = -999999999999999999
MIN_ETINY = MIN_EMIN - (MAX_PREC - 1)

DecimalTuple = _namedtuple("DecimalTuple", "sign digits exponent")


class DecimalException(ArithmeticError):
    pass


class Clamped(DecimalException):
    pass


class InvalidOperation(DecimalException):
    pass


class ConversionSyntax(InvalidOperation):
    pass


class DivisionByZero(DecimalException, ZeroDivisionError):
    pass


class DivisionImpossible(InvalidOperation):
    pass


class DivisionUndefined(InvalidOperation, ZeroDivisionError):
    pass


class Inexact(DecimalException):
    pass


class InvalidContext(InvalidOperation):
    pass


class Rounded(DecimalException):
    pass


class Subnormal(DecimalException):
    pass


class Overflow(Inexact, Rounded):
    pass


class Underflow(Inexact, Rounded, Subnormal):
    pass


class FloatOperation(DecimalException, TypeError):
    pass


_SIGNALS = [
    InvalidOperation, FloatOperation, DivisionByZero, Overflow, Subnormal, Underflow, Rounded, Inexact, Clamped]
_SHOWN_SIGNALS = [
    Clamped, InvalidOperation, DivisionByZero, Inexact, FloatOperation, Overflow, Rounded, Subnormal, Underflow]
_RAISED_AS = {
    ConversionSyntax: InvalidOperation, DivisionImpossible: InvalidOperation, DivisionUndefined: InvalidOperation,
    InvalidContext: InvalidOperation}


def _count_digits(number):
    """How many decimal digits a natural number has."""
    if number < 10**18:
        return len(str(number))
    count = int(number.bit_length() * 0.30102999566398120) + 1
    return count - 1 if number < 10**(count - 1) else count


def _rounded_quotient(number, power, rounding, sign):
    """number / 10**power rounded to an integer, and whether that changed it."""
    if power > _count_digits(number) + 1:
        # All that is left is that something was there.
        number, power = int(number > 0), 2
    unit = 10**power
    whole, rest = divmod(number, unit)
    if not rest:
        return whole, False
    if rounding == ROUND_HALF_EVEN:
        up = rest * 2 > unit or (rest * 2 == unit and whole & 1)
    elif rounding == ROUND_HALF_UP:
        up = rest * 2 >= unit
    elif rounding == ROUND_HALF_DOWN:
        up = rest * 2 > unit
    elif rounding == ROUND_DOWN:
        up = False
    elif rounding == ROUND_UP:
        up = True
    elif rounding == ROUND_CEILING:
        up = not sign
    elif rounding == ROUND_FLOOR:
        up = bool(sign)
    else:
        up = whole % 5 == 0
    return whole + bool(up), True


class _SignalDict:
    """Flags or traps, by signal."""

    def __init__(self, context, on=()):
        self._on = {signal: signal in on for signal in _SIGNALS}

    def __getitem__(self, signal):
        if signal not in self._on:
            raise KeyError(
                "valid values for signals are:\n  [InvalidOperation, FloatOperation, DivisionByZero,\n"
                "   Overflow, Underflow, Subnormal, Inexact, Rounded,\n   Clamped]")
        return self._on[signal]

    def __setitem__(self, signal, value):
        if signal not in self._on:
            raise KeyError("invalid error flag")
        self._on[signal] = bool(value)

    def __delitem__(self, signal):
        raise ValueError("signal keys cannot be deleted")

    def __iter__(self):
        return iter(self._on)

    def __len__(self):
        return len(self._on)

    def __contains__(self, signal):
        return signal in self._on

    def keys(self):
        return self._on.keys()

    def values(self):
        return self._on.values()

    def items(self):
        return self._on.items()

    def get(self, signal, default=None):
        return self._on.get(signal, default)

    def copy(self):
        return dict(self._on)

    def update(self, other):
        for signal, value in other.items():
            self[signal] = value

    def __eq__(self, other):
        if isinstance(other, _SignalDict):
            return self._on == other._on
        return self._on == other if isinstance(other, dict) else NotImplemented

    def __repr__(self):
        return "{" + ", ".join(f"{signal!r}:{value}" for signal, value in self._on.items()) + "}"

    def _active(self):
        return [signal for signal in _SHOWN_SIGNALS if self._on[signal]]


class Context:
    """How results are rounded, and which signals raise."""

    def __init__(
        self, prec=None, rounding=None, Emin=None, Emax=None, capitals=None, clamp=None, flags=None, traps=None
    ):
        base = globals().get("DefaultContext")
        self.prec = prec if prec is not None else base.prec if base else 28
        self.rounding = rounding if rounding is not None else base.rounding if base else ROUND_HALF_EVEN
        self.Emin = Emin if Emin is not None else base.Emin if base else -999999
        self.Emax = Emax if Emax is not None else base.Emax if base else 999999
        self.capitals = capitals if capitals is not None else base.capitals if base else 1
        self.clamp = clamp if clamp is not None else base.clamp if base else 0
        self.flags = flags if flags is not None else []
        self.traps = traps if traps is not None else base.traps._active() if base else []

    def __setattr__(self, name, value):
        if name in ("flags", "traps"):
            if isinstance(value, (list, tuple)):
                for signal in value:
                    if signal not in _SIGNALS:
                        raise TypeError("valid values for signals are:\n  [InvalidOperation, FloatOperation, DivisionByZero,\n   Overflow, Subnormal, Underflow, Rounded, Inexact, Clamped]")
                value = _SignalDict(self, value)
            elif isinstance(value, dict):
                value = _SignalDict(self, [signal for signal, on in value.items() if on])
            elif isinstance(value, _SignalDict):
                value = _SignalDict(self, value._active())
            else:
                raise TypeError("argument must be a signal dict")
        elif name == "rounding":
            if value not in _ROUNDINGS:
                raise TypeError(
                    "valid values for rounding are:\n  [ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_DOWN,\n"
                    "   ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN,\n   ROUND_05UP]")
        elif name in ("prec", "Emin", "Emax", "capitals", "clamp"):
            if not isinstance(value, int):
                raise TypeError("an integer is required")
            if name == "prec" and not 1 <= value <= MAX_PREC:
                raise ValueError("valid range for prec is [1, MAX_PREC]")
            if name == "Emin" and not MIN_EMIN <= value <= 0:
                raise ValueError("valid range for Emin is [MIN_EMIN, 0]")
            if name == "Emax" and not 0 <= value <= MAX_EMAX:
                raise ValueError("valid range for Emax is [0, MAX_EMAX]")
            if name in ("capitals", "clamp") and value not in (0, 1):
                raise ValueError(f"valid values for {name} are 0 or 1")
        else:
            raise AttributeError(f"'decimal.Context' object has no attribute '{name}'")
        object.__setattr__(self, name, value)

    def __delattr__(self, name):
        raise AttributeError("context attributes cannot be deleted")

    def __repr__(self):
        flags = ", ".join(signal.__name__ for signal in self.flags._active())
        traps = ", ".join(signal.__name__ for signal in self.traps._active())
        return (
            f"Context(prec={self.prec}, rounding={self.rounding}, Emin={self.Emin}, Emax={self.Emax}, "
            f"capitals={self.capitals}, clamp={self.clamp}, flags=[{flags}], traps=[{traps}])")

    def copy(self):
        """Return a duplicate of the context with all flags cleared."""
        return Context(
            self.prec, self.rounding, self.Emin, self.Emax, self.capitals, self.clamp, self.flags._active(),
            self.traps._active())

    __copy__ = copy

    def clear_flags(self):
        """Reset all flags to False."""
        self.flags = []

    def clear_traps(self):
        """Set all traps to False."""
        self.traps = []

    def Etiny(self):
        """Return a value equal to Emin - prec + 1."""
        return self.Emin - self.prec + 1

    def Etop(self):
        """Return a value equal to Emax - prec + 1."""
        return self.Emax - self.prec + 1

    def radix(self):
        """Return 10."""
        return Decimal(10)

    def create_decimal(self, num="0", /):
        """Create a new Decimal instance from num, using self as the context."""
        return Decimal(num, self)._fixed(self)

    def create_decimal_from_float(self, f, /):
        """Create a new Decimal instance from float f, rounded."""
        return Decimal.from_float(f)._fixed(self)

    def _signal(self, *conditions):
        """Notes the conditions, and raises the first that is trapped."""
        raised = []
        for condition in conditions:
            signal = _RAISED_AS.get(condition, condition)
            self.flags._on[signal] = True
            if self.traps._on[signal]:
                raised.append((signal, condition))
        if raised:
            raised.sort(key=lambda pair: _SIGNALS.index(pair[0]))
            raise raised[0][0]([condition for _, condition in raised])

    def _invalid(self, condition=InvalidOperation):
        self._signal(condition)
        return _NAN

    def _with(self, **changes):
        other = self.copy()
        for name, value in changes.items():
            setattr(other, name, value)
        return other

    def _quiet(self, prec):
        """A context of its own that never raises and has room."""
        return Context(prec, ROUND_HALF_EVEN, MIN_EMIN, MAX_EMAX, 1, 0, [], [])


def _converted(value, context=None):
    """A Decimal out of an operand; None if it is not a number that mixes with Decimals."""
    if isinstance(value, Decimal):
        return value
    if isinstance(value, int):
        return Decimal._make(int(value < 0), abs(int(value)), 0)
    return None


def _needed(value):
    result = _converted(value)
    if result is None:
        raise TypeError(f"conversion from {type(value).__name__} to Decimal is not supported")
    return result


class Decimal:
    """A decimal number: a sign, a natural number as coefficient, and an exponent of ten; infinite; or no number."""

    __slots__ = ("_sign", "_int", "_exp", "_special")

    def __new__(cls, value="0", context=None):
        if isinstance(value, str):
            return _parsed(cls, value, context or getcontext())
        if isinstance(value, Decimal):
            return cls._make(value._sign, value._int, value._exp, value._special)
        if isinstance(value, int):
            return cls._make(int(value < 0), abs(int(value)), 0)
        if isinstance(value, float):
            context = context or getcontext()
            context._signal(FloatOperation)
            return cls.from_float(value)
        if isinstance(value, (tuple, list)):
            return _from_tuple(cls, value)
        raise TypeError(f"conversion from {type(value).__name__} to Decimal is not supported")

    @classmethod
    def _make(cls, sign, coefficient, exponent, special=None):
        self = object.__new__(cls)
        self._sign = sign
        self._int = coefficient
        self._exp = exponent
        self._special = special
        return self

    @classmethod
    def from_float(cls, f, /):
        """Class method that converts a float to a decimal number, exactly."""
        if isinstance(f, int):
            return cls(int(f))
        if not isinstance(f, float):
            raise TypeError("argument must be int or float")
        if f != f:
            return cls._make(0, 0, 0, "n")
        sign = int(_math.copysign(1.0, f) < 0)
        if _math.isinf(f):
            return cls._make(sign, 0, 0, "F")
        numerator, denominator = abs(f).as_integer_ratio()
        power = denominator.bit_length() - 1
        return cls._make(sign, numerator * 5**power, -power)

    # Kinds

    def is_nan(self):
        """Return True if the argument is a (quiet or signaling) NaN and False otherwise."""
        return self._special in ("n", "N")

    def is_qnan(self):
        """Return True if the argument is a quiet NaN, and False otherwise."""
        return self._special == "n"

    def is_snan(self):
        """Return True if the argument is a signaling NaN and False otherwise."""
        return self._special == "N"

    def is_infinite(self):
        """Return True if the argument is either positive or negative infinity and False otherwise."""
        return self._special == "F"

    def is_finite(self):
        """Return True if the argument is a finite number, and False otherwise."""
        return self._special is None

    def is_signed(self):
        """Return True if the argument has a negative sign and False otherwise."""
        return self._sign == 1

    def is_zero(self):
        """Return True if the argument is a (positive or negative) zero and False otherwise."""
        return self._special is None and self._int == 0

    def is_canonical(self):
        """Return True if the argument is canonical and False otherwise."""
        return True

    def is_normal(self, context=None):
        """Return True if the argument is a normal finite non-zero number with an adjusted exponent >= Emin."""
        return bool(self) and self._special is None and self.adjusted() >= (context or getcontext()).Emin

    def is_subnormal(self, context=None):
        """Return True if the argument is subnormal, and False otherwise."""
        return bool(self) and self._special is None and self.adjusted() < (context or getcontext()).Emin

    def number_class(self, context=None):
        """Return a string describing the class of the operand."""
        if self._special == "N":
            return "sNaN"
        if self._special == "n":
            return "NaN"
        sign = "-" if self._sign else "+"
        if self._special == "F":
            return sign + "Infinity"
        if not self._int:
            return sign + "Zero"
        return sign + ("Subnormal" if self.is_subnormal(context) else "Normal")

    def adjusted(self):
        """Return the adjusted exponent of the number."""
        return 0 if self._special else self._exp + _count_digits(self._int) - 1

    def as_tuple(self):
        """Return a tuple representation of the number."""
        if self._special == "F":
            return DecimalTuple(self._sign, (0,), "F")
        if self._special:
            return DecimalTuple(self._sign, tuple(map(int, str(self._int))) if self._int else (), self._special)
        return DecimalTuple(self._sign, tuple(map(int, str(self._int))), self._exp)

    def as_integer_ratio(self):
        """Return a pair of integers whose ratio is the number, in lowest terms."""
        if self._special == "F":
            raise OverflowError("cannot convert Infinity to integer ratio")
        if self._special:
            raise ValueError("cannot convert NaN to integer ratio")
        number = -self._int if self._sign else self._int
        if self._exp >= 0:
            return number * 10**self._exp, 1
        unit = 10**-self._exp
        divisor = _math.gcd(number, unit)
        return number // divisor, unit // divisor

    # Text

    def __repr__(self):
        return f"Decimal('{self}')"

    def __str__(self):
        return self._text(False, getcontext().capitals)

    def to_eng_string(self, context=None):
        """Convert to an engineering-type string."""
        return self._text(True, (context or getcontext()).capitals)

    def _text(self, engineering, capitals):
        sign = "-" if self._sign else ""
        if self._special == "F":
            return sign + "Infinity"
        if self._special:
            return sign + ("sNaN" if self._special == "N" else "NaN") + (str(self._int) if self._int else "")
        digits = str(self._int)
        left = self._exp + len(digits)
        if self._exp <= 0 and left > -6:
            point = left
        elif not engineering:
            point = 1
        elif digits == "0":
            point = (left + 1) % 3 - 1
        else:
            point = (left - 1) % 3 + 1
        if point <= 0:
            text = "0." + "0" * -point + digits
        elif point >= len(digits):
            text = digits + "0" * (point - len(digits))
        else:
            text = digits[:point] + "." + digits[point:]
        if left != point:
            text += f"{'E' if capitals else 'e'}{left - point:+d}"
        return sign + text

    def __format__(self, spec, context=None):
        return _formatted(self, spec, context or getcontext())

    # Conversions

    def __bool__(self):
        return self._special is not None or self._int != 0

    def __int__(self):
        if self._special == "F":
            raise OverflowError("cannot convert Infinity to integer")
        if self._special:
            raise ValueError("cannot convert NaN to integer")
        number = self._int * 10**self._exp if self._exp >= 0 else self._int // 10**-self._exp
        return -number if self._sign else number

    __trunc__ = __int__

    def __float__(self):
        if self._special == "N":
            raise ValueError("cannot convert signaling NaN to float")
        return float(self._text(False, 1))

    def __complex__(self):
        return complex(float(self))

    def __floor__(self):
        return int(self.to_integral_value(ROUND_FLOOR)) if self._special is None else int(self)

    def __ceil__(self):
        return int(self.to_integral_value(ROUND_CEILING)) if self._special is None else int(self)

    def __round__(self, ndigits=None):
        if ndigits is None:
            return int(self.to_integral_value(ROUND_HALF_EVEN)) if self._special is None else int(self)
        if not isinstance(ndigits, int):
            raise TypeError("optional arg must be an integer")
        return self.quantize(Decimal._make(0, 1, -ndigits))

    def __hash__(self):
        if self._special == "N":
            raise TypeError("Cannot hash a signaling NaN value")
        if self._special == "n":
            return object.__hash__(self)
        if self._special:
            return hash(float("-inf" if self._sign else "inf"))
        modulus = (1 << 61) - 1
        factor = pow(10, self._exp, modulus) if self._exp >= 0 else pow(pow(10, -1, modulus), -self._exp, modulus)
        value = self._int * factor % modulus
        result = -value if self._sign else value
        return -2 if result == -1 else result

    def __reduce__(self):
        return type(self), (str(self),)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    @property
    def real(self):
        return self

    @property
    def imag(self):
        return Decimal(0)

    def conjugate(self):
        """Return self."""
        return self

    def canonical(self):
        """Return the canonical encoding of the argument."""
        return self

    def radix(self):
        """Return Decimal(10)."""
        return Decimal(10)

    # Rounding

    def _fixed(self, context):
        """Rounded to the precision of the context, and within its exponents."""
        if self._special:
            if self._special != "F" and _count_digits(self._int) > context.prec - context.clamp:
                return Decimal._make(self._sign, self._int % 10**(context.prec - context.clamp), 0, self._special)
            return self
        tiny, top = context.Etiny(), context.Etop()
        if not self._int:
            exponent = min(max(self._exp, tiny), top if context.clamp else context.Emax)
            if exponent != self._exp:
                context._signal(Clamped)
                return Decimal._make(self._sign, 0, exponent)
            return self
        least = _count_digits(self._int) + self._exp - context.prec
        if least > top:
            return self._overflowed(context)
        subnormal = least < tiny
        if subnormal:
            least = tiny
        if self._exp < least:
            number, changed = _rounded_quotient(self._int, least - self._exp, context.rounding, self._sign)
            if _count_digits(number) > context.prec:
                number //= 10
                least += 1
            if least > top:
                return self._overflowed(context)
            conditions = []
            if changed and subnormal:
                conditions.append(Underflow)
            if subnormal:
                conditions.append(Subnormal)
            if changed:
                conditions.append(Inexact)
            conditions.append(Rounded)
            if not number:
                conditions.append(Clamped)
            context._signal(*conditions)
            return Decimal._make(self._sign, number, least)
        if subnormal:
            context._signal(Subnormal)
        if context.clamp and self._exp > top:
            context._signal(Clamped)
            return Decimal._make(self._sign, self._int * 10**(self._exp - top), top)
        return self

    def _overflowed(self, context):
        context._signal(Overflow, Inexact, Rounded)
        largest = Decimal._make(self._sign, 10**context.prec - 1, context.Etop())
        toward_zero = context.rounding in (ROUND_DOWN, ROUND_05UP)
        if toward_zero or context.rounding == (ROUND_FLOOR, ROUND_CEILING)[self._sign]:
            return largest
        return Decimal._make(self._sign, 0, 0, "F")

    def _nan(self, context, *others):
        """What an operation with these operands gives if one is not a number; None if all are."""
        operands = (self, *others)
        for operand in operands:
            if operand._special == "N":
                context._signal(InvalidOperation)
                return Decimal._make(operand._sign, operand._int, 0, "n")._fixed(context)
        for operand in operands:
            if operand._special == "n":
                return operand._fixed(context)
        return None

    def _rescaled(self, exponent, rounding):
        """With the exponent, whatever the precision, and whether that changed it."""
        if not self._int:
            return Decimal._make(self._sign, 0, exponent), False
        if self._exp >= exponent:
            return Decimal._make(self._sign, self._int * 10**(self._exp - exponent), exponent), False
        drop = exponent - self._exp
        number, changed = _rounded_quotient(self._int, drop, rounding, self._sign)
        return Decimal._make(self._sign, number, exponent), changed

    def quantize(self, exp, rounding=None, context=None):
        """Return a value equal to the first operand after rounding and having the exponent of the second operand."""
        context = context or getcontext()
        exp = _needed(exp)
        rounding = _rounding(rounding, context)
        if self._special or exp._special:
            nan = self._nan(context, exp)
            if nan is not None:
                return nan
            return self if self._special and exp._special else context._invalid()
        if not context.Etiny() <= exp._exp <= context.Emax:
            return context._invalid()
        if self._int and self.adjusted() - exp._exp + 1 > context.prec:
            return context._invalid()
        result, changed = self._rescaled(exp._exp, rounding)
        if result.adjusted() > context.Emax or _count_digits(result._int) > context.prec:
            return context._invalid()
        conditions = []
        if result._int and result.adjusted() < context.Emin:
            conditions.append(Subnormal)
        if exp._exp > self._exp and self._int:
            conditions.append(Rounded)
        if changed:
            conditions.append(Inexact)
        if conditions:
            context._signal(*conditions)
        return result._fixed(context)

    def to_integral_value(self, rounding=None, context=None):
        """Round to the nearest integer without signaling either Inexact or Rounded."""
        context = context or getcontext()
        rounding = _rounding(rounding, context)
        if self._special:
            return self._nan(context) or self
        return self if self._exp >= 0 else self._rescaled(0, rounding)[0]

    to_integral = to_integral_value

    def to_integral_exact(self, rounding=None, context=None):
        """Round to the nearest integer, signaling Inexact or Rounded as appropriate if rounding occurs."""
        context = context or getcontext()
        rounding = _rounding(rounding, context)
        if self._special:
            return self._nan(context) or self
        if self._exp >= 0:
            return self
        result, changed = self._rescaled(0, rounding)
        context._signal(*([Inexact] if changed else []), *([Rounded] if self._int else []))
        return result

    def normalize(self, context=None):
        """Normalize the number by stripping the rightmost trailing zeros."""
        context = context or getcontext()
        if self._special:
            nan = self._nan(context)
            return self if nan is None else nan
        result = self._fixed(context)
        if result._special:
            return result
        if not result._int:
            return Decimal._make(result._sign, 0, 0)
        number, exponent = result._int, result._exp
        most = context.Etop() if context.clamp else context.Emax
        while number % 10 == 0 and exponent < most:
            number //= 10
            exponent += 1
        return Decimal._make(result._sign, number, exponent)

    # Signs

    def copy_abs(self):
        """Return the absolute value of the argument."""
        return Decimal._make(0, self._int, self._exp, self._special)

    def copy_negate(self):
        """Return the negation of the argument."""
        return Decimal._make(1 - self._sign, self._int, self._exp, self._special)

    def copy_sign(self, other, context=None):
        """Return a copy of the first operand with the sign set to be the same as the sign of the second operand."""
        return Decimal._make(_needed(other)._sign, self._int, self._exp, self._special)

    def __neg__(self):
        context = getcontext()
        if self._special:
            nan = self._nan(context)
            return self.copy_negate() if nan is None else nan
        if not self._int and context.rounding != ROUND_FLOOR:
            return self.copy_abs()._fixed(context)
        return self.copy_negate()._fixed(context)

    def __pos__(self):
        context = getcontext()
        if self._special:
            nan = self._nan(context)
            return self if nan is None else nan
        if not self._int and context.rounding != ROUND_FLOOR:
            return self.copy_abs()._fixed(context)
        return self._fixed(context)

    def __abs__(self):
        return -self if self._sign else +self

    # Sums and products

    def _plus(self, other, context):
        if self._special or other._special:
            nan = self._nan(context, other)
            if nan is not None:
                return nan
            if self._special and other._special and self._sign != other._sign:
                return context._invalid()
            return self if self._special else other
        if not self._int and not other._int:
            sign = self._sign & other._sign
            if self._sign != other._sign:
                sign = int(context.rounding == ROUND_FLOOR)
            return Decimal._make(sign, 0, min(self._exp, other._exp))._fixed(context)
        if not self._int or not other._int:
            kept = other if not self._int else self
            exponent = max(min(self._exp, other._exp), kept._exp - context.prec - 1)
            return kept._rescaled(exponent, context.rounding)[0]._fixed(context) if exponent < kept._exp else kept._fixed(context)
        big, small = (self, other) if self._exp >= other._exp else (other, self)
        # What lies far below the last digit counts only as being there.
        limit = big._exp + min(-1, _count_digits(big._int) - context.prec - 2)
        small_number, small_exponent = small._int, small._exp
        if _count_digits(small._int) + small._exp - 1 < limit:
            small_number, small_exponent = 1, limit
        big_number = big._int * 10**(big._exp - small_exponent)
        total = (-big_number if big._sign else big_number) + (-small_number if small._sign else small_number)
        if total == 0:
            return Decimal._make(int(context.rounding == ROUND_FLOOR), 0, small_exponent)._fixed(context)
        return Decimal._make(int(total < 0), abs(total), small_exponent)._fixed(context)

    def _times(self, other, context):
        sign = self._sign ^ other._sign
        if self._special or other._special:
            nan = self._nan(context, other)
            if nan is not None:
                return nan
            return Decimal._make(sign, 0, 0, "F") if self and other else context._invalid()
        return Decimal._make(sign, self._int * other._int, self._exp + other._exp)._fixed(context)

    def _over(self, other, context):
        sign = self._sign ^ other._sign
        if self._special or other._special:
            nan = self._nan(context, other)
            if nan is not None:
                return nan
            if self._special and other._special:
                return context._invalid()
            if self._special:
                return Decimal._make(sign, 0, 0, "F")
            context._signal(Clamped)
            return Decimal._make(sign, 0, context.Etiny())
        if not other._int:
            if not self._int:
                return context._invalid(DivisionUndefined)
            context._signal(DivisionByZero)
            return Decimal._make(sign, 0, 0, "F")
        ideal = self._exp - other._exp
        if not self._int:
            return Decimal._make(sign, 0, ideal)._fixed(context)
        shift = max(_count_digits(other._int) - _count_digits(self._int) + context.prec + 1, 0)
        number, rest = divmod(self._int * 10**shift, other._int)
        exponent = ideal - shift
        if rest:
            # Not exact: a last digit that rounding cannot mistake.
            number += number % 5 == 0
        else:
            while exponent < ideal and number % 10 == 0:
                number //= 10
                exponent += 1
        return Decimal._make(sign, number, exponent)._fixed(context)

    def _divided(self, other, context):
        """The integer quotient and the remainder of finite numbers, or None if the quotient is too long."""
        sign = self._sign ^ other._sign
        ideal = min(self._exp, other._exp)
        if not self._int or self.adjusted() - other.adjusted() <= -2:
            return Decimal._make(sign, 0, 0), self._rescaled(ideal, context.rounding)[0]
        if self.adjusted() - other.adjusted() > context.prec + 1:
            return None
        number = self._int * 10**(self._exp - ideal)
        quotient, rest = divmod(number, other._int * 10**(other._exp - ideal))
        if quotient >= 10**context.prec:
            return None
        return Decimal._make(sign, quotient, 0), Decimal._make(self._sign, rest, ideal)

    def _whole_over(self, other, context):
        if self._special or other._special:
            nan = self._nan(context, other)
            if nan is not None:
                return nan
            sign = self._sign ^ other._sign
            if self._special:
                return context._invalid() if other._special else Decimal._make(sign, 0, 0, "F")
            return Decimal._make(sign, 0, 0)
        if not other._int:
            if not self._int:
                return context._invalid(DivisionUndefined)
            context._signal(DivisionByZero)
            return Decimal._make(self._sign ^ other._sign, 0, 0, "F")
        parts = self._divided(other, context)
        return context._invalid(DivisionImpossible) if parts is None else parts[0]

    def _rest_of(self, other, context):
        if self._special or other._special:
            nan = self._nan(context, other)
            if nan is not None:
                return nan
            return context._invalid() if self._special else self._fixed(context)
        if not other._int:
            return context._invalid(InvalidOperation if self._int else DivisionUndefined)
        parts = self._divided(other, context)
        return context._invalid(DivisionImpossible) if parts is None else parts[1]._fixed(context)

    def _both_of(self, other, context):
        if not self._special and not other._special and not other._int:
            if not self._int:
                return context._invalid(DivisionUndefined), context._invalid(DivisionUndefined)
            context._signal(DivisionByZero, InvalidOperation)
            return Decimal._make(self._sign ^ other._sign, 0, 0, "F"), _NAN
        return self._whole_over(other, context), self._rest_of(other, context)

    def __add__(self, other):
        other = _converted(other)
        return NotImplemented if other is None else self._plus(other, getcontext())

    __radd__ = __add__

    def __sub__(self, other):
        other = _converted(other)
        if other is None:
            return NotImplemented
        return self._plus(other if other.is_nan() else other.copy_negate(), getcontext())

    def __rsub__(self, other):
        other = _converted(other)
        return NotImplemented if other is None else other - self

    def __mul__(self, other):
        other = _converted(other)
        return NotImplemented if other is None else self._times(other, getcontext())

    __rmul__ = __mul__

    def __truediv__(self, other):
        other = _converted(other)
        return NotImplemented if other is None else self._over(other, getcontext())

    def __rtruediv__(self, other):
        other = _converted(other)
        return NotImplemented if other is None else other._over(self, getcontext())

    def __floordiv__(self, other):
        other = _converted(other)
        return NotImplemented if other is None else self._whole_over(other, getcontext())

    def __rfloordiv__(self, other):
        other = _converted(other)
        return NotImplemented if other is None else other._whole_over(self, getcontext())

    def __mod__(self, other):
        other = _converted(other)
        return NotImplemented if other is None else self._rest_of(other, getcontext())

    def __rmod__(self, other):
        other = _converted(other)
        return NotImplemented if other is None else other._rest_of(self, getcontext())

    def __divmod__(self, other):
        other = _converted(other)
        return NotImplemented if other is None else self._both_of(other, getcontext())

    def __rdivmod__(self, other):
        other = _converted(other)
        return NotImplemented if other is None else other._both_of(self, getcontext())

    def remainder_near(self, other, context=None):
        """Return the remainder from dividing self by other, nearest to zero."""
        context = context or getcontext()
        other = _needed(other)
        if self._special or other._special or not other._int:
            return self._rest_of(other, context)
        ideal = min(self._exp, other._exp)
        if self.adjusted() - other.adjusted() > context.prec + 1:
            return context._invalid(DivisionImpossible)
        divisor = other._int * 10**(other._exp - ideal)
        quotient, rest = divmod(self._int * 10**(self._exp - ideal), divisor)
        sign = self._sign
        if 2 * rest + (quotient & 1) > divisor:
            rest -= divisor
            quotient += 1
        if quotient >= 10**context.prec:
            return context._invalid(DivisionImpossible)
        return Decimal._make(sign ^ (rest < 0), abs(rest), ideal)._fixed(context)

    def fma(self, other, third, context=None):
        """Fused multiply-add.  Return self*other+third with no rounding of the intermediate product."""
        context = context or getcontext()
        other, third = _needed(other), _needed(third)
        if self._special or other._special:
            nan = self._nan(context, other, third)
            product = nan if nan is not None else self._times(other, context)
        else:
            product = Decimal._make(self._sign ^ other._sign, self._int * other._int, self._exp + other._exp)
        return product._plus(third, context)

    # Comparison

    def _order(self, other):
        """-1, 0 or 1, of numbers."""
        if self._special or other._special:
            mine = (-1) ** self._sign if self._special else 0
            others = (-1) ** other._sign if other._special else 0
            return (mine > others) - (mine < others)
        if not self._int or not other._int:
            mine = 0 if not self._int else (-1) ** self._sign
            others = 0 if not other._int else (-1) ** other._sign
            return (mine > others) - (mine < others)
        if self._sign != other._sign:
            return -1 if self._sign else 1
        sign = -1 if self._sign else 1
        one, two = self.adjusted(), other.adjusted()
        if one != two:
            return sign if one > two else -sign
        low = min(self._exp, other._exp)
        one = self._int * 10**(self._exp - low)
        two = other._int * 10**(other._exp - low)
        return sign * ((one > two) - (one < two))

    def _comparable(self, other, equality):
        """The other operand as a Decimal; None if they do not compare."""
        result = _converted(other)
        if result is not None:
            return result
        if isinstance(other, float):
            context = getcontext()
            if equality:
                context.flags._on[FloatOperation] = True
            else:
                context._signal(FloatOperation)
            return Decimal.from_float(other)
        if equality and isinstance(other, complex) and other.imag == 0:
            return self._comparable(other.real, True)
        return None

    def __eq__(self, other):
        if type(other).__name__ == "Fraction" and self._special is None:
            return self._ratio_order(other) == 0
        other = self._comparable(other, True)
        if other is None:
            return NotImplemented
        if self.is_nan() or other.is_nan():
            if self.is_snan() or other.is_snan():
                getcontext()._signal(InvalidOperation)
            return False
        return self._order(other) == 0

    def _ratio_order(self, other):
        numerator, denominator = self.as_integer_ratio()
        one, two = numerator * other.denominator, other.numerator * denominator
        return (one > two) - (one < two)

    def _ordered(self, other, test):
        if type(other).__name__ == "Fraction" and self._special is None:
            return test(self._ratio_order(other))
        other = self._comparable(other, False)
        if other is None:
            return NotImplemented
        if self.is_nan() or other.is_nan():
            getcontext()._signal(InvalidOperation)
            return False
        return test(self._order(other))

    def __lt__(self, other):
        return self._ordered(other, lambda order: order < 0)

    def __le__(self, other):
        return self._ordered(other, lambda order: order <= 0)

    def __gt__(self, other):
        return self._ordered(other, lambda order: order > 0)

    def __ge__(self, other):
        return self._ordered(other, lambda order: order >= 0)

    def compare(self, other, context=None):
        """Compare self to other.  Return a decimal value."""
        other = _needed(other)
        if self.is_nan() or other.is_nan():
            return self._nan(context or getcontext(), other)
        return Decimal(self._order(other))

    def compare_signal(self, other, context=None):
        """Identical to compare, except that all NaNs signal."""
        other = _needed(other)
        context = context or getcontext()
        if self.is_nan() or other.is_nan():
            context._signal(InvalidOperation)
            return self._nan(context, other)
        return Decimal(self._order(other))

    def compare_total(self, other, context=None):
        """Compare two operands using their abstract representation."""
        one, two = self._total_key(), _needed(other)._total_key()
        return Decimal((one > two) - (one < two))

    def _total_key(self):
        sign = -1 if self._sign else 1
        if self._special:
            return sign * {"F": 1, "N": 2, "n": 3}[self._special], sign * self._int, 0
        if not self._int:
            return 0, sign * 0.5, sign * self._exp
        numerator, denominator = self.as_integer_ratio()
        return 0, _Ratio(numerator, denominator, sign), sign * self._exp

    def compare_total_mag(self, other, context=None):
        """Compare two operands using their abstract representation rather than their value, ignoring signs."""
        return self.copy_abs().compare_total(_needed(other).copy_abs())

    def same_quantum(self, other, context=None):
        """Test whether self and other have the same exponent or whether both are NaN."""
        other = _needed(other)
        if self._special or other._special:
            return (self.is_nan() and other.is_nan()) or (self.is_infinite() and other.is_infinite())
        return self._exp == other._exp

    def _chosen(self, other, context, sign, magnitude):
        context = context or getcontext()
        other = _needed(other)
        if self.is_nan() or other.is_nan():
            if self.is_snan() or other.is_snan() or (self.is_nan() and other.is_nan()):
                return self._nan(context, other)
            return (other if self.is_nan() else self)._fixed(context)
        order = self.copy_abs()._order(other.copy_abs()) if magnitude else 0
        order = order or self._order(other) or int(self.compare_total(other))
        return (self if order * sign >= 0 else other)._fixed(context)

    def max(self, other, context=None):
        """Maximum of self and other."""
        return self._chosen(other, context, 1, False)

    def min(self, other, context=None):
        """Minimum of self and other."""
        return self._chosen(other, context, -1, False)

    def max_mag(self, other, context=None):
        """As the max() method, but compares the absolute values of the operands."""
        return self._chosen(other, context, 1, True)

    def min_mag(self, other, context=None):
        """As the min() method, but compares the absolute values of the operands."""
        return self._chosen(other, context, -1, True)

    # Neighbours and exponents

    def _neighbour(self, context, rounding, sign):
        nan = self._nan(context)
        if nan is not None:
            return nan
        if self._special:
            if self._sign == sign:
                return self
            return Decimal._make(self._sign, 10**context.prec - 1, context.Etop())
        quiet = context._with(rounding=rounding, traps=[])
        rounded = self._fixed(quiet)
        if rounded._order(self) != 0:
            return rounded
        step = Decimal._make(sign, 1, context.Etiny() - 1)
        return rounded._plus(step, quiet)

    def next_plus(self, context=None):
        """The nearest larger number that the context can represent."""
        return self._neighbour(context or getcontext(), ROUND_CEILING, 0)

    def next_minus(self, context=None):
        """The nearest smaller number that the context can represent."""
        return self._neighbour(context or getcontext(), ROUND_FLOOR, 1)

    def next_toward(self, other, context=None):
        """The nearest representable number on the way to `other`."""
        context = context or getcontext()
        other = _needed(other)
        nan = self._nan(context, other)
        if nan is not None:
            return nan
        order = self._order(other)
        if order == 0:
            return self.copy_sign(other)
        result = self.next_plus(context) if order < 0 else self.next_minus(context)
        if result._special:
            context._signal(Overflow, Inexact, Rounded)
        elif result.adjusted() < context.Emin:
            context._signal(Underflow, Subnormal, Inexact, Rounded)
        return result

    def logb(self, context=None):
        """Return the exponent of the magnitude of self's most significant digit."""
        context = context or getcontext()
        nan = self._nan(context)
        if nan is not None:
            return nan
        if self._special:
            return Decimal._make(0, 0, 0, "F")
        if not self._int:
            context._signal(DivisionByZero)
            return Decimal._make(1, 0, 0, "F")
        return Decimal(self.adjusted())._fixed(context)

    def scaleb(self, other, context=None):
        """Return the first operand with the exponent adjusted by the second."""
        context = context or getcontext()
        other = _needed(other)
        nan = self._nan(context, other)
        if nan is not None:
            return nan
        if other._special or other._exp != 0 or abs(int(other)) > 2 * (context.Emax + context.prec):
            return context._invalid()
        if self._special:
            return self
        return Decimal._make(self._sign, self._int, self._exp + int(other))._fixed(context)

    def _moved(self, other, context, rotates):
        context = context or getcontext()
        other = _needed(other)
        nan = self._nan(context, other)
        if nan is not None:
            return nan
        if other._special or other._exp != 0 or abs(int(other)) > context.prec:
            return context._invalid()
        if self._special:
            return self
        digits = str(self._int).rjust(context.prec, "0")[-context.prec:]
        count = int(other)
        if rotates:
            count %= context.prec
            digits = digits[count:] + digits[:count]
        elif count < 0:
            digits = digits[:count]
        else:
            digits = (digits + "0" * count)[-context.prec:]
        return Decimal._make(self._sign, int(digits or "0"), self._exp)

    def rotate(self, other, context=None):
        """Returns a rotated copy of self's digits, value-of-other times."""
        return self._moved(other, context, True)

    def shift(self, other, context=None):
        """Returns a shifted copy of self's digits, value-of-other times."""
        return self._moved(other, context, False)

    def _bits(self, context):
        digits = str(self._int)
        if self._special or self._sign or self._exp or set(digits) - {"0", "1"}:
            context._signal(InvalidOperation)
            return None
        return digits.rjust(context.prec, "0")[-context.prec:]

    def _logical(self, other, context, operation):
        context = context or getcontext()
        one = self._bits(context)
        two = _needed(other)._bits(context)
        if one is None or two is None:
            return _NAN
        return Decimal._make(0, int("".join(operation(a, b) for a, b in zip(one, two))), 0)

    def logical_and(self, other, context=None):
        """Return the digit-wise 'and' of the two (logical) operands."""
        return self._logical(other, context, lambda a, b: "1" if a == b == "1" else "0")

    def logical_or(self, other, context=None):
        """Return the digit-wise 'or' of the two (logical) operands."""
        return self._logical(other, context, lambda a, b: "1" if "1" in (a, b) else "0")

    def logical_xor(self, other, context=None):
        """Return the digit-wise 'exclusive or' of the two (logical) operands."""
        return self._logical(other, context, lambda a, b: "1" if a != b else "0")

    def logical_invert(self, context=None):
        """Return the digit-wise inversion of the (logical) operand."""
        context = context or getcontext()
        return self.logical_xor(Decimal._make(0, int("1" * context.prec), 0), context)

    # Roots, powers and logarithms

    def sqrt(self, context=None):
        """Return the square root of the argument to full precision."""
        context = context or getcontext()
        if self._special:
            nan = self._nan(context)
            if nan is not None:
                return nan
            return context._invalid() if self._sign else self
        if not self._int:
            return Decimal._make(self._sign, 0, self._exp // 2)._fixed(context)
        if self._sign:
            return context._invalid()
        number, exponent = self._int, self._exp
        if exponent & 1:
            number *= 10
            exponent -= 1
        ideal = exponent // 2
        shift = context.prec + 1 - (_count_digits(number) + 1) // 2
        if shift >= 0:
            number *= 100**shift
            exact = True
        else:
            number, rest = divmod(number, 100**-shift)
            exact = not rest
        exponent = ideal - shift
        root = _math.isqrt(number)
        exact = exact and root * root == number
        if exact:
            while exponent < ideal and root % 10 == 0:
                root //= 10
                exponent += 1
            if exponent > ideal:
                root *= 10**(exponent - ideal)
                exponent = ideal
        else:
            root += root % 5 == 0
        result = Decimal._make(0, root, exponent)._fixed(context._with(rounding=ROUND_HALF_EVEN, traps=[]))
        if not exact:
            context._signal(Inexact, Rounded)
        return result

    def exp(self, context=None):
        """Return e**self, correctly rounded."""
        context = context or getcontext()
        nan = self._nan(context)
        if nan is not None:
            return nan
        if self._special:
            return Decimal(0) if self._sign else self
        if not self._int:
            return Decimal(1)
        if self.adjusted() > _count_digits(context.Emax) + 2:
            exponent = context.Etiny() - 2 if self._sign else context.Emax + 1
            return _half_even(Decimal._make(0, 1, exponent), context)
        return _correct(context, lambda precision: _exp_digits(self, precision))

    def ln(self, context=None):
        """Return the natural (base e) logarithm of the operand, correctly rounded."""
        return self._logarithm(context or getcontext(), _ln_digits)

    def log10(self, context=None):
        """Return the base ten logarithm of the operand, correctly rounded."""
        context = context or getcontext()
        if self._special is None and not self._sign and self._int:
            digits = str(self._int)
            if digits.rstrip("0") == "1":
                return _half_even(Decimal(self._exp + len(digits) - 1), context)
        return self._logarithm(context, _log10_digits)

    def _logarithm(self, context, digits):
        nan = self._nan(context)
        if nan is not None:
            return nan
        if self._special:
            return context._invalid() if self._sign else self
        if not self._int:
            return Decimal._make(1, 0, 0, "F")
        if self._sign:
            return context._invalid()
        if self._order(Decimal(1)) == 0:
            return Decimal(0)
        return _correct(context, lambda precision: digits(self, precision))

    def __pow__(self, other, modulo=None):
        other = _converted(other)
        if other is None:
            return NotImplemented
        if modulo is not None:
            modulo = _converted(modulo)
            if modulo is None:
                return NotImplemented
            return _power_modulo(self, other, modulo, getcontext())
        return _power(self, other, getcontext())

    def __rpow__(self, other):
        other = _converted(other)
        return NotImplemented if other is None else other ** self


class _Ratio:
    """A number that orders by value, exactly."""

    def __init__(self, numerator, denominator, sign):
        self.parts = numerator, denominator

    def __lt__(self, other):
        if isinstance(other, _Ratio):
            return self.parts[0] * other.parts[1] < other.parts[0] * self.parts[1]
        return self.parts[0] < 0

    def __gt__(self, other):
        if isinstance(other, _Ratio):
            return self.parts[0] * other.parts[1] > other.parts[0] * self.parts[1]
        return self.parts[0] > 0

    def __eq__(self, other):
        if isinstance(other, _Ratio):
            return self.parts[0] * other.parts[1] == other.parts[0] * self.parts[1]
        return False


def _half_even(value, context):
    """Rounded to nearest whatever the context says."""
    rounding = context.rounding
    if rounding == ROUND_HALF_EVEN:
        return value._fixed(context)
    context.rounding = ROUND_HALF_EVEN
    try:
        return value._fixed(context)
    finally:
        context.rounding = rounding


def _correct(context, digits):
    """The correctly rounded value of what `digits(precision)` approximates: a sign, a coefficient and an exponent, wrong by
    less than ten units of the coefficient's last place. It never lies exactly between two results."""
    extra = 4
    while True:
        sign, number, exponent = digits(context.prec + extra)
        count = _count_digits(number)
        drop = count - context.prec
        if drop > 1:
            tail = number % 10**drop
            half = 5 * 10**(drop - 1)
            if abs(tail - half) > 20 and 20 < tail < 10**drop - 20 or drop > 60:
                break
        extra += extra
    return _half_even(Decimal._make(sign, number, exponent), context)


def _exp_scaled(number, scale):
    """exp(number / scale) * scale, for any integer, nearly."""
    # Halved until small, summed up as a series, squared back.
    halvings = max(number.bit_length() - scale.bit_length(), 0) + 8
    guard = halvings + 16
    number <<= guard
    scale_bits = scale << guard
    reduced = number >> halvings
    total = term = scale_bits
    count = 0
    while term:
        count += 1
        term = term * reduced // (scale_bits * count)
        total += term
    for _ in range(halvings):
        total = total * total // scale_bits
    return total >> guard


_constants = {}


def _ln10_scaled(precision):
    """ln(10) * 10**precision, nearly."""
    known = _constants.get("ln10")
    if known is None or known[0] < precision:
        working = precision + 10
        unit = 10**working

        def inverse_tangent(divisor):
            # atanh(1 / divisor)
            power = total = unit // divisor
            square = divisor * divisor
            index = 1
            while power:
                power //= square
                index += 2
                total += power // index
            return total

        # ln 10 = 46 atanh(1/31) + 34 atanh(1/49) + 20 atanh(1/161)
        value = 46 * inverse_tangent(31) + 34 * inverse_tangent(49) + 20 * inverse_tangent(161)
        known = _constants["ln10"] = (working, value)
    return known[1] // 10**(known[0] - precision)


def _ln_scaled(number, exponent, precision):
    """ln(number * 10**exponent) * 10**precision, nearly."""
    working = precision + 10
    unit = 10**working
    digits = _count_digits(number)
    # The number as m * 10**k with m near 1, and m's logarithm by Newton's method.
    power = digits + exponent
    if number * 3 < 10**digits:
        power -= 1
    shift = working + exponent - power
    scaled = number * 10**shift if shift >= 0 else number // 10**-shift
    value = int(_math.log(scaled / unit) * 2**60) * unit >> 60
    for _ in range(working.bit_length() + 2):
        grown = _exp_scaled(value, unit)
        change = 2 * unit * (scaled - grown) // (scaled + grown)
        value += change
        if abs(change) < 2:
            break
    total = value + power * _ln10_scaled(working)
    return total // 10**(working - precision)


def _exp_digits(value, precision):
    # exp(x) = 10**k * exp(r), so that the digits wanted are digits of exp(r).
    working = precision + max(value.adjusted(), 0) + 5
    shift = value._exp + working
    number = value._int * 10**shift if shift >= 0 else value._int // 10**-shift
    if value._sign:
        number = -number
    ln10 = _ln10_scaled(working)
    power, rest = divmod(number, ln10)
    result = _exp_scaled(rest, 10**working)
    return 0, result // 10**(working - precision), power - precision


def _leading_zeros(value):
    """How many zeros ln(value) has behind the point, about: many if the value is near 1."""
    quiet = Context(30, ROUND_HALF_EVEN, MIN_EMIN, MAX_EMAX, 1, 0, [], [])
    distance = value._plus(Decimal(-1), quiet)
    return max(0, -distance.adjusted())


def _ln_digits(value, precision):
    places = precision + _leading_zeros(value) + 2
    result = _ln_scaled(value._int, value._exp, places)
    return int(result < 0), abs(result), -places


def _log10_digits(value, precision):
    places = precision + _leading_zeros(value) + 4
    working = places + 5
    result = _ln_scaled(value._int, value._exp, working) * 10**working // _ln10_scaled(working)
    result //= 10**(working - places)
    return int(result < 0), abs(result), -places


def _power(base, exponent, context):
    nan = base._nan(context, exponent)
    if nan is not None:
        return nan
    if exponent.is_zero():
        return context._invalid() if base.is_zero() else Decimal(1)
    is_whole = exponent._special is None and (
        exponent._exp >= 0 or exponent._int % 10**min(-exponent._exp, _count_digits(exponent._int) + 1) == 0)
    sign = 0
    if base._sign:
        if is_whole:
            sign = int(exponent) & 1
        elif base:
            return context._invalid()
        base = base.copy_abs()
    if base.is_zero():
        if exponent._sign:
            return Decimal._make(sign, 0, 0, "F")
        return Decimal._make(sign, 0, 0)
    if base._special:
        return Decimal._make(sign, 0, 0) if exponent._sign else Decimal._make(sign, 0, 0, "F")
    order = base._order(Decimal(1))
    if exponent._special:
        if order == 0:
            context._signal(Inexact, Rounded)
            return Decimal._make(sign, 10**(context.prec - 1), 1 - context.prec)
        return Decimal._make(sign, 0, 0) if (order > 0) == bool(exponent._sign) else Decimal._make(sign, 0, 0, "F")
    if order == 0 and is_whole:
        if base._exp == 0 or exponent._sign:
            return Decimal._make(sign, 1, 0)
        ideal = base._exp * int(exponent)
        if ideal < 1 - context.prec:
            ideal = 1 - context.prec
            context._signal(Rounded)
        return Decimal._make(sign, 10**-ideal, ideal)
    if is_whole:
        count = abs(int(exponent))
        if count * _count_digits(base._int) < 20000:
            number = base._int**count
            if not exponent._sign:
                return Decimal._make(sign, number, base._exp * count)._fixed(context)
            return Decimal._make(sign, 1, 0)._over(Decimal._make(0, number, base._exp * count), context)
    # b**e = exp(e ln b), out of range or rounded.
    estimate = _math.log10(base._int / 10**(_count_digits(base._int) - 1) if base._int < 10**300 else 1) + base.adjusted()
    size = exponent.adjusted() + _count_digits(int(abs(estimate)) + 1)
    if size > _count_digits(context.Emax) + 2:
        grows = (order > 0) != bool(exponent._sign)
        return _half_even(Decimal._make(sign, 1, context.Emax + 1 if grows else context.Etiny() - 2), context)

    def digits(precision):
        places = precision + max(size, 0) + max(exponent.adjusted(), 0) + 10
        logarithm = _ln_scaled(base._int, base._exp, places + _leading_zeros(base))
        product = Decimal._make(
            int(logarithm < 0) ^ exponent._sign, abs(logarithm) * exponent._int,
            exponent._exp - places - _leading_zeros(base))
        _, number, power = _exp_digits(product, precision)
        return sign, number, power

    exact = _exact_root(base, exponent, context.prec)
    if exact is not None:
        context._signal(Inexact, Rounded)
        pad = context.prec - _count_digits(exact[0])
        if pad > 0:
            exact = exact[0] * 10**pad, exact[1] - pad
        return Decimal._make(sign, *exact)._fixed(context)
    return _correct(context, digits)


def _exact_root(base, exponent, precision):
    """base**exponent if that is a short decimal number, as coefficient and exponent; None otherwise."""
    numerator, denominator = exponent.as_integer_ratio()
    if denominator == 1 or denominator > 64 or abs(numerator) > 1000:
        return None
    top, bottom = base.as_integer_ratio()

    def root(number):
        guess = 1 << -(-number.bit_length() // denominator)
        while True:
            better = ((denominator - 1) * guess + number // guess**(denominator - 1)) // denominator
            if better >= guess:
                return guess if guess**denominator == number else None
            guess = better

    if base.adjusted() > 2000 or base.adjusted() < -2000:
        return None
    top, bottom = root(top), root(bottom)
    if top is None or bottom is None:
        return None
    top, bottom = top**abs(numerator), bottom**abs(numerator)
    if numerator < 0:
        top, bottom = bottom, top
    power = 0
    while bottom % 10 == 0:
        bottom //= 10
        power += 1
    for prime, other in ((2, 5), (5, 2)):
        while bottom % prime == 0:
            bottom //= prime
            top *= other
            power += 1
    if bottom != 1 or _count_digits(top) > precision:
        return None
    return top, -power


def _power_modulo(base, exponent, modulo, context):
    for value in (base, exponent, modulo):
        nan = value._nan(context)
        if nan is not None:
            return nan
        if value._special or value != value.to_integral_value():
            return context._invalid()
    if exponent._sign or not modulo or (not base and not exponent) or modulo.adjusted() >= context.prec:
        return context._invalid()
    number = pow(abs(int(base)), int(exponent), abs(int(modulo)))
    return Decimal._make(base._sign if int(exponent) & 1 else 0, number, 0)


def _rounding(rounding, context):
    if rounding is None:
        return context.rounding
    if rounding not in _ROUNDINGS:
        raise TypeError(
            "valid values for rounding are:\n  [ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_DOWN,\n"
            "   ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN,\n   ROUND_05UP]")
    return rounding


def _parsed(cls, text, context):
    body = text.strip().replace("_", "")
    sign = 0
    if body[:1] in ("+", "-"):
        sign = int(body[0] == "-")
        body = body[1:]
    lower = body.lower()
    if lower in ("inf", "infinity"):
        return cls._make(sign, 0, 0, "F")
    for prefix, special in (("snan", "N"), ("nan", "n")):
        if lower.startswith(prefix):
            rest = lower[len(prefix):]
            if not rest or rest.isdecimal():
                return cls._make(sign, int(rest or "0"), 0, special)
            break
    number, mark, power = lower.partition("e")
    whole, _, fraction = number.partition(".")
    digits = whole + fraction
    bare = power[1:] if power[:1] in ("+", "-") else power
    if not digits.isdecimal() or (mark and not bare.isdecimal()):
        context._signal(ConversionSyntax)
        return cls._make(0, 0, 0, "n")
    exponent = (int(power) if mark else 0) - len(fraction)
    return cls._make(sign, int(digits), exponent)


def _from_tuple(cls, value):
    if len(value) != 3:
        raise ValueError("argument must be a sequence of length 3")
    sign, digits, exponent = value
    if not isinstance(sign, int) or sign not in (0, 1):
        raise ValueError("sign must be an integer with the value 0 or 1")
    if isinstance(exponent, str):
        if exponent not in ("F", "n", "N"):
            raise ValueError("string argument in the third position must be 'F', 'n' or 'N'")
        if exponent == "F":
            return cls._make(sign, 0, 0, "F")
    elif not isinstance(exponent, int):
        raise ValueError("exponent must be an integer")
    number = 0
    for digit in digits:
        if not isinstance(digit, int) or not 0 <= digit <= 9:
            raise ValueError("coefficient must be a tuple of digits")
        number = number * 10 + digit
    if isinstance(exponent, str):
        return cls._make(sign, number, 0, exponent)
    return cls._make(sign, number, exponent)


def _format_parts(spec):
    """Fill, alignment, sign, zero padding, width, grouping, precision and type; None if the text is no format."""
    place = 0
    fill, align = " ", ""
    if len(spec) > 1 and spec[1] in "<>=^":
        fill, align, place = spec[0], spec[1], 2
    elif spec[:1] and spec[0] in "<>=^":
        align, place = spec[0], 1
    sign = "-"
    if spec[place:place + 1] and spec[place] in "+- ":
        sign = spec[place]
        place += 1
    zero = spec[place:place + 1] == "0"
    if zero:
        if align:
            return None
        fill, align = "0", "="
        place += 1
    start = place
    while spec[place:place + 1].isdecimal():
        place += 1
    width = int(spec[start:place] or "0")
    comma = spec[place:place + 1] == ","
    place += comma
    precision = None
    if spec[place:place + 1] == ".":
        start = place + 1
        place = start
        while spec[place:place + 1].isdecimal():
            place += 1
        if place == start:
            return None
        precision = int(spec[start:place])
    kind = spec[place:]
    if kind not in ("", "e", "E", "f", "F", "g", "G", "n", "%"):
        return None
    return fill, align or ">", sign, zero, width, comma, precision, kind


def _formatted(value, spec, context):
    if not isinstance(spec, str):
        raise TypeError("format arg must be str")
    parts = _format_parts(spec)
    if parts is None:
        raise ValueError("invalid format string")
    fill, align, plus, zero, width, comma, precision, kind = parts
    sign = "-" if value._sign else "" if plus == "-" else plus
    if value._special:
        body = value.copy_abs()._text(False, 1) + ("%" if kind == "%" else "")
        if zero:
            fill, align = " ", ">"
        return _padded(sign, body, fill, align, width)
    kind = kind or ("G" if context.capitals else "g")
    kind = "g" if kind == "n" else kind
    if kind == "%":
        value = Decimal._make(value._sign, value._int, value._exp + 2)
    if precision is not None:
        if kind in "eE":
            digits = _count_digits(value._int)
            if value._int:
                value = value._rescaled(value._exp + digits - precision - 1, context.rounding)[0]
                if _count_digits(value._int) > precision + 1:
                    value = value._rescaled(value._exp + 1, context.rounding)[0]
        elif kind in "fF%":
            value = value._rescaled(-precision, context.rounding)[0]
        elif _count_digits(value._int) > max(precision, 1):
            wanted = max(precision, 1)
            value = value._rescaled(value._exp + _count_digits(value._int) - wanted, context.rounding)[0]
            if _count_digits(value._int) > wanted:
                value = value._rescaled(value._exp + 1, context.rounding)[0]
    if not value._int and kind in "fF%" and value._exp > 0:
        value = value._rescaled(0, context.rounding)[0]
    digits = str(value._int)
    left = value._exp + len(digits)
    if kind in "eE":
        point = 1 - precision if not value._int and precision is not None else 1
    elif kind in "fF%":
        point = left
    elif value._exp <= 0 and left > -6:
        point = left
    else:
        point = 1
    if point <= 0:
        whole, fraction = "0", "0" * -point + digits
    elif point > len(digits):
        whole, fraction = digits + "0" * (point - len(digits)), ""
    else:
        whole, fraction = digits[:point], digits[point:]
    end = ""
    if left != point or kind in "eE":
        end = f"{'E' if kind in 'EG' else 'e'}{left - point:+d}"
    if kind == "%":
        end += "%"
    tail = ("." + fraction if fraction else "") + end
    if comma:
        if zero:
            need = max(width - len(sign) - len(tail), 1)
            while len(_grouped(whole)) < need:
                whole = "0" + whole
        whole = _grouped(whole)
    return _padded(sign, whole + tail, fill, align, width)


def _grouped(digits):
    first = len(digits) % 3 or 3
    return ",".join([digits[:first]] + [digits[place:place + 3] for place in range(first, len(digits), 3)])


def _padded(sign, body, fill, align, width):
    missing = max(width - len(sign) - len(body), 0)
    if align == "<":
        return sign + body + fill * missing
    if align == ">":
        return fill * missing + sign + body
    if align == "=":
        return sign + fill * missing + body
    return fill * (missing // 2) + sign + body + fill * (missing - missing // 2)


_NAN = Decimal._make(0, 0, 0, "n")
_Number.register(Decimal)

DefaultContext = Context(28, ROUND_HALF_EVEN, -999999, 999999, 1, 0, [], [DivisionByZero, Overflow, InvalidOperation])
BasicContext = Context(
    9, ROUND_HALF_UP, -999999, 999999, 1, 0, [], [DivisionByZero, Overflow, InvalidOperation, Clamped, Underflow])
ExtendedContext = Context(9, ROUND_HALF_EVEN, -999999, 999999, 1, 0, [], [])
_current = DefaultContext.copy()


def getcontext():
    """Get the current default context."""
    return _current


def setcontext(context, /):
    """Set a new default context."""
    global _current
    if not isinstance(context, Context):
        raise TypeError("argument must be a context")
    if context in (DefaultContext, BasicContext, ExtendedContext):
        context = context.copy()
        context.clear_flags()
    _current = context


class _ContextManager:
    def __init__(self, context):
        self.new = context

    def __enter__(self):
        self.saved = getcontext()
        setcontext(self.new)
        return self.new

    def __exit__(self, exc_type, exc_value, traceback):
        setcontext(self.saved)


def localcontext(ctx=None, **kwargs):
    """Return a context manager that will set the default context to a copy of ctx on entry to the with-statement."""
    if ctx is None:
        ctx = getcontext()
    elif not isinstance(ctx, Context):
        raise TypeError("optional argument must be a context")
    ctx = ctx.copy()
    for name, value in kwargs.items():
        if name not in ("prec", "rounding", "Emin", "Emax", "capitals", "clamp", "flags", "traps"):
            raise TypeError(f"'{name}' is an invalid keyword argument for this function")
        setattr(ctx, name, value)
    return _ContextManager(ctx)


def _context_method(name, count, operation):
    def method(self, *operands):
        if len(operands) != count:
            raise TypeError(f"{name}() takes exactly {count} argument{'s' * (count != 1)} ({len(operands)} given)")
        return operation(self, *map(_needed, operands))

    method.__name__ = name
    method.__qualname__ = "Context." + name
    setattr(Context, name, method)


def _in_context(context, operation):
    """The operation with the context as the current one."""
    global _current
    saved = _current
    _current = context
    try:
        return operation()
    finally:
        _current = saved


for _name, _operation in {
    "add": lambda c, a, b: a._plus(b, c), "multiply": lambda c, a, b: a._times(b, c),
    "subtract": lambda c, a, b: a._plus(b if b.is_nan() else b.copy_negate(), c),
    "divide": lambda c, a, b: a._over(b, c), "divide_int": lambda c, a, b: a._whole_over(b, c),
    "remainder": lambda c, a, b: a._rest_of(b, c), "divmod": lambda c, a, b: a._both_of(b, c),
}.items():
    _context_method(_name, 2, _operation)
for _name in (
    "compare", "compare_signal", "max", "max_mag", "min", "min_mag", "next_toward", "remainder_near", "rotate", "scaleb",
    "shift", "logical_and", "logical_or", "logical_xor", "compare_total", "compare_total_mag", "copy_sign"
):
    _context_method(_name, 2, lambda c, a, b, name=_name: getattr(a, name)(b, c))
_context_method("quantize", 2, lambda c, a, b: a.quantize(b, None, c))
_context_method("same_quantum", 2, lambda c, a, b: a.same_quantum(b))
_context_method("fma", 3, lambda c, a, b, d: a.fma(b, d, c))
for _name in (
    "exp", "ln", "log10", "logb", "logical_invert", "next_minus", "next_plus", "normalize", "number_class", "sqrt",
    "is_normal", "is_subnormal", "to_eng_string"
):
    _context_method(_name, 1, lambda c, a, name=_name: getattr(a, name)(c))
for _name in ("to_integral_exact", "to_integral_value", "to_integral"):
    _context_method(_name, 1, lambda c, a, name=_name: getattr(a, name)(None, c))
for _name in (
    "canonical", "copy_abs", "copy_negate", "is_canonical", "is_finite", "is_infinite", "is_nan", "is_qnan",
    "is_signed", "is_snan", "is_zero"
):
    _context_method(_name, 1, lambda c, a, name=_name: getattr(a, name)())
_context_method("abs", 1, lambda c, a: _in_context(c, a.__abs__))
_context_method("plus", 1, lambda c, a: _in_context(c, a.__pos__))
_context_method("minus", 1, lambda c, a: _in_context(c, a.__neg__))
_context_method("copy_decimal", 1, lambda c, a: a)
_context_method("to_sci_string", 1, lambda c, a: a._text(False, c.capitals))


def _context_power(self, a, b, modulo=None):
    """Compute a**b. If modulo is given, (a**b) % modulo."""
    a, b = _needed(a), _needed(b)
    return _power(a, b, self) if modulo is None else _power_modulo(a, b, _needed(modulo), self)


Context.power = _context_power
