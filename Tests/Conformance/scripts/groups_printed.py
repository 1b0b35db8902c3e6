"""`traceback` on groups of exceptions, on chains that are cut short, and on the frames' marks."""

import sys
import traceback


def show(exception, **options):
    lines = traceback.format_exception(exception, **options)
    print("".join(line for line in lines if not line.lstrip(" |+").startswith("File")), end="")
    print("-----")


show(ExceptionGroup("flat", [ValueError(1), TypeError("t")]))
show(ExceptionGroup("nested", [ExceptionGroup("inner", [ValueError(2)]), KeyError("k")]))
show(ExceptionGroup("nested last", [KeyError("k"), ExceptionGroup("inner", [ValueError("two\nlines")])]))
show(ExceptionGroup("many", [ValueError(i) for i in range(17)]))
show(BaseExceptionGroup("of exits", [SystemExit(3)]))

noted = ExceptionGroup("noted", [ValueError(1)])
noted.add_note("a note")
noted.exceptions[0].add_note("one more\nin two lines")
show(noted)


def fail(value):
    raise ValueError(value)


try:
    try:
        fail(1)
    except ValueError as first:
        raise ExceptionGroup("raised", [first, OSError(2, "gone")]) from first
except ExceptionGroup as group:
    show(group)
    show(group, chain=False)

try:
    try:
        fail(2)
    except ValueError:
        raise KeyError("k")
except KeyError as error:
    for limit in (None, 1, 0, -1):
        lines = traceback.format_exception(error, limit=limit)
        print(limit, sum("File" in line for line in lines))
    frame = traceback.extract_tb(error.__context__.__traceback__)[-1]
    print(frame.name, frame.line)
    print(*(line.split("\n", 1)[1] for line in traceback.format_tb(error.__context__.__traceback__)), sep="", end="")
