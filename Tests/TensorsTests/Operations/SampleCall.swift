@testable import Tensors

/// A call of an operation with a sample's arguments: what the Python binding does, in small.
struct SampleCall {
  let operation: Operation
  let overload: Int
  let arguments: [ArgumentValue]
  /// The tensors that a gradient test varies.
  let inputs: [Tensor]

  init?(_ engine: Engine, _ operation: Operation, _ sample: String, floating: DType = .float32, grad: Bool) throws {
    self.operation = operation
    let parsed = SampleArguments(sample)
    var inputs: [Tensor] = []
    func convert(_ value: SampleArguments.Value) throws -> ArgumentValue {
      switch value {
      case .plain(let plain): return plain
      case .tensor(let kind, let sizes, let ordinal):
        let tensor = try SampleTensor.make(engine, kind, sizes, ordinal, floating: floating)
        if grad && SampleTensor.isDifferentiable(kind) {
          _ = try tensor.requiringGrad(true)
          inputs.append(tensor)
        }
        return .tensor(tensor)
      case .list(let items):
        let values = try items.map(convert)
        let tensors = values.compactMap(\.tensor)
        if !values.isEmpty && tensors.count == values.count { return .tensors(tensors) }
        return .ints(values.map { if case .number(let number) = $0 { number.int } else { 0 } })
      }
    }
    let positional = try parsed.positional.map(convert)
    let named = try parsed.named.mapValues(convert)
    for (index, overload) in operation.overloads.enumerated() {
      if let bound = Self.bind(overload.parameters, positional, named) {
        self.overload = index
        arguments = bound
        self.inputs = inputs
        return
      }
    }
    return nil
  }

  func run(_ engine: Engine, form: Operation.Form = .plain, out: Tensor? = nil) throws -> OperationResult {
    try operation.call(engine, overload: overload, arguments, form: form, out: out)
  }

  private static func bind(
    _ parameters: [Parameter], _ positional: [ArgumentValue], _ named: [String: ArgumentValue]
  ) -> [ArgumentValue]? {
    var bound: [ArgumentValue] = []
    var used = 0
    for (index, parameter) in parameters.enumerated() {
      if index < positional.count && !parameter.isKeywordOnly {
        guard accepts(parameter, positional[index]) else { return nil }
        bound.append(positional[index])
        used += 1
      } else if let value = named[parameter.name] {
        guard accepts(parameter, value) else { return nil }
        bound.append(value)
        used += 1
      } else if let value = parameter.defaultValue {
        bound.append(value)
      } else {
        return nil
      }
    }
    return used == positional.count + named.count ? bound : nil
  }

  private static func accepts(_ parameter: Parameter, _ value: ArgumentValue) -> Bool {
    switch (parameter.kind, value) {
    case (_, .none): parameter.isOptional
    case (.tensor, .tensor), (.operand, .tensor), (.operand, .number), (.tensors, .tensors), (.dtype, .dtype): true
    case (.number, .number), (.ints, .ints), (.size, .ints), (.dims, .ints), (.str, .string): true
    case (.int, .number(.int)), (.dims, .number(.int)), (.bool, .number(.bool)): true
    case (.float, .number(.int)), (.float, .number(.float)), (.generator, .generator): true
    default: false
    }
  }
}
