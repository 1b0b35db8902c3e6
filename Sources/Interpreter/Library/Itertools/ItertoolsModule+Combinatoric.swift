extension ItertoolsModule {
  static func defineCombinatoric(_ vm: VM, _ module: ModuleObject) {
    define(vm, module, "product", "cls, /, *iterables, repeat=1") { (vm, cls, a) throws(Raised) in
      let count = try a.optional(2).map { (value) throws(Raised) in try vm.index(value) } ?? 1
      if count < 0 { throw vm.raise(.valueError, "repeat argument cannot be negative") }
      let (total, overflow) = a[1].tupleValues.count.multipliedReportingOverflow(by: count)
      if overflow { throw vm.raise(.overflowError, "repeat argument too large") }
      try vm.checkCount(total)
      var pools: [Value] = []
      for iterable in count == 0 ? [] : a[1].tupleValues { pools.append(vm.tuple(try vm.ownedItems(iterable))) }
      let sizes = pools.map { $0.asTuple?.count ?? 0 }
      let width = pools.count * count
      return Value(
        StateIterator(type: cls, owned: pools, numbers: [Int](repeating: 0, count: width)) {
          (vm, state) throws(Raised) in
          if !state.isStarted {
            state.isStarted = true
            if width > 0 && sizes.contains(0) { state.isFinished = true }
          } else {
            state.isFinished = true
            for place in stride(from: width - 1, through: 0, by: -1) {
              state.numbers[place] += 1
              if state.numbers[place] < sizes[place % sizes.count] {
                state.isFinished = false
                break
              }
              state.numbers[place] = 0
            }
          }
          if state.isFinished { return nil }
          return vm.tuple(
            (0..<width).map { item(state.owned[$0 % sizes.count], state.numbers[$0]) })
        })
    }
    defineCombinations(vm, module)
    definePermutations(vm, module)
  }

  private static func item(_ pool: Value, _ index: Int) -> Value {
    guard let tuple = pool.asTuple, index < tuple.count else { return .none }
    return tuple.items[index].retained()
  }

  private static func length(_ vm: VM, _ value: Value) throws(Raised) -> Int {
    let count = try vm.index(value)
    if count < 0 { throw vm.raise(.valueError, "r must be non-negative") }
    return count
  }

  private static func defineCombinations(_ vm: VM, _ module: ModuleObject) {
    for (name, repeats) in [("combinations", false), ("combinations_with_replacement", true)] {
      define(vm, module, name, "cls, iterable, r") { (vm, cls, a) throws(Raised) in
        let width = try length(vm, a[2])
        let pool = vm.tuple(try vm.ownedItems(a[1]))
        let count = pool.asTuple?.count ?? 0
        if repeats { try vm.checkSize(width) }
        let isEmpty = repeats ? count == 0 && width > 0 : width > count
        let lowest = isEmpty ? [] : (repeats ? [Int](repeating: 0, count: width) : Array(0..<width))
        return Value(
          StateIterator(type: cls, owned: [pool], numbers: lowest) { (vm, state) throws(Raised) in
            if !state.isStarted {
              state.isStarted = true
              state.isFinished = isEmpty
            } else {
              // The last place that can still move up, and all after it as low as they may be.
              let last = { (place: Int) in repeats ? count - 1 : place + count - width }
              if let place = state.numbers.indices.last(where: { state.numbers[$0] != last($0) }) {
                state.numbers[place] += 1
                for after in (place + 1)..<max(width, place + 1) {
                  state.numbers[after] = repeats ? state.numbers[place] : state.numbers[after - 1] + 1
                }
              } else {
                state.isFinished = true
              }
            }
            if state.isFinished { return nil }
            return vm.tuple(state.numbers.map { item(state.owned[0], $0) })
          })
      }
    }
  }

  private static func definePermutations(_ vm: VM, _ module: ModuleObject) {
    define(vm, module, "permutations", "cls, iterable, r=None") { (vm, cls, a) throws(Raised) in
      let given = a.optional(2).flatMap { $0.isNone ? nil : $0 }
      if let given, !vm.isInstance(given, vm.heap.types.int) { throw vm.raise(.typeError, "Expected int as r") }
      let pool = vm.tuple(try vm.ownedItems(a[1]))
      let count = pool.asTuple?.count ?? 0
      let width =
        try given.map { (value) throws(Raised) in try released(pool) { () throws(Raised) in try length(vm, value) } }
        ?? count
      // The items' places, and after them how often each place may yet change.
      let numbers = Array(0..<count) + (width > count ? [] : (0..<width).map { count - $0 })
      return Value(
        StateIterator(type: cls, owned: [pool], numbers: numbers) { (vm, state) throws(Raised) in
          if !state.isStarted {
            state.isStarted = true
            state.isFinished = width > count
          } else {
            state.isFinished = true
            for place in stride(from: width - 1, through: 0, by: -1) {
              state.numbers[count + place] -= 1
              let left = state.numbers[count + place]
              if left == 0 {
                state.numbers.insert(state.numbers.remove(at: place), at: count - 1)
                state.numbers[count + place] = count - place
              } else {
                state.numbers.swapAt(place, count - left)
                state.isFinished = false
                break
              }
            }
          }
          if state.isFinished { return nil }
          return vm.tuple(state.numbers.prefix(width).map { item(state.owned[0], $0) })
        })
    }
  }
}
