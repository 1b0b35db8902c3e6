/// A `SyntaxError` (or `IndentationError`, `TabError`) found before any code runs.
package struct Diagnostic: Error, Sendable, Equatable {
  package enum Kind: String, Sendable {
    case syntaxError = "SyntaxError"
    case indentationError = "IndentationError"
    case tabError = "TabError"
    /// Nesting beyond what the parser takes; CPython says `MemoryError` or `RecursionError`.
    case recursionError = "RecursionError"
  }

  package let kind: Kind
  /// In CPython 3.11's words: `'(' was never closed`.
  package let message: String
  package let range: SourceRange
  /// True when the text ends where more code is wanted (open bracket, string or block): the caller may append and retry.
  package let isIncomplete: Bool

  package init(kind: Kind, message: String, range: SourceRange, isIncomplete: Bool = false) {
    self.kind = kind
    self.message = message
    self.range = range
    self.isIncomplete = isIncomplete
  }
}
