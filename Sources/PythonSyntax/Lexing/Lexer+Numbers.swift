extension Lexer {
  /// A number in any of its forms; its value is read from the text later.
  mutating func readNumber() {
    let start = position
    if current == UInt8(ascii: "0") {
      switch byte(at: position + 1) | 0x20 {
      case UInt8(ascii: "x"): return readDigits(from: start, radix: 16, name: "hexadecimal")
      case UInt8(ascii: "o"): return readDigits(from: start, radix: 8, name: "octal")
      case UInt8(ascii: "b"): return readDigits(from: start, radix: 2, name: "binary")
      default: return readZero(from: start)
      }
    }
    if current != UInt8(ascii: "."), !readDecimalDigits() { return }
    readFraction(from: start)
  }

  private mutating func readDigits(from start: Int, radix: UInt8, name: String) {
    position += 2
    func isDigit(_ byte: UInt8) -> Bool { radix == 16 ? byte.isHexDigit : byte &- UInt8(ascii: "0") < radix }
    repeat {
      if current == UInt8(ascii: "_") { position += 1 }
      guard isDigit(current) else { return failOnDigit(name) }
      while isDigit(current) { position += 1 }
    } while current == UInt8(ascii: "_")
    if current.isDigit { return failOnDigit(name) }
    if checkEnd(name) { emit(.number, from: start) }
  }

  private mutating func failOnDigit(_ name: String) {
    guard current.isDigit else { return failAtLastCharacter("invalid \(name) literal") }
    let digit = Character(Unicode.Scalar(current))
    position += 1
    failAtLastCharacter("invalid digit '\(digit)' in \(name) literal")
  }

  /// A number that begins with `0`: only zeros may follow, unless a fraction or exponent makes it a float.
  private mutating func readZero(from start: Int) {
    while true {
      if current == UInt8(ascii: "_") {
        position += 1
        guard current.isDigit else { return failAtLastCharacter("invalid decimal literal") }
      }
      guard current == UInt8(ascii: "0") else { break }
      position += 1
    }
    let zerosEnd = position
    guard current.isDigit else { return readFraction(from: start) }
    guard readDecimalDigits() else { return }
    switch current | 0x20 {
    case UInt8(ascii: "."), UInt8(ascii: "e"), UInt8(ascii: "j"): readFraction(from: start)
    default:
      fail(
        "leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers",
        from: start, to: zerosEnd)
    }
  }

  private mutating func readDecimalDigits() -> Bool {
    while true {
      while current.isDigit { position += 1 }
      guard current == UInt8(ascii: "_") else { return true }
      position += 1
      guard current.isDigit else {
        failAtLastCharacter("invalid decimal literal")
        return false
      }
    }
  }

  /// What may follow the whole part: a fraction, an exponent, a `j`.
  private mutating func readFraction(from start: Int) {
    if current == UInt8(ascii: ".") {
      position += 1
      if current.isDigit, !readDecimalDigits() { return }
    }
    if current | 0x20 == UInt8(ascii: "e") {
      let sign = byte(at: position + 1)
      let isSigned = sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-")
      if isSigned {
        position += 2
        guard current.isDigit else { return failAtLastCharacter("invalid decimal literal") }
        guard readDecimalDigits() else { return }
      } else if sign.isDigit {
        position += 1
        guard readDecimalDigits() else { return }
      }
    }
    var name = "decimal"
    if current | 0x20 == UInt8(ascii: "j") {
      position += 1
      name = "imaginary"
    }
    if checkEnd(name) { emit(.number, from: start) }
  }

  /// A name may not follow a number directly, but the keywords that can continue an expression may: `1if x else y`.
  private mutating func checkEnd(_ name: String) -> Bool {
    guard current.isNamePart, current < 0x80 else { return true }
    let keywords = ["and", "else", "for", "if", "in", "is", "or", "not"]
    let rest = text[position..<min(position + 4, limit)]
    if keywords.contains(where: { rest.starts(with: $0.utf8) }) { return true }
    failAtLastCharacter("invalid \(name) literal")
    return false
  }
}
