import CKernels

/// Choosing between elements.
enum Selecting {
  static let operations: [Operation] = [whereOperation, maskedFill, maximum, minimum, clamp, clampMin, clampMax, relu]

  // MARK: where

  static let choosing: Derivative = Derivative(
    "WhereBackward0",
    Formula { _, _ in nil },
    Formula(.input0) { n, g in try Tensor.choose(n.input(0), g, g.zero) },
    Formula(.input0) { n, g in try Tensor.choose(n.input(0), g.zero, g) })

  static let whereOperation: Operation = Operation(
    "where",
    overloads: [
      Overload("Tensor condition, Operand input, Operand other") { c in
        .tensor(try Tensor.choose(c.tensor(0), c.tensor(1), c.tensor(2)))
      },
      Overload("Tensor condition") { c in .tensors(try c.tensor(0).nonzeroTuple()) },
    ], [.function], help: "Elements of `input` where the condition holds, else of `other`.",
    samples: ["B(2, 3), T(2, 3), T(3)", "B(3), T(3), 0.0", "B(3), 1, 2", "B(3), I(3), T(3)", "B(2, 1), T(3), T(2, 3)"])

  // MARK: masked_fill

  static let fillingNumber: Derivative = Derivative(
    "MaskedFillBackward0", Formula(.input1) { n, g in try Tensor.choose(n.input(1), g.zero, g) })
  static let filling: Derivative = Derivative(
    "MaskedFillBackward1",
    Formula(.input1) { n, g in try Tensor.choose(n.input(1), g.zero, g) },
    Formula { _, _ in nil },
    Formula(.input1) { n, g in try Tensor.choose(n.input(1), g, g.zero).sum() })

  static let maskedFill: Operation = Operation(
    "masked_fill", "Tensor input, Tensor mask, Operand value", [.function, .method, .inPlace],
    help: "The tensor with `value` where the mask is true.",
    samples: ["T(2, 3), B(3), 0.5", "T(2, 3), B(2, 3), -1", "I(3), B(3), 2", "T(3), B(3), T()"]
  ) { c in
    let (input, mask, value) = (try c.tensor(0), try c.tensor(1), try c.tensor(2))
    guard mask.dtype == .bool else {
      throw TensorError.runtime(
        "masked_fill_ only supports boolean masks, but got mask with dtype \(mask.dtype.cppName)")
    }
    guard value.dim == 0 else {
      throw TensorError.runtime(
        "masked_fill_ only supports a 0-dimensional value tensor, but got tensor with \(value.dim) dimension(s).")
    }
    let result = try Tensor.select(mask, value.converted(input.dtype), input)
    return .tensor(result.recorded(value.isWrappedNumber ? fillingNumber : filling, input, mask, value))
  }

  // MARK: maximum, minimum

  static let maximum: Operation = extreme(
    "maximum", NBK_MAXIMUM, NBK_GE, "MaximumBackward0", "The greater of two elements.")
  static let minimum: Operation = extreme(
    "minimum", NBK_MINIMUM, NBK_LE, "MinimumBackward0", "The lesser of two elements.")

  static let ofMaximum: Derivative = extremeDerivative("MaximumBackward0", NBK_GT)
  static let ofMinimum: Derivative = extremeDerivative("MinimumBackward0", NBK_LT)

  /// Where both are equal, each gets half.
  private static func extremeDerivative(_ name: String, _ wins: nbk_compare_op) -> Derivative {
    Derivative(
      name,
      Formula([.input0, .input1]) { n, g in try g.share(n.input(0), n.input(1), wins) },
      Formula([.input0, .input1]) { n, g in try g.share(n.input(1), n.input(0), wins) })
  }

  private static func extreme(
    _ name: String, _ op: nbk_binary_op, _ wins: nbk_compare_op, _ node: String, _ documentation: String
  ) -> Operation {
    Operation(
      name, "Tensor input, Tensor other", [.function, .method, .out], help: documentation,
      samples: ["T(2, 3), T(3)", "I(3), T(3)", "I(3), I(3)", "B(3), B(3)"]
    ) { c in
      .tensor(try c.tensor(0).extreme(c.tensor(1), largest: op == NBK_MAXIMUM, into: c.destination))
    }
  }

  // MARK: clamp

  static let clamping: Derivative = Derivative(
    "ClampBackward1",
    Formula(.input0) { n, g in
      let x = try n.input(0)
      let a = n.attributes
      var mask = try Tensor.full(n.engine, x.sizes, .bool(true), .bool)
      if !a.number.double.isNaN { mask = try mask.bitwise(NBK_BIT_AND, x.compare(NBK_GE, a.number)) }
      if !a.number2.double.isNaN { mask = try mask.bitwise(NBK_BIT_AND, x.compare(NBK_LE, a.number2)) }
      return try Tensor.choose(mask, g, g.zero)
    })
  static let clampingMin: Derivative = Derivative(
    "ClampMinBackward0",
    Formula(.input0) { n, g in try Tensor.choose(n.input(0).compare(NBK_GE, n.attributes.number), g, g.zero) })
  static let clampingMax: Derivative = Derivative(
    "ClampMaxBackward0",
    Formula(.input0) { n, g in try Tensor.choose(n.input(0).compare(NBK_LE, n.attributes.number2), g, g.zero) })

  static let clamp: Operation = Operation(
    "clamp", aliases: ["clip"],
    overloads: [
      Overload("Tensor input, Number? min=None, Number? max=None") { c in
        .tensor(try c.tensor(0).clamp(c.optionalNumber(1), c.optionalNumber(2), clamping, into: c.destination))
      },
      Overload("Tensor input, Tensor? min=None, Tensor? max=None") { c in
        var result = try c.tensor(0)
        if let low = try c.optionalTensor(1) { result = try result.extreme(low, largest: true) }
        if let high = try c.optionalTensor(2) { result = try result.extreme(high, largest: false) }
        return .tensor(result)
      },
    ], .everywhere, help: "Elements limited to the range from `min` to `max`.",
    samples: ["T(2, 3), -1, 1", "T(3), 0", "T(3), max=0.5", "I(3), 0.5", "I(3), 0, 2"])

  static let clampMin: Operation = Operation(
    "clamp_min", "Tensor input, Number min", .everywhere, help: "Elements not less than `min`.", samples: ["T(2, 3), 0"]
  ) { c in .tensor(try c.tensor(0).clamp(c.number(1), nil, clampingMin, into: c.destination)) }

  static let clampMax: Operation = Operation(
    "clamp_max", "Tensor input, Number max", .everywhere, help: "Elements not greater than `max`.",
    samples: ["T(2, 3), 0"]
  ) { c in .tensor(try c.tensor(0).clamp(nil, c.number(1), clampingMax, into: c.destination)) }

  // MARK: relu

  static let rectify: UnaryOperation = UnaryOperation(
    "relu", NBK_RELU, .same, kernelName: "clamp_min_scalar_cpu",
    Derivative(
      "ReluBackward0",
      Formula(.result) { n, g in
        let y = try n.result
        if !n.engine.records { return try g.gradientData(NBK_RELU_GRAD, y) }
        return try Tensor.choose(y.detach().compare(NBK_GT, .int(0)), g, g.zero)
      }))

  static let relu: Operation = Operation(
    "relu", "Tensor input", [.function, .method, .inPlace, .functionInPlace], in: ["torch", "torch.nn.functional"],
    help: "Elements above zero, and zero for the others.", samples: ["T(2, 3)", "I(3)"]
  ) { c in
    let input = try c.tensor(0)
    if input.dtype == .bool { throw TensorError.runtime("Boolean inputs not supported for relu") }
    return .tensor(try rectify(input, into: c.destination))
  }
}

extension Tensor {
  /// `torch.where(mask, a, b)`
  static func choose(_ mask: Tensor, _ a: Tensor, _ b: Tensor) throws(TensorError) -> Tensor {
    guard mask.dtype == .bool || mask.dtype == .uint8 else {
      throw .runtime(
        "where expected condition to be a boolean tensor, but got a tensor with dtype \(mask.dtype.scalarName)")
    }
    let dtype = resultType(a, b)
    return try select(mask, a.converted(dtype), b.converted(dtype)).recorded(Selecting.choosing, mask, a, b)
  }

  /// A 0-d zero of this dtype.
  var zero: Tensor { get throws(TensorError) { try .scalar(engine, .int(0), dtype) } }

  func extreme(_ other: Tensor, largest: Bool, into: Tensor? = nil) throws(TensorError) -> Tensor {
    let common = Self.resultType(self, other)
    return try Self.binary(
      .arithmetic(largest ? NBK_MAXIMUM : NBK_MINIMUM), largest ? "maximum_cpu" : "minimum_cpu", self, other,
      compute: common, dtype: common, into: into
    ).recorded(largest ? Selecting.ofMaximum : Selecting.ofMinimum, self, other)
  }

  /// The part of a gradient that goes to `winner`.
  fileprivate func share(_ winner: Tensor, _ loser: Tensor, _ wins: nbk_compare_op) throws(TensorError) -> Tensor {
    let tied = try Tensor.choose(winner.compare(NBK_EQ, loser), self * 0.5, zero)
    return try Tensor.choose(winner.compare(wins, loser), self, tied)
  }

  fileprivate func clamp(
    _ low: Scalar?, _ high: Scalar?, _ derivative: Derivative, into: Tensor?
  ) throws(TensorError) -> Tensor {
    if low == nil && high == nil {
      throw .runtime("torch.clamp: At least one of 'min' or 'max' must not be None")
    }
    var promotion = Promotion()
    promotion.add(self, default: engine.defaultDType)
    if let low { promotion.add(low, default: engine.defaultDType) }
    if let high { promotion.add(high, default: engine.defaultDType) }
    let common = promotion.result
    var attributes = Attributes()
    attributes.number = low ?? .float(.nan)
    attributes.number2 = high ?? .float(.nan)
    return try Self.unary(
      .clamp(low: low, high: high), "clamp_scalar_cpu", self, compute: common, dtype: common, into: into
    ).recorded(derivative, self, with: attributes)
  }
}
