import Notebooks

/// A cell, what became of it and why.
package struct CellResult: Sendable {
  /// The exception that the cell raised, with its place in the document.
  package struct Failure: Sendable, Equatable {
    package let type: String
    package let message: String
    package let traceback: [String]
    package let line: Int
    package let column: Int

    package var description: String { message.isEmpty ? type : "\(type): \(message)" }
  }

  package let cell: Cell
  package var verdict: Verdict
  /// By which rule the cell passed.
  package let rule: Rule?
  package let recorded: RecordedOutput?
  /// What the cell shows, an error included; nil if it shows nothing.
  package let shown: String?
  package let failure: Failure?
  package let standardError: String
  package let seconds: Double
  /// Set where the cell was stopped from outside: what it shows is no result.
  package let stop: Execution.Stop?
  /// The index of the failed cell that a blocked one waits for.
  package var blockedBy: Int?
  /// Why a cell was skipped, blocked or stopped.
  package var note: String?

  package init(
    cell: Cell, verdict: Verdict, rule: Rule? = nil, recorded: RecordedOutput? = nil, shown: String? = nil,
    failure: Failure? = nil, standardError: String = "", seconds: Double = 0,
    stop: Execution.Stop? = nil, note: String? = nil
  ) {
    self.cell = cell
    self.verdict = verdict
    self.rule = rule
    self.recorded = recorded
    self.shown = shown
    self.failure = failure
    self.standardError = standardError
    self.seconds = seconds
    self.stop = stop
    self.note = note
  }

  /// Where an editor should go: the line that raised, or the output that is wrong.
  package var place: (line: Int, column: Int) {
    switch verdict {
    case .raised, .blocked, .skipped:
      if let failure { return (failure.line, failure.column) }
    case .changed, .didNotRaise:
      if let recorded { return (recorded.lines.lowerBound, 1 + cell.linePrefix.unicodeScalars.count) }
    case .passed, .ran, .unrecorded: break
    }
    return (cell.lines.lowerBound, 1)
  }

  /// The last document line of the cell, its recorded output included.
  package var endLine: Int { max(cell.lines.upperBound, recorded?.lines.upperBound ?? 0) }
}

extension CellResult.Failure {
  init(_ error: ExecutionError, in cell: Cell) {
    let codeLine = error.line ?? 1
    self.init(
      type: error.type, message: error.message, traceback: error.traceback,
      line: cell.documentLine(ofCodeLine: codeLine),
      column: max(1, cell.documentColumn(ofCodeLine: codeLine, column: error.column ?? 1)))
  }
}
