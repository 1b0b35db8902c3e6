import BigInt

/// `int`: construction and protocol methods. Operators and named methods are in files of their own.
enum IntType {
  static func install(_ vm: VM) {
    let type = vm.heap.types.int!
    installConstruction(type)
    installConversions(type)
    installOperators(type)
    installMethods(type)
  }

  private static func installConstruction(_ type: TypeObject) {
    type.define("__new__", "cls, x=0, /, base=10") { (vm, a) throws(Raised) in
      let cls = try vm.classArgument(a[0], vm.heap.types.int)
      if cls === vm.heap.types.bool {
        throw vm.raise(.typeError, "int.__new__(bool) is not safe, use bool.__new__()")
      }
      guard let value = a.optional(1) else {
        if a.optional(2) != nil { throw vm.raise(.typeError, "int() missing string argument") }
        return make(0, cls, vm)
      }
      if !cls.isUserDefined, let text = value.plainString,
        let number = IntText.parseSmall(text._withUnsafeGuaranteedRef { $0.text }, base: a.optional(2) ?? .int(10))
      {
        return .int(number)
      }
      if let base = a.optional(2) { return make(try parse(value, base: base, vm), cls, vm) }
      if !cls.isUserDefined {
        if case .int = value { return value }
        if case .float(let number) = value, number.magnitude < 1e18 { return .int(Int(number)) }
      }
      return make(try convert(value, vm), cls, vm)
    }
    type.define("__getnewargs__", "self, /") { (vm, a) throws(Raised) in
      vm.tuple([vm.heap.integer(try receiver(vm, "__getnewargs__", a[0]))])
    }
  }

  /// An `int`, or an instance of a subclass.
  static func make(_ value: BigInt, _ cls: TypeObject, _ vm: VM) -> Value {
    cls.isUserDefined ? Value(IntObject(value, type: cls)) : vm.heap.integer(value)
  }

  private static func convert(_ value: Value, _ vm: VM) throws(Raised) -> BigInt {
    if let text = value.asStr { return try literal(StrText.asciiDigits(text), value, 10, vm) }
    if let bytes = value.byteBuffer { return try literal(bytes, value, 10, vm) }
    if let number = try vm.wholeNumber(value) { return number }
    throw vm.raise(
      .typeError,
      "int() argument must be a string, a bytes-like object or a real number, not '\(vm.typeName(value))'")
  }

  private static func parse(_ value: Value, base: Value, _ vm: VM) throws(Raised) -> BigInt {
    let number = try vm.integer(base)
    defer { number.release() }
    guard let radix = number.smallInt, radix == 0 || radix >= 2 && radix <= 36 else {
      throw vm.raise(.valueError, "int() base must be >= 2 and <= 36, or 0")
    }
    if let text = value.asStr { return try literal(StrText.asciiDigits(text), value, radix, vm) }
    if value.asBytes != nil || value.foreign(ByteArrayObject.self) != nil, let bytes = value.byteBuffer {
      return try literal(bytes, value, radix, vm)
    }
    throw vm.raise(.typeError, "int() can't convert non-string with explicit base")
  }

  private static func literal(_ text: [UInt8], _ value: Value, _ base: Int, _ vm: VM) throws(Raised) -> BigInt {
    if let number = try IntText.parse(ByteText.trimmed(text), base: base, vm) { return number }
    let read = value.asStr == nil ? vm.bytes(text) : value.retained()
    defer { read.release() }
    let shown = String(try vm.repr(read).prefix(200))
    throw vm.raise(.valueError, "invalid literal for int() with base \(base): \(shown)")
  }

  static func receiver(_ vm: VM, _ method: String, _ value: Value) throws(Raised) -> BigInt {
    guard let number = value.bigInt else { throw vm.raiseReceiver(method, "int", value) }
    return number
  }

  private static func installConversions(_ type: TypeObject) {
    type.define("__repr__", "self, /") { (vm, a) throws(Raised) in
      if case .int(let small) = a[0] { return vm.str(small) }
      return vm.str(try IntText.repr(try receiver(vm, "__repr__", a[0]), vm))
    }
    for name in ["__int__", "__index__", "__trunc__", "__floor__", "__ceil__", "conjugate"] {
      type.define(name, "self, /") { (vm, a) throws(Raised) in vm.heap.integer(try receiver(vm, name, a[0])) }
    }
    type.define("__float__", "self, /") { (vm, a) throws(Raised) in
      .float(try Operand.big(try receiver(vm, "__float__", a[0])).double(vm))
    }
    type.define("__bool__", "self, /") { (vm, a) throws(Raised) in .bool(!(try receiver(vm, "__bool__", a[0])).isZero) }
    type.define("__hash__", "self, /") { (vm, a) throws(Raised) in
      if case .int(let small) = a[0] { return .int(Numbers.hash(small)) }
      return .int(Numbers.hash(try receiver(vm, "__hash__", a[0])))
    }
    type.define("__format__", "self, format_spec, /") { (vm, a) throws(Raised) in
      _ = try receiver(vm, "__format__", a[0])
      if let text = try vm.plainFormat(a[0], a[1]) { return text }
      let spec = try vm.formatSpec(a[1])
      return try Formatting.text(vm) { (writer) throws(Raised) in
        try Formatting.integer(a[0], spec, to: writer, vm)
      }
    }
    type.define("__round__", "self, ndigits=None, /") { (vm, a) throws(Raised) in
      let number = try receiver(vm, "__round__", a[0])
      guard let digits = a.optional(1), !digits.isNone else { return vm.heap.integer(number) }
      let count = try vm.integer(digits)
      defer { count.release() }
      guard let places = count.bigInt, places.sign == .minus else { return vm.heap.integer(number) }
      // A multiple of a power of ten beyond twice the number is zero.
      guard let exponent = Int(exactly: -places), exponent <= number.magnitude.bitWidth / 3 + 1 else { return .int(0) }
      return vm.heap.integer(Rounding.toMultiple(of: BigInt(10).power(exponent), number))
    }
  }
}
