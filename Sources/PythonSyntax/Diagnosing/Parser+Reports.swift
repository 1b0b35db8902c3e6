// How the parser words and places its errors.

extension Parser {
  var isDiagnosing: Bool { errorIndex != nil }

  /// Is the current token the one where the first pass stopped?
  var isAtError: Bool { errorIndex == position }

  /// Records what is wrong.
  mutating func report(
    _ message: String, _ range: SourceRange, kind: Diagnostic.Kind = .syntaxError, isIncomplete: Bool = false
  ) -> Failure {
    let prefix = isEmbedded && kind == .syntaxError ? "f-string: " : ""
    diagnosis = Diagnostic(kind: kind, message: prefix + message, range: range, isIncomplete: isIncomplete)
    return .diagnosed
  }

  mutating func report(_ message: String, at index: Int, kind: Diagnostic.Kind = .syntaxError) -> Failure {
    report(message, range(ofToken: index), kind: kind)
  }

  mutating func reportAtCurrent(_ message: String) -> Failure { report(message, at: position) }

  func range(ofToken index: Int) -> SourceRange {
    SourceRange(start: tokens[index].start, end: tokens[index].end)
  }

  /// The range of a token; for what follows the last line, the end of that line.
  func rangeOrEnd(ofToken index: Int) -> SourceRange {
    guard !isEmbedded, isAtEnd(index) else { return range(ofToken: index) }
    var end = source.text.count
    if end > 0, source.text[end - 1] == UInt8(ascii: "\n") { end -= 1 }
    if end > 0, source.text[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    return SourceRange(start: Int32(end), end: Int32(end))
  }

  /// The error of a text for which no better explanation was found.
  func genericError(at index: Int) -> Diagnostic {
    let prefix = isEmbedded ? "f-string: " : ""
    switch tokens[index].kind {
    case .indent: return indentationError("unexpected indent", at: index)
    case .dedent where index + 1 < tokens.count && !isAtEnd(index):
      return indentationError("unexpected unindent", at: index)
    case .async where isCoroutine(at: index):
      return Diagnostic(
        kind: .syntaxError, message: prefix + "'async' is not available in nbcheck", range: range(ofToken: index))
    default:
      return Diagnostic(
        kind: .syntaxError, message: prefix + "invalid syntax", range: rangeOrEnd(ofToken: index),
        isIncomplete: wantsMore(at: index))
    }
  }

  /// `async` and `await` where the language has them, which is nowhere else.
  func isCoroutine(at index: Int) -> Bool {
    guard index + 1 < tokens.count else { return false }
    switch tokens[index + 1].kind {
    case .def, .for, .with: return tokens[index].kind == .async
    case .name, .number, .string, .leftParenthesis, .leftBracket, .leftBrace: return tokens[index].kind == .await
    default: return false
    }
  }

  private func indentationError(_ message: String, at index: Int) -> Diagnostic {
    let end = index + 1 < tokens.count ? tokens[index + 1].start : tokens[index].end
    return Diagnostic(
      kind: .indentationError, message: message, range: SourceRange(start: max(end - 1, 0), end: end))
  }

  /// A decorator at the end of the text asks for its function.
  private func wantsMore(at index: Int) -> Bool {
    guard isAtEnd(index), index >= 2, tokens[index - 1].kind == .newline else { return false }
    var first = index - 1
    while first > 0, tokens[first - 1].kind != .newline, tokens[first - 1].kind != .dedent,
      tokens[first - 1].kind != .indent
    { first -= 1 }
    return tokens[first].kind == .at
  }

  /// Do only the ends of open blocks follow?
  func isAtEnd(_ index: Int) -> Bool {
    tokens[index...].allSatisfy { $0.kind == .dedent || $0.kind == .endMarker }
  }

  /// An error of the lexer further on explains more than the parser's own, as when a quote is missing.
  /// `stop` is the furthest token that the parser looked at.
  func preferred(over own: Diagnostic, stop: Int) -> Diagnostic {
    guard let lexicalFailure, own.kind != .recursionError else { return own }
    if hasReachedFailure { return lexicalFailure.diagnostic.withoutMore }
    switch lexicalFailure.effect {
    case .whenReached: return own
    case .overridesParser: return lexicalFailure.diagnostic.withoutMore
    case .openBracket:
      let bracketLine = source.line(at: lexicalFailure.diagnostic.range.start)
      guard source.line(at: tokens[stop].start) > bracketLine else { return own }
      return lexicalFailure.diagnostic.withoutMore
    }
  }
}

extension Diagnostic {
  /// The same error in a text that more lines would not mend.
  var withoutMore: Diagnostic { Diagnostic(kind: kind, message: message, range: range, origin: origin) }
}
