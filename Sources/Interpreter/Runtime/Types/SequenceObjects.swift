/// `tuple` and its subclasses: a fixed number of values.
package final class TupleObject: Object {
  package final let count: Int
  package final let items: UnsafeMutablePointer<Value>

  private init(count: Int, type: TypeObject) {
    self.count = count
    items = .allocate(capacity: max(count, 1))
    super.init(kind: .tuple, type: type)
    type.heap.track(self)
  }

  /// A tuple of `count` items, which the caller must set at once.
  @inline(__always)
  package static func make(count: Int, type: TypeObject) -> TupleObject {
    if count <= PoolIndex.longestTuple,
      let kept = type.heap.reuse(PoolIndex.tuple.rawValue &+ count, as: TupleObject.self, type: type)
    {
      return kept
    }
    return TupleObject(count: count, type: type)
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

  package override func dropReferences() {
    for index in 0..<count { items[index].release() }
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
    storage = .allocate(capacity: self.capacity)
    super.init(kind: .list, type: type)
    type.heap.charge(self.capacity * MemoryLayout<Value>.stride)
    type.heap.track(self)
  }

  /// An empty list with room for `capacity` items.
  @inline(__always)
  package static func make(capacity: Int = 0, type: TypeObject) -> ListObject {
    let heap = type.heap
    guard capacity <= 16, let kept = heap.reuse(PoolIndex.list.rawValue, as: ListObject.self, type: type) else {
      return ListObject(capacity: capacity, type: type)
    }
    heap.charge(kept.capacity * MemoryLayout<Value>.stride)
    if kept.capacity < capacity { kept.grow(capacity) }
    return kept
  }

  /// Takes over the caller's counts of `values`.
  package static func make(_ values: [Value], type: TypeObject) -> ListObject {
    let list = make(capacity: values.count, type: type)
    for value in values { list.append(value) }
    return list
  }

  package override func dropReferences() {
    for index in 0..<count { items[index].release() }
    length = 0
    type.heap.discharge(capacity * MemoryLayout<Value>.stride)
  }

  package override func visitReferences(_ visit: (Value) -> Void) {
    for index in 0..<count { visit(items[index]) }
  }

  deinit { storage.deallocate() }

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

  /// Replaces the items of `range` (within `0..<count`) by `values`, whose counts it takes over.
  package final func replaceSubrange(_ range: Range<Int>, with values: [Value]) {
    let removed = (range.lowerBound..<range.upperBound).map { items[$0] }
    let tail = count - range.upperBound
    let total = range.lowerBound + values.count + tail
    if total > capacity { grow(total) }
    (items + range.lowerBound + values.count).update(from: items + range.upperBound, count: tail)
    for (offset, value) in values.enumerated() { items[range.lowerBound + offset] = value }
    length = total
    // Last: freeing may run code that looks at the list.
    for value in removed { value.release() }
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

  private func grow(_ needed: Int) {
    let fresh = max(needed, capacity + capacity / 2, 8)
    let moved = UnsafeMutablePointer<Value>.allocate(capacity: fresh)
    moved.moveInitialize(from: items, count: count)
    storage.deallocate()
    storage = moved
    type.heap.charge((fresh - capacity) * MemoryLayout<Value>.stride)
    capacity = fresh
  }
}
