import Interpreter
import Tensors

// `torch.tensor(data)`: lists in lists of numbers as a tensor.

extension TorchState {
  /// - Parameter dtype: nil to find it from the data.
  func tensor(from data: Value, dtype given: DType?) throws(Raised) -> Tensor {
    if data.asStr != nil || data.kind == .bytes { throw invalidData(data) }
    let sizes = try sizes(of: data)
    let dtype: DType
    if let given { dtype = given } else { dtype = try inferredDType(data) }
    var reader = ElementReader(self, sizes, dtype)
    if !sizes.contains(0) { try reader.read(data, 0) }
    return try reader.tensor()
  }

  private func invalidData(_ data: Value) -> Raised {
    vm.raise(.typeError, "new(): invalid data type '\(vm.typeName(data))'")
  }

  /// Whether the value is taken apart. Tensors inside data stand for their only element.
  func isSequence(_ value: Value) -> Bool {
    switch value.kind {
    case .list, .tuple, .range, .str, .bytes: true
    default: false
    }
  }

  /// The items of a sequence, owned by the caller.
  func items(of sequence: Value) throws(Raised) -> [Value] { try vm.array(sequence) }

  /// The sizes, as the first items of each depth have them.
  private func sizes(of data: Value) throws(Raised) -> [Int] {
    var sizes: [Int] = []
    var current = data.retained()
    defer { current.release() }
    while isSequence(current) {
      let length = try vm.length(current)
      sizes.append(length)
      if sizes.count > 128 || current.asStr != nil && length > 0 {
        throw vm.raise(.valueError, "too many dimensions '\(vm.typeName(current))'")
      }
      if length == 0 { break }
      let first = try vm.getItem(current, .int(0))
      current.release()
      current = first
    }
    return sizes
  }

  /// The dtype in which all elements meet.
  func inferredDType(_ data: Value) throws(Raised) -> DType {
    switch data {
    case .float: return engine.defaultDType
    case .int: return .int64
    case .bool: return .bool
    default: break
    }
    switch data.kind {
    case .float: return engine.defaultDType
    case .int: return .int64
    case .str, .bytes: throw invalidData(data)
    case .complex: throw vm.raise(.notImplementedError, "complex tensors are not available in nbcheck")
    default: break
    }
    if let tensor = tensor(data) { return tensor.dtype }
    guard isSequence(data) else {
      throw vm.raise(.runtimeError, "Could not infer dtype of \(vm.typeName(data))")
    }
    if data.kind == .range { return try vm.length(data) == 0 ? engine.defaultDType : .int64 }
    let items = data.asList?.values ?? data.asTuple?.values
    guard let items, !items.isEmpty else { return engine.defaultDType }
    var result: DType?
    for item in items {
      let next: DType
      switch item {
      case .float: next = engine.defaultDType
      case .int: next = .int64
      default:
        if item.isIdentical(to: data) {
          throw vm.raise(.typeError, "new(): self-referential lists are incompatible")
        }
        try vm.enter()
        defer { vm.leave() }
        next = try inferredDType(item)
      }
      result = result.map { DType.promoted($0, next) } ?? next
    }
    return result ?? engine.defaultDType
  }
}

/// Gathers the elements of nested data in row-major order.
private struct ElementReader {
  private let state: TorchState
  private let sizes: [Int]
  private let dtype: DType
  private var doubles: [Double] = []
  private var integers: [Int] = []

  init(_ state: TorchState, _ sizes: [Int], _ dtype: DType) {
    self.state = state
    self.sizes = sizes
    self.dtype = dtype
  }

  mutating func read(_ data: Value, _ depth: Int) throws(Raised) {
    if depth == sizes.count { return try store(data) }
    if let items = data.asList?.values ?? data.asTuple?.values { return try read(items, depth) }
    guard state.isSequence(data) else { throw state.vm.raise(.typeError, "not a sequence") }
    let items = try state.items(of: data)
    defer { for item in items { item.release() } }
    try items.withUnsafeBufferPointer { (buffer) throws(Raised) in try read(buffer, depth) }
  }

  private mutating func read(_ items: UnsafeBufferPointer<Value>, _ depth: Int) throws(Raised) {
    guard items.count == sizes[depth] else {
      throw state.vm.raise(
        .valueError, "expected sequence of length \(sizes[depth]) at dim \(depth) (got \(items.count))")
    }
    try state.charge(items.count)
    guard depth == sizes.count - 1 else {
      for item in items { try read(item, depth + 1) }
      return
    }
    for item in items {
      switch item {
      case .float(let number) where dtype.isFloatingPoint: doubles.append(number)
      case .int(let number) where dtype == .int64: integers.append(number)
      default: try store(item)
      }
    }
  }

  private mutating func store(_ item: Value) throws(Raised) {
    let vm = state.vm
    if let tensor = state.tensor(item) {
      guard tensor.count == 1 else {
        throw vm.raise(.valueError, "only one element tensors can be converted to Python scalars")
      }
      state.noteNumbers(of: tensor)
      return try store(number: state.run { () throws(TensorError) in try tensor.item() })
    }
    if dtype == .bool { return integers.append(try vm.isTrue(item) ? 1 : 0) }
    if dtype.isFloatingPoint { return doubles.append(try vm.realNumber(item)) }
    if let number = item.double { return try store(number: .float(number)) }
    let number = try vm.integer(item)
    defer { number.release() }
    guard let small = number.smallInt else { throw vm.raise(.valueError, "Overflow when unpacking long long") }
    try store(number: .int(small))
  }

  private mutating func store(number: Scalar) throws(Raised) {
    if dtype.isFloatingPoint {
      doubles.append(number.double)
    } else if dtype == .bool {
      integers.append(number.isTrue ? 1 : 0)
    } else {
      integers.append(try state.run { () throws(TensorError) in try number.checkedLiteral(as: dtype).int })
    }
  }

  func tensor() throws(Raised) -> Tensor {
    try state.run { () throws(TensorError) in
      dtype.isFloatingPoint
        ? try Tensor.from(state.engine, doubles: doubles, Shape(sizes), dtype)
        : try Tensor.from(state.engine, integers: integers, Shape(sizes), dtype)
    }
  }
}
