import CKernels

/// Spread and norms.
enum Statistics {
  static let operations: [Operation] = [
    std, variance, varMean, stdMean, norm, vectorNorm,
  ]

  // MARK: var, std

  static let ofVariance: Derivative = Derivative(
    "VarBackward0", Formula(.input0) { n, g in try varianceGradient(n, g, n.input(0)) })

  static let ofDeviation: Derivative = Derivative(
    "StdBackward0",
    Formula([.input0, .result]) { n, g in
      let result = try n.result
      let slope = try g / (result * 2.0)
      let safe = try Tensor.choose(result.compare(NBK_EQ, .int(0)), slope.zero, slope)
      return try varianceGradient(n, safe, n.input(0))
    })

  private static func varianceGradient(
    _ n: OperationNode, _ g: Tensor, _ x: Tensor
  ) throws(TensorError) -> Tensor {
    let dims = n.attributes.dims
    let count = dims.reduce(1) { $0 * x.sizes[$1] }
    let divisor = Double(count) - n.attributes.number.double
    let spread = try x - x.mean(dims, keepdim: true)
    let wide = try g.keepingDims(n)
    return try (wide * (2 / divisor)) * spread
  }

  static let std: Operation = spread("std", isRoot: true, "The standard deviation.")
  static let variance: Operation = spread("var", isRoot: false, "The variance.")

  private static func spread(_ name: String, isRoot: Bool, _ documentation: String) -> Operation {
    Operation(
      name,
      overloads: [
        Overload("Tensor input, bool unbiased") { c in
          .tensor(try c.tensor(0).spread(nil, c.bool(1) ? 1 : 0, false, isRoot: isRoot))
        },
        Overload("Tensor input, dims? dim, bool unbiased, bool keepdim=False") { c in
          .tensor(try c.tensor(0).spread(c.optionalInts(1), c.bool(2) ? 1 : 0, c.bool(3), isRoot: isRoot))
        },
        Overload("Tensor input, dims? dim=None, *, Number? correction=1, bool keepdim=False") { c in
          let correction = try c.optionalNumber(2)?.double ?? 1
          return .tensor(try c.tensor(0).spread(c.optionalInts(1), correction, c.bool(3), isRoot: isRoot))
        },
      ], [.function, .method, .out], help: documentation,
      samples: [
        "T(6)", "T(2, 3)", "T(2, 3), 0", "T(2, 3), 1, keepdim=True", "T(2, 3), 1, correction=0", "T(4), False",
        "T(1000)",
      ],
      tolerance: 2)
  }

  static let ofVarianceAndMean: Derivative = Derivative("VarMeanBackward0", saving: .input0) { n, grads in
    let x = try n.input(0)
    let spread = try grads[0].map { g throws(TensorError) in try varianceGradient(n, g, x) }
    return [try sum(spread, try meanGradient(n, grads[1], x))]
  }

  static let ofDeviationAndMean: Derivative = Derivative("StdMeanBackward0", saving: .input0) { n, grads in
    let x = try n.input(0)
    let spread = try grads[0].map { g throws(TensorError) in
      let deviation = try x.spread(n.attributes.dims, n.attributes.number.double, n.attributes.flag, isRoot: true)
      return try varianceGradient(n, g / (deviation * 2.0), x)
    }
    return [try sum(spread, try meanGradient(n, grads[1], x))]
  }

  private static func meanGradient(
    _ n: OperationNode, _ g: Tensor?, _ x: Tensor
  ) throws(TensorError) -> Tensor? {
    guard let g else { return nil }
    let count = n.attributes.dims.reduce(1) { $0 * x.sizes[$1] }
    return try g.unreduced(n) / Tensor.wrapped(n.engine, .int(count))
  }

  private static func sum(_ a: Tensor?, _ b: Tensor?) throws(TensorError) -> Tensor? {
    guard let a, let b else { return a ?? b }
    return try a + b
  }

  static let varMean: Operation = both("var_mean", isRoot: false, "The variance and the mean.")
  static let stdMean: Operation = both("std_mean", isRoot: true, "The standard deviation and the mean.")

  private static func both(_ name: String, isRoot: Bool, _ documentation: String) -> Operation {
    Operation(
      name, "Tensor input, dims? dim=None, *, Number? correction=1, bool keepdim=False", [.function],
      help: documentation, samples: ["T(2, 3)", "T(2, 3), 1"], tolerance: 2
    ) { c in
      let (input, dims, keepdim) = (try c.tensor(0), try c.optionalInts(1), try c.bool(3))
      let correction = try c.optionalNumber(2)?.double ?? 1
      let results = try input.engine.withGrad(false) { () throws(TensorError) in
        [
          try input.spread(dims, correction, keepdim, isRoot: isRoot), try input.mean(dims ?? [], keepdim: keepdim),
        ]
      }
      var attributes = try input.reduction(dims, keepdim)
      attributes.number = .float(correction)
      Tensor.record(
        results, isRoot ? ofDeviationAndMean : ofVarianceAndMean, inputs: [input], attributes)
      return .tensors(results)
    }
  }

  // MARK: norm

  static let ofNorm: Derivative = Derivative(
    "LinalgVectorNormBackward0",
    Formula([.input0, .result]) { n, g in
      let (x, order) = (try n.input(0), n.attributes.number.double)
      let (norm, wide) = (try n.result.keepingDims(n), try g.keepingDims(n))
      let isZero = try norm.compare(NBK_EQ, .int(0))
      if order == 0 { return nil }
      if order == 1 { return try x.sign() * wide }
      if order == 2 {
        return try wide * Tensor.choose(isZero, norm.zero, x / norm)
      }
      if order.isInfinite {
        let hits = try x.abs().compare(NBK_EQ, norm).to(x.dtype)
        return try x.sign() * (hits / hits.sum(n.attributes.dims, keepdim: true) * wide)
      }
      if order < 1 {
        let powers = try Tensor.choose(
          x.compare(NBK_EQ, .int(0)), x.zero, x.sign() * x.abs().pow(.float(order - 1)))
        return try powers * wide * norm.pow(.float(1 - order))
      }
      let powers = order < 2 ? try x.sign() * x.abs().pow(.float(order - 1)) : try x * x.abs().pow(.float(order - 2))
      let scale = try Tensor.choose(isZero, norm.zero, wide / norm.pow(.float(order - 1)))
      return try powers * scale
    })

  static let norm: Operation = Operation(
    "norm",
    overloads: [
      Overload("Tensor input, Number? p=2, dims? dim=None, bool keepdim=False, dtype? dtype=None") { c in
        let order = try c.optionalNumber(1)?.double ?? 2
        return .tensor(try c.tensor(0).vectorNorm(order, c.optionalInts(2), c.bool(3), c.dtype(4)))
      },
      Overload("Tensor input, str p, dims? dim=None, bool keepdim=False, dtype? dtype=None") { c in
        let order = try c.string(1)
        if order == "nuc" {
          throw TensorError(.notImplementedError, "torch.norm(p='nuc') is not available in nbcheck")
        }
        guard order == "fro" else {
          throw TensorError.runtime("linalg.matrix_norm: Order \(order) not supported.")
        }
        return .tensor(try c.tensor(0).vectorNorm(2, c.optionalInts(2), c.bool(3), c.dtype(4)))
      },
    ], help: "The norm of all elements, or along dimensions.",
    samples: [
      "T(5)", "T(2, 3)", "T(2, 3), dim=1", "T(5), 1", "T(5), 3", "T(2, 3), p='fro'", "T(2, 3), 2, 0, keepdim=True",
      "T(5), 0",
      "T(100)",
    ], tolerance: 3)

  static let vectorNorm: Operation = Operation(
    "vector_norm", "Tensor x, Number ord=2, dims? dim=None, bool keepdim=False, *, dtype? dtype=None", [.function],
    in: ["torch.linalg"], help: "The norm of all elements, or along dimensions.", samples: ["T(5)", "T(2, 3), 1, 0"],
    tolerance: 3
  ) { c in
    .tensor(try c.tensor(0).vectorNorm(c.double(1), c.optionalInts(2), c.bool(3), c.dtype(4)))
  }
}

extension Tensor {
  func spread(
    _ dims: [Int]?, _ correction: Double, _ keepdim: Bool, isRoot: Bool
  ) throws(TensorError) -> Tensor {
    guard dtype.isFloatingPoint else {
      throw .runtime("std and var only support floating point and complex dtypes")
    }
    var attributes = try reduction(dims, keepdim)
    attributes.number = .float(correction)
    let plan = try ReductionPlan(self, attributes.dims, keepdim: keepdim)
    let out = try Tensor.uninitialized(engine, plan.resultSizes, dtype)
    if out.count > 0 {
      if Double(plan.inner) - correction <= 0 {
        engine.warnings.append(
          "\(isRoot ? "std" : "var")(): degrees of freedom is <= 0. Correction should be strictly less than the reduction "
            + "factor (input numel divided by output numel).")
      }
      try check(
        nbk_var(
          dtype.kernel, Int64(plan.outer), Int64(plan.outerStride), Int64(plan.inner), Int64(plan.innerStride),
          plan.source.data, correction, isRoot, out.data, 1, nil, 0), "std_and_var_all", dtype)
    }
    return out.taint(self, self)
      .recorded(isRoot ? Statistics.ofDeviation : Statistics.ofVariance, self, with: attributes)
  }

  func vectorNorm(
    _ order: Double, _ dims: [Int]?, _ keepdim: Bool, _ requested: DType?
  ) throws(TensorError) -> Tensor {
    guard dtype.isFloatingPoint else {
      throw .runtime(
        "linalg.vector_norm: Expected a floating point or complex tensor as input. Got \(dtype.scalarName)")
    }
    if let requested, requested != dtype { return try to(requested).vectorNorm(order, dims, keepdim, nil) }
    var attributes = try reduction(dims, keepdim)
    attributes.number = .float(order)
    let axes = attributes.dims
    let result = try engine.withGrad(false) { () throws(TensorError) -> Tensor in
      switch order {
      case 2: return try reduced(NBK_SUM_SQUARES, axes, keepdim: keepdim, dtype, dtype).sqrt()
      case 1: return try reduced(NBK_SUM_ABS, axes, keepdim: keepdim, dtype, dtype)
      case 0: return try reduced(NBK_COUNT_NONZERO, axes, keepdim: keepdim, dtype, dtype)
      case .infinity: return try abs().extremeValues(axes, keepdim, largest: true, "linalg.vector_norm")
      case -.infinity: return try abs().extremeValues(axes, keepdim, largest: false, "linalg.vector_norm")
      default:
        return try abs().pow(.float(order)).reduced(NBK_SUM, axes, keepdim: keepdim, dtype, dtype).pow(
          .float(1 / order))
      }
    }
    return result.recorded(Statistics.ofNorm, self, with: attributes)
  }
}
