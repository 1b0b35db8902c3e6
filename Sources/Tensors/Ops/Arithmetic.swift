import CKernels

/// Element by element, two operands that meet in one dtype.
enum Arithmetic {
  static let operations: [Operation] = [add, sub, rsub, mul, div, rdiv, pow]

  // MARK: add

  static let addition: Derivative = Derivative(
    "AddBackward0",
    Formula { _, g in g },
    Formula { n, g in try n.attributes.number == .int(1) ? g : g.scaled(n.attributes.number) })

  static let add: Operation = Operation(
    "add", "Tensor input, Operand other, *, Number alpha=1", .everywhere, operators: OperatorMethod.binary("add"),
    help: "Adds `other`, multiplied by `alpha`, to `input`.",
    samples: ["T(2, 3), T(3)", "T(3), 2", "T(2, 1), T(3), alpha=2", "I(3), 2.5", "I(3), I(3)", "T(), T(2)", "T(0), 1"]
  ) { c in .tensor(try c.tensor(0).add(c.tensor(1), alpha: c.number(2), into: c.destination)) }

  // MARK: sub

  static let subtraction: Derivative = Derivative(
    "SubBackward0",
    Formula { _, g in g },
    Formula { n, g in try n.attributes.number == .int(1) ? g.neg() : g.scaled(n.attributes.number).neg() })

  static let sub: Operation = Operation(
    "sub", aliases: ["subtract"], "Tensor input, Operand other, *, Number alpha=1", .everywhere,
    operators: [.plain("__sub__"), .inPlace("__isub__")],
    help: "Subtracts `other`, multiplied by `alpha`, from `input`.",
    samples: ["T(2, 3), T(3)", "T(3), 2", "T(2, 1), T(3), alpha=2", "I(3), I(3)", "T(2, 2), 0.5"]
  ) { c in .tensor(try c.tensor(0).sub(c.tensor(1), alpha: c.number(2), into: c.destination)) }

  // MARK: rsub

  static let reverseSubtraction: Derivative = reversed("RsubBackward1")
  static let reverseSubtractionOfTensor: Derivative = reversed("RsubBackward0")

  private static func reversed(_ name: String) -> Derivative {
    Derivative(
      name,
      Formula { n, g in try n.attributes.number == .int(1) ? g.neg() : g.scaled(n.attributes.number).neg() },
      Formula { _, g in g })
  }

  static let rsub: Operation = Operation(
    "rsub", "Tensor input, Operand other, *, Number alpha=1", [.function], operators: [.plain("__rsub__")],
    help: "Subtracts `input`, multiplied by `alpha`, from `other`.", samples: ["T(3), 1", "T(2, 3), T(3)", "I(3), 2"]
  ) { c in
    .tensor(try c.tensor(0).subtracted(from: c.tensor(1), alpha: c.number(2)))
  }

  // MARK: mul

  static let multiplication: Derivative = Derivative(
    "MulBackward0",
    Formula(.input1) { n, g in try g * n.input(1) },
    Formula(.input0) { n, g in try g * n.input(0) })

  static let mul: Operation = Operation(
    "mul", aliases: ["multiply"], "Tensor input, Operand other", .everywhere, operators: OperatorMethod.binary("mul"),
    help: "Multiplies `input` by `other`.",
    samples: ["T(2, 3), T(3)", "T(3), 2", "T(3), 0.1", "I(3), I(3)", "T(2, 3), I(3)", "T(2, 1), T(1, 3)", "B(3), B(3)"]
  ) { c in .tensor(try c.tensor(0).mul(c.tensor(1), into: c.destination)) }

  // MARK: div

  static let division: Derivative = Derivative(
    "DivBackward0",
    Formula(.input1) { n, g in try g / n.input(1) },
    Formula([.input0, .input1]) { n, g in
      let other = try n.input(1)
      return try g.neg() * ((n.input(0) / other) / other)
    })
  static let roundedDivision: Derivative = Derivative(
    "DivBackward2", Formula { _, g in try g.zerosLike() }, Formula { _, g in try g.zerosLike() })

  static let div: Operation = Operation(
    "div", aliases: ["divide", "true_divide"], "Tensor input, Operand other, *, str? rounding_mode=None", .everywhere,
    operators: [.plain("__truediv__"), .inPlace("__itruediv__")],
    help: "Divides `input` by `other`; `rounding_mode` may be 'trunc' or 'floor'.",
    samples: [
      "T(2, 3), P(3)", "T(3), 4", "I(3), 2", "I(3), P(3)", "P(2, 1), P(3)", "T(3), 1.5, rounding_mode='floor'",
      "T(3), 1.5, rounding_mode='trunc'",
    ]
  ) { c in
    .tensor(try c.tensor(0).div(c.tensor(1), rounding: c.optionalString(2), into: c.destination))
  }

  /// `2 / x` is the reciprocal times 2, in value and in graph.
  static let rdiv: Operation = Operation(
    "__rtruediv__", "Tensor input, Operand other", [], operators: [.plain("__rtruediv__")],
    help: "Divides `other` by `input`.", samples: []
  ) { c in .tensor(try c.tensor(0).reciprocal() * c.tensor(1)) }

  // MARK: pow

  /// The exponent is a number.
  static let powerOfNumber: Derivative = Derivative(
    "PowBackward0",
    Formula(.input0) { n, g in
      let exponent = n.attributes.number
      if exponent.double == 0 { return try g.zerosLike() }
      let factor: Scalar
      let lower: Scalar
      if case .int(let whole) = exponent {
        (factor, lower) = (.int(whole), .int(whole &- 1))
      } else {
        (factor, lower) = (.float(exponent.double), .float(exponent.double - 1))
      }
      let power = lower.double == 1 ? try n.input(0) : try n.input(0).pow(lower)
      return try g * power.scaled(factor)
    })

  static let power: Derivative = Derivative(
    "PowBackward1",
    Formula([.input0, .input1]) { n, g in
      let (base, exponent) = (try n.input(0), try n.input(1))
      let slope = try exponent * base.pow(exponent - 1)
      return try g * Tensor.choose(exponent.compare(NBK_EQ, .int(0)), slope.zerosLike(), slope)
    },
    Formula([.input0, .input1, .result]) { n, g in
      let (base, exponent, result) = (try n.input(0), try n.input(1), try n.result)
      let isZero = try base.compare(NBK_EQ, .int(0)).bitwise(NBK_BIT_AND, exponent.compare(NBK_GE, .int(0)))
      let slope = try result * base.log()
      return try g * Tensor.choose(isZero, slope.zerosLike(), slope)
    })

  /// The base is a number.
  static let numberToPower: Derivative = Derivative(
    "PowBackward2",
    Formula { _, _ in nil },
    Formula([.result, .input1]) { n, g in
      let base = n.attributes.number.double
      if base == 0 {
        let isNonNegative = try n.input(1).compare(NBK_GE, .int(0))
        let slope = try g * n.result.scaled(.float(-.infinity))
        return try Tensor.choose(isNonNegative, slope.zerosLike(), slope)
      }
      return try g * n.result.scaled(.float(RealMath.log(base)))
    })

  static let pow: Operation = Operation(
    "pow",
    overloads: [
      Overload("Tensor input, Number exponent") { c in
        .tensor(try c.tensor(0).pow(c.number(1), into: c.destination))
      },
      Overload("Tensor input, Tensor exponent") { c in
        .tensor(try c.tensor(0).pow(c.tensor(1), into: c.destination))
      },
      Overload("Number input, Tensor exponent") { c in .tensor(try c.tensor(0).pow(c.tensor(1))) },
    ], .everywhere,
    operators: [.plain("__pow__"), .reflected("__rpow__"), .inPlace("__ipow__")],
    help: "Raises `input` to the power `exponent`.",
    samples: [
      "T(3), 2", "T(2, 2), 3", "P(3), 0.5", "P(3), -1", "P(3), -2", "P(3), -0.5", "P(3), 1.7", "T(3), 4", "I(3), 2",
      "P(2, 3), T(3)", "2, T(3)", "2.5, T(3)", "T(3), 1", "T(3), 0", "I(3), 0.5",
    ], tolerance: 1)
}

extension Attributes {
  static func number(_ number: Scalar) -> Attributes {
    var attributes = Attributes()
    attributes.number = number
    return attributes
  }
}

extension Tensor {
  func add(_ other: Tensor, alpha: Scalar = .int(1), into: Tensor? = nil) throws(TensorError) -> Tensor {
    let dtype = Self.resultType(self, other)
    let result: Tensor
    if alpha == .int(1) {
      result = try Self.binary(.arithmetic(NBK_ADD), "add_stub", self, other, compute: dtype, dtype: dtype, into: into)
    } else {
      try Self.checkAlpha(alpha, dtype)
      result = try Self.binary(.addScaled(alpha), "add_stub", self, other, compute: dtype, dtype: dtype, into: into)
    }
    return result.recorded(Arithmetic.addition, self, other, with: .number(alpha))
  }

  func sub(_ other: Tensor, alpha: Scalar = .int(1), into: Tensor? = nil) throws(TensorError) -> Tensor {
    try differenceData(other, alpha: alpha, into: into)
      .recorded(Arithmetic.subtraction, self, other, with: .number(alpha))
  }

  /// `other - alpha * self`
  func subtracted(from other: Tensor, alpha: Scalar = .int(1)) throws(TensorError) -> Tensor {
    try other.differenceData(self, alpha: alpha, into: nil)
      .recorded(
        other.isWrappedNumber ? Arithmetic.reverseSubtraction : Arithmetic.reverseSubtractionOfTensor, self, other,
        with: .number(alpha))
  }

  func differenceData(_ other: Tensor, alpha: Scalar, into: Tensor?) throws(TensorError) -> Tensor {
    if dtype == .bool || other.dtype == .bool { throw Self.boolSubtraction(self, other) }
    let dtype = Self.resultType(self, other)
    if alpha == .int(1) {
      return try Self.binary(.arithmetic(NBK_SUB), "sub_stub", self, other, compute: dtype, dtype: dtype, into: into)
    }
    try Self.checkAlpha(alpha, dtype)
    let negated: Scalar = alpha.isFloat ? .float(-alpha.double) : .int(0 &- alpha.int)
    return try Self.binary(.addScaled(negated), "sub_stub", self, other, compute: dtype, dtype: dtype, into: into)
  }

  private static func boolSubtraction(_ a: Tensor, _ b: Tensor) -> TensorError {
    if a.dtype == .bool && b.dtype == .bool {
      return .runtime(
        "Subtraction, the `-` operator, with two bool tensors is not supported. Use the `^` or `logical_xor()` operator "
          + "instead.")
    }
    return .runtime(
      "Subtraction, the `-` operator, with a bool tensor is not supported. If you are trying to invert a mask, use the `~` "
        + "or `logical_not()` operator instead.")
  }

  static func checkAlpha(_ alpha: Scalar, _ dtype: DType) throws(TensorError) {
    if alpha.isFloat && !dtype.isFloatingPoint {
      throw .runtime("For integral input tensors, argument alpha must not be a floating point number.")
    }
    if alpha.isBool && dtype != .bool {
      throw .runtime("Boolean alpha only supported for Boolean results.")
    }
  }

  func mul(_ other: Tensor, into: Tensor? = nil) throws(TensorError) -> Tensor {
    let dtype = Self.resultType(self, other)
    return try Self.binary(.arithmetic(NBK_MUL), "mul_stub", self, other, compute: dtype, dtype: dtype, into: into)
      .recorded(Arithmetic.multiplication, self, other)
  }

  func div(_ other: Tensor, rounding: String? = nil, into: Tensor? = nil) throws(TensorError) -> Tensor {
    var dtype = Self.resultType(self, other)
    guard let rounding else {
      if !dtype.isFloatingPoint { dtype = engine.defaultDType }
      return try Self.binary(.arithmetic(NBK_DIV), "div_cpu", self, other, compute: dtype, dtype: dtype, into: into)
        .recorded(Arithmetic.division, self, other)
    }
    guard rounding == "trunc" || rounding == "floor" else {
      throw .runtime("div expected rounding_mode to be one of None, 'trunc', or 'floor' but found '\(rounding)'")
    }
    let op = rounding == "trunc" ? NBK_TRUNC_DIV : NBK_FLOOR_DIV
    return try Self.binary(.arithmetic(op), "div_\(rounding)_cpu", self, other, dtype, into)
      .recorded(Arithmetic.roundedDivision, self, other)
  }

  /// The same for names made at run time.
  private static func binary(
    _ kernel: BinaryKernel, _ name: String, _ a: Tensor, _ b: Tensor, _ dtype: DType, _ into: Tensor?
  ) throws(TensorError) -> Tensor {
    if dtype == .bool { throw .notImplemented(name, for: dtype) }
    return try binary(kernel, "div_cpu", a, b, compute: dtype, dtype: dtype, into: into)
  }

  /// Multiplied by a number that does not change the dtype.
  func scaled(_ factor: Scalar) throws(TensorError) -> Tensor {
    if isContiguous && dtype.isFloatingPoint && !isWrappedNumber && !(engine.records && requiresGrad) {
      let result = try Tensor.uninitialized(engine, sizes, dtype)
      var word = factor.bits(as: dtype)
      try check(
        nbk_binary(NBK_MUL, dtype.kernel, Int64(count), result.data, 1, data, 1, &word, 0), "mul_stub", dtype)
      return result.taint(self, self)
    }
    return try mul(try Tensor.wrapped(engine, factor))
  }

  func pow(_ exponent: Scalar, into: Tensor? = nil) throws(TensorError) -> Tensor {
    var promotion = Promotion()
    promotion.add(self, default: engine.defaultDType)
    promotion.add(exponent, default: engine.defaultDType)
    let dtype = promotion.result
    let result: Tensor
    if dtype.isFloatingPoint {
      if exponent.double == 0 {
        result = try Tensor.full(engine, sizes, .int(1), dtype)
      } else if exponent.double == 1 {
        result = try contiguousOrDenseCopy(dtype)
      } else {
        result = try Self.unary(.power(exponent.double), "pow", self, compute: dtype, dtype: dtype, into: into)
      }
    } else {
      if exponent.double < 0 { throw .runtime("Integers to negative integer powers are not allowed.") }
      let other = try Tensor.wrapped(engine, exponent)
      result = try Self.binary(.arithmetic(NBK_POW), "pow", self, other, compute: dtype, dtype: dtype, into: into)
    }
    if isUnseeded { result.storage.isUnseeded = true }
    return result.recorded(Arithmetic.powerOfNumber, self, with: .number(exponent))
  }

  func pow(_ exponent: Tensor, into: Tensor? = nil) throws(TensorError) -> Tensor {
    if exponent.isWrappedNumber { return try pow(try exponent.item(), into: into) }
    let dtype = Self.resultType(self, exponent)
    let result = try Self.binary(
      .arithmetic(NBK_POW), "pow", self, exponent, compute: dtype, dtype: dtype, into: into)
    if isWrappedNumber {
      let number = try item()
      return result.recorded(Arithmetic.numberToPower, self, exponent, with: .number(number))
    }
    return result.recorded(Arithmetic.power, self, exponent)
  }

  /// A copy in the same memory order, for results that equal their input.
  func contiguousOrDenseCopy(_ dtype: DType) throws(TensorError) -> Tensor {
    let copy = try uninitializedLike(dtype)
    copy.copyData(from: self)
    copy.storage.isUnseeded = isUnseeded
    return copy
  }

  package static func + (a: Tensor, b: Tensor) throws(TensorError) -> Tensor { try a.add(b) }
  package static func - (a: Tensor, b: Tensor) throws(TensorError) -> Tensor { try a.sub(b) }
  package static func * (a: Tensor, b: Tensor) throws(TensorError) -> Tensor { try a.mul(b) }
  package static func / (a: Tensor, b: Tensor) throws(TensorError) -> Tensor { try a.div(b) }
  static func + (a: Tensor, b: Int) throws(TensorError) -> Tensor { try a.add(try .wrapped(a.engine, .int(b))) }
  static func - (a: Tensor, b: Int) throws(TensorError) -> Tensor { try a.sub(try .wrapped(a.engine, .int(b))) }
  static func - (a: Int, b: Tensor) throws(TensorError) -> Tensor { try Tensor.wrapped(b.engine, .int(a)).sub(b) }
  static func * (a: Tensor, b: Double) throws(TensorError) -> Tensor { try a.scaled(.float(b)) }

  /// `self += other` for the engine's own sums.
  func addInPlace(_ other: Tensor) throws(TensorError) -> Tensor {
    try checkInPlace()
    let records = engine.records && (requiresGrad || other.requiresGrad)
    try become(try add(other, into: records ? nil : self))
    return self
  }
}
