/// Names for the characters that formats and literals are made of.
enum Ascii {
  static let space: UInt32 = 0x20
  static let zero: UInt32 = 0x30
  static let space8: UInt8 = 0x20
  static let zero8: UInt8 = 0x30
  static let plus = UInt8(ascii: "+")
  static let minus = UInt8(ascii: "-")
  static let comma = UInt8(ascii: ",")
  static let underscore = UInt8(ascii: "_")
  static let dot = UInt8(ascii: ".")
  static let percent = UInt8(ascii: "%")
}

extension String {
  /// Lone surrogates become U+FFFD.
  init<Points: Sequence<UInt32>>(codePoints: Points) {
    var scalars = String.UnicodeScalarView()
    for point in codePoints { scalars.append(Unicode.Scalar(point) ?? "\u{FFFD}") }
    self = String(scalars)
  }

  var codePoints: [UInt32] { unicodeScalars.map(\.value) }
}

extension UInt8 {
  var isDigit: Bool { self >= 0x30 && self <= 0x39 }

  /// The value of a digit in bases up to 36.
  var digitValue: Int? {
    switch self {
    case 0x30...0x39: Int(self) - 0x30
    case 0x41...0x5A: Int(self) - 0x41 + 10
    case 0x61...0x7A: Int(self) - 0x61 + 10
    default: nil
    }
  }

  var lowercased: UInt8 { self >= 0x41 && self <= 0x5A ? self | 0x20 : self }
  var uppercased: UInt8 { self >= 0x61 && self <= 0x7A ? self & ~0x20 : self }
}
