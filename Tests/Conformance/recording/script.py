"""Records a script: its standard output, then the last line of its traceback if it failed."""

import subprocess
import sys

from . import Result


def record(path, write):
    run = subprocess.run([sys.executable, "-W", "ignore", path.name], cwd=path.parent, capture_output=True)
    expected = run.stdout
    if run.returncode:
        expected += run.stderr.splitlines()[-1] + b"\n"
    target = path.with_suffix(".out")
    changed = not target.exists() or target.read_bytes() != expected
    if write and changed:
        target.write_bytes(expected)
    return Result(1, changed)
