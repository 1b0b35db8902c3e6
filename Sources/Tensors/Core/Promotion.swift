/// The dtype of a mixed operation. Tensors with dimensions outrank 0-d tensors, and these outrank Python numbers: a lower
/// rank decides only where it is of a higher category (bool < integer < float).
struct Promotion {
  private var dimensioned: DType?
  private var zeroDimensional: DType?
  private var wrapped: DType?

  init() {}

  @inline(__always)
  mutating func add(_ tensor: Tensor, default floating: DType) {
    if tensor.isWrappedNumber {
      // A Python float stands for the default dtype.
      add(tensor.dtype == .float64 ? floating : tensor.dtype, to: \.wrapped)
    } else if tensor.dim == 0 {
      add(tensor.dtype, to: \.zeroDimensional)
    } else {
      add(tensor.dtype, to: \.dimensioned)
    }
  }

  mutating func add(_ scalar: Scalar, default floating: DType) { add(scalar.promotionDType(floating), to: \.wrapped) }

  private mutating func add(_ dtype: DType, to rank: WritableKeyPath<Promotion, DType?>) {
    self[keyPath: rank] = self[keyPath: rank].map { DType.promoted($0, dtype) } ?? dtype
  }

  var result: DType {
    let high = Self.combine(dimensioned, zeroDimensional)
    return Self.combine(high, wrapped) ?? .float32
  }

  /// The higher rank wins unless the lower one is of a higher category.
  private static func combine(_ higher: DType?, _ lower: DType?) -> DType? {
    guard let higher else { return lower }
    guard let lower else { return higher }
    if higher.isFloatingPoint { return higher }
    if higher == .bool || lower.isFloatingPoint { return DType.promoted(higher, lower) }
    return higher
  }
}

extension DType {
  /// The smallest type that holds both, as `torch.promote_types`.
  package static func promoted(_ a: DType, _ b: DType) -> DType {
    if a == b { return a }
    let (low, high) = a.rawValue < b.rawValue ? (a, b) : (b, a)
    switch (low, high) {
    case (.float16, .bfloat16): return .float32
    case (.uint8, .int8): return .int16
    default: return high
    }
  }

  /// Whether an in-place operation may store a result of this dtype in `target`: never down a category.
  package func canCast(to target: DType) -> Bool {
    if isFloatingPoint && !target.isFloatingPoint { return false }
    return self == .bool || target != .bool
  }
}

extension Tensor {
  /// The dtype in which `a` and `b` meet.
  @inline(__always)
  static func resultType(_ a: Tensor, _ b: Tensor) -> DType {
    if a.dtype == b.dtype && !a.isWrappedNumber && !b.isWrappedNumber { return a.dtype }
    // The frequent case: a float tensor and a number.
    if b.isWrappedNumber && !a.isWrappedNumber && a.dtype.isFloatingPoint { return a.dtype }
    if a.isWrappedNumber && !b.isWrappedNumber && b.dtype.isFloatingPoint { return b.dtype }
    return mixedResultType([a, b])
  }

  package static func mixedResultType(_ tensors: [Tensor]) -> DType {
    var promotion = Promotion()
    for tensor in tensors { promotion.add(tensor, default: tensor.engine.defaultDType) }
    return promotion.result
  }
}
