/// `int | None`: an annotation that `isinstance` understands.
package final class UnionObject: Object {
  let members: TupleObject

  /// Takes over the members.
  init(_ members: TupleObject, heap: Heap) {
    self.members = members
    super.init(kind: .foreign, type: heap.types.union)
    track()
  }

  package override func dropReferences() { Value(members).release() }

  package override func visitReferences(_ visit: (Value) -> Void) { visit(Value(members)) }
}

enum UnionType {
  static func install(_ vm: VM) {
    let types = vm.heap.types!
    for type in [types.type, types.genericAlias!, types.union!] {
      type.define("__or__", "self, value, /") { (vm, a) throws(Raised) in union(vm, a[0], a[1]) }
      type.define("__ror__", "self, value, /") { (vm, a) throws(Raised) in union(vm, a[1], a[0]) }
    }
    types.union.defineProperty("__args__") { (_, value) throws(Raised) in
      value.foreign(UnionObject.self)?.members.retainedValue ?? .none
    }
    types.union.define("__repr__", "self, /") { (vm, a) throws(Raised) in
      var parts: [String] = []
      for member in members(a[0]) {
        let isNothing = member.asType === vm.heap.types.none
        parts.append(isNothing ? "None" : try GenericAliasType.annotation(vm, member))
      }
      return vm.str(parts.joined(separator: " | "))
    }
    types.union.define("__eq__", "self, value, /") { (vm, a) throws(Raised) in
      guard a[1].foreign(UnionObject.self) != nil else { return .notImplemented }
      let (own, others) = (members(a[0]), members(a[1]))
      return .bool(
        own.count == others.count && own.allSatisfy { member in others.contains { $0.isIdentical(to: member) } })
    }
    types.union.define("__getitem__", "self, item, /") { (vm, a) throws(Raised) in
      throw vm.raise(.typeError, "\(try vm.repr(a[0])) is not a generic class")
    }
    types.union.define("__hash__", "self, /") { (vm, a) throws(Raised) in
      var hash = 0
      for member in members(a[0]) { hash ^= try vm.hash(member) }
      return .int(hash)
    }
  }

  private static func members(_ value: Value) -> [Value] {
    value.foreign(UnionObject.self).map { Array($0.members.values) } ?? [value]
  }

  static func union(_ vm: VM, _ a: Value, _ b: Value) -> Value {
    for value in [a, b] {
      let isAnnotation =
        value.isNone || value.asType != nil || value.foreign(GenericAliasObject.self) != nil
        || value.foreign(UnionObject.self) != nil
      if !isAnnotation { return .notImplemented }
    }
    var merged: [Value] = []
    let nothing = Value(vm.heap.types.none)
    for part in members(a) + members(b) {
      let member = part.isNone ? nothing : part
      if !merged.contains(where: { $0.isIdentical(to: member) }) { merged.append(member) }
    }
    if merged.count == 1 { return merged[0].retained() }
    let tuple = TupleObject.make(merged.map { $0.retained() }, type: vm.heap.types.tuple)
    return Value(UnionObject(tuple, heap: vm.heap))
  }
}
