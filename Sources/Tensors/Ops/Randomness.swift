import CKernels

/// Tensors of random numbers.
enum Randomness {
  static let operations: [Operation] = [
    rand, randn, randLike, randnLike, randint, randintLike, randperm, normal, bernoulli, multinomial,
  ]

  private static func options(_ leading: String) -> String {
    "\(leading), *, generator? generator=None, Tensor? out=None, dtype? dtype=None, layout? layout=None, "
      + "device? device=None, bool pin_memory=False, bool requires_grad=False"
  }

  /// A generator may be named only as a keyword; `made` finds the other options behind it.
  static let rand: Operation = Operation(
    "rand", options("size size"), [.function], help: "Uniformly distributed numbers from 0 to before 1.",
    samples: ["[2, 3]", "[20]", "[3], dtype=torch.float64"]
  ) { c in
    try c.made(2) { dtype throws(TensorError) in
      let result = try Tensor.uninitialized(c.engine, Shape(try c.ints(0)), dtype)
      try Draw.uniform(result, 0, 1, c.generator(1))
      return result
    }
  }

  static let randn: Operation = Operation(
    "randn", options("size size"), [.function], help: "Numbers of the standard normal distribution.",
    samples: ["[2, 3]", "[20]", "[4, 5], dtype=torch.float64"]
  ) { c in
    try c.made(2) { dtype throws(TensorError) in
      let result = try Tensor.uninitialized(c.engine, Shape(try c.ints(0)), dtype)
      try Draw.normal(result, 0, 1, c.generator(1))
      return result
    }
  }

  static let randLike: Operation = Operation(
    "rand_like", "Tensor input, \(Parameter.likeFactory), generator? generator=None", [.function],
    help: "Uniformly distributed numbers in the sizes and dtype of `input`.", samples: ["T(2, 3)"]
  ) { c in
    let input = try c.tensor(0)
    return try c.madeLike(input, 1) { dtype throws(TensorError) in
      let result = try input.uninitializedLike(dtype)
      try Draw.uniform(result, 0, 1, c.generator(7))
      return result
    }
  }

  static let randnLike: Operation = Operation(
    "randn_like", "Tensor input, \(Parameter.likeFactory), generator? generator=None", [.function],
    help: "Normally distributed numbers in the sizes and dtype of `input`.", samples: ["T(2, 3)", "T(5, 5)"]
  ) { c in
    let input = try c.tensor(0)
    return try c.madeLike(input, 1) { dtype throws(TensorError) in
      let result = try input.uninitializedLike(dtype)
      try Draw.normal(result, 0, 1, c.generator(7))
      return result
    }
  }

  // MARK: integers

  static let randint: Operation = Operation(
    "randint",
    overloads: [
      Overload(options("int high, ints size")) { c in
        try integers(c, low: 0, high: try c.int(0), sizes: try c.ints(1), at: 2)
      },
      Overload(options("int low, int high, ints size")) { c in
        try integers(c, low: try c.int(0), high: try c.int(1), sizes: try c.ints(2), at: 3)
      },
    ], [.function], help: "Integers from `low` to before `high`.", samples: ["10, [5]", "2, 7, [2, 3]"])

  private static func integers(
    _ c: Call, low: Int, high: Int, sizes: [Int], at index: Int
  ) throws(TensorError) -> OperationResult {
    try c.made(index + 1, dtype: .int64) { dtype throws(TensorError) in
      let result = try Tensor.uninitialized(c.engine, Shape(sizes), dtype)
      try Draw.integers(result, low, high, c.generator(index))
      return result
    }
  }

  static let randintLike: Operation = Operation(
    "randint_like",
    overloads: [
      Overload("Tensor input, int high, \(Parameter.likeFactory)") { c in try integersLike(c, 0, try c.int(1), at: 2) },
      Overload("Tensor input, int low, int high, \(Parameter.likeFactory)") { c in
        try integersLike(c, try c.int(1), try c.int(2), at: 3)
      },
    ], [.function], help: "Integers in the sizes and dtype of `input`.", samples: ["T(2, 3), 10"])

  private static func integersLike(_ c: Call, _ low: Int, _ high: Int, at index: Int) throws(TensorError)
    -> OperationResult
  {
    let input = try c.tensor(0)
    return try c.madeLike(input, index) { dtype throws(TensorError) in
      let result = try input.uninitializedLike(dtype)
      try Draw.integers(result, low, high, c.engine.generator)
      return result
    }
  }

  static let randperm: Operation = Operation(
    "randperm", options("int n"), [.function], help: "The integers from 0 to before `n` in random order.",
    samples: ["6", "10, dtype=torch.float32"]
  ) { c in
    let count = try c.int(0)
    return try c.made(2, dtype: .int64) { dtype throws(TensorError) in
      let result = try Tensor.uninitialized(c.engine, Shape(count), .int64)
      try Draw.fill(result, c.generator(1)) { target in
        c.generator(1).permutation(target.data.assumingMemoryBound(to: Int64.self), count: count)
      }
      return try result.converted(dtype)
    }
  }

  // MARK: distributions

  static let normal: Operation = Operation(
    "normal",
    overloads: [
      Overload("Tensor mean, Tensor std, *, generator? generator=None") { c in
        .tensor(try normal(c.tensor(0), c.tensor(1), c.generator(2), drawnFromBoth))
      },
      Overload("Tensor mean, float std=1, *, generator? generator=None") { c in
        .tensor(try normal(c.tensor(0), c.tensor(1), c.generator(2), drawnFromMean))
      },
      Overload("float mean, Tensor std, *, generator? generator=None") { c in
        .tensor(try normal(c.tensor(0), c.tensor(1), c.generator(2), drawnFromStd))
      },
      Overload(options("float mean, float std, ints size")) { c in
        try c.made(4) { dtype throws(TensorError) in
          let result = try Tensor.uninitialized(c.engine, Shape(try c.ints(2)), dtype)
          try Draw.normal(result, try c.double(0), try c.double(1), c.generator(3))
          return result
        }
      },
    ], [.function], help: "Normally distributed numbers.",
    samples: ["0.0, 1.0, [2, 3]", "T(3), P(3)", "T(2, 3), 0.5", "1.0, P(3)"])

  private static let drawnFromMean: Derivative = .zero("NormalBackward1")
  private static let drawnFromStd: Derivative = Derivative(
    "NormalBackward2", Formula { _, _ in nil }, Formula { _, g in try g.zerosLike() })
  private static let drawnFromBoth: Derivative = Derivative(
    "NormalBackward3", Formula { _, g in try g.zerosLike() }, Formula { _, g in try g.zerosLike() })

  private static func normal(
    _ mean: Tensor, _ std: Tensor, _ generator: Generator, _ derivative: Derivative
  ) throws(TensorError) -> Tensor {
    let result = try mean.engine.withGrad(false) { () throws(TensorError) in
      let sizes = try Shape.broadcast(mean.sizes, std.sizes)
      let dtype = mean.isWrappedNumber ? std.dtype : mean.dtype
      let result = try Tensor.uninitialized(mean.engine, sizes, dtype)
      try Draw.normal(result, 0, 1, generator)
      return try (result * std.to(dtype)) + mean.to(dtype)
    }
    return result.recorded(derivative, mean, std)
  }

  private static let drawnByTensor: Derivative = .zero("BernoulliBackward0")
  private static let drawnByNumber: Derivative = Derivative(
    "NotImplemented",
    Formula { _, _ in throw TensorError.runtime("derivative for aten::bernoulli is not implemented") })

  static let bernoulli: Operation = Operation(
    "bernoulli",
    overloads: [
      Overload("Tensor input, *, generator? generator=None") { c in
        let (input, generator) = (try c.tensor(0), c.generator(1))
        if !input.dtype.isFloatingPoint {
          throw TensorError.notImplemented("bernoulli_tensor_cpu_p_", for: input.dtype)
        }
        for p in input.doubles where !(p >= 0 && p <= 1) {
          throw TensorError.runtime(
            "Expected p_in >= 0 && p_in <= 1 to be true, but got false.  (Could this error message be improved?  If so, "
              + "please report an enhancement request to PyTorch.)")
        }
        let result = try input.uninitializedLike()
        if input.isUnseeded { result.storage.isUnseeded = true }
        let probabilities = try input.contiguousData()
        try Draw.fill(result, generator) { target in
          generator.bernoulli(
            target.data, target.dtype.kernel, count: target.count, probabilities: probabilities.data,
            probabilities.dtype.kernel)
        }
        return .tensor(result.recorded(drawnByTensor, input))
      },
      Overload("Tensor input, float p, *, generator? generator=None") { c in
        let input = try c.tensor(0)
        let result = try input.uninitializedLike()
        try Draw.bernoulli(result, c.double(1), c.generator(2))
        return .tensor(result.recorded(drawnByNumber, input))
      },
    ], [.function, .method], help: "Ones with the given probabilities, and zeros.", samples: ["T(6), 0.3"])

  static let multinomial: Operation = Operation(
    "multinomial", "Tensor input, int num_samples, bool replacement=False, *, generator? generator=None",
    [.function, .method], help: "Positions drawn with the probabilities given by each row.", samples: ["P(5), 2"]
  ) { c in
    let (input, samples, replacement) = (try c.tensor(0), try c.int(1), try c.bool(2))
    guard input.dtype.isFloatingPoint else {
      throw TensorError.runtime(
        "multinomial only supports floating-point dtypes for input, got: \(input.dtype.scalarName)")
    }
    guard input.dim == 1 || input.dim == 2 else {
      throw TensorError.runtime("prob_dist must be 1 or 2 dim")
    }
    guard samples > 0 else { throw TensorError.runtime("cannot sample n_sample <= 0 samples") }
    let categories = input.sizes.last
    guard replacement || samples <= categories else {
      throw TensorError.runtime("cannot sample n_sample > prob_dist.size(-1) samples without replacement")
    }
    guard input.doubles.allSatisfy({ $0 >= 0 && $0.isFinite }) else {
      throw TensorError.runtime("probability tensor contains either `inf`, `nan` or element < 0")
    }
    let rows = input.dim == 2 ? input.sizes[0] : 1
    let weights = try input.contiguousData()
    for row in 0..<rows {
      let part = weights.doubles[(row * categories)..<((row + 1) * categories)]
      guard part.reduce(0, +) > 0 else {
        throw TensorError.runtime("invalid multinomial distribution (sum of probabilities <= 0)")
      }
    }
    let sizes = input.dim == 2 ? Shape(rows, samples) : Shape(samples)
    let result = try Tensor.uninitialized(c.engine, sizes, .int64)
    let generator = c.generator(3)
    try Draw.fill(result, generator) { target in
      generator.multinomial(
        target.data.assumingMemoryBound(to: Int64.self), weights: weights.data, weights.dtype.kernel, rows: rows,
        categories: categories, samples: samples, replacement: replacement)
    }
    if input.isUnseeded { result.storage.isUnseeded = true }
    return .tensor(result)
  }
}
