import BigInt

/// `random`: the class, and its methods bound to one hidden instance.
enum RandomModule {
  static func make(_ vm: VM) throws(Raised) -> ModuleObject {
    let module = ModuleObject(name: "random", heap: vm.heap)
    let type = vm.heap.types.make("Random", .foreign, hasAttributes: true, module: "random")
    type.define("__new__", "cls, x=None") { (vm, a) throws(Raised) in
      Value(RandomObject(type: try vm.classArgument(a[0], type)))
    }
    type.defineRandom("__init__", "self, x=None") { (vm, random, a) throws(Raised) in
      try random.seed(a.optional(1) ?? .none, vm)
      return .none
    }
    defineState(type)
    defineIntegers(type)
    defineChoices(type)
    defineDistributions(type)
    let instance = Value(RandomObject(type: type))
    for (name, _) in type.namespace.keywordPairs where !name.string.hasPrefix("_") {
      module.namespace.set(interned: name, try vm.getAttribute(instance, name))
    }
    module.namespace.set("_inst", instance)
    module.namespace.set("Random", Value(type).retained())
    module.namespace.set("SystemRandom", Value(systemType(vm, type)))
    return module
  }

  /// `SystemRandom`: the same methods on the system's randomness.
  private static func systemType(_ vm: VM, _ base: TypeObject) -> TypeObject {
    let type = vm.heap.types.make("SystemRandom", .foreign, base: base, hasAttributes: true, module: "random")
    type.define("__new__", "cls, x=None") { (vm, a) throws(Raised) in
      Value(RandomObject(type: try vm.classArgument(a[0], type), isSystem: true))
    }
    for name in ["getstate", "setstate"] {
      type.define(name, "self, *args, **kwds") { (vm, _) throws(Raised) in
        throw vm.raise(.notImplementedError, "System entropy source does not have state.")
      }
    }
    return type
  }

  private static func defineState(_ type: TypeObject) {
    type.defineRandom("seed", "self, a=None, version=2") { (vm, random, a) throws(Raised) in
      let version = try a.optional(2).map { (version) throws(Raised) in try vm.index(version) } ?? 2
      try random.seed(a.optional(1) ?? .none, version: version, vm)
      return .none
    }
    // These are what a subclass's own methods may call: they ask nobody else.
    type.defineRandom("random", "self, /") { (vm, random, _) throws(Raised) in
      if random.isSystem { return .float(try random.uniformSlow(vm)) }
      random.noteDraw(vm)
      return .float(random.twister.uniform())
    }
    type.defineRandom("getrandbits", "self, k, /") { (vm, random, a) throws(Raised) in
      let count = try vm.index(a[1])
      if count < 0 { throw vm.raise(.valueError, "number of bits must be non-negative") }
      if count == 0 { return .int(0) }
      try vm.checkSize(count / 8)
      try vm.charge(count / 32)
      if random.isSystem { return vm.heap.integer(try random.bigBits(count, vm)) }
      random.noteDraw(vm)
      if count < 64 { return .int(Int(random.twister.bits(count))) }
      return vm.heap.integer(BigInt(random.twister.bigBits(count)))
    }
    type.defineRandom("randbytes", "self, n") { (vm, random, a) throws(Raised) in
      let count = try vm.index(a[1])
      if count < 0 { throw vm.raise(.valueError, "number of bits must be non-negative") }
      try vm.checkSize(count)
      try vm.charge(count / 4)
      if random.isSystem || random.type.isUserDefined {
        let number = count == 0 ? 0 : try random.bigBits(count * 8, vm)
        let bytes = Array(number.magnitude.serialize().reversed())
        return vm.bytes(bytes + [UInt8](repeating: 0, count: max(0, count - bytes.count)))
      }
      random.noteDraw(vm)
      var bytes: [UInt8] = []
      var left = count
      while left > 0 {
        let word = left >= 4 ? random.twister.next() : random.twister.next() >> UInt32(32 - left * 8)
        for shift in 0..<min(left, 4) { bytes.append(UInt8(truncatingIfNeeded: word >> UInt32(shift * 8))) }
        left -= 4
      }
      return vm.bytes(bytes)
    }
    type.defineRandom("getstate", "self, /") { (vm, random, _) throws(Raised) in
      let words = random.twister.state.map { Value.int(Int($0)) } + [.int(random.twister.position)]
      return vm.tuple([.int(3), vm.tuple(words), random.cachedNormal.map { .float($0) } ?? .none])
    }
    type.defineRandom("setstate", "self, state, /") { (vm, random, a) throws(Raised) in
      // The version is looked at first.
      try vm.getItem(a[1], .int(0)).release()
      let parts = try vm.ownedItems(a[1])
      defer { for part in parts { part.release() } }
      if parts.count != 3 {
        let words =
          parts.count < 3
          ? "not enough values to unpack (expected 3, got \(parts.count))"
          : "too many values to unpack (expected 3)"
        throw vm.raise(.valueError, words)
      }
      if parts[0].smallInt != 3 {
        let words = "state with version \(try vm.strText(parts[0])) passed to Random.setstate() of version 3"
        throw vm.raise(.valueError, words)
      }
      guard let words = parts[1].asTuple else { throw vm.raise(.typeError, "state vector must be a tuple") }
      guard words.count == 625,
        let position = words.items[624].smallInt,
        let twister = MersenneTwister(
          state: words.values.prefix(624).map { UInt32(truncatingIfNeeded: $0.smallInt ?? 0) }, position: position)
      else { throw vm.raise(.valueError, "state vector is the wrong size") }
      random.twister = twister
      random.isSeeded = true
      random.cachedNormal = parts[2].double
      return .none
    }
  }

  private static func defineIntegers(_ type: TypeObject) {
    type.defineRandom("randrange", "self, start, stop=None, step=1") { (vm, random, a) throws(Raised) in
      if a[3].isUnbound, let number = try smallNumber(vm, random, a[1], a[2], isClosed: false) { return .int(number) }
      let start = try bound(vm, a[1], 1)
      guard let stop = a.optional(2), !stop.isNone else {
        if a.optional(3) != nil { throw vm.raise(.typeError, "Missing a non-None stop argument") }
        if start <= 0 { throw vm.raise(.valueError, "empty range for randrange()") }
        return vm.heap.integer(try random.below(start, vm))
      }
      return try range(vm, random, start, bound(vm, stop, 2), a.optional(3))
    }
    type.defineRandom("randint", "self, a, b") { (vm, random, a) throws(Raised) in
      if let number = try smallNumber(vm, random, a[1], a[2], isClosed: true) { return .int(number) }
      return try range(vm, random, bound(vm, a[1], 1), bound(vm, a[2], 2) + 1, nil)
    }
  }

  /// A number between two plain integers, or below the first if there is no second; nil where that is not all.
  private static func smallNumber(
    _ vm: VM, _ random: RandomObject, _ first: Value, _ second: Value, isClosed: Bool
  ) throws(Raised) -> Int? {
    guard case .int(let number) = first else { return nil }
    var (start, stop) = (0, number)
    if case .int(let end) = second { (start, stop) = (number, end) } else if !second.isUnbound { return nil }
    let (width, overflow) = stop.subtractingReportingOverflow(start)
    if overflow || width == Int.max || width < (isClosed ? 0 : 1) { return nil }
    return start + (try random.below(isClosed ? width + 1 : width, vm))
  }

  /// An integer; floats with a whole value pass, as they still did in 3.11.
  private static func bound(_ vm: VM, _ value: Value, _ place: Int) throws(Raised) -> BigInt {
    if let number = value.double {
      guard let whole = Int(exactly: number) else {
        throw vm.raise(.valueError, "non-integer \(["arg 1", "stop", "step"][place - 1]) for randrange()")
      }
      return BigInt(whole)
    }
    // Whatever `int` takes is looked at before it is found not to be an integer.
    let isNumber = value.asStr == nil
    let number = try isNumber ? vm.integer(value) : vm.call(Value(vm.heap.types.int), value)
    defer { number.release() }
    guard isNumber else {
      throw vm.raise(.valueError, "non-integer \(["arg 1", "stop", "step"][place - 1]) for randrange()")
    }
    return number.bigInt ?? 0
  }

  private static func range(
    _ vm: VM, _ random: RandomObject, _ start: BigInt, _ stop: BigInt, _ stepValue: Value?
  ) throws(Raised) -> Value {
    let width = stop - start
    let step = try stepValue.map { (value) throws(Raised) in try bound(vm, value, 3) } ?? 1
    if step == 1 {
      if width <= 0 {
        throw vm.raise(.valueError, "empty range for randrange() (\(start), \(stop), \(width))")
      }
      return vm.heap.integer(start + (try random.below(width, vm)))
    }
    if step.isZero { throw vm.raise(.valueError, "zero step for randrange()") }
    // The operands have one sign where there is anything to draw, so division truncates as it should.
    let count = step > 0 ? (width + step - 1) / step : (width + step + 1) / step
    if count <= 0 || (width > 0) != (step > 0) { throw vm.raise(.valueError, "empty range for randrange()") }
    return vm.heap.integer(start + step * (try random.below(count, vm)))
  }
}

extension TypeObject {
  /// Declares a method of `Random` whose receiver is checked.
  func defineRandom(
    _ name: String, _ signature: StaticString,
    _ body: @escaping (VM, RandomObject, Arguments) throws(Raised) -> Value
  ) {
    define(name, signature) { (vm, a) throws(Raised) in
      guard let random = a[0].foreign(RandomObject.self) else { throw vm.raiseReceiver(name, "Random", a[0]) }
      return try body(vm, random, a)
    }
  }
}
