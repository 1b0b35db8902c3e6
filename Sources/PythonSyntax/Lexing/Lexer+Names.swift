extension Lexer {
  /// A name, a keyword, or a string whose prefix looks like a name.
  mutating func readName() {
    let start = position
    var isASCII = true
    while position < limit {
      let byte = text[position]
      guard byte.isNamePart else { break }
      if byte >= 0x80 { isASCII = false }
      position += 1
    }
    if position - start <= 2, current == UInt8(ascii: "'") || current == UInt8(ascii: "\""), isPrefix(from: start) {
      return readString(from: start)
    }
    if !isASCII, !checkIdentifier(from: start) { return }
    emit(Keywords.kind(of: text[start..<position]) ?? .name, from: start)
  }

  private func isPrefix(from start: Int) -> Bool {
    var letters = text[start..<position].map { $0 | 0x20 }
    letters.sort()
    switch letters {
    case [UInt8(ascii: "b")], [UInt8(ascii: "f")], [UInt8(ascii: "r")], [UInt8(ascii: "u")]: return true
    case [UInt8(ascii: "b"), UInt8(ascii: "r")], [UInt8(ascii: "f"), UInt8(ascii: "r")]: return true
    default: return false
    }
  }

  /// Checks the characters of a name beyond ASCII against Unicode's rule for identifiers.
  private mutating func checkIdentifier(from start: Int) -> Bool {
    var offset = start
    for scalar in String(decoding: text[start..<position], as: UTF8.self).unicodeScalars {
      let properties = scalar.properties
      let isAllowed =
        offset == start ? properties.isXIDStart || scalar == "_" : properties.isXIDContinue
      let width = UTF8.width(scalar)
      if !isAllowed {
        position = offset + width
        failOnCharacter(scalar, from: offset)
        return false
      }
      offset += width
    }
    return true
  }

  mutating func failOnCharacter(_ scalar: Unicode.Scalar, from start: Int) {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    let code = String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    if scalar.isPrintable {
      fail("invalid character '\(Character(scalar))' (U+\(code))", from: start, to: position)
    } else {
      fail("invalid non-printable character U+\(code)", from: start, to: position)
    }
  }
}

extension Unicode.Scalar {
  /// As `str.isprintable` sees it: no control, format, private, unassigned or separator character but the space.
  var isPrintable: Bool {
    switch properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator: false
    case .spaceSeparator: self == " "
    default: true
    }
  }
}
