# How loops, try and finally hand control on.

print("-- loops else")
for i in range(3): pass
else: print('else', i)
for i in range(3):
    if i == 1: break
else: print('no')
for i in []: pass
else: print('empty else')
while False: pass
else: print('while else')
n = 3
while n:
    n -= 1
    if n == 1: continue
    print(n)
else: print('done', n)
for i in range(3):
    for j in range(3):
        if j == 1: break
    else: print('inner no')
    if i == 1: break
else: print('outer no')
print(i, j)
for i, j in [(1, 2), (3, 4)]: print(i + j)
for i in range(2): 
    i = 10
    print(i)
x = [1, 2, 3]
for x[0] in 'ab': print(x)
for a, *b in [(1, 2, 3), 'xyz']: print(a, b)
def f():
    for i in range(5):
        if i == 3: return i
    else: return 'else'
print(f())
while True:
    try:
        break
    finally: print('fin')
k = 0
while k < 3: k += 1; print(k, end=','); 
print()
if 0: print('a')
elif []: print('b')
elif 1: print('c')
else: print('d')
pass; pass
for _ in range(0): print('never')
print([i for i in range(10) if i % 3 == 0 if i], end='\n')

print("-- try finally flow")
def a():
    try: return 'try'
    finally: print('fin a')
def b():
    try: return 'try'
    finally: return 'finally'
def c():
    for i in range(3):
        try:
            if i == 1: continue
            print(i)
        finally: print('fin', i)
    else: print('else')
def d():
    while True:
        try: break
        finally: print('brk')
    return 'd'
def e():
    try: raise ValueError('x')
    except ValueError: return 'exc'
    else: return 'else'
    finally: print('fin e')
def f():
    try: pass
    except: pass
    else: return 'else'
    finally: print('fin f')
def g():
    for i in range(3):
        try: raise KeyError
        except KeyError: continue
        finally: print('g', i)
    return 'g'
def h():
    try:
        try: raise ValueError(1)
        finally: raise TypeError(2)
    except TypeError as e: return repr(e), repr(e.__context__)
def i():
    for i in range(3):
        try: 1 / 0
        finally: break
    return 'swallowed'
def j():
    for i in range(2):
        try: return i
        finally: continue
    return 'j end'
def k():
    x = 1
    try: return x
    finally: x = 2
def l():
    try:
        try: return 1
        finally: print('inner')
    finally: print('outer')
def m():
    while 1:
        try:
            try: break
            finally: print('1')
        finally: print('2')
    else: print('no')
def n():
    def gen():
        try: yield 1; yield 2
        finally: print('gen fin')
    for x in gen():
        if x == 1: break
    return 'n'
def o():
    try: 1 / 0
    except ZeroDivisionError as e:
        try: raise KeyError('in handler')
        except KeyError as e2: return repr(e2.__context__)
def p():
    try:
        try: raise ValueError
        except TypeError: print('no')
        else: print('no')
        finally: print('yes')
    except ValueError: return 'outer caught'
for fn in (a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p): print(fn.__name__, fn())
