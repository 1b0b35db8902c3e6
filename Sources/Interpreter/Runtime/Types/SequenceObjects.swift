/// `tuple` and its subclasses: a fixed number of values.
package final class TupleObject: Object {
  package final let count: Int
  package final let items: UnsafeMutablePointer<Value>

  private init(count: Int, type: TypeObject) {
    self.count = count
    items = .allocate(capacity: max(count, 1))
    super.init(kind: .tuple, type: type)
    track()
  }

  /// A tuple of `count` items, which the caller must set at once.
  @inline(__always)
  package static func make(count: Int, type: TypeObject) -> TupleObject {
    if count <= PoolIndex.longestTuple,
      let kept = type.heapReference._withUnsafeGuaranteedRef({
        $0.reuse(PoolIndex.tuple.rawValue &+ count, as: TupleObject.self, type: type)
      })
    {
      return kept.takeUnretainedValue()
    }
    return makeAnew(count: count, type: type)
  }

  /// A plain tuple of `count` items, which the caller must set at once.
  @inline(__always)
  package static func make(count: Int, heap: Heap) -> TupleObject {
    makeReference(count: count, heap: heap).takeUnretainedValue()
  }

  /// The same, without Swift's own counting.
  @inline(__always)
  static func makeReference(count: Int, heap: Heap) -> Unmanaged<TupleObject> {
    if count <= PoolIndex.longestTuple,
      let kept = heap.reusePlain(
        PoolIndex.tuple.rawValue &+ count, as: TupleObject.self, type: heap.plainTuple)
    {
      return kept
    }
    return heap.plainTuple._withUnsafeGuaranteedRef { .passUnretained(makeAnew(count: count, type: $0)) }
  }

  /// The plain empty tuple is always the same.
  @inline(never)
  private static func makeAnew(count: Int, type: TypeObject) -> TupleObject {
    if count > 0 || type !== type.heap.types.tuple { return TupleObject(count: count, type: type) }
    if let known = type.heap.emptyTuple {
      known.refCount &+= 1
      return known
    }
    let made = TupleObject(count: 0, type: type)
    made.refCount &+= 1
    type.heap.emptyTuple = made
    return made
  }

  /// Takes over the caller's counts of `values`.
  package static func make(taking values: UnsafeBufferPointer<Value>, type: TypeObject) -> TupleObject {
    let tuple = make(count: values.count, type: type)
    if let base = values.baseAddress { tuple.items.update(from: base, count: values.count) }
    return tuple
  }

  /// Takes over the caller's counts of `values`.
  package static func make(_ values: [Value], type: TypeObject) -> TupleObject {
    values.withUnsafeBufferPointer { make(taking: $0, type: type) }
  }

  /// The last item goes first, as in CPython.
  package override func dropReferences() {
    var index = count
    while index > 0 {
      index &-= 1
      items[index].release()
    }
  }

  package override func visitReferences(_ visit: (Value) -> Void) {
    for index in 0..<count { visit(items[index]) }
  }

  deinit { items.deallocate() }

  package final var values: UnsafeBufferPointer<Value> { UnsafeBufferPointer(start: items, count: count) }
}

/// `list` and its subclasses.
package final class ListObject: Object {
  // Not visible outside the module: Swift then sees that no two accesses overlap, and checks none.
  @exclusivity(unchecked) private final var length = 0
  @exclusivity(unchecked) private final var storage: UnsafeMutablePointer<Value>
  @exclusivity(unchecked) final private(set) var capacity: Int

  package final var count: Int {
    @inline(__always) get { length }
  }

  package final var items: UnsafeMutablePointer<Value> {
    @inline(__always) get { storage }
  }

  private init(capacity: Int, type: TypeObject) {
    self.capacity = max(capacity, 4)
    storage = .allocated(self.capacity)
    super.init(kind: .list, type: type)
    charge(self.capacity * MemoryLayout<Value>.stride)
    track()
  }

  /// An empty list with room for `capacity` items.
  @inline(__always)
  package static func make(capacity: Int = 0, type: TypeObject) -> ListObject {
    let reused = type.heapReference._withUnsafeGuaranteedRef {
      $0.reuse(PoolIndex.list.rawValue, as: ListObject.self, type: type)
    }
    guard let kept = reused?.takeUnretainedValue() else { return ListObject(capacity: capacity, type: type) }
    kept.charge(kept.capacity * MemoryLayout<Value>.stride)
    if kept.capacity < capacity { kept.grow(capacity) }
    return kept
  }

  /// An empty plain list with room for `capacity` items.
  @inline(__always)
  package static func make(capacity: Int = 0, heap: Heap) -> ListObject {
    makeReference(capacity: capacity, heap: heap).takeUnretainedValue()
  }

  /// The same, without Swift's own counting.
  @inline(__always)
  static func makeReference(capacity: Int = 0, heap: Heap) -> Unmanaged<ListObject> {
    guard let kept = heap.reusePlain(PoolIndex.list.rawValue, as: ListObject.self, type: heap.plainList) else {
      return heap.plainList._withUnsafeGuaranteedRef { .passUnretained(ListObject(capacity: capacity, type: $0)) }
    }
    kept._withUnsafeGuaranteedRef { kept in
      heap.charge(kept.capacity &* MemoryLayout<Value>.stride)
      if kept.capacity < capacity { kept.grow(capacity) }
    }
    return kept
  }

  /// A list of items that stay somebody else's too.
  static func make(copying values: UnsafeMutablePointer<Value>, count: Int, heap: Heap) -> ListObject {
    let list = make(capacity: count, heap: heap)
    list.append(copying: values, count: count)
    return list
  }

  /// `count` times the same items in a row, which stay somebody else's too; the size has been checked.
  static func make(repeating values: UnsafeBufferPointer<Value>, times: Int, heap: Heap) -> ListObject {
    let list = make(capacity: values.count * times, heap: heap)
    guard let base = values.baseAddress, times > 0 else { return list }
    for index in 0..<values.count {
      if case .object(let reference) = values[index] {
        reference._withUnsafeGuaranteedRef { $0.refCount &+= Int32(truncatingIfNeeded: times) }
      }
    }
    if values.count == 1 {
      list.storage.update(repeating: values[0], count: times)
    } else {
      for turn in 0..<times { (list.storage + turn * values.count).update(from: base, count: values.count) }
    }
    list.length = values.count * times
    return list
  }

  /// Takes over the caller's counts of `values`.
  package static func make(_ values: [Value], type: TypeObject) -> ListObject {
    let list = make(capacity: values.count, type: type)
    values.withUnsafeBufferPointer { values in
      if let base = values.baseAddress { list.storage.update(from: base, count: values.count) }
    }
    list.length = values.count
    return list
  }

  /// Prepares a dead list to be kept: without room that few lists need.
  @inline(__always)
  final func trim() {
    if capacity <= 32 { return }
    storage.giveBack()
    capacity = 0
  }

  package override func dropReferences() {
    var index = count
    while index > 0 {
      index &-= 1
      items[index].release()
    }
    length = 0
    discharge(capacity * MemoryLayout<Value>.stride)
  }

  package override func visitReferences(_ visit: (Value) -> Void) {
    for index in 0..<count { visit(items[index]) }
  }

  deinit { if capacity > 0 { storage.giveBack() } }

  package final var values: UnsafeBufferPointer<Value> { UnsafeBufferPointer(start: items, count: count) }

  /// Appends; takes over the caller's count of `value`.
  @inline(__always)
  package final func append(_ value: Value) {
    if length == capacity { grow(length + 1) }
    storage[length] = value
    length &+= 1
  }

  /// Replaces the item at an index within `0..<count`; takes over the caller's count of `value`.
  @inline(__always)
  package final func replace(_ index: Int, _ value: Value) {
    let old = items[index]
    items[index] = value
    old.release()
  }

  /// Makes room for so many more items.
  @inline(__always)
  final func reserve(_ added: Int) {
    if length &+ added > capacity { grow(length + added) }
  }

  /// Appends items that stay somebody else's too. There is room for them, and they are not in this list's storage,
  /// or before its end.
  @inline(__always)
  final func append(copying values: UnsafeMutablePointer<Value>, count added: Int) {
    let target = storage + length
    for index in 0..<added { target[index] = values[index].retained() }
    length &+= added
  }

  /// Replaces the items of `range` (within `0..<count`) by `values`, whose counts it takes over and which are elsewhere.
  package final func replaceSubrange(_ range: Range<Int>, with values: UnsafeBufferPointer<Value>) {
    withUnsafeTemporaryAllocation(of: Value.self, capacity: max(range.count, 1)) { removed in
      for offset in 0..<range.count { removed[offset] = storage[range.lowerBound &+ offset] }
      if values.count != range.count {
        let tail = length - range.upperBound
        let total = range.lowerBound + values.count + tail
        if total > capacity { grow(total) }
        (storage + range.lowerBound + values.count).update(from: storage + range.upperBound, count: tail)
        length = total
      }
      if let base = values.baseAddress { (storage + range.lowerBound).update(from: base, count: values.count) }
      // Last: freeing may run code that looks at the list.
      for offset in 0..<range.count { removed[offset].release() }
    }
  }

  package final func replaceSubrange(_ range: Range<Int>, with values: [Value]) {
    values.withUnsafeBufferPointer { replaceSubrange(range, with: $0) }
  }

  /// Inserts before an index within `0...count`; takes over the caller's count of `value`.
  final func insert(_ value: Value, at index: Int) {
    reserve(1)
    (storage + index + 1).update(from: storage + index, count: length - index)
    storage[index] = value
    length &+= 1
  }

  /// Empties the list into memory of the caller's, with the counts.
  final func move(to target: UnsafeMutablePointer<Value>) {
    target.update(from: storage, count: length)
    length = 0
  }

  /// Appends items, for which there is room, with their counts.
  final func append(moving values: UnsafeMutablePointer<Value>, count added: Int) {
    (storage + length).update(from: values, count: added)
    length &+= added
  }

  /// Removes and returns the item at an index within `0..<count`; the caller owns it.
  package final func remove(at index: Int) -> Value {
    let value = items[index]
    (items + index).update(from: items + index + 1, count: count - index - 1)
    length &-= 1
    return value
  }

  override func breakCycle() {
    super.breakCycle()
    for value in takeAll() { value.release() }
  }

  /// Empties the list and gives its values, with their counts, to the caller.
  package final func takeAll() -> [Value] {
    let all = Array(values)
    length = 0
    return all
  }

  @inline(never)
  private func grow(_ needed: Int) {
    let fresh = max(needed, capacity + capacity / 2, 8)
    storage = capacity > 0 ? storage.reallocated(fresh) : .allocated(fresh)
    charge((fresh - capacity) * MemoryLayout<Value>.stride)
    capacity = fresh
  }
}
