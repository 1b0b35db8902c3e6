import CKernels

/// The product of two matrices, by an own kernel where that is faster and by BLAS elsewhere.
enum MatrixProduct {
  /// Below this many multiplications a call of BLAS costs more than the work.
  private static let blasThreshold = 16 * 16 * 16

  /// `result = a @ b` (or `+=`); `result` is row-major, a vector counts as one column.
  static func run(
    _ a: Tensor, _ b: Tensor, into result: Tensor, accumulates: Bool = false
  ) throws(TensorError) {
    let (m, k) = (a.sizes[0], a.sizes[1])
    let n = b.dim == 2 ? b.sizes[1] : 1
    if result.count == 0 { return }
    if k == 0 {
      if !accumulates { result.fillData(.int(0)) }
      return
    }
    let ldc = result.dim == 2 ? result.strides[0] : 1
    let isBLAS = a.dtype == .float32 || a.dtype == .float64
    if isBLAS && n > 1 && m > 1 && m.multiplied(n).multiplied(k) >= blasThreshold, k >= 4 {
      try runBLAS(a, b, result, m, n, k, ldc, accumulates)
      return
    }
    let columnStride = b.dim == 2 ? b.strides[1] : 1
    try check(
      nbk_matmul(
        a.dtype.kernel, Int64(m), Int64(n), Int64(k), a.data, Int64(a.strides[0]), Int64(a.strides[1]), b.data,
        Int64(b.strides[0]), Int64(columnStride), result.data, Int64(ldc), accumulates), "addmm_impl_cpu_", a.dtype)
  }

  private static func runBLAS(
    _ a: Tensor, _ b: Tensor, _ result: Tensor, _ m: Int, _ n: Int, _ k: Int, _ ldc: Int, _ accumulates: Bool
  ) throws(TensorError) {
    let blas = try BLAS.loaded()
    let (left, right) = (try Operand(a), try Operand(b))
    let size = { (value: Int) in Int32(truncatingIfNeeded: value) }
    if a.dtype == .float32 {
      blas.sgemm(
        BLAS.rowMajor, left.order.rawValue, right.order.rawValue, size(m), size(n), size(k), 1,
        left.tensor.data.assumingMemoryBound(to: Float.self), size(left.leading),
        right.tensor.data.assumingMemoryBound(to: Float.self), size(right.leading), accumulates ? 1 : 0,
        result.data.assumingMemoryBound(to: Float.self), size(ldc))
    } else {
      blas.dgemm(
        BLAS.rowMajor, left.order.rawValue, right.order.rawValue, size(m), size(n), size(k), 1,
        left.tensor.data.assumingMemoryBound(to: Double.self), size(left.leading),
        right.tensor.data.assumingMemoryBound(to: Double.self), size(right.leading), accumulates ? 1 : 0,
        result.data.assumingMemoryBound(to: Double.self), size(ldc))
    }
  }

  /// A matrix as BLAS takes it: row-major, or row-major transposed.
  private struct Operand {
    let tensor: Tensor
    let order: BLAS.Transposition
    let leading: Int

    init(_ matrix: Tensor) throws(TensorError) {
      let (rows, columns) = (matrix.sizes[0], matrix.sizes[1])
      if matrix.strides[1] == 1 && matrix.strides[0] >= max(columns, 1) {
        (tensor, order, leading) = (matrix, .none, matrix.strides[0])
      } else if matrix.strides[0] == 1 && matrix.strides[1] >= max(rows, 1) {
        (tensor, order, leading) = (matrix, .transposed, matrix.strides[1])
      } else {
        (tensor, order, leading) = (try matrix.contiguousCopy(matrix.dtype), .none, max(columns, 1))
      }
    }
  }
}
