// Statements, and the blocks that compound ones hold.

extension Parser {
  /// One compound statement, or a line of simple ones.
  mutating func parseStatement(into body: inout [Statement]) throws(Failure) {
    switch kind {
    case .if: body.append(try parseIf())
    case .while: body.append(try parseWhile())
    case .for: body.append(try parseFor())
    case .try: body.append(try parseTry())
    case .with: body.append(try parseWith())
    case .def, .class, .at: body.append(try parseDefinition())
    case .async where isCoroutine(at: position): throw reportAtCurrent("'async' is not available in nbcheck")
    case .name where isAt(softKeyword: "match"):
      if let match = try parseMatch() { body.append(match) } else { try parseSimpleStatements(into: &body) }
    default: try parseSimpleStatements(into: &body)
    }
  }

  private mutating func parseSimpleStatements(into body: inout [Statement]) throws(Failure) {
    repeat {
      body.append(try parseSimpleStatement())
    } while accept(.semicolon) && kind != .newline
    try expect(.newline)
  }

  /// The body after a header's colon; `owner` names the header for the error when there is none.
  mutating func parseBlock(of owner: String, headerAt index: Int) throws(Failure) -> [Statement] {
    statementDepth += 1
    if statementDepth > Self.depthLimit { throw tooDeep() }
    var body: [Statement] = []
    if accept(.newline) {
      guard accept(.indent) else { throw reportMissingBlock(owner, headerAt: index) }
      repeat { try parseStatement(into: &body) } while kind != .dedent && kind != .endMarker
      try expect(.dedent)
    } else {
      try parseSimpleStatements(into: &body)
    }
    statementDepth -= 1
    return body
  }

  private mutating func reportMissingBlock(_ owner: String, headerAt index: Int) -> Failure {
    // A lexer error that stands where the body should be comes first.
    if kind == .failure { return unexpected() }
    let line = source.line(at: tokens[index].start)
    return report(
      "expected an indented block after \(owner) on line \(line)", rangeOrEnd(ofToken: position),
      kind: .indentationError, isIncomplete: isAtEnd(position))
  }

  /// The colon that ends a header, where CPython looks for a better reason unless the line ends.
  mutating func expectHeaderColon() throws(Failure) {
    if kind == .newline { throw reportAtCurrent("expected ':'") }
    try expect(.colon)
  }

  /// The colon after a word that nothing else can follow.
  mutating func expectForcedColon() throws(Failure) {
    if kind == .failure { throw unexpected() }
    guard accept(.colon) else { throw reportAtCurrent("expected ':'") }
  }

  func statement(_ kind: Statement.Kind, from start: Int32) -> Statement {
    Statement(kind, SourceRange(start: start, end: previousEnd))
  }

  /// A statement that ends where its last block ends.
  func compound(_ kind: Statement.Kind, from start: Int32, to last: [Statement]) -> Statement {
    Statement(kind, SourceRange(start: start, end: last.last?.range.end ?? previousEnd))
  }
}
