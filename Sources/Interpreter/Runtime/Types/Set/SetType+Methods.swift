extension SetType {
  private typealias Change = (VM, SetObject, Value) throws(Raised) -> Void
  private typealias Combine = (VM, SetObject, Value) throws(Raised) -> SetObject

  static func installMutation(_ type: TypeObject) {
    type.defineSet("add", "self, object, /") { (vm, set, a) throws(Raised) in
      try vm.setAdd(set, a[1])
      return .none
    }
    type.defineSet("discard", "self, object, /") { (vm, set, a) throws(Raised) in
      _ = try discard(vm, set, a[1])
      return .none
    }
    type.defineSet("remove", "self, object, /") { (vm, set, a) throws(Raised) in
      if try !discard(vm, set, a[1]) { throw vm.raiseKeyError(a[1]) }
      return .none
    }
    type.defineSet("pop", "self, /") { (vm, set, _) throws(Raised) in
      guard let member = set.popAny() else { throw vm.raise(.keyError, "pop from an empty set") }
      return member
    }
    type.defineSet("clear", "self, /") { (_, set, _) throws(Raised) in
      for member in set.takeAll() { member.release() }
      return .none
    }
    let changes: [(String, Change)] = [("update", update), ("difference_update", differenceUpdate)]
    for (name, change) in changes {
      type.defineSet(name, "self, /, *others") { (vm, set, a) throws(Raised) in
        for other in a[1].asTuple?.values ?? UnsafeBufferPointer(start: nil, count: 0) { try change(vm, set, other) }
        return .none
      }
    }
    type.defineSet("intersection_update", "self, /, *others") { (vm, set, a) throws(Raised) in
      let result = try folded(vm, set, a[1].asTuple, intersection)
      defer { Value(result).release() }
      set.swapMembers(with: result)
      return .none
    }
    type.defineSet("symmetric_difference_update", "self, other, /") { (vm, set, a) throws(Raised) in
      try symmetricUpdate(vm, set, a[1])
      return .none
    }
    let inPlace: [(String, Change)] = [
      ("__ior__", update), ("__iand__", intersectionUpdate), ("__isub__", differenceUpdate),
      ("__ixor__", symmetricUpdate),
    ]
    for (name, change) in inPlace {
      type.defineSet(name, "self, value, /") { (vm, set, a) throws(Raised) in
        guard a[1].asSet != nil else { return .notImplemented }
        try change(vm, set, a[1])
        return a[0].retained()
      }
    }
  }

  /// Removes a member; a set that is asked for is looked up as a frozenset.
  private static func discard(_ vm: VM, _ set: SetObject, _ key: Value) throws(Raised) -> Bool {
    guard let mutable = key.asSet, mutable.type[.hash].isNone else { return try vm.setDiscard(set, key) }
    let frozen = Value(try filled(vm, vm.heap.types.frozenset, from: key))
    defer { frozen.release() }
    return try vm.setDiscard(set, frozen)
  }

  static func installAlgebra(_ type: TypeObject) {
    let combinations: [(String, Combine)] = [
      ("union", union), ("intersection", intersection), ("difference", difference),
    ]
    for (name, combine) in combinations {
      type.defineSet(name, "self, /, *others") { (vm, set, a) throws(Raised) in
        Value(try folded(vm, set, a[1].asTuple, combine))
      }
    }
    type.defineSet("symmetric_difference", "self, other, /") { (vm, set, a) throws(Raised) in
      Value(try symmetricDifference(vm, set, a[1]))
    }
    type.defineSet("copy", "self, /") { (vm, set, _) throws(Raised) in
      set.type === vm.heap.types.frozenset ? set.retainedValue : Value(try copy(vm, set))
    }
    type.defineSet("issubset", "self, other, /") { (vm, set, a) throws(Raised) in
      try withSet(vm, a[1]) { (other) throws(Raised) in .bool(try isSubset(vm, set, other)) }
    }
    type.defineSet("issuperset", "self, other, /") { (vm, set, a) throws(Raised) in
      try withSet(vm, a[1]) { (other) throws(Raised) in .bool(try isSubset(vm, other, set)) }
    }
    type.defineSet("isdisjoint", "self, other, /") { (vm, set, a) throws(Raised) in
      let common = try intersection(vm, set, a[1])
      defer { Value(common).release() }
      return .bool(common.count == 0)
    }
  }

  /// `combine` over all the others, the first time with the set itself.
  private static func folded(
    _ vm: VM, _ set: SetObject, _ others: TupleObject?, _ combine: Combine
  ) throws(Raised) -> SetObject {
    guard let others, others.count > 0 else { return try copy(vm, set) }
    var result = try combine(vm, set, others.items[0])
    for other in others.values.dropFirst() {
      let before = result
      defer { Value(before).release() }
      result = try combine(vm, before, other)
    }
    return result
  }

  private static func withSet(
    _ vm: VM, _ value: Value, _ body: (SetObject) throws(Raised) -> Value
  ) throws(Raised) -> Value {
    if let set = value.asSet { return try body(set) }
    let made = try filled(vm, vm.heap.types.set, from: value)
    defer { Value(made).release() }
    return try body(made)
  }

  static func installOperators(_ type: TypeObject) {
    let operators: [(String, String, Combine)] = [
      ("__or__", "__ror__", union), ("__and__", "__rand__", intersection), ("__sub__", "__rsub__", difference),
      ("__xor__", "__rxor__", symmetricDifference),
    ]
    for (name, reflected, combine) in operators {
      type.defineSet(name, "self, value, /") { (vm, set, a) throws(Raised) in
        guard a[1].asSet != nil else { return .notImplemented }
        return Value(try combine(vm, set, a[1]))
      }
      type.defineSet(reflected, "self, value, /") { (vm, set, a) throws(Raised) in
        guard let other = a[1].asSet else { return .notImplemented }
        return Value(try combine(vm, other, a[0]))
      }
    }
  }
}
