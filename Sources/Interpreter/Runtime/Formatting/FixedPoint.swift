/// Floats with a given number of decimals, exactly rounded: a float is an integer times a power of two, so integers
/// of 128 bits do it for all but the largest numbers and precisions.
enum FixedPoint {
  private static let largestPrecision: Int = 15

  /// Writes the text at the end of `room` (of at least 48 bytes); where it starts, or nil if it takes more than 64 bits.
  static func write(_ value: Double, precision: Int, in room: UnsafeMutableBufferPointer<UInt8>) -> Int? {
    guard value.isFinite, precision <= largestPrecision else { return nil }
    let scale = power(precision)
    guard let scaled = scaled(value, by: scale) else { return nil }
    let (whole, fraction) = scaled.quotientAndRemainder(dividingBy: scale)
    var start = room.count
    if precision > 0 {
      let first = Decimal.write(UInt(fraction), endingAt: start, in: room)
      start -= precision
      for index in start..<first { room[index] = Ascii.zero8 }
      start -= 1
      room[start] = Ascii.dot
    }
    start = Decimal.write(UInt(whole), endingAt: start, in: room)
    if value.sign == .minus {
      start -= 1
      room[start] = Ascii.minus
    }
    return start
  }

  /// The float nearest to a finite one rounded to so many decimals; nil if it takes more than integers and a division.
  static func rounded(_ value: Double, precision: Int) -> Double? {
    guard precision <= largestPrecision else { return nil }
    let scale = power(precision)
    guard let scaled = scaled(value, by: scale), scaled < 1 << 53 else { return nil }
    let magnitude = Double(scaled) / Double(scale)
    return value.sign == .minus ? -magnitude : magnitude
  }

  private static func power(_ exponent: Int) -> UInt64 {
    var power: UInt64 = 1
    for _ in 0..<exponent { power &*= 10 }
    return power
  }

  /// The integer nearest to the magnitude of `value` times `scale`, the even one of two; nil if it is too large.
  private static func scaled(_ value: Double, by scale: UInt64) -> UInt64? {
    let exponentBits = Int(value.bitPattern >> 52 & 0x7FF)
    let fraction = value.bitPattern & 0xF_FFFF_FFFF_FFFF
    let significand = exponentBits == 0 ? fraction : fraction | 0x10_0000_0000_0000
    let shift = 1075 - max(exponentBits, 1)
    let product = significand.multipliedFullWidth(by: scale)
    if shift <= 0 {
      if product.high != 0 || -shift > product.low.leadingZeroBitCount { return nil }
      return product.low << UInt64(-shift)
    }
    // The product has at most 53 + 50 bits.
    if shift > 104 { return 0 }
    let quotient: UInt64
    let rest: (high: UInt64, low: UInt64)
    let half: (high: UInt64, low: UInt64)
    if shift < 64 {
      if product.high >> UInt64(shift) != 0 { return nil }
      quotient = product.high << UInt64(64 - shift) | product.low >> UInt64(shift)
      rest = (0, product.low & (1 << UInt64(shift) - 1))
      half = (0, 1 << UInt64(shift - 1))
    } else {
      let above = UInt64(shift - 64)
      quotient = product.high >> above
      rest = (product.high & (1 << above - 1), product.low)
      half = above == 0 ? (0, 1 << 63) : (1 << (above - 1), 0)
    }
    if quotient == .max { return nil }
    let isAbove = rest.high > half.high || rest.high == half.high && rest.low > half.low
    let isTie = rest == half
    return isAbove || isTie && quotient & 1 == 1 ? quotient &+ 1 : quotient
  }
}
