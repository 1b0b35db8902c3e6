/// `re.IGNORECASE` and the others, by their numbers in Python.
struct PatternFlags: OptionSet, Hashable {
  let rawValue: Int

  static let template = PatternFlags(rawValue: 1)
  static let ignoreCase = PatternFlags(rawValue: 2)
  static let locale = PatternFlags(rawValue: 4)
  static let multiline = PatternFlags(rawValue: 8)
  static let dotAll = PatternFlags(rawValue: 16)
  static let unicode = PatternFlags(rawValue: 32)
  static let verbose = PatternFlags(rawValue: 64)
  static let debug = PatternFlags(rawValue: 128)
  static let ascii = PatternFlags(rawValue: 256)

  /// What decides which characters are letters: at most one of them is in force.
  static let types: PatternFlags = [.ascii, .locale, .unicode]
  /// Only for a whole pattern.
  static let global: PatternFlags = [.debug, .template]

  /// The flag of an inline letter: `(?i)`.
  init?(letter: UInt32) {
    switch letter {
    case UInt32(ascii: "a"): self = .ascii
    case UInt32(ascii: "i"): self = .ignoreCase
    case UInt32(ascii: "L"): self = .locale
    case UInt32(ascii: "m"): self = .multiline
    case UInt32(ascii: "s"): self = .dotAll
    case UInt32(ascii: "t"): self = .template
    case UInt32(ascii: "u"): self = .unicode
    case UInt32(ascii: "x"): self = .verbose
    default: return nil
    }
  }

  init(rawValue: Int) { self.rawValue = rawValue }

  /// Inside `(?adding-removing:…)`.
  func changed(adding: PatternFlags, removing: PatternFlags) -> PatternFlags {
    (adding.isDisjoint(with: .types) ? self : subtracting(.types)).union(adding).subtracting(removing)
  }
}

extension UInt32 {
  init(ascii scalar: Unicode.Scalar) { self = scalar.value }

  var isASCIIDigit: Bool { self >= 0x30 && self <= 0x39 }
  var isOctalDigit: Bool { self >= 0x30 && self <= 0x37 }
  var isASCIILetter: Bool { (self | 0x20) >= 0x61 && (self | 0x20) <= 0x7A }
  var isHexDigit: Bool { isASCIIDigit || (self | 0x20) >= 0x61 && (self | 0x20) <= 0x66 }
}
