"""Examples in documentation, run and compared with what the documentation says they print."""

import difflib
import inspect
import io
import linecache
import re
import sys
import traceback
from collections import namedtuple

__all__ = [
    "DONT_ACCEPT_TRUE_FOR_1", "DONT_ACCEPT_BLANKLINE", "NORMALIZE_WHITESPACE", "ELLIPSIS", "SKIP",
    "IGNORE_EXCEPTION_DETAIL", "COMPARISON_FLAGS", "REPORT_UDIFF", "REPORT_CDIFF", "REPORT_NDIFF",
    "REPORT_ONLY_FIRST_FAILURE", "REPORTING_FLAGS", "FAIL_FAST", "register_optionflag", "Example", "DocTest",
    "DocTestParser", "DocTestFinder", "DocTestRunner", "OutputChecker", "testmod", "run_docstring_examples",
    "script_from_examples"]

TestResults = namedtuple("TestResults", "failed attempted")
OPTIONFLAGS_BY_NAME = {}


def register_optionflag(name):
    """A new flag."""
    return OPTIONFLAGS_BY_NAME.setdefault(name, 1 << len(OPTIONFLAGS_BY_NAME))


DONT_ACCEPT_TRUE_FOR_1 = register_optionflag("DONT_ACCEPT_TRUE_FOR_1")
DONT_ACCEPT_BLANKLINE = register_optionflag("DONT_ACCEPT_BLANKLINE")
NORMALIZE_WHITESPACE = register_optionflag("NORMALIZE_WHITESPACE")
ELLIPSIS = register_optionflag("ELLIPSIS")
SKIP = register_optionflag("SKIP")
IGNORE_EXCEPTION_DETAIL = register_optionflag("IGNORE_EXCEPTION_DETAIL")
REPORT_UDIFF = register_optionflag("REPORT_UDIFF")
REPORT_CDIFF = register_optionflag("REPORT_CDIFF")
REPORT_NDIFF = register_optionflag("REPORT_NDIFF")
REPORT_ONLY_FIRST_FAILURE = register_optionflag("REPORT_ONLY_FIRST_FAILURE")
FAIL_FAST = register_optionflag("FAIL_FAST")
COMPARISON_FLAGS = (
    DONT_ACCEPT_TRUE_FOR_1 | DONT_ACCEPT_BLANKLINE | NORMALIZE_WHITESPACE | ELLIPSIS | SKIP | IGNORE_EXCEPTION_DETAIL)
REPORTING_FLAGS = REPORT_UDIFF | REPORT_CDIFF | REPORT_NDIFF | REPORT_ONLY_FIRST_FAILURE | FAIL_FAST
BLANKLINE_MARKER = "<BLANKLINE>"
ELLIPSIS_MARKER = "..."


class Example:
    """A statement and what it should print."""

    def __init__(self, source, want, exc_msg=None, lineno=0, indent=0, options=None):
        self.source = source if source.endswith("\n") else source + "\n"
        self.want = want if not want or want.endswith("\n") else want + "\n"
        self.exc_msg = exc_msg
        self.lineno = lineno
        self.indent = indent
        self.options = options or {}


class DocTest:
    """The examples of one text."""

    def __init__(self, examples, globs, name, filename, lineno, docstring):
        self.examples = examples
        self.globs = dict(globs)
        self.name = name
        self.filename = filename
        self.lineno = lineno
        self.docstring = docstring

    def __repr__(self):
        count = len(self.examples)
        shown = "no examples" if not count else "1 example" if count == 1 else f"{count} examples"
        return f"<DocTest {self.name} from {self.filename}:{self.lineno} ({shown})>"


class DocTestParser:
    """Finds examples in texts."""

    _option = re.compile(r"#\s*doctest:\s*([^\n'\"]*)$", re.MULTILINE)

    def get_doctest(self, string, globs, name, filename, lineno):
        return DocTest(self.get_examples(string, name), globs, name, filename, lineno, string)

    def get_examples(self, string, name="<string>"):
        return [part for part in self.parse(string, name) if isinstance(part, Example)]

    def parse(self, string, name="<string>"):
        """Examples, and the text between them."""
        lines = string.expandtabs().split("\n")
        found, text = [], []
        i = 0
        while i < len(lines):
            line = lines[i]
            stripped = line.lstrip(" ")
            if not (stripped.startswith(">>> ") or stripped == ">>>"):
                text.append(line)
                i += 1
                continue
            found.append("\n".join(text))
            text = []
            start, indent = i, len(line) - len(stripped)
            source = [stripped[4:]]
            i += 1
            while i < len(lines) and lines[i].lstrip(" ").startswith("...") and not lines[i][:indent].strip():
                if lines[i][indent + 3 : indent + 4] not in ("", " "):
                    break
                source.append(lines[i][indent + 4:])
                i += 1
            want = []
            while i < len(lines) and lines[i].strip() and not lines[i].lstrip(" ").startswith(">>>"):
                want.append(lines[i][indent:])
                i += 1
            found.append(self._example("\n".join(source), "\n".join(want), start, indent))
        found.append("\n".join(text))
        return found

    def _example(self, source, want, lineno, indent):
        message = None
        if re.match(r"Traceback \((most recent call last|innermost last)\):", want):
            rest = want.split("\n")[1:]
            place = next((n for n, line in enumerate(rest) if line[:1] and not line[:1].isspace()), None)
            if place is not None:
                message = "\n".join(rest[place:]) + "\n"
        options = {}
        for match in self._option.finditer(source):
            for word in match[1].replace(",", " ").split():
                if word[0] not in "+-" or word[1:] not in OPTIONFLAGS_BY_NAME:
                    raise ValueError(f"doctest has an invalid option: {word!r}")
                options[OPTIONFLAGS_BY_NAME[word[1:]]] = word[0] == "+"
        return Example(source, want, message, lineno, indent, options)


class DocTestFinder:
    """Finds the texts with examples of an object and of what is inside it."""

    def __init__(self, verbose=False, parser=DocTestParser(), recurse=True, exclude_empty=True):
        self._parser = parser
        self._recurse = recurse
        self._exclude_empty = exclude_empty

    def find(self, obj, name=None, module=None, globs=None, extraglobs=None):
        name = getattr(obj, "__name__", None) if name is None else name
        module = inspect.getmodule(obj) if module is None else module
        globs = dict(getattr(module, "__dict__", {})) if globs is None else dict(globs)
        globs.update(extraglobs or {})
        globs.setdefault("__name__", "__main__")
        tests = []
        self._find(tests, obj, name, module, globs, set())
        tests.sort(key=lambda test: test.name)
        return tests

    def _find(self, tests, obj, name, module, globs, seen):
        if id(obj) in seen:
            return
        seen.add(id(obj))
        doc = getattr(obj, "__doc__", None) or ""
        if not isinstance(doc, str):
            doc = str(doc)
        file = getattr(module, "__file__", None) or getattr(module, "__name__", None)
        test = self._parser.get_doctest(doc, globs, name, file, self._line(obj, file))
        if test.examples or not self._exclude_empty:
            tests.append(test)
        if not self._recurse:
            return
        if inspect.ismodule(obj):
            for key, value in list(vars(obj).items()):
                value_function = inspect.unwrap(value) if callable(value) else value
                if (inspect.isfunction(value_function) or inspect.isclass(value)) and (
                        value.__module__ == obj.__name__):
                    self._find(tests, value, f"{name}.{key}", module, globs, seen)
            for key, value in getattr(obj, "__test__", {}).items():
                if isinstance(value, str):
                    tests.append(self._parser.get_doctest(value, globs, f"{name}.__test__.{key}", file, None))
                else:
                    self._find(tests, value, f"{name}.__test__.{key}", module, globs, seen)
        elif inspect.isclass(obj):
            for key, value in list(vars(obj).items()):
                if isinstance(value, (staticmethod, classmethod)):
                    value = value.__func__
                if inspect.isfunction(value) or inspect.isclass(value) or isinstance(value, property):
                    self._find(tests, value, f"{name}.{key}", module, globs, seen)

    def _line(self, obj, file):
        """Where the text begins, counted from 0: the first line with a quote that the object's source has."""
        lines = linecache.getlines(file) if file else []
        code = getattr(obj, "__code__", None)
        if inspect.ismodule(obj):
            first = 0
        elif inspect.isclass(obj):
            head = re.compile(rf"\s*class\s*{re.escape(obj.__name__)}\b")
            first = next((number for number, line in enumerate(lines) if head.match(line)), None)
        else:
            first = None if code is None else code.co_firstlineno - 1
        if first is None or not lines:
            return None if first is None else first + 1
        quoted = re.compile(r"(^|.*:)\s*\w*[\"']")
        return next((number for number in range(first, len(lines)) if quoted.match(lines[number])), None)


class OutputChecker:
    """Whether what was printed is what was wanted."""

    def check_output(self, want, got, optionflags):
        if got == want:
            return True
        if not optionflags & DONT_ACCEPT_TRUE_FOR_1 and (got, want) in (("True\n", "1\n"), ("False\n", "0\n")):
            return True
        if not optionflags & DONT_ACCEPT_BLANKLINE:
            want = re.sub(rf"(?m)^{re.escape(BLANKLINE_MARKER)}\s*?$", "", want)
            got = re.sub(r"(?m)^[^\S\n]+$", "", got)
            if got == want:
                return True
        if optionflags & NORMALIZE_WHITESPACE:
            got, want = " ".join(got.split()), " ".join(want.split())
            if got == want:
                return True
        if optionflags & ELLIPSIS:
            pattern = ".*?".join(re.escape(part) for part in want.split(ELLIPSIS_MARKER))
            return re.fullmatch(pattern, got, re.DOTALL) is not None
        return False

    def output_difference(self, example, got, optionflags):
        want = example.want
        if not optionflags & DONT_ACCEPT_BLANKLINE:
            got = re.sub(r"(?m)^[ ]*(?=\n)", BLANKLINE_MARKER, got)
        if optionflags & (REPORT_UDIFF | REPORT_CDIFF | REPORT_NDIFF):
            old, new = want.splitlines(keepends=True), got.splitlines(keepends=True)
            if optionflags & REPORT_NDIFF:
                title, diff = "ndiff with -expected +actual", difflib.Differ(charjunk=difflib.IS_CHARACTER_JUNK).compare(
                    old, new)
            else:
                is_unified = optionflags & REPORT_UDIFF
                function = difflib.unified_diff if is_unified else difflib.context_diff
                title = f"{'unified' if is_unified else 'context'} diff with -expected +actual"
                diff = list(function(old, new, n=2))[2:]
            return f"Differences ({title}):\n" + _indented("".join(line.rstrip() + "\n" for line in diff))
        if want and got:
            return f"Expected:\n{_indented(want)}Got:\n{_indented(got)}"
        if want:
            return f"Expected:\n{_indented(want)}Got nothing\n"
        return f"Expected nothing\nGot:\n{_indented(got)}" if got else "Expected nothing\nGot nothing\n"


def _indented(text):
    return re.sub("(?m)^(?!$)", "    ", text)


class DocTestRunner:
    """Runs examples, and prints which fail."""

    DIVIDER = "*" * 70

    def __init__(self, checker=None, verbose=None, optionflags=0):
        self._checker = checker or OutputChecker()
        self._verbose = "-v" in sys.argv if verbose is None else verbose
        self.optionflags = optionflags
        self.tries = self.failures = 0
        self._by_name = {}

    def run(self, test, compileflags=None, out=None, clear_globs=True):
        out = sys.stdout.write if out is None else out
        failures = tries = 0
        for number, example in enumerate(test.examples):
            flags = self.optionflags
            for flag, is_on in example.options.items():
                flags = flags | flag if is_on else flags & ~flag
            if flags & SKIP:
                continue
            tries += 1
            quiet = flags & REPORT_ONLY_FIRST_FAILURE and failures
            if self._verbose and not quiet:
                self.report_start(out, test, example)
            got, error = self._execute(test, example, number)
            if error is None:
                is_right = self._checker.check_output(example.want, got, flags)
            else:
                message = traceback.format_exception_only(type(error), error)[-1]
                if isinstance(error, SyntaxError):
                    message = f"{type(error).__name__}: {error.msg}\n"
                if example.exc_msg is None:
                    is_right = False
                else:
                    is_right = self._checker.check_output(example.exc_msg, message, flags)
                    if not is_right and flags & IGNORE_EXCEPTION_DETAIL:
                        is_right = _without_detail(example.exc_msg) == _without_detail(message)
                if not is_right and example.exc_msg is not None:
                    got += "".join(traceback.format_exception(error))
            if is_right:
                if self._verbose and not quiet:
                    out("ok\n")
                continue
            if not quiet:
                if error is not None and example.exc_msg is None:
                    self._report_exception(out, test, example, error)
                else:
                    self.report_failure(out, test, example, got, flags)
            failures += 1
            if flags & FAIL_FAST:
                break
        if clear_globs:
            test.globs.clear()
        self.tries += tries
        self.failures += failures
        self._by_name[test.name] = failures, tries
        return TestResults(failures, tries)

    def _execute(self, test, example, number):
        """What an example prints, and the exception it ends with."""
        stdout, hook = sys.stdout, sys.displayhook
        sys.stdout = io.StringIO()
        error = None
        try:
            code = compile(example.source, f"<doctest {test.name}[{number}]>", "single")
            exec(code, test.globs)
        except KeyboardInterrupt:
            raise
        except BaseException as caught:
            error = caught
        finally:
            got = sys.stdout.getvalue()
            sys.stdout, sys.displayhook = stdout, hook
        return got, error

    def _place(self, test, example):
        lines = [self.DIVIDER]
        if test.filename:
            line = "?" if test.lineno is None else test.lineno + example.lineno + 1
            lines.append(f'File "{test.filename}", line {line}, in {test.name}')
        else:
            lines.append(f"Line {example.lineno + 1}, in {test.name}")
        return "\n".join(lines) + f"\nFailed example:\n{_indented(example.source)}"

    def report_start(self, out, test, example):
        want = f"Expecting:\n{_indented(example.want)}" if example.want else "Expecting nothing\n"
        out(f"Trying:\n{_indented(example.source)}{want}")

    def report_failure(self, out, test, example, got, flags=0):
        out(self._place(test, example) + self._checker.output_difference(example, got, flags))

    def _report_exception(self, out, test, example, error):
        text = "".join(traceback.format_exception(error))
        out(self._place(test, example) + "Exception raised:\n" + _indented(text))

    def summarize(self, verbose=None):
        verbose = self._verbose if verbose is None else verbose
        empty = [name for name, (failures, tries) in self._by_name.items() if not tries]
        passed = [(name, tries) for name, (failures, tries) in self._by_name.items() if tries and not failures]
        failed = [(name, counts) for name, counts in self._by_name.items() if counts[0]]
        if verbose:
            for items, title in ((empty, "had no tests"), (passed, "passed all tests")):
                if items:
                    print(f"{len(items)} items {title}:")
                    for item in sorted(items):
                        name, count = item if isinstance(item, tuple) else (item, None)
                        print(f"    {name}" if count is None else f" {count:3d} tests in {name}")
        if failed:
            print(self.DIVIDER)
            print(f"{len(failed)} items had failures:")
            for name, (failures, tries) in sorted(failed):
                print(f" {failures:3d} of {tries:3d} in {name}")
        if verbose:
            print(f"{self.tries} tests in {len(self._by_name)} items.")
            print(f"{self.tries - self.failures} passed and {self.failures} failed.")
        if self.failures:
            print(f"***Test Failed*** {self.failures} failures.")
        elif verbose:
            print("Test passed.")
        return TestResults(self.failures, self.tries)


def _without_detail(message):
    """The name of an exception's class alone."""
    return message.split("\n")[0].split(":")[0].rsplit(".")[-1]


def testmod(m=None, name=None, globs=None, verbose=None, report=True, optionflags=0, extraglobs=None,
            raise_on_error=False, exclude_empty=False):
    """Runs the examples in the documentation of a module."""
    m = sys.modules["__main__"] if m is None else m
    if not inspect.ismodule(m):
        raise TypeError(f"testmod: module required; {m!r}")
    runner = DocTestRunner(verbose=verbose, optionflags=optionflags)
    finder = DocTestFinder(exclude_empty=exclude_empty)
    for test in finder.find(m, name or m.__name__, globs=globs, extraglobs=extraglobs):
        runner.run(test)
    if report:
        runner.summarize()
    return TestResults(runner.failures, runner.tries)


def testfile(filename, *args, **kwargs):
    raise NotImplementedError("doctest.testfile is not available in nbcheck")


def run_docstring_examples(f, globs, verbose=False, name="NoName", compileflags=None, optionflags=0):
    """Runs the examples in the documentation of an object."""
    runner = DocTestRunner(verbose=verbose, optionflags=optionflags)
    for test in DocTestFinder(verbose=verbose, recurse=False).find(f, name, globs=globs):
        runner.run(test)


def script_from_examples(s):
    """A program out of a text: what is no example becomes comments."""
    output = []
    for part in DocTestParser().parse(s):
        if isinstance(part, str):
            output += [f"# {line}".rstrip() for line in part.split("\n")[:-1]]
            continue
        output.append(part.source[:-1])
        if part.want:
            output.append("# Expected:")
            output += [f"## {line}" for line in part.want.split("\n")[:-1]]
    while output and output[-1] == "#":
        output.pop()
    while output and output[0] == "#":
        output.pop(0)
    return "\n".join(output) + "\n"
