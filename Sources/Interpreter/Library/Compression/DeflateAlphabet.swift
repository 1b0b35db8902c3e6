/// The symbols of the deflate format (RFC 1951): literals, lengths of repeats and distances back to them.
enum DeflateAlphabet {
  static let endOfBlock = 256
  static let literalCount = 286
  static let distanceCount = 30
  static let minimumMatch = 3
  static let maximumMatch = 258

  /// The bits that follow a length's symbol (from 257 on) and a distance's.
  static let lengthExtra = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0]
  static let distanceExtra = [
    0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13,
  ]
  /// The least length or distance that each symbol stands for.
  static let lengthBase: [Int] = {
    var bases = starts(lengthExtra, from: minimumMatch)
    bases[28] = maximumMatch
    return bases
  }()
  static let distanceBase = starts(distanceExtra, from: 1)

  /// The order in which the lengths of the codes for code lengths are written.
  static let codeLengthOrder = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]
  static let codeLengthExtra = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 3, 7]

  /// The lengths of the codes that blocks without a code of their own use.
  static let fixedLiteralLengths =
    [Int](repeating: 8, count: 144) + [Int](repeating: 9, count: 112) + [Int](repeating: 7, count: 24)
    + [Int](repeating: 8, count: 8)
  static let fixedDistanceLengths = [Int](repeating: 5, count: 30)

  /// The symbol of each length, less 257.
  static let lengthSymbols: [UInt8] = (0...maximumMatch).map { length in
    UInt8(lengthBase.lastIndex { $0 <= length } ?? 0)
  }

  /// The symbol of each distance.
  static let distanceSymbols: [UInt8] = {
    var symbols = [UInt8](repeating: 0, count: 32769)
    for (symbol, base) in distanceBase.enumerated() {
      for distance in base..<(base + 1 << distanceExtra[symbol]) where distance < symbols.count {
        symbols[distance] = UInt8(symbol)
      }
    }
    return symbols
  }()

  private static func starts(_ extra: [Int], from first: Int) -> [Int] {
    var next = first
    return extra.map { bits in
      defer { next += 1 << bits }
      return next
    }
  }

  /// Codes for symbols of these lengths: in order of length, then of symbol; written from their highest bit, so turned
  /// around here.
  static func codes(_ lengths: [Int]) -> [UInt32] {
    var counts = [UInt32](repeating: 0, count: 17)
    for length in lengths { counts[length] += 1 }
    counts[0] = 0
    var next = [UInt32](repeating: 0, count: 17)
    for length in 1...15 { next[length + 1] = (next[length] + counts[length]) << 1 }
    return lengths.map { length in
      guard length > 0 else { return 0 }
      defer { next[length] += 1 }
      var code = next[length]
      var turned: UInt32 = 0
      for _ in 0..<length {
        turned = turned << 1 | code & 1
        code >>= 1
      }
      return turned
    }
  }
}

/// Bits, from the lowest of each byte on.
struct BitWriter {
  private(set) var bytes: [UInt8] = []
  private var pending: UInt64 = 0
  private var count = 0

  mutating func write(_ value: Int, _ bits: Int) {
    pending |= UInt64(truncatingIfNeeded: value) << UInt64(count)
    count += bits
    while count >= 8 {
      bytes.append(UInt8(truncatingIfNeeded: pending))
      pending >>= 8
      count -= 8
    }
  }

  /// Fills the last byte.
  mutating func align() {
    if count > 0 { write(0, 8 - count) }
  }

  mutating func append(_ more: ArraySlice<UInt8>) { bytes += more }
}
