import Interpreter
import Tensors

/// A declared operation as one Python callable: a function, a method, or the in-place form of either.
final class BoundOperation {
  enum Role { case function, method, inPlaceMethod, inPlaceFunction }

  private let operation: Operation
  private let role: Role
  /// The name in messages: `add_` for the in-place form.
  let name: String
  private unowned(unsafe) let state: TorchState
  /// Parsed at the first call.
  private lazy var variants: Variants = makeVariants()
  /// What follows the tensor in a call with nothing else; nil if there must be more.
  private lazy var defaults: [ArgumentValue]? = makeDefaults()

  init(_ operation: Operation, name: String, _ role: Role, _ state: TorchState) {
    self.operation = operation
    self.name = name
    self.role = role
    self.state = state
  }

  private var form: Operation.Form { role == .inPlaceMethod || role == .inPlaceFunction ? .inPlace : .plain }
  private var isMethod: Bool { role == .method || role == .inPlaceMethod }

  /// Reductions whose form without `dim` has no `out`.
  private static let withoutOut: Set<String> = ["sum", "prod"]
  /// Operations that have another, deprecated parameter list, which messages do not list.
  private static let withDeprecatedForm: Set<String> = [
    "add", "sub", "addmm", "addmv", "addr", "addbmm", "baddbmm", "addcmul", "addcdiv",
  ]

  /// The parameter lists to try, and what they leave out of those that the operation declares.
  private struct Variants {
    var signatures: [FormalSignature] = []
    var sources: [Source] = []
  }

  private struct Source {
    let overload: Int
    /// Where a parameter that the list does not have is filled in.
    var generatorIndex: Int?
    var hasOut = false
  }

  private func makeVariants() -> Variants {
    var variants = Variants()
    for (index, overload) in operation.overloads.enumerated() {
      var parameters = overload.parameters.map { FormalParameter($0) }
      if isMethod { parameters.removeFirst(min(1, parameters.count)) }
      var source = Source(overload: index)
      let declaresOut = parameters.contains { $0.name == "out" }
      if role == .function && operation.forms.contains(.out) && !declaresOut {
        source.hasOut = !(index == 0 && operation.overloads.count > 1 && Self.withoutOut.contains(operation.name))
        if source.hasOut { parameters.append(.out) }
      }
      // Factories list themselves once with a generator and once without.
      if declaresOut, let place = parameters.firstIndex(where: { $0.kind == .generator }) {
        var required = parameters
        required[place] = FormalParameter("generator", .generator, takesNone: true, isKeywordOnly: true)
        variants.signatures.append(FormalSignature(name, required))
        variants.sources.append(source)
        parameters.remove(at: place)
        source.generatorIndex = place
      }
      variants.signatures.append(FormalSignature(name, parameters))
      variants.sources.append(source)
    }
    return variants
  }

  private func makeDefaults() -> [ArgumentValue]? {
    guard var parameters = variants.signatures.first?.parameters[...] else { return nil }
    if !isMethod {
      guard let first = parameters.popFirst(), first.kind == .tensor || first.kind == .operand else { return nil }
    }
    let values = parameters.compactMap(\.defaultValue)
    return values.count == parameters.count ? values : nil
  }

  /// Calls a method.
  func call(_ receiver: Value, _ passed: PassedArguments) throws(Raised) -> Value {
    let tensor = try state.receiver(receiver, name)
    if passed.count == 0, let defaults { return try perform(variants.sources[0], [.tensor(tensor)] + defaults) }
    let signatures = variants.signatures
    if signatures.count == 1 && signatures[0].parameters.isEmpty && passed.count > 0 { throw takesNothing(passed) }
    let (index, matched) = try match(passed)
    var arguments: [ArgumentValue] = [.tensor(tensor)]
    arguments.append(contentsOf: matched.values)
    return try perform(variants.sources[index], arguments)
  }

  /// Calls a function.
  func call(_ passed: PassedArguments) throws(Raised) -> Value {
    if passed.count == 1, passed.keywords.isEmpty, let defaults, let tensor = state.tensor(passed.positional[0]) {
      return try perform(variants.sources[0], [.tensor(tensor)] + defaults)
    }
    let (index, matched) = try match(passed)
    return try perform(variants.sources[index], matched.values)
  }

  /// For operators: nil where the operands are of other types.
  func callIfFitting(_ arguments: [Value]) throws(Raised) -> Value? {
    try arguments.withUnsafeBufferPointer { (buffer) throws(Raised) -> Value? in
      let passed = PassedArguments(buffer)
      for (signature, source) in zip(variants.signatures, variants.sources) {
        guard let matched = try state.match(passed, signature, raises: false) else { continue }
        return try perform(source, matched.values)
      }
      return nil
    }
  }

  private func match(_ passed: PassedArguments) throws(Raised) -> (index: Int, arguments: MatchedArguments) {
    try state.match(passed, variants.signatures, wantsAlternatives: Self.withDeprecatedForm.contains(operation.name))
  }

  private func perform(_ source: Source, _ matched: [ArgumentValue]) throws(Raised) -> Value {
    var arguments = matched
    let out = source.hasOut ? arguments.popLast()?.tensor : nil
    if let place = source.generatorIndex { arguments.insert(.none, at: place) }
    let result = try state.run { () throws(TensorError) in
      try operation.call(state.engine, overload: source.overload, arguments, form: form, out: out)
    }
    switch result {
    case .tensor(let tensor): try state.charge(tensor.count)
    case .number, .nested: noteNumbers(of: arguments)
    default: break
    }
    if !state.engine.warnings.isEmpty { state.showWarnings() }
    return try state.value(result)
  }

  private func noteNumbers(of arguments: [ArgumentValue]) {
    for argument in arguments {
      if let tensor = argument.tensor { state.noteNumbers(of: tensor) }
    }
  }

  private func takesNothing(_ passed: PassedArguments) -> Raised {
    if passed.positional.isEmpty {
      return state.vm.raise(.typeError, "TensorBase.\(name)() takes no keyword arguments")
    }
    return state.vm.raise(
      .typeError, "TensorBase.\(name)() takes no arguments (\(passed.positional.count) given)")
  }
}

extension PassedArguments {
  init(_ positional: UnsafeBufferPointer<Value>) {
    self.positional = positional
    keywords = []
  }
}
