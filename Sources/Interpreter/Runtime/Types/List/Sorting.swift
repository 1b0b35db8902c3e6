// `list.sort` and `sorted`. Comparisons may raise, and may run code that looks at the list.

extension VM {
  /// `list.sort`: the list is empty while comparisons run, and whole again afterwards even if one raises.
  func sort(_ list: ListObject, key: Value?, isReversed: Bool) throws(Raised) {
    let count = list.count
    if count == 0 { return }
    let held = list.retainedValue
    defer { held.release() }
    let values = UnsafeMutablePointer<Value>.allocate(capacity: count)
    defer { values.deallocate() }
    list.move(to: values)
    var failure: Raised?
    do throws(Raised) {
      try charge(count)
      let items = UnsafeMutableBufferPointer(start: values, count: count)
      if isReversed { items.reverseInPlace() }
      defer { if isReversed { items.reverseInPlace() } }
      if let key, !key.isNone {
        try sort(items, byResultOf: key)
      } else {
        try sort(items)
      }
    } catch {
      failure = error
    }
    let appeared = list.takeAll()
    list.reserve(count)
    list.append(moving: values, count: count)
    for value in appeared { value.release() }
    if let failure { throw failure }
    if !appeared.isEmpty { throw raise(.valueError, "list modified during sort") }
  }

  private func sort(_ values: UnsafeMutableBufferPointer<Value>) throws(Raised) {
    switch commonKey(values) {
    case .int:
      try arrange(values, { values[$0].smallInt ?? 0 }, { .int($1) }, { (a, b) throws(Raised) in a < b })
    case .orderedFloat:
      try arrange(
        values, { OrderedFloat(values[$0].double ?? 0) }, { .float($1.number) }, { (a, b) throws(Raised) in a < b })
    case .float:
      try arrange(values, { values[$0].double ?? 0 }, { .float($1) }, { (a, b) throws(Raised) in a < b })
    case .ascii:
      try arrange(values, { AsciiKey(values[$0]) }, { $1.value }, { (a, b) throws(Raised) in a < b })
    case .other:
      try arrange(values, { values[$0] }, { $1 }, { (a, b) throws(Raised) in try self.comesBefore(a, b) })
    }
  }

  private func sort(_ values: UnsafeMutableBufferPointer<Value>, byResultOf key: Value) throws(Raised) {
    let keys = UnsafeMutableBufferPointer<Value>.allocate(capacity: values.count)
    var made = 0
    defer {
      for index in 0..<made { keys[index].release() }
      keys.deallocate()
    }
    while made < values.count {
      keys[made] = try call(key, values[made])
      made += 1
    }
    switch commonKey(keys) {
    case .int:
      try arrange(
        values, { Keyed(key: keys[$0].smallInt ?? 0, value: values[$0]) }, { $1.value },
        { (a, b) throws(Raised) in a.key < b.key })
    case .orderedFloat:
      try arrange(
        values, { Keyed(key: OrderedFloat(keys[$0].double ?? 0), value: values[$0]) }, { $1.value },
        { (a, b) throws(Raised) in a.key < b.key })
    case .float:
      try arrange(
        values, { Keyed(key: keys[$0].double ?? 0, value: values[$0]) }, { $1.value },
        { (a, b) throws(Raised) in a.key < b.key })
    case .ascii:
      try arrange(
        values, { Keyed(key: AsciiKey(keys[$0]), value: values[$0]) }, { $1.value },
        { (a, b) throws(Raised) in a.key < b.key })
    case .other:
      try arrange(
        values, { Keyed(key: keys[$0], value: values[$0]) }, { $1.value },
        { (a, b) throws(Raised) in try self.comesBefore(a.key, b.key) })
    }
  }

  /// Sorts by items that are made of the values, and turned back into them.
  @inline(__always)
  private func arrange<Item>(
    _ values: UnsafeMutableBufferPointer<Value>, _ item: (Int) -> Item, _ value: (Int, Item) -> Value,
    _ less: (Item, Item) throws(Raised) -> Bool
  ) throws(Raised) {
    let count = values.count
    let items = UnsafeMutablePointer<Item>.allocate(capacity: 2 * count)
    for index in 0..<count { (items + index).initialize(to: item(index)) }
    defer {
      for index in 0..<count { values[index] = value(index, items[index]) }
      items.deallocate()
    }
    try MergeSort(items, spare: items + count, count: count).sort(
      charge: { (looked) throws(Raised) in try self.charge(looked) }, by: less)
  }

  private enum CommonKey { case int, orderedFloat, float, ascii, other }

  /// Keys that are all alike are compared without asking each time what they are.
  private func commonKey(_ keys: UnsafeMutableBufferPointer<Value>) -> CommonKey {
    switch keys[0] {
    case .int: return keys.allSatisfy { if case .int = $0 { true } else { false } } ? .int : .other
    case .float:
      if keys.allSatisfy({ if case .float(let number) = $0 { OrderedFloat.holds(number) } else { false } }) {
        return .orderedFloat
      }
      return keys.allSatisfy { if case .float = $0 { true } else { false } } ? .float : .other
    default:
      return keys.allSatisfy { $0.plainString?._withUnsafeGuaranteedRef { $0.isASCII } ?? false }
        ? .ascii : .other
    }
  }

  /// `a < b`, for tuples of numbers and strings without a call.
  @inline(__always)
  private func comesBefore(_ a: Value, _ b: Value) throws(Raised) -> Bool {
    if let result = quickLess(a, b) { return result }
    if case .object(let x) = a, case .object(let y) = b {
      let result = x._withUnsafeGuaranteedRef { x in
        y._withUnsafeGuaranteedRef { y -> Bool? in
          guard x.type.address == state.pointee.tupleType, y.type.address == state.pointee.tupleType else { return nil }
          return quickLess(unsafeDowncast(x, to: TupleObject.self), unsafeDowncast(y, to: TupleObject.self))
        }
      }
      if let result { return result }
    }
    return try less(a, b)
  }

  /// nil if code has to run to tell.
  @inline(__always)
  private func quickLess(_ a: Value, _ b: Value) -> Bool? {
    switch (a, b) {
    case (.int(let x), .int(let y)): x < y
    case (.float(let x), .float(let y)): x < y
    default: quickCompare(.lt, a, b)
    }
  }

  private func quickLess(_ a: TupleObject, _ b: TupleObject) -> Bool? {
    for index in 0..<min(a.count, b.count) {
      guard let same = a.items[index].quickEquals(b.items[index]) else { return nil }
      if !same { return quickLess(a.items[index], b.items[index]) }
    }
    return a.count < b.count
  }
}

/// A value with what it is sorted by.
private struct Keyed<Key> {
  let key: Key
  let value: Value
}

/// A float as an integer that orders as it does: integers are merged without jumps.
private struct OrderedFloat {
  private let bits: Int64

  /// Neither a NaN, which has no order, nor -0.0, which is as large as 0.0 but another integer.
  @inline(__always)
  static func holds(_ number: Double) -> Bool { !number.isNaN && (number != 0 || number.sign == .plus) }

  @inline(__always)
  init(_ number: Double) { bits = OrderedFloat.turned(Int64(bitPattern: number.bitPattern)) }

  @inline(__always)
  var number: Double { Double(bitPattern: UInt64(bitPattern: OrderedFloat.turned(bits))) }

  /// The order of the negative ones reversed, and back.
  @inline(__always)
  private static func turned(_ bits: Int64) -> Int64 { bits ^ (bits >> 63 & Int64.max) }

  @inline(__always)
  static func < (a: OrderedFloat, b: OrderedFloat) -> Bool { a.bits < b.bits }
}

/// A plain ASCII string with its first eight characters as a number, which mostly decides.
private struct AsciiKey {
  private let prefix: UInt64
  private let reference: Unmanaged<StrObject>

  @inline(__always)
  init(_ string: Value) {
    reference = string.reference(.str, to: StrObject.self) ?? unsafeBitCast(0, to: Unmanaged<StrObject>.self)
    prefix = reference._withUnsafeGuaranteedRef { $0.asciiPrefix }
  }

  @inline(__always)
  var value: Value { .object(unsafeBitCast(reference, to: Unmanaged<Object>.self)) }

  @inline(__always)
  static func < (a: AsciiKey, b: AsciiKey) -> Bool {
    if a.prefix != b.prefix { return a.prefix < b.prefix }
    return a.reference._withUnsafeGuaranteedRef { x in b.reference._withUnsafeGuaranteedRef { y in x.order(y) < 0 } }
  }
}

extension UnsafeMutableBufferPointer {
  fileprivate func reverseInPlace() {
    var items = self
    items.reverse()
  }
}
