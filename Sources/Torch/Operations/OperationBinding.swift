import Interpreter
import Tensors

/// Makes Python callables of the declared operations.
enum OperationBinding {
  /// The functions of a module: `torch`, `torch.linalg`, …
  static func defineFunctions(in module: ModuleObject, _ state: TorchState) {
    for operation in Operation.all where operation.namespaces.contains(module.name) {
      for name in [operation.name] + operation.aliases {
        if operation.forms.contains(.function) { define(name, operation, .function, module, state) }
        if operation.forms.contains(.functionInPlace) { define(name + "_", operation, .inPlaceFunction, module, state) }
      }
    }
  }

  private static func define(
    _ name: String, _ operation: Operation, _ role: BoundOperation.Role, _ module: ModuleObject, _ state: TorchState
  ) {
    // `torch.linalg.inv` calls itself `linalg_inv`.
    let shown = module.name == "torch.linalg" ? "linalg_\(name)" : name
    let bound = BoundOperation(operation, name: shown, role, state)
    module.define(name, "*args, **kwargs") { (_, a) throws(Raised) in try bound.call(PassedArguments(a, from: 0)) }
  }

  /// The methods and attributes of `torch.Tensor`.
  static func defineMethods(on type: TypeObject, _ state: TorchState) {
    for operation in Operation.all {
      for name in [operation.name] + operation.aliases where !name.hasPrefix("__") {
        if operation.forms.contains(.method) { define(name, operation, .method, type, state) }
        if operation.forms.contains(.inPlace) { define(name + "_", operation, .inPlaceMethod, type, state) }
        if operation.forms.contains(.property) { defineProperty(name, operation, type, state) }
      }
    }
  }

  private static func define(
    _ name: String, _ operation: Operation, _ role: BoundOperation.Role, _ type: TypeObject, _ state: TorchState
  ) {
    let bound = BoundOperation(operation, name: name, role, state)
    type.define(name, "self, /, *args, **kwargs") { (_, a) throws(Raised) in
      try bound.call(a[0], PassedArguments(a, from: 1))
    }
  }

  private static func defineProperty(_ name: String, _ operation: Operation, _ type: TypeObject, _ state: TorchState) {
    let bound = BoundOperation(operation, name: name, .method, state)
    let none = UnsafeBufferPointer<Value>(start: nil, count: 0)
    type.defineProperty(
      name, get: { (_, value) throws(Raised) in try bound.call(value, PassedArguments(none)) },
      set: TensorType.readOnly(name))
  }
}
