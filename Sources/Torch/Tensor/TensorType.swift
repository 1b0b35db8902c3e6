import Interpreter
import Tensors

/// `torch.Tensor`
enum TensorType {
  static func install(_ state: TorchState) {
    let type = state.tensorType
    OperationBinding.defineMethods(on: type, state)
    OperatorBinding.define(on: type, state)
    defineConstruction(type, state)
    defineAttributes(type, state)
    defineGradients(type, state)
    defineConversions(type, state)
    defineText(type, state)
    defineItems(type, state)
    defineDevices(type, state)
  }

  private static func defineConstruction(_ type: TypeObject, _ state: TorchState) {
    type.define("__new__", "cls, /, *args, **kwargs") { [unowned(unsafe) state] (vm, a) throws(Raised) in
      guard let cls = a[0].asType, cls.isSubtype(of: state.tensorType) else {
        throw vm.raise(.typeError, "Tensor.__new__(X): X is not a subtype of Tensor")
      }
      let tensor = try TensorConstruction.legacy(state, PassedArguments(a, from: 1), state.engine.defaultDType)
      return Value(TensorObject(tensor, type: cls))
    }
    type.define("__init__", "self, /, *args, **kwargs") { (_, _) throws(Raised) in .none }
    type.define("__getattr__", "self, name, /") { (vm, a) throws(Raised) in
      let name = a[1].asStr?.string ?? ""
      if Names.isTensorAttribute(name) {
        throw vm.raise(.notImplementedError, "Tensor.\(name) is not available in nbcheck")
      }
      throw vm.raise(.attributeError, "'\(vm.typeName(a[0]))' object has no attribute '\(name)'")
    }
    type.define("__deepcopy__", "self, memo=None, /") { [unowned(unsafe) state] (vm, a) throws(Raised) in
      let tensor = try state.receiver(a[0], "__deepcopy__")
      guard tensor.isLeaf else {
        throw vm.raise(
          .runtimeError,
          "Only Tensors created explicitly by the user (graph leaves) support the deepcopy protocol at the moment.  If you "
            + "were attempting to deepcopy a module, this may be because of a torch.nn.utils.weight_norm usage, see "
            + "https://github.com/pytorch/pytorch/pull/103001")
      }
      return state.value(
        try state.run { () throws(TensorError) in
          let copy = try tensor.detach().clone().requiringGrad(tensor.requiresGrad)
          if let gradient = tensor.grad { try copy.setGrad(try gradient.detach().clone()) }
          return copy
        })
    }
    type.define("__copy__", "self, /") { [unowned(unsafe) state] (_, a) throws(Raised) in
      let tensor = try state.receiver(a[0], "__copy__")
      return state.value(
        try state.run { () throws(TensorError) in try tensor.detach().requiringGrad(tensor.requiresGrad) })
    }
  }

  /// The setter of an attribute that cannot be set.
  static func readOnly(_ name: String) -> (VM, Value, Value) throws(Raised) -> Void {
    { (vm, _, _) throws(Raised) in
      throw vm.raise(
        .attributeError, "attribute '\(name)' of 'torch._C.TensorBase' objects is not writable")
    }
  }

  /// Declares an attribute that cannot be set.
  static func define(
    _ name: String, on type: TypeObject, _ state: TorchState,
    _ get: @escaping (TorchState, Tensor) throws(Raised) -> Value
  ) {
    type.defineProperty(
      name,
      get: { [unowned(unsafe) state] (_, value) throws(Raised) in try get(state, try state.receiver(value, name)) },
      set: readOnly(name))
  }

  /// Declares a method without arguments.
  static func method(
    _ name: String, on type: TypeObject, _ state: TorchState,
    _ body: @escaping (TorchState, Tensor) throws(Raised) -> Value
  ) {
    type.define(name, "self, /") { [unowned(unsafe) state] (_, a) throws(Raised) in
      try body(state, try state.receiver(a[0], name))
    }
  }
}
