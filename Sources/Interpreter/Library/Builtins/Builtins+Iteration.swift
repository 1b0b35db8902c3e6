extension Builtins {
  static func installIteration(_ vm: VM) {
    define(vm, "len", "obj, /") { (vm, a) throws(Raised) in .int(try vm.length(a[0])) }
    define(vm, "iter", "object, sentinel=None, /") { (vm, a) throws(Raised) in
      guard let sentinel = a.optional(1) else { return try vm.iterate(a[0]) }
      guard isCallable(vm, a[0]) else { throw vm.raise(.typeError, "iter(v, w): v must be callable") }
      return Value(CallableIteratorObject(a[0], sentinel: sentinel, heap: vm.heap))
    }
    for (name, method, wanted) in [
      ("aiter", "__aiter__", "iterable"), ("anext", "__anext__", "iterator"),
    ] {
      define(vm, name, "async_object, /") { (vm, a) throws(Raised) in
        guard let method = vm.heap.types.of(a[0]).lookup(vm.heap.intern(method)) else {
          throw vm.raise(.typeError, "'\(vm.typeName(a[0]))' object is not an async \(wanted)")
        }
        return try vm.call(method, a[0])
      }
    }
    define(vm, "next", "iterator, default=None, /") { (vm, a) throws(Raised) in
      if let value = try step(vm, a[0], hasDefault: a.optional(1) != nil) { return value }
      guard let fallback = a.optional(1) else { throw vm.raiseStopIteration(vm.generatorResult) }
      return fallback.retained()
    }
    define(vm, "sorted", "iterable, /, *, key=None, reverse=False") { (vm, a) throws(Raised) in
      let list = ListObject.make(heap: vm.heap)
      do throws(Raised) {
        try ListType.extend(vm, list, a[0])
        let isReversed = try a.optional(2).map { (flag) throws(Raised) in try vm.smallInteger(flag) != 0 } ?? false
        try vm.sort(list, key: a.optional(1), isReversed: isReversed)
      } catch {
        Value(list).release()
        throw error
      }
      return Value(list)
    }
  }

  /// The next value, or nil at the end. The StopIteration of a class of the notebook goes on as it is, unless there
  /// is a default.
  private static func step(_ vm: VM, _ iterator: Value, hasDefault: Bool) throws(Raised) -> Value? {
    vm.generatorResult.release()
    vm.generatorResult = .none
    if hasDefault || iterator.object?.isIterator == true || iterator.kind == .generator {
      return try vm.next(iterator)
    }
    guard let value = try vm.callSpecial(.next, iterator) else {
      throw vm.raise(.typeError, "'\(vm.typeName(iterator))' object is not an iterator")
    }
    return value
  }

  static func isCallable(_ vm: VM, _ value: Value) -> Bool {
    switch value.kind {
    case .function, .native, .boundMethod, .type: true
    default: !vm.heap.types.special(.call, of: value).isUnbound
    }
  }
}
