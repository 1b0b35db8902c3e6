import BigInt

/// The parts of a formatted number, put together with sign, prefix, separators and padding.
struct NumberText {
  var isNegative = false
  /// `0x`
  var prefix: [UInt8] = []
  /// The whole part.
  var digits: [UInt8] = []
  /// From the point on: fraction, exponent, percent sign; or all of `inf`.
  var rest: [UInt8] = []

  /// An integer in a radix.
  init(_ value: BigInt, radix: Int, isUppercase: Bool = false) {
    isNegative = value.sign == .minus
    digits = value.magnitude.text(radix: radix, isUppercase: isUppercase)
  }

  init(_ value: Int, radix: Int, isUppercase: Bool = false) {
    isNegative = value < 0
    digits = Array(String(value.magnitude, radix: radix, uppercase: isUppercase).utf8)
  }

  /// A float's text, split.
  init(floatText: [UInt8]) {
    var text = floatText[...]
    if text.first == Ascii.minus {
      isNegative = true
      text.removeFirst()
    }
    digits = Array(text.prefix { $0.isDigit })
    rest = Array(text.dropFirst(digits.count))
  }

  /// Laid out as the format says.
  func laidOut(_ spec: FormatSpec, groupSize: Int = 3) -> [UInt32] {
    var head: [UInt8] = []
    if isNegative {
      head.append(Ascii.minus)
    } else if let sign = spec.sign, sign != Ascii.minus {
      head.append(sign)
    }
    head += prefix
    var body = digits
    if let separator = spec.grouping, !digits.isEmpty {
      let isZeroFilled = spec.fill == Ascii.zero && spec.alignment == .afterSign
      let least = isZeroFilled ? spec.width - head.count - rest.count : 0
      body = NumberText.grouped(digits, separator, size: groupSize, least: least)
    }
    body += rest
    let missing = spec.width - head.count - body.count
    if spec.alignment == .afterSign && missing > 0 {
      return head.map { UInt32($0) } + Array(repeating: spec.fill, count: missing) + body.map { UInt32($0) }
    }
    return spec.pad((head + body).map { UInt32($0) })
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
