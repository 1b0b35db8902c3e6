/// What `list` and `tuple` have in common: items in a row, which code that runs meanwhile may change.
protocol ItemSequence: Object {
  var count: Int { get }
  var items: UnsafeMutablePointer<Value> { get }
}

extension ListObject: ItemSequence {}
extension TupleObject: ItemSequence {}

extension VM {
  /// Whether the item at an index within range equals `value`; the item is held while `__eq__` runs.
  @inline(__always)
  func itemEquals(_ item: Value, _ value: Value) throws(Raised) -> Bool {
    if let same = item.quickEquals(value) { return same }
    let held = item.retained()
    defer { held.release() }
    return try equals(held, value)
  }

  /// The index of the first item equal to `value` in the range, or nil.
  func firstIndex<S: ItemSequence>(
    in sequence: S, of value: Value, from start: Int = 0, to stop: Int = .max
  ) throws(Raised) -> Int? {
    try charge(sequence.count >> 4)
    var index = start
    while index < min(sequence.count, stop) {
      if try itemEquals(sequence.items[index], value) { return index }
      index += 1
    }
    return nil
  }

  func countItems<S: ItemSequence>(in sequence: S, equalTo value: Value) throws(Raised) -> Int {
    try charge(sequence.count >> 4)
    var total = 0
    var index = 0
    while index < sequence.count {
      if try itemEquals(sequence.items[index], value) { total += 1 }
      index += 1
    }
    return total
  }

  /// Lexicographic comparison: by the first items that differ, else by length.
  func compareItems<S: ItemSequence>(_ op: ComparisonOp, _ a: S, _ b: S) throws(Raised) -> Value {
    if a.count != b.count && (op == .eq || op == .ne) { return .bool(op == .ne) }
    var index = 0
    // As long as no code of the program has to run.
    while index < a.count && index < b.count, let same = a.items[index].quickEquals(b.items[index]) {
      if same {
        index += 1
      } else if op == .eq || op == .ne {
        return .bool(op == .ne)
      } else if let result = quickCompare(op, a.items[index], b.items[index]) {
        return .bool(result)
      } else {
        break
      }
    }
    if index == a.count || index == b.count { return .bool(op.holds(a.count, b.count)) }
    try enter("in comparison")
    defer { leave() }
    while index < a.count && index < b.count {
      let (x, y) = (a.items[index], b.items[index])
      if let same = x.quickEquals(y), same {
        index += 1
        continue
      }
      let (left, right) = (x.retained(), y.retained())
      defer {
        left.release()
        right.release()
      }
      if try !equals(left, right) {
        switch op {
        case .eq: return .bool(false)
        case .ne: return .bool(true)
        default: return try compare(op, left, right)
        }
      }
      index += 1
    }
    return .bool(op.holds(a.count, b.count))
  }

  /// `[a, b]` around the items' reprs.
  func reprItems<S: ItemSequence>(
    _ sequence: S, open: StaticString, close: StaticString, recursive: String
  ) throws(Raised) -> Value {
    guard try enterRepr(sequence) else { return str(recursive) }
    defer { leaveRepr(sequence) }
    return try Formatting.text(self) { (writer) throws(Raised) in
      writer.append(open)
      var index = 0
      while index < sequence.count {
        if index > 0 { writer.append(", ") }
        let item = sequence.items[index].retained()
        defer { item.release() }
        try self.writeRepr(item, to: writer)
        index += 1
      }
      writer.append(close)
    }
  }

  /// Refuses a sequence of so many values before it is made.
  package func checkCount(_ count: Int) throws(Raised) {
    let (bytes, overflow) = count.multipliedReportingOverflow(by: MemoryLayout<Value>.stride)
    try checkSize(overflow ? .max : bytes)
  }

  /// Refuses a sequence repeated so often before it is made.
  func checkRepeat(_ length: Int, _ count: Int) throws(Raised) {
    let (total, overflow) = length.multipliedReportingOverflow(by: count)
    if !overflow && total <= 1 << 12 { return }
    try checkCount(overflow ? .max : total)
    try charge(total >> 4)
  }

  /// A sequence of `count` copies of `values` in a row, each with a count of its own.
  func repeated(_ values: UnsafeBufferPointer<Value>, _ count: Int) throws(Raised) -> [Value] {
    try checkRepeat(values.count, count)
    var result: [Value] = []
    result.reserveCapacity(values.count * count)
    if values.count == 0 { return result }
    for _ in 0..<count {
      for value in values { result.append(value.retained()) }
    }
    return result
  }

  /// The values of a list or tuple, or all of another iterable, owned. `message` words the TypeError for what is
  /// not iterable.
  func ownedItems(_ iterable: Value, notIterable message: String? = nil) throws(Raised) -> [Value] {
    if let list = iterable.asList, list.type === heap.types.list { return list.values.map { $0.retained() } }
    if let tuple = iterable.asTuple, tuple.type === heap.types.tuple { return tuple.values.map { $0.retained() } }
    guard let message else { return try array(iterable) }
    let iterator: Value
    do throws(Raised) {
      iterator = try iterate(iterable)
    } catch {
      guard catches(.typeError) else { throw error }
      throw raise(.typeError, message)
    }
    defer { iterator.release() }
    return try array(iterator)
  }

  /// The class argument of a `__new__`, which must derive from `base`.
  @inline(__always)
  func classArgument(_ value: Value, _ base: TypeObject) throws(Raised) -> TypeObject {
    if value.isIdentical(to: Value(base)) { return base }
    return try derivedClassArgument(value, base)
  }

  @inline(never)
  private func derivedClassArgument(_ value: Value, _ base: TypeObject) throws(Raised) -> TypeObject {
    guard let type = value.asType else {
      throw raise(.typeError, "\(base.name).__new__(X): X is not a type object (\(typeName(value)))")
    }
    guard type.isSubtype(of: base) else {
      throw raise(.typeError, "\(base.name).__new__(\(type.name)): \(type.name) is not a subtype of \(base.name)")
    }
    return type
  }
}

extension ComparisonOp {
  /// The comparison of two ints.
  func holds(_ a: Int, _ b: Int) -> Bool {
    switch self {
    case .lt: a < b
    case .le: a <= b
    case .eq: a == b
    case .ne: a != b
    case .gt: a > b
    case .ge: a >= b
    }
  }

  /// `__lt__` and so on.
  static let methods: [(name: String, op: ComparisonOp)] = [
    ("__lt__", .lt), ("__le__", .le), ("__eq__", .eq), ("__ne__", .ne), ("__gt__", .gt), ("__ge__", .ge),
  ]
}
