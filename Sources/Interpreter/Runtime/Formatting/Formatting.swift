import BigInt

/// `format(value, spec)` of the builtin types.
enum Formatting {
  /// Whether `write` knows how: a plain builtin value, whose `__format__` need not be called.
  @inline(__always)
  static func knows(_ value: Value) -> Bool {
    switch value {
    case .int, .float: true
    default: value.plainString != nil
    }
  }

  /// Writes a value that it knows in a format.
  static func write(_ value: Value, _ spec: Text, to writer: TextWriter, _ vm: VM) throws(Raised) {
    switch value {
    case .int(let number):
      if spec.count == 0 { writer.append(number) } else { try integer(value, spec, to: writer, vm) }
    case .float(let number): try float(number, spec, to: writer, vm)
    default:
      guard let text = value.plainString else { return }
      try string(text._withUnsafeGuaranteedRef { $0.text }, spec, to: writer, vm)
    }
  }

  /// What `write` writes, as a string of its own.
  static func text(_ vm: VM, _ write: (TextWriter) throws(Raised) -> Void) throws(Raised) -> Value {
    let writer = TextWriter(vm.heap)
    do throws(Raised) {
      try write(writer)
    } catch {
      writer.discard()
      throw error
    }
    return writer.finish()
  }

  static func string(
    _ value: Text, _ text: Text, typeName: @autoclosure () -> String = "str", to writer: TextWriter, _ vm: VM
  ) throws(Raised) {
    if text.count == 0 { return try writer.append(value, vm) }
    let type = UInt32(UInt8(ascii: "s"))
    let spec = try FormatSpec(text, typeName: typeName(), alignment: .left, type: type, vm)
    if spec.type != type { throw spec.unknownType(typeName(), vm) }
    if let sign = spec.sign {
      let word = sign == Ascii.space8 ? "Space" : "Sign"
      throw vm.raise(.valueError, "\(word) not allowed in string format specifier")
    }
    if spec.coercesNegativeZero {
      throw vm.raise(.valueError, "Negative zero coercion (z) not allowed in string format specifier")
    }
    if spec.isAlternate {
      throw vm.raise(.valueError, "Alternate form (#) not allowed in string format specifier")
    }
    if spec.alignment == .afterSign {
      throw vm.raise(.valueError, "'=' alignment not allowed in string format specifier")
    }
    try spec.write(value[0..<min(value.count, spec.precision ?? value.count)], to: writer, vm)
  }

  /// An `int` or `bool`.
  static func integer(_ value: Value, _ text: Text, to writer: TextWriter, _ vm: VM) throws(Raised) {
    if text.count == 0 { return writer.append(try vm.strText(value)) }
    let spec = try FormatSpec(
      text, typeName: vm.typeName(value), alignment: .right, type: UInt32(UInt8(ascii: "d")), vm)
    let radix: Int
    switch UInt8(truncatingIfNeeded: spec.type < 0x80 ? spec.type : 0) {
    case UInt8(ascii: "d"), UInt8(ascii: "n"): radix = 10
    case UInt8(ascii: "b"): radix = 2
    case UInt8(ascii: "o"): radix = 8
    case UInt8(ascii: "x"), UInt8(ascii: "X"): radix = 16
    case UInt8(ascii: "c"): return try character(value, spec, to: writer, vm)
    case UInt8(ascii: "e"), UInt8(ascii: "E"), UInt8(ascii: "f"), UInt8(ascii: "F"), UInt8(ascii: "g"),
      UInt8(ascii: "G"), UInt8(ascii: "%"):
      guard let operand = Operand(value) else { throw spec.unknownType(vm.typeName(value), vm) }
      return float(try operand.double(vm), spec, to: writer)
    default: throw spec.unknownType(vm.typeName(value), vm)
    }
    try checkInteger(spec, vm)
    if radix == 10, value.smallInt == nil { try IntText.checkDigits(value.bigInt ?? 0, vm) }
    let isUpper = spec.type == UInt32(UInt8(ascii: "X"))
    NumberText.withInteger(value, radix: radix, isUppercase: isUpper) { number in
      var number = number
      if spec.isAlternate && radix != 10 { number.prefix = UInt8(truncatingIfNeeded: spec.type) }
      number.write(spec, groupSize: radix == 10 ? 3 : 4, to: writer)
    }
  }

  private static func checkInteger(_ spec: FormatSpec, _ vm: VM) throws(Raised) {
    if spec.precision != nil {
      throw vm.raise(.valueError, "Precision not allowed in integer format specifier")
    }
    if spec.coercesNegativeZero {
      throw vm.raise(.valueError, "Negative zero coercion (z) not allowed in integer format specifier")
    }
  }

  private static func character(
    _ value: Value, _ spec: FormatSpec, to writer: TextWriter, _ vm: VM
  ) throws(Raised) {
    try checkInteger(spec, vm)
    if spec.sign != nil { throw vm.raise(.valueError, "Sign not allowed with integer format specifier 'c'") }
    if spec.isAlternate {
      throw vm.raise(.valueError, "Alternate form (#) not allowed with integer format specifier 'c'")
    }
    guard let number = value.smallInt else {
      throw vm.raise(.overflowError, "Python int too large to convert to C long")
    }
    guard number >= 0 && number < 0x110000 else {
      throw vm.raise(.overflowError, "%c arg not in range(0x110000)")
    }
    let (before, after) = spec.padding(1)
    writer.append(spec.fill, times: before)
    writer.append(UInt32(number), times: 1)
    writer.append(spec.fill, times: after)
  }

  static func float(
    _ value: Double, _ text: Text, typeName: @autoclosure () -> String = "float", to writer: TextWriter, _ vm: VM
  ) throws(Raised) {
    if text.count == 0 { return writer.append(FloatText.repr(value)) }
    let spec = try FormatSpec(text, typeName: typeName(), alignment: .right, type: 0, vm)
    switch Unicode.Scalar(spec.type) {
    case "\0", "e", "E", "f", "F", "g", "G", "%", "n": float(value, spec, to: writer)
    default: throw spec.unknownType(typeName(), vm)
    }
  }

  private static func float(_ value: Double, _ spec: FormatSpec, to writer: TextWriter) {
    withFloatText(value, spec, isPart: false) { text in
      var number = NumberText(floatText: text)
      if spec.coercesNegativeZero, number.isNegative, isZero(text) { number.isNegative = false }
      number.write(spec, to: writer)
    }
  }

  private static func isZero(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    for byte in text.dropFirst() {
      if byte >= 0x31 && byte <= 0x39 || byte == UInt8(ascii: "i") || byte == UInt8(ascii: "I") { return false }
      if byte == UInt8(ascii: "e") || byte == UInt8(ascii: "E") { return true }
    }
    return true
  }

  /// The digits of a float in a format. A part of a complex number does not show that it is a float.
  private static func withFloatText(
    _ value: Double, _ spec: FormatSpec, isPart: Bool, _ body: (UnsafeBufferPointer<UInt8>) -> Void
  ) {
    switch UInt8(truncatingIfNeeded: spec.type) {
    case 0:
      if let precision = spec.precision, !isPart {
        return FloatText.significant(value, precision: precision, isAlternate: spec.isAlternate)
          .withUnsafeBufferPointer(body)
      }
      if let precision = spec.precision {
        return FloatText.withFormatted(
          value, UInt8(ascii: "g"), precision: precision, isAlternate: spec.isAlternate, body)
      }
      let text = Array((isPart ? FloatText.plain(value) : FloatText.repr(value)).utf8)
      return (spec.isAlternate && value.isFinite ? FloatText.withPoint(text) : text).withUnsafeBufferPointer(body)
    case Ascii.percent:
      let text = FloatText.formatted(
        value * 100, UInt8(ascii: "f"), precision: spec.precision ?? 6, isAlternate: spec.isAlternate)
      (text + [Ascii.percent]).withUnsafeBufferPointer(body)
    case UInt8(ascii: "n"):
      FloatText.withFormatted(
        value, UInt8(ascii: "g"), precision: spec.precision ?? 6, isAlternate: spec.isAlternate, body)
    case let type:
      FloatText.withFormatted(value, type, precision: spec.precision ?? 6, isAlternate: spec.isAlternate, body)
    }
  }

  static func complex(_ value: ComplexObject, _ text: Text, to writer: TextWriter, _ vm: VM) throws(Raised) {
    let number = Complex(value.real, value.imaginary)
    if text.count == 0 { return writer.append(number.description) }
    let spec = try FormatSpec(text, typeName: value.type.name, alignment: .right, type: 0, vm)
    switch Unicode.Scalar(spec.type) {
    case "\0", "e", "E", "f", "F", "g", "G", "n": break
    default: throw spec.unknownType(value.type.name, vm)
    }
    if spec.fill == Ascii.zero {
      throw vm.raise(.valueError, "Zero padding is not allowed in complex format specifier")
    }
    if spec.alignment == .afterSign {
      throw vm.raise(.valueError, "'=' alignment flag is not allowed in complex format specifier")
    }
    var part = spec
    part.width = 0
    let isBare = spec.type == 0
    let hidesReal = isBare && number.real == 0 && number.real.sign == .plus
    let shown = TextWriter(vm.heap)
    defer { shown.discard() }
    if isBare && !hidesReal { shown.append("(") }
    if !hidesReal {
      withFloatText(number.real, part, isPart: true) { NumberText(floatText: $0).write(part, to: shown) }
      part.sign = Ascii.plus
    }
    withFloatText(number.imaginary, part, isPart: true) { NumberText(floatText: $0).write(part, to: shown) }
    shown.append("j")
    if isBare && !hidesReal { shown.append(")") }
    try spec.write(shown.text, to: writer, vm)
  }
}
