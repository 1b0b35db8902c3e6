// What the second pass says about targets that cannot be assigned to or deleted.

extension Parser {
  /// How a target is used, which decides what is wrong with it.
  enum TargetUse { case assignment, loop, deletion }

  /// The part of an expression that makes it no target; nil if it is one.
  func invalidPart(of expression: Expression, _ use: TargetUse) -> Expression? {
    switch expression.kind {
    case .tuple(let elements), .list(let elements):
      for element in elements { if let part = invalidPart(of: element, use) { return part } }
      return nil
    case .starred(let value): return use == .deletion ? expression : invalidPart(of: value, use)
    case .comparison(let left, let rest) where use == .loop:
      if case .in? = rest.first?.op { return invalidPart(of: left, use) }
      return nil
    case .name, .attribute, .subscript: return nil
    default: return expression
    }
  }

  private mutating func reportInvalidPart(of expression: Expression, _ use: TargetUse) throws(Failure) {
    guard let part = invalidPart(of: expression, use) else { return }
    throw report("cannot \(use == .deletion ? "delete" : "assign to") \(part.describedKind)", part.range)
  }

  /// A statement whose `=`, the current token, follows something that is no target.
  mutating func diagnoseAssignmentTarget(
    _ target: Expression, at targetIndex: Int, startingAt first: Int
  ) throws(Failure) {
    if tokens[targetIndex].kind == .yield {
      throw report("assignment to yield expression not possible", target.range)
    }
    let equal = position
    defer { position = equal }
    position = first
    repeat {
      let elementStart = position
      guard let element = probe({ (parser) throws(Failure) in try parser.parseStarExpression() }) else { break }
      if case .starred = element.kind { continue }
      if kind == .equal { try diagnoseNamedExpression(element, from: elementStart) }
    } while accept(.comma)
    try reportInvalidPart(of: target, .assignment)
  }

  mutating func diagnoseAugmentedTarget(_ target: Expression) throws(Failure) {
    if case .yield = target.kind { return }
    if case .yieldFrom = target.kind { return }
    let mark = position
    defer { position = mark }
    advance()
    guard probe({ (parser) throws(Failure) in try parser.parseYieldOrStarExpressions() }) != nil else { return }
    throw report(
      "'\(target.describedKind)' is an illegal expression for augmented assignment", target.range)
  }

  mutating func diagnoseAnnotationTarget(_ target: Expression, startingAt first: Int) throws(Failure) {
    let mark = position
    defer { position = mark }
    advance()
    guard probe({ (parser) throws(Failure) in try parser.parseExpression() }) != nil else { return }
    switch target.kind {
    case .list: throw report("only single target (not list) can be annotated", target.range)
    case .tuple(let elements):
      let isParenthesized = tokens[first].kind == .leftParenthesis && tokens[mark - 1].kind == .rightParenthesis
      let range = isParenthesized ? target.range : elements.first?.range ?? target.range
      throw report("only single target (not tuple) can be annotated", range)
    case .yield, .yieldFrom, .starred: return
    default: throw report("illegal target for annotation", target.range)
    }
  }

  mutating func diagnoseDeletion(at first: Int) throws(Failure) {
    try diagnoseTargets(at: first, .deletion) { (parser) throws(Failure) in try parser.parseStarExpressions() }
  }

  mutating func diagnoseLoopTargets(at first: Int) throws(Failure) {
    try diagnoseTargets(at: first, .loop) { (parser) throws(Failure) in try parser.parseStarExpressions() }
  }

  /// `with a as b()`, where only the end of the item may follow.
  mutating func diagnoseWithTarget(at first: Int) throws(Failure) {
    try diagnoseTargets(at: first, .assignment) { (parser) throws(Failure) in
      let target = try parser.parseExpression()
      switch parser.kind {
      case .comma, .rightParenthesis, .colon: return target
      default: throw parser.unexpected()
      }
    }
  }

  private mutating func diagnoseTargets(
    at first: Int, _ use: TargetUse, _ rule: (inout Parser) throws(Failure) -> Expression
  ) throws(Failure) {
    if isDiagnosingTargets { return }
    let outer = (position, acceptsPrefix)
    isDiagnosingTargets = true
    acceptsPrefix = true
    defer {
      (position, acceptsPrefix) = outer
      isDiagnosingTargets = false
    }
    position = first
    guard let targets = try attempt(rule) else { return }
    try reportInvalidPart(of: targets, use)
  }
}
