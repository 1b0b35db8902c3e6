/// The `In [n]:` that begins a cell of the export form.
package struct Label: Sendable, Equatable, CustomStringConvertible {
  package enum Mark: Sendable, Equatable {
    /// `In [8]:`
    case number(Int)
    /// `In [*]:`, a cell that was running when the notebook was saved.
    case running
    /// `In [ ]:` or `In [None]:`, a cell that was never run.
    case neverRun
  }

  package let mark: Mark
  /// What stands between the brackets, as written.
  package let text: String
  /// The bytes between the brackets.
  package let range: Range<Int>

  package init(mark: Mark, text: String, range: Range<Int>) {
    self.mark = mark
    self.text = text
    self.range = range
  }

  package var number: Int? {
    if case .number(let number) = mark { number } else { nil }
  }

  /// A never-run cell has no recorded output, whatever follows it.
  package var wasNeverRun: Bool { mark == .neverRun }

  package var description: String { "In [\(text)]" }
}
