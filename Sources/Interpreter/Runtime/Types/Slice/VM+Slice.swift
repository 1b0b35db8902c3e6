/// A slice fitted to a length: the indices `start`, `start + step`, … of which there are `count`.
struct SliceIndices {
  var start: Int
  var stop: Int
  var step: Int
  var count: Int

  /// The index of the `position`-th item, position within `0..<count`.
  @inline(__always)
  subscript(_ position: Int) -> Int { start &+ position &* step }
}

/// A slice whose bounds are numbers: fitting it to a length runs no code.
struct SliceBounds {
  /// nil where left out.
  var start: Int?
  var stop: Int?
  var step: Int

  /// The bounds for a sequence of `length` items, as CPython clips them.
  @inline(__always)
  func fitted(to length: Int) -> SliceIndices {
    if step == 1 {
      let first = SliceBounds.clip(start ?? 0, length, 0, length)
      let last = SliceBounds.clip(stop ?? length, length, 0, length)
      return SliceIndices(start: first, stop: last, step: 1, count: max(last &- first, 0))
    }
    return fittedInSteps(to: length)
  }

  private func fittedInSteps(to length: Int) -> SliceIndices {
    let (lowest, highest) = step < 0 ? (-1, length - 1) : (0, length)
    let start = SliceBounds.clip(start ?? (step < 0 ? Int.max : 0), length, lowest, highest)
    let stop = stop.map { SliceBounds.clip($0, length, lowest, highest) } ?? (step < 0 ? -1 : length)
    var count = 0
    if step == -1 {
      count = max(start &- stop, 0)
    } else if step < 0 {
      if stop < start { count = Int(bitPattern: UInt(start - stop - 1) / step.magnitude) + 1 }
    } else if start < stop {
      count = (stop - start - 1) / step + 1
    }
    return SliceIndices(start: start, stop: stop, step: step, count: count)
  }

  @inline(__always)
  private static func clip(_ bound: Int, _ length: Int, _ lowest: Int, _ highest: Int) -> Int {
    let shifted = bound < 0 ? bound &+ length : bound
    return min(max(shifted, lowest), highest)
  }
}

extension VM {
  /// The bounds of a slice as numbers. An `__index__` may run here and change what is sliced, so its length counts only
  /// afterwards.
  @inline(__always)
  func sliceBounds(_ slice: Unmanaged<SliceObject>) throws(Raised) -> SliceBounds {
    let (first, last, stride) = slice._withUnsafeGuaranteedRef { ($0.start, $0.stop, $0.step) }
    return try sliceBounds(first, last, stride)
  }

  @inline(__always)
  func sliceBounds(_ first: Value, _ last: Value, _ stride: Value) throws(Raised) -> SliceBounds {
    let step = stride.isNone ? 1 : max(try sliceBound(stride), -Int.max)
    if step == 0 { throw raise(.valueError, "slice step cannot be zero") }
    let start = first.isNone ? nil : try sliceBound(first)
    let stop = last.isNone ? nil : try sliceBound(last)
    return SliceBounds(start: start, stop: stop, step: step)
  }

  /// The indices that a slice means in a sequence; its length is asked for when no code can change it any more.
  @inline(__always)
  func sliceIndices(_ slice: Unmanaged<SliceObject>, length: @autoclosure () -> Int) throws(Raised) -> SliceIndices {
    let bounds = try sliceBounds(slice)
    return bounds.fitted(to: length())
  }

  /// A bound of a slice or a search, pressed into 64 bits.
  @inline(__always)
  func sliceBound(
    _ value: Value,
    _ message: @autoclosure () -> String = "slice indices must be integers or None or have an __index__ method"
  ) throws(Raised) -> Int {
    if case .int(let number) = value { return number }
    return try generalSliceBound(value) { message() }
  }

  @inline(never)
  private func generalSliceBound(_ value: Value, _ message: () -> String) throws(Raised) -> Int {
    if case .bool(let flag) = value { return flag ? 1 : 0 }
    if let big = value.asBigInt { return big.value.clamped }
    guard let result = try callSpecial(.index, value) else { throw raise(.typeError, message()) }
    defer { result.release() }
    guard let number = result.bigInt else {
      throw raise(.typeError, "__index__ returned non-int (type \(typeName(result)))")
    }
    return number.clamped
  }

  /// The start and end arguments of `index`-like searches, clipped to `0...length`.
  func searchBounds(_ start: Value?, _ stop: Value?, length: Int) throws(Raised) -> (start: Int, stop: Int) {
    let message = "slice indices must be integers or have an __index__ method"
    var first = 0
    var last = Int.max
    if let start { first = try sliceBound(start, message) }
    if let stop { last = try sliceBound(stop, message) }
    if first < 0 { first = max(first &+ length, 0) }
    if last < 0 { last = max(last &+ length, 0) }
    return (first, last)
  }

  /// The index that subscripting a sequence of `length` items by `key` means; negative ones count from the end.
  /// nil if the key is neither an int nor has `__index__`; out of range is an IndexError with `message`.
  @inline(__always)
  func itemIndex(_ key: Value, length: Int, _ message: @autoclosure () -> String) throws(Raised) -> Int? {
    let number: Int
    if case .int(let small) = key {
      number = small
    } else {
      guard let general = try indexOrNil(key) else { return nil }
      number = general
    }
    let index = number < 0 ? number &+ length : number
    if index < 0 || index >= length { throw raise(.indexError, message()) }
    return index
  }

  /// `__index__` as a machine integer; nil if the type has none, IndexError if it is too large.
  func indexOrNil(_ value: Value) throws(Raised) -> Int? {
    switch value {
    case .int(let number): return number
    case .bool(let flag): return flag ? 1 : 0
    case .float, .noneTag, .ellipsis, .notImplemented, .unboundTag: return nil
    case .object: break
    }
    if let big = value.asBigInt { return try indexFits(big.value.exact, value) }
    guard let result = try callSpecial(.index, value) else { return nil }
    defer { result.release() }
    guard let number = result.bigInt else {
      throw raise(.typeError, "__index__ returned non-int (type \(typeName(result)))")
    }
    return try indexFits(number.exact, value)
  }

  private func indexFits(_ number: Int?, _ value: Value) throws(Raised) -> Int {
    guard let number else {
      throw raise(.indexError, "cannot fit '\(typeName(value))' into an index-sized integer")
    }
    return number
  }

  /// How often `sequence * value` repeats; nil where `value` is not an integer.
  func repeatCount(_ value: Value) throws(Raised) -> Int? {
    do throws(Raised) {
      return try indexOrNil(value).map { max($0, 0) }
    } catch {
      // The same words, but for a count they are an OverflowError.
      guard catches(.indexError) else { throw error }
      throw raise(.overflowError, "cannot fit '\(typeName(value))' into an index-sized integer")
    }
  }

  /// How often `sequence.__mul__(value)` repeats; operators ask only with what has an index.
  func repetitions(_ value: Value) throws(Raised) -> Int {
    if let count = try repeatCount(value) { return count }
    throw raise(.typeError, "'\(typeName(value))' object cannot be interpreted as an integer")
  }

  /// Whether an operator that a builtin does not know is left to the right operand.
  func defersTo(_ value: Value, _ reflected: SpecialMethod) -> Bool {
    guard let object = value.object, !(object is ByteArrayObject) else { return false }
    return (object.kind == .instance || object.kind == .foreign || object.type.isUserDefined)
      && !object.type[reflected].isUnbound
  }
}
