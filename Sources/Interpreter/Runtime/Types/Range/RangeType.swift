import BigInt

/// `range`; the methods are for bounds of 64 bits, with `BigRange` for the rest.
enum RangeType {
  static func install(_ vm: VM) {
    let type = vm.heap.types.range!
    type.define("__new__", "cls, start, stop=None, step=1, /") { (vm, a) throws(Raised) in
      if let range = makeSmall(vm, a) { return range }
      guard let second = a.optional(2) else {
        return make(vm, start: 0, stop: try bound(vm, a[1]), step: 1)
      }
      let start = try bound(vm, a[1])
      let stop = try bound(vm, second)
      let step = try a.optional(3).map { (value) throws(Raised) in try bound(vm, value) } ?? 1
      if step == 0 { throw vm.raise(.valueError, "range() arg 3 must not be zero") }
      return make(vm, start: start, stop: stop, step: step)
    }
    installProtocol(type)
    installSearch(type)
    for (name, get) in [("start", \RangeObject.start), ("stop", \RangeObject.stop), ("step", \RangeObject.step)] {
      type.defineProperty(name) { (vm, value) throws(Raised) in
        guard let range = value.cast(.range, to: RangeObject.self) else {
          guard let big = value.foreign(BigRangeObject.self) else { throw vm.raiseReceiver(name, "range", value) }
          return vm.heap.integer(name == "start" ? big.start : name == "stop" ? big.stop : big.step)
        }
        return .int(range[keyPath: get])
      }
    }
  }

  /// A range of machine integers; nil if there is more to it.
  private static func makeSmall(_ vm: VM, _ a: Arguments) -> Value? {
    guard case .int(let first) = a[1] else { return nil }
    var (start, stop, step) = (0, first, 1)
    if case .int(let second) = a[2] { (start, stop) = (first, second) } else if !a[2].isUnbound { return nil }
    if case .int(let third) = a[3] { step = third } else if !a[3].isUnbound { return nil }
    // Where the count surely fits.
    guard step != 0, start.magnitude < 1 << 61, stop.magnitude < 1 << 61 else { return nil }
    return Value(RangeObject(start: start, stop: stop, step: step, heap: vm.heap))
  }

  private static func bound(_ vm: VM, _ value: Value) throws(Raised) -> BigInt {
    let number = try vm.integer(value)
    defer { number.release() }
    return number.bigInt ?? 0
  }

  static func make(_ vm: VM, start: BigInt, stop: BigInt, step: BigInt) -> Value {
    if let first = Int(exactly: start), let last = Int(exactly: stop), let distance = Int(exactly: step) {
      let range = RangeObject(start: first, stop: last, step: distance, heap: vm.heap)
      // A count beyond 63 bits shows as a negative one.
      if range.count >= 0 { return Value(range) }
      Value(range).release()
    }
    return Value(BigRangeObject(start: start, stop: stop, step: step, heap: vm.heap))
  }

  private static func installProtocol(_ type: TypeObject) {
    type.defineRange("__len__", "self, /") { (_, range, _) throws(Raised) in .int(range.count) }
    type.defineRange("__bool__", "self, /") { (_, range, _) throws(Raised) in .bool(range.count > 0) }
    type.defineRange("__repr__", "self, /") { (vm, range, _) throws(Raised) in
      let step = range.step == 1 ? "" : ", \(range.step)"
      return vm.str("range(\(range.start), \(range.stop)\(step))")
    }
    type.defineRange("__iter__", "self, /") { (vm, range, _) throws(Raised) in
      Value(RangeIteratorObject.make(range, heap: vm.heap))
    }
    type.defineRange("__reversed__", "self, /") { (vm, range, _) throws(Raised) in
      Value(
        RangeIteratorObject.make(
          current: range.start &+ (range.count &- 1) &* range.step, remaining: range.count, step: 0 &- range.step,
          heap: vm.heap))
    }
    type.defineRange("__getitem__", "self, key, /") { (vm, range, a) throws(Raised) in try getItem(vm, range, a[1]) }
    for (name, isEquality) in [("__eq__", true), ("__ne__", false)] {
      type.defineRange(name, "self, value, /") { (_, range, a) throws(Raised) in
        guard let other = a[1].cast(.range, to: RangeObject.self) else {
          return a[1].foreign(BigRangeObject.self) == nil ? .notImplemented : .bool(!isEquality)
        }
        let same =
          range.count == other.count
          && (range.count == 0 || range.start == other.start && (range.count == 1 || range.step == other.step))
        return .bool(same == isEquality)
      }
    }
    type.defineRange("__hash__", "self, /") { (vm, range, _) throws(Raised) in
      let key = vm.tuple([
        .int(range.count), range.count == 0 ? .none : .int(range.start), range.count < 2 ? .none : .int(range.step),
      ])
      defer { key.release() }
      return .int(try vm.hash(key))
    }
  }

  private static func getItem(_ vm: VM, _ range: RangeObject, _ key: Value) throws(Raised) -> Value {
    if let slice = key.reference(.slice, to: SliceObject.self) {
      let found = try vm.sliceIndices(slice, length: range.count)
      let (start, step) = (BigInt(range.start), BigInt(range.step))
      return make(
        vm, start: start + BigInt(found.start) * step, stop: start + BigInt(found.stop) * step,
        step: BigInt(found.step) * step)
    }
    // One that fits into no machine integer is out of range like any other.
    var index = try vm.sliceBound(key, "range indices must be integers or slices, not \(vm.typeName(key))")
    if index < 0 { index &+= range.count }
    if index < 0 || index >= range.count { throw vm.raise(.indexError, "range object index out of range") }
    return .int(range[index])
  }

  /// The index of an item, computed; for what is no number, found by comparing.
  static func find(_ vm: VM, _ range: RangeObject, _ value: Value) throws(Raised) -> Int? {
    switch value {
    case .int(let number): return index(range, number)
    case .bool(let flag): return index(range, flag ? 1 : 0)
    case .float(let number): return Int(exactly: number).flatMap { index(range, $0) }
    case .object:
      if value.kind == .str || value.kind == .list || value.kind == .tuple { return nil }
      for position in 0..<range.count where try vm.equals(.int(range[position]), value) { return position }
      return nil
    default: return nil
    }
  }

  private static func index(_ range: RangeObject, _ number: Int) -> Int? {
    if range.count == 0 { return nil }
    let last = range[range.count - 1]
    guard number >= min(range.start, last), number <= max(range.start, last) else { return nil }
    let distance =
      range.step > 0 ? UInt(bitPattern: number &- range.start) : UInt(bitPattern: range.start &- number)
    let (quotient, remainder) = distance.quotientAndRemainder(dividingBy: range.step.magnitude)
    return remainder == 0 ? Int(truncatingIfNeeded: quotient) : nil
  }

  private static func installSearch(_ type: TypeObject) {
    type.defineRange("__contains__", "self, key, /") { (vm, range, a) throws(Raised) in
      .bool(try find(vm, range, a[1]) != nil)
    }
    type.defineRange("count", "self, value, /") { (vm, range, a) throws(Raised) in
      .int(try find(vm, range, a[1]) == nil ? 0 : 1)
    }
    type.defineRange("index", "self, value, /") { (vm, range, a) throws(Raised) in
      guard let index = try find(vm, range, a[1]) else {
        if a[1].bigInt == nil { throw vm.raise(.valueError, "sequence.index(x): x not in sequence") }
        throw vm.raise(.valueError, "\(try vm.repr(a[1])) is not in range")
      }
      return .int(index)
    }
  }
}

extension TypeObject {
  /// Declares a method of `range` whose receiver is checked.
  fileprivate func defineRange(
    _ name: String, _ signature: StaticString,
    _ body: @escaping (VM, RangeObject, Arguments) throws(Raised) -> Value
  ) {
    define(name, signature) { (vm, a) throws(Raised) in
      guard let range = a[0].cast(.range, to: RangeObject.self) else {
        guard let big = a[0].foreign(BigRangeObject.self) else { throw vm.raiseReceiver(name, "range", a[0]) }
        return try BigRange.perform(name, big, a, vm)
      }
      return try body(vm, range, a)
    }
  }
}
