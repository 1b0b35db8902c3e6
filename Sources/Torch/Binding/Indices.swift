import Interpreter
import Tensors

// What stands between square brackets.

extension TorchState {
  func indexItems(_ key: Value) throws(Raised) -> [IndexItem] {
    if case .int(let index) = key { return [.int(index)] }
    if let tuple = key.asTuple { return try indexItems(tuple.values) }
    if let list = key.asList, listsDimensions(list) {
      engine.warnings.append(Self.nonTupleWarning)
      return try indexItems(list.values)
    }
    return [try indexItem(key)]
  }

  private func indexItems(_ keys: UnsafeBufferPointer<Value>) throws(Raised) -> [IndexItem] {
    var items: [IndexItem] = []
    items.reserveCapacity(keys.count)
    for key in keys { items.append(try indexItem(key)) }
    return items
  }

  private func indexItem(_ key: Value) throws(Raised) -> IndexItem {
    switch key {
    case .int(let index): return .int(index)
    case .bool(let flag): return .bool(flag)
    case .noneTag: return .newAxis
    case .ellipsis: return .ellipsis
    case .object: break
    default: throw refusedIndex(key)
    }
    if let tensor = tensor(key) {
      guard tensor.dim == 0, !tensor.dtype.isFloatingPoint, tensor.dtype != .uint8 else { return .tensor(tensor) }
      noteNumbers(of: tensor)
      let number = try run { () throws(TensorError) in try tensor.item() }
      return tensor.dtype == .bool ? .bool(number.isTrue) : .int(number.int)
    }
    if let slice = key.cast(.slice, to: SliceObject.self) { return try sliceItem(slice) }
    if key.asBigInt != nil {
      guard let index = key.smallInt else { throw vm.raise(.valueError, "Overflow when unpacking long long") }
      return .int(index)
    }
    if let text = key.asStr { throw vm.raise(.typeError, "new(): invalid data type '\(vm.typeName(Value(text)))'") }
    guard key.asList != nil || key.asTuple != nil || key.kind == .range else { throw refusedIndex(key) }
    return .tensor(try positions(key))
  }

  /// A sequence of positions or truth values as a tensor.
  private func positions(_ key: Value) throws(Raised) -> Tensor {
    let tensor = try tensor(from: key, dtype: nil)
    if tensor.dtype == .bool || tensor.dtype == .int64 { return tensor }
    return try run { () throws(TensorError) in try tensor.to(.int64) }
  }

  private func sliceItem(_ slice: SliceObject) throws(Raised) -> IndexItem {
    let step = try bound(slice.step)
    if step == 0 { throw vm.raise(.valueError, "slice step cannot be zero") }
    return .slice(start: try bound(slice.start), end: try bound(slice.stop), step: step)
  }

  private func bound(_ value: Value) throws(Raised) -> Int? {
    switch value {
    case .noneTag: return nil
    case .int(let number): return number
    default: break
    }
    if let number = value.bigInt { return Int(clamping: number) }
    if let number = try vm.callSpecial(.index, value) {
      defer { number.release() }
      return number.bigInt.map { Int(clamping: $0) }
    }
    throw vm.raise(.typeError, "slice indices must be integers or None or have an __index__ method")
  }

  private func refusedIndex(_ key: Value) -> Raised {
    vm.raise(
      .indexError,
      "only integers, slices (`:`), ellipsis (`...`), None and long or byte Variables are valid indices (got "
        + "\(vm.typeName(key)))")
  }

  /// A list is read as a tuple if it holds what a list of positions cannot.
  private func listsDimensions(_ list: ListObject) -> Bool {
    list.count < 32
      && list.values.contains { item in
        switch item {
        case .noneTag, .ellipsis: true
        case .object:
          item.asList != nil || item.asTuple != nil || item.kind == .slice || item.kind == .range || tensor(item) != nil
        default: false
        }
      }
  }

  private static let nonTupleWarning: String =
    "Using a non-tuple sequence for multidimensional indexing is deprecated and will be changed in pytorch 2.9; use "
    + "x[tuple(seq)] instead of x[seq]. In pytorch 2.9 this will be interpreted as tensor index, "
    + "x[torch.tensor(seq)], which will result either in an error or a different result"
}
