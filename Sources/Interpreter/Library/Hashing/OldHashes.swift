#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// MD5 and SHA-1, which nobody should trust any more and everybody still computes.
enum OldHashes {
  private static let sines: [UInt32] = (1...64).map { UInt32(abs(sin(Double($0))) * 4_294_967_296) }
  private static let turns = [[7, 12, 17, 22], [5, 9, 14, 20], [4, 11, 16, 23], [6, 10, 15, 21]]
  private static let start: [UInt32] = [0x6745_2301, 0xefcd_ab89, 0x98ba_dcfe, 0x1032_5476, 0xc3d2_e1f0]

  static func md5(_ message: [UInt8]) -> [UInt8] {
    let bytes = Padding.padded(message, block: 64, lengthBytes: 8, isBigEndian: false)
    var hash = Array(start[..<4])
    for place in stride(from: 0, to: bytes.count, by: 64) {
      let words: [UInt32] = (0..<16).map { Padding.word(bytes, place + $0 * 4, isBigEndian: false) }
      var (a, b, c, d) = (hash[0], hash[1], hash[2], hash[3])
      for t in 0..<64 {
        let mixed: UInt32
        let index: Int
        switch t / 16 {
        case 0: (mixed, index) = ((b & c) | (~b & d), t)
        case 1: (mixed, index) = ((d & b) | (~d & c), (5 * t + 1) % 16)
        case 2: (mixed, index) = (b ^ c ^ d, (3 * t + 5) % 16)
        default: (mixed, index) = (c ^ (b | ~d), 7 * t % 16)
        }
        let sum = a &+ mixed &+ sines[t] &+ words[index]
        (a, d, c, b) = (d, c, b, b &+ sum.rotatedLeft(turns[t / 16][t % 4]))
      }
      for (index, word) in [a, b, c, d].enumerated() { hash[index] = hash[index] &+ word }
    }
    return hash.flatMap { Padding.littleEndian($0) }
  }

  static func sha1(_ message: [UInt8]) -> [UInt8] {
    let bytes = Padding.padded(message, block: 64, lengthBytes: 8, isBigEndian: true)
    var hash = start
    var words = [UInt32](repeating: 0, count: 80)
    for place in stride(from: 0, to: bytes.count, by: 64) {
      for t in 0..<16 { words[t] = Padding.word(bytes, place + t * 4, isBigEndian: true) }
      for t in 16..<80 { words[t] = (words[t - 3] ^ words[t - 8] ^ words[t - 14] ^ words[t - 16]).rotatedLeft(1) }
      var (a, b, c, d, e) = (hash[0], hash[1], hash[2], hash[3], hash[4])
      for t in 0..<80 {
        let (mixed, constant): (UInt32, UInt32) =
          switch t / 20 {
          case 0: ((b & c) | (~b & d), 0x5a82_7999)
          case 1: (b ^ c ^ d, 0x6ed9_eba1)
          case 2: ((b & c) | (b & d) | (c & d), 0x8f1b_bcdc)
          default: (b ^ c ^ d, 0xca62_c1d6)
          }
        let sum = a.rotatedLeft(5) &+ mixed &+ e &+ constant &+ words[t]
        (e, d, c, b, a) = (d, c, b.rotatedLeft(30), a, sum)
      }
      for (index, word) in [a, b, c, d, e].enumerated() { hash[index] = hash[index] &+ word }
    }
    return hash.flatMap { Padding.littleEndian($0).reversed() }
  }
}
