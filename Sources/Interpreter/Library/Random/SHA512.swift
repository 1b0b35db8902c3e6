import BigInt

/// SHA-512, which turns the text of a seed into a key. The constants are the fractional parts of the roots of the
/// first primes, computed by exact integer roots.
enum SHA512 {
  static func digest(_ message: [UInt8]) -> [UInt8] {
    let primes = firstPrimes(80)
    let constants = primes.map { rootFraction(UInt64($0), isCube: true) }
    var hash = primes.prefix(8).map { rootFraction(UInt64($0), isCube: false) }
    var padded = message + [0x80]
    while padded.count % 128 != 112 { padded.append(0) }
    padded += [UInt8](repeating: 0, count: 8)
    let bits = UInt64(message.count) * 8
    for shift in stride(from: 56, through: 0, by: -8) {
      padded.append(UInt8(truncatingIfNeeded: bits >> UInt64(shift)))
    }
    for start in stride(from: 0, to: padded.count, by: 128) {
      compress(&hash, padded[start..<(start + 128)], constants)
    }
    return hash.flatMap { word in
      stride(from: 56, through: 0, by: -8).map { UInt8(truncatingIfNeeded: word >> UInt64($0)) }
    }
  }

  private static func compress(_ hash: inout [UInt64], _ block: ArraySlice<UInt8>, _ constants: [UInt64]) {
    var words = [UInt64](repeating: 0, count: 80)
    for (index, byte) in block.enumerated() { words[index / 8] = words[index / 8] << 8 | UInt64(byte) }
    for t in 16..<80 {
      let a = words[t - 15]
      let b = words[t - 2]
      let first = rotate(a, 1) ^ rotate(a, 8) ^ (a >> 7)
      let second = rotate(b, 19) ^ rotate(b, 61) ^ (b >> 6)
      words[t] = words[t - 16] &+ first &+ words[t - 7] &+ second
    }
    var v = hash
    for t in 0..<80 {
      let sum1 = rotate(v[4], 14) ^ rotate(v[4], 18) ^ rotate(v[4], 41)
      let choice = (v[4] & v[5]) ^ (~v[4] & v[6])
      let first = v[7] &+ sum1 &+ choice &+ constants[t] &+ words[t]
      let sum0 = rotate(v[0], 28) ^ rotate(v[0], 34) ^ rotate(v[0], 39)
      let majority = (v[0] & v[1]) ^ (v[0] & v[2]) ^ (v[1] & v[2])
      v = [first &+ sum0 &+ majority, v[0], v[1], v[2], v[3] &+ first, v[4], v[5], v[6]]
    }
    for index in 0..<8 { hash[index] = hash[index] &+ v[index] }
  }

  private static func rotate(_ word: UInt64, _ count: UInt64) -> UInt64 { word >> count | word << (64 - count) }

  private static func firstPrimes(_ count: Int) -> [Int] {
    var primes: [Int] = []
    var candidate = 2
    while primes.count < count {
      if !primes.contains(where: { candidate % $0 == 0 }) { primes.append(candidate) }
      candidate += 1
    }
    return primes
  }

  /// The first 64 bits after the point of a prime's square or cube root.
  private static func rootFraction(_ prime: UInt64, isCube: Bool) -> UInt64 {
    // The largest r with r^n <= prime * 2^(64 n), found bit by bit; its low 64 bits are the fraction.
    let power = isCube ? 3 : 2
    let target = BigUInt(prime) << (64 * power)
    var root = BigUInt(0)
    for bit in stride(from: 69, through: 0, by: -1) {
      let candidate = root | (BigUInt(1) << bit)
      if candidate.power(power) <= target { root = candidate }
    }
    return UInt64(truncatingIfNeeded: root)
  }
}
