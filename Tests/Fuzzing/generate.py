"""Programs made from a grammar of the language, with values and classes that mean ill."""

from values import (
    BUILTINS, BYTES, CALLABLES, CONTAINERS, EXCEPTIONS, FLOATS, INTEGERS, LAZY, MEMBERS, METHODS, NAMES, SINGLES, STRINGS, TYPES,
)  # fmt: skip

PRELUDE = """\
from collections import deque, OrderedDict, defaultdict, Counter
def gen(n):
    try:
        for i in (range(n) if isinstance(n, int) else n):
            x = yield i
    finally:
        G.append(0)
def deep(n, kind=list):
    x = kind()
    for _ in range(n):
        x = [x] if kind is list else (x,) if kind is tuple else {0: x}
    return x
G = [3, 1, 2]; D = {1: 2, 'a': G}; S = {1, 2, 3}; Q = deque([1, 2, 3]); L = []; L.append(L)
M = {}; M[0] = M; F = frozenset([1]); T = (G, D); v0 = v1 = v2 = v3 = v4 = v5 = None
try: B = bytearray(b'abc')
except Exception: B = [1, 2]
"""

EPILOGUE = """\
for n in (G, D, S, Q, B, L, M, F, T, v0, v1, v2, v3, v4, v5):
    try: str(n)[:1000]
    except BaseException as e: pass
    try: n == n, hash(n)
    except BaseException as e: pass
del n, G, D, S, Q, B, L, M, F, T, v0, v1, v2, v3, v4, v5
"""

DUNDERS = """__eq__ __ne__ __lt__ __le__ __gt__ __ge__ __hash__ __repr__ __str__ __format__ __bool__ __len__ __length_hint__ __iter__
__next__ __reversed__ __contains__ __getitem__ __setitem__ __delitem__ __missing__ __getattr__ __getattribute__ __setattr__
__delattr__ __dir__ __call__ __enter__ __exit__ __add__ __radd__ __iadd__ __sub__ __rsub__ __mul__ __rmul__ __imul__ __truediv__
__floordiv__ __mod__ __rmod__ __divmod__ __pow__ __rpow__ __and__ __or__ __ror__ __xor__ __lshift__ __rshift__ __matmul__ __neg__
__pos__ __abs__ __invert__ __int__ __index__ __float__ __complex__ __round__ __trunc__ __floor__ __ceil__ __get__ __set__ __delete__
__set_name__ __init_subclass__ __class_getitem__ __init__ __new__ __del__ __instancecheck__ __subclasscheck__ __bytes__ __copy__
__deepcopy__ __reduce__ __sizeof__ __mro_entries__ __prepare__ __await__ __fspath__ __iand__ __ior__ send throw close keys items
append pop update __class__ __dict__ __slots__ __name__ __doc__ __module__ mro __match_args__ __subclasshook__""".split()

BASES = "object object object list dict set tuple str int float bytes frozenset Exception type deque complex bytearray".split()

HARM = [
    "G.clear()", "G.append(self)", "del G[:]", "G.pop()", "G[:] = [1]", "G.insert(0, self)", "G.extend(range(300))", "D.clear()",
    "D.pop(next(iter(D), 0), 0)", "D[len(D)] = self", "D.update({i: i for i in range(300)})", "S.clear()", "S.add(len(S))",
    "S.update(range(300))", "S.pop()", "Q.clear()", "Q.append(self)", "Q.popleft()", "B.clear()", "B.extend(b'x' * 99)", "M.clear()",
    "G.sort()", "G.reverse()", "globals().pop('v0', 0)", "self.x = G", "del self.x", "self.__dict__.clear()", "self.__dict__ = {}",
    "self.__class__ = C0", "C0.__eq__ = None", "C0.__hash__ = lambda s: 1", "del C0.__eq__", "C0.y = self", "C0.__bases__ = (object,)",
    "L.clear()", "L.append(L)", "v1.clear()", "v2.clear()", "next(v3)", "v3.close()", "global v4; v4 = self", "a = None", "G[0] = None",
]  # fmt: skip

UNARY = ["-", "+", "~", "not "]
BINARY = "+ - * / // % ** @ << >> & | ^ == != < <= > >= in is and or".split() + ["not in", "is not"]
AUGMENTED = "+= -= *= /= //= %= **= @= <<= >>= &= |= ^=".split()


def nickname(module):
    return "m_" + module.replace(".", "_")


class Generator:
    def __init__(self, random):
        self.r = random
        self.classes = 0
        self.locals = []
        self.modules = set()

    def pick(self, items):
        return items[int(self.r.random() * len(items))]

    def chance(self, p):
        return self.r.random() < p

    # Expressions

    def atom(self):
        kind = self.r.random()
        if kind < 0.38:
            return self.pick(self.locals) if self.locals and self.chance(0.4) else self.pick(NAMES)
        if kind < 0.5 and self.classes:
            return f"C{self.r.randrange(self.classes)}" + ("()" if self.chance(0.85) else "")
        group = self.pick([INTEGERS, INTEGERS, FLOATS, STRINGS, STRINGS, BYTES, CONTAINERS, CONTAINERS, LAZY, CALLABLES, SINGLES])
        return f"({self.pick(group)})" if group in (INTEGERS, FLOATS, CALLABLES) else self.pick(group)

    def expression(self, depth=2):
        if depth <= 0 or self.chance(0.25):
            return self.atom()
        return self.pick(self.EXPRESSIONS)(self, depth - 1)

    def arguments(self, depth, most=3):
        parts = [self.expression(depth) for _ in range(self.r.randrange(most + 1))]
        if self.chance(0.06):
            parts.append("*" + self.expression(depth))
        if self.chance(0.1):
            parts.append(self.pick("key reverse default sep end start n x encoding errors base strict".split()) + "=" + self.atom())
        if self.chance(0.04):
            parts.append("**" + self.pick(["D", "{'a': 1}", "M", self.atom()]))
        return ", ".join(parts)

    def call(self, depth):
        return f"{self.pick(BUILTINS)}({self.arguments(depth)})"

    def method(self, depth):
        if self.chance(0.25):
            kind = self.pick(sorted(TYPES))
            return f"{kind}.{self.pick(TYPES[kind])}({self.arguments(depth)})"
        target = self.expression(depth)
        if self.chance(0.6):
            known = {"G": "list", "D": "dict", "S": "set", "B": "bytearray", "L": "list", "M": "dict", "F": "frozenset"}
            target = self.pick(sorted(known))
            return f"{target}.{self.pick(TYPES[known[target]])}({self.arguments(depth)})"
        return f"({target}).{self.pick(METHODS)}({self.arguments(depth)})"

    def member(self, depth):
        module = self.pick(sorted(MEMBERS))
        self.modules.add(module)
        return f"{nickname(module)}.{self.pick(MEMBERS[module])}({self.arguments(depth)})"

    def binary(self, depth):
        return f"({self.expression(depth)} {self.pick(BINARY)} {self.expression(depth)})"

    def unary(self, depth):
        return f"({self.pick(UNARY)}{self.expression(depth)})"

    def subscript(self, depth):
        index = self.expression(depth) if self.chance(0.6) else self.slice(depth)
        return f"({self.expression(depth)})[{index}]"

    def slice(self, depth):
        parts = [self.expression(depth) if self.chance(0.5) else "" for _ in range(3)]
        return ":".join(parts[: self.r.randrange(2, 4)])

    def attribute(self, depth):
        return f"({self.expression(depth)}).{self.pick(METHODS + DUNDERS)}"

    def display(self, depth):
        parts = [("*" if self.chance(0.1) else "") + self.expression(depth) for _ in range(self.r.randrange(4))]
        kind = self.r.randrange(4)
        if kind == 0:
            return "[" + ", ".join(parts) + "]"
        if kind == 1:
            return "(" + "".join(p + ", " for p in parts) + ")"
        if kind == 2 and parts:
            return "{" + ", ".join(parts) + "}"
        return "{" + ", ".join(f"{self.atom()}: {p.lstrip('*')}" for p in parts) + "}"

    def comprehension(self, depth):
        name = self.pick(["x", "y", "(x, y)", "x, *y", "G[0]", "C0.z" if self.classes else "x"])
        body, source = self.expression(depth), self.expression(depth)
        if self.chance(0.4):
            body = self.pick(["x", "[x]", "G.append(x)", "x in G", "G.pop()", "D.pop(x, 0)", "(z := x)"])
        tail = f"for {name} in {source}" + (f" if {self.expression(0)}" if self.chance(0.3) else "")
        if self.chance(0.2):
            tail += f" for y in {self.atom()}"
        form = self.pick(["[{} {}]", "{{{} {}}}", "({} {})", "{{0: {} {}}}", "list({} {})", "sum({} {})", "dict({} {})"])
        return form.format(body, tail)

    def conditional(self, depth):
        return f"({self.expression(depth)} if {self.expression(depth)} else {self.expression(depth)})"

    def function(self, depth):
        return f"(lambda {self.pick(['', 'x', '*a', 'x=G', '**k', 'x, /, *, y=1'])}: {self.expression(depth)})"

    def string(self, depth):
        form = self.pick(["f'{{{}}}'", "f'{{{}!r}}'", "f'{{{}:>10}}'", "f'{{{}:{{10}}}}'", "f'{{{}=}}'", "f'a{{{}!s:.3}}b'"])
        inner = self.expression(depth)
        return form.format(f"({inner})") if not set("'\\\"#") & set(inner) else f"str({inner})"

    def text(self, depth):
        left = self.pick(STRINGS)
        return self.pick([f"({left} % {self.expression(depth)})", f"{left}.format({self.arguments(depth)})",
                          f"format({self.expression(depth)}, {left})"])  # fmt: skip

    def sorting(self, depth):
        target = self.pick(["sorted(G, {})", "G.sort({})", "max(G, {})", "min(S, {})", "sorted(D, {})"])
        return target.format(self.pick([f"key={self.atom()}", f"key={self.pick(CALLABLES)}", "reverse=True", "key=None"]))

    def starred(self, depth):
        return f"print(*{self.expression(depth)}, file=None)"

    def module(self, depth):
        return self.member(depth)

    EXPRESSIONS = [call, call, method, method, method, member, module, binary, binary, unary, subscript, attribute, display, display,
                   comprehension, conditional, function, string, text, sorting, starred]  # fmt: skip

    # Statements

    def indented(self, lines):
        return ["    " + line for line in lines]

    def block(self, depth, most=3):
        lines = []
        for _ in range(1 + self.r.randrange(most)):
            lines += self.statement(depth - 1)
        return lines

    def target(self):
        return self.pick(["v0", "v1", "v2", "v3", "v4", "v5", "v0, v1", "v0, *v1", "[v2, (v3, *v4)]", "G[0]", "G[:]", "G[::2]", "D[0]",
                          "D[v0]", "G", "v0.x", "B[1:2]", "Q[0]", "C0.x" if self.classes else "v5"])  # fmt: skip

    def guarded(self, lines):
        handler = self.pick(["except Exception as e: str(e)", "except Exception as e: v0 = e", "except (TypeError, ValueError): pass",
                             "except Exception: pass", "except Exception as e: repr(e.args)"])  # fmt: skip
        tail = []
        if self.chance(0.1):
            tail = ["finally:", "    " + self.simple()]
        if "(TypeError" in handler:
            handler += "\nexcept Exception: pass"
        return ["try:", *self.indented(lines), *handler.split("\n"), *tail]

    def simple(self):
        kind = self.r.random()
        if kind < 0.45:
            return f"{self.target()} = {self.expression()}"
        if kind < 0.6:
            return f"{self.pick(['G', 'D', 'S', 'Q', 'B', 'v0', 'v1', 'G[0]', 'D[1]', 'v2.x'])} {self.pick(AUGMENTED)} {self.expression()}"
        if kind < 0.7:
            return "del " + self.pick(["G[0]", "G[:]", "G[::2]", "D[1]", "v0.x", "B[0]", "G[v1]", "D[v2]", "Q[0]"])
        if kind < 0.75:
            return f"{self.pick(NAMES)}.{self.pick(DUNDERS)} = {self.expression(1)}"
        return ("(v5 := {})" if self.chance(0.1) else "{}").format(self.expression(3))

    def loop(self, depth):
        head = f"for {self.pick(['x', 'v0', 'x, y', 'G[0]', 'v1, *v2'])} in {self.expression(1)}:"
        body = self.block(depth) + [self.pick(["break", "continue", "if len(G) > 500: break", "if v0: break", "pass"])]
        return [head, *self.indented(body), *(["else:", "    " + self.simple()] if self.chance(0.1) else [])]

    def while_loop(self, depth):
        return ["v9 = 0", "while v9 < 5:", "    v9 += 1", *self.indented(self.block(depth))]

    def choice(self, depth):
        lines = [f"if {self.expression(1)}:", *self.indented(self.block(depth))]
        return lines + (["else:", *self.indented(self.block(depth))] if self.chance(0.4) else [])

    def definition(self, depth):
        name = self.pick(["v0", "v1", "v2"])
        args = self.pick(["", "*a", "x=1", "x, y=2, *a, z=3, **k", "x, /", "*, x=G"])
        body = [*self.block(depth), self.pick([f"return {self.expression(1)}", "yield G", "yield from G", f"x = yield {self.atom()}"])]
        head = [f"@{self.pick(['lambda f: f', 'property', 'staticmethod', 'classmethod'])}"] if self.chance(0.2) else []
        names = "nonlocal_" if self.chance(0.02) else "v4"
        use = self.pick([f"{name}({self.arguments(1)})", f"list({name}())", f"v3 = {name}()", f"next({name}())", f"{name}().send(None)",
                         f"{name}().throw(ValueError)", f"v3 = {name}(); next(v3); v3.close()"])  # fmt: skip
        return [*head, f"def {name}({args}):", f"    global {names}", *self.indented(body), use]

    def with_block(self, depth):
        return [f"with {self.expression(1)} as v1:", *self.indented(self.block(depth))]

    def match(self, depth):
        pattern = self.pick(["[x, *y]", "{'a': x, **y}", "int(x)", "str() | bytes()", "C0(x, y=1)", "(1 | 2) as x", "[_, _]", "None", "-1",
                             "'a'", "[[x], y]", "{1: _}", "C0()", "x if G.clear()", "list(x)", "object(x=1)"])  # fmt: skip
        return [f"match {self.expression(1)}:", f"    case {pattern}:", *self.indented(self.indented(self.block(depth))),
                "    case _:", "        pass"]  # fmt: skip

    def trial(self, depth):
        return self.guarded(self.block(depth))

    def raising(self, depth):
        return ["try:", f"    raise {self.pick(EXCEPTIONS)}({self.arguments(1, 2)})" + (f" from {self.atom()}" if self.chance(0.2) else ""),
                f"except {self.pick(['Exception', self.pick(EXCEPTIONS), 'v0', '(Exception, G)'])} as e:", "    " + self.simple(),
                "    " + self.pick(["raise", "e.__traceback__ = None", "v1 = e", "e.__context__ = e", "e.args = G", "del e"])]  # fmt: skip

    COMPOUND = [loop, loop, while_loop, choice, definition, definition, with_block, match, trial, raising]

    def statement(self, depth=2):
        if depth > 0 and self.chance(0.25):
            lines = self.pick(self.COMPOUND)(self, depth)
        elif self.chance(0.06):
            lines = self.class_definition()
        else:
            lines = [self.simple()]
        return self.safe(lines) if depth == 2 else lines

    def safe(self, lines):
        return ["try:", *self.indented(self.guarded(lines)), "except Exception: pass"]

    # Classes

    def class_definition(self):
        number = self.classes
        bases = [self.pick(BASES)]
        if number and self.chance(0.3):
            bases.insert(0, f"C{self.r.randrange(number)}")
        if self.chance(0.04):
            bases.append(f"metaclass={self.pick(['type', 'C0', 'lambda *a: G', 'v0'])}")
        lines = [f"class C{number}({', '.join(bases)}):"]
        for name in self.r.sample(DUNDERS, self.r.choice([1, 1, 2, 2, 3, 4, 6])):
            if self.chance(0.08):
                lines.append(f"    {name} = {self.pick(['None', '1', 'property(repr)', 'G', 'lambda *a: G', 'classmethod(len)'])}")
                continue
            if name in ("__new__", "__init_subclass__", "__class_getitem__", "__prepare__", "__del__") and self.chance(0.6):
                continue
            body = [self.pick(HARM) for _ in range(self.r.choice([0, 1, 1, 2]))]
            lines.append(f"    def {name}(self, *a, **k):")
            lines += ["        " + line for line in body if not (line.startswith("global") and "v4" in "".join(body[:-1]))]
            lines.append("        " + self.result(name))
        if self.chance(0.05):
            lines.append(f"    __slots__ = {self.pick(['()', '(chr(120),)', 'G', '1'])}")
        lines.append("    x = 1")
        self.classes += 1
        return lines

    def result(self, name):
        kind = self.r.random()
        if kind < 0.25:
            natural = {"__eq__": "True", "__hash__": "1", "__lt__": "True", "__repr__": "'r'", "__str__": "'s'", "__len__": "3",
                       "__bool__": "True", "__iter__": "iter(G)", "__next__": "1", "__index__": "1", "__float__": "1.0",
                       "__contains__": "True", "__getitem__": "a[0]", "__exit__": "True", "__format__": "'f'"}  # fmt: skip
            return f"return {natural.get(name, 'self')}"
        if kind < 0.4:
            return f"return super().{name}(*a, **k)"
        if kind < 0.5:
            return f"raise {self.pick(EXCEPTIONS)}"
        if kind < 0.55:
            return self.pick(["return NotImplemented", "yield self", "return repr(self)", "return self == a", "return len(self)"])
        if kind < 0.7:
            return f"return {self.atom()}"
        return self.pick(["return self", "return True", "return False", "return a and a[0]", "return G", "return -1", "return 2**70",
                          "return None", "return 'x'", "return len(a) % 2 == 0", "return iter(G)", "return v0"])  # fmt: skip

    def program(self):
        lines = []
        for _ in range(2 + self.r.randrange(3)):
            lines += self.safe(self.class_definition())
        lines += self.safe([f"G[:] = [{', '.join(self.expression(0) for _ in range(self.r.randrange(6)))}]"])
        lines += self.safe([f"D.update({{{', '.join(self.atom() + ': ' + self.atom() for _ in range(self.r.randrange(5)))}}})"])
        if self.chance(0.7):
            lines += self.safe(["G.extend([C0(), C1(), C0()]); D[C0()] = 1; D[C1()] = C0(); S.add(C0())"])
        for _ in range(self.r.randrange(5, 45)):
            lines += self.statement()
        imports = [f"try: import {m} as {nickname(m)}\nexcept Exception: pass" for m in sorted(self.modules)]
        return "\n".join([PRELUDE, *imports, *lines, EPILOGUE])
