/// `collections.deque`: a ring of values.
package final class DequeObject: Object {
  @exclusivity(unchecked) private var ring: [Value] = Array(repeating: .unbound, count: 8)
  @exclusivity(unchecked) private var head = 0
  @exclusivity(unchecked) private(set) var count = 0
  /// nil: without limit.
  @exclusivity(unchecked) var limit: Int?
  /// Changes whenever the length does.
  @exclusivity(unchecked) private(set) var version = 0

  init(limit: Int?, type: TypeObject) {
    self.limit = limit
    super.init(kind: .foreign, type: type)
    track()
  }

  package override func dropReferences() {
    for value in takeAll() { value.release() }
  }

  package override func visitReferences(_ visit: (Value) -> Void) {
    for index in 0..<count { visit(self[index]) }
  }

  /// The item at an index within `0..<count`, borrowed; setting moves a count without releasing.
  subscript(_ index: Int) -> Value {
    get { ring[(head + index) & (ring.count - 1)] }
    set { ring[(head + index) & (ring.count - 1)] = newValue }
  }

  /// Takes over the count; drops the first item if the limit is passed.
  func append(_ value: Value) {
    makeRoom()
    count += 1
    self[count - 1] = value
    version += 1
    if let limit, count > limit { popFirst()?.release() }
  }

  /// Takes over the count; drops the last item if the limit is passed.
  func prepend(_ value: Value) {
    makeRoom()
    head = (head - 1) & (ring.count - 1)
    count += 1
    self[0] = value
    version += 1
    if let limit, count > limit { popLast()?.release() }
  }

  /// The caller owns the item.
  func popFirst() -> Value? {
    if count == 0 { return nil }
    let value = self[0]
    self[0] = .unbound
    head = (head + 1) & (ring.count - 1)
    count -= 1
    version += 1
    return value
  }

  /// The caller owns the item.
  func popLast() -> Value? {
    if count == 0 { return nil }
    let value = self[count - 1]
    self[count - 1] = .unbound
    count -= 1
    version += 1
    return value
  }

  /// Removes all; the caller owns the items.
  func takeAll() -> [Value] {
    let all = values
    discharge(ring.count > 8 ? ring.count * MemoryLayout<Value>.stride : 0)
    ring = Array(repeating: .unbound, count: 8)
    head = 0
    count = 0
    version += 1
    return all
  }

  /// The items, borrowed.
  var values: [Value] { (0..<count).map { self[$0] } }

  /// Replaces all; takes over the counts of `values` and gives those of the old ones to the caller.
  func replaceAll(_ values: [Value]) -> [Value] {
    let old = takeAll()
    for value in values { append(value) }
    return old
  }

  private func makeRoom() {
    if count < ring.count { return }
    var grown = values
    let added = ring.count
    grown.append(contentsOf: repeatElement(.unbound, count: added))
    charge(added * MemoryLayout<Value>.stride)
    ring = grown
    head = 0
  }
}

/// Over a deque, in either direction.
package final class DequeIteratorObject: IteratorObject, CountedIterator {
  private let deque: DequeObject
  @exclusivity(unchecked) private var position: Int
  private let step: Int
  private let version: Int

  /// Retains the deque.
  init(_ deque: DequeObject, isReversed: Bool, type: TypeObject) {
    self.deque = deque
    position = isReversed ? deque.count - 1 : 0
    step = isReversed ? -1 : 1
    version = deque.version
    deque.refCount &+= 1
    super.init(type: type)
  }

  var remainingCount: Int { max(step > 0 ? deque.count - position : position + 1, 0) }

  package override func next(_ vm: VM) throws(Raised) -> Value? {
    if deque.version != version { throw vm.raise(.runtimeError, "deque mutated during iteration") }
    guard position >= 0, position < deque.count else { return nil }
    position += step
    return deque[position - step].retained()
  }

  package override func dropReferences() { Value(deque).release() }

  package override func visitReferences(_ visit: (Value) -> Void) { visit(Value(deque)) }
}
