"""Writes the expected outputs into the corpus files, as CPython 3.11 gives them.

A corpus file has sections separated by blank lines. A section is run in a namespace of its own; what it prints, the
repr of its last expression, and the last line of its exception are recorded after it as lines that begin with "#> ".

    python3 record.py *.py.txt
"""

import ast
import contextlib
import io
import sys
import traceback


def run(source):
    out = io.StringIO()
    namespace = {"__name__": "__main__"}
    try:
        tree = ast.parse(source)
        with contextlib.redirect_stdout(out):
            last = tree.body[-1] if tree.body else None
            if isinstance(last, ast.Expr):
                tree.body.pop()
                exec(compile(tree, "corpus", "exec"), namespace)
                value = eval(compile(ast.Expression(last.value), "corpus", "eval"), namespace)
                if value is not None:
                    print(repr(value))
            else:
                exec(compile(tree, "corpus", "exec"), namespace)
    except BaseException as error:
        out.write(traceback.format_exception_only(type(error), error)[-1])
    return out.getvalue()


def record(path):
    with open(path) as file:
        text = file.read()
    sections = []
    for section in text.split("\n\n"):
        lines = [line for line in section.strip("\n").split("\n") if not line.startswith("#>")]
        source = "\n".join(lines)
        if not source.strip():
            continue
        output = run(source)
        recorded = "".join(f"\n#> {line}".rstrip() for line in output.rstrip("\n").split("\n")) if output else ""
        sections.append(source + recorded)
    with open(path, "w") as file:
        file.write("\n\n".join(sections) + "\n")


if __name__ == "__main__":
    if sys.version_info[:2] != (3, 11):
        sys.exit("the corpus records what CPython 3.11 does")
    for path in sys.argv[1:]:
        record(path)
