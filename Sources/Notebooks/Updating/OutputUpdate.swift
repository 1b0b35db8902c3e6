/// What is to be recorded for a cell.
package struct OutputUpdate: Sendable {
  /// The place in `Notebook.cells`.
  package let cell: Int
  /// What the cell displays; nil or blank removes the recorded output.
  package let displayed: String?
  /// The output that it takes the place of; nil if none was recorded.
  package let replaced: RecordedOutput?

  package init(cell: Int, displayed: String?, replacing replaced: RecordedOutput?) {
    self.cell = cell
    self.displayed = displayed
    self.replaced = replaced
  }
}

/// A document with its outputs brought up to date.
package struct UpdateResult: Sendable {
  /// The whole document; the original bytes if nothing changed.
  package let bytes: [UInt8]
  /// What was replaced in the original.
  package let splices: [Splice]
  /// Outputs that could not be written, with the reason.
  package let problems: [NotebookProblem]

  package var isChanged: Bool { !splices.isEmpty }
}
