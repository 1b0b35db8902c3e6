// Moving through the tokens.

extension Parser {
  @inline(__always)
  var kind: TokenKind { tokens[position].kind }

  var token: Token { tokens[position] }

  /// The offset where the current token starts.
  @inline(__always)
  var start: Int32 { tokens[position].start }

  /// The offset where the last consumed token ends.
  var previousEnd: Int32 { position > 0 ? tokens[position - 1].end : 0 }

  func kind(ahead count: Int) -> TokenKind {
    position + count < tokens.count ? tokens[position + count].kind : .endMarker
  }

  @inline(__always)
  mutating func advance() {
    if position + 1 < tokens.count { position += 1 }
  }

  @inline(__always)
  mutating func accept(_ kind: TokenKind) -> Bool {
    guard self.kind == kind else { return false }
    advance()
    return true
  }

  mutating func expect(_ kind: TokenKind) throws(Failure) {
    guard accept(kind) else { throw unexpected() }
  }

  /// Expects a name and returns it.
  mutating func expectName() throws(Failure) -> String {
    guard kind == .name else { throw unexpected() }
    let name = text(of: token)
    advance()
    return name
  }

  func text(of token: Token) -> String {
    String(decoding: source.text[Int(token.start)..<Int(token.end)], as: UTF8.self)
  }

  /// Is the current token this soft keyword?
  func isAt(softKeyword word: StaticString) -> Bool {
    guard kind == .name, Int(token.end - token.start) == word.utf8CodeUnitCount else { return false }
    let offset = Int(token.start)
    return word.withUTF8Buffer { bytes in
      bytes.indices.allSatisfy { source.text[offset + $0] == bytes[$0] }
    }
  }

  mutating func unexpected() -> Failure {
    furthest = max(furthest, position)
    return .syntax
  }

  /// Parses speculatively: nil, and back where it was, if the rule does not fit.
  mutating func attempt<Result>(
    _ rule: (inout Parser) throws(Failure) -> Result
  ) throws(Failure) -> Result? {
    let mark = (position, depth, statementDepth)
    do {
      return try rule(&self)
    } catch {
      if error == .diagnosed { throw error }
      furthest = max(furthest, position)
      (position, depth, statementDepth) = mark
      return nil
    }
  }

  /// Counts one level of nesting; the caller takes it back when its rule ends.
  @inline(__always)
  mutating func enter() throws(Failure) {
    depth += 1
    if depth > Self.depthLimit { throw tooDeep() }
  }

  mutating func tooDeep() -> Failure {
    report(
      "maximum recursion depth exceeded during compilation", SourceRange(start: token.start, end: token.end),
      kind: .recursionError)
  }

  /// A node from `start` to the last consumed token, one higher than the highest of its children.
  @inline(__always)
  mutating func node(_ kind: Expression.Kind, from start: Int32, above children: Int) throws(Failure) -> Expression {
    height = children + 1
    if height > Self.heightLimit { throw tooDeep() }
    return Expression(kind, SourceRange(start: start, end: previousEnd))
  }

  /// A node without children.
  mutating func leaf(_ kind: Expression.Kind, from start: Int32) -> Expression {
    height = 1
    return Expression(kind, SourceRange(start: start, end: previousEnd))
  }
}
