/// A `SyntaxError` (or `IndentationError`, `TabError`) found before any code runs.
package struct Diagnostic: Error, Sendable, Equatable {
  package enum Kind: String, Sendable {
    case syntaxError = "SyntaxError"
    case indentationError = "IndentationError"
    case tabError = "TabError"
    /// Nesting beyond what the parser takes; CPython says `MemoryError` or `RecursionError`.
    case recursionError = "RecursionError"
  }

  /// What found it; it decides how `SyntaxError` shows the place.
  package enum Origin: Sendable {
    case tokens, grammar
    /// The text is well formed, what it means is not: `return` outside a function.
    case meaning
  }

  package let kind: Kind
  /// In CPython 3.11's words: `'(' was never closed`.
  package let message: String
  package let range: SourceRange
  /// True when the text ends where more code is wanted (open bracket, string or block): the caller may append and retry.
  package let isIncomplete: Bool
  package let origin: Origin

  package init(
    kind: Kind, message: String, range: SourceRange, isIncomplete: Bool = false, origin: Origin = .grammar
  ) {
    self.origin = origin
    self.kind = kind
    self.message = message
    self.range = range
    self.isIncomplete = isIncomplete
  }
}
