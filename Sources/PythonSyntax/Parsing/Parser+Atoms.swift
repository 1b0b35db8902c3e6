// Primaries and atoms: names, literals, displays, attributes, subscripts, calls.

extension Parser {
  mutating func parsePrimary() throws(Failure) -> Expression {
    let start = self.start
    var value = try parseAtom()
    while true {
      let valueHeight = height
      switch kind {
      case .dot:
        advance()
        let name = try expectName()
        value = try node(.attribute(value, name: name), from: start, above: valueHeight)
      case .leftParenthesis:
        let arguments = try parseCallArguments()
        value = try node(
          .call(function: value, arguments: arguments), from: start, above: max(valueHeight, height))
      case .leftBracket:
        let index = try parseSubscript()
        value = try node(.subscript(value, index: index), from: start, above: max(valueHeight, height))
      default:
        return value
      }
    }
  }

  private mutating func parseAtom() throws(Failure) -> Expression {
    let start = self.start
    switch kind {
    case .name:
      let name = text(of: token)
      advance()
      return leaf(.name(name), from: start)
    case .number: return try parseNumber()
    case .string: return try parseStrings()
    case .leftParenthesis: return try parseParenthesized()
    case .leftBracket: return try parseListDisplay()
    case .leftBrace: return try parseBraceDisplay()
    case .true: return constant(.bool(true))
    case .false: return constant(.bool(false))
    case .none: return constant(.none)
    case .ellipsis: return constant(.ellipsis)
    case .await where isCoroutine(at: position): throw reportAtCurrent("'await' is not available in nbcheck")
    default: throw unexpected()
    }
  }

  private mutating func constant(_ value: Constant) -> Expression {
    let start = self.start
    advance()
    return leaf(.constant(value), from: start)
  }

  mutating func parseNumber() throws(Failure) -> Expression {
    let bytes = source.text[Int(token.start)..<Int(token.end)]
    switch NumberLiteral.value(of: bytes) {
    case .success(let value): return constant(value)
    case .failure(let error): throw reportAtCurrent(error.message)
    }
  }

  /// The inside of `a[…]`: an index, a slice, or a tuple of them.
  private mutating func parseSubscript() throws(Failure) -> Expression {
    try expect(.leftBracket)
    let start = self.start
    let first = try parseSubscriptItem()
    if kind != .comma {
      guard case .starred = first.kind else {
        try expect(.rightBracket)
        return first
      }
    }
    var items = [first]
    var tallest = height
    while accept(.comma) {
      if kind == .rightBracket { break }
      items.append(try parseSubscriptItem())
      tallest = max(tallest, height)
    }
    let tuple = try node(.tuple(items), from: start, above: tallest)
    try expect(.rightBracket)
    return tuple
  }

  private mutating func parseSubscriptItem() throws(Failure) -> Expression {
    if kind == .star { return try parseStarred { (parser) throws(Failure) in try parser.parseExpression() } }
    let start = self.start
    var lower: Expression?
    var tallest = 0
    if kind != .colon {
      let value = try parseNamedExpression()
      guard kind == .colon else { return value }
      if case .named = value.kind, value.range.start == start { throw unexpected() }
      lower = value
      tallest = height
    }
    try expect(.colon)
    let upper = try parseSliceBound(&tallest)
    let step = accept(.colon) ? try parseSliceBound(&tallest) : nil
    return try node(.slice(lower: lower, upper: upper, step: step), from: start, above: tallest)
  }

  private mutating func parseSliceBound(_ tallest: inout Int) throws(Failure) -> Expression? {
    if kind == .colon || kind == .comma || kind == .rightBracket { return nil }
    let bound = try parseExpression()
    tallest = max(tallest, height)
    return bound
  }
}
