import Notebooks

/// Holds what a cell did against what is recorded for it.
struct Judge {
  private let notebook: Notebook
  private let options: CheckOptions

  init(_ notebook: Notebook, options: CheckOptions) {
    self.notebook = notebook
    self.options = options
  }

  func judge(_ cell: Cell, _ execution: Execution) -> CellResult {
    let comparison = Comparison(cell, execution, options)
    let shown = execution.shownText
    let resolution = notebook.resolveOutput(of: cell, displayed: shown) { comparison.rule($0) != nil }
    let recorded = resolution.output
    let rule = recorded.flatMap { comparison.rule($0.text) }
    let (verdict, reached) =
      execution.error == nil
      ? verdictWithoutError(cell, recorded, rule, shown: shown)
      : verdictWithError(cell, execution, recorded, rule, comparison)
    return CellResult(
      cell: cell, verdict: verdict, rule: reached, recorded: recorded, shown: Self.isBlank(shown) ? nil : shown,
      failure: execution.error.map { CellResult.Failure($0, in: cell) }, standardError: execution.standardError,
      seconds: execution.seconds, stop: execution.stop, note: verdict == .skipped ? "outside what nbcheck runs" : nil)
  }

  private func verdictWithoutError(
    _ cell: Cell, _ recorded: RecordedOutput?, _ rule: Rule?, shown: String
  ) -> (Verdict, Rule?) {
    if cell.directives.mustRaise { return (.didNotRaise, nil) }
    guard let recorded else {
      let isQuiet = Self.isBlank(shown) || cell.form == .hidden
      return isQuiet ? (.ran, nil) : cell.directives.ignoresOutput ? (.passed, .ignored) : (.unrecorded, nil)
    }
    if let rule { return (.passed, rule) }
    if recorded.error != nil, RecordedError(in: shown) == nil { return (.didNotRaise, nil) }
    return cell.directives.ignoresOutput ? (.passed, .ignored) : (.changed, nil)
  }

  private func verdictWithError(
    _ cell: Cell, _ execution: Execution, _ recorded: RecordedOutput?, _ rule: Rule?, _ comparison: Comparison
  ) -> (Verdict, Rule?) {
    if execution.stop == .timeout { return (.raised, nil) }
    if let rule { return (.passed, rule) }
    if execution.error?.isOutsideEngine == true { return (.skipped, nil) }
    if let error = recorded?.error {
      let isSame = cell.directives.ignoresOutput && comparison.rule(error) != nil
      return isSame ? (.passed, .ignored) : (.changed, nil)
    }
    guard cell.directives.mustRaise else { return (.raised, nil) }
    guard let recorded, !cell.directives.ignoresOutput else { return (.passed, .errorType) }
    return comparison.ruleBeforeError(recorded.text).map { (.passed, .weaker($0, .errorType)) } ?? (.changed, nil)
  }

  private static func isBlank(_ text: String) -> Bool { NormalizedText(text).isEmpty }
}

/// A cell's execution, ready to be compared with any text that may be its record.
private struct Comparison {
  private let execution: Execution
  private let options: ComparisonOptions
  /// `%time` and its like print how long it took, which is not compared.
  private let isMeasured: Bool

  init(_ cell: Cell, _ execution: Execution, _ options: CheckOptions) {
    self.execution = execution
    isMeasured = TimingText.isMeasured(cell.code)
    var comparison = ComparisonOptions(
      cell.directives, relativeTolerance: options.relativeTolerance, absoluteTolerance: options.absoluteTolerance)
    comparison.isUnseeded = execution.isUnseeded
    self.options = comparison
  }

  func rule(_ recorded: String) -> Rule? {
    guard execution.error != nil else { return ruleBeforeError(recorded) }
    guard let error = RecordedError(in: recorded), let rule = rule(error) else { return nil }
    return ruleBeforeError(error.before).map { .weaker($0, rule) }
  }

  /// The error alone, without what was printed before it.
  func rule(_ error: RecordedError) -> Rule? {
    execution.error.flatMap { Agreement.rule(recorded: error, actual: $0, options: options) }
  }

  /// What was displayed, the error aside.
  func ruleBeforeError(_ recorded: String) -> Rule? {
    Agreement.rule(
      recorded: isMeasured ? TimingText.removed(from: recorded) : recorded, actual: execution.displayedText,
      numbers: execution.numbers, options: options)
  }
}
