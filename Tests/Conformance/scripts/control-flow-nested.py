# Loops in loops, and exceptions raised while others are handled.

print("-- cf nested loops")
def f():
    for i in range(3):
        for j in range(3):
            if j == 2: break
            if i == 1: continue
            print(i, j)
        else:
            print('never')
    else:
        print('outer else')
f()
def g():
    while True:
        while True:
            while True:
                return 'deep return'
print(g())
def h():
    for x in range(5):
        try:
            if x == 1: continue
            if x == 3: break
            print(x)
        finally:
            print('f', x)
    return x
print(h())
def k():
    for x in [1, 2, 3]:
        try:
            raise ValueError(x)
        except ValueError as e:
            if x == 2: return e.args
        else:
            print('no')
        finally:
            print('fin', x)
print(k())
i = 10
while i:
    i -= 1
    if i % 2: continue
    if i < 4: break
    print(i, end=' ')
else:
    print('no')
print(i)
for a in range(2):
    for b in range(2):
        for c in range(2):
            print(a, b, c, sep='', end=' ')
print()
n = 0
for n in range(10):
    if n == 5: break
print(n)
for n in []: pass
print(n)
x = [1, 2, 3, 4, 5]
for y in x[:]:
    if y % 2: x.remove(y)
print(x)
for i in range(10, 0, -3): print(i, end=',')
print()
it = iter(range(6))
for i in it:
    print(i, next(it, None))
for k, v in sorted({'a': 1, 'b': 2}.items()): print(k, v)
for i, c in enumerate('ab', 1): print(i, c)
for a, b in zip([1, 2], [3, 4]): print(a * b)
for ch in 'hey': print(ch, end='-')
print()
def gen():
    try:
        while True: yield 1
    finally: print('gen closed')
for v in gen():
    break
print('after')

print("-- exc exit types")
import sys
for a in [(), (None,), (0,), (5,), ('msg',), ([1],), ((1, 2),), (1.5,)]:
    try:
        sys.exit(*a)
    except SystemExit as e:
        print(repr(e), e.code, e.args)
for f in (exit, quit):
    try:
        f(2)
    except SystemExit as e:
        print(e.code)
try:
    raise SystemExit
except BaseException as e:
    print(type(e), e.code)
try:
    sys.exit(1, 2)
except TypeError as e:
    print(e)
print(issubclass(SystemExit, Exception), issubclass(KeyboardInterrupt, Exception), issubclass(GeneratorExit, BaseException))

print("-- input builtin")
import sys, io
sys.stdin = io.StringIO('line one\n42\n\nlast')
print(repr(input()), int(input('num: ')), repr(input()), repr(input('> ')))
try: input()
except EOFError as e: print('EOF', e)
sys.stdin = io.StringIO('a b c\n1 2 3\n')
print(input().split(), [int(x) for x in input().split()], sum(map(int, '1 2'.split())))
sys.stdin = io.StringIO('x\ny\nz')
print([l.strip() for l in sys.stdin])
sys.stdin = io.StringIO('r1\nr2\n'); print(sys.stdin.readline(), sys.stdin.read())
