"""Clocks, and times as tuples and text. Local time is UTC."""

from math import floor as _floor
from operator import index as _index
from _types import SimpleNamespace as _SimpleNamespace

from _time import (
    monotonic, monotonic_ns, perf_counter, perf_counter_ns, process_time, process_time_ns, sleep, thread_time,
    thread_time_ns, time, time_ns)

CLOCK_REALTIME, CLOCK_MONOTONIC, CLOCK_PROCESS_CPUTIME_ID, CLOCK_THREAD_CPUTIME_ID = range(4)
timezone = altzone = daylight = 0
tzname = ("UTC", "UTC")

_DAYS = ("Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday")
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December")
_FIELDS = (
    "tm_year", "tm_mon", "tm_mday", "tm_hour", "tm_min", "tm_sec", "tm_wday", "tm_yday", "tm_isdst", "tm_zone",
    "tm_gmtoff")


class struct_time(tuple):
    """The time value as returned by gmtime(), localtime(), and strptime(), and accepted by asctime(), mktime() and strftime()."""

    n_fields = 11
    n_sequence_fields = 9
    n_unnamed_fields = 0
    __match_args__ = _FIELDS[:9]

    def __new__(cls, sequence, more=None):
        if not hasattr(sequence, "__iter__") and not hasattr(sequence, "__getitem__"):
            raise TypeError("constructor requires a sequence")
        values = tuple(sequence)
        if len(values) < 9:
            raise TypeError(f"time.struct_time() takes an at least 9-sequence ({len(values)}-sequence given)")
        if len(values) > 11:
            raise TypeError(f"time.struct_time() takes an at most 11-sequence ({len(values)}-sequence given)")
        self = tuple.__new__(cls, values[:9])
        rest = dict(more or {})
        self._zone = values[9] if len(values) > 9 else rest.get("tm_zone")
        self._offset = values[10] if len(values) > 10 else rest.get("tm_gmtoff")
        return self

    tm_year = property(lambda self: self[0], doc="year, for example, 1993")
    tm_mon = property(lambda self: self[1], doc="month of year, range [1, 12]")
    tm_mday = property(lambda self: self[2], doc="day of month, range [1, 31]")
    tm_hour = property(lambda self: self[3], doc="hours, range [0, 23]")
    tm_min = property(lambda self: self[4], doc="minutes, range [0, 59]")
    tm_sec = property(lambda self: self[5], doc="seconds, range [0, 61])")
    tm_wday = property(lambda self: self[6], doc="day of week, range [0, 6], Monday is 0")
    tm_yday = property(lambda self: self[7], doc="day of year, range [1, 366]")
    tm_isdst = property(lambda self: self[8], doc="1 if summer time is in effect, 0 if not, and -1 if unknown")
    tm_zone = property(lambda self: self._zone, doc="abbreviation of timezone name")
    tm_gmtoff = property(lambda self: self._offset, doc="offset from UTC in seconds")

    def __repr__(self):
        return "time.struct_time(" + ", ".join(f"{name}={value!r}" for name, value in zip(_FIELDS, self)) + ")"

    def __reduce__(self):
        return struct_time, (tuple(self) + (self._zone, self._offset),)


def get_clock_info(name, /):
    """What is known of a clock."""
    settable = {
        "time": True, "monotonic": False, "perf_counter": False, "process_time": False, "thread_time": False,
    }.get(name)
    if settable is None:
        raise ValueError("unknown clock")
    function = "CLOCK_REALTIME" if settable else "CLOCK_MONOTONIC"
    if name in ("process_time", "thread_time"):
        function = f"CLOCK_{name[:-5].upper()}_CPUTIME_ID"
    return _SimpleNamespace(
        implementation=f"clock_gettime({function})", monotonic=not settable, adjustable=settable, resolution=1e-09)


def _days(year, month, day):
    """Days since the epoch."""
    year -= month <= 2
    era, of_era = divmod(year, 400)
    of_year = (153 * (month + (-3 if month > 2 else 9)) + 2) // 5 + day - 1
    return era * 146097 + of_era * 365 + of_era // 4 - of_era // 100 + of_year - 719468


def _seconds(value):
    if value is None:
        return _floor(time())
    if isinstance(value, float):
        if value != value:
            raise ValueError("Invalid value NaN (not a number)")
        if not -2.0 ** 63 <= value < 2.0 ** 63:
            raise OverflowError("timestamp out of range for platform time_t")
        return _floor(value)
    value = _index(value)
    if not -2 ** 63 <= value < 2 ** 63:
        raise OverflowError("timestamp out of range for platform time_t")
    return value


def gmtime(seconds=None, /):
    """Convert seconds since the Epoch to a time tuple expressing UTC (a.k.a. GMT)."""
    return _broken_down(seconds, "GMT")


def localtime(seconds=None, /):
    """Convert seconds since the Epoch to a time tuple expressing local time."""
    return _broken_down(seconds, "UTC")


def _broken_down(seconds, zone):
    days, rest = divmod(_seconds(seconds), 86400)
    era, of_era = divmod(days + 719468, 146097)
    year = (of_era - of_era // 1460 + of_era // 36524 - of_era // 146096) // 365
    of_year = of_era - (365 * year + year // 4 - year // 100)
    month = (5 * of_year + 2) // 153
    day = of_year - (153 * month + 2) // 5 + 1
    month += 3 if month < 10 else -9
    year += era * 400 + (month <= 2)
    if not -2 ** 31 <= year - 1900 < 2 ** 31:
        raise OverflowError(75, "Value too large for defined data type")
    hour, rest = divmod(rest, 3600)
    minute, second = divmod(rest, 60)
    return struct_time((
        year, month, day, hour, minute, second, (days + 3) % 7, days - _days(year, 1, 1) + 1, 0, zone, 0))


def _fields(value, name, checked=True):
    """The nine numbers of a time tuple, within their ranges."""
    if not isinstance(value, tuple):
        raise TypeError("Tuple or struct_time argument required")
    if len(value) != 9:
        raise TypeError(f"{name}(): illegal time tuple argument")
    year, month, day, hour, minute, second, weekday, of_year, saving = map(_index, value)
    if not checked:
        return year, month, day, hour, minute, second, weekday, of_year, saving
    month = month or 1
    day = day or 1
    of_year = of_year or 1
    if not 1 <= month <= 12:
        raise ValueError("month out of range")
    if not 1 <= day <= 31:
        raise ValueError("day of month out of range")
    if not 0 <= hour <= 23:
        raise ValueError("hour out of range")
    if not 0 <= minute <= 59:
        raise ValueError("minute out of range")
    if not 0 <= second <= 61:
        raise ValueError("seconds out of range")
    if weekday < -1:
        raise ValueError("day of week out of range")
    if not 1 <= of_year <= 366:
        raise ValueError("day of year out of range")
    return year, month, day, hour, minute, second, (weekday + 1) % 7, of_year, saving


def asctime(t=None, /):
    """Convert a time tuple to a string, e.g. 'Sat Jun 06 16:26:11 1998'."""
    year, month, day, hour, minute, second, weekday, _, _ = _fields(localtime() if t is None else t, "asctime")
    return f"{_DAYS[weekday][:3]} {_MONTHS[month - 1][:3]} {day:2d} {hour:02d}:{minute:02d}:{second:02d} {year}"


def ctime(seconds=None, /):
    """Convert a time in seconds since the Epoch to a string in local time."""
    return asctime(localtime(seconds))


def mktime(t, /):
    """Convert a time tuple in local time to seconds since the Epoch."""
    year, month, day, hour, minute, second, _, _, _ = _fields(t, "mktime", checked=False)
    years, month = divmod(month - 1, 12)
    days = _days(year + years, month + 1, 1) + day - 1
    return float(days * 86400 + hour * 3600 + minute * 60 + second)


def _iso_week(year, of_year, weekday):
    """Year and week of the ISO calendar; the weekday counts from Sunday."""
    week = (of_year - (weekday or 7) + 10) // 7
    if week < 1:
        return year - 1, _weeks(year - 1)
    if week > _weeks(year):
        return year + 1, 1
    return year, week


def _weeks(year):
    def last(year):
        return (year + year // 4 - year // 100 + year // 400) % 7

    return 53 if last(year) == 4 or last(year - 1) == 3 else 52


def _number(value, width, fill="0"):
    return value, width, fill


def _field(code, fields, original):
    """The text of a directive, or a number with its width and filling; None if there is no such directive."""
    year, month, day, hour, minute, second, weekday, of_year, _ = fields
    if code == "a":
        return _DAYS[weekday][:3]
    if code == "A":
        return _DAYS[weekday]
    if code in "bh":
        return _MONTHS[month - 1][:3]
    if code == "B":
        return _MONTHS[month - 1]
    if code == "C":
        return _number(year // 100, 1)
    if code == "d":
        return _number(day, 2)
    if code == "e":
        return _number(day, 2, " ")
    if code == "H":
        return _number(hour, 2)
    if code == "I":
        return _number(hour % 12 or 12, 2)
    if code == "k":
        return _number(hour, 2, " ")
    if code == "l":
        return _number(hour % 12 or 12, 2, " ")
    if code == "j":
        return _number(of_year, 3)
    if code == "m":
        return _number(month, 2)
    if code == "M":
        return _number(minute, 2)
    if code == "n":
        return "\n"
    if code == "t":
        return "\t"
    if code == "%":
        return "%"
    if code == "p":
        return "PM" if hour >= 12 else "AM"
    if code == "P":
        return "pm" if hour >= 12 else "am"
    if code == "s":
        return str(int(mktime(original)))
    if code == "S":
        return _number(second, 2)
    if code == "u":
        return str(weekday or 7)
    if code == "w":
        return str(weekday)
    if code == "U":
        return _number((of_year + 6 - weekday) // 7, 2)
    if code == "W":
        return _number((of_year + 6 - (weekday + 6) % 7) // 7, 2)
    if code == "V":
        return _number(_iso_week(year, of_year, weekday)[1], 2)
    if code == "G":
        return _number(_iso_week(year, of_year, weekday)[0], 1)
    if code == "g":
        return _number(_iso_week(year, of_year, weekday)[0] % 100, 2)
    if code == "y":
        return _number(year % 100, 2)
    if code == "Y":
        return _number(year, 1)
    if code == "z":
        return "+0000"
    if code == "Z":
        return getattr(original, "tm_zone", None) or "UTC"
    return None


_COMPOUND = {
    "c": "%a %b %e %H:%M:%S %Y", "D": "%m/%d/%y", "F": "%Y-%m-%d", "r": "%I:%M:%S %p", "R": "%H:%M",
    "T": "%H:%M:%S", "x": "%m/%d/%y", "X": "%H:%M:%S",
}


def _formatted(pattern, fields, original):
    parts = []
    place = 0
    while place < len(pattern):
        letter = pattern[place]
        start = place
        place += 1
        if letter != "%":
            parts.append(letter)
            continue
        flag = ""
        change = ""
        while place < len(pattern) and pattern[place] in "-_0^#":
            if pattern[place] in "^#":
                change = pattern[place]
            else:
                flag = pattern[place]
            place += 1
        digits = ""
        while place < len(pattern) and pattern[place].isdigit():
            digits += pattern[place]
            place += 1
        if place < len(pattern) and pattern[place] in "EO":
            place += 1
        code = pattern[place:place + 1]
        place += 1
        if code in _COMPOUND and code:
            field = _formatted(_COMPOUND[code], fields, original)
        else:
            field = _field(code, fields, original) if code else None
        if field is None:
            parts.append(pattern[start:place])
            continue
        fill = " "
        width = 0
        if isinstance(field, tuple):
            number, width, fill = field
            fill = {"-": "", "_": " ", "0": "0", "": fill}[flag]
            field = str(number)
            if number < 0 and fill == "0":
                field = "-" + field[1:].rjust((int(digits) if digits else width) - 1, "0")
        elif flag == "0":
            fill = "0"
        if digits:
            width = min(int(digits), 1024)
        if fill:
            field = field.rjust(width, fill)
        if change == "#" and code in "pZ":
            field = field.lower()
        elif change:
            field = field.upper()
        parts.append(field)
    return "".join(parts)


def strftime(format, t=None, /):
    """Convert a time tuple to a string according to a format specification."""
    if not isinstance(format, str):
        raise TypeError(f"strftime() argument 1 must be str, not {type(format).__name__}")
    original = localtime() if t is None else t
    return _formatted(format, _fields(original, "strftime"), original)


def strptime(string, format="%a %b %d %H:%M:%S %Y", /):
    """Parse a string to a time tuple according to a format specification."""
    for place, value in enumerate((string, format)):
        if not isinstance(value, str):
            raise TypeError(f"strptime() argument {place} must be str, not {type(value)}")
    import _strptime
    fields, _, offset, name = _strptime.parse(string, format)
    return struct_time((*fields, name, None if offset is None else offset // 1000000))


def tzset():
    """Initialize, or reinitialize, the local timezone: it stays UTC."""


def clock_gettime_ns(clk_id, /):
    """What one of the system's clocks shows."""
    clocks = (time_ns, monotonic_ns, process_time_ns, thread_time_ns)
    if not 0 <= _index(clk_id) < len(clocks):
        raise OSError(22, "Invalid argument")
    return clocks[clk_id]()


def clock_gettime(clk_id, /):
    return clock_gettime_ns(clk_id) / 1e9


def clock_getres(clk_id, /):
    """How fine the clock is."""
    clock_gettime_ns(clk_id)
    return 1e-09
