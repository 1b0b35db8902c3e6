/// `types.MappingProxyType`: a mapping seen through a view that cannot change it.
package final class MappingProxyObject: Object {
  let mapping: Value

  /// Retains the mapping.
  package init(_ mapping: Value, heap: Heap) {
    self.mapping = mapping.retained()
    super.init(kind: .foreign, type: heap.types.mappingProxy)
    track()
  }

  package override func dropReferences() { mapping.release() }

  package override func visitReferences(_ visit: (Value) -> Void) { visit(mapping) }
}

enum MappingProxyType {
  static func install(_ vm: VM) {
    let type = vm.heap.types.mappingProxy!
    type.define("__new__", "cls, mapping") { (vm, a) throws(Raised) in
      let isMapping = a[1].asDict != nil || !vm.heap.types.special(.getitem, of: a[1]).isUnbound
      guard isMapping, a[1].asList == nil, a[1].asTuple == nil else {
        throw vm.raise(.typeError, "mappingproxy() argument must be a mapping, not \(vm.typeName(a[1]))")
      }
      return Value(MappingProxyObject(a[1], heap: vm.heap))
    }
    defineAccess(type)
    defineViews(type)
    defineOperators(type)
  }

  private static func defineAccess(_ type: TypeObject) {
    type.define("__getitem__", "self, key, /") { (vm, a) throws(Raised) in
      try vm.getItem(try receiver(vm, "__getitem__", a[0]), a[1])
    }
    type.define("__contains__", "self, key, /") { (vm, a) throws(Raised) in
      .bool(try vm.contains(try receiver(vm, "__contains__", a[0]), a[1]))
    }
    type.define("__len__", "self, /") { (vm, a) throws(Raised) in
      .int(try vm.length(try receiver(vm, "__len__", a[0])))
    }
    type.define("__iter__", "self, /") { (vm, a) throws(Raised) in
      try vm.iterate(try receiver(vm, "__iter__", a[0]))
    }
    type.define("get", "self, key, default=None, /") { (vm, a) throws(Raised) in
      try vm.callMethod(try receiver(vm, "get", a[0]), "get", a[1], a.optional(2) ?? .none)
    }
  }

  private static func defineViews(_ type: TypeObject) {
    for name in ["keys", "values", "items", "copy", "__reversed__"] {
      type.define(name, "self, /") { (vm, a) throws(Raised) in
        try vm.callMethod(try receiver(vm, name, a[0]), name)
      }
    }
    type.defineClass("__class_getitem__", "cls, item, /") { (vm, a) throws(Raised) in vm.genericAlias(a[0], a[1]) }
  }

  private static func defineOperators(_ type: TypeObject) {
    type.define("__repr__", "self, /") { (vm, a) throws(Raised) in
      vm.str("mappingproxy(\(try vm.repr(try receiver(vm, "__repr__", a[0]))))")
    }
    type.define("__str__", "self, /") { (vm, a) throws(Raised) in
      vm.str(try vm.strText(try receiver(vm, "__str__", a[0])))
    }
    type.define("__hash__", "self, /") { (vm, a) throws(Raised) in
      // In 3.11 the view itself has no hash, whatever it shows.
      _ = try receiver(vm, "__hash__", a[0])
      throw vm.raise(.typeError, "unhashable type: 'mappingproxy'")
    }
    for (name, op) in [("__eq__", ComparisonOp.eq), ("__ne__", .ne)] {
      type.define(name, "self, value, /") { (vm, a) throws(Raised) in
        let (left, right) = (shared(vm, try receiver(vm, name, a[0])), shared(vm, plain(a[1])))
        defer {
          left.release()
          right.release()
        }
        return try vm.compare(op, left, right)
      }
    }
    type.define("__or__", "self, value, /") { (vm, a) throws(Raised) in try union(vm, a[0], a[1]) }
    type.define("__ror__", "self, value, /") { (vm, a) throws(Raised) in try union(vm, a[1], a[0]) }
    type.define("__ior__", "self, value, /") { (vm, _) throws(Raised) in
      throw vm.raise(.typeError, "'|=' is not supported by mappingproxy; use '|' instead")
    }
  }

  private static func union(_ vm: VM, _ left: Value, _ right: Value) throws(Raised) -> Value {
    let (left, right) = (shared(vm, plain(left)), shared(vm, plain(right)))
    defer {
      left.release()
      right.release()
    }
    return try vm.binary(.or, left, right)
  }

  /// What another operand may be shown: a copy of a dict, for its methods could change a class behind its back. Owned.
  private static func shared(_ vm: VM, _ value: Value) -> Value {
    guard let dict = value.asDict else { return value.retained() }
    return Value(DictType.copy(vm, dict))
  }

  /// What is behind the view, if it is one.
  private static func plain(_ value: Value) -> Value { value.foreign(MappingProxyObject.self)?.mapping ?? value }

  private static func receiver(_ vm: VM, _ name: String, _ value: Value) throws(Raised) -> Value {
    guard let proxy = value.foreign(MappingProxyObject.self) else {
      throw vm.raiseReceiver(name, "mappingproxy", value)
    }
    return proxy.mapping
  }
}
