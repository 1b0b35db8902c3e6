extension Tensor {
  /// `tensor.grad`
  package var grad: Tensor? { flags.contains(.noGradView) ? nil : slot?.gradient }

  /// Which output of its node this is.
  package var outputNumber: Int { Int(outputIndex) }

  /// The tensor that this one is a view of.
  package var base: Tensor? { root }

  package var isLeaf: Bool { gradNode == nil }

  package var retainsGrad: Bool { flags.contains(.retainsGrad) }

  /// `tensor.grad = value`
  package func setGrad(_ value: Tensor?) throws(TensorError) {
    guard let value else {
      slot?.gradient = nil
      return
    }
    if value === self { throw .runtime("can't assign Variable as its own grad") }
    if value.dtype != dtype {
      throw .runtime(
        "attempting to assign a gradient with dtype '\(value.dtype.cppName)' to a tensor with grad_dtype "
          + "'\(dtype.scalarName)'. The gradient must match the tensor's grad_dtype (defaults to the tensor's dtype). You "
          + "can set the tensor's grad_dtype attribute with a specific dtype, or None to allow any dtype. Set grad_dtype "
          + "with caution. Diverging the dtypes of a tensor and its gradient may break downstream systems that assume they "
          + "match.")
    }
    if value.sizes != sizes {
      throw .runtime(
        "attempting to assign a gradient of size '\(value.sizes.text)' to a tensor of size '\(sizes.text)'. Please ensure "
          + "that the gradient and the tensor are the same size")
    }
    gradientSlot.gradient = value
  }

  /// `tensor.requires_grad_(flag)`
  package func requiresGrad(_ flag: Bool) throws(TensorError) {
    if gradNode != nil {
      if flag { return }
      throw Self.leafOnly
    }
    if flag && !dtype.isDifferentiable {
      throw .runtime("only Tensors of floating point dtype can require gradients")
    }
    setFlag(flag)
  }

  /// `tensor.requires_grad = flag`
  package func assignRequiresGrad(_ flag: Bool) throws(TensorError) {
    if gradNode != nil {
      if flag { return }
      throw Self.leafOnly
    }
    if flag && !dtype.isDifferentiable {
      throw .runtime("only Tensors of floating point and complex dtype can require gradients")
    }
    setFlag(flag)
  }

  /// The argument `requires_grad=True` of functions that create tensors.
  package func requiringGrad(_ flag: Bool) throws(TensorError) -> Tensor {
    if flag {
      guard dtype.isDifferentiable else {
        throw .runtime("Only Tensors of floating point and complex dtype can require gradients")
      }
      flags.insert(.requiresGrad)
    }
    return self
  }

  private func setFlag(_ flag: Bool) {
    if flag { flags.insert(.requiresGrad) } else { flags.remove(.requiresGrad) }
  }

  private static let leafOnly: TensorError = .runtime(
    "you can only change requires_grad flags of leaf variables. If you want to use a computed variable in a subgraph that "
      + "doesn't require differentiation use var_no_grad = var.detach().")

  /// `tensor.retain_grad()`
  package func retainGrad() throws(TensorError) {
    guard requiresGrad else {
      throw .runtime("can't retain_grad on Tensor that has requires_grad=False")
    }
    guard let node = gradNode, !flags.contains(.retainsGrad) else { return }
    flags.insert(.retainsGrad)
    let slot = gradientSlot
    node.addHook(outputIndex) { [unowned slot] gradient in
      slot.gradient = gradient.alias()
      return nil
    }
    node.retained.append(slot)
  }

  /// `tensor.register_hook(body)`; answers what `removeHook` takes.
  package func registerHook(
    _ body: @escaping (Tensor) throws(TensorError) -> Tensor?
  ) throws(TensorError) -> Int {
    guard let node = gradEdge.node else {
      throw .runtime("cannot register a hook on a tensor that doesn't require gradient")
    }
    return node.addHook(outputIndex, body)
  }

  package func removeHook(_ id: Int) { gradEdge.node?.hooks?.removeAll { $0.id == id } }

  /// The number of in-place changes so far: `tensor._version`.
  package var version: Int { Int(storage.version) }

  /// `tensor.data = value`: the elements change, unnoticed by autograd. Other sizes or another dtype would need other memory.
  package func setData(_ value: Tensor) throws(TensorError) {
    if requiresGrad && !value.dtype.isDifferentiable {
      throw .runtime("data set to a tensor that requires gradients must be floating point or complex dtype")
    }
    guard value.sizes == sizes, value.dtype == dtype else {
      throw TensorError(
        .notImplementedError, "assigning to `data` a tensor of another shape or dtype is not available in nbcheck")
    }
    copyData(from: value)
    if value.isUnseeded { storage.isUnseeded = true }
  }

  /// `tensor.detach_()`
  package func detachInPlace() throws(TensorError) {
    if root != nil {
      throw .runtime(
        "Can't detach views in-place. Use detach() instead. If you are using DistributedDataParallel (DDP) for training, "
          + "and gradient_as_bucket_view is set as True, gradients are views of DDP buckets, and hence detach_() cannot be "
          + "called on these gradients. To fix this error, please refer to the Optimizer.zero_grad() function in "
          + "torch/optim/optimizer.py as a solution.")
    }
    node = nil
    outputIndex = 0
    flags.remove(.requiresGrad)
  }
}

extension Node {
  @discardableResult
  func addHook(_ index: Int32, _ body: @escaping (Tensor) throws(TensorError) -> Tensor?) -> Int {
    let id = Int(truncatingIfNeeded: engine.nextPass())
    hooks = (hooks ?? []) + [GradientHook(id: id, outputIndex: Int(index), body: body)]
    return id
  }

  /// The nodes behind this one, with the index of the output that each edge leads to: `fn.next_functions`.
  package var nextFunctions: [(node: Node?, index: Int)] {
    (0..<edges.count).map { (edges[$0].node, Int(edges[$0].index)) }
  }
}
