"""Texts in lines of a given width."""

import re

__all__ = ["TextWrapper", "wrap", "fill", "dedent", "indent", "shorten"]

_blanks = "\t\n\x0b\x0c\r "
_letter = r"[^\d\W]"
# Before a dash that belongs to nothing, there is the end of a word.
_word_end = r"""(?<=[\w!"'&.,?])"""

_pieces = re.compile(
    rf"""
    ( [{_blanks}]+                                          # blanks
    | {_word_end} -{{2,}} (?=\w)                            # a dash between words
    | [^{_blanks}]+? (?:                                    # a word, up to
          - (?: (?<={_letter}{{2}}-) | (?<={_letter}-{_letter}-) ) (?= {_letter} -? {_letter} )   # a hyphen inside it
        | (?= [{_blanks}] | \Z )                            # its end
        | {_word_end} (?= -{{2,}} \w )                      # a dash
      )
    )""".replace(f"[{_blanks}]", r"[\t\n\x0b\x0c\r\ ]").replace(f"[^{_blanks}]", r"[^\t\n\x0b\x0c\r\ ]"),
    re.VERBOSE,
)
_words = re.compile(r"([\t\n\x0b\x0c\r ]+)")
_sentence_end = re.compile(r"[a-z][\.\!\?][\"\']?\Z")


class TextWrapper:
    """Wraps texts, as its attributes say."""

    unicode_whitespace_trans = dict.fromkeys(map(ord, _blanks), ord(" "))

    def __init__(
        self, width=70, initial_indent="", subsequent_indent="", expand_tabs=True, replace_whitespace=True,
        fix_sentence_endings=False, break_long_words=True, drop_whitespace=True, break_on_hyphens=True, tabsize=8,
        *, max_lines=None, placeholder=" [...]",
    ):
        self.width = width
        self.initial_indent = initial_indent
        self.subsequent_indent = subsequent_indent
        self.expand_tabs = expand_tabs
        self.replace_whitespace = replace_whitespace
        self.fix_sentence_endings = fix_sentence_endings
        self.break_long_words = break_long_words
        self.drop_whitespace = drop_whitespace
        self.break_on_hyphens = break_on_hyphens
        self.tabsize = tabsize
        self.max_lines = max_lines
        self.placeholder = placeholder

    def _chunks(self, text):
        if self.expand_tabs:
            text = text.expandtabs(self.tabsize)
        if self.replace_whitespace:
            text = text.translate(self.unicode_whitespace_trans)
        pieces = (_pieces if self.break_on_hyphens else _words).split(text)
        chunks = [piece for piece in pieces if piece]
        if self.fix_sentence_endings:
            for index in range(len(chunks) - 1):
                if chunks[index + 1] == " " and _sentence_end.search(chunks[index]):
                    chunks[index + 1] = "  "
        return chunks

    def _break(self, chunks, line, used, width):
        """Takes what fits of a chunk that is too long for any line."""
        room = max(width - used, 0) if width >= 1 else 1
        if width < 1:
            room = 1
        if not self.break_long_words:
            if not line:
                line.append(chunks.pop())
            return
        chunk = chunks[-1]
        end = room
        if self.break_on_hyphens and len(chunk) > room:
            hyphen = chunk.rfind("-", 0, room)
            if hyphen > 0 and any(sign != "-" for sign in chunk[:hyphen]):
                end = hyphen + 1
        line.append(chunk[:end])
        chunks[-1] = chunk[end:]

    def wrap(self, text):
        chunks = self._chunks(text)
        if self.width <= 0:
            raise ValueError("invalid width %r (must be > 0)" % self.width)
        if self.max_lines is not None:
            indent = self.subsequent_indent if self.max_lines > 1 else self.initial_indent
            if len(indent) + len(self.placeholder.lstrip()) > self.width:
                raise ValueError("placeholder too large for max width")
        lines = []
        chunks.reverse()
        while chunks:
            indent = self.subsequent_indent if lines else self.initial_indent
            width = self.width - len(indent)
            line = []
            used = 0
            if self.drop_whitespace and lines and not chunks[-1].strip():
                chunks.pop()
            while chunks and used + len(chunks[-1]) <= width:
                used += len(chunks[-1])
                line.append(chunks.pop())
            if chunks and len(chunks[-1]) > width:
                self._break(chunks, line, used, width)
                used = sum(map(len, line))
            if self.drop_whitespace and line and not line[-1].strip():
                used -= len(line.pop())
            if not line:
                continue
            rest_is_blank = not chunks or self.drop_whitespace and len(chunks) == 1 and not chunks[0].strip()
            if self.max_lines is None or len(lines) + 1 < self.max_lines or rest_is_blank and used <= width:
                lines.append(indent + "".join(line))
                continue
            self._shorten(lines, line, used, indent, width)
            break
        return lines

    def _shorten(self, lines, line, used, indent, width):
        """Ends the last line with the placeholder."""
        while line:
            if line[-1].strip() and used + len(self.placeholder) <= width:
                line.append(self.placeholder)
                lines.append(indent + "".join(line))
                return
            used -= len(line.pop())
        if lines:
            last = lines[-1].rstrip()
            if len(last) + len(self.placeholder) <= self.width:
                lines[-1] = last + self.placeholder
                return
        lines.append(indent + self.placeholder.lstrip())

    def fill(self, text):
        return "\n".join(self.wrap(text))


def wrap(text, width=70, **kwargs):
    return TextWrapper(width=width, **kwargs).wrap(text)


def fill(text, width=70, **kwargs):
    return TextWrapper(width=width, **kwargs).fill(text)


def shorten(text, width, **kwargs):
    return TextWrapper(width=width, max_lines=1, **kwargs).fill(" ".join(text.strip().split()))


def dedent(text):
    """Without the blanks that all lines begin with."""
    text = re.sub(r"(?m)^[ \t]+$", "", text)
    margin = None
    for indent in re.findall(r"(?m)(^[ \t]*)(?=[^ \t\n])", text):
        if margin is None or margin.startswith(indent):
            margin = indent
        elif not indent.startswith(margin):
            common = 0
            while common < min(len(margin), len(indent)) and margin[common] == indent[common]:
                common += 1
            margin = margin[:common]
    if margin:
        text = re.sub(r"(?m)^" + margin, "", text)
    return text


def indent(text, prefix, predicate=None):
    """With a prefix before lines that are not blank, or that the predicate wants."""
    return "".join(
        (prefix + line if (predicate(line) if predicate else line.strip()) else line) for line in text.splitlines(True)
    )
