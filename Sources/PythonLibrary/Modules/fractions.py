"""Quotients of integers, exact at any size."""

import math
import numbers
import operator
import sys

__all__ = ["Fraction"]


def _is_decimal(value):
    # Nobody has a Decimal before its module is imported.
    module = sys.modules.get("decimal")
    return module is not None and isinstance(value, module.Decimal)


def _parse(text):
    """Numerator and denominator of `a`, `a/b` or a decimal number; None if the text is none of them."""
    body = text.strip()
    sign = 1
    if body[:1] in ("+", "-"):
        sign = -1 if body[0] == "-" else 1
        body = body[1:]

    def digits(part):
        if not part or part[0] == "_" or part[-1] == "_" or "__" in part:
            return None
        bare = part.replace("_", "")
        return bare if bare.isdecimal() else None

    if "/" in body:
        top, _, bottom = body.partition("/")
        top, bottom = digits(top), digits(bottom)
        if top is None or bottom is None:
            return None
        return sign * int(top), int(bottom)
    body, mark, exponent = body.replace("E", "e").partition("e")
    power = 0
    if mark:
        bare = digits(exponent[1:] if exponent[:1] in ("+", "-") else exponent)
        if bare is None:
            return None
        power = -int(bare) if exponent[0] == "-" else int(bare)
    whole, point, rest = body.partition(".")
    if not whole and not rest:
        return None
    whole_digits = digits(whole) if whole else ""
    rest_digits = digits(rest) if rest else ""
    if whole_digits is None or rest_digits is None:
        return None
    numerator = int(whole_digits + rest_digits)
    power -= len(rest_digits)
    if power >= 0:
        return sign * numerator * 10**power, 1
    return sign * numerator, 10**-power


class Fraction(numbers.Rational):
    """A rational number in lowest terms."""

    __slots__ = ("_numerator", "_denominator")

    def __new__(cls, numerator=0, denominator=None, *, _normalize=True):
        self = super().__new__(cls)
        if denominator is None:
            if type(numerator) is int:
                self._numerator = numerator
                self._denominator = 1
                return self
            if isinstance(numerator, numbers.Rational):
                self._numerator = numerator.numerator
                self._denominator = numerator.denominator
                return self
            if isinstance(numerator, float) or _is_decimal(numerator):
                self._numerator, self._denominator = numerator.as_integer_ratio()
                return self
            if not isinstance(numerator, str):
                raise TypeError("argument should be a string or a Rational instance")
            parts = _parse(numerator)
            if parts is None:
                raise ValueError(f"Invalid literal for Fraction: {numerator!r}")
            numerator, denominator = parts
        elif type(numerator) is int is type(denominator):
            pass
        elif isinstance(numerator, numbers.Rational) and isinstance(denominator, numbers.Rational):
            numerator, denominator = (
                numerator.numerator * denominator.denominator, denominator.numerator * numerator.denominator)
        else:
            raise TypeError("both arguments should be Rational instances")
        if denominator == 0:
            raise ZeroDivisionError(f"Fraction({numerator}, 0)")
        if _normalize:
            divisor = math.gcd(numerator, denominator)
            if denominator < 0:
                divisor = -divisor
            numerator //= divisor
            denominator //= divisor
        self._numerator = numerator
        self._denominator = denominator
        return self

    @classmethod
    def from_float(cls, f):
        """The exact value of a finite float."""
        if isinstance(f, numbers.Integral):
            return cls(f)
        if not isinstance(f, float):
            raise TypeError(f"{cls.__name__}.from_float() only takes floats, not {f!r} ({type(f).__name__})")
        return cls(*f.as_integer_ratio())

    @classmethod
    def from_decimal(cls, dec):
        """The exact value of a finite `Decimal`."""
        if isinstance(dec, numbers.Integral):
            return cls(int(dec))
        if not _is_decimal(dec):
            raise TypeError(f"{cls.__name__}.from_decimal() only takes Decimals, not {dec!r} ({type(dec).__name__})")
        return cls(*dec.as_integer_ratio())

    @classmethod
    def _made(cls, numerator, denominator):
        self = super().__new__(cls)
        self._numerator = numerator
        self._denominator = denominator
        return self

    def as_integer_ratio(self):
        """Numerator and denominator."""
        return self._numerator, self._denominator

    def limit_denominator(self, max_denominator=1000000):
        """The nearest fraction whose denominator does not exceed `max_denominator`."""
        if max_denominator < 1:
            raise ValueError("max_denominator should be at least 1")
        if self._denominator <= max_denominator:
            return Fraction(self)
        before, now = (0, 1), (1, 0)
        numerator, denominator = self._numerator, self._denominator
        while True:
            term = numerator // denominator
            bottom = before[1] + term * now[1]
            if bottom > max_denominator:
                break
            before, now = now, (before[0] + term * now[0], bottom)
            numerator, denominator = denominator, numerator - term * denominator
        count = (max_denominator - before[1]) // now[1]
        # Of the two neighbours with denominators in range, the nearer; the convergent if they are equally near.
        if 2 * denominator * (before[1] + count * now[1]) <= self._denominator:
            return Fraction._made(*now)
        return Fraction._made(before[0] + count * now[0], before[1] + count * now[1])

    @property
    def numerator(a):
        return a._numerator

    @property
    def denominator(a):
        return a._denominator

    def __repr__(self):
        return f"{self.__class__.__name__}({self._numerator}, {self._denominator})"

    def __str__(self):
        return str(self._numerator) if self._denominator == 1 else f"{self._numerator}/{self._denominator}"

    def __add__(a, b):
        return _calculated(a, b, _sum, operator.add)

    def __radd__(b, a):
        return _reflected(a, b, _sum, operator.add)

    def __sub__(a, b):
        return _calculated(a, b, _difference, operator.sub)

    def __rsub__(b, a):
        return _reflected(a, b, _difference, operator.sub)

    def __mul__(a, b):
        return _calculated(a, b, _product, operator.mul)

    def __rmul__(b, a):
        return _reflected(a, b, _product, operator.mul)

    def __truediv__(a, b):
        return _calculated(a, b, _quotient, operator.truediv)

    def __rtruediv__(b, a):
        return _reflected(a, b, _quotient, operator.truediv)

    def __floordiv__(a, b):
        return _calculated(a, b, _floor_quotient, operator.floordiv)

    def __rfloordiv__(b, a):
        return _reflected(a, b, _floor_quotient, operator.floordiv)

    def __mod__(a, b):
        return _calculated(a, b, _remainder, operator.mod)

    def __rmod__(b, a):
        return _reflected(a, b, _remainder, operator.mod)

    def __divmod__(a, b):
        return _calculated(a, b, _both, divmod)

    def __rdivmod__(b, a):
        return _reflected(a, b, _both, divmod)

    def __pow__(a, b):
        if not isinstance(b, numbers.Rational):
            return float(a) ** b
        if b.denominator != 1:
            return float(a) ** float(b)
        power = b.numerator
        if power >= 0:
            return Fraction._made(a._numerator**power, a._denominator**power)
        if a._numerator >= 0:
            if a._numerator == 0:
                raise ZeroDivisionError(f"Fraction({a._denominator ** -power}, 0)")
            return Fraction._made(a._denominator**-power, a._numerator**-power)
        return Fraction._made((-a._denominator) ** -power, (-a._numerator) ** -power)

    def __rpow__(b, a):
        if b._denominator == 1 and b._numerator >= 0:
            return a**b._numerator
        if isinstance(a, numbers.Rational):
            return Fraction(a.numerator, a.denominator) ** b
        if b._denominator == 1:
            return a**b._numerator
        return a ** float(b)

    def __pos__(a):
        return Fraction._made(a._numerator, a._denominator)

    def __neg__(a):
        return Fraction._made(-a._numerator, a._denominator)

    def __abs__(a):
        return Fraction._made(abs(a._numerator), a._denominator)

    def __int__(a):
        return a.__trunc__()

    def __trunc__(a):
        return -(-a._numerator // a._denominator) if a._numerator < 0 else a._numerator // a._denominator

    def __floor__(a):
        return a._numerator // a._denominator

    def __ceil__(a):
        return -(-a._numerator // a._denominator)

    def __round__(self, ndigits=None):
        if ndigits is None:
            whole, rest = divmod(self._numerator, self._denominator)
            twice = rest * 2
            if twice > self._denominator or (twice == self._denominator and whole % 2):
                whole += 1
            return whole
        shift = 10 ** abs(ndigits)
        if ndigits > 0:
            return Fraction(round(self * shift), shift)
        return Fraction(round(self / shift) * shift)

    def __hash__(self):
        modulus = (1 << 61) - 1
        try:
            inverse = pow(self._denominator, -1, modulus)
        except ValueError:
            value = hash(math.inf)
        else:
            value = hash(hash(abs(self._numerator)) * inverse)
        result = value if self._numerator >= 0 else -value
        return -2 if result == -1 else result

    def __eq__(a, b):
        if type(b) is int:
            return a._numerator == b and a._denominator == 1
        if isinstance(b, numbers.Rational):
            return a._numerator == b.numerator and a._denominator == b.denominator
        if isinstance(b, numbers.Complex) and b.imag == 0:
            b = b.real
        if isinstance(b, float):
            if math.isnan(b) or math.isinf(b):
                return 0.0 == b
            return a == a.from_float(b)
        return NotImplemented

    def _ordered(self, other, test):
        if isinstance(other, numbers.Rational):
            return test(self._numerator * other.denominator, self._denominator * other.numerator)
        if isinstance(other, float):
            if math.isnan(other) or math.isinf(other):
                return test(0.0, other)
            return test(self, self.from_float(other))
        return NotImplemented

    def __lt__(a, b):
        return a._ordered(b, operator.lt)

    def __gt__(a, b):
        return a._ordered(b, operator.gt)

    def __le__(a, b):
        return a._ordered(b, operator.le)

    def __ge__(a, b):
        return a._ordered(b, operator.ge)

    def __bool__(a):
        return bool(a._numerator)

    def __reduce__(self):
        return self.__class__, (self._numerator, self._denominator)

    def __copy__(self):
        return self if type(self) is Fraction else self.__class__(self._numerator, self._denominator)

    def __deepcopy__(self, memo):
        return self.__copy__()


def _calculated(a, b, exact, general):
    """`a op b` for a Fraction on the left."""
    if isinstance(b, (int, Fraction)):
        return exact(a, b)
    if isinstance(b, float):
        return general(float(a), b)
    if isinstance(b, complex):
        return general(complex(a), b)
    return NotImplemented


def _reflected(a, b, exact, general):
    """`a op b` for a Fraction on the right."""
    if isinstance(a, numbers.Rational):
        return exact(a, b)
    if isinstance(a, numbers.Real):
        return general(float(a), float(b))
    if isinstance(a, numbers.Complex):
        return general(complex(a), complex(b))
    return NotImplemented


def _sum(a, b):
    below, other = a.denominator, b.denominator
    return Fraction(a.numerator * other + b.numerator * below, below * other)


def _difference(a, b):
    below, other = a.denominator, b.denominator
    return Fraction(a.numerator * other - b.numerator * below, below * other)


def _product(a, b):
    return Fraction(a.numerator * b.numerator, a.denominator * b.denominator)


def _quotient(a, b):
    top, bottom = a.numerator, a.denominator
    if b.numerator == 0:
        raise ZeroDivisionError(f"Fraction({top * b.denominator // math.gcd(top, b.numerator or top or 1)}, 0)")
    return Fraction(top * b.denominator, bottom * b.numerator)


def _floor_quotient(a, b):
    return (a.numerator * b.denominator) // (a.denominator * b.numerator)


def _both(a, b):
    quotient, rest = divmod(a.numerator * b.denominator, a.denominator * b.numerator)
    return quotient, Fraction(rest, a.denominator * b.denominator)


def _remainder(a, b):
    return Fraction((a.numerator * b.denominator) % (b.numerator * a.denominator), a.denominator * b.denominator)
