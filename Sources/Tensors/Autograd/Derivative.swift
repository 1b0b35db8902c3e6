/// How the gradient of an operation's result becomes those of its inputs: declared once per operation, read like a table.
/// Formulas are written in differentiable operations, so the gradient of a gradient needs nothing more.
package final class Derivative: Sendable {
  /// `MulBackward0`
  package let name: String
  /// One per input, in order; an input beyond the list has no gradient.
  let formulas: [Formula]
  /// For operations with several outputs or a list of inputs: all gradients at once.
  let combined: Combined?

  init(_ name: String, _ formulas: Formula...) {
    self.name = name
    self.formulas = formulas
    combined = nil
  }

  init(
    _ name: String, saving saved: Saved = [],
    all body: @escaping @Sendable (OperationNode, [Tensor?]) throws -> [Tensor?]
  ) {
    self.name = name
    formulas = []
    combined = Combined(saved: saved, body: body)
  }

  /// For operations whose result does not depend on the input but by jumps: floor, sign, fill.
  static func zero(_ name: String) -> Derivative {
    Derivative(name, Formula { _, g in try g.zerosLike() })
  }
}

/// The gradient of one input.
struct Formula: Sendable {
  let saved: Saved
  let body: @Sendable (OperationNode, Tensor) throws -> Tensor?

  /// `saved` names what the body reads: it is kept only if this input wants a gradient.
  init(_ saved: Saved = [], _ body: @escaping @Sendable (OperationNode, Tensor) throws -> Tensor?) {
    self.saved = saved
    self.body = body
  }
}

struct Combined: Sendable {
  let saved: Saved
  let body: @Sendable (OperationNode, [Tensor?]) throws -> [Tensor?]
}

/// What a node keeps for backward.
struct Saved: OptionSet, Sendable {
  let rawValue: UInt8
  static let input0: Saved = .init(rawValue: 1)
  static let input1: Saved = .init(rawValue: 2)
  static let input2: Saved = .init(rawValue: 4)
  static let result: Saved = .init(rawValue: 8)
  /// Another tensor that the forward pass made, such as the positions of maxima.
  static let extra: Saved = .init(rawValue: 16)
}

/// What else a formula needs to know: numbers, dimensions, flags.
package struct Attributes {
  var number: Scalar = .int(0)
  var number2: Scalar = .int(0)
  var dims: [Int] = []
  var sizes = Shape()
  var strides = Shape()
  var offset = 0
  var flag = false
  /// Positions per dimension; nil where a dimension is not indexed.
  var indices: [Tensor?] = []

  init() {}
}
