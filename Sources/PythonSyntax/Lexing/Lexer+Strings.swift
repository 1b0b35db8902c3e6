extension Lexer {
  /// A string literal whose prefix starts at `start` and whose quote is current.
  mutating func readString(from start: Int) {
    let quote = current
    let isTriple = byte(at: position + 1) == quote && byte(at: position + 2) == quote
    position += isTriple ? 3 : 1
    while position < limit {
      let byte = text[position]
      if byte == quote {
        guard isTriple else {
          position += 1
          return emit(.string, from: start)
        }
        if self.byte(at: position + 1) == quote, self.byte(at: position + 2) == quote {
          position += 3
          return emit(.string, from: start)
        }
        position += 1
      } else if byte == UInt8(ascii: "\\") {
        position += 1
        if position < limit { if text[position].isLineEnd { skipLineEnd() } else { position += 1 } }
      } else if byte.isLineEnd {
        guard isTriple else { break }
        skipLineEnd()
      } else {
        position += 1
      }
    }
    failUnterminated(from: start, isTriple: isTriple)
  }

  private mutating func failUnterminated(from start: Int, isTriple: Bool) {
    // A text that ends with a line end has no further line to detect anything on.
    let line = source.line(at: Int32(position >= limit && position > 0 ? position - 1 : position))
    position = start
    fail(
      "unterminated \(isTriple ? "triple-quoted " : "")string literal (detected at line \(line))", from: start,
      isIncomplete: isTriple)
  }
}
