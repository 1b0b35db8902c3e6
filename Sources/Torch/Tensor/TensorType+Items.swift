import Interpreter
import Tensors

extension TensorType {
  static func defineItems(_ type: TypeObject, _ state: TorchState) {
    type.define("__getitem__", "self, key, /") { [unowned(unsafe) state] (_, a) throws(Raised) in
      let tensor = try state.receiver(a[0], "__getitem__")
      let items = try state.indexItems(a[1])
      let result = try state.run { () throws(TensorError) in try tensor.getItem(items) }
      try state.charge(result.count)
      if !state.engine.warnings.isEmpty { state.showWarnings() }
      return state.value(result)
    }
    type.define("__setitem__", "self, key, value, /") { [unowned(unsafe) state] (vm, a) throws(Raised) in
      let tensor = try state.receiver(a[0], "__setitem__")
      let items = try state.indexItems(a[1])
      let source: Tensor
      if let given = state.tensor(a[2]) {
        source = given
      } else if let number = try state.number(a[2]) {
        source = try state.run { () throws(TensorError) in try Tensor.wrapped(state.engine, number) }
      } else {
        throw vm.raise(.typeError, "can't assign a \(vm.typeName(a[2])) to a \(tensor.dtype.tensorTypeName)")
      }
      try state.charge(source.count)
      try state.run { () throws(TensorError) in try tensor.setItem(items, source) }
      if !state.engine.warnings.isEmpty { state.showWarnings() }
      return .none
    }
    type.define("__delitem__", "self, key, /") { (vm, _) throws(Raised) in
      throw vm.raise(.typeError, "Tensor does not support deleting items")
    }
    type.define("__iter__", "self, /") { [unowned(unsafe) state] (vm, a) throws(Raised) in
      let tensor = try state.receiver(a[0], "__iter__")
      if tensor.dim == 0 { throw vm.raise(.typeError, "iteration over a 0-d tensor") }
      let rows = try vm.callMethod(a[0], "unbind", .int(0))
      defer { rows.release() }
      return try vm.iterate(rows)
    }
    type.define("__reversed__", "self, /") { [unowned(unsafe) state] (vm, a) throws(Raised) in
      let tensor = try state.receiver(a[0], "__reversed__")
      if tensor.dim == 0 { return a[0].retained() }
      return try vm.callMethod(a[0], "flip", .int(0))
    }
    type.define("__contains__", "self, item, /") { [unowned(unsafe) state] (vm, a) throws(Raised) in
      let tensor = try state.receiver(a[0], "__contains__")
      let number = try state.number(a[1])
      guard state.tensor(a[1]) != nil || number != nil else {
        throw vm.raise(
          .runtimeError,
          "Tensor.__contains__ only supports Tensor or scalar, but you passed in a "
            + "\(try vm.repr(Value(vm.heap.types.of(a[1])))).")
      }
      state.noteNumbers(of: tensor)
      let equal = try vm.compare(.eq, a[0], a[1])
      defer { equal.release() }
      let any = try vm.callMethod(equal, "any")
      defer { any.release() }
      return .bool(try vm.isTrue(any))
    }
  }
}
