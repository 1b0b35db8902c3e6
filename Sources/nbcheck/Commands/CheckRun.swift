import Checking

/// The run that several commands begin with.
enum CheckRun {
  /// Runs the files with progress on the terminal; an interruption ends the run, not the process.
  static func check(
    _ paths: [String], _ options: CheckOptions, onResult: @escaping @Sendable (NotebookResult) -> Void = { _ in }
  ) -> [NotebookResult] {
    let progress = Progress()
    Signals.watch()
    let checker = Checker(engine: .python, options: options, interruption: Signals.interruption)
    let results = checker.check(
      NotebookFile.find(paths),
      onCell: { path, cell, count in progress.show("\(path): cell \(cell.index + 1) of \(count)") },
      onResult: { result in
        progress.clear()
        onResult(result)
      })
    progress.clear()
    return results
  }
}
