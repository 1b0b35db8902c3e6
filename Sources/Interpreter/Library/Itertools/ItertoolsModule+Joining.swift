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
      let owned = [try vm.iterate(a[1]), function.retained(), (initial ?? .unbound).retained()]
      return Value(
        StateIterator(type: cls, owned: owned) { (vm, state) throws(Raised) in
          let isFirst = !state.isStarted
          if isFirst && !state.owned[2].isUnbound {
            state.isStarted = true
            return state.owned[2].retained()
          }
          guard let item = try vm.next(state.owned[0]) else { return nil }
          defer { item.release() }
          if isFirst {
            state.isStarted = true
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
      // The numbers are 1 for the iterators that have ended.
      let numbers = [Int](repeating: 0, count: iterators.count)
      return Value(
        StateIterator(type: cls, owned: iterators + [fill], numbers: numbers) { (vm, state) throws(Raised) in
          var values: [Value] = []
          let count = state.numbers.count
          do throws(Raised) {
            for index in 0..<count {
              if state.numbers[index] == 0 {
                if let item = try vm.next(state.owned[index]) {
                  values.append(item)
                  continue
                }
                state.numbers[index] = 1
              }
              values.append(state.owned[count].retained())
            }
          } catch {
            for value in values { value.release() }
            throw error
          }
          if !state.numbers.contains(0) {
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
    type.defineStateCopy()
    module.define("tee", "iterable, n=2, /") { (vm, a) throws(Raised) in
      let count = try a.optional(1).map { (value) throws(Raised) in try vm.index(value) } ?? 2
      if count < 0 { throw vm.raise(.valueError, "n must be >= 0") }
      try vm.checkCount(count)
      let source = try vm.iterate(a[0])
      defer { source.release() }
      let own = vm.heap.types.of(source)
      if own === type || own.isUserDefined && own.lookup(vm.heap.intern("__copy__")) != nil {
        return try copies(vm, source, count)
      }
      let drawn = ListObject.make(heap: vm.heap)
      defer { Value(drawn).release() }
      let copies = (0..<count).map { _ in
        Value(
          StateIterator(type: type, owned: [source.retained(), drawn.retainedValue], numbers: [0]) {
            (vm, state) throws(Raised) in
            guard let list = state.owned[1].asList else { return nil }
            let position = state.numbers[0]
            if position == list.count {
              guard let item = try vm.next(state.owned[0]) else { return nil }
              list.append(item)
            }
            state.numbers[0] = position + 1
            return list.items[position].retained()
          })
      }
      return vm.tuple(copies)
    }
  }

  /// Of an iterator that knows how to copy itself, which is the first of them.
  private static func copies(_ vm: VM, _ iterator: Value, _ count: Int) throws(Raised) -> Value {
    var made: [Value] = []
    do throws(Raised) {
      for index in 0..<count {
        made.append(index == 0 ? iterator.retained() : try vm.callMethod(iterator, "__copy__"))
      }
    } catch {
      for copy in made { copy.release() }
      throw error
    }
    return vm.tuple(made)
  }
}
