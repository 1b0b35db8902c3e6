/// `list`: construction, protocol methods, operators. Methods by name are in ListType+Methods.swift.
enum ListType {
  static func install(_ vm: VM) {
    let type = vm.heap.types.list!
    installConstruction(type)
    installProtocol(type)
    installOperators(type)
    installItems(type)
    installMethods(type)
    type.defineCall("cls, iterable=(), /") { (vm, a) throws(Raised) in
      let list = ListObject.makeReference(heap: vm.heap)
      do throws(Raised) {
        if let iterable = a.optional(1) {
          try list.borrowed { (list) throws(Raised) in try extend(vm, list, iterable) }
        }
      } catch {
        Value(list).release()
        throw error
      }
      return Value(list)
    }
  }

  private static func installConstruction(_ type: TypeObject) {
    type.define("__new__", "cls, /, *args, **kwargs") { (vm, a) throws(Raised) in
      Value(ListObject.make(type: try vm.classArgument(a[0], vm.heap.types.list)))
    }
    type.defineList("__init__", "self, iterable=(), /") { (vm, list, a) throws(Raised) in
      let old = list.takeAll()
      for value in old { value.release() }
      if let iterable = a.optional(1) { try extend(vm, list, iterable) }
      return .none
    }
    type.set("__hash__", .none)
    type.defineClass("__class_getitem__", "cls, item, /") { (vm, a) throws(Raised) in vm.genericAlias(a[0], a[1]) }
  }

  private static func installProtocol(_ type: TypeObject) {
    type.defineList("__len__", "self, /") { (_, list, _) throws(Raised) in .int(list.count) }
    type.defineList("__repr__", "self, /") { (vm, list, _) throws(Raised) in
      try vm.reprItems(list, open: "[", close: "]", recursive: "[...]")
    }
    type.defineList("__contains__", "self, key, /") { (vm, list, a) throws(Raised) in
      .bool(try vm.firstIndex(in: list, of: a[1]) != nil)
    }
    type.defineList("__iter__", "self, /") { (vm, list, _) throws(Raised) in
      Value(ListIteratorObject.make(list, heap: vm.heap))
    }
    type.defineList("__reversed__", "self, /") { (vm, list, _) throws(Raised) in
      Value(ListReverseIteratorObject(list, heap: vm.heap))
    }
    for (name, op) in ComparisonOp.methods {
      type.defineList(name, "self, value, /") { (vm, list, a) throws(Raised) in
        guard let other = a[1].asList else { return .notImplemented }
        return try vm.compareItems(op, list, other)
      }
    }
  }

  private static func installOperators(_ type: TypeObject) {
    type.defineList("__add__", "self, value, /") { (vm, list, a) throws(Raised) in
      guard let other = a[1].asList else {
        if vm.defersTo(a[1], .radd) { return .notImplemented }
        throw vm.raise(.typeError, "can only concatenate list (not \"\(vm.typeName(a[1]))\") to list")
      }
      return try joined(vm, list, other)
    }
    type.defineList("__iadd__", "self, value, /") { (vm, list, a) throws(Raised) in
      try extend(vm, list, a[1])
      return a[0].retained()
    }
    for name in ["__mul__", "__rmul__"] {
      type.defineList(name, "self, value, /") { (vm, list, a) throws(Raised) in
        let count = try vm.repetitions(a[1])
        try vm.checkRepeat(list.count, count)
        return Value(ListObject.make(repeating: list.values, times: count, heap: vm.heap))
      }
    }
    type.defineList("__imul__", "self, value, /") { (vm, list, a) throws(Raised) in
      let count = try vm.repetitions(a[1])
      let values = try vm.repeated(list.values, count)
      list.replaceSubrange(0..<list.count, with: values)
      return a[0].retained()
    }
  }

  static func joined(_ vm: VM, _ list: ListObject, _ other: ListObject) throws(Raised) -> Value {
    let total = list.count + other.count
    if total > 1 << 12 { try vm.checkCount(total) }
    let result = ListObject.makeReference(capacity: total, heap: vm.heap)
    result._withUnsafeGuaranteedRef {
      $0.append(copying: list.items, count: list.count)
      $0.append(copying: other.items, count: other.count)
    }
    return Value(result)
  }

  /// `list.extend`: items that came before an error stay.
  static func extend(_ vm: VM, _ list: ListObject, _ iterable: Value) throws(Raised) {
    if let other = iterable.reference(.list, to: ListObject.self),
      other._withUnsafeGuaranteedRef({ $0.type.address == vm.state.pointee.listType })
    {
      try other.borrowed { (other) throws(Raised) in
        if other.count > 1 << 12 { try vm.checkCount(other.count) }
        list.reserve(other.count)
        list.append(copying: other.items, count: other.count)
      }
    } else if let other = iterable.reference(.tuple, to: TupleObject.self),
      other._withUnsafeGuaranteedRef({ $0.type.address == vm.state.pointee.tupleType })
    {
      other._withUnsafeGuaranteedRef { other in
        list.reserve(other.count)
        list.append(copying: other.items, count: other.count)
      }
    } else if let range = iterable.cast(.range, to: RangeObject.self) {
      try vm.checkCount(range.count)
      try vm.charge(range.count >> 4)
      list.reserve(range.count)
      for index in 0..<range.count { list.append(.int(range.start &+ index &* range.step)) }
    } else if iterable.object?.type.isUserDefined == true {
      let iterator = try vm.iterate(iterable)
      defer { iterator.release() }
      try vm.askLength(iterable)
      try vm.forEach(iterator) { (item) throws(Raised) in list.append(item.retained()) }
    } else {
      try vm.forEach(iterable, sink: ListSink(list)) { (item) throws(Raised) in list.append(item.retained()) }
    }
  }
}

extension TypeObject {
  /// Declares a method of `list` whose receiver is checked.
  @inline(__always)
  func defineList(
    _ name: String, _ signature: StaticString,
    _ body: @escaping (VM, ListObject, Arguments) throws(Raised) -> Value
  ) {
    define(name, signature, receiver: .list, as: ListObject.self, body)
  }
}
