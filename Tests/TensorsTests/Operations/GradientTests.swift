import Testing

@testable import Tensors

/// Every derivative against differences of the function, and the derivative of the derivative against differences of that.
struct GradientTests {
  private static let random: Set<String> = [
    "normal", "bernoulli", "bernoulli_", "normal_", "uniform_", "rand_like", "randn_like", "multinomial", "random_",
  ]
  /// Derivatives that PyTorch does not have.
  private static let underivable: Set<String> = ["floor_divide"]

  static let names: [String] = Tensors.Operation.all.filter { operation in
    !operation.samples.isEmpty && !random.contains(operation.name) && !operation.name.hasSuffix("_")
  }.map(\.name)

  @Test(arguments: names)
  func firstDerivative(_ name: String) throws {
    try forEachDifferentiable(name) { engine, call, key in
      let outputs = try Self.outputs(call, engine)
      let seeds = try Self.seeds(outputs)
      let gradients = try Autograd.grad(outputs, call.inputs, gradOutputs: seeds, allowUnused: true)
      try Self.checkAgainstDifferences(call.inputs, gradients, key) {
        try Self.weighted(try Self.outputs(call, engine), seeds)
      }
    }
  }

  @Test(arguments: names)
  func secondDerivative(_ name: String) throws {
    try forEachDifferentiable(name) { engine, call, key in
      func firstGradients() throws -> [Tensor] {
        let outputs = try Self.outputs(call, engine)
        return try Autograd.grad(
          outputs, call.inputs, gradOutputs: try Self.seeds(outputs), createGraph: true, allowUnused: true
        ).compactMap { $0 }.filter(\.requiresGrad)
      }
      let gradients = try firstGradients()
      if gradients.isEmpty { return }
      let seeds = try Self.seeds(gradients)
      let second = try Autograd.grad(gradients, call.inputs, gradOutputs: seeds, allowUnused: true)
      try Self.checkAgainstDifferences(call.inputs, second, key + " twice") {
        try Self.weighted(try firstGradients(), seeds)
      }
    }
  }

  private func forEachDifferentiable(
    _ name: String, _ body: (Engine, SampleCall, String) throws -> Void
  ) throws {
    let operation = try #require(Tensors.Operation.byName[name])
    if Self.underivable.contains(name) { return }
    for sample in operation.samples where !sample.contains("T(37") && !sample.contains("T(1") {
      let engine = Engine()
      let key = "\(name)(\(sample))"
      do {
        guard let call = try SampleCall(engine, operation, sample, floating: .float64, grad: true), !call.inputs.isEmpty
        else { continue }
        if try Self.outputs(call, engine).isEmpty { continue }
        try body(engine, call, key)
      } catch {
        Issue.record("\(key): \(error)")
      }
    }
  }

  /// The results that depend on an input.
  private static func outputs(_ call: SampleCall, _ engine: Engine) throws -> [Tensor] {
    try call.run(engine).tensors.filter { $0.requiresGrad && $0.dtype == .float64 }
  }

  private static func seeds(_ outputs: [Tensor]) throws -> [Tensor] {
    try outputs.enumerated().map { index, output in
      try SampleTensor.make(output.engine, "T", output.sizes.array, 91 + index, floating: .float64)
    }
  }

  private static func weighted(_ outputs: [Tensor], _ seeds: [Tensor]) throws -> Double {
    zip(outputs, seeds).reduce(0) { sum, pair in
      sum + zip(pair.0.doubles, pair.1.doubles).reduce(0) { $0 + $1.0 * $1.1 }
    }
  }

  private static func checkAgainstDifferences(
    _ inputs: [Tensor], _ gradients: [Tensor?], _ key: String, _ function: () throws -> Double
  ) throws {
    let step = 1e-6
    for (number, (input, gradient)) in zip(inputs, gradients).enumerated() {
      let computed = gradient?.doubles ?? [Double](repeating: 0, count: input.count)
      for index in 0..<input.count {
        let place = input.data.assumingMemoryBound(to: Double.self) + index
        let value = place.pointee
        place.pointee = value + step
        let above = try function()
        place.pointee = value - step
        let below = try function()
        place.pointee = value
        let expected = (above - below) / (2 * step)
        let close = abs(computed[index] - expected) <= 1e-4 * max(1, abs(expected))
        #expect(close, "\(key): input \(number), element \(index): \(computed[index]), by differences \(expected)")
      }
    }
  }
}
