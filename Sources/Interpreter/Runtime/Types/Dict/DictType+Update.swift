extension DictType {
  /// `update(…)` and `dict(…)`: at most one mapping or iterable of pairs, then keywords.
  static func update(
    _ vm: VM, _ dict: DictObject, arguments: TupleObject?, keywords: DictObject?, name: String
  ) throws(Raised) {
    if let arguments, arguments.count > 0 {
      if arguments.count > 1 {
        throw vm.raise(.typeError, "\(name) expected at most 1 argument, got \(arguments.count)")
      }
      let source = arguments.items[0]
      if source.asDict == nil, try !hasKeys(vm, source) {
        try updateFromPairs(vm, dict, source)
      } else {
        try merge(vm, dict, source)
      }
    }
    if let keywords { try merge(vm, dict, Value(keywords)) }
  }

  private static func hasKeys(_ vm: VM, _ source: Value) throws(Raised) -> Bool {
    guard let keys = try vm.findAttribute(source, vm.heap.intern("keys")) else { return false }
    keys.release()
    return true
  }

  /// Adds the entries of a mapping (anything with `keys`), or of an iterable of pairs.
  static func merge(_ vm: VM, _ dict: DictObject, _ source: Value) throws(Raised) {
    if let other = vm.entries(of: source) {
      if other === dict { return }
      try vm.charge(other.count)
      if dict.entryCount == 0 {
        copyEntries(of: other, into: dict)
      } else {
        try vm.forEachEntry(other) { (entry) throws(Raised) in
          try vm.dictSet(dict, entry.key, hash: entry.hash, entry.value)
        }
      }
      return
    }
    guard let method = try vm.findAttribute(source, vm.heap.intern("keys")) else {
      return try updateFromPairs(vm, dict, source)
    }
    defer { method.release() }
    let keys = try vm.call(method)
    defer { keys.release() }
    try vm.checkKeys(keys, of: source)
    try vm.forEach(keys) { (key) throws(Raised) in
      let value = try vm.getItem(source, key)
      defer { value.release() }
      try vm.dictSet(dict, key, value)
    }
  }

  private static func updateFromPairs(_ vm: VM, _ dict: DictObject, _ source: Value) throws(Raised) {
    var position = 0
    try vm.forEach(source) { (item) throws(Raised) in
      if let pair = item.reference(.tuple, to: TupleObject.self),
        pair._withUnsafeGuaranteedRef({ $0.count == 2 && !$0.type.isUserDefined })
      {
        let items = pair._withUnsafeGuaranteedRef { $0.items }
        try vm.dictSet(dict, items[0], items[1])
        position += 1
        return
      }
      let pair = try vm.ownedItems(
        item, notIterable: "cannot convert dictionary update sequence element #\(position) to a sequence")
      defer { for value in pair { value.release() } }
      if pair.count != 2 {
        throw vm.raise(
          .valueError,
          "dictionary update sequence element #\(position) has length \(pair.count); 2 is required")
      }
      try vm.dictSet(dict, pair[0], pair[1])
      position += 1
    }
  }
}

extension VM {
  /// The dict whose entries are those of a mapping: a class that iterates in its own way is asked for its keys.
  func entries(of mapping: Value) -> DictObject? {
    guard let dict = mapping.asDict else { return nil }
    let type = dict.type
    return !type.isUserDefined || type[.iter].isIdentical(to: heap.types.dict[.iter]) ? dict : nil
  }

  /// What the `keys` of a mapping give must be iterable.
  func checkKeys(_ keys: Value, of mapping: Value) throws(Raised) {
    let type = heap.types.of(keys)
    guard type[.iter].isUnbound && type[.getitem].isUnbound else { return }
    throw raise(.typeError, "\(typeName(mapping)).keys() returned a non-iterable (type \(typeName(keys)))")
  }
}
