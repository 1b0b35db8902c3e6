"""unittest: assertions and their words, cases, suites, runners."""

import io
import logging
import re
import unittest
import warnings

case = unittest.TestCase()
log = []


def attempt(action):
    try:
        print(repr(action()))
    except BaseException as error:
        print(type(error).__name__, error)


print("== assertions that fail ==")
for method, *arguments in [
        ("Equal", 1, 2), ("Equal", [1, 2], [1, 3]), ("Equal", [1, 2], [1, 2, 3, 4]), ("Equal", (1,), (2, 3)),
        ("Equal", {1, 2}, {2, 3}), ("Equal", {"a": 1}, {"a": 2}), ("Equal", "abc", "abd"), ("Equal", [1], (1,)),
        ("Equal", "a\nb\n", "a\nc\n"), ("Equal", 1, 2, "so"), ("Equal", b"x" * 200, b"x" * 199 + b"y"),
        ("Equal", list(range(200)), list(range(201))), ("NotEqual", 1, 1), ("True", 0), ("False", [1]),
        ("Is", [], []), ("IsNot", 1, 1), ("IsNone", 1), ("IsNotNone", None), ("In", 1, [2]), ("NotIn", 1, [1]),
        ("IsInstance", 1, str), ("NotIsInstance", 1, int), ("Less", 2, 1), ("LessEqual", 2, 1), ("Greater", 1, 2),
        ("GreaterEqual", 1, 2), ("AlmostEqual", 1, 1.1), ("AlmostEqual", 1, 1.00000001), ("NotAlmostEqual", 1, 1.0),
        ("CountEqual", [1, 2, 2], [2, 1, 3]), ("CountEqual", [[1], [2]], [[2], [1]]), ("Regex", "abc", "x"),
        ("NotRegex", "abc", "b"), ("Raises", ValueError, int, "1"), ("Raises", ValueError, int, "x"),
        ("Raises", KeyError, int, "x"), ("RaisesRegex", ValueError, "foo", int, "x"), ("Raises", 5, int),
        ("MultiLineEqual", "a", 1), ("ListEqual", [], ()), ("SequenceEqual", [1], (1,)), ("SequenceEqual", [1], (2,))]:
    attempt(lambda: getattr(case, "assert" + method)(*arguments))
attempt(lambda: case.assertAlmostEqual(1, 2, delta=0.5))
attempt(lambda: case.assertAlmostEqual(1, 2, delta=1, places=3))
attempt(lambda: case.fail("why"))
attempt(lambda: case.skipTest("why"))

print("== contexts ==")
with case.assertRaises(ValueError) as caught:
    raise ValueError("hi")
print(caught.exception)
with case.assertWarns(UserWarning) as warned:
    warnings.warn("careful")
print(warned.warning)
with case.assertLogs("place", "INFO") as logged:
    logging.getLogger("place").info("hello")
print(logged.output)


def leave(context):
    with context:
        pass


attempt(lambda: leave(case.assertRaises((ValueError, KeyError), msg="more")))
attempt(lambda: leave(case.assertWarns(UserWarning)))
attempt(lambda: leave(case.assertLogs("place")))


class Everything(unittest.TestCase):
    """One test of every outcome."""

    @classmethod
    def setUpClass(cls):
        log.append("class")

    @classmethod
    def tearDownClass(cls):
        log.append("end of class")

    def setUp(self):
        log.append("up")
        self.addCleanup(log.append, "cleanup")

    def tearDown(self):
        log.append("down")

    def test_ok(self):
        """The first line.

        And more."""
        log.append("ok")

    def test_fails(self):
        self.assertEqual(1, 2)

    def test_raises(self):
        raise KeyError("k")

    @unittest.skip("not now")
    def test_skipped(self):
        log.append("never")

    def test_skips(self):
        self.skipTest("inside")

    @unittest.expectedFailure
    def test_expected(self):
        self.fail()

    @unittest.expectedFailure
    def test_unexpected(self):
        pass

    def test_parts(self):
        for i in range(4):
            with self.subTest("part", i=i):
                self.assertEqual(i % 2, 0)


@unittest.skipIf(True, "whole class")
class Skipped(unittest.TestCase):
    def test_never(self):
        log.append("never")


def report(suite, verbosity):
    stream = io.StringIO()
    result = unittest.TextTestRunner(stream=stream, verbosity=verbosity).run(suite)
    text = re.sub(r"in \d+\.\d+s", "in T", stream.getvalue())
    # Tracebacks name files and point at columns.
    print(re.sub(r"Traceback.*\n(?:  .*\n)*", "Traceback…\n", text))
    print(result, result.wasSuccessful(), result.testsRun, len(result.skipped))


print("== runs ==")
loader = unittest.TestLoader()
print(loader.getTestCaseNames(Everything))
for verbosity in (0, 1, 2):
    report(unittest.TestSuite(map(loader.loadTestsFromTestCase, [Everything, Skipped])), verbosity)
print(log[:12], len(log))
suite = unittest.TestSuite()
suite.addTest(Everything("test_ok"))
print(suite.countTestCases(), suite, [test.id() for test in suite], str(Everything("test_ok")))
report(suite, 1)
report(unittest.FunctionTestCase(lambda: None, description="a function"), 2)
attempt(lambda: Everything("absent"))
program = unittest.main(argv=["x", "Everything.test_ok"], exit=False, testRunner=unittest.TextTestRunner(io.StringIO()))
print(program.result)
