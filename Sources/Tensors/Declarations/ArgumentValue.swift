/// A value on its way into an operation.
package enum ArgumentValue {
  case none
  case tensor(Tensor)
  case tensors([Tensor])
  case number(Scalar)
  case ints([Int])
  case string(String)
  case dtype(DType)
  case generator(Generator)
  case items([IndexItem])

  package var tensor: Tensor? { if case .tensor(let tensor) = self { tensor } else { nil } }

  package var isNone: Bool { if case .none = self { true } else { false } }

  /// Whether a gradient may flow into the value.
  var requiresGrad: Bool {
    switch self {
    case .tensor(let tensor): tensor.requiresGrad
    case .tensors(let tensors): tensors.contains(where: \.requiresGrad)
    default: false
    }
  }
}

/// What an operation answers.
package enum OperationResult {
  case tensor(Tensor)
  /// A tuple.
  case tensors([Tensor])
  /// A named tuple: `torch.return_types.max(values=…, indices=…)`.
  case named(String, [(name: String, tensor: Tensor)])
  case number(Scalar)
  /// `torch.Size`
  case size([Int])
  /// A tuple of integers.
  case ints([Int])
  /// Lists in lists of numbers, as deep as the tensor has dimensions: the sizes, then the elements.
  case nested([Int], [Scalar])
  case dtype(DType)
  case string(String)
  case none

  /// The tensors in it, in order.
  package var tensors: [Tensor] {
    switch self {
    case .tensor(let tensor): [tensor]
    case .tensors(let tensors): tensors
    case .named(_, let fields): fields.map(\.tensor)
    default: []
    }
  }
}
