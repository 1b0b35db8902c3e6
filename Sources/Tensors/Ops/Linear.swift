import CKernels

/// Products of vectors and matrices.
enum Linear {
  static let operations: [Operation] = [matmul, mm, mv, dot, bmm, outer, addmm, linear]

  // MARK: matmul

  static let matmul: Operation = Operation(
    "matmul", "Tensor input, Tensor other", [.function, .method, .out],
    operators: [.plain("__matmul__"), .reflected("__rmatmul__"), .inPlace("__imatmul__")],
    help: "The product of matrices, vectors, or batches of matrices.",
    samples: [
      "T(3), T(3)", "T(2, 3), T(3)", "T(3), T(3, 2)", "T(2, 3), T(3, 4)", "T(2, 3, 4), T(2, 4, 2)",
      "T(2, 3, 4), T(4, 2)",
      "T(2, 3, 4), T(4)", "T(3, 4), T(2, 4, 2)", "I(2, 3), I(3, 2)", "T(2, 1, 3, 4), T(2, 4, 2)",
    ], tolerance: 16
  ) { c in .tensor(try c.tensor(0).matmul(c.tensor(1))) }

  // MARK: mm

  static let product: Derivative = Derivative(
    "MmBackward0",
    Formula(.input1) { n, g in try g.mm(n.input(1).t()) },
    Formula(.input0) { n, g in try n.input(0).t().mm(g) })

  static let mm: Operation = Operation(
    "mm", "Tensor input, Tensor mat2", [.function, .method, .out], help: "The product of two matrices.",
    samples: ["T(2, 3), T(3, 4)", "T(17, 19), T(19, 23)"], tolerance: 128
  ) { c in .tensor(try c.tensor(0).mm(c.tensor(1))) }

  // MARK: mv

  static let productWithVector: Derivative = Derivative(
    "MvBackward0",
    Formula(.input1) { n, g in try g.outer(n.input(1)) },
    Formula(.input0) { n, g in try n.input(0).t().mv(g) })

  static let mv: Operation = Operation(
    "mv", "Tensor input, Tensor vec", [.function, .method, .out], help: "The product of a matrix and a vector.",
    samples: ["T(2, 3), T(3)"], tolerance: 4
  ) { c in .tensor(try c.tensor(0).mv(c.tensor(1))) }

  // MARK: dot

  static let innerProduct: Derivative = Derivative(
    "DotBackward0",
    Formula(.input1) { n, g in try g * n.input(1) },
    Formula(.input0) { n, g in try g * n.input(0) })

  static let dot: Operation = Operation(
    "dot", "Tensor input, Tensor tensor", [.function, .method, .out], help: "The inner product of two vectors.",
    samples: ["T(3), T(3)", "I(3), I(3)"], tolerance: 4
  ) { c in .tensor(try c.tensor(0).dot(c.tensor(1))) }

  // MARK: bmm

  static let batchProduct: Derivative = Derivative(
    "BmmBackward0",
    Formula(.input1) { n, g in try g.bmm(n.input(1).transpose(1, 2)) },
    Formula(.input0) { n, g in try n.input(0).transpose(1, 2).bmm(g) })

  static let bmm: Operation = Operation(
    "bmm", "Tensor input, Tensor mat2", [.function, .method, .out], help: "The products of two batches of matrices.",
    samples: ["T(2, 3, 4), T(2, 4, 2)"], tolerance: 4
  ) { c in .tensor(try c.tensor(0).bmm(c.tensor(1))) }

  // MARK: outer

  static let outer: Operation = Operation(
    "outer", aliases: ["ger"], "Tensor input, Tensor vec2", [.function, .method],
    help: "The products of each element of one vector with each of another.", samples: ["T(2), T(3)", "I(2), T(2)"]
  ) { c in .tensor(try c.tensor(0).outer(c.tensor(1))) }

  // MARK: addmm, linear

  static let addedProduct: Derivative = Derivative(
    "AddmmBackward0",
    Formula { n, g in try g.scaled(n.attributes.number) },
    Formula(.input2) { n, g in try g.mm(n.input(2).t()).scaled(n.attributes.number2) },
    Formula(.input1) { n, g in try n.input(1).t().mm(g).scaled(n.attributes.number2) })

  static let addmm: Operation = Operation(
    "addmm", "Tensor input, Tensor mat1, Tensor mat2, *, Number beta=1, Number alpha=1", .everywhere,
    help: "`beta * input + alpha * (mat1 @ mat2)`.",
    samples: ["T(4), T(2, 3), T(3, 4)", "T(2, 4), T(2, 3), T(3, 4), beta=0.5, alpha=2"], tolerance: 8
  ) { c in
    .tensor(try c.tensor(0).addmm(c.tensor(1), c.tensor(2), beta: c.number(3), alpha: c.number(4)))
  }

  static let linear: Operation = Operation(
    "linear", "Tensor input, Tensor weight, Tensor? bias=None", [.function], in: ["torch.nn.functional"],
    help: "`input @ weight.T + bias`.", samples: ["T(2, 3), T(4, 3)", "T(2, 3), T(4, 3), T(4)", "T(3), T(4, 3), T(4)"],
    tolerance: 8
  ) { c in
    let (input, weight) = (try c.tensor(0), try c.tensor(1))
    let bias = try c.optionalTensor(2)
    guard let bias else { return .tensor(try input.matmul(weight.t())) }
    if input.dim == 2 { return .tensor(try bias.addmm(input, weight.t(), beta: .int(1), alpha: .int(1))) }
    if input.dim == 1 {
      let row = try bias.addmm(input.unsqueeze(0), weight.t(), beta: .int(1), alpha: .int(1))
      return .tensor(try row.view([row.count]))
    }
    let rows = input.sizes.removing(at: input.dim - 1)
    let flat = try input.reshape([rows.product, input.sizes.last])
    let result = try bias.addmm(flat, weight.t(), beta: .int(1), alpha: .int(1))
    return .tensor(try result.view(rows.array + [result.sizes.last]))
  }
}

extension Tensor {
  func matmul(_ other: Tensor) throws(TensorError) -> Tensor {
    guard dim > 0 && other.dim > 0 else {
      throw .runtime("both arguments to matmul need to be at least 1D, but they are \(dim)D and \(other.dim)D")
    }
    switch (dim, other.dim) {
    case (1, 1): return try dot(other)
    case (2, 1): return try mv(other)
    case (1, 2): return try unsqueeze(0).mm(other).withoutFirstDim()
    case (2, 2): return try mm(other)
    default: return try batchedMatmul(other)
    }
  }

  /// Batches against matrices and vectors: as few and as large products as can be.
  private func batchedMatmul(_ other: Tensor) throws(TensorError) -> Tensor {
    if dim >= 3 && other.dim <= 2 {
      let rows = sizes.removing(at: dim - 1)
      let flat = try reshape([rows.product, sizes.last])
      if other.dim == 1 { return try flat.mv(other).unsafeView(rows) }
      return try flat.mm(other).unsafeView(Shape(rows.array + [other.sizes.last]))
    }
    if dim <= 2 && other.dim >= 3 && requiresGrad {
      // Folded the other way round: (b @ a)^T for each matrix.
      let turned = try other.transpose(-2, -1).matmul(dim == 2 ? t() : self)
      return dim == 1 ? turned : try turned.transpose(-2, -1).contiguous()
    }
    let left = dim == 1 ? try unsqueeze(0) : self
    let right = other.dim == 1 ? try other.unsqueeze(1) : other
    let batchLeft = Array(left.sizes.array.dropLast(2))
    let batchRight = Array(right.sizes.array.dropLast(2))
    let batch = try Shape.broadcast(Shape(batchLeft), Shape(batchRight)).array
    let (n, m) = (left.sizes[left.dim - 2], left.sizes.last)
    let (m2, p) = (right.sizes[right.dim - 2], right.sizes.last)
    let count = batch.reduce(1, *)
    let a = try left.expand(batch + [n, m]).reshape([count, n, m])
    let b = try right.expand(batch + [m2, p]).reshape([count, m2, p])
    var shape = batch
    if dim > 1 { shape.append(n) }
    if other.dim > 1 { shape.append(p) }
    return try a.bmm(b).unsafeView(Shape(shape))
  }

  func mm(_ other: Tensor) throws(TensorError) -> Tensor {
    guard dim == 2 else { throw .runtime("self must be a matrix") }
    guard other.dim == 2 else { throw .runtime("mat2 must be a matrix") }
    try Self.checkProduct(self, other)
    if dtype == .bool { throw .notImplemented("addmm_impl_cpu_", for: dtype) }
    let result = try Tensor.uninitialized(engine, Shape(sizes[0], other.sizes[1]), dtype)
    try MatrixProduct.run(self, other, into: result)
    return result.taint(self, other).recorded(Linear.product, self, other)
  }

  private static func checkProduct(_ a: Tensor, _ b: Tensor) throws(TensorError) {
    guard a.sizes[1] == b.sizes[0] else {
      throw .runtime(
        "mat1 and mat2 shapes cannot be multiplied (\(a.sizes[0])x\(a.sizes[1]) and \(b.sizes[0])x\(b.sizes[1]))")
    }
    guard a.dtype == b.dtype else {
      throw .runtime(
        "expected m1 and m2 to have the same dtype, but got: \(a.dtype.cppName) != \(b.dtype.cppName)")
    }
  }

  /// What PyTorch does in place: the node's name says so.
  private func withoutFirstDim() throws(TensorError) -> Tensor {
    window(Shape(sizes[1]), Shape(strides[1]), offset: offset).recorded(ViewDerivatives.squeezeInPlace, self)
  }

  func mv(_ vector: Tensor) throws(TensorError) -> Tensor {
    guard dim == 2 && vector.dim == 1 else {
      throw .runtime("vector + matrix @ vector expected, got \(vector.dim), \(dim), \(vector.dim)")
    }
    guard sizes[1] == vector.sizes[0] else {
      throw .runtime(
        "size mismatch, got input (\(sizes[0])), mat (\(sizes[0])x\(sizes[1])), vec (\(vector.sizes[0]))")
    }
    guard dtype == vector.dtype else {
      throw .runtime(
        "addmv input tensors must have the same dtype, but got \(vector.dtype.scalarName), \(dtype.scalarName), and "
          + vector.dtype.scalarName)
    }
    if dtype == .bool { throw .notImplemented("addmv_impl_cpu", for: dtype) }
    let result = try Tensor.uninitialized(engine, Shape(sizes[0]), dtype)
    try MatrixProduct.run(self, vector, into: result)
    return result.taint(self, vector).recorded(Linear.productWithVector, self, vector)
  }

  func dot(_ other: Tensor) throws(TensorError) -> Tensor {
    guard dim == 1 && other.dim == 1 else {
      throw .runtime("1D tensors expected, but got \(dim)D and \(other.dim)D tensors")
    }
    guard dtype == other.dtype else {
      throw .runtime(
        "dot : expected both vectors to have same dtype, but found \(dtype.scalarName) and \(other.dtype.scalarName)")
    }
    guard count == other.count else {
      throw .runtime(
        "inconsistent tensor size, expected tensor \(sizes.text) and src \(other.sizes.text) to have the same number of "
          + "elements, but got \(count) and \(other.count) elements respectively")
    }
    let result = try Tensor.uninitialized(engine, Shape(), dtype)
    try check(
      nbk_dot(
        dtype.kernel, Int64(count), data, Int64(strides[0]), other.data, Int64(other.strides[0]), result.data), "dot",
      dtype)
    return result.taint(self, other).recorded(Linear.innerProduct, self, other)
  }

  func bmm(_ other: Tensor) throws(TensorError) -> Tensor {
    guard dim == 3 else { throw .runtime("batch1 must be a 3D tensor") }
    guard other.dim == 3 else { throw .runtime("batch2 must be a 3D tensor") }
    guard sizes[0] == other.sizes[0] && sizes[2] == other.sizes[1] else {
      throw .runtime(
        "Expected size for first two dimensions of batch2 tensor to be: [\(sizes[0]), \(sizes[2])] but got: "
          + "[\(other.sizes[0]), \(other.sizes[1])].")
    }
    guard dtype == other.dtype else {
      throw .runtime("expected scalar type \(dtype.scalarName) but found \(other.dtype.scalarName)")
    }
    if dtype == .bool { throw .notImplemented("bmm", for: dtype) }
    let result = try Tensor.uninitialized(engine, [sizes[0], sizes[1], other.sizes[2]], dtype)
    for index in 0..<sizes[0] {
      let a = matrix(index)
      try MatrixProduct.run(a, other.matrix(index), into: result.matrix(index))
    }
    return result.taint(self, other).recorded(Linear.batchProduct, self, other)
  }

  /// One matrix of a batch, without history.
  private func matrix(_ index: Int) -> Tensor {
    window(Shape(sizes[1], sizes[2]), Shape(strides[1], strides[2]), offset: offset &+ index &* strides[0])
  }

  func outer(_ other: Tensor) throws(TensorError) -> Tensor {
    guard dim == 1 else { throw .runtime("outer: Expected 1-D argument self, but got \(dim)-D") }
    guard other.dim == 1 else { throw .runtime("outer: Expected 1-D argument vec2, but got \(other.dim)-D") }
    return try reshape([count, 1]) * other
  }

  func addmm(_ a: Tensor, _ b: Tensor, beta: Scalar, alpha: Scalar) throws(TensorError) -> Tensor {
    guard a.dim == 2 else { throw .runtime("mat1 must be a matrix, got \(a.dim)-D tensor") }
    guard b.dim == 2 else { throw .runtime("mat2 must be a matrix, got \(b.dim)-D tensor") }
    guard a.sizes[1] == b.sizes[0] else {
      throw .runtime(
        "mat1 and mat2 shapes cannot be multiplied (\(a.sizes[0])x\(a.sizes[1]) and \(b.sizes[0])x\(b.sizes[1]))")
    }
    guard a.dtype == b.dtype else {
      throw .runtime(
        "mat1 and mat2 must have the same dtype, but got \(a.dtype.scalarName) and \(b.dtype.scalarName)")
    }
    guard dtype == a.dtype else {
      throw .runtime(
        "self and mat2 must have the same dtype, but got \(dtype.scalarName) and \(b.dtype.scalarName)")
    }
    let shape = Shape(a.sizes[0], b.sizes[1])
    let expanded = try detach().expand(shape.array)
    let result = try Tensor.uninitialized(engine, shape, dtype)
    if alpha == .int(1) && beta == .int(1) {
      result.copyData(from: expanded)
      try MatrixProduct.run(a, b, into: result, accumulates: true)
    } else {
      try MatrixProduct.run(a, b, into: result)
      let sum = try engine.withGrad(false) { () throws(TensorError) in
        beta.double == 0 ? try result.scaled(alpha) : try result.scaled(alpha) + self.scaled(beta)
      }
      result.copyData(from: sum)
    }
    var attributes = Attributes()
    attributes.number = beta
    attributes.number2 = alpha
    return result.taint(self, a).taint(b, b).recorded(Linear.addedProduct, self, a, b, with: attributes)
  }

  /// Marks a result whose operands hold unseeded digits.
  @inline(__always)
  @discardableResult
  func taint(_ a: Tensor, _ b: Tensor) -> Tensor {
    if a.storage.isUnseeded || b.storage.isUnseeded { storage.isUnseeded = true }
    return self
  }
}
