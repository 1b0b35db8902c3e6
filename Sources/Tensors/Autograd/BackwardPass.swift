/// One run of gradients through the graph: nodes in the order of their making, last first, without recursion.
final class BackwardPass {
  private let engine: Engine
  private let id: UInt64
  private let keepsGraph: Bool
  private var nodes: [Node] = []
  /// Where each node's gradients begin in `gradients`.
  private var starts: [Int] = []
  /// One slot per output of each node. Plain memory: it is written at every step.
  private var gradients: UnsafeMutablePointer<Tensor?>?
  private var slotCount = 0
  /// Whether a node lies on the way to a wanted input. Empty: all do.
  private var needed: [Bool] = []
  /// Marks of an enclosing pass that this one overwrote.
  private var borrowed: [(node: Node, pass: UInt64, position: Int)] = []

  init(_ engine: Engine, keepsGraph: Bool) {
    self.engine = engine
    id = engine.nextPass()
    self.keepsGraph = keepsGraph
  }

  deinit {
    gradients?.deinitialize(count: slotCount)
    gradients?.deallocate()
  }

  /// Sends `gradients` from `roots` to the leaves, or only to `inputs`, whose gradients it answers.
  func run(
    _ roots: [Edge], _ seeds: [Tensor], inputs: [Edge]? = nil
  ) throws(TensorError) -> [Tensor?] {
    engine.activePasses += 1
    defer {
      engine.activePasses -= 1
      for mark in borrowed {
        mark.node.pass = mark.pass
        mark.node.position = mark.position
      }
    }
    discover(roots)
    guard let gradients else { return [] }
    var captured: [Tensor?] = []
    var captures: [Int] = []
    if let inputs {
      captures = findNeeded(inputs)
      captured = Array(repeating: nil, count: captures.count)
    }
    for (edge, seed) in zip(roots, seeds) { try send(seed, along: edge, from: nil) }
    for index in nodes.indices {
      let node = nodes[index]
      let (start, end) = (starts[index], starts[index + 1])
      guard hasGradient(start, end) else { continue }
      if node.hooks != nil { try runHooks(node, start) }
      for index in captures.indices where captures[index] >= start && captures[index] < end {
        captured[index] = gradients[captures[index]]
      }
      if inputs == nil || runs(node) {
        try node.run(self)
        if !keepsGraph { node.releaseSaved() }
      }
      for slot in start..<end { gradients[slot] = nil }
    }
    return captured
  }

  @inline(__always)
  private func hasGradient(_ start: Int, _ end: Int) -> Bool {
    guard let gradients else { return false }
    for slot in start..<end where gradients[slot] != nil { return true }
    return false
  }

  /// The gradient that has gathered for an output of the node that is running.
  @inline(__always)
  func gradient(_ node: Node, _ index: Int) -> Tensor? { gradients?[starts[node.position] + index] }

  /// The same, given up by the pass.
  func takeGradient(_ node: Node, _ index: Int) -> Tensor? {
    guard let place = gradients.map({ $0 + starts[node.position] + index }) else { return nil }
    return exchange(place)
  }

  @inline(__always)
  func isNeeded(_ node: Node) -> Bool { needed.isEmpty || (node.pass == id && needed[node.position]) }

  /// Adds a gradient to what has gathered for the output at the end of `edge`.
  func send(_ gradient: Tensor, along edge: Edge, from source: Node?) throws(TensorError) {
    guard let node = edge.node, isNeeded(node), node.pass == id else { return }
    let index = Int(edge.index)
    var gradient = gradient
    if let info = node.outputs[index] { gradient = try fit(gradient, info, source) }
    guard let place = gradients.map({ $0 + starts[node.position] + index }) else { return }
    guard place.pointee != nil else {
      place.pointee = gradient
      return
    }
    let isOwn = isKnownUniquelyReferenced(&place.pointee)
    guard let sum = place.pointee else { return }
    if !engine.records && isOwn && sum.isContiguous && sum.ownsStorageAlone && sum.dtype == gradient.dtype {
      _ = try sum.addInPlace(gradient)
    } else {
      place.pointee = try sum + gradient
    }
  }

  /// A gradient in the sizes and dtype of the output it belongs to: what broadcasting repeated is summed.
  private func fit(_ gradient: Tensor, _ info: OutputInfo, _ source: Node?) throws(TensorError) -> Tensor {
    var gradient = gradient
    if gradient.sizes != info.sizes {
      guard info.sizes.isBroadcastable(to: gradient.sizes) else {
        throw .runtime(
          "Function \(source?.name ?? "") returned an invalid gradient at index 0 - got \(gradient.sizes.text) but "
            + "expected shape compatible with \(info.sizes.text)")
      }
      gradient = try gradient.sumTo(info.sizes)
    }
    return gradient.dtype == info.dtype ? gradient : try gradient.to(info.dtype)
  }

  private func slot(of edge: Edge) -> Int? {
    guard let node = edge.node, node.pass == id else { return nil }
    return starts[node.position] + Int(edge.index)
  }

  private func discover(_ roots: [Edge]) {
    var stack = roots.compactMap(\.node)
    while let node = stack.popLast() {
      if node.pass == id { continue }
      if engine.activePasses > 1 { borrowed.append((node, node.pass, node.position)) }
      node.pass = id
      nodes.append(node)
      for index in 0..<node.edges.count {
        if let next = node.edges[index].node, next.pass != id { stack.append(next) }
      }
    }
    nodes.sort { $0.sequence > $1.sequence }
    starts.reserveCapacity(nodes.count + 1)
    var start = 0
    for (index, node) in nodes.enumerated() {
      node.position = index
      starts.append(start)
      start += node.outputs.count
    }
    starts.append(start)
    let slots = UnsafeMutablePointer<Tensor?>.allocate(capacity: max(start, 1))
    slots.initialize(repeating: nil, count: start)
    gradients = slots
    slotCount = start
  }

  /// Marks the nodes on the way to `inputs`; answers the slots whose gradients are asked for, -1 for none.
  private func findNeeded(_ inputs: [Edge]) -> [Int] {
    needed = Array(repeating: false, count: nodes.count)
    var captures: [Int] = []
    for edge in inputs {
      if let node = edge.node, let slot = slot(of: edge) {
        needed[node.position] = true
        captures.append(slot)
      } else {
        captures.append(-1)
      }
    }
    for index in nodes.indices.reversed() where !needed[index] && runs(nodes[index]) { needed[index] = true }
    return captures
  }

  /// Whether a node has a wanted node behind it.
  private func runs(_ node: Node) -> Bool {
    for index in 0..<node.edges.count {
      if let next = node.edges[index].node, next.pass == id, needed[next.position] { return true }
    }
    return false
  }

  private func runHooks(_ node: Node, _ start: Int) throws(TensorError) {
    for hook in node.hooks ?? [] {
      guard let gradients, let gradient = gradients[start + hook.outputIndex] else { continue }
      if let replacement = try hook.body(gradient) { gradients[start + hook.outputIndex] = replacement }
    }
  }
}

/// Takes the gradient out of its slot.
private func exchange(_ place: UnsafeMutablePointer<Tensor?>) -> Tensor? {
  let result = place.pointee
  place.pointee = nil
  return result
}
