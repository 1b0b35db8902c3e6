# Which variable a name is: nonlocal, global, class bodies and private names.

print("-- nonlocal global")
x = 0
def a():
    x = 1
    def b():
        nonlocal x
        x = 2
        def c():
            global x
            x = 3
            def d():
                return x
            return d()
        return c(), x
    r = b()
    return r, x
print(a(), x)
def counter():
    c = {'n': 0}
    def inc():
        c['n'] += 1
        return c['n']
    return inc
i = counter(); i(); print(i())
def f():
    a = 1
    def g():
        nonlocal a
        a += 1
        del a
    g()
    try: return a
    except NameError as e: return str(e)
print(f())
def loop():
    fs = []
    for i in range(3):
        def inner(i=i): return i
        fs.append(inner)
    return [q() for q in fs]
print(loop())
class C:
    x = 'class x'
    def m(self): return x
    def n(self): return self.x
    global gg
    gg = 'set in class'
print(C().m(), C().n(), gg)
def outer():
    y = 'outer y'
    class D:
        y = y if False else 'D y'
        def m(self): return y
        z = [y for _ in range(1)]
    return D().m(), D.y, D.z
print(outer())
def rec(n):
    def helper(k): return 1 if k == 0 else k * helper(k - 1)
    return helper(n)
print(rec(5))
def swap():
    a, b = 1, 2
    def s():
        nonlocal a, b
        a, b = b, a
    s()
    return a, b
print(swap())
def exc_scope():
    e = 'before'
    try: raise ValueError
    except ValueError as e: pass
    try: return e
    except UnboundLocalError as x: return str(x)
print(exc_scope())
def for_scope():
    for k in range(3): pass
    def h(): return k
    k = 'after'
    return h()
print(for_scope())
def deflt(n=x): return n
x = 99
print(deflt(), x)
def lam(): return [f(i) for i, f in enumerate([lambda v: v, lambda v: v * x])]
print(lam())
def imp():
    global math
    import math
imp(); print(math.floor(2.5))
def aug():
    try: x += 1
    except UnboundLocalError as e: print(e)
aug()
def nl_gen():
    t = 0
    def g():
        nonlocal t
        for i in range(3):
            t += i
            yield t
    return list(g()), t
print(nl_gen())

print("-- name mangling")
class A:
    __x = 1
    def __init__(self): self.__y = 2
    def get(self): return self.__x, self.__y, self.__dunder__
    __dunder__ = 'd'
    def __priv(self): return 'priv'
    def call(self): return self.__priv()
    def setg(self):
        global __g
        __g = 5
    def loc(self):
        __l = 3
        return __l, sorted(k for k in locals())
    def kw(self, __k=1): return __k
    def imp(self):
        import os as __o
        return [k for k in locals()][1]
    def inner(self):
        class B:
            __z = 9
        return [k for k in B.__dict__ if 'z' in k]
    def exc(self):
        try: 1 / 0
        except ZeroDivisionError as __e: return type(__e).__name__
    def comp(self): return [__i for __i in range(2)]
    def s(self): return 'self.__x', f'{self.__x}', getattr(self, '_A__x')
a = A()
print(a.get(), a._A__x, a._A__y, a.call(), a._A__priv(), a.loc(), a.kw(), a.imp(), a.inner(), a.exc(), a.comp(), a.s(), a.__dict__)
a.setg(); print(_A__g)
print(a.kw(_A__k=4))
try: a.__x
except AttributeError as e: print(e)
class _U:
    __v = 1
    def g(self): return self.__v
print(_U()._U__v, _U().g())
class ___: 
    __v = 1
print([k for k in ___.__dict__ if 'v' in k])
class C(A):
    def get2(self): return self.__x
try: C().get2()
except AttributeError as e: print(e)
