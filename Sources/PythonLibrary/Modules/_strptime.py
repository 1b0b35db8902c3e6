"""Reading dates and times by a pattern: what `time.strptime` and `datetime.strptime` share."""

from datetime import date

_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december")
_WHOLE = {"c": "%a %b %d %H:%M:%S %Y", "x": "%m/%d/%y", "X": "%H:%M:%S"}

# The most digits of a number and the range it must lie in.
_NUMBERS = {
    "d": (2, 1, 31), "H": (2, 0, 23), "I": (2, 1, 12), "j": (3, 1, 366), "m": (2, 1, 12), "M": (2, 0, 59),
    "S": (2, 0, 61), "U": (2, 0, 53), "W": (2, 0, 53), "V": (2, 0, 53), "w": (1, 0, 6), "u": (1, 1, 7),
}
_FIXED = {"y": 2, "Y": 4, "G": 4}
_NAMES = {
    "a": tuple(name[:3] for name in _DAYS), "A": _DAYS, "b": tuple(name[:3] for name in _MONTHS), "B": _MONTHS,
    "p": ("am", "pm"), "Z": ("utc", "gmt"),
}


def _elements(pattern):
    """The pattern as a list: a letter for each directive, None for white space, a text of length one otherwise."""
    result = []
    place = 0
    while place < len(pattern):
        letter = pattern[place]
        place += 1
        if letter.isspace():
            while place < len(pattern) and pattern[place].isspace():
                place += 1
            result.append((None, ""))
        elif letter != "%":
            result.append(("", letter.lower()))
        else:
            if place == len(pattern):
                raise ValueError(f"stray %% in format '{pattern}'".replace("%%", "%", 1))
            code = pattern[place]
            place += 1
            if code == "%":
                result.append(("", "%"))
            elif code in _WHOLE:
                result.extend(_elements(_WHOLE[code]))
            elif code in _NUMBERS or code in _FIXED or code in _NAMES or code in "fz":
                result.append((code, ""))
            else:
                raise ValueError(f"'{code}' is a bad directive in format '{pattern}'")
    return result


def _digit_run(text, place, most):
    end = place
    while end < len(text) and end - place < most and text[end].isdigit():
        end += 1
    return end


def _offset_end(text, place):
    """Where `+HH:MM[:SS[.ffffff]]` ends; None if it does not stand there."""
    if text[place] == "Z":
        return place + 1

    def pair(at, limit):
        part = text[at:at + 2]
        return len(part) == 2 and part.isdigit() and part[0] <= limit

    if text[place] not in "+-" or not pair(place + 1, "9"):
        return None
    place += 3
    place += text[place:place + 1] == ":"
    if not pair(place, "5"):
        return None
    place += 2
    seconds = place + (text[place:place + 1] == ":")
    if not pair(seconds, "5"):
        return place
    place = seconds + 2
    if text[place:place + 1] == "." and text[place + 1:place + 2].isdigit():
        place = _digit_run(text, place + 1, 6)
    return place


def _ends(code, text, place):
    """Every place where the directive's text may end, the best first."""
    if place >= len(text):
        return
    if code in _FIXED:
        end = _digit_run(text, place, _FIXED[code])
        if end - place == _FIXED[code]:
            yield end
    elif code in _NUMBERS:
        most, low, high = _NUMBERS[code]
        if code == "d" and text[place] == " " and text[place + 1:place + 2].isdigit():
            if text[place + 1] != "0":
                yield place + 2
            return
        last = _digit_run(text, place, most)
        for end in range(last, place, -1):
            if low <= int(text[place:end]) <= high:
                yield end
    elif code == "f":
        for end in range(_digit_run(text, place, 6), place, -1):
            yield end
    elif code == "z":
        end = _offset_end(text, place)
        if end is not None:
            yield end
    else:
        lower = text[place:place + 9].lower()
        for name in sorted(_NAMES[code], key=len, reverse=True):
            if lower.startswith(name):
                yield place + len(name)


def _match(elements, index, text, place, found):
    """Where the rest of the elements ends in the text; None if it does not match."""
    while index < len(elements):
        code, literal = elements[index]
        if code == "":
            if text[place:place + 1].lower() != literal:
                return None
            place += 1
            index += 1
        elif code is None:
            end = place
            while end < len(text) and text[end].isspace():
                end += 1
            for stop in range(end, place, -1):
                last = _match(elements, index + 1, text, stop, found)
                if last is not None:
                    return last
            return None
        else:
            for end in _ends(code, text, place):
                last = _match(elements, index + 1, text, end, found)
                if last is not None:
                    found[code] = text[place:end]
                    return last
            return None
    return place


def _offset(text):
    """The offset from UTC in microseconds."""
    if text == "Z":
        return 0
    rest = text
    if rest[3] == ":":
        rest = rest[:3] + rest[4:]
        if len(rest) > 5:
            if rest[5] != ":":
                raise ValueError(f"Inconsistent use of : in {text}")
            rest = rest[:5] + rest[6:]
    seconds = int(rest[1:3]) * 3600 + int(rest[3:5]) * 60 + int(rest[5:7] or 0)
    micro = seconds * 1000000 + int(rest[8:].ljust(6, "0") or 0)
    return -micro if text[0] == "-" else micro


def _day_of_week_number(year, week, weekday, monday_first):
    """The day of the year of a weekday in a week that `%U` or `%W` counts."""
    first = date(year, 1, 1).weekday()
    if not monday_first:
        first = (first + 1) % 7
        weekday = (weekday + 1) % 7
    if week == 0:
        return 1 + weekday - first
    return 1 + (7 - first) % 7 + 7 * (week - 1) + weekday


_ISO_NEEDS = (
    "ISO {} directive '%{}' must be used with the ISO {} directive '%{}' and a weekday directive "
    "('%A', '%a', '%w', or '%u').")


def parse(text, pattern):
    """Nine fields of a time, microseconds, the offset in microseconds or None, and the zone's name or None."""
    elements = _elements(pattern)
    found = {}
    end = _match(elements, 0, text, 0, found)
    if end is None:
        raise ValueError(f"time data {text!r} does not match format {pattern!r}")
    if end != len(text):
        raise ValueError(f"unconverted data remains: {text[end:]}")

    year = None
    if "y" in found:
        year = int(found["y"])
        year += 2000 if year <= 68 else 1900
    if "Y" in found:
        year = int(found["Y"])
    iso_year = int(found["G"]) if "G" in found else None
    iso_week = int(found["V"]) if "V" in found else None
    month = day = 1
    if "m" in found:
        month = int(found["m"])
    if "B" in found:
        month = _MONTHS.index(found["B"].lower()) + 1
    if "b" in found:
        month = _NAMES["b"].index(found["b"].lower()) + 1
    if "d" in found:
        day = int(found["d"])
    hour = int(found.get("H", 0))
    if "I" in found:
        hour = int(found["I"]) % 12
        if found.get("p", "").lower() == "pm":
            hour += 12
    micro = int(found.get("f", "0").ljust(6, "0"))
    weekday = None
    if "A" in found:
        weekday = _DAYS.index(found["A"].lower())
    if "a" in found:
        weekday = _NAMES["a"].index(found["a"].lower())
    if "w" in found:
        weekday = (int(found["w"]) + 6) % 7
    if "u" in found:
        weekday = int(found["u"]) - 1
    day_of_year = int(found["j"]) if "j" in found else None
    week = found.get("U", found.get("W"))
    zone = 0 if "Z" in found else -1

    if iso_year is not None:
        if iso_week is None or weekday is None:
            raise ValueError(_ISO_NEEDS.format("year", "G", "week", "V"))
        if day_of_year is not None:
            raise ValueError(
                "Day of the year directive '%j' is not compatible with ISO year directive '%G'. Use '%Y' instead.")
    elif week is None and iso_week is not None:
        if weekday is None:
            raise ValueError(_ISO_NEEDS.format("week", "V", "year", "G"))
        raise ValueError(
            "ISO week directive '%V' is incompatible with the year directive '%Y'. Use the ISO year '%G' instead.")

    is_leap_day = year is None and month == 2 and day == 29
    if is_leap_day:
        year = 1904
    elif year is None:
        year = 1900
    if day_of_year is None and weekday is not None:
        if week is not None:
            day_of_year = _day_of_week_number(year, int(week), weekday, "U" not in found)
        elif iso_year is not None:
            moment = date.fromisocalendar(iso_year, iso_week, weekday + 1)
            year, month, day = moment.year, moment.month, moment.day
        if day_of_year is not None and day_of_year <= 0:
            year -= 1
            day_of_year += date(year, 12, 31).timetuple().tm_yday
    if day_of_year is None:
        moment = date(year, month, day)
        day_of_year = moment.toordinal() - date(year, 1, 1).toordinal() + 1
    else:
        moment = date.fromordinal(date(year, 1, 1).toordinal() + day_of_year - 1)
        year, month, day = moment.year, moment.month, moment.day
    if weekday is None:
        weekday = moment.weekday()
    if is_leap_day:
        year = 1900
    fields = (year, month, day, hour, int(found.get("M", 0)), int(found.get("S", 0)), weekday, day_of_year, zone)
    return fields, micro, _offset(found["z"]) if "z" in found else None, found.get("Z")
