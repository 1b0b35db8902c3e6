import CKernels

/// Tensors from nothing but sizes and numbers.
enum Creation {
  static let operations: [Operation] = [
    empty, zeros, ones, full, eye, arange, linspace, emptyLike, zerosLike, onesLike, fullLike, newZeros, newOnes,
    newFull,
    newEmpty,
  ]

  // MARK: of one value

  static let empty: Operation = Operation(
    "empty", "size size, \(Parameter.factory), memory_format? memory_format=None", [.function],
    help: "A tensor of the given sizes whose elements are not set.", samples: []
  ) { c in
    try c.made(1) { dtype throws(TensorError) in try .zeros(c.engine, Shape(try c.ints(0)), dtype) }
  }

  static let zeros: Operation = Operation(
    "zeros", "size size, \(Parameter.factory)", [.function], help: "A tensor of zeros.",
    samples: ["[2, 3]", "[2], dtype=torch.int64"]
  ) { c in
    let sizes = try c.ints(0)
    if sizes.contains(where: { $0 < 0 }) { throw TensorError.runtime("zeros: Dimension size must be non-negative.") }
    return try c.made(1) { dtype throws(TensorError) in try .zeros(c.engine, Shape(sizes), dtype) }
  }

  static let ones: Operation = Operation(
    "ones", "size size, \(Parameter.factory)", [.function], help: "A tensor of ones.", samples: ["[2, 3]"]
  ) { c in
    try c.made(1) { dtype throws(TensorError) in try .full(c.engine, Shape(try c.ints(0)), .int(1), dtype) }
  }

  static let full: Operation = Operation(
    "full", "ints size, Number fill_value, \(Parameter.factory)", [.function], help: "A tensor of one value.",
    samples: ["[2, 3], 1.5", "[2], 3", "[2], True", "[2], 1, dtype=torch.float64"]
  ) { c in
    let value = try c.number(1)
    return try c.made(2, dtype: value.dtype(default: c.engine.defaultDType)) { dtype throws(TensorError) in
      try .full(c.engine, Shape(try c.ints(0)), try value.checked(as: dtype), dtype)
    }
  }

  static let eye: Operation = Operation(
    "eye",
    overloads: [
      Overload("int n, \(Parameter.factory)") { c in
        let n = try c.int(0)
        return try c.made(1) { dtype throws(TensorError) in try identity(c.engine, n, n, dtype) }
      },
      Overload("int n, int m, \(Parameter.factory)") { c in
        let (n, m) = (try c.int(0), try c.int(1))
        return try c.made(2) { dtype throws(TensorError) in try identity(c.engine, n, m, dtype) }
      },
    ], [.function], help: "Ones on the diagonal, zeros elsewhere.", samples: ["3", "2, 3", "2, dtype=torch.bool"])

  private static func identity(
    _ engine: Engine, _ n: Int, _ m: Int, _ dtype: DType
  ) throws(TensorError) -> Tensor {
    if n < 0 { throw .runtime("n must be greater or equal to 0, got \(n)") }
    if m < 0 { throw .runtime("m must be greater or equal to 0, got \(m)") }
    let result = try Tensor.zeros(engine, Shape(n, m), dtype)
    result.window(Shape(min(n, m)), Shape(m + 1), offset: 0).fillData(.int(1))
    return result
  }

  // MARK: ranges

  static let arange: Operation = Operation(
    "arange",
    overloads: [
      Overload("Number end, \(Parameter.factory)") { c in
        let end = try c.number(0)
        return try range(c, .int(0), end, .int(1), at: 1)
      },
      Overload("Number start, Number end, Number step=1, \(Parameter.factory)") { c in
        try range(c, try c.number(0), try c.number(1), try c.number(2), at: 3)
      },
    ], [.function], help: "The numbers from `start` to before `end` in steps of `step`.",
    samples: ["5", "1, 6, 2", "0, 1, 0.1", "5.0", "3, -2, -1", "4, dtype=torch.float64", "1, 2.5"])

  private static func range(
    _ c: Call, _ start: Scalar, _ end: Scalar, _ step: Scalar, at index: Int
  ) throws(TensorError) -> OperationResult {
    let isFloat = start.isFloat || end.isFloat || step.isFloat
    return try c.made(index, dtype: isFloat ? c.engine.defaultDType : .int64) { dtype throws(TensorError) in
      if dtype == .bool { throw .notImplemented("arange_cpu", for: dtype) }
      let (first, last, stride) = (start.double, end.double, step.double)
      guard first.isFinite && last.isFinite else {
        throw .runtime("unsupported range: \(rangeText(start)) -> \(rangeText(end))")
      }
      guard stride != 0 else { throw .runtime("step must be nonzero") }
      guard stride > 0 ? last >= first : last <= first else {
        throw .runtime("upper bound and lower bound inconsistent with step sign")
      }
      let length: Double
      if isFloat || dtype.isFloatingPoint {
        length = RealMath.ceil((last - first) / stride)
      } else {
        length = RealMath.ceil(Double(end.int.subtractingReportingOverflow(start.int).partialValue) / stride)
      }
      guard length < 9e18 else {
        throw .runtime("invalid size, possible overflow?")
      }
      let result = try Tensor.uninitialized(c.engine, Shape(Int(length)), dtype)
      _ = nbk_arange(
        dtype.kernel, Int64(result.count), result.data, first, stride, Int64(start.int), Int64(step.int))
      return result
    }
  }

  private static func rangeText(_ value: Scalar) -> String {
    let double = value.double
    return double == double.rounded() && double.isFinite ? "\(value.int)" : "\(double)"
  }

  static let linspace: Operation = Operation(
    "linspace",
    overloads: [("Tensor", "Tensor"), ("Number", "Tensor"), ("Tensor", "Number"), ("Number", "Number")].map {
      Overload("\($0) start, \($1) end, int steps, \(Parameter.factory)", makeLinspace)
    }, [.function], help: "`steps` numbers at equal distances from `start` to `end`.",
    samples: ["0, 1, 5", "-1, 1, 4", "0, 10, 5, dtype=torch.int64", "3, 3, 1", "0, 1, 0"])

  @Sendable private static func makeLinspace(_ c: Call) throws -> OperationResult {
    let (first, last, steps) = (try c.double(0), try c.double(1), try c.int(2))
    guard steps >= 0 else { throw TensorError.runtime("number of steps must be non-negative") }
    return try c.made(3) { dtype throws(TensorError) in
      let result = try Tensor.uninitialized(c.engine, Shape(steps), dtype)
      try check(nbk_linspace(dtype.kernel, Int64(steps), result.data, first, last), "linspace_cpu", dtype)
      return result
    }
  }

  // MARK: like another tensor

  private static func like(
    _ name: String, _ value: Scalar, _ documentation: String, samples: [String]
  ) -> Operation {
    Operation(name, "Tensor input, \(Parameter.likeFactory)", [.function], help: documentation, samples: samples) { c in
      let input = try c.tensor(0)
      return try c.madeLike(input, 1) { dtype throws(TensorError) in
        let result = try input.uninitializedLike(dtype)
        result.fillData(value)
        return result
      }
    }
  }

  static let emptyLike: Operation = like(
    "empty_like", .int(0), "A tensor of the same sizes whose elements are not set.", samples: [])
  static let zerosLike: Operation = like(
    "zeros_like", .int(0), "Zeros in the sizes and dtype of `input`.", samples: ["T(2, 3)", "I(2)"])
  static let onesLike: Operation = like(
    "ones_like", .int(1), "Ones in the sizes and dtype of `input`.", samples: ["T(2, 3)", "I(2), dtype=torch.float32"])

  static let fullLike: Operation = Operation(
    "full_like", "Tensor input, Number fill_value, \(Parameter.likeFactory)", [.function],
    help: "One value in the sizes and dtype of `input`.", samples: ["T(2, 3), 1.5", "I(2), 3"]
  ) { c in
    let (input, value) = (try c.tensor(0), try c.number(1))
    return try c.madeLike(input, 2) { dtype throws(TensorError) in
      let result = try input.uninitializedLike(dtype)
      result.fillData(try value.checked(as: dtype))
      return result
    }
  }

  // MARK: methods of another tensor

  private static let newOptions =
    "*, dtype? dtype=None, layout? layout=None, device? device=None, bool pin_memory=False, bool requires_grad=False"

  private static func new(
    _ name: String, _ value: Scalar, _ documentation: String, samples: [String] = ["T(2), [2, 3]"]
  ) -> Operation {
    Operation(name, "Tensor input, size size, \(newOptions)", [.method], help: documentation, samples: samples) { c in
      try c.madeLike(try c.tensor(0), 2) { dtype throws(TensorError) in
        try .full(c.engine, Shape(try c.ints(1)), value, dtype)
      }
    }
  }

  static let newZeros: Operation = new("new_zeros", .int(0), "Zeros of the given sizes in the dtype of `input`.")
  static let newOnes: Operation = new("new_ones", .int(1), "Ones of the given sizes in the dtype of `input`.")
  static let newEmpty: Operation = new("new_empty", .int(0), "Elements not set, in the dtype of `input`.", samples: [])

  static let newFull: Operation = Operation(
    "new_full", "Tensor input, ints size, Number fill_value, \(newOptions)", [.method],
    help: "One value in the dtype of `input`.", samples: ["T(2), [2, 3], 1.5"]
  ) { c in
    let value = try c.number(2)
    return try c.madeLike(try c.tensor(0), 3) { dtype throws(TensorError) in
      try .full(c.engine, Shape(try c.ints(1)), try value.checked(as: dtype), dtype)
    }
  }
}
