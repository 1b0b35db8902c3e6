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
