# What print writes, and how strings are indexed.

print("-- print opts")
import sys, io
print()
print('a', 'b', 3, None, [1])
print('a', 'b', sep='-'); print('a', 'b', sep=''); print('a', end='!\n'); print('x', 'y', sep=None, end=None)
print(*[1, 2, 3], sep=', '); print(*'abc', sep='\n')
print('no newline', end=''); print()
print(1, 2, file=sys.stdout); f = io.StringIO(); print('to file', 5, file=f, sep='|'); print(repr(f.getvalue()))
print('flush', flush=True)
class W:
    def __init__(self): self.d = []
    def write(self, s): self.d.append(s)
w = W(); print('a', 1, file=w); print(w.d)
class F(W):
    def flush(self): self.d.append('FLUSH')
w = F(); print('z', file=w, flush=True); print(w.d)
for kw in [{'sep': 1}, {'end': 1}, {'foo': 1}, {'file': 5}]:
    try: print('x', **kw)
    except Exception as e: print(type(e).__name__, e)
class S:
    def __str__(self): return 'str!'
    def __repr__(self): return 'repr!'
print(S(), [S()], {S(): S()} and '', (S(),))
class B:
    def __str__(self): return 5
try: print(B())
except TypeError as e: print(e)
class R:
    def __repr__(self): return None
for fn in (repr, str, ascii, lambda x: '%s' % x, lambda x: f'{x}'):
    try: fn(R())
    except TypeError as e: print(e)
print('é😀', 'tab\there', r'raw\n', 'nul\0'.replace('\0', '0'))
print(print('inner'))
sys.stdout.write('direct\n'); print(sys.stdout.write('') )
print('a' 'b', 'c' + 'd', sep='')
old = sys.stdout; sys.stdout = io.StringIO(); print('captured'); v = sys.stdout.getvalue(); sys.stdout = old; print(repr(v))

print("-- str index")
s = 'hello'
print(s[0], s[-1], s[1:3], s[::-1], s[10:], s[-100:2], s[4:1:-1], s[::2], s[-1::-2], s[5:5], s[:-10:-1])
for k in (5, -6, 'a', 1.5, None, 2**100, slice(1, 'a'), slice(None, None, 0)):
    try:
        print(s[k])
    except Exception as e:
        print(type(e).__name__, e)
try:
    s[0] = 'x'
except TypeError as e:
    print(e)
try:
    del s[0]
except TypeError as e:
    print(e)
try:
    s.x = 1
except AttributeError as e:
    print(e)
print('ab' * 3, 3 * 'ab', 'ab' * 0, 'ab' * -1, 'a' + 'b', 'a' 'b' "c", 'x' in 'xyz', '' in '', 'lo' in s)
try:
    1 in 'abc'
except TypeError as e:
    print(e)
print('a' < 'b', 'a' < 'B', 'abc' < 'abcd', '' < 'a', 'é' > 'z', 'a' == b'a')
print(len('héllo'), len('😀'), '😀'[0], 'a😀b'[::-1], ord('😀'), chr(128512), [c for c in 'añ😀'])

print("-- mp class store")
class A:
    var = 132
    def __init__(self): self.var2 = 34
a = A()
print(a.var, a.var2, A.var)
a.var = 'inst'; A.var = 'cls'
print(a.var, A.var, A().var)
A.var2 = 'c'; print(a.var2, A.var2)
class B(A): pass
b = B(); print(b.var, B.var); B.var = 'b'; print(A.var, b.var)
setattr(A, 'dyn', lambda self, n: n + 1); print(a.dyn(4))
a.f = lambda: 'no self'; print(a.f())
def m(self): return self.var2
A.m = m; print(a.m(), b.m())
a.__class__.shared = []; a.shared.append(1); print(b.shared)
class E: x = 1; y = x + 1; x = y
print(E.x, E.y)
a.a = a; print(a.a.a.a is a)
class F:
    def g(self): self.h = lambda: self
        
f = F(); f.g(); print(f.h() is f)
