/// Views of more than one dimension, or of none: `cast` makes them of contiguous items.
extension MemoryViewType {
  /// `cast(format, shape)`: nil where the shape is that of a row.
  static func shape(_ vm: VM, _ value: Value, from view: MemoryViewObject, size: Int) throws(Raised) -> [Int]? {
    guard value.asList != nil || value.asTuple != nil else {
      throw vm.raise(.typeError, "shape must be a list or a tuple")
    }
    let given = try vm.array(value)
    defer { for item in given { item.release() } }
    if given.count > 64 { throw vm.raise(.valueError, "memoryview: number of dimensions must not exceed 64") }
    if view.dimensions != nil, given.count != 1 {
      throw vm.raise(.typeError, "memoryview: cast must be 1D -> ND or ND -> 1D")
    }
    var lengths: [Int] = []
    var bytes = size
    for item in given {
      guard item.bigInt != nil else {
        throw vm.raise(.typeError, "memoryview.cast(): elements of shape must be integers")
      }
      guard let length = item.smallInt, length > 0 else {
        throw vm.raise(.valueError, "memoryview.cast(): elements of shape must be integers > 0")
      }
      lengths.append(length)
      let (product, overflow) = bytes.multipliedReportingOverflow(by: length)
      bytes = overflow ? .max : product
    }
    if bytes != view.count * view.itemSize {
      throw vm.raise(.typeError, "memoryview: product(shape) * itemsize != buffer size")
    }
    return lengths.count == 1 ? nil : lengths
  }

  /// Which item a key names; the key of a row or of a part of the dimensions names none.
  static func place(_ vm: VM, _ shape: [Int], _ key: Value) throws(Raised) -> Int {
    guard let keys = key.asTuple else {
      if try vm.indexOrNil(key) == nil { throw vm.raise(.typeError, "memoryview: invalid slice key") }
      throw refuseRow(vm, shape)
    }
    var place = 0
    var numbers: [Int] = []
    for item in keys.values {
      guard let number = try vm.indexOrNil(item) else { throw vm.raise(.typeError, "memoryview: invalid slice key") }
      numbers.append(number)
    }
    if numbers.count < shape.count { throw vm.raise(.notImplementedError, "sub-views are not implemented") }
    if numbers.count > shape.count {
      throw vm.raise(.typeError, "cannot index \(shape.count)-dimension view with \(numbers.count)-element tuple")
    }
    for (dimension, number) in numbers.enumerated() {
      let length = shape[dimension]
      let index = number < 0 ? number &+ length : number
      if index < 0 || index >= length {
        throw vm.raise(.indexError, "index out of bounds on dimension \(dimension + 1)")
      }
      place = place * length + index
    }
    return place
  }

  /// A row of a view of several dimensions cannot be had alone, and one of none has no rows.
  static func refuseRow(_ vm: VM, _ shape: [Int]) -> Raised {
    shape.isEmpty
      ? vm.raise(.typeError, "invalid indexing of 0-dim memory")
      : vm.raise(.notImplementedError, "multi-dimensional sub-views are not implemented")
  }

  /// Lists in lists, one level for each dimension.
  static func nested(_ vm: VM, _ view: MemoryViewObject, _ shape: ArraySlice<Int>, from first: Int) -> Value {
    guard let length = shape.first else {
      return MemoryItem.value(view.itemBytes(first..<(first + 1)), view.format, vm)
    }
    let inner = shape.dropFirst()
    let step = inner.reduce(1, *)
    return vm.list((0..<length).map { nested(vm, view, inner, from: first + $0 * step) })
  }
}
