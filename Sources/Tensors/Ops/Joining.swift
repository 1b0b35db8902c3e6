import CKernels

/// Several tensors to one, and one to several.
enum Joining {
  static let operations: [Operation] = [catOperation, stackOperation, split, chunk, unbind]

  // MARK: cat

  static let joined: Derivative = Derivative("CatBackward0") { n, grads in
    guard let gradient = grads.first, let g = gradient else { return [] }
    let axis = n.attributes.dims[0]
    var start = 0
    var parts: [Tensor?] = []
    for index in 0..<n.edges.count {
      let sizes = n.inputSizes(index)
      if sizes == Shape(0) && g.dim != 1 {
        parts.append(n.wants(index) ? try Tensor.zeros(n.engine, sizes, g.dtype) : nil)
        continue
      }
      parts.append(n.wants(index) ? try g.slice(axis, start: start, end: start + sizes[axis]) : nil)
      start += sizes[axis]
    }
    return parts
  }

  static let catOperation: Operation = Operation(
    "cat", aliases: ["concat", "concatenate"], "Tensors tensors, int dim=0", [.function, .out],
    help: "Joins tensors along a dimension.",
    samples: [
      "[T(2, 3), T(1, 3)]", "[T(2, 3), T(2, 1)], 1", "[T(2), I(2)]", "[T(0), T(2, 2)]", "[T(2, 2), T(2, 2)], dim=-1",
    ]
  ) { c in .tensor(try cat(c.tensors(0), c.int(1))) }

  static func cat(_ tensors: [Tensor], _ dimension: Int) throws(TensorError) -> Tensor {
    guard let first = tensors.first else {
      throw .value("torch.cat(): expected a non-empty list of Tensors")
    }
    for (index, tensor) in tensors.enumerated() where tensor.dim == 0 {
      throw .runtime("zero-dimensional tensor (at position \(index)) cannot be concatenated")
    }
    // Empty vectors are left out, whatever the others' dimensions.
    let kept = tensors.filter { $0.sizes != Shape(0) }
    let model = kept.first ?? first
    let axis = try wrapDimension(dimension, model.dim)
    var total = 0
    for (index, tensor) in tensors.enumerated() where tensor.sizes != Shape(0) {
      if tensor.dim != model.dim {
        throw .runtime("Tensors must have same number of dimensions: got \(model.dim) and \(tensor.dim)")
      }
      for other in 0..<model.dim where other != axis && tensor.sizes[other] != model.sizes[other] {
        throw .runtime(
          "Sizes of tensors must match except in dimension \(axis). Expected size \(model.sizes[other]) but got size "
            + "\(tensor.sizes[other]) for tensor number \(index) in the list.")
      }
      total &+= tensor.sizes[axis]
    }
    let sizes = model.sizes.replacing(axis, with: total)
    let result = try Tensor.uninitialized(first.engine, sizes, Tensor.mixedResultType(tensors))
    var start = 0
    for tensor in kept {
      let part = result.window(
        tensor.sizes, result.strides, offset: result.offset + start &* result.strides[axis])
      part.copyData(from: tensor)
      if tensor.isUnseeded { result.storage.isUnseeded = true }
      start += tensor.sizes[axis]
    }
    Tensor.record([result], joined, inputs: tensors, .dims(axis))
    return result
  }

  // MARK: stack

  static let stacked: Derivative = Derivative("StackBackward0") { n, grads in
    guard let gradient = grads.first, let g = gradient else { return [] }
    var parts: [Tensor?] = []
    for index in 0..<n.edges.count {
      parts.append(n.wants(index) ? try g.select(n.attributes.dims[0], index) : nil)
    }
    return parts
  }

  static let stackOperation: Operation = Operation(
    "stack", "Tensors tensors, int dim=0", [.function, .out],
    help: "Joins tensors of equal sizes along a new dimension.",
    samples: ["[T(2, 3), T(2, 3)]", "[T(3), T(3)], 1", "[T(), T()]"]
  ) { c in .tensor(try stack(c.tensors(0), c.int(1))) }

  static func stack(_ tensors: [Tensor], _ dimension: Int) throws(TensorError) -> Tensor {
    guard let first = tensors.first else { throw .runtime("stack expects a non-empty TensorList") }
    let axis = try wrapDimension(dimension, first.dim + 1)
    for (index, tensor) in tensors.enumerated() where tensor.sizes != first.sizes {
      throw .runtime(
        "stack expects each tensor to be equal size, but got \(first.sizes.text) at entry 0 and \(tensor.sizes.text) at "
          + "entry \(index)")
    }
    let result = try first.engine.withGrad(false) { () throws(TensorError) in
      var parts: [Tensor] = []
      for tensor in tensors { parts.append(try tensor.unsqueeze(axis)) }
      return try cat(parts, axis)
    }
    Tensor.record([result], stacked, inputs: tensors, .dims(axis))
    return result
  }

  // MARK: split, chunk, unbind

  static let splitted: Derivative = splitDerivative("SplitBackward0")
  static let splittedWithSizes: Derivative = splitDerivative("SplitWithSizesBackward0")

  private static func splitDerivative(_ name: String) -> Derivative {
    Derivative(name) { n, grads in
      let axis = n.attributes.dims[0]
      let whole = n.inputSizes(0)
      guard let known = grads.compactMap({ $0 }).first else { return [nil] }
      var parts: [Tensor] = []
      for (index, gradient) in grads.enumerated() {
        let sizes = whole.replacing(axis, with: n.attributes.dims[index + 1])
        parts.append(try gradient ?? Tensor.zeros(n.engine, sizes, known.dtype))
      }
      return [try cat(parts, axis)]
    }
  }

  static let split: Operation = Operation(
    "split",
    overloads: [
      Overload("Tensor tensor, int split_size_or_sections, int dim=0") { c in
        .tensors(try c.tensor(0).split(c.int(1), c.int(2)))
      },
      Overload("Tensor tensor, ints split_size_or_sections, int dim=0") { c in
        .tensors(try c.tensor(0).split(sections: c.ints(1), c.int(2)))
      },
    ], help: "Views of parts of a given size, or of the given sizes, along a dimension.",
    samples: ["T(5, 2), 2", "T(5), [2, 3]", "T(2, 5), 3, dim=1", "T(2, 5), [1, 4], 1"])

  static let chunk: Operation = Operation(
    "chunk", "Tensor input, int chunks, int dim=0", help: "Views of about equal parts along a dimension.",
    samples: ["T(5, 2), 2", "T(2, 6), 3, 1", "T(7), 4"]
  ) { c in
    let (input, chunks) = (try c.tensor(0), try c.int(1))
    guard input.dim > 0 else { throw TensorError.runtime("chunk expects at least a 1-dimensional tensor") }
    guard chunks > 0 else {
      throw TensorError.runtime("chunk expects `chunks` to be greater than 0, got: \(chunks)")
    }
    let axis = try wrapDimension(c.int(2), input.dim)
    let size = input.sizes[axis]
    let step = size / chunks + (size % chunks == 0 ? 0 : 1)
    if step == 0 { return .tensors(try input.split(sections: Array(repeating: 0, count: chunks), axis)) }
    return .tensors(try input.split(step, axis))
  }

  static let unbound: Derivative = Derivative("UnbindBackward0") { n, grads in
    guard let known = grads.compactMap({ $0 }).first else { return [nil] }
    var parts: [Tensor] = []
    for gradient in grads { parts.append(try gradient ?? known.zerosLike()) }
    return [try stack(parts, n.attributes.dims[0])]
  }

  static let unbind: Operation = Operation(
    "unbind", "Tensor input, int dim=0", help: "Views of the slices along a dimension.",
    samples: ["T(2, 3)", "T(2, 3), 1"]
  ) { c in
    let input = try c.tensor(0)
    guard input.dim > 0 else {
      throw TensorError.index("Dimension specified as 0 but tensor has no dimensions")
    }
    return .tensors(try input.unbind(c.int(1)))
  }
}

extension Tensor {
  func split(_ size: Int, _ dimension: Int) throws(TensorError) -> [Tensor] {
    guard dim > 0 else { throw .runtime("split expects at least a 1-dimensional tensor") }
    guard size >= 0 else { throw .runtime("split expects split_size be non-negative, but got split_size=\(size)") }
    let axis = try wrapDimension(dimension, dim)
    let length = sizes[axis]
    guard size > 0 || length == 0 else {
      throw .runtime("split_size can only be 0 if dimension size is 0, but got dimension size of \(length)")
    }
    if size > 0 { try checkViews(length / size) }
    var parts: [Int] = []
    var start = 0
    repeat {
      let part = min(size, length - start)
      parts.append(part)
      start += part
    } while start < length
    return sections(parts, axis, Joining.splitted)
  }

  func split(sections: [Int], _ dimension: Int) throws(TensorError) -> [Tensor] {
    guard dim > 0 else { throw .runtime("split expects at least a 1-dimensional tensor") }
    let axis = try wrapDimension(dimension, dim)
    if sections.contains(where: { $0 < 0 }) {
      throw .runtime(
        "split_with_sizes expects split_sizes have only non-negative entries, but got split_sizes=\(Shape(sections).text)"
      )
    }
    guard sections.reduce(0, { $0.addingReportingOverflow($1).partialValue }) == sizes[axis] else {
      throw .runtime(
        "split_with_sizes expects split_sizes to sum exactly to \(sizes[axis]) (input tensor's size at dimension \(axis)), "
          + "but got split_sizes=\(Shape(sections).text)")
    }
    return self.sections(sections, axis, Joining.splittedWithSizes)
  }

  private func sections(_ lengths: [Int], _ axis: Int, _ derivative: Derivative) -> [Tensor] {
    var results: [Tensor] = []
    var start = 0
    for length in lengths {
      results.append(
        severalView(sizes.replacing(axis, with: length), strides, offset: offset &+ start &* strides[axis]))
      start += length
    }
    Tensor.record(results, derivative, inputs: [self], .dims([axis] + lengths))
    return results
  }

  func unbind(_ dimension: Int) throws(TensorError) -> [Tensor] {
    let axis = try wrapDimension(dimension, dim)
    try checkViews(sizes[axis])
    let results = (0..<sizes[axis]).map { index in
      severalView(
        sizes.removing(at: axis), strides.removing(at: axis), offset: offset &+ index &* strides[axis])
    }
    Tensor.record(results, Joining.unbound, inputs: [self], .dims(axis))
    return results
  }

  /// Rows without elements cost nothing until there is a view of each.
  private func checkViews(_ count: Int) throws(TensorError) {
    if count > 1 << 26 { throw Allocator.outOfMemory(count) }
  }

  /// One of several views, which may not be changed in place where gradients are recorded.
  private func severalView(_ sizes: Shape, _ strides: Shape, offset: Int) -> Tensor {
    let result = window(sizes, strides, offset: offset)
    result.root = root ?? self
    result.viewVersion = storage.version
    result.flags.insert(.multiOutputView)
    if !engine.records || flags.contains(.noGradView) { result.markNoGrad(viewOf: self) }
    return result
  }
}
