"""Re-records a notebook: only the text of its outputs changes, everything else stays byte for byte."""

import re

from . import Result, kernel
from .cells import find_cells


def record(path, write):
    before = path.read_bytes()
    text = before.decode("utf-8")
    cells = find_cells(text)
    runs = [kernel.displays([(c.label, c.code) for c in cells], seed) for seed in (1, 2)]

    after = text
    for cell, shown, shown_again in reversed(list(zip(cells, *runs))):
        recorded = cell.recorded(shown)
        unseeded = shown != shown_again
        if unseeded and recorded is not None and masked(recorded.text) == masked(shown):
            continue
        after = cell.splice(after, recorded, shown)
    data = after.encode("utf-8")
    if write and data != before:
        path.write_bytes(data)
    return Result(len(cells), data != before)


def masked(text):
    """Digits of an unseeded draw mean nothing; what stands around them does."""
    return re.sub(r"[-+\s]*\d+(?:\.\d*)?(?:e[-+]?\d+)?", " 0", text)
