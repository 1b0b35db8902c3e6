import BigInt

extension IntType {
  static func installMethods(_ type: TypeObject) {
    type.define("bit_length", "self, /") { (vm, a) throws(Raised) in
      .int(try receiver(vm, "bit_length", a[0]).magnitude.bitWidth)
    }
    type.define("bit_count", "self, /") { (vm, a) throws(Raised) in
      .int(try receiver(vm, "bit_count", a[0]).magnitude.words.reduce(0) { $0 + $1.nonzeroBitCount })
    }
    type.define("as_integer_ratio", "self, /") { (vm, a) throws(Raised) in
      vm.tuple([vm.heap.integer(try receiver(vm, "as_integer_ratio", a[0])), .int(1)])
    }
    for name in ["real", "numerator"] {
      type.defineProperty(name) { (vm, value) throws(Raised) in vm.heap.integer(try receiver(vm, name, value)) }
    }
    type.defineProperty("imag") { (_, _) throws(Raised) in .int(0) }
    type.defineProperty("denominator") { (_, _) throws(Raised) in .int(1) }
    type.define("to_bytes", "self, length=1, byteorder='big', *, signed=False") { (vm, a) throws(Raised) in
      let number = try receiver(vm, "to_bytes", a[0])
      let length = try a.optional(1).map { (value) throws(Raised) in try vm.index(value) } ?? 1
      if length < 0 { throw vm.raise(.valueError, "length argument must be non-negative") }
      try vm.checkSize(length)
      let isLittle = try isLittleEndian(a.optional(2), vm)
      let isSigned = try a.optional(3).map { (value) throws(Raised) in try vm.isTrue(value) } ?? false
      guard var bytes = try bytes(of: number, length: length, isSigned: isSigned, vm) else {
        throw vm.raise(.overflowError, "int too big to convert")
      }
      if !isLittle { bytes.reverse() }
      return vm.bytes(bytes)
    }
    type.defineClass("from_bytes", "cls, bytes, byteorder='big', *, signed=False") { (vm, a) throws(Raised) in
      var bytes = try vm.byteValues(a[1], "bytes")
      if try !isLittleEndian(a.optional(2), vm) { bytes.reverse() }
      let isSigned = try a.optional(3).map { (value) throws(Raised) in try vm.isTrue(value) } ?? false
      var number = BigInt(magnitude(littleEndian: bytes))
      if isSigned, let last = bytes.last, last >= 0x80 { number -= BigInt(BigUInt(1) << (bytes.count * 8)) }
      guard let cls = a[0].asType, cls !== vm.heap.types.int else { return vm.heap.integer(number) }
      let plain = vm.heap.integer(number)
      defer { plain.release() }
      return try vm.call(a[0], plain)
    }
  }

  private static func isLittleEndian(_ value: Value?, _ vm: VM) throws(Raised) -> Bool {
    guard let value else { return false }
    guard let text = value.asStr else {
      throw vm.raise(.typeError, "to_bytes() argument 'byteorder' must be str, not \(vm.argumentName(value))")
    }
    switch text.string {
    case "little": return true
    case "big": return false
    default: throw vm.raise(.valueError, "byteorder must be either 'little' or 'big'")
    }
  }

  /// Little-endian two's complement; nil if it does not fit.
  private static func bytes(
    of number: BigInt, length: Int, isSigned: Bool, _ vm: VM
  ) throws(Raised) -> [UInt8]? {
    let isNegative = number.sign == .minus
    if isNegative && !isSigned { throw vm.raise(.overflowError, "can't convert negative int to unsigned") }
    let bits = length * 8
    // -2^(n-1) has a magnitude one beyond the largest positive number.
    let needed = isNegative ? (number + 1).magnitude.bitWidth : number.magnitude.bitWidth
    if needed > (isSigned ? max(bits - 1, 0) : bits) || isNegative && bits == 0 { return nil }
    let magnitude = isNegative ? (BigUInt(1) << bits) - number.magnitude : number.magnitude
    let words = magnitude.words
    return (0..<length).map { index in
      let word = index / 8
      return word < words.count ? UInt8(truncatingIfNeeded: words[word] >> UInt(index % 8 * 8)) : 0
    }
  }

  private static func magnitude(littleEndian bytes: [UInt8]) -> BigUInt {
    var words: [UInt] = []
    for start in stride(from: 0, to: bytes.count, by: 8) {
      var word: UInt = 0
      for (offset, byte) in bytes[start..<min(start + 8, bytes.count)].enumerated() {
        word |= UInt(byte) << UInt(offset * 8)
      }
      words.append(word)
    }
    return BigUInt(words: words)
  }
}
