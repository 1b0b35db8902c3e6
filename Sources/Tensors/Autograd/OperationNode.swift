/// The node of a declared operation: its derivative and what was saved for it.
package final class OperationNode: Node {
  private let derivative: Derivative
  let attributes: Attributes
  /// The inputs, whether or not they want a gradient.
  private let inputCount: Int
  private var saved0: SavedTensor?
  private var saved1: SavedTensor?
  private var saved2: SavedTensor?
  private var savedResult: SavedTensor?
  private var savedExtra: SavedTensor?
  private var isReleased = false
  /// Input sizes that formulas ask for, noted only where an input has no edge to ask.
  private var inputSizes: [Shape] = []

  package override var name: String { derivative.name }

  init(
    _ engine: Engine, _ derivative: Derivative, outputs: Outputs, inputCount: Int, attributes: Attributes
  ) {
    self.derivative = derivative
    self.attributes = attributes
    self.inputCount = inputCount
    super.init(engine, sequence: engine.nextSequence(), outputs: outputs)
  }

  @inline(__always)
  func save(_ saved: Saved, _ a: Tensor, _ b: Tensor?, _ c: Tensor?, result: Tensor, extra: Tensor?) {
    if saved.isEmpty { return }
    if saved.contains(.input0) { saved0 = SavedTensor(input: a) }
    if saved.contains(.input1), let b { saved1 = SavedTensor(input: b) }
    if saved.contains(.input2), let c { saved2 = SavedTensor(input: c) }
    if saved.contains(.result) { savedResult = SavedTensor(output: result) }
    if saved.contains(.extra), let extra { savedExtra = SavedTensor(input: extra) }
  }

  /// After an in-place operation the result lives in the tensor that was written to.
  func resaveResult(_ tensor: Tensor) {
    if savedResult != nil { savedResult = SavedTensor(output: tensor) }
  }

  /// Before an in-place operation overwrites an input that its own derivative reads: keeps a copy instead.
  func preserve(_ tensor: Tensor) throws(TensorError) {
    guard saved0?.holds(tensor) ?? false || saved1?.holds(tensor) ?? false || saved2?.holds(tensor) ?? false else {
      return
    }
    let copy = try tensor.contiguousOrDenseCopy(tensor.dtype)
    if let node = tensor.gradNode { copy.attach(node, tensor.outputIndex) }
    if saved0?.holds(tensor) ?? false { saved0 = SavedTensor(input: copy) }
    if saved1?.holds(tensor) ?? false { saved1 = SavedTensor(input: copy) }
    if saved2?.holds(tensor) ?? false { saved2 = SavedTensor(input: copy) }
  }

  func noteInputSizes(_ inputs: [Tensor]) { inputSizes = inputs.map(\.sizes) }

  // What formulas read.

  func input(_ index: Int) throws(TensorError) -> Tensor {
    switch index {
    case 0: try unpack(saved0)
    case 1: try unpack(saved1)
    default: try unpack(saved2)
    }
  }

  var result: Tensor { get throws(TensorError) { try unpack(savedResult) } }
  var extra: Tensor { get throws(TensorError) { try unpack(savedExtra) } }

  /// The sizes of an input that wants a gradient.
  func inputSizes(_ index: Int) -> Shape {
    if let info = inputInfo(index) { return info.sizes }
    return inputSizes.indices.contains(index) ? inputSizes[index] : Shape()
  }

  func inputInfo(_ index: Int) -> OutputInfo? {
    let edge = edges[index]
    return edge.node?.outputs[Int(edge.index)]
  }

  /// Whether the gradient of an input is wanted.
  func wants(_ index: Int) -> Bool { edges[index].node != nil }

  private func unpack(_ saved: SavedTensor?) throws(TensorError) -> Tensor {
    guard let saved else {
      throw isReleased ? Self.freed : .runtime("\(name): a tensor that was not saved was asked for")
    }
    return try saved.unpack(self)
  }

  static let freed: TensorError = .runtime(
    "Trying to backward through the graph a second time (or directly access saved tensors after they have already been "
      + "freed). Saved intermediate values of the graph are freed when you call .backward() or autograd.grad(). Specify "
      + "retain_graph=True if you need to backward through the graph a second time or if you need to access saved "
      + "tensors after calling backward.")

  override func releaseSaved() {
    if saved0 == nil && saved1 == nil && saved2 == nil && savedResult == nil && savedExtra == nil { return }
    isReleased = true
    saved0 = nil
    saved1 = nil
    saved2 = nil
    savedResult = nil
    savedExtra = nil
  }

  override func run(_ pass: BackwardPass) throws(TensorError) {
    if derivative.combined != nil {
      let gradients = try gradients(of: (0..<outputs.count).map { pass.gradient(self, $0) })
      for (index, gradient) in gradients.enumerated() {
        if let gradient { try pass.send(gradient, along: edges[index], from: self) }
      }
      return
    }
    guard let gradient = pass.gradient(self, 0) else { return }
    for index in 0..<edges.count {
      let edge = edges[index]
      guard let target = edge.node, pass.isNeeded(target) else { continue }
      if let result = try self.gradient(ofInput: index, gradient) {
        try pass.send(result, along: edge, from: self)
      }
    }
  }

  /// The gradient of one input, by its formula.
  func gradient(ofInput index: Int, _ gradient: Tensor) throws(TensorError) -> Tensor? {
    guard derivative.formulas.indices.contains(index) else { return nil }
    do { return try derivative.formulas[index].body(self, gradient) } catch { throw TensorError(error) }
  }

  /// The gradients of all inputs.
  func gradients(of results: [Tensor?]) throws(TensorError) -> [Tensor?] {
    if let combined = derivative.combined {
      do { return try combined.body(self, results) } catch { throw TensorError(error) }
    }
    guard let first = results.first, let gradient = first else { return [] }
    var all: [Tensor?] = []
    for index in 0..<edges.count { all.append(wants(index) ? try self.gradient(ofInput: index, gradient) : nil) }
    return all
  }
}
