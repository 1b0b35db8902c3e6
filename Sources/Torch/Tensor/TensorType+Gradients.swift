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
    type.define("detach_", "self, /") { [unowned(unsafe) state] (_, a) throws(Raised) in
      let tensor = try state.receiver(a[0], "detach_")
      try state.run { () throws(TensorError) in try tensor.detachInPlace() }
      return a[0].retained()
    }
    let flag = FormalSignature(
      "requires_grad_", [.init("requires_grad", .bool, default: .number(.bool(true)), defaultText: "True")])
    type.define("requires_grad_", "self, /, *args, **kwargs") { [unowned(unsafe) state] (_, a) throws(Raised) in
      let tensor = try state.receiver(a[0], "requires_grad_")
      let (_, matched) = try state.match(PassedArguments(a, from: 1), [flag])
      guard case .number(let number) = matched.values[0] else { return .none }
      try state.run { () throws(TensorError) in try tensor.requiresGrad(number.isTrue) }
      return a[0].retained()
    }
    type.define("register_hook", "self, hook") { [unowned(unsafe) state] (_, a) throws(Raised) in
      try HookHandleType.register(a[1], on: try state.receiver(a[0], "register_hook"), state)
    }
    type.define("backward", "self, gradient=None, retain_graph=None, create_graph=False, inputs=None") {
      [unowned(unsafe) state] (_, a) throws(Raised) in
      let tensor = try state.receiver(a[0], "backward")
      try AutogradModule.backward(
        state, [tensor], gradients: a.optional(1), retainGraph: a.optional(2), createGraph: a.optional(3),
        inputs: a.optional(4))
      return .none
    }
  }

  private static func warnOfMissingGradient(_ state: TorchState) {
    state.engine.warnings.append(
      "The .grad attribute of a Tensor that is not a leaf Tensor is being accessed. Its .grad attribute won't be populated "
        + "during autograd.backward(). If you indeed want the .grad field to be populated for a non-leaf Tensor, use "
        + ".retain_grad() on the non-leaf Tensor. If you access the non-leaf Tensor by mistake, make sure you access the "
        + "leaf Tensor instead. See github.com/pytorch/pytorch/pull/30531 for more information.")
    state.showWarnings()
  }

  private static func defineGradientAttributes(_ type: TypeObject, _ state: TorchState) {
    type.defineProperty(
      "grad",
      get: { [unowned(unsafe) state] (_, value) throws(Raised) in
        let tensor = try state.receiver(value, "grad")
        if let gradient = tensor.grad { return state.value(gradient) }
        if !tensor.isLeaf && !tensor.retainsGrad && tensor.requiresGrad { warnOfMissingGradient(state) }
        return .none
      },
      set: { [unowned(unsafe) state] (vm, value, new) throws(Raised) in
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
      get: { [unowned(unsafe) state] (_, value) throws(Raised) in
        .bool(try state.receiver(value, "requires_grad").requiresGrad)
      },
      set: { [unowned(unsafe) state] (vm, value, new) throws(Raised) in
        let tensor = try state.receiver(value, "requires_grad")
        guard case .bool(let flag) = new else { throw vm.raise(.runtimeError, "requires_grad must be a bool") }
        try state.run { () throws(TensorError) in try tensor.assignRequiresGrad(flag) }
      })
    type.defineProperty(
      "data",
      get: { [unowned(unsafe) state] (_, value) throws(Raised) in
        state.value(try state.receiver(value, "data").dataAlias)
      },
      set: { [unowned(unsafe) state] (vm, value, new) throws(Raised) in
        let tensor = try state.receiver(value, "data")
        guard let data = state.tensor(new) else {
          throw vm.raise(.typeError, "Variable data has to be a tensor, but got \(vm.typeName(new))")
        }
        try state.run { () throws(TensorError) in try tensor.setData(data) }
      })
  }
}
