#!/usr/bin/env python3
"""Times nbcheck beside CPython (and PyTorch, if that Python has it): both sides alternate in one run.

    make bench                                  every program
    Benchmarks/compare.py richards objects      some of them
    Benchmarks/compare.py --markdown FILE       … and the table as markdown, too
    PYTHON=venv/bin/python Benchmarks/compare.py descent

Each program prints nothing and is timed as a whole process; what starting a process costs is measured with an empty
program and taken off. Times are medians in milliseconds; below 1 the ratio says how much faster nbcheck is.
"""

import argparse
import os
import pathlib
import platform
import statistics
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
BINARY = os.environ.get("NBCHECK", str(HERE.parent / ".build/release/nbcheck"))
PYTHON = os.environ.get("PYTHON", sys.executable)
NOTE = "```python\n1 + 1\n```\n\n```output\n2\n```\n"
START_ROUNDS = 21


def timed(command):
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return (time.perf_counter() - start) * 1000


def medians(commands, rounds):
    times = [[] for _ in commands]
    for _ in range(rounds):
        for index, command in enumerate(commands):
            times[index].append(timed(command))
    return [statistics.median(samples) for samples in times]


def has_torch():
    return subprocess.run([PYTHON, "-c", "import torch"], stderr=subprocess.DEVNULL).returncode == 0


def version(command):
    return subprocess.run(command, capture_output=True, text=True).stdout.strip()


class Table:
    """Rows of a name, both times and their ratio; what a group has in common stands in its last row."""

    def __init__(self):
        self.rows = []

    def add(self, name, ours, theirs, ratio):
        row = (name, f"{ours:.1f}" if ours else "", f"{theirs:.1f}" if theirs else "", f"{ratio:.2f}")
        self.rows.append(row)
        self.show(row)

    def show(self, row):
        print(f"{row[0]:<34}{row[1]:>10}{row[2]:>10}{row[3]:>8}", flush=True)

    def markdown(self):
        lines = ["| program | nbcheck (ms) | Python (ms) | ratio |", "|---|---:|---:|---:|"]
        return lines + [f"| {' | '.join(row)} |" for row in self.rows]


def compare(programs, start, rounds, table):
    """The ratios by name of one group of programs, that all begin as `start` does."""
    ratios = {}
    for path in programs:
        ours, theirs, our_start, their_start = medians(
            [[BINARY, "run", str(path)], [PYTHON, str(path)], [BINARY, "run", start], [PYTHON, start]], rounds
        )
        ours, theirs = max(ours - our_start, 0.01), max(theirs - their_start, 0.01)
        ratios[path.stem] = ours / theirs
        table.add(path.stem, ours, theirs, ours / theirs)
    return ratios


def summary(group, ratios, table):
    if len(ratios) > 1:
        worst = max(ratios, key=ratios.get)
        table.add(f"{group}: geometric mean", None, None, statistics.geometric_mean(ratios.values()))
        table.add(f"{group}: worst ({worst})", None, None, ratios[worst])


def main():
    parser = argparse.ArgumentParser(description="Times nbcheck beside CPython and PyTorch.")
    parser.add_argument("programs", nargs="*", help="their names; all without any")
    parser.add_argument("--markdown", metavar="FILE", help="write the table there, too ('-': print it)")
    parser.add_argument("--rounds", type=int, default=int(os.environ.get("ROUNDS", "7")))
    options = parser.parse_args()
    known = sorted((HERE / "programs").glob("*.py"))
    unknown = set(options.programs) - {path.stem for path in known}
    if unknown:
        parser.error(f"no such program: {', '.join(sorted(unknown))}")
    programs = [path for path in known if not options.programs or path.stem in options.programs]
    tensors = [path for path in programs if "import torch" in path.read_text()]
    pure = [path for path in programs if path not in tensors]
    table = Table()
    table.show(("program", "nbcheck", "python", "ratio"))
    with tempfile.TemporaryDirectory() as folder:
        note, empty, torch = (pathlib.Path(folder, name) for name in ("note.md", "empty.py", "torch.py"))
        note.write_text(NOTE)
        empty.write_text("")
        torch.write_text("import torch\n")
        summary("Python", compare(pure, str(empty), options.rounds, table), table)
        if tensors and has_torch():
            summary("tensors", compare(tensors, str(torch), options.rounds, table), table)
        elif tensors:
            print("(this Python has no PyTorch: the programs with tensors are left out)")
        ours, theirs = medians([[BINARY, "run", str(empty)], [PYTHON, str(empty)]], START_ROUNDS)
        table.add("start of an empty script", ours, theirs, ours / theirs)
        print(f"one cheap note, from start to exit: {medians([[BINARY, str(note)]], START_ROUNDS)[0]:.1f} ms")
    if options.markdown:
        heading = f"{version([PYTHON, '--version'])}, {platform.system()} {platform.machine()}, median of {options.rounds}"
        text = "\n".join([f"<!-- {heading} -->", "", *table.markdown(), ""])
        if options.markdown == "-":
            print(text)
        else:
            pathlib.Path(options.markdown).write_text(text)


if __name__ == "__main__":
    main()
