import BigInt

/// The parts of a formatted number, put together with sign, prefix, separators and padding. It points into the memory
/// where the digits stand.
struct NumberText {
  var isNegative = false
  /// The letter of `0x`; 0 for none.
  var prefix: UInt8 = 0
  /// Zeros before the digits: a precision of `%` formatting.
  var zeros = 0
  /// The whole part.
  let digits: UnsafeBufferPointer<UInt8>
  /// From the point on: fraction, exponent, percent sign; or all of `inf`.
  let rest: UnsafeBufferPointer<UInt8>

  init(digits: UnsafeBufferPointer<UInt8>, isNegative: Bool) {
    self.digits = digits
    self.isNegative = isNegative
    rest = UnsafeBufferPointer(start: nil, count: 0)
  }

  /// A float's text, split.
  init(floatText text: UnsafeBufferPointer<UInt8>) {
    var start = 0
    if let first = text.first, first == Ascii.minus {
      isNegative = true
      start = 1
    }
    var end = start
    while end < text.count, text[end].isDigit { end &+= 1 }
    digits = UnsafeBufferPointer(rebasing: text[start..<end])
    rest = UnsafeBufferPointer(rebasing: text[end...])
  }

  /// Calls `body` with the digits of an integer.
  static func withInteger(
    _ value: Value, radix: Int, isUppercase: Bool, _ body: (NumberText) -> Void
  ) {
    if let small = value.smallInt {
      return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 64) { room in
        var start = 64
        if radix == 10 {
          start = Decimal.write(small.magnitude, endingAt: 64, in: room)
        } else {
          var rest = small.magnitude
          let shift = radix.trailingZeroBitCount
          let letters: UInt8 = (isUppercase ? 0x41 : 0x61) - 10
          repeat {
            start &-= 1
            let digit = UInt8(truncatingIfNeeded: rest & UInt(radix - 1))
            room[start] = digit &+ (digit < 10 ? Ascii.zero8 : letters)
            rest >>= shift
          } while rest > 0
        }
        let digits = UnsafeBufferPointer(rebasing: room[start...])
        body(NumberText(digits: digits, isNegative: small < 0))
      }
    }
    let big = value.bigInt ?? 0
    big.magnitude.text(radix: radix, isUppercase: isUppercase).withUnsafeBufferPointer { digits in
      body(NumberText(digits: digits, isNegative: big.sign == .minus))
    }
  }

  /// Writes it laid out as the format says.
  func write(_ spec: FormatSpec, groupSize: Int = 3, to writer: TextWriter) {
    let sign: UInt8 = isNegative ? Ascii.minus : spec.sign == Ascii.minus ? 0 : spec.sign ?? 0
    let head = (sign == 0 ? 0 : 1) + (prefix == 0 ? 0 : 2)
    if let separator = spec.grouping, !digits.isEmpty {
      let isZeroFilled = spec.fill == Ascii.zero && spec.alignment == .afterSign
      let least = isZeroFilled ? spec.width - head - rest.count : 0
      let body = NumberText.grouped(Array(digits), separator, size: groupSize, least: least)
      return write(spec, sign, head, body.count, to: writer) { writer.append(body) }
    }
    write(spec, sign, head, zeros + digits.count, to: writer) {
      writer.append(Ascii.zero, times: zeros)
      writer.append(digits)
    }
  }

  @inline(__always)
  private func write(
    _ spec: FormatSpec, _ sign: UInt8, _ head: Int, _ body: Int, to writer: TextWriter, _ writeDigits: () -> Void
  ) {
    let missing = spec.width - head - body - rest.count
    let isInside = spec.alignment == .afterSign
    let (before, after) = isInside ? (0, 0) : spec.padding(head + body + rest.count)
    if before > 0 { writer.append(spec.fill, times: before) }
    if sign != 0 { writer.append(sign) }
    if prefix != 0 {
      writer.append(Ascii.zero8)
      writer.append(prefix)
    }
    if isInside && missing > 0 { writer.append(spec.fill, times: missing) }
    writeDigits()
    writer.append(rest)
    if after > 0 { writer.append(spec.fill, times: after) }
  }

  /// With separators, and zeros in front up to a length of `least` (one more where a separator would come first).
  private static func grouped(_ digits: [UInt8], _ separator: UInt8, size: Int, least: Int) -> [UInt8] {
    var reversed: [UInt8] = []
    var left = digits.count
    var missing = least
    while true {
      let length = min(size, max(left, missing, 1))
      for offset in 0..<length {
        reversed.append(offset < left ? digits[left - 1 - offset] : Ascii.zero8)
      }
      left = max(left - length, 0)
      missing -= length
      if left <= 0 && missing <= 0 { return reversed.reversed() }
      reversed.append(separator)
      missing -= 1
    }
  }
}
