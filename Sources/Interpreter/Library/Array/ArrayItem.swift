import BigInt

/// The kinds of items that `array.array` holds, by their letters.
enum ArrayItem: UInt8 {
  case int8 = 0x62
  case uint8 = 0x42
  case character = 0x75
  case int16 = 0x68
  case uint16 = 0x48
  case int32 = 0x69
  case uint32 = 0x49
  case long = 0x6C
  case unsignedLong = 0x4C
  case int64 = 0x71
  case uint64 = 0x51
  case float = 0x66
  case double = 0x64

  /// All letters, as `array.typecodes` and messages name them.
  static let letters = "bBuhHiIlLqQfd"

  var letter: String { String(UnicodeScalar(rawValue)) }

  var size: Int {
    switch self {
    case .int8, .uint8: 1
    case .int16, .uint16: 2
    case .int32, .uint32, .character, .float: 4
    case .long, .unsignedLong, .int64, .uint64, .double: 8
    }
  }

  /// The item whose bytes begin at `offset`, which the caller has seen to be within the memory.
  func value(_ memory: [UInt8], at offset: Int, _ vm: VM) throws(Raised) -> Value {
    func load<T: BitwiseCopyable>(_ type: T.Type) -> T {
      memory.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: offset, as: type) }
    }
    switch self {
    case .int8: return .int(Int(load(Int8.self)))
    case .uint8: return .int(Int(load(UInt8.self)))
    case .int16: return .int(Int(load(Int16.self)))
    case .uint16: return .int(Int(load(UInt16.self)))
    case .int32: return .int(Int(load(Int32.self)))
    case .uint32: return .int(Int(load(UInt32.self)))
    case .long, .int64: return .int(load(Int.self))
    case .unsignedLong, .uint64: return vm.heap.integer(BigInt(load(UInt64.self)))
    case .float: return .float(Double(load(Float.self)))
    case .double: return .float(load(Double.self))
    case .character:
      let point = load(UInt32.self)
      if point > 0x10FFFF {
        let digits = String(point, radix: 16)
        throw vm.raise(.valueError, "character U+\(digits) is not in range [U+0000; U+10ffff]")
      }
      return vm.str(codePoints: [point])
    }
  }

  /// The bytes of a value.
  func bytes(_ value: Value, _ vm: VM) throws(Raised) -> [UInt8] {
    switch self {
    case .double: return ArrayItem.bytes(try vm.realNumber(value).bitPattern)
    case .float: return ArrayItem.bytes(Float(try vm.realNumber(value)).bitPattern)
    case .character:
      guard let text = value.asStr, text.count == 1 else {
        throw vm.raise(.typeError, "array item must be unicode character")
      }
      return ArrayItem.bytes(text.codePoints[0])
    case .int8: return ArrayItem.bytes(Int8(truncatingIfNeeded: try short(value, "signed char", vm)))
    case .uint8: return ArrayItem.bytes(UInt8(truncatingIfNeeded: try short(value, "unsigned byte integer", vm)))
    case .int16: return ArrayItem.bytes(Int16(truncatingIfNeeded: try short(value, "signed short integer", vm)))
    case .uint16: return ArrayItem.bytes(UInt16(truncatingIfNeeded: try short(value, "unsigned short", vm)))
    case .int32: return ArrayItem.bytes(Int32(truncatingIfNeeded: try short(value, "signed integer", vm)))
    case .uint32: return ArrayItem.bytes(UInt32(truncatingIfNeeded: try unsigned(value, vm)))
    case .long: return ArrayItem.bytes(try signed(value, "Python int too large to convert to C long", vm))
    case .int64: return ArrayItem.bytes(try signed(value, "int too big to convert", vm))
    case .unsignedLong, .uint64: return ArrayItem.bytes(try unsigned(value, vm))
    }
  }

  private static func bytes(_ number: some FixedWidthInteger) -> [UInt8] {
    withUnsafeBytes(of: number.littleEndian) { Array($0) }
  }

  private func number(_ value: Value, _ vm: VM) throws(Raised) -> BigInt {
    if let number = try vm.indexNumber(value) { return number }
    throw vm.raise(.typeError, "'\(vm.typeName(value))' object cannot be interpreted as an integer")
  }

  private func signed(_ value: Value, _ message: String, _ vm: VM) throws(Raised) -> Int {
    if case .int(let small) = value { return small }
    guard let number = Int(exactly: try number(value, vm)) else { throw vm.raise(.overflowError, message) }
    return number
  }

  /// An integer of less than 64 bits. CPython reads it into the next larger type of C first, whose range it may leave.
  private func short(_ value: Value, _ name: String, _ vm: VM) throws(Raised) -> Int {
    let number = try signed(value, "Python int too large to convert to C long", vm)
    let isSigned = self == .int8 || self == .int16 || self == .int32
    let bits = size * 8
    let least = isSigned ? -(1 << (bits - 1)) : 0
    let most = isSigned ? (1 << (bits - 1)) - 1 : (1 << bits) - 1
    if number >= least && number <= most { return number }
    let (isFirst, first) =
      self == .uint16
      ? (Int32(exactly: number) == nil, "signed integer") : (Int16(exactly: number) == nil, "signed short integer")
    let shown = self != .uint8 && isFirst && self != .int32 ? first : name
    throw vm.raise(.overflowError, "\(shown) is \(number > most ? "greater than maximum" : "less than minimum")")
  }

  private func unsigned(_ value: Value, _ vm: VM) throws(Raised) -> UInt64 {
    let number = try number(value, vm)
    if number < 0 {
      let what = self == .uint64 ? "negative int to unsigned" : "negative value to unsigned int"
      throw vm.raise(.overflowError, "can't convert \(what)")
    }
    guard let result = UInt64(exactly: number) else {
      throw vm.raise(
        .overflowError,
        self == .uint64 ? "int too big to convert" : "Python int too large to convert to C unsigned long")
    }
    if self == .uint32 && result > UInt64(UInt32.max) {
      throw vm.raise(.overflowError, "unsigned int is greater than maximum")
    }
    return result
  }
}
