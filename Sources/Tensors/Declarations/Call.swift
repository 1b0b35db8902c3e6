/// A call of an operation: its arguments by position, as the declared types want them.
package struct Call {
  package let engine: Engine
  let name: String
  let arguments: [ArgumentValue]
  /// Where the result may be written directly, if its sizes and dtype fit: the target of an in-place or `out=` form.
  var destination: Tensor?

  init(engine: Engine, name: String, arguments: [ArgumentValue]) {
    self.engine = engine
    self.name = name
    self.arguments = arguments
  }

  private func wrong(_ index: Int, _ expected: String) -> TensorError {
    .type("\(name)(): argument \(index + 1) must be \(expected)")
  }

  private subscript(index: Int) -> ArgumentValue { arguments.indices.contains(index) ? arguments[index] : .none }

  func isNone(_ index: Int) -> Bool { self[index].isNone }

  /// A tensor, or a number as one.
  func tensor(_ index: Int) throws(TensorError) -> Tensor {
    switch self[index] {
    case .tensor(let tensor): return tensor
    case .number(let number): return try .wrapped(engine, number)
    default: throw wrong(index, "Tensor")
    }
  }

  func optionalTensor(_ index: Int) throws(TensorError) -> Tensor? { isNone(index) ? nil : try tensor(index) }

  func tensors(_ index: Int) throws(TensorError) -> [Tensor] {
    guard case .tensors(let tensors) = self[index] else { throw wrong(index, "tuple of Tensors") }
    return tensors
  }

  func number(_ index: Int) throws(TensorError) -> Scalar {
    switch self[index] {
    case .number(let number): return number
    case .tensor(let tensor): return try tensor.item()
    default: throw wrong(index, "Number")
    }
  }

  func optionalNumber(_ index: Int) throws(TensorError) -> Scalar? { isNone(index) ? nil : try number(index) }
  func int(_ index: Int) throws(TensorError) -> Int { try number(index).int }
  func optionalInt(_ index: Int) throws(TensorError) -> Int? { isNone(index) ? nil : try number(index).int }
  func double(_ index: Int) throws(TensorError) -> Double { try number(index).double }
  func bool(_ index: Int) throws(TensorError) -> Bool { try isNone(index) ? false : number(index).isTrue }

  func ints(_ index: Int) throws(TensorError) -> [Int] {
    switch self[index] {
    case .ints(let ints): return ints
    case .number(let number): return [number.int]
    default: throw wrong(index, "tuple of ints")
    }
  }

  func optionalInts(_ index: Int) throws(TensorError) -> [Int]? { isNone(index) ? nil : try ints(index) }

  func string(_ index: Int) throws(TensorError) -> String {
    guard case .string(let string) = self[index] else { throw wrong(index, "str") }
    return string
  }

  func optionalString(_ index: Int) throws(TensorError) -> String? { isNone(index) ? nil : try string(index) }

  func dtype(_ index: Int) -> DType? { if case .dtype(let dtype) = self[index] { dtype } else { nil } }

  func generator(_ index: Int) -> Generator {
    if case .generator(let generator) = self[index] { generator } else { engine.generator }
  }

  func items(_ index: Int) throws(TensorError) -> [IndexItem] {
    guard case .items(let items) = self[index] else { throw wrong(index, "an index") }
    return items
  }

  /// The result of a function that makes a tensor, with `Parameter.factory` from `index` on.
  func made(
    _ index: Int, dtype fallback: DType? = nil, _ make: (DType) throws(TensorError) -> Tensor
  ) throws(TensorError) -> OperationResult {
    let out = try optionalTensor(index)
    let result = try make(dtype(index + 1) ?? out?.dtype ?? fallback ?? engine.defaultDType)
    if let out {
      try out.become(result)
      return .tensor(out)
    }
    return .tensor(try result.requiringGrad(try bool(index + 5)))
  }

  /// The same for `zeros_like` and its kin, with `Parameter.likeFactory` from `index` on.
  func madeLike(
    _ like: Tensor, _ index: Int, _ make: (DType) throws(TensorError) -> Tensor
  ) throws(TensorError) -> OperationResult {
    .tensor(try make(dtype(index) ?? like.dtype).requiringGrad(try bool(index + 4)))
  }
}
