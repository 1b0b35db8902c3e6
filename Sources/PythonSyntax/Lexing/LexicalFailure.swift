/// Why the lexer gave up.
struct LexicalFailure: Sendable {
  /// What the error means for a parser that stopped at an earlier token.
  enum Effect: Sendable {
    /// The lexer's error is the better explanation: it takes the place of the parser's.
    case overridesParser
    /// As above, if the parser stopped on a later line than the bracket's.
    case openBracket
    /// Reported only when the parser reaches it.
    case whenReached
  }

  let diagnostic: Diagnostic
  let effect: Effect
}

extension Lexer {
  /// Ends the tokens with an error about `start..<end` (one character if no end is given).
  mutating func fail(
    _ message: String, kind: Diagnostic.Kind = .syntaxError, from start: Int, to end: Int? = nil,
    isIncomplete: Bool = false, overridesParser: Bool = true
  ) {
    let range = SourceRange(start: Int32(start), end: Int32(end ?? start + 1))
    failure = LexicalFailure(
      diagnostic: Diagnostic(
        kind: kind, message: message, range: range, isIncomplete: isIncomplete,
        origin: message == "invalid syntax" ? .grammar : .tokens),
      effect: overridesParser ? .overridesParser : .whenReached)
    emit(.failure, from: start)
  }

  /// Ends the tokens with an error about the character that ends at `position`.
  mutating func failAtLastCharacter(_ message: String) {
    var start = max(position - 1, 0)
    while start > 0, text[start] & 0xC0 == 0x80 { start -= 1 }
    fail(message, from: start, to: position)
  }

  /// Refuses null bytes and text that is not UTF-8.
  mutating func checkEncoding() -> Bool {
    guard !isEmbedded else { return true }
    var hasHighBytes = false
    for offset in text.indices {
      if text[offset] >= 0x80 { hasHighBytes = true }
      if text[offset] == 0 {
        fail("source code cannot contain null bytes", from: offset)
        return false
      }
    }
    guard hasHighBytes, String(validating: text, as: UTF8.self) == nil else { return true }
    let offset = firstInvalidOffset()
    fail("(unicode error) 'utf-8' codec can't decode \(describeInvalidBytes(at: offset))", from: offset)
    return false
  }

  private func firstInvalidOffset() -> Int {
    var decoder = UTF8()
    var iterator = text.makeIterator()
    var offset = 0
    while case .scalarValue(let scalar) = decoder.decode(&iterator) { offset += UTF8.width(scalar) }
    return min(offset, text.count - 1)
  }

  /// As Python's codec words it: `byte 0xff in position 5: invalid start byte`.
  private func describeInvalidBytes(at offset: Int) -> String {
    let lead = text[offset]
    let length = lead < 0xC2 || lead > 0xF4 ? 1 : lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
    var end = offset + 1
    while end < min(offset + length, text.count), text[end] & 0xC0 == 0x80 { end += 1 }
    let reason =
      length == 1 ? "invalid start byte" : end == text.count ? "unexpected end of data" : "invalid continuation byte"
    let digits = String(lead, radix: 16)
    let place = end - offset > 1 ? "bytes in position \(offset)-\(end - 1)" : "byte 0x\(digits) in position \(offset)"
    return "\(place): \(reason)"
  }
}
