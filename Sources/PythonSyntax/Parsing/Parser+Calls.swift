// The arguments of calls and class definitions.

extension Parser {
  /// What the arguments so far allow to follow.
  private enum ArgumentPhase { case positional, keyword, keywordUnpacking }

  /// `(…)` after a callee; leaves the height of the tallest argument.
  mutating func parseCallArguments() throws(Failure) -> [Argument] {
    let open = start
    try expect(.leftParenthesis)
    return try parseArguments(ofCallAt: open)
  }

  /// Arguments up to and with the closing parenthesis. Those of a call may be a lone generator expression,
  /// whose range then includes the call's parentheses.
  mutating func parseArguments(ofCallAt open: Int32?) throws(Failure) -> [Argument] {
    var arguments: [Argument] = []
    var names: Set<String> = []
    var phase = ArgumentPhase.positional
    var tallest = 0
    while kind != .rightParenthesis {
      let start = self.start
      switch kind {
      case .star:
        if phase == .keywordUnpacking {
          throw reportAtCurrent("iterable argument unpacking follows keyword argument unpacking")
        }
        advance()
        let value = try parseExpression()
        if isDiagnosing, kind == .for, open != nil { throw try reportUnpackedGenerator(value, from: start, arguments) }
        arguments.append(.unpack(value, SourceRange(start: start, end: previousEnd)))
      case .doubleStar:
        advance()
        arguments.append(.unpackKeywords(try parseExpression(), SourceRange(start: start, end: previousEnd)))
        phase = .keywordUnpacking
      case .name where kind(ahead: 1) == .equal:
        let nameIndex = position
        let name = try expectName()
        advance()
        let value = try parseExpression()
        if kind == .for {
          _ = try parseComprehensionClauses()
          throw report(
            "invalid syntax. Maybe you meant '==' or ':=' instead of '='?",
            SourceRange(start: tokens[nameIndex].start, end: tokens[nameIndex + 1].end))
        }
        let range = SourceRange(start: start, end: previousEnd)
        if !names.insert(name).inserted {
          compileErrors.append(
            Diagnostic(
              kind: .syntaxError, message: "keyword argument repeated: \(name)", range: range, origin: .meaning))
        }
        arguments.append(.keyword(name, value, range))
        if phase == .positional { phase = .keyword }
      default:
        if isDiagnosing { try diagnoseKeywordTarget() }
        let value = try parsePositional()
        if kind == .for {
          guard let open, arguments.isEmpty else { throw try reportGenerator(after: value, isFirst: arguments.isEmpty) }
          return [.positional(try parseLoneGenerator(of: value, ofCallAt: open))]
        }
        if isDiagnosing, isAtError, kind == .equal {
          throw report(
            "expression cannot contain assignment, perhaps you meant \"==\"?",
            SourceRange(start: value.range.start, end: token.end))
        }
        if kind == .equal { throw unexpected() }
        if phase != .positional { throw reportLatePositional(afterUnpacking: phase == .keywordUnpacking) }
        arguments.append(.positional(value))
      }
      tallest = max(tallest, height)
      guard accept(.comma) else { break }
    }
    try expect(.rightParenthesis)
    height = tallest
    return arguments
  }

  private mutating func parsePositional() throws(Failure) -> Expression {
    if kind == .name, kind(ahead: 1) == .colonEqual { return try parseAssignmentExpression() }
    let value = try parseExpression()
    if kind == .colonEqual { throw unexpected() }
    return value
  }

  /// The error stands where the arguments end that might have been meant.
  private mutating func reportLatePositional(afterUnpacking: Bool) -> Failure {
    while kind == .comma, kind(ahead: 1) != .rightParenthesis {
      let mark = position
      advance()
      if kind == .star || kind == .doubleStar { advance() }
      if kind == .name, kind(ahead: 1) == .equal {
        advance()
        advance()
      }
      guard (try? parseExpression()) != nil else {
        position = mark
        break
      }
    }
    if kind == .comma { advance() }
    let what = afterUnpacking ? "keyword argument unpacking" : "keyword argument"
    return reportAtCurrent("positional argument follows \(what)")
  }

  /// `f(x for x in y)`, from the `for` on.
  private mutating func parseLoneGenerator(
    of element: Expression, ofCallAt open: Int32
  ) throws(Failure) -> Expression {
    let elementHeight = height
    let clauses = try parseComprehensionClauses()
    if kind == .comma { throw reportBareGenerator(element, clauses) }
    try expect(.rightParenthesis)
    return try node(
      .comprehension(.generator, element: element, clauses: clauses), from: open,
      above: max(elementHeight, height))
  }

  /// A generator expression among other arguments, or as the base of a class.
  private mutating func reportGenerator(after element: Expression, isFirst: Bool) throws(Failure) -> Failure {
    let forIndex = position
    let clauses = try parseComprehensionClauses()
    if !isFirst || kind == .comma { return reportBareGenerator(element, clauses) }
    position = forIndex
    return unexpected()
  }

  /// `*value for …` among the arguments of a call.
  private mutating func reportUnpackedGenerator(
    _ value: Expression, from start: Int32, _ before: [Argument]
  ) throws(Failure) -> Failure {
    if before.isEmpty {
      return report(
        "iterable unpacking cannot be used in comprehension", SourceRange(start: start, end: value.range.end))
    }
    return reportBareGenerator(value, from: start, try parseComprehensionClauses())
  }

  private mutating func reportBareGenerator(
    _ element: Expression, from start: Int32? = nil, _ clauses: [ComprehensionClause]
  ) -> Failure {
    let last = clauses.last.map { $0.conditions.last ?? $0.iterable } ?? element
    return report(
      "Generator expression must be parenthesized",
      SourceRange(start: start ?? element.range.start, end: last.range.end))
  }
}
