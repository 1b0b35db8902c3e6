from enum import *
import enum
def attempt(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
class Color(Enum):
    RED = 1
    GREEN = 2
    BLUE = 3
    CRIMSON = 1
print(Color.RED, repr(Color.RED), Color.RED.name, Color.RED.value, Color(2), Color["BLUE"], Color.CRIMSON is Color.RED)
print(list(Color), len(Color), list(reversed(Color)), bool(Color), Color, type(Color), type(Color.RED))
print(Color.__members__, list(Color.__members__))
attempt(lambda: Color(9)); attempt(lambda: Color["X"]); attempt(lambda: Color.X)
def f(): Color.RED = 3
attempt(f)
def f(): del Color.RED
attempt(f)
def f():
    class Sub(Color): pass
attempt(f)
def f():
    class Dup(Enum):
        A = 1
        A = 2
attempt(f)
attempt(lambda: 1 in Color); print(Color.RED in Color)
print(Color.RED == Color.RED, Color.RED == 1, Color.RED != Color.BLUE, hash(Color.RED) == hash("RED"))
attempt(lambda: Color.RED < Color.BLUE)
print(f"{Color.RED}", f"{Color.RED:>12}|", "%s" % Color.RED, str(Color.RED))
print(isinstance(Color.RED, Color), issubclass(Color, Enum), {Color.RED: 1}[Color.RED])
class A(Enum):
    X = auto(); Y = auto(); Z = 10; W = auto()
print([(m.name, m.value) for m in A])
class S(str, Enum):
    A = "a"; B = "b"
print(S.A, repr(S.A), S.A == "a", S.A.upper(), f"{S.A}", S("b"), "x" + S.B, S.A.value)
class N(IntEnum):
    ONE = 1; TWO = 2
print(N.ONE, repr(N.ONE), N.ONE + 1, N.ONE < N.TWO, f"{N.TWO}", f"{N.TWO:03d}", int(N.TWO), N(1), [10,20,30][N.ONE], N.ONE == 1, sorted([N.TWO, N.ONE]), N.ONE in (1, 2), "%d" % N.TWO)
class SE(StrEnum):
    UP = auto(); DOWN = "dn"
print(SE.UP, repr(SE.UP), SE.DOWN, SE.UP == "up", SE("dn"), f"{SE.UP:>5}", SE.UP.value)
def f():
    class Bad(StrEnum):
        A = 1
attempt(f)
class P(Flag):
    R = auto(); W = auto(); X = auto()
    RW = R | W
print(P.R, repr(P.R), P.R | P.W, repr(P.R | P.X), P.RW, repr(P.RW), P(0), repr(P(0)), P(7), repr(P(7)))
print(list(P), list(P.RW), len(P.RW), P.R in P.RW, P.X in P.RW, bool(P(0)), ~P.R, repr(~P.RW), P.R & P.W, P.R ^ P.RW, P.__members__)
attempt(lambda: P(8)); attempt(lambda: P.R | 1); attempt(lambda: P("x")); attempt(lambda: 1 in P.R)
class I(IntFlag):
    A = 1; B = 2; C = 4
print(I.A | I.B, repr(I.A | I.B), I.A | 8, repr(I.A | 8), repr(I(16)), ~I.A, repr(~I.A), I.A + 1, repr(I(0)), I.A == 1, repr(I.A & 3), repr(I.A ^ I.A), f"{I.A|I.B}")
Animal = Enum("Animal", "ANT BEE CAT")
print(list(Animal), Animal.__module__, Animal)
print(list(Enum("B", ["x", "y"], start=5)), list(Enum("C", {"a": 1, "b": 4})), list(Enum("D", [("q", 7), ("r", 8)])), list(IntEnum("E", "a b")), list(Flag("F", "a b c")))
@unique
class U(Enum): A = 1; B = 2
def f():
    @unique
    class U(Enum): A = 1; B = 1; C = 1
attempt(f)
class Planet(Enum):
    MERCURY = (3.303e+23, 2.4397e6)
    EARTH = (5.976e+24, 6.37814e6)
    def __init__(self, mass, radius):
        self.mass = mass; self.radius = radius
    @property
    def g(self): return 6.67300E-11 * self.mass / (self.radius ** 2)
    @classmethod
    def biggest(cls): return max(cls, key=lambda p: p.mass)
    @staticmethod
    def hi(): return "hi"
print(Planet.EARTH.g, Planet.EARTH.value, Planet.biggest(), Planet.hi(), repr(Planet.MERCURY))
class M(Enum):
    A = 1
    @classmethod
    def _missing_(cls, value):
        if value == "a": return cls.A
        if value == "bad": return 3
        return None
print(M("a")); attempt(lambda: M("bad")); attempt(lambda: M("q"))
class G(Enum):
    def _generate_next_value_(name, start, count, last): return name.lower() + str(count)
    FOO = auto(); BAR = auto()
print(list(G))
class New(bytes, Enum):
    def __new__(cls, value, label):
        obj = bytes.__new__(cls, [value]); obj._value_ = value; obj.label = label
        return obj
    ONE = (1, "first"); TWO = (2, "second")
print(New.TWO.label, New(2), New.ONE.value)
class AutoN(Enum):
    def __new__(cls):
        value = len(cls.__members__) + 1
        obj = object.__new__(cls); obj._value_ = value
        return obj
    A = (); B = ()
print(list(AutoN))
class Ordered(Enum):
    def __lt__(self, o): return self.value < o.value
    LO = 1; HI = 2
print(Ordered.LO < Ordered.HI, max(Ordered), sorted([Ordered.HI, Ordered.LO]))
class Mem(Enum):
    _ignore_ = ["tmp", "i"]
    tmp = 1
    A = 1
    @member
    def f(self): return 1
    g = nonmember(5)
    def h(self): return self.name
print(list(Mem.__members__), Mem.g, Mem.A.h())
class Unh(Enum):
    A = [1]; B = {"x": 1}
print(Unh([1]), Unh.B, Unh({"x": 1}))
def f(): 
    class Q(Enum): _bad_ = 1
attempt(f)
match Color.RED:
    case Color.BLUE: print("blue")
    case Color.RED: print("red")
class Cf(Flag, boundary=CONFORM): A = 1; B = 2
class Ej(Flag, boundary=EJECT): A = 1; B = 2
class Kp(Flag, boundary=KEEP): A = 1; B = 2
print(repr(Cf(7)), repr(Ej(8)), repr(Kp(9)), repr(~Kp.A), repr(~Cf.A))
def f():
    @verify(UNIQUE)
    class V(Enum): A = 1; B = 1
attempt(f)
def f():
    @verify(CONTINUOUS)
    class V(Enum): A = 1; B = 3
attempt(f)
def f():
    @verify(NAMED_FLAGS)
    class V(Flag): A = 1; B = 6
attempt(f)
print(Color.RED.__class__, Color.__name__, Color.RED.__doc__, repr(Color.__doc__), auto(), FlagBoundary.STRICT, repr(FlagBoundary.KEEP))
import copy
print(copy.copy(Color.RED) is Color.RED, copy.deepcopy(Color.BLUE) is Color.BLUE, copy.deepcopy([Color.RED])[0] is Color.RED)
print(dir(Color.RED), [d for d in dir(Color) if not d.startswith("__")])
class Base(Enum):
    def describe(self): return self.name, self.value
class Child(Base): A = 1
print(Child.A.describe(), Child.__mro__[1])
class Fl(float, Enum): PI = 3.5
print(Fl.PI + 1, repr(Fl.PI), Fl.PI)
class NameM(Enum): name = 1; other = 2
attempt(lambda: NameM.name); print(NameM.other.name)
print(Color.RED.RED)
def f(): Color.RED.value = 3
attempt(f)
Color.RED.extra = 3; print(Color.RED.extra)
print(Color.__class__ is EnumMeta, EnumType is EnumMeta, Color.RED._value_, Color.RED._name_, Color._member_names_, Color._member_map_["RED"])
for x in Color.__iter__(): print(x, end=" ")
print(I.A | I.B | I.C == 7, list(I(5)), I(5).name, I(0).name, P(0).name, P(3).name, P(5).name)

# What `_missing_` may answer, and what its mistakes look like.
class Answer(enum.Enum):
    YES = 1
    LIST = [1, 2]

    @classmethod
    def _missing_(cls, value):
        if value == "wrong":
            return 5
        if value == "key":
            raise KeyError(value)
        if value == "own":
            raise ValueError("own words")
        return cls.YES if value == "yes" else None


print(Answer("yes"), Answer([1, 2]))
for value in ("wrong", "key", "own", "none", [3]):
    try:
        Answer(value)
    except Exception as error:
        print(type(error).__name__, error, repr(error.__context__))
