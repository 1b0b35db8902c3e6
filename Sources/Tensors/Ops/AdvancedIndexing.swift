import CKernels

/// Where the elements lie that tensors of positions choose: the chosen dimensions come first, the rest are whole.
private struct Selection {
  /// The common sizes of the positions.
  let shape: Shape
  /// Element offsets, one per choice, relative to the tensor's first element.
  let offsets: [Int]
  /// What each choice shows.
  let restSizes: Shape
  let restStrides: Shape
  /// Where the positions' dimensions go in the result.
  let front: Int

  init(_ tensor: Tensor, _ indices: [Tensor?]) throws(TensorError) {
    var chosen: [(axis: Int, index: Tensor)] = []
    for (axis, index) in indices.enumerated() {
      if let index, axis < tensor.dim { chosen.append((axis, index)) }
    }
    var common = Shape()
    for (position, choice) in chosen.enumerated() {
      if position == 0 {
        common = choice.index.sizes
        continue
      }
      do { common = try Shape.broadcast(common, choice.index.sizes) } catch {
        throw .index(
          "shape mismatch: indexing tensors could not be broadcast together with shapes "
            + chosen.map { $0.index.sizes.text }.joined(separator: ", "))
      }
    }
    shape = common
    let working = try Tensor.elementCount(common, .int64).multiplied(2 * MemoryLayout<Int>.size)
    try tensor.engine.allocator.ensure(working)
    var offsets = [Int](repeating: 0, count: common.product)
    for (axis, index) in chosen {
      let expanded = index.window(common, index.strides(expandedTo: common), offset: index.offset)
      let (size, stride) = (tensor.sizes[axis], tensor.strides[axis])
      var position = 0
      for value in expanded.integers {
        guard value >= -size && value < size else {
          throw .index("index \(value) is out of bounds for dimension \(axis) with size \(size)")
        }
        offsets[position] &+= (value < 0 ? value &+ size : value) &* stride
        position += 1
      }
    }
    self.offsets = offsets
    let axes = chosen.map(\.axis)
    let rest = (0..<tensor.dim).filter { !axes.contains($0) }
    restSizes = Shape(rest.map { tensor.sizes[$0] })
    restStrides = Shape(rest.map { tensor.strides[$0] })
    let first = axes.first ?? 0
    front = axes.last == first + axes.count - 1 ? first : 0
  }

  /// The sizes with the positions first.
  var sizes: Shape { Shape(shape.array + restSizes.array) }

  /// The order of dimensions that puts the positions' where they belong.
  var order: [Int]? {
    if front == 0 { return nil }
    let (positions, total) = (shape.count, shape.count + restSizes.count)
    return Array(positions..<(positions + front)) + Array(0..<positions) + Array((positions + front)..<total)
  }
}

extension Tensor {
  private static let indexing: Derivative = Derivative(
    "IndexBackward0",
    Formula { n, g in
      let zeros = try Tensor.zeros(n.engine, n.inputSizes(0), g.dtype)
      return try zeros.putting(n.attributes.indices, g, accumulates: true)
    })

  /// `torch.ops.aten.index`: elements at tensors of positions.
  func indexed(_ indices: [Tensor?]) throws(TensorError) -> Tensor {
    let selection = try Selection(self, indices)
    let result = try Tensor.uninitialized(engine, selection.sizes, dtype).taint(self, self)
    for case .some(let index) in indices { result.taint(index, index) }
    let rest = selection.restSizes.product
    let size = dtype.itemSize
    if rest == 1 {
      copySingles(selection, to: result.data, size)
    } else {
      for (position, shift) in selection.offsets.enumerated() {
        let part = window(selection.restSizes, selection.restStrides, offset: offset &+ shift)
        result.window(selection.restSizes, selection.restSizes.contiguousStrides, offset: position &* rest)
          .copyData(from: part)
      }
    }
    var attributes = Attributes()
    attributes.indices = indices
    guard let order = selection.order else { return result.recorded(Self.indexing, self, with: attributes) }
    let moved = result.window(
      Shape(order.map { result.sizes[$0] }), Shape(order.map { result.strides[$0] }), offset: 0)
    return try moved.contiguousData().recorded(Self.indexing, self, with: attributes)
  }

  private func copySingles(_ selection: Selection, to target: UnsafeMutableRawPointer, _ size: Int) {
    let source = data
    func copy<Word: BitwiseCopyable>(_ type: Word.Type) {
      let (from, to) = (source.assumingMemoryBound(to: type), target.assumingMemoryBound(to: type))
      for (position, shift) in selection.offsets.enumerated() { to[position] = from[shift] }
    }
    switch size {
    case 1: copy(UInt8.self)
    case 2: copy(UInt16.self)
    case 4: copy(UInt32.self)
    default: copy(UInt64.self)
    }
  }

  /// A copy of this tensor with `values` at, or added at, the positions.
  func putting(
    _ indices: [Tensor?], _ values: Tensor, accumulates: Bool, _ derivative: Derivative = Indexing.put
  ) throws(TensorError) -> Tensor {
    let result = try contiguousOrDenseCopy(dtype)
    try result.put(indices, values, accumulates: accumulates)
    var attributes = Attributes()
    attributes.indices = indices
    attributes.flag = accumulates
    return result.taint(values, values).recorded(derivative, self, values, with: attributes)
  }

  /// The same where the copy is the caller's, with one value and without history of its own.
  func puttingData(_ indices: [Tensor?], _ value: Tensor) throws(TensorError) -> Tensor {
    try putting(indices, value, accumulates: false)
  }

  private func put(_ indices: [Tensor?], _ values: Tensor, accumulates: Bool) throws(TensorError) {
    let selection = try Selection(self, indices)
    // The values in the order of the positions: theirs first.
    var target = selection.sizes
    if let order = selection.order { target = Shape(order.map { selection.sizes[$0] }) }
    guard values.sizes.isBroadcastable(to: target) else {
      throw .runtime(
        "shape mismatch: value tensor of shape \(values.sizes.text) cannot be broadcast to indexing result of shape "
          + target.text)
    }
    var source = values.window(target, values.strides(expandedTo: target), offset: values.offset)
    if let order = selection.order {
      var inverse = order
      for (index, dimension) in order.enumerated() { inverse[dimension] = index }
      source = source.window(
        Shape(inverse.map { source.sizes[$0] }), Shape(inverse.map { source.strides[$0] }), offset: source.offset)
    }
    source = try source.contiguousData()
    let rest = selection.restSizes.product
    for (position, shift) in selection.offsets.enumerated() {
      let part = window(selection.restSizes, selection.restStrides, offset: offset &+ shift)
      let value = source.window(
        selection.restSizes, selection.restSizes.contiguousStrides, offset: source.offset &+ position &* rest)
      if accumulates {
        _ = try engine.withGrad(false) { () throws(TensorError) in part.copyData(from: try part + value) }
      } else {
        part.copyData(from: value)
      }
    }
  }
}
