extension ItertoolsModule {
  static func defineSelecting(_ vm: VM, _ module: ModuleObject) {
    define(vm, module, "compress", "cls, data, selectors") { (vm, cls, a) throws(Raised) in
      let data = try vm.iterate(a[1])
      return Value(
        StateIterator(type: cls, owned: [data, try vm.iterate(a[2])]) { (vm, state) throws(Raised) in
          while let item = try vm.next(state.owned[0]) {
            guard let selector = try released(item, { () throws(Raised) in try vm.next(state.owned[1]) }) else {
              item.release()
              return nil
            }
            defer { selector.release() }
            if try released(item, { () throws(Raised) in try vm.isTrue(selector) }) { return item }
            item.release()
            try vm.charge(1)
          }
          return nil
        })
    }
    define(vm, module, "dropwhile", "cls, predicate, iterable, /") { (vm, cls, a) throws(Raised) in
      // Started when the first item is not dropped.
      Value(
        StateIterator(type: cls, owned: [a[1].retained(), try vm.iterate(a[2])]) { (vm, state) throws(Raised) in
          while let item = try vm.next(state.owned[1]) {
            if state.isStarted { return item }
            if try released(item, { () throws(Raised) in try !holds(vm, state.owned[0], item) }) {
              state.isStarted = true
              return item
            }
            item.release()
            try vm.charge(1)
          }
          return nil
        })
    }
    define(vm, module, "takewhile", "cls, predicate, iterable, /") { (vm, cls, a) throws(Raised) in
      Value(
        StateIterator(type: cls, owned: [a[1].retained(), try vm.iterate(a[2])]) { (vm, state) throws(Raised) in
          guard let item = try vm.next(state.owned[1]) else { return nil }
          if try released(item, { () throws(Raised) in try holds(vm, state.owned[0], item) }) { return item }
          item.release()
          state.isFinished = true
          return nil
        })
    }
    define(vm, module, "filterfalse", "cls, function, iterable, /", isCopied: false) { (vm, cls, a) throws(Raised) in
      Value(FilterObject(a[1], try vm.iterate(a[2]), wanted: false, type: cls))
    }
    define(vm, module, "islice", "cls, iterable, start, stop=None, step=None, /") { (vm, cls, a) throws(Raised) in
      try slice(vm, cls, a)
    }
  }

  private static func holds(_ vm: VM, _ predicate: Value, _ item: Value) throws(Raised) -> Bool {
    let result = try vm.call(predicate, item)
    defer { result.release() }
    return try vm.isTrue(result)
  }

  /// Releases `value` if the body throws.
  static func released<T>(_ value: Value, _ body: () throws(Raised) -> T) throws(Raised) -> T {
    do throws(Raised) {
      return try body()
    } catch {
      value.release()
      throw error
    }
  }

  private static func slice(_ vm: VM, _ cls: TypeObject, _ a: Arguments) throws(Raised) -> Value {
    /// -1 for what is no number.
    func bound(_ value: Value?) throws(Raised) -> Int? {
      guard let value, !value.isNone else { return nil }
      return try vm.indexOrNil(value) ?? -1
    }
    let words = "for islice() must be None or an integer: 0 <= x <= sys.maxsize."
    let hasStart = a.optional(3) != nil
    let start = hasStart ? try bound(a[2]) ?? 0 : 0
    let stop = try bound(hasStart ? a[3] : a[2])
    if stop == -1 { throw vm.raise(.valueError, "Stop argument \(words)") }
    if start < 0 || stop ?? 0 < 0 { throw vm.raise(.valueError, "Indices \(words)") }
    let step = try bound(a.optional(4)) ?? 1
    if step < 1 { throw vm.raise(.valueError, "Step for islice() must be a positive integer or None.") }
    // The place of the next item wanted, and of the next that the iterable gives.
    return Value(
      StateIterator(type: cls, owned: [try vm.iterate(a[1])], numbers: [start, 0]) { (vm, state) throws(Raised) in
        let wanted = state.numbers[0]
        let limit = stop.map { min(wanted, $0) } ?? wanted
        while state.numbers[1] < limit {
          guard let skipped = try vm.next(state.owned[0]) else {
            state.isFinished = true
            return nil
          }
          skipped.release()
          state.numbers[1] += 1
          try vm.charge(1)
        }
        if let stop, state.numbers[1] >= stop {
          state.isFinished = true
          return nil
        }
        guard let item = try vm.next(state.owned[0]) else {
          state.isFinished = true
          return nil
        }
        state.numbers[1] += 1
        let (following, overflow) = wanted.addingReportingOverflow(step)
        state.numbers[0] = overflow ? .max : following
        return item
      })
  }
}
