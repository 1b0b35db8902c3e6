# ast: parsing, dumping, walking, changing, unparsing and compiling trees.
import ast, copy

source = r'''
@decorated(1)
def f(a, /, b: int = 1, *args, c=2, **kw) -> int:
    """Doc."""
    x, *rest = yield a
    return lambda y=1: (y, a[1:2, ::3], -b ** 2)


class A(B, metaclass=M):
    x: int = 3
    del x, y.z


for i in (j for j in range(3) if j if not i): continue
while (n := n + 1) < 10 <= 20: break
else: pass
with a as b, c: global g
try: raise X from None
except (A, B) as e: assert e, "why"
except: pass
else: import a.b as c, d
finally: from ..m import n as o
if a and b or not c: x += 1
elif d: x = {1: 2, **m}, {3, 4}, [5, *z], f(*a, k=1, **d)
match v:
    case [1, "s", *_] | {"k": P(q, r=None), **s} as t if u: w
    case _: f"a{x!r:>{w}}b{y=}" "c"
[x for x in y]; {x: y for x in z}; {x for x in y}
a if b else c; a is not b in c; ~a @ b // 2; 1.5e300 * 1e10j; b"x"; u"y"; ...; a.b.c[d]
'''

print("dumped")
tree = ast.parse(source)
for statement in tree.body:
    print(ast.dump(statement))
print(ast.dump(ast.parse("x = é(1,\n  *y, k=2)"), include_attributes=True))
print(ast.dump(ast.parse("a + 1", mode="eval"), indent=2))
print(ast.dump(ast.parse("pass", mode="single")), ast.dump(ast.parse("x"), annotate_fields=False))

print("unparsed")
print(ast.unparse(tree))
for text in ("(a, b)[0], (1).real, -(-1), (-1) ** 2, 2 ** -1, (a < b) < c, not (not a), (yield), (lambda: 0)()",
             "f'{{}}{a!r}{b:{c}}' f\"{'q'}\"", "'it\\'s' \"\\n\"", "for x, in (1,): a, = b", "x[(1, 2)], x[()], x[a:b, c]"):
    print(ast.unparse(ast.parse(f"async_ = ({text})" if not text.startswith("for") else text)))

print("walked")
print([type(node).__name__ for node in ast.walk(ast.parse("a = [1, b]"))])
print([type(node).__name__ for node in ast.iter_child_nodes(ast.parse("a; b"))])


class Names(ast.NodeVisitor):
    def visit_Name(self, node):
        print(node.id, type(node.ctx).__name__, node.lineno, node.col_offset)

    def visit_FunctionDef(self, node):
        print("def", node.name, ast.get_docstring(node))
        self.generic_visit(node)


Names().visit(ast.parse("def f(a):\n    'documented'\n    b = a\n    return b"))

print("changed")


class Doubled(ast.NodeTransformer):
    def visit_Constant(self, node):
        return ast.copy_location(ast.BinOp(node, ast.Mult(), ast.Constant(2)), node)

    def visit_Pass(self, node):
        return None

    def visit_Delete(self, node):
        return [ast.Expr(ast.Name(target.id, ast.Load())) for target in node.targets]


changed = ast.fix_missing_locations(Doubled().visit(ast.parse("x = 21\npass\ndel y, z")))
print(ast.unparse(changed))
names = {"y": 0, "z": 0}
exec(compile(changed, "<tree>", "exec"), names)
print(names["x"])
print(eval(compile(ast.fix_missing_locations(ast.Expression(ast.Constant(5))), "<tree>", "eval")))
print(ast.dump(copy.deepcopy(changed)) == ast.dump(changed))

print("made by hand")
node = ast.Name("a", ast.Load())
print(node._fields, node.id, ast.dump(node), isinstance(node, ast.expr), ast.Constant(1).kind)
for make in (lambda: ast.Name(1, 2, 3), lambda: ast.Name("x").ctx, lambda: ast.dump(3), lambda: ast.parse("a b"),
             lambda: compile(ast.Expression(node), "", "eval"), lambda: compile(ast.Expression(node), "", "exec")):
    try:
        make()
    except Exception as error:
        print(type(error).__name__, error)
match ast.parse("f(1)").body[0]:
    case ast.Expr(ast.Call(ast.Name(name), [ast.Constant(value)])):
        print(name, value)

print("values of literals")
for text in ("[1, 'a', (2,), {3: None}, {4}, -5, 1+2j, b'x', ...]", " set()", "a", "1 + 1", "f()", "{**a}", "-'a'"):
    try:
        print(ast.literal_eval(text))
    except ValueError as error:
        print(str(error).partition(" at 0x")[0])
