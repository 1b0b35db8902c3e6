# A recursive-descent parser of JSON over a text that it first writes.


class JSONError(ValueError):
    pass


class Parser:
    ESCAPES = {'"': '"', "\\": "\\", "/": "/", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}
    WORDS = {"t": ("true", True), "f": ("false", False), "n": ("null", None)}

    def __init__(self, text):
        self.text = text
        self.at = 0

    def parse(self):
        value = self.value()
        self.blanks()
        if self.at != len(self.text):
            raise self.error("the end")
        return value

    def error(self, wanted):
        return JSONError(f"expected {wanted} at {self.at}")

    def blanks(self):
        text, at, end = self.text, self.at, len(self.text)
        while at < end and text[at] in " \t\r\n":
            at += 1
        self.at = at

    def peek(self):
        self.blanks()
        if self.at >= len(self.text):
            raise self.error("a value")
        return self.text[self.at]

    def value(self):
        first = self.peek()
        if first == "{":
            return self.object()
        if first == "[":
            return self.array()
        if first == '"':
            return self.string()
        if first in self.WORDS:
            return self.word(*self.WORDS[first])
        return self.number()

    def word(self, word, value):
        if not self.text.startswith(word, self.at):
            raise self.error(word)
        self.at += len(word)
        return value

    def object(self):
        result = {}
        self.at += 1
        if self.peek() == "}":
            self.at += 1
            return result
        while True:
            if self.peek() != '"':
                raise self.error("a key")
            key = self.string()
            if self.peek() != ":":
                raise self.error("a colon")
            self.at += 1
            result[key] = self.value()
            after = self.peek()
            self.at += 1
            if after == "}":
                return result
            if after != ",":
                raise self.error("a comma")

    def array(self):
        result = []
        self.at += 1
        if self.peek() == "]":
            self.at += 1
            return result
        while True:
            result.append(self.value())
            after = self.peek()
            self.at += 1
            if after == "]":
                return result
            if after != ",":
                raise self.error("a comma")

    def string(self):
        text = self.text
        self.at += 1
        parts = []
        start = self.at
        while True:
            if self.at >= len(text):
                raise self.error("a quote")
            letter = text[self.at]
            if letter == '"':
                parts.append(text[start : self.at])
                self.at += 1
                return "".join(parts)
            if letter == "\\":
                parts.append(text[start : self.at])
                parts.append(self.escape())
                start = self.at
            else:
                self.at += 1

    def escape(self):
        code = self.text[self.at + 1]
        if code == "u":
            self.at += 6
            return chr(int(self.text[self.at - 4 : self.at], 16))
        if code not in self.ESCAPES:
            raise self.error("an escape")
        self.at += 2
        return self.ESCAPES[code]

    def number(self):
        text, start, at, end = self.text, self.at, self.at, len(self.text)
        whole = True
        while at < end:
            letter = text[at]
            if letter.isdigit() or letter == "-":
                at += 1
            elif letter in ".eE+":
                whole = False
                at += 1
            else:
                break
        if at == start:
            raise self.error("a value")
        self.at = at
        return int(text[start:at]) if whole else float(text[start:at])


def document(n):
    people = []
    for i in range(n):
        tags = ", ".join(f'"tag{(i * k) % 17}"' for k in range(5))
        people.append(
            f'{{"id": {i}, "name": "Person \\"{i}\\"\\u00e9", "height": {1.5 + i % 50 / 100}, "tags": [{tags}],\n'
            f'  "active": {"true" if i % 3 else "false"}, "boss": {"null" if i % 10 == 0 else i // 10},\n'
            f'  "place": {{"x": {-i}, "y": {i}e-3, "note": "a\\tb\\n"}}}}'
        )
    return '{"people": [' + ",\n".join(people) + f'], "count": {n}}}'


parsed = Parser(document(6000)).parse()
assert parsed["count"] == len(parsed["people"]) == 6000
assert parsed["people"][17] == {
    "id": 17,
    "name": 'Person "17"é',
    "height": 1.67,
    "tags": ["tag0", "tag0", "tag0", "tag0", "tag0"],
    "active": True,
    "boss": 1,
    "place": {"x": -17, "y": 0.017, "note": "a\tb\n"},
}
for broken in ('{"a" 1}', "[1, 2", '"open', "[1 2]", "tru"):
    try:
        Parser(broken).parse()
    except JSONError:
        continue
    raise AssertionError(broken)
