import Testing

@testable import Checking

@Suite struct ReportTests {
  private static let note = """
    In [1]:
    x

    False

    In [2]:
    y = z

    In [3]:
    print(y)

    In [None]:
    x

    """

  private func result() throws -> NotebookResult {
    try checked(
      Self.note,
      [
        "x": .value("True"), "y = z": .raised("NameError", "name 'z' is not defined", line: 1, column: 5),
        "print(y)": .raised("NameError", "name 'y' is not defined", line: 1, column: 7),
      ])
  }

  @Test func text() throws {
    let report = TextReport(style: Style(isColored: false))
    let result = try result()
    #expect(
      report.text(of: result) == """
        note.md: 4 cells: 1 unrecorded, 1 changed, 1 raised, 1 blocked (0.0 ms)
        note.md:4:1: error: In [1]: the output changed (- recorded, + shown)
          - False
          + True
        note.md:7:5: error: In [2]: raised NameError: name 'z' is not defined
          7 | y = z
            |     ^
        note.md:10:7: note: In [3]: blocked: NameError: name 'y' is not defined

        """)
    #expect(report.summary(of: [result], seconds: 1.234) == "2 failures, 4 cells in 1 notebook (1.23 s)\n")
  }

  @Test func strictReportsFailUnrecordedOutput() throws {
    let text = TextReport(style: Style(isColored: false), isStrict: true).text(of: try result())
    #expect(text.contains("note.md:12:1: error: In [None]: no output is recorded (+ shown)\n  + True\n"))
  }

  @Test func verboseReportsListEveryCell() throws {
    let text = TextReport(style: Style(isColored: false), isVerbose: true).text(of: try result())
    #expect(text.contains("  In [1]: changed\n"))
    #expect(text.contains("  In [3]: blocked"))
    #expect(text.contains("  In [None]: unrecorded\n"))
  }

  @Test func colors() throws {
    let report = TextReport(style: Style(isColored: true))
    #expect(report.text(of: try result()).contains("\u{1B}[31m- False\u{1B}[0m"))
  }

  @Test func problemsHaveTheirPlace() {
    let report = TextReport(style: Style(isColored: false))
    let missing = NotebookResult(path: "gone.md", unreadable: FileProblem(message: "No such file or directory"))
    #expect(report.text(of: missing) == "gone.md: error: No such file or directory\n")
    let broken = NotebookResult(path: "a.md", unreadable: FileProblem(line: 2, column: 3, message: "not UTF-8"))
    #expect(report.text(of: broken) == "a.md:2:3: error: not UTF-8\n")
  }

  @Test func rulesAreNamedWhereTheyExcuse() throws {
    let result = try checked("In [1]:\nf()\n\nRuntimeError: ignored\n", ["f()": .raised("RuntimeError", "words")])
    #expect(
      TextReport(style: Style(isColored: false)).text(of: result)
        == "note.md: 1 cell: 1 passed (1 by error type) (0.0 ms)\n")
  }

  @Test func longDiffsAreCut() throws {
    let shown = (1...500).map { "line \($0)" }.joined(separator: "\n")
    let lines = OutputDiff.lines(recorded: nil, shown: shown, style: Style(isColored: false))
    #expect(lines.count == 61)
    #expect(lines.last == "… 440 more lines")
  }

  @Test(arguments: [(0.0, "0.0 ms"), (0.00123, "1.2 ms"), (0.0456, "46 ms"), (0.9996, "1.00 s"), (61.5, "61.50 s")])
  func durations(_ seconds: Double, _ text: String) { #expect(Seconds.text(seconds) == text) }
}
