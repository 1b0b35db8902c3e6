/// What running a cell did, as far as a reader of the notebook sees it.
package struct Execution: Sendable, Equatable {
  package enum Stream: Sendable, Equatable {
    case standardOutput
    /// Shown, never compared.
    case standardError
  }

  package enum Piece: Sendable, Equatable {
    case text(Stream, String)
    /// A displayed value, laid out and without a line end after it.
    case value(String)
  }

  /// Why a cell was stopped from outside.
  package enum Stop: Sendable, Equatable {
    case timeout
    case memory
    /// The user asked for it (Ctrl-C).
    case interrupted
  }

  /// `sys.exit`
  package struct ExitRequest: Sendable, Equatable {
    package let status: Int32
    /// What `sys.exit("text")` writes to stderr.
    package let message: String?

    package init(status: Int32, message: String? = nil) {
      self.status = status
      self.message = message
    }
  }

  /// In the order in which they were shown.
  package var pieces: [Piece] = []
  /// The exception that ended the cell.
  package var error: ExecutionError?
  /// The script's own `sys.excepthook` has shown the error.
  package var isErrorShown = false
  /// Set when `error` is `SystemExit`.
  package var exit: ExitRequest?
  /// Set when the cell was stopped; `error` then tells about it.
  package var stop: Stop?
  /// The displayed text depends on a draw from a generator that was never seeded.
  package var isUnseeded = false
  /// The floats that were formatted with fewer digits than they have, in the order of formatting. Text that was formatted
  /// and never shown does no harm. May be empty: then the comparison knows only what the text says.
  package var numbers: [PrintedNumber] = []
  package var seconds: Double = 0

  package init() {}

  /// What was shown before the error, without stderr: each value begins on a line of its own.
  package var displayedText: String {
    var text = ""
    for piece in pieces {
      switch piece {
      case .text(.standardOutput, let written): text += written
      case .text(.standardError, _): break
      case .value(let value):
        if let last = text.utf8.last, last != UInt8(ascii: "\n") { text += "\n" }
        text += value + "\n"
      }
    }
    return text
  }

  package var standardError: String {
    pieces.reduce(into: "") { if case .text(.standardError, let written) = $1 { $0 += written } }
  }

  /// All that a notebook shows for the cell: output, values and the error as `Type: message`.
  package var shownText: String {
    guard let error else { return displayedText }
    let before = displayedText
    let separator = before.isEmpty || before.utf8.last == UInt8(ascii: "\n") ? "" : "\n"
    return before + separator + error.description
  }
}

/// An exception that left a cell or script.
package struct ExecutionError: Sendable, Equatable, CustomStringConvertible {
  /// As Python shows it: `RuntimeError`, `torch.linalg.LinAlgError`.
  package let type: String
  /// Empty if the exception has none.
  package let message: String
  /// The lines that Python writes to stderr, from `Traceback (most recent call last):` on.
  package let traceback: [String]
  /// The 1-based line and column (in code points) *of the cell's code* where the cell raised: the innermost frame that
  /// belongs to this cell. Nil where there is none.
  package let line: Int?
  package let column: Int?
  /// nbcheck's own `NotImplementedError`: the code may be right, the engine lacks the feature.
  package let isOutsideEngine: Bool

  package init(
    type: String, message: String, traceback: [String] = [], line: Int? = nil, column: Int? = nil,
    isOutsideEngine: Bool = false
  ) {
    self.type = type
    self.message = message
    self.traceback = traceback
    self.line = line
    self.column = column
    self.isOutsideEngine = isOutsideEngine
  }

  package var description: String { message.isEmpty ? type : "\(type): \(message)" }
}

/// A float behind printed digits that are fewer than it has, such as `0.1235` of a tensor.
package struct PrintedNumber: Sendable, Equatable {
  /// The numeral without padding, sign included.
  package let text: String
  package let value: Double
  package let type: FloatType

  package init(text: String, value: Double, type: FloatType) {
    self.text = text
    self.value = value
    self.type = type
  }
}
