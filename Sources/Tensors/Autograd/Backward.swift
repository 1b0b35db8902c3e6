extension Tensor {
  /// `tensor.backward(gradient, retain_graph, create_graph, inputs)`
  package func backward(
    gradient: Tensor? = nil, retainGraph: Bool? = nil, createGraph: Bool = false, inputs: [Tensor]? = nil
  ) throws(TensorError) {
    try Autograd.backward(
      [self], gradients: [gradient], retainGraph: retainGraph, createGraph: createGraph, inputs: inputs)
  }
}

/// `torch.autograd`
package enum Autograd {
  /// Adds the gradients of `outputs` to the `grad` of the leaves they depend on, or of `inputs` alone.
  package static func backward(
    _ outputs: [Tensor], gradients: [Tensor?]? = nil, retainGraph: Bool? = nil, createGraph: Bool = false,
    inputs: [Tensor]? = nil
  ) throws(TensorError) {
    guard let engine = outputs.first?.engine else { return }
    if let inputs, inputs.isEmpty { throw .runtime("`inputs` argument to `backward()` cannot be empty.") }
    let seeds = try seeds(outputs, gradients)
    let roots = try roots(outputs)
    let edges = inputs?.map(\.gradEdge)
    if let edges { try checkInputs(edges) }
    try engine.withGrad(createGraph) { () throws(TensorError) in
      let pass = BackwardPass(engine, keepsGraph: retainGraph ?? createGraph)
      let results = try pass.run(roots, seeds, inputs: edges)
      for (input, result) in zip(inputs ?? [], results) {
        if let result { try input.gradientSlot.accumulate(result) }
      }
    }
    if createGraph { engine.warnings.append(createGraphWarning) }
  }

  /// The gradients of `outputs` with respect to `inputs`; nil for one that was not used, where that is allowed.
  package static func grad(
    _ outputs: [Tensor], _ inputs: [Tensor], gradOutputs: [Tensor?]? = nil, retainGraph: Bool? = nil,
    createGraph: Bool = false, allowUnused: Bool = false, materializeGrads: Bool = false
  ) throws(TensorError) -> [Tensor?] {
    if inputs.isEmpty { throw .runtime("`inputs` argument to `grad()` cannot be empty.") }
    guard let engine = outputs.first?.engine else { return inputs.map { _ in nil } }
    let seeds = try seeds(outputs, gradOutputs)
    let roots = try roots(outputs)
    let edges = inputs.map(\.gradEdge)
    try checkInputs(edges)
    var results = try engine.withGrad(createGraph) { () throws(TensorError) -> [Tensor?] in
      try BackwardPass(engine, keepsGraph: retainGraph ?? createGraph).run(roots, seeds, inputs: edges)
    }
    for index in results.indices where results[index] == nil {
      if materializeGrads {
        results[index] = try inputs[index].zerosLike()
      } else if !allowUnused {
        throw .runtime(
          "The differentiated Tensor at index \(index) appears to not have been used in the graph. Set "
            + "allow_unused=True if this is the desired behavior.")
      }
    }
    return results
  }

  private static func checkInputs(_ edges: [Edge]) throws(TensorError) {
    for edge in edges where edge.node == nil {
      throw .runtime("One of the differentiated Tensors does not require grad")
    }
  }

  /// The gradients that backward begins with: ones for scalars.
  private static func seeds(_ outputs: [Tensor], _ gradients: [Tensor?]?) throws(TensorError) -> [Tensor] {
    if let gradients, gradients.count != outputs.count {
      throw .runtime("got \(outputs.count) tensors and \(gradients.count) gradients")
    }
    var seeds: [Tensor] = []
    for (index, output) in outputs.enumerated() {
      if let gradient = gradients?[index] {
        if gradient.sizes != output.sizes {
          throw .runtime(
            "Mismatch in shape: grad_output[\(index)] has a shape of torch.Size(\(gradient.sizes.text)) and "
              + "output[\(index)] has a shape of torch.Size(\(output.sizes.text)).")
        }
        seeds.append(gradient)
      } else {
        if output.requiresGrad && output.count != 1 {
          throw .runtime("grad can be implicitly created only for scalar outputs")
        }
        seeds.append(try .full(output.engine, output.sizes, .int(1), output.dtype))
      }
    }
    return seeds
  }

  private static func roots(_ outputs: [Tensor]) throws(TensorError) -> [Edge] {
    var roots: [Edge] = []
    for (index, output) in outputs.enumerated() {
      let edge = output.gradEdge
      if edge.node == nil {
        throw .runtime("element \(index) of tensors does not require grad and does not have a grad_fn")
      }
      roots.append(edge)
    }
    return roots
  }

  private static let createGraphWarning =
    "Using backward() with create_graph=True will create a reference cycle between the parameter and its gradient which "
    + "can cause a memory leak. We recommend using autograd.grad when creating the graph to avoid this. If you have to use "
    + "this function, make sure to reset the .grad fields of your parameters to None after use to break the cycle and avoid "
    + "the leak."
}
