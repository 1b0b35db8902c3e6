/// BLAKE2b on words of 64 bits and BLAKE2s on words of 32, with a key and of any length.
struct Blake2<Word: FixedWidthInteger & UnsignedInteger> {
  private let start: [Word]
  private let rounds: Int
  private let turns: [Int]

  private static var orders: [[Int]] {
    [
      [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15], [14, 10, 4, 8, 9, 15, 13, 6, 1, 12, 0, 2, 11, 7, 5, 3],
      [11, 8, 12, 0, 5, 2, 15, 13, 10, 14, 3, 6, 7, 1, 9, 4], [7, 9, 3, 1, 13, 12, 11, 14, 2, 6, 5, 10, 4, 0, 15, 8],
      [9, 0, 5, 7, 2, 4, 10, 15, 14, 1, 11, 12, 6, 8, 3, 13], [2, 12, 6, 10, 0, 11, 8, 3, 4, 13, 7, 5, 15, 14, 1, 9],
      [12, 5, 1, 15, 14, 13, 4, 10, 0, 7, 6, 3, 9, 2, 8, 11], [13, 11, 7, 14, 12, 1, 3, 9, 5, 0, 15, 4, 8, 6, 2, 10],
      [6, 15, 14, 9, 11, 3, 0, 8, 12, 2, 13, 7, 1, 4, 10, 5], [10, 2, 8, 4, 7, 6, 1, 5, 15, 11, 9, 14, 3, 12, 13, 0],
    ]
  }

  func digest(_ message: [UInt8], key: [UInt8], count: Int) -> [UInt8] {
    let size = Word.bitWidth / 8
    let block = size * 16
    var bytes = key.isEmpty ? [] : key + [UInt8](repeating: 0, count: block - key.count)
    bytes += message
    let length = bytes.count
    while bytes.count % block != 0 || bytes.isEmpty { bytes.append(0) }
    var hash = start
    hash[0] ^= 0x0101_0000 ^ Word(key.count) << 8 ^ Word(count)
    for place in stride(from: 0, to: bytes.count, by: block) {
      let words: [Word] = (0..<16).map { Padding.word(bytes, place + $0 * size, isBigEndian: false) }
      let isLast = place + block == bytes.count
      compress(&hash, words, counter: Word(truncatingIfNeeded: isLast ? length : place + block), isLast: isLast)
    }
    return Array(hash.flatMap { Padding.littleEndian($0) }.prefix(count))
  }

  private func compress(_ hash: inout [Word], _ words: [Word], counter: Word, isLast: Bool) {
    var v = hash + start
    v[12] ^= counter
    if isLast { v[14] = ~v[14] }
    func mix(_ a: Int, _ b: Int, _ c: Int, _ d: Int, _ x: Word, _ y: Word) {
      v[a] = v[a] &+ v[b] &+ x
      v[d] = (v[d] ^ v[a]).rotatedRight(turns[0])
      v[c] = v[c] &+ v[d]
      v[b] = (v[b] ^ v[c]).rotatedRight(turns[1])
      v[a] = v[a] &+ v[b] &+ y
      v[d] = (v[d] ^ v[a]).rotatedRight(turns[2])
      v[c] = v[c] &+ v[d]
      v[b] = (v[b] ^ v[c]).rotatedRight(turns[3])
    }
    let orders = Self.orders
    for round in 0..<rounds {
      let order = orders[round % 10]
      for index in 0..<4 {
        mix(index, index + 4, index + 8, index + 12, words[order[2 * index]], words[order[2 * index + 1]])
      }
      for index in 0..<4 {
        mix(
          index, (index + 1) % 4 + 4, (index + 2) % 4 + 8, (index + 3) % 4 + 12, words[order[2 * index + 8]],
          words[order[2 * index + 9]])
      }
    }
    for index in 0..<8 { hash[index] ^= v[index] ^ v[index + 8] }
  }
}

extension Blake2 where Word == UInt64 {
  static var wide: Blake2 {
    Blake2(start: Array(RootConstants.squareRoots[..<8]), rounds: 12, turns: [32, 24, 16, 63])
  }
}

extension Blake2 where Word == UInt32 {
  static var narrow: Blake2 {
    Blake2(start: RootConstants.squareRoots[..<8].map { UInt32($0 >> 32) }, rounds: 10, turns: [16, 12, 8, 7])
  }
}
