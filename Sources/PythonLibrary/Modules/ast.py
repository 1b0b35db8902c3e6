"""Values out of the text of literals. Trees of whole programs are not to be had."""

_TREES = (
    "AST Module Expression Interactive FunctionDef ClassDef Return Assign Name Constant Call BinOp Attribute Expr Load "
    "NodeVisitor NodeTransformer dump unparse walk iter_fields iter_child_nodes fix_missing_locations copy_location "
    "get_docstring increment_lineno get_source_segment").split()


def parse(source, filename="<unknown>", mode="exec", *, type_comments=False, feature_version=None):
    """Reports what is wrong with a text; the tree of a right one is not available."""
    compile(source, filename, mode)
    raise NotImplementedError("ast.parse is not available in nbcheck")


def __getattr__(name):
    if name in _TREES:
        raise NotImplementedError(f"ast.{name} is not available in nbcheck")
    raise AttributeError(f"module 'ast' has no attribute '{name}'")


def literal_eval(node_or_string):
    """The value of a text that holds nothing but literals."""
    if not isinstance(node_or_string, (str, bytes)):
        raise ValueError(f"malformed node or string: {node_or_string!r}")
    text = node_or_string if isinstance(node_or_string, str) else node_or_string.decode()
    text = text.lstrip(" \t")
    compile(text, "<unknown>", "eval")
    reader = _Reader(text)
    value = reader.expression()
    reader.blanks()
    if reader.place < len(text):
        reader.refuse()
    return value


class _Reader:
    """Reads literals from a text that is known to be an expression."""

    def __init__(self, text):
        self.text = text
        self.place = 0

    def refuse(self):
        line = self.text.count("\n", 0, self.place) + 1
        raise ValueError(f"malformed node or string on line {line}: {self.text[self.place:self.place + 20]!r}")

    def blanks(self):
        while self.place < len(self.text):
            c = self.text[self.place]
            if c == "#":
                end = self.text.find("\n", self.place)
                self.place = len(self.text) if end < 0 else end
            elif c.isspace() or c == "\\" and self.text[self.place + 1 : self.place + 2] in "\r\n":
                self.place += 1
            else:
                break

    def next(self):
        """The next character that counts; empty at the end."""
        self.blanks()
        return self.text[self.place : self.place + 1]

    def takes(self, mark):
        if self.next() != mark:
            return False
        self.place += 1
        return True

    def expression(self):
        """A literal, or a number plus or minus an imaginary one."""
        value = self.signed()
        sign = self.next()
        if sign not in ("+", "-") or type(value) not in (int, float):
            return value
        self.place += 1
        other = self.atom()
        if type(other) is not complex:
            self.refuse()
        return value + other if sign == "+" else value - other

    def signed(self):
        sign = self.next()
        if sign not in ("+", "-") or not sign:
            return self.atom()
        self.place += 1
        value = self.atom()
        if type(value) not in (int, float, complex):
            self.refuse()
        return +value if sign == "+" else -value

    def atom(self):
        c = self.next()
        if c == "(":
            return self.parenthesized()
        if c == "[":
            self.place += 1
            return self.items("]")
        if c == "{":
            return self.braces()
        if c.isdigit() or c == "." and self.text[self.place + 1 : self.place + 2].isdigit():
            return self.number()
        if self.text.startswith("...", self.place):
            self.place += 3
            return ...
        return self.strings() if self.string_prefix() is not None else self.word()

    def items(self, end):
        found = []
        while not self.takes(end):
            found.append(self.expression())
            if not self.takes(","):
                if not self.takes(end):
                    self.refuse()
                break
        return found

    def parenthesized(self):
        self.place += 1
        if self.takes(")"):
            return ()
        value = self.expression()
        if self.takes(")"):
            return value
        if not self.takes(","):
            self.refuse()
        return (value, *self.items(")"))

    def braces(self):
        self.place += 1
        if self.takes("}"):
            return {}
        first = self.expression()
        if not self.takes(":"):
            return {first} if self.takes("}") else {first, *self.items("}")} if self.takes(",") else self.refuse()
        result = {first: self.expression()}
        while self.takes(","):
            if self.next() == "}":
                break
            key = self.expression()
            if not self.takes(":"):
                self.refuse()
            result[key] = self.expression()
        if not self.takes("}"):
            self.refuse()
        return result

    def number(self):
        start = self.place
        while self.place < len(self.text):
            c = self.text[self.place]
            is_exponent = c in "+-" and self.text[self.place - 1] in "eE" and self.text[start : start + 2] not in (
                "0x", "0X")
            if not (c.isalnum() or c in "._" or is_exponent):
                break
            self.place += 1
        return eval(self.text[start : self.place], {})

    def string_prefix(self):
        """Where the quote of a string stands; None if there is none here."""
        end = self.place
        while self.text[end : end + 1].isalpha() and end - self.place < 3:
            end += 1
        if self.text[end : end + 1] not in ("'", '"') or "f" in self.text[self.place : end].lower():
            return None
        return end

    def strings(self):
        """One string, or several in a row."""
        start = self.place
        while (quote := self.string_prefix()) is not None:
            c = self.text[quote]
            mark = c * 3 if self.text.startswith(c * 3, quote) else c
            self.place = quote + len(mark)
            while not self.text.startswith(mark, self.place):
                self.place += 2 if self.text[self.place] == "\\" else 1
            self.place += len(mark)
            end = self.place
            self.blanks()
        self.place = end
        return eval("(" + self.text[start:end] + ")", {})

    def word(self):
        for word, value in (("None", None), ("True", True), ("False", False)):
            if self.text.startswith(word, self.place):
                after = self.text[self.place + len(word) : self.place + len(word) + 1]
                if not (after.isalnum() or after == "_"):
                    self.place += len(word)
                    return value
        if self.text.startswith("set", self.place):
            self.place += 3
            if self.takes("(") and self.takes(")"):
                return set()
        self.refuse()
