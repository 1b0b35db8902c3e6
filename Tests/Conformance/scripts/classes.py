def t(f, *a, **k):
    try:
        r = f(*a, **k)
        print(repr(r))
    except BaseException as e:
        print(type(e).__name__, e)
# classes
A = type('A', (), {'x': 1})
print(A, A.x, A.__name__, A.__qualname__, A.__module__, A.__doc__, A.__bases__, A.__base__, A.__mro__)
t(type); t(type, 1, 2); t(type, 'A', (), {}, 1); t(type, 1, (), {}); t(type, 'A', [], {}); t(type, 'A', (), []); t(type, 'A', (1,), {})
class M(type):
    def __new__(m, name, bases, ns, **kw):
        print('new', name, bases, sorted(k for k in ns), kw)
        return super().__new__(m, name, bases, ns)
    def __init__(cls, name, bases, ns, **kw):
        print('init', name, kw)
        super().__init__(name, bases, ns)
    def __call__(cls, *a, **k):
        print('call', a, k)
        return super().__call__(*a, **k)
    @classmethod
    def __prepare__(m, name, bases, **kw):
        print('prepare', name, bases, kw)
        return {'pre': 1}
    def meth(cls): return cls.__name__
    @property
    def p(cls): return 'prop ' + cls.__name__
class B(metaclass=M, flag=3):
    def __init__(self, v): self.v = v
b = B(3)
print(b.v, B.pre, B.meth(), B.p, type(B))
t(lambda: b.meth)
class C(B): pass
print(type(C))
class M2(type): pass
def f():
    class D(B, metaclass=M2): pass
t(f)
class I:
    def __init_subclass__(cls, /, tag=None, **kw):
        super().__init_subclass__(**kw)
        cls.tag = tag
        print('sub', cls.__name__, tag)
class J(I, tag='j'): pass
class K(J): pass
def f():
    class L(I, bad=1): pass
t(f)
def f():
    class L(bad=1): pass
t(f)
class D:
    def __set_name__(self, owner, name):
        self.name = name; print('set_name', owner.__name__, name)
    def __get__(self, obj, typ=None):
        return ('get', self.name, obj is None, typ.__name__)
class E:
    d = D()
    e2 = D()
print(E.d, E().d)
E.late = D()
t(lambda: E.late)
class G:
    def __class_getitem__(cls, item): return (cls.__name__, item)
print(G[1], G[int, str])
t(lambda: E[1]); t(lambda: int[1]); 
class F:
    def __mro_entries__(self, bases): return (I,)
class H(F(), tag=5): pass
print(H.__bases__, H.__orig_bases__ [0].__class__.__name__)
class X: pass
class Y(X): pass
def f():
    class Z(X, Y): pass
t(f)
def f():
    class Z(X, X): pass
t(f)
def f():
    class Z(bool): pass
t(f)
def f():
    class Z(int, str): pass
t(f)
def f():
    class Z(1): pass
t(f)
def f():
    class Z(type(None)): pass
t(f)
t(lambda: X.mro()); t(lambda: Y.__subclasses__()); t(lambda: X.__subclasses__())
X.__name__ = 'XX'; print(X, X.__name__, X.__qualname__, X())if 0 else print(X, X.__name__, X.__qualname__)
X.__qualname__ = 'Q'; print(X)
X.__module__ = 'mm'; print(X, X.__module__)
X.__doc__ = 'doc'; print(X.__doc__, X().__doc__)
t(lambda: setattr(X, '__name__', 3)); t(lambda: setattr(int, '__name__', 'x')); t(lambda: setattr(int, 'foo', 3)); t(lambda: delattr(int, 'real'))
t(lambda: delattr(X, '__name__'))
print(list(E.__dict__)); print(type(E.__dict__)); 
t(lambda: E.__dict__.__setitem__('a', 1))
class Ann:
    a: int = 3
    b: 'str'
print(Ann.__annotations__, X.__annotations__)
class W: 
    'docw'
    z = 1
w = W(); w.a = 1; d = w.__dict__; d['b'] = 2; print(w.b, d, vars(w) is d); w.c = 3; print(d); del w.a; print(d); d.clear(); t(lambda: w.b)
w.__dict__ = {'q': 9}; print(w.q, w.__dict__); t(lambda: setattr(w, '__dict__', 3))
w.__dict__.update(m=1, n=2); print(w.m + w.n, sorted(w.__dict__))
class W2: pass
w.__class__ = W2; print(type(w), w.m)
t(lambda: setattr(w, '__class__', 3)); t(lambda: setattr(w, '__class__', int)); t(lambda: setattr(3, '__class__', int))
print(W2.__weakref__, W2.__dict__['__dict__'])
t(lambda: W.nope); t(lambda: w.nope); t(lambda: setattr(w, 3, 4)); t(lambda: getattr(w, 3)); t(lambda: object().x); t(lambda: setattr(object(), 'x', 1)); t(lambda: delattr(object(), 'x')); t(lambda: delattr(w, 'zz')); t(lambda: delattr(W, 'zz'))
class P1: pass
class P2(P1): pass
class P3: 
    def hi(self): return 'hi'
P2.__bases__ = (P3,); print(P2.__mro__, P2().hi())
t(lambda: setattr(P2, '__bases__', ())); t(lambda: setattr(P2, '__bases__', 3)); t(lambda: setattr(P3, '__bases__', (P2,)))
