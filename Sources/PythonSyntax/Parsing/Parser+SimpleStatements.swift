// Statements of one line.

extension Parser {
  mutating func parseSimpleStatement() throws(Failure) -> Statement {
    let start = self.start
    switch kind {
    case .pass:
      advance()
      return statement(.pass, from: start)
    case .break:
      advance()
      return statement(.break, from: start)
    case .continue:
      advance()
      return statement(.continue, from: start)
    case .return:
      advance()
      let value = startsExpression ? try parseStarExpressions() : nil
      return statement(.return(value), from: start)
    case .raise: return try parseRaise()
    case .assert: return try parseAssert()
    case .del: return try parseDelete()
    case .global:
      advance()
      let names = try parseNames()
      return statement(.global(names), from: start)
    case .nonlocal:
      advance()
      let names = try parseNames()
      return statement(.nonlocal(names), from: start)
    case .import: return try parseImport()
    case .from: return try parseImportFrom()
    default: return try parseExpressionStatement()
    }
  }

  private mutating func parseNames() throws(Failure) -> [String] {
    var names = [try expectName()]
    while accept(.comma) { names.append(try expectName()) }
    return names
  }

  private mutating func parseRaise() throws(Failure) -> Statement {
    let start = self.start
    advance()
    guard startsExpression, kind != .star else { return statement(.raise(exception: nil, cause: nil), from: start) }
    let exception = try parseExpression()
    let cause = accept(.from) ? try parseExpression() : nil
    return statement(.raise(exception: exception, cause: cause), from: start)
  }

  private mutating func parseAssert() throws(Failure) -> Statement {
    let start = self.start
    advance()
    let test = try parseExpression()
    let message = accept(.comma) ? try parseExpression() : nil
    return statement(.assert(test: test, message: message), from: start)
  }

  private mutating func parseDelete() throws(Failure) -> Statement {
    let start = self.start
    advance()
    let first = position
    var targets: [Expression] = []
    do throws(Failure) {
      repeat {
        let target = try parsePrimary()
        guard isDeletable(target) else { throw unexpected() }
        targets.append(target)
      } while accept(.comma) && kind != .newline && kind != .semicolon
      guard kind == .newline || kind == .semicolon else { throw unexpected() }
    } catch {
      if isDiagnosing, error == .syntax { try diagnoseDeletion(at: first) }
      throw error
    }
    return statement(.delete(targets), from: start)
  }
}
