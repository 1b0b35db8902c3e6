import Interpreter
import Tensors

extension TensorType {
  static func defineDevices(_ type: TypeObject, _ state: TorchState) {
    type.define("cpu", "self, memory_format=None") { [unowned(unsafe) state] (_, a) throws(Raised) in
      _ = try state.receiver(a[0], "cpu")
      return a[0].retained()
    }
    type.define("cuda", "self, device=None, non_blocking=False, memory_format=None") {
      [unowned(unsafe) state] (vm, a) throws(Raised) in
      _ = try state.receiver(a[0], "cuda")
      throw vm.raise(.assertionError, "Torch not compiled with CUDA enabled")
    }
    let general = state.vm.heap.intern("to")
    let operation = type.lookup(general)?.retained() ?? .none
    type.define("to", "self, /, *args, **kwargs") { [unowned(unsafe) state] (vm, a) throws(Raised) in
      _ = try state.receiver(a[0], "to")
      let passed = PassedArguments(a, from: 1)
      if passed.count == 0 { return a[0].retained() }
      return try vm.call(operation, arguments: [a[0]] + Array(passed.positional), keywords: passed.keywords)
    }
    type.define("type", "self, dtype=None, non_blocking=False") { [unowned(unsafe) state] (vm, a) throws(Raised) in
      let tensor = try state.receiver(a[0], "type")
      guard let target = a.optional(1), !target.isNone else { return vm.str(tensor.dtype.tensorTypeName) }
      let dtype: DType
      if let name = target.asStr?.string {
        guard let named = DType.allCases.first(where: { $0.tensorTypeName == name }) else {
          throw vm.raise(.valueError, "invalid type: '\(name)'")
        }
        dtype = named
      } else if let given = state.dtype(target) {
        dtype = given
      } else {
        throw vm.raise(.typeError, "dtype must be a type, str, or dtype object")
      }
      return state.value(try state.run { () throws(TensorError) in try tensor.to(dtype) })
    }
  }
}
