def t(f, *a, **k):
    try:
        r = f(*a, **k)
        print(repr(r))
    except BaseException as e:
        print(type(e).__name__, e)
def g():
    try:
        x = yield 1
        print('got', x)
        y = yield 2
        print('got', y)
    except ValueError as e:
        print('caught', e); yield 'v'
    finally: print('fin')
    return 'ret'
a = g(); t(lambda: a.send(3)); print(next(a), a.send('s')); t(lambda: a.throw(ValueError('th'))); t(lambda: next(a)); t(lambda: next(a))
b = g(); next(b); t(b.close); t(b.close); t(lambda: next(b)); t(lambda: b.throw(KeyError('k'))); t(lambda: b.send(None))
c = g(); t(lambda: c.throw(KeyError, 'x')); t(lambda: next(c)); c2 = g(); t(c2.close)
def ign():
    while True:
        try: yield
        except GeneratorExit: pass
d = ign(); next(d); t(d.close)
def selfy():
    yield next(me)
me = selfy(); t(lambda: next(me)); t(lambda: next(me))
def stop():
    yield 1
    raise StopIteration('inner')
s = stop(); next(s); t(lambda: next(s))
try:
    s = stop(); next(s); next(s)
except RuntimeError as e: print(repr(e), repr(e.__cause__))
def outer():
    r = yield from g()
    print('r', r)
    return r
o = outer(); print(next(o), o.send('A')); t(lambda: o.send('B')); 
o = outer(); next(o); t(lambda: o.throw(ValueError('deep'))); t(lambda: next(o))
o = outer(); next(o); o.close()
o = outer(); next(o); t(lambda: o.throw(KeyError('thru')))
def deleg(x):
    r = yield from x
    return r
print(list(deleg([1, 2])), list(deleg('ab'))); t(lambda: list(deleg(3))); 
class It:
    def __iter__(self): return self
    def __next__(self): raise StopIteration('itval')
def dd():
    r = yield from It(); print('r', r)
list(dd())
class Snd:
    def __iter__(self): return self
    def __next__(self): return 'n'
    def send(self, v): return ('sent', v)
    def throw(self, *a): return ('thrown', a[0].__name__ if isinstance(a[0], type) else a)
    def close(self): print('closed')
z = deleg(Snd()); print(next(z), z.send(3)); z.close()
z = deleg(iter([1, 2])); next(z); t(lambda: z.send(5))
z = deleg(iter([1, 2])); next(z); t(lambda: z.throw(KeyError('q')))
k = g(); print(k.gi_running, k.gi_frame is not None, k.gi_code.co_name, k.gi_yieldfrom, k.__name__, k.__qualname__); next(k); print(k.gi_frame.f_lineno); k.close(); print(k.gi_frame)
def yf():
    yield from [1, 2]
y = yf(); print(y.gi_yieldfrom); next(y); print(type(y.gi_yieldfrom)); 
k.__name__ = 'renamed'; print(k.__name__); t(lambda: setattr(k, '__name__', 3))
t(lambda: k.throw(3)); t(lambda: k.throw()); t(lambda: g().throw(ValueError, 'a', 3))
# freed
def fr(n):
    try:
        yield n
    finally:
        print('freed', n)
q = fr(1); next(q); del q; print('after del')
q = fr(2); del q; print('unstarted')
def user():
    for x in fr(3): return x
print(user())
for x in fr(4): break
print('loop done')
def withgen():
    with open_(5): yield 1
class open_:
    def __init__(s, n): s.n = n
    def __enter__(s): return s
    def __exit__(s, *a): print('exit', s.n, a[0])
w = withgen(); next(w); w = None; print('w done')
# scoping
x = 10
class C:
    x = 5
    l = [x for _ in range(1)]
    gl = list(x for _ in range(1))
print(C.l, C.gl)
t(lambda: list(i for i in 5)); t(lambda: (i for i in 5))
def gen_exp():
    fs = [lambda: i for i in range(3)]
    return [f() for f in fs]
print(gen_exp(), sum(i * j for i in range(3) for j in range(i)), list((a, b) for a in 'ab' for b in 'cd' if b != 'c'))
def nested():
    for i in range(3):
        try:
            try: yield i
            finally: print('f', i)
        except ValueError: print('ve')
        else: print('else')
n = nested(); next(n); n.throw(ValueError); n.send(None); n.close()
def gret():
    return 5
    yield
t(lambda: next(gret()))
try: next(gret())
except StopIteration as e: print(e.value, e.args)
def exc_in_gen():
    try: yield 1
    except ValueError:
        yield 2
        raise
e = exc_in_gen(); next(e); e.throw(ValueError('orig')); t(lambda: next(e))
import sys
def ctx():
    print(sys.exc_info()[0]); yield 1; print(sys.exc_info()[0]); yield 2
try: raise KeyError
except KeyError:
    c = ctx(); next(c)
next(c)
def comm():
    total = 0
    while True:
        v = yield total
        if v is None: return total
        total += v
c = comm(); next(c); c.send(3); c.send(4); t(lambda: c.send(None))
print(type(g()), repr(g())[:20], iter(c) is c)
it = iter(lambda: 3, 3); print(list(it))
def inf():
    n = 0
    while True: yield n; n += 1
i = inf(); print([next(i) for _ in range(3)])
a, b, *c = (i for i in range(5)); print(a, b, c)
print(max((len(w), w) for w in ['a', 'bbb', 'cc']), dict((k, v) for k, v in [(1, 2)]), {i for i in range(3)}, ','.join(str(i) for i in range(3)))
