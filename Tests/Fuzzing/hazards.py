"""Programs in which a container is changed by the very code that a builtin calls while it works on it."""

CONTAINERS = {
    "list": ("[E(i) for i in range(n)]", ["c.clear()", "c.pop()", "c[:] = []", "del c[0]", "c.append(E(9))", "c.extend([E(8)] * 200)", "c.insert(0, E(7))",
                                          "c.reverse()", "c[0] = None", "c.sort()", "c.__init__()", "c.__init__([E(5)] * 3)", "c *= 0", "c.remove(c[0])"]),
    "dict": ("{E(i): E(i + 50) for i in range(n)}", ["c.clear()", "c.popitem()", "c[len(c)] = E(1)", "c.update({i: E(i) for i in range(200)})", "c.pop(next(iter(c)), 0)",
                                                    "c.update(dict.fromkeys(list(c), None))", "c.__init__()", "c.setdefault(E(3), E(4))", "del c[next(iter(c))]"]),
    "set": ("{E(i) for i in range(n)}", ["c.clear()", "c.pop()", "c.add(E(99))", "c.update([E(i) for i in range(200)])", "c.__init__()", "c &= set()", "c ^= c",
                                         "c.discard(next(iter(c), 0))", "c.symmetric_difference_update([E(1)])"]),
    "deque": ("deque(E(i) for i in range(n))", ["c.clear()", "c.pop()", "c.popleft()", "c.append(E(9))", "c.appendleft(E(9))", "c.extend([E(8)] * 200)", "c.rotate(1)",
                                               "c.insert(0, E(1))", "del c[0]", "c.reverse()", "c.__init__()", "c.remove(c[0])", "c.extendleft([1] * 99)", "c[0] = None"]),
    "OrderedDict": ("OrderedDict((E(i), E(i + 50)) for i in range(n))", ["c.clear()", "c.popitem()", "c.popitem(False)", "c[len(c)] = 1", "c.move_to_end(next(iter(c)))", "c.pop(next(iter(c)), 0)"]),
    "Counter": ("Counter([E(i % 3) for i in range(n)])", ["c.clear()", "c.update([E(i) for i in range(99)])", "c.popitem()", "c.subtract([1, 2])"]),
    "defaultdict": ("defaultdict(lambda: E(0), {E(i): [E(i)] for i in range(n)})", ["c.clear()", "c[len(c) + 7]", "c.popitem()", "c.default_factory = None"]),
    "bytearray": ("bytearray(range(65, 65 + n))", ["c.clear()", "c.extend(b'x' * 300)", "del c[:]", "c.pop()", "c.append(1)", "c[:] = b'z'", "c *= 3"]),
    "array": ("array('i', range(n))", ["del c[:]", "c.pop()", "c.append(1)", "c.extend(range(99))"]),
    "object": ("E(n)", ["c.__dict__.clear()", "c.__class__ = F", "del c.n", "c.m = c", "E.__eq__ = None", "del E.__hash__", "E.x = property(repr)", "E.__dict__"]),
}  # fmt: skip

USES = {
    "any": ["c == c2", "c != c2", "c < c2", "repr(c)", "str(c)", "f'{c}'", "'%s' % (c,)", "'{}'.format(c)", "list(c)", "tuple(c)", "set(c)", "dict(c)", "sorted(c)", "len(c)",
            "bool(c)", "hash(c)", "E(1) in c", "E(1) not in c", "[*c]", "{*c}", "(*c,)", "f(*c)", "f(**c)", "{**c}", "a, *b = c", "for x in c: hash(x), x == E(1)", "max(c)",
            "min(c, key=E)", "sum(c, E(0))", "any(c)", "all(c)", "list(map(E.__hash__, c))", "list(filter(None, c))", "list(zip(c, c))", "list(enumerate(c))", "list(reversed(c))",
            "iter(c).__length_hint__()", "next(iter(c))", "copy.copy(c)", "copy.deepcopy(c)", "json.dumps(c)", "json.dumps(c, default=E.d)", "json.dumps(c, sort_keys=True)",
            "c[E(1)]", "c[E(1)] = E(2)", "del c[E(1)]", "c[E(0):E(2)]", "c[E(0):E(2)] = [E(1), E(2)]", "c[E(0):E(4):E(2)] = c", "c[E(0):E(3)] = c", "del c[E(0):E(2)]", "del c[::E(2)]",
            "c + c2", "c * E(2)", "c | c2", "c & c2", "c - c2", "c ^ c2", "c |= c2", "c &= c2", "c -= c2", "c ^= c2", "c += c2", "c *= E(2)", "c += (E(i) for i in g())", "c.copy()",
            "c.index(E(1))", "c.index(E(1), E(0), E(3))", "c.count(E(1))", "c.remove(E(1))", "c.insert(E(1), E(2))", "c.pop(E(1))", "c.extend(g())", "c.extend(c)", "c.sort()",
            "c.sort(key=E.k)", "c.sort(key=lambda x: x, reverse=E(1))", "c.update(g())", "c.update(c2)", "c.update(zip(g(), g()))", "c.get(E(1), E(2))", "c.setdefault(E(1), E(2))",
            "c.pop(E(1), E(3))", "c.popitem()", "c.fromkeys(g(), E(1))", "dict.fromkeys(c, E(1))", "c.keys() & c2", "c.keys() | g()", "c.items() == c2.items()", "c.items() - c2.items()",
            "E(1) in c.values()", "(E(1), E(51)) in c.items()", "list(c.items())", "c.union(c2, g())", "c.intersection(g())", "c.difference(g())", "c.symmetric_difference(g())", "c.issubset(c2)",
            "c.issuperset(g())", "c.isdisjoint(g())", "c.intersection_update(c2)", "c.difference_update(g())", "c.symmetric_difference_update(g())", "c.add(E(1))", "c.discard(E(1))",
            "c.append(E(1))", "c.rotate(E(1))", "c.appendleft(E(1))", "c.extendleft(g())", "heapq.heapify(c)", "heapq.heappush(c, E(1))", "heapq.heappop(c)", "heapq.nlargest(3, c)",
            "heapq.nsmallest(3, c, key=E.k)", "list(heapq.merge(c, c2))", "heapq.heappushpop(c, E(1))", "heapq.heapreplace(c, E(0))", "bisect.bisect(c, E(2))", "bisect.insort(c, E(2))",
            "bisect.bisect_left(c, E(2), E(0), E(4))", "functools.reduce(E.__add__, c)", "list(itertools.chain(c, g()))", "list(itertools.accumulate(c))", "list(itertools.groupby(c))",
            "list(itertools.product(c, c))", "list(itertools.permutations(c, 2))", "list(itertools.islice(c, E(1), E(3)))", "list(itertools.compress(c, c))", "list(itertools.takewhile(E.k, c))",
            "list(itertools.starmap(E.k, c))", "list(itertools.zip_longest(c, g()))", "list(itertools.tee(c)[1])", "list(itertools.dropwhile(E.k, c))", "list(itertools.pairwise(c))",
            "list(itertools.islice(itertools.cycle(c), 9))", "Counter(c)", "Counter(c) - Counter(c2)", "Counter(c).most_common(2)", "deque(c, E(2))", "OrderedDict(c)", "c.move_to_end(E(1))",
            "c.most_common()", "c.total()", "list(c.elements())", "', '.join(c)", "b','.join(c)", "bytes(c)", "bytearray(c)", "print(c, file=None)", "print(*c, sep=E(1), file=W())", "isinstance(E(1), c)",
            "setattr(c, 'm', E(1))", "getattr(c, 'n')", "vars(c)", "dir(c)", "c()", "with_(c)", "str.format('{0.n}{1[0]}', c, c)", "'%d %s %r' % c", "'%(a)s' % c", "format(c, E(1))",
            "range(E(1), E(5))[E(2)]", "slice(E(1), E(2)).indices(E(5))", "int(E(1))", "float(E(1))", "complex(E(1))", "round(E(1))", "divmod(E(1), E(2))", "pow(E(1), E(2), E(3))",
            "chr(E(65))", "bytes(E(3))", "bytearray(E(3))", "'a' * E(3)", "'abc'[E(1)]", "'abc'.find('c', E(0), E(3))", "c.find(b'C', E(0), E(3))", "c.replace(b'A', c)", "c.translate(c)",
            "c.split(c2)", "c.join([c, c])", "c.hex(E(1))", "c.startswith(c2, E(0))", "c.decode()", "memoryview(c)[E(0)]", "m = memoryview(c); c.extend(b'zzz' * 99); bytes(m)",
            "random.shuffle(c)", "random.choice(c)", "random.sample(c, E(2))", "random.choices(c, weights=c, k=3)", "math.fsum(c)", "math.prod(c)", "math.gcd(E(2), E(4))", "math.factorial(E(3))",
            "math.dist(c, c2)", "math.hypot(*c)", "re.sub('a', E.k, 'aaa')", "re.split('a', E(1))", "statistics.mean(c)", "statistics.median(c)", "sys.getsizeof(c)", "operator.itemgetter(E(1), E(2))(c)",
            "operator.attrgetter('n.n')(c)", "operator.length_hint(c)", "operator.concat(c, c2)", "operator.countOf(c, E(1))", "operator.indexOf(c, E(1))", "functools.partial(E.k, *c)(1)",
            "functools.lru_cache(2)(E.k)(E(1))", "functools.cmp_to_key(E.cmp)(c) < functools.cmp_to_key(E.cmp)(c2)", "sorted(c, key=functools.cmp_to_key(E.cmp))", "enum_(c)", "namedtuple('N', c)",
            "namedtuple('N', 'a b')._make(c)", "type('T', tuple(c), {})", "type('T', (), c)", "types.SimpleNamespace(**c)", "string.Template('$a').substitute(c)", "pprint.pformat(c)",
            "exec('x = 1', c)", "eval('x', c)", "exec('x = 1', {}, c)", "globals().update(c)", "struct.pack('ii', *c)", "c.tolist()", "next(c, E(1))", "iter(c.pop, E(1))", "list(iter(c.pop, E(1)))",
            "match_(c)", "compile_(c)", "raise_(c)", "super_(c)", "c.__reduce__()", "c.__getitem__(E(1))", "weakref.ref(c)", "gc.collect()", "traceback.format_exception(X(c))", "str(X(c, c))", "repr(X(*c))",
            "contextlib_(c)", "dataclass_(c)", "torch.tensor(c)", "torch.zeros(c)", "torch.cat(c)", "torch.zeros(3)[c]", "torch.stack(c)", "torch.zeros(2, 2).view(c)", "torch.arange(E(3))", "torch.full((2, 2), E(1))"],
}  # fmt: skip

METHODS = """__eq__ __hash__ __lt__ __gt__ __le__ __ne__ __repr__ __str__ __format__ __index__ __int__ __float__ __bool__ __len__ __iter__ __next__ __getitem__
__contains__ __add__ __radd__ __mul__ __rmul__ __or__ __ror__ __sub__ __rsub__ __and__ __call__ __getattr__ __getattribute__ __setattr__ __del__ __copy__ __deepcopy__
__length_hint__ __complex__ __round__ __enter__ __exit__ __instancecheck__ __missing__ __setitem__ __delitem__ __reversed__ __iadd__ __ior__ __bytes__ __get__ __set__
__set_name__ __init_subclass__ __subclasscheck__ __dir__ __reduce_ex__ __trunc__ __delattr__ __abs__ __neg__ __pow__ __truediv__""".split()

RESULTS = {
    "__eq__": "self.n == getattr(o, 'n', o) if FLAG else False", "__hash__": "7", "__lt__": "self.n < o.n", "__repr__": "'E%d' % self.n", "__str__": "'E'", "__format__": "'E'",
    "__index__": "self.n", "__int__": "self.n", "__float__": "1.5", "__bool__": "True", "__len__": "2", "__iter__": "iter([1, 2])", "__next__": "1", "__getitem__": "1", "__contains__": "True",
    "__length_hint__": "5", "__getattribute__": "object.__getattribute__(self, o)", "__setattr__": "object.__setattr__(self, o, a[0])", "__complex__": "1j", "__dir__": "['b', 'a']",
    "__del__": "None", "__bytes__": "b'z'", "__exit__": "True", "__copy__": "self", "__deepcopy__": "self", "__set_name__": "None",
}  # fmt: skip

FRAME = """\
import copy, json, heapq, bisect, functools, itertools, random, math, sys, operator, string
from collections import deque, OrderedDict, Counter, defaultdict, namedtuple
{imports}
c = c2 = None
FLAG = {flag}
depth = 0
def harm():
    global c, c2, depth
    if depth > 3: return
    depth += 1
    try:
        if {when}:
            {harm}
    except (TypeError, ValueError, AttributeError, IndexError, KeyError, RuntimeError): pass
    finally: depth -= 1
count = 0
def step():
    global count
    count += 1
    return count
class X(Exception): pass
class W:
    def write(self, s): harm()
class E{base}:
    def __new__(cls, n=0, *a): return super().__new__(cls)
    def __init__(self, n=0, *a): self.n = n
    def k(self, *a): harm(); return self
    def d(self, *a): harm(); return 1
    def cmp(self, o): harm(); return self.n - o.n
    __hash__ = object.__hash__
{methods}
class F(E): pass
def f(*a, **k): harm(); return E(1)
def g():
    for i in range(4): harm(); yield E(i)
def with_(c):
    with c as x: harm()
def match_(c):
    match c:
        case [E(n=1), *x]: pass
        case {{0: E(n=2), **x}}: pass
        case E(n=3, m=y): pass
def enum_(c):
    for i, x in enumerate(c): harm(); c[i] = E(i)
def compile_(c): return [harm() or x for x in c if x == E(1)]
def raise_(c):
    try: raise X(c) from X(E(1))
    except X as e: harm(); raise c from e
def super_(c):
    class Z(type(c)):
        def __eq__(self, o): harm(); return super().__eq__(o)
        __hash__ = None
        def __getitem__(self, i): harm(); return super().__getitem__(i)
        def __iter__(self): harm(); return super().__iter__()
    z = Z(c); return z == c, list(z), z[0]
def contextlib_(c):
    import contextlib
    with contextlib.ExitStack() as s: s.enter_context(c); s.callback(harm)
def dataclass_(c):
    import dataclasses
    return dataclasses.make_dataclass('D', c)
def make(n):
    return {make}
for n in {sizes}:
    for use in range({times}):
        count = 0
        try:
            c = make(n)
            c2 = make(n)
            {use}
        except Exception as e: str(e)
        except BaseException: raise
        try: str(c)[:9], c == c2, list(c)[:3]
        except Exception as e: pass
del c, c2, E, F
"""


def program(random):
    name = random.choice(["list", "list", "list", *CONTAINERS])
    make, harms = CONTAINERS[name]
    use = random.choice(USES["any"])
    methods = []
    for method in random.sample(METHODS, random.choice([1, 2, 3, 5])) + random.choice([["__eq__"], ["__eq__", "__lt__"], ["__index__"], ["__del__"], []]):
        result = RESULTS.get(method, "self")
        if random.random() < 0.12:
            result = random.choice(["self", "None", "c", "1 / 0", "[]", "-1", "NotImplemented", "'x'", "E(1)", "2**70"])
        methods.append(f"    def {method}(self, o=None, *a, **k): harm(); return {result}")
    modules = "re statistics struct enum types pprint weakref gc traceback torch array".split()
    used = [m for m in modules if m + "." in use or (m == "array" and name == "array") or (m == "types" and "types." in use)]
    imports = [f"try: import {m}\nexcept ImportError: pass" for m in used]
    if name == "array":
        imports.append("try: from array import array\nexcept ImportError: array = lambda t, x: list(x)")
    harm = random.choice(harms)
    if random.random() < 0.25:
        harm += "; " + random.choice(harms)
    if random.random() < 0.15:
        harm = random.choice(["c = None", "c = c2 = None", "c2 = None", "c = make(2)", "globals().pop('c2', 0)", "E.__eq__ = lambda s, o: True", "E.__hash__ = lambda s: 1", harm])
    return FRAME.format(
        imports="\n".join(imports), flag=random.choice([True, False]), when=random.choice(["True", "step() == 2", "step() % 2", "step() > 3", "step() == 5", "step() == 1"]), harm=harm,
        base=random.choice(["", "", "", "", "(list)", "(dict)", "(str)", "(int)", "(tuple)", "(Exception)", "(set)"]), methods="\n".join(methods), make=make,
        sizes=random.choice(["(3,)", "(5,)", "(1, 9)", "(0, 2)", "(4, 40)"]), times=random.choice([1, 1, 2, 3]), use=use.replace("; ", "\n            ") if not use.startswith("for") else use,
    )  # fmt: skip
