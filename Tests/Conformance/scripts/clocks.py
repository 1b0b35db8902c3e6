"""time: tuples of time, their text, and clocks."""
import time


def show(*sources):
    for source in sources:
        try:
            print(source, "->", repr(eval(source)))
        except Exception as error:
            print(source, "!!", type(error).__name__, error)


g = time.gmtime(1709210709)
show("g", "g.tm_yday", "g[:3]", "len(g)", "g == tuple(g)", "time.gmtime(-1.5)", "time.gmtime('a')", "time.gmtime(1e20)")
show("time.asctime(g)", "time.strftime('%Y-%m-%d %H:%M:%S %j %U %W %V %a %b %p', g)", "time.asctime((1, 2))")
show("time.strftime('%Y', (2020, 13, 1, 0, 0, 0, 0, 1, 0))", "time.strftime('%Y', 5)", "time.struct_time((1, 2, 3))")
show("time.strptime('30 Nov 00', '%d %b %y')", "time.strptime('Sat Jun  6 16:26:11 1998')", "time.strptime('x', '%Y')")
show("time.sleep(-1)", "time.sleep('a')", "time.sleep(0)")
for name in ["time", "monotonic", "perf_counter", "process_time"]:
    before, count = getattr(time, name)(), getattr(time, name + "_ns")()
    print(name, type(before).__name__, type(count).__name__, getattr(time, name)() >= before)
