// Dict lookup at the level of the hash table: what subscripts, methods, namespaces and displays go through.
// Keys that are exact strings or small ints are compared here; only others may run code (`__hash__`, `__eq__`),
// and that code may change the very table that is searched.

extension Value {
  /// The string behind a value of exactly the type `str`, uncounted.
  @inline(__always)
  var plainString: Unmanaged<StrObject>? {
    guard case .object(let reference) = self,
      reference._withUnsafeGuaranteedRef({ $0.kind == .str && !$0.type.isUserDefined })
    else { return nil }
    return unsafeBitCast(reference, to: Unmanaged<StrObject>.self)
  }

  /// Whether two keys are equal where no code needs to run to tell; nil where it does.
  @inline(__always)
  func quickEquals(_ other: Value) -> Bool? {
    switch (self, other) {
    case (.int(let a), .int(let b)): return a == b
    case (.object(let a), .object(let b)):
      if a.toOpaque() == b.toOpaque() { return true }
      guard let a = plainString, let b = other.plainString else {
        if kind == .tuple { return quickEqualTuples(a, b) }
        return comparesByIdentity && other.comparesByIdentity ? false : nil
      }
      return a._withUnsafeGuaranteedRef { a in b._withUnsafeGuaranteedRef { b in a.isEqual(to: b) } }
    case (.float(let a), .float(let b)): return a == b || a.bitPattern == b.bitPattern
    case (.noneTag, .noneTag), (.ellipsis, .ellipsis): return true
    case (.bool(let a), .bool(let b)): return a == b
    default: return nil
    }
  }
}

/// Two plain tuples of the same length whose items tell; nil for anything else.
private func quickEqualTuples(_ a: Unmanaged<Object>, _ b: Unmanaged<Object>) -> Bool? {
  guard let (x, count) = a.plainItems, let (y, other) = b.plainItems else { return nil }
  if count != other { return false }
  for index in 0..<count {
    switch (x[index], y[index]) {
    case (.int(let first), .int(let second)): if first != second { return false }
    case (.object(let first), .object(let second)) where first.toOpaque() == second.toOpaque(): continue
    case (let first, let second):
      guard let s = first.plainString, let t = second.plainString else { return nil }
      if !s._withUnsafeGuaranteedRef({ s in t._withUnsafeGuaranteedRef { s.isEqual(to: $0) } }) { return false }
    }
  }
  return true
}

extension Unmanaged<Object> {
  /// The items of a tuple of exactly the type `tuple`; nil for anything else.
  @inline(__always)
  fileprivate var plainItems: (UnsafeMutablePointer<Value>, Int)? {
    _withUnsafeGuaranteedRef { object in
      guard object.kind == .tuple, !object.type.isUserDefined else { return nil }
      let tuple = unsafeDowncast(object, to: TupleObject.self)
      return (tuple.items, tuple.count)
    }
  }
}

/// What a lookup that runs no code found.
enum QuickFind {
  case found(Int)
  case missing
  /// Only `__hash__` or `__eq__` can tell.
  case unsure
}

extension VM {
  /// The hash of a string, a number, a plain tuple of strings and ints, or an object that hashes as itself; nil if code
  /// must run to tell.
  @inline(__always)
  func quickHash(_ key: Value) -> Int? {
    switch key {
    case .int(let value) where value > -0x1fff_ffff_ffff_ffff && value < 0x1fff_ffff_ffff_ffff:
      return value == -1 ? -2 : value
    case .object(let reference):
      return reference._withUnsafeGuaranteedRef { object in
        if object.kind == .str, !object.type.isUserDefined {
          return unsafeDowncast(object, to: StrObject.self).hash
        }
        if object.type.address == state.pointee.tupleType {
          return quickHash(of: unsafeDowncast(object, to: TupleObject.self))
        }
        guard case .object(let function) = object.type[.hash], function.toOpaque() == heap.identityHash else {
          return nil
        }
        return object.identityHash
      }
    case .float(let number): return Numbers.hash(number)
    default: return nil
    }
  }

  private func quickHash(of tuple: TupleObject) -> Int? {
    var hash = TupleHash()
    for index in 0..<tuple.count {
      switch tuple.items[index] {
      case .int(let value) where value > -0x1fff_ffff_ffff_ffff && value < 0x1fff_ffff_ffff_ffff:
        hash.add(value == -1 ? -2 : value)
      case let item:
        guard let string = item.plainString else { return nil }
        hash.add(string._withUnsafeGuaranteedRef { $0.hash })
      }
    }
    let value = hash.finished(count: tuple.count)
    return value == -1 ? -2 : value
  }

  @inline(__always)
  func quickFind(_ dict: DictObject, _ key: Value, hash: Int) -> QuickFind {
    var isUnsure = false
    let found = dict.find(hash: hash) { candidate in
      if let same = candidate.quickEquals(key) { return same }
      isUnsure = true
      return true
    }
    if isUnsure { return .unsure }
    return found.map { .found($0.index) } ?? .missing
  }

  /// `hash(key)`, mostly without a call.
  @inline(__always)
  func keyHash(_ key: Value) throws(Raised) -> Int {
    if let hash = quickHash(key) { return hash }
    return try hash(key)
  }

  /// The place of a key whose hash is known.
  @inline(__always)
  func dictFind(_ dict: DictObject, _ key: Value, hash: Int) throws(Raised) -> (slot: Int, index: Int)? {
    var isUnsure = false
    let found = dict.find(hash: hash) { candidate in
      if let same = candidate.quickEquals(key) { return same }
      isUnsure = true
      return true
    }
    return isUnsure ? try dictFindSlowly(dict, key, hash: hash) : found
  }

  /// As `dictFind`, asking `__eq__`; begins again whenever that changed the table.
  @inline(never)
  private func dictFindSlowly(_ dict: DictObject, _ key: Value, hash: Int) throws(Raised) -> (slot: Int, index: Int)? {
    let guardValue = dict.retainedValue
    defer { guardValue.release() }
    while true {
      let version = dict.keysVersion
      var isStale = false
      let found = try dict.find(hash: hash) { (candidate) throws(Raised) in
        let held = candidate.retained()
        defer { held.release() }
        let same = try equals(held, key)
        isStale = dict.keysVersion != version
        return same || isStale
      }
      if !isStale && dict.keysVersion == version { return found }
    }
  }

  /// The value of a key, borrowed; nil if it is not there.
  @inline(__always)
  package func dictGet(_ dict: DictObject, _ key: Value) throws(Raised) -> Value? {
    let hash = try keyHash(key)
    guard let found = try dictFind(dict, key, hash: hash) else { return nil }
    return dict.entries[found.index].value
  }

  package func dictContains(_ dict: DictObject, _ key: Value) throws(Raised) -> Bool {
    let hash = try keyHash(key)
    return try dictFind(dict, key, hash: hash) != nil
  }

  /// `dict[key] = value`; retains both.
  @inline(__always)
  package func dictSet(_ dict: DictObject, _ key: Value, _ value: Value) throws(Raised) {
    try dictSet(dict, key, hash: try keyHash(key), value)
  }

  /// `dict[key] = value` with a known hash; retains both.
  @inline(__always)
  func dictSet(_ dict: DictObject, _ key: Value, hash: Int, _ value: Value) throws(Raised) {
    if let found = try dictFind(dict, key, hash: hash) {
      dict.replaceValue(at: found.index, value.retained())
    } else {
      dict.insert(hash: hash, key: key.retained(), value: value.retained())
    }
  }

  /// Deletes a key; false if it is not there.
  package func dictDelete(_ dict: DictObject, _ key: Value) throws(Raised) -> Bool {
    guard let value = try dictPop(dict, key) else { return false }
    value.release()
    return true
  }

  /// Deletes a key and gives its value, owned; nil if it is not there.
  package func dictPop(_ dict: DictObject, _ key: Value) throws(Raised) -> Value? {
    let hash = try keyHash(key)
    guard let found = try dictFind(dict, key, hash: hash) else { return nil }
    let entry = dict.remove(slot: found.slot, index: found.index)
    entry.key.release()
    return entry.value
  }

  /// The value of a key, borrowed; sets it to `fallback`, which is retained, if it is not there.
  package func dictSetDefault(_ dict: DictObject, _ key: Value, _ fallback: Value) throws(Raised) -> Value {
    let hash = try keyHash(key)
    if let found = try dictFind(dict, key, hash: hash) { return dict.entries[found.index].value }
    dict.insert(hash: hash, key: key.retained(), value: fallback.retained())
    return fallback
  }

  /// Calls `body` with the live entries in order, each held while it runs; stops with a RuntimeError if the dict
  /// changes its size meanwhile.
  func forEachEntry(
    _ dict: DictObject, _ body: (DictObject.Entry) throws(Raised) -> Void
  ) throws(Raised) {
    let count = dict.count
    var index = 0
    while index < dict.entryCount {
      let entry = dict.entries[index]
      index += 1
      if entry.key.isUnbound { continue }
      _ = entry.key.retained()
      _ = entry.value.retained()
      defer {
        entry.key.release()
        entry.value.release()
      }
      try body(entry)
      if dict.count != count { throw raise(.runtimeError, "dictionary changed size during iteration") }
    }
  }
}
