# decorators, star-exprs, etc
reg = {}
def deco(n):
    def w(f): reg[n] = f; return f
    return w
ds = [deco("a"), deco("b")]
@ds[0]
def fa(): return 1
@(lambda f: ds[1](f))
def fb(): return 2
@deco("c") if True else None
class Cc: pass
print(sorted(reg))
a, *b = range(5); print(a, b)
*a, b, c = "hello"; print(a, b, c)
(a, *b), c = [1, 2, 3], 4; print(a, b, c)
[a, [b, *c]] = 1, [2, 3, 4]; print(a, b, c)
def rs(): 
    t = [2, 3]
    return 1, *t
print(rs())
def ys():
    t = [2, 3]
    yield 1, *t
print(list(ys()))
def f(*args, **kw): return args, kw
print(f(*[1], 2, *(3, 4), x=1, **{"y": 2}, **{"z": 3}))
class G:
    def __getitem__(self, k): return k
g = G(); t = (1, 2)
print(g[*t], g[0, *t], g[1:2, *t], g[*t, *t], g[()], g[1,], g[1:2], g[::2], g[...])
print([*t, *t], {*t, 5}, {**{1: 2}, 3: 4}, (*t,), *t)
for x in *t, 9: print(x, end=" ")
print()
x = *t,
print(x)
def an(a: int, /, b: "str" = 1, *args: float, k: list[int] = None, **kw: dict) -> None: pass
print(an.__annotations__, an.__defaults__)
class An:
    a: int
    b: "str" = 3
    c: list[int]
    (d): int = 4
print(An.__annotations__)
if (n := 10) > 5: print(n)
print([y := 1, y ** 2], [last := i for i in range(3)], last)
print((lambda a, b=2, *c, d=4, **e: (a, b, c, d, e))(1, d=5, z=6))
print(1 < 2 < 3 > 2 != 5 == 5 in [5] is not None)
def po(a, b, /, c, *, d): return a, b, c, d
print(po(1, 2, c=3, d=4), po(1, 2, 3, d=4))
try: po(1, b=2, c=3, d=4)
except TypeError as e: print(e)
del a, (b, [c])
try: a
except NameError as e: print(e)
l = [0, 1, 2, 3]; del l[0], l[0:1]; print(l)
try: assert 1 == 2, "msg %d" % 3
except AssertionError as e: print(repr(e))
try: assert False
except AssertionError as e: print(repr(e))

print("a" "b" 'c', b"a" b"b", r"\n" "\n", f"{1}" "b{1}", rb"\x", "\N{BULLET}\u2022\U0001F600\101\x41")
print(1_000, 0x_ff, 0b1_0, 0o1_7, 1_0.0_1, 1e1_0, 0xDEAD_beef, 1_0j, 00, 0_0)
x = 1; y = 2; print(x, y);
z = 1 + \
  2
print(z)
été = 1; print(été)

def outer():
    x = 1
    def inner():
        nonlocal x
        x += 1
        def in2():
            nonlocal x
            x += 10
            return x
        return in2()
    return inner(), x
print(outer())
class Priv:
    __a = 1
    def __m(self): return self.__a
    def n(self): return self.__m()
    def __init__(self, __p=3): self.__q = __p
    class __In: pass
print(Priv().n(), sorted(k for k in Priv.__dict__ if "Priv" in k), Priv().__dict__)
class Base:
    def who(self): return __class__.__name__
class Der(Base): pass
print(Der().who(), Base.who.__qualname__, outer.__code__.co_consts is not None)
class Scope:
    x = 5
    y = [x for _ in range(2)]
    try: z = [x for _ in [1] if x]
    except NameError as e: z = e
    w = list(i * 2 for i in range(x))
    v = lambda: x
print(Scope.y if hasattr(Scope,'y') else None, Scope.w)
fs = [lambda: i for i in range(3)]
print([f() for f in fs])
def fattr(): "docs"
fattr.x = 1
print(fattr.x, fattr.__doc__, fattr.__dict__, fattr.__name__, fattr.__qualname__, fattr.__module__)
