#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// `float.hex` and `float.fromhex`.
enum FloatHex {
  static func text(_ value: Double) -> String {
    if !value.isFinite { return FloatText.repr(value) }
    let sign = value.sign == .minus ? "-" : ""
    if value == 0 { return sign + "0x0.0p+0" }
    let digits = String(value.significandBitPattern, radix: 16)
    let fraction = String(repeating: "0", count: 13 - digits.count) + digits
    let exponent = value.isSubnormal ? -1022 : Int(value.exponent)
    return "\(sign)0x\(value.isSubnormal ? 0 : 1).\(fraction)p\(exponent < 0 ? "-" : "+")\(exponent.magnitude)"
  }

  /// nil if the text is no hexadecimal number.
  static func parse(_ text: [UInt8]) -> Double? {
    var rest = text.map(\.lowercased)[...]
    var literal: [UInt8] = []
    if rest.first == Ascii.plus || rest.first == Ascii.minus { literal.append(rest.removeFirst()) }
    if ["inf", "infinity", "nan"].contains(where: { rest.elementsEqual($0.utf8) }) {
      return FloatLiteral.parse(literal + rest)
    }
    if rest.starts(with: "0x".utf8) { rest = rest.dropFirst(2) }
    literal += "0x".utf8
    let whole = rest.prefix { hexDigit($0) }
    rest = rest.dropFirst(whole.count)
    literal += whole
    var count = whole.count
    if rest.first == Ascii.dot {
      literal.append(rest.removeFirst())
      let fraction = rest.prefix { hexDigit($0) }
      rest = rest.dropFirst(fraction.count)
      literal += fraction
      count += fraction.count
    }
    if count == 0 { return nil }
    if rest.first == UInt8(ascii: "p") {
      literal.append(rest.removeFirst())
      if rest.first == Ascii.plus || rest.first == Ascii.minus { literal.append(rest.removeFirst()) }
      let exponent = rest.prefix { $0.isDigit }
      rest = rest.dropFirst(exponent.count)
      if exponent.isEmpty { return nil }
      literal += exponent
    }
    return rest.isEmpty ? strtod(String(decoding: literal, as: UTF8.self), nil) : nil
  }

  private static func hexDigit(_ byte: UInt8) -> Bool { (byte.digitValue ?? 16) < 16 }
}
