import PythonSyntax

extension Expression {
  /// Whether CPython's compiler knows the value: a set of such items is laid out in another way.
  var isConstantLiteral: Bool {
    switch kind {
    case .constant: true
    case .unary(let op, let operand): op != .not && operand.isConstantLiteral
    case .binary(let left, _, let right): left.isConstantLiteral && right.isConstantLiteral
    case .tuple(let items): items.allSatisfy(\.isConstantLiteral)
    default: false
    }
  }

  /// A constant as it is written, or a tuple of such.
  var isConstantTuplePart: Bool {
    switch kind {
    case .constant: true
    case .tuple(let items): items.allSatisfy(\.isConstantTuplePart)
    default: false
    }
  }
}
