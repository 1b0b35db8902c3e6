package final class ListIteratorObject: IteratorObject, CountedIterator {
  /// Owned; nil at the end.
  @exclusivity(unchecked) final private(set) var reference: Unmanaged<ListObject>?
  @exclusivity(unchecked) final var index = 0

  var list: ListObject? { reference?.takeUnretainedValue() }

  private init(_ list: ListObject, heap: Heap) {
    reference = Unmanaged.passUnretained(list)
    super.init(type: heap.types.iterators.list, kind: .listIterator)
  }

  /// Retains the list.
  static func make(_ list: ListObject, heap: Heap) -> Unmanaged<ListIteratorObject> {
    list.refCount &+= 1
    let kept = heap.reusePlain(
      PoolIndex.listIterator.rawValue, as: ListIteratorObject.self, type: heap.plainListIterator)
    guard let kept else { return .passUnretained(ListIteratorObject(list, heap: heap)) }
    kept._withUnsafeGuaranteedRef {
      $0.reference = Unmanaged.passUnretained(list)
      $0.index = 0
    }
    return kept
  }

  package override func next(_ vm: VM) throws(Raised) -> Value? {
    let value = Unmanaged.passUnretained(self).take()
    if !value.isUnbound { return value }
    dropReferences()
    return nil
  }

  var remainingCount: Int { max((list?.count ?? 0) - index, 0) }

  package override func dropReferences() {
    guard let held = reference else { return }
    reference = nil
    Value(held).release()
  }

  package override func visitReferences(_ visit: (Value) -> Void) {
    if let list { visit(Value(list)) }
  }
}

extension Unmanaged<ListIteratorObject> {
  /// The next item, owned; `.unbound` if there is none now.
  @inline(__always)
  func take() -> Value {
    guard let list = _withUnsafeGuaranteedRef({ $0.reference }) else { return .unbound }
    let index = _withUnsafeGuaranteedRef { $0.index }
    if index >= list._withUnsafeGuaranteedRef({ $0.count }) { return .unbound }
    _withUnsafeGuaranteedRef { $0.index = index &+ 1 }
    return list._withUnsafeGuaranteedRef { $0.items }[index].retained()
  }
}

package final class ListReverseIteratorObject: IteratorObject, CountedIterator {
  @exclusivity(unchecked) final private(set) var list: ListObject?
  @exclusivity(unchecked) final var index: Int

  /// Retains the list.
  init(_ list: ListObject, heap: Heap) {
    self.list = list
    index = list.count - 1
    list.refCount &+= 1
    super.init(type: heap.types.iterators.listReverse)
  }

  package override func next(_ vm: VM) throws(Raised) -> Value? {
    guard let list else { return nil }
    if index >= 0 && index < list.count {
      let value = list.items[index].retained()
      index -= 1
      return value
    }
    self.list = nil
    Value(list).release()
    return nil
  }

  var remainingCount: Int { list.map { index < $0.count ? index + 1 : 0 } ?? 0 }

  package override func dropReferences() { visitReferences { $0.release() } }

  package override func visitReferences(_ visit: (Value) -> Void) {
    if let list { visit(Value(list)) }
  }
}

package final class TupleIteratorObject: IteratorObject, CountedIterator {
  /// Owned.
  @exclusivity(unchecked) fileprivate final var reference: Unmanaged<TupleObject>
  @exclusivity(unchecked) final var index = 0

  var tuple: TupleObject { reference.takeUnretainedValue() }

  private init(_ tuple: TupleObject, heap: Heap) {
    reference = Unmanaged.passUnretained(tuple)
    super.init(type: heap.types.iterators.tuple, kind: .tupleIterator)
  }

  /// Retains the tuple.
  static func make(_ tuple: TupleObject, heap: Heap) -> Unmanaged<TupleIteratorObject> {
    tuple.refCount &+= 1
    let kept = heap.reusePlain(
      PoolIndex.tupleIterator.rawValue, as: TupleIteratorObject.self, type: heap.plainTupleIterator)
    guard let kept else { return .passUnretained(TupleIteratorObject(tuple, heap: heap)) }
    kept._withUnsafeGuaranteedRef {
      $0.reference = Unmanaged.passUnretained(tuple)
      $0.index = 0
    }
    return kept
  }

  package override func next(_ vm: VM) throws(Raised) -> Value? {
    let value = Unmanaged.passUnretained(self).take()
    return value.isUnbound ? nil : value
  }

  var remainingCount: Int { tuple.count - index }

  package override func dropReferences() { Value(reference).release() }

  package override func visitReferences(_ visit: (Value) -> Void) { visit(Value(tuple)) }
}

extension Unmanaged<TupleIteratorObject> {
  /// The next item, owned; `.unbound` at the end.
  @inline(__always)
  func take() -> Value {
    let tuple = _withUnsafeGuaranteedRef { $0.reference }
    let index = _withUnsafeGuaranteedRef { $0.index }
    if index >= tuple._withUnsafeGuaranteedRef({ $0.count }) { return .unbound }
    _withUnsafeGuaranteedRef { $0.index = index &+ 1 }
    return tuple._withUnsafeGuaranteedRef { $0.items }[index].retained()
  }
}

package final class RangeIteratorObject: IteratorObject, CountedIterator {
  @exclusivity(unchecked) final var current: Int
  @exclusivity(unchecked) final var remaining: Int
  @exclusivity(unchecked) final private(set) var step: Int

  static func make(_ range: RangeObject, heap: Heap) -> Unmanaged<RangeIteratorObject> {
    make(current: range.start, remaining: range.count, step: range.step, heap: heap)
  }

  static func make(current: Int, remaining: Int, step: Int, heap: Heap) -> Unmanaged<RangeIteratorObject> {
    let kept = heap.reusePlain(
      PoolIndex.rangeIterator.rawValue, as: RangeIteratorObject.self, type: heap.plainRangeIterator)
    guard let kept else {
      return .passUnretained(RangeIteratorObject(current: current, remaining: remaining, step: step, heap: heap))
    }
    kept._withUnsafeGuaranteedRef {
      $0.current = current
      $0.remaining = remaining
      $0.step = step
    }
    return kept
  }

  private init(current: Int, remaining: Int, step: Int, heap: Heap) {
    self.current = current
    self.remaining = remaining
    self.step = step
    super.init(type: heap.types.iterators.range, kind: .rangeIterator)
  }

  /// The next number; nil at the end.
  @inline(__always)
  final func take() -> Int? {
    if remaining <= 0 { return nil }
    let value = current
    remaining &-= 1
    current = value &+ step
    return value
  }

  package override func next(_ vm: VM) throws(Raised) -> Value? { take().map { .int($0) } }

  var remainingCount: Int { remaining }
}

/// Items 0, 1, 2, … by `__getitem__` until it raises IndexError; or backwards, for `reversed`.
package final class SequenceIteratorObject: IteratorObject, CountedIterator {
  @exclusivity(unchecked) final private(set) var sequence: Value
  @exclusivity(unchecked) final var index: Int
  let step: Int

  /// Forwards; retains the sequence.
  package convenience init(_ sequence: Value, heap: Heap) {
    self.init(sequence, type: heap.types.iterators.sequence)
  }

  /// Forwards, as an iterator of the type; retains the sequence.
  init(_ sequence: Value, type: TypeObject) {
    self.sequence = sequence.retained()
    index = 0
    step = 1
    super.init(type: type)
  }

  /// Backwards from the last of `count` items; retains the sequence.
  init(reversed sequence: Value, count: Int, type: TypeObject) {
    self.sequence = sequence.retained()
    index = count - 1
    step = -1
    super.init(type: type)
  }

  package override func next(_ vm: VM) throws(Raised) -> Value? {
    if sequence.isUnbound || index < 0 { return nil }
    do throws(Raised) {
      let value = try vm.getItem(sequence, .int(index))
      index += step
      return value
    } catch {
      guard vm.catches(.indexError) || vm.catches(.stopIteration) else { throw error }
      let finished = sequence
      sequence = .unbound
      finished.release()
      return nil
    }
  }

  var remainingCount: Int { sequence.isUnbound || step > 0 ? 0 : index + 1 }

  package override func dropReferences() { sequence.release() }

  package override func visitReferences(_ visit: (Value) -> Void) { visit(sequence) }
}
