/// A number as it stands in a text.
struct Numeral: Sendable, Equatable {
  /// How it is written.
  enum Form: Sendable, Equatable {
    /// `3`
    case integer
    /// `3.`, as a tensor of whole floats shows them
    case whole
    /// `3.1416`
    case fixed(decimals: Int)
    /// `3.1416e+00`
    case scientific(decimals: Int, exponent: Int)
    /// `inf`, `nan`
    case special
  }

  let text: String
  let form: Form
  /// NaN where `form` is `special`.
  let value: Double
  /// Which tensor of the text holds it; nil outside tensors.
  var tensor: Int?
  /// By the `dtype` of that tensor.
  var type: FloatType

  var isNegative: Bool { text.utf8.first == UInt8(ascii: "-") }
  var isInteger: Bool { form == .integer }

  /// Whether both are written in the same way, whatever their exponents.
  func hasForm(of other: Numeral) -> Bool {
    switch (form, other.form) {
    case (.scientific(let a, _), .scientific(let b, _)): a == b
    default: form == other.form
    }
  }

  /// Half of one unit of the last digit: the values that round to this text are no further away than that.
  var halfUnit: Double {
    switch form {
    case .fixed(let decimals): 0.5 * power10(-decimals)
    case .scientific(let decimals, let exponent): 0.5 * power10(exponent - decimals)
    case .integer, .whole, .special: 0
    }
  }

  /// One unit of the last digit.
  var unit: Double { isInteger || form == .special ? 0 : form == .whole ? 1 : 2 * halfUnit }

  /// The digits without sign, point, exponent and zeros at either end.
  static func significantDigits(_ text: String) -> [UInt8] {
    var digits: [UInt8] = []
    for byte in text.utf8 {
      if byte == UInt8(ascii: "e") || byte == UInt8(ascii: "E") { break }
      if (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte), !(digits.isEmpty && byte == UInt8(ascii: "0")) {
        digits.append(byte)
      }
    }
    while digits.last == UInt8(ascii: "0") { digits.removeLast() }
    return digits
  }

  /// Whether a float64 prints as this when written with as many digits as it takes to tell it from its neighbours.
  var isShortest: Bool {
    value.isFinite && Self.significantDigits(text) == Self.significantDigits(value.description)
  }

  /// Powers beyond the range of a double are 0 or infinite.
  private func power10(_ exponent: Int) -> Double { Double("1e\(max(-400, min(400, exponent)))") ?? 0 }
}
