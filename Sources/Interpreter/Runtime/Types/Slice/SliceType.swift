/// `slice`.
enum SliceType {
  static func install(_ vm: VM) {
    let type = vm.heap.types.slice!
    type.define("__new__", "cls, /, *args") { (vm, a) throws(Raised) in
      let arguments = a[1].asTuple.map { Array($0.values) } ?? []
      switch arguments.count {
      case 1:
        return Value(SliceObject.make(start: .none, stop: arguments[0].retained(), step: .none, heap: vm.heap))
      case 2, 3:
        let step = arguments.count == 3 ? arguments[2] : .none
        return Value(
          SliceObject.make(
            start: arguments[0].retained(), stop: arguments[1].retained(), step: step.retained(), heap: vm.heap))
      case 0: throw vm.raise(.typeError, "slice expected at least 1 argument, got 0")
      default: throw vm.raise(.typeError, "slice expected at most 3 arguments, got \(arguments.count)")
      }
    }
    type.defineProperty("start") { (vm, value) throws(Raised) in try receiver(vm, "start", value).start.retained() }
    type.defineProperty("stop") { (vm, value) throws(Raised) in try receiver(vm, "stop", value).stop.retained() }
    type.defineProperty("step") { (vm, value) throws(Raised) in try receiver(vm, "step", value).step.retained() }
    type.define("__repr__", "self, /") { (vm, a) throws(Raised) in
      let slice = try receiver(vm, "__repr__", a[0])
      let start = try vm.repr(slice.start)
      let stop = try vm.repr(slice.stop)
      return vm.str("slice(\(start), \(stop), \(try vm.repr(slice.step)))")
    }
    type.define("__eq__", "self, value, /") { (vm, a) throws(Raised) in
      let slice = try receiver(vm, "__eq__", a[0])
      guard let other = a[1].cast(.slice, to: SliceObject.self) else { return .notImplemented }
      for (mine, theirs) in [(slice.start, other.start), (slice.stop, other.stop), (slice.step, other.step)] {
        if try !vm.equals(mine, theirs) { return .bool(false) }
      }
      return .bool(true)
    }
    for (name, op) in ComparisonOp.methods where op != .eq && op != .ne {
      type.define(name, "self, value, /") { (vm, a) throws(Raised) in
        let slice = try receiver(vm, name, a[0])
        guard let other = a[1].cast(.slice, to: SliceObject.self) else { return .notImplemented }
        let (mine, theirs) = (slice.parts(vm), other.parts(vm))
        defer {
          mine.release()
          theirs.release()
        }
        return try vm.compare(op, mine, theirs)
      }
    }
    type.set("__hash__", .none)
    type.define("indices", "self, len, /") { (vm, a) throws(Raised) in
      let slice = try receiver(vm, "indices", a[0])
      let number = try vm.integer(a[1])
      defer { number.release() }
      let length = number.bigInt ?? 0
      if length < 0 { throw vm.raise(.valueError, "length should not be negative") }
      let (start, stop, step) = try slice.indices(length: length, vm)
      return vm.tuple([vm.heap.integer(start), vm.heap.integer(stop), vm.heap.integer(step)])
    }
  }

  private static func receiver(_ vm: VM, _ method: String, _ value: Value) throws(Raised) -> SliceObject {
    guard let slice = value.cast(.slice, to: SliceObject.self) else {
      throw vm.raiseReceiver(method, "slice", value)
    }
    return slice
  }
}

extension SliceObject {
  /// Its three parts as a tuple, owned.
  fileprivate func parts(_ vm: VM) -> Value { vm.tuple([start.retained(), stop.retained(), step.retained()]) }
}
