"""inspect: kinds of objects, signatures, documentation, frames."""

import functools
import inspect
import sys
from inspect import Parameter, Signature, signature


def attempt(action):
    try:
        print(repr(action()))
    except Exception as error:
        print(type(error).__name__, error)


def full(a, b: int = 1, /, c: "str" = 2, *args: int, d, e=5, **kw) -> list:
    "The documentation."


class Base:
    """A class
       with documentation.

         indented
       """

    x = 1

    def __init__(self, p, q=2):
        pass

    def method(self, z):
        "Of the method."

    @staticmethod
    def static(y):
        pass

    @classmethod
    def of_class(cls, w):
        pass

    @property
    def prop(self):
        "Of the property."

    def __call__(self, k):
        pass


class Derived(Base):
    def method(self, z):
        pass


class New:
    def __new__(cls, n, *rest):
        pass


class Meta(type):
    def __call__(cls, m):
        pass


class WithMeta(metaclass=Meta):
    pass


def generator():
    yield 1


@functools.wraps(full)
def wrapper(*args):
    pass


print("== signatures ==")
found = signature(full)
print(found, repr(found), found.return_annotation)
for p in found.parameters.values():
    print(p, repr(p), p.kind, repr(p.kind), p.kind.description, p.default, p.annotation)
for function in [
        Base, Derived, Base.method, Base(1).method, Base.static, Base.of_class, Base(1), New, WithMeta,
        lambda x, *, y=1: 0, functools.partial(full, 1, d=3), functools.partial(Base.method, z=3), generator, wrapper,
        len, sorted, str.join, "a".join, [].append, abs, isinstance, list.sort, dict.fromkeys]:
    print(signature(function))
attempt(lambda: signature(5))
attempt(lambda: signature(int))
print(signature(wrapper, follow_wrapped=False), inspect.unwrap(wrapper) is full)

print("== binding ==")
bound = found.bind(1, 2, 3, 4, 5, d=6, z=7)
print(bound, bound.args, bound.kwargs, bound.arguments)
bound = found.bind(1, d=3)
bound.apply_defaults()
print(bound)
short = signature(lambda x, y=1: 0)
for args, kwargs in [((), {}), ((1, 2, 3), {}), ((1,), {"x": 2}), ((1,), {"z": 2}), ((1,), {"y": 3})]:
    attempt(lambda: short.bind(*args, **kwargs))
attempt(lambda: found.bind(1, d=2, b=3))
print(short.bind_partial(), inspect.getcallargs(lambda a, b=2, *c, **d: 0, 1))

print("== made by hand ==")
attempt(lambda: Parameter("1a", 0))
attempt(lambda: Parameter(1, 0))
attempt(lambda: Parameter("a", 9))
attempt(lambda: Parameter("a", Parameter.VAR_KEYWORD, default=1))
attempt(lambda: Parameter("a", 1, default=2, annotation=int).replace(name="b"))
attempt(lambda: Signature([Parameter("a", 1), Parameter("a", 1)]))
attempt(lambda: Signature([Parameter("a", 3), Parameter("b", 1)]))
attempt(lambda: Signature([Parameter("a", 1, default=1), Parameter("b", 1)]))
attempt(lambda: short.replace(return_annotation=int))
print(short == signature(lambda x, y=1: 0), hash(short) == hash(signature(lambda x, y=1: 0)))
print(inspect.getfullargspec(full))
print(inspect.getfullargspec(Base(1).method))

print("== kinds ==")
OBJECTS = {
    "full": full, "Base": Base, "bound": Base(1).method, "len": len, "append": [].append, "generator": generator,
    "running": generator(), "inspect": inspect, "join": str.join, "prop": Base.__dict__["prop"],
    "static": Base.__dict__["static"], "code": full.__code__, "frame": sys._getframe(), "add": int.__add__,
    "one.add": (1).__add__, "None": None, "real": int.__dict__["real"]}
for name in [
        "ismodule", "isclass", "ismethod", "ismethoddescriptor", "isdatadescriptor", "isgetsetdescriptor", "isfunction",
        "isgeneratorfunction", "isgenerator", "iscode", "isframe", "isbuiltin", "isroutine", "isabstract",
        "iscoroutinefunction", "isawaitable"]:
    print(name, [key for key, value in OBJECTS.items() if getattr(inspect, name)(value)])

print("== members and documentation ==")
print([name for name, _ in inspect.getmembers(Base, inspect.isfunction)])
print([name for name, _ in inspect.getmembers(Base(1), inspect.ismethod)])
print([(a.name, a.kind) for a in inspect.classify_class_attrs(Base) if not a.name.startswith("__")])
for thing in (Base, Derived, Derived.method, Derived(1).method, full, New, Base.prop):
    print(repr(inspect.getdoc(thing)))
print(repr(inspect.cleandoc("  a\n    b\n      c\n\n")), inspect.getmro(Derived), inspect.getmodulename("/a/b.py"))
print(inspect.getattr_static(Base(1), "x"), inspect.getattr_static(Base(1), "no", 3))
attempt(lambda: inspect.getattr_static(Base(1), "no"))
print(inspect.getclasstree([Base, Derived]))

print("== frames and generators ==")


def outer():
    y = 1

    def inner():
        return y, len, undefined, full  # noqa: F821
    return inner


variables = inspect.getclosurevars(outer())
print(variables.nonlocals, list(variables.globals), list(variables.builtins), variables.unbound)


def framed(a, b=2):
    frame = inspect.currentframe()
    return frame.f_code.co_name, inspect.formatargvalues(*inspect.getargvalues(frame)), inspect.stack()[0].function


print(framed(1))
running = generator()
print(inspect.getgeneratorstate(running), next(running), inspect.getgeneratorstate(running), list(running))
print(inspect.getgeneratorstate(running))
print(inspect.getsource(outer), inspect.getsourcelines(framed)[1])
