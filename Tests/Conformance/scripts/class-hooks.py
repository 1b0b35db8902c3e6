# Descriptors, and what classes are told when others are made of them.

print("-- descriptors")
class D:
    def __set_name__(self, owner, name): self.name = name; print('set_name', owner.__name__, name)
    def __get__(self, o, t=None): return ('get', o is None, t.__name__)
    def __set__(self, o, v): print('set', v); o.__dict__[self.name] = v
    def __delete__(self, o): print('delete'); o.__dict__.pop(self.name)
class ND:
    def __get__(self, o, t): return 'nd'
class A:
    d = D()
    n = ND()
    e = f = D()
a = A()
print(a.d, A.d, a.n); a.d = 5; print(a.d, a.__dict__); del a.d; a.n = 'inst'; print(a.n, A.n); del a.n; print(a.n)
class WO:
    def __set__(self, o, v): o.__dict__['w'] = v * 2
class B: w = WO()
b = B(); print(type(b.w).__name__); b.w = 3; print(b.w)
class RO:
    def __get__(self, o, t): return 1
    def __set__(self, o, v): raise AttributeError('read only')
class C: r = RO()
try: C().r = 1
except AttributeError as e: print(e)
class GetOnlySetNone:
    def __get__(self, o, t): return 1
    def __set__(self, o, v): pass
class E: x = GetOnlySetNone()
try: del E().x
except AttributeError as e: print(e)
class Lazy:
    def __init__(self, f): self.f = f
    def __get__(self, o, t):
        if o is None: return self
        v = self.f(o); o.__dict__[self.f.__name__] = v; return v
class F:
    @Lazy
    def val(self): print('computing'); return 42
f = F(); print(f.val, f.val, F.val.__class__.__name__)
def func(self): return 'bound to %s' % type(self).__name__
print(func.__get__(5)(), func.__get__(None, int) is func, func.__get__('a', str).__self__)
print(type(F.__dict__['val']).__name__, classmethod(func).__get__(1, int)(), staticmethod(func).__get__(1)(2.5), property(lambda s: 7).__get__(1))
p = property(doc='d'); print(p.__doc__, p.fget, p.getter(lambda s: 1).fget is not None)
class P: q = property()
for fn in [lambda: P().q, lambda: setattr(P(), 'q', 1), lambda: delattr(P(), 'q')]:
    try: fn()
    except AttributeError as e: print(e)
class Sub(property):
    def __get__(self, o, t=None): return 'sub' if o is not None else self
class Q:
    @Sub
    def z(self): pass
print(Q().z, type(Q.z).__name__)
class SN:
    def __set_name__(self, o, n): raise ValueError('bad name')
try:
    class R: s = SN()
except RuntimeError as e: print(e, repr(e.__cause__))
except ValueError as e: print(e)
class CP:
    @classmethod
    @property
    def x(cls): return cls.__name__ + '!'
print(CP.x)

print("-- init subclass setname")
class Plugin:
    reg = {}
    def __init_subclass__(cls, name=None, **kw):
        super().__init_subclass__(**kw)
        Plugin.reg[name or cls.__name__] = cls
class A(Plugin, name='a'): pass
class B(Plugin): pass
class C(A): pass
print(sorted(Plugin.reg), Plugin.reg['a'] is A)
class Field:
    def __init__(self, t): self.t = t
    def __set_name__(self, o, n): self.n = '_' + n
    def __get__(self, i, o=None): return self if i is None else getattr(i, self.n, None)
    def __set__(self, i, v):
        if not isinstance(v, self.t): raise TypeError(f'{self.n[1:]} must be {self.t.__name__}')
        setattr(i, self.n, v)
class Model:
    x = Field(int)
    y = Field(str)
    def __init__(self, x, y): self.x, self.y = x, y
m = Model(1, 'a'); print(m.x, m.y, vars(m), type(Model.x).__name__)
try: m.x = 'no'
except TypeError as e: print(e)
class Abstract:
    def __init_subclass__(cls):
        if not hasattr(cls, 'req'): raise TypeError('need req in ' + cls.__name__)
class Ok(Abstract): req = 1
try:
    class Bad(Abstract): pass
except TypeError as e: print(e)
class CG:
    def __class_getitem__(cls, k): return f'{cls.__name__}[{k}]'
print(CG[int], CG[1, 2], CG['x'])
try: CG()[0]
except TypeError as e: print(e)
try: int[0]
except TypeError as e: print(e)
print(list[int], dict[str, int], tuple[int, ...], type(list[int]), list[int].__origin__, list[int].__args__, list[int]([1]), isinstance([], list), list[int] == list[int])
class Meta(type):
    def __getitem__(cls, k): return ('meta', k)
class MG(metaclass=Meta): pass
print(MG[5])
class WithPrep(type):
    @classmethod
    def __prepare__(m, n, b): return {'injected': 42}
class WP(metaclass=WithPrep): y = injected + 1
print(WP.y)
class Inst(type):
    def __instancecheck__(c, o): return o == 1
    def __subclasscheck__(c, o): return False
class IC(metaclass=Inst): pass
print(isinstance(1, IC), isinstance(2, IC), issubclass(int, IC), isinstance(IC.__call__() if False else 1, IC))
class MRO:
    def __mro_entries__(self, bases): return (dict,)
class ME(MRO()): pass
print(ME.__bases__, ME.__orig_bases__[0].__class__.__name__, ME(a=1))
class Cnt:
    n = 0
    def __new__(cls, *a): cls.n += 1; return super().__new__(cls)
    def __init__(self, *a): self.a = a
Cnt(1); Cnt(); print(Cnt.n, Cnt(5).a)
class Single:
    _i = None
    def __new__(cls): 
        if cls._i is None: cls._i = super().__new__(cls)
        return cls._i
print(Single() is Single())
