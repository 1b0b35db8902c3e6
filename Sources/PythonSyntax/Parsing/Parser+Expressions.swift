// Whole expressions: lists of them, conditionals, `:=`, `yield`, `lambda`.

extension Parser {
  /// `a, *b` as on the right of an assignment: one expression or a tuple.
  mutating func parseStarExpressions() throws(Failure) -> Expression {
    try parseTuple { (parser: inout Parser) throws(Failure) in try parser.parseStarExpression() }
  }

  /// `a, b` where stars are not allowed.
  mutating func parseExpressions() throws(Failure) -> Expression {
    try parseTuple { (parser: inout Parser) throws(Failure) in try parser.parseExpression() }
  }

  private mutating func parseTuple(
    _ element: (inout Parser) throws(Failure) -> Expression
  ) throws(Failure) -> Expression {
    let start = self.start
    let first = try element(&self)
    guard kind == .comma else { return first }
    var elements = [first]
    var tallest = height
    while accept(.comma) {
      guard startsExpression else { break }
      elements.append(try element(&self))
      tallest = max(tallest, height)
    }
    return try node(.tuple(elements), from: start, above: tallest)
  }

  /// Can the current token begin an expression (starred ones included)?
  var startsExpression: Bool {
    switch kind {
    case .name, .number, .string, .leftParenthesis, .leftBracket, .leftBrace, .minus, .plus, .tilde, .not, .lambda,
      .true, .false, .none, .ellipsis, .star, .await:
      true
    // Reached instead of skipped, so that its error is reported.
    case .failure: true
    default: false
    }
  }

  mutating func parseStarExpression() throws(Failure) -> Expression {
    if kind == .star { return try parseStarred { (parser) throws(Failure) in try parser.parseBinary(1) } }
    return try parseExpression()
  }

  /// `*` and what `operand` parses.
  mutating func parseStarred(
    _ operand: (inout Parser) throws(Failure) -> Expression
  ) throws(Failure) -> Expression {
    let start = self.start
    try expect(.star)
    let value = try operand(&self)
    return try node(.starred(value), from: start, above: height)
  }

  /// An element of a display: `*a`, `a := b` or `a`.
  mutating func parseStarNamedExpression() throws(Failure) -> Expression {
    if kind == .star { return try parseStarred { (parser) throws(Failure) in try parser.parseBinary(1) } }
    return try parseNamedExpression()
  }

  mutating func parseNamedExpression() throws(Failure) -> Expression {
    if kind == .name, kind(ahead: 1) == .colonEqual { return try parseAssignmentExpression() }
    let first = position
    let expression = try parseExpression()
    if isDiagnosing, isAtError { try diagnoseNamedExpression(expression, from: first) }
    if kind == .colonEqual { throw unexpected() }
    return expression
  }

  mutating func parseAssignmentExpression() throws(Failure) -> Expression {
    let start = self.start
    let target = try expectName()
    try expect(.colonEqual)
    let value = try parseExpression()
    return try node(.named(target: target, value: value), from: start, above: height)
  }

  mutating func parseExpression() throws(Failure) -> Expression {
    if kind == .lambda { return try parseLambda() }
    try enter()
    let first = position
    let start = self.start
    let body = try parseDisjunction()
    let bodyHeight = height
    if isDiagnosing, isAtError { try diagnoseAdjacentExpression(after: body, from: first) }
    guard kind == .if else {
      depth -= 1
      return body
    }
    let mark = position
    advance()
    do throws(Failure) {
      let test = try parseDisjunction()
      let testHeight = height
      if isDiagnosing, isAtError, kind != .else, kind != .colon {
        throw report(
          "expected 'else' after 'if' expression", SourceRange(start: body.range.start, end: test.range.end))
      }
      try expect(.else)
      let orElse = try parseExpression()
      depth -= 1
      return try node(
        .conditional(test: test, body: body, orElse: orElse), from: start,
        above: max(bodyHeight, testHeight, height))
    } catch {
      guard acceptsPrefix, error == .syntax else { throw error }
      position = mark
      height = bodyHeight
      depth -= 1
      return body
    }
  }

  /// `yield`, `yield values` or `yield from iterable`.
  mutating func parseYield() throws(Failure) -> Expression {
    let start = self.start
    try expect(.yield)
    if accept(.from) {
      let value = try parseExpression()
      return try node(.yieldFrom(value), from: start, above: height)
    }
    guard startsExpression else { return leaf(.yield(nil), from: start) }
    let value = try parseStarExpressions()
    return try node(.yield(value), from: start, above: height)
  }

  mutating func parseYieldOrStarExpressions() throws(Failure) -> Expression {
    kind == .yield ? try parseYield() : try parseStarExpressions()
  }

  mutating func parseLambda() throws(Failure) -> Expression {
    try enter()
    let start = self.start
    try expect(.lambda)
    let parameters = try parseParameters(.lambda)
    let tallest = height
    try expect(.colon)
    let body = try parseExpression()
    depth -= 1
    return try node(.lambda(parameters, body: body), from: start, above: max(tallest, height))
  }
}
