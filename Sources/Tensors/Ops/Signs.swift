import CKernels

/// Signs, magnitudes and rounding.
enum Signs {
  static let operations: [Operation] = [
    negOperation, absOperation, signOperation, positive, squareOperation, floor, ceil, roundOperation, trunc, frac,
  ]

  // MARK: neg

  static let neg: UnaryOperation = UnaryOperation(
    "neg", NBK_NEG, .same, kernelName: "neg_cpu", Derivative("NegBackward0", Formula { _, g in try g.neg() }))
  static let negOperation: Operation = Operation(
    "neg", aliases: ["negative"], "Tensor input", .everywhere, operators: [.plain("__neg__")],
    help: "The negative of each element.", samples: ["T(2, 3)", "I(3)"]
  ) { c in .tensor(try c.tensor(0).neg(into: c.destination)) }

  // MARK: abs

  static let abs: UnaryOperation = UnaryOperation(
    "abs", NBK_ABS, .same, kernelName: "abs_cpu",
    Derivative("AbsBackward0", Formula(.input0) { n, g in try g * n.input(0).sign() }))
  static let absOperation: Operation = abs.operation(
    aliases: ["absolute"], operators: [.plain("__abs__")], help: "The magnitude of each element.",
    samples: ["T(2, 3)", "I(3)"])

  // MARK: sign

  static let sign: UnaryOperation = UnaryOperation(
    "sign", NBK_SIGN, .same, kernelName: "sign_cpu", .zero("SignBackward0"))
  static let signOperation: Operation = Operation(
    "sign", aliases: ["sgn"], "Tensor input", .everywhere, help: "-1, 0 or 1 by the sign of each element.",
    samples: ["T(2, 3)", "I(3)", "B(3)"]
  ) { c in .tensor(try c.tensor(0).sign()) }

  static let positive: Operation = Operation(
    "positive", "Tensor input", operators: [.plain("__pos__")], help: "The tensor itself.", samples: ["T(2)"]
  ) { c in
    let input = try c.tensor(0)
    if input.dtype == .bool {
      throw TensorError.runtime("The `+` operator, on a bool tensor is not supported.")
    }
    return .tensor(input)
  }

  // MARK: square

  static let squareOperation: Operation = Operation(
    "square", "Tensor input", .everywhere, help: "The square of each element.", samples: ["T(2, 3)", "I(3)"]
  ) { c in .tensor(try c.tensor(0).pow(.int(2), into: c.destination)) }

  // MARK: rounding

  static let floor: Operation = UnaryOperation(
    "floor", NBK_FLOOR, .rounding, kernelName: "floor_vml_cpu", .zero("FloorBackward0")
  ).operation(help: "The next integer below each element.", samples: ["T(2, 3)", "I(3)"])
  static let ceil: Operation = UnaryOperation(
    "ceil", NBK_CEIL, .rounding, kernelName: "ceil_vml_cpu", .zero("CeilBackward0")
  ).operation(help: "The next integer above each element.", samples: ["T(2, 3)", "I(3)"])
  static let trunc: Operation = UnaryOperation(
    "trunc", NBK_TRUNC, .rounding, kernelName: "trunc_vml_cpu", .zero("TruncBackward0")
  ).operation(aliases: ["fix"], help: "Each element without its fraction.", samples: ["T(2, 3)", "I(3)"])
  static let frac: Operation = UnaryOperation(
    "frac", NBK_FRAC, .same, kernelName: "frac_cpu", Derivative("FracBackward0", Formula { _, g in g })
  ).operation(help: "The fraction of each element.", samples: ["T(2, 3)"])

  static let round: UnaryOperation = UnaryOperation(
    "round", NBK_ROUND, .rounding, kernelName: "round_vml_cpu", .zero("RoundBackward0"))
  static let roundToDecimals: Derivative = .zero("RoundBackward1")
  static let roundOperation: Operation = Operation(
    "round", "Tensor input, *, int decimals=0", .everywhere,
    help: "The nearest integer, the even one where two are as near; or the nearest number of `decimals` digits.",
    samples: ["T(2, 3)", "T(3), decimals=1", "I(3)", "T(3), decimals=-1"]
  ) { c in
    let (input, decimals) = (try c.tensor(0), try c.int(1))
    if decimals == 0 || !input.dtype.isFloatingPoint { return .tensor(try round(input, into: c.destination)) }
    let result = try input.engine.withGrad(false) { () throws(TensorError) in
      let factor = try Tensor.wrapped(input.engine, .float(RealMath.power(10, Double(decimals.magnitude))))
      let scaled = decimals > 0 ? try input * factor : try input / factor
      return decimals > 0 ? try round(scaled) / factor : try round(scaled) * factor
    }
    return .tensor(result.recorded(roundToDecimals, input))
  }
}

extension Tensor {
  func neg(into destination: Tensor? = nil) throws(TensorError) -> Tensor {
    if dtype == .bool {
      throw .runtime(
        "Negation, the `-` operator, on a bool tensor is not supported. If you are trying to invert a mask, use the `~` or "
          + "`logical_not()` operator instead.")
    }
    return try Signs.neg(self, into: destination)
  }

  func abs() throws(TensorError) -> Tensor { try Signs.abs(self) }
  func sign() throws(TensorError) -> Tensor {
    dtype == .bool ? try clone() : try Signs.sign(self)
  }
}
