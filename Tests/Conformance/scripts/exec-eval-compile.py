"""exec, eval and compile: namespaces, modes, code objects and their errors."""

g = {}
exec("a = 1\ndef f(): return a + b\nb = 2", g)
print(sorted(k for k in g if k != '__builtins__'), g['f']())
x = 10
print(eval("x + 1"), eval("x + y", {"x": 1, "y": 2}), eval("x+y", {"x": 1}, {"y": 5}))
exec("x = 20")
print(x)
def h():
    z = 3
    exec("z = 4; w = 5")
    print(z, eval("z"))
    d = {}
    exec("q = z + 1", {"z": 100}, d)
    print(d)
h()
c = compile("u = v * 2", "<x>", "exec")
for v in (1, 2, 3):
    n = {"v": v}; exec(c, n); print(n["u"])
c = compile("def ff(): return v\nclass K: z = v", "<x>", "exec")
fs = []
for v in (1, 2, 3):
    n = {"v": v * 10}; exec(c, n); fs.append(n["ff"]); print(n["K"].z)
print([f() for f in fs], [f() for f in fs])
e = compile("[i * k for i in range(3)]", "<e>", "eval")
print(eval(e, {"k": 3}), eval(e, {"k": 4}))
s = compile("1 + 2\nNone\n'a'" if 0 else "1 + 2", "<s>", "single")
exec(s)
exec(compile("for i in range(2): i\n", "<s>", "single"))
import builtins
print(builtins._)
class M(dict):
    def __missing__(self, k): return k.upper()
print(eval("foo + bar", {}, M()))
class N:
    def __init__(self): self.log = []
    def __getitem__(self, k):
        self.log.append(("get", k))
        if k == 'zz': return 5
        raise KeyError(k)
    def __setitem__(self, k, v): self.log.append(("set", k, v))
    def __delitem__(self, k): self.log.append(("del", k))
n = N()
exec("yy = zz\ndel yy\nlen", {}, n)
print(n.log)
try: eval("open('x')", {"__builtins__": {}})
except NameError as e: print(e)
print(eval("len([1])", {"__builtins__": {"len": lambda x: 99}}))
try: exec("del nope")
except NameError as e: print(e)
exec('"doc"\nprint(__doc__)', {})
exec("class A:\n  x: int = 3\n  y: str\nprint(A.__annotations__)\nzz: int = 1\nprint(__annotations__)")
print(type(compile("1","a","eval")))
print(eval("(yield_ := 5)"), yield_)
print(eval("lambda: x")())
try: exec("raise ValueError(3)")
except ValueError as e: print(repr(e))
print(eval("__name__"), eval("__name__", {"a": 1}) )
exec("import math\nprint(math.floor(2.5))", {})
exec("global gg\ngg = 3"); print(gg)
print(eval('\t 1 +\\\n 2'), eval("1 \n"), eval(b"'\xc3\xa9'"))
print(vars().keys() == globals().keys(), locals() is globals())
def fn(a, *b, c=3, **d):
    "doc"
    e = 1
    return e
k = fn.__code__
print(k.co_name, k.co_argcount, k.co_kwonlyargcount, k.co_varnames, k.co_firstlineno, k.co_posonlyargcount, k.co_nlocals, k.co_flags & 12, k.co_freevars, k.co_cellvars)

for text in [
    'exec(1)',
    "exec('1', 1)",
    "exec('1', {}, 1)",
    'eval(1)',
    "eval('1', 1)",
    "eval('1', {}, 1)",
    "eval('1', [])",
    "compile(1, 'a', 'exec')",
    "compile('1', 'a', 'foo')",
    "compile('1\\0', 'a', 'exec')",
    'exec(open)',
    'eval()',
    'compile()',
    'vars(1)',
    'dir(1, 2)',
    'globals(1)',
    "eval('a = 1')",
    "exec(' 1')",
]:
    try:
        print(text, eval(text))
    except Exception as error:
        print(text, "->", type(error).__name__, error)
