/// `collections`.
enum CollectionsModule {
  static func make(_ vm: VM) throws(Raised) -> ModuleObject {
    let module = ModuleObject(name: "_collections", heap: vm.heap)
    module.namespace.set("deque", Value(DequeType.make(vm)))
    module.namespace.set("defaultdict", Value(DefaultDictType.make(vm)))
    module.namespace.set("OrderedDict", Value(OrderedDictType.make(vm)))
    module.namespace.set("Counter", Value(CounterType.make(vm)))
    module.namespace.set("_tuplegetter", Value(TupleGetter.makeType(vm)))
    return module
  }
}

/// `defaultdict`: its factory is an attribute.
enum DefaultDictType {
  static func make(_ vm: VM) -> TypeObject {
    let types = vm.heap.types!
    let type = types.make("defaultdict", .dict, base: types.dict, hasAttributes: true, module: "collections")
    let factory = vm.heap.intern("default_factory")
    type.defineDict("__init__", "self, default_factory=None, /, *args, **kwargs") { (vm, dict, a) throws(Raised) in
      let function = a.optional(1) ?? .none
      if !function.isNone && !Builtins.isCallable(vm, function) {
        throw vm.raise(.typeError, "first argument must be callable or None")
      }
      dict.setOwnAttribute(factory, function.retained())
      try DictType.update(vm, dict, arguments: a[2].asTuple, keywords: a[3].asDict, name: "defaultdict")
      return .none
    }
    type.defineDict("__missing__", "self, key, /") { (vm, dict, a) throws(Raised) in
      guard let function = dict.ownAttribute(factory), !function.isNone else { throw vm.raiseKeyError(a[1]) }
      let value = try vm.call(function)
      do throws(Raised) {
        try vm.setItem(a[0], a[1], value)
      } catch {
        value.release()
        throw error
      }
      return value
    }
    type.defineDict("__repr__", "self, /") { (vm, dict, _) throws(Raised) in
      let function = try text(of: factory, of: dict, vm)
      let entries = try DictType.repr(vm, dict)
      defer { entries.release() }
      return vm.str("\(dict.type.name)(\(function), \(try vm.strText(entries)))")
    }
    for name in ["copy", "__copy__"] {
      type.defineDict(name, "self, /") { (_, dict, _) throws(Raised) in
        let copy = DictObject.make(type: dict.type)
        copy.setOwnAttribute(factory, (dict.ownAttribute(factory) ?? .none).retained())
        DictType.copyEntries(of: dict, into: copy)
        return Value(copy)
      }
    }
    type.defineUnion { (_, dict) in
      let copy = DictObject.make(type: dict.type)
      copy.setOwnAttribute(factory, (dict.ownAttribute(factory) ?? .none).retained())
      return copy
    }
    return type
  }

  /// The factory as `repr` shows it: one that shows its own dictionary would never end.
  private static func text(of factory: StrObject, of dict: DictObject, _ vm: VM) throws(Raised) -> String {
    guard let function = dict.ownAttribute(factory), let object = function.object else { return "None" }
    guard try vm.enterRepr(object) else { return "..." }
    defer { vm.leaveRepr(object) }
    return try vm.repr(function)
  }
}

extension TypeObject {
  /// `|` of a subclass of dict, which gives one of the same kind; `empty` makes it.
  fileprivate func defineUnion(_ empty: @escaping (VM, DictObject) -> DictObject) {
    for (name, isReflected) in [("__or__", false), ("__ror__", true)] {
      define(name, "self, value, /") { (vm, a) throws(Raised) in
        guard let own = a[0].asDict, let other = a[1].asDict else { return .notImplemented }
        let result = empty(vm, own)
        do throws(Raised) {
          for part in isReflected ? [other, own] : [own, other] {
            try vm.forEachEntry(part) { (entry) throws(Raised) in try vm.dictSet(result, entry.key, entry.value) }
          }
        } catch {
          Value(result).release()
          throw error
        }
        return Value(result)
      }
    }
  }
}

/// `OrderedDict`: a dict that can move its entries, and compares by order.
enum OrderedDictType {
  static func make(_ vm: VM) -> TypeObject {
    let types = vm.heap.types!
    let type = types.make("OrderedDict", .dict, base: types.dict, hasAttributes: true, module: "collections")
    for (name, shown) in [("__init__", "OrderedDict"), ("update", "update")] {
      type.defineDict(name, "self, /, *args, **kwargs") { (vm, dict, a) throws(Raised) in
        if dict.type === type {
          try update(vm, dict, a, name: shown)
          return .none
        }
        // A subclass may have a `__setitem__` of its own, which sees every entry.
        let entries = DictObject.make(heap: vm.heap)
        defer { Value(entries).release() }
        try update(vm, entries, a, name: shown)
        try vm.forEachEntry(entries) { (entry) throws(Raised) in try vm.setItem(a[0], entry.key, entry.value) }
        return .none
      }
    }
    defineViews(type, types)
    type.defineDict("move_to_end", "self, key, last=True") { (vm, dict, a) throws(Raised) in
      let isLast = try a.optional(2).map { (flag) throws(Raised) in try vm.isTrue(flag) } ?? true
      let hash = try vm.keyHash(a[1])
      guard let found = try vm.dictFind(dict, a[1], hash: hash) else { throw vm.raiseKeyError(a[1]) }
      let entry = dict.remove(slot: found.slot, index: found.index)
      let others = isLast ? [] : dict.takeAll()
      for moved in [entry] + others { dict.insert(hash: moved.hash, key: moved.key, value: moved.value) }
      return .none
    }
    type.defineDict("popitem", "self, last=True") { (vm, dict, a) throws(Raised) in
      let isLast = try a.optional(1).map { (flag) throws(Raised) in try vm.isTrue(flag) } ?? true
      guard let entry = try isLast ? DictType.popLast(vm, dict) : DictType.popFirst(vm, dict) else {
        throw vm.raise(.keyError, "dictionary is empty")
      }
      return vm.tuple([entry.key, entry.value])
    }
    type.defineDict("__repr__", "self, /") { (vm, dict, _) throws(Raised) in
      if dict.count == 0 { return vm.str("\(dict.type.name)()") }
      guard try vm.enterRepr(dict) else { return vm.str("...") }
      defer { vm.leaveRepr(dict) }
      var parts: [String] = []
      try vm.forEachEntry(dict) { (entry) throws(Raised) in
        parts.append("(\(try vm.repr(entry.key)), \(try vm.repr(entry.value)))")
      }
      return vm.str("\(dict.type.name)([\(parts.joined(separator: ", "))])")
    }
    for name in ["copy", "__copy__"] {
      type.defineDict(name, "self, /") { (_, dict, _) throws(Raised) in
        let copy = DictObject.make(type: dict.type)
        DictType.copyEntries(of: dict, into: copy)
        return Value(copy)
      }
    }
    type.defineUnion { (_, dict) in DictObject.make(type: dict.type) }
    type.defineDict("__eq__", "self, value, /") { (vm, dict, a) throws(Raised) in
      guard let other = a[1].asDict else { return .notImplemented }
      return .bool(try areEqual(vm, dict, other, type))
    }
    type.defineDict("__ne__", "self, value, /") { (vm, dict, a) throws(Raised) in
      guard let other = a[1].asDict else { return .notImplemented }
      return .bool(try !areEqual(vm, dict, other, type))
    }
    return type
  }

  private static func update(_ vm: VM, _ dict: DictObject, _ a: Arguments, name: String) throws(Raised) {
    if a[1].tupleValues.count > 1 {
      let words = "expected at most 1 arguments, got \(a[1].tupleValues.count)"
      throw vm.raise(
        .typeError,
        name == "update" ? "update() takes at most 1 positional argument (\(a[1].tupleValues.count) given)" : words)
    }
    try DictType.update(vm, dict, arguments: a[1].asTuple, keywords: a[2].asDict, name: name)
  }

  /// Its views have names of their own.
  private static func defineViews(_ type: TypeObject, _ types: Types) {
    let views: [(String, DictViewObject.Content, TypeObject)] = [
      ("keys", .keys, types.dictKeys), ("values", .values, types.dictValues), ("items", .items, types.dictItems),
    ]
    for (name, content, base) in views {
      let view = types.make("odict_\(name)", .iterator, base: base, isFinal: true)
      type.defineDict(name, "self, /") { (vm, dict, _) throws(Raised) in
        Value(DictViewObject(dict, content, heap: vm.heap, type: view))
      }
    }
  }

  /// With another `OrderedDict` the order counts too.
  private static func areEqual(
    _ vm: VM, _ a: DictObject, _ b: DictObject, _ type: TypeObject
  ) throws(Raised) -> Bool {
    if try !DictType.equals(vm, a, b) { return false }
    if !b.type.isSubtype(of: type) { return true }
    let (x, y) = (keys(a), keys(b))
    for (first, second) in zip(x, y) where try !vm.itemEquals(first, second) { return false }
    return true
  }

  private static func keys(_ dict: DictObject) -> [Value] {
    (0..<dict.entryCount).map { dict.entries[$0].key }.filter { !$0.isUnbound }
  }
}
