# Text by +=, by join, by f-strings and by the methods that take it apart again.


def lines(n):
    text = ""
    for i in range(n):
        text += "line "
        text += str(i)
        text += "\n"
    return text


def rows(n):
    return "\n".join([f"{i:>6} | {i * 0.5:8.3f} | {i!r:<8} | {'even' if i % 2 == 0 else 'odd'}" for i in range(n)])


def page(n):
    parts = []
    for i in range(n):
        parts.append("<li class='%s'>" % ("a" if i % 3 else "b"))
        parts.append("item {} of {}".format(i, n))
        parts.append("</li>")
    return "".join(parts)


def turned(text):
    out = []
    for line in text.splitlines():
        words = line.split()
        out.append(" ".join(word.strip("|").upper() for word in reversed(words) if word != "|"))
    return "\n".join(out)


def caesar(text, by):
    result = ""
    for letter in text:
        if "a" <= letter <= "z":
            result += chr((ord(letter) - 97 + by) % 26 + 97)
        else:
            result += letter
    return result


assert len(lines(200_000)) == 2288890
table = rows(60_000)
assert table.count("\n") == 59_999
assert len(page(80_000).replace("item", "x")) > 1_000_000
assert turned(table).startswith("EVEN 0 0.000 0")
secret = caesar("the quick brown fox jumps over the lazy dog. " * 3000, 3)
assert caesar(secret, -3).startswith("the quick brown fox")
