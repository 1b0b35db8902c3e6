import Notebooks
import Synchronization

/// Runs code without comparing anything, on a thread with room for its recursion.
package enum PlainRun {
  /// A script from the first line to the last; nil if the system gave no thread.
  package static func script(
    _ code: String, engine: Engine, settings: ExecutorSettings
  ) -> Execution? {
    // CPython too names the script by its whole path.
    let cell = ExecutableCell(code: code, name: NotebookFolder(of: settings.path).file, number: nil, display: .script)
    return onThread { engine.makeExecutor(settings).execute(cell) }
  }

  /// The cells of a notebook in order. Returns whether none raised; nil if the system gave no thread.
  package static func cells(
    of notebook: Notebook, engine: Engine, settings: ExecutorSettings,
    show: @escaping @Sendable (Cell, Execution) -> Void
  ) -> Bool? {
    onThread {
      let executor = engine.makeExecutor(settings)
      var succeeded = true
      for cell in notebook.cells where !cell.directives.skips && !cell.directives.has(.skip) {
        if settings.interruption.isRaised { break }
        let execution = executor.execute(ExecutableCell(cell))
        if execution.error != nil { succeeded = false }
        show(cell, execution)
      }
      return succeeded
    }
  }

  private static func onThread<Result: Sendable>(_ body: @escaping @Sendable () -> Result) -> Result? {
    let slot = Slot<Result>()
    guard let thread = NotebookThread({ slot.value.withLock { $0 = body() } }) else { return nil }
    thread.join()
    return slot.value.withLock { $0 }
  }

  private final class Slot<Value: Sendable>: Sendable {
    let value = Mutex<Value?>(nil)
  }
}
