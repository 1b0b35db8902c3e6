# Class bodies as scopes, and super in unusual places.

print("-- scoping class")
x = 'global'
class A:
    x = 'A'
    def m(self): return x
    l = [x for i in range(1)]
    y = x
    def n(self): return self.x, A.x, __class__.x
    class Inner:
        z = x
        try:
            w = y
        except NameError as e: w = str(e)
    lam = lambda self: x
print(A().m(), A.l, A.y, A().n(), A.Inner.z, A.Inner.w, A().lam(), A.Inner.__qualname__, A.Inner.__name__)
def f():
    x = 'f'
    class B:
        y = x
        x = 'B'
        z = x
    return B.y, B.z
try: print(f())
except Exception as e: print(type(e).__name__, e)
def g():
    x = 'g'
    class C:
        y = x
        def m(self): return x
    return C.y, C().m()
print(g())
class D:
    a = 1
    b = a + 1
    for i in range(2): c = i
    if b: d = 'd'
    del a
    print([k for k in dir() if not k.startswith('_')])
    def __init__(self, v=b): self.v = v
print(D().v, hasattr(D, 'a'), D.i, D.c)
class E:
    nonlocal_ = 1
    global gl
    gl = 'from class'
    def f(self): pass
    f.attr = 5
    g = f
print(gl, hasattr(E, 'gl'), E.f.attr, E.g is E.f)
class F:
    def outer(self):
        class G:
            def inner(s): return super().__repr__()[:5], __class__.__name__
        return G().inner()
print(F().outer())
class H:
    try: 1 / 0
    except ZeroDivisionError as e: msg = str(e)
    with open(__file__) if False else __import__('contextlib').nullcontext(3) as q: pass
    import math as mm
    from math import pi as p
print(H.msg, H.q, H.mm.floor(H.p), hasattr(H, 'e'))
class I:
    __x = 1
    def f(self): return [__class__, self.__x]
print(I().f()[1])
class J: locals()['dyn'] = 5
print(J.dyn)
def deco(c): c.tagged = True; return c
@deco
class K: v = 1
print(K.tagged)
class L(A if True else D, *[]): pass
print(L.x, L.__bases__)
exec('class M:\n a = 1\n def f(self): return self.a'); print(M().f())

print("-- super odd")
class A:
    def f(self): return 'A.f'
    def __init__(self): self.a = 1
class B(A):
    def f(self): return super().f() + ' B.f'
    g = lambda self: super().f()
    def h(self): return [super(B, self).f() for _ in range(1)][0]
    @classmethod
    def cm(cls): return super().__new__(cls)
    @staticmethod
    def sm(x): return super(B, x).f()
    def __init__(self): super().__init__(); self.b = 2
    def __getattribute__(self, n): return super().__getattribute__(n)
    def attr(self): s = super(); return s.f()
    def nested(self):
        def i(self): return super().f()
        return i(self)
b = B(); print(b.f(), b.g(), b.h(), type(B.cm()).__name__, B.sm(b), b.a, b.b, b.attr(), b.nested())
class C(B):
    f = None
    def t(self): return super().f()
print(C().t())
class P:
    @property
    def v(self): return 'P.v'
    @v.setter
    def v(self, x): print('set', x)
class Q(P):
    @property
    def v(self): return super().v + '!'
    @v.setter
    def v(self, x): super(Q, type(self)).v.fset(self, x)
q = Q(); print(q.v); q.v = 5
class M(type):
    def __new__(m, n, b, d): d['added'] = 1; return super().__new__(m, n, b, d)
    def __call__(cls, *a): print('creating'); return super().__call__(*a)
class N(metaclass=M): pass
print(N().added)
class L(list):
    def __getitem__(self, i): return super().__getitem__(i) * 2
    def append(self, x): super().append(x + 1); return self
    def __len__(self): return super().__len__() + 100
    def __iter__(self): return (x for x in super(L, self).__iter__())
l = L([1, 2]); l.append(3); print(l[0], len(l), list(l), l[-1])
class S(str):
    def __add__(self, o): return S(super().__add__(o))
    def upper(self): return super().upper() + '!'
print((S('a') + 'b').upper(), super(S, S('q')).upper(), super(str, 'x').__repr__()[:7])
class X:
    def __eq__(self, o): return super().__eq__(o)
    def __hash__(self): return super().__hash__() and 1
    def __repr__(self): return 'X' + str(len(super().__repr__()) > 5)
    def __setattr__(self, n, v): super().__setattr__(n, v * 2)
    def __dir__(self): return sorted(super().__dir__())[:0]
x = X(); x.v = 5; print(x == x, x == 5, hash(x), x, x.v, dir(x))
class Base1:
    def m(self): return 'b1'
class Base2:
    def m(self): return 'b2'
class D1(Base1, Base2):
    def m(self): return super().m() + super(Base1, self).m()
print(D1().m())
try:
    class T(A):
        def f(self): return super(T, self).nope
    T().f()
except AttributeError as e: print(e)
try: super(A, 5).f
except TypeError as e: print(e)
