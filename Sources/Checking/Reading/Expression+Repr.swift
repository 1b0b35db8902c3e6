import PythonSyntax

extension Expression {
  /// `a.b.c` for names joined by dots; nil for anything else.
  var dottedPath: String? {
    switch kind {
    case .name(let name): name
    case .attribute(let base, let name): base.dottedPath.map { $0 + "." + name }
    default: nil
    }
  }

  /// Whether a value's repr may be written so: literals, and calls of names whose arguments are such.
  var isLiteralOrRepr: Bool {
    switch kind {
    case .constant: true
    case .unary(.plus, let operand), .unary(.minus, let operand): operand.isReprArgument
    case .binary(let left, .add, let right), .binary(let left, .subtract, let right):
      left.isNumber && right.isNumber
    case .list(let elements), .tuple(let elements), .set(let elements): elements.allSatisfy(\.isReprArgument)
    case .dictionary(let items): items.allSatisfy(\.isLiteralOrRepr)
    case .call(let function, let arguments):
      function.dottedPath != nil && arguments.allSatisfy(\.isReprArgument)
    default: false
    }
  }

  /// Inside a repr also `nan`, `inf` and constants such as `torch.int32`.
  fileprivate var isReprArgument: Bool {
    if isLiteralOrRepr { return true }
    guard let path = dottedPath else { return false }
    return path == "nan" || path == "inf" || path.hasPrefix("torch.")
  }

  /// The parts of a complex number.
  private var isNumber: Bool {
    switch kind {
    case .constant(.int), .constant(.float), .constant(.imaginary): true
    case .unary(.minus, let operand): operand.isNumber
    default: false
    }
  }
}

extension Argument {
  fileprivate var isReprArgument: Bool {
    switch self {
    case .positional(let value), .keyword(_, let value, _): value.isReprArgument
    case .unpack, .unpackKeywords: false
    }
  }
}

extension DictionaryItem {
  fileprivate var isLiteralOrRepr: Bool {
    if case .pair(let key, let value) = self { key.isReprArgument && value.isReprArgument } else { false }
  }
}
