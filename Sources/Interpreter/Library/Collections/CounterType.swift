/// `Counter`: a dict of counts.
enum CounterType {
  static func make(_ vm: VM) -> TypeObject {
    let types = vm.heap.types!
    let type = types.make("Counter", .dict, base: types.dict, hasAttributes: true, module: "collections")
    installCounting(type)
    installViews(type)
    installOperators(type)
    return type
  }

  private static func installCounting(_ type: TypeObject) {
    type.defineDict("__init__", "self, iterable=None, /, **kwds") { (vm, dict, a) throws(Raised) in
      try count(vm, dict, a.optional(1), a[2], .add)
      return .none
    }
    type.defineDict("update", "self, iterable=None, /, **kwds") { (vm, dict, a) throws(Raised) in
      try count(vm, dict, a.optional(1), a[2], .add)
      return .none
    }
    type.defineDict("subtract", "self, iterable=None, /, **kwds") { (vm, dict, a) throws(Raised) in
      try count(vm, dict, a.optional(1), a[2], .sub)
      return .none
    }
    type.defineDict("__missing__", "self, key, /") { (_, _, _) throws(Raised) in .int(0) }
    type.defineDict("__delitem__", "self, key, /") { (vm, dict, a) throws(Raised) in
      _ = try vm.dictDelete(dict, a[1])
      return .none
    }
    type.defineClass("fromkeys", "cls, iterable, v=None") { (vm, _) throws(Raised) in
      throw vm.raise(
        .notImplementedError, "Counter.fromkeys() is undefined.  Use Counter(iterable) instead.")
    }
  }

  /// Adds or subtracts the counts of a mapping, or one for each item of an iterable.
  private static func count(
    _ vm: VM, _ dict: DictObject, _ source: Value?, _ keywords: Value, _ op: BinaryOp
  ) throws(Raised) {
    if let source, !source.isNone {
      if let other = source.asDict {
        try vm.forEachEntry(other) { (entry) throws(Raised) in try add(vm, dict, entry.key, entry.value, op) }
      } else if source.kind == .instance, try isMapping(vm, source) {
        let items = try vm.callMethod(source, "items")
        defer { items.release() }
        try vm.forEach(items) { (item) throws(Raised) in
          guard let pair = item.asTuple, pair.count == 2 else { return }
          try add(vm, dict, pair.items[0], pair.items[1], op)
        }
      } else {
        try vm.forEach(source) { (item) throws(Raised) in try add(vm, dict, item, .int(1), op) }
      }
    }
    if let named = keywords.asDict {
      try vm.forEachEntry(named) { (entry) throws(Raised) in try add(vm, dict, entry.key, entry.value, op) }
    }
  }

  /// Whether an object is a `collections.abc.Mapping`.
  private static func isMapping(_ vm: VM, _ value: Value) throws(Raised) -> Bool {
    let mapping = try vm.getAttribute(try vm.importAbsolute("collections.abc"), vm.heap.intern("Mapping"))
    defer { mapping.release() }
    guard let ask = vm.builtins.get("isinstance") else { return false }
    let answer = try vm.call(ask, value, mapping)
    defer { answer.release() }
    return try vm.isTrue(answer)
  }

  private static func add(
    _ vm: VM, _ dict: DictObject, _ key: Value, _ amount: Value, _ op: BinaryOp
  ) throws(Raised) {
    let hash = try vm.keyHash(key)
    if let found = try vm.dictFind(dict, key, hash: hash) {
      let old = dict.entries[found.index].value.retained()
      defer { old.release() }
      let sum = try vm.binary(op, old, amount)
      defer { sum.release() }
      try vm.dictSet(dict, key, hash: hash, sum)
    } else {
      let value = op == .add ? amount.retained() : try vm.binary(op, .int(0), amount)
      defer { value.release() }
      try vm.dictSet(dict, key, hash: hash, value)
    }
  }

  /// (key, count) pairs, largest first, owned.
  private static func sorted(_ vm: VM, _ dict: DictObject) throws(Raised) -> ListObject {
    let pairs = ListObject.make(heap: vm.heap)
    for index in 0..<dict.entryCount where !dict.entries[index].key.isUnbound {
      let entry = dict.entries[index]
      pairs.append(vm.tuple([entry.key.retained(), entry.value.retained()]))
    }
    let second = NativeFunctionObject("count", "pair, /", heap: vm.heap) { (_, a) throws(Raised) in
      a[0].asTuple.map { $0.items[1].retained() } ?? .none
    }
    defer { Value(second).release() }
    do throws(Raised) {
      try vm.sort(pairs, key: Value(second), isReversed: true)
    } catch {
      Value(pairs).release()
      throw error
    }
    return pairs
  }

  private static func installViews(_ type: TypeObject) {
    type.defineDict("most_common", "self, n=None") { (vm, dict, a) throws(Raised) in
      let pairs = try sorted(vm, dict)
      guard let limit = a.optional(1), !limit.isNone else { return Value(pairs) }
      defer { Value(pairs).release() }
      let count = max(try vm.index(limit), 0)
      return vm.list(pairs.values.prefix(count).map { $0.retained() })
    }
    type.defineDict("elements", "self, /") { (vm, dict, _) throws(Raised) in
      let list = ListObject.make(heap: vm.heap)
      defer { Value(list).release() }
      try vm.forEachEntry(dict) { (entry) throws(Raised) in
        let times = try vm.index(entry.value)
        if times > 0 { try vm.checkCount(times) }
        for _ in 0..<max(times, 0) { list.append(entry.key.retained()) }
      }
      return try vm.iterate(Value(list))
    }
    type.defineDict("total", "self, /") { (vm, dict, _) throws(Raised) in
      var total = Value.int(0)
      try vm.forEachEntry(dict) { (entry) throws(Raised) in
        let next = try vm.binary(.add, total, entry.value)
        total.release()
        total = next
      }
      return total
    }
    type.defineDict("__repr__", "self, /") { (vm, dict, _) throws(Raised) in
      if dict.count == 0 { return vm.str("\(dict.type.name)()") }
      guard try vm.enterRepr(dict) else { return vm.str("...") }
      defer { vm.leaveRepr(dict) }
      let pairs: ListObject
      do throws(Raised) {
        pairs = try sorted(vm, dict)
      } catch {
        // Counts without an order are shown as they come.
        guard vm.catches(.typeError) else { throw error }
        return vm.str("\(dict.type.name)(\(try vm.repr(Value(DictType.copy(vm, dict)))))")
      }
      defer { Value(pairs).release() }
      var parts: [String] = []
      for pair in pairs.values {
        guard let pair = pair.asTuple else { continue }
        parts.append("\(try vm.repr(pair.items[0])): \(try vm.repr(pair.items[1]))")
      }
      return vm.str("\(dict.type.name)({\(parts.joined(separator: ", "))})")
    }
    for name in ["copy", "__copy__"] {
      type.defineDict(name, "self, /") { (_, dict, _) throws(Raised) in
        let copy = DictObject.make(type: dict.type)
        DictType.copyEntries(of: dict, into: copy)
        return Value(copy)
      }
    }
  }

  // MARK: Operators: results keep positive counts only

  /// How the counts of a key on both sides combine.
  private typealias Combine = (VM, Value, Value) throws(Raised) -> Value

  private static func pick(_ op: ComparisonOp) -> Combine {
    { (vm, x, y) throws(Raised) in
      let result = try vm.compare(op, x, y)
      defer { result.release() }
      return try vm.isTrue(result) ? x.retained() : y.retained()
    }
  }

  private static func installOperators(_ type: TypeObject) {
    let operators: [(String, String, Combine)] = [
      ("__add__", "__iadd__", { (vm, x, y) throws(Raised) in try vm.binary(.add, x, y) }),
      ("__sub__", "__isub__", { (vm, x, y) throws(Raised) in try vm.binary(.sub, x, y) }),
      ("__or__", "__ior__", pick(.gt)), ("__and__", "__iand__", pick(.lt)),
    ]
    for (name, inPlace, combine) in operators {
      type.defineDict(name, "self, other, /") { (vm, dict, a) throws(Raised) in
        guard let other = a[1].asDict, other.type.isSubtype(of: type) else { return .notImplemented }
        return Value(try combined(vm, type, dict, other, combine))
      }
      type.defineDict(inPlace, "self, other, /") { (vm, dict, a) throws(Raised) in
        guard let other = a[1].asDict else { return .notImplemented }
        let result = try combined(vm, type, dict, other, combine)
        defer { Value(result).release() }
        for entry in dict.takeAll() {
          entry.key.release()
          entry.value.release()
        }
        DictType.copyEntries(of: result, into: dict)
        return a[0].retained()
      }
    }
    type.defineDict("__pos__", "self, /") { (vm, dict, _) throws(Raised) in
      let empty = DictObject.make(type: type)
      defer { Value(empty).release() }
      return Value(try combined(vm, type, dict, empty) { (vm, x, y) throws(Raised) in try vm.binary(.add, x, y) })
    }
    type.defineDict("__neg__", "self, /") { (vm, dict, _) throws(Raised) in
      let empty = DictObject.make(type: type)
      defer { Value(empty).release() }
      return Value(try combined(vm, type, empty, dict) { (vm, x, y) throws(Raised) in try vm.binary(.sub, x, y) })
    }
    for (name, op) in ComparisonOp.methods {
      type.defineDict(name, "self, other, /") { (vm, dict, a) throws(Raised) in
        guard let other = a[1].asDict, other.type.isSubtype(of: type) else { return .notImplemented }
        return .bool(try compare(vm, op, dict, other))
      }
    }
  }

  private static func value(_ vm: VM, _ dict: DictObject, _ key: Value, _ hash: Int) throws(Raised) -> Value {
    guard let found = try vm.dictFind(dict, key, hash: hash) else { return .int(0) }
    return dict.entries[found.index].value
  }

  /// Calls `body` with every key of either, its hash and both counts.
  private static func forEachPair(
    _ vm: VM, _ a: DictObject, _ b: DictObject, _ body: (DictObject.Entry, Value, Value) throws(Raised) -> Void
  ) throws(Raised) {
    try vm.forEachEntry(a) { (entry) throws(Raised) in
      try body(entry, entry.value, try value(vm, b, entry.key, entry.hash))
    }
    try vm.forEachEntry(b) { (entry) throws(Raised) in
      if try vm.dictFind(a, entry.key, hash: entry.hash) == nil { try body(entry, .int(0), entry.value) }
    }
  }

  private static func combined(
    _ vm: VM, _ type: TypeObject, _ a: DictObject, _ b: DictObject, _ combine: Combine
  ) throws(Raised) -> DictObject {
    let result = DictObject.make(type: type)
    do throws(Raised) {
      try forEachPair(vm, a, b) { (entry, x, y) throws(Raised) in
        let count = try combine(vm, x, y)
        defer { count.release() }
        if try vm.less(.int(0), count) { try vm.dictSet(result, entry.key, hash: entry.hash, count) }
      }
    } catch {
      Value(result).release()
      throw error
    }
    return result
  }

  private static func compare(
    _ vm: VM, _ op: ComparisonOp, _ a: DictObject, _ b: DictObject
  ) throws(Raised) -> Bool {
    var isBelow = true
    var isAbove = true
    var isEqual = true
    try forEachPair(vm, a, b) { (_, x, y) throws(Raised) in
      if try vm.equals(x, y) { return }
      isEqual = false
      if try vm.less(x, y) { isAbove = false } else { isBelow = false }
    }
    switch op {
    case .eq: return isEqual
    case .ne: return !isEqual
    case .le: return isBelow
    case .lt: return isBelow && !isEqual
    case .ge: return isAbove
    case .gt: return isAbove && !isEqual
    }
  }
}
