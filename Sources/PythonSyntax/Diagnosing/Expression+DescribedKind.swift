extension Expression {
  /// What error messages call an expression of this kind.
  var describedKind: String {
    switch kind {
    case .name: "name"
    case .constant(let value): value.describedKind
    case .formattedString: "f-string expression"
    case .unary, .binary, .boolean: "expression"
    case .comparison: "comparison"
    case .conditional: "conditional expression"
    case .call: "function call"
    case .attribute: "attribute"
    case .subscript: "subscript"
    case .slice: "slice"
    case .list: "list"
    case .tuple: "tuple"
    case .set: "set display"
    case .dictionary: "dict literal"
    case .comprehension(.list, _, _): "list comprehension"
    case .comprehension(.set, _, _): "set comprehension"
    case .comprehension(.generator, _, _): "generator expression"
    case .dictionaryComprehension: "dict comprehension"
    case .lambda: "lambda"
    case .starred: "starred"
    case .named: "named expression"
    case .yield, .yieldFrom: "yield expression"
    }
  }
}

extension Constant {
  fileprivate var describedKind: String {
    switch self {
    case .none: "None"
    case .bool(true): "True"
    case .bool(false): "False"
    case .ellipsis: "ellipsis"
    default: "literal"
    }
  }
}
