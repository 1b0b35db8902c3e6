import Testing

@testable import Interpreter

/// Whatever a snippet makes is gone when it ends: counts are kept by hand, so each construct is tried.
struct LiveCountTests {
  static let snippets: [String] = [
    "x = [i * 2 for i in range(10)]\ndel x",
    "x = {str(i): (i, [i]) for i in range(10)}\ndel x",
    "def f(a, *b, c=1, **d): return (a, b, c, d)\nx = f(1, 2, 3, c=4, e=5)\nx = f(*[1, 2], **{'k': 3})\ndel x, f",
    "def g():\n    for i in range(3):\n        yield [i]\nx = list(g())\ny = g(); next(y)\ndel x, y, g",
    "try:\n    [1][5]\nexcept IndexError as e:\n    x = str(e)\nfinally:\n    y = 1\ndel x, y",
    "try:\n    try:\n        1 / 0\n    except ZeroDivisionError as e:\n        raise ValueError('x') from e\nexcept ValueError:\n    pass",
    "x = f'{[1, 2]!r:>10} {3.5:.2f} {\"a\" + \"b\"}'\ndel x",
    "a, (b, *c) = 1, (2, 3, 4)\nb, a = a, b\ndel a, b, c",
    "def outer():\n    n = [0]\n    def inner():\n        n[0] += 1\n        return n\n    return inner\nx = outer()()\ndel x, outer",
    "x = sorted(['b', 'a'], key=lambda s: s.upper(), reverse=True)\nx.append('c'); x.pop(); x[0] = 'z'\ndel x",
    "x = 2 ** 200 + 1\nx -= 1\ny = x // 3 % 7\ndel x, y",
    "class M:\n    def __enter__(self): return self\n    def __exit__(self, *a): return True\nwith M() as m:\n    m.x = [1]\n    raise ValueError\ndel m",
    "x = {1, 2, 3} | {4}\nx.discard(1)\ny = frozenset(x)\ndel x, y",
    "x = [1, 2, 3][::-1] + [4] * 3\ny = x[1:2]\nx[0:2] = [9]\ndel x[0], x, y",
    "s = 'a'\nfor i in range(20):\n    s += 'b' * i\nt = s.replace('b', 'c').split('c')\ndel s, t, i",
    "x = 1 < 2 < 3 and [4] or [5]\ny = [6] if x else [7]\ndel x, y",
    "for i in range(10):\n    if i % 2:\n        continue\n    for j in [1, 2]:\n        break\nelse:\n    x = 1\ndel i, j, x",
    "x = (a := [1, 2])\ndel x, a",
    "x = any(len(s) > 1 for s in ['a', 'bb', 'c'])\nx = dict(zip('ab', [[1], [2]]))\ndel x",
    "import re\nx = [m.groups() for m in re.finditer('(a)(b)?', 'abac' * 100)]\ny = re.sub('a', lambda m: m[0] * 2, 'banana')\ndel x, y, re",
    "import re\ntry:\n    re.compile('(')\nexcept re.error as e:\n    x = e.pos\ntry:\n    re.match('a', 'a').group(1)\nexcept IndexError:\n    pass\ndel x, re",
    "match [1, [2, 3]]:\n    case [a, [b, *c]]:\n        pass\ndel a, b, c",
    // Classes: attributes of all kinds, inheritance, metaclasses, slots.
    "class A:\n    x = [1]\n    def f(self): return super().__repr__()\n    p = property(lambda s: s.x)\nclass B(A):\n    __slots__ = ('q',)\nb = B(); b.q = [2]; b.p; b.f()\ndel b, B, A",
    "class M(type):\n    def __new__(m, n, b, d, **k): return super().__new__(m, n, b, {**d, 'k': k})\nclass A(metaclass=M, o=[1]): pass\nx = type('T', (A,), {'y': [2]})()\ndel x, A, M",
    "class D:\n    def __set_name__(self, o, n): self.n = n\n    def __get__(self, i, o): return [self.n]\n    def __set__(self, i, v): raise AttributeError(v)\nclass A: d = D()\na = A(); x = a.d\ntry: a.d = [1]\nexcept AttributeError: pass\ndel a, x, A, D",
    "class A:\n    def __getattr__(self, n): return [n]\n    def __eq__(self, o): return NotImplemented\n    def __add__(self, o): return A()\na = A(); a.x; a == 1; a + a; a.__class__ = A; vars(a)['z'] = [1]; a.z; del a.z\ndel a, A",
    "class A:\n    def m(self): return 1\na = A(); f = a.m; a.f = f; f(); c = A.m; c(a)\ndel a, f, c, A",
    // Weak references: alive, dead, with callbacks and in the containers.
    "import weakref\nclass A: pass\na = A(); l = []; r = weakref.ref(a, lambda r: l.append(r)); p = weakref.proxy(a); p.x = [1]\ndel a\ntry: p.x\nexcept ReferenceError: pass\ndel l, r, p, A, weakref",
    "import weakref\nclass A: pass\na = A(); d = weakref.WeakValueDictionary(k=a); e = weakref.WeakKeyDictionary({a: [1]}); s = weakref.WeakSet([a])\nlen(d), len(e), len(s)\ndel a\nd.get('k')\ndel d, e, s, A, weakref",
    // Generators: unstarted, suspended, finished, closed, failed and delegating.
    "def g():\n    try:\n        x = yield [1]\n        yield x\n    finally:\n        y = [2]\na = g(); b = g(); next(b); c = g(); next(c); c.send([3]); d = g(); next(d); d.close()\ndel a, b, c, d, g",
    "def g():\n    try: yield 1\n    except ValueError as e: yield [e]\ndef h(): return (yield from g())\na = h(); next(a); x = a.throw(ValueError([1]))\nb = h(); next(b)\ntry: b.throw(KeyError)\nexcept KeyError: pass\ndel a, b, x, g, h",
    "def g():\n    yield [1]\n    return [2]\ni = g(); next(i)\ntry: next(i)\nexcept StopIteration as e: x = e.value\ny = [*g()]; z, = g(); w = (j for j in [[1], [2]]); next(w)\ndel i, x, y, z, w, g",
  ]

  @Test(arguments: snippets)
  func leavesNothing(_ code: String) {
    let session = TestSession()
    // The first runs fill caches, intern names and make shapes. Their classes are cycles.
    for _ in 0..<2 { #expect(session.run(code) == "") }
    session.session.vm.collectCycles()
    let before = session.session.vm.heap.liveObjects
    for _ in 0..<3 { #expect(session.run(code) == "") }
    session.session.vm.collectCycles()
    #expect(session.session.vm.heap.liveObjects == before)
  }

  @Test func collectsCycles() {
    let session = TestSession()
    let code =
      "class N: pass\nfor i in range(100):\n    a = N(); b = N(); a.b = b; b.a = a; c = [a]; c.append(c)\ndel a, b, c, i, N"
    #expect(session.run(code) == "")
    session.session.vm.collectCycles()
    let before = session.session.vm.heap.liveObjects
    #expect(session.run(code) == "")
    #expect(session.session.vm.collectCycles() >= 200)
    // The class itself stays until classes are collected too.
    #expect(session.session.vm.heap.liveObjects - before < 60)
  }
}
