import Notebooks

/// What a run asks to be changed in a notebook so that the next run finds nothing to change.
package struct NotebookUpdate: Sendable, CustomStringConvertible {
  package let path: String
  private let original: [UInt8]
  private let result: UpdateResult
  /// The cells whose output was written, replaced or removed.
  package let cells: [CellResult]

  package var isChanged: Bool { result.isChanged }
  package var problems: [NotebookProblem] { result.problems }

  /// Nil if the file could not be read or its run was not completed.
  package init?(_ run: NotebookResult, engine: Engine, renumber: Bool) {
    guard let notebook = run.notebook, run.isComplete, run.internalError == nil else { return nil }
    path = run.path
    original = notebook.document.bytes
    cells = run.cells.filter { Self.needsOutput($0, in: run) }
    let updates = cells.map { OutputUpdate(cell: $0.cell.index, displayed: $0.shown, replacing: $0.recorded) }
    result = Updater(notebook, codeReader: engine.codeReader).update(updates, renumber: renumber)
  }

  /// Text that agrees already is kept as it is, and so is that of cells about which the run says nothing.
  private static func needsOutput(_ result: CellResult, in run: NotebookResult) -> Bool {
    switch result.verdict {
    case .changed, .raised, .didNotRaise, .unrecorded: return result.stop != .timeout
    // Once the error of its root cause is recorded, that of a blocked cell stands on its own.
    case .blocked:
      return run.cells.contains { $0.cell.index == result.blockedBy && $0.verdict == .raised && $0.stop != .timeout }
    case .passed, .ran, .skipped: return false
    }
  }

  /// What is done, in a few words.
  package var description: String {
    guard isChanged else { return "nothing to update" }
    let written = cells.filter { $0.shown != nil }
    let new = written.filter { $0.recorded == nil }.count
    let parts = [
      (new, "new"), (written.count - new, "changed"),
      (cells.count { $0.shown == nil && $0.recorded != nil }, "removed"),
    ].compactMap { $0.0 > 0 ? "\($0.0) \($0.1)" : nil }
    return parts.isEmpty ? "cells renumbered" : "outputs updated: " + parts.joined(separator: ", ")
  }

  /// The change as `diff -u` shows it.
  package var diff: String {
    UnifiedDiff.text(old: original, new: result.bytes, oldName: path, newName: path)
  }

  /// Writes the notebook; touches nothing if nothing changed.
  package func write() throws(FileProblem) {
    guard isChanged else { return }
    try AtomicFile.replace(path, holding: original, with: result.bytes)
  }
}
