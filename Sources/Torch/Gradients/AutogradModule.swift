import Interpreter
import Tensors

/// `torch.autograd`
enum AutogradModule {
  static func make(_ name: String, _ state: TorchState) -> ModuleObject {
    let module = ModuleObject(name: name, heap: state.vm.heap)
    module.isPackage = true
    module.unavailable = { Names.unavailable($0, in: name) }
    GradMode.define(in: module.namespace, state)
    module.define(
      "grad",
      "outputs, inputs, grad_outputs=None, retain_graph=None, create_graph=False, only_inputs=True, allow_unused=None, is_grads_batched=False, materialize_grads=False"
    ) { [unowned(unsafe) state] (_, a) throws(Raised) in try gradients(state, a) }
    module.define(
      "backward",
      "tensors, grad_tensors=None, retain_graph=None, create_graph=False, grad_variables=None, inputs=None"
    ) { [unowned(unsafe) state] (_, a) throws(Raised) in
      let outputs = try tensors(state, a[0]) { (value) throws(Raised) in
        throw state.vm.raise(
          .runtimeError,
          "tensors argument to backward() must be a Tensor or sequence of Tensors, but got \(state.vm.typeName(value))")
      }
      try backward(
        state, outputs, gradients: a.optional(1), retainGraph: a.optional(2), createGraph: a.optional(3),
        inputs: a.optional(5))
      return .none
    }
    return module
  }

  /// `torch.autograd.grad`
  private static func gradients(_ state: TorchState, _ a: Arguments) throws(Raised) -> Value {
    let vm = state.vm
    let outputs = try tensors(state, a[0], refusal(state, "all outputs"))
    let inputs = try tensors(state, a[1], refusal(state, "all inputs"))
    if let batched = a.optional(7), try vm.isTrue(batched) {
      throw vm.raise(.notImplementedError, "torch.autograd.grad(is_grads_batched=True) is not available in nbcheck")
    }
    let given = try gradientList(state, a.optional(2), count: outputs.count)
    let retain = try optionalFlag(vm, a.optional(3))
    let creates = try optionalFlag(vm, a.optional(4)) ?? false
    let materializes = try optionalFlag(vm, a.optional(8)) ?? false
    let allowsUnused = try optionalFlag(vm, a.optional(6))
    if materializes && allowsUnused == false {
      throw vm.raise(
        .valueError,
        "Expected allow_unused to be True or not passed when materialize_grads=True, but got: allow_unused=False.")
    }
    let results = try state.run { () throws(TensorError) in
      try Autograd.grad(
        outputs, inputs, gradOutputs: given, retainGraph: retain, createGraph: creates,
        allowUnused: allowsUnused ?? materializes, materializeGrads: materializes)
    }
    state.showWarnings()
    return vm.tuple(results.map { $0.map(state.value) ?? .none })
  }

  /// `tensor.backward()` and `torch.autograd.backward`.
  static func backward(
    _ state: TorchState, _ outputs: [Tensor], gradients: Value?, retainGraph: Value?, createGraph: Value?,
    inputs: Value?
  ) throws(Raised) {
    let vm = state.vm
    let given = try gradientList(state, gradients, count: outputs.count)
    let retain = try optionalFlag(vm, retainGraph)
    let creates = try optionalFlag(vm, createGraph) ?? false
    var leaves: [Tensor]?
    if let inputs, !inputs.isNone { leaves = try tensors(state, inputs, refusal(state, "all inputs")) }
    try state.run { () throws(TensorError) in
      try Autograd.backward(outputs, gradients: given, retainGraph: retain, createGraph: creates, inputs: leaves)
    }
    state.showWarnings()
  }

  private static func optionalFlag(_ vm: VM, _ value: Value?) throws(Raised) -> Bool? {
    guard let value, !value.isNone else { return nil }
    return try vm.isTrue(value)
  }

  private static func refusal(_ state: TorchState, _ subject: String) -> (Value) throws(Raised) -> Void {
    { (value) throws(Raised) in
      throw state.vm.raise(
        .runtimeError, "\(subject) have to be Tensors or GradientEdges, but got \(state.vm.typeName(value))")
    }
  }

  /// One tensor, or a sequence of them.
  private static func tensors(
    _ state: TorchState, _ value: Value, _ refuse: (Value) throws(Raised) -> Void
  ) throws(Raised) -> [Tensor] {
    if let tensor = state.tensor(value) { return [tensor] }
    var result: [Tensor] = []
    try state.vm.forEach(value) { (item) throws(Raised) in
      guard let tensor = state.tensor(item) else { return try refuse(item) }
      result.append(tensor)
    }
    return result
  }

  /// Gradients to begin with; nil means ones throughout.
  private static func gradientList(
    _ state: TorchState, _ value: Value?, count: Int
  ) throws(Raised) -> [Tensor?]? {
    guard let value, !value.isNone else { return nil }
    if let tensor = state.tensor(value) { return [tensor] }
    var result: [Tensor?] = []
    try state.vm.forEach(value) { (item) throws(Raised) in
      if item.isNone {
        result.append(nil)
      } else if let tensor = state.tensor(item) {
        result.append(tensor)
      } else {
        throw state.vm.raise(
          .typeError, "gradients can be either Tensors or None, but got \(state.vm.typeName(item))")
      }
    }
    return result
  }
}
