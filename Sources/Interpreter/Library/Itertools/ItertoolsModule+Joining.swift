extension ItertoolsModule {
  static func defineJoining(_ vm: VM, _ module: ModuleObject) {
    let chain = define(vm, module, "chain", "cls, /, *iterables") { (vm, cls, a) throws(Raised) in
      makeChain(cls, try vm.iterate(a[1]))
    }
    chain.defineClass("from_iterable", "cls, iterable, /") { (vm, a) throws(Raised) in
      makeChain(try vm.classArgument(a[0], chain), try vm.iterate(a[1]))
    }
    define(vm, module, "accumulate", "cls, iterable, func=None, *, initial=None") { (vm, cls, a) throws(Raised) in
      let function = a.optional(2) ?? .none
      let initial = a.optional(3).flatMap { $0.isNone ? nil : $0 }
      var isFirst = true
      let owned = [try vm.iterate(a[1]), function.retained(), (initial ?? .unbound).retained()]
      return Value(
        StateIterator(type: cls, owned: owned) { (vm, state) throws(Raised) in
          if isFirst && initial != nil {
            isFirst = false
            return state.owned[2].retained()
          }
          guard let item = try vm.next(state.owned[0]) else { return nil }
          defer { item.release() }
          if isFirst {
            isFirst = false
            state.replace(2, item.retained())
          } else if state.owned[1].isNone {
            state.replace(2, try vm.binary(.add, state.owned[2], item))
          } else {
            state.replace(2, try vm.call(state.owned[1], state.owned[2], item))
          }
          return state.owned[2].retained()
        })
    }
    define(vm, module, "starmap", "cls, function, iterable, /") { (vm, cls, a) throws(Raised) in
      Value(
        StateIterator(type: cls, owned: [a[1].retained(), try vm.iterate(a[2])]) { (vm, state) throws(Raised) in
          guard let item = try vm.next(state.owned[1]) else { return nil }
          defer { item.release() }
          let arguments = try vm.array(item)
          defer { for argument in arguments { argument.release() } }
          return try vm.call(state.owned[0], arguments: arguments)
        })
    }
    define(vm, module, "zip_longest", "cls, /, *iterables, fillvalue=None") { (vm, cls, a) throws(Raised) in
      let iterators = try vm.iterators(a[1].asTuple)
      let fill = (a.optional(2) ?? .none).retained()
      var ended = [Bool](repeating: false, count: iterators.count)
      return Value(
        StateIterator(type: cls, owned: iterators + [fill]) { (vm, state) throws(Raised) in
          var values: [Value] = []
          do throws(Raised) {
            for index in 0..<ended.count {
              if !ended[index] {
                if let item = try vm.next(state.owned[index]) {
                  values.append(item)
                  continue
                }
                ended[index] = true
              }
              values.append(state.owned[ended.count].retained())
            }
          } catch {
            for value in values { value.release() }
            throw error
          }
          if !ended.contains(false) {
            for value in values { value.release() }
            return nil
          }
          return vm.tuple(values)
        })
    }
    define(vm, module, "pairwise", "cls, iterable, /") { (vm, cls, a) throws(Raised) in
      Value(
        StateIterator(type: cls, owned: [try vm.iterate(a[1]), .unbound]) { (vm, state) throws(Raised) in
          if state.owned[1].isUnbound {
            guard let first = try vm.next(state.owned[0]) else { return nil }
            state.replace(1, first)
          }
          guard let second = try vm.next(state.owned[0]) else { return nil }
          let pair = vm.tuple([state.owned[1].retained(), second.retained()])
          state.replace(1, second)
          return pair
        })
    }
    defineTee(vm, module)
  }

  /// Over the iterables that an iterator gives, which it takes over.
  private static func makeChain(_ cls: TypeObject, _ iterables: Value) -> Value {
    Value(
      StateIterator(type: cls, owned: [iterables, .unbound]) { (vm, state) throws(Raised) in
        while true {
          if state.owned[1].isUnbound {
            guard let iterable = try vm.next(state.owned[0]) else { return nil }
            defer { iterable.release() }
            state.replace(1, try vm.iterate(iterable))
          }
          if let item = try vm.next(state.owned[1]) { return item }
          state.replace(1, .unbound)
          try vm.charge(1)
        }
      })
  }

  /// Copies of one iterator share a list of what has been drawn from it.
  private static func defineTee(_ vm: VM, _ module: ModuleObject) {
    let type = IteratorTypes.make(vm.heap.types, "_tee", isFinal: true, module: "itertools")
    module.define("tee", "iterable, n=2, /") { (vm, a) throws(Raised) in
      let count = try a.optional(1).map { (value) throws(Raised) in try vm.index(value) } ?? 2
      if count < 0 { throw vm.raise(.valueError, "n must be >= 0") }
      try vm.checkCount(count)
      let source = try vm.iterate(a[0])
      defer { source.release() }
      let drawn = ListObject.make(heap: vm.heap)
      defer { Value(drawn).release() }
      let copies = (0..<count).map { _ in
        var position = 0
        return Value(
          StateIterator(type: type, owned: [source.retained(), drawn.retainedValue]) { (vm, state) throws(Raised) in
            guard let list = state.owned[1].asList else { return nil }
            if position == list.count {
              guard let item = try vm.next(state.owned[0]) else { return nil }
              list.append(item)
            }
            position += 1
            return list.items[position - 1].retained()
          })
      }
      return vm.tuple(copies)
    }
  }
}
