/// After an in-place operation on a view, the base was made by this: the gradient of the elements outside the view passes
/// through, that of the view goes back through the operation.
final class CopySlices: Node {
  private let operation: OperationNode
  private let base: Geometry
  private let view: Geometry

  override var name: String { "CopySlices" }

  init(_ operation: OperationNode, base: Tensor, view: Tensor) {
    self.operation = operation
    self.base = Geometry(base)
    self.view = Geometry(view)
    super.init(base.engine, sequence: base.engine.nextSequence(), outputs: Outputs(base))
    edges.append(base.gradEdge)
    for index in 1..<max(operation.edges.count, 1) { edges.append(operation.edges[index]) }
  }

  override func run(_ pass: BackwardPass) throws(TensorError) {
    guard let gradient = pass.gradient(self, 0) else { return }
    let whole = try Tensor.emptyStrided(engine, base.sizes, base.strides, gradient.dtype)
    try whole.assign(gradient)
    let slice = try whole.asStrided(view.sizes, view.strides, offset: view.offset - base.offset)
    let results = try operation.gradients(of: [try slice.clone()])
    if let edge = edges[0].node, pass.isNeeded(edge) {
      if let inner = results.first, let inner {
        try slice.assign(inner)
      } else {
        try slice.assign(try Tensor.scalar(engine, .int(0), slice.dtype))
      }
      try pass.send(whole, along: edges[0], from: self)
    }
    for index in 1..<max(results.count, 1) {
      if let result = results[index] { try pass.send(result, along: edges[index], from: self) }
    }
  }

  override func releaseSaved() { operation.releaseSaved() }
}

/// Which elements of a storage a tensor shows.
struct Geometry {
  let sizes: Shape
  let strides: Shape
  let offset: Int

  init(_ tensor: Tensor) {
    sizes = tensor.sizes
    strides = tensor.strides
    offset = tensor.offset
  }
}
