/// Views and other sizes, as Python calls them.
enum Shaping {
  static let operations: [Operation] = [
    t, transpose, transposed, matrixTransposed, permute, movedim, view, reshape, viewAs, reshapeAs, flatten, ravel,
    unflatten, expand, expandAs, unsqueeze, squeeze, select, narrow, asStrided, diagonal, swapped,
  ]

  static let t: Operation = Operation(
    "t", "Tensor input", help: "The transpose of a matrix.", samples: ["T(2, 3)", "T(3)"]
  ) { c in .tensor(try c.tensor(0).t()) }

  static let transpose: Operation = Operation(
    "transpose", "Tensor input, int dim0, int dim1", help: "The tensor with two dimensions exchanged.",
    samples: ["T(2, 3), 0, 1", "T(2, 3, 4), -1, 0"]
  ) { c in .tensor(try c.tensor(0).transpose(c.int(1), c.int(2))) }

  static let swapped: Operation = Operation(
    "swapaxes", aliases: ["swapdims"], "Tensor input, int axis0, int axis1",
    help: "The tensor with two dimensions exchanged.", samples: ["T(2, 3), 0, 1"]
  ) { c in .tensor(try c.tensor(0).transpose(c.int(1), c.int(2))) }

  static let transposed: Operation = Operation(
    "T", "Tensor input", [.property], help: "The tensor with its dimensions in reverse order.", samples: ["T(2, 3)"]
  ) { c in .tensor(try c.tensor(0).reversedDims()) }

  static let matrixTransposed: Operation = Operation(
    "mT", "Tensor input", [.property], help: "The tensor with its last two dimensions exchanged.",
    samples: ["T(2, 3, 4)"]
  ) { c in
    let input = try c.tensor(0)
    return .tensor(try input.dim == 0 ? input.permute([]) : input.transpose(-2, -1))
  }

  static let permute: Operation = Operation(
    "permute", "Tensor input, size dims", help: "The dimensions in another order.",
    samples: ["T(2, 3, 4), [2, 0, 1]", "T(2, 3), [1, 0]"]
  ) { c in .tensor(try c.tensor(0).permute(c.ints(1))) }

  static let movedim: Operation = Operation(
    "movedim", aliases: ["moveaxis"], "Tensor input, dims source, dims destination",
    help: "Dimensions moved elsewhere.",
    samples: ["T(2, 3, 4), 0, 2", "T(2, 3, 4), [0, 1], [2, 0]"]
  ) { c in
    let (input, sources, targets) = (try c.tensor(0), try c.ints(1), try c.ints(2))
    guard sources.count == targets.count else {
      throw TensorError.runtime(
        "movedim: Invalid source or destination dims: source (\(Shape(sources).text) dims) should contain the same number "
          + "of dims as destination (\(Shape(targets).text) dims)")
    }
    var order = [Int](repeating: -1, count: input.dim)
    var moved: Set<Int> = []
    for (source, target) in zip(sources, targets) {
      let from = try wrapDimension(source, input.dim)
      order[try wrapDimension(target, input.dim)] = from
      moved.insert(from)
    }
    var rest = (0..<input.dim).filter { !moved.contains($0) }.makeIterator()
    for index in order.indices where order[index] < 0 { order[index] = rest.next() ?? 0 }
    return .tensor(try input.permute(order))
  }

  static let view: Operation = Operation(
    "view",
    overloads: [
      Overload("Tensor input, dtype dtype") { c in
        let input = try c.tensor(0)
        guard c.dtype(1) == input.dtype else {
          throw TensorError(.notImplementedError, "Tensor.view(dtype) is not available in nbcheck")
        }
        return .tensor(try input.view(input.sizes.array))
      },
      Overload("Tensor input, size size") { c in .tensor(try c.tensor(0).view(c.ints(1))) },
    ], [.method], help: "The same memory in other sizes.",
    samples: ["T(2, 3), [3, 2]", "T(2, 3), [-1]", "T(6), [2, -1]"])

  static let reshape: Operation = Operation(
    "reshape", "Tensor input, size shape", help: "Other sizes: the same memory where possible, else a copy.",
    samples: ["T(2, 3), [3, 2]", "T(2, 3), [-1]", "T(6), [2, -1]"]
  ) { c in .tensor(try c.tensor(0).reshape(c.ints(1))) }

  static let viewAs: Operation = Operation(
    "view_as", "Tensor input, Tensor other", [.method], help: "The same memory in the sizes of `other`.",
    samples: ["T(2, 3), T(3, 2)"]
  ) { c in .tensor(try c.tensor(0).view(c.tensor(1).sizes.array)) }

  static let reshapeAs: Operation = Operation(
    "reshape_as", "Tensor input, Tensor other", [.method], help: "The sizes of `other`.", samples: ["T(2, 3), T(3, 2)"]
  ) { c in .tensor(try c.tensor(0).reshape(c.tensor(1).sizes.array)) }

  static let flatten: Operation = Operation(
    "flatten", "Tensor input, int start_dim=0, int end_dim=-1", help: "Neighbouring dimensions as one.",
    samples: ["T(2, 3)", "T(2, 3, 4), 1", "T(2, 3, 4), 0, 1"]
  ) { c in .tensor(try c.tensor(0).flatten(c.int(1), c.int(2))) }

  static let ravel: Operation = Operation(
    "ravel", "Tensor input", help: "All elements in one dimension.", samples: ["T(2, 3)"]
  ) { c in .tensor(try c.tensor(0).contiguous().view([-1])) }

  static let unflatten: Operation = Operation(
    "unflatten", "Tensor input, int dim, ints sizes", help: "One dimension as several.", samples: ["T(6, 2), 0, [2, 3]"]
  ) { c in .tensor(try c.tensor(0).unflatten(c.int(1), c.ints(2))) }

  static let expand: Operation = Operation(
    "expand", "Tensor input, size size", [.method], help: "Dimensions of size 1 repeated without a copy.",
    samples: ["T(2, 1), [2, 3]", "T(3), [2, -1]"]
  ) { c in .tensor(try c.tensor(0).expand(c.ints(1))) }

  static let expandAs: Operation = Operation(
    "expand_as", "Tensor input, Tensor other", [.method], help: "Expanded to the sizes of `other`.",
    samples: ["T(3), T(2, 3)"]
  ) { c in .tensor(try c.tensor(0).expand(c.tensor(1).sizes.array)) }

  static let unsqueeze: Operation = Operation(
    "unsqueeze", "Tensor input, int dim", [.function, .method], help: "A new dimension of size 1.",
    samples: ["T(2, 3), 0", "T(2, 3), -1"]
  ) { c in .tensor(try c.tensor(0).unsqueeze(c.int(1))) }

  static let squeeze: Operation = Operation(
    "squeeze",
    overloads: [
      Overload("Tensor input") { c in .tensor(try c.tensor(0).squeeze()) },
      Overload("Tensor input, int dim") { c in .tensor(try c.tensor(0).squeeze(c.int(1))) },
      Overload("Tensor input, ints dim") { c in .tensor(try c.tensor(0).squeeze(c.ints(1))) },
    ], help: "Without dimensions of size 1.", samples: ["T(2, 1, 3)", "T(2, 1), 1", "T(2, 1), 0", "T(1, 2, 1), [0, 2]"])

  static let select: Operation = Operation(
    "select", "Tensor input, int dim, int index", help: "One slice along a dimension.", samples: ["T(2, 3), 1, 2"]
  ) { c in .tensor(try c.tensor(0).select(c.int(1), c.int(2))) }

  static let narrow: Operation = Operation(
    "narrow", "Tensor input, int dim, int start, int length", help: "Some slices along a dimension.",
    samples: ["T(5, 2), 0, 1, 3"]
  ) { c in .tensor(try c.tensor(0).narrow(c.int(1), c.int(2), c.int(3))) }

  static let asStrided: Operation = Operation(
    "as_strided", "Tensor input, ints size, ints stride, int? storage_offset=None",
    help: "Any window on the tensor's memory.", samples: ["T(6), [2, 2], [2, 1]"]
  ) { c in
    .tensor(try c.tensor(0).asStrided(Shape(c.ints(1)), Shape(c.ints(2)), offset: c.optionalInt(3)))
  }

  static let diagonal: Operation = Operation(
    "diagonal", "Tensor input, int offset=0, int dim1=0, int dim2=1", help: "A diagonal of a matrix.",
    samples: ["T(3, 3)", "T(2, 3), 1"]
  ) { c in .tensor(try c.tensor(0).diagonal(offset: c.int(1), c.int(2), c.int(3))) }
}
