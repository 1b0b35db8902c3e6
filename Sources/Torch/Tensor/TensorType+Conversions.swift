import Interpreter
import Tensors

// Python numbers and truth values out of tensors.

extension TensorType {
  static func defineConversions(_ type: TypeObject, _ state: TorchState) {
    method("item", on: type, state) { (state, tensor) throws(Raised) in
      state.noteNumbers(of: tensor)
      return state.value(try state.run { () throws(TensorError) in try tensor.item() })
    }
    method("tolist", on: type, state) { (state, tensor) throws(Raised) in
      state.noteNumbers(of: tensor)
      if tensor.dim == 0 { return state.value(try state.run { () throws(TensorError) in try tensor.item() }) }
      var lists = try NestedLists(tensor, state)
      return lists.make()
    }
    method("__bool__", on: type, state) { (state, tensor) throws(Raised) in
      state.noteNumbers(of: tensor)
      return .bool(try state.run { () throws(TensorError) in try tensor.truth() })
    }
    method("__float__", on: type, state) { (state, tensor) throws(Raised) in
      .float(try onlyElement(state, tensor).double)
    }
    method("__complex__", on: type, state) { (state, tensor) throws(Raised) in
      let number = try onlyElement(state, tensor).double
      return Value(ComplexObject(real: number, imaginary: 0, type: state.vm.heap.types.complex))
    }
    method("__int__", on: type, state) { (state, tensor) throws(Raised) in
      switch try onlyElement(state, tensor) {
      case .float(let number): try state.vm.call(Value(state.vm.heap.types.int), .float(number))
      case .int(let number): .int(number)
      case .bool(let flag): .int(flag ? 1 : 0)
      }
    }
    method("__index__", on: type, state) { (state, tensor) throws(Raised) in
      guard tensor.count == 1, !tensor.dtype.isFloatingPoint else {
        throw state.vm.raise(
          .typeError, "only integer tensors of a single element can be converted to an index")
      }
      return .int(try onlyElement(state, tensor).int)
    }
    method("numpy", on: type, state) { (state, tensor) throws(Raised) in
      if tensor.requiresGrad {
        throw state.vm.raise(
          .runtimeError, "Can't call numpy() on Tensor that requires grad. Use tensor.detach().numpy() instead.")
      }
      throw state.vm.raise(.notImplementedError, "Tensor.numpy is not available in nbcheck")
    }
  }

  /// The element that `float(tensor)` and the like are made of.
  private static func onlyElement(_ state: TorchState, _ tensor: Tensor) throws(Raised) -> Scalar {
    guard tensor.count == 1 else {
      throw state.vm.raise(.valueError, "only one element tensors can be converted to Python scalars")
    }
    state.noteNumbers(of: tensor)
    if tensor.requiresGrad && state.engine.isGradEnabled {
      state.engine.warnings.append(
        "Converting a tensor with requires_grad=True to a scalar may lead to unexpected behavior.\nConsider using "
          + "tensor.detach() first.")
      state.showWarnings()
    }
    return try state.run { () throws(TensorError) in try tensor.item() }
  }
}
