#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// `float(text)`: a decimal literal, `inf`, `infinity` or `nan`, in any case, with underscores between digits.
enum FloatLiteral {
  /// nil if the (trimmed) text is no number.
  static func parse(_ text: [UInt8]) -> Double? {
    var rest = text[...]
    guard let value = prefix(&rest), rest.isEmpty else { return nil }
    return value
  }

  /// `float(text)` of digits with a point or a sign, so few that dividing by a power of ten rounds rightly; nil for
  /// anything else, which may be right too.
  static func parseSimple(_ text: Text) -> Double? {
    guard text.isASCII, text.count > 0, text.count < 17 else { return nil }
    let isSigned = text[0] == UInt32(Ascii.minus) || text[0] == UInt32(Ascii.plus)
    var digits = 0
    var decimals = -1
    var number = 0
    for index in (isSigned ? 1 : 0)..<text.count {
      let byte = UInt8(truncatingIfNeeded: text[index])
      if byte.isDigit {
        number = number &* 10 &+ Int(byte &- Ascii.zero8)
        digits += 1
        if decimals >= 0 { decimals += 1 }
      } else if byte == Ascii.dot && decimals < 0 {
        decimals = 0
      } else {
        return nil
      }
    }
    if digits == 0 || digits > 15 { return nil }
    var scale = 1.0
    for _ in 0..<max(decimals, 0) { scale *= 10 }
    return text[0] == UInt32(Ascii.minus) ? -(Double(number) / scale) : Double(number) / scale
  }

  /// Takes the longest number off the front; nil if there is none.
  static func prefix(_ text: inout ArraySlice<UInt8>) -> Double? {
    var rest = text
    var literal: [UInt8] = []
    if rest.first == Ascii.plus || rest.first == Ascii.minus { literal.append(rest.removeFirst()) }
    for name in ["infinity", "inf", "nan"] where rest.starts(with: name.utf8, by: { $0.lowercased == $1 }) {
      text = rest.dropFirst(name.utf8.count)
      let isNegative = literal.first == Ascii.minus
      if name == "nan" { return .nan }
      return isNegative ? -.infinity : .infinity
    }
    let whole = digits(&rest, &literal)
    var fraction = 0
    if rest.first == Ascii.dot {
      literal.append(rest.removeFirst())
      fraction = digits(&rest, &literal)
    }
    if whole + fraction == 0 { return nil }
    exponent(&rest, &literal)
    text = rest
    return strtod(String(decoding: literal, as: UTF8.self), nil)
  }

  /// Digits with single underscores between them; returns how many digits.
  private static func digits(_ rest: inout ArraySlice<UInt8>, _ literal: inout [UInt8]) -> Int {
    var count = 0
    while let byte = rest.first {
      if byte.isDigit {
        literal.append(byte)
        count += 1
        rest.removeFirst()
      } else if byte == Ascii.underscore, count > 0, let next = rest.dropFirst().first, next.isDigit {
        rest.removeFirst()
      } else {
        break
      }
    }
    return count
  }

  private static func exponent(_ rest: inout ArraySlice<UInt8>, _ literal: inout [UInt8]) {
    guard rest.first?.lowercased == UInt8(ascii: "e") else { return }
    var (after, text) = (rest.dropFirst(), literal + [UInt8(ascii: "e")])
    if after.first == Ascii.plus || after.first == Ascii.minus { text.append(after.removeFirst()) }
    if digits(&after, &text) > 0 { (rest, literal) = (after, text) }
  }
}
