/// One item between square brackets.
package enum IndexItem {
  case int(Int)
  case slice(start: Int?, end: Int?, step: Int?)
  case newAxis
  case ellipsis
  case bool(Bool)
  /// A mask or positions.
  case tensor(Tensor)
}

/// `x[…]` and `x[…] = value`.
enum Indexing {
  static let operations: [Operation] = [getItem, setItem, indexPut]

  static let getItem: Operation = Operation(
    "__getitem__", "Tensor input, index indices", [.method], operators: [.plain("__getitem__")],
    help: "Elements chosen by integers, slices, `None`, `...`, masks and tensors of positions."
  ) { c in .tensor(try c.tensor(0).getItem(c.items(1))) }

  static let setItem: Operation = Operation(
    "__setitem__", "Tensor input, index indices, Operand value", [.method], operators: [.plain("__setitem__")],
    help: "Overwrites the elements that `x[indices]` would show."
  ) { c in
    try c.tensor(0).setItem(c.items(1), c.tensor(2))
    return .none
  }

  static let put: Derivative = Derivative(
    "IndexPutBackward0",
    Formula { n, g in
      if n.attributes.flag { return g }
      return try g.clone().puttingData(n.attributes.indices, g.zero)
    },
    Formula { n, g in try g.indexed(n.attributes.indices).sumTo(n.inputSizes(1)) })

  static let indexPut: Operation = Operation(
    "index_put", "Tensor input, Tensors indices, Tensor values, bool accumulate=False", [.function, .method, .inPlace],
    help: "The tensor with `values` at, or added at, the given positions."
  ) { c in
    let (input, indices, values) = (try c.tensor(0), try c.tensors(1), try c.tensor(2))
    return .tensor(
      try input.putting(indices.map { $0 }, values.to(input.dtype), accumulates: c.bool(3)))
  }
}

extension Tensor {
  package func getItem(_ items: [IndexItem]) throws(TensorError) -> Tensor {
    if items.count == 1 {
      switch items[0] {
      case .int(let index): return try selectItem(0, index, 0)
      case .slice(let start, let end, let step):
        return try slice(0, start: start, end: end, step: step ?? 1)
      case .newAxis: return try unsqueeze(0)
      case .ellipsis: return aliasView()
      default: break
      }
    }
    let (view, indices) = try sliced(items)
    if !indices.isEmpty { return try view.indexed(indices) }
    return view === self ? aliasView() : view
  }

  package func setItem(_ items: [IndexItem], _ value: Tensor) throws(TensorError) {
    let (view, indices) = try sliced(items)
    if !indices.isEmpty {
      try view.checkInPlace()
      let stripped = try value.withoutLeadingOnes()
      try view.become(try view.putting(indices, stripped.to(dtype), accumulates: false))
      return
    }
    if value.dim == 0 {
      let number = try value.item()
      let isPlain = value.isWrappedNumber
      let checked = isPlain ? try number.checked(as: dtype) : number
      if value.isUnseeded { storage.isUnseeded = true }
      _ = try view.overwrite(
        isPlain ? Filling.filledNumber : Filling.filledTensor, isPlain ? nil : value, allowsOverlap: true
      ) {
        $0.fillData(checked)
      }
      return
    }
    if value.sizes == view.sizes {
      try view.copyInPlace(value)
      return
    }
    try view.copyInPlace(try value.withoutLeadingOnes().expand(view.sizes.array))
  }

  private func withoutLeadingOnes() throws(TensorError) -> Tensor {
    var first = 0
    while first < dim && sizes[first] == 1 { first += 1 }
    return first == 0 ? self : try reshape(Array(sizes.array[first...]))
  }

  fileprivate func aliasView() -> Tensor { view(sizes, strides, offset: offset, ViewDerivatives.alias) }

  /// One element along a dimension; `position` is the dimension that messages name.
  private func selectItem(_ axis: Int, _ index: Int, _ position: Int) throws(TensorError) -> Tensor {
    if dim == 0 {
      throw .index(
        "invalid index of a 0-dim tensor. Use `tensor.item()` in Python or `tensor.item<T>()` in C++ to convert a 0-dim "
          + "tensor to a number")
    }
    guard index >= -sizes[axis] && index < sizes[axis] else {
      throw .index("index \(index) is out of bounds for dimension \(position) with size \(sizes[axis])")
    }
    return try select(axis, index)
  }

  /// Applies all that makes a view; what remains are positions per dimension of that view.
  private func sliced(_ items: [IndexItem]) throws(TensorError) -> (Tensor, [Tensor?]) {
    var specified = 0
    for item in items {
      switch item {
      case .int, .slice: specified += 1
      case .tensor(let tensor): specified += tensor.dtype == .bool || tensor.dtype == .uint8 ? tensor.dim : 1
      case .newAxis, .ellipsis, .bool: break
      }
    }
    if specified > dim { throw .index("too many indices for tensor of dimension \(dim)") }
    var result = self
    var indices: [Int: Tensor] = [:]
    var axis = 0
    var realAxis = 0
    for item in items {
      switch item {
      case .int(let index):
        result = try result.selectItem(axis, index, realAxis)
        realAxis += 1
      case .slice(let start, let end, let step):
        let size = result.sizes[axis]
        let step = step ?? 1
        if step <= 0 { throw .value("step must be greater than zero") }
        let isWhole = step == 1 && (start ?? 0) == 0 && (end ?? size) >= size
        if !isWhole { result = try result.slice(axis, start: start, end: end, step: step) }
        axis += 1
        realAxis += 1
      case .ellipsis:
        axis += dim - specified
        realAxis += dim - specified
      case .newAxis:
        result = try result.unsqueeze(axis)
        axis += 1
      case .bool(let flag):
        result = try result.unsqueeze(axis)
        indices[axis] = try Tensor.from(engine, integers: flag ? [0] : [], Shape(flag ? 1 : 0), .int64)
        axis += 1
      case .tensor(let tensor):
        if tensor.dim == 0 && tensor.dtype.isIntegral && tensor.dtype != .uint8 {
          result = try result.selectItem(axis, tensor.item().int, realAxis)
          realAxis += 1
          continue
        }
        guard tensor.dtype == .bool || tensor.dtype == .uint8 || tensor.dtype == .int64 || tensor.dtype == .int32 else {
          throw .index("tensors used as indices must be long, int, byte or bool tensors")
        }
        if tensor.dtype == .bool || tensor.dtype == .uint8 {
          for index in 0..<tensor.dim where tensor.sizes[index] != result.sizes[axis + index] {
            throw .index(
              "The shape of the mask \(tensor.sizes.text) at index \(index) does not match the shape of the indexed tensor "
                + "\(result.sizes.text) at index \(axis + index)")
          }
          if tensor.dim == 0 { result = try result.unsqueeze(axis) }
          let positions = try tensor.nonzeroTuple()
          for (shift, position) in positions.enumerated() { indices[axis + shift] = position }
          axis += max(tensor.dim, 1)
          realAxis += tensor.dim
        } else {
          indices[axis] = try tensor.to(.int64)
          axis += 1
          realAxis += 1
        }
      }
    }
    if indices.isEmpty { return (result, []) }
    return (result, (0..<result.dim).map { indices[$0] })
  }
}
