#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Floats as text: the shortest digits that read back as the same number, and C's conversions.
package enum FloatText {
  /// Python's `repr`: `1.0`, `1e+16`, `-0.0`, `inf`.
  package static func repr(_ value: Double) -> String {
    if !value.isFinite { return special(value) }
    // Between these (2^53 above) Swift writes floats as Python does.
    if value.magnitude >= 1e-4 && value.magnitude < 9_007_199_254_740_992 { return value.description }
    return String(decoding: shortest(value, addsPoint: true), as: UTF8.self)
  }

  /// The same without `.0`, as the parts of a complex number are shown.
  static func plain(_ value: Double) -> String {
    if !value.isFinite { return special(value) }
    return String(decoding: shortest(value, addsPoint: false), as: UTF8.self)
  }

  private static func special(_ value: Double) -> String {
    value.isNaN ? "nan" : value < 0 ? "-inf" : "inf"
  }

  private static func shortest(_ value: Double, addsPoint: Bool) -> [UInt8] {
    let (digits, point) = shortestDigits(abs(value))
    let text = layout(digits, point: point, exponentFrom: 16, addsPoint: addsPoint)
    return value.sign == .minus ? [Ascii.minus] + text : text
  }

  /// The shortest digits `d1d2d3…` of a number `0.d1d2d3… * 10^point`.
  private static func shortestDigits(_ value: Double) -> (digits: [UInt8], point: Int) {
    if value == 0 { return ([Ascii.zero8], 1) }
    var digits: [UInt8] = []
    var point: Int?
    var exponent = 0
    var text = value.description.utf8[...]
    while let byte = text.popFirst() {
      if byte.isDigit {
        digits.append(byte)
      } else if byte == Ascii.dot {
        point = digits.count
      } else {
        exponent = Int(String(decoding: text, as: UTF8.self)) ?? 0
        break
      }
    }
    var place = (point ?? digits.count) + exponent
    let leading = digits.prefix { $0 == Ascii.zero8 }.count
    digits.removeFirst(leading)
    place -= leading
    while digits.last == Ascii.zero8 { digits.removeLast() }
    return (digits, place)
  }

  /// Digits in positional or, for very large and small numbers, exponent notation.
  private static func layout(_ digits: [UInt8], point: Int, exponentFrom limit: Int, addsPoint: Bool) -> [UInt8] {
    if point > limit || point < -3 {
      var text = [digits[0]]
      if digits.count > 1 { text += [Ascii.dot] + digits[1...] }
      let exponent = point - 1
      text += [UInt8(ascii: "e"), exponent < 0 ? Ascii.minus : Ascii.plus]
      if exponent.magnitude < 10 { text.append(Ascii.zero8) }
      return text + Array(String(exponent.magnitude).utf8)
    }
    if point <= 0 {
      return [Ascii.zero8, Ascii.dot] + Array(repeating: Ascii.zero8, count: -point) + digits
    }
    if digits.count <= point {
      let whole = digits + Array(repeating: Ascii.zero8, count: point - digits.count)
      return addsPoint ? whole + [Ascii.dot, Ascii.zero8] : whole
    }
    return digits[..<point] + [Ascii.dot] + digits[point...]
  }

  /// C's conversion `e`, `f`, `g` (or upper-case), with a sign only if negative; `body` gets the text.
  static func withFormatted<Result>(
    _ value: Double, _ type: UInt8, precision: Int, isAlternate: Bool, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    if !value.isFinite {
      let text = Array(special(value).utf8)
      return (type < 0x61 ? text.map(\.uppercased) : text).withUnsafeBufferPointer(body)
    }
    let precision = min(precision, Int(Int32.max) - 400)
    // Room for the digits before the point of the largest float.
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: precision + 330) { room in
      if type | 0x20 == UInt8(ascii: "f"), !isAlternate,
        let start = FixedPoint.write(value, precision: precision, in: room)
      {
        return body(UnsafeBufferPointer(rebasing: room[start...]))
      }
      let length = print(value, type, precision, isAlternate, in: room)
      return body(UnsafeBufferPointer(rebasing: room[..<length]))
    }
  }

  private static func print(
    _ value: Double, _ type: UInt8, _ precision: Int, _ isAlternate: Bool, in room: UnsafeMutableBufferPointer<UInt8>
  ) -> Int {
    let marks = isAlternate ? "%#.*" : "%.*"
    let format = marks.utf8.map { CChar($0) } + [CChar(type), 0]
    return room.withMemoryRebound(to: CChar.self) { room in
      Int(withVaList([Int32(precision), value]) { vsnprintf(room.baseAddress, room.count, format, $0) })
    }
  }

  static func formatted(_ value: Double, _ type: UInt8, precision: Int, isAlternate: Bool) -> [UInt8] {
    withFormatted(value, type, precision: precision, isAlternate: isAlternate) { Array($0) }
  }

  /// `precision` significant digits, always showing that it is a float: a format without a type.
  static func significant(_ value: Double, precision: Int, isAlternate: Bool) -> [UInt8] {
    if !value.isFinite { return Array(special(value).utf8) }
    let precision = max(precision, 1)
    let text = formatted(abs(value), UInt8(ascii: "e"), precision: precision - 1, isAlternate: false)
    let mark = text.firstIndex(of: UInt8(ascii: "e")) ?? text.count
    var digits = text[..<mark].filter(\.isDigit)
    let exponent = value == 0 ? 0 : Int(String(decoding: text[mark...].dropFirst(), as: UTF8.self)) ?? 0
    if !isAlternate { while digits.count > 1 && digits.last == Ascii.zero8 { digits.removeLast() } }
    let shown = layout(digits, point: exponent + 1, exponentFrom: precision - 1, addsPoint: true)
    let signed = value.sign == .minus ? [Ascii.minus] + shown : shown
    return isAlternate ? withPoint(signed) : signed
  }

  /// The same number with a point after the whole part, if it has none.
  static func withPoint(_ text: [UInt8]) -> [UInt8] {
    if text.contains(Ascii.dot) { return text }
    let whole = text.prefix { $0.isDigit || $0 == Ascii.minus }
    return whole + [Ascii.dot] + text.dropFirst(whole.count)
  }
}
