import BigInt

extension IntType {
  private static let operators: [BinaryOp] = [
    .add, .sub, .mul, .truediv, .floordiv, .mod, .lshift, .rshift, .and, .or, .xor,
  ]

  static func installOperators(_ type: TypeObject) {
    for op in operators {
      let (name, reflected) = (op.method.name, op.reflected.name)
      type.define(name, "self, value, /") { (vm, a) throws(Raised) in
        _ = try receiver(vm, name, a[0])
        return try apply(op, a[0], a[1], vm)
      }
      type.define(reflected, "self, value, /") { (vm, a) throws(Raised) in
        _ = try receiver(vm, reflected, a[0])
        return try apply(op, a[1], a[0], vm)
      }
    }
    for op in [UnaryOp.neg, .pos, .invert] {
      let name = op.method.name
      type.define(name, "self, /") { (vm, a) throws(Raised) in
        _ = try receiver(vm, name, a[0])
        return Numbers.generalUnary(op, a[0], vm) ?? .notImplemented
      }
    }
    type.define("__abs__", "self, /") { (vm, a) throws(Raised) in
      vm.heap.integer(BigInt(try receiver(vm, "__abs__", a[0]).magnitude))
    }
    for (name, op) in ComparisonOp.methods {
      type.define(name, "self, value, /") { (vm, a) throws(Raised) in
        _ = try receiver(vm, name, a[0])
        guard a[1].bigInt != nil, let result = Numbers.generalCompare(op, a[0], a[1]) else { return .notImplemented }
        return .bool(result)
      }
    }
    type.define("__divmod__", "self, value, /") { (vm, a) throws(Raised) in
      let number = try receiver(vm, "__divmod__", a[0])
      guard let divisor = a[1].bigInt else { return .notImplemented }
      return try divmod(number, divisor, vm)
    }
    type.define("__rdivmod__", "self, value, /") { (vm, a) throws(Raised) in
      let divisor = try receiver(vm, "__rdivmod__", a[0])
      guard let number = a[1].bigInt else { return .notImplemented }
      return try divmod(number, divisor, vm)
    }
    type.define("__pow__", "self, value, mod=None, /") { (vm, a) throws(Raised) in
      let base = try receiver(vm, "__pow__", a[0])
      guard let exponent = a[1].bigInt else { return .notImplemented }
      guard let modulus = a.optional(2), !modulus.isNone else { return try apply(.pow, a[0], a[1], vm) }
      guard let modulus = modulus.bigInt else { return .notImplemented }
      return try Numbers.power(base, exponent, modulo: modulus, vm)
    }
    type.define("__rpow__", "self, value, mod=None, /") { (vm, a) throws(Raised) in
      _ = try receiver(vm, "__rpow__", a[0])
      return try apply(.pow, a[1], a[0], vm)
    }
  }

  /// For ints only: with a float the result is the float's business.
  private static func apply(_ op: BinaryOp, _ a: Value, _ b: Value, _ vm: VM) throws(Raised) -> Value {
    guard a.bigInt != nil, b.bigInt != nil else { return .notImplemented }
    return try Numbers.general(op, a, b, vm) ?? .notImplemented
  }

  private static func divmod(_ number: BigInt, _ divisor: BigInt, _ vm: VM) throws(Raised) -> Value {
    let (quotient, remainder) = try Numbers.floorDivision(number, divisor, vm)
    return vm.tuple([vm.heap.integer(quotient), vm.heap.integer(remainder)])
  }
}
