# Every form of assignment and of del.

print("-- assign forms")
a = b = c = []
a.append(1); print(a, b, c, a is c)
x, y = 1, 2; x, y = y, x; print(x, y)
(a, b), [c, d] = (1, 2), (3, 4); print(a, b, c, d)
a, *b = 'xyz'; print(a, b)
*a, b = [1]; print(a, b)
i = 0
i, l = 1, [0, 0]; l[i] = i; print(l)
i = 0; l = [0, 1, 2]; i, l[i] = 2, 'x'; print(i, l)
x = 5; x += 1; x -= 2; x *= 3; x //= 2; x **= 2; x %= 7; x <<= 3; x >>= 1; x |= 1; x &= 7; x ^= 2; print(x)
x = 7; x /= 2; print(x)
d = {}; d['a'] = d['b'] = 1; d['a'] += 5; print(d)
class O: pass
o = O(); o.a = o.b = 3; o.a -= 1; print(o.a, o.b)
def f(): print('f'); return o
f().a += 1; print(o.a)
def idx(): print('idx'); return 0
l = [10]; l[idx()] += 1; print(l)
s = 'a'; s *= 3; s += 'b'; print(s)
t = (1,); u = t; t += (2,); print(t, u)
l = [1]; m = l; l += [2]; l = l + [3]; print(l, m)
x: int = 5; y: 'undefined thing' = 6; z: list
print(x, y, __annotations__)
try: z
except NameError as e: print(e)
(w): int = 1; print('w' in __annotations__)
class A: q: int = 1; r: str
print(A.__annotations__, hasattr(A, 'r'))
def g():
    v: int
    try: v
    except UnboundLocalError as e: print(e)
g()
(n := 5); print(n, (m := n + 1), [k := 1, k + 1], m)
print((lambda: (zz := 3) + zz)())
while (n := n - 1) > 2: print('n', n)
if (match := 'abc'.find('b')) != -1: print(match)
a = 1,; print(a)
a = *range(3), 9; print(a)
[] = (); () = []; print('empty ok')
try: a, b = {}
except ValueError as e: print(e)
a, b = {'x': 1, 'y': 2}; print(a, b)
a, (b, (c, *d)), e = 1, (2, (3, 4, 5)), 6; print(a, b, c, d, e)
first, second = map(int, '4 5'.split()); print(first + second)
x = y = z = 0; x = (y := 2) + y; print(x, y)

print("-- del stmt")
x = 1
del x
try: x
except NameError as e: print(e)
a, b, c = 1, 2, 3
del a, (b, c)
for n in 'abc': print(n in globals())
l = list(range(5)); del l[0], l[-1]; print(l); del l[:]; print(l)
d = {'a': 1, 'b': 2}; del d['a']; print(d)
try: del d['zz']
except KeyError as e: print(repr(e))
class A: pass
o = A(); o.x = 1; del o.x
try: del o.x
except AttributeError as e: print(e)
A.y = 1; del A.y
try: del A.y
except AttributeError as e: print(e)
def f():
    x = 1
    del x
    try: print(x)
    except UnboundLocalError as e: print(e)
f()
def g():
    del undefined_local
    undefined_local = 1
try: g()
except UnboundLocalError as e: print(e)
try: del [][0]
except IndexError as e: print(e)
try: del (1,)[0]
except TypeError as e: print(e)
try: del 'abc'[0]
except TypeError as e: print(e)
try: del A().nope
except AttributeError as e: print(e)
def h(p):
    del p
    return 'p' in locals()
print(h(1))
def cl():
    v = 1
    def inner(): return v
    del v
    try: inner()
    except NameError as e: print(type(e).__name__, e)
cl()
x = y = [1]; del x; print(y)
for i in range(3): pass
del i
try: i
except NameError as e: print(e)
del (l), [d]
print('l' in globals(), 'd' in globals())

print("-- mp attr del")
class C:
    def f(self): pass
c = C()
print(hasattr(c, 'f'), hasattr(c, 'x'))
c.x = 1
print(c.x)
del c.x
try:
    del c.x
except AttributeError:
    print('AttributeError')
try:
    del c.f
except AttributeError:
    print('AttributeError f')
try:
    del c.nope.deeper
except AttributeError:
    print('deep')
C.x = 5
print(c.x, C().x)
del C.x
try:
    del C.x
except AttributeError:
    print('class attr')
try:
    int.to_bytes = 1
except TypeError:
    print('TypeError')
try:
    del int.to_bytes
except TypeError:
    print('TypeError')
