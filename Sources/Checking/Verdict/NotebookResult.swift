import Notebooks

/// What a check says about a file.
package struct NotebookResult: Sendable {
  package let path: String
  /// Nil if the file could not be read.
  package let notebook: Notebook?
  package let cells: [CellResult]
  /// What is wrong with the document itself.
  package let problems: [FileProblem]
  package let seconds: Double
  /// False if the run was interrupted before the last cell.
  package let isComplete: Bool
  /// Set where nbcheck itself failed.
  package let internalError: String?

  init(_ notebook: Notebook, cells: [CellResult], seconds: Double, isComplete: Bool) {
    path = notebook.path
    self.notebook = notebook
    self.cells = cells
    problems = notebook.problems.map { FileProblem(line: $0.line, column: 1, message: $0.message) }
    self.seconds = seconds
    self.isComplete = isComplete
    internalError = nil
  }

  init(path: String, unreadable problem: FileProblem) {
    self.init(path: path, problems: [problem], internalError: nil)
  }

  init(path: String, internalError: String) {
    self.init(path: path, problems: [], internalError: internalError)
  }

  private init(path: String, problems: [FileProblem], internalError: String?) {
    self.path = path
    notebook = nil
    cells = []
    self.problems = problems
    seconds = 0
    isComplete = true
    self.internalError = internalError
  }

  package var isUnreadable: Bool { notebook == nil && internalError == nil }

  package var summary: Summary { Summary(cells) }
}

/// How many cells got which verdict.
package struct Summary: Sendable, Equatable {
  package private(set) var counts: [Verdict: Int] = [:]
  /// The passed cells that needed another rule than the first.
  package private(set) var rules: [Rule: Int] = [:]
  package private(set) var seconds: Double = 0

  package init(_ cells: [CellResult] = []) {
    for cell in cells {
      counts[cell.verdict, default: 0] += 1
      if let rule = cell.rule, rule != .exact { rules[rule, default: 0] += 1 }
      seconds += cell.seconds
    }
  }

  package var cells: Int { counts.values.reduce(0, +) }

  package func failures(strict: Bool) -> Int {
    counts.reduce(0) { $0 + ($1.key.isFailure(strict: strict) ? $1.value : 0) }
  }

  package static func + (a: Summary, b: Summary) -> Summary {
    var sum = a
    sum.counts.merge(b.counts, uniquingKeysWith: +)
    sum.rules.merge(b.rules, uniquingKeysWith: +)
    sum.seconds += b.seconds
    return sum
  }
}
