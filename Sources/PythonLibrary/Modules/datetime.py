"""Dates, times and their differences, in the proleptic Gregorian calendar."""

import math as _math
import time as _time
from operator import eq as _eq, ge as _ge, gt as _gt, index as _index, le as _le, lt as _lt

__all__ = ("date", "datetime", "time", "timedelta", "timezone", "tzinfo", "MINYEAR", "MAXYEAR", "UTC")

MINYEAR = 1
MAXYEAR = 9999

_MISSING = object()
_LAST_ORDINAL = 3652059
_DAYS_BEFORE = (0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334)
_MONTH_NAMES = ("", "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_DAY_NAMES = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def _is_leap(year):
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def _days_before_year(year):
    years = year - 1
    return years * 365 + years // 4 - years // 100 + years // 400


def _days_in_month(year, month):
    if month == 2:
        return 29 if _is_leap(year) else 28
    return 30 if month in (4, 6, 9, 11) else 31


def _days_before_month(year, month):
    return _DAYS_BEFORE[month] + (month > 2 and _is_leap(year))


def _to_ordinal(year, month, day):
    return _days_before_year(year) + _days_before_month(year, month) + day


def _from_ordinal(number):
    days = number - 1
    eras, days = divmod(days, 146097)
    centuries, days = divmod(days, 36524)
    fours, days = divmod(days, 1461)
    years, days = divmod(days, 365)
    year = eras * 400 + centuries * 100 + fours * 4 + years + 1
    if years == 4 or centuries == 4:
        return year - 1, 12, 31
    month = 1
    while days >= _days_in_month(year, month):
        days -= _days_in_month(year, month)
        month += 1
    return year, month, days + 1


def _first_week_monday(year):
    """The ordinal of the Monday that starts the ISO year."""
    first = _to_ordinal(year, 1, 1)
    weekday = (first + 6) % 7
    return first - weekday + (7 if weekday > 3 else 0)


def _required(value, name, position):
    if value is _MISSING:
        raise TypeError(f"function missing required argument '{name}' (pos {position})")
    return _index(value)


def _date_stamp(value):
    return value._year.to_bytes(2, "big") + bytes((value._month, value._day))


def _clock_stamp(value):
    return bytes((value._hour, value._minute, value._second)) + value._microsecond.to_bytes(3, "big")


def _read_clock(stamp):
    return stamp[0], stamp[1], stamp[2], int.from_bytes(stamp[3:], "big")


def _is_stamp(value, length):
    """Whether the first argument is what `__reduce__` gave rather than a number."""
    return isinstance(value, bytes) and len(value) == length


def _reduced(value, protocol, stamp, place):
    """The call that makes the value again; its fold is the top bit of a byte, in the protocols that know folds."""
    if value._fold and protocol > 3:
        stamp = stamp[:place] + bytes((stamp[place] | 128,)) + stamp[place + 1:]
    return type(value), (stamp,) if value._tzinfo is None else (stamp, value._tzinfo)


def _check_date(year, month, day):
    if not MINYEAR <= year <= MAXYEAR:
        raise ValueError(f"year {year} is out of range")
    if not 1 <= month <= 12:
        raise ValueError("month must be in 1..12")
    if not 1 <= day <= _days_in_month(year, month):
        raise ValueError("day is out of range for month")


def _check_time(hour, minute, second, microsecond, fold):
    if not 0 <= hour <= 23:
        raise ValueError("hour must be in 0..23")
    if not 0 <= minute <= 59:
        raise ValueError("minute must be in 0..59")
    if not 0 <= second <= 59:
        raise ValueError("second must be in 0..59")
    if not 0 <= microsecond <= 999999:
        raise ValueError("microsecond must be in 0..999999")
    if fold not in (0, 1):
        raise ValueError("fold must be either 0 or 1")


def _check_zone(zone):
    if zone is not None and not isinstance(zone, tzinfo):
        raise TypeError(f"tzinfo argument must be None or of a tzinfo subclass, not type '{_type_name(zone)}'")


def _type_name(value):
    kind = type(value)
    return f"datetime.{kind.__name__}" if kind.__module__ == "datetime" else kind.__name__


def _nearest(numerator, denominator):
    """The quotient rounded half to even."""
    quotient, rest = divmod(numerator, denominator)
    twice = rest * 2
    above = twice > denominator if denominator > 0 else twice < denominator
    if above or (twice == denominator and quotient % 2 == 1):
        quotient += 1
    return quotient


def _offset_text(offset, separator=":"):
    if offset is None:
        return ""
    sign = "+"
    if offset.days < 0:
        sign = "-"
        offset = -offset
    minutes, seconds = divmod(offset.seconds, 60)
    hours, minutes = divmod(minutes, 60)
    text = f"{sign}{hours:02d}{separator}{minutes:02d}"
    if seconds or offset.microseconds:
        text += f"{separator}{seconds:02d}"
        if offset.microseconds:
            text += f".{offset.microseconds:06d}"
    return text


def _time_text(hour, minute, second, microsecond, timespec):
    if timespec == "auto":
        timespec = "microseconds" if microsecond else "seconds"
    if timespec == "hours":
        return f"{hour:02d}"
    if timespec == "minutes":
        return f"{hour:02d}:{minute:02d}"
    if timespec == "seconds":
        return f"{hour:02d}:{minute:02d}:{second:02d}"
    if timespec == "milliseconds":
        return f"{hour:02d}:{minute:02d}:{second:02d}.{microsecond // 1000:03d}"
    if timespec == "microseconds":
        return f"{hour:02d}:{minute:02d}:{second:02d}.{microsecond:06d}"
    raise ValueError("Unknown timespec value")


def _format(value, pattern, timetuple):
    """`strftime`, with the fields that `time` does not know filled in first."""
    if not isinstance(pattern, str):
        raise TypeError(f"strftime() argument 1 must be str, not {_type_name(pattern)}")
    parts = []
    place = 0
    while place < len(pattern):
        letter = pattern[place]
        place += 1
        if letter != "%" or place == len(pattern):
            parts.append(letter)
            continue
        code = pattern[place]
        place += 1
        if code == "f":
            parts.append(f"{getattr(value, 'microsecond', 0):06d}")
        elif code == "z":
            offset = value.utcoffset() if hasattr(value, "utcoffset") else None
            parts.append(_offset_text(offset, ""))
        elif code == "Z":
            name = value.tzname() if hasattr(value, "tzname") else None
            parts.append("" if name is None else name.replace("%", "%%"))
        else:
            parts.append("%" + code)
    return _time.strftime("".join(parts), timetuple)


def _digits(text, start, count):
    part = text[start:start + count]
    if len(part) != count or not (part.isascii() and part.isdigit()):
        raise ValueError
    return int(part)


def _parse_date(text):
    """Year, month and day of a text in one of the ISO forms."""
    if len(text) < 7:
        raise ValueError
    year = _digits(text, 0, 4)
    dashed = text[4] == "-"
    place = 5 if dashed else 4
    if text[place] == "W":
        week = _digits(text, place + 1, 2)
        place += 3
        day = 1
        if len(text) > place:
            if (text[place] == "-") != dashed:
                raise ValueError
            place += dashed
            day = _digits(text, place, 1)
            place += 1
        if place != len(text):
            raise ValueError
        try:
            return _from_iso_week(year, week, day)
        except ValueError:
            raise ValueError from None
    month = _digits(text, place, 2)
    place += 2
    if dashed:
        if text[place:place + 1] != "-":
            raise ValueError
        place += 1
    day = _digits(text, place, 2)
    if place + 2 != len(text):
        raise ValueError
    return year, month, day


def _from_iso_week(year, week, day):
    if not MINYEAR <= year <= MAXYEAR:
        raise ValueError(f"Year is out of range: {year}")
    weeks = (_first_week_monday(year + 1) - _first_week_monday(year)) // 7
    if not 1 <= week <= weeks:
        raise ValueError(f"Invalid week: {week}")
    if not 1 <= day <= 7:
        raise ValueError(f"Invalid day: {day} (range is [1, 7])")
    return _from_ordinal(_first_week_monday(year) + (week - 1) * 7 + day - 1)


def _parse_clock(text):
    """Hour, minute, second and microsecond of `HH[:MM[:SS[.ffffff]]]` or the same without colons."""
    numbers = [0, 0, 0]
    place = 0
    colons = None
    for part in range(3):
        numbers[part] = _digits(text, place, 2)
        place += 2
        if place >= len(text):
            return (*numbers, 0)
        if part == 2:
            break
        if colons is None:
            colons = text[place] == ":"
        if colons:
            if text[place] != ":":
                raise ValueError
            place += 1
        elif text[place] in ".,":
            raise ValueError
    if text[place] not in ".,":
        raise ValueError
    fraction = text[place + 1:]
    if not fraction or not (fraction.isascii() and fraction.isdigit()):
        raise ValueError
    return (*numbers, int(fraction[:6].ljust(6, "0")))


def _parse_time(text):
    """The parts of a time and its zone."""
    if len(text) < 2:
        raise ValueError
    place = max(text.find("+"), text.find("-"), text.find("Z"))
    zone = None
    if place >= 0:
        rest = text[place + 1:]
        clock = text[:place]
        if text[place] == "Z":
            if rest:
                raise ValueError
            zone = timezone.utc
        else:
            if len(rest) in (0, 1, 3):
                raise ValueError
            hour, minute, second, microsecond = _parse_clock(rest)
            offset = timedelta(hours=hour, minutes=minute, seconds=second, microseconds=microsecond)
            if text[place] == "-":
                offset = -offset
            zone = timezone.utc if not offset else timezone(offset)
    else:
        clock = text
    return (*_parse_clock(clock), zone)


def _ordered(cls):
    """Gives a class its comparisons, each by way of `_compare(other, test)`."""

    def make(name, test):
        def compare(self, other):
            return self._compare(other, test)

        compare.__name__ = name
        compare.__qualname__ = f"{cls.__name__}.{name}"
        setattr(cls, name, compare)

    for test in (_eq, _lt, _le, _gt, _ge):
        make(f"__{test.__name__}__", test)
    return cls


def _compare_clocks(one, other, test, noun):
    """Compares times of day or dates with them, in UTC if both say what it is."""
    if one._tzinfo is other._tzinfo:
        return test(one._total(), other._total())
    mine, others = one.utcoffset(), other.utcoffset()
    if mine == others:
        return test(one._total(), other._total())
    if mine is None or others is None:
        if test is _eq:
            return False
        raise TypeError(f"can't compare offset-naive and offset-aware {noun}")
    return test(one._total() - mine._total(), other._total() - others._total())


@_ordered
class timedelta:
    """The difference between two dates or times."""

    __slots__ = ("_days", "_seconds", "_microseconds", "_hash")

    def __new__(cls, days=0, seconds=0, microseconds=0, milliseconds=0, minutes=0, hours=0, weeks=0):
        whole = 0
        fraction = 0.0
        for name, value, unit in (
            ("microseconds", microseconds, 1), ("milliseconds", milliseconds, 1000),
            ("seconds", seconds, 1000000), ("minutes", minutes, 60000000), ("hours", hours, 3600000000),
            ("days", days, 86400000000), ("weeks", weeks, 604800000000),
        ):
            if isinstance(value, int):
                whole += value * unit
            elif isinstance(value, float):
                part, integer = _math.modf(value)
                whole += int(integer) * unit
                if part:
                    rest, integer = _math.modf(part * unit)
                    whole += int(integer)
                    fraction += rest
            else:
                raise TypeError(f"unsupported type for timedelta {name} component: {_type_name(value)}")
        if fraction:
            rounded = round(fraction)
            if abs(rounded - fraction) == 0.5 and (whole + rounded) % 2:
                rounded += 1 if fraction > rounded else -1
            whole += rounded
        return cls._make(whole)

    @classmethod
    def _make(cls, total):
        days, rest = divmod(total, 86400000000)
        if not -999999999 <= days <= 999999999:
            if abs(days) >= 1 << 31:
                raise OverflowError("Python int too large to convert to C int")
            raise OverflowError(f"days={days}; must have magnitude <= 999999999")
        self = object.__new__(cls)
        self._days = days
        self._seconds, self._microseconds = divmod(rest, 1000000)
        self._hash = -1
        return self

    @property
    def days(self):
        """Number of days."""
        return self._days

    @property
    def seconds(self):
        """Number of seconds (>= 0 and less than 1 day)."""
        return self._seconds

    @property
    def microseconds(self):
        """Number of microseconds (>= 0 and less than 1 second)."""
        return self._microseconds

    def _total(self):
        return (self._days * 86400 + self._seconds) * 1000000 + self._microseconds

    def total_seconds(self):
        """All of it in seconds, as a float."""
        return self._total() / 1000000

    def __repr__(self):
        parts = []
        if self._days:
            parts.append(f"days={self._days}")
        if self._seconds:
            parts.append(f"seconds={self._seconds}")
        if self._microseconds:
            parts.append(f"microseconds={self._microseconds}")
        return f"{_shown(self)}({', '.join(parts) or '0'})"

    def __str__(self):
        minutes, seconds = divmod(self._seconds, 60)
        hours, minutes = divmod(minutes, 60)
        text = f"{hours}:{minutes:02d}:{seconds:02d}"
        if self._days:
            text = f"{self._days} day{'' if abs(self._days) == 1 else 's'}, {text}"
        if self._microseconds:
            text += f".{self._microseconds:06d}"
        return text

    def __add__(self, other):
        if isinstance(other, timedelta):
            return timedelta._make(self._total() + other._total())
        return NotImplemented

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return timedelta._make(self._total() - other._total())
        return NotImplemented

    def __rsub__(self, other):
        if isinstance(other, timedelta):
            return timedelta._make(other._total() - self._total())
        return NotImplemented

    def __neg__(self):
        return timedelta._make(-self._total())

    def __pos__(self):
        return timedelta._make(self._total())

    def __abs__(self):
        return timedelta._make(abs(self._total()))

    def __mul__(self, other):
        if isinstance(other, int):
            return timedelta._make(self._total() * other)
        if isinstance(other, float):
            numerator, denominator = other.as_integer_ratio()
            return timedelta._make(_nearest(self._total() * numerator, denominator))
        return NotImplemented

    __rmul__ = __mul__

    def __floordiv__(self, other):
        if isinstance(other, timedelta):
            return self._total() // other._total()
        if isinstance(other, int):
            return timedelta._make(self._total() // other)
        return NotImplemented

    def __truediv__(self, other):
        if isinstance(other, timedelta):
            return self._total() / other._total()
        if isinstance(other, int):
            if other == 0:
                raise ZeroDivisionError("integer division or modulo by zero")
            return timedelta._make(_nearest(self._total(), other))
        if isinstance(other, float):
            numerator, denominator = other.as_integer_ratio()
            if numerator == 0:
                raise ZeroDivisionError("integer division or modulo by zero")
            return timedelta._make(_nearest(self._total() * denominator, numerator))
        return NotImplemented

    def __mod__(self, other):
        if isinstance(other, timedelta):
            return timedelta._make(self._total() % other._total())
        return NotImplemented

    def __divmod__(self, other):
        if isinstance(other, timedelta):
            quotient, rest = divmod(self._total(), other._total())
            return quotient, timedelta._make(rest)
        return NotImplemented

    def _compare(self, other, test):
        return test(self._total(), other._total()) if isinstance(other, timedelta) else NotImplemented

    def __hash__(self):
        if self._hash == -1:
            self._hash = hash((self._days, self._seconds, self._microseconds))
        return self._hash

    def __bool__(self):
        return bool(self._days or self._seconds or self._microseconds)

    def __reduce__(self):
        return type(self), (self._days, self._seconds, self._microseconds)


def _shown(value):
    kind = type(value)
    return kind.__name__ if kind.__module__ != "datetime" else f"datetime.{kind.__name__}"


timedelta.min = timedelta(-999999999)
timedelta.max = timedelta(days=999999999, hours=23, minutes=59, seconds=59, microseconds=999999)
timedelta.resolution = timedelta(microseconds=1)


class tzinfo:
    """Abstract base of time zones."""

    def tzname(self, dt):
        """What the zone is called at that time."""
        raise NotImplementedError("a tzinfo subclass must implement tzname()")

    def utcoffset(self, dt):
        """datetime -> timedelta showing offset from UTC, negative values indicating West of UTC"""
        raise NotImplementedError("a tzinfo subclass must implement utcoffset()")

    def dst(self, dt):
        """datetime -> DST offset as timedelta positive east of UTC."""
        raise NotImplementedError("a tzinfo subclass must implement dst()")

    def fromutc(self, dt):
        """The local time of a time in UTC."""
        if not isinstance(dt, datetime):
            raise TypeError("fromutc: argument must be a datetime")
        if dt.tzinfo is not self:
            raise ValueError("fromutc: dt.tzinfo is not self")
        offset = dt.utcoffset()
        if offset is None:
            raise ValueError("fromutc: non-None utcoffset() result required")
        saving = dt.dst()
        if saving is None:
            raise ValueError("fromutc: non-None dst() result required")
        standard = offset - saving
        if standard:
            dt += standard
            saving = dt.dst()
            if saving is None:
                raise ValueError("fromutc: tz.dst() gave inconsistent results; cannot convert")
        return dt + saving


class timezone(tzinfo):
    """A fixed offset from UTC."""

    __slots__ = ("_offset", "_name")

    def __new__(cls, offset, name=_MISSING):
        if not isinstance(offset, timedelta):
            raise TypeError(f"timezone() argument 1 must be datetime.timedelta, not {_type_name(offset)}")
        if name is _MISSING:
            if not offset:
                return cls.utc
            name = None
        elif not isinstance(name, str):
            raise TypeError(f"timezone() argument 2 must be str, not {_type_name(name)}")
        if not -86400000000 < offset._total() < 86400000000:
            raise ValueError(
                "offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24), "
                f"not {offset!r}.")
        return cls._make(offset, name)

    @classmethod
    def _make(cls, offset, name=None):
        self = object.__new__(cls)
        self._offset = offset
        self._name = name
        return self

    def __eq__(self, other):
        return self._offset == other._offset if isinstance(other, timezone) else NotImplemented

    def __hash__(self):
        return hash(self._offset)

    def __repr__(self):
        if self is timezone.utc:
            return "datetime.timezone.utc"
        if self._name is None:
            return f"datetime.timezone({self._offset!r})"
        return f"datetime.timezone({self._offset!r}, {self._name!r})"

    def __str__(self):
        return self.tzname(None)

    def _check(self, dt, name):
        if dt is not None and not isinstance(dt, datetime):
            raise TypeError(f"{name}(dt) argument must be a datetime instance or None, not {_type_name(dt)}")

    def utcoffset(self, dt):
        """Return fixed offset."""
        self._check(dt, "utcoffset")
        return self._offset

    def tzname(self, dt):
        """If name is specified when timezone is created, returns the name. Otherwise returns offset as 'UTC(+|-)HH:MM'."""
        self._check(dt, "tzname")
        if self._name is not None:
            return self._name
        return "UTC" + _offset_text(self._offset) if self._offset else "UTC"

    def dst(self, dt):
        """Return None."""
        self._check(dt, "dst")
        return None

    def fromutc(self, dt):
        """The local time of a time in UTC."""
        if not isinstance(dt, datetime):
            raise TypeError("fromutc: argument must be a datetime")
        if dt.tzinfo is not self:
            raise ValueError("fromutc: dt.tzinfo is not self")
        return dt + self._offset

    def __reduce__(self):
        return timezone, (self._offset,) if self._name is None else (self._offset, self._name)


timezone.utc = timezone._make(timedelta(0))
timezone.min = timezone._make(-timedelta(hours=23, minutes=59))
timezone.max = timezone._make(timedelta(hours=23, minutes=59))
UTC = timezone.utc


class IsoCalendarDate(tuple):
    """Year, week and weekday of the ISO calendar."""

    def __new__(cls, year, week, weekday):
        return tuple.__new__(cls, (year, week, weekday))

    @property
    def year(self):
        return self[0]

    @property
    def week(self):
        return self[1]

    @property
    def weekday(self):
        return self[2]

    def __repr__(self):
        return f"datetime.IsoCalendarDate(year={self[0]}, week={self[1]}, weekday={self[2]})"

    def __reduce__(self):
        return tuple, (tuple(self),)


@_ordered
class date:
    """A day of the calendar."""

    __slots__ = ("_year", "_month", "_day", "_hash")

    def __new__(cls, year=_MISSING, month=_MISSING, day=_MISSING):
        if _is_stamp(year, 4):
            year, month, day = year[0] << 8 | year[1], year[2], year[3]
        year = _required(year, "year", 1)
        month = _required(month, "month", 2)
        day = _required(day, "day", 3)
        _check_date(year, month, day)
        self = object.__new__(cls)
        self._year = year
        self._month = month
        self._day = day
        self._hash = -1
        return self

    @classmethod
    def fromtimestamp(cls, timestamp, /):
        """Create a date from a POSIX timestamp."""
        parts = _time.localtime(_floor_seconds(timestamp))
        return cls(parts.tm_year, parts.tm_mon, parts.tm_mday)

    @classmethod
    def today(cls):
        """Current date or datetime: same as self.__class__.fromtimestamp(time.time())."""
        return cls.fromtimestamp(_time.time())

    @classmethod
    def fromordinal(cls, ordinal, /):
        """int -> date corresponding to a proleptic Gregorian ordinal."""
        ordinal = _index(ordinal)
        if ordinal < 1:
            raise ValueError("ordinal must be >= 1")
        year, month, day = _from_ordinal(ordinal)
        if year > MAXYEAR:
            raise ValueError(f"year {year} is out of range")
        return cls(year, month, day)

    @classmethod
    def fromisoformat(cls, text, /):
        """str -> Construct a date from a string in ISO 8601 format."""
        if not isinstance(text, str):
            raise TypeError("fromisoformat: argument must be str")
        try:
            if len(text) not in (7, 8, 10):
                raise ValueError
            parts = _parse_date(text)
        except ValueError as error:
            if error.args:
                raise
            raise ValueError(f"Invalid isoformat string: {text!r}") from None
        return cls(*parts)

    @classmethod
    def fromisocalendar(cls, year, week, day):
        """int, int, int -> Construct a date from the ISO year, week number and weekday."""
        return cls(*_from_iso_week(_index(year), _index(week), _index(day)))

    @property
    def year(self):
        return self._year

    @property
    def month(self):
        return self._month

    @property
    def day(self):
        return self._day

    def __repr__(self):
        return f"{_shown(self)}({self._year}, {self._month}, {self._day})"

    def isoformat(self):
        """Return string in ISO 8601 format, YYYY-MM-DD."""
        return f"{self._year:04d}-{self._month:02d}-{self._day:02d}"

    def __str__(self):
        return self.isoformat()

    def ctime(self):
        """As C's `ctime` writes it: `Mon Jan  1 00:00:00 2024`."""
        return f"{_DAY_NAMES[self.weekday()]} {_MONTH_NAMES[self._month]} {self._day:2d} 00:00:00 {self._year:04d}"

    def strftime(self, format):
        """format -> strftime() style string."""
        return _format(self, format, self.timetuple())

    def __format__(self, spec):
        if not isinstance(spec, str):
            raise TypeError(f"__format__() argument 1 must be str, not {_type_name(spec)}")
        return self.strftime(spec) if spec else str(self)

    def timetuple(self):
        """Return time tuple, compatible with time.localtime()."""
        return _time_tuple(self, 0, 0, 0, -1)

    def toordinal(self):
        """Return proleptic Gregorian ordinal.  January 1 of year 1 is day 1."""
        return _to_ordinal(self._year, self._month, self._day)

    def weekday(self):
        """Return the day of the week represented by the date."""
        return (self.toordinal() + 6) % 7

    def isoweekday(self):
        """Return the day of the week represented by the date."""
        return self.toordinal() % 7 or 7

    def isocalendar(self):
        """Year, week and day of the week by ISO 8601."""
        year = self._year
        ordinal = self.toordinal()
        start = _first_week_monday(year)
        if ordinal < start:
            year -= 1
            start = _first_week_monday(year)
        elif ordinal >= _first_week_monday(year + 1):
            year += 1
            start = _first_week_monday(year)
        week, day = divmod(ordinal - start, 7)
        return IsoCalendarDate(year, week + 1, day + 1)

    def replace(self, year=_MISSING, month=_MISSING, day=_MISSING):
        """Return date with new specified fields."""
        return type(self)(
            self._year if year is _MISSING else year, self._month if month is _MISSING else month,
            self._day if day is _MISSING else day)

    def __add__(self, other):
        if isinstance(other, timedelta):
            return self._moved(other._days)
        return NotImplemented

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return self._moved(-other._days)
        if isinstance(other, date) and not isinstance(other, datetime):
            return timedelta(self.toordinal() - other.toordinal())
        return NotImplemented

    def _moved(self, days):
        ordinal = self.toordinal() + days
        if not 1 <= ordinal <= _LAST_ORDINAL:
            raise OverflowError("date value out of range")
        return type(self).fromordinal(ordinal)

    def _key(self):
        return self._year, self._month, self._day

    def _compare(self, other, test):
        if not isinstance(other, date):
            return NotImplemented
        if isinstance(other, datetime) == isinstance(self, datetime):
            return test(self._key(), other._key())
        if test is _eq:
            return NotImplemented
        raise TypeError(f"can't compare {_type_name(self)} to {_type_name(other)}")

    def __hash__(self):
        if self._hash == -1:
            self._hash = hash(self._key())
        return self._hash

    def __reduce__(self):
        return type(self), (_date_stamp(self),)


def _time_tuple(day, hour, minute, second, saving):
    return _time.struct_time((
        day._year, day._month, day._day, hour, minute, second, day.weekday(),
        _days_before_month(day._year, day._month) + day._day, saving))


def _floor_seconds(timestamp):
    if isinstance(timestamp, float):
        if timestamp != timestamp:
            raise ValueError("Invalid value NaN (not a number)")
        if abs(timestamp) == float("inf"):
            raise OverflowError("timestamp out of range for platform time_t")
        return _math.floor(timestamp)
    return _index(timestamp)


date.min = date(1, 1, 1)
date.max = date(9999, 12, 31)
date.resolution = timedelta(days=1)


def _offset_of(zone, name, value):
    """What the zone says about the time, checked."""
    if zone is None:
        return None
    offset = getattr(zone, name)(value)
    if offset is None:
        return None
    if not isinstance(offset, timedelta):
        raise TypeError(f"tzinfo.{name}() must return None or timedelta, not '{_type_name(offset)}'")
    if not -86400000000 < offset._total() < 86400000000:
        raise ValueError(
            "offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24).")
    return offset


def _zone_name(zone, value):
    if zone is None:
        return None
    name = zone.tzname(value)
    if name is not None and not isinstance(name, str):
        raise TypeError(f"tzinfo.tzname() must return None or a string, not '{_type_name(name)}'")
    return name


@_ordered
class time:
    """A time of day."""

    __slots__ = ("_hour", "_minute", "_second", "_microsecond", "_tzinfo", "_fold", "_hash")

    def __new__(cls, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0):
        if _is_stamp(hour, 6):
            tzinfo = minute or None
            hour, minute, second, microsecond = _read_clock(hour)
            hour, fold = hour & 127, hour >> 7
        hour, minute, second = _index(hour), _index(minute), _index(second)
        microsecond, fold = _index(microsecond), _index(fold)
        _check_time(hour, minute, second, microsecond, fold)
        _check_zone(tzinfo)
        self = object.__new__(cls)
        self._hour = hour
        self._minute = minute
        self._second = second
        self._microsecond = microsecond
        self._tzinfo = tzinfo
        self._fold = fold
        self._hash = -1
        return self

    @classmethod
    def fromisoformat(cls, text, /):
        """string -> time from a string in ISO 8601 format"""
        if not isinstance(text, str):
            raise TypeError("fromisoformat: argument must be str")
        try:
            parts = _parse_time(text[1:] if text.startswith("T") else text)
        except ValueError as error:
            if error.args:
                raise
            raise ValueError(f"Invalid isoformat string: {text!r}") from None
        return cls(*parts)

    @property
    def hour(self):
        return self._hour

    @property
    def minute(self):
        return self._minute

    @property
    def second(self):
        return self._second

    @property
    def microsecond(self):
        return self._microsecond

    @property
    def tzinfo(self):
        return self._tzinfo

    @property
    def fold(self):
        return self._fold

    def utcoffset(self):
        """Return self.tzinfo.utcoffset(self)."""
        return _offset_of(self._tzinfo, "utcoffset", None)

    def dst(self):
        """Return self.tzinfo.dst(self)."""
        return _offset_of(self._tzinfo, "dst", None)

    def tzname(self):
        """Return self.tzinfo.tzname(self)."""
        return _zone_name(self._tzinfo, None)

    def isoformat(self, timespec="auto"):
        """Return string in ISO 8601 format, [HH[:MM[:SS[.mmm[uuu]]]]][+HH:MM]."""
        text = _time_text(self._hour, self._minute, self._second, self._microsecond, timespec)
        return text + _offset_text(self.utcoffset())

    def __str__(self):
        return self.isoformat()

    def __repr__(self):
        return f"{_shown(self)}({_clock_arguments(self)}{_zone_arguments(self)})"

    def strftime(self, format):
        """format -> strftime() style string."""
        return _format(self, format, (1900, 1, 1, self._hour, self._minute, self._second, 0, 1, -1))

    def __format__(self, spec):
        if not isinstance(spec, str):
            raise TypeError(f"__format__() argument 1 must be str, not {_type_name(spec)}")
        return self.strftime(spec) if spec else str(self)

    def replace(
        self, hour=_MISSING, minute=_MISSING, second=_MISSING, microsecond=_MISSING, tzinfo=_MISSING, *,
        fold=_MISSING
    ):
        """Return time with new specified fields."""
        return type(self)(
            self._hour if hour is _MISSING else hour, self._minute if minute is _MISSING else minute,
            self._second if second is _MISSING else second,
            self._microsecond if microsecond is _MISSING else microsecond,
            self._tzinfo if tzinfo is _MISSING else tzinfo, fold=self._fold if fold is _MISSING else fold)

    def __bool__(self):
        return True

    def _total(self):
        return ((self._hour * 60 + self._minute) * 60 + self._second) * 1000000 + self._microsecond

    def _compare(self, other, test):
        return _compare_clocks(self, other, test, "times") if isinstance(other, time) else NotImplemented

    def __hash__(self):
        if self._hash == -1:
            offset = self.utcoffset()
            self._hash = hash(self._total() - (0 if offset is None else offset._total()))
        return self._hash

    def __reduce_ex__(self, protocol):
        return _reduced(self, protocol, _clock_stamp(self), 0)

    def __reduce__(self):
        return self.__reduce_ex__(2)


def _clock_arguments(value):
    text = f"{value._hour}, {value._minute}"
    if value._second or value._microsecond:
        text += f", {value._second}"
    if value._microsecond:
        text += f", {value._microsecond}"
    return text


def _zone_arguments(value):
    text = ", fold=1" if value._fold else ""
    return text if value._tzinfo is None else f"{text}, tzinfo={value._tzinfo!r}"


time.min = time(0, 0)
time.max = time(23, 59, 59, 999999)
time.resolution = timedelta(microseconds=1)


@_ordered
class datetime(date):
    """A date and a time of day."""

    __slots__ = ("_hour", "_minute", "_second", "_microsecond", "_tzinfo", "_fold")

    def __new__(
        cls, year=_MISSING, month=_MISSING, day=_MISSING, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *,
        fold=0
    ):
        if _is_stamp(year, 10):
            stamp = year
            tzinfo = None if month is _MISSING else month
            year, month, day, fold = stamp[0] << 8 | stamp[1], stamp[2] & 127, stamp[3], stamp[2] >> 7
            hour, minute, second, microsecond = _read_clock(stamp[4:])
        year = _required(year, "year", 1)
        month = _required(month, "month", 2)
        day = _required(day, "day", 3)
        hour, minute, second = _index(hour), _index(minute), _index(second)
        microsecond, fold = _index(microsecond), _index(fold)
        _check_date(year, month, day)
        _check_time(hour, minute, second, microsecond, fold)
        _check_zone(tzinfo)
        self = object.__new__(cls)
        self._year = year
        self._month = month
        self._day = day
        self._hour = hour
        self._minute = minute
        self._second = second
        self._microsecond = microsecond
        self._tzinfo = tzinfo
        self._fold = fold
        self._hash = -1
        return self

    @classmethod
    def _from_stamp(cls, timestamp, parts_of, zone):
        if isinstance(timestamp, float):
            if timestamp != timestamp:
                raise ValueError("Invalid value NaN (not a number)")
            fraction, seconds = _math.modf(timestamp)
            if abs(seconds) >= 2.0 ** 63:
                raise OverflowError("timestamp out of range for platform time_t")
            micro = round(fraction * 1e6)
            seconds = int(seconds)
            if micro >= 1000000:
                seconds += 1
                micro -= 1000000
            elif micro < 0:
                seconds -= 1
                micro += 1000000
        else:
            seconds, micro = _index(timestamp), 0
        parts = parts_of(seconds)
        return cls(*parts[:5], min(parts[5], 59), micro, zone)

    @classmethod
    def fromtimestamp(cls, timestamp, tz=None):
        """timestamp[, tz] -> tz's local time from POSIX timestamp."""
        _check_zone(tz)
        if tz is None:
            return cls._from_stamp(timestamp, _time.localtime, None)
        return tz.fromutc(cls._from_stamp(timestamp, _time.gmtime, tz))

    @classmethod
    def utcfromtimestamp(cls, timestamp, /):
        """Seconds since 1970 as a time in UTC, without a zone."""
        return cls._from_stamp(timestamp, _time.gmtime, None)

    @classmethod
    def now(cls, tz=None):
        """Returns new datetime object representing current time local to tz."""
        return cls.fromtimestamp(_time.time(), tz)

    @classmethod
    def utcnow(cls):
        """Return a new datetime representing UTC day and time."""
        return cls.utcfromtimestamp(_time.time())

    @classmethod
    def combine(cls, date, time, tzinfo=_MISSING):
        """date, time -> datetime with same date and time fields"""
        if not isinstance(date, _date):
            raise TypeError(f"combine() argument 1 must be datetime.date, not {_type_name(date)}")
        if not isinstance(time, _time_class):
            raise TypeError(f"combine() argument 2 must be datetime.time, not {_type_name(time)}")
        zone = time._tzinfo if tzinfo is _MISSING else tzinfo
        return cls(
            date._year, date._month, date._day, time._hour, time._minute, time._second, time._microsecond, zone,
            fold=time._fold)

    @classmethod
    def fromisoformat(cls, text, /):
        """string -> datetime from a string in most ISO 8601 formats"""
        if not isinstance(text, str):
            raise TypeError("fromisoformat: argument must be str")
        try:
            place = _date_length(text)
            parts = _parse_date(text[:place])
            clock = (0, 0, 0, 0, None)
            if len(text) > place:
                clock = _parse_time(text[place + 1:])
        except ValueError as error:
            if error.args:
                raise
            raise ValueError(f"Invalid isoformat string: {text!r}") from None
        return cls(*parts, *clock)

    @classmethod
    def strptime(cls, text, format, /):
        """Reads a text by a format."""
        for place, value in enumerate((text, format), 1):
            if not isinstance(value, str):
                if place == 1:
                    raise TypeError(f"strptime() argument 1 must be str, not {_type_name(value)}")
                raise TypeError(f"strptime() argument 2 must be str, not {_type_name(value)}")
        import _strptime
        parts, micro, offset, name = _strptime.parse(text, format)
        zone = None
        if offset is not None:
            delta = timedelta(microseconds=offset)
            zone = timezone(delta, name) if name else timezone(delta)
        return cls(*parts[:6], micro, zone)

    # Kept under the same names as in a `time`.
    hour = time.hour
    minute = time.minute
    second = time.second
    microsecond = time.microsecond
    tzinfo = time.tzinfo
    fold = time.fold

    def utcoffset(self):
        """Return self.tzinfo.utcoffset(self)."""
        return _offset_of(self._tzinfo, "utcoffset", self)

    def dst(self):
        """Return self.tzinfo.dst(self)."""
        return _offset_of(self._tzinfo, "dst", self)

    def tzname(self):
        """Return self.tzinfo.tzname(self)."""
        return _zone_name(self._tzinfo, self)

    def __repr__(self):
        day = f"{self._year}, {self._month}, {self._day}"
        return f"{_shown(self)}({day}, {_clock_arguments(self)}{_zone_arguments(self)})"

    def isoformat(self, sep="T", timespec="auto"):
        """[sep] -> string in ISO 8601 format, YYYY-MM-DDT[HH[:MM[:SS[.mmm[uuu]]]]][+HH:MM]."""
        if not isinstance(sep, str) or len(sep) != 1:
            given = "str" if isinstance(sep, str) else _type_name(sep)
            raise TypeError(f"isoformat() argument 1 must be a unicode character, not {given}")
        text = _time_text(self._hour, self._minute, self._second, self._microsecond, timespec)
        return f"{date.isoformat(self)}{sep}{text}{_offset_text(self.utcoffset())}"

    def __str__(self):
        return self.isoformat(" ")

    def ctime(self):
        """As C's `ctime` writes it: `Mon Jan  1 00:00:00 2024`."""
        clock = f"{self._hour:02d}:{self._minute:02d}:{self._second:02d}"
        return f"{_DAY_NAMES[self.weekday()]} {_MONTH_NAMES[self._month]} {self._day:2d} {clock} {self._year:04d}"

    def date(self):
        """Return date object with same year, month and day."""
        return _date(self._year, self._month, self._day)

    def time(self):
        """Return time object with same time but with tzinfo=None."""
        return _time_class(self._hour, self._minute, self._second, self._microsecond, fold=self._fold)

    def timetz(self):
        """Return time object with same time and tzinfo."""
        return _time_class(
            self._hour, self._minute, self._second, self._microsecond, self._tzinfo, fold=self._fold)

    def replace(
        self, year=_MISSING, month=_MISSING, day=_MISSING, hour=_MISSING, minute=_MISSING, second=_MISSING,
        microsecond=_MISSING, tzinfo=_MISSING, *, fold=_MISSING
    ):
        """Return datetime with new specified fields."""
        return type(self)(
            self._year if year is _MISSING else year, self._month if month is _MISSING else month,
            self._day if day is _MISSING else day, self._hour if hour is _MISSING else hour,
            self._minute if minute is _MISSING else minute, self._second if second is _MISSING else second,
            self._microsecond if microsecond is _MISSING else microsecond,
            self._tzinfo if tzinfo is _MISSING else tzinfo, fold=self._fold if fold is _MISSING else fold)

    def timetuple(self):
        """Return time tuple, compatible with time.localtime()."""
        saving = self.dst()
        flag = -1 if saving is None else int(bool(saving))
        return _time_tuple(self, self._hour, self._minute, self._second, flag)

    def utctimetuple(self):
        """Return UTC time tuple, compatible with time.localtime()."""
        offset = self.utcoffset()
        moment = self.replace(tzinfo=None)
        if offset:
            moment -= offset
        return _time_tuple(moment, moment._hour, moment._minute, moment._second, 0)

    def timestamp(self):
        """Return POSIX timestamp as float."""
        if self._tzinfo is None:
            seconds = _time.mktime(self.timetuple())
            return seconds + self._microsecond / 1e6
        return (self - _EPOCH).total_seconds()

    def astimezone(self, tz=None):
        """tz -> convert to local time in new timezone tz"""
        if tz is None:
            parts = _time.localtime(self.timestamp())
            tz = timezone(timedelta(seconds=parts.tm_gmtoff), parts.tm_zone)
        elif not isinstance(tz, _tzinfo):
            raise TypeError(f"tzinfo argument must be None or of a tzinfo subclass, not type '{_type_name(tz)}'")
        if self._tzinfo is tz:
            return self
        offset = self.utcoffset()
        if offset is None:
            parts = _time.localtime(self.timestamp())
            offset = timedelta(seconds=parts.tm_gmtoff)
        return tz.fromutc((self.replace(tzinfo=None) - offset).replace(tzinfo=tz))

    def _total(self):
        day = self.toordinal() * 86400
        return (day + self._hour * 3600 + self._minute * 60 + self._second) * 1000000 + self._microsecond

    def _shifted(self, micro):
        day, rest = divmod(self._total() + micro, 86400000000)
        if not 1 <= day <= _LAST_ORDINAL:
            raise OverflowError("date value out of range")
        seconds, micro = divmod(rest, 1000000)
        minutes, second = divmod(seconds, 60)
        hour, minute = divmod(minutes, 60)
        return type(self)(*_from_ordinal(day), hour, minute, second, micro, self._tzinfo)

    def __add__(self, other):
        return self._shifted(other._total()) if isinstance(other, timedelta) else NotImplemented

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return self._shifted(-other._total())
        if not isinstance(other, datetime):
            return NotImplemented
        difference = self._total() - other._total()
        if self._tzinfo is not other._tzinfo:
            mine, others = self.utcoffset(), other.utcoffset()
            if (mine is None) != (others is None):
                raise TypeError("can't subtract offset-naive and offset-aware datetimes")
            if mine is not None:
                difference += others._total() - mine._total()
        return timedelta._make(difference)

    def _compare(self, other, test):
        if isinstance(other, datetime):
            return _compare_clocks(self, other, test, "datetimes")
        if isinstance(other, date) and test is not _eq:
            raise TypeError(f"can't compare {_type_name(self)} to {_type_name(other)}")
        return NotImplemented

    def __hash__(self):
        if self._hash == -1:
            offset = self.utcoffset()
            self._hash = hash(self._total() - (0 if offset is None else offset._total()))
        return self._hash

    def __reduce_ex__(self, protocol):
        return _reduced(self, protocol, _date_stamp(self) + _clock_stamp(self), 2)

    def __reduce__(self):
        return self.__reduce_ex__(2)


def _date_length(text):
    """Where the date of a date and time ends."""
    if len(text) < 7:
        raise ValueError
    if text[4] == "-":
        if text[5] == "W":
            return 10 if text[8:9] == "-" and text[9:10].isdigit() else 8
        return 10
    if text[4] == "W":
        place = 7
        while place < len(text) and text[place].isdigit():
            place += 1
        if place < 9:
            return place
        return 7 if place % 2 == 0 else 8
    return 8


_date = date
_time_class = time
_tzinfo = tzinfo
_EPOCH = datetime(1970, 1, 1, tzinfo=timezone.utc)

datetime.min = datetime(1, 1, 1)
datetime.max = datetime(9999, 12, 31, 23, 59, 59, 999999)
datetime.resolution = timedelta(microseconds=1)
