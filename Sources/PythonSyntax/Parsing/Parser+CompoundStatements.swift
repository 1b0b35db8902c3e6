// `if`, `while`, `for`, `with` and `try`.

extension Parser {
  mutating func parseIf() throws(Failure) -> Statement {
    /// `elif`s nest to the right in the tree; they are collected first so that a long chain does not recurse.
    var branches: [(start: Int32, test: Expression, body: [Statement])] = []
    var orElse: [Statement] = []
    let outerDepth = statementDepth
    repeat {
      let start = self.start
      let index = position
      let owner = kind == .if ? "'if' statement" : "'elif' statement"
      advance()
      let test = try parseNamedExpression()
      try expectHeaderColon()
      branches.append((start, test, try parseBlock(of: owner, headerAt: index)))
      statementDepth += 1
    } while kind == .elif
    orElse = try parseElse()
    statementDepth = outerDepth
    while let branch = branches.popLast() {
      let last = orElse.isEmpty ? branch.body : orElse
      let statement = compound(
        .if(test: branch.test, body: branch.body, orElse: orElse), from: branch.start, to: last)
      orElse = [statement]
    }
    return orElse[0]
  }

  /// The block of an `else`; empty if there is none.
  private mutating func parseElse() throws(Failure) -> [Statement] {
    guard kind == .else else { return [] }
    let index = position
    advance()
    try expectForcedColon()
    return try parseBlock(of: "'else' statement", headerAt: index)
  }

  mutating func parseWhile() throws(Failure) -> Statement {
    let start = self.start
    let index = position
    advance()
    let test = try parseNamedExpression()
    try expectHeaderColon()
    let body = try parseBlock(of: "'while' statement", headerAt: index)
    let orElse = try parseElse()
    return compound(
      .while(test: test, body: body, orElse: orElse), from: start, to: orElse.isEmpty ? body : orElse)
  }

  mutating func parseFor() throws(Failure) -> Statement {
    let start = self.start
    let index = position
    advance()
    let target = try parseTargets(forLoopAt: index)
    try expect(.in)
    let iterable = try parseStarExpressions()
    try expectHeaderColon()
    let body = try parseBlock(of: "'for' statement", headerAt: index)
    let orElse = try parseElse()
    return compound(
      .for(target: target, iterable: iterable, body: body, orElse: orElse), from: start,
      to: orElse.isEmpty ? body : orElse)
  }

  mutating func parseWith() throws(Failure) -> Statement {
    let start = self.start
    let index = position
    advance()
    let items = if let items = try parseParenthesizedWithItems() { items } else { try parseWithItems() }
    try expectHeaderColon()
    let body = try parseBlock(of: "'with' statement", headerAt: index)
    return compound(.with(items: items, body: body), from: start, to: body)
  }

  /// `(a as b, c)` before the colon; nil if the parenthesis belongs to an expression.
  private mutating func parseParenthesizedWithItems() throws(Failure) -> [WithItem]? {
    guard kind == .leftParenthesis else { return nil }
    return try attempt { (parser) throws(Failure) in
      parser.advance()
      var items: [WithItem] = []
      repeat {
        if parser.kind == .rightParenthesis, !items.isEmpty { break }
        items.append(try parser.parseWithItem())
      } while parser.accept(.comma)
      try parser.expect(.rightParenthesis)
      guard parser.kind == .colon else { throw parser.unexpected() }
      return items
    }
  }

  private mutating func parseWithItems() throws(Failure) -> [WithItem] {
    var items: [WithItem] = []
    repeat { items.append(try parseWithItem()) } while accept(.comma)
    return items
  }

  private mutating func parseWithItem() throws(Failure) -> WithItem {
    let context = try parseExpression()
    guard accept(.as) else { return WithItem(context: context, target: nil) }
    let mark = position
    do throws(Failure) {
      let target = try parseStarTarget()
      if kind == .newline { throw reportAtCurrent("expected ':'") }
      guard kind == .comma || kind == .colon || kind == .rightParenthesis else { throw unexpected() }
      return WithItem(context: context, target: target)
    } catch {
      if isDiagnosing, error == .syntax { try diagnoseWithTarget(at: mark) }
      throw error
    }
  }

  mutating func parseTry() throws(Failure) -> Statement {
    let start = self.start
    let index = position
    advance()
    try expectForcedColon()
    let body = try parseBlock(of: "'try' statement", headerAt: index)
    var last = body
    var handlers: [ExceptHandler] = []
    while kind == .except {
      let handlerIndex = position
      let handler = try parseHandler()
      if let first = handlers.first, first.isForGroups != handler.isForGroups {
        throw report(
          "cannot have both 'except' and 'except*' on the same 'try'", range(ofToken: handlerIndex))
      }
      handlers.append(handler)
      last = handler.body
    }
    let orElse = handlers.isEmpty ? [] : try parseElse()
    if !orElse.isEmpty { last = orElse }
    var finally: [Statement] = []
    if kind == .finally {
      let finallyIndex = position
      advance()
      try expectForcedColon()
      finally = try parseBlock(of: "'finally' statement", headerAt: finallyIndex)
      last = finally
    }
    if handlers.isEmpty, finally.isEmpty { throw reportMissingHandler() }
    return compound(.try(body: body, handlers: handlers, orElse: orElse, finally: finally), from: start, to: last)
  }

  private mutating func reportMissingHandler() -> Failure {
    if kind == .failure { return unexpected() }
    return report(
      "expected 'except' or 'finally' block", rangeOrEnd(ofToken: position), isIncomplete: isAtEnd(position))
  }

  private mutating func parseHandler() throws(Failure) -> ExceptHandler {
    let start = self.start
    let index = position
    advance()
    let isForGroups = accept(.star)
    if isForGroups, kind == .colon || kind == .newline {
      throw reportAtCurrent("expected one or more exception types")
    }
    var type: Expression?
    var name: String?
    if kind != .colon, kind != .newline {
      let first = try parseExpression()
      type = first
      if kind == .comma { try diagnoseExceptionList(after: first) }
      if accept(.as) { name = try expectName() }
    }
    try expectHeaderColon()
    let body = try parseBlock(of: isForGroups ? "'except*' statement" : "'except' statement", headerAt: index)
    let end = body.last?.range.end ?? previousEnd
    return ExceptHandler(
      type: type, name: name, body: body, range: SourceRange(start: start, end: end), isForGroups: isForGroups)
  }
}
