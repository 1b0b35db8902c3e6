/// `itertools`.
enum ItertoolsModule {
  static func make(_ vm: VM) throws(Raised) -> ModuleObject {
    let module = ModuleObject(name: "itertools", heap: vm.heap)
    defineInfinite(vm, module)
    defineSelecting(vm, module)
    defineJoining(vm, module)
    defineGrouping(vm, module)
    defineCombinatoric(vm, module)
    return module
  }

  /// Declares a class of iterators; the body makes an instance of the class it is given.
  @discardableResult
  static func define(
    _ vm: VM, _ module: ModuleObject, _ name: String, _ signature: StaticString, isCopied: Bool = true,
    _ body: @escaping (VM, TypeObject, Arguments) throws(Raised) -> Value
  ) -> TypeObject {
    let type = IteratorTypes.make(vm.heap.types, name, module: "itertools")
    if isCopied { type.defineStateCopies() }
    type.define("__new__", signature) { (vm, a) throws(Raised) in
      try body(vm, try vm.classArgument(a[0], type), a)
    }
    module.namespace.set(name, Value(type))
    return type
  }

  private static func defineInfinite(_ vm: VM, _ module: ModuleObject) {
    let count = define(vm, module, "count", "cls, start=0, step=1") { (vm, cls, a) throws(Raised) in
      let start = a.optional(1) ?? .int(0)
      let step = a.optional(2) ?? .int(1)
      for value in [start, step] where !isNumber(vm, value) { throw vm.raise(.typeError, "a number is required") }
      return Value(
        StateIterator(type: cls, owned: [start.retained(), step.retained()]) { (vm, state) throws(Raised) in
          let current = state.owned[0].retained()
          do throws(Raised) {
            state.replace(0, try vm.binary(.add, current, state.owned[1]))
          } catch {
            current.release()
            throw error
          }
          return current
        })
    }
    count.define("__repr__", "self, /") { (vm, a) throws(Raised) in
      guard let state = a[0].foreign(StateIterator.self), state.owned.count == 2 else { return vm.str("count()") }
      let start = try vm.repr(state.owned[0])
      if case .int(1) = state.owned[1] { return vm.str("count(\(start))") }
      return vm.str("count(\(start), \(try vm.repr(state.owned[1])))")
    }
    define(vm, module, "cycle", "cls, iterable, /") { (vm, cls, a) throws(Raised) in
      // Started when all is kept; the number is the place in that, from 1 on.
      Value(
        StateIterator(type: cls, owned: [try vm.iterate(a[1])], numbers: [0]) { (vm, state) throws(Raised) in
          if !state.isStarted {
            if let item = try vm.next(state.owned[0]) {
              state.keep(item.retained())
              return item
            }
            state.isStarted = true
          }
          if state.owned.count == 1 { return nil }
          state.numbers[0] = state.numbers[0] % (state.owned.count - 1) + 1
          return state.owned[state.numbers[0]].retained()
        })
    }
    let repetition = define(vm, module, "repeat", "cls, object, times=None") { (vm, cls, a) throws(Raised) in
      let times = try a.optional(2).map { (value) throws(Raised) in max(try vm.index(value), 0) }
      return Value(
        StateIterator(type: cls, owned: [a[1].retained(), times.map { .int($0) } ?? .none]) {
          (vm, state) throws(Raised) in
          if case .int(let left) = state.owned[1] {
            if left == 0 { return nil }
            state.owned[1] = .int(left - 1)
          }
          return state.owned[0].retained()
        })
    }
    repetition.define("__length_hint__", "self, /") { (vm, a) throws(Raised) in
      guard let state = a[0].foreign(StateIterator.self), state.owned.count == 2, case .int(let left) = state.owned[1]
      else { throw vm.raise(.typeError, "len() of unsized object") }
      return .int(left)
    }
    repetition.define("__repr__", "self, /") { (vm, a) throws(Raised) in
      guard let state = a[0].foreign(StateIterator.self), state.owned.count == 2 else { return vm.str("repeat()") }
      let object = try vm.repr(state.owned[0])
      if case .int(let left) = state.owned[1] { return vm.str("repeat(\(object), \(left))") }
      return vm.str("repeat(\(object))")
    }
  }

  private static func isNumber(_ vm: VM, _ value: Value) -> Bool {
    if value.bigInt != nil || value.double != nil || value.kind == .complex { return true }
    let type = vm.heap.types.of(value)
    return !type[.float].isUnbound || !type[.index].isUnbound
  }
}
