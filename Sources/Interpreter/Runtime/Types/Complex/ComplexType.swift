#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// `complex`.
enum ComplexType {
  static func install(_ vm: VM) {
    let type = vm.heap.types.complex!
    installConstruction(type)
    installProtocol(type)
    installOperators(type)
  }

  private static func installConstruction(_ type: TypeObject) {
    type.define("__new__", "cls, real=0, imag=0") { (vm, a) throws(Raised) in
      let cls = try vm.classArgument(a[0], vm.heap.types.complex)
      if let text = a.optional(1)?.asStr {
        if a.optional(2) != nil {
          throw vm.raise(.typeError, "complex() can't take second arg if first is a string")
        }
        guard let number = ComplexLiteral.parse(StrText.asciiDigits(text)) else {
          // Underscores are looked at before anything else.
          throw vm.raise(
            .valueError,
            text.string.contains("_")
              ? "could not convert string to complex: \(try vm.repr(Value(text)))"
              : "complex() arg is a malformed string")
        }
        return make(number, cls)
      }
      var number =
        try a.optional(1).map { (value) throws(Raised) in try firstPart(value, vm) } ?? Complex(0, 0)
      if let second = a.optional(2) {
        if second.asStr != nil { throw vm.raise(.typeError, "complex() second arg can't be a string") }
        var converted = try operand(second, vm)
        if converted == nil { converted = try realPart(second, vm) }
        guard let imaginary = converted else {
          throw vm.raise(.typeError, "complex() second argument must be a number, not '\(vm.typeName(second))'")
        }
        // Zeros keep their signs where there is nothing to add.
        if second.kind == .complex { number.real -= imaginary.imaginary }
        number.imaginary = Operand(a[1]) == nil ? number.imaginary + imaginary.real : imaginary.real
      }
      return make(number, cls)
    }
  }

  private static func make(_ number: Complex, _ cls: TypeObject) -> Value {
    Value(ComplexObject(real: number.real, imaginary: number.imaginary, type: cls))
  }

  /// What only the first argument may be besides a number: something with `__complex__`.
  private static func firstPart(_ value: Value, _ vm: VM) throws(Raised) -> Complex {
    if let number = try operand(value, vm) { return number }
    if let result = try vm.callSpecial(.complex, value) {
      defer { result.release() }
      guard let number = result.cast(.complex, to: ComplexObject.self) else {
        throw vm.raise(
          .typeError, "__complex__ returned non-complex (type \(vm.typeName(result)))")
      }
      return Complex(number.real, number.imaginary)
    }
    if let number = try realPart(value, vm) { return number }
    throw vm.raise(
      .typeError, "complex() first argument must be a string or a number, not '\(vm.typeName(value))'")
  }

  /// What `__float__` or `__index__` gives; nil without them.
  private static func realPart(_ value: Value, _ vm: VM) throws(Raised) -> Complex? {
    guard let real = try vm.realNumberOrNil(value) else { return nil }
    return Complex(real, 0)
  }

  /// A number of any builtin kind; nil for anything else.
  private static func operand(_ value: Value, _ vm: VM) throws(Raised) -> Complex? {
    if let number = value.cast(.complex, to: ComplexObject.self) { return Complex(number.real, number.imaginary) }
    guard let real = Operand(value) else { return nil }
    return Complex(try real.double(vm), 0)
  }

  private static func receiver(_ vm: VM, _ method: String, _ value: Value) throws(Raised) -> Complex {
    guard let number = value.cast(.complex, to: ComplexObject.self) else {
      throw vm.raiseReceiver(method, "complex", value)
    }
    return Complex(number.real, number.imaginary)
  }

  private static func installProtocol(_ type: TypeObject) {
    type.define("__repr__", "self, /") { (vm, a) throws(Raised) in
      vm.str(try receiver(vm, "__repr__", a[0]).description)
    }
    type.define("__format__", "self, format_spec, /") { (vm, a) throws(Raised) in
      guard let number = a[0].cast(.complex, to: ComplexObject.self) else {
        throw vm.raiseReceiver("__format__", "complex", a[0])
      }
      if let text = try vm.plainFormat(a[0], a[1]) { return text }
      let spec = try vm.formatSpec(a[1])
      return try Formatting.text(vm) { (writer) throws(Raised) in
        try Formatting.complex(number, spec, to: writer, vm)
      }
    }
    type.define("__hash__", "self, /") { (vm, a) throws(Raised) in
      let number = try receiver(vm, "__hash__", a[0])
      return .int(Numbers.hash(real: number.real, imaginary: number.imaginary))
    }
    type.define("__bool__", "self, /") { (vm, a) throws(Raised) in
      let number = try receiver(vm, "__bool__", a[0])
      return .bool(number.real != 0 || number.imaginary != 0)
    }
    type.defineProperty("real") { (vm, value) throws(Raised) in .float(try receiver(vm, "real", value).real) }
    type.defineProperty("imag") { (vm, value) throws(Raised) in .float(try receiver(vm, "imag", value).imaginary) }
    type.define("conjugate", "self, /") { (vm, a) throws(Raised) in
      let number = try receiver(vm, "conjugate", a[0])
      return make(Complex(number.real, -number.imaginary), vm.heap.types.complex)
    }
    type.define("__complex__", "self, /") { (vm, a) throws(Raised) in
      make(try receiver(vm, "__complex__", a[0]), vm.heap.types.complex)
    }
    type.define("__getnewargs__", "self, /") { (vm, a) throws(Raised) in
      let number = try receiver(vm, "__getnewargs__", a[0])
      return vm.tuple([.float(number.real), .float(number.imaginary)])
    }
    for (name, op) in ComparisonOp.methods {
      type.define(name, "self, value, /") { (vm, a) throws(Raised) in
        _ = try receiver(vm, name, a[0])
        guard op == .eq || op == .ne, let same = equal(a[0], a[1]) else { return .notImplemented }
        return .bool(same == (op == .eq))
      }
    }
  }

  /// nil if the other value is no number. Large ints compare exactly.
  private static func equal(_ a: Value, _ b: Value) -> Bool? {
    guard let number = a.cast(.complex, to: ComplexObject.self) else { return nil }
    if let other = b.cast(.complex, to: ComplexObject.self) {
      return number.real == other.real && number.imaginary == other.imaginary
    }
    guard let same = Numbers.generalCompare(.eq, .float(number.real), b) else { return nil }
    return same && number.imaginary == 0
  }

  private static func installOperators(_ type: TypeObject) {
    for op in [BinaryOp.add, .sub, .mul, .truediv] {
      let (name, reflected) = (op.method.name, op.reflected.name)
      type.define(name, "self, value, /") { (vm, a) throws(Raised) in
        let left = try receiver(vm, name, a[0])
        guard let right = try operand(a[1], vm) else { return .notImplemented }
        return try apply(op, left, right, vm)
      }
      type.define(reflected, "self, value, /") { (vm, a) throws(Raised) in
        let right = try receiver(vm, reflected, a[0])
        guard let left = try operand(a[1], vm) else { return .notImplemented }
        return try apply(op, left, right, vm)
      }
    }
    type.define("__pow__", "self, value, mod=None, /") { (vm, a) throws(Raised) in
      let left = try receiver(vm, "__pow__", a[0])
      guard let right = try operand(a[1], vm) else { return .notImplemented }
      try refuseModulus(a, vm)
      return try apply(.pow, left, right, vm)
    }
    type.define("__rpow__", "self, value, mod=None, /") { (vm, a) throws(Raised) in
      let right = try receiver(vm, "__rpow__", a[0])
      guard let left = try operand(a[1], vm) else { return .notImplemented }
      try refuseModulus(a, vm)
      return try apply(.pow, left, right, vm)
    }
    type.define("__neg__", "self, /") { (vm, a) throws(Raised) in
      let number = try receiver(vm, "__neg__", a[0])
      return make(Complex(-number.real, -number.imaginary), vm.heap.types.complex)
    }
    type.define("__pos__", "self, /") { (vm, a) throws(Raised) in
      make(try receiver(vm, "__pos__", a[0]), vm.heap.types.complex)
    }
    type.define("__abs__", "self, /") { (vm, a) throws(Raised) in
      let number = try receiver(vm, "__abs__", a[0])
      let size = hypot(number.real, number.imaginary)
      if size.isInfinite && number.real.isFinite && number.imaginary.isFinite {
        throw vm.raise(.overflowError, "absolute value too large")
      }
      return .float(size)
    }
  }

  private static func refuseModulus(_ a: Arguments, _ vm: VM) throws(Raised) {
    if let modulus = a.optional(2), !modulus.isNone { throw vm.raise(.valueError, "complex modulo") }
  }

  private static func apply(_ op: BinaryOp, _ a: Complex, _ b: Complex, _ vm: VM) throws(Raised) -> Value {
    let result: Complex
    switch op {
    case .add: result = a + b
    case .sub: result = a - b
    case .mul: result = a * b
    case .truediv:
      guard let quotient = a.divided(by: b) else {
        throw vm.raise(.zeroDivisionError, "complex division by zero")
      }
      result = quotient
    case .pow: result = try a.power(b, vm)
    default: return .notImplemented
    }
    return make(result, vm.heap.types.complex)
  }
}
