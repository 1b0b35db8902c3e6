import Notebooks
import Testing

@testable import Checking

@Suite struct VerdictTests {
  private func only(_ text: String, _ answers: [String: Execution]) throws -> CellResult {
    let result = try checked(text, answers)
    try #require(result.cells.count == 1)
    return result.cells[0]
  }

  @Test func agreeing() throws {
    let cell = try only("In [1]:\nx\n\nFalse\n", ["x": .value("False")])
    #expect(cell.verdict == .passed)
    #expect(cell.rule == .exact)
    #expect(cell.recorded?.text == "False")
    #expect(cell.shown == "False\n")
  }

  @Test func changed() throws {
    let cell = try only("Words.\n\nIn [1]:\nx.requires_grad\n\nFalse\n", ["x.requires_grad": .value("True")])
    #expect(cell.verdict == .changed)
    #expect(cell.place.line == 6)
    #expect(cell.rule == nil)
  }

  @Test func quiet() throws {
    let cell = try only("In [1]:\nx = 1\n\nThen the author goes on to explain.\n", [:])
    #expect(cell.verdict == .ran)
    #expect(cell.shown == nil)
  }

  @Test func unrecorded() throws {
    let cell = try only("In [None]:\nx\n\nFalse\n", ["x": .value("False")])
    #expect(cell.verdict == .unrecorded)
    #expect(!cell.verdict.isFailure(strict: false))
    #expect(cell.verdict.isFailure(strict: true))
  }

  @Test func raised() throws {
    let cell = try only(
      "In [1]:\nx = 1\ny = z\n", ["x = 1\ny = z": .raised("NameError", "name 'z' is not defined", line: 2, column: 5)])
    #expect(cell.verdict == .raised)
    #expect(cell.failure?.line == 3)
    #expect(cell.failure?.column == 5)
    #expect(cell.place.line == 3)
  }

  @Test func recordedErrors() throws {
    let note = "In [1]:\nf()\n\nRuntimeError: ignored\n"
    #expect(try only(note, ["f()": .raised("RuntimeError", "words")]).rule == .errorType)
    #expect(try only(note, ["f()": .raised("ValueError", "words")]).verdict == .changed)
    #expect(try only(note, ["f()": .value("3")]).verdict == .didNotRaise)
    #expect(try only(note, [:]).verdict == .didNotRaise)
    let full = "In [1]:\nf()\n\nValueError: bad\n"
    #expect(try only(full, ["f()": .raised("ValueError", "bad")]).rule == .exact)
    #expect(try only(full, ["f()": .raised("ValueError", "worse")]).verdict == .changed)
  }

  @Test func whatWasPrintedBeforeAnErrorCounts() throws {
    let note = "In [1]:\nf()\n\nit starts\nValueError: bad\n"
    #expect(try only(note, ["f()": .raised("ValueError", "bad", after: "it starts\n")]).verdict == .passed)
    #expect(try only(note, ["f()": .raised("ValueError", "bad", after: "it ends\n")]).verdict == .changed)
  }

  @Test func aPrintedErrorIsText() throws {
    let note = "In [1]:\nf()\n\nValueError: bad\n"
    #expect(try only(note, ["f()": .printed("ValueError: bad\n")]).verdict == .passed)
    #expect(try only(note, ["f()": .printed("ValueError: worse\n")]).verdict == .changed)
  }

  @Test func unseeded() throws {
    let note = "In [1]:\ntorch.rand(1)\n\ntensor([0.1234])\n"
    let code = "torch.rand(1)"
    #expect(try only(note, [code: .value("tensor([0.9999])", isUnseeded: true)]).rule == .unseeded)
    #expect(try only(note, [code: .value("tensor([0.9999])")]).verdict == .changed)
  }

  @Test func outsideTheEngine() throws {
    let cell = try only(
      "In [1]:\nf()\n",
      ["f()": .raised("NotImplementedError", "torch.f is not available in nbcheck", isOutsideEngine: true)])
    #expect(cell.verdict == .skipped)
  }

  @Test func timeoutsAreNeverRight() throws {
    var stopped = Execution.raised("TimeoutError", "stopped")
    stopped.stop = .timeout
    #expect(try only("In [1]:\nf()\n\nTimeoutError: stopped\n", ["f()": stopped]).verdict == .raised)
  }

  @Test func directives() throws {
    #expect(try only("In [1]:\n# NBVAL_SKIP\nf()\n", [:]).verdict == .skipped)
    let ignoring = try only("In [1]:\n# NBVAL_IGNORE_OUTPUT\nf()\n\n3\n", ["# NBVAL_IGNORE_OUTPUT\nf()": .value("4")])
    #expect(ignoring.verdict == .passed)
    #expect(ignoring.rule == .ignored)
    let code = "# NBVAL_RAISES_EXCEPTION\nf()"
    #expect(try only("In [1]:\n\(code)\n", [code: .raised("ValueError", "bad")]).verdict == .passed)
    #expect(try only("In [1]:\n\(code)\n", [code: .value("3")]).verdict == .didNotRaise)
  }

  @Test func blockedCellsHangOnTheirRoot() throws {
    let note = """
      In [1]:
      a = f()

      In [2]:
      b = a

      In [3]:
      print(b)

      In [4]:
      print(c)

      """
    let result = try checked(
      note,
      [
        "a = f()": .raised("ValueError", "bad"), "b = a": .raised("NameError", "name 'a' is not defined"),
        "print(b)": .raised("NameError", "name 'b' is not defined. Did you mean: 'a'?"),
        "print(c)": .raised("NameError", "name 'c' is not defined"),
      ])
    #expect(result.cells.map(\.verdict) == [.raised, .blocked, .blocked, .raised])
    #expect(result.cells.map(\.blockedBy) == [nil, 0, 0, nil])
    #expect(result.summary.failures(strict: false) == 2)
  }

  @Test func anErrorOtherThanTheRecordedOneMayBeBlocked() throws {
    let result = try checked(
      "In [1]:\nimport m\n\nIn [2]:\nm.f()\n\nRuntimeError: ignored\n",
      [
        "import m": .raised("ModuleNotFoundError", "No module named 'm'"),
        "m.f()": .raised("NameError", "name 'm' is not defined"),
      ])
    #expect(result.cells.map(\.verdict) == [.raised, .blocked])
  }

  @Test func outcomes() throws {
    let good = try checked("In [1]:\nx\n\n1\n", ["x": .value("1")])
    let bad = try checked("In [1]:\nx\n\n1\n", ["x": .value("2")])
    let empty = try checked("Words.\n", [:])
    let missing = NotebookResult(path: "gone.md", unreadable: FileProblem(message: "No such file or directory"))
    let broken = NotebookResult(path: "a.md", internalError: "no thread")
    #expect(Outcome(of: [good], strict: true) == .ok)
    #expect(Outcome(of: [good, empty], strict: false) == .ok)
    #expect(Outcome(of: [good, bad], strict: false) == .failures)
    #expect(Outcome(of: [empty], strict: false) == .noCells)
    #expect(Outcome(of: [], strict: false) == .noCells)
    #expect(Outcome(of: [bad, missing], strict: false) == .usage)
    #expect(Outcome(of: [missing, broken], strict: false) == .internalError)
  }
}
