import CKernels

extension Generator {
  /// `normal_(mean, std)` on memory in order; `randn` is the same with 0 and 1.
  ///
  /// Sixteen or more contiguous elements are made in blocks, which has nothing in common with the values drawn one by
  /// one for fewer. `isContiguous` says whether the tensor is contiguous in row-major order.
  package func normal(
    _ out: UnsafeMutableRawPointer, _ type: nbk_dtype, count: Int, mean: Double = 0, std: Double = 1,
    isContiguous: Bool = true
  ) {
    guard count >= 16, isContiguous else {
      fill(out, type, count: count) { _ in mean.addingProduct(standardNormal(), std) }
      return
    }
    switch type {
    case NBK_F32:
      normalBlocks(out.assumingMemoryBound(to: Float.self), count: count, mean: Float(mean), std: Float(std))
    case NBK_F64:
      normalBlocks(out.assumingMemoryBound(to: Double.self), count: count, mean: mean, std: std)
    default:
      halfNormalBlocks(out, type, count: count, mean: Float(mean), std: Float(std))
    }
  }

  /// A remainder is made good by a block of new values over the last sixteen elements.
  private func normalBlocks(_ out: UnsafeMutablePointer<Float>, count: Int, mean: Float, std: Float) {
    fillUniform(out, count: count, low: 0, high: 1)
    nbk_random_normal_f32(Int64(count - count % 16), out, mean, std)
    guard count % 16 != 0 else { return }
    fillUniform(out + count - 16, count: 16, low: 0, high: 1)
    nbk_random_normal_f32(16, out + count - 16, mean, std)
  }

  private func normalBlocks(_ out: UnsafeMutablePointer<Double>, count: Int, mean: Double, std: Double) {
    for i in 0..<count { out[i] = uniform53() }
    nbk_random_normal_f64(Int64(count - count % 16), out, mean, std)
    guard count % 16 != 0 else { return }
    for i in (count - 16)..<count { out[i] = uniform53() }
    nbk_random_normal_f64(16, out + count - 16, mean, std)
  }

  /// The 16-bit floats draw block by block, so nothing is drawn for a remainder beforehand.
  private func halfNormalBlocks(
    _ out: UnsafeMutableRawPointer, _ type: nbk_dtype, count: Int, mean: Float, std: Float
  ) {
    withUnsafeTemporaryAllocation(of: Float.self, capacity: 16) { block in
      guard let values = block.baseAddress else { return }
      for start in stride(from: 0, to: count, by: 16) {
        fillUniform(values, count: 16, low: 0, high: 1)
        nbk_random_normal_f32(16, values, mean, std)
        _ = nbk_cast(type, out + min(start, count - 16) * 2, 1, NBK_F32, values, 1, 16)
      }
    }
  }
}
