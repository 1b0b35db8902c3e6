extension Parser {
  mutating func parseImport() throws(Failure) -> Statement {
    let start = self.start
    try expect(.import)
    var names: [Alias] = []
    repeat {
      let nameStart = self.start
      let name = try parseDottedName()
      names.append(try parseAlias(of: name, from: nameStart))
    } while accept(.comma)
    return statement(.import(names), from: start)
  }

  mutating func parseImportFrom() throws(Failure) -> Statement {
    let start = self.start
    try expect(.from)
    var level = 0
    while kind == .dot || kind == .ellipsis {
      level += kind == .dot ? 1 : 3
      advance()
    }
    let module = level > 0 && kind == .import ? nil : try parseDottedName()
    try expect(.import)
    let names = try parseImportedNames()
    return statement(.importFrom(module: module, names: names, level: level), from: start)
  }

  private mutating func parseImportedNames() throws(Failure) -> [Alias] {
    let start = self.start
    if accept(.star) {
      return [Alias(name: "*", asName: nil, range: SourceRange(start: start, end: previousEnd))]
    }
    let isParenthesized = accept(.leftParenthesis)
    var names: [Alias] = []
    repeat {
      if isParenthesized, kind == .rightParenthesis, !names.isEmpty { break }
      if !isParenthesized, kind == .newline, !names.isEmpty {
        throw reportAtCurrent("trailing comma not allowed without surrounding parentheses")
      }
      let nameStart = self.start
      let name = try expectName()
      names.append(try parseAlias(of: name, from: nameStart))
    } while accept(.comma)
    if isParenthesized { try expect(.rightParenthesis) }
    return names
  }

  private mutating func parseDottedName() throws(Failure) -> String {
    var name = try expectName()
    while accept(.dot) { name += "." + (try expectName()) }
    return name
  }

  private mutating func parseAlias(of name: String, from start: Int32) throws(Failure) -> Alias {
    let asName = accept(.as) ? try expectName() : nil
    return Alias(name: name, asName: asName, range: SourceRange(start: start, end: previousEnd))
  }
}
