# Context managers of every kind, and what decorators make.

print("-- with stmt")
class M:
    def __init__(self, name, swallow=False): self.name, self.swallow = name, swallow
    def __enter__(self): print('enter', self.name); return self.name
    def __exit__(self, t, v, tb): print('exit', self.name, t and t.__name__, v, tb is not None); return self.swallow
with M('a') as x: print(x)
with M('a'), M('b') as y: print(y)
with (M('p') as p, M('q') as q,): print(p, q)
with M('s', True): raise ValueError('swallowed')
try:
    with M('n'): raise KeyError('k')
except KeyError as e: print(repr(e))
def f():
    with M('ret'): return 'value'
print(f())
for i in range(2):
    with M(i):
        if i == 0: continue
        break
with M('t') as (a): print(a)
class T:
    def __enter__(self): return (1, [2, 3])
    def __exit__(self, *a): pass
with T() as (a, [b, *c]): print(a, b, c)
class O: pass
o = O()
with T() as o.x: print(o.x)
class NoExit:
    def __enter__(self): pass
class NoEnter:
    def __exit__(self, *a): pass
for c in (NoExit, NoEnter, O):
    try:
        with c(): print('in')
    except TypeError as e: print(e)
    except AttributeError as e: print('AE', e)
class BadExit:
    def __enter__(self): return self
    def __exit__(self, t, v, tb): raise RuntimeError('from exit')
try:
    with BadExit(): raise ValueError('body')
except RuntimeError as e: print(e, repr(e.__context__))
class BadEnter:
    def __enter__(self): raise RuntimeError('enter failed')
    def __exit__(self, *a): print('never')
try:
    with M('outer'), BadEnter(): print('no')
except RuntimeError as e: print(e)
class ExitArgs:
    def __enter__(self): return self
    def __exit__(self): pass
try:
    with ExitArgs(): pass
except TypeError as e: print(e)
o = M('inst'); o.__exit__ = None
with o: pass
with M('1', True) as a, M('2') as b: 1 / 0
print('after')

print("-- with gen ctx")
from contextlib import contextmanager
@contextmanager
def cm(x):
    print('in', x)
    try:
        yield x * 2
    except ValueError as e:
        print('caught', e)
    finally:
        print('out', x)
with cm(1) as a:
    print(a)
with cm(2):
    raise ValueError('v')
try:
    with cm(3):
        raise KeyError('k')
except KeyError as e:
    print('KeyError', e)
with cm('a') as x, cm('b') as y:
    print(x, y)
@contextmanager
def noyield():
    if False: yield
try:
    with noyield(): pass
except RuntimeError as e: print(e)
@contextmanager
def twice():
    yield 1
    yield 2
try:
    with twice(): print('body')
except RuntimeError as e: print(e)
@cm('deco')
def f(): print('f body'); return 'r'
print(f())
def g():
    with cm('ret') as r:
        return r
print(g())
def gen():
    with cm('gen'):
        yield 1
        yield 2
for v in gen():
    print(v)
    break
it = gen(); next(it); it.close()
class CM:
    def __enter__(self): return self
    def __exit__(self, *exc):
        print([type(e).__name__ if e is not None else None for e in exc])
        return exc[0] is ZeroDivisionError
with CM(): 1 / 0
try:
    with CM(): [][1]
except IndexError as e: print(e)
with CM() as c: pass

print("-- decorators")
def deco(f):
    def w(*a, **k):
        print('call', f.__name__, a, k)
        return f(*a, **k)
    return w
def deco2(n):
    def d(f):
        def w(*a): return f(*a) * n
        return w
    return d
@deco
@deco2(3)
def f(x): return x + 1
print(f(2), f.__name__)
@deco
def g(a, *, b=1): """doc"""; return a, b
print(g(1, b=2), g.__doc__)
class D:
    def __init__(self, f): self.f = f; self.n = 0
    def __call__(self, *a): self.n += 1; return self.f(*a)
@D
def h(x): return x * 2
print(h(1), h(2), h.n)
@lambda f: f.__name__
def named(): pass
print(named)
@(lambda c: setattr(c, 'tag', 1) or c)
class C: pass
print(C.tag)
ds = [deco]
@ds[0]
def i(): return 'i'
print(i())
def order(n):
    print('eval', n)
    def d(f): print('apply', n); return f
    return d
@order(1)
@order(2)
def j(): pass
