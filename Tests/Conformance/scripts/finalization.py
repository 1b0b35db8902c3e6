import gc, weakref, sys
class A:
    def __init__(self, n=0): self.n = n
    def __del__(self): print('del', self.n)
    def __repr__(self): return f'A({self.n})'
a = A(1); del a; print('x')
a = A(2); a = None; b = A(3); b.me = b; del b; print('collecting', gc.collect() > 0)
def f(): a = A(4); return 5
print(f())
class R:
    keep = []
    def __del__(self): print('res'); R.keep.append(self)
r = R(); del r; print(len(R.keep)); R.keep.clear(); print('cleared')
class Bad:
    def __del__(self): raise ValueError('in del')
class W:
    def m(self): return 'm'
    def __call__(self): return 'called'
    def __len__(self): return 7
    def __getitem__(self, i): return i
w = W(); r = weakref.ref(w); print(r() is w, repr(r)[:12], r == weakref.ref(w), r is weakref.ref(w), hash(r) == hash(w)); del w; print(r(), repr(r)[-7:-1])
def cb(x): print('cb', x is r2)
w = W(); r2 = weakref.ref(w, cb); print(weakref.getweakrefcount(w), weakref.getweakrefs(w) == [r2], r2.__callback__ is cb); del w; print(r2())
w = W(); p = weakref.proxy(w); print(p.m(), p(), len(p), p[3], type(p).__name__); p.attr = 5; print(w.attr); del w
try: p.m()
except ReferenceError as e: print(e)
for bad in (1, 'a', [], (), {}, None, 1.5):
    try: weakref.ref(bad)
    except TypeError as e: print(e)
class Sl: __slots__ = ('a',)
try: weakref.ref(Sl())
except TypeError as e: print(e)
class Sw: __slots__ = ('a', '__weakref__')
s = Sw(); print(weakref.ref(s)() is s); fs = {1}; print(weakref.ref(fs)() is fs)
def fn(): pass
print(weakref.ref(fn)() is fn, weakref.ref(W)() is W)
d = weakref.WeakValueDictionary(); x = W(); y = W(); d['x'] = x; d['y'] = y; print(len(d), sorted(d), 'x' in d, d['x'] is x, d.get('q', 1)); del x; print(len(d), list(d.keys())); 
try: d['x']
except KeyError as e: print('KeyError', e)
k = weakref.WeakKeyDictionary(); x = W(); k[x] = 1; print(len(k), k[x], x in k, list(k.values())); del x; print(len(k))
s = weakref.WeakSet(); x = W(); s.add(x); print(len(s), x in s); del x; print(len(s))
x = W(); fz = weakref.finalize(x, print, 'finalized', 1); print(fz.alive); del x; print(fz.alive); 
x = W(); fz = weakref.finalize(x, lambda a: a * 2, 21); print(fz(), fz(), fz.alive); fz2 = weakref.finalize(x, print, 'no'); print(fz2.peek()[2], fz2.detach()[2]); del x
x = W(); wm = weakref.WeakMethod(x.m); print(wm()()); del x; print(wm())
# cycles
class N: pass
def cyc(kind):
    n = N()
    if kind == 0: n.n = n
    if kind == 1: n.l = [n]
    if kind == 2: n.d = {'k': n}
    if kind == 3: n.f = lambda: n
    if kind == 4: n.m = n.__init__; n.mm = [n.m]
    if kind == 5:
        def g(): yield n
        n.g = g(); next(n.g)
    if kind == 6: n.t = (n,)
    if kind == 7:
        class L: me = n
        n.c = L; n.i = L()
    if kind == 8: n.__dict__['x'] = n.__dict__
    if kind == 9:
        try: raise ValueError
        except ValueError as e: n.e = e; e.n = n
    return weakref.ref(n)
gc.collect()
for kind in range(10):
    r = cyc(kind); gc.collect(); print(kind, r())
class Node:
    def __init__(self): self.children = []; self.parent = None
    def add(self, c): self.children.append(c); c.parent = self
    def __del__(self): pass
root = Node(); root.add(Node()); r = weakref.ref(root.children[0]); del root; print(r() is None); gc.collect(); print(r())
print(gc.isenabled()); gc.disable(); print(gc.isenabled()); gc.enable(); print(gc.collect(), gc.collect())
class G:
    def __del__(self): print('G del', hasattr(self, 'other'))
g1, g2 = G(), G(); g1.other = g2; g2.other = g1; del g1, g2; gc.collect(); print('done')
print(sys.getrefcount(object()) >= 1)
# deep
def deep(make, n=100000):
    x = None
    for _ in range(n): x = make(x)
    return x
for mk in (lambda x: [x], lambda x: (x,), lambda x: {'a': x}, lambda x: (lambda: x)):
    d = deep(mk); del d
class LN:
    def __init__(s, x): s.next = x
d = deep(LN); del d
def gg(x):
    yield x
d = deep(gg); del d
d = deep(lambda x: [x])
for f in (repr, str, lambda v: v == deep(lambda x: [x])):
    try: f(d); print('no error')
    except RecursionError as e: print('RecursionError')
import copy
try: copy.deepcopy(d)
except RecursionError: print('RecursionError')
# many attributes
o = N()
for i in range(2000): setattr(o, f'a{i}', i)
print(sum(getattr(o, f'a{i}') for i in range(2000)), len(o.__dict__)); 
for i in range(0, 2000, 2): delattr(o, f'a{i}')
print(len(vars(o)), o.a1, hasattr(o, 'a0'))
print('end')


# A finalizer that lets an object go which has one, over and over.
class Chain:
    finalized = 0

    def __init__(self, left):
        self.left = left

    def __del__(self):
        Chain.finalized += 1
        return Chain(self.left - 1) if self.left else None


Chain(10_000)
print("chain", Chain.finalized)
