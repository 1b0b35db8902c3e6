import CKernels

/// Questions whose answers are booleans, and logic on them.
enum Comparison {
  static let operations: [Operation] =
    [
      compare("eq", NBK_EQ, "__eq__", "Whether elements are equal."),
      compare("ne", aliases: ["not_equal"], NBK_NE, "__ne__", "Whether elements differ."),
      compare("lt", aliases: ["less"], NBK_LT, "__lt__", "Whether `input` is less than `other`."),
      compare("le", aliases: ["less_equal"], NBK_LE, "__le__", "Whether `input` is at most `other`."),
      compare("gt", aliases: ["greater"], NBK_GT, "__gt__", "Whether `input` is greater than `other`."),
      compare("ge", aliases: ["greater_equal"], NBK_GE, "__ge__", "Whether `input` is at least `other`."),
      logical("logical_and", NBK_LOGICAL_AND, "Whether both are true."),
      logical("logical_or", NBK_LOGICAL_OR, "Whether one or both are true."),
      logical("logical_xor", NBK_LOGICAL_XOR, "Whether just one is true."),
      test("isnan", NBK_IS_NAN, [.function, .method], "Whether elements are not a number."),
      test("isinf", NBK_IS_INF, [.function, .method], "Whether elements are infinite."),
      test("isfinite", NBK_IS_FINITE, [.function, .method], "Whether elements are neither infinite nor NaN."),
      test("logical_not", NBK_LOGICAL_NOT, .everywhere, "Whether elements are false."),
      bitwise("bitwise_and", NBK_BIT_AND, "and", "bitwise_and_cpu", "The bits that both have."),
      bitwise("bitwise_or", NBK_BIT_OR, "or", "bitwise_or_cpu", "The bits that one or both have."),
      bitwise("bitwise_xor", NBK_BIT_XOR, "xor", "bitwise_xor_cpu", "The bits that just one has."),
      bitwise("bitwise_left_shift", NBK_SHL, "lshift", "lshift_cpu", "Shifts bits to the left."),
      bitwise("bitwise_right_shift", NBK_SHR, "rshift", "rshift_cpu", "Shifts bits to the right."),
      bitwiseNot, equal, allclose, isclose,
    ]

  private static func compare(
    _ name: String, aliases: [String] = [], _ op: nbk_compare_op, _ dunder: String, _ documentation: String
  ) -> Operation {
    Operation(
      name, aliases: aliases, "Tensor input, Operand other", .everywhere, operators: [.plain(dunder)],
      help: documentation,
      samples: ["T(2, 3), T(3)", "T(3), 1", "I(3), 1.5", "I(3), I(3)"]
    ) { c in .tensor(try c.tensor(0).compare(op, c.tensor(1), into: c.destination)) }
  }

  private static func logical(_ name: String, _ op: nbk_compare_op, _ documentation: String) -> Operation {
    Operation(
      name, "Tensor input, Tensor other", .everywhere, help: documentation,
      samples: ["B(3), B(3)", "T(2, 3), B(3)", "I(3), T(3)"]
    ) { c in .tensor(try c.tensor(0).compare(op, c.tensor(1), into: c.destination)) }
  }

  private static func test(
    _ name: String, _ op: nbk_test_op, _ forms: Operation.Forms, _ documentation: String
  ) -> Operation {
    Operation(name, "Tensor input", forms, help: documentation, samples: ["T(2, 3)", "I(3)"]) { c in
      let input = try c.tensor(0)
      return .tensor(
        try Tensor.unary(.test(op), "test", input, compute: input.dtype, dtype: .bool, into: c.destination))
    }
  }

  private static func bitwise(
    _ name: String, _ op: nbk_binary_op, _ stem: String, _ kernelName: StaticString, _ documentation: String
  ) -> Operation {
    Operation(
      name, "Tensor input, Operand other", .everywhere,
      operators: OperatorMethod.binary(stem), help: documentation,
      samples: stem.hasSuffix("shift") ? ["I1(3), 2"] : ["I(3), I(3)", "I(3), 3", "B(3), B(3)"]
    ) { c in .tensor(try c.tensor(0).bitwise(op, c.tensor(1), kernelName, into: c.destination)) }
  }

  static let bitwiseNot: Operation = Operation(
    "bitwise_not", "Tensor input", .everywhere, operators: [.plain("__invert__")],
    help: "Each bit inverted; booleans negated.", samples: ["I(3)", "B(3)"]
  ) { c in
    let input = try c.tensor(0)
    if input.dtype.isFloatingPoint { throw TensorError.notImplemented("bitwise_not_cpu", for: input.dtype) }
    return .tensor(
      try Tensor.unary(
        .map(NBK_BIT_NOT), "bitwise_not_cpu", input, compute: input.dtype, dtype: input.dtype, into: c.destination))
  }

  static let equal: Operation = Operation(
    "equal", "Tensor input, Tensor other", help: "Whether two tensors have the same sizes and elements.",
    samples: ["T(3), T(3)", "ones(2), ones(2)", "ones(2), ones(3)"]
  ) { c in
    let (a, b) = (try c.tensor(0), try c.tensor(1))
    guard a.sizes == b.sizes else { return .number(.bool(false)) }
    return .number(.bool(try a.compare(NBK_EQ, b).allData()))
  }

  private static func closeness(_ c: Call) throws(TensorError) -> Tensor {
    let (a, b) = (try c.tensor(0), try c.tensor(1))
    if a.dtype != b.dtype { throw .runtime("\(a.dtype.scalarName) did not match \(b.dtype.scalarName)") }
    let (rtol, atol, equalNaN) = (try c.double(2), try c.double(3), try c.bool(4))
    return try a.engine.withGrad(false) { () throws(TensorError) in
      var close = try a.compare(NBK_EQ, b)
      if equalNaN {
        close = try close.bitwise(NBK_BIT_OR, try a.test(NBK_IS_NAN).bitwise(NBK_BIT_AND, try b.test(NBK_IS_NAN)))
      }
      if rtol == 0 && atol == 0 { return close }
      let wide = a.dtype.isFloatingPoint ? a.dtype : .float64
      let difference = try (try a.to(wide) - b.to(wide)).abs()
      let allowed = try (try b.to(wide).abs() * rtol).add(try Tensor.wrapped(a.engine, .float(atol)))
      let near = try difference.compare(NBK_LE, allowed).bitwise(NBK_BIT_AND, try difference.test(NBK_IS_FINITE))
      return try close.bitwise(NBK_BIT_OR, near)
    }
  }

  private static let tolerances =
    "Tensor input, Tensor other, float rtol=1e-05, float atol=1e-08, bool equal_nan=False"

  static let isclose: Operation = Operation(
    "isclose", tolerances, help: "Whether elements differ by at most `atol + rtol * |other|`.", samples: ["T(3), T(3)"]
  ) { c in .tensor(try closeness(c)) }

  static let allclose: Operation = Operation(
    "allclose", tolerances, help: "Whether all elements differ by at most `atol + rtol * |other|`.",
    samples: ["T(3), T(3)", "ones(2), ones(2)"]
  ) { c in .number(.bool(try closeness(c).allData())) }
}

extension Tensor {
  func compare(_ op: nbk_compare_op, _ other: Tensor, into: Tensor? = nil) throws(TensorError) -> Tensor {
    try Self.binary(
      .compare(op), "compare_cpu", self, other, compute: Self.resultType(self, other), dtype: .bool, into: into)
  }

  func compare(_ op: nbk_compare_op, _ number: Scalar) throws(TensorError) -> Tensor {
    try compare(op, try Tensor.wrapped(engine, number))
  }

  func test(_ op: nbk_test_op) throws(TensorError) -> Tensor {
    try Self.unary(.test(op), "test", self, compute: dtype, dtype: .bool)
  }

  func bitwise(
    _ op: nbk_binary_op, _ other: Tensor, _ name: StaticString = "bitwise_cpu", into: Tensor? = nil
  ) throws(TensorError) -> Tensor {
    let common = Self.resultType(self, other)
    if common.isFloatingPoint { throw .notImplemented("\(name)", for: common) }
    return try Self.binary(.arithmetic(op), name, self, other, compute: common, dtype: common, into: into)
  }
}
