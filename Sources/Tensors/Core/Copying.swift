import CKernels

extension Tensor {
  /// Sets every element. No version, no history: for fresh results and for the in-place layer above.
  func fillData(_ value: Scalar) {
    if count == 0 { return }
    let size = Int64(dtype.itemSize)
    let itemSize = dtype.itemSize
    withUnsafeBytes(of: value.bits(as: dtype)) { word in
      guard let address = word.baseAddress else { return }
      if isContiguous {
        _ = nbk_fill(size, Int64(count), data, 1, address)
        return
      }
      let start = data
      _ = Iteration(sizes, [strides], itemSizes: SIMD4(itemSize, 0, 0, 0)).forEachLoop(NBK_OK) { n, offsets, steps in
        nbk_fill(size, Int64(n), start + offsets[0], Int64(steps[0]), address)
      }
    }
  }

  /// Copies `source`, converted and repeated as needed; it must be broadcastable to this tensor's sizes.
  func copyData(from source: Tensor) {
    if count == 0 { return }
    let sameType = dtype == source.dtype
    let (to, from) = (dtype.kernel, source.dtype.kernel)
    let size = Int64(dtype.itemSize)
    if isContiguous && source.isContiguous && sizes == source.sizes {
      if sameType {
        data.copyMemory(from: source.data, byteCount: count * dtype.itemSize)
      } else {
        _ = nbk_cast(to, data, 1, from, source.data, 1, Int64(count))
      }
      return
    }
    if sameType && transposes(source) { return }
    let (target, start) = (data, source.data)
    let iteration = Iteration(
      sizes, [strides, source.strides(expandedTo: sizes)],
      itemSizes: SIMD4(dtype.itemSize, source.dtype.itemSize, 0, 0))
    _ = iteration.forEachLoop(NBK_OK) { n, offsets, steps in
      sameType
        ? nbk_copy(size, Int64(n), target + offsets[0], Int64(steps[0]), start + offsets[1], Int64(steps[1]))
        : nbk_cast(
          to, target + offsets[0], Int64(steps[0]), from, start + offsets[1], Int64(steps[1]), Int64(n))
    }
  }

  /// A contiguous matrix takes a transposed one in tiles, which spares the cache.
  private func transposes(_ source: Tensor) -> Bool {
    guard dim == 2, isContiguous, source.sizes == sizes, source.strides[0] == 1, sizes[0] > 1, sizes[1] > 1 else {
      return false
    }
    _ = nbk_transpose(
      Int64(dtype.itemSize), Int64(sizes[0]), Int64(sizes[1]), data, Int64(strides[0]), source.data,
      Int64(source.strides[1]))
    return true
  }

  /// A row-major copy, or the tensor itself where it is row-major already. Without history.
  func contiguousData() throws(TensorError) -> Tensor {
    if isContiguous { return self }
    return try contiguousCopy(dtype)
  }

  /// A row-major copy converted to `dtype`. Without history.
  func contiguousCopy(_ dtype: DType) throws(TensorError) -> Tensor {
    let copy = try Tensor.uninitialized(engine, sizes, dtype)
    copy.copyData(from: self)
    copy.storage.isUnseeded = isUnseeded
    return copy
  }

  /// The elements converted to `dtype`, in the memory order of this tensor where it has one. Without history.
  func converted(_ dtype: DType) throws(TensorError) -> Tensor {
    if self.dtype == dtype { return self }
    let copy = try uninitializedLike(dtype)
    copy.copyData(from: self)
    copy.storage.isUnseeded = isUnseeded
    return copy
  }
}
