import Interpreter
import Tensors

/// A declared operation as one Python callable: a function, a method, or the in-place form of either.
final class BoundOperation {
  enum Role { case function, method, inPlaceMethod, inPlaceFunction }

  private let operation: Operation
  private let role: Role
  /// The name in messages: `add_` for the in-place form.
  let name: String
  private unowned let state: TorchState
  /// Parsed at the first call.
  private lazy var signatures: [FormalSignature] = makeSignatures()

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

  private func makeSignatures() -> [FormalSignature] {
    operation.overloads.enumerated().map { index, overload in
      var parameters = overload.parameters.map { FormalParameter($0) }
      if isMethod { parameters.removeFirst(min(1, parameters.count)) }
      let hasOut = role == .function && operation.forms.contains(.out) && !parameters.contains { $0.name == "out" }
      if hasOut && !(index == 0 && operation.overloads.count > 1 && Self.withoutOut.contains(operation.name)) {
        parameters.append(.out)
      }
      return FormalSignature(name, parameters)
    }
  }

  /// Calls a method.
  func call(_ receiver: Value, _ passed: PassedArguments) throws(Raised) -> Value {
    let tensor = try state.receiver(receiver, name)
    if signatures.count == 1 && signatures[0].parameters.isEmpty && passed.count > 0 { throw takesNothing(passed) }
    let (index, matched) = try match(passed)
    var arguments: [ArgumentValue] = [.tensor(tensor)]
    arguments.append(contentsOf: matched.values)
    return try perform(index, arguments, out: nil)
  }

  /// Calls a function.
  func call(_ passed: PassedArguments) throws(Raised) -> Value {
    var (index, matched) = try match(passed)
    var out: Tensor?
    if signatures[index].parameters.count > operation.overloads[index].parameters.count {
      out = matched.values.removeLast().tensor
    }
    return try perform(index, matched.values, out: out)
  }

  /// For operators: nil where the operands are of other types.
  func callIfFitting(_ arguments: [Value]) throws(Raised) -> Value? {
    try arguments.withUnsafeBufferPointer { (buffer) throws(Raised) -> Value? in
      let passed = PassedArguments(buffer)
      for (index, signature) in signatures.enumerated() {
        if var matched = try state.match(passed, signature, raises: false) {
          if signature.parameters.count > operation.overloads[index].parameters.count { matched.values.removeLast() }
          return try perform(index, matched.values, out: nil)
        }
      }
      return nil
    }
  }

  private func match(_ passed: PassedArguments) throws(Raised) -> (index: Int, arguments: MatchedArguments) {
    try state.match(passed, signatures, wantsAlternatives: Self.withDeprecatedForm.contains(operation.name))
  }

  private func perform(_ index: Int, _ arguments: [ArgumentValue], out: Tensor?) throws(Raised) -> Value {
    let result = try state.run { () throws(TensorError) in
      try operation.call(state.engine, overload: index, arguments, form: form, out: out)
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
