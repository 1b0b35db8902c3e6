#!/usr/bin/env python3
"""Times nbcheck beside CPython (and PyTorch, if that Python has it): both sides alternate in one run.

    make bench                                  every program
    Benchmarks/compare.py calls objects         some of them
    PYTHON=venv/bin/python Benchmarks/compare.py descent

Each program prints nothing and is timed as a whole process; what starting a process costs is measured with an empty
program and taken off. Times are medians in milliseconds; below 1 the ratio says how much faster nbcheck is.
"""

import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
BINARY = os.environ.get("NBCHECK", str(HERE.parent / ".build/release/nbcheck"))
PYTHON = os.environ.get("PYTHON", sys.executable)
ROUNDS = int(os.environ.get("ROUNDS", "7"))
NOTE = "```python\n1 + 1\n```\n\n```output\n2\n```\n"


def timed(command):
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return (time.perf_counter() - start) * 1000


def medians(commands):
    times = [[] for _ in commands]
    for _ in range(ROUNDS):
        for index, command in enumerate(commands):
            times[index].append(timed(command))
    return [statistics.median(samples) for samples in times]


def has_torch():
    return subprocess.run([PYTHON, "-c", "import torch"], stderr=subprocess.DEVNULL).returncode == 0


def main():
    chosen = sys.argv[1:]
    programs = [path for path in sorted((HERE / "programs").glob("*.py")) if not chosen or path.stem in chosen]
    with tempfile.TemporaryDirectory() as folder:
        note = pathlib.Path(folder, "note.md")
        note.write_text(NOTE)
        empty = pathlib.Path(folder, "empty.py")
        empty.write_text("")
        with_torch = pathlib.Path(folder, "torch.py")
        with_torch.write_text("import torch\n")
        print(f"one cheap note, from start to exit: {medians([[BINARY, str(note)]])[0]:.1f} ms\n")
        print(f"{'program':<14}{'nbcheck':>10}{'python':>10}{'ratio':>8}")
        ratios = []
        for path in programs:
            uses_torch = "import torch" in path.read_text()
            if uses_torch and not has_torch():
                print(f"{path.stem:<14}{'(this Python has no PyTorch)':>28}")
                continue
            start = str(with_torch if uses_torch else empty)
            ours, theirs, our_start, their_start = medians(
                [[BINARY, "run", str(path)], [PYTHON, str(path)], [BINARY, "run", start], [PYTHON, start]]
            )
            ours, theirs = max(ours - our_start, 0.01), max(theirs - their_start, 0.01)
            ratios.append(ours / theirs)
            print(f"{path.stem:<14}{ours:>10.1f}{theirs:>10.1f}{ours / theirs:>8.2f}")
        if len(ratios) > 1:
            print(f"{'geometric mean':<34}{statistics.geometric_mean(ratios):>8.2f}")


if __name__ == "__main__":
    main()
