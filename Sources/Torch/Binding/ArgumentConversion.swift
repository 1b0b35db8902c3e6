import Interpreter
import Tensors

extension TorchState {
  /// A Python number; nil for anything else. Integers beyond 64 bits are an `OverflowError`.
  @inline(__always)
  func number(_ value: Value) throws(Raised) -> Scalar? {
    switch value {
    case .int(let number): return .int(number)
    case .float(let number): return .float(number)
    case .bool(let flag): return .bool(flag)
    case .object(let reference):
      switch reference._withUnsafeGuaranteedRef({ $0.kind }) {
      case .int, .float, .complex: return try boxedNumber(value)
      default: return nil
      }
    default: return nil
    }
  }

  private func boxedNumber(_ value: Value) throws(Raised) -> Scalar? {
    if let number = value.double { return .float(number) }
    if let number = value.smallInt { return .int(number) }
    if value.asBigInt != nil { throw vm.raise(.overflowError, "int too big to convert") }
    throw vm.raise(.notImplementedError, "complex tensors are not available in nbcheck")
  }

  /// An int that is not a bool.
  func isInteger(_ value: Value) -> Bool {
    if case .int = value { return true }
    if value.asBigInt != nil { return true }
    guard let tensor = tensor(value) else { return false }
    return tensor.count == 1 && !tensor.dtype.isFloatingPoint
  }

  func integer(_ value: Value) throws(Raised) -> Int? {
    switch value {
    case .int(let number): return number
    case .object:
      if value.asBigInt != nil {
        guard let number = value.smallInt else { throw vm.raise(.overflowError, "int too big to convert") }
        return number
      }
      guard let tensor = tensor(value), tensor.count == 1, !tensor.dtype.isFloatingPoint else { return nil }
      noteNumbers(of: tensor)
      return try run { () throws(TensorError) in try tensor.item().int }
    default: return nil
    }
  }

  /// Python numbers are made of the elements: they may depend on an unseeded draw.
  @inline(__always)
  func noteNumbers(of tensor: Tensor) { if tensor.isUnseeded { vm.drewUnseeded = true } }

  /// The argument as the parameter's kind wants it; nil if it is of another type.
  ///
  /// - Parameter failedElement: the place of the element that is to blame in a sequence.
  func argument(
    _ value: Value, _ parameter: FormalParameter, _ signature: FormalSignature, _ failedElement: inout Int
  ) throws(Raised) -> ArgumentValue? {
    guard let kind = parameter.kind else { return nil }
    switch kind {
    case .tensor: return tensor(value).map { .tensor($0) }
    case .operand:
      if let tensor = tensor(value) { return .tensor(tensor) }
      return try number(value).map { .number($0) }
    case .number, .float: return try numberOrScalarTensor(value).map { .number($0) }
    case .int:
      if let tensor = tensor(value), tensor.dim > 0 || tensor.requiresGrad || tensor.dtype == .bool { return nil }
      return try integer(value).map { .number(.int($0)) }
    case .bool:
      if case .bool(let flag) = value { return .number(.bool(flag)) }
      return nil
    case .str: return value.asStr.map { .string($0.string) }
    case .ints, .size, .dims: return try integerList(value, parameter, signature, &failedElement)
    case .tensors: return try tensorList(value, signature)
    case .dtype: return dtype(value).map { .dtype($0) }
    case .generator: return (value.object as? RandomGeneratorObject).map { .generator($0.generator) }
    case .device: return try checkDevice(value) ? ArgumentValue.string("cpu") : nil
    case .layout:
      guard let constant = value.object as? ConstantObject, constant.family == .layout else { return nil }
      return ArgumentValue.none
    case .memoryFormat:
      guard let constant = value.object as? ConstantObject, constant.family == .memoryFormat else { return nil }
      return .string(constant.name)
    case .index: return .items(try indexItems(value))
    }
  }

  private func numberOrScalarTensor(_ value: Value) throws(Raised) -> Scalar? {
    if let number = try number(value) { return number }
    guard let tensor = tensor(value), tensor.dim == 0, !tensor.requiresGrad else { return nil }
    noteNumbers(of: tensor)
    return try run { () throws(TensorError) in try tensor.item() }
  }

  private func integerList(
    _ value: Value, _ parameter: FormalParameter, _ signature: FormalSignature, _ failedElement: inout Int
  ) throws(Raised) -> ArgumentValue? {
    let items: UnsafeBufferPointer<Value>
    if let tuple = value.asTuple {
      items = tuple.values
    } else if let list = value.asList {
      items = list.values
    } else if parameter.kind == .dims, isInteger(value), let number = try integer(value) {
      return .ints([number])
    } else {
      return nil
    }
    if let first = items.first, !isInteger(first) {
      failedElement = 0
      return nil
    }
    return try integers(items, parameter, signature)
  }

  /// All of them; the first one is known to be an integer.
  func integers(
    _ items: UnsafeBufferPointer<Value>, _ parameter: FormalParameter, _ signature: FormalSignature
  ) throws(Raised) -> ArgumentValue {
    var numbers: [Int] = []
    numbers.reserveCapacity(items.count)
    for (index, item) in items.enumerated() {
      if case .bool(let flag) = item {
        numbers.append(flag ? 1 : 0)
        continue
      }
      guard let number = try integer(item) else {
        throw vm.raise(
          .typeError,
          "\(signature.name)(): argument '\(parameter.name)' failed to unpack the object at pos \(index + 1) with error "
            + "\"type must be tuple of ints,but got \(vm.typeName(item))\"")
      }
      numbers.append(number)
    }
    return .ints(numbers)
  }

  private func tensorList(_ value: Value, _ signature: FormalSignature) throws(Raised) -> ArgumentValue? {
    let items: UnsafeBufferPointer<Value>
    if let tuple = value.asTuple {
      items = tuple.values
    } else if let list = value.asList {
      items = list.values
    } else {
      return nil
    }
    let place = signature.parameters.firstIndex { $0.kind == .tensors } ?? 0
    var tensors: [Tensor] = []
    tensors.reserveCapacity(items.count)
    for (index, item) in items.enumerated() {
      guard let tensor = tensor(item) else {
        throw vm.raise(
          .typeError, "expected Tensor as element \(index) in argument \(place), but got \(vm.typeName(item))")
      }
      tensors.append(tensor)
    }
    return .tensors(tensors)
  }
}
