import Checking

/// Something wrong with a notebook, with its place in the file.
public struct NotebookProblem: Sendable, Equatable, CustomStringConvertible {
  /// The notebook.
  public let path: String
  /// The line, from 1.
  public let line: Int
  /// The column, from 1.
  public let column: Int
  /// The cell and what is wrong with it, with a diff where an output changed.
  public let message: String

  /// The message with its place in front, as compilers write it.
  public var description: String { "\(path):\(line):\(column): \(message)" }

  static func all(in result: NotebookResult, strict: Bool) -> [NotebookProblem] {
    var problems = result.problems.map {
      NotebookProblem(path: result.path, line: $0.line ?? 1, column: $0.column ?? 1, message: $0.message)
    }
    if let error = result.internalError {
      problems.append(NotebookProblem(path: result.path, line: 1, column: 1, message: "internal error: \(error)"))
    }
    if result.notebook != nil, result.cells.isEmpty {
      problems.append(NotebookProblem(path: result.path, line: 1, column: 1, message: "no cells"))
    }
    let report = TextReport(style: Style(isColored: false), isStrict: strict)
    for cell in result.cells where cell.verdict.isFailure(strict: strict) {
      let place = cell.place
      problems.append(
        NotebookProblem(path: result.path, line: place.line, column: place.column, message: report.message(of: cell)))
    }
    return problems
  }
}
