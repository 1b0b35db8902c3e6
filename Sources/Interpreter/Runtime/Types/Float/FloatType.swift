import BigInt

/// `float`.
enum FloatType {
  static func install(_ vm: VM) {
    let type = vm.heap.types.float!
    installConstruction(type)
    installConversions(type)
    installRounding(type)
    installOperators(type)
    installMethods(type)
  }

  private static func installConstruction(_ type: TypeObject) {
    type.define("__new__", "cls, x=0, /") { (vm, a) throws(Raised) in
      let cls = try vm.classArgument(a[0], vm.heap.types.float)
      let number = try a.optional(1).map { (value) throws(Raised) in try convert(value, vm) } ?? 0
      return cls.isUserDefined ? Value(FloatObject(number, type: cls)) : .float(number)
    }
    type.defineClass("__getformat__", "cls, typestr, /") { (vm, a) throws(Raised) in
      guard let kind = a[1].asStr?.string else {
        throw vm.raise(.typeError, "__getformat__() argument must be str, not \(vm.argumentName(a[1]))")
      }
      if kind != "double" && kind != "float" {
        throw vm.raise(.valueError, "__getformat__() argument 1 must be 'double' or 'float'")
      }
      return vm.str("IEEE, little-endian")
    }
    type.define("__getnewargs__", "self, /") { (vm, a) throws(Raised) in
      vm.tuple([.float(try receiver(vm, "__getnewargs__", a[0]))])
    }
    type.defineClass("fromhex", "cls, string, /") { (vm, a) throws(Raised) in
      guard let text = a[1].asStr else { throw vm.raise(.typeError, "bad argument type for built-in operation") }
      let literal = ByteText.trimmed(StrText.asciiDigits(text))
      guard let number = FloatHex.parse(literal) else {
        throw vm.raise(.valueError, "invalid hexadecimal floating-point string")
      }
      if number.isInfinite && literal.contains(where: { $0.isDigit }) {
        throw vm.raise(.overflowError, "hexadecimal value too large to represent as a float")
      }
      return a[0].asType === vm.heap.types.float ? .float(number) : try vm.call(a[0], .float(number))
    }
  }

  private static func convert(_ value: Value, _ vm: VM) throws(Raised) -> Double {
    switch value {
    case .float(let number): return number
    case .int(let number) where number.magnitude < 1 << 53: return Double(number)
    default: break
    }
    if let plain = value.plainString,
      let number = FloatLiteral.parseSimple(plain._withUnsafeGuaranteedRef { $0.text })
    {
      return number
    }
    let text: [UInt8]
    if let string = value.asStr {
      text = StrText.asciiDigits(string)
    } else if let bytes = value.byteBuffer {
      text = bytes
    } else {
      if let number = try vm.realNumberOrNil(value) { return number }
      throw vm.raise(
        .typeError, "float() argument must be a string or a real number, not '\(vm.typeName(value))'")
    }
    if let number = FloatLiteral.parse(ByteText.trimmed(text)) { return number.isNaN ? vm.heap.makeNaN() : number }
    throw vm.raise(.valueError, "could not convert string to float: \(try vm.repr(value))")
  }

  static func receiver(_ vm: VM, _ method: String, _ value: Value) throws(Raised) -> Double {
    guard let number = value.double else { throw vm.raiseReceiver(method, "float", value) }
    return number
  }

  private static func installConversions(_ type: TypeObject) {
    type.define("__repr__", "self, /") { (vm, a) throws(Raised) in
      vm.str(FloatText.repr(try receiver(vm, "__repr__", a[0])))
    }
    type.define("__float__", "self, /") { (vm, a) throws(Raised) in .float(try receiver(vm, "__float__", a[0])) }
    type.define("__int__", "self, /") { (vm, a) throws(Raised) in
      try vm.wholePart(receiver(vm, "__int__", a[0]))
    }
    type.define("__bool__", "self, /") { (vm, a) throws(Raised) in .bool(try receiver(vm, "__bool__", a[0]) != 0) }
    type.define("__hash__", "self, /") { (vm, a) throws(Raised) in
      .int(Numbers.hash(try receiver(vm, "__hash__", a[0])))
    }
    type.define("__format__", "self, format_spec, /") { (vm, a) throws(Raised) in
      let number = try receiver(vm, "__format__", a[0])
      if let text = try vm.plainFormat(a[0], a[1]) { return text }
      let spec = try vm.formatSpec(a[1])
      return try Formatting.text(vm) { (writer) throws(Raised) in
        try Formatting.float(number, spec, typeName: vm.typeName(a[0]), to: writer, vm)
      }
    }
  }

  private static func installRounding(_ type: TypeObject) {
    type.define("__trunc__", "self, /") { (vm, a) throws(Raised) in
      try vm.wholePart(receiver(vm, "__trunc__", a[0]))
    }
    type.define("__floor__", "self, /") { (vm, a) throws(Raised) in
      try vm.wholePart(receiver(vm, "__floor__", a[0]).rounded(.down))
    }
    type.define("__ceil__", "self, /") { (vm, a) throws(Raised) in
      try vm.wholePart(receiver(vm, "__ceil__", a[0]).rounded(.up))
    }
    type.define("__round__", "self, ndigits=None, /") { (vm, a) throws(Raised) in
      let number = try receiver(vm, "__round__", a[0])
      guard let digits = a.optional(1), !digits.isNone else {
        return try vm.wholePart(number.rounded(.toNearestOrEven))
      }
      let count = try vm.integer(digits)
      defer { count.release() }
      if !number.isFinite { return .float(number) }
      guard let rounded = Rounding.round(number, places: count.bigInt?.clamped ?? 0) else {
        throw vm.raise(.overflowError, "rounded value too large to represent")
      }
      return .float(rounded)
    }
  }

  private static func installMethods(_ type: TypeObject) {
    type.define("is_integer", "self, /") { (vm, a) throws(Raised) in
      let number = try receiver(vm, "is_integer", a[0])
      return .bool(number.isFinite && number == number.rounded(.down))
    }
    type.define("hex", "self, /") { (vm, a) throws(Raised) in vm.str(FloatHex.text(try receiver(vm, "hex", a[0]))) }
    type.define("conjugate", "self, /") { (vm, a) throws(Raised) in .float(try receiver(vm, "conjugate", a[0])) }
    type.defineProperty("real") { (vm, value) throws(Raised) in .float(try receiver(vm, "real", value)) }
    type.defineProperty("imag") { (_, _) throws(Raised) in .float(0) }
    type.define("as_integer_ratio", "self, /") { (vm, a) throws(Raised) in
      let number = try receiver(vm, "as_integer_ratio", a[0])
      if number.isNaN { throw vm.raise(.valueError, "cannot convert NaN to integer ratio") }
      if number.isInfinite { throw vm.raise(.overflowError, "cannot convert Infinity to integer ratio") }
      let (numerator, denominator) = BigInt.ratio(of: number)
      return vm.tuple([vm.heap.integer(numerator), vm.heap.integer(denominator)])
    }
  }
}
