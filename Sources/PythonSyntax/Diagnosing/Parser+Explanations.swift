// What the second pass says about expressions that the first could not parse.

extension Parser {
  /// Parses without looking for explanations: nil, and back where it was, if the rule does not fit.
  mutating func probe<Result>(_ rule: (inout Parser) throws(Failure) -> Result) -> Result? {
    let outer = (position, errorIndex, furthest, depth, height, acceptsPrefix, diagnosis)
    errorIndex = nil
    furthest = position
    let result = try? rule(&self)
    let end = position
    if tokens[max(end, furthest)].kind == .failure { hasReachedFailure = true }
    (position, errorIndex, furthest, depth, height, acceptsPrefix, diagnosis) = outer
    if result != nil { position = end }
    return result
  }

  /// As `probe`, but stays where it was in any case.
  mutating func peek<Result>(_ rule: (inout Parser) throws(Failure) -> Result) -> Result? {
    let mark = position
    defer { position = mark }
    return probe(rule)
  }

  /// Two expressions side by side: a comma or the parentheses of a call are missing.
  mutating func diagnoseAdjacentExpression(after body: Expression, from first: Int) throws(Failure) {
    let word = tokens[first].kind == .name && position == first + 1 ? text(of: tokens[first]) : ""
    if word == "print" || word == "exec" {
      guard kind != .leftParenthesis,
        let value = peek({ (parser) throws(Failure) in
          parser.acceptsPrefix = true
          return try parser.parseStarExpressions()
        })
      else { return }
      throw report(
        "Missing parentheses in call to '\(word)'. Did you mean \(word)(...)?",
        SourceRange(start: body.range.start, end: value.range.end))
    }
    if tokens[first].kind == .name {
      if first + 1 < tokens.count, tokens[first + 1].kind == .string { return }
      let opening = text(of: tokens[first])
      if opening == "match" || opening == "case" || opening == "_" { return }
    }
    let mark = position
    defer { position = mark }
    guard
      let next = probe({ (parser) throws(Failure) in
        parser.acceptsPrefix = true
        return try parser.parseExpression()
      })
    else { return }
    guard tokens[position - 1].level > 0 else { return }
    throw report(
      "invalid syntax. Perhaps you forgot a comma?",
      SourceRange(start: body.range.start, end: next.range.end))
  }

  /// `=` or `:=` after an expression where only an expression may stand.
  mutating func diagnoseNamedExpression(_ expression: Expression, from first: Int) throws(Failure) {
    let mark = position
    defer { position = mark }
    if kind == .colonEqual {
      advance()
      guard probe({ (parser) throws(Failure) in try parser.parseExpression() }) != nil else { return }
      throw report("cannot use assignment expressions with \(expression.describedKind)", expression.range)
    }
    guard kind == .equal else { return }
    advance()
    guard let value = probe({ (parser) throws(Failure) in try parser.parseBinary(1) }),
      kind != .equal, kind != .colonEqual
    else { return }
    if tokens[first].kind == .name, mark == first + 1 {
      throw report(
        "invalid syntax. Maybe you meant '==' or ':=' instead of '='?",
        SourceRange(start: expression.range.start, end: value.range.end))
    }
    switch expression.kind {
    case .list, .tuple, .comprehension(.generator, _, _), .constant(.bool), .constant(.none), .boolean, .comparison,
      .conditional, .lambda, .named, .unary(.not, _):
      // Not what the grammar calls a bitwise or, unless parentheses make it one.
      guard tokens[mark - 1].kind == .rightParenthesis, tokens[first].kind == .leftParenthesis else { return }
      switch expression.kind {
      case .list, .tuple, .comprehension: return
      default: break
      }
    default: break
    }
    throw report(
      "cannot assign to \(expression.describedKind) here. Maybe you meant '==' instead of '='?", expression.range)
  }

  /// `True=1` among arguments.
  mutating func diagnoseKeywordTarget() throws(Failure) {
    switch kind {
    case .true, .false, .none:
      guard kind(ahead: 1) == .equal else { return }
      throw report(
        "cannot assign to \(text(of: token))", SourceRange(start: start, end: tokens[position + 1].end))
    default: return
    }
  }
}
