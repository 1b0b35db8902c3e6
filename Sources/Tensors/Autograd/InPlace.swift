extension Tensor {
  /// The rules for writing to this tensor while gradients are recorded.
  @inline(__always)
  package final func checkInPlace(allowsOverlap: Bool = false) throws(TensorError) {
    if !isContiguous && !allowsOverlap { try checkNoOverlap() }
    guard engine.records, requiresGrad else { return }
    try checkRecordedInPlace()
  }

  /// Memory that an expanded dimension shows several times cannot be written through it.
  private final func checkNoOverlap() throws(TensorError) {
    for index in 0..<dim where strides[index] == 0 && sizes[index] > 1 {
      throw .runtime(
        "unsupported operation: more than one element of the written-to tensor refers to a single memory location. Please "
          + "clone() the tensor before performing the operation.")
    }
  }

  private final func checkRecordedInPlace() throws(TensorError) {
    if let base = root {
      if flags.contains(.multiOutputView) {
        let name = node.map { SavedTensor.operationName($0.name) } ?? ""
        throw .runtime(
          "Output \(outputIndex) of \(name) is a view and is being modified inplace. This view is the output of a function "
            + "that returns multiple views. Such functions do not allow the output views to be modified inplace. You should "
            + "replace the inplace operation by an out-of-place one.")
      }
      if flags.contains(.noGradView) {
        throw .runtime(
          "A view was created in no_grad mode and is being modified inplace with grad mode enabled. Given that this use "
            + "case is ambiguous and error-prone, it is forbidden. You can clarify your code by moving both the view and "
            + "the inplace either both inside the no_grad block (if you don't want the inplace to be tracked) or both "
            + "outside (if you want the inplace to be tracked).")
      }
      if base.node == nil && base.requiresGrad {
        throw .runtime("a view of a leaf Variable that requires grad is being used in an in-place operation.")
      }
    }
    if node == nil && root == nil {
      throw .runtime("a leaf Variable that requires grad is being used in an in-place operation.")
    }
  }

  /// Says that the elements have changed.
  @inline(__always)
  package final func bumpVersion() { storage.version &+= 1 }

  /// Makes this tensor hold `result`, which an operation on it has computed: the last step of every in-place form.
  package final func become(_ result: Tensor) throws(TensorError) {
    if result === self {
      bumpVersion()
      return
    }
    try checkStorable(result)
    if result.requiresGrad, let operation = result.node as? OperationNode { try operation.preserve(self) }
    copyData(from: result)
    if result.isUnseeded { storage.isUnseeded = true }
    bumpVersion()
    if result.requiresGrad { rebase(onto: result) }
  }

  private final func checkStorable(_ result: Tensor) throws(TensorError) {
    if !result.dtype.canCast(to: dtype) {
      throw .runtime(
        "result type \(result.dtype.scalarName) can't be cast to the desired output type \(dtype.scalarName)")
    }
    if result.sizes != sizes {
      throw .runtime("output with shape \(sizes.text) doesn't match the broadcast shape \(result.sizes.text)")
    }
  }

  /// From now on this tensor, or the base it is a view of, was made by the operation that made `result`.
  final func rebase(onto result: Tensor) {
    guard let operation = result.node as? OperationNode else { return }
    operation.resaveResult(self)
    if let base = root {
      let node = CopySlices(operation, base: base, view: self)
      base.attach(node)
      flags.insert(.requiresGrad)
    } else {
      attach(operation, result.outputIndex)
    }
  }

  /// Makes a stale view an output of its base as that is now.
  final func refreshView() {
    guard let base = root else { return }
    viewVersion = storage.version
    guard base.requiresGrad else { return }
    var attributes = Attributes()
    attributes.sizes = sizes
    attributes.strides = strides
    attributes.offset = offset
    let new = OperationNode(
      engine, ViewDerivatives.asStrided, outputs: Outputs(self), inputCount: 1,
      attributes: attributes)
    new.edges.append(base.gradEdge)
    attach(new)
  }

  /// `self.copy_(source)` for code that writes gradients; keeps history.
  final func assign(_ source: Tensor) throws(TensorError) { _ = try copyInPlace(source) }
}
