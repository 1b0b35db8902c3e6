import Interpreter
import Tensors

/// `torch.tensor`, `torch.as_tensor`, `torch.Tensor(…)` and the typed constructors.
enum TensorConstruction {
  static func define(in module: ModuleObject, _ state: TorchState) {
    let options: [FormalParameter] = [
      .init("dtype", .dtype, takesNone: true, isKeywordOnly: true, default: ArgumentValue.none),
      .init("device", .device, takesNone: true, isKeywordOnly: true, default: ArgumentValue.none),
      .init("requires_grad", .bool, isKeywordOnly: true, default: .number(.bool(false)), defaultText: "False"),
      .init("pin_memory", .bool, isKeywordOnly: true, default: .number(.bool(false)), defaultText: "False"),
    ]
    let tensor = FormalSignature("tensor", [.init("data", nil)] + options)
    module.define("tensor", "*args, **kwargs") { [unowned(unsafe) state] (_, a) throws(Raised) in
      let (_, matched) = try state.match(PassedArguments(a, from: 0), [tensor])
      return try make(state, matched, copies: true)
    }
    let asTensor = FormalSignature(
      "as_tensor",
      [
        .init("data", nil), .init("dtype", .dtype, takesNone: true, default: ArgumentValue.none),
        .init("device", .device, takesNone: true, default: ArgumentValue.none),
      ])
    for name in ["as_tensor", "asarray"] {
      module.define(name, "*args, **kwargs") { [unowned(unsafe) state] (_, a) throws(Raised) in
        let (_, matched) = try state.match(PassedArguments(a, from: 0), [asTensor])
        return try make(state, matched, copies: false)
      }
    }
    module.define("from_numpy", "ndarray, /") { (vm, a) throws(Raised) in
      throw vm.raise(.typeError, "expected np.ndarray (got \(vm.typeName(a[0])))")
    }
    for dtype in DType.allCases where dtype != .bfloat16 {
      let name = dtype.scalarName + "Tensor"
      module.define(name, "*args, **kwargs") { [unowned(unsafe) state] (_, a) throws(Raised) in
        state.value(try legacy(state, PassedArguments(a, from: 0), dtype))
      }
    }
  }

  private static func make(
    _ state: TorchState, _ matched: MatchedArguments, copies: Bool
  ) throws(Raised) -> Value {
    let data = matched.objects[0]
    var dtype: DType?
    if case .dtype(let given) = matched.values[1] { dtype = given }
    var requiresGrad = false
    if matched.values.count > 3, case .number(let flag) = matched.values[3] { requiresGrad = flag.isTrue }
    if matched.values.count > 4, case .number(let flag) = matched.values[4], flag.isTrue {
      throw state.vm.raise(
        .runtimeError,
        "pin_memory=True requires a CUDA or other accelerator backend; no pinned memory allocator is available on this "
          + "system.")
    }
    if let source = state.tensor(data) {
      let result = try convert(state, source, dtype, copies: copies, requiresGrad)
      state.showWarnings()
      return state.value(result)
    }
    let result = try state.tensor(from: data, dtype: dtype)
    return state.value(try state.run { () throws(TensorError) in try result.requiringGrad(requiresGrad) })
  }

  private static func convert(
    _ state: TorchState, _ source: Tensor, _ dtype: DType?, copies: Bool, _ requiresGrad: Bool
  ) throws(Raised) -> Tensor {
    if copies {
      state.engine.warnings.append(
        "To copy construct from a tensor, it is recommended to use sourceTensor.detach().clone() or "
          + "sourceTensor.detach().clone().requires_grad_(True), rather than torch.tensor(sourceTensor).")
    }
    return try state.run { () throws(TensorError) in
      let converted = try (copies ? source.detach() : source).to(dtype ?? source.dtype)
      if !copies { return converted }
      let isNew = dtype != nil && dtype != source.dtype
      return try (isNew ? converted : converted.clone()).requiringGrad(requiresGrad)
    }
  }

  /// `torch.Tensor(2, 3)`, `torch.Tensor([1, 2])`, `torch.LongTensor(…)`.
  static func legacy(_ state: TorchState, _ passed: PassedArguments, _ dtype: DType) throws(Raised) -> Tensor {
    let vm = state.vm
    let given = passed.positional
    guard let first = given.first else { return try zeros(state, [0], dtype) }
    if let tensor = state.tensor(first), given.count == 1 {
      guard tensor.dtype == dtype || dtype == state.engine.defaultDType else {
        throw vm.raise(
          .typeError, "expected \(dtype.tensorTypeName) (got \(tensor.dtype.tensorTypeName))")
      }
      return tensor.detach()
    }
    if state.isInteger(first) {
      let signature = FormalSignature("new", [.init("size", .size)])
      guard case .ints(let sizes) = try state.integers(given, signature.parameters[0], signature) else {
        return try zeros(state, [0], dtype)
      }
      return try zeros(state, sizes, dtype)
    }
    if given.count == 1 {
      if let size = first.asTuple, size.type === state.sizeType {
        return try zeros(state, size.values.compactMap(\.smallInt), dtype)
      }
      if first.asStr != nil {
        throw vm.raise(.typeError, "new(): invalid data type '\(vm.typeName(first))'")
      }
      guard state.isSequence(first) else {
        throw vm.raise(.typeError, "new(): data must be a sequence (got \(vm.typeName(first)))")
      }
      return try state.tensor(from: first, dtype: dtype)
    }
    let device = FormalParameter("device", .device, takesNone: true, isKeywordOnly: true, default: ArgumentValue.none)
    throw state.invalidCombination(
      passed,
      [
        FormalSignature("new", [device]), FormalSignature("new", [.init("other", .tensor)]),
        FormalSignature("new", [.init("size", .size), device]), FormalSignature("new", [.init("data", nil), device]),
      ])
  }

  private static func zeros(_ state: TorchState, _ sizes: [Int], _ dtype: DType) throws(Raised) -> Tensor {
    try state.run { () throws(TensorError) in try Tensor.zeros(state.engine, Shape(sizes), dtype) }
  }
}
