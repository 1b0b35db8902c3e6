import Interpreter
import Tensors

extension TensorType {
  static func defineGradients(_ type: TypeObject, _ state: TorchState) {
    defineGradientAttributes(type, state)
    define("is_leaf", on: type, state) { (_, tensor) throws(Raised) in .bool(tensor.isLeaf) }
    define("grad_fn", on: type, state) { (state, tensor) throws(Raised) in tensor.gradNode.map(state.value) ?? .none }
    define("retains_grad", on: type, state) { (_, tensor) throws(Raised) in .bool(tensor.retainsGrad) }
    method("retain_grad", on: type, state) { (state, tensor) throws(Raised) in
      try state.run { () throws(TensorError) in try tensor.retainGrad() }
      return .none
    }
    type.define("detach_", "self, /") { [unowned state] (_, a) throws(Raised) in
      let tensor = try state.receiver(a[0], "detach_")
      try state.run { () throws(TensorError) in try tensor.detachInPlace() }
      return a[0].retained()
    }
    let flag = FormalSignature(
      "requires_grad_", [.init("requires_grad", .bool, default: .number(.bool(true)), defaultText: "True")])
    type.define("requires_grad_", "self, /, *args, **kwargs") { [unowned state] (_, a) throws(Raised) in
      let tensor = try state.receiver(a[0], "requires_grad_")
      let (_, matched) = try state.match(PassedArguments(a, from: 1), [flag])
      guard case .number(let number) = matched.values[0] else { return .none }
      try state.run { () throws(TensorError) in try tensor.requiresGrad(number.isTrue) }
      return a[0].retained()
    }
    type.define("register_hook", "self, hook") { [unowned state] (_, a) throws(Raised) in
      try HookHandleType.register(a[1], on: try state.receiver(a[0], "register_hook"), state)
    }
    type.define("backward", "self, gradient=None, retain_graph=None, create_graph=False, inputs=None") {
      [unowned state] (_, a) throws(Raised) in
      let tensor = try state.receiver(a[0], "backward")
      try AutogradModule.backward(
        state, [tensor], gradients: a.optional(1), retainGraph: a.optional(2), createGraph: a.optional(3),
        inputs: a.optional(4))
      return .none
    }
  }

  private static func defineGradientAttributes(_ type: TypeObject, _ state: TorchState) {
    type.defineProperty(
      "grad",
      get: { [unowned state] (_, value) throws(Raised) in
        let tensor = try state.receiver(value, "grad")
        return tensor.grad.map(state.value) ?? .none
      },
      set: { [unowned state] (vm, value, new) throws(Raised) in
        let tensor = try state.receiver(value, "grad")
        let gradient = state.tensor(new)
        guard gradient != nil || new.isNone || new.isUnbound else {
          throw vm.raise(
            .typeError, "assigned grad expected to be a Tensor or None but got grad of type \(vm.typeName(new))")
        }
        try state.run { () throws(TensorError) in try tensor.setGrad(gradient) }
      })
    type.defineProperty(
      "requires_grad",
      get: { [unowned state] (_, value) throws(Raised) in
        .bool(try state.receiver(value, "requires_grad").requiresGrad)
      },
      set: { [unowned state] (vm, value, new) throws(Raised) in
        let tensor = try state.receiver(value, "requires_grad")
        guard case .bool(let flag) = new else { throw vm.raise(.runtimeError, "requires_grad must be a bool") }
        try state.run { () throws(TensorError) in try tensor.assignRequiresGrad(flag) }
      })
    type.defineProperty(
      "data",
      get: { [unowned state] (_, value) throws(Raised) in state.value(try state.receiver(value, "data").dataAlias) },
      set: { [unowned state] (vm, value, new) throws(Raised) in
        let tensor = try state.receiver(value, "data")
        guard let data = state.tensor(new) else {
          throw vm.raise(.typeError, "Variable data has to be a tensor, but got \(vm.typeName(new))")
        }
        try state.run { () throws(TensorError) in try tensor.setData(data) }
      })
  }
}
