import CKernels

/// Elements chosen by positions along one dimension, and the way back.
enum Gathering {
  static let operations: [Operation] = [
    gather, scatter, scatterAdd, indexSelect, indexAdd, maskedSelect, nonzero, flip, repeatOperation, roll,
  ]

  // MARK: gather

  static let gathered: Derivative = Derivative(
    "GatherBackward0",
    Formula(.extra) { n, g in
      try Tensor.zeros(n.engine, n.inputSizes(0), g.dtype).scatterAdded(n.attributes.dims[0], n.extra, g)
    })

  static let gather: Operation = Operation(
    "gather", "Tensor input, int dim, Tensor index, *, bool sparse_grad=False", [.function, .method],
    help: "Elements at the positions `index` along a dimension.",
    samples: ["T(3, 2), 0, IX(2, 2)", "T(2, 3), 1, IX(2, 3)", "T(4), 0, IX(3)"]
  ) { c in
    let (input, index) = (try c.tensor(0), try c.tensor(2))
    let axis = try wrapDimension(c.int(1), input.dim)
    return .tensor(try input.gathered(axis, index).recorded(gathered, input, extra: index, with: .dims(axis)))
  }

  // MARK: scatter

  static let scattered: Derivative = Derivative(
    "ScatterBackward0",
    Formula(.extra) { n, g in
      try g.scattered(n.attributes.dims[0], n.extra, g.zero.expand(n.extra.sizes.array), adds: false)
    },
    Formula(.extra) { n, g in try g.gatheredDifferentiably(n.attributes.dims[0], n.extra) })

  private static let scatteredNumber: Derivative = Derivative(
    "ScatterBackward1",
    Formula(.extra) { n, g in
      try g.scattered(n.attributes.dims[0], n.extra, g.zero.expand(n.extra.sizes.array), adds: false)
    })

  static let scatter: Operation = Operation(
    "scatter", "Tensor input, int dim, Tensor index, Operand src", [.function, .method, .inPlace],
    help: "The tensor with `src` written to the positions `index` along a dimension.",
    samples: ["T(3, 2), 0, IX(2, 2), T(2, 2)", "T(3, 2), 0, IX(1, 2), 5.0"]
  ) { c in
    let (input, index) = (try c.tensor(0), try c.tensor(2))
    var source = try c.tensor(3)
    let axis = try wrapDimension(c.int(1), input.dim)
    guard source.isWrappedNumber else { return .tensor(try input.scattered(axis, index, source, adds: false)) }
    source = try source.to(input.dtype).expand(index.sizes.array)
    return .tensor(try input.scattered(axis, index, source, adds: false, scatteredNumber))
  }

  static let scatteredSum: Derivative = Derivative(
    "ScatterAddBackward0",
    Formula { _, g in g },
    Formula(.extra) { n, g in try g.gatheredDifferentiably(n.attributes.dims[0], n.extra) })

  static let scatterAdd: Operation = Operation(
    "scatter_add", "Tensor input, int dim, Tensor index, Tensor src", [.function, .method, .inPlace],
    help: "The tensor with `src` added at the positions `index` along a dimension.",
    samples: ["T(3, 2), 0, IX(2, 2), T(2, 2)"]
  ) { c in .tensor(try c.tensor(0).scatterAdded(c.int(1), c.tensor(2), c.tensor(3))) }

  // MARK: index_select, index_add

  static let selected: Derivative = Derivative(
    "IndexSelectBackward0",
    Formula(.extra) { n, g in
      try Tensor.zeros(n.engine, n.inputSizes(0), g.dtype).putting(
        n.inputSizes(0).position(n.attributes.dims[0], n.extra), g.reshape(n.attributes.sizes), accumulates: true)
    })

  static let indexSelect: Operation = Operation(
    "index_select", "Tensor input, int dim, Tensor index", [.function, .method],
    help: "The slices at the positions `index` along a dimension.", samples: ["T(3, 2), 0, IX(2)", "T(2, 3), 1, IX(4)"]
  ) { c in
    let (input, index) = (try c.tensor(0), try c.tensor(2))
    let axis = try wrapDimension(c.int(1), input.dim)
    guard index.dim <= 1 else { throw TensorError.index("index_select(): Index is supposed to be a vector") }
    guard index.dtype == .int64 || index.dtype == .int32 else {
      throw TensorError.runtime("index_select(): Expected dtype int32 or int64 for index")
    }
    let size = input.dim == 0 ? 1 : input.sizes[axis]
    for value in index.integers where value < 0 || value >= size {
      if input.dim <= 1 { throw TensorError.index("index out of range in self") }
      throw TensorError.runtime("INDICES element is out of DATA bounds, id=\(value) axis_dim=\(size)")
    }
    let flat = try index.to(.int64).reshape([index.count])
    if input.dim == 0 { return .tensor(try input.clone()) }
    let result = try input.engine.withGrad(false) { () throws(TensorError) in
      try input.indexed(input.sizes.position(axis, flat))
    }
    var attributes = Attributes.dims(axis)
    attributes.sizes = result.sizes
    return .tensor(result.recorded(selected, input, extra: flat, with: attributes))
  }

  private static let indexAdded: Derivative = Derivative(
    "IndexAddBackward0",
    Formula { _, g in g },
    Formula { n, g in try g.indexed(n.attributes.indices).sumTo(n.inputSizes(1)) })

  static let indexAdd: Operation = Operation(
    "index_add", "Tensor input, int dim, Tensor index, Tensor source, *, Number alpha=1",
    [.function, .method, .inPlace],
    help: "The tensor with slices of `source` added at the positions `index` along a dimension.",
    samples: ["T(3, 2), 0, IX(2), T(2, 2)"]
  ) { c in
    let (input, index, source) = (try c.tensor(0), try c.tensor(2), try c.tensor(3))
    let axis = try wrapDimension(c.int(1), input.dim)
    let scaled = try c.number(4) == .int(1) ? source : source.scaled(c.number(4))
    let positions = input.sizes.position(axis, try index.to(.int64))
    return .tensor(try input.putting(positions, scaled, accumulates: true, indexAdded))
  }

  // MARK: masks

  static let maskSelected: Derivative = Derivative(
    "MaskedSelectBackward0",
    Formula { n, g in
      try Tensor.zeros(n.engine, n.attributes.sizes, g.dtype).putting(n.attributes.indices, g, accumulates: true)
    })

  static let maskedSelect: Operation = Operation(
    "masked_select", "Tensor input, Tensor mask", [.function, .method], help: "The elements where the mask is true.",
    samples: ["T(2, 3), B(2, 3)", "T(3), B(3)"]
  ) { c in
    let (input, mask) = (try c.tensor(0), try c.tensor(1))
    guard mask.dtype == .bool else { throw TensorError.runtime("masked_select: expected BoolTensor for mask") }
    let sizes = try Shape.broadcast(input.sizes, mask.sizes)
    let indices: [Tensor?] = try mask.detach().expand(sizes.array).nonzeroTuple()
    let result = try input.engine.withGrad(false) { () throws(TensorError) in
      let whole = try input.expand(sizes.array)
      return sizes.isEmpty ? try whole.reshape([1]).indexed(indices) : try whole.indexed(indices)
    }
    var attributes = Attributes()
    attributes.indices = indices
    attributes.sizes = sizes.isEmpty ? Shape(1) : sizes
    return .tensor(result.recorded(maskSelected, input, with: attributes))
  }

  static let nonzero: Operation = Operation(
    "nonzero", "Tensor input, *, bool as_tuple=False", help: "The positions of the elements that are not zero.",
    samples: ["B(2, 3)", "I(4)"]
  ) { c in
    let input = try c.tensor(0)
    return try c.bool(1) ? .tensors(input.nonzeroTuple()) : .tensor(input.nonzero())
  }

  // MARK: flip, repeat, roll

  static let flipped: Derivative = Derivative("FlipBackward0", Formula { n, g in try g.flip(n.attributes.dims) })

  static let flip: Operation = Operation(
    "flip", "Tensor input, size dims", help: "The elements in reverse order along dimensions.",
    samples: ["T(2, 3), [0]", "T(2, 3), [0, 1]", "T(4), [-1]"]
  ) { c in .tensor(try c.tensor(0).flip(c.ints(1))) }

  static let repeated: Derivative = Derivative(
    "RepeatBackward0",
    Formula { n, g in
      var sizes: [Int] = []
      var repeats: [Int] = []
      let input = n.inputSizes(0)
      let shift = n.attributes.dims.count - input.count
      for (index, times) in n.attributes.dims.enumerated() {
        repeats.append(sizes.count)
        sizes.append(times)
        if index >= shift { sizes.append(input[index - shift]) }
      }
      if g.count == 0 { return try Tensor.zeros(n.engine, input, g.dtype) }
      return try g.reshape(sizes).sum(repeats)
    })

  static let repeatOperation: Operation = Operation(
    "repeat", "Tensor input, size repeats", [.method], help: "The tensor repeated along each dimension.",
    samples: ["T(2), [3]", "T(2, 3), [2, 1]", "T(2), [2, 2]"]
  ) { c in
    let (input, repeats) = (try c.tensor(0), try c.ints(1))
    guard repeats.count >= input.dim else {
      throw TensorError.runtime(
        "Number of dimensions of repeat dims can not be smaller than number of dimensions of tensor")
    }
    let padded = Array(repeating: 1, count: repeats.count - input.dim) + input.sizes.array
    let target = Shape(zip(padded, repeats).map { $0.multiplied($1) })
    let result = try Tensor.uninitialized(input.engine, target, input.dtype).taint(input, input)
    var order: [Int] = []
    for (size, times) in zip(padded, repeats) { order += [times, size] }
    let source = try input.detach().reshape(padded.flatMap { [1, $0] })
    if result.count > 0 { try result.view(order).copyData(from: source) }
    return .tensor(result.recorded(repeated, input, with: .dims(repeats)))
  }

  static let rolled: Derivative = Derivative(
    "RollBackward0",
    Formula { n, g in
      let a = n.attributes.dims
      if a.count == 1 {
        return try g.reshape([g.count]).roll([0 &- a[0]], [0]).reshape(g.sizes)
      }
      let half = a.count / 2
      return try g.roll(a[..<half].map { 0 &- $0 }, Array(a[half...]))
    })

  static let roll: Operation = Operation(
    "roll", "Tensor input, dims shifts, dims dims=[]",
    help: "The elements moved along dimensions, those at the end to the front.",
    samples: ["T(5), 2", "T(2, 3), 1, 1", "T(2, 3), [1, 1], [0, 1]", "T(2, 3), 2"]
  ) { c in
    let (input, shifts, dims) = (try c.tensor(0), try c.ints(1), try c.ints(2))
    if dims.isEmpty {
      let result = try input.engine.withGrad(false) { () throws(TensorError) in
        try input.reshape([input.count]).roll(shifts, [0]).reshape(input.sizes)
      }
      return .tensor(result.recorded(rolled, input, with: .dims(shifts)))
    }
    guard shifts.count == dims.count else {
      throw TensorError.runtime(
        "shifts and dimensions must align. shifts: \(shifts.count), dims:\(dims.count)")
    }
    return .tensor(try input.roll(shifts, dims))
  }
}

extension Shape {
  /// Positions along one dimension as an index of all.
  func position(_ axis: Int, _ index: Tensor) -> [Tensor?] { (0..<count).map { $0 == axis ? index : nil } }
}

extension Tensor {
  func flip(_ dimensions: [Int]) throws(TensorError) -> Tensor {
    let axes = dimensions.isEmpty ? [] : try wrapDimensions(dimensions, dim)
    let result = try Tensor.uninitialized(engine, sizes, dtype).taint(self, self)
    var (start, steps) = (offset, strides)
    for axis in axes where axis < dim {
      start &+= (sizes[axis] &- 1) &* strides[axis]
      steps[axis] = 0 &- strides[axis]
    }
    if count > 0 {
      result.copyData(from: window(sizes, steps, offset: start))
    }
    return result.recorded(Gathering.flipped, self, with: .dims(axes))
  }

  fileprivate func roll(_ shifts: [Int], _ dims: [Int]) throws(TensorError) -> Tensor {
    var result = self
    var wrapped: [Int] = []
    for (shift, dimension) in zip(shifts, dims) {
      let axis = try wrapDimension(dimension, dim)
      wrapped.append(axis)
      let size = dim == 0 ? 1 : sizes[axis]
      if size == 0 { continue }
      let start = ((-(shift % size)) % size + size) % size
      if start == 0 || dim == 0 { continue }
      result = try engine.withGrad(false) { () throws(TensorError) in
        try Joining.cat(
          [result.slice(axis, start: start, end: size), result.slice(axis, start: 0, end: start)], axis)
      }
    }
    if result === self { result = try engine.withGrad(false) { () throws(TensorError) in try clone() } }
    return result.recorded(Gathering.rolled, self, with: .dims(shifts + wrapped))
  }

  fileprivate func gatheredDifferentiably(_ axis: Int, _ index: Tensor) throws(TensorError) -> Tensor {
    try gathered(axis, index).recorded(Gathering.gathered, self, extra: index, with: .dims(axis))
  }

  /// For each element of `index`, where it points to, in elements from the start of this tensor's storage.
  private func targets(_ axis: Int, _ index: Tensor, _ body: (Int, Int) -> Void) throws(TensorError) {
    let size = dim == 0 ? 1 : sizes[axis]
    let step = dim == 0 ? 0 : strides[axis]
    let values = index.integers
    for value in values where value < 0 || value >= size {
      throw .runtime("index \(value) is out of bounds for dimension \(axis) with size \(size)")
    }
    var counters = [Int](repeating: 0, count: index.dim)
    var base = offset
    for (position, value) in values.enumerated() {
      body(position, base &+ value &* step)
      var dimension = index.dim - 1
      while dimension >= 0 {
        let stride = dimension == axis ? 0 : strides[dimension]
        counters[dimension] += 1
        base &+= stride
        if counters[dimension] < index.sizes[dimension] { break }
        base &-= stride &* index.sizes[dimension]
        counters[dimension] = 0
        dimension -= 1
      }
    }
  }

  fileprivate func gathered(_ axis: Int, _ index: Tensor) throws(TensorError) -> Tensor {
    guard index.dtype == .int64 || index.dtype == .int32 else {
      throw .runtime("gather(): Expected dtype int32/int64 for index")
    }
    guard index.dim == dim || (index.dim <= 1 && dim <= 1) else {
      throw .runtime("Index tensor must have the same number of dimensions as input tensor")
    }
    for dimension in 0..<index.dim where dimension != axis && index.sizes[dimension] > sizes[dimension] {
      throw .runtime(
        "Size does not match at dimension \(dimension) expected index \(index.sizes.text) to be no larger than self "
          + "\(sizes.text) apart from dimension \(axis)")
    }
    let result = try Tensor.uninitialized(engine, index.sizes, dtype).taint(self, index)
    let size = dtype.itemSize
    let (source, target) = (storage.bytes, result.data)
    try targets(axis, index) { position, place in
      (target + position * size).copyMemory(from: source + place * size, byteCount: size)
    }
    return result
  }

  /// A copy with `source` written to, or added at, the positions along a dimension.
  func scattered(
    _ axis: Int, _ index: Tensor, _ source: Tensor, adds: Bool, _ derivative: Derivative? = nil
  ) throws(TensorError) -> Tensor {
    let result = try contiguousOrDenseCopy(dtype).taint(source, index)
    guard source.dtype == dtype else {
      throw .runtime("scatter(): Expected self.dtype to be equal to src.dtype")
    }
    guard index.dim == dim || (index.dim <= 1 && dim <= 1) else {
      throw .runtime("Index tensor must have the same number of dimensions as self tensor")
    }
    for dimension in 0..<index.dim {
      guard (dimension == axis || index.sizes[dimension] <= sizes[dimension]),
        index.sizes[dimension] <= source.sizes[dimension]
      else {
        throw .runtime(
          "Expected index \(index.sizes.text) to be no larger than self \(sizes.text) apart from dimension \(axis) and to "
            + "be no larger size than src \(source.sizes.text)")
      }
    }
    let used = try source.window(index.sizes, source.strides, offset: source.offset).contiguousData()
    let size = dtype.itemSize
    let (target, values, type) = (result.storage.bytes, used.data, dtype.kernel)
    try result.targets(axis, index) { position, place in
      let (to, from) = (target + place * size, values + position * size)
      if adds {
        _ = nbk_binary(NBK_ADD, type, 1, to, 1, to, 1, from, 1)
      } else {
        to.copyMemory(from: from, byteCount: size)
      }
    }
    return result.recorded(
      derivative ?? (adds ? Gathering.scatteredSum : Gathering.scattered), self, source, extra: index, with: .dims(axis)
    )
  }

  func scatterAdded(_ dimension: Int, _ index: Tensor, _ source: Tensor) throws(TensorError) -> Tensor {
    try scattered(try wrapDimension(dimension, dim), index, source, adds: true)
  }
}
