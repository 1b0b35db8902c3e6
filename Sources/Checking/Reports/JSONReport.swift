/// The report for programs. The format is described, and versioned, in `Docs/Formats.md`.
package enum JSONReport {
  /// Rises when a key changes its meaning or goes; new keys may come without.
  static let version = 1

  /// One object, with a line end after it.
  package static func text(of results: [NotebookResult], strict: Bool) -> String {
    let report = JSONText.object([
      ("version", .integer(version)),
      ("notebooks", .array(results.map { notebook($0, strict) })),
    ])
    return report.text + "\n"
  }

  private static func notebook(_ result: NotebookResult, _ strict: Bool) -> JSONText {
    var members: [(key: String, value: JSONText)] = [
      ("path", .string(result.path)),
      ("cells", .array(result.cells.map(cell))),
      ("summary", summary(result, strict)),
    ]
    let problems = result.problems.map(problem) + (result.internalError.map { [internalError($0)] } ?? [])
    if !problems.isEmpty { members.append(("problems", .array(problems))) }
    return .object(members)
  }

  private static func cell(_ result: CellResult) -> JSONText {
    .object([
      ("label", .string(result.cell.label?.description)),
      ("line", .integer(result.cell.lines.lowerBound)),
      ("endLine", .integer(result.endLine)),
      ("verdict", .string(result.verdict.rawValue)),
      ("rule", .string(result.rule?.rawValue)),
      ("expected", .string(result.recorded?.text)),
      ("actual", .string(result.shown)),
      ("error", result.failure.map(error) ?? .null),
      ("seconds", .seconds(result.seconds)),
    ])
  }

  private static func error(_ failure: CellResult.Failure) -> JSONText {
    .object([
      ("type", .string(failure.type)),
      ("message", .string(failure.message)),
      ("line", .integer(failure.line)),
      ("column", .integer(failure.column)),
    ])
  }

  private static func summary(_ result: NotebookResult, _ strict: Bool) -> JSONText {
    let summary = result.summary
    let verdicts = Verdict.allCases.map { ($0.rawValue, JSONText.integer(summary.counts[$0] ?? 0)) }
    return .object(
      [("cells", .integer(summary.cells))] + verdicts + [
        ("failures", .integer(summary.failures(strict: strict))),
        ("seconds", .seconds(result.seconds)),
      ])
  }

  private static func problem(_ problem: FileProblem) -> JSONText {
    .object([
      ("line", problem.line.map { .integer($0) } ?? .null),
      ("column", problem.column.map { .integer($0) } ?? .null),
      ("message", .string(problem.message)),
    ])
  }

  private static func internalError(_ message: String) -> JSONText {
    problem(FileProblem(message: "internal error: " + message))
  }
}
