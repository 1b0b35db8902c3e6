"""Text of syntax trees, for `ast.unparse`."""

import ast

(_NAMED, _TUPLE, _YIELD, _TEST, _OR, _AND, _NOT, _COMPARE, _BIT_OR, _BIT_XOR, _BIT_AND, _SHIFT, _SUM, _TERM, _FACTOR,
 _POWER, _AWAIT, _ATOM) = range(18)

_BINARY = {
    ast.Add: ("+", _SUM), ast.Sub: ("-", _SUM), ast.Mult: ("*", _TERM), ast.MatMult: ("@", _TERM),
    ast.Div: ("/", _TERM), ast.Mod: ("%", _TERM), ast.FloorDiv: ("//", _TERM), ast.LShift: ("<<", _SHIFT),
    ast.RShift: (">>", _SHIFT), ast.BitOr: ("|", _BIT_OR), ast.BitXor: ("^", _BIT_XOR), ast.BitAnd: ("&", _BIT_AND),
    ast.Pow: ("**", _POWER),
}
_UNARY = {ast.Invert: ("~", _FACTOR), ast.Not: ("not ", _NOT), ast.UAdd: ("+", _FACTOR), ast.USub: ("-", _FACTOR)}
_COMPARISONS = {
    ast.Eq: "==", ast.NotEq: "!=", ast.Lt: "<", ast.LtE: "<=", ast.Gt: ">", ast.GtE: ">=", ast.Is: "is",
    ast.IsNot: "is not", ast.In: "in", ast.NotIn: "not in",
}
_INFINITY = "1e309"


def text(node):
    writer = _Writer()
    if isinstance(node, list):
        writer.body(node, 0)
    elif isinstance(node, (ast.Module, ast.Interactive)):
        writer.module(node)
    elif isinstance(node, ast.Expression):
        return writer.value(node.body)
    elif isinstance(node, ast.stmt):
        writer.statement(node, 0)
    else:
        return writer.value(node)
    return "\n".join(writer.lines)


def _literal(value):
    """The text of a value; of an infinite number one that is too large."""
    if isinstance(value, (float, complex)):
        return repr(value).replace("inf", _INFINITY).replace("nan", f"({_INFINITY}-{_INFINITY})")
    return repr(value)


class _Writer:
    """Statements become lines; everything inside them is text, each kind of node by the method of its name."""

    def __init__(self):
        self.lines = []

    # Statements

    def line(self, depth, text):
        self.lines.append("    " * depth + text)

    def body(self, statements, depth):
        for statement in statements:
            self.statement(statement, depth)

    def module(self, node):
        self.documented(node.body, 0)

    def documented(self, statements, depth):
        """A body whose first text is documentation, written as such."""
        match statements:
            case [ast.Expr(value=ast.Constant(value=str()) as text), *rest]:
                self.line(depth, self.documentation(text))
                statements = rest
        self.body(statements, depth)

    def documentation(self, node):
        text = "".join(
            c if c in "\n\t" or c.isprintable() else c.encode("unicode_escape").decode("ascii")
            for c in node.value.replace("\\", "\\\\"))
        if '"""' in text or text.endswith('"'):
            quote = "'''" if "'''" not in text and not text.endswith("'") else None
            if quote is None:
                return repr(node.value)
        else:
            quote = '"""'
        return ("u" if node.kind == "u" else "") + quote + text + quote

    def block(self, head, statements, depth):
        self.line(depth, head + ":")
        self.body(statements, depth + 1)

    def statement(self, node, depth):
        kind = type(node).__name__
        method = getattr(self, "do_" + kind, None)
        if method is not None:
            method(node, depth)
        else:
            self.line(depth, getattr(self, "one_" + kind)(node))

    def one_Expr(self, node):
        return self.value(node.value, _YIELD)

    def one_Pass(self, node):
        return "pass"

    def one_Break(self, node):
        return "break"

    def one_Continue(self, node):
        return "continue"

    def one_Return(self, node):
        return "return" + self.after(" ", node.value)

    def one_Delete(self, node):
        return "del " + self.values(node.targets)

    def one_Assign(self, node):
        targets = "".join(self.value(target, _TUPLE) + " = " for target in node.targets)
        return targets + self.value(node.value) + (f" # type: {node.type_comment}" if node.type_comment else "")

    def one_AugAssign(self, node):
        return f"{self.value(node.target)} {_BINARY[type(node.op)][0]}= {self.value(node.value)}"

    def one_AnnAssign(self, node):
        target = self.value(node.target)
        if not node.simple and isinstance(node.target, ast.Name):
            target = f"({target})"
        return f"{target}: {self.value(node.annotation)}" + self.after(" = ", node.value)

    def one_Raise(self, node):
        if node.exc is None:
            return "raise"
        return "raise " + self.value(node.exc) + self.after(" from ", node.cause)

    def one_Assert(self, node):
        return "assert " + self.value(node.test) + self.after(", ", node.msg)

    def one_Import(self, node):
        return "import " + self.values(node.names)

    def one_ImportFrom(self, node):
        return f"from {'.' * (node.level or 0)}{node.module or ''} import {self.values(node.names)}"

    def one_Global(self, node):
        return "global " + ", ".join(node.names)

    def one_Nonlocal(self, node):
        return "nonlocal " + ", ".join(node.names)

    def do_If(self, node, depth, word="if"):
        self.block(f"{word} {self.value(node.test)}", node.body, depth)
        if len(node.orelse) == 1 and isinstance(node.orelse[0], ast.If):
            self.do_If(node.orelse[0], depth, "elif")
        elif node.orelse:
            self.block("else", node.orelse, depth)

    def do_While(self, node, depth):
        self.block("while " + self.value(node.test), node.body, depth)
        if node.orelse:
            self.block("else", node.orelse, depth)

    def do_For(self, node, depth, word="for"):
        self.block(f"{word} {self.value(node.target, _TUPLE)} in {self.value(node.iter)}", node.body, depth)
        if node.orelse:
            self.block("else", node.orelse, depth)

    def do_AsyncFor(self, node, depth):
        self.do_For(node, depth, "async for")

    def do_With(self, node, depth, word="with"):
        self.block(f"{word} {self.values(node.items)}", node.body, depth)

    def do_AsyncWith(self, node, depth):
        self.do_With(node, depth, "async with")

    def do_Try(self, node, depth, word="except"):
        self.block("try", node.body, depth)
        for handler in node.handlers:
            name = f" as {handler.name}" if handler.name else ""
            self.block(word + self.after(" ", handler.type) + name, handler.body, depth)
        if node.orelse:
            self.block("else", node.orelse, depth)
        if node.finalbody:
            self.block("finally", node.finalbody, depth)

    def do_TryStar(self, node, depth):
        self.do_Try(node, depth, "except*")

    def definition(self, node, head, depth):
        if self.lines:
            self.lines.append("")
        for decorator in node.decorator_list:
            self.line(depth, "@" + self.value(decorator))
        self.line(depth, head + ":")
        self.documented(node.body, depth + 1)

    def do_FunctionDef(self, node, depth, word="def"):
        arguments = f"{node.name}({self.arguments(node.args)})"
        self.definition(node, f"{word} {arguments}{self.after(' -> ', node.returns)}", depth)

    def do_AsyncFunctionDef(self, node, depth):
        self.do_FunctionDef(node, depth, "async def")

    def do_ClassDef(self, node, depth):
        arguments = self.values(node.bases + node.keywords)
        self.definition(node, f"class {node.name}" + (f"({arguments})" if arguments else ""), depth)

    def do_Match(self, node, depth):
        self.line(depth, f"match {self.value(node.subject)}:")
        for case in node.cases:
            self.block(f"case {self.value(case.pattern)}" + self.after(" if ", case.guard), case.body, depth + 1)

    # Expressions

    def value(self, node, level=_TEST):
        """The text of a node, in parentheses if it binds less than `level`."""
        return getattr(self, type(node).__name__)(node, level)

    def values(self, nodes):
        return ", ".join(map(self.value, nodes))

    def after(self, words, node):
        """Words and a node; nothing without the node."""
        return "" if node is None else words + self.value(node)

    def bound(self, text, own, level):
        return f"({text})" if level > own else text

    def Name(self, node, level):
        return node.id

    def Constant(self, node, level):
        value = node.value
        if isinstance(value, tuple):
            return "(" + ", ".join(map(_literal, value)) + (",)" if len(value) == 1 else ")")
        if value is ...:
            return "..."
        return ("u" if getattr(node, "kind", None) == "u" else "") + _literal(value)

    def JoinedStr(self, node, level):
        parts = []
        self.joined(node, parts)
        quotes = ["'", '"', '"""', "'''"]
        for index, (is_field, text) in enumerate(parts):
            if not is_field:
                text = "".join(
                    c if c.isprintable() and c != "\\" else c.encode("unicode_escape").decode("ascii") for c in text)
                # A quote that the text ends with is taken last, and then escaped.
                quotes.sort(key=lambda quote: text.endswith(quote[0]))
            left = [quote for quote in quotes if quote not in text]
            if left:
                quotes = left
            else:
                text = text.replace(quotes[0], "\\" + quotes[0])
            if not is_field and text.endswith(quotes[0][0]):
                text = text[:-1] + "\\" + text[-1]
            parts[index] = is_field, text
        return "f" + quotes[0] + "".join(text for _, text in parts) + quotes[0]

    def joined(self, node, parts):
        """The parts of an f-string, and whether each is a field."""
        for item in node.values:
            if isinstance(item, ast.JoinedStr):
                self.joined(item, parts)
            elif isinstance(item, ast.Constant):
                parts.append((False, item.value.replace("{", "{{").replace("}", "}}")))
            else:
                parts.append((True, self.FormattedValue(item, _TEST)))

    def FormattedValue(self, node, level):
        text = self.value(node.value, _OR)
        if "\\" in text:
            raise ValueError("Unable to avoid backslash in f-string expression part")
        if text.startswith("{"):
            text = " " + text
        if node.conversion != -1:
            text += "!" + chr(node.conversion)
        if node.format_spec is not None:
            parts = []
            self.joined(node.format_spec, parts)
            text += ":" + "".join(part for _, part in parts)
        return "{" + text + "}"

    def BoolOp(self, node, level):
        own, word = (_AND, " and ") if isinstance(node.op, ast.And) else (_OR, " or ")
        # Each operand binds a little closer than the one before.
        values = [self.value(value, min(own + count, _ATOM)) for count, value in enumerate(node.values, 1)]
        return self.bound(word.join(values), own, level)

    def NamedExpr(self, node, level):
        return self.bound(f"{self.value(node.target, _ATOM)} := {self.value(node.value, _ATOM)}", _TUPLE, level)

    def BinOp(self, node, level):
        sign, own = _BINARY[type(node.op)]
        left, right = (own + 1, own) if sign == "**" else (own, own + 1)
        return self.bound(f"{self.value(node.left, left)} {sign} {self.value(node.right, right)}", own, level)

    def UnaryOp(self, node, level):
        sign, own = _UNARY[type(node.op)]
        return self.bound(sign + self.value(node.operand, own), own, level)

    def Lambda(self, node, level):
        arguments = self.arguments(node.args)
        return self.bound(f"lambda{' ' if arguments else ''}{arguments}: {self.value(node.body)}", _TEST, level)

    def IfExp(self, node, level):
        text = f"{self.value(node.body, _OR)} if {self.value(node.test, _OR)} else {self.value(node.orelse)}"
        return self.bound(text, _TEST, level)

    def Dict(self, node, level):
        return "{" + ", ".join(
            f"**{self.value(value, _BIT_OR)}" if key is None else f"{self.value(key)}: {self.value(value)}"
            for key, value in zip(node.keys, node.values)) + "}"

    def Set(self, node, level):
        return "{" + (self.values(node.elts) or "*()") + "}"

    def List(self, node, level):
        return f"[{self.values(node.elts)}]"

    def Tuple(self, node, level):
        text = self.values(node.elts) + ("," if len(node.elts) == 1 else "")
        return f"({text})" if not node.elts else self.bound(text, _TUPLE, level)

    def clauses(self, node):
        return "".join(map(self.value, node.generators))

    def comprehension(self, node, level):
        word = " async for " if node.is_async else " for "
        tests = "".join(f" if {self.value(test, _OR)}" for test in node.ifs)
        return f"{word}{self.value(node.target, _TUPLE)} in {self.value(node.iter, _OR)}{tests}"

    def ListComp(self, node, level):
        return f"[{self.value(node.elt)}{self.clauses(node)}]"

    def SetComp(self, node, level):
        return "{" + f"{self.value(node.elt)}{self.clauses(node)}" + "}"

    def GeneratorExp(self, node, level):
        return f"({self.value(node.elt)}{self.clauses(node)})"

    def DictComp(self, node, level):
        return "{" + f"{self.value(node.key)}: {self.value(node.value)}{self.clauses(node)}" + "}"

    def Await(self, node, level):
        return self.bound("await " + self.value(node.value, _ATOM), _AWAIT, level)

    def Yield(self, node, level):
        inner = "" if node.value is None else " " + self.value(node.value, _ATOM)
        return self.bound("yield" + inner, _YIELD, level)

    def YieldFrom(self, node, level):
        return self.bound("yield from " + self.value(node.value, _ATOM), _YIELD, level)

    def Compare(self, node, level):
        text = self.value(node.left, _BIT_OR)
        for op, value in zip(node.ops, node.comparators):
            text += f" {_COMPARISONS[type(op)]} {self.value(value, _BIT_OR)}"
        return self.bound(text, _COMPARE, level)

    def Call(self, node, level):
        return f"{self.value(node.func, _ATOM)}({self.values(node.args + node.keywords)})"

    def Attribute(self, node, level):
        text = self.value(node.value, _ATOM)
        space = " " if isinstance(node.value, ast.Constant) and isinstance(node.value.value, int) else ""
        return f"{text}{space}.{node.attr}"

    def Subscript(self, node, level):
        index = node.slice
        inner = self.value(index, _TUPLE) if isinstance(index, ast.Tuple) and index.elts else self.value(index)
        return f"{self.value(node.value, _ATOM)}[{inner}]"

    def Slice(self, node, level):
        lower = "" if node.lower is None else self.value(node.lower)
        upper = "" if node.upper is None else self.value(node.upper)
        return f"{lower}:{upper}" + self.after(":", node.step)

    def Starred(self, node, level):
        return "*" + self.value(node.value, _BIT_OR)

    # Parts of statements and of calls

    def keyword(self, node, level):
        return ("**" if node.arg is None else node.arg + "=") + self.value(node.value)

    def alias(self, node, level):
        return node.name + (f" as {node.asname}" if node.asname else "")

    def withitem(self, node, level):
        return self.value(node.context_expr) + self.after(" as ", node.optional_vars)

    def arg(self, node, level):
        return node.arg + self.after(": ", node.annotation)

    def arguments(self, node, level=_TEST):
        plain = node.posonlyargs + node.args
        defaults = [None] * (len(plain) - len(node.defaults)) + node.defaults
        parts = [self.value(arg) + self.after("=", default) for arg, default in zip(plain, defaults)]
        if node.posonlyargs:
            parts.insert(len(node.posonlyargs), "/")
        if node.vararg or node.kwonlyargs:
            parts.append("*" + (self.value(node.vararg) if node.vararg else ""))
        parts += [self.value(arg) + self.after("=", default) for arg, default in zip(node.kwonlyargs, node.kw_defaults)]
        if node.kwarg:
            parts.append("**" + self.value(node.kwarg))
        return ", ".join(parts)

    # Patterns

    def MatchValue(self, node, level):
        return self.value(node.value)

    def MatchSingleton(self, node, level):
        return repr(node.value)

    def MatchSequence(self, node, level):
        return f"[{self.values(node.patterns)}]"

    def MatchStar(self, node, level):
        return "*" + (node.name or "_")

    def MatchMapping(self, node, level):
        items = [f"{self.value(key)}: {self.value(pattern)}" for key, pattern in zip(node.keys, node.patterns)]
        return "{" + ", ".join(items + ([f"**{node.rest}"] if node.rest else [])) + "}"

    def MatchClass(self, node, level):
        named = [f"{name}={self.value(pattern)}" for name, pattern in zip(node.kwd_attrs, node.kwd_patterns)]
        return f"{self.value(node.cls, _ATOM)}({', '.join(list(map(self.value, node.patterns)) + named)})"

    def MatchAs(self, node, level):
        if node.pattern is None:
            return node.name or "_"
        return self.bound(f"{self.value(node.pattern, _BIT_OR)} as {node.name}", _TEST, level)

    def MatchOr(self, node, level):
        return self.bound(" | ".join(self.value(pattern, _BIT_XOR) for pattern in node.patterns), _BIT_OR, level)


# A mark alone, as a tree of its own.
for _kinds in (_BINARY, _UNARY, _COMPARISONS):
    for _kind, _sign in _kinds.items():
        setattr(_Writer, _kind.__name__, lambda self, node, level, sign=_sign: "")
for _name in ("And", "Or", "Load", "Store", "Del"):
    setattr(_Writer, _name, lambda self, node, level: "")
