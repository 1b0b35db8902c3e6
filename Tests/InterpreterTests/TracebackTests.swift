import Testing

@testable import Interpreter

/// Tracebacks as CPython 3.11 writes them.
struct TracebackTests {
  @Test func showsEveryFrameWithCarets() {
    let code = """
      def f(x):
          return x + g(x)

      def g(x):
          return x["a"]

      f([1])
      """
    #expect(
      TestSession().traceback(code) == [
        "Traceback (most recent call last):",
        "  File \"test.py\", line 7, in <module>",
        "    f([1])",
        "  File \"test.py\", line 2, in f",
        "    return x + g(x)",
        "               ^^^^",
        "  File \"test.py\", line 5, in g",
        "    return x[\"a\"]",
        "           ~^^^^^",
        "TypeError: list indices must be integers or slices, not str",
      ])
  }

  @Test func chainsCauseAndContext() {
    let code = """
      try:
          {}["k"]
      except KeyError as e:
          raise ValueError("bad") from e
      """
    let lines = TestSession().traceback(code)
    #expect(lines.contains("KeyError: 'k'"))
    #expect(lines.contains("The above exception was the direct cause of the following exception:"))
    #expect(lines.last == "ValueError: bad")
    let context = TestSession().traceback("try:\n    1/0\nexcept ZeroDivisionError:\n    nope")
    #expect(context.contains("During handling of the above exception, another exception occurred:"))
  }

  @Test func countsRepeatedLines() {
    let lines = TestSession().traceback("def f(): f()\nf()")
    #expect(lines.contains { $0.hasPrefix("  [Previous line repeated 99") })
    #expect(lines.count < 20)
  }

  @Test func anInitializerThatReturnsIsCaughtWhereItWasCalled() {
    let code = """
      class A:
          def __init__(self): return 1
      try:
          A()
      except TypeError as e:
          print(e)
      """
    #expect(TestSession().run(code) == "__init__() should return None, not 'int'\n")
  }
}
