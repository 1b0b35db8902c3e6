# match
class P:
    __match_args__ = ("x", "y")
    def __init__(self, x, y): self.x, self.y = x, y
class Col: RED = 1; BLUE = 2
def m(v):
    match v:
        case 0: return "zero"
        case -1 | -2.5: return "neg"
        case 1+2j: return "complex"
        case -3-4j: return "ncomplex"
        case "a" "b": return "ab"
        case b"x": return "bytes"
        case None | True | False: return f"single {v}"
        case P(0, 0): return "origin"
        case P(x, y=0): return f"onx {x}"
        case P(x=0, y=yy): return f"ony {yy}"
        case P(): return "P"
        case [1, 2]: return "12"
        case [1, *rest]: return f"1 rest {rest}"
        case [_, _, *_] if len(v) > 4: return "long"
        case (x, [y, z]): return f"nested {x}{y}{z}"
        case {"k": 1, **rest}: return f"k1 {rest}"
        case {"t": str(s), "u": int() as u}: return f"tu {s} {u}"
        case {"color": Col.RED}: return "red"
        case {}: return "map"
        case str(s) if s.startswith("z"): return "z" + s
        case int(n) | float(n): return f"num {n}"
        case [] : return "empty"
        case [*all]: return f"all {all}"
        case ("p" | "q") as c: return c
        case object(): return "obj"
for v in [0, -1, -2.5, 1+2j, -3-4j, "ab", b"x", None, True, P(0,0), P(3,0), P(0,5), P(1,1), [1,2], (1,5,6), [9,8,7,6,5], (1,(2,3)), [7,(2,3)], {"k":1,"z":2}, {"t":"s","u":3}, {"color":1}, {"other":1}, "zed", 42, 2.5, [], [5], "p", object(), range(3), "other"]:
    print(m(v))
match 1, 2:
    case a, b: print(a, b)
match = 5; case = 6; print(match, case)
match (1):
    case x: print(x)
match [1,2,3]:
    case [first, *_, lst]: print(first, lst)
def g(x):
    match x:
        case {"a": {"b": [_, {"c": c}]}}: return c
        case dict(): return "dict"
        case list() | tuple(): return "seq"
        case bool(): return "bool"
        case _: return "?"
print(g({"a":{"b":[0,{"c":9}]}}), g({1:2}), g((1,)), g(True), g(1))
class Q(P): __match_args__ = ("x",)
try:
    match Q(1,2):
        case Q(1,2): pass
except TypeError as e: print(e)
try:
    match 1:
        case int(1,2): pass
except TypeError as e: print(e)
class R: pass
try:
    match R():
        case R(1): pass
except TypeError as e: print(e)
class R2: __match_args__ = "x"
try:
    match R2():
        case R2(1): pass
except TypeError as e: print(e)
class R3: __match_args__ = (1,)
try:
    match R3():
        case R3(1): pass
except TypeError as e: print(e)
class R4: __match_args__ = ("x",)
try:
    match R4():
        case R4(1, x=2): pass
        case _: print("none")
except TypeError as e: print(e)
try:
    match 1:
        case m(): pass
except TypeError as e: print(e)
from collections import deque, OrderedDict, defaultdict
match deque([1,2]):
    case [a,b]: print("deque", a, b)
match defaultdict(int):
    case {"x": _}: print("has")
    case {}: print("not created")
match "abc":
    case [*_]: print("seq")
    case _: print("str not seq")
