import CKernels

/// The family of operations on one operand: what differs between `exp` and `sin`.
struct UnaryOperation: Sendable {
  /// The dtype of the result.
  enum Rule: Sendable {
    /// Integers become the default floating dtype.
    case floating
    /// The operand's, for numbers of any kind.
    case same
    /// Integers are returned as they are.
    case rounding
  }

  let name: String
  let kernel: nbk_unary_op
  let kernelName: StaticString
  let rule: Rule
  let derivative: Derivative

  init(
    _ name: String, _ kernel: nbk_unary_op, _ rule: Rule = .floating, kernelName: StaticString, _ derivative: Derivative
  ) {
    self.name = name
    self.kernel = kernel
    self.kernelName = kernelName
    self.rule = rule
    self.derivative = derivative
  }

  @inline(__always)
  func callAsFunction(_ x: Tensor, into destination: Tensor? = nil) throws(TensorError) -> Tensor {
    var dtype = x.dtype
    if rule == .floating && !dtype.isFloatingPoint { dtype = x.engine.defaultDType }
    if rule == .rounding && !dtype.isFloatingPoint {
      if dtype == .bool { throw .notImplemented("\(kernelName)", for: dtype) }
      return try x.contiguousOrDenseCopy(dtype)
    }
    return try Tensor.unary(.map(kernel), kernelName, x, compute: dtype, dtype: dtype, into: destination)
      .recorded(derivative, x)
  }

  func operation(
    aliases: [String] = [], _ forms: Operation.Forms = .everywhere, in namespaces: [String] = ["torch"],
    operators: [OperatorMethod] = [], help: String, samples: [String], tolerance: Int = 0
  ) -> Operation {
    let operation = self
    return Operation(
      name, aliases: aliases, "Tensor input", forms, in: namespaces, operators: operators, help: help,
      samples: samples, tolerance: tolerance
    ) { c in .tensor(try operation(c.tensor(0), into: c.destination)) }
  }
}
