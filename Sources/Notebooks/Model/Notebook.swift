/// A document with the cells that were found in it, in the order in which they run.
package struct Notebook: Sendable {
  /// The path (or other name) that reports use.
  package let path: String
  package let document: Document
  package let cells: [Cell]
  /// How each block of the document was read and why, for `nbcheck explain`.
  package let explanations: [BlockExplanation]
  /// What is wrong with the notebook itself: unknown directives, fences that are never closed.
  package let problems: [NotebookProblem]

  package init(
    path: String, document: Document, cells: [Cell], explanations: [BlockExplanation], problems: [NotebookProblem]
  ) {
    self.path = path
    self.document = document
    self.cells = cells
    self.explanations = explanations
    self.problems = problems
  }
}

/// Why a file cannot be read as a notebook at all.
package enum NotebookError: Error, Sendable, Equatable, CustomStringConvertible {
  case notUTF8(line: Int, column: Int, byte: UInt8)
  case binary(line: Int, column: Int)
  case utf16

  package var line: Int {
    switch self {
    case .notUTF8(let line, _, _), .binary(let line, _): line
    case .utf16: 1
    }
  }

  package var column: Int {
    switch self {
    case .notUTF8(_, let column, _), .binary(_, let column): column
    case .utf16: 1
    }
  }

  package var description: String {
    switch self {
    case .notUTF8(_, _, let byte):
      "not UTF-8: byte 0x" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
        + " does not start or continue a character"
    case .binary: "a binary file: it holds a NUL byte"
    case .utf16: "UTF-16: convert the file to UTF-8"
    }
  }
}

/// A mistake in the notebook that concerns one line and leaves the rest readable.
package struct NotebookProblem: Error, Sendable, Equatable {
  /// 1-based.
  package let line: Int
  package let message: String
  /// The cell it belongs to, as an index into `Notebook.cells`.
  package let cell: Int?

  package init(line: Int, message: String, cell: Int? = nil) {
    self.line = line
    self.message = message
    self.cell = cell
  }
}
