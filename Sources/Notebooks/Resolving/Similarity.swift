/// How alike two texts are.
enum Similarity {
  /// Texts at least so alike are versions of one text. Unrelated English sentences reach about 0.35.
  static let ofSameOrigin = 0.5
  /// Longer texts are judged by their beginnings.
  private static let longest = 20_000

  /// Dice's coefficient over pairs of bytes, white space collapsed: 0 for nothing in common, 1 for the same pairs.
  static func of(_ first: String, _ second: String) -> Double {
    let first = collapsed(first)
    let second = collapsed(second)
    if first == second { return 1 }
    var counts: [UInt16: Int] = [:]
    for pair in pairs(first) { counts[pair, default: 0] += 1 }
    var shared = 0
    for pair in pairs(second) {
      guard let count = counts[pair], count > 0 else { continue }
      counts[pair] = count - 1
      shared += 1
    }
    let total = max(0, first.count - 1) + max(0, second.count - 1)
    return total == 0 ? 0 : 2 * Double(shared) / Double(total)
  }

  private static func pairs(_ bytes: [UInt8]) -> some Sequence<UInt16> {
    zip(bytes, bytes.dropFirst()).lazy.map { UInt16($0) << 8 | UInt16($1) }
  }

  private static func collapsed(_ text: String) -> [UInt8] {
    var result: [UInt8] = []
    for byte in text.utf8.prefix(longest) {
      let isBlank = byte == 0x20 || (0x09...0x0D).contains(byte)
      if isBlank, result.last == 0x20 { continue }
      result.append(isBlank ? 0x20 : byte)
    }
    return result
  }
}
