import CKernels

/// Where elements are true.
extension Tensor {
  /// The positions of the elements that are not zero, in row-major order, one row each.
  func nonzero() throws(TensorError) -> Tensor {
    var positions: [Int] = []
    var counters = [Int](repeating: 0, count: dim)
    let (rank, shape) = (dim, sizes.array)
    forEachElement { element in
      if element.isTrue { positions.append(contentsOf: counters) }
      var dimension = rank - 1
      while dimension >= 0 {
        counters[dimension] += 1
        if counters[dimension] < shape[dimension] { break }
        counters[dimension] = 0
        dimension -= 1
      }
    }
    let rows = rank == 0 ? (try item().isTrue ? 1 : 0) : positions.count / rank
    // Kept dimension by dimension, as PyTorch does.
    let rowMajor = try Tensor.from(engine, integers: positions, Shape(rows, rank), .int64)
    let result = try Tensor.uninitialized(engine, Shape(rows, rank), dense: Shape(1, max(rows, 1)), .int64)
    result.copyData(from: rowMajor)
    result.storage.isUnseeded = isUnseeded
    return result
  }

  /// The same, a tensor per dimension.
  func nonzeroTuple() throws(TensorError) -> [Tensor] {
    let flat = dim == 0 ? try reshape([1]) : self
    return try flat.nonzero().unbind(1)
  }
}
