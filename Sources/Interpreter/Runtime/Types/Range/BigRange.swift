import BigInt

/// A `range` with a bound or a length beyond 64 bits.
package final class BigRangeObject: Object {
  let start: BigInt
  let stop: BigInt
  let step: BigInt
  let count: BigInt

  /// - Parameter step: not zero.
  init(start: BigInt, stop: BigInt, step: BigInt, heap: Heap) {
    self.start = start
    self.stop = stop
    self.step = step
    let distance = step > 0 ? stop - start : start - stop
    count = distance <= 0 ? 0 : (distance + step.magnitudeValue - 1) / step.magnitudeValue
    super.init(kind: .foreign, type: heap.types.range)
  }

  subscript(_ index: BigInt) -> BigInt { start + index * step }

  /// The index of a number in the range.
  func index(of number: BigInt) -> BigInt? {
    let distance = number - start
    if distance % step != 0 { return nil }
    let index = distance / step
    return index >= 0 && index < count ? index : nil
  }
}

extension BigInt {
  fileprivate var magnitudeValue: BigInt { BigInt(magnitude) }
}

/// The methods of `range` for such ranges.
enum BigRange {
  static func perform(_ method: String, _ range: BigRangeObject, _ a: Arguments, _ vm: VM) throws(Raised) -> Value {
    switch method {
    case "__len__":
      guard let count = Int(exactly: range.count) else {
        throw vm.raise(.overflowError, "Python int too large to convert to C ssize_t")
      }
      return .int(count)
    case "__bool__": return .bool(range.count > 0)
    case "__repr__":
      let step = range.step == 1 ? "" : ", \(range.step)"
      return vm.str("range(\(range.start), \(range.stop)\(step))")
    case "__iter__":
      return iterator(vm, first: range.start, step: range.step, count: range.count)
    case "__reversed__":
      return iterator(vm, first: range[range.count - 1], step: -range.step, count: range.count)
    case "__getitem__": return try getItem(vm, range, a[1])
    case "__eq__", "__ne__":
      guard let other = bounds(a[1], vm) else { return .notImplemented }
      let same =
        range.count == other.count
        && (range.count == 0 || range.start == other.start && (range.count == 1 || range.step == other.step))
      return .bool(same == (method == "__eq__"))
    case "__hash__":
      let key = vm.tuple([
        vm.heap.integer(range.count), range.count == 0 ? .none : vm.heap.integer(range.start),
        range.count < 2 ? .none : vm.heap.integer(range.step),
      ])
      defer { key.release() }
      return .int(try vm.hash(key))
    case "__contains__": return .bool(find(range, a[1]) != nil)
    case "count": return .int(find(range, a[1]) == nil ? 0 : 1)
    default:
      guard let index = find(range, a[1]) else {
        throw vm.raise(.valueError, "\(try vm.repr(a[1])) is not in range")
      }
      return vm.heap.integer(index)
    }
  }

  /// Any range as a big one, which is freed by the caller's scope.
  private static func bounds(_ value: Value, _ vm: VM) -> (count: BigInt, start: BigInt, step: BigInt)? {
    if let big = value.foreign(BigRangeObject.self) { return (big.count, big.start, big.step) }
    guard let range = value.cast(.range, to: RangeObject.self) else { return nil }
    return (BigInt(range.count), BigInt(range.start), BigInt(range.step))
  }

  private static func find(_ range: BigRangeObject, _ value: Value) -> BigInt? {
    if case .float(let number) = value {
      guard number.isFinite, number == number.rounded() else { return nil }
      return range.index(of: BigInt(truncating: number))
    }
    return value.bigInt.flatMap { range.index(of: $0) }
  }

  private static func getItem(_ vm: VM, _ range: BigRangeObject, _ key: Value) throws(Raised) -> Value {
    if let slice = key.cast(.slice, to: SliceObject.self) {
      let (start, stop, step) = try slice.indices(length: range.count, vm)
      return RangeType.make(vm, start: range[start], stop: range[stop], step: range.step * step)
    }
    guard let number = try vm.indexNumber(key) else {
      throw vm.raise(.typeError, "range indices must be integers or slices, not \(vm.typeName(key))")
    }
    let index = number < 0 ? number + range.count : number
    if index < 0 || index >= range.count { throw vm.raise(.indexError, "range object index out of range") }
    return vm.heap.integer(range[index])
  }

  static func iterator(_ vm: VM, first: BigInt, step: BigInt, count: BigInt) -> Value {
    Value(BigRangeIteratorObject(current: first, step: step, remaining: count, heap: vm.heap))
  }
}

extension SliceObject {
  /// The bounds for a sequence of any length.
  func indices(length: BigInt, _ vm: VM) throws(Raised) -> (start: BigInt, stop: BigInt, step: BigInt) {
    func bound(_ value: Value) throws(Raised) -> BigInt? {
      if value.isNone { return nil }
      guard let number = try vm.indexNumber(value) else {
        throw vm.raise(.typeError, "slice indices must be integers or None or have an __index__ method")
      }
      return number
    }
    let step = try bound(self.step) ?? 1
    if step == 0 { throw vm.raise(.valueError, "slice step cannot be zero") }
    let (lowest, highest): (BigInt, BigInt) = step < 0 ? (-1, length - 1) : (0, length)
    func clip(_ number: BigInt) -> BigInt { min(max(number < 0 ? number + length : number, lowest), highest) }
    let start = try bound(self.start).map(clip) ?? (step < 0 ? highest : lowest)
    let stop = try bound(self.stop).map(clip) ?? (step < 0 ? lowest : highest)
    return (start, stop, step)
  }
}

/// Over numbers that may pass 64 bits.
package final class BigRangeIteratorObject: IteratorObject {
  var current: BigInt
  let step: BigInt
  var remaining: BigInt

  init(current: BigInt, step: BigInt, remaining: BigInt, heap: Heap) {
    self.current = current
    self.step = step
    self.remaining = remaining
    super.init(type: heap.types.iterators.longRange)
  }

  package override func next(_ vm: VM) throws(Raised) -> Value? {
    if remaining <= 0 { return nil }
    remaining -= 1
    defer { current += step }
    return vm.heap.integer(current)
  }
}
