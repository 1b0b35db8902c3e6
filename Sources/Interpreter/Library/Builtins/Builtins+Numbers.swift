import BigInt

extension Builtins {
  static func installNumbers(_ vm: VM) {
    define(vm, "abs", "x, /") { (vm, a) throws(Raised) in
      if case .float(let number) = a[0] { return .float(number.magnitude) }
      if case .int(let number) = a[0], number != .min { return .int(number < 0 ? -number : number) }
      guard let result = try vm.callSpecial(.abs, a[0]) else {
        throw vm.raise(.typeError, "bad operand type for abs(): '\(vm.typeName(a[0]))'")
      }
      return result
    }
    define(vm, "divmod", "x, y, /") { (vm, a) throws(Raised) in try divmod(vm, a[0], a[1]) }
    define(vm, "pow", "base, exp, mod=None") { (vm, a) throws(Raised) in
      guard let modulus = a.optional(2), !modulus.isNone else { return try vm.binary(.pow, a[0], a[1]) }
      guard let base = a[0].bigInt, let exponent = a[1].bigInt, let modulus = modulus.bigInt else {
        let isBuiltin = a[0].bigInt != nil || a[0].double != nil
        if a[0].kind == .complex { throw vm.raise(.valueError, "complex modulo") }
        if !isBuiltin, let result = try vm.callSpecial(.pow, a[0], a[1], modulus) {
          if case .notImplemented = result {} else { return result }
        }
        let isNumeric = [a[1], modulus].allSatisfy { $0.bigInt != nil || $0.double != nil }
        if !isBuiltin || !isNumeric {
          throw vm.raise(
            .typeError,
            "unsupported operand type(s) for ** or pow(): '\(vm.typeName(a[0]))', '\(vm.typeName(a[1]))', "
              + "'\(vm.typeName(modulus))'")
        }
        throw vm.raise(.typeError, "pow() 3rd argument not allowed unless all arguments are integers")
      }
      return try Numbers.power(base, exponent, modulo: modulus, vm)
    }
    define(vm, "round", "number, ndigits=None") { (vm, a) throws(Raised) in
      let result: Value?
      if case .float(let number) = a[0], case .int(let places) = a[1], number.isFinite, places >= 0,
        let rounded = FixedPoint.rounded(number, precision: places)
      {
        return .float(rounded)
      }
      if let digits = a.optional(1), !digits.isNone {
        result = try vm.callSpecial(.round, a[0], digits)
      } else {
        result = try vm.callSpecial(.round, a[0])
      }
      guard let result else {
        throw vm.raise(.typeError, "type \(vm.typeName(a[0])) doesn't define __round__ method")
      }
      return result
    }
    for (name, radix, prefix) in [("bin", 2, "0b"), ("oct", 8, "0o"), ("hex", 16, "0x")] {
      define(vm, name, "number, /") { (vm, a) throws(Raised) in
        let number = try vm.integer(a[0])
        defer { number.release() }
        let value = number.bigInt ?? 0
        try vm.charge(value.bitWidth >> 6)
        return vm.str((value < 0 ? "-" : "") + prefix + String(value.magnitude, radix: radix))
      }
    }
    define(vm, "hash", "obj, /") { (vm, a) throws(Raised) in .int(try vm.keyHash(a[0])) }
    define(vm, "id", "obj, /") { (vm, a) throws(Raised) in .int(identity(a[0])) }
    define(vm, "chr", "i, /") { (vm, a) throws(Raised) in
      if case .int(let point) = a[0], point >= 0, point < 0x80 {
        return vm.heap.characterValue(UInt8(truncatingIfNeeded: point))
      }
      let number = try vm.integer(a[0])
      defer { number.release() }
      guard let point = number.smallInt, point >= Int(Int32.min), point <= Int(Int32.max) else {
        throw vm.raise(.overflowError, "Python int too large to convert to C int")
      }
      guard point >= 0, point < 0x110000 else {
        throw vm.raise(.valueError, "chr() arg not in range(0x110000)")
      }
      return vm.str(codePoints: [UInt32(point)])
    }
    define(vm, "ord", "c, /") { (vm, a) throws(Raised) in
      if let text = a.text(0), text.count == 1 { return .int(Int(text[0])) }
      if let bytes = a[0].asBytes?.bytes ?? a[0].foreign(ByteArrayObject.self)?.bytes {
        guard bytes.count == 1 else { throw notOneCharacter(vm, bytes.count) }
        return .int(Int(bytes[0]))
      }
      guard let string = a[0].asStr else {
        throw vm.raise(.typeError, "ord() expected string of length 1, but \(vm.typeName(a[0])) found")
      }
      guard string.count == 1 else { throw notOneCharacter(vm, string.count) }
      return .int(Int(string[0]))
    }
  }

  private static func notOneCharacter(_ vm: VM, _ count: Int) -> Raised {
    vm.raise(.typeError, "ord() expected a character, but string of length \(count) found")
  }

  static func divmod(_ vm: VM, _ x: Value, _ y: Value) throws(Raised) -> Value {
    if case .int(let a) = x, case .int(let b) = y, b > 0 {
      let (quotient, remainder) = a.quotientAndRemainder(dividingBy: b)
      let isBelow = remainder < 0
      return vm.pair(.int(isBelow ? quotient &- 1 : quotient), .int(isBelow ? remainder &+ b : remainder))
    }
    let types = vm.heap.types!
    for (method, a, b) in [(SpecialMethod.divmod, x, y), (.rdivmod, y, x)] where !types.of(a)[method].isUnbound {
      if let result = try vm.callSpecial(method, a, b) {
        if case .notImplemented = result { continue }
        return result
      }
    }
    throw vm.raise(
      .typeError, "unsupported operand type(s) for divmod(): '\(vm.typeName(x))' and '\(vm.typeName(y))'")
  }

  /// A number that tells objects apart while they live; numbers and singletons get fixed ones below all addresses.
  static func identity(_ value: Value) -> Int {
    switch value {
    case .object(let reference): Int(bitPattern: reference.toOpaque())
    case .int(let number): 0x10000 &+ number &* 32
    case .float(let number): Int(truncatingIfNeeded: number.bitPattern >> 16) &* 16 &+ 8
    case .bool(let flag): flag ? 0x4000 : 0x4020
    case .noneTag: 0x4040
    case .ellipsis: 0x4060
    case .notImplemented: 0x4080
    case .unboundTag: 0
    }
  }
}
