extension Builtins {
  static func installReductions(_ vm: VM) {
    define(vm, "sum", "iterable, /, start=0") { (vm, a) throws(Raised) in
      let start = a.optional(1) ?? .int(0)
      if start.kind == .str {
        throw vm.raise(.typeError, "sum() can't sum strings [use ''.join(seq) instead]")
      }
      if start.kind == .bytes {
        throw vm.raise(.typeError, "sum() can't sum bytes [use b''.join(seq) instead]")
      }
      if start.foreign(ByteArrayObject.self) != nil {
        throw vm.raise(.typeError, "sum() can't sum bytearray [use b''.join(seq) instead]")
      }
      return try sum(vm, a[0], start)
    }
    for (name, op) in [("min", ComparisonOp.lt), ("max", .gt)] {
      define(vm, name, "*args, key=None, default=None") { (vm, a) throws(Raised) in
        try extreme(vm, name, op, a)
      }
    }
    define(vm, "all", "iterable, /") { (vm, a) throws(Raised) in
      .bool(try !contains(vm, a[0], truth: false))
    }
    define(vm, "any", "iterable, /") { (vm, a) throws(Raised) in
      .bool(try contains(vm, a[0], truth: true))
    }
  }

  /// Whether the truth of any item is the one sought.
  private static func contains(_ vm: VM, _ iterable: Value, truth sought: Bool) throws(Raised) -> Bool {
    let iterator = try vm.iterate(iterable)
    defer { iterator.release() }
    let sink = TruthSink(seeking: sought)
    while let item = try vm.next(iterator, otherThan: sink) {
      defer { item.release() }
      try vm.charge(1)
      if try vm.isTrue(item) == sought { return true }
    }
    return false
  }

  /// Left to right, as `+` would do it; machine numbers without going through it.
  private static func sum(_ vm: VM, _ iterable: Value, _ start: Value) throws(Raised) -> Value {
    let sum = SumSink(start.retained())
    do throws(Raised) {
      try vm.forEach(iterable, sink: sum) { (item) throws(Raised) in
        if sum.take(item) { return }
        let next = try vm.binary(.add, sum.total, item)
        sum.total.release()
        sum.total = next
      }
    } catch {
      sum.total.release()
      throw error
    }
    return sum.total
  }

  @inline(__always)
  private static func precedes(_ vm: VM, _ op: ComparisonOp, _ a: Value, _ b: Value) throws(Raised) -> Bool {
    if let result = vm.fastCompare(op, a, b) { return result }
    let result = try vm.compare(op, a, b)
    defer { result.release() }
    return try vm.isTrue(result)
  }

  private static func extreme(
    _ vm: VM, _ name: String, _ op: ComparisonOp, _ a: Arguments
  ) throws(Raised) -> Value {
    let arguments = a[0].tupleValues
    if arguments.isEmpty { throw vm.raise(.typeError, "\(name) expected at least 1 argument, got 0") }
    let fallback = a.optional(2)
    if arguments.count > 1 && fallback != nil {
      throw vm.raise(
        .typeError, "Cannot specify a default for \(name)() with multiple positional arguments")
    }
    if arguments.count == 2, case .int(let x) = arguments[0], case .int(let y) = arguments[1], a[1].isUnbound {
      return .int(op == .lt ? min(x, y) : max(x, y))
    }
    let source = arguments.count == 1 ? arguments[0] : a[0]
    let key = a.optional(1).flatMap { $0.isNone ? nil : $0 }
    var best: Value = .unbound
    var bestKey: Value = .unbound
    defer { bestKey.release() }
    do throws(Raised) {
      try vm.forEach(source) { (item) throws(Raised) in
        let itemKey: Value
        if let key { itemKey = try vm.call(key, item) } else { itemKey = item.retained() }
        if !best.isUnbound {
          do throws(Raised) {
            if try !precedes(vm, op, itemKey, bestKey) {
              itemKey.release()
              return
            }
          } catch {
            itemKey.release()
            throw error
          }
        }
        best.release()
        bestKey.release()
        best = item.retained()
        bestKey = itemKey
      }
    } catch {
      best.release()
      throw error
    }
    if !best.isUnbound { return best }
    guard let fallback else { throw vm.raise(.valueError, "\(name)() arg is an empty sequence") }
    return fallback.retained()
  }
}
