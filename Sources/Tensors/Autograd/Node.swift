/// A step of the autograd graph. Its edges lead to the nodes that made its inputs; gradients travel along them.
package class Node {
  final let engine: Engine
  final let sequence: UInt64
  final var edges = Edges()
  /// The sizes and dtype of each output: what a gradient that arrives must look like.
  final var outputs: Outputs

  // Where this node stands in the backward pass that last met it.
  final var pass: UInt64 = 0
  final var position = 0

  /// Run over the gradient of an output before it is used: hooks and retained gradients.
  final var hooks: [GradientHook]?
  /// The places of retained gradients, which the hooks fill.
  final var retained: [AccumulateGrad] = []

  init(_ engine: Engine, sequence: UInt64, outputs: Outputs) {
    self.engine = engine
    self.sequence = sequence
    self.outputs = outputs
  }

  /// `AddBackward0`
  package var name: String { "" }

  /// Takes the gradients that arrived from the pass and sends those of the inputs along the edges.
  func run(_ pass: BackwardPass) throws(TensorError) {}

  /// Drops what was saved for backward.
  func releaseSaved() {}

  /// Frees what only this node keeps alive. A chain of 100,000 nodes must not be freed by recursion.
  deinit {
    if !edges.leadToLastReference() { return }
    var dying = edges.takeNodes()
    while var node = dying.popLast() {
      guard isKnownUniquelyReferenced(&node) else { continue }
      dying.append(contentsOf: node.edges.takeNodes())
    }
  }
}

/// The shape and dtype of a node's output.
package struct OutputInfo {
  package let sizes: Shape
  package let dtype: DType

  @inline(__always)
  init(_ tensor: Tensor) {
    sizes = tensor.sizes
    dtype = tensor.dtype
  }
}

/// One output in place, more in an array.
package struct Outputs {
  private var first: OutputInfo
  private var more: [OutputInfo?] = []
  package let count: Int

  @inline(__always)
  init(_ tensor: Tensor) {
    first = OutputInfo(tensor)
    count = 1
  }

  /// Outputs that are not differentiable have no info. There is at least one.
  init(_ tensors: [Tensor], fallback: Tensor) {
    first = OutputInfo(tensors.first ?? fallback)
    more = tensors.map { $0.dtype.isDifferentiable ? OutputInfo($0) : nil }
    count = tensors.count
  }

  package subscript(index: Int) -> OutputInfo? {
    @inline(__always) get { more.isEmpty ? first : (more.indices.contains(index) ? more[index] : nil) }
  }

  /// After an in-place operation on a view: the same node, seen from its result.
  mutating func replace(_ tensor: Tensor) { first = OutputInfo(tensor) }
}

/// The way a gradient takes: a node and which of its outputs the gradient belongs to. No node: none is wanted.
package struct Edge {
  package var node: Node?
  package var index: Int32

  @inline(__always)
  init(_ node: Node? = nil, _ index: Int32 = 0) {
    self.node = node
    self.index = index
  }

  @inline(__always)
  mutating func isLast() -> Bool {
    node != nil && isKnownUniquelyReferenced(&node) && !(node?.edges.isEmpty ?? true)
  }
}

/// Two edges in place, more in an array.
package struct Edges {
  package private(set) var count = 0
  private var e0 = Edge()
  private var e1 = Edge()
  private var more: [Edge] = []

  @inline(__always) init() {}

  @inline(__always) package var isEmpty: Bool { count == 0 }

  @inline(__always)
  mutating func append(_ edge: Edge) {
    switch count {
    case 0: e0 = edge
    case 1: e1 = edge
    default: more.append(edge)
    }
    count &+= 1
  }

  package subscript(index: Int) -> Edge {
    @inline(__always) get {
      switch index {
      case 0: return e0
      case 1: return e1
      default: return more.indices.contains(index - 2) ? more[index - 2] : Edge()
      }
    }
    set {
      switch index {
      case 0: e0 = newValue
      case 1: e1 = newValue
      default: if more.indices.contains(index - 2) { more[index - 2] = newValue }
      }
    }
  }

  /// Whether a node with edges of its own would be freed along with these.
  @inline(__always)
  mutating func leadToLastReference() -> Bool {
    if count == 0 { return false }
    if e0.isLast() || (count > 1 && e1.isLast()) { return true }
    return count > 2
  }

  /// Leaves the edges without nodes.
  mutating func takeNodes() -> [Node] {
    var nodes: [Node] = []
    if let node = e0.node { nodes.append(node) }
    if let node = e1.node { nodes.append(node) }
    for edge in more { if let node = edge.node { nodes.append(node) } }
    self = Edges()
    return nodes
  }
}

/// Sees, and may replace, the gradient of one output of a node.
struct GradientHook {
  let id: Int
  let outputIndex: Int
  let body: (Tensor) throws(TensorError) -> Tensor?
}
