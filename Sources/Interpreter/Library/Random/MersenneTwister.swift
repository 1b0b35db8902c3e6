import BigInt

/// MT19937: the words behind Python's `random`.
struct MersenneTwister {
  private(set) var state: [UInt32]
  private(set) var position: Int

  /// From a 32-bit seed.
  init(seed: UInt32) {
    state = [UInt32](repeating: 0, count: 624)
    state[0] = seed
    for index in 1..<624 {
      let before = state[index - 1]
      state[index] = 1_812_433_253 &* (before ^ (before >> 30)) &+ UInt32(index)
    }
    position = 624
  }

  /// From a key of any length.
  init(key: [UInt32]) {
    self.init(seed: 19_650_218)
    let key = key.isEmpty ? [0] : key
    var i = 1
    var j = 0
    for _ in 0..<max(624, key.count) {
      let before = state[i - 1]
      state[i] = (state[i] ^ ((before ^ (before >> 30)) &* 1_664_525)) &+ key[j] &+ UInt32(truncatingIfNeeded: j)
      i += 1
      j += 1
      if i == 624 {
        state[0] = state[623]
        i = 1
      }
      if j == key.count { j = 0 }
    }
    for _ in 0..<623 {
      let before = state[i - 1]
      state[i] = (state[i] ^ ((before ^ (before >> 30)) &* 1_566_083_941)) &- UInt32(truncatingIfNeeded: i)
      i += 1
      if i == 624 {
        state[0] = state[623]
        i = 1
      }
    }
    state[0] = 0x8000_0000
  }

  /// From the magnitude of an integer: its 32-bit words, least significant first.
  init(integer: BigUInt) {
    var key: [UInt32] = []
    for word in integer.words {
      key.append(UInt32(truncatingIfNeeded: word))
      key.append(UInt32(truncatingIfNeeded: word >> 32))
    }
    while key.count > 1, key.last == 0 { key.removeLast() }
    self.init(key: key)
  }

  /// As `getstate` gave it: 624 words and a position within `0...624`.
  init?(state: [UInt32], position: Int) {
    guard state.count == 624, (0...624).contains(position) else { return nil }
    self.state = state
    self.position = position
  }

  mutating func next() -> UInt32 {
    if position >= 624 { refill() }
    var word = state[position]
    position += 1
    word ^= word >> 11
    word ^= (word << 7) & 0x9d2c_5680
    word ^= (word << 15) & 0xefc6_0000
    return word ^ (word >> 18)
  }

  private mutating func refill() {
    for index in 0..<624 {
      let mixed = (state[index] & 0x8000_0000) | (state[(index + 1) % 624] & 0x7fff_ffff)
      state[index] = state[(index + 397) % 624] ^ (mixed >> 1) ^ (mixed & 1 == 0 ? 0 : 0x9908_b0df)
    }
    position = 0
  }

  /// In [0, 1), with 53 random bits.
  mutating func uniform() -> Double {
    let high = Double(next() >> 5)
    let low = Double(next() >> 6)
    return (high * 67_108_864 + low) / 9_007_199_254_740_992
  }

  /// `count` random bits; `count` within `1...64`.
  mutating func bits(_ count: Int) -> UInt64 {
    if count <= 32 { return UInt64(next() >> UInt32(32 - count)) }
    let low = UInt64(next())
    return low | UInt64(next() >> UInt32(64 - count)) << 32
  }

  /// `count` random bits of any number.
  mutating func bigBits(_ count: Int) -> BigUInt {
    var words: [UInt] = []
    var left = count
    while left > 0 {
      let low = left >= 32 ? UInt(next()) : UInt(next() >> UInt32(32 - left))
      left -= 32
      var high: UInt = 0
      if left > 0 {
        high = left >= 32 ? UInt(next()) : UInt(next() >> UInt32(32 - left))
        left -= 32
      }
      words.append(low | high << 32)
    }
    return BigUInt(words: words)
  }

  /// In `0..<bound`, without bias; `bound` above zero.
  mutating func below(_ bound: Int) -> Int {
    let width = Int.bitWidth - bound.leadingZeroBitCount
    while true {
      let value = bits(width)
      if value < UInt64(bound) { return Int(value) }
    }
  }

  mutating func below(_ bound: BigInt) -> BigInt {
    if let small = Int(exactly: bound), small > 0 { return BigInt(below(small)) }
    let width = bound.magnitude.bitWidth
    while true {
      let value = bigBits(width)
      if value < bound.magnitude { return BigInt(value) }
    }
  }
}
