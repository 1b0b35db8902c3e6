import BigInt

/// Digits in any radix, in time that grows with the number for powers of two.
extension BigUInt {
  /// - Parameter digits: each below `radix`.
  init(digits: [UInt8], radix: Int) {
    if radix & (radix - 1) == 0 {
      self.init(packed: digits, bits: radix.trailingZeroBitCount)
      return
    }
    // As many digits at a time as fit a word.
    var size = 1
    var power = UInt(radix)
    while true {
      let (next, overflow) = power.multipliedReportingOverflow(by: UInt(radix))
      if overflow { break }
      power = next
      size += 1
    }
    var value = BigUInt(0)
    var index = digits.count % size
    if index > 0 { value = BigUInt(BigUInt.word(digits[..<index], radix)) }
    while index < digits.count {
      value = value * BigUInt(power) + BigUInt(BigUInt.word(digits[index..<(index + size)], radix))
      index += size
    }
    self = value
  }

  private static func word(_ digits: ArraySlice<UInt8>, _ radix: Int) -> UInt {
    digits.reduce(0) { $0 &* UInt(radix) &+ UInt($1) }
  }

  private init(packed digits: [UInt8], bits: Int) {
    var words = [UInt](repeating: 0, count: digits.count * bits / UInt.bitWidth + 1)
    var place = 0
    for digit in digits.reversed() {
      let (word, offset) = (place / UInt.bitWidth, place % UInt.bitWidth)
      words[word] |= UInt(digit) << UInt(offset)
      if offset + bits > UInt.bitWidth, word + 1 < words.count {
        words[word + 1] |= UInt(digit) >> UInt(UInt.bitWidth - offset)
      }
      place += bits
    }
    self.init(words: words)
  }

  /// The digits as ASCII text; `radix` is 10 or a power of two up to 16.
  func text(radix: Int, isUppercase: Bool) -> [UInt8] {
    if radix == 10 { return Array(description.utf8) }
    if isZero { return [Ascii.zero8] }
    let symbols = Array((isUppercase ? "0123456789ABCDEF" : "0123456789abcdef").utf8)
    let bits = radix.trailingZeroBitCount
    let words = Array(self.words)
    let count = (bitWidth + bits - 1) / bits
    return (0..<count).reversed().map { index in
      let place = index * bits
      let (word, offset) = (place / UInt.bitWidth, place % UInt.bitWidth)
      var digit = word < words.count ? words[word] >> UInt(offset) : 0
      if offset + bits > UInt.bitWidth, word + 1 < words.count {
        digit |= words[word + 1] << UInt(UInt.bitWidth - offset)
      }
      return symbols[Int(digit & UInt(radix - 1))]
    }
  }
}
