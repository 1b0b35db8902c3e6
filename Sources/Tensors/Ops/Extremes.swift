import CKernels

/// Largest and smallest elements and where they are.
enum Extremes {
  static let operations: [Operation] = [max, min, amax, amin, argmax, argmin]

  // MARK: max, min

  static let ofAll: [Derivative] = ["MinBackward1", "MaxBackward1"].map { shared($0) }
  static let alongDims: [Derivative] = ["AminBackward0", "AmaxBackward0"].map { shared($0) }

  /// Elements that are equally large share the gradient.
  private static func shared(_ name: String) -> Derivative {
    Derivative(
      name,
      Formula([.input0, .result]) { n, g in
        let hits = try n.input(0).detach().compare(NBK_EQ, n.result.detach().keepingDims(n)).to(g.dtype)
        return try (g.keepingDims(n) / hits.sum(n.attributes.dims, keepdim: true)) * hits
      })
  }

  static let withIndices: [Derivative] = ["MinBackward0", "MaxBackward0"].map { name in
    Derivative(
      name,
      Formula(.extra) { n, g in
        if n.inputSizes(0).isEmpty { return g }
        let axis = n.attributes.dims[0]
        let zeros = try Tensor.zeros(n.engine, n.inputSizes(0), g.dtype)
        return try zeros.scatterAdded(axis, n.extra.keepingDims(n), g.keepingDims(n))
      })
  }

  static let max: Operation = extreme(
    "max", largest: true, "The largest element, or the largest along a dimension and its position.")
  static let min: Operation = extreme(
    "min", largest: false, "The smallest element, or the smallest along a dimension and its position.")

  private static func extreme(_ name: String, largest: Bool, _ documentation: String) -> Operation {
    Operation(
      name,
      overloads: [
        Overload("Tensor input") { c in .tensor(try c.tensor(0).extremeOfAll(largest: largest)) },
        Overload("Tensor input, int dim, bool keepdim=False") { c in
          let (values, indices) = try c.tensor(0).extremeAlong(c.int(1), c.bool(2), largest: largest)
          return .named(name, [("values", values), ("indices", indices)])
        },
        Overload("Tensor input, Tensor other") { c in
          .tensor(try c.tensor(0).extreme(c.tensor(1), largest: largest))
        },
      ], help: documentation,
      samples: ["T(2, 3)", "T(2, 3), 0", "T(2, 3), 1, keepdim=True", "T(3), T(3)", "I(2, 3)", "I(2, 3), 1", "B(3)"])
  }

  // MARK: amax, amin

  static let amax: Operation = extremeOfDims("amax", largest: true, "The largest elements along dimensions.")
  static let amin: Operation = extremeOfDims("amin", largest: false, "The smallest elements along dimensions.")

  private static func extremeOfDims(_ name: String, largest: Bool, _ documentation: String) -> Operation {
    Operation(
      name, "Tensor input, dims dim=[], bool keepdim=False", [.function, .method, .out], help: documentation,
      samples: ["T(2, 3)", "T(2, 3), 0", "T(2, 3, 4), [0, 2], keepdim=True", "I(2, 3), 1"]
    ) { c in
      let (input, dims, keepdim) = (try c.tensor(0), try c.ints(1), try c.bool(2))
      let attributes = try input.reduction(dims, keepdim)
      let result = try input.extremeValues(dims, keepdim, largest: largest, name)
      return .tensor(result.recorded(alongDims[largest ? 1 : 0], input, with: attributes))
    }
  }

  // MARK: argmax, argmin

  static let argmax: Operation = position("argmax", largest: true, "The position of the largest element.")
  static let argmin: Operation = position("argmin", largest: false, "The position of the smallest element.")

  private static func position(_ name: String, largest: Bool, _ documentation: String) -> Operation {
    Operation(
      name, "Tensor input, int? dim=None, bool keepdim=False", [.function, .method, .out], help: documentation,
      samples: ["T(2, 3)", "T(2, 3), 0", "T(2, 3), 1, keepdim=True", "I(5)"]
    ) { c in
      let (input, dimension, keepdim) = (try c.tensor(0), try c.optionalInt(1), try c.bool(2))
      if input.dtype == .bool { throw TensorError.runtime("\(name)(): does not support bool input") }
      if let dimension {
        let axis = try wrapDimension(dimension, input.dim)
        return .tensor(try input.extremes(axis, keepdim, largest: largest, name).indices)
      }
      guard input.count > 0 else {
        throw TensorError.index("\(name)(): Expected reduction dim to be specified for input.numel() == 0.")
      }
      let flat = try input.detach().reshape([input.count])
      let index = try flat.extremes(0, false, largest: largest, name).indices
      return .tensor(keepdim ? try index.reshape(Shape(repeating: 1, count: input.dim)) : index)
    }
  }
}

extension Tensor {
  fileprivate func extremeOfAll(largest: Bool) throws(TensorError) -> Tensor {
    let name = largest ? "max" : "min"
    guard count > 0 else {
      throw .runtime(
        "\(name)(): Expected reduction dim to be specified for input.numel() == 0. Specify the reduction dim with the 'dim' "
          + "argument.")
    }
    let attributes = try reduction(nil, false)
    return try extremeValues(nil, false, largest: largest, name)
      .recorded(Extremes.ofAll[largest ? 1 : 0], self, with: attributes)
  }

  func extremeAlong(
    _ dimension: Int, _ keepdim: Bool, largest: Bool
  ) throws(TensorError) -> (Tensor, Tensor) {
    let axis = try wrapDimension(dimension, dim)
    let (values, indices) = try extremes(axis, keepdim, largest: largest, largest ? "max" : "min")
    let attributes = try reduction([axis], keepdim)
    return (values.recorded(Extremes.withIndices[largest ? 1 : 0], self, extra: indices, with: attributes), indices)
  }

  /// Values and positions along one dimension. Without history.
  fileprivate func extremes(
    _ axis: Int, _ keepdim: Bool, largest: Bool, _ name: String
  ) throws(TensorError) -> (values: Tensor, indices: Tensor) {
    if dim > 0 && sizes[axis] == 0 {
      throw .index("\(name)(): Expected reduction dim \(axis) to have non-zero size.")
    }
    let plan = try ReductionPlan(self, dim == 0 ? [] : [axis], keepdim: keepdim)
    let values = try Tensor.uninitialized(engine, plan.resultSizes, dtype).taint(self, self)
    let indices = try Tensor.uninitialized(engine, plan.resultSizes, .int64).taint(self, self)
    if values.count > 0 {
      try check(
        nbk_extreme(
          largest, dtype.kernel, Int64(plan.outer), Int64(plan.outerStride), Int64(plan.inner), Int64(plan.innerStride),
          plan.source.data, values.data, 1, indices.data.assumingMemoryBound(to: Int64.self), 1), "max_cpu", dtype)
    }
    return (values, indices)
  }

  /// Values along several dimensions. Without history.
  func extremeValues(
    _ dims: [Int]?, _ keepdim: Bool, largest: Bool, _ name: String
  ) throws(TensorError) -> Tensor {
    let axes = try wrapDimensions(dims, dim)
    for axis in axes where sizes[axis] == 0 {
      if dims?.isEmpty ?? true {
        throw .runtime(
          "\(name)(): Expected reduction dim to be specified for input.numel() == 0. Specify the reduction dim with the "
            + "'dim' argument.")
      }
      throw .index("\(name)(): Expected reduction dim \(axis) to have non-zero size.")
    }
    let plan = try ReductionPlan(self, axes, keepdim: keepdim)
    let values = try Tensor.uninitialized(engine, plan.resultSizes, dtype).taint(self, self)
    if values.count > 0 {
      try check(
        nbk_extreme(
          largest, dtype.kernel, Int64(plan.outer), Int64(plan.outerStride), Int64(plan.inner), Int64(plan.innerStride),
          plan.source.data, values.data, 1, nil, 0), "max_cpu", dtype)
    }
    return values
  }
}
