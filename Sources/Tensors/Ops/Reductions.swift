import CKernels

/// Sums, products and means.
enum Reductions {
  static let operations: [Operation] = [sum, mean, prod, any, all, countNonzero, nansum, sumToSize]

  // MARK: sum

  static let sumOfAll: Derivative = Derivative("SumBackward0", Formula { n, g in try g.expand(n.inputSizes(0).array) })
  static let sumOfDims: Derivative = Derivative("SumBackward1", Formula { n, g in try g.unreduced(n) })

  static let sum: Operation = Operation(
    "sum",
    overloads: [
      Overload("Tensor input, *, dtype? dtype=None") { c in .tensor(try c.tensor(0).sum(nil, dtype: c.dtype(1))) },
      Overload("Tensor input, dims? dim, bool keepdim=False, *, dtype? dtype=None") { c in
        .tensor(try c.tensor(0).sum(c.optionalInts(1) ?? [], keepdim: c.bool(2), dtype: c.dtype(3)))
      },
    ], [.function, .method, .out], help: "The sum of all elements, or along dimensions.",
    samples: [
      "T(2, 3)", "T(2, 3), 0", "T(2, 3), -1, keepdim=True", "T(2, 3, 4), [0, 2]", "T(2, 3, 4), 1", "I(3)", "B(4)",
      "T()",
      "T(100)", "T(37, 45)", "T(37, 45), 0", "T(37, 45), 1", "T(0)", "I(3), dtype=torch.float64",
    ], tolerance: 2)

  // MARK: mean

  static let meanOfAll: Derivative = Derivative(
    "MeanBackward0",
    Formula { n, g in
      try g.expand(n.inputSizes(0).array) / Tensor.wrapped(n.engine, .int(n.inputSizes(0).product))
    })
  static let meanOfDims: Derivative = Derivative(
    "MeanBackward1",
    Formula { n, g in
      let count = n.attributes.dims.reduce(1) { $0 * Swift.max(n.inputSizes(0)[$1], 1) }
      return try g.unreduced(n) / Tensor.wrapped(n.engine, .int(count))
    })

  static let mean: Operation = Operation(
    "mean",
    overloads: [
      Overload("Tensor input, *, dtype? dtype=None") { c in .tensor(try c.tensor(0).mean(nil, dtype: c.dtype(1))) },
      Overload("Tensor input, dims? dim, bool keepdim=False, *, dtype? dtype=None") { c in
        .tensor(try c.tensor(0).mean(c.optionalInts(1) ?? [], keepdim: c.bool(2), dtype: c.dtype(3)))
      },
    ], [.function, .method, .out], help: "The mean of all elements, or along dimensions.",
    samples: [
      "T(2, 3)", "T(2, 3), 0", "T(2, 3), -1, keepdim=True", "T(2, 3, 4), [0, 2]", "T(100)", "I(3), dtype=torch.float32",
    ],
    tolerance: 2)

  // MARK: prod

  static let prodOfAll: Derivative = Derivative(
    "ProdBackward0",
    Formula([.input0, .result]) { n, g in
      let x = try n.input(0)
      if x.count == 0 { return try x.zerosLike() }
      if try x.compare(NBK_EQ, .int(0)).anyData() || n.engine.records {
        return try (g * x.reshape([x.count]).productsOfOthers(0)).reshape(x.sizes)
      }
      return try g * n.result / x
    })
  static let prodOfDim: Derivative = Derivative(
    "ProdBackward1",
    Formula([.input0, .result]) { n, g in
      let x = try n.input(0)
      if x.dim == 0 { return g }
      let axis = n.attributes.dims[0]
      return try g.unreduced(n) * x.productsOfOthers(axis)
    })

  static let prod: Operation = Operation(
    "prod",
    overloads: [
      Overload("Tensor input, *, dtype? dtype=None") { c in .tensor(try c.tensor(0).prod(nil, dtype: c.dtype(1))) },
      Overload("Tensor input, int dim, bool keepdim=False, *, dtype? dtype=None") { c in
        .tensor(try c.tensor(0).prod(c.int(1), keepdim: c.bool(2), dtype: c.dtype(3)))
      },
    ], [.function, .method, .out], help: "The product of all elements, or along a dimension.",
    samples: ["T(2, 3)", "T(2, 3), 0", "T(2, 3), -1, keepdim=True", "I(3)", "T(0)"], tolerance: 2)

  // MARK: any, all, count_nonzero

  static let any: Operation = truth("any", NBK_ANY, "Whether any element is true.")
  static let all: Operation = truth("all", NBK_ALL, "Whether all elements are true.")

  private static func truth(_ name: String, _ op: nbk_reduce_op, _ documentation: String) -> Operation {
    Operation(
      name,
      overloads: [
        Overload("Tensor input") { c in .tensor(try c.tensor(0).truthOf(op, nil, false)) },
        Overload("Tensor input, dims? dim, bool keepdim=False") { c in
          .tensor(try c.tensor(0).truthOf(op, c.optionalInts(1), c.bool(2)))
        },
      ], [.function, .method, .out], help: documentation,
      samples: ["B(2, 3)", "B(2, 3), 0", "T(2, 3), 1, keepdim=True", "I(3)"])
  }

  static let countNonzero: Operation = Operation(
    "count_nonzero", "Tensor input, dims? dim=None", help: "How many elements are not zero.",
    samples: ["I(2, 3)", "I(2, 3), 0", "B(4)"]
  ) { c in
    let input = try c.tensor(0)
    return .tensor(try input.reduced(NBK_COUNT_NONZERO, c.optionalInts(1), keepdim: false, input.dtype, .int64))
  }

  static let nansumming: Derivative = Derivative(
    "NansumBackward0",
    Formula(.input0) { n, g in
      let isNumber = try n.input(0).compare(NBK_EQ, n.input(0)).to(g.dtype)
      return try g.unreduced(n) * isNumber
    })

  static let nansum: Operation = Operation(
    "nansum", "Tensor input, dims? dim=None, bool keepdim=False, *, dtype? dtype=None",
    help: "The sum of the elements that are numbers.", samples: ["T(2, 3)", "T(2, 3), 0"], tolerance: 2
  ) { c in
    let input = try c.tensor(0)
    let reduction = try input.reduction(c.optionalInts(1), c.bool(2))
    let result = try input.reduced(
      NBK_NAN_SUM, c.optionalInts(1), keepdim: c.bool(2), input.dtype, Tensor.sumDType(input.dtype, nil))
    return .tensor(result.recorded(nansumming, input, with: reduction))
  }

  static let sumToSize: Operation = Operation(
    "sum_to_size", "Tensor input, size size", [.method],
    help: "Sums over the dimensions that broadcasting would repeat.",
    samples: ["T(2, 3), [3]", "T(2, 3), [2, 1]"]
  ) { c in
    let (input, sizes) = (try c.tensor(0), Shape(try c.ints(1)))
    guard sizes.isBroadcastable(to: input.sizes) else {
      throw TensorError.runtime(
        "size {\(sizes.text)} is not expandable to size {\(input.sizes.text)}.")
    }
    return .tensor(try input.sumTo(sizes))
  }
}

extension Tensor {
  package func sum(
    _ dims: [Int]? = nil, keepdim: Bool = false, dtype: DType? = nil
  ) throws(TensorError) -> Tensor {
    let target = Self.sumDType(self.dtype, dtype)
    let result = try reduced(NBK_SUM, dims, keepdim: keepdim, dtype ?? self.dtype, target)
    if dims == nil { return result.recorded(Reductions.sumOfAll, self) }
    let reduction = try reduction(dims, keepdim)
    return result.recorded(Reductions.sumOfDims, self, with: reduction)
  }

  /// Integers are summed as int64.
  static func sumDType(_ source: DType, _ requested: DType?) -> DType {
    requested ?? (source.isFloatingPoint ? source : .int64)
  }

  func mean(_ dims: [Int]? = nil, keepdim: Bool = false, dtype: DType? = nil) throws(TensorError) -> Tensor {
    let target = dtype ?? self.dtype
    guard target.isFloatingPoint else {
      if let dtype {
        throw .runtime(
          "mean(): could not infer output dtype. Optional dtype must be either a floating point or complex dtype. Got: "
            + dtype.scalarName)
      }
      throw .runtime(
        "mean(): could not infer output dtype. Input dtype must be either a floating point or complex dtype. Got: "
          + target.scalarName)
    }
    let result = try reduced(NBK_MEAN, dims, keepdim: keepdim, target, target)
    if dims == nil { return result.recorded(Reductions.meanOfAll, self) }
    let reduction = try reduction(dims, keepdim)
    return result.recorded(Reductions.meanOfDims, self, with: reduction)
  }

  func prod(_ dimension: Int?, keepdim: Bool = false, dtype: DType? = nil) throws(TensorError) -> Tensor {
    let target = Self.sumDType(self.dtype, dtype)
    let dims = dimension.map { [$0] }
    let result = try reduced(NBK_PROD, dims, keepdim: keepdim, dtype ?? self.dtype, target)
    if dims == nil { return result.recorded(Reductions.prodOfAll, self) }
    let reduction = try reduction(dims, keepdim)
    return result.recorded(Reductions.prodOfDim, self, with: reduction)
  }

  func truthOf(_ op: nbk_reduce_op, _ dims: [Int]?, _ keepdim: Bool) throws(TensorError) -> Tensor {
    let result = try reduced(op, dims, keepdim: keepdim, dtype, .bool)
    return dtype == .uint8 ? try result.converted(.uint8) : result
  }

  /// `bool(tensor.all())`, without a tensor.
  func allData() throws(TensorError) -> Bool { try reduced(NBK_ALL, nil, keepdim: false, dtype, .bool).truth() }
  func anyData() throws(TensorError) -> Bool { try reduced(NBK_ANY, nil, keepdim: false, dtype, .bool).truth() }

  /// Sums what broadcasting has repeated, so that the result has `sizes`.
  func sumTo(_ sizes: Shape) throws(TensorError) -> Tensor {
    if self.sizes == sizes { return self }
    let shift = dim - sizes.count
    let dims = (0..<dim).filter { $0 < shift || (sizes[$0 - shift] == 1 && self.sizes[$0] != 1) }
    let summed = dims.isEmpty ? self : try sum(dims, keepdim: true)
    return try summed.sizes == sizes ? summed : summed.reshape(sizes)
  }

  /// What the gradient of a reduction needs to know.
  func reduction(_ dims: [Int]?, _ keepdim: Bool) throws(TensorError) -> Attributes {
    var attributes = Attributes.dims(try wrapDimensions(dims, dim))
    attributes.flag = keepdim
    return attributes
  }

  /// The gradient of a reduction, repeated along the reduced dimensions.
  func unreduced(_ node: OperationNode) throws(TensorError) -> Tensor {
    try keepingDims(node).expand(node.inputSizes(0).array)
  }

  /// A result of a reduction with the reduced dimensions as 1.
  func keepingDims(_ node: OperationNode) throws(TensorError) -> Tensor {
    if node.attributes.flag { return self }
    var sizes = node.inputSizes(0)
    for dimension in node.attributes.dims { sizes[dimension] = 1 }
    return self.sizes == sizes ? self : try reshape(sizes)
  }

  /// For each element, the product of the others along a dimension: right where elements are zero, too.
  func productsOfOthers(_ axis: Int) throws(TensorError) -> Tensor {
    let size = sizes[axis]
    if size <= 1 { return try Tensor.full(engine, sizes, .int(1), dtype) }
    var before: [Tensor] = []
    var after: [Tensor] = []
    var running = try Tensor.full(engine, sizes.replacing(axis, with: 1), .int(1), dtype)
    for index in 0..<size {
      before.append(running)
      running = try running * slice(axis, start: index, end: index + 1)
    }
    running = try Tensor.full(engine, sizes.replacing(axis, with: 1), .int(1), dtype)
    for index in (0..<size).reversed() {
      after.append(running)
      running = try running * slice(axis, start: index, end: index + 1)
    }
    var products: [Tensor] = []
    for index in 0..<size { products.append(try before[index] * after[size - 1 - index]) }
    return try Joining.cat(products, axis)
  }
}
