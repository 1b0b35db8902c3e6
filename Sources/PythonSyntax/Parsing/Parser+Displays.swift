// What stands in `()`, `[]` and `{}`: groups, tuples, lists, sets, dictionaries and comprehensions.

extension Parser {
  /// `(…)`: a group, a tuple or a generator expression.
  mutating func parseParenthesized() throws(Failure) -> Expression {
    let start = self.start
    try expect(.leftParenthesis)
    if accept(.rightParenthesis) { return leaf(.tuple([]), from: start) }
    if kind == .yield {
      let value = try parseYield()
      try expect(.rightParenthesis)
      return value
    }
    if isDiagnosing, kind == .doubleStar { try diagnoseDoubleStarredGroup() }
    let first = try parseStarNamedExpression()
    switch kind {
    case .for: return try parseComprehension(.generator, first, from: start, closing: .rightParenthesis)
    case .comma: return try parseElements(after: first, from: start, closing: .rightParenthesis)
    case .rightParenthesis:
      if case .starred = first.kind {
        throw report("cannot use starred expression here", first.range)
      }
      advance()
      return first
    default: throw unexpected()
    }
  }

  mutating func parseListDisplay() throws(Failure) -> Expression {
    let start = self.start
    try expect(.leftBracket)
    if accept(.rightBracket) { return leaf(.list([]), from: start) }
    let first = try parseStarNamedExpression()
    if kind == .for { return try parseComprehension(.list, first, from: start, closing: .rightBracket) }
    return try parseElements(after: first, from: start, closing: .rightBracket)
  }

  /// The elements after the first, and the closing bracket.
  private mutating func parseElements(
    after first: Expression, from start: Int32, closing: TokenKind
  ) throws(Failure) -> Expression {
    var elements = [first]
    var tallest = height
    while accept(.comma) {
      if kind == closing { break }
      if isDiagnosing, isAtError, kind == .for, elements.count == 1, closing != .rightParenthesis {
        try diagnoseUnparenthesizedTarget(elements)
      }
      elements.append(try parseStarNamedExpression())
      tallest = max(tallest, height)
    }
    if isDiagnosing, isAtError, kind == .for, closing != .rightParenthesis {
      try diagnoseUnparenthesizedTarget(elements)
    }
    try expect(closing)
    switch closing {
    case .rightBracket: return try node(.list(elements), from: start, above: tallest)
    case .rightBrace: return try node(.set(elements), from: start, above: tallest)
    default: return try node(.tuple(elements), from: start, above: tallest)
    }
  }

  /// `{…}`: a dictionary, a set, or a comprehension of either.
  mutating func parseBraceDisplay() throws(Failure) -> Expression {
    let start = self.start
    try expect(.leftBrace)
    if accept(.rightBrace) { return leaf(.dictionary([]), from: start) }
    if kind == .doubleStar { return try parseDictionary(from: start, firstKey: nil) }
    let first = try parseStarNamedExpression()
    if kind == .colon, isKey(first) { return try parseDictionary(from: start, firstKey: first) }
    if kind == .for { return try parseComprehension(.set, first, from: start, closing: .rightBrace) }
    return try parseElements(after: first, from: start, closing: .rightBrace)
  }

  /// A bare `a := b` or `*a` cannot be a key.
  private func isKey(_ expression: Expression) -> Bool {
    switch expression.kind {
    case .starred: false
    case .named: source.text[Int(tokens[position - 1].start)] == UInt8(ascii: ")")
    default: true
    }
  }

  private mutating func parseDictionary(
    from start: Int32, firstKey: Expression?
  ) throws(Failure) -> Expression {
    var firstKey = firstKey
    var items: [DictionaryItem] = []
    var tallest = 0
    while kind != .rightBrace {
      if kind == .doubleStar {
        let stars = position
        advance()
        items.append(.unpack(try parseBinary(1)))
        if kind == .for, items.count == 1 {
          _ = try parseComprehensionClauses()
          throw report("dict unpacking cannot be used in dict comprehension", at: stars)
        }
      } else {
        if isDiagnosing, !items.isEmpty { try diagnoseMissingValue() }
        let key = if let firstKey { firstKey } else { try parseExpression() }
        firstKey = nil
        let keyHeight = height
        try expect(.colon)
        if isDiagnosing { try diagnoseDictionaryValue() }
        let value = try parseExpression()
        tallest = max(tallest, keyHeight)
        if kind == .for, items.isEmpty {
          tallest = max(tallest, height)
          let clauses = try parseComprehensionClauses()
          try expect(.rightBrace)
          return try node(
            .dictionaryComprehension(key: key, value: value, clauses: clauses), from: start,
            above: max(tallest, height))
        }
        items.append(.pair(key: key, value: value))
      }
      tallest = max(tallest, height)
      guard accept(.comma) else { break }
    }
    try expect(.rightBrace)
    return try node(.dictionary(items), from: start, above: tallest)
  }

  /// From the first `for` of a comprehension to its closing bracket.
  private mutating func parseComprehension(
    _ comprehension: ComprehensionKind, _ element: Expression, from start: Int32, closing: TokenKind
  ) throws(Failure) -> Expression {
    let elementHeight = height
    let mark = position
    let clauses = try parseComprehensionClauses()
    if case .starred = element.kind {
      position = mark
      if isDiagnosing { throw report("iterable unpacking cannot be used in comprehension", element.range) }
      throw unexpected()
    }
    try expect(closing)
    return try node(
      .comprehension(comprehension, element: element, clauses: clauses), from: start,
      above: max(elementHeight, height))
  }

  /// `for a in b if c for d in e …`; leaves the height of the tallest part.
  mutating func parseComprehensionClauses() throws(Failure) -> [ComprehensionClause] {
    var clauses: [ComprehensionClause] = []
    var tallest = 0
    while kind == .for {
      let forIndex = position
      advance()
      let target = try parseTargets(forLoopAt: forIndex)
      tallest = max(tallest, height)
      try expect(.in)
      let iterable = try parseDisjunction()
      tallest = max(tallest, height)
      var conditions: [Expression] = []
      while accept(.if) {
        conditions.append(try parseDisjunction())
        tallest = max(tallest, height)
      }
      clauses.append(ComprehensionClause(target: target, iterable: iterable, conditions: conditions))
    }
    height = tallest
    return clauses
  }
}
