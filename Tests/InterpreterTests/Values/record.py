"""Records what CPython 3.11 shows for the expressions in *.txt of this folder.

An expression is one line; the indented line after it is its repr, or its exception. Run this after adding
expressions: python3.11 record.py
"""
import pathlib
import sys
import warnings

warnings.simplefilter("ignore")
assert sys.version_info[:2] == (3, 11), "the interpreter follows Python 3.11"

for path in sorted(pathlib.Path(__file__).parent.glob("*.txt")):
    recorded = []
    for line in path.read_text(encoding="utf-8").split("\n"):
        if not line or line.startswith(" "):
            continue
        try:
            shown = repr(eval(line, {}))
        except BaseException as error:
            shown = f"{type(error).__name__}: {error}"
        assert "\n" not in shown, line
        shown = shown.encode("utf-8", "replace").decode("utf-8")
        recorded.append(f"{line}\n  {shown}\n")
    path.write_text("".join(dict.fromkeys(recorded)), encoding="utf-8")
