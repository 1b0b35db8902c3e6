/// SHA-224 and SHA-256 on words of 32 bits, SHA-384 and SHA-512 on words of 64.
struct SHA2<Word: FixedWidthInteger & UnsignedInteger> {
  private let constants: [Word]
  private let rounds: Int
  /// By how much words are rotated: two small functions, two large ones; the third of a small one is a shift.
  private let small: ((Int, Int, Int), (Int, Int, Int))
  private let large: ((Int, Int, Int), (Int, Int, Int))

  func digest(_ message: [UInt8], from start: [Word], count: Int) -> [UInt8] {
    let block = Word.bitWidth * 2
    let bytes = Padding.padded(message, block: block, lengthBytes: block / 8, isBigEndian: true)
    var hash = start
    var words = [Word](repeating: 0, count: rounds)
    for place in stride(from: 0, to: bytes.count, by: block) {
      for t in 0..<16 { words[t] = Padding.word(bytes, place + t * Word.bitWidth / 8, isBigEndian: true) }
      compress(&hash, &words)
    }
    return Array(hash.flatMap { Padding.littleEndian($0).reversed() }.prefix(count))
  }

  private func compress(_ hash: inout [Word], _ words: inout [Word]) {
    for t in 16..<rounds {
      let a = words[t - 15]
      let b = words[t - 2]
      let first = a.rotatedRight(small.0.0) ^ a.rotatedRight(small.0.1) ^ (a &>> Word(small.0.2))
      let second = b.rotatedRight(small.1.0) ^ b.rotatedRight(small.1.1) ^ (b &>> Word(small.1.2))
      words[t] = words[t - 16] &+ first &+ words[t - 7] &+ second
    }
    var (a, b, c, d) = (hash[0], hash[1], hash[2], hash[3])
    var (e, f, g, h) = (hash[4], hash[5], hash[6], hash[7])
    for t in 0..<rounds {
      let mixed = e.rotatedRight(large.1.0) ^ e.rotatedRight(large.1.1) ^ e.rotatedRight(large.1.2)
      let first = h &+ mixed &+ ((e & f) ^ (~e & g)) &+ constants[t] &+ words[t]
      let turned = a.rotatedRight(large.0.0) ^ a.rotatedRight(large.0.1) ^ a.rotatedRight(large.0.2)
      let second = turned &+ ((a & b) ^ (a & c) ^ (b & c))
      (h, g, f, e) = (g, f, e, d &+ first)
      (d, c, b, a) = (c, b, a, first &+ second)
    }
    for (index, word) in [a, b, c, d, e, f, g, h].enumerated() { hash[index] = hash[index] &+ word }
  }
}

extension SHA2 where Word == UInt64 {
  private static var wide: SHA2 {
    SHA2(
      constants: RootConstants.cubeRoots, rounds: 80, small: ((1, 8, 7), (19, 61, 6)),
      large: ((28, 34, 39), (14, 18, 41)))
  }

  static func sha512(_ message: [UInt8]) -> [UInt8] {
    wide.digest(message, from: Array(RootConstants.squareRoots[..<8]), count: 64)
  }

  static func sha384(_ message: [UInt8]) -> [UInt8] {
    wide.digest(message, from: Array(RootConstants.squareRoots[8...]), count: 48)
  }
}

extension SHA2 where Word == UInt32 {
  private static var narrow: SHA2 {
    SHA2(
      constants: RootConstants.cubeRoots[..<64].map { UInt32($0 >> 32) }, rounds: 64,
      small: ((7, 18, 3), (17, 19, 10)), large: ((2, 13, 22), (6, 11, 25)))
  }

  static func sha256(_ message: [UInt8]) -> [UInt8] {
    narrow.digest(message, from: RootConstants.squareRoots[..<8].map { UInt32($0 >> 32) }, count: 32)
  }

  static func sha224(_ message: [UInt8]) -> [UInt8] {
    narrow.digest(
      message, from: RootConstants.squareRoots[8...].map { UInt32(truncatingIfNeeded: $0) }, count: 28)
  }
}
