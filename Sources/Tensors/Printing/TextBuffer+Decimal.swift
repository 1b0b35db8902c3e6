#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

// Correctly rounded decimals of the exact binary value, as C's printf gives them.
//
// The value is scaled by a power of ten that a double holds exactly. The scaled value is off by less than half a unit
// in its last place, so it rounds to the right integer unless it lies exactly between two; then the sign of the
// scaling's own rounding error, which one fused operation yields, decides. Everything else is left to the C library.
extension TextBuffer {
  private static let powers: [Double] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
    1e20, 1e21, 1e22,
  ]
  private static let exactLimit = 0x1p52

  /// `%.{precision}f`.
  mutating func append(fixed value: Double, precision: Int) {
    guard precision >= 0, precision < 16, value.isFinite else {
      appendFromLibrary(value, precision: precision, isScientific: false)
      return
    }
    let magnitude = value.magnitude
    let scale = Self.powers[precision]
    let scaled = magnitude * scale
    guard scaled < Self.exactLimit else {
      appendFromLibrary(value, precision: precision, isScientific: false)
      return
    }
    let rounded = Self.round(scaled) { (-scaled).addingProduct(magnitude, scale) }
    if value.sign == .minus { append(UInt8(ascii: "-")) }
    let unit = UInt64(scale)
    append(digits: rounded / unit)
    guard precision > 0 else { return }
    append(UInt8(ascii: "."))
    append(digits: rounded % unit, width: precision)
  }

  /// `%.{precision}e`.
  mutating func append(scientific value: Double, precision: Int) {
    let magnitude = value.magnitude
    guard precision >= 0, precision < 14, value.isFinite, let (digits, exponent) = Self.scale(magnitude, precision)
    else {
      appendFromLibrary(value, precision: precision, isScientific: true)
      return
    }
    if value.sign == .minus { append(UInt8(ascii: "-")) }
    let unit = UInt64(Self.powers[precision])
    append(digits: digits / unit)
    if precision > 0 {
      append(UInt8(ascii: "."))
      append(digits: digits % unit, width: precision)
    }
    append(UInt8(ascii: "e"))
    append(UInt8(ascii: exponent < 0 ? "-" : "+"))
    append(digits: UInt64(exponent.magnitude), width: 2)
  }

  /// The nearest integer of a scaled value whose rounding error `error` computes when it is needed.
  private static func round(_ scaled: Double, error: () -> Double) -> UInt64 {
    let nearest = scaled.rounded(.toNearestOrEven)
    let distance = scaled - nearest
    if distance == 0.5, error() > 0 { return UInt64(nearest) + 1 }
    if distance == -0.5, error() < 0 { return UInt64(nearest) - 1 }
    return UInt64(nearest)
  }

  /// The first `precision + 1` digits and the decimal exponent, where exact powers of ten reach.
  private static func scale(_ magnitude: Double, _ precision: Int) -> (digits: UInt64, exponent: Int)? {
    guard magnitude > 0 else { return (0, 0) }
    let low = powers[precision]
    let high = powers[precision + 1]
    var exponent = Int((Double(magnitude.exponent) * 0.30102999566398120).rounded(.down))
    for _ in 0..<3 {
      let shift = precision - exponent
      guard shift.magnitude < powers.count else { return nil }
      let power = powers[Int(shift.magnitude)]
      let scaled = shift >= 0 ? magnitude * power : magnitude / power
      if scaled >= high {
        exponent += 1
      } else if scaled < low {
        exponent -= 1
      } else {
        let digits = round(scaled) {
          shift >= 0 ? (-scaled).addingProduct(magnitude, power) : magnitude.addingProduct(-scaled, power)
        }
        return digits == UInt64(high) ? (UInt64(low), exponent + 1) : (digits, exponent)
      }
    }
    return nil
  }

  private mutating func appendFromLibrary(_ value: Double, precision: Int, isScientific: Bool) {
    // 309 digits before the point, the digits after it, sign, point and exponent.
    let capacity = 330 + max(precision, 0)
    withUnsafeTemporaryAllocation(of: CChar.self, capacity: capacity) { buffer in
      guard let start = buffer.baseAddress else { return }
      let arguments: [any CVarArg] = [CInt(clamping: precision), value]
      let length = withVaList(arguments) { vsnprintf(start, capacity, isScientific ? "%.*e" : "%.*f", $0) }
      for i in 0..<min(max(Int(length), 0), capacity - 1) {
        let byte = UInt8(bitPattern: buffer[i])
        // A program may have set a locale whose decimal point is another character.
        let isPoint = byte == UInt8(ascii: ",") || byte > 127
        append(isPoint ? UInt8(ascii: ".") : byte)
      }
    }
  }
}
