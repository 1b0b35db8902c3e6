"""Programs as trees: made from text, walked through, changed, and written as text again."""

import sys as _sys

from _source import tree as _tree

PyCF_ONLY_AST = 0x400
PyCF_TYPE_COMMENTS = 0x1000
PyCF_ALLOW_TOP_LEVEL_AWAIT = 0x2000


class AST:
    """A node of a tree."""

    _fields = ()
    _attributes = ()
    __match_args__ = ()

    def __init__(self, *args, **kwargs):
        fields = self._fields
        if len(args) > len(fields):
            count = f"at most {len(fields)} positional argument{'' if len(fields) == 1 else 's'}"
            raise TypeError(f"{type(self).__name__} constructor takes {count}")
        for name, value in zip(fields, args):
            setattr(self, name, value)
            if name in kwargs:
                raise TypeError(f"{type(self).__name__} got multiple values for argument {name!r}")
        for name, value in kwargs.items():
            setattr(self, name, value)


# The kinds of nodes, their fields (`?` may be None, `*` is a list), and their classes; after `!` those with a place.
_KINDS = """
mod: Module(body* type_ignores*) Interactive(body*) Expression(body) FunctionType(argtypes* returns)
!stmt: FunctionDef(name args body* decorator_list* returns? type_comment?)
 AsyncFunctionDef(name args body* decorator_list* returns? type_comment?)
 ClassDef(name bases* keywords* body* decorator_list*) Return(value?) Delete(targets*)
 Assign(targets* value type_comment?) AugAssign(target op value) AnnAssign(target annotation value? simple)
 For(target iter body* orelse* type_comment?) AsyncFor(target iter body* orelse* type_comment?)
 While(test body* orelse*) If(test body* orelse*) With(items* body* type_comment?)
 AsyncWith(items* body* type_comment?) Match(subject cases*) Raise(exc? cause?)
 Try(body* handlers* orelse* finalbody*) TryStar(body* handlers* orelse* finalbody*) Assert(test msg?)
 Import(names*) ImportFrom(module? names* level?) Global(names*) Nonlocal(names*) Expr(value) Pass() Break() Continue()
!expr: BoolOp(op values*) NamedExpr(target value) BinOp(left op right) UnaryOp(op operand) Lambda(args body)
 IfExp(test body orelse) Dict(keys* values*) Set(elts*) ListComp(elt generators*) SetComp(elt generators*)
 DictComp(key value generators*) GeneratorExp(elt generators*) Await(value) Yield(value?) YieldFrom(value)
 Compare(left ops* comparators*) Call(func args* keywords*) FormattedValue(value conversion format_spec?)
 JoinedStr(values*) Constant(value kind?) Attribute(value attr ctx) Subscript(value slice ctx) Starred(value ctx)
 Name(id ctx) List(elts* ctx) Tuple(elts* ctx) Slice(lower? upper? step?)
expr_context: Load() Store() Del()
boolop: And() Or()
operator: Add() Sub() Mult() MatMult() Div() Mod() Pow() LShift() RShift() BitOr() BitXor() BitAnd() FloorDiv()
unaryop: Invert() Not() UAdd() USub()
cmpop: Eq() NotEq() Lt() LtE() Gt() GtE() Is() IsNot() In() NotIn()
!excepthandler: ExceptHandler(type? name? body*)
!pattern: MatchValue(value) MatchSingleton(value) MatchSequence(patterns*) MatchMapping(keys* patterns* rest?)
 MatchClass(cls patterns* kwd_attrs* kwd_patterns*) MatchStar(name?) MatchAs(pattern? name?) MatchOr(patterns*)
type_ignore: TypeIgnore(lineno tag)
AST: comprehension(target iter ifs* is_async) withitem(context_expr optional_vars?) match_case(pattern guard? body*)
 arguments(posonlyargs* args* vararg? kwonlyargs* kw_defaults* kwarg? defaults*)
!AST: arg(arg annotation? type_comment?) keyword(arg? value) alias(name asname?)
"""


def _make_classes():
    """The classes of nodes, by name."""
    made = {"AST": AST}
    places = {"_attributes": ("lineno", "col_offset", "end_lineno", "end_col_offset"), "end_lineno": None,
              "end_col_offset": None}
    for line in _KINDS.replace("\n ", " ").strip().split("\n"):
        kind, _, rest = line.partition(": ")
        own = places if kind.startswith("!") else {"_attributes": ()}
        base = made.get(kind.lstrip("!"))
        if base is None:
            base = made[kind.lstrip("!")] = type(kind.lstrip("!"), (AST,), {"__module__": "ast", **own})
        for item in rest.rstrip(")").split(")"):
            name, _, fields = item.strip().partition("(")
            fields = fields.split()
            names = tuple(field.rstrip("?*") for field in fields)
            members = {"__module__": "ast", "_fields": names, "__match_args__": names}
            members.update({field[:-1]: None for field in fields if field.endswith("?")})
            made[name] = type(name, (base,), members | (own if base is AST else {}))
    return made


_classes = _make_classes()
# `Load()`, `Add()` and the like, one of each.
_marks = {}
globals().update(_classes)


def parse(source, filename="<unknown>", mode="exec", *, type_comments=False, feature_version=None):
    """The tree of a text."""
    if isinstance(source, AST):
        return source
    return _tree(source, filename, mode, _classes, _marks)


def unparse(ast_obj):
    """The text of a tree, one that has the same tree again."""
    from _unparse import text

    return text(ast_obj)


def _compiled(tree, filename, mode):
    """The code of a tree: what `compile` makes of it."""
    expected = {"exec": Module, "eval": Expression, "single": Interactive}.get(mode)
    if expected is not None and not isinstance(tree, expected):
        raise TypeError(f"expected {expected.__name__} node, got {type(tree).__name__}")
    _check(tree)
    return compile(unparse(tree), filename, mode)


def _check(tree):
    for node in walk(tree):
        for name in node._fields:
            if not hasattr(node, name):
                raise TypeError(f'required field "{name}" missing from {type(node).__name__}')
        for name in node._attributes[:2]:
            if not hasattr(node, name):
                kind = next(base.__name__ for base in reversed(type(node).__mro__[:-2]))
                raise TypeError(f'required field "{name}" missing from {kind}')


def literal_eval(node_or_string):
    """The value of a text, or of a tree, that holds nothing but literals."""
    if isinstance(node_or_string, str):
        node_or_string = parse(node_or_string.lstrip(" \t"), mode="eval")
    if isinstance(node_or_string, Expression):
        node_or_string = node_or_string.body
    return _value(node_or_string)


def _refuse(node):
    line = getattr(node, "lineno", None)
    place = "" if line is None else f" on line {line}"
    raise ValueError(f"malformed node or string{place}: {node!r}")


def _number(node):
    if not isinstance(node, Constant) or type(node.value) not in (int, float, complex):
        _refuse(node)
    return node.value


def _signed(node):
    if isinstance(node, UnaryOp) and isinstance(node.op, (UAdd, USub)):
        number = _number(node.operand)
        return +number if isinstance(node.op, UAdd) else -number
    return _number(node)


def _value(node):
    if isinstance(node, Constant):
        return node.value
    if isinstance(node, Tuple):
        return tuple(map(_value, node.elts))
    if isinstance(node, List):
        return list(map(_value, node.elts))
    if isinstance(node, Set):
        return set(map(_value, node.elts))
    match node:
        case Call(Name("set"), [], []):
            return set()
    if isinstance(node, Dict):
        if len(node.keys) != len(node.values):
            _refuse(node)
        return dict(zip(map(_value, node.keys), map(_value, node.values)))
    if isinstance(node, BinOp) and isinstance(node.op, (Add, Sub)):
        left = _signed(node.left)
        right = _number(node.right)
        if isinstance(left, (int, float)) and isinstance(right, complex):
            return left + right if isinstance(node.op, Add) else left - right
    return _signed(node)


def dump(node, annotate_fields=True, include_attributes=False, *, indent=None):
    """A tree as text that shows its nodes."""
    if not isinstance(node, AST):
        raise TypeError(f"expected AST, got {node.__class__.__name__!r}")
    if indent is not None and not isinstance(indent, str):
        indent = " " * indent
    return _shown(node, annotate_fields, include_attributes, indent, 0)[0]


def _shown(node, annotated, placed, indent, level):
    """The text of a node or value, and whether it holds no other nodes."""
    if indent is None:
        start, separator = "", ", "
    else:
        level += 1
        start = "\n" + indent * level
        separator = "," + start
    if isinstance(node, AST):
        kind = type(node)
        parts = []
        is_flat = True
        annotated_here = annotated
        for name in node._fields:
            if not hasattr(node, name) or getattr(node, name) is None and getattr(kind, name, ...) is None:
                annotated_here = True
                continue
            text, is_simple = _shown(getattr(node, name), annotated, placed, indent, level)
            is_flat = is_flat and is_simple
            parts.append(f"{name}={text}" if annotated_here else text)
        for name in node._attributes if placed else ():
            value = getattr(node, name, ...)
            if value is ... or value is None and getattr(kind, name, ...) is None:
                continue
            text, is_simple = _shown(value, annotated, placed, indent, level)
            is_flat = is_flat and is_simple
            parts.append(f"{name}={text}")
        if is_flat and len(parts) <= 3:
            return f"{kind.__name__}({', '.join(parts)})", not parts
        return f"{kind.__name__}({start}{separator.join(parts)})", False
    if isinstance(node, list):
        if not node:
            return "[]", True
        items = separator.join(_shown(item, annotated, placed, indent, level)[0] for item in node)
        return f"[{start}{items}]", False
    return repr(node), True


def iter_fields(node):
    """The names and values of the fields that a node has."""
    for name in node._fields:
        try:
            yield name, getattr(node, name)
        except AttributeError:
            pass


def iter_child_nodes(node):
    """The nodes that a node holds itself."""
    for _, value in iter_fields(node):
        if isinstance(value, AST):
            yield value
        elif isinstance(value, list):
            for item in value:
                if isinstance(item, AST):
                    yield item


def walk(node):
    """A node and all those inside it, level by level."""
    waiting = [node]
    for node in waiting:
        waiting.extend(iter_child_nodes(node))
        yield node


def copy_location(new_node, old_node):
    """The new node, with the place of the old one."""
    for name in ("lineno", "col_offset", "end_lineno", "end_col_offset"):
        if name in old_node._attributes and name in new_node._attributes:
            value = getattr(old_node, name, None)
            if value is not None or hasattr(old_node, name) and name.startswith("end_"):
                setattr(new_node, name, value)
    return new_node


def fix_missing_locations(node):
    """The tree, with nodes that lack a place given that of what they are in."""

    def fix(node, place):
        own = []
        for name, value in zip(("lineno", "col_offset", "end_lineno", "end_col_offset"), place):
            if name in node._attributes:
                if not hasattr(node, name) or name.startswith("end_") and getattr(node, name, None) is None:
                    setattr(node, name, value)
                else:
                    value = getattr(node, name)
            own.append(value)
        for child in iter_child_nodes(node):
            fix(child, own)

    fix(node, (1, 0, 1, 0))
    return node


def increment_lineno(node, n=1):
    """The tree, moved on by some lines."""
    for child in walk(node):
        if "lineno" in child._attributes or isinstance(child, TypeIgnore):
            child.lineno = getattr(child, "lineno", 0) + n
        if getattr(child, "end_lineno", None) is not None:
            child.end_lineno += n
    return node


def get_docstring(node, clean=True):
    """The text that documents what a node defines; None if there is none."""
    if not isinstance(node, (AsyncFunctionDef, FunctionDef, ClassDef, Module)):
        raise TypeError(f"{node.__class__.__name__!r} can't have docstrings")
    first = node.body[0] if node.body else None
    if not isinstance(first, Expr) or not isinstance(first.value, Constant) or not isinstance(first.value.value, str):
        return None
    if not clean:
        return first.value.value
    import inspect

    return inspect.cleandoc(first.value.value)


def get_source_segment(source, node, *, padded=False):
    """The part of a text that a node was made from."""
    try:
        if node.end_lineno is None or node.end_col_offset is None:
            return None
        first, last = node.lineno - 1, node.end_lineno - 1
        start, end = node.col_offset, node.end_col_offset
    except AttributeError:
        return None
    lines = [line.encode() for line in source.replace("\r\n", "\n").replace("\r", "\n").splitlines(True)]
    part = lines[first : last + 1]
    if not part:
        return None
    part[-1] = part[-1][:end]
    before, part[0] = part[0][:start], part[0][start:]
    if padded and len(part) > 1:
        part[0] = bytes(c if c in b"\t\f" else 0x20 for c in before) + part[0]
    return b"".join(part).decode()


class NodeVisitor:
    """Calls `visit_KIND` for nodes of the kinds it has one for, and goes on into all others."""

    def visit(self, node):
        visitor = getattr(self, "visit_" + node.__class__.__name__, None)
        if visitor is None and isinstance(node, Constant):
            visitor = getattr(self, "visit_" + _old_names.get(type(node.value), ""), None)
        return (visitor or self.generic_visit)(node)

    def generic_visit(self, node):
        for _, value in iter_fields(node):
            if isinstance(value, AST):
                self.visit(value)
            elif isinstance(value, list):
                for item in value:
                    if isinstance(item, AST):
                        self.visit(item)


class NodeTransformer(NodeVisitor):
    """Puts what `visit_KIND` returns in the node's place: another node, several in a list, or None for nothing."""

    def generic_visit(self, node):
        for name, value in iter_fields(node):
            if isinstance(value, AST):
                new = self.visit(value)
                if new is None:
                    delattr(node, name)
                else:
                    setattr(node, name, new)
            elif isinstance(value, list):
                items = []
                for item in value:
                    if isinstance(item, AST):
                        item = self.visit(item)
                        if item is None:
                            continue
                        if not isinstance(item, AST):
                            items.extend(item)
                            continue
                    items.append(item)
                value[:] = items
        return node


# Names from before there was `Constant`.

_old_names = {int: "Num", float: "Num", complex: "Num", str: "Str", bytes: "Bytes", type(None): "NameConstant",
              bool: "NameConstant", type(...): "Ellipsis"}


class _OldConstant(type):
    def __instancecheck__(cls, instance):
        return isinstance(instance, Constant) and _old_names.get(type(instance.value)) == cls.__name__


def _make_old(name):
    def make(cls, value=..., *args, **kwargs):
        return Constant(value, *args, **kwargs)

    return _OldConstant(name, (Constant,), {"__module__": "ast", "__new__": make})


Num, Str, Bytes, NameConstant, Ellipsis = map(_make_old, ("Num", "Str", "Bytes", "NameConstant", "Ellipsis"))
Constant.n = Constant.s = property(lambda self: self.value, lambda self, value: setattr(self, "value", value))
