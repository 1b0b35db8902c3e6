/// The items of a `memoryview` between memory and values, by the letters of `struct`.
enum MemoryItem {
  /// Bytes of a native item; nil for letters that views do not know.
  static func size(_ format: String) -> Int? {
    switch format.hasPrefix("@") ? String(format.dropFirst()) : format {
    case "b", "B", "c", "?": 1
    case "h", "H", "e": 2
    case "i", "I", "f": 4
    case "l", "L", "q", "Q", "n", "N", "d", "P": 8
    default: nil
    }
  }

  static func value(_ bytes: [UInt8], _ format: String, _ vm: VM) -> Value {
    var bits: UInt64 = 0
    for byte in bytes.reversed() { bits = bits << 8 | UInt64(byte) }
    switch format.last {
    case "c": return vm.bytes(bytes)
    case "?": return .bool(bits != 0)
    case "f": return .float(Double(Float(bitPattern: UInt32(truncatingIfNeeded: bits))))
    case "d": return .float(Double(bitPattern: bits))
    case "b", "h", "i", "l", "q", "n":
      let unused = UInt64(64 - 8 * bytes.count)
      return .int(Int(truncatingIfNeeded: Int64(bitPattern: bits << unused) >> Int64(unused)))
    default: return vm.heap.integer(.init(bits))
    }
  }

  static func bytes(_ value: Value, _ format: String, size: Int, _ vm: VM) throws(Raised) -> [UInt8] {
    func littleEndian(_ bits: UInt64) -> [UInt8] { (0..<size).map { UInt8(truncatingIfNeeded: bits >> (8 * $0)) } }
    let wrongType = "memoryview: invalid type for format '\(format)'"
    let wrongValue = "memoryview: invalid value for format '\(format)'"
    switch format.last {
    case "c":
      guard let bytes = value.asBytes?.bytes else { throw vm.raise(.typeError, wrongType) }
      guard bytes.count == 1 else { throw vm.raise(.valueError, wrongValue) }
      return bytes
    case "?": return [try vm.isTrue(value) ? 1 : 0]
    case "f", "d":
      guard let number = try vm.realNumberOrNil(value) else { throw vm.raise(.typeError, wrongType) }
      return littleEndian(format.last == "f" ? UInt64(Float(number).bitPattern) : number.bitPattern)
    default: break
    }
    guard let number = try vm.indexNumber(value) else { throw vm.raise(.typeError, wrongType) }
    let isSigned = ["b", "h", "i", "l", "q", "n"].contains(format.last)
    if isSigned {
      let unused = Int64(64 - 8 * size)
      guard let small = Int64(exactly: number), (small << unused) >> unused == small else {
        throw vm.raise(.valueError, wrongValue)
      }
      return littleEndian(UInt64(bitPattern: small))
    }
    guard let small = UInt64(exactly: number), size == 8 || small >> UInt64(8 * size) == 0 else {
      throw vm.raise(.valueError, wrongValue)
    }
    return littleEndian(small)
  }
}
