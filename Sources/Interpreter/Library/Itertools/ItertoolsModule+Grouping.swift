extension ItertoolsModule {
  /// What a `groupby` and the groups it gave share.
  private final class Run {
    /// Counts the groups, so that an old one knows that it is over.
    var number = 0
    var isExhausted = false
  }

  /// Owned values: the source, the key function, the item in hand, its key, the key of the group given last.
  static func defineGrouping(_ vm: VM, _ module: ModuleObject) {
    let groups = IteratorTypes.make(vm.heap.types, "_grouper", isFinal: true, module: "itertools")
    define(vm, module, "groupby", "cls, iterable, key=None", isCopied: false) { (vm, cls, a) throws(Raised) in
      let run = Run()
      let owned = [try vm.iterate(a[1]), (a.optional(2) ?? .none).retained(), .unbound, .unbound, .unbound]
      return Value(
        StateIterator(type: cls, owned: owned) { (vm, state) throws(Raised) in
          // What is left of the group given last is skipped.
          run.number += 1
          while true {
            if !state.owned[2].isUnbound, try !continuesGroup(vm, state) { break }
            if try !advance(vm, state, run) { return nil }
            try vm.charge(1)
          }
          state.replace(4, state.owned[3].retained())
          let own = run.number
          let parent = Value(state).retained()
          let group = Value(
            StateIterator(type: groups, owned: [parent]) { (vm, group) throws(Raised) in
              guard run.number == own, let state = group.owned[0].foreign(StateIterator.self) else { return nil }
              if state.owned[2].isUnbound, try !advance(vm, state, run) { return nil }
              guard try continuesGroup(vm, state) else { return nil }
              let item = state.owned[2]
              state.owned[2] = .unbound
              return item
            })
          return vm.tuple([state.owned[3].retained(), group])
        })
    }
  }

  /// Whether the item in hand has the key of the group given last.
  private static func continuesGroup(_ vm: VM, _ state: StateIterator) throws(Raised) -> Bool {
    if state.owned[4].isUnbound { return false }
    return try vm.equals(state.owned[4], state.owned[3])
  }

  /// Draws the next item and its key; false at the end.
  private static func advance(_ vm: VM, _ state: StateIterator, _ run: Run) throws(Raised) -> Bool {
    if run.isExhausted { return false }
    guard let item = try vm.next(state.owned[0]) else {
      run.isExhausted = true
      state.replace(2, .unbound)
      return false
    }
    let key: Value
    if state.owned[1].isNone {
      key = item.retained()
    } else {
      key = try released(item) { () throws(Raised) in try vm.call(state.owned[1], item) }
    }
    state.replace(2, item)
    state.replace(3, key)
    return true
  }
}
