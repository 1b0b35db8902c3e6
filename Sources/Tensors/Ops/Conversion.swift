import CKernels

/// Copies and other dtypes.
enum Conversion {
  static let operations: [Operation] =
    [
      clone, contiguous, to, typeAs, detach, copy,
      cast("float", .float32), cast("double", .float64), cast("half", .float16), cast("bfloat16", .bfloat16),
      cast("long", .int64), cast("int", .int32), cast("short", .int16), cast("char", .int8), cast("byte", .uint8),
      cast("bool", .bool),
    ]

  static let cloning: Derivative = Derivative("CloneBackward0", Formula { _, g in g })
  static let conversion: Derivative = Derivative("ToCopyBackward0", Formula { _, g in g })
  static let copying: Derivative = Derivative(
    "CopyBackwards", Formula { n, g in try g.zerosLike() }, Formula { _, g in g })

  static let clone: Operation = Operation(
    "clone", "Tensor input, *, memory_format? memory_format=None", help: "A copy.", samples: ["T(2, 3)", "I(2)"]
  ) { c in .tensor(try c.tensor(0).clone(contiguous: c.optionalString(1) == "contiguous_format")) }

  static let contiguous: Operation = Operation(
    "contiguous", "Tensor input, memory_format? memory_format=None", [.method],
    help: "The tensor itself if it is row-major, else a row-major copy.", samples: ["T(2, 3)"]
  ) { c in .tensor(try c.tensor(0).contiguous()) }

  static let to: Operation = Operation(
    "to",
    overloads: [
      Overload("Tensor input, dtype dtype, bool non_blocking=False, bool copy=False") { c in
        let input = try c.tensor(0)
        let result = try input.to(c.dtype(1) ?? input.dtype)
        return .tensor(try c.bool(3) && result === input ? result.clone() : result)
      },
      Overload("Tensor input, device device, dtype? dtype=None, bool non_blocking=False, bool copy=False") { c in
        let input = try c.tensor(0)
        let result = try input.to(c.dtype(2) ?? input.dtype)
        return .tensor(try c.bool(4) && result === input ? result.clone() : result)
      },
      Overload("Tensor input, Tensor other, bool non_blocking=False, bool copy=False") { c in
        let input = try c.tensor(0)
        let result = try input.to(c.tensor(1).dtype)
        return .tensor(try c.bool(3) && result === input ? result.clone() : result)
      },
    ], [.method], help: "The elements converted to `dtype`; the tensor itself if it has that dtype.",
    samples: ["T(2), torch.float64", "T(2), torch.int64", "I(2), torch.float32", "T(3), torch.bool"])

  static let typeAs: Operation = Operation(
    "type_as", "Tensor input, Tensor other", [.method], help: "The elements converted to the dtype of `other`.",
    samples: ["T(2), I(2)"]
  ) { c in .tensor(try c.tensor(0).to(c.tensor(1).dtype)) }

  static let detach: Operation = Operation(
    "detach", "Tensor input", help: "The same memory without history.", samples: ["T(2)"]
  ) { c in .tensor(try c.tensor(0).detach()) }

  static let copy: Operation = Operation(
    "copy_", "Tensor input, Operand other, bool non_blocking=False", [.method],
    help: "Overwrites `input` with `other`, repeated and converted as needed.",
    samples: ["T(2, 3), T(3)", "I(2), T(2)"]
  ) { c in .tensor(try c.tensor(0).copyInPlace(c.tensor(1))) }

  private static func cast(_ name: String, _ dtype: DType) -> Operation {
    Operation(
      name, "Tensor input, memory_format? memory_format=None", [.method],
      help: "The elements as `torch.\(dtype.name)`.",
      samples: ["T(3)", "I(3)"]
    ) { c in .tensor(try c.tensor(0).to(dtype)) }
  }
}

extension Tensor {
  package func clone(contiguous: Bool = false) throws(TensorError) -> Tensor {
    let copy = contiguous ? try contiguousCopy(dtype) : try contiguousOrDenseCopy(dtype)
    return copy.recorded(Conversion.cloning, self)
  }

  package func contiguous() throws(TensorError) -> Tensor { isContiguous ? self : try clone(contiguous: true) }

  package func to(_ dtype: DType) throws(TensorError) -> Tensor {
    if dtype == self.dtype { return self }
    return try converted(dtype).recorded(Conversion.conversion, self)
  }

  /// `self.copy_(source)`
  @discardableResult
  package func copyInPlace(_ source: Tensor) throws(TensorError) -> Tensor {
    try checkInPlace()
    let shape = try Shape.broadcast(sizes, source.sizes)
    if shape != sizes {
      throw .runtime("output with shape \(sizes.text) doesn't match the broadcast shape \(shape.text)")
    }
    let records = engine.records && (requiresGrad || source.requiresGrad) && dtype.isDifferentiable
    // What overlaps is read before it is overwritten.
    let source =
      storage.sharesMemory(with: source.storage) && source !== self ? try source.clone(contiguous: true) : source
    copyData(from: source)
    if source.isUnseeded { storage.isUnseeded = true }
    if records {
      let result = alias().recorded(Conversion.copying, self, source)
      bumpVersion()
      rebase(onto: result)
    } else {
      bumpVersion()
    }
    return self
  }

  package func zerosLike() throws(TensorError) -> Tensor {
    let result = try uninitializedLike()
    result.fillData(.int(0))
    return result
  }
}
