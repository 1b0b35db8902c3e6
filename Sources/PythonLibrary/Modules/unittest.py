"""Tests as methods of classes, found by their names and run one after another."""

import collections
import contextlib
import difflib
import functools
import os.path
import pprint
import re
import sys
import time
import traceback
import types
import warnings

__all__ = [
    "TestResult", "TestCase", "IsolatedAsyncioTestCase", "TestSuite", "TextTestRunner", "TestLoader",
    "FunctionTestCase", "main", "defaultTestLoader", "SkipTest", "skip", "skipIf", "skipUnless", "expectedFailure",
    "TextTestResult", "addModuleCleanup", "doModuleCleanups", "enterModuleContext"]

__unittest = True
_LONGEST = 80


# Texts of values


def _safe_repr(value):
    try:
        return repr(value)
    except Exception:
        return object.__repr__(value)


def _shortened(text, head, tail):
    left_out = len(text) - head - tail
    return f"{text[:head]}[{left_out} chars]{text[len(text) - tail:]}" if left_out > 12 else text


def _reprs(*values):
    """The reprs of values, shortened where they agree so that the difference shows."""
    texts = [_safe_repr(value) for value in values]
    longest = max(len(text) for text in texts)
    if longest <= _LONGEST:
        return tuple(texts)
    prefix = os.path.commonprefix(texts)
    same = len(prefix)
    room = _LONGEST - (longest - same + 5 + 12)
    if room > 5:
        prefix = _shortened(prefix, 5, room)
        return tuple(prefix + text[same:] for text in texts)
    prefix = _shortened(prefix, 5, 5)
    return tuple(prefix + _shortened(text[same:], 41, 5) for text in texts)


def _lines_of(value):
    return pprint.pformat(value).splitlines()


# Skipping


class SkipTest(Exception):
    """Raised to leave a test out."""


class _ExpectedFailure(Exception):
    pass


def skip(reason):
    """Leaves a test or a class of tests out."""
    def decorate(item):
        if not isinstance(item, type):
            @functools.wraps(item)
            def skipped(*args, **kwargs):
                raise SkipTest(reason)
        else:
            skipped = item
        skipped.__unittest_skip__ = True
        skipped.__unittest_skip_why__ = reason
        return skipped

    if isinstance(reason, types.FunctionType):
        item, reason = reason, ""
        return decorate(item)
    return decorate


def _unchanged(item):
    return item


def skipIf(condition, reason):
    """Leaves a test out if the condition is true."""
    return skip(reason) if condition else _unchanged


def skipUnless(condition, reason):
    """Leaves a test out unless the condition is true."""
    return _unchanged if condition else skip(reason)


def expectedFailure(item):
    """Marks a test that is known to fail."""
    item.__unittest_expecting_failure__ = True
    return item


_module_cleanups = []


def addModuleCleanup(function, /, *args, **kwargs):
    """Calls a function when the tests of the module are done."""
    _module_cleanups.append((function, args, kwargs))


def doModuleCleanups():
    """Calls what `addModuleCleanup` was given, last first."""
    errors = []
    while _module_cleanups:
        function, args, kwargs = _module_cleanups.pop()
        try:
            function(*args, **kwargs)
        except Exception as error:
            errors.append(error)
    if errors:
        raise errors[0]


def enterModuleContext(cm):
    """Enters a context that is left when the tests of the module are done."""
    result = cm.__enter__()
    addModuleCleanup(cm.__exit__, None, None, None)
    return result


# Contexts that assertions return


class _Expectation:
    """What a block must do."""

    def __init__(self, case, expected, callable_name=None, pattern=None):
        self.case = case
        self.expected = expected
        self.name = callable_name
        self.pattern = re.compile(pattern) if isinstance(pattern, (str, bytes)) else pattern
        self.msg = None

    def fail(self, text):
        raise self.case.failureException(self.case._formatMessage(self.msg, text))

    def expected_name(self):
        return getattr(self.expected, "__name__", str(self.expected))

    def handle(self, name, args, kwargs):
        base = self.base
        kinds = self.expected if isinstance(self.expected, tuple) else (self.expected,)
        for kind in kinds:
            if not (isinstance(kind, type) and issubclass(kind, base)):
                raise TypeError(f"{name}() arg 1 must be {self.base_words}")
        if not args:
            self.msg = kwargs.pop("msg", None)
            if kwargs:
                raise TypeError(f"{next(iter(kwargs))!r} is an invalid keyword argument for this function")
            return self
        function, *args = args
        self.name = getattr(function, "__name__", str(function))
        with self:
            function(*args, **kwargs)


class _AssertRaises(_Expectation):
    base = BaseException
    base_words = "an exception type or tuple of exception types"

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_value, tb):
        if exc_type is None:
            by = f" by {self.name}" if self.name else ""
            self.fail(f"{self.expected_name()} not raised{by}")
        if not issubclass(exc_type, self.expected):
            return False
        self.exception = exc_value.with_traceback(None)
        if self.pattern is not None and not self.pattern.search(str(exc_value)):
            self.fail(f'"{self.pattern.pattern}" does not match "{exc_value}"')
        return True

    __class_getitem__ = classmethod(types.GenericAlias)


_AssertRaises.__name__ = _AssertRaises.__qualname__ = "_AssertRaisesContext"


class _AssertWarns(_Expectation):
    base = Warning
    base_words = "a warning type or tuple of warning types"

    def __enter__(self):
        self.catcher = warnings.catch_warnings(record=True)
        self.warnings = self.catcher.__enter__()
        warnings.simplefilter("always", self.expected)
        return self

    def __exit__(self, exc_type, exc_value, tb):
        self.catcher.__exit__(exc_type, exc_value, tb)
        if exc_type is not None:
            return
        found = [entry for entry in self.warnings if isinstance(entry.message, self.expected)]
        for entry in found:
            self.warning, self.filename, self.lineno = entry.message, entry.filename, entry.lineno
            if self.pattern is None or self.pattern.search(str(entry.message)):
                return
        if found:
            self.fail(f'"{self.pattern.pattern}" does not match "{found[0].message}"')
        by = f" by {self.name}" if self.name else ""
        self.fail(f"{self.expected_name()} not triggered{by}")


_LoggingWatcher = collections.namedtuple("_LoggingWatcher", "records output")


class _AssertLogs:
    """The records that a logger gets during a block."""

    def __init__(self, case, logger, level, wants_none):
        import logging
        self.case = case
        self.wants_none = wants_none
        self.logger = logger if isinstance(logger, logging.Logger) else logging.getLogger(logger)
        self.level = logging.getLevelName(level) if isinstance(level, str) else level or logging.INFO
        self.records = []
        self.output = []

    def __enter__(self):
        import logging
        context = self

        class Collector(logging.Handler):
            def emit(self, record):
                context.records.append(record)
                context.output.append(self.format(record))

        handler = Collector()
        handler.setLevel(self.level)
        handler.setFormatter(logging.Formatter("%(levelname)s:%(name)s:%(message)s"))
        self.saved = self.logger.handlers[:], self.logger.level, self.logger.propagate
        self.logger.handlers = [handler]
        self.logger.setLevel(self.level)
        self.logger.propagate = False
        return None if self.wants_none else _LoggingWatcher(self.records, self.output)

    def __exit__(self, exc_type, exc_value, tb):
        import logging
        self.logger.handlers, level, self.logger.propagate = self.saved
        self.logger.setLevel(level)
        if exc_type is not None:
            return False
        if self.wants_none and self.records:
            raise self.case.failureException(f"Unexpected logs found: {self.output!r}")
        if not self.wants_none and not self.records:
            name = logging.getLevelName(self.level)
            raise self.case.failureException(f"no logs of level {name} or higher triggered on {self.logger.name}")


class _Outcome:
    """How a test has gone so far."""

    def __init__(self, result):
        self.result = result
        self.success = True
        self.expects_failure = False
        self.expected_failure = None

    @contextlib.contextmanager
    def part(self, case, is_subtest=False):
        before = self.success
        self.success = True
        try:
            yield
        except KeyboardInterrupt:
            raise
        except SkipTest as error:
            self.success = False
            self.result.addSkip(case, str(error))
        except _ShouldStop:
            self.success = False
        except BaseException:
            found = sys.exc_info()
            self.success = False
            if self.expects_failure:
                self.expected_failure = found
            elif is_subtest:
                self.result.addSubTest(case.test_case, case, found)
            elif issubclass(found[0], case.failureException):
                self.result.addFailure(case, found)
            else:
                self.result.addError(case, found)
        else:
            if is_subtest and self.success:
                self.result.addSubTest(case.test_case, case, None)
        finally:
            self.success = self.success and before


class _ShouldStop(Exception):
    """The first failed part of a test ends it."""


# Test cases


class TestCase:
    """A test, or several as methods whose names begin with `test`."""

    failureException = AssertionError
    longMessage = True
    maxDiff = 80 * 8
    _classSetupFailed = False

    def __init__(self, methodName="runTest"):
        self._testMethodName = methodName
        self._outcome = None
        self._cleanups = []
        self._subtest = None
        self._testMethodDoc = None
        method = getattr(self, methodName, None)
        if method is not None:
            self._testMethodDoc = method.__doc__
        elif methodName != "runTest":
            raise ValueError(f"no such test method in {self.__class__}: {methodName}")
        self._type_equality_funcs = {
            dict: "assertDictEqual", list: "assertListEqual", tuple: "assertTupleEqual", set: "assertSetEqual",
            frozenset: "assertSetEqual", str: "assertMultiLineEqual"}

    def addTypeEqualityFunc(self, typeobj, function):
        self._type_equality_funcs[typeobj] = function

    def setUp(self):
        pass

    def tearDown(self):
        pass

    @classmethod
    def setUpClass(cls):
        pass

    @classmethod
    def tearDownClass(cls):
        pass

    def addCleanup(self, function, /, *args, **kwargs):
        self._cleanups.append((function, args, kwargs))

    def enterContext(self, cm):
        result = type(cm).__enter__(cm)
        self.addCleanup(type(cm).__exit__, cm, None, None, None)
        return result

    @classmethod
    def _class_cleanup_list(cls):
        if "_class_cleanups" not in cls.__dict__:
            cls._class_cleanups = []
        return cls._class_cleanups

    @classmethod
    def addClassCleanup(cls, function, /, *args, **kwargs):
        cls._class_cleanup_list().append((function, args, kwargs))

    @classmethod
    def enterClassContext(cls, cm):
        result = type(cm).__enter__(cm)
        cls.addClassCleanup(type(cm).__exit__, cm, None, None, None)
        return result

    @classmethod
    def doClassCleanups(cls):
        cls.tearDown_exceptions = []
        cleanups = cls._class_cleanup_list()
        while cleanups:
            function, args, kwargs = cleanups.pop()
            try:
                function(*args, **kwargs)
            except Exception:
                cls.tearDown_exceptions.append(sys.exc_info())

    def countTestCases(self):
        return 1

    def defaultTestResult(self):
        return TestResult()

    def shortDescription(self):
        doc = self._testMethodDoc
        return doc.strip().split("\n")[0].strip() if doc else None

    def id(self):
        return f"{_name_of(self.__class__)}.{self._testMethodName}"

    def __eq__(self, other):
        if type(self) is not type(other):
            return NotImplemented
        return self._testMethodName == other._testMethodName

    def __hash__(self):
        return hash((type(self), self._testMethodName))

    def __str__(self):
        return f"{self._testMethodName} ({_name_of(self.__class__)}.{self._testMethodName})"

    def __repr__(self):
        return f"<{_name_of(self.__class__)} testMethod={self._testMethodName}>"

    @contextlib.contextmanager
    def subTest(self, msg=None, **params):
        if self._outcome is None:
            yield
            return
        outer = self._subtest
        if outer is not None:
            params = {**outer.params, **params}
        self._subtest = _SubTest(self, msg, params)
        try:
            with self._outcome.part(self._subtest, is_subtest=True):
                yield
            if not self._outcome.success and self._outcome.result.failfast:
                raise _ShouldStop
            if self._outcome.expected_failure:
                raise _ShouldStop
        finally:
            self._subtest = outer

    def run(self, result=None):
        own = result is None
        if own:
            result = self.defaultTestResult()
            result.startTestRun()
        result.startTest(self)
        try:
            self._run(result)
            return result
        finally:
            result.stopTest(self)
            if own:
                result.stopTestRun()

    def _run(self, result):
        method = getattr(self, self._testMethodName)
        for item in (self.__class__, method):
            if getattr(item, "__unittest_skip__", False):
                result.addSkip(self, getattr(item, "__unittest_skip_why__", ""))
                return
        expects_failure = getattr(self, "__unittest_expecting_failure__", False) or getattr(
            method, "__unittest_expecting_failure__", False)
        outcome = self._outcome = _Outcome(result)
        try:
            with outcome.part(self):
                self.setUp()
            if outcome.success:
                outcome.expects_failure = expects_failure
                with outcome.part(self):
                    value = method()
                    if value is not None:
                        warnings.warn(
                            "It is deprecated to return a value that is not None "
                            f"from a test case ({method})", DeprecationWarning, stacklevel=3)
                outcome.expects_failure = False
                with outcome.part(self):
                    self.tearDown()
            self.doCleanups()
            if outcome.success:
                if expects_failure:
                    result.addUnexpectedSuccess(self)
                else:
                    result.addSuccess(self)
            elif outcome.expected_failure:
                result.addExpectedFailure(self, outcome.expected_failure)
        finally:
            self._outcome = None

    def doCleanups(self):
        outcome = self._outcome or _Outcome(TestResult())
        while self._cleanups:
            function, args, kwargs = self._cleanups.pop()
            with outcome.part(self):
                function(*args, **kwargs)
        return outcome.success

    def __call__(self, *args, **kwargs):
        return self.run(*args, **kwargs)

    def debug(self):
        """Runs the test without collecting its errors."""
        self.setUp()
        getattr(self, self._testMethodName)()
        self.tearDown()
        while self._cleanups:
            function, args, kwargs = self._cleanups.pop()
            function(*args, **kwargs)

    def skipTest(self, reason):
        raise SkipTest(reason)

    def fail(self, msg=None):
        raise self.failureException(msg)

    def _formatMessage(self, msg, standardMsg):
        if not self.longMessage:
            return msg or standardMsg
        return standardMsg if msg is None else f"{standardMsg} : {msg}"

    def _check(self, holds, msg, words):
        """Fails with what `words` returns unless something holds."""
        if not holds:
            raise self.failureException(self._formatMessage(msg, words()))

    def _with_diff(self, text, diff):
        if self.maxDiff is None or len(diff) <= self.maxDiff:
            return text + diff
        return text + f"\nDiff is {len(diff)} characters long. Set self.maxDiff to None to see it."

    # Truth and identity

    def assertTrue(self, expr, msg=None):
        self._check(expr, msg, lambda: f"{_safe_repr(expr)} is not true")

    def assertFalse(self, expr, msg=None):
        self._check(not expr, msg, lambda: f"{_safe_repr(expr)} is not false")

    def assertIs(self, expr1, expr2, msg=None):
        self._check(expr1 is expr2, msg, lambda: f"{_safe_repr(expr1)} is not {_safe_repr(expr2)}")

    def assertIsNot(self, expr1, expr2, msg=None):
        self._check(expr1 is not expr2, msg, lambda: f"unexpectedly identical: {_safe_repr(expr1)}")

    def assertIsNone(self, obj, msg=None):
        self._check(obj is None, msg, lambda: f"{_safe_repr(obj)} is not None")

    def assertIsNotNone(self, obj, msg=None):
        self._check(obj is not None, msg, lambda: "unexpectedly None")

    def assertIsInstance(self, obj, cls, msg=None):
        self._check(isinstance(obj, cls), msg, lambda: f"{_safe_repr(obj)} is not an instance of {cls!r}")

    def assertNotIsInstance(self, obj, cls, msg=None):
        self._check(not isinstance(obj, cls), msg, lambda: f"{_safe_repr(obj)} is an instance of {cls!r}")

    def assertIn(self, member, container, msg=None):
        self._check(
            member in container, msg, lambda: f"{_safe_repr(member)} not found in {_safe_repr(container)}")

    def assertNotIn(self, member, container, msg=None):
        self._check(
            member not in container, msg,
            lambda: f"{_safe_repr(member)} unexpectedly found in {_safe_repr(container)}")

    # Order

    def assertLess(self, a, b, msg=None):
        self._check(a < b, msg, lambda: f"{_safe_repr(a)} not less than {_safe_repr(b)}")

    def assertLessEqual(self, a, b, msg=None):
        self._check(a <= b, msg, lambda: f"{_safe_repr(a)} not less than or equal to {_safe_repr(b)}")

    def assertGreater(self, a, b, msg=None):
        self._check(a > b, msg, lambda: f"{_safe_repr(a)} not greater than {_safe_repr(b)}")

    def assertGreaterEqual(self, a, b, msg=None):
        self._check(a >= b, msg, lambda: f"{_safe_repr(a)} not greater than or equal to {_safe_repr(b)}")

    # Equality

    def assertEqual(self, first, second, msg=None):
        function = self._type_equality_funcs.get(type(first)) if type(first) == type(second) else None
        if function is None:
            self._check(first == second, msg, lambda: "%s != %s" % _reprs(first, second))
            return
        if isinstance(function, str):
            function = getattr(self, function)
        function(first, second, msg=msg)

    def assertNotEqual(self, first, second, msg=None):
        self._check(first != second, msg, lambda: f"{_safe_repr(first)} == {_safe_repr(second)}")

    def _distance(self, first, second, places, delta):
        if delta is not None and places is not None:
            raise TypeError("specify delta or places not both")
        difference = abs(first - second)
        if delta is not None:
            return difference <= delta, f"within {_safe_repr(delta)} delta", difference
        places = 7 if places is None else places
        return round(difference, places) == 0, f"within {places!r} places", difference

    def assertAlmostEqual(self, first, second, places=None, msg=None, delta=None):
        if first == second:
            return
        is_near, within, difference = self._distance(first, second, places, delta)
        self._check(
            is_near, msg,
            lambda: f"{_safe_repr(first)} != {_safe_repr(second)} {within} ({_safe_repr(difference)} difference)")

    def assertNotAlmostEqual(self, first, second, places=None, msg=None, delta=None):
        is_near, within, difference = self._distance(first, second, places, delta)
        more = f" ({_safe_repr(difference)} difference)" if delta is not None else ""
        self._check(
            first != second and not is_near, msg,
            lambda: f"{_safe_repr(first)} == {_safe_repr(second)} {within}{more}")

    def assertSequenceEqual(self, seq1, seq2, msg=None, seq_type=None):
        name = "sequence" if seq_type is None else seq_type.__name__
        if seq_type is not None:
            for which, seq in (("First", seq1), ("Second", seq2)):
                if not isinstance(seq, seq_type):
                    raise self.failureException(f"{which} sequence is not a {name}: {_safe_repr(seq)}")
        for which, seq in (("First", seq1), ("Second", seq2)):
            try:
                len(seq)
            except (TypeError, NotImplementedError):
                self.fail(self._formatMessage(msg, f"{which} {name} has no length.    Non-sequence?"))
        if seq1 == seq2:
            return
        text = "%ss differ: %s != %s\n" % (name.capitalize(), *_reprs(seq1, seq2))
        count1, count2 = len(seq1), len(seq2)
        for i, (item1, item2) in enumerate(zip(seq1, seq2)):
            if item1 != item2:
                text += "\nFirst differing element %d:\n%s\n%s\n" % (i, *_reprs(item1, item2))
                break
        else:
            if count1 == count2 and seq_type is None and type(seq1) != type(seq2):
                return
        if count1 != count2:
            which, longer, start = ("First", seq1, count2) if count1 > count2 else ("Second", seq2, count1)
            text += f"\n{which} {name} contains {abs(count1 - count2)} additional elements.\n"
            text += f"First extra element {start}:\n{_safe_repr(longer[start])}\n"
        diff = "\n" + "\n".join(difflib.ndiff(_lines_of(seq1), _lines_of(seq2)))
        self.fail(self._formatMessage(msg, self._with_diff(text, diff)))

    def assertListEqual(self, list1, list2, msg=None):
        self.assertSequenceEqual(list1, list2, msg, seq_type=list)

    def assertTupleEqual(self, tuple1, tuple2, msg=None):
        self.assertSequenceEqual(tuple1, tuple2, msg, seq_type=tuple)

    def assertSetEqual(self, first, second, msg=None):
        def without(which, a, b):
            try:
                return a.difference(b)
            except TypeError as error:
                self.fail(f"invalid type when attempting set difference: {error}")
            except AttributeError as error:
                self.fail(f"{which} argument does not support set difference: {error}")

        only_first, only_second = without("first", first, second), without("second", second, first)
        if not (only_first or only_second):
            return
        lines = []
        for which, other, items in (("first", "second", only_first), ("second", "first", only_second)):
            if items:
                lines.append(f"Items in the {which} set but not the {other}:")
                lines.extend(repr(item) for item in items)
        self.fail(self._formatMessage(msg, "\n".join(lines)))

    def assertDictEqual(self, d1, d2, msg=None):
        self.assertIsInstance(d1, dict, "First argument is not a dictionary")
        self.assertIsInstance(d2, dict, "Second argument is not a dictionary")
        if d1 != d2:
            diff = "\n" + "\n".join(difflib.ndiff(_lines_of(d1), _lines_of(d2)))
            self.fail(self._formatMessage(msg, self._with_diff("%s != %s" % _reprs(d1, d2), diff)))

    def assertMultiLineEqual(self, first, second, msg=None):
        self.assertIsInstance(first, str, "First argument is not a string")
        self.assertIsInstance(second, str, "Second argument is not a string")
        if first == second:
            return
        lines1, lines2 = first.splitlines(keepends=True), second.splitlines(keepends=True)
        if len(lines1) == 1 and first.strip("\r\n") == first:
            lines1, lines2 = [first + "\n"], [second + "\n"]
        diff = "\n" + "".join(difflib.ndiff(lines1, lines2))
        self.fail(self._formatMessage(msg, self._with_diff("%s != %s" % _reprs(first, second), diff)))

    def assertCountEqual(self, first, second, msg=None):
        first, second = list(first), list(second)
        left = second[:]
        counted = []
        for item in first + second:
            if any(item == known for known, _, _ in counted):
                continue
            counts = [sum(1 for other in items if other == item) for items in (first, left)]
            counted.append((item, *counts))
        wrong = [entry for entry in counted if entry[1] != entry[2]]
        if not wrong:
            return
        lines = [f"First has {a}, Second has {b}:  {item!r}" for item, a, b in wrong]
        diff = "\n".join(lines)
        self.fail(self._formatMessage(msg, self._with_diff("Element counts were not equal:\n", diff)))

    # Text

    def assertRegex(self, text, expected_regex, msg=None):
        pattern = re.compile(expected_regex) if isinstance(expected_regex, (str, bytes)) else expected_regex
        self._check(
            pattern.search(text), msg, lambda: f"Regex didn't match: {pattern.pattern!r} not found in {text!r}")

    def assertNotRegex(self, text, unexpected_regex, msg=None):
        pattern = re.compile(unexpected_regex) if isinstance(unexpected_regex, (str, bytes)) else unexpected_regex
        match = pattern.search(text)
        self._check(
            not match, msg,
            lambda: f"Regex matched: {match.group()!r} matches {pattern.pattern!r} in {text!r}")

    # What a block or a call does

    def assertRaises(self, expected_exception, *args, **kwargs):
        return _AssertRaises(self, expected_exception).handle("assertRaises", args, kwargs)

    def assertRaisesRegex(self, expected_exception, expected_regex, *args, **kwargs):
        context = _AssertRaises(self, expected_exception, pattern=expected_regex)
        return context.handle("assertRaisesRegex", args, kwargs)

    def assertWarns(self, expected_warning, *args, **kwargs):
        return _AssertWarns(self, expected_warning).handle("assertWarns", args, kwargs)

    def assertWarnsRegex(self, expected_warning, expected_regex, *args, **kwargs):
        context = _AssertWarns(self, expected_warning, pattern=expected_regex)
        return context.handle("assertWarnsRegex", args, kwargs)

    def assertLogs(self, logger=None, level=None):
        return _AssertLogs(self, logger, level, wants_none=False)

    def assertNoLogs(self, logger=None, level=None):
        return _AssertLogs(self, logger, level, wants_none=True)

    def _old_name(current, name):
        @functools.wraps(current)
        def method(self, *args, **kwargs):
            warnings.warn(f"Please use {current.__name__} instead.", DeprecationWarning, 2)
            return current(self, *args, **kwargs)
        return method

    failUnlessEqual = assertEquals = _old_name(assertEqual, "assertEquals")
    failIfEqual = assertNotEquals = _old_name(assertNotEqual, "assertNotEquals")
    failUnless = assert_ = _old_name(assertTrue, "assert_")
    failIf = _old_name(assertFalse, "failIf")
    failUnlessRaises = _old_name(assertRaises, "failUnlessRaises")
    failUnlessAlmostEqual = assertAlmostEquals = _old_name(assertAlmostEqual, "assertAlmostEquals")
    failIfAlmostEqual = assertNotAlmostEquals = _old_name(assertNotAlmostEqual, "assertNotAlmostEquals")
    assertRaisesRegexp = _old_name(assertRaisesRegex, "assertRaisesRegexp")
    assertRegexpMatches = _old_name(assertRegex, "assertRegexpMatches")
    assertNotRegexpMatches = _old_name(assertNotRegex, "assertNotRegexpMatches")
    del _old_name


def _name_of(cls):
    return f"{cls.__module__}.{cls.__qualname__}"


class IsolatedAsyncioTestCase(TestCase):
    def __init__(self, methodName="runTest"):
        raise NotImplementedError("unittest.IsolatedAsyncioTestCase is not available in nbcheck")


class FunctionTestCase(TestCase):
    """A test that is a function."""

    def __init__(self, testFunc, setUp=None, tearDown=None, description=None):
        super().__init__()
        self._functions = setUp, testFunc, tearDown
        self._description = description

    def setUp(self):
        if self._functions[0] is not None:
            self._functions[0]()

    def tearDown(self):
        if self._functions[2] is not None:
            self._functions[2]()

    def runTest(self):
        self._functions[1]()

    def id(self):
        return self._functions[1].__name__

    def __str__(self):
        return f"{_name_of(self.__class__)} ({self.id()})"

    def shortDescription(self):
        doc = self._description or self._functions[1].__doc__
        return doc and doc.split("\n")[0].strip() or None


class _SubTest(TestCase):
    """A part of a test, in reports."""

    def __init__(self, test_case, message, params):
        super().__init__()
        self.test_case = test_case
        self._message = message
        self.params = params
        self.failureException = test_case.failureException

    def runTest(self):
        raise NotImplementedError("subtests cannot be run directly")

    def _words(self):
        parts = [] if self._message is None else [f"[{self._message}]"]
        if self.params:
            parts.append("(" + ", ".join(f"{name}={value!r}" for name, value in self.params.items()) + ")")
        return " ".join(parts) or "(<subtest>)"

    def id(self):
        return f"{self.test_case.id()} {self._words()}"

    def shortDescription(self):
        return self.test_case.shortDescription()

    def __str__(self):
        return f"{self.test_case} {self._words()}"


class _ErrorHolder:
    """Stands in reports for what went wrong outside a test."""

    failureException = None

    def __init__(self, description):
        self.description = description

    def id(self):
        return self.description

    def shortDescription(self):
        return None

    def countTestCases(self):
        return 0

    def __str__(self):
        return self.description

    def __repr__(self):
        return f"<ErrorHolder description={self.description!r}>"


# Suites


class TestSuite:
    """Several tests, to be run as one."""

    def __init__(self, tests=()):
        self._tests = []
        self.addTests(tests)

    def addTest(self, test):
        if not callable(test):
            raise TypeError(f"{test!r} is not callable")
        if isinstance(test, type) and issubclass(test, (TestCase, TestSuite)):
            raise TypeError("TestCases and TestSuites must be instantiated before passing them to addTest()")
        self._tests.append(test)

    def addTests(self, tests):
        if isinstance(tests, str):
            raise TypeError("tests must be an iterable of tests, not a string")
        for test in tests:
            self.addTest(test)

    def countTestCases(self):
        return sum(test.countTestCases() for test in self)

    def __iter__(self):
        return iter(self._tests)

    def __eq__(self, other):
        if not isinstance(other, self.__class__):
            return NotImplemented
        return list(self) == list(other)

    def __repr__(self):
        return f"<{_name_of(self.__class__)} tests={list(self)}>"

    def __call__(self, *args, **kwargs):
        return self.run(*args, **kwargs)

    def run(self, result, debug=False):
        is_top = not getattr(result, "_is_inside_suite", False)
        result._is_inside_suite = True
        for test in self:
            if result.shouldStop:
                break
            if isinstance(test, TestSuite):
                test(result)
                continue
            _enter_class(test.__class__, result)
            if result._failed_class is not test.__class__ and not result._failed_module:
                test.debug() if debug else test(result)
        if is_top:
            _enter_class(None, result)
            result._is_inside_suite = False
        return result

    def debug(self):
        for test in self:
            test.debug()


def _guarded(result, description, action):
    """Runs a part that belongs to no test; whether it went well."""
    try:
        action()
        return True
    except SkipTest as error:
        result.addSkip(_ErrorHolder(description), str(error))
    except Exception:
        result.addError(_ErrorHolder(description), sys.exc_info())
    return False


def _enter_class(cls, result):
    """Ends the class of the test before and its module, and prepares those of the next."""
    old = result._class
    if old is cls:
        return
    if old is not None and old is not result._failed_class and issubclass(old, TestCase):
        if not getattr(old, "__unittest_skip__", False):
            _guarded(result, f"tearDownClass ({_name_of(old)})", old.tearDownClass)
            old.doClassCleanups()
            for found in old.tearDown_exceptions:
                result.addError(_ErrorHolder(f"tearDownClass ({_name_of(old)})"), found)
    old_module = None if old is None else old.__module__
    module = None if cls is None else cls.__module__
    if module != old_module:
        if old_module is not None:
            action = getattr(sys.modules.get(old_module), "tearDownModule", None)
            if action is not None and not result._failed_module:
                _guarded(result, f"tearDownModule ({old_module})", action)
            _guarded(result, f"tearDownModule ({old_module})", doModuleCleanups)
        result._failed_module = False
        action = getattr(sys.modules.get(module), "setUpModule", None)
        if action is not None:
            result._failed_module = not _guarded(result, f"setUpModule ({module})", action)
    result._class = cls
    result._failed_class = None
    if cls is None or result._failed_module or getattr(cls, "__unittest_skip__", False):
        return
    if issubclass(cls, TestCase) and not _guarded(result, f"setUpClass ({_name_of(cls)})", cls.setUpClass):
        result._failed_class = cls
        cls.doClassCleanups()


# Results


class TestResult:
    """What became of the tests."""

    def __init__(self, stream=None, descriptions=None, verbosity=None):
        self.failfast = False
        self.failures = []
        self.errors = []
        self.testsRun = 0
        self.skipped = []
        self.expectedFailures = []
        self.unexpectedSuccesses = []
        self.shouldStop = False
        self.buffer = False
        self.tb_locals = False
        self._class = self._failed_class = None
        self._failed_module = False

    def startTest(self, test):
        self.testsRun += 1

    def stopTest(self, test):
        pass

    def startTestRun(self):
        pass

    def stopTestRun(self):
        pass

    def printErrors(self):
        pass

    def _stop_if_failfast(self):
        if self.failfast:
            self.stop()

    def addError(self, test, err):
        self.errors.append((test, self._traceback(err)))
        self._stop_if_failfast()

    def addFailure(self, test, err):
        self.failures.append((test, self._traceback(err)))
        self._stop_if_failfast()

    def addSubTest(self, test, subtest, err):
        if err is not None:
            is_failure = issubclass(err[0], test.failureException)
            (self.failures if is_failure else self.errors).append((subtest, self._traceback(err)))
            self._stop_if_failfast()

    def addSuccess(self, test):
        pass

    def addSkip(self, test, reason):
        self.skipped.append((test, reason))

    def addExpectedFailure(self, test, err):
        self.expectedFailures.append((test, self._traceback(err)))

    def addUnexpectedSuccess(self, test):
        self.unexpectedSuccesses.append(test)

    def wasSuccessful(self):
        return not (self.failures or self.errors or self.unexpectedSuccesses)

    def stop(self):
        self.shouldStop = True

    def _traceback(self, err):
        """The text of an exception, without the parts of this module."""
        exc_type, value, tb = err
        entries = [
            entry for entry in traceback.extract_tb(tb) if entry.filename not in (__file__, "<frozen contextlib>")]
        lines = ["Traceback (most recent call last):\n"] if entries else []
        lines += traceback.format_list(entries)
        lines += traceback.format_exception_only(exc_type, value)
        return "".join(lines)

    def __repr__(self):
        return (
            f"<{_name_of(self.__class__)} run={self.testsRun} errors={len(self.errors)} "
            f"failures={len(self.failures)}>")


class _Lines:
    """A stream with a method that ends the line."""

    def __init__(self, stream):
        self.stream = stream

    def __getattr__(self, name):
        return getattr(self.stream, name)

    def writeln(self, text=None):
        self.write((text or "") + "\n")


class TextTestResult(TestResult):
    """Prints a mark for every test."""

    separator1 = "=" * 70
    separator2 = "-" * 70

    def __init__(self, stream, descriptions, verbosity):
        super().__init__(stream, descriptions, verbosity)
        self.stream = stream
        self.descriptions = descriptions
        self.showAll = verbosity > 1
        self.dots = verbosity == 1
        self._line_ended = True

    def getDescription(self, test):
        first_line = test.shortDescription()
        return f"{test}\n{first_line}" if self.descriptions and first_line else str(test)

    def startTest(self, test):
        super().startTest(test)
        if self.showAll:
            self.stream.write(self.getDescription(test) + " ... ")
            self._line_ended = False

    def _mark(self, test, mark, words):
        if self.showAll:
            is_part = isinstance(test, _SubTest)
            if is_part and not self._line_ended:
                self.stream.writeln()
            if is_part or self._line_ended:
                self.stream.write("  " * is_part + self.getDescription(test) + " ... ")
            self.stream.writeln(words)
            self._line_ended = True
        elif self.dots:
            self.stream.write(mark)

    def addSubTest(self, test, subtest, err):
        if err is not None:
            is_failure = issubclass(err[0], test.failureException)
            self._mark(subtest, *("F", "FAIL") if is_failure else ("E", "ERROR"))
        super().addSubTest(test, subtest, err)

    def addSuccess(self, test):
        self._mark(test, ".", "ok")

    def addError(self, test, err):
        super().addError(test, err)
        self._mark(test, "E", "ERROR")

    def addFailure(self, test, err):
        super().addFailure(test, err)
        self._mark(test, "F", "FAIL")

    def addSkip(self, test, reason):
        super().addSkip(test, reason)
        self._mark(test, "s", f"skipped {reason!r}")

    def addExpectedFailure(self, test, err):
        super().addExpectedFailure(test, err)
        self._mark(test, "x", "expected failure")

    def addUnexpectedSuccess(self, test):
        super().addUnexpectedSuccess(test)
        self._mark(test, "u", "unexpected success")

    def printErrors(self):
        if self.dots or self.showAll:
            self.stream.writeln()
        self.printErrorList("ERROR", self.errors)
        self.printErrorList("FAIL", self.failures)
        if self.unexpectedSuccesses:
            self.stream.writeln(self.separator1)
            for test in self.unexpectedSuccesses:
                self.stream.writeln(f"UNEXPECTED SUCCESS: {self.getDescription(test)}")

    def printErrorList(self, flavour, errors):
        for test, text in errors:
            self.stream.writeln(self.separator1)
            self.stream.writeln(f"{flavour}: {self.getDescription(test)}")
            self.stream.writeln(self.separator2)
            self.stream.writeln(text)


class TextTestRunner:
    """Runs tests and prints what became of them, on standard error unless another stream is given."""

    resultclass = TextTestResult

    def __init__(self, stream=None, descriptions=True, verbosity=1, failfast=False, buffer=False, resultclass=None,
                 warnings=None, *, tb_locals=False):
        self.stream = _Lines(sys.stderr if stream is None else stream)
        self.descriptions = descriptions
        self.verbosity = verbosity
        self.failfast = failfast
        self.warnings = warnings
        if resultclass is not None:
            self.resultclass = resultclass

    def _makeResult(self):
        return self.resultclass(self.stream, self.descriptions, self.verbosity)

    def run(self, test):
        result = self._makeResult()
        result.failfast = self.failfast
        with warnings.catch_warnings():
            if self.warnings:
                warnings.simplefilter(self.warnings)
            start = time.perf_counter()
            result.startTestRun()
            try:
                test(result)
            finally:
                result.stopTestRun()
            taken = time.perf_counter() - start
        result.printErrors()
        self.stream.writeln(getattr(result, "separator2", "-" * 70))
        count = result.testsRun
        self.stream.writeln(f"Ran {count} test{'' if count == 1 else 's'} in {taken:.3f}s")
        self.stream.writeln()
        kinds = [("skipped", result.skipped), ("expected failures", result.expectedFailures),
                 ("unexpected successes", result.unexpectedSuccesses)]
        if not result.wasSuccessful():
            self.stream.write("FAILED")
            kinds = [("failures", result.failures), ("errors", result.errors), *kinds]
        else:
            self.stream.write("OK")
        counts = [f"{words}={len(items)}" for words, items in kinds if items]
        self.stream.writeln(f" ({', '.join(counts)})" if counts else "")
        self.stream.flush()
        return result


# Finding tests


class TestLoader:
    """Makes suites of the tests that classes and modules have."""

    testMethodPrefix = "test"
    suiteClass = TestSuite
    testNamePatterns = None

    def sortTestMethodsUsing(self, a, b):
        return (a > b) - (a < b)

    def __init__(self):
        self.errors = []

    def getTestCaseNames(self, testCaseClass):
        names = [
            name for name in dir(testCaseClass)
            if name.startswith(self.testMethodPrefix) and callable(getattr(testCaseClass, name))]
        if self.sortTestMethodsUsing:
            names.sort(key=functools.cmp_to_key(self.sortTestMethodsUsing))
        return names

    def loadTestsFromTestCase(self, testCaseClass):
        if issubclass(testCaseClass, TestSuite):
            raise TypeError(
                "Test cases should not be derived from TestSuite. Maybe you meant to derive from TestCase?")
        names = self.getTestCaseNames(testCaseClass)
        if not names and hasattr(testCaseClass, "runTest"):
            names = ["runTest"]
        return self.suiteClass([testCaseClass(name) for name in names])

    def loadTestsFromModule(self, module, *args, pattern=None):
        tests = [
            self.loadTestsFromTestCase(item) for item in (getattr(module, name) for name in dir(module))
            if isinstance(item, type) and issubclass(item, TestCase) and item not in (TestCase, FunctionTestCase)]
        suite = self.suiteClass(tests)
        load_tests = getattr(module, "load_tests", None)
        return suite if load_tests is None else load_tests(self, suite, pattern)

    def loadTestsFromName(self, name, module=None):
        parts = name.split(".")
        if module is None:
            module = __import__(parts.pop(0))
        item, parent = module, None
        for part in parts:
            parent, item = item, getattr(item, part)
        if isinstance(item, types.ModuleType):
            return self.loadTestsFromModule(item)
        if isinstance(item, type) and issubclass(item, TestCase):
            return self.loadTestsFromTestCase(item)
        if isinstance(parent, type) and issubclass(parent, TestCase):
            return self.suiteClass([parent(parts[-1])])
        if isinstance(item, TestSuite):
            return item
        if callable(item):
            made = item()
            return made if isinstance(made, TestSuite) else self.suiteClass([made])
        raise TypeError(f"don't know how to make test from: {item}")

    def loadTestsFromNames(self, names, module=None):
        return self.suiteClass([self.loadTestsFromName(name, module) for name in names])

    def discover(self, start_dir, pattern="test*.py", top_level_dir=None):
        raise NotImplementedError("unittest.TestLoader.discover is not available in nbcheck")


defaultTestLoader = TestLoader()
BaseTestSuite = TestSuite


def _old(name, replacement):
    warnings.warn(
        f"unittest.{name}() is deprecated and will be removed in Python 3.13. Please use "
        f"unittest.TestLoader.{replacement}() instead.", DeprecationWarning, stacklevel=3)


def _loader(prefix, suiteClass=TestSuite):
    loader = TestLoader()
    loader.testMethodPrefix = prefix
    loader.suiteClass = suiteClass
    return loader


def makeSuite(testCaseClass, prefix="test", sortUsing=None, suiteClass=TestSuite):
    _old("makeSuite", "loadTestsFromTestCase")
    return _loader(prefix, suiteClass).loadTestsFromTestCase(testCaseClass)


def getTestCaseNames(testCaseClass, prefix, sortUsing=None, testNamePatterns=None):
    _old("getTestCaseNames", "getTestCaseNames")
    return _loader(prefix).getTestCaseNames(testCaseClass)


def findTestCases(module, prefix="test", sortUsing=None, suiteClass=TestSuite):
    _old("findTestCases", "loadTestsFromModule")
    return _loader(prefix, suiteClass).loadTestsFromModule(module)


class TestProgram:
    """`unittest.main()`: runs the tests of the main module, and exits."""

    def __init__(self, module="__main__", defaultTest=None, argv=None, testRunner=None, testLoader=defaultTestLoader,
                 exit=True, verbosity=1, failfast=None, catchbreak=None, buffer=None, warnings=None, *,
                 tb_locals=False):
        self.module = sys.modules[module] if isinstance(module, str) else module
        self.exit = exit
        self.verbosity = verbosity
        self.failfast = bool(failfast)
        self.testLoader = testLoader
        names = self._parse((sys.argv if argv is None else argv)[1:])
        if not names and defaultTest is not None:
            names = [defaultTest] if isinstance(defaultTest, str) else list(defaultTest)
        if names:
            self.test = testLoader.loadTestsFromNames(names, self.module)
        else:
            self.test = testLoader.loadTestsFromModule(self.module)
        runner = TextTestRunner if testRunner is None else testRunner
        if isinstance(runner, type):
            runner = runner(verbosity=self.verbosity, failfast=self.failfast, warnings=warnings or "default")
        self.result = runner.run(self.test)
        if self.exit:
            sys.exit(not self.result.wasSuccessful())

    def _parse(self, arguments):
        names = []
        for argument in arguments:
            if argument in ("-v", "--verbose"):
                self.verbosity = 2
            elif argument in ("-q", "--quiet"):
                self.verbosity = 0
            elif argument in ("-f", "--failfast"):
                self.failfast = True
            elif argument in ("-b", "--buffer", "-c", "--catch"):
                continue
            elif argument.startswith("-"):
                raise NotImplementedError(f"the option {argument} of unittest is not available in nbcheck")
            else:
                names.append(argument)
        return names


main = TestProgram

# Where CPython keeps them, which reprs show.
for _part, _classes in [
        ("case", [TestCase, FunctionTestCase, SkipTest, _AssertRaises]), ("suite", [TestSuite, _ErrorHolder]),
        ("result", [TestResult]), ("runner", [TextTestResult, TextTestRunner]), ("loader", [TestLoader]),
        ("main", [TestProgram])]:
    for _class in _classes:
        _class.__module__ = "unittest." + _part
del _part, _classes, _class
