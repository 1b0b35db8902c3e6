import BigInt

/// The constants of the SHA-2 and BLAKE2 families: the first 64 bits after the point of the roots of the first primes,
/// computed once by exact integer roots.
enum RootConstants {
  static let cubeRoots: [UInt64] = firstPrimes(80).map { fraction(UInt64($0), isCube: true) }
  /// Of the first sixteen primes.
  static let squareRoots: [UInt64] = firstPrimes(16).map { fraction(UInt64($0), isCube: false) }

  private static func firstPrimes(_ count: Int) -> [Int] {
    var primes: [Int] = []
    var candidate = 2
    while primes.count < count {
      if !primes.contains(where: { candidate % $0 == 0 }) { primes.append(candidate) }
      candidate += 1
    }
    return primes
  }

  private static func fraction(_ prime: UInt64, isCube: Bool) -> UInt64 {
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
