// `match` and its cases.

extension Parser {
  /// A match statement; nil, with nothing consumed, if `match` is an ordinary name here.
  mutating func parseMatch() throws(Failure) -> Statement? {
    let start = self.start
    guard let subject = try parseMatchHeader() else { return nil }
    statementDepth += 1
    if statementDepth > Self.depthLimit { throw tooDeep() }
    guard accept(.indent) else {
      let line = source.line(at: start)
      throw report(
        "expected an indented block after 'match' statement on line \(line)", rangeOrEnd(ofToken: position),
        kind: .indentationError, isIncomplete: isAtEnd(position))
    }
    var cases: [MatchCase] = []
    repeat { cases.append(try parseCase()) } while isAt(softKeyword: "case")
    try expect(.dedent)
    statementDepth -= 1
    return compound(.match(subject: subject, cases: cases), from: start, to: cases.last?.body ?? [])
  }

  /// `match subject:` and the line end, by which it is known for a match statement.
  private mutating func parseMatchHeader() throws(Failure) -> Expression? {
    try attempt { (parser) throws(Failure) in
      parser.advance()
      let subject = try parser.parseSubject()
      if parser.kind == .newline, parser.isAtError { throw parser.reportAtCurrent("expected ':'") }
      try parser.expect(.colon)
      try parser.expect(.newline)
      return subject
    }
  }

  private mutating func parseSubject() throws(Failure) -> Expression {
    let start = self.start
    let first = try parseStarNamedExpression()
    if kind != .comma {
      if case .starred = first.kind { throw unexpected() }
      return first
    }
    var elements = [first]
    var tallest = height
    while accept(.comma) {
      if kind == .colon { break }
      elements.append(try parseStarNamedExpression())
      tallest = max(tallest, height)
    }
    return try node(.tuple(elements), from: start, above: tallest)
  }

  private mutating func parseCase() throws(Failure) -> MatchCase {
    let index = position
    guard isAt(softKeyword: "case") else { throw unexpected() }
    advance()
    let pattern = try parsePatterns()
    let guardTest = accept(.if) ? try parseNamedExpression() : nil
    try expectHeaderColon()
    let body = try parseBlock(of: "'case' statement", headerAt: index)
    return MatchCase(pattern: pattern, guardTest: guardTest, body: body)
  }
}
