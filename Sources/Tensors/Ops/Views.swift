/// Windows on the same memory.
enum ViewDerivatives {
  static let t: Derivative = Derivative("TBackward0", Formula { _, g in try g.t() })
  static let transpose: Derivative = Derivative(
    "TransposeBackward0",
    Formula { n, g in try g.transpose(n.attributes.dims[0], n.attributes.dims[1]) })
  static let permute: Derivative = Derivative(
    "PermuteBackward0",
    Formula { n, g in
      var inverse = n.attributes.dims
      for (index, dimension) in n.attributes.dims.enumerated() { inverse[dimension] = index }
      return try g.permute(inverse)
    })
  static let view: Derivative = Derivative("ViewBackward0", Formula { n, g in try g.reshape(n.inputSizes(0)) })
  static let unsafeView: Derivative = Derivative(
    "UnsafeViewBackward0", Formula { n, g in try g.reshape(n.inputSizes(0)) })
  static let expand: Derivative = Derivative("ExpandBackward0", Formula { n, g in try g.sumTo(n.inputSizes(0)) })
  static let unsqueeze: Derivative = Derivative(
    "UnsqueezeBackward0", Formula { n, g in try g.squeeze(n.attributes.dims[0]) })
  static let squeeze: Derivative = Derivative("SqueezeBackward0", Formula { n, g in try g.reshape(n.inputSizes(0)) })
  static let squeezeDim: Derivative = Derivative(
    "SqueezeBackward1", Formula { n, g in try g.reshape(n.inputSizes(0)) })
  static let squeezeDims: Derivative = Derivative(
    "SqueezeBackward2", Formula { n, g in try g.reshape(n.inputSizes(0)) })
  static let squeezeInPlace: Derivative = Derivative(
    "SqueezeBackward4", Formula { n, g in try g.reshape(n.inputSizes(0)) })
  static let select: Derivative = Derivative(
    "SelectBackward0",
    Formula { n, g in
      let (dimension, index) = (n.attributes.dims[0], n.attributes.dims[1])
      return try g.padded(into: n.inputSizes(0)) { whole throws(TensorError) in
        try whole.select(dimension, index)
      }
    })
  static let slice: Derivative = Derivative(
    "SliceBackward0",
    Formula { n, g in
      let a = n.attributes
      return try g.padded(into: n.inputSizes(0)) { whole throws(TensorError) in
        try whole.slice(a.dims[0], start: a.dims[1], end: a.dims[2], step: a.dims[3])
      }
    })
  static let asStrided: Derivative = Derivative(
    "AsStridedBackward0",
    Formula { n, g in
      let a = n.attributes
      return try g.padded(into: n.inputSizes(0)) { whole throws(TensorError) in
        try whole.asStrided(a.sizes, a.strides, offset: a.offset)
      }
    })
  static let alias: Derivative = Derivative("AliasBackward0", Formula { _, g in g })
  static let diagonal: Derivative = Derivative(
    "DiagonalBackward0",
    Formula { n, g in
      let a = n.attributes.dims
      return try g.padded(into: n.inputSizes(0)) { whole throws(TensorError) in
        try whole.diagonal(offset: a[0], a[1], a[2])
      }
    })
}

extension Tensor {
  /// A window on the memory as a differentiable view.
  @inline(__always)
  final func view(
    _ sizes: Shape, _ strides: Shape, offset: Int, _ derivative: @autoclosure () -> Derivative,
    _ attributes: @autoclosure () -> Attributes = Attributes()
  ) -> Tensor {
    let result = window(sizes, strides, offset: offset)
    result.root = root ?? self
    result.viewVersion = storage.version
    if !engine.records || flags.contains(.noGradView) { result.markNoGrad(viewOf: self) }
    if flags.contains(.multiOutputView) { result.flags.insert(.multiOutputView) }
    return result.recorded(derivative(), self, with: attributes())
  }

  /// A view made with gradients off requires a gradient like its base, but none will ever reach it.
  func markNoGrad(viewOf source: Tensor) {
    flags.insert(.noGradView)
    if source.requiresGrad { flags.insert(.requiresGrad) }
  }

  func t() throws(TensorError) -> Tensor {
    guard dim <= 2 else {
      throw .runtime("t() expects a tensor with <= 2 dimensions, but self is \(dim)D")
    }
    if dim < 2 { return view(sizes, strides, offset: offset, ViewDerivatives.t) }
    return view(Shape(sizes[1], sizes[0]), Shape(strides[1], strides[0]), offset: offset, ViewDerivatives.t)
  }

  func transpose(_ first: Int, _ second: Int) throws(TensorError) -> Tensor {
    let a = try wrapDimension(first, dim)
    let b = try wrapDimension(second, dim)
    var (newSizes, newStrides) = (sizes, strides)
    newSizes[a] = sizes[b]
    newSizes[b] = sizes[a]
    newStrides[a] = strides[b]
    newStrides[b] = strides[a]
    return view(newSizes, newStrides, offset: offset, ViewDerivatives.transpose, .dims(a, b))
  }

  func permute(_ order: [Int]) throws(TensorError) -> Tensor {
    guard order.count == dim else {
      throw .runtime(
        "permute(sparse_coo): number of dimensions in the tensor input does not match the length of the desired ordering of "
          + "dimensions i.e. input.dim() = \(dim) is not equal to len(dims) = \(order.count)")
    }
    var wrapped: [Int] = []
    for dimension in order {
      let index = try wrapDimension(dimension, dim)
      if wrapped.contains(index) { throw .runtime("permute(): duplicate dims are not allowed.") }
      wrapped.append(index)
    }
    return view(
      Shape(wrapped.map { sizes[$0] }), Shape(wrapped.map { strides[$0] }), offset: offset, ViewDerivatives.permute,
      .dims(wrapped))
  }

  /// `x.T`, `x.mT`
  func reversedDims() throws(TensorError) -> Tensor {
    if dim > 2 {
      engine.warnings.append(
        "The use of `x.T` on tensors of dimension other than 2 to reverse their shape is deprecated and it will throw an "
          + "error in a future release. Consider `x.mT` to transpose batches of matrices or "
          + "`x.permute(*torch.arange(x.ndim - 1, -1, -1))` to reverse the dimensions of a tensor.")
    }
    return try permute(Array((0..<dim).reversed()))
  }

  func expand(_ requested: [Int]) throws(TensorError) -> Tensor {
    guard requested.count >= dim else {
      throw .runtime(
        "expand(\(dtype.tensorTypeName){\(sizes.text)}, size=\(Shape(requested).text)): the number of sizes provided "
          + "(\(requested.count)) must be greater or equal to the number of dimensions in the tensor (\(dim))")
    }
    var target = Shape(requested)
    var newStrides = Shape(repeating: 0, count: requested.count)
    let shift = requested.count - dim
    for index in 0..<requested.count {
      let isNew = index < shift
      let size = isNew ? 1 : sizes[index - shift]
      if requested[index] == -1 {
        if isNew {
          throw .runtime(
            "The expanded size of the tensor (-1) isn't allowed in a leading, non-existing dimension \(index)")
        }
        target[index] = size
      } else if requested[index] != size {
        guard size == 1, requested[index] >= 0 else {
          throw .runtime(
            "The expanded size of the tensor (\(requested[index])) must match the existing size (\(size)) at non-singleton "
              + "dimension \(index).  Target sizes: \(Shape(requested).text).  Tensor sizes: \(sizes.text)")
        }
        continue
      }
      newStrides[index] = isNew ? 0 : strides[index - shift]
    }
    _ = try Self.elementCount(target, dtype)
    return view(target, newStrides, offset: offset, ViewDerivatives.expand)
  }

  func unsqueeze(_ dimension: Int) throws(TensorError) -> Tensor {
    let index = try wrapDimension(dimension, dim + 1)
    let stride = index < dim ? sizes[index] &* strides[index] : 1
    return view(
      sizes.inserting(1, at: index), strides.inserting(stride, at: index), offset: offset, ViewDerivatives.unsqueeze,
      .dims(index))
  }

  func squeeze() -> Tensor {
    let kept = (0..<dim).filter { sizes[$0] != 1 }
    return view(
      Shape(kept.map { sizes[$0] }), Shape(kept.map { strides[$0] }), offset: offset, ViewDerivatives.squeeze)
  }

  func squeeze(_ dimension: Int) throws(TensorError) -> Tensor {
    let index = try wrapDimension(dimension, dim)
    guard index < dim, sizes[index] == 1 else {
      return view(sizes, strides, offset: offset, ViewDerivatives.squeezeDim)
    }
    return view(sizes.removing(at: index), strides.removing(at: index), offset: offset, ViewDerivatives.squeezeDim)
  }

  func squeeze(_ dimensions: [Int]) throws(TensorError) -> Tensor {
    if dimensions.isEmpty { return view(sizes, strides, offset: offset, ViewDerivatives.squeezeDims) }
    let named = Set(try wrapDimensions(dimensions, dim))
    let kept = (0..<dim).filter { sizes[$0] != 1 || !named.contains($0) }
    return view(
      Shape(kept.map { sizes[$0] }), Shape(kept.map { strides[$0] }), offset: offset, ViewDerivatives.squeezeDims)
  }

  package func select(_ dimension: Int, _ index: Int) throws(TensorError) -> Tensor {
    guard dim > 0 else { throw .index("select() cannot be applied to a 0-dim tensor.") }
    let axis = try wrapDimension(dimension, dim)
    guard index >= -sizes[axis] && index < sizes[axis] else {
      throw .index("select(): index \(index) out of range for tensor of size \(sizes.text) at dimension \(axis)")
    }
    let position = index < 0 ? index + sizes[axis] : index
    return view(
      sizes.removing(at: axis), strides.removing(at: axis), offset: offset &+ position &* strides[axis],
      ViewDerivatives.select, .dims(axis, position))
  }

  /// `start:end:step` along a dimension, out-of-range ends cut as Python does.
  package func slice(_ dimension: Int, start: Int?, end: Int?, step: Int = 1) throws(TensorError) -> Tensor {
    guard dim > 0 else { throw .index("slice() cannot be applied to a 0-dim tensor.") }
    let axis = try wrapDimension(dimension, dim)
    guard step > 0 else { throw .value("step must be greater than zero") }
    let size = sizes[axis]
    func clamp(_ value: Int) -> Int { min(max(value < 0 ? value &+ size : value, 0), size) }
    let first = clamp(start ?? 0)
    let last = max(clamp(end ?? size), first)
    let length = (last - first + min(step, size + 1) - 1) / min(step, size + 1)
    return view(
      sizes.replacing(axis, with: length), strides.replacing(axis, with: strides[axis].multiplied(step)),
      offset: offset &+ first &* strides[axis], ViewDerivatives.slice, .dims([axis, first, last, step]))
  }

  func narrow(_ dimension: Int, _ start: Int, _ length: Int) throws(TensorError) -> Tensor {
    guard dim > 0 else { throw .runtime("narrow() cannot be applied to a 0-dim tensor.") }
    guard length >= 0 else { throw .runtime("narrow(): length must be non-negative.") }
    let axis = try wrapDimension(dimension, dim)
    let size = sizes[axis]
    guard start >= -size && start <= size else {
      throw .index(
        "start out of range (expected to be in range of [\(-size), \(size)], but got \(start))")
    }
    let first = start < 0 ? start + size : start
    guard first <= size - length else {
      throw .runtime("start (\(first)) + length (\(length)) exceeds dimension size (\(size)).")
    }
    return try slice(axis, start: first, end: first + length)
  }

  func asStrided(_ sizes: Shape, _ strides: Shape, offset: Int? = nil) throws(TensorError) -> Tensor {
    let start = offset ?? self.offset
    guard sizes.count == strides.count else {
      throw .runtime("mismatch in length of strides and shape")
    }
    _ = try Self.elementCount(sizes, dtype)
    var last = start
    var isEmpty = false
    for index in 0..<sizes.count {
      if strides[index] < 0 {
        throw .runtime(
          "as_strided: Negative strides are not supported at the moment, got strides: \(strides.text)")
      }
      isEmpty = isEmpty || sizes[index] == 0
      let (extent, overflow) = max(sizes[index] - 1, 0).multipliedReportingOverflow(by: strides[index])
      let (sum, tooFar) = last.addingReportingOverflow(extent)
      last = overflow || tooFar ? Int.max / 2 : sum
    }
    let capacity = storage.byteCount / dtype.itemSize
    guard isEmpty || (start >= 0 && last < capacity) else {
      throw .runtime(
        "setStorage: sizes \(sizes.text), strides \(strides.text), storage offset \(start), and itemsize "
          + "\(dtype.itemSize) requiring a storage size of \((last &+ 1) &* dtype.itemSize) are out of bounds for storage "
          + "of size \(storage.byteCount)")
    }
    var attributes = Attributes()
    attributes.sizes = sizes
    attributes.strides = strides
    attributes.offset = start
    return view(sizes, strides, offset: start, ViewDerivatives.asStrided, attributes)
  }

  func diagonal(offset shift: Int, _ first: Int, _ second: Int) throws(TensorError) -> Tensor {
    let a = try wrapDimension(first, dim)
    let b = try wrapDimension(second, dim)
    guard a != b else {
      throw .runtime("diagonal dimensions cannot be identical \(first), \(second)")
    }
    let length = max(shift >= 0 ? min(sizes[a], sizes[b] - shift) : min(sizes[a] + shift, sizes[b]), 0)
    let start = length == 0 ? offset : offset + (shift >= 0 ? shift * strides[b] : -shift * strides[a])
    let kept = (0..<dim).filter { $0 != a && $0 != b }
    return view(
      Shape(kept.map { sizes[$0] } + [length]), Shape(kept.map { strides[$0] } + [strides[a] + strides[b]]),
      offset: start, ViewDerivatives.diagonal, .dims([shift, a, b]))
  }

  /// `tensor.detach()`: the same memory, without history.
  package func detach() -> Tensor { alias() }

  /// `tensor.data`: the same with a version of its own, so that changes through it go unnoticed.
  package var dataAlias: Tensor {
    Tensor(
      storage: Storage(sharing: storage), sizes: sizes, strides: strides, offset: offset, count: count, dtype: dtype,
      isContiguous: isContiguous)
  }
}

extension Attributes {
  static func dims(_ dims: Int...) -> Attributes { .dims(dims) }

  static func dims(_ dims: [Int]) -> Attributes {
    var attributes = Attributes()
    attributes.dims = dims
    return attributes
  }
}

extension Int {
  /// A product that stops at the largest integer.
  func multiplied(_ other: Int) -> Int {
    let (product, overflow) = multipliedReportingOverflow(by: other)
    return overflow ? Int.max : product
  }
}
