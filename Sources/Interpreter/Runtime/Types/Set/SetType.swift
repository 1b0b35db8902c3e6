/// `set` and `frozenset`. The algebra follows CPython step by step, because tables of other sizes print in
/// another order.
enum SetType {
  static func install(_ vm: VM) {
    let types = vm.heap.types!
    for type in [types.set!, types.frozenset!] {
      installProtocol(type)
      installComparison(type)
      installAlgebra(type)
      installOperators(type)
    }
    installMutation(types.set)
    types.set.define("__new__", "cls, /, *args, **kwargs") { (vm, a) throws(Raised) in
      Value(SetObject(type: try vm.classArgument(a[0], vm.heap.types.set)))
    }
    types.set.defineSet("__init__", "self, iterable=(), /") { (vm, set, a) throws(Raised) in
      for member in set.takeAll() { member.release() }
      if let iterable = a.optional(1) { try vm.setUpdate(set, iterable) }
      return .none
    }
    types.set.set("__hash__", .none)
    installFrozen(types.frozenset)
    types.set.defineCall("cls, iterable=(), /") { (vm, a) throws(Raised) in
      Value(try filled(vm, vm.heap.types.set, from: a.optional(1)))
    }
  }

  private static func installFrozen(_ type: TypeObject) {
    type.define("__new__", "cls, iterable=(), /") { (vm, a) throws(Raised) in
      let frozenset = vm.heap.types.frozenset!
      let cls = try vm.classArgument(a[0], frozenset)
      if let other = a.optional(1)?.asSet, other.type === frozenset, cls === frozenset {
        return other.retainedValue
      }
      return Value(try filled(vm, cls, from: a.optional(1)))
    }
    type.defineSet("__hash__", "self, /") { (_, set, _) throws(Raised) in .int(hash(set)) }
  }

  /// A new set with all of an iterable.
  static func filled(_ vm: VM, _ type: TypeObject, from iterable: Value?) throws(Raised) -> SetObject {
    let result = SetObject.make(type: type)
    guard let iterable else { return result }
    do throws(Raised) {
      try vm.setUpdate(result, iterable)
    } catch {
      Value(result).release()
      throw error
    }
    return result
  }

  /// The type of results: CPython gives the base type for subclasses.
  static func baseType(_ vm: VM, _ set: SetObject) -> TypeObject {
    let types = vm.heap.types!
    return set.type.isSubtype(of: types.frozenset) ? types.frozenset : types.set
  }

  static func copy(_ vm: VM, _ set: SetObject) throws(Raised) -> SetObject {
    try filled(vm, baseType(vm, set), from: Value(set))
  }

  private static func installProtocol(_ type: TypeObject) {
    type.defineSet("__len__", "self, /") { (_, set, _) throws(Raised) in .int(set.count) }
    type.defineSet("__iter__", "self, /") { (vm, set, _) throws(Raised) in Value(SetIteratorObject(set, heap: vm.heap))
    }
    type.defineSet("__contains__", "self, key, /") { (vm, set, a) throws(Raised) in .bool(try contains(vm, set, a[1])) }
    type.defineSet("__repr__", "self, /") { (vm, set, _) throws(Raised) in
      let name = set.type.name
      if set.count == 0 { return vm.str("\(name)()") }
      guard try vm.enterRepr(set) else { return vm.str("\(name)(...)") }
      defer { vm.leaveRepr(set) }
      var parts: [String] = []
      for member in set.members.map({ $0.retained() }) {
        defer { member.release() }
        parts.append(try vm.repr(member))
      }
      let text = "{\(parts.joined(separator: ", "))}"
      return vm.str(set.type === vm.heap.types.set ? text : "\(name)(\(text))")
    }
    type.defineClass("__class_getitem__", "cls, item, /") { (vm, a) throws(Raised) in vm.genericAlias(a[0], a[1]) }
  }

  /// `key in set`; a set that is asked for is looked up as a frozenset.
  static func contains(_ vm: VM, _ set: SetObject, _ key: Value) throws(Raised) -> Bool {
    guard let mutable = key.asSet, mutable.type[.hash].isNone else { return try vm.setContains(set, key) }
    let frozen = Value(try filled(vm, vm.heap.types.frozenset, from: key))
    defer { frozen.release() }
    return try vm.setContains(set, frozen)
  }

  private static func installComparison(_ type: TypeObject) {
    for (name, op) in ComparisonOp.methods {
      type.defineSet(name, "self, value, /") { (vm, set, a) throws(Raised) in
        guard let other = a[1].asSet else { return .notImplemented }
        switch op {
        case .eq: return .bool(set.count == other.count ? try isSubset(vm, set, other) : false)
        case .ne: return .bool(set.count == other.count ? try !isSubset(vm, set, other) : true)
        case .lt: return .bool(set.count < other.count ? try isSubset(vm, set, other) : false)
        case .le: return .bool(try isSubset(vm, set, other))
        case .gt: return .bool(set.count > other.count ? try isSubset(vm, other, set) : false)
        case .ge: return .bool(try isSubset(vm, other, set))
        }
      }
    }
  }

  static func isSubset(_ vm: VM, _ a: SetObject, _ b: SetObject) throws(Raised) -> Bool {
    if a.count > b.count { return false }
    var missing = false
    try vm.forEachMember(a) { (key, hash) throws(Raised) in
      if !missing, try vm.setFind(b, key, hash: hash) == nil { missing = true }
    }
    return !missing
  }

  /// CPython's frozenset hash: independent of the order.
  static func hash(_ set: SetObject) -> Int {
    var state: UInt64 = 0
    for slot in 0...set.mask where set.member(at: slot) != nil {
      let hash = UInt64(bitPattern: Int64(set.table[slot].hash))
      state ^= ((hash ^ 89_869_747) ^ (hash << 16)) &* 3_644_798_167
    }
    state ^= (UInt64(set.count) &+ 1) &* 1_927_868_237
    state ^= (state >> 11) ^ (state >> 25)
    state = state &* 69069 &+ 907_133_923
    if state == UInt64.max { state = 590_923_713 }
    return Int(Int64(bitPattern: state))
  }
}

extension TypeObject {
  /// Declares a method of `set` or `frozenset` whose receiver is checked.
  @inline(__always)
  func defineSet(
    _ name: String, _ signature: StaticString,
    _ body: @escaping (VM, SetObject, Arguments) throws(Raised) -> Value
  ) {
    define(name, signature, receiver: .set, as: SetObject.self, body)
  }
}
