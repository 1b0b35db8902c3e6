"""How sequences differ: what they share, what to do to one to get the other, and that as text."""

from collections import namedtuple
from heapq import nlargest
import re

__all__ = [
    "get_close_matches", "ndiff", "restore", "SequenceMatcher", "Differ", "IS_CHARACTER_JUNK", "IS_LINE_JUNK",
    "context_diff", "unified_diff", "diff_bytes", "HtmlDiff", "Match"]

Match = namedtuple("Match", "a b size")


def _share(matches, length):
    return 2.0 * matches / length if length else 1.0


class SequenceMatcher:
    """Compares two sequences of hashable items by the longest runs that they share."""

    def __init__(self, isjunk=None, a="", b="", autojunk=True):
        self.isjunk = isjunk
        self.a = self.b = None
        self.autojunk = autojunk
        self.set_seqs(a, b)

    def set_seqs(self, a, b):
        self.set_seq1(a)
        self.set_seq2(b)

    def set_seq1(self, a):
        if a is self.a:
            return
        self.a = a
        self.matching_blocks = self.opcodes = None

    def set_seq2(self, b):
        if b is self.b:
            return
        self.b = b
        self.matching_blocks = self.opcodes = None
        self.fullbcount = None
        self._index()

    def _index(self):
        """Notes where each item of `b` stands, without junk and what is too common to tell anything."""
        places = {}
        for i, item in enumerate(self.b):
            places.setdefault(item, []).append(i)
        self.bjunk = {item for item in places if self.isjunk(item)} if self.isjunk else set()
        for item in self.bjunk:
            del places[item]
        self.bpopular = set()
        count = len(self.b)
        if self.autojunk and count >= 200:
            limit = count // 100 + 1
            self.bpopular = {item for item, found in places.items() if len(found) > limit}
            for item in self.bpopular:
                del places[item]
        self.b2j = places

    def find_longest_match(self, alo=0, ahi=None, blo=0, bhi=None):
        """The longest run that both have within the bounds, the earliest of several."""
        a, b, places, junk = self.a, self.b, self.b2j, self.bjunk
        ahi = len(a) if ahi is None else ahi
        bhi = len(b) if bhi is None else bhi
        start_a, start_b, size = alo, blo, 0
        # The length of the run that ends at a[i - 1] and b[j], by j.
        lengths = {}
        for i in range(alo, ahi):
            longer = {}
            for j in places.get(a[i], ()):
                if j < blo:
                    continue
                if j >= bhi:
                    break
                length = longer[j] = lengths.get(j - 1, 0) + 1
                if length > size:
                    start_a, start_b, size = i - length + 1, j - length + 1, length
            lengths = longer
        # What was left out of the index may lengthen a run: first the popular, then junk.
        for takes_junk in (False, True):
            while start_a > alo and start_b > blo and a[start_a - 1] == b[start_b - 1] and (
                    (b[start_b - 1] in junk) == takes_junk):
                start_a, start_b, size = start_a - 1, start_b - 1, size + 1
            while start_a + size < ahi and start_b + size < bhi and a[start_a + size] == b[start_b + size] and (
                    (b[start_b + size] in junk) == takes_junk):
                size += 1
        return Match(start_a, start_b, size)

    def get_matching_blocks(self):
        """All shared runs in order, ended by an empty one."""
        if self.matching_blocks is not None:
            return self.matching_blocks
        waiting = [(0, len(self.a), 0, len(self.b))]
        found = []
        while waiting:
            alo, ahi, blo, bhi = waiting.pop()
            i, j, size = match = self.find_longest_match(alo, ahi, blo, bhi)
            if not size:
                continue
            found.append(match)
            if alo < i and blo < j:
                waiting.append((alo, i, blo, j))
            if i + size < ahi and j + size < bhi:
                waiting.append((i + size, ahi, j + size, bhi))
        blocks = []
        i = j = size = 0
        for i2, j2, size2 in sorted(found):
            if i + size == i2 and j + size == j2:
                size += size2
                continue
            if size:
                blocks.append(Match(i, j, size))
            i, j, size = i2, j2, size2
        if size:
            blocks.append(Match(i, j, size))
        blocks.append(Match(len(self.a), len(self.b), 0))
        self.matching_blocks = blocks
        return blocks

    def get_opcodes(self):
        """What to do to `a` to get `b`: (tag, i1, i2, j1, j2)."""
        if self.opcodes is not None:
            return self.opcodes
        i = j = 0
        codes = self.opcodes = []
        for ai, bj, size in self.get_matching_blocks():
            if i < ai and j < bj:
                codes.append(("replace", i, ai, j, bj))
            elif i < ai:
                codes.append(("delete", i, ai, j, bj))
            elif j < bj:
                codes.append(("insert", i, ai, j, bj))
            i, j = ai + size, bj + size
            if size:
                codes.append(("equal", ai, i, bj, j))
        return codes

    def get_grouped_opcodes(self, n=3):
        """The changes with at most `n` equal items around them. Shortens the list of all changes too, as ever."""
        codes = self.get_opcodes() or [("equal", 0, 1, 0, 1)]
        tag, i1, i2, j1, j2 = codes[0]
        if tag == "equal":
            codes[0] = tag, max(i1, i2 - n), i2, max(j1, j2 - n), j2
        tag, i1, i2, j1, j2 = codes[-1]
        if tag == "equal":
            codes[-1] = tag, i1, min(i2, i1 + n), j1, min(j2, j1 + n)
        group = []
        for tag, i1, i2, j1, j2 in codes:
            if tag == "equal" and i2 - i1 > 2 * n:
                group.append((tag, i1, min(i2, i1 + n), j1, min(j2, j1 + n)))
                yield group
                group = []
                i1, j1 = max(i1, i2 - n), max(j1, j2 - n)
            group.append((tag, i1, i2, j1, j2))
        if group and not (len(group) == 1 and group[0][0] == "equal"):
            yield group

    def ratio(self):
        """How similar they are, from 0 to 1."""
        return _share(sum(size for _, _, size in self.get_matching_blocks()), len(self.a) + len(self.b))

    def quick_ratio(self):
        """What the ratio cannot exceed, by the items whatever their order."""
        if self.fullbcount is None:
            self.fullbcount = counts = {}
            for item in self.b:
                counts[item] = counts.get(item, 0) + 1
        left = {}
        matches = 0
        for item in self.a:
            count = left.get(item, self.fullbcount.get(item, 0))
            left[item] = count - 1
            matches += count > 0
        return _share(matches, len(self.a) + len(self.b))

    def real_quick_ratio(self):
        """What the ratio cannot exceed, by the lengths alone."""
        return _share(min(len(self.a), len(self.b)), len(self.a) + len(self.b))

    def __class_getitem__(cls, item):
        from types import GenericAlias
        return GenericAlias(cls, item)


def get_close_matches(word, possibilities, n=3, cutoff=0.6):
    """The up to `n` possibilities most like the word, best first."""
    if not n > 0:
        raise ValueError(f"n must be > 0: {n!r}")
    if not 0.0 <= cutoff <= 1.0:
        raise ValueError(f"cutoff must be in [0.0, 1.0]: {cutoff!r}")
    matcher = SequenceMatcher()
    matcher.set_seq2(word)
    found = []
    for candidate in possibilities:
        matcher.set_seq1(candidate)
        if matcher.real_quick_ratio() >= cutoff and matcher.quick_ratio() >= cutoff and matcher.ratio() >= cutoff:
            found.append((matcher.ratio(), candidate))
    return [candidate for _, candidate in nlargest(n, found)]


def _with_spaces(line, tags):
    """The marks below a line, with its own white space between them, so that tabs line up."""
    return "".join(c if tag == " " and c.isspace() else tag for c, tag in zip(line, tags)).rstrip()


class Differ:
    """Shows how texts differ, line by line and inside similar lines."""

    def __init__(self, linejunk=None, charjunk=None):
        self.linejunk = linejunk
        self.charjunk = charjunk

    def compare(self, a, b):
        for tag, alo, ahi, blo, bhi in SequenceMatcher(self.linejunk, a, b).get_opcodes():
            if tag == "equal":
                yield from self._lines(" ", a, alo, ahi)
            else:
                yield from self._change(a, alo, ahi, b, blo, bhi)

    def _lines(self, mark, lines, low, high):
        for i in range(low, high):
            yield f"{mark} {lines[i]}"

    def _change(self, a, alo, ahi, b, blo, bhi):
        if alo < ahi and blo < bhi:
            yield from self._replace(a, alo, ahi, b, blo, bhi)
        elif alo < ahi:
            yield from self._lines("-", a, alo, ahi)
        elif blo < bhi:
            yield from self._lines("+", b, blo, bhi)

    def _replace(self, a, alo, ahi, b, blo, bhi):
        """Finds the two lines most alike, and shows how they differ between what is before and after."""
        best, cutoff = 0.74, 0.75
        matcher = SequenceMatcher(self.charjunk)
        same = None
        for j in range(blo, bhi):
            matcher.set_seq2(b[j])
            for i in range(alo, ahi):
                if a[i] == b[j]:
                    same = same or (i, j)
                    continue
                matcher.set_seq1(a[i])
                if matcher.real_quick_ratio() > best and matcher.quick_ratio() > best and matcher.ratio() > best:
                    best, pair = matcher.ratio(), (i, j)
        if best >= cutoff:
            same = None
        elif same is None:
            # Nothing is alike: the shorter part first.
            parts = [("-", a, alo, ahi), ("+", b, blo, bhi)]
            if bhi - blo < ahi - alo:
                parts.reverse()
            for part in parts:
                yield from self._lines(*part)
            return
        else:
            pair = same
        i, j = pair
        yield from self._change(a, alo, i, b, blo, j)
        if same is None:
            yield from self._within(a[i], b[j], matcher)
        else:
            yield "  " + a[i]
        yield from self._change(a, i + 1, ahi, b, j + 1, bhi)

    def _within(self, old, new, matcher):
        marks_old = marks_new = ""
        matcher.set_seqs(old, new)
        for tag, i1, i2, j1, j2 in matcher.get_opcodes():
            mark_old, mark_new = {"replace": "^^", "equal": "  "}.get(tag, "-+")
            marks_old += mark_old * (i2 - i1)
            marks_new += mark_new * (j2 - j1)
        for sign, line, marks in (("-", old, marks_old), ("+", new, marks_new)):
            yield f"{sign} {line}"
            marks = _with_spaces(line, marks)
            if marks:
                yield f"? {marks}\n"


def IS_LINE_JUNK(line, pat=re.compile(r"\s*(?:#\s*)?$").match):
    """Whether a line is blank or holds a lone `#`."""
    return pat(line) is not None


def IS_CHARACTER_JUNK(ch, ws=" \t"):
    """Whether a character is a blank or a tab."""
    return ch in ws


def _check(a, b, *names):
    for text in [*a[:1], *b[:1]]:
        if not isinstance(text, str):
            raise TypeError(f"lines to compare must be str, not {type(text).__name__} ({text!r})")
    for name in names:
        if not isinstance(name, str):
            raise TypeError(f"all arguments must be str, not: {name!r}")


def _dated(name, date):
    return f"{name}\t{date}" if date else name


def _unified_range(start, stop):
    length = stop - start
    if length == 1:
        return f"{start + 1}"
    return f"{start if not length else start + 1},{length}"


def unified_diff(a, b, fromfile="", tofile="", fromfiledate="", tofiledate="", n=3, lineterm="\n"):
    """The lines of a unified diff."""
    _check(a, b, fromfile, tofile, fromfiledate, tofiledate, lineterm)
    for number, group in enumerate(SequenceMatcher(None, a, b).get_grouped_opcodes(n)):
        if not number:
            yield f"--- {_dated(fromfile, fromfiledate)}{lineterm}"
            yield f"+++ {_dated(tofile, tofiledate)}{lineterm}"
        first, last = group[0], group[-1]
        yield f"@@ -{_unified_range(first[1], last[2])} +{_unified_range(first[3], last[4])} @@{lineterm}"
        for tag, i1, i2, j1, j2 in group:
            if tag == "equal":
                yield from (" " + line for line in a[i1:i2])
                continue
            if tag in ("replace", "delete"):
                yield from ("-" + line for line in a[i1:i2])
            if tag in ("replace", "insert"):
                yield from ("+" + line for line in b[j1:j2])


def _context_range(start, stop):
    length = stop - start
    start += bool(length)
    return f"{start}" if length <= 1 else f"{start},{start + length - 1}"


def context_diff(a, b, fromfile="", tofile="", fromfiledate="", tofiledate="", n=3, lineterm="\n"):
    """The lines of a diff that shows each changed part before and after."""
    _check(a, b, fromfile, tofile, fromfiledate, tofiledate, lineterm)
    signs = {"insert": "+ ", "delete": "- ", "replace": "! ", "equal": "  "}
    for number, group in enumerate(SequenceMatcher(None, a, b).get_grouped_opcodes(n)):
        if not number:
            yield f"*** {_dated(fromfile, fromfiledate)}{lineterm}"
            yield f"--- {_dated(tofile, tofiledate)}{lineterm}"
        first, last = group[0], group[-1]
        yield "***************" + lineterm
        yield f"*** {_context_range(first[1], last[2])} ****{lineterm}"
        if any(code[0] in ("replace", "delete") for code in group):
            for tag, i1, i2, _, _ in group:
                if tag != "insert":
                    yield from (signs[tag] + line for line in a[i1:i2])
        yield f"--- {_context_range(first[3], last[4])} ----{lineterm}"
        if any(code[0] in ("replace", "insert") for code in group):
            for tag, _, _, j1, j2 in group:
                if tag != "delete":
                    yield from (signs[tag] + line for line in b[j1:j2])


def diff_bytes(dfunc, a, b, fromfile=b"", tofile=b"", fromfiledate=b"", tofiledate=b"", n=3, lineterm=b"\n"):
    """A diff of lines of bytes by one of the functions for text."""
    def decoded(data):
        try:
            return data.decode("ascii", "surrogateescape")
        except AttributeError as error:
            raise TypeError(
                f"all arguments must be bytes, not {type(data).__name__} ({data!r})") from error

    names = [decoded(text) for text in (fromfile, tofile, fromfiledate, tofiledate)]
    lines = dfunc([decoded(x) for x in a], [decoded(x) for x in b], *names, n, decoded(lineterm))
    for line in lines:
        yield line.encode("ascii", "surrogateescape")


def ndiff(a, b, linejunk=None, charjunk=IS_CHARACTER_JUNK):
    """The lines of both, with marks that say how they differ."""
    return Differ(linejunk, charjunk).compare(a, b)


def restore(delta, which):
    """One of the two texts out of what `ndiff` gave."""
    try:
        mark = {1: "- ", 2: "+ "}[int(which)]
    except KeyError:
        raise ValueError(f"unknown delta choice (must be 1 or 2): {which!r}") from None
    for line in delta:
        if line[:2] in ("  ", mark):
            yield line[2:]


class HtmlDiff:
    """A table of two texts side by side."""

    def __init__(self, tabsize=8, wrapcolumn=None, linejunk=None, charjunk=IS_CHARACTER_JUNK):
        raise NotImplementedError("difflib.HtmlDiff is not available in nbcheck")
