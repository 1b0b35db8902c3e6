import Testing

@testable import Tensors

/// The words of errors, as PyTorch 2.13 says them.
struct ErrorTests {
  private static let engineFree: [(String, @Sendable (Engine) throws -> Void, TensorError)] = [
    (
      "broadcast", { e in _ = try ones(e, [2]) + ones(e, [3]) },
      .runtime("The size of tensor a (2) must match the size of tensor b (3) at non-singleton dimension 0")
    ),
    (
      "matmul", { e in _ = try ones(e, [2, 3]).matmul(ones(e, [2, 3])) },
      .runtime("mat1 and mat2 shapes cannot be multiplied (2x3 and 2x3)")
    ),
    (
      "matmul dtypes", { e in _ = try ones(e, [2, 2]).matmul(ones(e, [2, 2], .int64)) },
      .runtime("expected m1 and m2 to have the same dtype, but got: float != long int")
    ),
    (
      "vector", { e in _ = try ones(e, [2, 3]).matmul(ones(e, [2])) },
      .runtime("size mismatch, got input (2), mat (2x3), vec (2)")
    ),
    (
      "dot", { e in _ = try ones(e, [3]).matmul(ones(e, [4])) },
      .runtime(
        "inconsistent tensor size, expected tensor [3] and src [4] to have the same number of elements, but got 3 and 4 "
          + "elements respectively")
    ),
    ("view", { e in _ = try ones(e, [6]).view([4, 2]) }, .runtime("shape '[4, 2]' is invalid for input of size 6")),
    (
      "strided view", { e in _ = try ones(e, [2, 3]).t().view([6]) },
      .runtime(
        "view size is not compatible with input tensor's size and stride (at least one dimension spans across two contiguous "
          + "subspaces). Use .reshape(...) instead.")
    ),
    (
      "expand", { e in _ = try ones(e, [2, 3]).expand([2, 4]) },
      .runtime(
        "The expanded size of the tensor (4) must match the existing size (3) at non-singleton dimension 1.  Target sizes: "
          + "[2, 4].  Tensor sizes: [2, 3]")
    ),
    (
      "dimension", { e in _ = try ones(e, [2]).sum([1]) },
      .index("Dimension out of range (expected to be in range of [-1, 0], but got 1)")
    ),
    (
      "dimension twice", { e in _ = try ones(e, [2, 3]).sum([0, 0]) },
      .runtime("dim 0 appears multiple times in the list of dims")
    ),
    (
      "index", { e in _ = try ones(e, [2, 3]).getItem([.int(0), .int(3)]) },
      .index("index 3 is out of bounds for dimension 1 with size 3")
    ),
    (
      "too many indices", { e in _ = try ones(e, [3]).getItem([.int(0), .int(0)]) },
      .index("too many indices for tensor of dimension 1")
    ),
    (
      "index of a number", { e in _ = try ones(e, []).getItem([.int(0)]) },
      .index(
        "invalid index of a 0-dim tensor. Use `tensor.item()` in Python or `tensor.item<T>()` in C++ to convert a 0-dim tensor "
          + "to a number")
    ),
    (
      "step", { e in _ = try ones(e, [3]).getItem([.slice(start: nil, end: nil, step: -1)]) },
      .value("step must be greater than zero")
    ),
    (
      "position", { e in _ = try ones(e, [3]).getItem([.tensor(.from(e, integers: [0, 3], [2], .int64))]) },
      .index("index 3 is out of bounds for dimension 0 with size 3")
    ),
    (
      "mask", { e in _ = try ones(e, [3]).getItem([.tensor(.from(e, integers: [1, 0], [2], .bool))]) },
      .index("The shape of the mask [2] at index 0 does not match the shape of the indexed tensor [3] at index 0")
    ),
    (
      "assignment", { e in try ones(e, [3]).setItem([.slice(start: nil, end: 2, step: nil)], ones(e, [3])) },
      .runtime(
        "The expanded size of the tensor (2) must match the existing size (3) at non-singleton dimension 0.  Target sizes: "
          + "[2].  Tensor sizes: [3]")
    ),
    (
      "in-place dtype", { e in _ = try Tensor.applyInPlace(.add, ones(e, [2], .int64), .wrapped(e, .float(0.5))) },
      .runtime("result type Float can't be cast to the desired output type Long")
    ),
    (
      "in-place size", { e in _ = try Tensor.applyInPlace(.add, ones(e, [3]), ones(e, [2, 3])) },
      .runtime("output with shape [3] doesn't match the broadcast shape [2, 3]")
    ),
    (
      "item", { e in _ = try ones(e, [3]).item() },
      .runtime("a Tensor with 3 elements cannot be converted to Scalar")
    ),
    (
      "truth", { e in _ = try ones(e, [2]).truth() },
      .runtime("Boolean value of Tensor with more than one value is ambiguous")
    ),
    (
      "mean", { e in _ = try ones(e, [2], .int64).mean() },
      .runtime(
        "mean(): could not infer output dtype. Input dtype must be either a floating point or complex dtype. Got: Long")
    ),
    (
      "division by zero", { e in _ = try Tensor.apply(.floordiv, ones(e, [2], .int64), .wrapped(e, .int(0))) },
      .runtime("ZeroDivisionError")
    ),
    (
      "negative power", { e in _ = try ones(e, [1], .int64).pow(.int(-1)) },
      .runtime("Integers to negative integer powers are not allowed.")
    ),
    (
      "cat", { e in _ = try Joining.cat([ones(e, [2, 3]), ones(e, [2, 4])], 0) },
      .runtime(
        "Sizes of tensors must match except in dimension 0. Expected size 3 but got size 4 for tensor number 1 in the list."
      )
    ),
    (
      "stack", { e in _ = try Joining.stack([ones(e, [2]), ones(e, [3])], 0) },
      .runtime("stack expects each tensor to be equal size, but got [2] at entry 0 and [3] at entry 1")
    ),
    (
      "bitwise", { e in _ = try Tensor.apply(.and, ones(e, [2]), ones(e, [2])) },
      TensorError(.notImplementedError, "\"bitwise_and_cpu\" not implemented for 'Float'")
    ),
    (
      "softmax", { e in _ = try ones(e, [2], .int64).softmax(0, nil, isLogarithm: false) },
      TensorError(.notImplementedError, "\"softmax_lastdim_kernel_impl\" not implemented for 'Long'")
    ),
    // Autograd
    (
      "integers", { e in _ = try ones(e, [2], .int64).requiringGrad(true) },
      .runtime("Only Tensors of floating point and complex dtype can require gradients")
    ),
    (
      "integers later", { e in try ones(e, [2], .int64).requiresGrad(true) },
      .runtime("only Tensors of floating point dtype can require gradients")
    ),
    (
      "not a scalar", { e in try (leaf(e, [3]) * .wrapped(e, .int(2))).backward() },
      .runtime("grad can be implicitly created only for scalar outputs")
    ),
    (
      "seed", { e in try (leaf(e, [3]) * .wrapped(e, .int(2))).backward(gradient: ones(e, [2])) },
      .runtime(
        "Mismatch in shape: grad_output[0] has a shape of torch.Size([2]) and output[0] has a shape of torch.Size([3])."
      )
    ),
    (
      "no history", { e in try ones(e, [3]).sum().backward() },
      .runtime("element 0 of tensors does not require grad and does not have a grad_fn")
    ),
    (
      "a leaf in place", { e in _ = try Tensor.applyInPlace(.add, leaf(e, [3]), .wrapped(e, .int(1))) },
      .runtime("a leaf Variable that requires grad is being used in an in-place operation.")
    ),
    (
      "a leaf's element", { e in try leaf(e, [3]).setItem([.int(0)], .wrapped(e, .int(5))) },
      .runtime("a view of a leaf Variable that requires grad is being used in an in-place operation.")
    ),
    (
      "one of several views",
      { e in _ = try Tensor.applyInPlace(.add, leaf(e, [3]).unbind(0)[0], .wrapped(e, .int(1))) },
      .runtime(
        "Output 0 of Unbind is a view and is being modified inplace. This view is the output of a function that returns "
          + "multiple views. Such functions do not allow the output views to be modified inplace. You should replace the "
          + "inplace operation by an out-of-place one.")
    ),
    (
      "unused", { e in _ = try Autograd.grad([leaf(e, [3]).sum()], [leaf(e, [3])]) },
      .runtime(
        "The differentiated Tensor at index 0 appears to not have been used in the graph. Set allow_unused=True if this is the "
          + "desired behavior.")
    ),
    (
      "flag of a result", { e in try (leaf(e, [3]) * .wrapped(e, .int(2))).requiresGrad(false) },
      .runtime(
        "you can only change requires_grad flags of leaf variables. If you want to use a computed variable in a subgraph that "
          + "doesn't require differentiation use var_no_grad = var.detach().")
    ),
    (
      "gradient's size", { e in try leaf(e, [3]).setGrad(ones(e, [2])) },
      .runtime(
        "attempting to assign a gradient of size '[2]' to a tensor of size '[3]'. Please ensure that the gradient and the tensor "
          + "are the same size")
    ),
  ]

  private static func ones(_ engine: Engine, _ sizes: [Int], _ dtype: DType = .float32) throws -> Tensor {
    try .full(engine, Shape(sizes), .int(1), dtype)
  }

  private static func leaf(_ engine: Engine, _ sizes: [Int]) throws -> Tensor {
    try ones(engine, sizes).requiringGrad(true)
  }

  @Test(arguments: engineFree.map(\.0))
  func says(_ name: String) throws {
    let (_, body, expected) = try #require(Self.engineFree.first { $0.0 == name })
    #expect(throws: expected) { try body(Engine()) }
  }

  @Test func backwardTwice() throws {
    let engine = Engine()
    let y = try Self.leaf(engine, [3]).pow(.int(2)).sum()
    try y.backward()
    #expect(throws: OperationNode.freed) { try y.backward() }
  }

  @Test func sumsMayGoBackTwice() throws {
    let engine = Engine()
    let x = try Self.leaf(engine, [3])
    let y = try (x + x).sum()
    try y.backward()
    try y.backward()
    #expect(x.grad?.doubles == [4, 4, 4])
  }

  @Test func savedTensorsMustNotChange() throws {
    let engine = Engine()
    let y = try Self.leaf(engine, [3]).exp()
    _ = try Tensor.applyInPlace(.add, y, .wrapped(engine, .int(1)))
    #expect(throws: Self.modified("[torch.FloatTensor [3]], which is output 0 of Exp,")) { try y.sum().backward() }
    let (w, x) = (try Self.leaf(engine, [2, 2]), try Self.ones(engine, [2, 2]))
    let product = try x.matmul(w).sum()
    _ = try Tensor.applyInPlace(.add, x, .wrapped(engine, .int(1)))
    #expect(throws: Self.modified("[torch.FloatTensor [2, 2]]")) { try product.backward() }
  }

  private static func modified(_ what: String) -> TensorError {
    .runtime(
      "one of the variables needed for gradient computation has been modified by an inplace operation: \(what) is at version "
        + "1; expected version 0 instead. Hint: enable anomaly detection to find the operation that failed to compute its "
        + "gradient, with torch.autograd.set_detect_anomaly(True, check_nan=False).")
  }
}
