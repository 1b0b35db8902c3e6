/// A tensor kept for backward, with the version it had.
struct SavedTensor {
  private let tensor: Tensor
  private let version: UInt32
  private let isOutput: Bool
  /// Which output of the node that made it: for the message.
  private let outputIndex: Int32

  @inline(__always)
  init(input: Tensor) {
    tensor = input
    version = input.storage.version
    isOutput = false
    outputIndex = input.outputIndex
  }

  /// The node's own result is kept without its node, for the two would keep each other alive.
  init(output: Tensor) {
    tensor = output.alias()
    version = output.storage.version
    isOutput = true
    outputIndex = output.outputIndex
  }

  func holds(_ other: Tensor) -> Bool { tensor === other }

  /// The tensor, provided that nothing has changed it. `owner` is the node that saved it.
  @inline(__always)
  func unpack(_ owner: Node) throws(TensorError) -> Tensor {
    if tensor.storage.version != version { throw modified(owner) }
    if isOutput && owner.engine.records {
      let result = tensor.alias()
      result.attach(owner, outputIndex)
      return result
    }
    return tensor
  }

  private func modified(_ owner: Node) -> TensorError {
    var message =
      "one of the variables needed for gradient computation has been modified by an inplace operation: "
      + "[\(tensor.dtype.tensorTypeName) \(tensor.sizes.text)]"
    let maker = isOutput ? owner : tensor.node
    if let maker {
      message += ", which is output \(outputIndex) of \(Self.operationName(maker.name)),"
    }
    message +=
      " is at version \(tensor.storage.version); expected version \(version) instead. Hint: enable anomaly detection to "
      + "find the operation that failed to compute its gradient, with torch.autograd.set_detect_anomaly(True, "
      + "check_nan=False)."
    return .runtime(message)
  }

  /// `ExpBackward0` is `Exp` in messages.
  static func operationName(_ name: String) -> String {
    guard let range = name.firstRange(ofSubstring: "Backward") else { return name }
    return String(name[..<range])
  }
}

extension String {
  /// Where `text` begins, without Foundation.
  fileprivate func firstRange(ofSubstring text: String) -> Index? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(text) { return start }
      start = index(after: start)
    }
    return nil
  }
}
