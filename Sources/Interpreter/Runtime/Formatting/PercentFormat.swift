import BigInt

/// `format % arguments`.
struct PercentFormat {
  private let vm: VM
  private let format: StrObject
  /// A tuple's items are used one after the other; anything else is the single argument.
  private let arguments: Value
  private let isTuple: Bool
  private let isMapping: Bool
  /// Bytes are formatted as the text of the same numbers.
  private let isBytes: Bool
  private var used = 0
  private var position = 0
  private var output: [UInt32] = []

  /// One conversion: `%[(key)][flags][width][.precision]type`.
  private struct Conversion {
    var isLeft = false
    var hasPlus = false
    var hasSpace = false
    var isAlternate = false
    var isZeroFilled = false
    var width = 0
    var precision: Int?
    var type: UInt32 = 0

    var typeName: Character { Character(Unicode.Scalar(type) ?? "?") }
  }

  static func apply(_ format: StrObject, _ arguments: Value, _ vm: VM) throws(Raised) -> Value {
    var formatter = PercentFormat(format, arguments, isBytes: false, vm)
    try formatter.run()
    return vm.str(codePoints: formatter.output)
  }

  static func apply(_ format: [UInt8], _ arguments: Value, _ vm: VM) throws(Raised) -> [UInt8] {
    let text = StrObject.make(format.map { UInt32($0) }, heap: vm.heap)
    defer { Value(text).release() }
    var formatter = PercentFormat(text, arguments, isBytes: true, vm)
    try formatter.run()
    return formatter.output.map { UInt8(truncatingIfNeeded: $0) }
  }

  private init(_ format: StrObject, _ arguments: Value, isBytes: Bool, _ vm: VM) {
    self.isBytes = isBytes
    self.vm = vm
    self.format = format
    self.arguments = arguments
    isTuple = arguments.asTuple != nil
    isMapping =
      !isTuple && arguments.asStr == nil && !(isBytes && arguments.byteBuffer != nil)
      && !vm.heap.types.of(arguments)[.getitem].isUnbound
  }

  private mutating func run() throws(Raised) {
    while position < format.count {
      let point = format[position]
      position += 1
      if point != UInt32(Ascii.percent) {
        output.append(point)
      } else if position < format.count, format[position] == UInt32(Ascii.percent) {
        position += 1
        output.append(point)
      } else {
        try convert()
      }
    }
    let total = arguments.asTuple?.count ?? 1
    if used < total && !isMapping {
      throw vm.raise(.typeError, "not all arguments converted during \(isBytes ? "bytes" : "string") formatting")
    }
  }

  private mutating func convert() throws(Raised) {
    if try convertQuickly() { return }
    var keyed: Value?
    defer { keyed?.release() }
    if peek("(") { keyed = try keyedArgument() }
    var conversion = Conversion()
    try readFlags(&conversion)
    // A key's value serves all parts of its conversion once.
    var single = keyed
    try readWidth(&conversion, &single)
    if peek("h") || peek("l") || peek("L") { position += 1 }
    guard position < format.count else { throw vm.raise(.valueError, "incomplete format") }
    conversion.type = format[position]
    position += 1
    let value = try nextArgument(&single, isKeyed: keyed != nil)
    try write(value, conversion)
  }

  /// `%d` of a machine integer and `%s` of a string, without flags; false for anything else.
  private mutating func convertQuickly() throws(Raised) -> Bool {
    guard let tuple = arguments.asTuple, used < tuple.count, position < format.count else { return false }
    let value = tuple.items[used]
    switch (Unicode.Scalar(format[position]), value) {
    case ("d", .int(let number)): output.append(contentsOf: String(number).utf8.lazy.map { UInt32($0) })
    case ("s", .object):
      guard let text = value.plainString(vm.heap.types), !isBytes else { return false }
      text._withUnsafeGuaranteedRef { $0.appendPoints(to: &output) }
    default: return false
    }
    position += 1
    used += 1
    return true
  }

  private func peek(_ character: Unicode.Scalar) -> Bool {
    position < format.count && format[position] == character.value
  }

  /// The value of `(key)`, owned.
  private mutating func keyedArgument() throws(Raised) -> Value {
    guard isMapping else { throw vm.raise(.typeError, "format requires a mapping") }
    // From now on the mapping itself is no argument.
    used = 1
    position += 1
    let start = position
    var depth = 1
    while position < format.count && depth > 0 {
      if peek("(") { depth += 1 } else if peek(")") { depth -= 1 }
      position += 1
    }
    if depth > 0 { throw vm.raise(.valueError, "incomplete format key") }
    let name = start..<(position - 1)
    let key =
      isBytes
      ? vm.bytes(name.map { UInt8(truncatingIfNeeded: format[$0]) })
      : format.slice(name, vm)
    defer { key.release() }
    return try vm.getItem(arguments, key)
  }

  private mutating func nextArgument(_ single: inout Value?, isKeyed: Bool) throws(Raised) -> Value {
    if isKeyed {
      if let value = single {
        single = nil
        return value
      }
    } else if let tuple = arguments.asTuple {
      if used < tuple.count {
        used += 1
        return tuple.items[used - 1]
      }
    } else if used == 0 {
      used = 1
      return arguments
    }
    throw vm.raise(.typeError, "not enough arguments for format string")
  }

  private mutating func readFlags(_ conversion: inout Conversion) throws(Raised) {
    while position < format.count {
      switch Unicode.Scalar(format[position]) {
      case "-": conversion.isLeft = true
      case "+": conversion.hasPlus = true
      case " ": conversion.hasSpace = true
      case "#": conversion.isAlternate = true
      case "0": conversion.isZeroFilled = true
      default: return
      }
      position += 1
    }
  }

  private mutating func readWidth(_ conversion: inout Conversion, _ single: inout Value?) throws(Raised) {
    if peek("*") {
      let width = try starArgument(&single)
      conversion.width = Int(clamping: width.magnitude)
      if width < 0 { conversion.isLeft = true }
    } else {
      conversion.width = try readNumber("width too big")
    }
    if peek(".") {
      position += 1
      if peek("*") {
        conversion.precision = max(0, try starArgument(&single))
      } else {
        conversion.precision = try readNumber("precision too big")
      }
    }
    try vm.checkSize(of: max(conversion.width, conversion.precision ?? 0), each: 8)
  }

  private mutating func starArgument(_ single: inout Value?) throws(Raised) -> Int {
    position += 1
    let value = try nextArgument(&single, isKeyed: single != nil)
    guard value.bigInt != nil else { throw vm.raise(.typeError, "* wants int") }
    guard let number = value.smallInt else {
      throw vm.raise(.overflowError, "Python int too large to convert to C ssize_t")
    }
    return number
  }

  private mutating func readNumber(_ tooBig: String) throws(Raised) -> Int {
    var number = 0
    while position < format.count, format[position] >= 0x30, format[position] <= 0x39 {
      number = number * 10 + Int(format[position]) - 0x30
      if number > Int(Int32.max) { throw vm.raise(.valueError, tooBig) }
      position += 1
    }
    return number
  }

  private mutating func write(_ value: Value, _ conversion: Conversion) throws(Raised) {
    switch Unicode.Scalar(conversion.type) {
    case "s" where isBytes, "b" where isBytes:
      pad(Array(try byteText(value, conversion).prefix(conversion.precision ?? .max)), conversion)
    case "r" where isBytes:
      pad(Array(try vm.asciiRepr(value).codePoints.prefix(conversion.precision ?? .max)), conversion)
    case "c" where isBytes: pad([try byte(value)], conversion)
    case "s": pad(Array(try vm.textPoints(value).prefix(conversion.precision ?? .max)), conversion)
    case "r": pad(Array(try vm.repr(value).codePoints.prefix(conversion.precision ?? .max)), conversion)
    case "a": pad(Array(try vm.asciiRepr(value).codePoints.prefix(conversion.precision ?? .max)), conversion)
    case "c": pad([try character(value)], conversion)
    case "d", "i", "u", "o", "x", "X": try writeInteger(value, conversion)
    case "e", "E", "f", "F", "g", "G":
      let number = try vm.realNumber(value)
      let text = FloatText.formatted(
        number, UInt8(truncatingIfNeeded: conversion.type), precision: conversion.precision ?? 6,
        isAlternate: conversion.isAlternate)
      write(NumberText(floatText: text), conversion)
    default:
      let shown = conversion.type > 31 && conversion.type < 127 ? conversion.typeName : "?"
      throw vm.raise(
        .valueError,
        "unsupported format character '\(shown)' (0x\(String(conversion.type, radix: 16))) at index \(position - 1)")
    }
  }

  private func byteText(_ value: Value, _ conversion: Conversion) throws(Raised) -> [UInt32] {
    if let bytes = value.byteBuffer { return bytes.map { UInt32($0) } }
    if let made = try vm.callSpecial(.bytes, value) {
      defer { made.release() }
      guard let bytes = made.asBytes else {
        throw vm.raise(.typeError, "__bytes__ returned non-bytes (type \(vm.typeName(made)))")
      }
      return bytes.bytes.map { UInt32($0) }
    }
    throw vm.raise(
      .typeError,
      "%b requires a bytes-like object, or an object that implements __bytes__, not '\(vm.typeName(value))'")
  }

  private func byte(_ value: Value) throws(Raised) -> UInt32 {
    if let bytes = value.byteBuffer, bytes.count == 1 { return UInt32(bytes[0]) }
    guard let number = try vm.indexNumber(value) else {
      throw vm.raise(.typeError, "%c requires an integer in range(256) or a single byte")
    }
    guard let byte = UInt8(exactly: number) else { throw vm.raise(.overflowError, "%c arg not in range(256)") }
    return UInt32(byte)
  }

  private func character(_ value: Value) throws(Raised) -> UInt32 {
    if let text = value.asStr, text.count == 1 { return text[0] }
    guard let number = try vm.indexNumber(value) else { throw vm.raise(.typeError, "%c requires int or char") }
    guard let point = Int(exactly: number), point >= 0, point < 0x110000 else {
      throw vm.raise(.overflowError, "%c arg not in range(0x110000)")
    }
    return UInt32(point)
  }

  private mutating func writeInteger(_ value: Value, _ conversion: Conversion) throws(Raised) {
    let radix: Int
    switch Unicode.Scalar(conversion.type) {
    case "o": radix = 8
    case "x", "X": radix = 16
    default: radix = 10
    }
    let number = try integer(value, conversion, isWhole: radix != 10)
    if radix == 10 { try IntText.checkDigits(number, vm) }
    let isUpper = conversion.typeName == "X"
    var text = NumberText(number, radix: radix, isUppercase: isUpper)
    if let precision = conversion.precision, precision > text.digits.count {
      text.digits = Array(repeating: Ascii.zero8, count: precision - text.digits.count) + text.digits
    }
    if conversion.isAlternate && radix != 10 {
      text.prefix = [Ascii.zero8, UInt8(truncatingIfNeeded: conversion.type)]
    }
    write(text, conversion)
  }

  private func integer(_ value: Value, _ conversion: Conversion, isWhole: Bool) throws(Raised) -> BigInt {
    if let number = value.bigInt { return number }
    if isWhole {
      if let number = try vm.indexNumber(value) { return number }
    } else if value.asStr == nil, let number = try vm.wholeNumber(value) {
      return number
    }
    let wanted = isWhole ? "an integer" : "a real number"
    throw vm.raise(
      .typeError, "%\(conversion.typeName) format: \(wanted) is required, not \(vm.typeName(value))")
  }

  private mutating func write(_ number: NumberText, _ conversion: Conversion) {
    var head: [UInt8] = []
    if number.isNegative {
      head = [Ascii.minus]
    } else if conversion.hasPlus {
      head = [Ascii.plus]
    } else if conversion.hasSpace {
      head = [Ascii.space8]
    }
    head += number.prefix
    let body = number.digits + number.rest
    let missing = conversion.width - head.count - body.count
    if conversion.isZeroFilled && !conversion.isLeft && missing > 0 {
      head += Array(repeating: Ascii.zero8, count: missing)
    }
    pad((head + body).map { UInt32($0) }, conversion)
  }

  private mutating func pad(_ text: [UInt32], _ conversion: Conversion) {
    let missing = conversion.width - text.count
    let blanks = missing > 0 ? Array(repeating: Ascii.space, count: missing) : []
    output += conversion.isLeft ? text + blanks : blanks + text
  }
}
