import CKernels

/// The elements of a tensor that its text shows, in reading order: all of them, or the edges of every long dimension.
package struct ShownElements {
  package enum Values {
    case booleans([Int64])
    case integers([Int64])
    case floats([Double])
    case complex(real: [Double], imaginary: [Double])
  }

  package let shape: [Int]
  package let values: Values

  /// For values that were selected elsewhere, already in reading order.
  package init(shape: [Int], values: Values) {
    self.shape = shape
    self.values = values
  }

  /// Reads the shown elements from memory laid out by `strides`, which count elements.
  package init(
    _ base: UnsafeRawPointer, _ type: nbk_dtype, shape: [Int], strides: [Int], options: PrintOptions
  ) {
    let reader = Reader(base, type, shape, strides, options)
    self.shape = shape
    switch type {
    case NBK_F16, NBK_BF16, NBK_F32, NBK_F64: values = .floats(reader.read(as: NBK_F64, zero: 0.0))
    case NBK_BOOL: values = .booleans(reader.read(as: NBK_I64, zero: Int64(0)))
    default: values = .integers(reader.read(as: NBK_I64, zero: Int64(0)))
    }
  }

  /// The indices of a dimension that are shown, as one or two ranges.
  static func ranges(_ length: Int, isSummary: Bool, _ options: PrintOptions) -> [Range<Int>] {
    let edge = max(options.edgeItems, 0)
    guard isSummary, edge < length - edge else { return [0..<length] }
    return [0..<edge, (length - edge)..<length]
  }
}

private struct Reader {
  let base: UnsafeRawPointer
  let type: nbk_dtype
  let strides: [Int]
  let ranges: [[Range<Int>]]
  let count: Int

  init(_ base: UnsafeRawPointer, _ type: nbk_dtype, _ shape: [Int], _ strides: [Int], _ options: PrintOptions) {
    self.base = base
    self.type = type
    self.strides = strides
    let isSummary = options.summarises(shape.reduce(1, *))
    ranges = shape.map { ShownElements.ranges($0, isSummary: isSummary, options) }
    count = ranges.reduce(1) { total, parts in total * parts.reduce(0) { $0 + $1.count } }
  }

  func read<Value>(as wide: nbk_dtype, zero: Value) -> [Value] {
    [Value](unsafeUninitializedCapacity: count) { buffer, filled in
      buffer.initialize(repeating: zero)
      filled = count
      guard let out = buffer.baseAddress, count > 0 else { return }
      var next = UnsafeMutableRawPointer(out)
      read(dimension: 0, offset: 0, wide, &next)
    }
  }

  private func read(dimension: Int, offset: Int, _ wide: nbk_dtype, _ next: inout UnsafeMutableRawPointer) {
    let size = type.byteCount
    guard dimension < ranges.count else {
      _ = nbk_cast(wide, next, 1, type, base + offset * size, 1, 1)
      next += wide.byteCount
      return
    }
    let stride = strides[dimension]
    for range in ranges[dimension] {
      if dimension == ranges.count - 1 {
        let from = base + (offset + range.lowerBound * stride) * size
        _ = nbk_cast(wide, next, 1, type, from, Int64(stride), Int64(range.count))
        next += range.count * wide.byteCount
      } else {
        for i in range { read(dimension: dimension + 1, offset: offset + i * stride, wide, &next) }
      }
    }
  }
}
