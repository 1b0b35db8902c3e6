"""Time zones by name, of which UTC alone is known."""

from datetime import timedelta as _timedelta, tzinfo as _tzinfo

__all__ = ["ZoneInfo", "reset_tzpath", "available_timezones", "TZPATH", "ZoneInfoNotFoundError", "InvalidTZPathWarning"]

TZPATH = ()
_NAMES = ("UTC", "Etc/UTC", "GMT", "Etc/GMT")


class ZoneInfoNotFoundError(KeyError):
    """There is no such zone, or it is not known here."""


class InvalidTZPathWarning(RuntimeWarning):
    pass


class ZoneInfo(_tzinfo):
    """A zone, the same object for the same name."""

    _known = {}

    def __new__(cls, key):
        if key not in cls._known:
            cls._known[key] = cls.no_cache(key)
        return cls._known[key]

    @classmethod
    def no_cache(cls, key):
        if key not in _NAMES:
            raise ZoneInfoNotFoundError(f"No time zone found with key {key}")
        zone = super().__new__(cls)
        zone._key = key
        return zone

    @classmethod
    def clear_cache(cls, *, only_keys=None):
        for key in list(cls._known) if only_keys is None else only_keys:
            cls._known.pop(key, None)

    @classmethod
    def from_file(cls, fobj, /, key=None):
        raise NotImplementedError("zoneinfo.ZoneInfo.from_file is not available in nbcheck")

    @property
    def key(self):
        return self._key

    def utcoffset(self, dt, /):
        return None if dt is None else _timedelta(0)

    def dst(self, dt, /):
        return None if dt is None else _timedelta(0)

    def tzname(self, dt, /):
        return None if dt is None else self._key.rpartition("/")[2]

    def fromutc(self, dt, /):
        return dt

    def __str__(self):
        return self._key

    def __repr__(self):
        return f"zoneinfo.ZoneInfo(key={self._key!r})"

    def __reduce__(self):
        return type(self), (self._key,)


def available_timezones():
    return set(_NAMES)


def reset_tzpath(to=None):
    """Nothing: there are no files of zones."""
