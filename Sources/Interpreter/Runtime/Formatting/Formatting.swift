import BigInt

/// `format(value, spec)` of the builtin types.
package enum Formatting {
  /// The text of a plain builtin value in a format; nil if the value's own `__format__` decides.
  package static func builtin(_ value: Value, _ spec: [UInt32], _ vm: VM) throws(Raised) -> [UInt32]? {
    switch value {
    case .int(let number):
      if spec.isEmpty { return String(number).codePoints }
      return try integer(value, spec, vm)
    case .float(let number):
      return try float(number, spec, vm)
    case .object(let reference):
      let object = reference.takeUnretainedValue()
      if object.type.isUserDefined { return nil }
      if let text = value.asStr { return try string(text, spec, vm) }
      return nil
    default: return nil
    }
  }

  static func string(_ value: StrObject, _ text: [UInt32], _ vm: VM) throws(Raised) -> [UInt32] {
    if text.isEmpty { return value.codePoints }
    let name = value.type.name
    let type = UInt32(UInt8(ascii: "s"))
    let spec = try FormatSpec(text, typeName: name, alignment: .left, type: type, vm)
    if spec.type != type { throw spec.unknownType(name, vm) }
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
    let points = value.codePoints
    return spec.pad(Array(points.prefix(spec.precision ?? points.count)))
  }

  /// An `int` or `bool`.
  static func integer(_ value: Value, _ text: [UInt32], _ vm: VM) throws(Raised) -> [UInt32] {
    if text.isEmpty { return try vm.strText(value).codePoints }
    let name = vm.typeName(value)
    let spec = try FormatSpec(text, typeName: name, alignment: .right, type: UInt32(UInt8(ascii: "d")), vm)
    let radix: Int
    switch Unicode.Scalar(spec.type) {
    case "d", "n": radix = 10
    case "b": radix = 2
    case "o": radix = 8
    case "x", "X": radix = 16
    case "c": return try character(value, spec, vm)
    case "e", "E", "f", "F", "g", "G", "%":
      guard let operand = Operand(value) else { throw spec.unknownType(name, vm) }
      return try float(try operand.double(vm), spec, vm)
    default: throw spec.unknownType(name, vm)
    }
    try checkInteger(spec, vm)
    let isUpper = spec.type == UInt32(UInt8(ascii: "X"))
    var number: NumberText
    if let small = value.smallInt {
      number = NumberText(small, radix: radix, isUppercase: isUpper)
    } else {
      let big = value.bigInt ?? 0
      if radix == 10 { try IntText.checkDigits(big, vm) }
      number = NumberText(big, radix: radix, isUppercase: isUpper)
    }
    if spec.isAlternate && radix != 10 {
      number.prefix = [Ascii.zero8, UInt8(truncatingIfNeeded: spec.type)]
    }
    return number.laidOut(spec, groupSize: radix == 10 ? 3 : 4)
  }

  private static func checkInteger(_ spec: FormatSpec, _ vm: VM) throws(Raised) {
    if spec.precision != nil {
      throw vm.raise(.valueError, "Precision not allowed in integer format specifier")
    }
    if spec.coercesNegativeZero {
      throw vm.raise(.valueError, "Negative zero coercion (z) not allowed in integer format specifier")
    }
  }

  private static func character(_ value: Value, _ spec: FormatSpec, _ vm: VM) throws(Raised) -> [UInt32] {
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
    return spec.pad([UInt32(number)])
  }

  static func float(
    _ value: Double, _ text: [UInt32], typeName: String = "float", _ vm: VM
  ) throws(Raised) -> [UInt32] {
    if text.isEmpty { return FloatText.repr(value).utf8.map { UInt32($0) } }
    let spec = try FormatSpec(text, typeName: typeName, alignment: .right, type: 0, vm)
    switch Unicode.Scalar(spec.type) {
    case "\0", "e", "E", "f", "F", "g", "G", "%", "n": return try float(value, spec, vm)
    default: throw spec.unknownType(typeName, vm)
    }
  }

  private static func float(_ value: Double, _ spec: FormatSpec, _ vm: VM) throws(Raised) -> [UInt32] {
    var text = floatText(value, spec, isPart: false)
    if spec.coercesNegativeZero, text.first == Ascii.minus, isZero(text) { text.removeFirst() }
    return NumberText(floatText: text).laidOut(spec)
  }

  private static func isZero(_ text: [UInt8]) -> Bool {
    for byte in text.dropFirst() {
      if byte >= 0x31 && byte <= 0x39 || byte == UInt8(ascii: "i") || byte == UInt8(ascii: "I") { return false }
      if byte == UInt8(ascii: "e") || byte == UInt8(ascii: "E") { return true }
    }
    return true
  }

  /// The digits of a float in a format. A part of a complex number does not show that it is a float.
  private static func floatText(_ value: Double, _ spec: FormatSpec, isPart: Bool) -> [UInt8] {
    switch UInt8(truncatingIfNeeded: spec.type) {
    case 0:
      if let precision = spec.precision, !isPart {
        return FloatText.significant(value, precision: precision, isAlternate: spec.isAlternate)
      }
      if let precision = spec.precision {
        return FloatText.formatted(value, UInt8(ascii: "g"), precision: precision, isAlternate: spec.isAlternate)
      }
      let text = Array((isPart ? FloatText.plain(value) : FloatText.repr(value)).utf8)
      return spec.isAlternate && value.isFinite ? FloatText.withPoint(text) : text
    case Ascii.percent:
      let precision = spec.precision ?? 6
      return FloatText.formatted(
        value * 100, UInt8(ascii: "f"), precision: precision, isAlternate: spec.isAlternate) + [Ascii.percent]
    case UInt8(ascii: "n"):
      return FloatText.formatted(
        value, UInt8(ascii: "g"), precision: spec.precision ?? 6, isAlternate: spec.isAlternate)
    case let type:
      return FloatText.formatted(value, type, precision: spec.precision ?? 6, isAlternate: spec.isAlternate)
    }
  }

  static func complex(_ value: ComplexObject, _ text: [UInt32], _ vm: VM) throws(Raised) -> [UInt32] {
    let number = Complex(value.real, value.imaginary)
    if text.isEmpty { return number.description.codePoints }
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
    var shown: [UInt32] = []
    let hidesReal = isBare && number.real == 0 && number.real.sign == .plus
    if !hidesReal { shown += NumberText(floatText: floatText(number.real, part, isPart: true)).laidOut(part) }
    if !hidesReal { part.sign = Ascii.plus }
    shown += NumberText(floatText: floatText(number.imaginary, part, isPart: true)).laidOut(part)
    shown.append(UInt32(UInt8(ascii: "j")))
    if isBare && !hidesReal {
      shown = [UInt32(UInt8(ascii: "("))] + shown + [UInt32(UInt8(ascii: ")"))]
    }
    return spec.pad(shown)
  }
}
