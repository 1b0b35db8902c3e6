"""The parts of record.py: where the cells are, what they display, and how the text is written back."""

from typing import NamedTuple


class Result(NamedTuple):
    cells: int
    changed: bool
