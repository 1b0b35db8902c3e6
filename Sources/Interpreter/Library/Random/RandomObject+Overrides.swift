import BigInt

// Draws of generators that are not plain: subclasses with methods of their own, and the system's randomness.

extension RandomObject {
  func uniformSlow(_ vm: VM) throws(Raised) -> Double {
    if let result = try overridden("random", vm) {
      defer { result.release() }
      return try vm.realNumber(result)
    }
    noteDraw(vm)
    return isSystem ? Double(UInt64.random(in: .min ... .max) >> 11) * 0x1p-53 : twister.uniform()
  }

  /// The class nearest to the instance that says how to draw decides whether bits or floats are drawn.
  func belowSlow(_ bound: BigInt, _ vm: VM) throws(Raised) -> BigInt {
    let (random, bits) = (vm.heap.intern("random"), vm.heap.intern("getrandbits"))
    for type in type.mro where type.isUserDefined {
      if type.namespace.get(interned: bits) != nil { break }
      if type.namespace.get(interned: random) != nil { return try belowFromFloats(bound, vm) }
    }
    let width = bound.magnitude.bitWidth
    while true {
      let value = try bigBits(width, vm)
      if value < bound { return value }
      try vm.charge(1)
    }
  }

  private func belowFromFloats(_ bound: BigInt, _ vm: VM) throws(Raised) -> BigInt {
    let limit = 1 << 53
    guard let bound = Int(exactly: bound), bound < limit else {
      return BigInt(truncating: (try uniform(vm) * Double(bound)).rounded(.down))
    }
    let fair = Double(limit - limit % bound) / Double(limit)
    var draw = try uniform(vm)
    while draw >= fair {
      try vm.charge(1)
      draw = try uniform(vm)
    }
    return BigInt(truncating: (draw * Double(limit)).rounded(.down)) % BigInt(bound)
  }

  func bigBits(_ count: Int, _ vm: VM) throws(Raised) -> BigInt {
    let width = Value.int(count)
    if let result = try overridden("getrandbits", vm, width) {
      defer { result.release() }
      return try vm.indexNumber(result) ?? 0
    }
    noteDraw(vm)
    return BigInt(isSystem ? BigUInt.randomInteger(withMaximumWidth: count) : twister.bigBits(count))
  }

  /// What a subclass's own method gives; nil if there is none.
  private func overridden(_ name: String, _ vm: VM, _ arguments: Value...) throws(Raised) -> Value? {
    let interned = vm.heap.intern(name)
    guard type.isUserDefined,
      type.mro.contains(where: { $0.isUserDefined && $0.namespace.get(interned: interned) != nil })
    else { return nil }
    let method = try vm.getAttribute(Value(self), interned)
    defer { method.release() }
    return try vm.call(method, arguments: arguments)
  }
}
