import Notebooks
import Synchronization

/// Checks notebooks, several at a time, and hands over the results in the order of the files.
package struct Checker: Sendable {
  private let engine: Engine
  private let options: CheckOptions
  private let interruption: Interruption

  package init(engine: Engine, options: CheckOptions = CheckOptions(), interruption: Interruption = Interruption()) {
    self.engine = engine
    self.options = options
    self.interruption = interruption
  }

  /// - Parameters:
  ///   - onCell: Called before each cell, on the thread that runs it.
  ///   - onResult: Called for each file, in the order of `files`, as soon as it and all before it are done.
  package func check(
    _ files: [NotebookFile],
    onCell: @escaping @Sendable (_ path: String, _ cell: Cell, _ of: Int) -> Void = { _, _, _ in },
    onResult: @escaping @Sendable (NotebookResult) -> Void = { _ in }
  ) -> [NotebookResult] {
    let queue = ResultQueue(count: files.count, deliver: onResult)
    let workers = max(1, min(options.jobs ?? Processors.count, files.count))
    var threads: [NotebookThread] = []
    for _ in 0..<workers {
      let thread = NotebookThread {
        while let index = queue.next() { queue.finish(index, check(files[index], onCell)) }
      }
      if let thread { threads.append(thread) }
    }
    for thread in threads { thread.join() }
    return queue.results(for: files)
  }

  private func check(
    _ file: NotebookFile, _ onCell: (_ path: String, _ cell: Cell, _ of: Int) -> Void
  ) -> NotebookResult {
    switch file.read(codeReader: engine.codeReader) {
    case .failure(let problem): return NotebookResult(path: file.path, unreadable: problem)
    case .success(let notebook): return check(notebook, onCell)
    }
  }

  private func check(
    _ notebook: Notebook, _ onCell: (_ path: String, _ cell: Cell, _ of: Int) -> Void
  ) -> NotebookResult {
    let start = ContinuousClock.now
    guard !notebook.cells.isEmpty else { return NotebookResult(notebook, cells: [], seconds: 0, isComplete: true) }
    var run = NotebookRun(notebook, engine: engine, options: options, interruption: interruption)
    let (cells, isComplete) = run.run { onCell(notebook.path, $0, notebook.cells.count) }
    return NotebookResult(
      notebook, cells: cells, seconds: (ContinuousClock.now - start) / .seconds(1), isComplete: isComplete)
  }
}

/// Gives out work in order, takes results in any order, delivers them in order.
private final class ResultQueue: Sendable {
  private struct State {
    var started = 0
    var delivered = 0
    var results: [NotebookResult?]
  }

  private let state: Mutex<State>
  private let deliver: @Sendable (NotebookResult) -> Void

  init(count: Int, deliver: @escaping @Sendable (NotebookResult) -> Void) {
    state = Mutex(State(results: Array(repeating: nil, count: count)))
    self.deliver = deliver
  }

  func next() -> Int? {
    state.withLock { state in
      guard state.started < state.results.count else { return nil }
      defer { state.started += 1 }
      return state.started
    }
  }

  func finish(_ index: Int, _ result: NotebookResult) {
    state.withLock { state in
      state.results[index] = result
      while state.delivered < state.results.count, let ready = state.results[state.delivered] {
        deliver(ready)
        state.delivered += 1
      }
    }
  }

  /// A file without a result is one for which the system gave no thread.
  func results(for files: [NotebookFile]) -> [NotebookResult] {
    state.withLock { state in
      zip(files, state.results).map { file, result in
        result ?? NotebookResult(path: file.path, internalError: "the system gave no thread to run it")
      }
    }
  }
}
