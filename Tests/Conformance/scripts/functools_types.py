from functools import *
import functools
def attempt(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
@singledispatch
def show(x): "base"; return "obj"
@show.register
def _(x: int): return "int"
@show.register(list)
def _(x): return "list"
@show.register(str)
@show.register(bytes)
def _(x): return "text"
print(show(1), show(True), show([]), show(""), show(b""), show(2.5), show.__name__, show.__doc__, show.dispatch(bool)(0), sorted(t.__name__ for t in show.registry))
attempt(lambda: show()); attempt(lambda: show.register(3)(len))
from collections.abc import Sized, Mapping
@show.register(Mapping)
def _(x): return "mapping"
print(show({}), show(()))
@show.register
def _(x: float | complex): return "num"
print(show(1.5), show(1j))
class D:
    @singledispatchmethod
    def f(self, a): return "base"
    @f.register
    def _(self, a: int): return "int %d" % a
    @f.register(str)
    def _(self, a): return "str " + a
    @singledispatchmethod
    @classmethod
    def c(cls, a): return cls.__name__
    @c.register
    @classmethod
    def _(cls, a: int): return cls.__name__ + "int"
print(D().f(1.0), D().f(2), D().f("x"), D.c(1), D.c(""))
class Cell:
    def set(self, v, k=0): self.v = (v, k); return self.v
    on = partialmethod(set, True, k=2)
    off = partialmethod(set, False)
print(Cell().on(), Cell().off(), Cell().off(k=7), Cell.on(Cell()))
@lru_cache(maxsize=2)
def sq(x): return x * x
sq(1); sq(2); sq(1); sq(3); sq(2); print(sq.cache_info(), sq.__name__, sq.__wrapped__(5), sq.cache_parameters()); sq.cache_clear(); print(sq.cache_info())
@cache
def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)
print(fib(80), fib.cache_info()); attempt(lambda: fib([]))
p = partial(int, base=2); print(p("101"), p.func, p.args, p.keywords, p, partial(p, "11")())
attempt(lambda: partial(3)); attempt(lambda: reduce(lambda a, b: a, [])); print(reduce(lambda a, b: a * 10 + b, [1, 2, 3]), reduce(max, [1], 5), reduce(max, [], 7))
def deco(f):
    @wraps(f)
    def w(*a): "wdoc"; return f(*a)
    return w
@deco
def orig(a: int): "odoc"
print(orig.__name__, orig.__doc__, orig.__annotations__, orig.__wrapped__.__name__, orig.__qualname__)
@total_ordering
class N:
    def __init__(self, n): self.n = n
    def __eq__(self, o): return self.n == o.n
    def __lt__(self, o): return self.n < o.n
print(N(1) <= N(1), N(2) > N(1), N(1) >= N(2), N(1) != N(2)); attempt(lambda: total_ordering(type("Z", (), {})))
print(sorted([3, 1, 2], key=cmp_to_key(lambda a, b: b - a)))
class CP:
    n = 0
    @cached_property
    def v(self): "vdoc"; CP.n += 1; return CP.n
c = CP(); print(c.v, c.v, CP().v, c.__dict__); del c.v; print(c.v)
import types, numbers
print(types.new_class("X", (int,), {}, lambda ns: ns.update(a=1)).a, types.SimpleNamespace(a=1, b="x"), types.SimpleNamespace(a=1) == types.SimpleNamespace(a=1))
print(isinstance(1, numbers.Integral), isinstance(1.5, numbers.Real), isinstance(1j, numbers.Complex), isinstance(1.5, numbers.Rational), isinstance(True, numbers.Number), isinstance("", numbers.Number), issubclass(int, numbers.Real))
m = types.MappingProxyType({"a": 1}); print(m, m["a"], len(m), list(m), "a" in m, m.get("z"), m == {"a": 1}, m | {"b": 2})
def f(): m["q"] = 1
attempt(f)
print(types.MethodType(lambda self, x: (self, x), 5)(6), types.NoneType, isinstance(f, types.FunctionType), types.FunctionType.__name__, isinstance((i for i in ()), types.GeneratorType), isinstance(len, types.BuiltinFunctionType), types.GenericAlias(list, (int,)), type(int | str) is types.UnionType)
