/// `complex(text)`: `1+2j`, `3`, `-j`, also in parentheses.
enum ComplexLiteral {
  /// nil if the text is no complex number.
  static func parse(_ text: [UInt8]) -> Complex? {
    var rest = ByteText.trimmed(text)[...]
    if rest.first == UInt8(ascii: "("), rest.last == UInt8(ascii: ")") {
      rest = ByteText.trimmed(Array(rest.dropFirst().dropLast()))[...]
    }
    if rest.isEmpty { return nil }
    guard let first = FloatLiteral.prefix(&rest) else {
      guard let unit = imaginaryUnit(&rest), rest.isEmpty else { return nil }
      return Complex(0, unit)
    }
    if takeJ(&rest) { return rest.isEmpty ? Complex(0, first) : nil }
    if rest.isEmpty { return Complex(first, 0) }
    guard rest.first == Ascii.plus || rest.first == Ascii.minus else { return nil }
    if let second = FloatLiteral.prefix(&rest) {
      return takeJ(&rest) && rest.isEmpty ? Complex(first, second) : nil
    }
    guard let unit = imaginaryUnit(&rest), rest.isEmpty else { return nil }
    return Complex(first, unit)
  }

  /// `j` with an optional sign and no number.
  private static func imaginaryUnit(_ rest: inout ArraySlice<UInt8>) -> Double? {
    var unit = 1.0
    if rest.first == Ascii.plus || rest.first == Ascii.minus {
      if rest.removeFirst() == Ascii.minus { unit = -1 }
    }
    return takeJ(&rest) ? unit : nil
  }

  private static func takeJ(_ rest: inout ArraySlice<UInt8>) -> Bool {
    guard rest.first?.lowercased == UInt8(ascii: "j") else { return false }
    rest.removeFirst()
    return true
  }
}
