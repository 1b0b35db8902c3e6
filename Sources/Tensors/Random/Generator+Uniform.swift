import CKernels

extension Generator {
  /// `uniform_(low, high)` on memory in order; `rand` is the same with 0 and 1.
  package func uniform(
    _ out: UnsafeMutableRawPointer, _ type: nbk_dtype, count: Int, from low: Double = 0, to high: Double = 1
  ) {
    switch type {
    case NBK_F64:
      let width = high - low
      fill(out, type, count: count) { _ in
        let value = low.addingProduct(uniform53(), width)
        return value == high ? low : value
      }
    case NBK_F32:
      fillUniform(
        out.assumingMemoryBound(to: Float.self), count: count, low: Float(low), high: Float(high))
    default:
      halfUniform(out, type, count: count, low: Float(low), high: Float(high))
    }
  }

  /// The 16-bit floats are drawn as float32; a value that only rounding brings to the upper end becomes the lower one.
  private func halfUniform(
    _ out: UnsafeMutableRawPointer, _ type: nbk_dtype, count: Int, low: Float, high: Float
  ) {
    let width = high - low
    let lowest = rounded(low, type)
    let highest = rounded(high, type)
    fill(out, type, count: count) { _ in
      let value = low.addingProduct(uniform24(), width)
      return Double(rounded(value, type) == highest ? lowest : value)
    }
  }

  private func rounded(_ value: Float, _ type: nbk_dtype) -> Float {
    type == NBK_F16 ? nbk_from_f16(nbk_to_f16(value)) : nbk_from_bf16(nbk_to_bf16(value))
  }
}
