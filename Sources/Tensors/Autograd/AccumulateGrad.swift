/// Where the gradient of a leaf gathers: `tensor.grad`.
package final class AccumulateGrad: Node {
  package var gradient: Tensor?
  /// The leaf, while it lives.
  package fileprivate(set) unowned(unsafe) var variable: Tensor?

  package override var name: String { "AccumulateGrad" }

  init(_ tensor: Tensor) {
    variable = tensor
    super.init(tensor.engine, sequence: 0, outputs: Outputs(tensor))
  }

  /// The leaf is gone.
  func forget() { variable = nil }

  override func run(_ pass: BackwardPass) throws(TensorError) {
    guard let incoming = pass.takeGradient(self, 0) else { return }
    try accumulate(incoming)
  }

  func accumulate(_ incoming: consuming Tensor) throws(TensorError) {
    guard let current = gradient else {
      gradient = try owned(incoming)
      return
    }
    if engine.records {
      gradient = try current + incoming
    } else {
      _ = try current.addInPlace(incoming)
    }
  }

  /// A gradient that is nobody else's, in the leaf's layout.
  private func owned(_ incoming: consuming Tensor) throws(TensorError) -> Tensor {
    if engine.records {
      let copy = try incoming.contiguousCopy(incoming.dtype)
      return copy.recorded(Conversion.copying, copy.alias(), incoming)
    }
    var candidate = incoming
    if candidate.isContiguous, isKnownUniquelyReferenced(&candidate), candidate.ownsStorageAlone {
      return candidate
    }
    return try candidate.contiguousCopy(candidate.dtype)
  }
}
