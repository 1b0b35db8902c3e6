# Generators driven by hand: send, throw, close and return values.

print("-- gen send throw")
def g():
    x = yield 1
    print('got', x)
    try:
        y = yield 2
        print('y', y)
    except ValueError as e:
        print('caught', e)
        yield 'handled'
    finally:
        print('finally')
    return 'done'
i = g()
print(next(i), i.send('a'))
print(i.throw(ValueError('oops')))
try:
    next(i)
except StopIteration as e:
    print('stop', e.value)
i = g()
try:
    i.send(5)
except TypeError as e:
    print(e)
print(i.send(None))
i.close()
try:
    next(i)
except StopIteration as e:
    print('stopped', e.value, e.args)
i = g()
next(i); next(i)
try:
    i.throw(KeyError('k'))
except KeyError as e:
    print('KeyError', e)
i = g(); next(i); next(i)
print(i.close())
i = g()
try:
    i.throw(ValueError, 'never started')
except ValueError as e:
    print(e)
try:
    i.throw(5)
except TypeError as e:
    print(e)
print(list(g()))

print("-- gen close")
def g():
    try:
        yield 1
    except GeneratorExit:
        print('exit')
        raise
    finally:
        print('fin')
x = g(); next(x); x.close(); x.close()
def ignores():
    while True:
        try:
            yield 1
        except GeneratorExit:
            print('ignored')
            return
x = ignores(); next(x); x.close()
def bad():
    try:
        yield 1
    except GeneratorExit:
        yield 2
x = bad(); next(x)
try:
    x.close()
except RuntimeError as e:
    print(e)
def raiser():
    try:
        yield 1
    finally:
        raise ValueError('in finally')
x = raiser(); next(x)
try:
    x.close()
except ValueError as e:
    print(e, repr(e.__context__))
x = g(); x.close()
print(list(x))
def early():
    yield 1
    return
    yield 2
print(list(early()))
def stop():
    yield 1
    raise StopIteration
try:
    list(stop())
except RuntimeError as e:
    print(e, repr(e.__cause__))
def running():
    yield next(me)
me = running()
try:
    next(me)
except ValueError as e:
    print(e)
print(type(me), me.gi_frame, me.gi_running, me.__name__, me.__qualname__)

print("-- generator misc")
def fib():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b
import itertools
print(list(itertools.islice(fib(), 10)), [x for x, _ in zip(fib(), range(5))])
def tree(t):
    if isinstance(t, list):
        for x in t: yield from tree(x)
    else: yield t
print(list(tree([1, [2, [3, 4], 5], [[6]]])))
def avg():
    total = n = 0
    r = None
    while True:
        v = yield r
        total += v; n += 1; r = total / n
a = avg(); next(a); print(a.send(10), a.send(20), a.send(30))
def g():
    print('start')
    x = yield
    print('x', x)
    y = yield x
    print('y', y)
i = g(); print(next(i)); print(i.send('a'))
try: i.send('b')
except StopIteration: print('end')
def empty():
    return
    yield
print(list(empty()), next(empty(), 'default'))
def ret():
    yield 1
    return 'value'
def wrap():
    r = yield from ret()
    print('got', r)
    return 'outer'
w = wrap(); print(next(w))
try: next(w)
except StopIteration as e: print(e.value)
def exc():
    try: yield 1
    except: print('any'); yield 2
    yield 3
e = exc(); next(e); print(e.throw(Exception), list(e))
def nested():
    def inner():
        yield from range(3)
    yield from inner()
    yield from (x * 10 for x in range(2))
    yield from 'ab'
    yield from {'k': 1}
print(list(nested()), sum(x for x in nested() if isinstance(x, int)))
def countdown(n):
    while n: 
        s = yield n
        if s: n = s
        else: n -= 1
c = countdown(5); print(next(c), next(c), c.send(10), next(c)); c.close()
print(type(c).__name__, iter(c) is c, hasattr(c, 'send'), c.gi_frame is None)
class Tree:
    def __init__(self, v, l=None, r=None): self.v, self.l, self.r = v, l, r
    def __iter__(self):
        if self.l: yield from self.l
        yield self.v
        if self.r: yield from self.r
print(list(Tree(2, Tree(1), Tree(3))), 3 in Tree(2, Tree(1), Tree(3)), *Tree(1))
def tryfin():
    try:
        yield 1
    finally:
        print('cleanup')
for v in tryfin(): print(v)
t = tryfin(); next(t); del t; print('deleted')
def loc():
    x = 1
    yield x
    x += 1
    yield x
l1, l2 = loc(), loc(); print(next(l1), next(l2), next(l1), next(l2))
gg = (yield_val for yield_val in 'abc'); print(next(gg), *gg)
print((lambda: (yield))().__next__() is None)
