import Interpreter
import Tensors

/// `torch.no_grad()` and its relatives: a `with` block, a decorator, or (`set_grad_enabled`) a switch.
final class GradModeObject: ForeignObject {
  let isEnabled: Bool
  /// The modes to return to, one per `with` block entered.
  var outer: [Bool] = []

  init(_ isEnabled: Bool, type: TypeObject) {
    self.isEnabled = isEnabled
    super.init(type)
  }
}

enum GradMode {
  static func define(in names: DictObject, _ state: TorchState) {
    for name in ["no_grad", "enable_grad", "set_grad_enabled", "inference_mode"] {
      let type = state.vm.heap.types.make(name, .foreign, isFinal: true, module: "torch.autograd.grad_mode")
      defineConstruction(name, type, state)
      defineBlock(type, state, isSwitch: name == "set_grad_enabled")
      type.define("__call__", "self, function, /") { [unowned(unsafe) state] (vm, a) throws(Raised) in
        try decorated(a[1], try receiver(vm, a[0], "__call__").isEnabled, state)
      }
      names.set(name, type.retainedValue)
    }
  }

  private static func defineConstruction(_ name: String, _ type: TypeObject, _ state: TorchState) {
    switch name {
    case "set_grad_enabled":
      type.define("__new__", "cls, *args, **kwargs") { [unowned(unsafe) state] (vm, a) throws(Raised) in
        let passed = PassedArguments(a, from: 1)
        guard let mode = passed.positional.first ?? passed.keyword("mode") else {
          throw vm.raise(
            .typeError, "set_grad_enabled.__init__() missing 1 required positional argument: 'mode'")
        }
        guard case .bool(let flag) = mode else {
          throw vm.raise(
            .typeError,
            "set_grad_enabled(): argument 'enabled' (position 1) must be bool, not \(vm.typeName(mode))")
        }
        let object = GradModeObject(flag, type: type)
        object.outer.append(state.engine.isGradEnabled)
        state.engine.isGradEnabled = flag
        return Value(object)
      }
      type.define("__repr__", "self, /") { (vm, a) throws(Raised) in
        let flag = try receiver(vm, a[0], "__repr__").isEnabled
        return vm.str("torch.autograd.grad_mode.set_grad_enabled(mode=\(flag ? "True" : "False"))")
      }
    case "inference_mode":
      type.define("__new__", "cls, mode=True") { [unowned(unsafe) state] (vm, a) throws(Raised) in
        guard let mode = a.optional(1) else { return Value(GradModeObject(false, type: type)) }
        if case .bool(let flag) = mode { return Value(GradModeObject(!flag, type: type)) }
        return try decorated(mode, false, state)
      }
    default:
      // `@torch.no_grad` without a call decorates, too.
      let isEnabled = name == "enable_grad"
      type.define("__new__", "cls, orig_func=None") { [unowned(unsafe) state] (_, a) throws(Raised) in
        if let function = a.optional(1), !function.isNone { return try decorated(function, isEnabled, state) }
        return Value(GradModeObject(isEnabled, type: type))
      }
    }
  }

  private static func defineBlock(_ type: TypeObject, _ state: TorchState, isSwitch: Bool) {
    type.define("__enter__", "self, /") { [unowned(unsafe) state] (vm, a) throws(Raised) in
      let mode = try receiver(vm, a[0], "__enter__")
      if !isSwitch || mode.outer.isEmpty { mode.outer.append(state.engine.isGradEnabled) }
      state.engine.isGradEnabled = mode.isEnabled
      return .none
    }
    type.define("__exit__", "self, type, value, traceback, /") { [unowned(unsafe) state] (vm, a) throws(Raised) in
      let mode = try receiver(vm, a[0], "__exit__")
      if let outer = mode.outer.popLast() { state.engine.isGradEnabled = outer }
      return .none
    }
  }

  private static func receiver(_ vm: VM, _ value: Value, _ method: String) throws(Raised) -> GradModeObject {
    guard let object = value.object as? GradModeObject else { throw vm.raiseReceiver(method, "no_grad", value) }
    return object
  }

  /// The function, run with gradients on or off. It binds like a method where a class holds it.
  private static func decorated(_ function: Value, _ isEnabled: Bool, _ state: TorchState) throws(Raised) -> Value {
    let vm = state.vm
    let name = try vm.functionName(function)
    let wrapper = NativeFunctionObject(
      name, "*args, **kwargs", owner: state.nodeType, heap: vm.heap
    ) { [unowned(unsafe) state, unowned(unsafe) function = function.object] (vm, a) throws(Raised) in
      guard let function else { return .none }
      let passed = PassedArguments(a, from: 0)
      let before = state.engine.isGradEnabled
      state.engine.isGradEnabled = isEnabled
      defer { state.engine.isGradEnabled = before }
      return try vm.call(Value(function), arguments: Array(passed.positional), keywords: passed.keywords)
    }
    wrapper.captured = function.retained()
    return Value(wrapper)
  }
}
