extension DictType {
  static func installMethods(_ type: TypeObject) {
    type.defineDict("get", "self, key, default=None, /") { (vm, dict, a) throws(Raised) in
      (try vm.dictGet(dict, a[1]) ?? a.optional(2) ?? .none).retained()
    }
    type.defineDict("setdefault", "self, key, default=None, /") { (vm, dict, a) throws(Raised) in
      try vm.dictSetDefault(dict, a[1], a.optional(2) ?? .none).retained()
    }
    type.defineDict("pop", "self, key, default=None, /") { (vm, dict, a) throws(Raised) in
      // The key of an empty dict need not have a hash.
      if dict.count > 0, let value = try vm.dictPop(dict, a[1]) { return value }
      guard let fallback = a.optional(2) else { throw vm.raiseKeyError(a[1]) }
      return fallback.retained()
    }
    type.defineDict("popitem", "self, /") { (vm, dict, _) throws(Raised) in
      guard let entry = try popLast(vm, dict) else { throw vm.raise(.keyError, "popitem(): dictionary is empty") }
      return vm.tuple([entry.key, entry.value])
    }
    type.defineDict("update", "self, /, *args, **kwargs") { (vm, dict, a) throws(Raised) in
      try update(vm, dict, arguments: a[1].asTuple, keywords: a[2].asDict, name: "update")
      return .none
    }
    type.defineDict("clear", "self, /") { (_, dict, _) throws(Raised) in
      for entry in dict.takeAll() {
        entry.key.release()
        entry.value.release()
      }
      return .none
    }
    type.defineDict("copy", "self, /") { (vm, dict, _) throws(Raised) in Value(copy(vm, dict)) }
    type.defineDict("keys", "self, /") { (vm, dict, _) throws(Raised) in
      Value(DictViewObject(dict, .keys, heap: vm.heap))
    }
    type.defineDict("values", "self, /") { (vm, dict, _) throws(Raised) in
      Value(DictViewObject(dict, .values, heap: vm.heap))
    }
    type.defineDict("items", "self, /") { (vm, dict, _) throws(Raised) in
      Value(DictViewObject(dict, .items, heap: vm.heap))
    }
  }

  /// Removes the last entry; the caller owns its parts.
  static func popLast(_ vm: VM, _ dict: DictObject) throws(Raised) -> DictObject.Entry? {
    var index = dict.entryCount - 1
    while index >= 0, dict.entries[index].key.isUnbound { index -= 1 }
    if index < 0 { return nil }
    return try remove(vm, dict, at: index)
  }

  /// Removes the first entry; the caller owns its parts.
  static func popFirst(_ vm: VM, _ dict: DictObject) throws(Raised) -> DictObject.Entry? {
    var index = 0
    while index < dict.entryCount, dict.entries[index].key.isUnbound { index += 1 }
    if index == dict.entryCount { return nil }
    return try remove(vm, dict, at: index)
  }

  private static func remove(_ vm: VM, _ dict: DictObject, at index: Int) throws(Raised) -> DictObject.Entry? {
    let entry = dict.entries[index]
    guard let found = dict.find(hash: entry.hash, { $0.isIdentical(to: entry.key) }) else { return nil }
    return dict.remove(slot: found.slot, index: found.index)
  }
}
