// Garbage that holds itself: found by trial deletion over the container objects. What is referenced from
// outside the candidates keeps a count after all references among them are taken away; the rest is garbage.

extension VM {
  /// Collects when the number of containers has grown by half since the last time.
  func collectCyclesIfGrown() {
    if heap.containers.count > heap.collectionThreshold { collectCycles() }
  }

  /// Frees every unreachable cycle; returns how many objects went.
  @discardableResult
  package func collectCycles() -> Int {
    let candidates = heap.containers
    var external = [Int32](repeating: 0, count: candidates.count)
    for (index, reference) in candidates.enumerated() {
      external[index] = reference._withUnsafeGuaranteedRef { $0.refCount }
    }
    external.withUnsafeMutableBufferPointer { external in
      for (index, reference) in candidates.enumerated() {
        // The pools' objects have no counts and own nothing.
        if external[index] == 0 && !reference._withUnsafeGuaranteedRef({ $0.isAlive }) { continue }
        reference._withUnsafeGuaranteedRef { object in
          object.visitAll { value in
            if let place = value.containerIndex { external[place] -= 1 }
          }
        }
      }
    }
    // Whatever is reachable from an object with outside references is alive.
    var alive = external.map { $0 > 0 }
    var pending = alive.indices.filter { alive[$0] }
    while let index = pending.popLast() {
      candidates[index]._withUnsafeGuaranteedRef { object in
        object.visitAll { value in
          if let place = value.containerIndex, !alive[place] {
            alive[place] = true
            pending.append(place)
          }
        }
      }
    }
    let garbage = alive.indices.compactMap { index -> Unmanaged<Object>? in
      !alive[index] && candidates[index]._withUnsafeGuaranteedRef({ $0.isAlive }) ? candidates[index] : nil
    }
    // Held while they are emptied: they refer to one another.
    for reference in garbage { reference._withUnsafeGuaranteedRef { $0.refCount &+= 1 } }
    for reference in garbage { reference._withUnsafeGuaranteedRef { $0.breakCycle() } }
    for reference in garbage { Value.object(reference).release() }
    heap.collectionThreshold = max(20_000, heap.containers.count * 3 / 2)
    return garbage.count
  }
}

extension Value {
  /// The place of a tracked object in the heap's list of containers.
  fileprivate var containerIndex: Int? {
    guard case .object(let reference) = self else { return nil }
    let index = reference._withUnsafeGuaranteedRef { $0.containerIndex }
    return index < 0 ? nil : Int(index)
  }
}

extension Object {
  /// Every value the object owns, its attributes included.
  fileprivate func visitAll(_ visit: (Value) -> Void) {
    visitReferences(visit)
    if let slots, let shape {
      for index in 0..<shape._withUnsafeGuaranteedRef({ $0.count }) { visit(slots[index]) }
    }
  }
}
