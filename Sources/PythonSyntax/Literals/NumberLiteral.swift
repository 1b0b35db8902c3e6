/// Reads the value of a number token.
enum NumberLiteral {
  /// CPython's bound on the digits of a decimal integer in source text.
  static let decimalDigitLimit = 4300

  /// The value, or the message of the error.
  static func value(of token: ArraySlice<UInt8>) -> Result<Constant, NumberLiteralError> {
    let digits = token.filter { $0 != UInt8(ascii: "_") }
    guard let first = digits.first, let last = digits.last else { return .failure(.malformed) }
    if first == UInt8(ascii: "0"), digits.count > 2 {
      switch digits[1] | 0x20 {
      case UInt8(ascii: "x"): return integer(digits.dropFirst(2), radix: 16)
      case UInt8(ascii: "o"): return integer(digits.dropFirst(2), radix: 8)
      case UInt8(ascii: "b"): return integer(digits.dropFirst(2), radix: 2)
      default: break
      }
    }
    if last | 0x20 == UInt8(ascii: "j") { return double(digits.dropLast()).map(Constant.imaginary) }
    if digits.allSatisfy(\.isDigit) {
      if digits.count > decimalDigitLimit { return .failure(.tooManyDigits(digits.count)) }
      return integer(digits[...], radix: 10)
    }
    return double(digits[...]).map(Constant.float)
  }

  private static func integer(_ digits: ArraySlice<UInt8>, radix: Int) -> Result<Constant, NumberLiteralError> {
    var value = 0
    for digit in digits {
      let digitValue = digit.isDigit ? Int(digit) - 48 : Int(digit | 0x20) - 87
      let (product, overflowed) = value.multipliedReportingOverflow(by: radix)
      let (sum, carried) = product.addingReportingOverflow(digitValue)
      if overflowed || carried {
        return .success(.bigInt(digits: String(decoding: digits, as: UTF8.self), radix: radix))
      }
      value = sum
    }
    return .success(.int(value))
  }

  private static func double(_ digits: ArraySlice<UInt8>) -> Result<Double, NumberLiteralError> {
    var text = String(decoding: digits, as: UTF8.self)
    if text.last == "." { text.removeLast() }
    text = text.replacing(".e", with: ".0e").replacing(".E", with: ".0e")
    if text.first == "." { text = "0" + text }
    return Double(text).map(Result.success) ?? .failure(.malformed)
  }
}

enum NumberLiteralError: Error {
  case malformed
  case tooManyDigits(Int)

  var message: String {
    switch self {
    case .malformed: "invalid decimal literal"
    case .tooManyDigits(let count):
      """
      Exceeds the limit (\(NumberLiteral.decimalDigitLimit) digits) for integer string conversion: value has \
      \(count) digits; use sys.set_int_max_str_digits() to increase the limit - Consider hexadecimal for huge \
      integer literals to avoid decimal conversion limits.
      """
    }
  }
}
