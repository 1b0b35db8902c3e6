def t(f, *a, **k):
    try:
        r = f(*a, **k)
        print(repr(r))
    except BaseException as e:
        print(type(e).__name__, e)
class S:
    __slots__ = ('a', 'b')
    def __init__(self): self.a = 1
s = S(); print(s.a, S.a, S.__slots__)
t(lambda: s.b); t(lambda: setattr(s, 'c', 1)); t(lambda: s.__dict__); s.b = 2; print(s.b); del s.b; t(lambda: s.b); t(lambda: delattr(s, 'b')); t(lambda: s.zz)
class S2(S):
    __slots__ = ['c']
x = S2(); x.c = 1; x.b = 2; print(x.a, x.b, x.c); t(lambda: setattr(x, 'd', 1))
class S3(S): pass
y = S3(); y.z = 1; y.b = 4; print(y.__dict__, y.b)
def f():
    class Q: __slots__ = [1]
t(f)
def f():
    class Q: __slots__ = ['a b']
t(f)
def f():
    class Q:
        __slots__ = ['a']; a = 1
t(f)
def f():
    class Q(int): __slots__ = ['a']
t(f)
def f():
    class A: __slots__ = ['a']
    class B: __slots__ = ['b']
    class C(A, B): pass
t(f)
class Pr:
    __slots__ = '__x'
    def __init__(self): self.__x = 5
    def g(self): return self.__x
print(Pr().g(), [k for k in Pr.__dict__ if 'x' in k])
class WithD: __slots__ = ('a', '__dict__')
w = WithD(); w.a = 1; w.b = 2; print(w.__dict__)
class E0: __slots__ = ()
t(lambda: setattr(E0(), 'a', 1)); t(lambda: E0().a)
print(S.a.__get__(s), S.a.__name__, S.a.__objclass__, type(S.a)); t(lambda: S.a.__get__(3)); S.a.__set__(s, 10); print(s.a); S.a.__delete__(s); t(lambda: s.a)
# property
class P:
    def __init__(self): self._x = 0
    @property
    def x(self):
        "doc of x"
        return self._x
    @x.setter
    def x(self, v): self._x = v
    @x.deleter
    def x(self): print('del'); self._x = None
    @property
    def r(self): return 'r'
    w = property(None, lambda self, v: print('set', v))
    def _g(self): return 1
    n = property(_g, doc='ndoc')
p = P(); p.x = 5; print(p.x); del p.x; print(p.x, P.x.__doc__, P.n.__doc__, P.r.__doc__)
t(lambda: setattr(p, 'r', 1)); t(lambda: delattr(p, 'r')); t(lambda: p.w); p.w = 1
print(type(P.x), P.x.fget is not None, P.r.fset, P.x.fdel.__name__)
print(P.x.__get__(p), P.x.__get__(None, P) is P.x); P.x.__set__(p, 7); print(p.x); P.x.__delete__(p)
t(lambda: property(1, 2, 3, 4, 5)); t(lambda: property(foo=1))
pr = property(); t(lambda: pr.__get__(1)); pr.__doc__ = 'zz'; print(pr.__doc__)
class PS(property): pass
class UPS:
    @PS
    def a(self): return 3
    @a.setter
    def a(self, v): print('v', v)
u = UPS(); print(u.a, type(UPS.a)); u.a = 1
# descriptors priority
class Data:
    def __get__(self, o, t=None): return 'data'
    def __set__(self, o, v): print('set', v)
    def __delete__(self, o): print('delete')
class Non:
    def __get__(self, o, t=None): return 'non'
class SetOnly:
    def __set__(self, o, v): o.__dict__['so'] = v * 2
class DD:
    d = Data(); n = Non(); so = SetOnly()
dd = DD(); dd.__dict__['d'] = 1; dd.__dict__['n'] = 2; print(dd.d, dd.n); dd.d = 3; del dd.d; del dd.n; print(dd.n); dd.so = 4; print(dd.so); 
t(lambda: delattr(dd, 'so'))
class GetOnlyDel:
    def __delete__(self, o): print('d')
class DD2: g = GetOnlyDel()
t(lambda: setattr(DD2(), 'g', 1))
# static/class
class SC:
    @staticmethod
    def s(a, b=2): "sdoc"; return (a, b)
    @classmethod
    def c(cls, a): return (cls.__name__, a)
print(SC.s(1), SC().s(3, 4), SC.c(1), SC().c(2))
sm = SC.__dict__['s']; cm = SC.__dict__['c']
print(type(sm), type(cm), sm.__func__ is SC.s, sm.__wrapped__ is SC.s, sm(5), sm.__name__, sm.__doc__, cm.__func__.__name__, cm.__name__, cm.__wrapped__.__qualname__)
t(lambda: cm(1)); print(repr(sm)[:28], repr(cm)[:27])
print(sm.__get__(1)(2), cm.__get__(None, SC)(3), cm.__get__(SC())(4))
class SM2(staticmethod): pass
class U:
    f = SM2(lambda: 5)
print(U.f(), type(U.__dict__['f']))
class CP:
    @classmethod
    @property
    def cp(cls): return cls.__name__
print(CP.cp)
# methods
class Me:
    def m(self, x=1): return x
    def __repr__(self): return 'Me()'
a = Me(); b2 = Me()
m = a.m; print(m, m.__self__, m.__func__ is Me.m, m == a.m, m == b2.m, hash(m) == hash(a.m), m.__name__, m.__qualname__, m.__doc__, m.__module__, m.__defaults__)
t(lambda: setattr(m, 'x', 1)); t(lambda: m.nope); print(Me.m(a), Me.__dict__['m'].__get__(a)(5)); Me.m.attr = 3; print(m.attr)
import types
bm = types.MethodType(lambda s, y: (s, y), 4); print(bm(5)); t(lambda: types.MethodType(1, 2)); t(lambda: types.MethodType(len, None))
# function attributes
def fn(a, b=1, *args, c, d=4, **kw):
    "fdoc"
    loc = 1
    return loc
print(fn.__defaults__, fn.__kwdefaults__, fn.__closure__, fn.__code__.co_name, fn.__code__.co_varnames, fn.__code__.co_argcount, fn.__code__.co_kwonlyargcount, fn.__code__.co_flags, fn.__name__, fn.__doc__, fn.__module__, fn.__annotations__, fn.__dict__, fn.__globals__ is globals())
fn.x = 1; fn.__dict__['y'] = 2; print(fn.y, fn.__dict__); fn.__defaults__ = (9, 8); print(fn.__defaults__, fn(c=1)); fn.__kwdefaults__ = {'c': 5, 'd': 1}; print(fn()); t(lambda: setattr(fn, '__defaults__', 3)); t(lambda: setattr(fn, '__kwdefaults__', 3)); fn.__defaults__ = None; t(lambda: fn())
fn.__name__ = 'zz'; print(fn.__name__, repr(fn)[:12]); t(lambda: setattr(fn, '__name__', 3)); fn.__qualname__ = 'qq'; print(repr(fn)[:12]); fn.__doc__ = 'nd'; print(fn.__doc__); fn.__annotations__ = {'a': int}; print(fn.__annotations__); t(lambda: setattr(fn, '__dict__', 3)); t(lambda: delattr(fn, '__name__')); t(lambda: fn.nope); t(lambda: setattr(fn,'__globals__',3)); t(lambda: setattr(fn, '__closure__', 3))
def g1(): return 1
def g2(): return 2
g1.__code__ = g2.__code__; print(g1())
def outer():
    v = 1; w = [2]
    def inner(): return v, w
    return inner
cl = outer().__closure__; print(len(cl), cl[0].cell_contents, cl[1].cell_contents, outer().__code__.co_freevars, type(cl[0]).__name__); cl[0].cell_contents = 7; print(cl[0].cell_contents)
def emp():
    def inner(): return zz
    c = inner.__closure__[0]
    t(lambda: c.cell_contents)
    zz = 1
    print(c.cell_contents)
emp()
print((lambda: 1).__name__, (lambda: 1).__qualname__, outer().__qualname__)
fw = types.FunctionType(g2.__code__, {}, 'nm'); print(fw(), fw.__name__)
