/// The types of dict views.
enum DictViewType {
  static func install(_ vm: VM) {
    let types = vm.heap.types!
    for type in [types.dictKeys!, types.dictValues!, types.dictItems!] {
      type.defineProperty("mapping") { (vm, value) throws(Raised) in
        guard let view = value.foreign(DictViewObject.self) else { return .none }
        return Value(MappingProxyObject(Value(view.dict), heap: vm.heap))
      }
      installCommon(type)
    }
    for type in [types.dictKeys!, types.dictItems!] {
      type.set("__hash__", .none)
      installContains(type)
      installComparison(type)
      installSetOperators(type)
    }
  }

  private static func installCommon(_ type: TypeObject) {
    type.defineView("__len__", "self, /") { (_, view, _) throws(Raised) in .int(view.dict.count) }
    type.defineView("__iter__", "self, /") { (vm, view, _) throws(Raised) in
      Value(DictIteratorObject(view.dict, view.content, heap: vm.heap))
    }
    type.defineView("__reversed__", "self, /") { (vm, view, _) throws(Raised) in
      Value(DictIteratorObject(view.dict, view.content, isReversed: true, heap: vm.heap))
    }
    type.defineView("__repr__", "self, /") { (vm, view, _) throws(Raised) in
      guard try vm.enterRepr(view) else { return vm.str("...") }
      defer { vm.leaveRepr(view) }
      var parts: [String] = []
      try vm.forEachEntry(view.dict) { (entry) throws(Raised) in
        let element = view.element(entry, vm)
        defer { element.release() }
        parts.append(try vm.repr(element))
      }
      return vm.str("\(view.type.name)([\(parts.joined(separator: ", "))])")
    }
  }

  private static func contains(_ vm: VM, _ view: DictViewObject, _ item: Value) throws(Raised) -> Bool {
    if view.content == .keys { return try vm.dictContains(view.dict, item) }
    guard let pair = item.asTuple, pair.count == 2, let value = try vm.dictGet(view.dict, pair.items[0]) else {
      return false
    }
    return try vm.itemEquals(value, pair.items[1])
  }

  private static func installContains(_ type: TypeObject) {
    type.defineView("__contains__", "self, key, /") { (vm, view, a) throws(Raised) in
      .bool(try contains(vm, view, a[1]))
    }
    type.defineView("isdisjoint", "self, other, /") { (vm, view, a) throws(Raised) in
      let items = try vm.ownedItems(a[1])
      defer { for item in items { item.release() } }
      for item in items where try contains(vm, view, item) { return .bool(false) }
      return .bool(true)
    }
  }

  /// The number of elements, if the value is a set or a set-like view.
  private static func setCount(_ value: Value) -> Int? {
    if let set = value.asSet { return set.count }
    guard let view = value.foreign(DictViewObject.self), view.content != .values else { return nil }
    return view.dict.count
  }

  /// Whether all of `a` is in `b`.
  private static func isSubset(_ vm: VM, _ a: Value, _ b: Value) throws(Raised) -> Bool {
    let items = try vm.array(a)
    defer { for item in items { item.release() } }
    for item in items where try !vm.contains(b, item) { return false }
    return true
  }

  private static func installComparison(_ type: TypeObject) {
    for (name, op) in ComparisonOp.methods {
      type.defineView(name, "self, value, /") { (vm, view, a) throws(Raised) in
        guard let count = setCount(a[1]) else { return .notImplemented }
        let own = view.dict.count
        switch op {
        case .eq: return .bool(own == count ? try isSubset(vm, a[0], a[1]) : false)
        case .ne: return .bool(own == count ? try !isSubset(vm, a[0], a[1]) : true)
        case .lt: return .bool(own < count ? try isSubset(vm, a[0], a[1]) : false)
        case .le: return .bool(own <= count ? try isSubset(vm, a[0], a[1]) : false)
        case .gt: return .bool(own > count ? try isSubset(vm, a[1], a[0]) : false)
        case .ge: return .bool(own >= count ? try isSubset(vm, a[1], a[0]) : false)
        }
      }
    }
  }

  private static func installSetOperators(_ type: TypeObject) {
    let operators: [(String, String, (VM, Value, Value) throws(Raised) -> Value)] = [
      ("__and__", "__rand__", intersection),
      ("__or__", "__ror__", { (vm, a, b) throws(Raised) in try combined(vm, a, b, SetType.update) }),
      ("__sub__", "__rsub__", { (vm, a, b) throws(Raised) in try combined(vm, a, b, SetType.differenceUpdate) }),
      ("__xor__", "__rxor__", { (vm, a, b) throws(Raised) in try combined(vm, a, b, SetType.symmetricUpdate) }),
    ]
    for (name, reflected, apply) in operators {
      type.defineView(name, "self, value, /") { (vm, _, a) throws(Raised) in try apply(vm, a[0], a[1]) }
      type.defineView(reflected, "self, value, /") { (vm, _, a) throws(Raised) in try apply(vm, a[1], a[0]) }
    }
  }

  /// `set(a)`, changed by `b`.
  private static func combined(
    _ vm: VM, _ a: Value, _ b: Value, _ change: (VM, SetObject, Value) throws(Raised) -> Void
  ) throws(Raised) -> Value {
    let result = SetObject(type: vm.heap.types.set)
    do throws(Raised) {
      try vm.setUpdate(result, a)
      try change(vm, result, b)
    } catch {
      Value(result).release()
      throw error
    }
    return Value(result)
  }

  private static func intersection(_ vm: VM, _ a: Value, _ b: Value) throws(Raised) -> Value {
    var (view, other) = a.foreign(DictViewObject.self) != nil ? (a, b) : (b, a)
    let count = setCount(view) ?? 0
    if let set = other.asSet, set.type === vm.heap.types.set, count <= set.count {
      return Value(try SetType.intersection(vm, set, view))
    }
    if other.foreign(DictViewObject.self) != nil, let others = setCount(other), others > count {
      swap(&view, &other)
    }
    let result = SetObject(type: vm.heap.types.set)
    do throws(Raised) {
      try vm.forEach(other) { (item) throws(Raised) in
        if try vm.contains(view, item) { try vm.setAdd(result, item) }
      }
    } catch {
      Value(result).release()
      throw error
    }
    return Value(result)
  }
}

extension TypeObject {
  /// Declares a method of a dict view whose receiver is checked.
  func defineView(
    _ name: String, _ signature: StaticString,
    _ body: @escaping (VM, DictViewObject, Arguments) throws(Raised) -> Value
  ) {
    let typeName = self.name
    define(name, signature) { (vm, a) throws(Raised) in
      guard let view = a[0].foreign(DictViewObject.self) else { throw vm.raiseReceiver(name, typeName, a[0]) }
      return try body(vm, view, a)
    }
  }
}
