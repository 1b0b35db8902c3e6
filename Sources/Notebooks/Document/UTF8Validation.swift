/// Finds what keeps a file from being text.
enum UTF8Validation {
  /// The offset of the first byte that is NUL or not part of a well-formed character; nil for text.
  static func firstInvalid(_ bytes: [UInt8]) -> Int? {
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte != 0, byte < 0x80 {
        index += 1
        continue
      }
      guard let length = length(of: byte), index + length <= bytes.count else { return index }
      if length > 1 {
        guard secondBytes(after: byte).contains(bytes[index + 1]) else { return index }
        for offset in 2..<max(2, length) where bytes[index + offset] & 0xC0 != 0x80 { return index }
      }
      index += length
    }
    return nil
  }

  private static func length(of lead: UInt8) -> Int? {
    switch lead {
    case 0x01..<0x80: 1
    case 0xC2...0xDF: 2
    case 0xE0...0xEF: 3
    case 0xF0...0xF4: 4
    default: nil
    }
  }

  /// Excludes overlong forms, surrogates and what lies beyond U+10FFFF.
  private static func secondBytes(after lead: UInt8) -> ClosedRange<UInt8> {
    switch lead {
    case 0xE0: 0xA0...0xBF
    case 0xED: 0x80...0x9F
    case 0xF0: 0x90...0xBF
    case 0xF4: 0x80...0x8F
    default: 0x80...0xBF
    }
  }
}
