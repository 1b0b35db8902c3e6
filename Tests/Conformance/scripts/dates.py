"""datetime: dates, times, differences, zones, their text and their errors."""
from datetime import date, datetime, time, timedelta, timezone, tzinfo


def show(*sources):
    for source in sources:
        try:
            value = eval(source)
            print(source, "->", repr(value), "|", value)
        except Exception as error:
            print(source, "!!", type(error).__name__, error)


d = date(2024, 2, 29)
show("date(2020)", "date(2021, 2, 29)", "date('a', 1, 1)", "date(0, 1, 1)", "date.min", "date.max", "date.resolution")
show("d.isocalendar()", "d.weekday()", "d.isoweekday()", "d.toordinal()", "date.fromordinal(737000)", "d.timetuple()")
show("d.replace(year=2021)", "d + timedelta(1)", "d - date(2020, 1, 1)", "d + 1", "d < 1", "d == 1", "date.max + timedelta(1)")
show("date.fromisoformat('2020-W05-3')", "date.fromisoformat('2020-2-9')", "date.fromisocalendar(2020, 53, 5)")
show("d.strftime('%Y-%m-%d %j %a %A %b %B %y %U %W %w %% %x %e %G-%V')", "f'{d:%d/%m/%y}'", "d.ctime()")

t = time(13, 5, 9, 123)
show("t", "t.isoformat('milliseconds')", "t.replace(tzinfo=timezone.utc)", "time(24)", "time.fromisoformat('04:23:01+04:00')")
show("t < time(14)", "t < 5", "time(1, tzinfo=timezone.utc) < time(2)", "time.max", "t.strftime('%I:%M %p %f')")

a = timedelta(days=2, hours=3, seconds=4.5)
b = timedelta(minutes=7)
show("a", "-a", "abs(-a)", "a * 1.5", "a / 2.5", "a / b", "a // b", "a % b", "divmod(a, b)", "a.total_seconds()")
show("a + 1", "a < 1", "a / 0", "a // timedelta(0)", "timedelta(microseconds=5) / 2", "timedelta(microseconds=7) / 2")
show("timedelta(seconds=0.1)", "timedelta(days=-1, hours=5)", "timedelta('a')", "timedelta(10**10)", "timedelta.max")
show("sum([a, b], timedelta())", "max(a, b)", "bool(timedelta(0))", "hash(a) == hash(a + b - b)")

show("timezone(timedelta(hours=5, minutes=30))", "timezone(timedelta(hours=-3), 'BRT')", "timezone(timedelta(1))")
show("timezone.utc", "str(timezone.utc)", "timezone.utc == timezone(timedelta(0))")

x = datetime(2024, 2, 29, 13, 5, 9, 123456)
z = datetime(2024, 2, 29, 13, 5, tzinfo=timezone.utc)
w = datetime(2024, 2, 29, 13, 5, tzinfo=timezone(timedelta(hours=2)))
show("x", "z", "w", "x.isoformat(' ', 'minutes')", "x.date()", "x.time()", "z.timetz()", "x.ctime()", "w.utctimetuple()")
show("z.timestamp()", "w.timestamp()", "z - w", "z > w", "x - z", "x < z", "x == z", "x < d", "x + 1", "datetime.max + timedelta(1)")
show("w.astimezone(timezone.utc)", "z.astimezone(timezone(timedelta(hours=5)))", "datetime.fromtimestamp(1.5, timezone.utc)")
show("datetime.combine(d, t)", "datetime.fromisoformat('2011-11-04T00:05:23+04:00')", "datetime.fromisoformat('2011W01')")
show("datetime.fromisoformat('20111104T000523.283')", "datetime.fromisoformat('2011-13-04')", "z.strftime('%Z %z')")
for text, pattern in [
    ("2020-01-02 03:04:05", "%Y-%m-%d %H:%M:%S"), ("5 Jan 21", "%d %b %y"), ("January 5, 1999", "%B %d, %Y"),
    ("12:00 AM", "%I:%M %p"), ("2020 366", "%Y %j"), ("2021 366", "%Y %j"), ("10 1 2020", "%W %w %Y"),
    ("2020-01-01T00:00:00+0530", "%Y-%m-%dT%H:%M:%S%z"), ("abc", "%Y"), ("2020x", "%Y"), ("2020", "%q"),
    ("2021-02-29", "%Y-%m-%d"), ("2024 10 3", "%G %V %u"), ("2024 10", "%G %V"), ("29 Feb", "%d %b"), ("1.5", "%S.%f"),
]:
    show(f"datetime.strptime({text!r}, {pattern!r})")


class Eastern(tzinfo):
    def utcoffset(self, dt):
        return timedelta(hours=-5)

    def dst(self, dt):
        return timedelta(0)

    def tzname(self, dt):
        return "EST"


class Day(date):
    pass


show("z.astimezone(Eastern()).isoformat()", "datetime(2020, 6, 1, tzinfo=Eastern()).tzname()", "tzinfo().dst(None)")
show("Day(2020, 1, 1) + timedelta(1)", "isinstance(x, date)", "datetime.__mro__", "sorted([x, datetime(2020, 1, 1)])[0]")
