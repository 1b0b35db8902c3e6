/// `dict`: construction and protocol methods. The named methods are in DictType+Methods.swift.
enum DictType {
  static func install(_ vm: VM) {
    let type = vm.heap.types.dict
    installConstruction(type)
    installProtocol(type)
    installOperators(type)
    installMethods(type)
    DictViewType.install(vm)
    type.defineCall("cls, mapping=(), /") { (vm, a) throws(Raised) in
      let dict = DictObject.make(heap: vm.heap)
      do throws(Raised) {
        if a.optional(1) != nil {
          let arguments = TupleObject.make([a[1].retained()], type: vm.heap.types.tuple)
          defer { Value(arguments).release() }
          try update(vm, dict, arguments: arguments, keywords: nil, name: "dict")
        }
      } catch {
        Value(dict).release()
        throw error
      }
      return Value(dict)
    }
  }

  private static func installConstruction(_ type: TypeObject) {
    type.define("__new__", "cls, /, *args, **kwargs") { (vm, a) throws(Raised) in
      Value(DictObject.make(type: try vm.classArgument(a[0], vm.heap.types.dict)))
    }
    type.defineDict("__init__", "self, /, *args, **kwargs") { (vm, dict, a) throws(Raised) in
      try update(vm, dict, arguments: a[1].asTuple, keywords: a[2].asDict, name: "dict")
      return .none
    }
    type.set("__hash__", .none)
    type.defineClass("__class_getitem__", "cls, item, /") { (vm, a) throws(Raised) in vm.genericAlias(a[0], a[1]) }
    type.defineClass("fromkeys", "cls, iterable, value=None, /") { (vm, a) throws(Raised) in
      let result = try vm.call(a[0])
      do throws(Raised) {
        let value = a.optional(2) ?? .none
        if let dict = result.asDict, dict.type === vm.heap.types.dict {
          try vm.forEach(a[1]) { (key) throws(Raised) in try vm.dictSet(dict, key, value) }
        } else {
          try vm.forEach(a[1]) { (key) throws(Raised) in try vm.setItem(result, key, value) }
        }
      } catch {
        result.release()
        throw error
      }
      return result
    }
  }

  private static func installProtocol(_ type: TypeObject) {
    type.defineDict("__len__", "self, /") { (_, dict, _) throws(Raised) in .int(dict.count) }
    type.defineDict("__contains__", "self, key, /") { (vm, dict, a) throws(Raised) in
      .bool(try vm.dictContains(dict, a[1]))
    }
    type.defineDict("__getitem__", "self, key, /") { (vm, dict, a) throws(Raised) in try getItem(vm, dict, a[1]) }
    type.defineDict("__setitem__", "self, key, value, /") { (vm, dict, a) throws(Raised) in
      try vm.dictSet(dict, a[1], a[2])
      return .none
    }
    type.defineDict("__delitem__", "self, key, /") { (vm, dict, a) throws(Raised) in
      if try !vm.dictDelete(dict, a[1]) { throw vm.raiseKeyError(a[1]) }
      return .none
    }
    type.defineDict("__iter__", "self, /") { (vm, dict, _) throws(Raised) in
      Value(DictIteratorObject(dict, .keys, heap: vm.heap))
    }
    type.defineDict("__reversed__", "self, /") { (vm, dict, _) throws(Raised) in
      Value(DictIteratorObject(dict, .keys, isReversed: true, heap: vm.heap))
    }
    type.defineDict("__repr__", "self, /") { (vm, dict, _) throws(Raised) in try repr(vm, dict) }
    type.defineDict("__eq__", "self, value, /") { (vm, dict, a) throws(Raised) in
      guard let other = a[1].asDict else { return .notImplemented }
      return .bool(try equals(vm, dict, other))
    }
    type.defineDict("__ne__", "self, value, /") { (vm, dict, a) throws(Raised) in
      guard let other = a[1].asDict else { return .notImplemented }
      return .bool(try !equals(vm, dict, other))
    }
  }

  private static func installOperators(_ type: TypeObject) {
    type.defineDict("__or__", "self, value, /") { (vm, dict, a) throws(Raised) in
      guard a[1].asDict != nil else { return .notImplemented }
      return try union(vm, dict, a[1])
    }
    type.defineDict("__ror__", "self, value, /") { (vm, dict, a) throws(Raised) in
      guard let other = a[1].asDict else { return .notImplemented }
      return try union(vm, other, a[0])
    }
    type.defineDict("__ior__", "self, value, /") { (vm, dict, a) throws(Raised) in
      try merge(vm, dict, a[1])
      return a[0].retained()
    }
  }

  private static func union(_ vm: VM, _ dict: DictObject, _ other: Value) throws(Raised) -> Value {
    let result = copy(vm, dict)
    do throws(Raised) {
      try merge(vm, result, other)
    } catch {
      result.release()
      throw error
    }
    return Value(result)
  }

  static func getItem(_ vm: VM, _ dict: DictObject, _ key: Value) throws(Raised) -> Value {
    if let value = try vm.dictGet(dict, key) { return value.retained() }
    if dict.type !== vm.heap.types.dict, let value = try vm.callSpecial(.missing, Value(dict), key) { return value }
    throw vm.raiseKeyError(key)
  }

  /// A plain dict with the same entries, without holes.
  static func copy(_ vm: VM, _ dict: DictObject) -> DictObject {
    let result = DictObject.make(heap: vm.heap)
    copyEntries(of: dict, into: result)
    return result
  }

  /// Copies all entries into an empty dict.
  static func copyEntries(of dict: DictObject, into result: DictObject) {
    for index in 0..<dict.entryCount {
      let entry = dict.entries[index]
      if entry.key.isUnbound { continue }
      result.insert(hash: entry.hash, key: entry.key.retained(), value: entry.value.retained())
    }
  }

  static func equals(_ vm: VM, _ a: DictObject, _ b: DictObject) throws(Raised) -> Bool {
    if a === b { return true }
    if a.count != b.count { return false }
    try vm.enter()
    defer { vm.leave() }
    var index = 0
    while index < a.entryCount {
      let entry = a.entries[index]
      index += 1
      if entry.key.isUnbound { continue }
      let (key, value) = (entry.key.retained(), entry.value.retained())
      defer {
        key.release()
        value.release()
      }
      guard let found = try vm.dictFind(b, key, hash: entry.hash) else { return false }
      if try !vm.itemEquals(b.entries[found.index].value, value) { return false }
    }
    return true
  }

  static func repr(_ vm: VM, _ dict: DictObject) throws(Raised) -> Value {
    guard try vm.enterRepr(dict) else { return vm.str("{...}") }
    defer { vm.leaveRepr(dict) }
    return try Formatting.text(vm) { (writer) throws(Raised) in
      var isFirst = true
      writer.append("{")
      try vm.forEachEntry(dict) { (entry) throws(Raised) in
        if !isFirst { writer.append(", ") }
        isFirst = false
        try vm.writeRepr(entry.key, to: writer)
        writer.append(": ")
        try vm.writeRepr(entry.value, to: writer)
      }
      writer.append("}")
    }
  }
}

extension TypeObject {
  /// Declares a method of `dict` whose receiver is checked.
  @inline(__always)
  func defineDict(
    _ name: String, _ signature: StaticString,
    _ body: @escaping (VM, DictObject, Arguments) throws(Raised) -> Value
  ) {
    define(name, signature, receiver: .dict, as: DictObject.self, body)
  }
}
