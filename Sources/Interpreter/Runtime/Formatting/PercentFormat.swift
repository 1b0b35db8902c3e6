import BigInt

/// `format % arguments`.
struct PercentFormat {
  private let vm: VM
  private let format: Text
  /// A tuple's items are used one after the other; anything else is the single argument.
  private let arguments: Value
  private let tuple: Unmanaged<TupleObject>?
  private let isMapping: Bool
  /// Bytes are formatted as the text of the same numbers.
  private let isBytes: Bool
  private var used = 0
  private var position = 0
  private let writer: TextWriter

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

    /// How the text is laid out, in the terms of `format`. Only numbers are filled with zeros.
    var spec: FormatSpec {
      let isFilled = isZeroFilled && !isLeft && isNumber
      var spec = FormatSpec(alignment: isLeft ? .left : isFilled ? .afterSign : .right, width: width)
      if isFilled { spec.fill = Ascii.zero }
      if hasPlus { spec.sign = Ascii.plus } else if hasSpace { spec.sign = Ascii.space8 }
      return spec
    }

    private var isNumber: Bool {
      switch Unicode.Scalar(type) {
      case "s", "r", "a", "b", "c": false
      default: true
      }
    }
  }

  static func apply(_ format: StrObject, _ arguments: Value, _ vm: VM) throws(Raised) -> Value {
    try Formatting.text(vm) { (writer) throws(Raised) in
      var formatter = PercentFormat(format.text, arguments, isBytes: false, to: writer, vm)
      try formatter.run()
    }
  }

  static func apply(_ format: [UInt8], _ arguments: Value, _ vm: VM) throws(Raised) -> [UInt8] {
    let text = StrObject.make(format.map { UInt32($0) }, heap: vm.heap)
    defer { Value(text).release() }
    let written = try Formatting.text(vm) { (writer) throws(Raised) in
      var formatter = PercentFormat(text.text, arguments, isBytes: true, to: writer, vm)
      try formatter.run()
    }
    defer { written.release() }
    return written.asStr?.codePoints.map { UInt8(truncatingIfNeeded: $0) } ?? []
  }

  private init(_ format: Text, _ arguments: Value, isBytes: Bool, to writer: TextWriter, _ vm: VM) {
    self.writer = writer
    self.isBytes = isBytes
    self.vm = vm
    self.format = format
    self.arguments = arguments
    tuple = arguments.reference(.tuple, to: TupleObject.self)
    isMapping =
      tuple == nil && arguments.kind != .str && !(isBytes && arguments.byteBuffer != nil)
      && !vm.heap.types.special(.getitem, of: arguments).isUnbound
  }

  private mutating func run() throws(Raised) {
    while position < format.count {
      let start = position
      while position < format.count, format[position] != UInt32(Ascii.percent) { position &+= 1 }
      if position > start { try writer.append(format[start..<position], vm) }
      if position == format.count { break }
      position &+= 1
      if position < format.count, format[position] == UInt32(Ascii.percent) {
        position += 1
        writer.append(Ascii.percent)
      } else if try !convertQuickly() {
        try convert()
      }
    }
    if used < (tuple == nil ? 1 : tupleCount) && !isMapping {
      throw vm.raise(.typeError, "not all arguments converted during \(isBytes ? "bytes" : "string") formatting")
    }
  }

  private var tupleCount: Int { tuple?._withUnsafeGuaranteedRef { $0.count } ?? 0 }

  private mutating func convert() throws(Raised) {
    var keyed: Value?
    defer { keyed?.release() }
    if peek("(") { keyed = try keyedArgument() }
    var conversion = Conversion()
    readFlags(&conversion)
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

  /// `%d` of a machine integer and `%s` of a string or integer, without flags; false for anything else.
  private mutating func convertQuickly() throws(Raised) -> Bool {
    guard position < format.count, used < (tuple == nil ? 1 : tupleCount) else { return false }
    let value = tuple?._withUnsafeGuaranteedRef { [used] in $0.items[used] } ?? arguments
    switch (format[position], value) {
    case (0x64, .int(let number)): writer.append(number)
    case (0x73, .int(let number)) where !isBytes: writer.append(number)
    case (0x73, .object) where !isBytes:
      guard let text = value.plainString else { return false }
      try writer.append(text._withUnsafeGuaranteedRef { $0.text }, vm)
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
      : try string(format[name])
    defer { key.release() }
    return try vm.getItem(arguments, key)
  }

  private mutating func nextArgument(_ single: inout Value?, isKeyed: Bool) throws(Raised) -> Value {
    if isKeyed {
      if let value = single {
        single = nil
        return value
      }
    } else if let tuple {
      if used < tupleCount {
        used += 1
        return tuple._withUnsafeGuaranteedRef { [used] in $0.items[used - 1] }
      }
    } else if used == 0 {
      used = 1
      return arguments
    }
    throw vm.raise(.typeError, "not enough arguments for format string")
  }

  private mutating func readFlags(_ conversion: inout Conversion) {
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
    case "c" where isBytes: pad([try byte(value)], conversion)
    case "s": try pad(try vm.strValue(value), conversion)
    case "r" where !isBytes: try pad(try vm.reprValue(value), conversion)
    case "r", "a": try pad(try vm.asciiValue(value), conversion)
    case "c": pad([try character(value)], conversion)
    case "d", "i", "u", "o", "x", "X": try writeInteger(value, conversion)
    case "e", "E", "f", "F", "g", "G":
      let number = try vm.realNumberOrNil(value)
      guard let number else {
        throw vm.raise(
          .typeError, "\(isBytes ? "float argument required" : "must be real number"), not \(vm.typeName(value))")
      }
      FloatText.withFormatted(
        number, UInt8(truncatingIfNeeded: conversion.type), precision: conversion.precision ?? 6,
        isAlternate: conversion.isAlternate
      ) { NumberText(floatText: $0).write(conversion.spec, to: writer) }
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
    defer { number.release() }
    if radix == 10, number.smallInt == nil { try IntText.checkDigits(number.bigInt ?? 0, vm) }
    NumberText.withInteger(number, radix: radix, isUppercase: conversion.typeName == "X") { number in
      var number = number
      number.zeros = max((conversion.precision ?? 0) - number.digits.count, 0)
      if conversion.isAlternate && radix != 10 { number.prefix = UInt8(truncatingIfNeeded: conversion.type) }
      number.write(conversion.spec, to: writer)
    }
  }

  /// Owned.
  private func integer(_ value: Value, _ conversion: Conversion, isWhole: Bool) throws(Raised) -> Value {
    if case .int = value { return value }
    if let number = value.bigInt { return vm.heap.integer(number) }
    if isWhole {
      if let number = try vm.indexNumber(value) { return vm.heap.integer(number) }
    } else if value.kind != .str, let number = try vm.wholeNumber(value) {
      return vm.heap.integer(number)
    }
    let wanted = isWhole ? "an integer" : "a real number"
    let shown = isBytes && conversion.type == 0x69 ? "d" : conversion.typeName
    throw vm.raise(
      .typeError, "%\(shown) format: \(wanted) is required, not \(vm.typeName(value))")
  }

  private func string(_ text: Text) throws(Raised) -> Value {
    try Formatting.text(vm) { (writer) throws(Raised) in try writer.append(text, vm) }
  }

  /// Writes a string object, which it takes over.
  private func pad(_ value: Value, _ conversion: Conversion) throws(Raised) {
    defer { value.release() }
    guard let object = value.reference(.str, to: StrObject.self) else { return }
    let text = object._withUnsafeGuaranteedRef { $0.text }
    try conversion.spec.write(text[0..<min(text.count, conversion.precision ?? text.count)], to: writer, vm)
  }

  private func pad(_ text: [UInt32], _ conversion: Conversion) {
    let (before, after) = conversion.spec.padding(text.count)
    writer.append(Ascii.space, times: before)
    writer.append(text)
    writer.append(Ascii.space, times: after)
  }
}
