// Operators from `or` down to `**`.

extension Parser {
  mutating func parseDisjunction() throws(Failure) -> Expression {
    let start = self.start
    let first = try parseConjunction()
    guard kind == .or else { return first }
    return try parseBoolean(.or, token: .or, after: first, from: start) { (parser) throws(Failure) in
      try parser.parseConjunction()
    }
  }

  private mutating func parseConjunction() throws(Failure) -> Expression {
    let start = self.start
    let first = try parseInversion()
    guard kind == .and else { return first }
    return try parseBoolean(.and, token: .and, after: first, from: start) { (parser) throws(Failure) in
      try parser.parseInversion()
    }
  }

  private mutating func parseBoolean(
    _ op: BooleanOperator, token: TokenKind, after first: Expression, from start: Int32,
    _ operand: (inout Parser) throws(Failure) -> Expression
  ) throws(Failure) -> Expression {
    var operands = [first]
    var tallest = height
    while kind == token {
      let mark = position
      advance()
      guard let next = try parseOperand(orBackTo: mark, operand) else { break }
      operands.append(next)
      tallest = max(tallest, height)
    }
    height = tallest
    return operands.count == 1 ? first : try node(.boolean(op, operands), from: start, above: tallest)
  }

  /// An operand; nil, and back before the operator, where a prefix is enough and the operand does not parse.
  private mutating func parseOperand(
    orBackTo mark: Int, _ operand: (inout Parser) throws(Failure) -> Expression
  ) throws(Failure) -> Expression? {
    do {
      return try operand(&self)
    } catch {
      guard acceptsPrefix, error == .syntax else { throw error }
      position = mark
      return nil
    }
  }

  private mutating func parseInversion() throws(Failure) -> Expression {
    guard kind == .not else { return try parseComparison() }
    var starts: [Int32] = []
    while kind == .not {
      starts.append(start)
      advance()
    }
    var value = try parseComparison()
    for start in starts.reversed() { value = try node(.unary(.not, value), from: start, above: height) }
    return value
  }

  private mutating func parseComparison() throws(Failure) -> Expression {
    let start = self.start
    let first = try parseBinary(1)
    guard comparisonOperator() != nil else { return first }
    var rest: [(op: ComparisonOperator, operand: Expression)] = []
    var tallest = height
    while let (op, length) = comparisonOperator() {
      let mark = position
      for _ in 0..<length { advance() }
      guard
        let operand = try parseOperand(orBackTo: mark, { (parser) throws(Failure) in try parser.parseBinary(1) })
      else { break }
      rest.append((op, operand))
      tallest = max(tallest, height)
    }
    height = tallest
    return rest.isEmpty ? first : try node(.comparison(first, rest), from: start, above: tallest)
  }

  /// The comparison that starts here and how many tokens it takes.
  private mutating func comparisonOperator() -> (ComparisonOperator, Int)? {
    switch kind {
    case .doubleEqual: return (.equal, 1)
    case .notEqual: return (.notEqual, 1)
    case .less: return (.less, 1)
    case .lessEqual: return (.lessOrEqual, 1)
    case .greater: return (.greater, 1)
    case .greaterEqual: return (.greaterOrEqual, 1)
    case .in: return (.in, 1)
    case .is: return kind(ahead: 1) == .not ? (.isNot, 2) : (.is, 1)
    case .not:
      guard kind(ahead: 1) == .in else {
        furthest = max(furthest, position + 1)
        return nil
      }
      return (.notIn, 2)
    default: return nil
    }
  }

  /// Infix operators that bind at least as strongly as `minimum`.
  mutating func parseBinary(_ minimum: Int) throws(Failure) -> Expression {
    let start = self.start
    var left = try parseFactor()
    while let (op, precedence) = kind.binaryOperator, precedence >= minimum {
      let leftHeight = height
      let mark = position
      advance()
      guard
        let right = try parseOperand(
          orBackTo: mark, { (parser) throws(Failure) in try parser.parseBinary(precedence + 1) })
      else {
        height = leftHeight
        return left
      }
      left = try node(.binary(left, op, right), from: start, above: max(leftHeight, height))
    }
    return left
  }

  private mutating func parseFactor() throws(Failure) -> Expression {
    guard kind == .minus || kind == .plus || kind == .tilde else { return try parsePower() }
    var operators: [(op: UnaryOperator, start: Int32)] = []
    while true {
      switch kind {
      case .minus: operators.append((.minus, start))
      case .plus: operators.append((.plus, start))
      case .tilde: operators.append((.invert, start))
      default:
        var value = try parsePower()
        for (op, start) in operators.reversed() {
          value = try node(.unary(op, value), from: start, above: height)
        }
        return value
      }
      advance()
    }
  }

  private mutating func parsePower() throws(Failure) -> Expression {
    let start = self.start
    let base = try parsePrimary()
    guard kind == .doubleStar else { return base }
    let baseHeight = height
    let mark = position
    advance()
    try enter()
    guard
      let exponent = try parseOperand(orBackTo: mark, { (parser) throws(Failure) in try parser.parseFactor() })
    else {
      depth -= 1
      height = baseHeight
      return base
    }
    depth -= 1
    return try node(.binary(base, .power, exponent), from: start, above: max(baseHeight, height))
  }
}
