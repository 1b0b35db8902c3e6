import CKernels

extension Tensor {
  /// A tensor of one value.
  package static func full(
    _ engine: Engine, _ sizes: Shape, _ value: Scalar, _ dtype: DType
  ) throws(TensorError) -> Tensor {
    let result = try uninitialized(engine, sizes, dtype)
    result.fillData(value)
    return result
  }

  package static func zeros(_ engine: Engine, _ sizes: Shape, _ dtype: DType) throws(TensorError) -> Tensor {
    try full(engine, sizes, .int(0), dtype)
  }

  /// A 0-d tensor.
  @inline(__always)
  package static func scalar(_ engine: Engine, _ value: Scalar, _ dtype: DType) throws(TensorError) -> Tensor {
    let result = try uninitialized(engine, Shape(), dtype)
    result.data.storeBytes(of: value.bits(as: dtype), as: UInt64.self)
    return result
  }

  /// A Python number as an operand: int64, float64 or bool, without a say in the result's dtype.
  @inline(__always)
  package static func wrapped(_ engine: Engine, _ value: Scalar) throws(TensorError) -> Tensor {
    let dtype = value.dtype(default: .float64)
    let storage = try Storage(engine: engine, byteCount: 8)
    storage.bytes.storeBytes(of: value.bits(as: dtype), as: UInt64.self)
    return Tensor(
      storage: storage, sizes: Shape(), strides: Shape(), offset: 0, count: 1, dtype: dtype, isContiguous: true,
      isWrappedNumber: true)
  }

  /// A tensor of the given doubles, in row-major order.
  package static func from(
    _ engine: Engine, doubles: [Double], _ sizes: Shape, _ dtype: DType
  ) throws(TensorError) -> Tensor {
    try from(engine, doubles, .float64, sizes, dtype)
  }

  /// A tensor of the given integers, in row-major order.
  package static func from(
    _ engine: Engine, integers: [Int], _ sizes: Shape, _ dtype: DType
  ) throws(TensorError) -> Tensor {
    try from(engine, integers, .int64, sizes, dtype)
  }

  private static func from<Element: BitwiseCopyable>(
    _ engine: Engine, _ values: [Element], _ source: DType, _ sizes: Shape, _ dtype: DType
  ) throws(TensorError) -> Tensor {
    let result = try uninitialized(engine, sizes, dtype)
    guard result.count == values.count else {
      throw .runtime("shape '\(sizes.text)' is invalid for input of size \(values.count)")
    }
    values.withUnsafeBytes { buffer in
      guard let start = buffer.baseAddress else { return }
      _ = nbk_cast(dtype.kernel, result.data, 1, source.kernel, start, 1, Int64(values.count))
    }
    return result
  }

  /// A new tensor of the sizes and, where these cover memory without gaps, the strides of this one.
  func uninitializedLike(_ dtype: DType? = nil) throws(TensorError) -> Tensor {
    let dtype = dtype ?? self.dtype
    if isContiguous || !isDense { return try .uninitialized(engine, sizes, dtype) }
    return try .uninitialized(engine, sizes, dense: strides, dtype)
  }

  /// Whether the elements cover their memory without gaps or overlap, in whatever order of dimensions.
  var isDense: Bool {
    if isContiguous { return true }
    var expected = 1
    for dimension in (0..<dim).sorted(by: { strides[$0] < strides[$1] }) where sizes[dimension] != 1 {
      if strides[dimension] != expected { return false }
      expected = expected &* sizes[dimension]
    }
    return true
  }
}
