"""Records what CPython and PyTorch really show, so that nbcheck can be held against it.

    python Tests/Conformance/record.py [FILE…]          records, rewriting outputs only
    python Tests/Conformance/record.py --check [FILE…]  writes nothing, exit status 1 if a recording drifted

Without files: every notebook and script of this folder, and the project's own notebooks. A notebook is a
markdown file in one of nbcheck's own forms; a script is a `.py` file whose standard output, followed by the last
line of its traceback if it fails, stands beside it in a `.out` file.

Needs CPython 3.11 with the packages of `requirements.txt`. nbcheck itself needs neither.
"""

import argparse
import pathlib
import sys

from recording import notebook, script

HERE = pathlib.Path(__file__).resolve().parent
EXPECTED = {"Python": "3.11", "torch": "2.13"}


def default_files():
    notebooks = [*HERE.rglob("*.md"), *(HERE.parent.parent / "notebooks").glob("*.md")]
    return sorted(notebooks) + sorted((HERE / "scripts").glob("*.py"))


def require_versions():
    import torch

    found = {"Python": "%d.%d.%d" % sys.version_info[:3], "torch": torch.__version__}
    for name, version in EXPECTED.items():
        if not found[name].startswith(version + "."):
            sys.exit(f"record.py: recordings are made with {name} {version}, this is {found[name]}")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--check", action="store_true", help="write nothing; fail if a recording drifted")
    parser.add_argument("files", nargs="*", type=pathlib.Path)
    options = parser.parse_args()
    require_versions()

    drifted = []
    cells = 0
    for path in options.files or default_files():
        result = (script if path.suffix == ".py" else notebook).record(path, write=not options.check)
        cells += result.cells
        if result.changed:
            drifted.append(path)
            print(f"{'drifted' if options.check else 'recorded'}: {path}")
    print(f"{cells} cells and scripts, {len(drifted)} file(s) {'drifted' if options.check else 'rewritten'}")
    return 1 if options.check and drifted else 0


if __name__ == "__main__":
    sys.exit(main())
