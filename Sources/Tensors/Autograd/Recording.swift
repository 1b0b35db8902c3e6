extension Tensor {
  @inline(__always)
  package final var requiresGrad: Bool {
    flags.contains(.requiresGrad) || (isStaleView && (root?.requiresGrad ?? false))
  }

  /// Whether something has changed the memory since this view's node was right.
  @inline(__always)
  final var isStaleView: Bool { viewVersion != storage.version && root != nil && !flags.contains(.noGradView) }

  /// The node that made this tensor. A view's is made anew after in-place changes of its base.
  package final var gradNode: Node? {
    if isStaleView { refreshView() }
    return node
  }

  /// Where this tensor's gradient goes.
  final var gradEdge: Edge {
    guard requiresGrad else { return Edge() }
    if let node = gradNode { return Edge(node, outputIndex) }
    return Edge(gradientSlot)
  }

  /// The place of this tensor's gradient, made when first needed.
  final var gradientSlot: AccumulateGrad {
    if let slot { return slot }
    let new = AccumulateGrad(self)
    slot = new
    return new
  }

  /// Makes this tensor an output of `node`.
  @inline(__always)
  final func attach(_ node: Node, _ index: Int32 = 0) {
    self.node = node
    outputIndex = index
    flags.insert(.requiresGrad)
  }

  /// Another handle on the same elements, without history.
  final func alias() -> Tensor {
    Tensor(
      storage: storage, sizes: sizes, strides: strides, offset: offset, count: count, dtype: dtype,
      isContiguous: isContiguous)
  }

  /// Notes how this fresh result of `a` (and `b`, `c`) depends on them, if anyone may ask.
  @inline(__always)
  final func recorded(
    _ derivative: @autoclosure () -> Derivative, _ a: Tensor, _ b: Tensor? = nil, _ c: Tensor? = nil,
    extra: Tensor? = nil, with attributes: @autoclosure () -> Attributes = Attributes()
  ) -> Tensor {
    if engine.records && (a.requiresGrad || (b?.requiresGrad ?? false) || (c?.requiresGrad ?? false)) {
      record(derivative(), a, b, c, extra, attributes())
    }
    return self
  }

  private final func record(
    _ derivative: Derivative, _ a: Tensor, _ b: Tensor?, _ c: Tensor?, _ extra: Tensor?, _ attributes: Attributes
  ) {
    guard dtype.isDifferentiable else { return }
    let inputCount = b == nil ? 1 : (c == nil ? 2 : 3)
    let node = OperationNode(
      engine, derivative, outputs: Outputs(self), inputCount: inputCount, attributes: attributes)
    node.edges.append(a.gradEdge)
    if let b { node.edges.append(b.gradEdge) }
    if let c { node.edges.append(c.gradEdge) }
    attach(node)
    var saved: Saved = derivative.combined?.saved ?? []
    for index in derivative.formulas.indices where node.wants(index) {
      saved.formUnion(derivative.formulas[index].saved)
    }
    node.save(saved, a, b, c, result: self, extra: extra)
  }

  /// The same for a list of inputs and outputs; only derivatives of the combined form take these.
  static func record(
    _ results: [Tensor], _ derivative: Derivative, inputs: [Tensor], extra: Tensor? = nil,
    _ attributes: Attributes = Attributes()
  ) {
    guard let first = inputs.first, let result = results.first, first.engine.records,
      inputs.contains(where: \.requiresGrad)
    else { return }
    let node = OperationNode(
      first.engine, derivative, outputs: Outputs(results, fallback: first), inputCount: inputs.count,
      attributes: attributes)
    for input in inputs { node.edges.append(input.gradEdge) }
    node.noteInputSizes(inputs)
    for (index, result) in results.enumerated() where result.dtype.isDifferentiable {
      result.attach(node, Int32(index))
    }
    node.save(
      derivative.combined?.saved ?? [], first, inputs.count > 1 ? inputs[1] : nil, inputs.count > 2 ? inputs[2] : nil,
      result: result, extra: extra)
  }
}
