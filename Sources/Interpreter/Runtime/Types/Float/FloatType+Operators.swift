extension FloatType {
  private static let operators: [BinaryOp] = [.add, .sub, .mul, .truediv, .floordiv, .mod]

  static func installOperators(_ type: TypeObject) {
    for op in operators {
      let (name, reflected) = (op.method.name, op.reflected.name)
      type.define(name, "self, value, /") { (vm, a) throws(Raised) in
        _ = try receiver(vm, name, a[0])
        return try Numbers.general(op, a[0], a[1], vm) ?? .notImplemented
      }
      type.define(reflected, "self, value, /") { (vm, a) throws(Raised) in
        _ = try receiver(vm, reflected, a[0])
        return try Numbers.general(op, a[1], a[0], vm) ?? .notImplemented
      }
    }
    type.define("__pow__", "self, value, mod=None, /") { (vm, a) throws(Raised) in
      _ = try receiver(vm, "__pow__", a[0])
      try refuseModulus(a, vm)
      return try Numbers.general(.pow, a[0], a[1], vm) ?? .notImplemented
    }
    type.define("__rpow__", "self, value, mod=None, /") { (vm, a) throws(Raised) in
      _ = try receiver(vm, "__rpow__", a[0])
      try refuseModulus(a, vm)
      return try Numbers.general(.pow, a[1], a[0], vm) ?? .notImplemented
    }
    type.define("__neg__", "self, /") { (vm, a) throws(Raised) in .float(-(try receiver(vm, "__neg__", a[0]))) }
    type.define("__pos__", "self, /") { (vm, a) throws(Raised) in .float(try receiver(vm, "__pos__", a[0])) }
    type.define("__abs__", "self, /") { (vm, a) throws(Raised) in .float(abs(try receiver(vm, "__abs__", a[0]))) }
    for (name, op) in ComparisonOp.methods {
      type.define(name, "self, value, /") { (vm, a) throws(Raised) in
        _ = try receiver(vm, name, a[0])
        guard let result = Numbers.generalCompare(op, a[0], a[1]) else { return .notImplemented }
        return .bool(result)
      }
    }
    type.define("__divmod__", "self, value, /") { (vm, a) throws(Raised) in
      let number = try receiver(vm, "__divmod__", a[0])
      guard let divisor = Operand(a[1]) else { return .notImplemented }
      return try divmod(number, try divisor.double(vm), vm)
    }
    type.define("__rdivmod__", "self, value, /") { (vm, a) throws(Raised) in
      let divisor = try receiver(vm, "__rdivmod__", a[0])
      guard let number = Operand(a[1]) else { return .notImplemented }
      return try divmod(try number.double(vm), divisor, vm)
    }
  }

  private static func refuseModulus(_ a: Arguments, _ vm: VM) throws(Raised) {
    if let modulus = a.optional(2), !modulus.isNone {
      throw vm.raise(.typeError, "pow() 3rd argument not allowed unless all arguments are integers")
    }
  }

  private static func divmod(_ number: Double, _ divisor: Double, _ vm: VM) throws(Raised) -> Value {
    if divisor == 0 { throw vm.raise(.zeroDivisionError, "float divmod()") }
    let (quotient, remainder) = Numbers.floorDivision(number, divisor)
    return vm.tuple([.float(quotient), .float(remainder)])
  }
}
