/// Operations that overwrite a tensor.
enum Filling {
  static let operations: [Operation] = [fill, zero, normal, uniform, randomInPlace, bernoulliInPlace]

  static let filledNumber: Derivative = .zero("FillBackward2")
  static let filledTensor: Derivative = Derivative(
    "FillBackward3", Formula { _, g in try g.zerosLike() }, Formula { _, g in try g.sum() })
  static let zeroed: Derivative = .zero("ZeroBackward0")
  static let drawnNormal: Derivative = .zero("NormalBackward0")
  static let drawnUniform: Derivative = .zero("UniformBackward0")
  static let drawnIntegers: Derivative = .zero("RandomBackward1")
  static let drawnBernoulli: Derivative = .zero("BernoulliBackward2")

  static let fill: Operation = Operation(
    "fill_", "Tensor input, Operand value", [.method], help: "Sets all elements to `value`.",
    samples: ["T(2, 3), 1.5", "I(2), 2.7", "T(2), T()"]
  ) { c in
    let (input, value) = (try c.tensor(0), try c.tensor(1))
    guard value.dim == 0 else {
      throw TensorError.runtime(
        "fill_ only supports 0-dimension value tensor but got tensor with \(value.dim) dimensions.")
    }
    let number = try value.item()
    let checked = value.isWrappedNumber ? try number.checked(as: input.dtype) : number
    if value.isUnseeded { input.storage.isUnseeded = true }
    return .tensor(
      try input.overwrite(value.isWrappedNumber ? filledNumber : filledTensor, value, allowsOverlap: true) {
        $0.fillData(checked)
      })
  }

  static let zero: Operation = Operation(
    "zero_", "Tensor input", [.method], help: "Sets all elements to zero.", samples: ["T(2, 3)"]
  ) { c in .tensor(try c.tensor(0).overwrite(zeroed, allowsOverlap: true) { $0.fillData(.int(0)) }) }

  static let normal: Operation = Operation(
    "normal_", "Tensor input, float mean=0, float std=1, *, generator? generator=None", [.method],
    help: "Fills the tensor with normally distributed numbers.", samples: ["T(2, 3)", "T(20), 1, 2"]
  ) { c in
    let (input, mean, std, generator) = (try c.tensor(0), try c.double(1), try c.double(2), c.generator(3))
    return .tensor(try input.overwrite(drawnNormal) { try Draw.normal($0, mean, std, generator) })
  }

  static let uniform: Operation = Operation(
    "uniform_", "Tensor input, float from=0, float to=1, *, generator? generator=None", [.method],
    help: "Fills the tensor with uniformly distributed numbers.", samples: ["T(2, 3)", "T(20), -1, 1"]
  ) { c in
    let (input, low, high, generator) = (try c.tensor(0), try c.double(1), try c.double(2), c.generator(3))
    return .tensor(try input.overwrite(drawnUniform) { try Draw.uniform($0, low, high, generator) })
  }

  static let randomInPlace: Operation = Operation(
    "random_",
    overloads: [
      Overload("Tensor input, *, generator? generator=None") { c in
        let generator = c.generator(1)
        return .tensor(try c.tensor(0).overwrite(drawnIntegers) { try Draw.anyIntegers($0, generator) })
      },
      Overload("Tensor input, int to, *, generator? generator=None") { c in
        let (to, generator) = (try c.int(1), c.generator(2))
        return .tensor(try c.tensor(0).overwrite(drawnIntegers) { try Draw.integers($0, 0, to, generator) })
      },
      Overload("Tensor input, int from, int to, *, generator? generator=None") { c in
        let (from, to, generator) = (try c.int(1), try c.int(2), c.generator(3))
        return .tensor(try c.tensor(0).overwrite(drawnIntegers) { try Draw.integers($0, from, to, generator) })
      },
    ], [.method], help: "Fills the tensor with integers from `from` to before `to`.",
    samples: ["I(5), 10", "I(5), 3, 7"])

  static let bernoulliInPlace: Operation = Operation(
    "bernoulli_", "Tensor input, float p=0.5, *, generator? generator=None", [.method],
    help: "Fills the tensor with ones, with probability `p`, and zeros.", samples: ["T(10)", "T(10), 0.2"]
  ) { c in
    let (p, generator) = (try c.double(1), c.generator(2))
    return .tensor(try c.tensor(0).overwrite(drawnBernoulli) { try Draw.bernoulli($0, p, generator) })
  }
}

extension Tensor {
  /// Runs `body`, which sets every element, with all that an in-place operation has to observe.
  func overwrite(
    _ derivative: Derivative, _ value: Tensor? = nil, allowsOverlap: Bool = false, _ body: (Tensor) throws -> Void
  ) throws(TensorError) -> Tensor {
    try checkInPlace(allowsOverlap: allowsOverlap)
    do { try body(self) } catch { throw TensorError(error) }
    bumpVersion()
    if engine.records && (requiresGrad || (value?.requiresGrad ?? false)) && dtype.isDifferentiable {
      rebase(onto: alias().recorded(derivative, self, value))
    }
    return self
  }
}
