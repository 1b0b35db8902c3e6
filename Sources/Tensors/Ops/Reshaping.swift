extension Tensor {
  /// The sizes with `-1` replaced, checked against the number of elements.
  func inferredSizes(_ requested: [Int]) throws(TensorError) -> Shape {
    var sizes = Shape(requested)
    var unknown: Int?
    var known = 1
    for (index, size) in requested.enumerated() {
      if size == -1 {
        if unknown != nil { throw .runtime("only one dimension can be inferred") }
        unknown = index
      } else if size < 0 {
        throw .runtime("invalid shape dimension \(size)")
      } else {
        known = known.multiplied(size)
      }
    }
    let mismatch: TensorError = .runtime("shape '\(Shape(requested).text)' is invalid for input of size \(count)")
    guard let unknown else {
      if known != count { throw mismatch }
      return sizes
    }
    if known == 0 {
      throw count == 0
        ? .runtime(
          "cannot reshape tensor of 0 elements into shape \(Shape(requested).text) because the unspecified dimension size "
            + "-1 can be any value and is ambiguous") : mismatch
    }
    if count % known != 0 { throw mismatch }
    sizes[unknown] = count / known
    return sizes
  }

  /// The strides under which the same memory reads as `target`, if there are any.
  func viewStrides(_ target: Shape) -> Shape? {
    if isContiguous { return target.contiguousStrides }
    if count == 0 { return target.contiguousStrides }
    var result = Shape(repeating: 0, count: target.count)
    var dimension = target.count - 1
    var chunkStride = strides.isEmpty ? 1 : strides.last
    var chunkSize = 1
    var viewSize = 1
    var index = dim - 1
    while index >= 0 {
      chunkSize &*= sizes[index]
      if index == 0 || (sizes[index - 1] != 1 && strides[index - 1] != chunkSize &* chunkStride) {
        while dimension >= 0 && (viewSize < chunkSize || target[dimension] == 1) {
          result[dimension] = viewSize &* chunkStride
          viewSize &*= target[dimension]
          dimension -= 1
        }
        if viewSize != chunkSize { return nil }
        if index > 0 {
          chunkStride = strides[index - 1]
          chunkSize = 1
          viewSize = 1
        }
      }
      index -= 1
    }
    if dim == 0 { return Shape(repeating: 1, count: target.count) }
    return dimension == -1 ? result : nil
  }

  func view(_ requested: [Int]) throws(TensorError) -> Tensor {
    let target = try inferredSizes(requested)
    guard let newStrides = viewStrides(target) else {
      throw .runtime(
        "view size is not compatible with input tensor's size and stride (at least one dimension spans across two "
          + "contiguous subspaces). Use .reshape(...) instead.")
    }
    return view(target, newStrides, offset: offset, ViewDerivatives.view)
  }

  func reshape(_ requested: [Int]) throws(TensorError) -> Tensor {
    try reshape(try inferredSizes(requested))
  }

  /// A view where the memory allows it, else a copy.
  func reshape(_ target: Shape) throws(TensorError) -> Tensor {
    if let newStrides = viewStrides(target) {
      return view(target, newStrides, offset: offset, ViewDerivatives.view)
    }
    return try clone(contiguous: true).unsafeView(target)
  }

  /// Other sizes for a fresh row-major result.
  func unsafeView(_ target: Shape) throws(TensorError) -> Tensor {
    let result = window(target, target.contiguousStrides, offset: offset)
    return result.recorded(ViewDerivatives.unsafeView, self)
  }

  func flatten(_ start: Int, _ end: Int) throws(TensorError) -> Tensor {
    let first = try wrapDimension(start, dim)
    let last = try wrapDimension(end, dim)
    guard first <= last else {
      throw .runtime("flatten() has invalid args: start_dim cannot come after end_dim")
    }
    if dim == 0 { return try reshape([1]) }
    if first == last { return self }
    let all = sizes.array
    return try reshape(
      Array(all[..<first]) + [all[first...last].reduce(1, *)] + Array(all[(last + 1)...]))
  }

  func unflatten(_ dimension: Int, _ parts: [Int]) throws(TensorError) -> Tensor {
    let axis = try wrapDimension(dimension, dim)
    let all = sizes.array
    let size = all.isEmpty ? 1 : all[axis]
    var resolved = parts
    if let unknown = parts.firstIndex(of: -1) {
      let known = parts.filter { $0 != -1 }.reduce(1) { $0.multiplied($1) }
      if known > 0 && size % known == 0 { resolved[unknown] = size / known }
    }
    guard resolved.reduce(1, { $0.multiplied($1) }) == size else {
      throw .runtime(
        "unflatten: Provided sizes \(Shape(parts).text) don't multiply up to the size of dim \(axis) (\(size)) in the input "
          + "tensor")
    }
    return try view(Array(all[..<axis]) + resolved + Array(all[(axis + 1)...]))
  }

  /// A tensor of zeros of `sizes` in which `window` shows this gradient: the gradient of a view.
  func padded(
    into sizes: Shape, at window: (Tensor) throws(TensorError) -> Tensor
  ) throws(TensorError) -> Tensor {
    let whole = try Tensor.zeros(engine, sizes, dtype)
    let recorded = engine.records && requiresGrad
    if !recorded {
      let part = try engine.withGrad(false) { () throws(TensorError) in try window(whole) }
      part.copyData(from: self)
      whole.storage.isUnseeded = isUnseeded
      return whole
    }
    try window(whole).assign(self)
    return whole
  }

  /// A tensor of the given strides with just the memory for them.
  static func emptyStrided(
    _ engine: Engine, _ sizes: Shape, _ strides: Shape, _ dtype: DType
  ) throws(TensorError) -> Tensor {
    let count = try elementCount(sizes, dtype)
    var extent = count == 0 ? 0 : 1
    if count > 0 {
      for index in 0..<sizes.count { extent += (sizes[index] - 1) * strides[index] }
    }
    let storage = try Storage(engine: engine, byteCount: extent * dtype.itemSize)
    return Tensor(
      storage: storage, sizes: sizes, strides: strides, offset: 0, count: count, dtype: dtype,
      isContiguous: isContiguous(sizes, strides))
  }

  /// Whether no other tensor shows the same memory.
  var ownsStorageAlone: Bool { storage.tensorCount == 1 }
}
