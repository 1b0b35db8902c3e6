"""Finds the cells of a notebook and the place of each one's output.

This reads the two markdown forms in a strict shape: a code fence with an `output` fence after it, and
`In [n]:` with unfenced code, where a line that begins with `#` after a blank line is a heading.
"""

import ast
import builtins
import codeop
import difflib
import re
from typing import NamedTuple

FENCE = re.compile(r"^(?P<mark>`{3,}|~{3,})(?P<info>.*)$")
PROMPT = re.compile(r"^In \[(?P<label>\d+)\]:[ \t]*(?P<first>.*)$")
BOUNDARY = re.compile(r"^(#{1,6} |[-*+] |\d+[.)] |>|<|\||In \[)")
ERROR = re.compile(r"^[\w.]*(Error|Exception|Exit|Interrupt|Warning|StopIteration)(:|$)")
# How PyTorch prints its own types: these names do not make a value code.
TORCH_NAMES = re.compile(r"\btorch\.(Size|bool|bfloat16|(u?int|float|complex)\d+)\b")
# What markdown would not read back as one paragraph with the same text.
NOT_A_PARAGRAPH = re.compile(r"\A( {4}|\t)|^( {0,3}(#|>|<|\||[-*+] |\d+[.)] |[-=_*]{2,}\s*$|`{3}|~{3}|In \[))", re.M)


class Recorded(NamedTuple):
    start: int
    end: int
    text: str


class Line(NamedTuple):
    start: int
    end: int  # after the line break
    text: str


class Cell(NamedTuple):
    label: int
    code: str
    end: int  # where the code ends: an output goes after it
    candidates: list  # runs of blocks that may be the output, as `Recorded`
    is_fenced: bool

    def recorded(self, shown):
        """The candidate that is most like what the cell displays, if any is like it at all."""
        if self.is_fenced:
            return self.candidates[0] if self.candidates else None
        for candidate in self.candidates:
            if fixes_only_the_type(candidate.text, shown):
                return candidate
        best, best_ratio = None, 0.6
        for candidate in self.candidates if shown else []:
            ratio = difflib.SequenceMatcher(None, digitless(candidate.text), digitless(shown), autojunk=False).ratio()
            if ratio > best_ratio:
                best, best_ratio = candidate, ratio
        return best

    def splice(self, text, recorded, shown):
        if recorded is not None:
            if recorded.text == shown or fixes_only_the_type(recorded.text, shown):
                return text
            start, end = recorded.start, recorded.end
            if not shown:
                return text[: self.end] + text[end:]
        elif not shown:
            return text
        else:
            start = end = self.end
        written = shown
        if self.is_fenced or NOT_A_PARAGRAPH.search(shown) or "\n\n" in shown:
            mark = "```"
            while mark in shown:
                mark += "`"
            written = f"{mark}output\n{shown}\n{mark}"
        if recorded is None:
            return text[:end] + "\n" + written + "\n" + text[end:]
        return text[:start] + written + text[end:]


def fixes_only_the_type(recorded, shown):
    """`RuntimeError` or `RuntimeError: ignored`, when the cell does end in such an error."""
    name = re.fullmatch(r"(\w+)(: ignored)?", recorded)
    return bool(name) and shown.split("\n")[-1].startswith(name[1] + ": ")


def digitless(text):
    return re.sub(r"\d", "0", text)


def find_cells(text):
    lines = split_lines(text)
    cells, bound = [], set()
    index = 0
    while index < len(lines):
        fence, prompt = FENCE.match(lines[index].text), PROMPT.match(lines[index].text)
        if fence:
            close = closing_fence(lines, index)
            if fence["info"].strip() == "python":
                cells.append(fenced_cell(lines, index, close, len(cells) + 1))
            index = close + 1
        elif prompt:
            cell, index = exported_cell(text, lines, index, prompt, bound)
            bound |= names_bound_by(cell.code)
            cells.append(cell)
        else:
            index += 1
    return cells


def split_lines(text):
    lines, start = [], 0
    for line in text.splitlines(keepends=True):
        lines.append(Line(start, start + len(line), line.rstrip("\r\n")))
        start += len(line)
    return lines


def closing_fence(lines, opening):
    mark = FENCE.match(lines[opening].text)["mark"]
    for index in range(opening + 1, len(lines)):
        if re.fullmatch(re.escape(mark[0]) + "{%d,}" % len(mark), lines[index].text.strip()):
            return index
    return len(lines) - 1


def fence_body(lines, opening, closing):
    return "\n".join(line.text for line in lines[opening + 1 : closing])


def fenced_cell(lines, opening, closing, label):
    candidates = []
    after = closing + 1
    while after < len(lines) and not lines[after].text:
        after += 1
    fence = FENCE.match(lines[after].text) if after < len(lines) else None
    if fence and fence["info"].strip() == "output":
        end = closing_fence(lines, after)
        stop = lines[end].start + len(lines[end].text)
        candidates = [Recorded(lines[after].start, stop, fence_body(lines, after, end))]
    return Cell(label, fence_body(lines, opening, closing), lines[closing].end, candidates, True)


def exported_cell(text, lines, index, prompt, bound):
    """Code is whatever the first paragraph is, and each further one while a statement is open or begins."""
    label, code = int(prompt["label"]), [prompt["first"]] if prompt["first"] else []
    end = lines[index].end
    index = skip_blank(lines, index + 1)
    while index < len(lines):
        block_end = end_of_block(lines, index)
        block = [line.text for line in lines[index:block_end]]
        if any(code) and not goes_on("\n".join(code), block, bound):
            break
        code += block
        end = lines[block_end - 1].end
        index = skip_blank(lines, block_end)
        code += [""] * (index - block_end)
    candidates, first = [], index
    while index < len(lines) and not BOUNDARY.match(lines[index].text):
        fence = FENCE.match(lines[index].text)
        block_end = closing_fence(lines, index) + 1 if fence else end_of_block(lines, index)
        last = lines[block_end - 1]
        stop = last.start + len(last.text)
        body = fence_body(lines, index, block_end - 1) if fence else text[lines[first].start : stop]
        candidates.append(Recorded(lines[first].start, stop, body))
        index = skip_blank(lines, block_end)
        if fence:
            break
    return Cell(label, "\n".join(code).rstrip() + "\n", end, candidates, False), index


def end_of_block(lines, index):
    while index < len(lines) and lines[index].text.strip():
        index += 1
    return index


def skip_blank(lines, index):
    while index < len(lines) and not lines[index].text.strip():
        index += 1
    return index


def goes_on(code, block, bound):
    if is_open(code) or block[0].startswith((" ", "\t")):
        return True
    if re.match(r"(else|elif|except|finally)\b.*:$", block[0]):
        return True
    if BOUNDARY.match(block[0]):
        return False
    if ERROR.match(block[0]):
        return False
    try:
        body = ast.parse("\n".join(block)).body
    except SyntaxError:
        return block[-1].endswith(":") and is_open("\n".join(block))
    return any(not isinstance(s, ast.Expr) or speaks_of(s, bound | names_bound_by(code)) for s in body)


def is_open(code):
    """Whether the code cannot end here: inside brackets, a string, or before the body of a compound statement."""
    try:
        ast.parse(code)
        return False
    except SyntaxError:
        try:
            return codeop.compile_command(code, symbol="exec") is None
        except SyntaxError:
            return False


def names_bound_by(code):
    try:
        nodes = list(ast.walk(ast.parse(code)))
    except SyntaxError:
        return set()
    names = {n.id for n in nodes if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Store)}
    names |= {n.name for n in nodes if isinstance(n, ast.FunctionDef)}
    return names | {(n.asname or n.name).split(".")[0] for n in nodes if isinstance(n, ast.alias)}


def speaks_of(expression, bound):
    """Whether every name in it is known and one of them is the notebook's own: a call, not a printed value."""
    plain = ast.parse(TORCH_NAMES.sub("tuple", ast.unparse(expression)))
    names = {n.id for n in ast.walk(plain) if isinstance(n, ast.Name)}
    return bool(names & bound) and all(n in bound or hasattr(builtins, n) for n in names)
