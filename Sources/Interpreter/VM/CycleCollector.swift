// Garbage that holds itself: found by trial deletion over the container objects. What is referenced from
// outside the candidates keeps a count after all references among them are taken away; the rest is garbage.

extension VM {
  /// Collects when the number of containers has doubled since the last time.
  func collectCyclesIfGrown() {
    if heap.liveContainerCount > heap.collectionThreshold, heap.collectsByItself { collectCycles() }
  }

  /// Frees every unreachable cycle; returns how many objects went.
  @discardableResult
  package func collectCycles() -> Int {
    let candidates = heap.containers
    // An object's count of references from outside the candidates; the pools' objects have none and own nothing.
    for reference in candidates {
      reference._withUnsafeGuaranteedRef { $0.outsideCount = $0.isAlive ? $0.refCount : Object.isReached }
    }
    for reference in candidates {
      reference._withUnsafeGuaranteedRef { object in
        if object.isAlive { object.visitAll { $0.withContainer { $0.outsideCount &-= 1 } } }
      }
    }
    // Whatever is reachable from an object with outside references is alive.
    var pending: [Unmanaged<Object>] = []
    for reference in candidates {
      reference._withUnsafeGuaranteedRef { object in
        if object.outsideCount > 0, object.outsideCount != Object.isReached { reach(object, &pending) }
      }
    }
    var garbage: [Unmanaged<Object>] = []
    for reference in candidates where reference._withUnsafeGuaranteedRef({ $0.outsideCount != Object.isReached }) {
      garbage.append(reference)
    }
    // Held while they are emptied: they refer to one another.
    for reference in garbage { reference._withUnsafeGuaranteedRef { $0.refCount &+= 1 } }
    let doomed = heap.isCollecting || garbage.isEmpty ? garbage : afterFinalizers(garbage)
    for reference in doomed { reference._withUnsafeGuaranteedRef { $0.breakCycle() } }
    for reference in garbage { Value.object(reference).release() }
    heap.collectionThreshold = max(Heap.firstCollection, heap.liveContainerCount * 2)
    return doomed.count
  }
}

extension VM {
  /// Weak references to garbage are cleared and its finalizers run. If one of them made something of it reachable
  /// again, all of it stays until the next time.
  private func afterFinalizers(_ garbage: [Unmanaged<Object>]) -> [Unmanaged<Object>] {
    let careful = garbage.filter { reference in
      reference._withUnsafeGuaranteedRef {
        $0.care != [] || $0.type.isUserDefined && !$0.type[.del].isUnbound
      }
    }
    if careful.isEmpty { return garbage }
    heap.isCollecting = true
    defer { heap.isCollecting = false }
    let before = garbage.reduce(0) { sum, reference in sum + reference._withUnsafeGuaranteedRef { Int($0.refCount) } }
    for reference in careful {
      reference._withUnsafeGuaranteedRef { object in
        if object.care.contains(.weaklyReferenced) { heap.clearWeakReferences(to: object) }
      }
    }
    var ranAny = false
    for reference in careful {
      reference._withUnsafeGuaranteedRef { object in
        let isDue: Bool =
          object.kind == .generator
          ? object.care.contains(.unfinished)
          : !object.care.contains(.finalized) && object.type.isUserDefined && !object.type[.del].isUnbound
        guard isDue else { return }
        ranAny = true
        finalize(object)
        object.care.insert(.finalized)
        object.care.remove(.unfinished)
      }
    }
    if !ranAny { return garbage }
    let after = garbage.reduce(0) { sum, reference in sum + reference._withUnsafeGuaranteedRef { Int($0.refCount) } }
    return after > before ? [] : garbage
  }

  /// Marks everything that can be reached from an object.
  private func reach(_ start: Object, _ pending: inout [Unmanaged<Object>]) {
    start.outsideCount = Object.isReached
    pending.append(Unmanaged.passUnretained(start))
    while let reference = pending.popLast() {
      reference._withUnsafeGuaranteedRef { object in
        object.visitAll { value in
          value.withContainer { inner in
            if inner.outsideCount == Object.isReached { return }
            inner.outsideCount = Object.isReached
            pending.append(Unmanaged.passUnretained(inner))
          }
        }
      }
    }
  }
}

extension Value {
  /// Calls `body` with the object behind the value if the heap tracks it.
  @inline(__always)
  fileprivate func withContainer(_ body: (Object) -> Void) {
    guard case .object(let reference) = self else { return }
    reference._withUnsafeGuaranteedRef { if $0.containerIndex >= 0 { body($0) } }
  }
}

extension Object {
  fileprivate static var isReached: Int32 { .max }

  /// Every value the object owns, its attributes included.
  func visitAll(_ visit: (Value) -> Void) {
    visitReferences(visit)
    if type.isUserDefined { visit(Value(type)) }
    if let slots, let shape {
      for index in 0..<shape._withUnsafeGuaranteedRef({ $0.count }) { visit(slots[index]) }
    }
  }
}
