/// An iterator whose step is a Swift closure over the values it owns.
package final class StateIterator: IteratorObject {
  /// What the iterator owns: the iterators it draws from, functions, values kept for later.
  @exclusivity(unchecked) var owned: [Value]
  /// Ends the iterator for good.
  @exclusivity(unchecked) var isFinished = false
  private let step: (VM, StateIterator) throws(Raised) -> Value?

  /// Takes over the counts of `owned`.
  init(
    type: TypeObject, owned: [Value], step: @escaping (VM, StateIterator) throws(Raised) -> Value?
  ) {
    self.owned = owned
    self.step = step
    super.init(type: type)
  }

  package override func next(_ vm: VM) throws(Raised) -> Value? {
    if isFinished { return nil }
    // Combinations and the like run no Python code, so they must count their own time.
    try vm.charge(1)
    return try step(vm, self)
  }

  /// Replaces an owned value; takes over the count.
  func replace(_ index: Int, _ value: Value) {
    let old = owned[index]
    owned[index] = value
    old.release()
  }

  /// Adds to what is owned; takes over the count.
  func keep(_ value: Value) { owned.append(value) }

  package override func dropReferences() {
    let values = owned
    owned = []
    for value in values { value.release() }
  }

  package override func visitReferences(_ visit: (Value) -> Void) {
    for value in owned { visit(value) }
  }
}
