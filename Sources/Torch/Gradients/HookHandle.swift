import Interpreter
import Tensors

/// What `register_hook` returns: removes the hook again.
final class HookHandleObject: ForeignObject {
  let tensor: Tensor
  let id: Int

  init(_ tensor: Tensor, _ id: Int, type: TypeObject) {
    self.tensor = tensor
    self.id = id
    super.init(type)
  }
}

extension VM {
  /// `__name__` of a callable.
  func functionName(_ function: Value) throws(Raised) -> String {
    guard let name = try findAttribute(function, heap.intern("__name__")) else { return "<unknown>" }
    defer { name.release() }
    return name.asStr?.string ?? "<unknown>"
  }
}

enum HookHandleType {
  static func install(_ state: TorchState) {
    let type = state.hookHandleType
    type.define("remove", "self, /") { (_, a) throws(Raised) in
      remove(a[0])
      return .none
    }
    type.define("__enter__", "self, /") { (_, a) throws(Raised) in a[0].retained() }
    type.define("__exit__", "self, type, value, traceback, /") { (_, a) throws(Raised) in
      remove(a[0])
      return .none
    }
    type.defineProperty("id") { (_, value) throws(Raised) in .int((value.object as? HookHandleObject)?.id ?? 0) }
  }

  private static func remove(_ value: Value) {
    if let handle = value.object as? HookHandleObject { handle.tensor.removeHook(handle.id) }
  }

  /// Calls a Python function with the gradient of a tensor whenever that is computed.
  static func register(_ hook: Value, on tensor: Tensor, _ state: TorchState) throws(Raised) -> Value {
    let held = HeldValue(hook)
    let id = try state.run { () throws(TensorError) in
      try tensor.registerHook { [unowned(unsafe) state] (gradient) throws(TensorError) in
        do throws(Raised) {
          return try call(held.value, gradient, state)
        } catch {
          throw state.postpone(error)
        }
      }
    }
    return Value(HookHandleObject(tensor, id, type: state.hookHandleType))
  }

  private static func call(_ hook: Value, _ gradient: Tensor, _ state: TorchState) throws(Raised) -> Tensor? {
    let argument = state.value(gradient)
    defer { argument.release() }
    let result = try state.vm.call(hook, argument)
    defer { result.release() }
    if result.isNone { return nil }
    guard let replacement = state.tensor(result) else {
      throw state.vm.raise(
        .typeError, "expected Variable, but hook returned '\(state.vm.typeName(result))'")
    }
    guard replacement.sizes == gradient.sizes else {
      let name = try state.vm.functionName(hook)
      throw state.vm.raise(.runtimeError, "hook '\(name)' has changed the size of value")
    }
    return replacement
  }
}
