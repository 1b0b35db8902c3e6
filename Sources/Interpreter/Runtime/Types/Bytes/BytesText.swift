/// Bytes as a literal, and as hexadecimal digits.
enum BytesText {
  /// - Parameter marksApostrophes: as those of a `bytearray` are, within whatever quotes.
  static func repr(_ bytes: [UInt8], marksApostrophes: Bool = false) -> String {
    let quote: UInt8 = bytes.contains(0x27) && !bytes.contains(0x22) ? 0x22 : 0x27
    var text: [UInt8] = [UInt8(ascii: "b"), quote]
    text.reserveCapacity(bytes.count + 3)
    for byte in bytes {
      if byte == quote || byte == 0x5C || marksApostrophes && byte == 0x27 {
        text += [0x5C, byte]
      } else if byte >= 0x20 && byte < 0x7F {
        text.append(byte)
      } else {
        text += StrText.escape(UInt32(byte)).utf8
      }
    }
    text.append(quote)
    return String(decoding: text, as: UTF8.self)
  }

  private static let digits = Array("0123456789abcdef".utf8)

  /// - Parameter group: bytes between separators, counted from the right, or from the left if negative; 0 for none.
  static func hex(_ bytes: [UInt8], separator: UInt8?, group: Int) -> String {
    var text: [UInt8] = []
    let size = Int(clamping: group.magnitude)
    for (index, byte) in bytes.enumerated() {
      if let separator, size > 0, index > 0 {
        let counted = group > 0 ? bytes.count - index : index
        if counted % size == 0 { text.append(separator) }
      }
      text += [digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// Pairs of hexadecimal digits, blanks between them allowed.
  static func fromHex(_ text: StrObject, _ vm: VM) throws(Raised) -> [UInt8] {
    var bytes: [UInt8] = []
    var index = 0
    func digit(_ index: Int) -> UInt8? {
      guard index < text.count, text[index] < 0x80, let value = UInt8(text[index]).digitValue, value < 16 else {
        return nil
      }
      return UInt8(value)
    }
    while index < text.count {
      if text[index] < 0x80, ByteText.isSpace(UInt8(text[index])) {
        index += 1
        continue
      }
      guard let high = digit(index), let low = digit(index + 1) else {
        let place = digit(index) == nil ? index : index + 1
        throw vm.raise(.valueError, "non-hexadecimal number found in fromhex() arg at position \(place)")
      }
      bytes.append(high << 4 | low)
      index += 2
    }
    return bytes
  }
}
