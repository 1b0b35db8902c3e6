"""Shell patterns for names."""

import functools
import re

__all__ = ["filter", "fnmatch", "fnmatchcase", "translate"]


def fnmatch(name, pat):
    return fnmatchcase(name, pat)


def fnmatchcase(name, pat):
    return _compile(pat)(name) is not None


def filter(names, pat):
    match = _compile(pat)
    return [name for name in names if match(name)]


@functools.lru_cache(maxsize=256)
def _compile(pat):
    if isinstance(pat, bytes):
        return re.compile(translate(pat.decode("latin-1")).encode("latin-1")).match
    return re.compile(translate(pat)).match


def _translate_set(pat, place, end):
    """The regular expression for the characters between brackets."""
    content = pat[place:end]
    if "-" not in content:
        content = content.replace("\\", r"\\")
    else:
        chunks = []
        start = place
        hyphen = pat.find("-", place + 2 if pat[place] == "!" else place + 1, end)
        while hyphen >= 0:
            chunks.append(pat[start:hyphen])
            start = hyphen + 1
            hyphen = pat.find("-", hyphen + 3, end)
        if pat[start:end]:
            chunks.append(pat[start:end])
        else:
            chunks[-1] += "-"
        # Ranges that hold nothing go away.
        for index in range(len(chunks) - 1, 0, -1):
            if chunks[index - 1][-1] > chunks[index][0]:
                chunks[index - 1] = chunks[index - 1][:-1] + chunks[index][1:]
                del chunks[index]
        content = "-".join(chunk.replace("\\", r"\\").replace("-", r"\-") for chunk in chunks)
    content = re.sub(r"([&~|])", r"\\\1", content)
    if not content:
        return "(?!)"
    if content == "!":
        return "."
    if content[0] == "!":
        content = "^" + content[1:]
    elif content[0] in "^[":
        content = "\\" + content
    return f"[{content}]"


def translate(pat):
    """The regular expression that matches what the shell pattern does."""
    parts = []
    place = 0
    while place < len(pat):
        sign = pat[place]
        place += 1
        if sign == "*":
            if not parts or parts[-1] is not None:
                parts.append(None)
        elif sign == "?":
            parts.append(".")
        elif sign == "[":
            end = place
            if end < len(pat) and pat[end] == "!":
                end += 1
            if end < len(pat) and pat[end] == "]":
                end += 1
            end = pat.find("]", end)
            if end < 0:
                parts.append(r"\[")
            else:
                parts.append(_translate_set(pat, place, end))
                place = end + 1
        else:
            parts.append(re.escape(sign))
    result = []
    index = 0
    while index < len(parts) and parts[index] is not None:
        result.append(parts[index])
        index += 1
    while index < len(parts):
        index += 1
        if index == len(parts):
            result.append(".*")
            break
        fixed = []
        while index < len(parts) and parts[index] is not None:
            fixed.append(parts[index])
            index += 1
        fixed = "".join(fixed)
        result.append(f".*{fixed}" if index == len(parts) else f"(?>.*?{fixed})")
    return rf"(?s:{''.join(result)})\Z"
