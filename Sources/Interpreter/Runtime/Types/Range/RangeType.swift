/// `range`, with bounds of 64 bits.
enum RangeType {
  static func install(_ vm: VM) {
    let type = vm.heap.types.range!
    type.define("__new__", "cls, start, stop=None, step=1, /") { (vm, a) throws(Raised) in
      guard let second = a.optional(2) else {
        return try make(vm, start: 0, stop: bound(vm, a[1]), step: 1)
      }
      let start = try bound(vm, a[1])
      let stop = try bound(vm, second)
      let step = try a.optional(3).map { (value) throws(Raised) in try bound(vm, value) } ?? 1
      if step == 0 { throw vm.raise(.valueError, "range() arg 3 must not be zero") }
      return try make(vm, start: start, stop: stop, step: step)
    }
    installProtocol(type)
    installSearch(type)
    for (name, get) in [("start", \RangeObject.start), ("stop", \RangeObject.stop), ("step", \RangeObject.step)] {
      type.defineProperty(name) { (vm, value) throws(Raised) in
        guard let range = value.cast(.range, to: RangeObject.self) else {
          throw vm.raiseReceiver(name, "range", value)
        }
        return .int(range[keyPath: get])
      }
    }
  }

  private static func bound(_ vm: VM, _ value: Value) throws(Raised) -> Int {
    let number = try vm.integer(value)
    defer { number.release() }
    guard let small = number.smallInt else {
      throw vm.raise(.overflowError, "range() with bounds beyond 64 bits is not available in nbcheck")
    }
    return small
  }

  private static func make(_ vm: VM, start: Int, stop: Int, step: Int) throws(Raised) -> Value {
    let range = RangeObject(start: start, stop: stop, step: step, heap: vm.heap)
    if range.count < 0 {
      Value(range).release()
      throw vm.raise(.overflowError, "range() with more than 2**63 - 1 items is not available in nbcheck")
    }
    return Value(range)
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
        guard let other = a[1].cast(.range, to: RangeObject.self) else { return .notImplemented }
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
    if let slice = key.cast(.slice, to: SliceObject.self) {
      let found = try vm.sliceIndices(slice, length: range.count)
      let (start, a) = found.start.multipliedReportingOverflow(by: range.step)
      let (stop, b) = found.stop.multipliedReportingOverflow(by: range.step)
      let (step, c) = found.step.multipliedReportingOverflow(by: range.step)
      let (first, d) = range.start.addingReportingOverflow(start)
      let (last, e) = range.start.addingReportingOverflow(stop)
      if a || b || c || d || e {
        throw vm.raise(.overflowError, "range() with bounds beyond 64 bits is not available in nbcheck")
      }
      return try make(vm, start: first, stop: last, step: step)
    }
    guard let index = try vm.itemIndex(key, length: range.count, "range object index out of range") else {
      throw vm.raise(.typeError, "range indices must be integers or slices, not \(vm.typeName(key))")
    }
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
      guard let range = a[0].cast(.range, to: RangeObject.self) else { throw vm.raiseReceiver(name, "range", a[0]) }
      return try body(vm, range, a)
    }
  }
}
