/// An iterator whose step is a Swift closure. All that changes between the steps is the iterator's, so that a copy goes
/// on from where it was made.
package final class StateIterator: IteratorObject {
  /// What the iterator owns: the iterators it draws from, functions, values kept for later.
  @exclusivity(unchecked) var owned: [Value]
  /// Places in pools, counts, flags: as each kind of iterator wants them.
  @exclusivity(unchecked) var numbers: [Int]
  /// Whether the first step was taken.
  @exclusivity(unchecked) var isStarted = false
  /// Ends the iterator for good.
  @exclusivity(unchecked) var isFinished = false
  private let step: (VM, StateIterator) throws(Raised) -> Value?

  /// Takes over the counts of `owned`.
  init(
    type: TypeObject, owned: [Value], numbers: [Int] = [],
    step: @escaping (VM, StateIterator) throws(Raised) -> Value?
  ) {
    self.owned = owned
    self.numbers = numbers
    self.step = step
    super.init(type: type)
  }

  /// Goes on from here on its own, with the values that `part` gives for those owned.
  func copy(_ part: (Value) throws(Raised) -> Value) throws(Raised) -> Value {
    let copy = StateIterator(type: type, owned: [], numbers: numbers, step: step)
    copy.isStarted = isStarted
    copy.isFinished = isFinished
    do throws(Raised) {
      for value in owned { copy.keep(value.isUnbound ? value : try part(value)) }
    } catch {
      Value(copy).release()
      throw error
    }
    return Value(copy)
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

extension TypeObject {
  /// Declares how the iterators of this type are copied: what they draw from is shared, or copied too.
  func defineStateCopies() {
    defineStateCopy()
    define("__deepcopy__", "self, memo, /") { (vm, a) throws(Raised) in
      guard let state = a[0].foreign(StateIterator.self) else {
        throw vm.raiseReceiver("__deepcopy__", self.name, a[0])
      }
      let module = try vm.importAbsolute("copy")
      return try state.copy { (value) throws(Raised) in try vm.callMethod(module, "deepcopy", value, a[1]) }
    }
  }

  /// Declares `__copy__` alone.
  func defineStateCopy() {
    define("__copy__", "self, /") { (vm, a) throws(Raised) in
      guard let state = a[0].foreign(StateIterator.self) else { throw vm.raiseReceiver("__copy__", self.name, a[0]) }
      return try state.copy { (value) throws(Raised) in value.retained() }
    }
  }
}
