"""Programs whose size or depth is what is odd about them."""

SHAPES = [
    ("({})", "0"), ("[{}]", "0"), ("{{{}}}", "0"), ("{{0: {}}}", "0"), ("(-{})", "0"), ("not {}", "0"), ("~{}", "0"), ("lambda: {}", "0"),
    ("f({})", "0"), ("({}).a", "0"), ("({})[0]", "0"), ("({})()", "0"), ("0 if {} else 0", "0"), ("0 if 0 else {}", "0"), ("[x for x in {}]", "[]"),
    ("({} for x in y)", "0"), ("(yield {})", "0"), ("({},)", "0"), ("*{},", "a"), ("a[{}:]", "0"), ("0 or {}", "0"), ("({} and 0)", "0"),
    ("({} < 0)", "0"), ("(a := {})", "0"), ("2**{}", "1"), ("{} + 0", "0"), ("0 < {}", "0"), ("{}.a", "a"), ("{}[0]", "a"), ("{}()", "a"),
    ("{} 'a'", "'a'"), ("a = {}", "0"), ("{} if 0 else 0", "0"), ("{}, 0", "0"), ("f(a={})", "0"), ("await {}", "0"), ("{}:a", "a"),
]  # fmt: skip

BLOCKS = ["if 1:", "while 1:", "for x in [1]:", "try:", "with a:", "def f():", "class A:", "else:", "match a:", "case 1:", "async def f():"]

WIDE = [
    lambda n: "[" + "0, " * n + "]",
    lambda n: "f(" + ", ".join(f"a{i}=0" for i in range(n)) + ")",
    lambda n: "def f(" + ", ".join(f"a{i}" for i in range(n)) + "): return a0\nf(*range(" + str(n) + "))",
    lambda n: "def f():\n" + "\n".join(f" a{i} = {i}" for i in range(n)) + "\n return a0\nf()",
    lambda n: "\n".join(f"a{i} = {i}.5" for i in range(n)),
    lambda n: "def f():\n" + "\n".join(f" a{i} = {i}.5" for i in range(n)) + "\n return lambda: (" + ",".join(f"a{i}" for i in range(n)) + ")\nf()()",
    lambda n: "x = {" + ", ".join(f"{i}: 'k{i}'" for i in range(n)) + "}",
    lambda n: "if a:\n" + " x = 1\n" * n + "else:\n x = 2",
    lambda n: "while 1:\n" + " x = 1\n" * n + " break",
    lambda n: "if 0: pass\n" + "".join(f"elif x == {i}: pass\n" for i in range(n)),
    lambda n: "x = '" + "a" * n + "'\nx = " + "9" * n,
    lambda n: "x = f'" + "{x}" * n + "'",
    lambda n: "a" * n + " = 1\n" + "x = 0x" + "f" * n,
    lambda n: ", ".join(f"a{i}" for i in range(n)) + f" = range({n})",
    lambda n: "class A:\n" + "".join(f" def f{i}(self): pass\n" for i in range(n)) + "A()",
    lambda n: "class A: pass\nx = A()\nfor i in range(" + str(n) + "): setattr(x, f'a{i}', i)\nfor i in range(" + str(n) + "): delattr(x, f'a{i}')",
    lambda n: "x = " + " + ".join("x" * (i % 3 + 1) for i in range(n)),
    lambda n: "x = " + " < ".join("1" for i in range(n)),
    lambda n: "try: pass\n" + "".join(f"except a{i}: pass\n" for i in range(n)),
    lambda n: "x = " + "'%s' " * n + "% (1,)",
    lambda n: "del " + ", ".join(f"a{i}" for i in range(n)),
    lambda n: "global " + ", ".join(f"a{i}" for i in range(n)),
    lambda n: "with " + ", ".join("a" for i in range(n)) + ": pass",
    lambda n: "match x:\n case " + " | ".join(str(i) for i in range(n)) + ": pass",
    lambda n: "match x:\n case [" + ", ".join(f"a{i}" for i in range(n)) + "]: pass",
    lambda n: "f(" + "*a, " * n + ")",
    lambda n: "@f\n" * n + "def g(): pass",
    lambda n: "import " + ".".join("a" for _ in range(n)),
    lambda n: "x = 1;" * n,
    lambda n: "\n" * n + "\\\n" * n + "x",
    lambda n: "from math import (" + ", ".join(f"sin as a{i}" for i in range(n)) + ")",
    lambda n: "for x in 1,2:\n" + " if x: continue\n" * n,
    lambda n: "x = [" + "[y for y in [1]], " * n + "]",
    lambda n: "x = [" + "lambda: 0, " * n + "]",
]  # fmt: skip

RECURSIVE = """\
class A:
    def {d}(self, *a): return {e}
x = A()
try: {e2}
except RecursionError as e: str(e)
except Exception as e: str(e)
"""

DEEP = """\
x = {start}
for _ in range({n}): x = {step}
try: {use}
except Exception as e: str(e)
"""

STEPS = ["[x]", "(x,)", "{0: x}", "[x, x]", "(1, x)", "iter([x])", "lambda x=x: x", "map(len, x)", "zip(x)", "type('A', (), {'x': x})",
         "frozenset([x])", "reversed([x])", "enumerate(x)", "partial(x, 1)", "deque([x])", "Exception(x)", "slice(x)", "[*[x]]", "x.y",
         "property(x)", "staticmethod(x)", "chain(x, [])", "filter(None, x)", "Counter({1: x})", "list[x]", "int | list[x]",
         "cycle(x)", "islice(x, 5)", "accumulate(x)", "SimpleNamespace(x=x)", "defaultdict(x)", "OrderedDict({1: x})", "Box(x)"]  # fmt: skip
USES = ["repr(x)", "x == x", "hash(x)", "str(x)", "copy.deepcopy(x)", "x < x", "list(x)", "next(x)", "x()", "json.dumps(x)", "f'{x}'",
        "del x", "isinstance(1, x)", "issubclass(int, x)", "pprint.pformat(x)", "copy.copy(x)", "x == [x]", "sorted([x, x])", "print(x)",
        "len(x)", "bool(x)", "'%s' % x", "x + x", "max(x, x)", "x in [x]", "next(iter(x))", "sum(x)", "x.__doc__", "dir(x)", "raise x"]  # fmt: skip
IMPORTS = """import copy, json
try:
    from functools import partial
    from itertools import *
    from collections import *
    from types import SimpleNamespace
    import pprint
except ImportError: pass
class Box:
    def __init__(self, x): self.x = x
    def __repr__(self): return repr(self.x)
    def __eq__(self, o): return self.x == o.x
    def __hash__(self): return hash(self.x)
    def __iter__(self): return iter(self.x)
    def __len__(self): return len(self.x)
    def __call__(self): return self.x()
    def __getattr__(self, n): return getattr(self.__dict__['x'], n)
"""


def program(random):
    kind = random.randrange(6)
    if kind == 0:
        form, start = random.choice(SHAPES)
        count = random.choice([50, 90, 101, 200, 1000, 5000, 50000])
        before, after = form.split("{}") if "{{" not in form else form.replace("{{", "{").replace("}}", "}").replace("{}", "\0").split("\0")
        text = before * count + start + after * count
        return f"def g():\n x = 1\n {text}\n" if "yield" in form else f"x = y = a = 0\ntry: {text}\nexcept Exception as e: pass\n"
    if kind == 1:
        count = random.choice([5, 19, 20, 21, 99, 101, 500, 3000])
        step = random.choice([" ", "\t", ""])
        same = random.choice([None, *BLOCKS])
        return "\n".join(step * i + (same or random.choice(BLOCKS)) for i in range(count)) + "\n" + step * count + "pass\n"
    if kind == 2:
        return "a = x = 0\n" + random.choice(WIDE)(random.choice([3, 100, 254, 255, 256, 257, 1000, 32768, 65535, 65537, 70000])) + "\n"
    if kind == 3:
        names = ["__eq__", "__hash__", "__repr__", "__str__", "__len__", "__iter__", "__getattr__", "__getattribute__", "__call__", "__bool__",
                 "__add__", "__lt__", "__contains__", "__getitem__", "__format__", "__index__", "__del__", "__get__", "__next__", "__enter__",
                 "__instancecheck__", "__init__", "__new__", "__setattr__", "__missing__", "__neg__", "__float__", "__abs__"]  # fmt: skip
        uses = ["x == self", "hash(self)", "repr(self)", "str(self)", "len(self)", "iter(self)", "self.y", "self()", "bool(self)", "self + 1", "self < 1",
                "1 in self", "self[0]", "format(self)", "int(self)", "A()", "list(self)", "sorted([self, self])", "[self] == [self]", "{self: 1}",
                "max(self, self)", "next(self)", "isinstance(1, self)", "copy.deepcopy(self)", "'%s' % self", "'%d' % self", "sum(self)", "dict(self)",
                "f'{self}'", "str.join('', self)", "abs(self)", "-self", "float(self)", "map(self, [1])", "[*self]", "print(*self)"]  # fmt: skip
        use = random.choice(uses)
        return "import copy\n" + RECURSIVE.format(d=random.choice(names), e=use, e2=use.replace("self", "x"))
    if kind == 4:
        count = random.choice([10, 400, 999, 1001, 5000, 100000])
        start = random.choice(["[]", "0", "()", "int", "len", "None", "iter([])", "'a'"])
        return IMPORTS + DEEP.format(start=start, n=count, step=random.choice(STEPS), use=random.choice(USES))
    depth = random.choice([10, 500, 990, 3000])
    inner = random.choice(USES)
    call = random.choice(["f(n - 1)", "sorted([n], key=lambda k: f(n - 1))", "list(map(f, [n - 1]))", "max([n - 1], key=f)", "next(g(n - 1))",
                          "[f(n - 1) for _ in [1]]", "str(R(n - 1))", "R(n - 1) == 1", "eval('f(n - 1)')", "reduce(lambda a, b: f(n - 1), [1, 2])",
                          "R(n - 1)[0]", "R(n - 1).y", "{R(n - 1): 1}", "R(n - 1) + 1", "(yield from g(n - 1))", "print(end=str(R(n - 1))[:0])"])  # fmt: skip
    return IMPORTS + (
        "from functools import reduce\nx = []\nclass R:\n    def __init__(self, n): self.n = n\n"
        "    def __str__(self): f(self.n); return 's'\n    def __eq__(self, o): return f(self.n)\n    def __hash__(self): return f(self.n) or 1\n"
        "    def __getitem__(self, i): return f(self.n)\n    def __getattr__(self, i): return f(self.n)\n    def __add__(self, i): return f(self.n)\n"
        f"def g(n): yield f(n)\ndef f(n):\n    if n == 0:\n        {inner}\n        return 1\n    return {call}\n"
        f"try: f({depth})\nexcept Exception as e: str(e)\n"
    )
