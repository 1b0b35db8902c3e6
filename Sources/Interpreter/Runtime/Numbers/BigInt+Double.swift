import BigInt

extension BigInt {
  /// The float nearest to the integer, ties to even; nil beyond the range of floats.
  var nearestDouble: Double? {
    guard let magnitude = Double(rounding: magnitude, exponent: 0, isInexact: false) else { return nil }
    return sign == .minus ? -magnitude : magnitude
  }

  /// The float nearest to the exact quotient; `divisor` is not zero. nil beyond the range of floats.
  static func nearestDouble(_ dividend: BigInt, over divisor: BigInt) -> Double? {
    let (x, y) = (dividend.magnitude, divisor.magnitude)
    if x.isZero { return dividend.sign == divisor.sign ? 0 : (divisor.sign == .minus ? -0.0 : 0) }
    // Enough bits of quotient to round from; what lies below only breaks ties.
    let shift = Swift.max(0, 66 - (x.bitWidth - y.bitWidth))
    let (quotient, remainder) = (x << shift).quotientAndRemainder(dividingBy: y)
    guard let size = Double(rounding: quotient, exponent: -shift, isInexact: !remainder.isZero) else { return nil }
    return dividend.sign == divisor.sign ? size : -size
  }

  /// The whole part of a finite float.
  init(truncating value: Double) {
    if Swift.abs(value) < 0x1p62 {
      self = BigInt(Int(value))
      return
    }
    let significand = BigUInt(value.significandBitPattern | 1 << 52)
    self = BigInt(sign: value < 0 ? .minus : .plus, magnitude: significand << (Int(value.exponent) - 52))
  }

  /// A finite float as an exact fraction in lowest terms, the denominator a power of two.
  static func ratio(of value: Double) -> (numerator: BigInt, denominator: BigInt) {
    if value == 0 { return (0, 1) }
    var mantissa = Int(value.significand * 0x1p52) * (value < 0 ? -1 : 1)
    var exponent = Int(value.exponent) - 52
    let zeros = Swift.min(mantissa.trailingZeroBitCount, 63)
    mantissa >>= zeros
    exponent += zeros
    let sign: BigInt.Sign = mantissa < 0 ? .minus : .plus
    let magnitude = BigUInt(mantissa.magnitude)
    if exponent >= 0 { return (BigInt(sign: sign, magnitude: magnitude << exponent), 1) }
    return (BigInt(sign: sign, magnitude: magnitude), BigInt(BigUInt(1) << -exponent))
  }
}

extension Double {
  /// `magnitude * 2^exponent` and, if `isInexact`, a little more: rounded once, ties to even. nil beyond the range.
  init?(rounding magnitude: BigUInt, exponent: Int, isInexact: Bool) {
    let bits = magnitude.bitWidth
    if magnitude.isZero {
      self = 0
      return
    }
    if bits + exponent > 1024 { return nil }
    // Fewer bits are left for numbers below the normal range.
    let kept = Swift.min(53, bits + exponent + 1074)
    if kept < 0 {
      self = 0
      return
    }
    let dropped = bits - kept
    if dropped <= 0 {
      self = Double(sign: .plus, exponent: exponent, significand: Double(UInt64(truncatingIfNeeded: magnitude)))
      return
    }
    var top = UInt64(truncatingIfNeeded: magnitude >> dropped)
    let half = magnitude[bitAt: dropped - 1]
    let rest = isInexact || magnitude.trailingZeroBitCount < dropped - 1
    if half && (rest || top & 1 == 1) { top += 1 }
    self = Double(sign: .plus, exponent: dropped + exponent, significand: Double(top))
    if isInfinite { return nil }
  }
}
