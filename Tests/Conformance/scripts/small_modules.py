"""ast.literal_eval, reprlib, contextvars, sched, platform, locale and atexit."""

import ast
import atexit
import collections
import contextvars
import locale
import platform
import reprlib
import sched
import time


def attempt(action):
    try:
        print(repr(action()))
    except Exception as error:
        print(type(error).__name__, error)


print("== literals ==")
for text in [
        "1", "-1", "+2", "1.5e-3", "0x1F", "1_000", "1j", "1+2j", "1-2j", "-1+2j", '"a"', "'a' 'b'", "b'x'", 'r"\\n"',
        "[1,2,]", "(1,)", "()", "(1)", "{}", '{1:2,"a":[3]}', "{1,2}", "set()", "None", "True", "...", " 1",
        '"""a\nb"""', '{"a": (1, [2, {3: None}])}', "[1, # c\n 2]", 'u"x"', "1 \n", "-0.0"]:
    attempt(lambda: ast.literal_eval(text))
for text in [
        "a", "1+1", "f()", "[x for x in y]", 'f"a"', "1 if 2 else 3", '-"a"', "", "1 2", "[1", "lambda: 0", "{**a}",
        "a.b", '"a"+"b"', "1*2", "not 1", "Nonee", "set(1)", "x=1"]:
    try:
        ast.literal_eval(text)
    except (ValueError, SyntaxError) as error:
        print(repr(text), type(error).__name__)

print("== short reprs ==")
for value in [
        list(range(100)), "x" * 100, {i: i for i in range(10)}, set(range(10)), 10**60, (1,), [[[[[[[1]]]]]]],
        collections.deque(range(10)), frozenset("a")]:
    print(reprlib.repr(value))


class Recursive(list):
    @reprlib.recursive_repr()
    def __repr__(self):
        return "<" + ", ".join(map(repr, self)) + ">"


recursive = Recursive([1])
recursive.append(recursive)
short = reprlib.Repr()
short.maxlist = 2
print(recursive, short.repr([1, 2, 3]))

print("== context variables ==")
variable = contextvars.ContextVar("variable", default=1)
token = variable.set(5)
print(variable.get(), variable.name, token.old_value is contextvars.Token.MISSING, token.var is variable)
variable.reset(token)
print(variable.get(), contextvars.ContextVar("other").get(9))
context = contextvars.copy_context()
print(context.run(lambda: (variable.set(7), variable.get())[1]), variable.get(), context[variable], len(context))

print("== scheduled calls ==")
scheduler = sched.scheduler(time.monotonic, time.sleep)
order = []
scheduler.enter(0.02, 1, order.append, ("second",))
scheduler.enter(0.01, 1, order.append, ("first",))
scheduler.cancel(scheduler.enter(0.03, 1, order.append, ("never",)))
print(len(scheduler.queue), scheduler.empty())
scheduler.run()
print(order, scheduler.empty())

print("== surroundings ==")
print(platform.python_implementation(), platform.python_version_tuple()[:2], platform.architecture()[0])
print(locale.setlocale(locale.LC_ALL, "C"), locale.localeconv()["decimal_point"], locale.str(1.5), locale.atof("1.5"))

print("== the end ==")
atexit.register(print, "last", end="!\n")
atexit.register(lambda: print("before that"))


def never():
    print("never")


atexit.register(never)
atexit.unregister(never)


@atexit.register
def first():
    print("first")


attempt(lambda: atexit.register(5))
