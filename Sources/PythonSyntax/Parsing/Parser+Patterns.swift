// The patterns of `case`.

extension Parser {
  /// A pattern, or a sequence pattern without brackets.
  mutating func parsePatterns() throws(Failure) -> Pattern {
    let start = self.start
    let first = try parseStarPattern()
    if kind != .comma {
      if case .star = first.kind { throw unexpected() }
      return first
    }
    var patterns = [first]
    while accept(.comma) {
      if kind == .colon || kind == .if { break }
      patterns.append(try parseStarPattern())
    }
    return pattern(.sequence(patterns), from: start)
  }

  private func pattern(_ kind: Pattern.Kind, from start: Int32) -> Pattern {
    Pattern(kind, SourceRange(start: start, end: previousEnd))
  }

  /// An element of a sequence pattern: `*rest` or a pattern.
  private mutating func parseStarPattern() throws(Failure) -> Pattern {
    let start = self.start
    guard accept(.star) else { return try parsePattern() }
    let name = try parseCaptureName()
    return pattern(.star(name == "_" ? nil : name), from: start)
  }

  /// A name that captures, which no `.`, `(` or `=` may follow.
  private mutating func parseCaptureName() throws(Failure) -> String {
    let name = try expectName()
    if kind == .dot || kind == .leftParenthesis || kind == .equal { throw unexpected() }
    return name
  }

  /// `alternatives as name`.
  private mutating func parsePattern() throws(Failure) -> Pattern {
    try enter()
    let start = self.start
    let alternatives = try parseOrPattern()
    depth -= 1
    guard accept(.as) else { return alternatives }
    if isAt(softKeyword: "_") { throw reportAtCurrent("cannot use '_' as a target") }
    if kind != .name {
      if isDiagnosing, let value = try attempt({ (parser) throws(Failure) in try parser.parseExpression() }) {
        throw report("invalid pattern target", value.range)
      }
      throw unexpected()
    }
    let name = try parseCaptureName()
    return pattern(.capture(alternatives, name: name), from: start)
  }

  private mutating func parseOrPattern() throws(Failure) -> Pattern {
    let start = self.start
    var patterns = [try parseClosedPattern()]
    while accept(.verticalBar) { patterns.append(try parseClosedPattern()) }
    return patterns.count == 1 ? patterns[0] : pattern(.or(patterns), from: start)
  }

  private mutating func parseClosedPattern() throws(Failure) -> Pattern {
    let start = self.start
    switch kind {
    case .number, .minus, .string:
      let value = try parsePatternLiteral()
      return pattern(.value(value), from: start)
    case .none:
      advance()
      return pattern(.singleton(.none), from: start)
    case .true, .false:
      let value = kind == .true
      advance()
      return pattern(.singleton(.bool(value)), from: start)
    case .leftParenthesis, .leftBracket: return try parseBracketedPattern()
    case .leftBrace: return try parseMappingPattern()
    case .name: return try parseNamePattern()
    default: throw unexpected()
    }
  }

  /// A capture, `_`, a dotted name, or a class pattern.
  private mutating func parseNamePattern() throws(Failure) -> Pattern {
    let start = self.start
    let type = try parseDottedExpression()
    if kind == .leftParenthesis { return try parseClassPattern(type, from: start) }
    if kind == .equal { throw unexpected() }
    if case .name(let name) = type.kind {
      return pattern(.capture(nil, name: name == "_" ? nil : name), from: start)
    }
    return pattern(.value(type), from: start)
  }

  private mutating func parseDottedExpression() throws(Failure) -> Expression {
    let start = self.start
    var value = leaf(.name(try expectName()), from: start)
    while accept(.dot) {
      value = try node(.attribute(value, name: try expectName()), from: start, above: height)
    }
    return value
  }

  /// `(pattern)`, `(a, b)` or `[a, b]`.
  private mutating func parseBracketedPattern() throws(Failure) -> Pattern {
    let start = self.start
    let isList = kind == .leftBracket
    let closing: TokenKind = isList ? .rightBracket : .rightParenthesis
    advance()
    var patterns: [Pattern] = []
    var hasComma = false
    while kind != closing {
      patterns.append(try parseStarPattern())
      guard accept(.comma) else { break }
      hasComma = true
    }
    try expect(closing)
    if !isList, !hasComma, let only = patterns.first {
      if case .star = only.kind { throw unexpected() }
      return only
    }
    return pattern(.sequence(patterns), from: start)
  }

  private mutating func parseMappingPattern() throws(Failure) -> Pattern {
    let start = self.start
    try expect(.leftBrace)
    var keys: [Expression] = []
    var patterns: [Pattern] = []
    var rest: String?
    while kind != .rightBrace {
      if accept(.doubleStar) {
        if isAt(softKeyword: "_") { throw unexpected() }
        rest = try parseCaptureName()
        _ = accept(.comma)
        break
      }
      keys.append(try parseMappingKey())
      try expect(.colon)
      patterns.append(try parsePattern())
      guard accept(.comma) else { break }
    }
    try expect(.rightBrace)
    return pattern(.mapping(keys: keys, patterns: patterns, rest: rest), from: start)
  }

  private mutating func parseMappingKey() throws(Failure) -> Expression {
    let start = self.start
    switch kind {
    case .none, .true, .false:
      let value: Constant = kind == .none ? .none : .bool(kind == .true)
      advance()
      return leaf(.constant(value), from: start)
    case .name:
      let key = try parseDottedExpression()
      if case .name = key.kind { throw unexpected() }
      return key
    default: return try parsePatternLiteral()
    }
  }

  private mutating func parseClassPattern(_ type: Expression, from start: Int32) throws(Failure) -> Pattern {
    try expect(.leftParenthesis)
    var positional: [Pattern] = []
    var keywords: [(name: String, pattern: Pattern)] = []
    var late: SourceRange?
    while kind != .rightParenthesis {
      if kind == .name, kind(ahead: 1) == .equal {
        if late != nil { break }
        let name = try expectName()
        advance()
        keywords.append((name, try parsePattern()))
      } else {
        let next = try parsePattern()
        positional.append(next)
        if !keywords.isEmpty { late = SourceRange(start: late?.start ?? next.range.start, end: next.range.end) }
      }
      guard accept(.comma) else { break }
    }
    if let late { throw report("positional patterns follow keyword patterns", late) }
    try expect(.rightParenthesis)
    return pattern(.class(type: type, positional: positional, keywords: keywords), from: start)
  }

  /// A number with a sign, a complex number `1 - 2j`, or strings.
  private mutating func parsePatternLiteral() throws(Failure) -> Expression {
    let start = self.start
    if kind == .string { return try parseStrings() }
    let real = try parseSignedNumber()
    guard kind == .plus || kind == .minus else { return real }
    if isImaginary(real) { throw report("real number required in complex literal", real.range) }
    let op: BinaryOperator = kind == .plus ? .add : .subtract
    advance()
    guard kind == .number else { throw unexpected() }
    let imaginary = try parseNumber()
    if !isImaginary(imaginary) { throw report("imaginary number required in complex literal", imaginary.range) }
    return try node(.binary(real, op, imaginary), from: start, above: 2)
  }

  private mutating func parseSignedNumber() throws(Failure) -> Expression {
    let start = self.start
    let isNegative = accept(.minus)
    guard kind == .number else { throw unexpected() }
    let number = try parseNumber()
    return isNegative ? try node(.unary(.minus, number), from: start, above: 1) : number
  }

  private func isImaginary(_ expression: Expression) -> Bool {
    switch expression.kind {
    case .constant(.imaginary): true
    case .unary(_, let operand): isImaginary(operand)
    default: false
    }
  }
}
