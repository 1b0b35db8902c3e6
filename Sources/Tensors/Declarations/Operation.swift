/// One operation, declared in one block: what Python calls it, what it takes, what it does, examples to test it with.
/// The binding to Python, the in-place and `out=` forms, the tests and the reference all follow from this.
package struct Operation: Sendable {
  /// `add`. A name that ends in `_` changes its first argument.
  package let name: String
  /// Other names of the same operation.
  package let aliases: [String]
  /// Which callables exist.
  package let forms: Forms
  /// The modules whose attribute the function is: `torch`, `torch.linalg`, …
  package let namespaces: [String]
  /// The operators it implements.
  package let operators: [OperatorMethod]
  /// The parameter lists it accepts, in the order in which they are tried.
  package let overloads: [Overload]
  /// One sentence.
  package let documentation: String
  /// Argument lists for the generic tests, in the notation of `Tests/TensorsTests/Operations/SampleArguments.swift`.
  package let samples: [String]
  /// How far results may be from PyTorch's, in units in the last place.
  package let tolerance: Int

  init(
    _ name: String, aliases: [String] = [], _ signature: String, _ forms: Forms = [.function, .method],
    in namespaces: [String] = ["torch"], operators: [OperatorMethod] = [], help: String,
    samples: [String] = [], tolerance: Int = 0, body: @escaping Overload.Body
  ) {
    self.init(
      name, aliases: aliases, overloads: [Overload(signature, body)], forms, in: namespaces, operators: operators,
      help: help, samples: samples, tolerance: tolerance)
  }

  init(
    _ name: String, aliases: [String] = [], overloads: [Overload], _ forms: Forms = [.function, .method],
    in namespaces: [String] = ["torch"], operators: [OperatorMethod] = [], help: String,
    samples: [String] = [], tolerance: Int = 0
  ) {
    self.name = name
    self.aliases = aliases
    self.forms = forms
    self.namespaces = namespaces
    self.operators = operators
    self.overloads = overloads
    documentation = help
    self.samples = samples
    self.tolerance = tolerance
  }

  /// The callables that a declaration stands for.
  package struct Forms: OptionSet, Sendable {
    package let rawValue: UInt8
    package init(rawValue: UInt8) { self.rawValue = rawValue }
    /// `torch.add(x, y)`
    package static let function: Forms = .init(rawValue: 1)
    /// `x.add(y)`
    package static let method: Forms = .init(rawValue: 2)
    /// `x.add_(y)`
    package static let inPlace: Forms = .init(rawValue: 4)
    /// `torch.add(x, y, out=z)`
    package static let out: Forms = .init(rawValue: 8)
    /// `torch.relu_(x)`
    package static let functionInPlace: Forms = .init(rawValue: 16)
    /// `x.T`: an attribute, not a call.
    package static let property: Forms = .init(rawValue: 32)

    static let everywhere: Forms = [.function, .method, .inPlace, .out]
  }
}

/// One parameter list and what it does.
package struct Overload: Sendable {
  package typealias Body = @Sendable (Call) throws -> OperationResult

  /// The parameters as Python's `help` would show them: `Tensor input, Tensor other, *, Number alpha=1`.
  package let signature: String
  let body: Body

  init(_ signature: String, _ body: @escaping Body) {
    self.signature = signature
    self.body = body
  }

  /// The signature taken apart. Callers keep it: it is parsed anew each time.
  package var parameters: [Parameter] { Parameter.list(signature) }
}

/// A special method that Python looks up for an operator.
package struct OperatorMethod: Sendable {
  /// `__add__`
  package let name: String
  /// The operands change places: `__rpow__(self, other)` is `pow(other, self)`.
  package let isReflected: Bool
  /// `__iadd__`
  package let isInPlace: Bool

  private init(_ name: String, isReflected: Bool, isInPlace: Bool) {
    self.name = name
    self.isReflected = isReflected
    self.isInPlace = isInPlace
  }

  static func plain(_ name: String) -> OperatorMethod { .init(name, isReflected: false, isInPlace: false) }
  static func reflected(_ name: String) -> OperatorMethod { .init(name, isReflected: true, isInPlace: false) }
  static func inPlace(_ name: String) -> OperatorMethod { .init(name, isReflected: false, isInPlace: true) }

  /// `__add__`, `__radd__` and `__iadd__` for `add`; the reflected one exchanges the operands.
  static func binary(_ stem: String, inPlace: Bool = true) -> [OperatorMethod] {
    let both: [OperatorMethod] = [.plain("__\(stem)__"), .reflected("__r\(stem)__")]
    return inPlace ? both + [.inPlace("__i\(stem)__")] : both
  }
}

extension Operation {
  /// How a declaration is called.
  package enum Form: Sendable { case plain, inPlace }

  /// Calls an overload with a value for each of its parameters, in order.
  package func call(
    _ engine: Engine, overload: Int = 0, _ arguments: [ArgumentValue], form: Form = .plain, out: Tensor? = nil
  ) throws(TensorError) -> OperationResult {
    guard overloads.indices.contains(overload) else { throw .type("\(name)(): there is no such overload") }
    let body = overloads[overload].body
    var call = Call(engine: engine, name: name, arguments: arguments)
    if form == .plain && out == nil { return try Self.run(body, call) }
    guard let target = form == .inPlace ? arguments.first?.tensor : out else {
      throw .type("\(name)(): argument 'input' (position 1) must be Tensor")
    }
    if form == .inPlace { try target.checkInPlace() } else { try checkOut(target, arguments) }
    let records = engine.records && arguments.contains { $0.requiresGrad }
    if !records { call.destination = target }
    guard case .tensor(let result) = try Self.run(body, call) else {
      throw .type("\(name)(): this form is not available")
    }
    if form == .plain && target.sizes != result.sizes {
      throw TensorError(
        .notImplementedError, "\(name)(): resizing an `out` tensor is not available in nbcheck")
    }
    try target.become(result)
    return .tensor(target)
  }

  private func checkOut(_ out: Tensor, _ arguments: [ArgumentValue]) throws(TensorError) {
    if engineRecords(out, arguments) {
      throw .runtime(
        "\(name)(): functions with out=... arguments don't support automatic differentiation, but one of the arguments "
          + "requires grad.")
    }
  }

  private func engineRecords(_ out: Tensor, _ arguments: [ArgumentValue]) -> Bool {
    out.engine.records && (out.requiresGrad || arguments.contains { $0.requiresGrad })
  }

  private static func run(_ body: Overload.Body, _ call: Call) throws(TensorError) -> OperationResult {
    do { return try body(call) } catch { throw TensorError(error) }
  }
}
