"""calendar: months and years as text, and their days."""
import calendar

print(calendar.month(2024, 2))
print(calendar.TextCalendar(6).formatmonth(2021, 1, w=4))
print(calendar.calendar(2023))
print(calendar.isleap(2000), calendar.leapdays(2000, 2021), calendar.monthrange(2024, 2), calendar.weekday(2024, 2, 29))
print(calendar.monthcalendar(2024, 9), list(calendar.month_abbr), list(calendar.day_name), calendar.timegm((2024, 2, 29, 1, 2, 3)))
print(list(calendar.Calendar(6).itermonthdates(2024, 2))[:3], list(calendar.Calendar().itermonthdays2(2024, 2))[:4])
calendar.setfirstweekday(calendar.SUNDAY)
print(calendar.firstweekday(), calendar.weekheader(3), calendar.monthcalendar(2024, 2))
for action in (lambda: calendar.monthrange(2024, 13), lambda: calendar.setfirstweekday(9), lambda: calendar.weekday(2024, 2, 30)):
    try:
        action()
    except ValueError as error:
        print(type(error).__name__, error)
