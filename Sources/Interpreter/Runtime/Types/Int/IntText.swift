import BigInt

/// Integers as text, and text as integers.
enum IntText {
  /// More decimal digits than this are converted for nobody, whatever limit was asked for: the time grows with their
  /// square, and nothing could end it.
  private static let mostDigits = 200_000

  static func repr(_ value: BigInt, _ vm: VM) throws(Raised) -> String {
    try checkDigits(value, vm)
    return value.description
  }

  static func checkDigits(_ value: BigInt, _ vm: VM) throws(Raised) {
    let digitLimit = vm.limits.integerDigits
    let bits = value.magnitude.bitWidth
    // Less than 640 digits, which no limit forbids.
    if bits < 2120 { return }
    if digitLimit > 0 {
      let most = Double(min(digitLimit, mostDigits)) * 3.3219280948873626
      if Double(bits) > most + 1 || Double(bits) > most - 1 && value.magnitude >= BigUInt(10).power(digitLimit) {
        throw tooLong("Exceeds the limit (\(digitLimit) digits) for integer string conversion", vm)
      }
    }
    if Double(bits) > Double(mostDigits) * 3.33 { throw unavailable(vm) }
  }

  private static func tooLong(_ words: String, _ vm: VM) -> Raised {
    vm.raise(.valueError, words + "; use sys.set_int_max_str_digits() to increase the limit")
  }

  private static func unavailable(_ vm: VM) -> Raised {
    vm.raise(
      .notImplementedError, "converting integers of more than \(mostDigits) digits is not available in nbcheck")
  }

  /// `int(text, base)` of a sign and digits, so few that they fit a machine integer; nil for anything else, which may
  /// be right too.
  static func parseSmall(_ text: Text, base: Value) -> Int? {
    guard case .int(let radix) = base, radix >= 2, radix <= 36, text.isASCII, text.count > 0, text.count < 13 else {
      return nil
    }
    let isSigned = text[0] == UInt32(Ascii.minus) || text[0] == UInt32(Ascii.plus)
    if isSigned && text.count == 1 { return nil }
    var number = 0
    for index in (isSigned ? 1 : 0)..<text.count {
      guard let digit = UInt8(truncatingIfNeeded: text[index]).digitValue, digit < radix else { return nil }
      number = number &* radix &+ digit
    }
    return text[0] == UInt32(Ascii.minus) ? -number : number
  }

  /// `int(text, base)`; nil if it is no literal of that base. Underscores may stand between digits.
  static func parse(_ text: [UInt8], base: Int, _ vm: VM) throws(Raised) -> BigInt? {
    var rest = text[...]
    var isNegative = false
    if rest.first == Ascii.plus || rest.first == Ascii.minus { isNegative = rest.removeFirst() == Ascii.minus }
    var radix = base
    var hasPrefix = false
    if rest.count >= 2, rest.first == Ascii.zero8 {
      let named: Int
      switch rest[rest.startIndex + 1].lowercased {
      case UInt8(ascii: "x"): named = 16
      case UInt8(ascii: "o"): named = 8
      case UInt8(ascii: "b"): named = 2
      default: named = 0
      }
      if named != 0 && (base == 0 || base == named) {
        radix = named
        hasPrefix = true
        rest = rest.dropFirst(2)
      }
    }
    let isBare = base == 0 && !hasPrefix
    if radix == 0 { radix = 10 }
    if hasPrefix && rest.first == Ascii.underscore { rest.removeFirst() }
    var digits: [UInt8] = []
    var afterDigit = false
    for byte in rest {
      if byte == Ascii.underscore {
        if !afterDigit { return nil }
        afterDigit = false
      } else {
        guard let digit = byte.digitValue, digit < radix else { return nil }
        digits.append(UInt8(digit))
        afterDigit = true
      }
    }
    if !afterDigit { return nil }
    // `010` would be octal elsewhere; only zeros may follow a zero.
    if isBare, digits.count > 1, digits[0] == 0, digits.contains(where: { $0 != 0 }) { return nil }
    if radix & (radix - 1) != 0 {
      let digitLimit = vm.limits.integerDigits
      if digitLimit > 0 && digits.count > digitLimit {
        throw tooLong(
          "Exceeds the limit (\(digitLimit) digits) for integer string conversion: value has \(digits.count) digits", vm
        )
      }
      if digits.count > mostDigits { throw unavailable(vm) }
    }
    try vm.charge(digits.count)
    return BigInt(sign: isNegative ? .minus : .plus, magnitude: BigUInt(digits: digits, radix: radix))
  }
}
