import Testing

@testable import Interpreter

struct LimitTests {
  @Test func timeEndsALoopThatCatchesEverything() {
    var limits = Limits()
    limits.seconds = 1
    let session = TestSession(limits: limits)
    let code = "while True:\n    try:\n        while True: pass\n    except BaseException: pass"
    #expect(session.run(code) == "TimeoutError: the cell took longer than 1 s")
    #expect(session.run("print('on')") == "on\n")
  }

  @Test(arguments: [
    "'x' * 10**12", "[0] * 10**12", "list(range(10**12))", "b'x' * 10**12", "'x'.ljust(10**12)", "(1,) * 10**12",
    "bytes(10**12)",
  ])
  func refusesWhatDoesNotFit(_ code: String) {
    #expect(TestSession().run(code) == "MemoryError")
  }

  @Test(arguments: ["1 << 10**12", "10 ** 10 ** 10"])
  func refusesHugeIntegers(_ code: String) {
    #expect(["MemoryError", "OverflowError: too many digits in integer"].contains(TestSession().run(code)))
  }

  @Test func growthInSmallStepsEnds() {
    var limits = Limits()
    limits.bytes = 50_000_000
    let session = TestSession(limits: limits)
    #expect(session.run("x = []\nwhile True: x.append('a' * 100)") == "MemoryError")
    #expect(session.run("x = None\nprint('on')") == "on\n")
  }

  @Test(arguments: [
    "def f(): f()\nf()", "class A:\n    def __repr__(self): return repr(self)\nrepr(A())",
    "def g():\n    yield from g()\nlist(g())", "x = []\nfor i in range(100000): x = [x]\nrepr(x)",
    "class B:\n    def __getattr__(self, n): return getattr(self, n)\nB().x",
  ])
  func recursionIsAnError(_ code: String) {
    #expect(TestSession().run(code).hasPrefix("RecursionError: maximum recursion depth exceeded"))
  }

  @Test func deepStructuresAreFreed() {
    let session = TestSession()
    #expect(session.run("x = []\nfor i in range(300000): x = [x]\ndel x\nprint('freed')") == "freed\n")
  }

  /// Loops that run in Swift, with clocks that go on as they are asked.
  @Test(arguments: [
    "[] in iter(int, 1)", "import math; math.comb(10**6, 5 * 10**5)", "import time; time.sleep(10**9)",
    "import random; random.vonmisesvariate(1, float('nan'))", "import random; random.gammavariate(1e308, 1e308)",
    "import itertools; next(itertools.groupby(itertools.repeat(1))); sum(itertools.repeat(1))",
  ])
  func timeEndsWhatRunsInSwift(_ code: String) {
    var limits = Limits()
    limits.seconds = 0.01
    #expect(TestSession(limits: limits).run(code) == "TimeoutError: the cell took longer than 0.01 s")
  }

  @Test func aSampleIsRefusedBeforeItIsDrawn() {
    #expect(TestSession().run("import random; random.sample(range(10**18), 10**9)") == "MemoryError")
  }
}
