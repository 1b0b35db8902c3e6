import CKernels

/// An inner loop of two operands, chosen at run time.
enum BinaryKernel {
  case arithmetic(nbk_binary_op)
  case compare(nbk_compare_op)
  /// a + alpha * b
  case addScaled(Scalar)
  /// A gradient that one pass computes: `a` is the gradient, `b` the result.
  case gradient(nbk_grad_op)

  @inline(__always)
  func run(
    _ dtype: nbk_dtype, _ n: Int, _ out: UnsafeMutableRawPointer, _ so: Int, _ a: UnsafeRawPointer, _ sa: Int,
    _ b: UnsafeRawPointer, _ sb: Int
  ) -> nbk_status {
    let (n, so, sa, sb) = (Int64(n), Int64(so), Int64(sa), Int64(sb))
    switch self {
    case .arithmetic(let op): return nbk_binary(op, dtype, n, out, so, a, sa, b, sb)
    case .compare(let op):
      return nbk_compare(op, dtype, n, out.assumingMemoryBound(to: UInt8.self), so, a, sa, b, sb)
    case .addScaled(let alpha):
      return nbk_add_scaled(dtype, n, out, so, a, sa, b, sb, alpha.double, Int64(alpha.int))
    case .gradient(let op): return nbk_grad(op, dtype, n, out, so, a, sa, b, sb)
    }
  }
}

/// An inner loop of one operand.
enum UnaryKernel {
  case map(nbk_unary_op)
  case test(nbk_test_op)
  case power(Double)
  case clamp(low: Scalar?, high: Scalar?)

  @inline(__always)
  func run(
    _ dtype: DType, _ n: Int, _ out: UnsafeMutableRawPointer, _ so: Int, _ a: UnsafeRawPointer, _ sa: Int
  ) -> nbk_status {
    let (n, so, sa) = (Int64(n), Int64(so), Int64(sa))
    switch self {
    case .map(let op): return nbk_unary(op, dtype.kernel, n, out, so, a, sa)
    case .test(let op):
      return nbk_test(op, dtype.kernel, n, out.assumingMemoryBound(to: UInt8.self), so, a, sa)
    case .power(let exponent): return nbk_pow_scalar(dtype.kernel, n, out, so, a, sa, exponent)
    case .clamp(let low, let high):
      return withUnsafeBytes(of: (low ?? .int(0)).bits(as: dtype)) { lowWord in
        withUnsafeBytes(of: (high ?? .int(0)).bits(as: dtype)) { highWord in
          nbk_clamp(
            dtype.kernel, n, out, so, a, sa, low == nil ? nil : lowWord.baseAddress,
            high == nil ? nil : highWord.baseAddress)
        }
      }
    }
  }
}

/// Turns a kernel's answer into the error that PyTorch raises. `name` is the kernel's name in its messages.
@inline(__always)
func check(_ status: nbk_status, _ name: StaticString, _ dtype: DType) throws(TensorError) {
  if status == NBK_OK { return }
  throw kernelError(status, name, dtype)
}

private func kernelError(_ status: nbk_status, _ name: StaticString, _ dtype: DType) -> TensorError {
  switch status {
  case NBK_ZERO_DIVISION: .runtime("ZeroDivisionError")
  case NBK_NEGATIVE_EXPONENT: .runtime("Integers to negative integer powers are not allowed.")
  default: .notImplemented("\(name)", for: dtype)
  }
}

extension Tensor {
  /// `a op b`, both read as `compute`, with a result of `dtype`, written to `destination` where that is possible.
  @inline(__always)
  static func binary(
    _ kernel: BinaryKernel, _ name: StaticString, _ a: Tensor, _ b: Tensor, compute: DType, dtype: DType,
    into destination: Tensor? = nil
  ) throws(TensorError) -> Tensor {
    if a.isContiguous && b.isContiguous {
      if a.dtype == compute && b.dtype == compute && a.sizes == b.sizes {
        let out = try target(destination, a.sizes, dtype, a, b, a.engine)
        if out.isContiguous {
          try check(kernel.run(compute.kernel, a.count, out.data, 1, a.data, 1, b.data, 1), name, compute)
          return out
        }
      } else if a.dtype == compute && b.count == 1 && b.dim <= a.dim {
        let out = try target(destination, a.sizes, dtype, a, b, a.engine)
        if out.isContiguous {
          var word = b.element(at: b.offset).bits(as: compute)
          try check(kernel.run(compute.kernel, a.count, out.data, 1, a.data, 1, &word, 0), name, compute)
          return out
        }
      } else if b.dtype == compute && a.count == 1 && a.dim <= b.dim {
        let out = try target(destination, b.sizes, dtype, a, b, a.engine)
        if out.isContiguous {
          var word = a.element(at: a.offset).bits(as: compute)
          try check(kernel.run(compute.kernel, b.count, out.data, 1, &word, 0, b.data, 1), name, compute)
          return out
        }
      }
    }
    return try stridedBinary(kernel, name, a, b, compute: compute, dtype: dtype, into: destination)
  }

  private static func stridedBinary(
    _ kernel: BinaryKernel, _ name: StaticString, _ a: Tensor, _ b: Tensor, compute: DType, dtype: DType,
    into destination: Tensor?
  ) throws(TensorError) -> Tensor {
    let sizes = try Shape.broadcast(a.sizes, b.sizes)
    let a = try a.converted(compute).tiledIfTransposed(against: b)
    let b = try b.converted(compute).tiledIfTransposed(against: a)
    let (stridesA, stridesB) = (a.strides(expandedTo: sizes), b.strides(expandedTo: sizes))
    let out = try target(destination, sizes, dtype, a, b, a.engine) { [stridesA, stridesB] }
    if out.count == 0 { return out }
    let (target, startA, startB) = (out.data, a.data, b.data)
    let iteration = Iteration(
      sizes, [out.strides, stridesA, stridesB],
      itemSizes: SIMD4(dtype.itemSize, compute.itemSize, compute.itemSize, 0))
    let status = iteration.forEachLoop(NBK_OK) { n, offsets, steps in
      kernel.run(
        compute.kernel, n, target + offsets[0], steps[0], startA + offsets[1], steps[1], startB + offsets[2], steps[2])
    }
    try check(status, name, compute)
    return out
  }

  /// `op a`, read as `compute`.
  @inline(__always)
  static func unary(
    _ kernel: UnaryKernel, _ name: StaticString, _ a: Tensor, compute: DType, dtype: DType,
    into destination: Tensor? = nil
  ) throws(TensorError) -> Tensor {
    let a = a.dtype == compute ? a : try a.converted(compute)
    let out = try target(destination, a.sizes, dtype, a, a, a.engine) { [a.strides] }
    if out.count == 0 { return out }
    if out.strides == a.strides && (a.isContiguous || a.isDense) {
      try check(kernel.run(compute, a.count, out.data, 1, a.data, 1), name, compute)
      return out
    }
    let (target, start) = (out.data, a.data)
    let iteration = Iteration(
      a.sizes, [out.strides, a.strides], itemSizes: SIMD4(dtype.itemSize, compute.itemSize, 0, 0))
    let status = iteration.forEachLoop(NBK_OK) { n, offsets, steps in
      kernel.run(compute, n, target + offsets[0], steps[0], start + offsets[1], steps[1])
    }
    try check(status, name, compute)
    return out
  }

  /// `mask ? a : b` for operands of one dtype.
  static func select(_ mask: Tensor, _ a: Tensor, _ b: Tensor) throws(TensorError) -> Tensor {
    let sizes = try Shape.broadcast(try Shape.broadcast(mask.sizes, a.sizes), b.sizes)
    let strides = [mask, a, b].map { $0.strides(expandedTo: sizes) }
    let out = try target(nil, sizes, a.dtype, a, b, a.engine) { strides }
    if mask.isUnseeded { out.storage.isUnseeded = true }
    if out.count == 0 { return out }
    let size = a.dtype.itemSize
    let (target, startMask, startA, startB) = (out.data, mask.data, a.data, b.data)
    let iteration = Iteration(sizes, [out.strides] + strides, itemSizes: SIMD4(size, 1, size, size))
    _ = iteration.forEachLoop(NBK_OK) { n, offsets, steps in
      nbk_where(
        Int64(size), Int64(n), target + offsets[0], Int64(steps[0]),
        (startMask + offsets[1]).assumingMemoryBound(to: UInt8.self), Int64(steps[1]), startA + offsets[2],
        Int64(steps[2]), startB + offsets[3], Int64(steps[3]))
    }
    return out
  }

  /// The tensor to write to: `destination` where it has the right sizes and dtype and no operand overlaps it otherwise than
  /// element by element, else a new one.
  @inline(__always)
  private static func target(
    _ destination: Tensor?, _ sizes: Shape, _ dtype: DType, _ a: Tensor, _ b: Tensor, _ engine: Engine,
    strides: () -> [Shape] = { [] }
  ) throws(TensorError) -> Tensor {
    let isUnseeded = a.storage.isUnseeded || b.storage.isUnseeded
    if let destination, destination.sizes == sizes, destination.dtype == dtype, destination.accepts(a),
      destination.accepts(b)
    {
      if isUnseeded { destination.storage.isUnseeded = true }
      return destination
    }
    let out: Tensor
    if a.isContiguous && b.isContiguous || sizes.count < 2 {
      out = try .uninitialized(engine, sizes, dtype)
    } else {
      out = try .uninitialized(engine, sizes, dense: OutputLayout.strides(sizes, of: strides()), dtype)
    }
    if isUnseeded { out.storage.isUnseeded = true }
    return out
  }

  @inline(__always)
  private func accepts(_ operand: Tensor) -> Bool {
    operand === self || !storage.sharesMemory(with: operand.storage)
      || (operand.offset == offset && operand.sizes == sizes && operand.strides == strides
        && operand.dtype == dtype)
  }

  /// A large transposed matrix is copied in tiles first: walking it across the rows of the other operand thrashes the
  /// cache.
  private func tiledIfTransposed(against other: Tensor) throws(TensorError) -> Tensor {
    guard dim == 2, count >= 1 << 14, strides[0] == 1, strides[1] > 1, other.isContiguous, other.sizes == sizes else {
      return self
    }
    return try contiguousCopy(dtype)
  }
}

/// The memory order of a result follows that of its operands.
enum OutputLayout {
  static func strides(_ sizes: Shape, of operands: [Shape]) -> Shape {
    var order = Array((0..<sizes.count).reversed())
    for index in 1..<max(order.count, 1) {
      var moving = index
      var other = index - 1
      while other >= 0 {
        let comparison = compare(order[other], order[moving], sizes, operands)
        if comparison < 0 { break }
        if comparison > 0 {
          order.swapAt(other, moving)
          moving = other
        }
        other -= 1
      }
    }
    var result = sizes
    var stride = 1
    for dimension in order {
      result[dimension] = stride
      stride = stride &* max(sizes[dimension], 1)
    }
    return result
  }

  /// Positive if dimension `a` belongs outside `b`, negative if inside, 0 if no operand has an opinion.
  private static func compare(_ a: Int, _ b: Int, _ sizes: Shape, _ operands: [Shape]) -> Int {
    for strides in operands {
      let (strideA, strideB) = (strides[a], strides[b])
      if strideA == 0 || strideB == 0 { continue }
      if strideA != strideB { return strideA < strideB ? -1 : 1 }
      if sizes[a] > sizes[b] { return 1 }
    }
    return 0
  }
}
