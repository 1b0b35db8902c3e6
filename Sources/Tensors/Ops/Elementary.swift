import CKernels

/// Roots, exponentials, logarithms and trigonometry.
enum Elementary {
  static let operations: [Operation] = [
    sqrtOperation, rsqrtOperation, reciprocalOperation, expOperation, exp2, expm1, logOperation, log2, log10, log1p,
    sinOperation, cosOperation, tan, asin, acos, atan, sinh, cosh, tanhOperation, sigmoidOperation, erf,
  ]

  // MARK: roots

  static let sqrt: UnaryOperation = UnaryOperation(
    "sqrt", NBK_SQRT, kernelName: "sqrt_vml_cpu",
    Derivative("SqrtBackward0", Formula(.result) { n, g in try g / (n.result * 2.0) }))
  static let sqrtOperation: Operation = sqrt.operation(
    help: "The square root of each element.", samples: ["P(2, 3)", "I1(3)"], tolerance: 1)

  static let rsqrt: UnaryOperation = UnaryOperation(
    "rsqrt", NBK_RSQRT, kernelName: "rsqrt_cpu",
    Derivative("RsqrtBackward0", Formula(.result) { n, g in try (g * -0.5) * n.result.pow(.int(3)) }))
  static let rsqrtOperation: Operation = rsqrt.operation(
    help: "One over the square root of each element.", samples: ["P(2, 3)"], tolerance: 1)

  static let reciprocal: UnaryOperation = UnaryOperation(
    "reciprocal", NBK_RECIPROCAL, kernelName: "reciprocal_cpu",
    Derivative("ReciprocalBackward0", Formula(.result) { n, g in try g.neg() * (n.result * n.result) }))
  static let reciprocalOperation: Operation = reciprocal.operation(
    help: "One over each element.", samples: ["P(2, 3)", "I1(3)"])

  // MARK: exponentials

  static let exp: UnaryOperation = UnaryOperation(
    "exp", NBK_EXP, kernelName: "exp_vml_cpu",
    Derivative("ExpBackward0", Formula(.result) { n, g in try g * n.result }))
  static let expOperation: Operation = exp.operation(
    help: "e to the power of each element.", samples: ["T(2, 3)", "I(3)"], tolerance: 1)

  static let exp2: Operation = UnaryOperation(
    "exp2", NBK_EXP2, kernelName: "exp2_cpu",
    Derivative("Exp2Backward0", Formula(.result) { n, g in try g * n.result * 0.6931471805599453 })
  ).operation(help: "2 to the power of each element.", samples: ["T(2, 3)"], tolerance: 1)

  static let expm1: Operation = UnaryOperation(
    "expm1", NBK_EXPM1, kernelName: "expm1_vml_cpu",
    Derivative("Expm1Backward0", Formula(.result) { n, g in try g * (n.result + 1) })
  ).operation(help: "`exp(x) - 1`, precise near 0.", samples: ["T(2, 3)"], tolerance: 1)

  // MARK: logarithms

  static let log: UnaryOperation = UnaryOperation(
    "log", NBK_LOG, kernelName: "log_vml_cpu",
    Derivative("LogBackward0", Formula(.input0) { n, g in try g / n.input(0) }))
  static let logOperation: Operation = log.operation(
    help: "The natural logarithm of each element.", samples: ["P(2, 3)", "I1(3)"], tolerance: 1)

  static let log2: Operation = UnaryOperation(
    "log2", NBK_LOG2, kernelName: "log2_vml_cpu",
    Derivative("Log2Backward0", Formula(.input0) { n, g in try g / (n.input(0) * 0.6931471805599453) })
  ).operation(help: "The logarithm to base 2.", samples: ["P(2, 3)"], tolerance: 1)

  static let log10: Operation = UnaryOperation(
    "log10", NBK_LOG10, kernelName: "log10_vml_cpu",
    Derivative("Log10Backward0", Formula(.input0) { n, g in try g / (n.input(0) * 2.302585092994046) })
  ).operation(help: "The logarithm to base 10.", samples: ["P(2, 3)"], tolerance: 1)

  static let log1p: Operation = UnaryOperation(
    "log1p", NBK_LOG1P, kernelName: "log1p_vml_cpu",
    Derivative("Log1PBackward0", Formula(.input0) { n, g in try g / (n.input(0) + 1) })
  ).operation(help: "`log(1 + x)`, precise near 0.", samples: ["P(2, 3)"], tolerance: 1)

  // MARK: trigonometry

  static let sin: UnaryOperation = UnaryOperation(
    "sin", NBK_SIN, kernelName: "sin_vml_cpu",
    Derivative("SinBackward0", Formula(.input0) { n, g in try g * n.input(0).cos() }))
  static let sinOperation: Operation = sin.operation(
    help: "The sine of each element.", samples: ["T(2, 3)"], tolerance: 1)

  static let cos: UnaryOperation = UnaryOperation(
    "cos", NBK_COS, kernelName: "cos_vml_cpu",
    Derivative("CosBackward0", Formula(.input0) { n, g in try g * n.input(0).sin().neg() }))
  static let cosOperation: Operation = cos.operation(
    help: "The cosine of each element.", samples: ["T(2, 3)"], tolerance: 1)

  static let tan: Operation = UnaryOperation(
    "tan", NBK_TAN, kernelName: "tan_vml_cpu",
    Derivative("TanBackward0", Formula(.result) { n, g in try g * (n.result.pow(.int(2)) + 1) })
  ).operation(help: "The tangent of each element.", samples: ["U(2, 3)"], tolerance: 1)

  static let asin: Operation = UnaryOperation(
    "asin", NBK_ASIN, kernelName: "asin_vml_cpu",
    Derivative("AsinBackward0", Formula(.input0) { n, g in try g * (1 - n.input(0) * n.input(0)).rsqrt() })
  ).operation(aliases: ["arcsin"], help: "The angle whose sine is each element.", samples: ["U(2, 3)"], tolerance: 1)

  static let acos: Operation = UnaryOperation(
    "acos", NBK_ACOS, kernelName: "acos_vml_cpu",
    Derivative("AcosBackward0", Formula(.input0) { n, g in try g * (1 - n.input(0) * n.input(0)).rsqrt().neg() })
  ).operation(aliases: ["arccos"], help: "The angle whose cosine is each element.", samples: ["U(2, 3)"], tolerance: 1)

  static let atan: Operation = UnaryOperation(
    "atan", NBK_ATAN, kernelName: "atan_vml_cpu",
    Derivative("AtanBackward0", Formula(.input0) { n, g in try g / (n.input(0) * n.input(0) + 1) })
  ).operation(aliases: ["arctan"], help: "The angle whose tangent is each element.", samples: ["T(2, 3)"], tolerance: 1)

  // MARK: hyperbolic

  static let sinh: Operation = UnaryOperation(
    "sinh", NBK_SINH, kernelName: "sinh_vml_cpu",
    Derivative("SinhBackward0", Formula(.input0) { n, g in try g * n.input(0).cosh() })
  ).operation(help: "The hyperbolic sine of each element.", samples: ["T(2, 3)"], tolerance: 2)

  static let hyperbolicCosine: UnaryOperation = UnaryOperation(
    "cosh", NBK_COSH, kernelName: "cosh_vml_cpu",
    Derivative(
      "CoshBackward0",
      Formula(.input0) { n, g in
        let x = try n.input(0)
        return try g * (x.exp() - x.neg().exp()) * 0.5
      }))
  static let cosh: Operation = hyperbolicCosine.operation(
    help: "The hyperbolic cosine of each element.", samples: ["T(2, 3)"], tolerance: 2)

  static let tanh: UnaryOperation = UnaryOperation(
    "tanh", NBK_TANH, kernelName: "tanh_vml_cpu",
    Derivative(
      "TanhBackward0",
      Formula(.result) { n, g in
        let y = try n.result
        if !n.engine.records { return try g.gradientData(NBK_TANH_GRAD, y) }
        return try g * (1 - y * y)
      }))
  static let tanhOperation: Operation = tanh.operation(
    in: ["torch", "torch.nn.functional"], help: "The hyperbolic tangent of each element.", samples: ["T(2, 3)"],
    tolerance: 2)

  static let sigmoid: UnaryOperation = UnaryOperation(
    "sigmoid", NBK_SIGMOID, kernelName: "sigmoid_cpu",
    Derivative(
      "SigmoidBackward0",
      Formula(.result) { n, g in
        let y = try n.result
        if !n.engine.records { return try g.gradientData(NBK_SIGMOID_GRAD, y) }
        return try g * ((1 - y) * y)
      }))
  static let sigmoidOperation: Operation = sigmoid.operation(
    in: ["torch", "torch.nn.functional", "torch.special"], help: "1 / (1 + exp(-x)) for each element.",
    samples: ["T(2, 3)", "I(3)"], tolerance: 1)

  static let erf: Operation = UnaryOperation(
    "erf", NBK_ERF, kernelName: "erf_vml_cpu",
    Derivative(
      "ErfBackward0",
      Formula(.input0) { n, g in
        try g * n.input(0).pow(.int(2)).neg().exp() * 1.1283791670955126
      })
  ).operation(help: "The error function of each element.", samples: ["T(2, 3)"], tolerance: 2)
}

extension Tensor {
  func sqrt() throws(TensorError) -> Tensor { try Elementary.sqrt(self) }
  func rsqrt() throws(TensorError) -> Tensor { try Elementary.rsqrt(self) }
  func reciprocal() throws(TensorError) -> Tensor { try Elementary.reciprocal(self) }
  func exp() throws(TensorError) -> Tensor { try Elementary.exp(self) }
  func log() throws(TensorError) -> Tensor { try Elementary.log(self) }
  func sin() throws(TensorError) -> Tensor { try Elementary.sin(self) }
  func cos() throws(TensorError) -> Tensor { try Elementary.cos(self) }
  func cosh() throws(TensorError) -> Tensor { try Elementary.hyperbolicCosine(self) }

  /// A gradient in one pass, without history.
  func gradientData(_ op: nbk_grad_op, _ result: Tensor) throws(TensorError) -> Tensor {
    try Self.binary(.gradient(op), "gradient", self, result, compute: dtype, dtype: dtype)
  }
}
