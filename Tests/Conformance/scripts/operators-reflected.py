# Which operand an operator asks, and in which order.

print("-- op reflected")
class A:
    def __add__(self, o): print('A.add'); return NotImplemented
    def __radd__(self, o): print('A.radd'); return 'radd'
    def __eq__(self, o): print('A.eq'); return NotImplemented
    def __lt__(self, o): print('A.lt'); return NotImplemented
    def __gt__(self, o): print('A.gt'); return True
class B(A):
    def __radd__(self, o): print('B.radd'); return 'B'
    def __gt__(self, o): print('B.gt'); return NotImplemented
    def __eq__(self, o): print('B.eq'); return NotImplemented
print(A() + B()); print(B() + A())
try: print(A() + A())
except TypeError as e: print(e)
print(1 + A(), 'a' + A(), [1] + A())
print(A() == A(), A() == 1, 1 == A(), A() != A(), A() == B())
print(A() < A(), A() > 5)
try: print(A() < B())
except TypeError as e: print(e)
try: print(B() < B())
except TypeError as e: print(e)
class C:
    __radd__ = None
    __eq__ = None
    __hash__ = None
try: 1 + C()
except TypeError as e: print(e)
try: C() == 1
except TypeError as e: print(e)
try: hash(C())
except TypeError as e: print(e)
class D:
    def __iadd__(self, o): return NotImplemented
    def __add__(self, o): return 'add'
    def __isub__(self, o): return 'isub'
    __imul__ = None
d = D(); d += 1; print(d)
d = D(); d -= 1; print(d)
d = D()
try: d *= 1
except TypeError as e: print(e)
class E(int):
    def __add__(self, o): return 'E.add'
    def __radd__(self, o): return 'E.radd'
    def __rsub__(self, o): return 'E.rsub'
print(E(1) + 1, 1 + E(1), 5 - E(1), E(1) - 5, 1.5 - E(1))
class F(list):
    def __radd__(self, o): return 'F.radd'
    def __eq__(self, o): return 'F.eq'
print([1] + F(), [] == F(), F() == [], F() + [2])
class G:
    def __rtruediv__(self, o): return 'rtd'
    def __rfloordiv__(self, o): return 'rfd'
    def __rmod__(self, o): return 'rmod'
    def __rand__(self, o): return 'rand'
    def __ror__(self, o): return 'ror'
    def __rxor__(self, o): return 'rxor'
    def __rlshift__(self, o): return 'rls'
    def __rpow__(self, o, m=None): return 'rpow'
    def __rmatmul__(self, o): return 'rmm'
g = G()
print(1 / g, 1 // g, 1 % g, 1 & g, 1 | g, 1 ^ g, 1 << g, 1 ** g, 1 @ g, {} | g, {1} & g, [] @ g, None | g, 1.5 // g)

print("-- bool ops")
print(True + True, True * 3, True & False, True | False, True ^ True, type(True & 1), type(True & True), ~True, -True)
print(bool([]), bool([0]), bool(''), bool('0'), bool(0.0), bool(None), bool(()), bool({}), bool(object()), bool(range(0)), bool(b''))
class B:
    def __bool__(self): return 1
class C:
    def __len__(self): return -1
class D:
    def __len__(self): return 'a'
class E:
    def __len__(self): return 2**100
for k in (B, C, D, E):
    try:
        print(bool(k()))
    except Exception as e:
        print(type(e).__name__, e)
    try:
        print(len(k()))
    except Exception as e:
        print(type(e).__name__, e)
try:
    class X(bool): pass
except TypeError as e:
    print(e)
print(True.__class__, repr(True), str(False), int(True), '%d' % True, f'{True:5}', f'{True!s:>6}', format(True, 'd'), bool.__mro__)
print(1 if [] else 2, [] or 'x', [1] and 'y', not [], None or 0 or '' or 'last', 1 and 2 and 0 and 3)
try:
    bool(1, 2)
except TypeError as e:
    print(e)
try:
    bool(x=1)
except TypeError as e:
    print(e)
