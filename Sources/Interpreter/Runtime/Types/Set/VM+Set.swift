// Set lookup at the level of the hash table, as VM+Dict.swift has it for dicts.

extension VM {
  /// The slot of a member whose hash is known.
  @inline(__always)
  func setFind(_ set: SetObject, _ key: Value, hash: Int) throws(Raised) -> Int? {
    var isUnsure = false
    let found = set.find(hash: hash) { candidate in
      if let same = candidate.quickEquals(key) { return same }
      isUnsure = true
      return true
    }
    return isUnsure ? try setFindSlowly(set, key, hash: hash) : found
  }

  /// As `setFind`, asking `__eq__`; begins again whenever that changed the table.
  @inline(never)
  private func setFindSlowly(_ set: SetObject, _ key: Value, hash: Int) throws(Raised) -> Int? {
    let guardValue = set.retainedValue
    defer { guardValue.release() }
    while true {
      let version = set.version
      var isStale = false
      let found = try set.find(hash: hash) { (candidate) throws(Raised) in
        let held = candidate.retained()
        defer { held.release() }
        let same = try equals(held, key)
        isStale = set.version != version
        return same || isStale
      }
      if !isStale && set.version == version { return found }
    }
  }

  /// Adds a member; retains it.
  @inline(__always)
  package func setAdd(_ set: SetObject, _ key: Value) throws(Raised) {
    try setAdd(set, key, hash: try keyHash(key))
  }

  /// Adds a member with a known hash; retains it.
  @inline(__always)
  func setAdd(_ set: SetObject, _ key: Value, hash: Int) throws(Raised) {
    if try setFind(set, key, hash: hash) == nil { set.insert(hash: hash, key: key.retained()) }
  }

  package func setContains(_ set: SetObject, _ key: Value) throws(Raised) -> Bool {
    let hash = try keyHash(key)
    return try setFind(set, key, hash: hash) != nil
  }

  /// Removes a member; false if it is not there.
  package func setDiscard(_ set: SetObject, _ key: Value) throws(Raised) -> Bool {
    try setDiscard(set, key, hash: try keyHash(key))
  }

  func setDiscard(_ set: SetObject, _ key: Value, hash: Int) throws(Raised) -> Bool {
    guard let slot = try setFind(set, key, hash: hash) else { return false }
    set.remove(slot: slot).release()
    return true
  }

  /// Calls `body` with the members in the table's order, each held while it runs; a set that changes its size
  /// meanwhile is a RuntimeError.
  func forEachMember(
    _ set: SetObject, _ body: (Value, _ hash: Int) throws(Raised) -> Void
  ) throws(Raised) {
    let count = set.count
    var slot = 0
    while slot <= set.mask {
      let place = slot
      slot += 1
      guard let key = set.member(at: place)?.retained() else { continue }
      defer { key.release() }
      try body(key, set.table[place].hash)
      if set.count != count { throw raise(.runtimeError, "Set changed size during iteration") }
    }
  }

  /// Adds all of an iterable, growing the table as CPython does (the order of a set shows it).
  package func setUpdate(_ set: SetObject, _ iterable: Value) throws(Raised) {
    if let other = iterable.asSet {
      try setMerge(set, other)
    } else if let dict = iterable.asDict, dict.type === heap.types.dict {
      try charge(dict.count)
      set.reserve(dict.count)
      try forEachEntry(dict) { (entry) throws(Raised) in try setAdd(set, entry.key, hash: entry.hash) }
    } else {
      try forEach(iterable) { (item) throws(Raised) in try setAdd(set, item) }
    }
  }

  private func setMerge(_ set: SetObject, _ other: SetObject) throws(Raised) {
    if set === other || other.count == 0 { return }
    try charge(other.count)
    set.reserve(other.count)
    if set.fill == 0 {
      set.fillClean(from: other)
    } else {
      try forEachMember(other) { (key, hash) throws(Raised) in try setAdd(set, key, hash: hash) }
    }
  }

  /// The set of a display. Of three constants or more CPython's compiler makes a frozenset, makes it once more from
  /// its own order, and the set is merged from that: tables, and so orders, differ from adding one by one.
  /// Borrows the values.
  package func set(display values: UnsafeBufferPointer<Value>, areConstants: Bool) throws(Raised) -> Value {
    let result = SetObject.make(type: heap.types.set)
    do throws(Raised) {
      if areConstants && values.count > 2 {
        let constant = SetObject.make(type: heap.types.frozenset)
        defer { Value(constant).release() }
        for value in values { try setAdd(constant, value) }
        let again = SetObject.make(type: heap.types.frozenset)
        defer { Value(again).release() }
        for value in constant.members { try setAdd(again, value) }
        try setMerge(result, again)
      } else {
        for value in values { try setAdd(result, value) }
      }
    } catch {
      Value(result).release()
      throw error
    }
    return Value(result)
  }
}
