/// Decodes the text between quotes: escapes, and line ends to `\n`.
struct EscapeDecoder {
  let text: [UInt8]
  let isRaw: Bool
  private var position: Int
  private let start: Int
  private let end: Int

  init(text: [UInt8], range: Range<Int>, isRaw: Bool) {
    self.text = text
    self.isRaw = isRaw
    position = range.lowerBound
    start = range.lowerBound
    end = range.upperBound
  }

  /// The code points of a string literal.
  mutating func decodeString() throws(StringLiteralError) -> [UInt32] {
    var result: [UInt32] = []
    result.reserveCapacity(end - position)
    while position < end {
      let byte = text[position]
      if byte == UInt8(ascii: "\\"), !isRaw {
        try decodeEscape(into: &result)
      } else if byte == UInt8(ascii: "\r") {
        skipLineEnd()
        result.append(0x0A)
      } else if byte < 0x80 {
        result.append(UInt32(byte))
        position += 1
      } else {
        result.append(decodeScalar())
      }
    }
    return result
  }

  /// The bytes of a bytes literal, which holds only ASCII.
  mutating func decodeBytes() throws(StringLiteralError) -> [UInt8] {
    var result: [UInt8] = []
    while position < end {
      let byte = text[position]
      if byte == UInt8(ascii: "\\"), !isRaw {
        try decodeEscape(into: &result)
      } else if byte == UInt8(ascii: "\r") {
        skipLineEnd()
        result.append(0x0A)
      } else {
        result.append(byte)
        position += 1
      }
    }
    return result
  }

  private mutating func skipLineEnd() {
    let isCarriageReturn = text[position] == UInt8(ascii: "\r")
    position += 1
    if isCarriageReturn, position < end, text[position] == UInt8(ascii: "\n") { position += 1 }
  }

  private mutating func decodeScalar() -> UInt32 {
    let lead = text[position]
    let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
    var value = UInt32(lead) & (0x7F >> UInt32(length))
    position += 1
    for _ in 1..<length where position < end {
      value = value << 6 | UInt32(text[position] & 0x3F)
      position += 1
    }
    return value
  }

  private mutating func decodeEscape(into result: inout [UInt32]) throws(StringLiteralError) {
    let escapeStart = position
    switch byte(at: position + 1) {
    case UInt8(ascii: "x"): result.append(try decodeHex(2, "\\xXX", from: escapeStart))
    case UInt8(ascii: "u"): result.append(try decodeHex(4, "\\uXXXX", from: escapeStart))
    case UInt8(ascii: "U"):
      let value = try decodeHex(8, "\\UXXXXXXXX", from: escapeStart)
      guard value <= 0x10FFFF else { throw unicodeError("illegal Unicode character", from: escapeStart) }
      result.append(value)
    case UInt8(ascii: "N"): result.append(try decodeName(from: escapeStart))
    default:
      if let value = decodeSimpleEscape() {
        if value != .lineContinuation { result.append(value.codePoint) }
      } else {
        result.append(UInt32(UInt8(ascii: "\\")))
        position += 1
      }
    }
  }

  private mutating func decodeEscape(into result: inout [UInt8]) throws(StringLiteralError) {
    let escapeStart = position
    if byte(at: position + 1) == UInt8(ascii: "x") {
      guard byte(at: position + 2).isHexDigit, byte(at: position + 3).isHexDigit else {
        throw StringLiteralError(message: "(value error) invalid \\x escape at position \(escapeStart - start)")
      }
      result.append(UInt8(truncatingIfNeeded: try decodeHex(2, "\\xXX", from: escapeStart)))
    } else if let value = decodeSimpleEscape() {
      if value != .lineContinuation { result.append(UInt8(truncatingIfNeeded: value.codePoint)) }
    } else {
      result.append(UInt8(ascii: "\\"))
      position += 1
    }
  }

  private enum SimpleEscape: Equatable {
    case lineContinuation
    case character(UInt32)

    var codePoint: UInt32 { if case .character(let value) = self { value } else { 0 } }
  }

  /// The escapes that strings and bytes share; nil for a backslash that means itself.
  private mutating func decodeSimpleEscape() -> SimpleEscape? {
    let code = byte(at: position + 1)
    let value: UInt32
    switch code {
    case UInt8(ascii: "\n"), UInt8(ascii: "\r"):
      position += 1
      skipLineEnd()
      return .lineContinuation
    case UInt8(ascii: "0")...UInt8(ascii: "7"):
      position += 1
      var octal: UInt32 = 0
      var count = 0
      while count < 3, byte(at: position) &- UInt8(ascii: "0") < 8 {
        octal = octal * 8 + UInt32(byte(at: position) - UInt8(ascii: "0"))
        position += 1
        count += 1
      }
      return .character(octal)
    case UInt8(ascii: "\\"), UInt8(ascii: "'"), UInt8(ascii: "\""): value = UInt32(code)
    case UInt8(ascii: "a"): value = 7
    case UInt8(ascii: "b"): value = 8
    case UInt8(ascii: "f"): value = 12
    case UInt8(ascii: "n"): value = 10
    case UInt8(ascii: "r"): value = 13
    case UInt8(ascii: "t"): value = 9
    case UInt8(ascii: "v"): value = 11
    default: return nil
    }
    position += 2
    return .character(value)
  }

  private mutating func decodeHex(
    _ count: Int, _ form: String, from escapeStart: Int
  ) throws(StringLiteralError) -> UInt32 {
    position += 2
    var value: UInt32 = 0
    for _ in 0..<count {
      let digit = byte(at: position)
      guard digit.isHexDigit else { throw unicodeError("truncated \(form) escape", from: escapeStart) }
      value = value << 4 | UInt32(digit.isDigit ? digit - 48 : (digit | 0x20) - 87)
      position += 1
    }
    return value
  }

  private mutating func decodeName(from escapeStart: Int) throws(StringLiteralError) -> UInt32 {
    position += 2
    guard byte(at: position) == UInt8(ascii: "{"),
      let close = text[position..<end].firstIndex(of: UInt8(ascii: "}")), close > position + 1
    else {
      let close = text[position..<end].firstIndex(of: UInt8(ascii: "}"))
      if byte(at: position) == UInt8(ascii: "{") { position = close == nil ? end : position + 1 }
      throw unicodeError("malformed \\N character escape", from: escapeStart)
    }
    let name = String(decoding: text[position + 1..<close], as: UTF8.self)
    position = close + 1
    guard let value = CharacterNames.codePoint(named: name) else {
      throw unicodeError("unknown Unicode character name", from: escapeStart)
    }
    return value
  }

  private func byte(at offset: Int) -> UInt8 { offset < end ? text[offset] : 0 }

  /// As the codec words it; it counts bytes of the text in which non-ASCII characters are written `\UXXXXXXXX`.
  private func unicodeError(_ reason: String, from escapeStart: Int) -> StringLiteralError {
    func codecOffset(_ offset: Int) -> Int {
      let before = text[start..<min(offset, end)]
      let leads = before.count { $0 >= 0xC0 }
      let continuations = before.count { $0 & 0xC0 == 0x80 }
      return before.count - leads - continuations + leads * 10
    }
    let first = codecOffset(escapeStart)
    let last = codecOffset(position) - 1
    let place = last <= first ? "byte 0x5c in position \(first)" : "bytes in position \(first)-\(last)"
    return StringLiteralError(message: "(unicode error) 'unicodeescape' codec can't decode \(place): \(reason)")
  }
}
