/// What is known of a tensor, and its elements as Python numbers.
enum Queries {
  static let operations: [Operation] = [
    item, tolist, numel, dim, size, stride, isContiguous, isFloatingPoint, elementSize, storageOffset, isNonzero,
    isSameSize,
    resultType, canCast, promoteTypes,
  ]

  static let item: Operation = Operation(
    "item", "Tensor input", [.method], help: "The only element as a Python number.", samples: ["T()", "I(1)"]
  ) { c in .number(try c.tensor(0).item()) }

  static let tolist: Operation = Operation(
    "tolist", "Tensor input", [.method], help: "The elements in lists in lists.",
    samples: ["T(2, 3)", "I(2)", "B(2)", "T()"]
  ) { c in
    let input = try c.tensor(0)
    return .nested(input.sizes.array, input.elements)
  }

  static let numel: Operation = Operation(
    "numel", aliases: ["nelement"], "Tensor input", help: "How many elements there are.", samples: ["T(2, 3)"]
  ) { c in .number(.int(try c.tensor(0).count)) }

  static let dim: Operation = Operation(
    "dim", aliases: ["ndimension"], "Tensor input", [.method], help: "How many dimensions there are.",
    samples: ["T(2, 3)"]
  ) { c in .number(.int(try c.tensor(0).dim)) }

  static let size: Operation = Operation(
    "size", "Tensor input, int? dim=None", [.method], help: "The sizes, or that of one dimension.",
    samples: ["T(2, 3)", "T(2, 3), -1"]
  ) { c in
    let input = try c.tensor(0)
    guard let dimension = try c.optionalInt(1) else { return .size(input.sizes.array) }
    return .number(.int(input.sizes[try input.existing(dimension)]))
  }

  static let stride: Operation = Operation(
    "stride", "Tensor input, int? dim=None", [.method], help: "The distances in memory between neighbours.",
    samples: ["T(2, 3)", "T(2, 3), 0"]
  ) { c in
    let input = try c.tensor(0)
    guard let dimension = try c.optionalInt(1) else { return .ints(input.strides.array) }
    return .number(.int(input.strides[try input.existing(dimension)]))
  }

  static let isContiguous: Operation = Operation(
    "is_contiguous", "Tensor input, memory_format? memory_format=None", [.method], help: "Whether memory is row-major.",
    samples: ["T(2, 3)"]
  ) { c in .number(.bool(try c.tensor(0).isContiguous)) }

  static let isFloatingPoint: Operation = Operation(
    "is_floating_point", "Tensor input", help: "Whether the dtype is a floating one.", samples: ["T(2)", "I(2)"]
  ) { c in .number(.bool(try c.tensor(0).dtype.isFloatingPoint)) }

  static let elementSize: Operation = Operation(
    "element_size", "Tensor input", [.method], help: "Bytes per element.", samples: ["T(2)", "I(2)"]
  ) { c in .number(.int(try c.tensor(0).dtype.itemSize)) }

  static let storageOffset: Operation = Operation(
    "storage_offset", "Tensor input", [.method], help: "Where in its storage the tensor begins.", samples: ["T(2)"]
  ) { c in .number(.int(try c.tensor(0).offset)) }

  static let isNonzero: Operation = Operation(
    "is_nonzero", "Tensor input", help: "Whether the only element is not zero.", samples: ["T()"]
  ) { c in .number(.bool(try c.tensor(0).truth())) }

  static let isSameSize: Operation = Operation(
    "is_same_size", "Tensor input, Tensor other", help: "Whether both have the same sizes.", samples: ["T(2), T(3)"]
  ) { c in .number(.bool(try c.tensor(0).sizes == c.tensor(1).sizes)) }

  // MARK: dtypes

  static let resultType: Operation = Operation(
    "result_type", "Operand tensor1, Operand tensor2", [.function], help: "The dtype in which two operands meet.",
    samples: ["T(2), I(2)", "I(2), 1.5", "T(), I(2)"]
  ) { c in .dtype(Tensor.resultType(try c.tensor(0), try c.tensor(1))) }

  static let canCast: Operation = Operation(
    "can_cast", "dtype from_, dtype to", [.function], help: "Whether an in-place operation may convert so.",
    samples: ["torch.float32, torch.int64"]
  ) { c in
    guard let from = c.dtype(0), let to = c.dtype(1) else {
      throw TensorError.type("can_cast(): arguments must be torch.dtype")
    }
    return .number(.bool(from.canCast(to: to)))
  }

  static let promoteTypes: Operation = Operation(
    "promote_types", "dtype type1, dtype type2", [.function], help: "The smallest dtype that holds both.",
    samples: ["torch.uint8, torch.int8", "torch.float16, torch.bfloat16", "torch.int64, torch.float16"]
  ) { c in
    guard let first = c.dtype(0), let second = c.dtype(1) else {
      throw TensorError.type("promote_types(): arguments must be torch.dtype")
    }
    return .dtype(DType.promoted(first, second))
  }
}

extension Tensor {
  /// A dimension that a query may name: a 0-d tensor has none.
  fileprivate func existing(_ dimension: Int) throws(TensorError) -> Int {
    if dim == 0 {
      throw .index("Dimension specified as \(dimension) but tensor has no dimensions")
    }
    return try wrapDimension(dimension, dim)
  }
}
