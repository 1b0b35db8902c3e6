import BigInt

/// Equal numbers have equal hashes, whatever their type: all are taken modulo the prime 2^61 - 1.
extension Numbers {
  private static let prime = (1 << 61) - 1

  /// The hash of a plain number; nil for anything else.
  @inline(__always)
  package static func hash(_ value: Value) -> Int? {
    switch value {
    case .int(let number): return hash(number)
    case .bool(let flag): return flag ? 1 : 0
    case .float(let number): return hash(number)
    default:
      guard value.isPlainNumber, let big = value.asBigInt else { return nil }
      return hash(big.value)
    }
  }

  @inline(__always)
  static func hash(_ number: Int) -> Int {
    if number >= 0 && number < (1 << 61) - 1 { return number }
    let rest = Int(number.magnitude % UInt((1 << 61) - 1))
    let signed = number < 0 ? -rest : rest
    return signed == -1 ? -2 : signed
  }

  static func hash(_ number: BigInt) -> Int {
    let rest = Int(truncatingIfNeeded: number.magnitude % BigUInt(prime))
    let signed = number.sign == .minus ? -rest : rest
    return signed == -1 ? -2 : signed
  }

  static func hash(_ number: Double) -> Int {
    if abs(number) < 0x1p60, number == number.rounded(.towardZero) { return hash(Int(number)) }
    if number.isNaN { return 0 }
    if number.isInfinite { return number > 0 ? 314_159 : -314_159 }
    var exponent = Int(number.exponent) + 1
    var mantissa = number.significand / 2
    var rest: UInt = 0
    while mantissa != 0 {
      rest = (rest << 28 & UInt(prime)) | rest >> (61 - 28)
      mantissa *= 0x1p28
      exponent -= 28
      let digits = UInt(mantissa)
      mantissa -= Double(digits)
      rest += digits
      if rest >= UInt(prime) { rest -= UInt(prime) }
    }
    let rotation = UInt(exponent >= 0 ? exponent % 61 : 60 - (-1 - exponent) % 61)
    rest = (rest << rotation & UInt(prime)) | rest >> (61 - rotation)
    let signed = number < 0 ? -Int(rest) : Int(rest)
    return signed == -1 ? -2 : signed
  }

  static func hash(real: Double, imaginary: Double) -> Int {
    let sum = hash(real) &+ 1_000_003 &* hash(imaginary)
    return sum == -1 ? -2 : sum
  }
}
