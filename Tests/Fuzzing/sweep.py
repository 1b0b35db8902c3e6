"""Programs that call everything a module or a type offers, with all pairs and some triples of odd arguments."""

from values import BYTES, CALLABLES, CONTAINERS, FLOATS, INTEGERS, MODULES, NO_TYPES, STRINGS, UNWANTED

FRAME = """\
{setup}
from collections import deque, OrderedDict, Counter
G = [3, 1, 2]; D = {{1: 2, 'a': G}}; S = {{1, 2, 3}}; L = []; L.append(L)
def gen(n): yield n
def deep(n):
    x = []
    for _ in range(n): x = [x]
    return x
class E:
    def __init__(self, *a): self.x = a
    def __eq__(self, o): return True
    def __hash__(self): return 1
    def __index__(self): return 3
    def __len__(self): return 3
    def __getitem__(self, i): return [1, 2, 3][i]
    def __lt__(self, o): return True
    def __call__(self, *a): return self
class N: pass
make = [{values}]
def call(f, *a):
    try: r = f(*[m() for m in a])
    except Exception as e: return str(e)
    try: repr(r)[:99]
    except Exception as e: pass
    try:
        for i, x in zip(range(5), r): str(x)
    except Exception as e: pass
target = {target}
for name in sorted(set(dir(target)) - {{{unwanted}}}):
    if {part}:
        try: f = getattr(target, name)
        except Exception as e: continue
        call(f)
        for a in make: call(f, a)
        for a in {first}:
            for b in make[::{stride}]: call(f, a, b)
        for i in range({triples}):
            call(f, {receiver}, make[i * 7 % len(make)], make[i * 13 % len(make)])
            call(f, make[i * 5 % len(make)], make[i * 11 % len(make)], make[i * 3 % len(make)])
            call(f, {receiver}, make[i * 17 % len(make)], make[i * 19 % len(make)], make[i * 23 % len(make)])
"""

RECEIVERS = {
    "int": "3", "str": "'abc'", "bytes": "b'abc'", "list": "[1, 2, 3]", "dict": "{1: 2}", "set": "{1, 2}", "tuple": "(1, 2)", "float": "1.5", "complex": "1j", "bool": "True",
    "frozenset": "frozenset([1])", "range": "range(5)", "slice": "slice(1, 5)", "bytearray": "bytearray(b'abc')", "memoryview": "memoryview(b'abc')", "object": "N()", "type": "N",
    "BaseException": "ValueError(1)", "enumerate": "enumerate([1])", "zip": "zip([1])", "map": "map(len, [[]])", "filter": "filter(None, [1])", "reversed": "reversed([1])",
    "property": "property(len)", "staticmethod": "staticmethod(len)", "classmethod": "classmethod(len)", "super": "super(N, N())",
}  # fmt: skip

CLASSES = """collections.deque([1, 2]) collections.OrderedDict({1:2}) collections.Counter('aab') collections.defaultdict(list) random.Random(1) fractions.Fraction(1,3)
decimal.Decimal('1.5') datetime.datetime(2020,1,2) datetime.timedelta(3) datetime.date(2020,1,2) datetime.time(3) pathlib.PurePath('a') io.StringIO('abc') io.BytesIO(b'abc')
re.compile('(a)b*') re.match('(?P<x>a)b*','abb') string.Template('$a') functools.partial(int) functools.lru_cache(len) itertools.count(3) itertools.chain([1])
itertools.cycle([1]) types.SimpleNamespace(a=1) array.array('i',[1]) struct.Struct('i') uuid.UUID(int=1) json.JSONEncoder() csv.reader(['a,b']) textwrap.TextWrapper()
enum.Enum('C','a b') inspect.signature(len) contextlib.ExitStack() weakref.WeakValueDictionary() datetime.timezone.utc string.Formatter() (x.for.x.in.[1])
(lambda:0) len iter([1]) iter({1:2}) {1:2}.items() {1:2}.keys() int.__add__ ''.join type NotImplemented ... None list[int] (int|str) ValueError('a')
torch.tensor([1.,2.]) torch.zeros(2,3) torch.ones(2,dtype=torch.int64) torch.Size([1,2]) torch.float32 torch.nn.Linear(2,3) torch.Generator() torch.nn.Parameter(torch.ones(2))""".split()


def program(random):
    every = INTEGERS + FLOATS + STRINGS + BYTES + CONTAINERS
    values = random.sample(every, 22) + random.sample(CALLABLES, 3) + ["None", "E()", "N()", "L", "iter([1])", "G", "10**18", "-1", "float('nan')", "''", "2**64", "deep(3000)"]
    kind = random.random()
    receiver, setup = "make[i % len(make)]", ""
    if kind < 0.35:
        name = random.choice([t.__name__ for t in NO_TYPES])
        target, receiver = name, f"lambda: {RECEIVERS.get(name, '1')}"
    elif kind < 0.65:
        target = random.choice(MODULES + ["builtins", "math", "cmath", "itertools", "random", "operator", "torch", "torch", "torch.nn.functional"])
        setup = f"import {target}"
    else:
        text = random.choice(CLASSES).replace(".for.", " for ").replace("x.in.", "x in ")
        target = text
        module = text.split(".")[0]
        setup = f"try: import {module}\nexcept ImportError: pass" if module.isidentifier() and "." in text and module not in ("int", "list") else ""
    first = f"[{receiver}]" if receiver.startswith("lambda") else "make[::4]"
    parts = random.choice([1, 3, 6])
    return FRAME.format(
        setup=setup, target=target, values=", ".join(f"lambda: {v}" for v in values), receiver=receiver, first=first, stride=random.choice([1, 2, 5]),
        triples=random.choice([5, 40]), unwanted=", ".join(map(repr, sorted(UNWANTED))), part=f"len(name) % {parts} == {random.randrange(parts)}",
    )  # fmt: skip
