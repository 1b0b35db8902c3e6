import CKernels

/// Division that rounds, and what it leaves.
enum Division {
  static let operations: [Operation] = [floorDivide, remainder, fmod]

  static let floorDivision: Derivative = Derivative(
    "NotImplemented",
    Formula { _, _ in throw TensorError.runtime("derivative for aten::floor_divide is not implemented") },
    Formula { _, _ in throw TensorError.runtime("derivative for aten::floor_divide is not implemented") })

  static let floorDivide: Operation = Operation(
    "floor_divide", "Tensor input, Operand other", .everywhere, operators: OperatorMethod.binary("floordiv"),
    help: "Divides `input` by `other` and rounds down.",
    samples: ["I(4), 2", "NT(3), 1.5", "I(2, 3), I1(3)", "NT(3), NP(3)", "NT(4), -2"]
  ) { c in
    .tensor(try floored(c.tensor(0), c.tensor(1), into: c.destination))
  }

  static func floored(_ input: Tensor, _ other: Tensor, into: Tensor? = nil) throws(TensorError) -> Tensor {
    let dtype = Tensor.resultType(input, other)
    if dtype == .bool { throw .notImplemented("div_floor_cpu", for: dtype) }
    return try Tensor.binary(
      .arithmetic(NBK_FLOOR_DIV), "div_floor_cpu", input, other, compute: dtype, dtype: dtype, into: into
    ).recorded(floorDivision, input, other)
  }

  // MARK: remainder

  static let remainderOfNumber: Derivative = Derivative("RemainderBackward0", Formula { _, g in g })
  static let remainderOfTensor: Derivative = Derivative(
    "RemainderBackward1",
    Formula { _, g in g },
    Formula([.input0, .input1]) { n, g in try g.neg() * n.input(0).div(n.input(1), rounding: "floor") })

  static let remainder: Operation = Operation(
    "remainder", "Tensor input, Operand other", .everywhere, operators: OperatorMethod.binary("mod"),
    help: "What division by `other` leaves, with the sign of `other`, as Python's `%`.",
    samples: ["T(3), 1.5", "I(4), 3", "T(3), P(3)", "I(4), -3", "T(3), -2"]
  ) { c in
    .tensor(try remaining(c.tensor(0), c.tensor(1), into: c.destination))
  }

  static func remaining(_ input: Tensor, _ other: Tensor, into: Tensor? = nil) throws(TensorError) -> Tensor {
    let dtype = Tensor.resultType(input, other)
    let result = try Tensor.binary(
      .arithmetic(NBK_REMAINDER), "remainder_cpu", input, other, compute: dtype, dtype: dtype, into: into)
    if input.isWrappedNumber { return result.recorded(floorDivision, input, other) }
    return result.recorded(other.isWrappedNumber ? remainderOfNumber : remainderOfTensor, input, other)
  }

  // MARK: fmod

  static let fmodOfNumber: Derivative = Derivative("FmodBackward0", Formula { _, g in g })
  static let fmodOfTensor: Derivative = Derivative(
    "FmodBackward1",
    Formula { _, g in g },
    Formula([.input0, .input1]) { n, g in try g.neg() * n.input(0).div(n.input(1), rounding: "trunc") })

  static let fmod: Operation = Operation(
    "fmod", "Tensor input, Operand other", .everywhere,
    help: "What division by `other` leaves, with the sign of `input`.", samples: ["T(3), 1.5", "I(4), 3", "T(3), P(3)"]
  ) { c in
    let (input, other) = (try c.tensor(0), try c.tensor(1))
    let dtype = Tensor.resultType(input, other)
    let result = try Tensor.binary(
      .arithmetic(NBK_FMOD), "fmod_cpu", input, other, compute: dtype, dtype: dtype, into: c.destination)
    return .tensor(result.recorded(other.isWrappedNumber ? fmodOfNumber : fmodOfTensor, input, other))
  }
}
