import Interpreter
import Tensors

extension TorchState {
  func value(_ number: Scalar) -> Value {
    switch number {
    case .bool(let flag): .bool(flag)
    case .int(let number): .int(number)
    case .float(let number): .float(number)
    }
  }

  /// The result of an operation as Python sees it, owned by the caller.
  func value(_ result: OperationResult) throws(Raised) -> Value {
    switch result {
    case .tensor(let tensor): return value(tensor)
    case .tensors(let tensors): return vm.tuple(tensors.map(value))
    case .named(let name, let fields): return namedTuple(name, fields)
    case .number(let number): return value(number)
    case .size(let sizes): return size(sizes)
    case .ints(let numbers): return vm.tuple(numbers.map { .int($0) })
    case .nested(let sizes, let numbers): return try nested(sizes, numbers)
    case .dtype(let dtype): return value(dtype)
    case .string(let text): return vm.str(text)
    case .none: return .none
    }
  }

  /// Lists in lists, as deep as there are sizes.
  private func nested(_ sizes: [Int], _ numbers: [Scalar]) throws(Raised) -> Value {
    try vm.checkSize(numbers.count * MemoryLayout<Value>.stride)
    var next = 0
    func list(_ depth: Int) -> Value {
      if depth == sizes.count {
        guard next < numbers.count else { return .none }
        next += 1
        return value(numbers[next - 1])
      }
      return vm.list((0..<sizes[depth]).map { _ in list(depth + 1) })
    }
    return list(0)
  }
}
