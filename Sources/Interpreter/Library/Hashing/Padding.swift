/// Blocks of words out of bytes, as most hashes take them.
enum Padding {
  /// The message, a one bit, zeros, and the length in bits at the end of a block.
  static func padded(_ message: [UInt8], block: Int, lengthBytes: Int, isBigEndian: Bool) -> [UInt8] {
    var bytes = message
    bytes.append(0x80)
    while bytes.count % block != block - lengthBytes { bytes.append(0) }
    let length = littleEndian(UInt64(message.count) &* 8) + [UInt8](repeating: 0, count: lengthBytes - 8)
    return bytes + (isBigEndian ? length.reversed() : length)
  }

  static func littleEndian<Word: FixedWidthInteger>(_ word: Word) -> [UInt8] {
    (0..<(Word.bitWidth / 8)).map { UInt8(truncatingIfNeeded: word >> Word($0 * 8)) }
  }

  static func word<Word: FixedWidthInteger>(_ bytes: [UInt8], _ start: Int, isBigEndian: Bool) -> Word {
    var word: Word = 0
    let count = Word.bitWidth / 8
    for index in 0..<count {
      word = word << 8 | Word(truncatingIfNeeded: bytes[start + (isBigEndian ? index : count - 1 - index)])
    }
    return word
  }
}

extension FixedWidthInteger {
  @inline(__always) func rotatedRight(_ count: Int) -> Self {
    self &>> Self(count) | self &<< Self(Self.bitWidth - count)
  }

  @inline(__always) func rotatedLeft(_ count: Int) -> Self {
    self &<< Self(count) | self &>> Self(Self.bitWidth - count)
  }
}
