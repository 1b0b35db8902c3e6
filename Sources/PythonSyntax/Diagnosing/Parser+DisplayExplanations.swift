// What the second pass says about displays, parameters and headers.

extension Parser {
  /// `(**a)`.
  mutating func diagnoseDoubleStarredGroup() throws(Failure) {
    let stars = position
    let mark = position
    defer { position = mark }
    advance()
    guard probe({ (parser) throws(Failure) in try parser.parseExpression() }) != nil, kind == .rightParenthesis
    else { return }
    throw report("cannot use double starred expression here", at: stars)
  }

  /// `{**a}` in an f-string.
  mutating func diagnoseStarredField() throws(Failure) {
    guard kind == .doubleStar else { return }
    throw reportAtCurrent("cannot use double starred expression here")
  }

  /// `[a, b for …]`.
  mutating func diagnoseUnparenthesizedTarget(_ elements: [Expression]) throws(Failure) {
    guard let first = elements.first, let last = elements.last,
      peek({ (parser) throws(Failure) in try parser.parseComprehensionClauses() }) != nil
    else { return }
    let end = elements.count == 1 ? previousEnd : last.range.end
    throw report(
      "did you forget parentheses around the comprehension target?",
      SourceRange(start: first.range.start, end: end))
  }

  /// `{a: b, c}`.
  mutating func diagnoseMissingValue() throws(Failure) {
    let mark = position
    defer { position = mark }
    guard let key = probe({ (parser) throws(Failure) in try parser.parseExpression() }), kind != .colon else {
      return
    }
    throw report("':' expected after dictionary key", SourceRange(start: key.range.end - 1, end: key.range.end))
  }

  /// `{a: *b}` and `{a:}`, at what follows the colon.
  mutating func diagnoseDictionaryValue() throws(Failure) {
    switch kind {
    case .star:
      let star = position
      let mark = position
      advance()
      guard probe({ (parser) throws(Failure) in try parser.parseBinary(1) }) != nil else {
        position = mark
        return
      }
      throw report(
        "cannot use a starred expression in a dictionary value",
        SourceRange(start: tokens[star].start, end: previousEnd))
    case .rightBrace, .comma:
      throw report("expression expected after dictionary key and ':'", at: position - 1)
    default: return
    }
  }

  /// `def f((a, b))`.
  mutating func diagnoseParenthesizedParameters(_ style: ParameterStyle) throws(Failure) {
    let open = position
    let mark = position
    defer { position = mark }
    advance()
    var count = 0
    while kind == .name {
      advance()
      count += 1
      guard accept(.comma) else { break }
    }
    guard count > 0, kind == .rightParenthesis else { return }
    let what = style == .function ? "Function" : "Lambda expression"
    throw report(
      "\(what) parameters cannot be parenthesized", SourceRange(start: tokens[open].start, end: token.end))
  }

  /// `except A, B:`.
  mutating func diagnoseExceptionList(after first: Expression) throws(Failure) {
    let mark = position
    defer { position = mark }
    advance()
    guard probe({ (parser) throws(Failure) in try parser.parseExpressions() }) != nil else { return }
    if accept(.as), !accept(.name) { return }
    guard kind == .colon else { return }
    throw report(
      "multiple exception types must be parenthesized",
      SourceRange(start: first.range.start, end: previousEnd))
  }
}
