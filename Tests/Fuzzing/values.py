"""Expressions of odd values: what builtins and modules must bear as arguments."""

import builtins
import importlib
import math
import random as random_module
import warnings

INTEGERS = """0 1 -1 2 3 5 10 -3 True False 31 32 63 64 65 255 256 -128 2**31 -2**31 2**32 2**53 2**62 2**63-1 -2**63 2**63
-2**63-1 2**64 2**64-1 10**19 10**30 -10**30 1<<200 -(1<<3000) 0x10ffff 0x110000 0xd800 1000 4096 65535 65536 100000""".split()

FLOATS = """0.0 -0.0 0.5 -1.5 1.0 1e16 1e22 1e308 -1e308 5e-324 1e-7 float('nan') float('inf') -float('inf') 2.0**63
-2.0**63 2.0**31 1e19 3.14159 1j -2.5j complex('nan') complex('inf+nanj')""".split()

STRINGS = [
    "''", "'a'", "'abc'", "'A b  C'", "'é'", "'ß'", "'İ'", "'\\ud800'", "'\\udfff\\ud800'", "'\\U0001F600x'", "'\\0'",
    "'\\n\\r\\t\\x1c\\u2028'", "'a,b,,c'", "'%s %d %r'", "'%(x)s'", "'%'", "'%*d'", "'%.999999999f'", "'{}'", "'{0}{1}'",
    "'{0.a[b]!r:>{1}}'", "'{'", "'}'", "'{:{}}'", "'>10'", "'^+#020_.3f'", "'.2e'", "'99999999999999999999'", "'0x1F'",
    "'1_000'", "'nan'", "'-inf'", "'1e400'", "'a'*100", "'ab'*5000", "'e\\u0301'", "'\\u0660\\u0661'", "'key'", "'utf-8'",
    "'ascii'", "'ignore'", "'surrogatepass'", "'rb'", "'w'", "'.'", "'/'", "'..'", "'[{\"a\": [1, 2.5e3, null]}]'", "'{\"a\"'",
    "'(a|b)*c'", "'(?P<x>a+)+$'", "'[z-a]'", "'\\\\1(.)'", "'$x ${y} $$'", "'%Y-%m-%d %H'", "'2020-02-30'", "'x = 1'", "'1 +'",
    "'lambda: 0'", "'__class__'", "'__dict__'", "'x'", "'__init__'", "'@d'", "'i'", "'<2hq'",
]  # fmt: skip

BYTES = ["b''", "b'a'", "b'abc'", "b'\\xff\\x00'", "b'a,b'", "bytearray(b'xyz')", "bytearray()", "b'\\xed\\xa0\\x80'", "b'%d %s'"]

CONTAINERS = [
    "[]", "[1, 2, 3]", "[3, 1, 2]", "['b', 'a']", "[[]]", "[None]", "list(range(100))", "[1, 'a', 2.5, None]", "()", "(1,)",
    "(1, 2)", "('a', 1)", "(1, (2, (3,)))", "{}", "{1: 2}", "{'a': 1, 'b': [2]}", "{(1, 2): {}}", "dict.fromkeys(range(50))",
    "set()", "{1, 2}", "{'a', None}", "frozenset([1])", "frozenset()", "range(0)", "range(10)", "range(10, 0, -3)",
    "range(2**62, -2**62, -2**61)", "slice(None)", "slice(1, -1, 2)", "slice(-2**70, 2**70, -1)", "slice('a', [], {})",
]  # fmt: skip

LAZY = [
    "iter([1, 2, 3])", "iter(G)", "iter(D)", "iter(S)", "iter({1: 2}.items())", "reversed(G)", "enumerate(G)", "zip(G, D)",
    "map(repr, G)", "filter(None, G)", "(x for x in G)", "(x for x in range(5))", "iter(int, 1)", "iter(G.pop, 7)", "gen(3)",
    "gen(G)", "D.items()", "D.keys()", "D.values()", "iter('abc')", "iter(range(10**20))", "memoryview(b'abc')", "zip()", "iter(())",
]  # fmt: skip

CALLABLES = [
    "len", "repr", "str", "int", "list", "dict", "set", "tuple", "type", "object", "sorted", "iter", "next", "print", "max", "sum",
    "isinstance", "bool", "float", "super", "property", "Exception", "ValueError", "StopIteration", "KeyError", "lambda *a: a",
    "lambda x=1: x", "lambda *a, **k: G.clear()", "lambda *a: G.append(a)", "lambda a, b: -1", "lambda *a: 1 / 0", "G.append",
    "D.get", "D.setdefault", "S.add", "str.upper", "int.__add__", "type.__call__", "gen", "deep", "print", "lambda *a: True",
]  # fmt: skip

NAMES = ["G", "D", "S", "Q", "B", "L", "M", "F", "T", "v0", "v1", "v2", "v3", "v4", "v5"]

SINGLES = ["None", "...", "NotImplemented", "object()", "deep(50)", "deep(3000)", "locals()", "globals()", "__builtins__", "type(None)"]

MODULES = """abc array base64 bisect builtins calendar cmath collections collections.abc contextlib copy csv dataclasses datetime
decimal enum fractions functools gc glob hashlib heapq html inspect io itertools json keyword math numbers operator os
os.path pathlib pprint random re reprlib shutil statistics string struct sys tempfile textwrap time timeit traceback types
typing unicodedata uuid warnings weakref zlib torch torch.nn.functional IPython.display tqdm""".split()

# Would stop, wait or leave the script by what it is meant to do.
UNWANTED = {"exit", "quit", "breakpoint", "help", "input", "_exit", "abort", "kill", "fork", "system", "sleep", "killpg"}

NO_TYPES = (int, float, complex, bool, str, bytes, bytearray, list, tuple, dict, set, frozenset, range, slice, object, type,
            enumerate, zip, map, filter, reversed, property, staticmethod, classmethod, super, BaseException, memoryview)  # fmt: skip

TYPES = {t.__name__: [n for n in dir(t)] for t in NO_TYPES}
METHODS = sorted({name for names in TYPES.values() for name in names})
BUILTINS = sorted(n for n in dir(builtins) if callable(getattr(builtins, n)) and n not in UNWANTED and n[0] != "_")
EXCEPTIONS = [n for n in BUILTINS if isinstance(getattr(builtins, n), type) and issubclass(getattr(builtins, n), Exception)]


def members():
    """What each module offers: CPython's names where it has the module, the tensors' own otherwise."""
    table = {}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for name in MODULES:
            try:
                table[name] = sorted(n for n in dir(importlib.import_module(name)) if n[0] != "_" and n not in UNWANTED)
            except ImportError:
                table[name] = TENSORS if name.startswith("torch") else ["display", "HTML", "tqdm", "trange"]
    return table


TENSORS = """tensor zeros ones arange linspace full eye rand randn randint randperm empty cat stack where matmul einsum sum mean
max min argmax softmax log_softmax cross_entropy relu tanh sigmoid exp log sqrt reshape transpose permute squeeze unsqueeze
gather scatter index_select masked_select topk sort cumsum norm clamp outer dot mm bmm tril triu one_hot conv2d pad chunk split
flatten broadcast_to manual_seed no_grad allclose equal isnan unique nonzero multinomial bincount repeat_interleave""".split()

MEMBERS = members()
assert math and random_module
