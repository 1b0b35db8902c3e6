import Interpreter
import Tensors

/// The operators of the language on tensors: the way for two tensors, or a tensor and a number, is kept short.
enum OperatorBinding {
  static func define(on type: TypeObject, _ state: TorchState) {
    defineGeneral(on: type, state)
    let arithmetic: [(String, TensorOperator)] = [
      ("add", .add), ("sub", .sub), ("mul", .mul), ("truediv", .truediv), ("floordiv", .floordiv), ("mod", .mod),
      ("pow", .pow), ("and", .and), ("or", .or), ("xor", .xor),
    ]
    for (stem, op) in arithmetic {
      defineBinary("__\(stem)__", op, on: type, state)
      defineReflected("__r\(stem)__", op, on: type, state)
      defineInPlace("__i\(stem)__", op, on: type, state)
    }
    let comparisons: [(String, TensorOperator)] = [
      ("__eq__", .eq), ("__ne__", .ne), ("__lt__", .lt), ("__le__", .le), ("__gt__", .gt), ("__ge__", .ge),
    ]
    for (name, op) in comparisons { defineBinary(name, op, on: type, state) }
    defineMatrixProduct(on: type, state)
    defineInversion(on: type, state)
  }

  /// Whatever operators the operations declare; those with a short way are defined over these.
  private static func defineGeneral(on type: TypeObject, _ state: TorchState) {
    for operation in Operation.all {
      for method in operation.operators where !method.name.hasSuffix("item__") {
        let role: BoundOperation.Role = method.isInPlace ? .inPlaceFunction : .function
        let bound = BoundOperation(operation, name: operation.name, role, state)
        let takesOther = (operation.overloads.first?.parameters.count ?? 0) > 1
        if !takesOther {
          type.define(method.name, "self, /") { [unowned(unsafe) state] (_, a) throws(Raised) in
            _ = try state.receiver(a[0], method.name)
            return try bound.callIfFitting([a[0]]) ?? .notImplemented
          }
        } else {
          type.define(method.name, "self, other, /") { [unowned(unsafe) state] (_, a) throws(Raised) in
            _ = try state.receiver(a[0], method.name)
            return try bound.callIfFitting(method.isReflected ? [a[1], a[0]] : [a[0], a[1]]) ?? .notImplemented
          }
        }
      }
    }
  }

  private static func defineBinary(_ name: String, _ op: TensorOperator, on type: TypeObject, _ state: TorchState) {
    type.define(name, "self, other, /") { [unowned(unsafe) state] (_, a) throws(Raised) in
      let left = try state.receiver(a[0], name)
      guard let right = try state.operand(a[1]) else { return .notImplemented }
      return try state.apply(op, left, right)
    }
  }

  private static func defineReflected(_ name: String, _ op: TensorOperator, on type: TypeObject, _ state: TorchState) {
    type.define(name, "self, other, /") { [unowned(unsafe) state] (_, a) throws(Raised) in
      let right = try state.receiver(a[0], name)
      guard let left = try state.operand(a[1]) else { return .notImplemented }
      return try state.apply(op, left, right)
    }
  }

  private static func defineInPlace(_ name: String, _ op: TensorOperator, on type: TypeObject, _ state: TorchState) {
    type.define(name, "self, other, /") { [unowned(unsafe) state] (_, a) throws(Raised) in
      let left = try state.receiver(a[0], name)
      guard let right = try state.operand(a[1]) else { return .notImplemented }
      try state.charge(left.count)
      _ = try state.run { () throws(TensorError) in try Tensor.applyInPlace(op, left, right) }
      return a[0].retained()
    }
  }

  private static func defineMatrixProduct(on type: TypeObject, _ state: TorchState) {
    type.define("__matmul__", "self, other, /") { [unowned(unsafe) state] (_, a) throws(Raised) in
      let left = try state.receiver(a[0], "__matmul__")
      guard let right = state.tensor(a[1]) else { return .notImplemented }
      return try state.apply(.matmul, left, right)
    }
  }

  private static func defineInversion(on type: TypeObject, _ state: TorchState) {
    let general = type[.invert].retained()
    type.define("__invert__", "self, /") { [unowned(unsafe) state] (vm, a) throws(Raised) in
      if try state.receiver(a[0], "__invert__").dtype.isFloatingPoint {
        throw vm.raise(
          .typeError, "~ (operator.invert) is only implemented on integer and Boolean-type tensors")
      }
      return try vm.callMethod(general, on: a[0])
    }
  }
}

extension TorchState {
  /// A tensor, or a number as one; nil for anything else.
  @inline(__always)
  fileprivate func operand(_ value: Value) throws(Raised) -> Tensor? {
    if let tensor = tensor(value) { return tensor }
    guard let number = try number(value) else { return nil }
    return try run { () throws(TensorError) in try Tensor.wrapped(engine, number) }
  }

  @inline(__always)
  fileprivate func apply(_ op: TensorOperator, _ left: Tensor, _ right: Tensor) throws(Raised) -> Value {
    let result = try run { () throws(TensorError) in try Tensor.apply(op, left, right) }
    try charge(result.count)
    return value(result)
  }
}
