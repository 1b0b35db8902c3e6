import Notebooks

/// Runs the cells of one notebook in order and judges each.
struct NotebookRun {
  private let notebook: Notebook
  private let executor: any Executor
  private let interruption: Interruption
  private let judge: Judge
  private var blocking: Blocking

  init(_ notebook: Notebook, engine: Engine, options: CheckOptions, interruption: Interruption) {
    self.notebook = notebook
    self.interruption = interruption
    executor = engine.makeExecutor(
      ExecutorSettings(
        path: notebook.path, limits: options.limits, interruption: interruption,
        allowsWriting: options.allowsWriting))
    judge = Judge(notebook, options: options)
    blocking = Blocking(codeReader: engine.codeReader)
  }

  /// The results so far if the run is interrupted.
  mutating func run(onCell: (_ cell: Cell) -> Void) -> (cells: [CellResult], isComplete: Bool) {
    var results: [CellResult] = []
    for cell in notebook.cells {
      if interruption.isRaised { return (results, false) }
      onCell(cell)
      guard let result = run(cell) else { return (results, false) }
      results.append(result)
    }
    return (results, true)
  }

  private mutating func run(_ cell: Cell) -> CellResult? {
    if cell.directives.skips || cell.directives.has(.skip) {
      let result = CellResult(cell: cell, verdict: .skipped, note: "by a directive")
      blocking.note(result)
      return result
    }
    let execution = executor.execute(ExecutableCell(cell))
    if execution.stop == .interrupted { return nil }
    var result = judge.judge(cell, execution)
    if result.verdict == .raised || result.verdict == .changed, let root = blocking.root(of: execution.error) {
      result.verdict = .blocked
      result.blockedBy = root
      result.note = "needs a name that \(notebook.cells[root].name) should have set"
    }
    blocking.note(result)
    return result
  }
}

extension ExecutableCell {
  package init(_ cell: Cell) {
    self.init(
      code: cell.code, name: "Cell \(cell.name)", number: cell.label?.number,
      display: cell.form == .doctest ? .doctest : .jupyter)
  }
}
