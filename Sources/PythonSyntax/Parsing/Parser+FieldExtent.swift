// Where the expression of an f-string's replacement field ends, which is decided before it is parsed.

extension Parser {
  /// The offset of the `=`, `!`, `:` or `}` that ends the expression starting at `start`.
  mutating func endOfFieldExpression(
    from start: Int, to end: Int, of literal: StringLiteral
  ) throws(Failure) -> Int {
    var offset = start
    var brackets: [UInt8] = []
    /// The quote that an inner string ends with, and how often it is repeated.
    var quote: (byte: UInt8, count: Int)?
    while offset < end {
      let byte = source.text[offset]
      if byte == UInt8(ascii: "\\") {
        throw reportFormat("expression part cannot include a backslash", separator: " ")
      }
      if let open = quote {
        if byte == open.byte, quoteLength(at: offset, to: end) >= open.count {
          offset += open.count
          quote = nil
        } else {
          offset += 1
        }
        continue
      }
      switch byte {
      case UInt8(ascii: "'"), UInt8(ascii: "\""):
        let count = quoteLength(at: offset, to: end) >= 3 ? 3 : 1
        quote = (byte, count)
        offset += count
        continue
      case UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: "("):
        if brackets.count >= Lexer.bracketLimit { throw reportFormat("too many nested parenthesis") }
        brackets.append(byte)
      case UInt8(ascii: "#"):
        throw reportFormat("expression part cannot include '#'", separator: " ")
      case UInt8(ascii: "!"), UInt8(ascii: ":"), UInt8(ascii: "}"), UInt8(ascii: "="), UInt8(ascii: "<"),
        UInt8(ascii: ">"):
        guard brackets.isEmpty else {
          if byte == UInt8(ascii: "}") { try close(byte, &brackets) }
          break
        }
        if isComparison(at: offset, to: end) {
          offset += 2
          continue
        }
        if byte == UInt8(ascii: "<") || byte == UInt8(ascii: ">") { break }
        return offset
      case UInt8(ascii: "]"), UInt8(ascii: ")"): try close(byte, &brackets)
      default: break
      }
      offset += 1
    }
    if quote != nil { throw reportFormat("unterminated string") }
    if let open = brackets.last { throw reportFormat("unmatched '\(Character(Unicode.Scalar(open)))'") }
    throw reportFormat("expecting '}'")
  }

  /// `!=`, `==`, `<=` and `>=` belong to the expression; a lone `=` or `!` ends it.
  private func isComparison(at offset: Int, to end: Int) -> Bool {
    guard byte(at: offset + 1, before: end) == UInt8(ascii: "=") else { return false }
    switch source.text[offset] {
    case UInt8(ascii: "!"), UInt8(ascii: "="), UInt8(ascii: "<"), UInt8(ascii: ">"): return true
    default: return false
    }
  }

  private func quoteLength(at offset: Int, to end: Int) -> Int {
    let quote = source.text[offset]
    var length = 1
    while length < 3, byte(at: offset + length, before: end) == quote { length += 1 }
    return length == 2 ? 1 : length
  }

  private mutating func close(_ closer: UInt8, _ brackets: inout [UInt8]) throws(Failure) {
    let name = Character(Unicode.Scalar(closer))
    guard let open = brackets.popLast() else { throw reportFormat("unmatched '\(name)'") }
    let isMatch =
      switch open {
      case UInt8(ascii: "("): closer == UInt8(ascii: ")")
      case UInt8(ascii: "["): closer == UInt8(ascii: "]")
      default: closer == UInt8(ascii: "}")
      }
    if !isMatch {
      let opener = Character(Unicode.Scalar(open))
      throw reportFormat("closing parenthesis '\(name)' does not match opening parenthesis '\(opener)'")
    }
  }
}
