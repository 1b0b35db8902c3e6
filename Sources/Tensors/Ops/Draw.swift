import CKernels

/// Random numbers into tensors, in PyTorch's order: row-major, or memory order for other layouts. What a generator yields
/// that the notebook has not seeded is marked in the storage.
enum Draw {
  static func normal(_ tensor: Tensor, _ mean: Double, _ std: Double, _ generator: Generator) throws(TensorError) {
    if std < 0 { throw .runtime("normal expects std >= 0.0, but found std \(number(std))") }
    if !tensor.dtype.isFloatingPoint { throw .notImplemented("normal_kernel_cpu", for: tensor.dtype) }
    try fill(tensor, generator) { target in
      generator.normal(
        target.data, target.dtype.kernel, count: target.count, mean: mean, std: std, isContiguous: tensor.isContiguous)
    }
  }

  static func uniform(_ tensor: Tensor, _ low: Double, _ high: Double, _ generator: Generator) throws(TensorError) {
    if !tensor.dtype.isFloatingPoint { throw .notImplemented("check_uniform_bounds", for: tensor.dtype) }
    if low > high {
      throw .runtime(
        "uniform_ expects to return a [from, to) range, but found from=\(number(low)) > to=\(number(high))")
    }
    try fill(tensor, generator) { target in
      generator.uniform(target.data, target.dtype.kernel, count: target.count, from: low, to: high)
    }
  }

  static func integers(_ tensor: Tensor, _ low: Int, _ high: Int, _ generator: Generator) throws(TensorError) {
    guard low < high else {
      throw .runtime("random_ expects 'from' to be less than 'to', but got from=\(low) >= to=\(high)")
    }
    if let range = tensor.dtype.integerRange {
      if !range.contains(low) { throw .runtime("from is out of bounds for \(tensor.dtype.cppName)") }
      if !range.contains(high - 1) { throw .runtime("to - 1 is out of bounds for \(tensor.dtype.cppName)") }
    }
    try fill(tensor, generator) { target in
      generator.integers(
        target.data, target.dtype.kernel, count: target.count, from: Int64(low),
        range: UInt64(bitPattern: Int64(high &- low)))
    }
  }

  static func anyIntegers(_ tensor: Tensor, _ generator: Generator) throws(TensorError) {
    try fill(tensor, generator) { target in generator.integers(target.data, target.dtype.kernel, count: target.count) }
  }

  static func bernoulli(_ tensor: Tensor, _ p: Double, _ generator: Generator) throws(TensorError) {
    guard p >= 0 && p <= 1 else {
      throw .runtime("bernoulli_ expects p to be in [0, 1], but got p=\(number(p))")
    }
    try fill(tensor, generator) { target in
      generator.bernoulli(target.data, target.dtype.kernel, count: target.count, p: p)
    }
  }

  /// Runs `body` on row-major memory in the order in which the tensor is filled.
  static func fill(
    _ tensor: Tensor, _ generator: Generator, _ body: (Tensor) -> Void
  ) throws(TensorError) {
    if !generator.isSeeded { tensor.storage.isUnseeded = true }
    if tensor.count == 0 { return }
    if tensor.isContiguous {
      body(tensor)
      return
    }
    let order = (0..<tensor.dim).sorted {
      (tensor.sizes[$0] == 1 ? 0 : tensor.strides[$0], $1) > (tensor.sizes[$1] == 1 ? 0 : tensor.strides[$1], $0)
    }
    let inMemoryOrder = tensor.window(
      Shape(order.map { tensor.sizes[$0] }), Shape(order.map { tensor.strides[$0] }), offset: tensor.offset)
    if inMemoryOrder.isContiguous {
      body(inMemoryOrder)
      return
    }
    let drawn = try Tensor.uninitialized(tensor.engine, inMemoryOrder.sizes, tensor.dtype)
    body(drawn)
    inMemoryOrder.copyData(from: drawn)
  }

  /// As C++ streams print a double.
  static func number(_ value: Double) -> String {
    value == value.rounded() && abs(value) < 1e6 ? "\(Int(value))" : "\(value)"
  }
}
