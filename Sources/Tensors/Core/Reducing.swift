import CKernels

/// A reduction laid out for the kernels: each of `outer` results reads `inner` elements.
struct ReductionPlan {
  let source: Tensor
  let resultSizes: Shape
  /// Result `i` reads from `i * outerStride` on, `inner` elements that are `innerStride` apart.
  let outer: Int
  let outerStride: Int
  let inner: Int
  let innerStride: Int

  /// `dims` have been wrapped. Where the dimensions do not merge into two, the elements are copied first.
  init(_ tensor: Tensor, _ dims: [Int], keepdim: Bool) throws(TensorError) {
    var isReduced = [Bool](repeating: false, count: tensor.dim)
    for dimension in dims { isReduced[dimension] = true }
    var sizes: [Int] = []
    for dimension in 0..<tensor.dim {
      if !isReduced[dimension] { sizes.append(tensor.sizes[dimension]) } else if keepdim { sizes.append(1) }
    }
    resultSizes = Shape(sizes)
    let kept = (0..<tensor.dim).filter { !isReduced[$0] }
    let reduced = (0..<tensor.dim).filter { isReduced[$0] }
    if let outer = Self.merge(tensor, kept), let inner = Self.merge(tensor, reduced) {
      source = tensor
      (self.outer, outerStride) = outer
      (self.inner, innerStride) = inner
      return
    }
    let order = kept + reduced
    let moved = tensor.window(
      Shape(order.map { tensor.sizes[$0] }), Shape(order.map { tensor.strides[$0] }), offset: tensor.offset)
    source = try moved.contiguousCopy(tensor.dtype)
    inner = reduced.reduce(1) { $0 &* tensor.sizes[$1] }
    outer = kept.reduce(1) { $0 &* tensor.sizes[$1] }
    innerStride = 1
    outerStride = inner
  }

  /// Dimensions as one, if their strides allow it.
  private static func merge(_ tensor: Tensor, _ dims: [Int]) -> (Int, Int)? {
    var size = 1
    var step = 1
    for dimension in dims.reversed() where tensor.sizes[dimension] != 1 {
      if size == 1 {
        step = tensor.strides[dimension]
      } else if tensor.strides[dimension] != step &* size {
        return nil
      }
      size = size &* tensor.sizes[dimension]
    }
    return (size, step)
  }
}

extension Tensor {
  /// Reduces elements read as `compute` to `dtype`. Without history.
  func reduced(
    _ op: nbk_reduce_op, _ dims: [Int]?, keepdim: Bool, _ compute: DType, _ dtype: DType
  ) throws(TensorError) -> Tensor {
    let wrapped = try wrapDimensions(dims, dim)
    let input = try converted(compute)
    let plan = try ReductionPlan(input, wrapped, keepdim: keepdim)
    let native = Self.nativeDType(op, compute)
    let out = try Tensor.uninitialized(engine, plan.resultSizes, native)
    out.storage.isUnseeded = isUnseeded
    if out.count > 0 {
      try check(
        nbk_reduce(
          op, compute.kernel, Int64(plan.outer), Int64(plan.outerStride), Int64(plan.inner), Int64(plan.innerStride),
          plan.source.data, out.data, 1), "reduce_cpu", compute)
    }
    return try out.converted(dtype)
  }

  /// What the kernel writes.
  private static func nativeDType(_ op: nbk_reduce_op, _ compute: DType) -> DType {
    switch op {
    case NBK_ANY, NBK_ALL: .bool
    case NBK_COUNT_NONZERO: .int64
    default: compute.isFloatingPoint ? compute : .int64
    }
  }
}
