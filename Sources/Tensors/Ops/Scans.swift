import CKernels

/// Running results and normalised exponentials.
enum Scans {
  static let operations: [Operation] = [cumsum, cumprod, softmaxOperation, logSoftmaxOperation, logsumexp]

  // MARK: cumsum

  static let summed: Derivative = Derivative(
    "CumsumBackward0",
    Formula { n, g in
      let axis = n.attributes.dims[0]
      return try g.flip([axis]).cumsum(axis).flip([axis])
    })

  static let cumsum: Operation = Operation(
    "cumsum", "Tensor input, int dim, *, dtype? dtype=None", .everywhere, help: "Running sums along a dimension.",
    samples: ["T(2, 3), 0", "T(5), -1", "I(4), 0", "B(4), 0", "T(2, 3), 1, dtype=torch.float64", "T(), 0"], tolerance: 1
  ) { c in
    let input = try c.tensor(0)
    return .tensor(try input.to(c.dtype(2) ?? Tensor.sumDType(input.dtype, nil)).cumsum(c.int(1)))
  }

  // MARK: cumprod

  static let multiplied: Derivative = Derivative(
    "CumprodBackward0",
    Formula(.input0) { n, g in
      let (x, axis) = (try n.input(0), n.attributes.dims[0])
      if x.dim == 0 { return g }
      return try x.cumprodGradient(g, axis)
    })

  static let cumprod: Operation = Operation(
    "cumprod", "Tensor input, int dim, *, dtype? dtype=None", .everywhere, help: "Running products along a dimension.",
    samples: ["T(2, 3), 0", "T(4), -1", "I(4), 0"], tolerance: 1
  ) { c in
    let input = try c.tensor(0)
    let converted = try input.to(c.dtype(2) ?? Tensor.sumDType(input.dtype, nil))
    let axis = try wrapDimension(c.int(1), converted.dim)
    return .tensor(try converted.scanned(NBK_CUMPROD, axis).recorded(multiplied, converted, with: .dims(axis)))
  }

  // MARK: softmax

  static let softmax: Derivative = Derivative(
    "SoftmaxBackward0",
    Formula(.result) { n, g in
      let (y, axis) = (try n.result, n.attributes.dims[0])
      let product = try g * y
      return try product - y * product.sum([axis], keepdim: true)
    })

  static let logSoftmax: Derivative = Derivative(
    "LogSoftmaxBackward0",
    Formula(.result) { n, g in
      let (y, axis) = (try n.result, n.attributes.dims[0])
      return try g - y.exp() * g.sum([axis], keepdim: true)
    })

  private static let signature = "Tensor input, int dim, dtype? dtype=None"
  private static let softmaxSamples = [
    "T(2, 3), 0", "T(2, 3), 1", "T(4), -1", "I(3), 0, dtype=torch.float32", "T(), 0",
  ]

  static let softmaxOperation: Operation = Operation(
    "softmax", signature, in: ["torch", "torch.nn.functional", "torch.special"],
    help: "Exponentials divided by their sum along a dimension.", samples: softmaxSamples, tolerance: 3
  ) { c in .tensor(try c.tensor(0).softmax(c.int(1), c.dtype(2), isLogarithm: false)) }

  static let logSoftmaxOperation: Operation = Operation(
    "log_softmax", signature, in: ["torch", "torch.nn.functional", "torch.special"],
    help: "The logarithm of `softmax`.", samples: softmaxSamples, tolerance: 3
  ) { c in .tensor(try c.tensor(0).softmax(c.int(1), c.dtype(2), isLogarithm: true)) }

  // MARK: logsumexp

  static let logOfSum: Derivative = Derivative(
    "LogsumexpBackward0",
    Formula([.input0, .result]) { n, g in
      try g.keepingDims(n) * (n.input(0) - n.result.keepingDims(n)).exp()
    })

  static let logsumexp: Operation = Operation(
    "logsumexp", "Tensor input, dims dim, bool keepdim=False", [.function, .method, .out],
    help: "The logarithm of the sum of exponentials along dimensions.",
    samples: ["T(2, 3), 0", "T(2, 3), [0, 1]", "T(2, 3), 1, keepdim=True"], tolerance: 3
  ) { c in
    let (given, dims, keepdim) = (try c.tensor(0), try c.ints(1), try c.bool(2))
    let input = given.dtype.isFloatingPoint ? given : try given.to(c.engine.defaultDType)
    let attributes = try input.reduction(dims, keepdim)
    let plan = try ReductionPlan(input, attributes.dims, keepdim: keepdim)
    let out = try Tensor.uninitialized(c.engine, plan.resultSizes, input.dtype).taint(input, input)
    try check(
      nbk_logsumexp(
        input.dtype.kernel, Int64(plan.outer), Int64(plan.outerStride), Int64(plan.inner), Int64(plan.innerStride),
        plan.source.data, out.data, 1), "logsumexp", input.dtype)
    return .tensor(out.recorded(logOfSum, input, with: attributes))
  }
}

extension Tensor {
  func cumsum(_ dimension: Int) throws(TensorError) -> Tensor {
    let axis = try wrapDimension(dimension, dim)
    return try scanned(NBK_CUMSUM, axis).recorded(Scans.summed, self, with: .dims(axis))
  }

  /// The gradient of running products: for each element, the sum over what lies behind it of gradient times the product of
  /// the other factors.
  func cumprodGradient(_ gradient: Tensor, _ axis: Int) throws(TensorError) -> Tensor {
    let size = sizes[axis]
    var parts: [Tensor] = []
    for index in 0..<size {
      var sum: Tensor?
      for end in index..<size {
        var product = try gradient.slice(axis, start: end, end: end + 1)
        for other in 0...end where other != index { product = try product * slice(axis, start: other, end: other + 1) }
        sum = try sum.map { total throws(TensorError) in try total + product } ?? product
      }
      if let sum { parts.append(sum) }
    }
    return parts.isEmpty ? try zerosLike() : try Joining.cat(parts, axis)
  }

  fileprivate func scanned(_ op: nbk_scan_op, _ axis: Int) throws(TensorError) -> Tensor {
    let input = try contiguousData()
    let out = try Tensor.uninitialized(engine, sizes, dtype).taint(self, self)
    try alongAxis(axis) { n, sn, m, sm, start in
      nbk_scan(op, dtype.kernel, n, sn, m, sm, input.data + start, out.data + start, sn, sm)
    }
    return out
  }

  func softmax(_ dimension: Int, _ requested: DType?, isLogarithm: Bool) throws(TensorError) -> Tensor {
    let input = try requested.map { dtype throws(TensorError) in try to(dtype) } ?? self
    let axis = try wrapDimension(dimension, dim)
    guard input.dtype.isFloatingPoint else {
      throw .notImplemented(
        isLogarithm ? "log_softmax_lastdim_kernel_impl" : "softmax_lastdim_kernel_impl", for: input.dtype)
    }
    let source = try input.contiguousData()
    let out = try Tensor.uninitialized(engine, sizes, input.dtype).taint(self, self)
    try out.alongAxis(axis) { n, sn, m, sm, start in
      nbk_softmax(isLogarithm, input.dtype.kernel, n, sn, m, sm, source.data + start, out.data + start, sn, sm)
    }
    return out.recorded(isLogarithm ? Scans.logSoftmax : Scans.softmax, input, with: .dims(axis))
  }

  /// Calls a kernel for the runs along `axis` of a row-major tensor: few calls with many runs each.
  private func alongAxis(
    _ axis: Int, _ body: (_ n: Int64, _ sn: Int64, _ m: Int64, _ sm: Int64, _ start: Int) -> nbk_status
  ) throws(TensorError) {
    if count == 0 { return }
    let length = dim == 0 ? 1 : sizes[axis]
    var inner = 1
    for dimension in (axis + 1)..<max(dim, axis + 1) { inner = inner &* sizes[dimension] }
    if inner == 1 {
      try check(body(Int64(count / length), Int64(length), Int64(length), 1, 0), "scan_cpu", dtype)
      return
    }
    for outer in 0..<(count / (length &* inner)) {
      let start = outer &* length &* inner &* dtype.itemSize
      try check(body(Int64(inner), 1, Int64(length), Int64(inner), start), "scan_cpu", dtype)
    }
  }
}
