from dataclasses import *
from typing import ClassVar, Any, List, Optional
@dataclass
class P:
    x: int
    y: int = 0
print(P(1), P(1,2) == P(1,2), P(1) != P(2), P.__doc__, P.__match_args__)
try: P()
except TypeError as e: print(e)
try: P(1,2,3)
except TypeError as e: print(e)
try: P(1, z=3)
except TypeError as e: print(e)
try: hash(P(1))
except TypeError as e: print(e)
try: P(1) < P(2)
except TypeError as e: print(e)
@dataclass(order=True, frozen=True)
class V:
    a: int
    b: str = "q"
    c: list = field(default_factory=list, compare=False, repr=False)
v = V(1)
print(v, v < V(2), v >= V(0), hash(v) == hash(V(1)), sorted([V(3), V(1), V(2)]))
try: v.a = 2
except FrozenInstanceError as e: print(type(e).__name__, e, isinstance(e, AttributeError))
try: del v.a
except FrozenInstanceError as e: print(type(e).__name__, e)
try: v.zz = 2
except FrozenInstanceError as e: print(type(e).__name__, e)
print(replace(v, a=9), asdict(v), astuple(v))
print([f.name for f in fields(V)], fields(P)[1].default, fields(P)[0].default is MISSING, is_dataclass(V), is_dataclass(v), is_dataclass(3))
@dataclass
class Base:
    n: int
    t: ClassVar[int] = 5
    iv: InitVar[int] = 3
    def __post_init__(self, iv):
        self.total = self.n + iv
@dataclass
class Derived(Base):
    m: str = "m"
    n: int = 10
d = Derived()
print(d, d.total, Derived(1, 2, "z").total, [f.name for f in fields(Derived)])
for bad in ("x: int = 1\n    y: int", "x: list = []", "x = field(default=3)", "x: int = field(default=1, default_factory=int)", "x: ClassVar[int] = field(default_factory=int)"):
    pass
def attempt(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
def a1():
    @dataclass
    class Q:
        x: int = 1
        y: int
def a2():
    @dataclass
    class Q:
        x: list = []
def a3():
    @dataclass
    class Q:
        x = field(default=3)
def a4():
    @dataclass
    class Q:
        x: int = field(default=1, default_factory=int)
def a5():
    @dataclass
    class Q:
        x: ClassVar[int] = field(default_factory=int)
def a6():
    @dataclass(frozen=True)
    class Q(P): pass
def a7():
    @dataclass
    class Q(V): pass
def a8():
    @dataclass(eq=False, order=True)
    class Q(V): pass
def a9():
    @dataclass(order=True)
    class Q:
        x: int
        def __lt__(self, o): pass
def a10():
    @dataclass(unsafe_hash=True)
    class Q:
        x: int
        def __hash__(self): return 1
def a11():
    @dataclass(slots=True)
    class Q:
        __slots__ = ("x",)
        x: int
def a12():
    @dataclass
    class Q:
        x: int
        _: KW_ONLY
        y: int = 3
        z: int
    print(Q.__match_args__, Q.__doc__)
    attempt(lambda: Q(1, 2))
    attempt(lambda: Q(1))
    return Q(1, z=4)
def a13():
    @dataclass(kw_only=True)
    class Q:
        x: int
        y: int = 2
    attempt(lambda: Q(1))
    return Q(x=3)
def a14():
    @dataclass(slots=True)
    class Q:
        x: int
        y: int = 2
    q = Q(1)
    attempt(lambda: setattr(q, "zz", 1))
    return q, Q.__slots__, hasattr(q, "__dict__")
def a15():
    @dataclass
    class Q:
        x: int = field(init=False)
        y: int = field(init=False, default=4)
        z: Any = None
    q = Q(z=1)
    attempt(lambda: q)
    return q.y, replace(q, y=3)
for f in (a1,a2,a3,a4,a5,a6,a7,a8,a9,a10,a11,a12,a13,a14,a15): attempt(f)
M = make_dataclass("M", ["x", ("y", int), ("z", int, field(default=5))], namespace={"add": lambda self: self.y + self.z}, frozen=True)
print(M(1, 2), M(1,2).add(), M.__name__, M.__module__)
attempt(lambda: make_dataclass("M", ["x", "x"]))
attempt(lambda: make_dataclass("M", ["1x"]))
attempt(lambda: make_dataclass("M", ["for"]))
attempt(lambda: make_dataclass("M", [("a","b","c","d")]))
attempt(lambda: fields(3)); attempt(lambda: asdict(3)); attempt(lambda: astuple(P)); attempt(lambda: replace(3))
@dataclass
class Node:
    v: int
    kids: List["Node"] = field(default_factory=list)
n = Node(1, [Node(2), Node(3, [Node(4)])])
print(n, asdict(n), astuple(n))
n.kids.append(n); print(n)
@dataclass
class D:
    d: dict; t: tuple
print(asdict(D({"a": P(1)}, (P(2), 3))), asdict(P(1), dict_factory=lambda p: p), astuple(P(1), tuple_factory=list))
@dataclass(repr=False, eq=False)
class R: x: int
print(R(1) == R(1), repr(R(1)).startswith("<"), hash(R(1)) is not None)
match P(1, 2):
    case P(x, y): print("match", x, y)
match P(1, 2):
    case P(x=1, y=q): print("kw", q)
print(Field.__name__, field().metadata, field(metadata={"a": 1}).metadata["a"])
@dataclass
class WithProp:
    x: int
    @property
    def twice(self): return self.x * 2
    @classmethod
    def of(cls, x): return cls(x)
    @staticmethod
    def s(): return "s"
print(WithProp.of(4).twice, WithProp.s(), WithProp.__init__.__qualname__, WithProp.__init__.__name__)
@dataclass
class Cmp:
    x: int = field(compare=False); y: int = field(hash=False, default=1)
print(Cmp(1) == Cmp(2), Cmp(1, 2) == Cmp(1, 3))
@dataclass
class SelfField:
    self: int
print(SelfField(3))
print(InitVar[int], WithProp.__init__.__annotations__, WithProp.__annotations__)
print(V.__dataclass_params__, repr(fields(P)[1]).split("default_factory")[0])
@dataclass
class NoFields: pass
print(NoFields(), NoFields() == NoFields(), NoFields.__doc__)
@dataclass(frozen=True, slots=True)
class FS:
    a: int
    b: Optional[str] = None
attempt(lambda: setattr(FS(1), "a", 2)); print(FS(1), FS.__doc__, hash(FS(1))==hash(FS(1)))
@dataclass
class HasInit:
    a: int
    def __init__(self): self.a = 7
print(HasInit())
@dataclass
class Str:
    a: "int"
    b: "ClassVar[int]" = 1
    def __str__(self): return "S!"
print(Str(1), repr(Str(2)), f"{Str(1)}")
