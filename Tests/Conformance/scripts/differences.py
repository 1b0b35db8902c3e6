"""difflib: matching, opcodes, and texts of differences."""

import difflib


def attempt(action):
    try:
        print(repr(action()))
    except Exception as error:
        print(type(error).__name__, error)


PAIRS = [
    ("", ""), ("abc", ""), ("abcd", "bcde"), ("qabxcd", "abycdf"), ("private Thread x;", "private volatile Thread x;"),
    (["one", "two", "three"], ["ore", "tree", "emu"])]

print("== SequenceMatcher ==")
for a, b in PAIRS:
    matcher = difflib.SequenceMatcher(None, a, b)
    print(matcher.get_opcodes(), matcher.get_matching_blocks())
    print(round(matcher.ratio(), 6), round(matcher.quick_ratio(), 6), round(matcher.real_quick_ratio(), 6))
junk = difflib.SequenceMatcher(lambda x: x == " ", " abcd", "abcd abcd")
print(junk.find_longest_match(0, 5, 0, 9), junk.find_longest_match(), junk.bjunk, sorted(junk.b2j))
popular = difflib.SequenceMatcher(None, "x" * 300, "x" * 299 + "y")
print(popular.ratio(), popular.bpopular)
numbers = list(map(str, range(1, 40)))
changed = numbers[:]
changed[8:8] = "i"
changed[20] += "x"
changed[23:28] = []
print(list(difflib.SequenceMatcher(None, numbers, changed).get_grouped_opcodes(1)))

print("== texts ==")
OLD = "Beautiful is better than ugly.\nExplicit is better than implicit.\nSimple is better\n\tthan complex.\n"
NEW = "Beautiful is better than ugly.\nSimple is better\n\tthan complicated.\nFlat is better than nested.\n"
old, new = OLD.splitlines(True), NEW.splitlines(True)
print("".join(difflib.ndiff(old, new)))
print("".join(difflib.unified_diff(old, new, "old", "new", "2001", "2002", n=1)))
print("".join(difflib.context_diff(old, new, "old", "new")))
delta = list(difflib.ndiff(old, new))
print(list(difflib.restore(delta, 1)) == old, list(difflib.restore(delta, 2)) == new)
print(list(difflib.unified_diff(["a"], ["a"])), list(difflib.unified_diff([], ["a"], lineterm="")))
print(list(difflib.Differ().compare(["a\n", "b\n"], ["b\n", "c\n"])))
print(list(difflib.diff_bytes(difflib.unified_diff, [b"a\xff\n"], [b"b\n"], b"f", b"g")))

print("== words ==")
print(difflib.get_close_matches("appel", ["ape", "apple", "peach", "puppy"]))
print(difflib.get_close_matches("appel", ["ape", "apple"], n=1, cutoff=0.9))
print(difflib.IS_LINE_JUNK("  # \n"), difflib.IS_LINE_JUNK("x"), difflib.IS_CHARACTER_JUNK("\t"))

print("== errors ==")
attempt(lambda: difflib.get_close_matches("a", ["b"], 0))
attempt(lambda: difflib.get_close_matches("a", ["b"], cutoff=2))
attempt(lambda: list(difflib.restore([], 3)))
attempt(lambda: list(difflib.unified_diff([1], [2])))
attempt(lambda: list(difflib.unified_diff(["a"], ["b"], 1)))
attempt(lambda: list(difflib.diff_bytes(difflib.unified_diff, ["a"], [b"b"])))
