/// `dict` and its subclasses: insertion-ordered open addressing. Also every namespace: globals, modules, classes.
///
/// Here and in the other containers Swift's run-time exclusivity checks are off: a heap belongs to one thread, no access
/// spans a call, and a check costs more than the access.
package final class DictObject: Object {
  package struct Entry {
    package var hash: Int
    /// `.unbound` where an entry was deleted.
    package var key: Value
    package var value: Value
  }

  // Not visible outside the module: Swift then sees that no two accesses overlap, and checks none.
  @exclusivity(unchecked) private final var liveCount = 0
  @exclusivity(unchecked) private final var storage: UnsafeMutablePointer<Entry>
  @exclusivity(unchecked) private final var usedCount = 0
  @exclusivity(unchecked) private final var version: UInt32 = 0
  @exclusivity(unchecked) private final var entryCapacity: Int
  /// For each slot an entry's index, or `free`, or `deleted`.
  @exclusivity(unchecked) private final var table: UnsafeMutablePointer<Int32>
  @exclusivity(unchecked) private final var mask: Int
  /// Slots that are not free. `popitem` takes entries back but leaves their slots deleted, so the entries alone
  /// do not tell when probing would run out of free slots.
  @exclusivity(unchecked) private final var usedSlots = 0

  /// The number of live entries.
  package final var count: Int {
    @inline(__always) get { liveCount }
  }

  /// Entries in order of insertion, deleted ones included, `0..<entryCount`.
  package final var entries: UnsafeMutablePointer<Entry> {
    @inline(__always) get { storage }
  }

  package final var entryCount: Int {
    @inline(__always) get { usedCount }
  }

  /// Changes whenever a key comes or goes (not when a value changes): what iterators and inline caches check.
  package final var keysVersion: UInt32 {
    @inline(__always) get { version }
  }

  private static let free: Int32 = -1
  private static let deleted: Int32 = -2

  private init(type: TypeObject) {
    mask = 7
    table = DictObject.makeTable(8)
    entryCapacity = 5
    storage = .allocate(capacity: entryCapacity)
    super.init(kind: .dict, type: type)
    charge(byteCount)
    track()
  }

  /// An empty plain dict: a kept one, if there is any.
  @inline(__always)
  package static func make(heap: Heap) -> DictObject {
    makeReference(heap: heap).takeUnretainedValue()
  }

  /// The same, without Swift's own counting.
  @inline(__always)
  static func makeReference(heap: Heap) -> Unmanaged<DictObject> {
    guard let kept = heap.reusePlain(PoolIndex.dict.rawValue, as: DictObject.self, type: heap.plainDict) else {
      return heap.plainDict._withUnsafeGuaranteedRef { .passUnretained(DictObject(type: $0)) }
    }
    kept._withUnsafeGuaranteedRef { $0.refill(heap) }
    return kept
  }

  /// An empty instance of `dict` or a class derived from it.
  package static func make(type: TypeObject) -> DictObject {
    let reused = type.heap.reuse(PoolIndex.dict.rawValue, as: DictObject.self, type: type)
    guard let kept = reused?.takeUnretainedValue() else { return DictObject(type: type) }
    kept.refill(type.heap)
    return kept
  }

  /// Makes a kept dict as new, but for its version, which goes on: no cache may take it for what it was.
  @inline(__always)
  private func refill(_ heap: Heap) {
    table.update(repeating: DictObject.free, count: 8)
    usedSlots = 0
    version &+= 1
    heap.charge(byteCount)
  }

  /// Whether it is worth keeping when dead: it never grew.
  @inline(__always)
  final var isSmall: Bool { mask == 7 }

  deinit {
    table.deallocate()
    storage.deallocate()
  }

  package override func dropReferences() {
    discharge(byteCount)
    for index in 0..<entryCount {
      entries[index].key.release()
      entries[index].value.release()
    }
    usedCount = 0
    liveCount = 0
  }

  package override func visitReferences(_ visit: (Value) -> Void) {
    for index in 0..<entryCount {
      visit(entries[index].key)
      visit(entries[index].value)
    }
  }

  final func release() { Value(self).release() }

  private var byteCount: Int { (mask &+ 1) * 4 + entryCapacity * MemoryLayout<Entry>.stride }

  private static func makeTable(_ size: Int) -> UnsafeMutablePointer<Int32> {
    let table = UnsafeMutablePointer<Int32>.allocate(capacity: size)
    table.initialize(repeating: free, count: size)
    return table
  }

  // MARK: Probing

  /// The entry whose key has this hash and satisfies `matches`, with its slot.
  @inline(__always)
  final func find<E: Error>(hash: Int, _ matches: (Value) throws(E) -> Bool) throws(E) -> (slot: Int, index: Int)? {
    var perturb = UInt(bitPattern: hash)
    var slot = hash & mask
    while true {
      let index = table[slot]
      if index == DictObject.free { return nil }
      if index >= 0, entries[Int(index)].hash == hash, try matches(entries[Int(index)].key) {
        return (slot, Int(index))
      }
      perturb >>= 5
      slot = (slot &* 5 &+ 1 &+ Int(bitPattern: perturb)) & mask
    }
  }

  /// Adds a key that is not there; takes over the caller's counts of both.
  final func insert(hash: Int, key: Value, value: Value) {
    if entryCount == entryCapacity || usedSlots == entryCapacity { rebuild() }
    var perturb = UInt(bitPattern: hash)
    var slot = hash & mask
    while table[slot] >= 0 {
      perturb >>= 5
      slot = (slot &* 5 &+ 1 &+ Int(bitPattern: perturb)) & mask
    }
    if table[slot] == DictObject.free { usedSlots &+= 1 }
    table[slot] = Int32(truncatingIfNeeded: entryCount)
    (entries + entryCount).initialize(to: Entry(hash: hash, key: key, value: value))
    usedCount &+= 1
    liveCount &+= 1
    version &+= 1
  }

  /// Replaces the value of an entry; takes over the caller's count of `value`.
  @inline(__always)
  final func replaceValue(at index: Int, _ value: Value) {
    let old = entries[index].value
    entries[index].value = value
    old.release()
  }

  /// Removes an entry found by `find`; the caller owns what is returned.
  final func remove(slot: Int, index: Int) -> Entry {
    let entry = entries[index]
    entries[index].key = .unbound
    entries[index].value = .unbound
    table[slot] = DictObject.deleted
    liveCount &-= 1
    version &+= 1
    // `popitem` on a long dict must not walk over a tail of deleted entries again and again.
    if index == entryCount - 1 {
      while entryCount > 0, entries[entryCount - 1].key.isUnbound { usedCount &-= 1 }
    }
    return entry
  }

  /// Removes all; the caller owns the entries.
  final func takeAll() -> [Entry] {
    let all = UnsafeBufferPointer(start: entries, count: entryCount).filter { !$0.key.isUnbound }
    usedCount = 0
    liveCount = 0
    version &+= 1
    usedSlots = 0
    for slot in 0...mask { table[slot] = DictObject.free }
    return Array(all)
  }

  override func breakCycle() {
    super.breakCycle()
    for entry in takeAll() {
      entry.key.release()
      entry.value.release()
    }
  }

  /// Drops deleted entries, and doubles the room if that does not free enough.
  private func rebuild() {
    discharge(byteCount)
    var size = mask + 1
    while count * 3 >= size { size *= 2 }
    let capacity = size * 2 / 3
    let fresh = UnsafeMutablePointer<Entry>.allocate(capacity: capacity)
    var kept = 0
    for index in 0..<entryCount where !entries[index].key.isUnbound {
      (fresh + kept).initialize(to: entries[index])
      kept += 1
    }
    storage.deallocate()
    storage = fresh
    entryCapacity = capacity
    usedCount = kept
    table.deallocate()
    table = DictObject.makeTable(size)
    mask = size - 1
    usedSlots = kept
    for index in 0..<kept {
      var perturb = UInt(bitPattern: entries[index].hash)
      var slot = entries[index].hash & mask
      while table[slot] >= 0 {
        perturb >>= 5
        slot = (slot &* 5 &+ 1 &+ Int(bitPattern: perturb)) & mask
      }
      table[slot] = Int32(truncatingIfNeeded: index)
    }
    // Entry indices moved, as far as inline caches can tell.
    version &+= 1
    charge(byteCount)
  }

  // MARK: Names

  /// The entry of a string key, found without running any code.
  @inline(__always)
  final func find(_ name: StrObject) -> (slot: Int, index: Int)? {
    find(hash: name.hash) { key in
      guard case .object(let reference) = key else { return false }
      if reference.toOpaque() == Unmanaged.passUnretained(name).toOpaque() { return true }
      return key.asStr.map { $0.isEqual(to: name) } ?? false
    }
  }

  /// The value of a name, borrowed; nil if it has none.
  @inline(__always)
  package final func get(interned name: StrObject) -> Value? {
    guard let found = find(name) else { return nil }
    return entries[found.index].value
  }

  /// Sets a name; takes over the caller's count of `value`.
  package final func set(interned name: StrObject, _ value: Value) {
    if let found = find(name) {
      replaceValue(at: found.index, value)
    } else {
      insert(hash: name.hash, key: name.retainedValue, value: value)
    }
  }

  package final func get(_ name: String) -> Value? { get(interned: type.heap.intern(name)) }

  package final func set(_ name: String, _ value: Value) { set(interned: type.heap.intern(name), value) }

  /// Deletes a name; false if it is not there.
  final func remove(interned name: StrObject) -> Bool {
    guard let found = find(name) else { return false }
    let entry = remove(slot: found.slot, index: found.index)
    entry.key.release()
    entry.value.release()
    return true
  }
}
