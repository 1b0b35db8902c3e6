/// SHA-3 and SHAKE: a sponge on the Keccak permutation.
enum SHA3 {
  /// - Parameters:
  ///   - rate: how many bytes of the state meet the message.
  ///   - suffix: the bits that tell the family's members apart.
  static func digest(_ message: [UInt8], rate: Int, suffix: UInt8, count: Int) -> [UInt8] {
    var bytes = message
    bytes.append(suffix)
    while bytes.count % rate != 0 { bytes.append(0) }
    bytes[bytes.count - 1] |= 0x80
    var state = [UInt64](repeating: 0, count: 25)
    for place in stride(from: 0, to: bytes.count, by: rate) {
      for lane in 0..<(rate / 8) { state[lane] ^= Padding.word(bytes, place + lane * 8, isBigEndian: false) }
      permute(&state)
    }
    var result: [UInt8] = []
    while result.count < count {
      if !result.isEmpty { permute(&state) }
      for lane in 0..<(rate / 8) { result += Padding.littleEndian(state[lane]) }
    }
    return Array(result.prefix(count))
  }

  private static func permute(_ state: inout [UInt64]) {
    var register: UInt8 = 1
    for _ in 0..<24 {
      // Every lane takes up the parity of two columns.
      var columns = [UInt64](repeating: 0, count: 5)
      for x in 0..<5 { columns[x] = state[x] ^ state[x + 5] ^ state[x + 10] ^ state[x + 15] ^ state[x + 20] }
      for x in 0..<5 {
        let parity = columns[(x + 4) % 5] ^ columns[(x + 1) % 5].rotatedLeft(1)
        for y in 0..<5 { state[x + 5 * y] ^= parity }
      }
      // Lanes are rotated and moved.
      var (x, y) = (1, 0)
      var moving = state[1]
      for t in 0..<24 {
        (x, y) = (y, (2 * x + 3 * y) % 5)
        let turn = (t + 1) * (t + 2) / 2 % 64
        let moved = moving.rotatedLeft(turn)
        moving = state[x + 5 * y]
        state[x + 5 * y] = moved
      }
      // Rows are mixed.
      for row in 0..<5 {
        let lanes = Array(state[(5 * row)..<(5 * row + 5)])
        for x in 0..<5 { state[5 * row + x] = lanes[x] ^ (~lanes[(x + 1) % 5] & lanes[(x + 2) % 5]) }
      }
      // The round's constant, bit by bit from a shift register.
      for power in 0..<7 {
        if register & 1 == 1 { state[0] ^= 1 << UInt64((1 << power) - 1) }
        register = register & 0x80 == 0 ? register << 1 : register << 1 ^ 0x71
      }
    }
  }
}
