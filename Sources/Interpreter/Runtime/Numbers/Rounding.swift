import BigInt

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// `round(number, ndigits)`: to the nearest, halves to even, judged by the exact value.
enum Rounding {
  /// The multiple of `unit` (positive) nearest to the number.
  static func toMultiple(of unit: BigInt, _ number: BigInt) -> BigInt {
    var (quotient, remainder) = number.magnitude.quotientAndRemainder(dividingBy: unit.magnitude)
    let twice = remainder * 2
    if twice > unit.magnitude || twice == unit.magnitude && quotient[bitAt: 0] { quotient += 1 }
    return BigInt(sign: number.sign, magnitude: quotient * unit.magnitude)
  }

  /// A finite float to so many decimal places; nil if the result is beyond the range of floats.
  static func round(_ number: Double, places: Int) -> Double? {
    // Beyond these every float is itself, or nothing.
    if places > 323 || number == 0 { return number }
    if places < -308 { return Double(signOf: number, magnitudeOf: 0) }
    if places >= 0 {
      if let rounded = FixedPoint.rounded(number, precision: places) { return rounded }
      let text = FloatText.formatted(number, UInt8(ascii: "f"), precision: places, isAlternate: false)
      let rounded = strtod(String(decoding: text, as: UTF8.self), nil)
      return rounded.isInfinite ? nil : rounded
    }
    let (numerator, denominator) = BigInt.ratio(of: number)
    let unit = BigInt(10).power(-places)
    let multiple = toMultiple(of: unit * denominator, numerator)
    let (whole, _) = multiple.magnitude.quotientAndRemainder(dividingBy: denominator.magnitude)
    guard let size = BigInt(whole).nearestDouble else { return nil }
    return Double(signOf: number, magnitudeOf: size)
  }

  /// A finite float to the nearest integer.
  static func round(_ number: Double) -> BigInt { BigInt(truncating: number.rounded(.toNearestOrEven)) }
}
