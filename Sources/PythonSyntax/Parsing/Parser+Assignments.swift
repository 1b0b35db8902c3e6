// Expression statements and the three forms of assignment.

extension Parser {
  mutating func parseExpressionStatement() throws(Failure) -> Statement {
    let start = self.start
    let first = position
    let value = try parseYieldOrStarExpressions()
    switch kind {
    case .equal: return try parseAssignment(to: value, startingAt: first)
    case .colon: return try parseAnnotated(value, startingAt: first)
    default:
      guard let op = kind.augmentedOperator else {
        if isDiagnosing, isAtError, kind == .colonEqual, position > first + 1 || tokens[first].kind != .name {
          try diagnoseNamedExpression(value, from: first)
        }
        return statement(.expression(value), from: start)
      }
      guard isSingleTarget(value) else {
        if isDiagnosing { try diagnoseAugmentedTarget(value) }
        throw unexpected()
      }
      advance()
      let right = try parseYieldOrStarExpressions()
      return statement(.augmentedAssign(target: value, op: op, value: right), from: start)
    }
  }

  /// `a = b = value` from the first `=` on.
  private mutating func parseAssignment(to target: Expression, startingAt first: Int) throws(Failure) -> Statement {
    var targets: [Expression] = []
    var value = target
    var valueIndex = first
    while kind == .equal {
      guard isTarget(value, allowsStar: true), !isParenthesizedStar(value, at: valueIndex) else {
        if isDiagnosing { try diagnoseAssignmentTarget(value, at: valueIndex, startingAt: first) }
        throw unexpected()
      }
      targets.append(value)
      advance()
      valueIndex = position
      value = try parseYieldOrStarExpressions()
    }
    return statement(.assign(targets: targets, value: value), from: tokens[first].start)
  }

  private func isParenthesizedStar(_ value: Expression, at index: Int) -> Bool {
    if case .starred = value.kind { return tokens[index].kind != .star }
    return false
  }

  /// `target: annotation = value` from the colon on.
  private mutating func parseAnnotated(_ target: Expression, startingAt first: Int) throws(Failure) -> Statement {
    guard isSingleTarget(target) else {
      if isDiagnosing { try diagnoseAnnotationTarget(target, startingAt: first) }
      throw unexpected()
    }
    let isName = if case .name = target.kind { true } else { false }
    let isSimple = isName && position == first + 1
    advance()
    let annotation = try parseExpression()
    let value = accept(.equal) ? try parseYieldOrStarExpressions() : nil
    return statement(
      .annotatedAssign(target: target, annotation: annotation, value: value, isSimple: isSimple),
      from: tokens[first].start)
  }

  private func isSingleTarget(_ expression: Expression) -> Bool {
    switch expression.kind {
    case .name, .attribute, .subscript: true
    default: false
    }
  }
}
