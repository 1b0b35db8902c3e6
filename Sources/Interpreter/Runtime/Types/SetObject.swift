/// `set`, `frozenset` and their subclasses. The table is CPython's (linear probes, then perturbation, and its
/// growth policy), because the order in which a set prints shows it.
package final class SetObject: Object {
  package struct Slot {
    package var hash: Int
    /// `.unbound`: free; `.notImplemented` with hash -1: deleted.
    package var key: Value
  }

  @exclusivity(unchecked) package private(set) final var count = 0
  @exclusivity(unchecked) package private(set) final var table: UnsafeMutablePointer<Slot>
  @exclusivity(unchecked) package private(set) final var mask = 7
  /// Live and deleted slots.
  @exclusivity(unchecked) private(set) final var fill = 0
  /// Where the next `pop` starts looking.
  @exclusivity(unchecked) private final var finger = 0
  /// Changes whenever a member comes or goes.
  @exclusivity(unchecked) package private(set) final var version: UInt32 = 0

  package init(type: TypeObject) {
    table = SetObject.makeTable(8)
    super.init(kind: .set, type: type)
    charge(8 * MemoryLayout<Slot>.stride)
    track()
  }

  deinit { table.deallocate() }

  /// An empty set: a kept one, if there is any.
  @inline(__always)
  package static func make(type: TypeObject) -> SetObject {
    let heap = type.heap
    let reused = heap.reuse(PoolIndex.set.rawValue, as: SetObject.self, type: type)
    guard let kept = reused?.takeUnretainedValue() else { return SetObject(type: type) }
    kept.table.update(repeating: Slot(hash: 0, key: .unbound), count: 8)
    kept.fill = 0
    kept.finger = 0
    kept.version &+= 1
    heap.charge(8 * MemoryLayout<Slot>.stride)
    return kept
  }

  /// Whether it is worth keeping when dead: it never grew.
  @inline(__always)
  final var isSmall: Bool { mask == 7 }

  private static func makeTable(_ size: Int) -> UnsafeMutablePointer<Slot> {
    let table = UnsafeMutablePointer<Slot>.allocate(capacity: size)
    table.initialize(repeating: Slot(hash: 0, key: .unbound), count: size)
    return table
  }

  package override func dropReferences() {
    for slot in 0...mask { table[slot].key.release() }
    discharge((mask + 1) * MemoryLayout<Slot>.stride)
    count = 0
  }

  package override func visitReferences(_ visit: (Value) -> Void) {
    for slot in 0...mask { visit(table[slot].key) }
  }

  private static func isDeleted(_ slot: Slot) -> Bool {
    if case .notImplemented = slot.key { return slot.hash == -1 }
    return false
  }

  /// The members, borrowed, in the order of the table.
  package final var members: [Value] {
    (0...mask).compactMap { slot in
      table[slot].key.isUnbound || SetObject.isDeleted(table[slot]) ? nil : table[slot].key
    }
  }

  /// The member in a slot within `0...mask`, borrowed; nil where there is none.
  package final func member(at slot: Int) -> Value? {
    table[slot].key.isUnbound || SetObject.isDeleted(table[slot]) ? nil : table[slot].key
  }

  /// The slot of the member with this hash that satisfies `matches`.
  @inline(__always)
  final func find<E: Error>(hash: Int, _ matches: (Value) throws(E) -> Bool) throws(E) -> Int? {
    var perturb = UInt(bitPattern: hash)
    var start = hash & mask
    while true {
      // Nine neighbours before jumping, if they do not run over the end.
      let last = start + 9 <= mask ? start + 9 : start
      for slot in start...last {
        if table[slot].key.isUnbound { return nil }
        if table[slot].hash == hash, !SetObject.isDeleted(table[slot]), try matches(table[slot].key) { return slot }
      }
      perturb >>= 5
      start = (start &* 5 &+ 1 &+ Int(bitPattern: perturb)) & mask
    }
  }

  /// Adds a member that is not there; takes over the caller's count. As in CPython it goes into the last deleted
  /// slot on the way to a free one, if there is any.
  final func insert(hash: Int, key: Value) {
    count &+= 1
    version &+= 1
    if fill >= count, let slot = lastDeletedSlot(hash: hash) {
      table[slot] = Slot(hash: hash, key: key)
      return
    }
    place(hash: hash, key: key)
    fill &+= 1
    if fill * 5 >= mask * 3 { resize(minimum: count > 50000 ? count * 2 : count * 4) }
  }

  private func lastDeletedSlot(hash: Int) -> Int? {
    var found: Int?
    var perturb = UInt(bitPattern: hash)
    var start = hash & mask
    while true {
      let last = start + 9 <= mask ? start + 9 : start
      for slot in start...last {
        if table[slot].key.isUnbound { return found }
        if SetObject.isDeleted(table[slot]) { found = slot }
      }
      perturb >>= 5
      start = (start &* 5 &+ 1 &+ Int(bitPattern: perturb)) & mask
    }
  }

  private func place(hash: Int, key: Value) {
    var perturb = UInt(bitPattern: hash)
    var start = hash & mask
    while true {
      let last = start + 9 <= mask ? start + 9 : start
      for slot in start...last where table[slot].key.isUnbound {
        table[slot] = Slot(hash: hash, key: key)
        return
      }
      perturb >>= 5
      start = (start &* 5 &+ 1 &+ Int(bitPattern: perturb)) & mask
    }
  }

  /// Removes the member in a slot; the caller owns it.
  final func remove(slot: Int) -> Value {
    let key = table[slot].key
    table[slot] = Slot(hash: -1, key: .notImplemented)
    count &-= 1
    version &+= 1
    return key
  }

  /// Removes all; the caller owns them.
  final func takeAll() -> [Value] {
    let all = members
    discharge((mask + 1) * MemoryLayout<Slot>.stride)
    table.deallocate()
    table = SetObject.makeTable(8)
    mask = 7
    charge(8 * MemoryLayout<Slot>.stride)
    fill = 0
    count = 0
    version &+= 1
    return all
  }

  /// Removes and returns some member, owned by the caller; nil if the set is empty.
  final func popAny() -> Value? {
    if count == 0 { return nil }
    var slot = finger & mask
    while member(at: slot) == nil { slot = (slot + 1) & mask }
    finger = slot + 1
    return remove(slot: slot)
  }

  /// Makes room for `added` members that come at once.
  final func reserve(_ added: Int) {
    if (fill + added) * 5 >= mask * 3 { resize(minimum: (count + added) * 2) }
  }

  /// Adds the members of `other` to this empty set, into the slots they have there if the tables are alike.
  final func fillClean(from other: SetObject) {
    let sameTable = mask == other.mask && other.fill == other.count
    for slot in 0...other.mask {
      guard let key = other.member(at: slot) else { continue }
      let hash = other.table[slot].hash
      if sameTable {
        table[slot] = Slot(hash: hash, key: key.retained())
      } else {
        place(hash: hash, key: key.retained())
      }
    }
    fill = other.count
    count = other.count
    version &+= 1
  }

  /// After many removals: drops deleted slots if they are more than a quarter.
  final func compact() {
    if fill - count > mask / 4 { resize(minimum: count > 50000 ? count * 2 : count * 4) }
  }

  /// Exchanges the members of two sets.
  final func swapMembers(with other: SetObject) {
    swap(&table, &other.table)
    swap(&mask, &other.mask)
    swap(&fill, &other.fill)
    swap(&count, &other.count)
    version &+= 1
    other.version &+= 1
  }

  override func breakCycle() {
    super.breakCycle()
    for member in takeAll() { member.release() }
  }

  private func resize(minimum: Int) {
    var size = 8
    while size <= minimum { size *= 2 }
    let old = UnsafeBufferPointer(start: table, count: mask + 1)
    let oldTable = table
    discharge((mask + 1) * MemoryLayout<Slot>.stride)
    charge(size * MemoryLayout<Slot>.stride)
    table = SetObject.makeTable(size)
    mask = size - 1
    fill = count
    for slot in old where !slot.key.isUnbound && !SetObject.isDeleted(slot) { place(hash: slot.hash, key: slot.key) }
    oldTable.deallocate()
  }
}
