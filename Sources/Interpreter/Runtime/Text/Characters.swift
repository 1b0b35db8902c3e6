/// What Python asks of a code point. Surrogates and numbers beyond Unicode have no properties.
enum Characters {
  @inline(__always)
  static func isSpace(_ point: UInt32) -> Bool {
    if point < 0x80 { return point == 0x20 || point >= 0x09 && point <= 0x0D || point >= 0x1C && point <= 0x1F }
    switch point {
    case 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: return true
    default: return false
    }
  }

  static func isLineBreak(_ point: UInt32) -> Bool {
    switch point {
    case 0x0A...0x0D, 0x1C...0x1E, 0x85, 0x2028, 0x2029: true
    default: false
    }
  }

  static func isASCIILineBreak(_ point: UInt32) -> Bool { point == 0x0A || point == 0x0D }

  static func category(_ point: UInt32) -> Unicode.GeneralCategory {
    Unicode.Scalar(point)?.properties.generalCategory ?? .surrogate
  }

  /// Whether `repr` shows it as it is.
  static func isPrintable(_ point: UInt32) -> Bool {
    if point < 0x7F { return point >= 0x20 }
    switch category(point) {
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator, .spaceSeparator:
      return false
    default: return true
    }
  }

  static func isAlpha(_ point: UInt32) -> Bool {
    switch category(point) {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: true
    default: false
    }
  }

  static func isDecimal(_ point: UInt32) -> Bool { category(point) == .decimalNumber }

  static func isDigit(_ point: UInt32) -> Bool {
    switch Unicode.Scalar(point)?.properties.numericType {
    case .decimal, .digit: true
    default: false
    }
  }

  static func isNumeric(_ point: UInt32) -> Bool { Unicode.Scalar(point)?.properties.numericType != nil }

  static func isAlphanumeric(_ point: UInt32) -> Bool { isAlpha(point) || isNumeric(point) }

  static func isLower(_ point: UInt32) -> Bool { Unicode.Scalar(point)?.properties.isLowercase ?? false }

  static func isUpper(_ point: UInt32) -> Bool { Unicode.Scalar(point)?.properties.isUppercase ?? false }

  static func isTitle(_ point: UInt32) -> Bool { category(point) == .titlecaseLetter }

  static func isCased(_ point: UInt32) -> Bool { isLower(point) || isUpper(point) || isTitle(point) }

  static func startsIdentifier(_ point: UInt32) -> Bool {
    point == 0x5F || Unicode.Scalar(point)?.properties.isXIDStart ?? false
  }

  static func continuesIdentifier(_ point: UInt32) -> Bool {
    Unicode.Scalar(point)?.properties.isXIDContinue ?? false
  }

  /// The value of a decimal digit in any script.
  static func decimalValue(_ point: UInt32) -> Int? {
    guard isDecimal(point), let value = Unicode.Scalar(point)?.properties.numericValue else { return nil }
    return Int(value)
  }
}
