"""Makes a program that fails smaller, as long as it fails in the same way."""

import re
import time

from mutate import TOKEN


def minimised(text, fails, seconds=60):
    until = time.monotonic() + seconds
    before = None
    while before != text and time.monotonic() < until:
        before = text
        text = reduced(text, lambda t: t.split("\n"), "\n", fails, until)
        if len(text) < 20_000:
            text = reduced(text, TOKEN.findall, "", fails, until)
    return text


def reduced(text, split, glue, fails, until):
    """Leaves out ever smaller runs of parts."""
    parts = split(text)
    size = max(1, len(parts) // 2)
    while size and time.monotonic() < until:
        at = 0
        while at < len(parts) and time.monotonic() < until:
            fewer = parts[:at] + parts[at + size :]
            if fails(glue.join(fewer)):
                parts = fewer
            else:
                simpler = dedented(parts, at) if glue == "\n" and size == 1 else None
                if simpler and fails(glue.join(simpler)):
                    parts = simpler
                at += size
        size //= 2
    return glue.join(parts)


def dedented(parts, at):
    """Without the line that opens a block, and with the block in its place."""
    if not re.search(r":\s*$", parts[at]):
        return None
    indent = len(parts[at]) - len(parts[at].lstrip())
    rest = parts[:at]
    inside = True
    for line in parts[at + 1 :]:
        own = len(line) - len(line.lstrip())
        inside = inside and (own > indent or not line.strip())
        rest.append(line[4:] if inside and line.startswith("    ") else line)
    return rest
