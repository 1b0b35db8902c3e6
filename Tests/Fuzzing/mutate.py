"""Programs that were well until some of their tokens, lines or bytes were changed."""

import re

TOKEN = re.compile(r"\s+|[A-Za-z_]\w*|\d[\w.]*|'''|\"\"\"|\*\*=?|//=?|<<=?|>>=?|:=|->|[-+*/%@&|^<>=!]=|.", re.S)
SPARE = """( ) [ ] { } , : ; . = == := -> @ * ** + - / // % & | ^ ~ << >> < > != += not and or in is if else elif for while def class return
yield lambda try except finally with as import from raise global nonlocal del assert pass break continue match case async await None True
False 0 1 -1 2**64 1e400 1j '' 'a' b'' f'{ f'{x!r:>{y}}' \\ \n \t # \0 \ud800 é 0x 1_ 0777 1__0 ... self _ __class__ print __import__ $ ? !""".split(" ")


def mutated(text, random, others):
    for _ in range(random.choice([1, 1, 1, 2, 3, 6])):
        text = random.choice([tokens, tokens, tokens, tokens, lines, letters, splice])(text, random, others)
    return text


def tokens(text, random, others):
    parts = TOKEN.findall(text)
    if not parts:
        return text
    at, other = random.randrange(len(parts)), random.randrange(len(parts))
    kind = random.randrange(6)
    if kind == 0:
        del parts[at : at + random.choice([1, 1, 2, 5])]
    elif kind == 1:
        parts.insert(at, parts[other])
    elif kind == 2:
        parts[at], parts[other] = parts[other], parts[at]
    elif kind == 3:
        parts[at] = random.choice(SPARE)
    elif kind == 4:
        parts.insert(at, random.choice(SPARE))
    else:
        words = [i for i, part in enumerate(parts) if re.match(r"\w", part)]
        if words:
            parts[random.choice(words)] = parts[random.choice(words)]
    return "".join(parts)


def lines(text, random, others):
    parts = text.split("\n")
    at, other = random.randrange(len(parts)), random.randrange(len(parts))
    kind = random.randrange(5)
    if kind == 0:
        del parts[at]
    elif kind == 1:
        parts.insert(at, parts[other])
    elif kind == 2:
        parts[at], parts[other] = parts[other], parts[at]
    elif kind == 3:
        parts[at] = " " * random.choice([1, 4, 8]) + parts[at]
    else:
        parts[at] = parts[at].lstrip() if random.random() < 0.5 else parts[at][: random.randrange(len(parts[at]) + 1)]
    return "\n".join(parts)


def letters(text, random, others):
    data = bytearray(text.encode("utf-8", "surrogatepass"))
    for _ in range(random.choice([1, 1, 2, 8])):
        if data:
            at = random.randrange(len(data))
            data[at] = random.choice([data[at] ^ (1 << random.randrange(8)), random.randrange(256)])
    return data.decode("utf-8", "replace")


def splice(text, random, others):
    mine, theirs = text.split("\n"), random.choice(others).split("\n")
    at, start = random.randrange(len(mine)), random.randrange(len(theirs))
    mine[at:at] = theirs[start : start + random.randrange(1, 8)]
    return "\n".join(mine)
