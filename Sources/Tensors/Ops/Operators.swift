import CKernels

/// The operators of the language on two tensors, without the detour over argument lists.
package enum TensorOperator: Sendable {
  case add, sub, mul, truediv, floordiv, mod, pow, matmul
  case and, or, xor
  case eq, ne, lt, le, gt, ge
}

extension Tensor {
  /// `a op b`. A Python number takes part as `Tensor.wrapped`.
  package static func apply(_ op: TensorOperator, _ a: Tensor, _ b: Tensor) throws(TensorError) -> Tensor {
    switch op {
    case .add: try a.add(b)
    case .sub: a.isWrappedNumber ? try b.subtracted(from: a) : try a.sub(b)
    case .mul: try a.mul(b)
    case .truediv: a.isWrappedNumber ? try b.reciprocal().mul(a) : try a.div(b)
    case .floordiv: try Division.floored(a, b)
    case .mod: try Division.remaining(a, b)
    case .pow: try a.pow(b)
    case .matmul: try a.matmul(b)
    case .and: try a.bitwise(NBK_BIT_AND, b, "bitwise_and_cpu")
    case .or: try a.bitwise(NBK_BIT_OR, b, "bitwise_or_cpu")
    case .xor: try a.bitwise(NBK_BIT_XOR, b, "bitwise_xor_cpu")
    case .eq: try a.compare(NBK_EQ, b)
    case .ne: try a.compare(NBK_NE, b)
    case .lt: try a.compare(NBK_LT, b)
    case .le: try a.compare(NBK_LE, b)
    case .gt: try a.compare(NBK_GT, b)
    case .ge: try a.compare(NBK_GE, b)
    }
  }

  /// `a op= b` for the arithmetic operators: writes into `a` where nothing is recorded.
  package static func applyInPlace(_ op: TensorOperator, _ a: Tensor, _ b: Tensor) throws(TensorError) -> Tensor {
    try a.checkInPlace()
    let records = a.engine.records && (a.requiresGrad || b.requiresGrad)
    let target = records ? nil : a
    switch op {
    case .add: try a.become(try a.add(b, into: target))
    case .sub: try a.become(try a.sub(b, into: target))
    case .mul: try a.become(try a.mul(b, into: target))
    case .truediv: try a.become(try a.div(b, into: target))
    default: try a.become(try apply(op, a, b))
    }
    return a
  }
}
