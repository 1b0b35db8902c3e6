/// The MT19937 generator: 624 words of state that are renewed, and give their output, all at once.
package struct MersenneTwister: Sendable {
  /// The number of words in a batch of output.
  package static let size = 624
  private static let middle = 397

  private var state: [UInt32]

  /// Seeds from one 32-bit number.
  package init(seed: UInt32) {
    var words = [UInt32](repeating: 0, count: Self.size)
    words[0] = seed
    for j in 1..<Self.size {
      words[j] = 1_812_433_253 &* (words[j - 1] ^ (words[j - 1] >> 30)) &+ UInt32(j)
    }
    state = words
  }

  /// Seeds from a list of numbers, which may be of any length; an empty one counts as a single 0.
  package init(array: [UInt32]) {
    let key = array.isEmpty ? [0] : array
    var words = MersenneTwister(seed: 19_650_218).state
    var i = 1
    var j = 0
    func previous() -> UInt32 { words[i - 1] ^ (words[i - 1] >> 30) }
    func advance() {
      i += 1
      if i >= Self.size {
        words[0] = words[Self.size - 1]
        i = 1
      }
    }
    for _ in 0..<max(Self.size, key.count) {
      words[i] = (words[i] ^ (previous() &* 1_664_525)) &+ key[j] &+ UInt32(truncatingIfNeeded: j)
      advance()
      j = j + 1 < key.count ? j + 1 : 0
    }
    for _ in 1..<Self.size {
      words[i] = (words[i] ^ (previous() &* 1_566_083_941)) &- UInt32(i)
      advance()
    }
    words[0] = 0x8000_0000
    state = words
  }

  /// Writes the next `size` words of output: the recurrence in three stretches without index arithmetic modulo the size,
  /// then the tempering of every word.
  package mutating func renew(into out: UnsafeMutablePointer<UInt32>) {
    state.withUnsafeMutableBufferPointer { k in
      func twist(_ i: Int, _ next: Int, _ far: Int) {
        let y = (k[i] & 0x8000_0000) | (k[next] & 0x7fff_ffff)
        k[i] = k[far] ^ (y >> 1) ^ ((y & 1) &* 0x9908_b0df)
      }
      for i in 0..<(Self.size - Self.middle) { twist(i, i + 1, i + Self.middle) }
      for i in (Self.size - Self.middle)..<(Self.size - 1) { twist(i, i + 1, i + Self.middle - Self.size) }
      twist(Self.size - 1, 0, Self.middle - 1)
      for i in 0..<Self.size {
        var y = k[i]
        y ^= y >> 11
        y ^= (y << 7) & 0x9d2c_5680
        y ^= (y << 15) & 0xefc6_0000
        out[i] = y ^ (y >> 18)
      }
    }
  }
}
