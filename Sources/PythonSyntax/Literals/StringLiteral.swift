/// The parts of a string token: its prefix and the bytes between its quotes.
struct StringLiteral {
  var isBytes = false
  var isRaw = false
  var isFormatted = false
  /// Offsets of what is between the quotes.
  let content: Range<Int>

  init(_ token: Token, in text: [UInt8]) {
    var start = Int(token.start)
    let end = Int(token.end)
    prefix: while start < end {
      switch text[start] | 0x20 {
      case UInt8(ascii: "b"): isBytes = true
      case UInt8(ascii: "r"): isRaw = true
      case UInt8(ascii: "f"): isFormatted = true
      case UInt8(ascii: "u"): break
      default: break prefix
      }
      start += 1
    }
    let isTriple = end - start >= 6 && text[start] == text[start + 1] && text[start] == text[start + 2]
    let width = isTriple ? 3 : 1
    content = min(start + width, end)..<max(end - width, min(start + width, end))
  }
}

/// What is wrong inside a string literal.
struct StringLiteralError: Error {
  let message: String
}
