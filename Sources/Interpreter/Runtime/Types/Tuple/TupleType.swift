/// `tuple`.
enum TupleType {
  static func install(_ vm: VM) {
    let type = vm.heap.types.tuple!
    installConstruction(type)
    installProtocol(type)
    installOperators(type)
    installSearch(type)
  }

  private static func installConstruction(_ type: TypeObject) {
    type.define("__new__", "cls, iterable=(), /") { (vm, a) throws(Raised) in
      let types = vm.heap.types!
      if a[0].isIdentical(to: Value(vm.heap.plainTuple)), let list = a[1].reference(.list, to: ListObject.self),
        list._withUnsafeGuaranteedRef({ $0.type.address == vm.state.pointee.listType })
      {
        return list._withUnsafeGuaranteedRef { Value(vm.copies($0.items, $0.count)) }
      }
      let cls = try vm.classArgument(a[0], types.tuple)
      guard let iterable = a.optional(1) else { return Value(TupleObject.make([], type: cls)) }
      if let tuple = iterable.asTuple, tuple.type === types.tuple, cls === types.tuple { return iterable.retained() }
      let items = ListObject.make(heap: vm.heap)
      defer { Value(items).release() }
      try ListType.extend(vm, items, iterable)
      let tuple = TupleObject.make(count: items.count, type: cls)
      items.move(to: tuple.items)
      return Value(tuple)
    }
    type.defineClass("__class_getitem__", "cls, item, /") { (vm, a) throws(Raised) in vm.genericAlias(a[0], a[1]) }
    type.defineTuple("__getnewargs__", "self, /") { (vm, tuple, _) throws(Raised) in
      vm.tuple([vm.tuple(tuple.values.map { $0.retained() })])
    }
  }

  private static func installProtocol(_ type: TypeObject) {
    type.defineTuple("__len__", "self, /") { (_, tuple, _) throws(Raised) in .int(tuple.count) }
    type.defineTuple("__repr__", "self, /") { (vm, tuple, _) throws(Raised) in
      try vm.reprItems(tuple, open: "(", close: tuple.count == 1 ? ",)" : ")", recursive: "(...)")
    }
    type.defineTuple("__hash__", "self, /") { (vm, tuple, _) throws(Raised) in .int(try hash(vm, tuple)) }
    type.defineTuple("__contains__", "self, key, /") { (vm, tuple, a) throws(Raised) in
      .bool(try vm.firstIndex(in: tuple, of: a[1]) != nil)
    }
    type.defineTuple("__iter__", "self, /") { (vm, tuple, _) throws(Raised) in
      Value(TupleIteratorObject.make(tuple, heap: vm.heap))
    }
    for (name, op) in ComparisonOp.methods {
      type.defineTuple(name, "self, value, /") { (vm, tuple, a) throws(Raised) in
        guard let other = a[1].asTuple else { return .notImplemented }
        return try vm.compareItems(op, tuple, other)
      }
    }
    type.defineTuple("__getitem__", "self, key, /") { (vm, tuple, a) throws(Raised) in try getItem(vm, tuple, a[1]) }
  }

  private static func installOperators(_ type: TypeObject) {
    type.defineTuple("__add__", "self, value, /") { (vm, tuple, a) throws(Raised) in
      guard let other = a[1].asTuple else {
        if vm.defersTo(a[1], .radd) { return .notImplemented }
        throw vm.raise(.typeError, "can only concatenate tuple (not \"\(vm.typeName(a[1]))\") to tuple")
      }
      return try joined(vm, tuple, other)
    }
    for name in ["__mul__", "__rmul__"] {
      type.defineTuple(name, "self, value, /") { (vm, tuple, a) throws(Raised) in
        vm.tuple(try vm.repeated(tuple.values, try vm.repetitions(a[1])))
      }
    }
  }

  static func joined(_ vm: VM, _ tuple: TupleObject, _ other: TupleObject) throws(Raised) -> Value {
    let total = tuple.count + other.count
    if total > 1 << 12 { try vm.checkCount(total) }
    let result = TupleObject.make(count: total, heap: vm.heap)
    for index in 0..<tuple.count { result.items[index] = tuple.items[index].retained() }
    for index in 0..<other.count { result.items[tuple.count + index] = other.items[index].retained() }
    return Value(result)
  }

  private static func installSearch(_ type: TypeObject) {
    type.defineTuple("count", "self, value, /") { (vm, tuple, a) throws(Raised) in
      .int(try vm.countItems(in: tuple, equalTo: a[1]))
    }
    type.defineTuple("index", "self, value, start=0, stop=9223372036854775807, /") { (vm, tuple, a) throws(Raised) in
      let bounds = try vm.searchBounds(a.optional(2), a.optional(3), length: tuple.count)
      guard let index = try vm.firstIndex(in: tuple, of: a[1], from: bounds.start, to: bounds.stop) else {
        throw vm.raise(.valueError, "tuple.index(x): x not in tuple")
      }
      return .int(index)
    }
  }

  static func getItem(_ vm: VM, _ tuple: TupleObject, _ key: Value) throws(Raised) -> Value {
    if let slice = key.reference(.slice, to: SliceObject.self) {
      return self.slice(vm, tuple, try vm.sliceBounds(slice))
    }
    guard let index = try vm.itemIndex(key, length: tuple.count, "tuple index out of range") else {
      throw vm.raise(.typeError, "tuple indices must be integers or slices, not \(vm.typeName(key))")
    }
    return tuple.items[index].retained()
  }

  static func slice(_ vm: VM, _ tuple: TupleObject, _ bounds: SliceBounds) -> Value {
    let found = bounds.fitted(to: tuple.count)
    if found.count == tuple.count && found.step == 1 && tuple.type === vm.heap.types.tuple {
      return tuple.retainedValue
    }
    let part = TupleObject.make(count: found.count, heap: vm.heap)
    for position in 0..<found.count { part.items[position] = tuple.items[found[position]].retained() }
    return Value(part)
  }

  /// xxHash over the items' hashes, as CPython does it: sets of tuples of numbers print in its order.
  static func hash(_ vm: VM, _ tuple: TupleObject) throws(Raised) -> Int {
    try vm.enter()
    defer { vm.leave() }
    var hash = TupleHash()
    for value in tuple.values { hash.add(try vm.keyHash(value)) }
    return hash.finished(count: tuple.count)
  }
}

/// CPython's hash of a tuple, made of those of its items: xxHash's mixing.
struct TupleHash {
  private static let prime1: UInt64 = 11_400_714_785_074_694_791
  private static let prime2: UInt64 = 14_029_467_366_897_019_727
  private static let prime5: UInt64 = 2_870_177_450_012_600_261
  private var state = TupleHash.prime5

  @inline(__always)
  mutating func add(_ hash: Int) {
    state = state &+ UInt64(bitPattern: Int64(hash)) &* TupleHash.prime2
    state = state << 31 | state >> 33
    state = state &* TupleHash.prime1
  }

  @inline(__always)
  func finished(count: Int) -> Int {
    let mixed = state &+ (UInt64(count) ^ (TupleHash.prime5 ^ 3_527_539))
    return mixed == UInt64.max ? 1_546_275_796 : Int(Int64(bitPattern: mixed))
  }
}

extension TypeObject {
  /// Declares a method of `tuple` whose receiver is checked.
  @inline(__always)
  func defineTuple(
    _ name: String, _ signature: StaticString,
    _ body: @escaping (VM, TupleObject, Arguments) throws(Raised) -> Value
  ) {
    define(name, signature, receiver: .tuple, as: TupleObject.self, body)
  }
}
