extension Lexer {
  mutating func readOperator() {
    let start = position
    let first = text[start]
    switch first {
    case UInt8(ascii: "("): return open(.leftParenthesis)
    case UInt8(ascii: "["): return open(.leftBracket)
    case UInt8(ascii: "{"): return open(.leftBrace)
    case UInt8(ascii: ")"): return close(.rightParenthesis, with: UInt8(ascii: "("))
    case UInt8(ascii: "]"): return close(.rightBracket, with: UInt8(ascii: "["))
    case UInt8(ascii: "}"): return close(.rightBrace, with: UInt8(ascii: "{"))
    default: break
    }
    let (kind, length) = operatorKind(first, byte(at: start + 1), byte(at: start + 2))
    position = start + length
    if kind == .unknown, !Unicode.Scalar(first).isPrintable {
      return failOnCharacter(Unicode.Scalar(first), from: start)
    }
    emit(kind, from: start)
  }

  private func operatorKind(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> (TokenKind, Int) {
    let isAssigned = second == UInt8(ascii: "=")
    let isDoubled = second == first
    let isDoubledAssigned = isDoubled && third == UInt8(ascii: "=")
    /// Of an operator, its `=` form, and where they exist its doubled and doubled `=` forms.
    func choose(
      _ plain: TokenKind, _ assigned: TokenKind, _ doubled: TokenKind? = nil, _ doubledAssigned: TokenKind? = nil
    ) -> (TokenKind, Int) {
      if isDoubledAssigned, let doubledAssigned { return (doubledAssigned, 3) }
      if isDoubled, let doubled { return (doubled, 2) }
      return isAssigned ? (assigned, 2) : (plain, 1)
    }
    switch first {
    case UInt8(ascii: "+"): return choose(.plus, .plusEqual)
    case UInt8(ascii: "-"): return second == UInt8(ascii: ">") ? (.arrow, 2) : choose(.minus, .minusEqual)
    case UInt8(ascii: "*"): return choose(.star, .starEqual, .doubleStar, .doubleStarEqual)
    case UInt8(ascii: "/"): return choose(.slash, .slashEqual, .doubleSlash, .doubleSlashEqual)
    case UInt8(ascii: "%"): return choose(.percent, .percentEqual)
    case UInt8(ascii: "@"): return choose(.at, .atEqual)
    case UInt8(ascii: "|"): return choose(.verticalBar, .verticalBarEqual)
    case UInt8(ascii: "&"): return choose(.ampersand, .ampersandEqual)
    case UInt8(ascii: "^"): return choose(.caret, .caretEqual)
    case UInt8(ascii: "<"):
      // `<>` was "not equal" in Python 2 and is one token still, which no rule accepts.
      return second == UInt8(ascii: ">") ? (.unknown, 2) : choose(.less, .lessEqual, .leftShift, .leftShiftEqual)
    case UInt8(ascii: ">"): return choose(.greater, .greaterEqual, .rightShift, .rightShiftEqual)
    case UInt8(ascii: "="): return choose(.equal, .doubleEqual)
    case UInt8(ascii: ":"): return choose(.colon, .colonEqual)
    case UInt8(ascii: "!"): return choose(.unknown, .notEqual)
    case UInt8(ascii: "."): return isDoubled && third == first ? (.ellipsis, 3) : (.dot, 1)
    case UInt8(ascii: "~"): return (.tilde, 1)
    case UInt8(ascii: ","): return (.comma, 1)
    case UInt8(ascii: ";"): return (.semicolon, 1)
    default: return (.unknown, 1)
    }
  }

  private mutating func open(_ kind: TokenKind) {
    let start = position
    if brackets.count >= Self.bracketLimit {
      position += 1
      return failAtLastCharacter("too many nested parentheses")
    }
    position += 1
    emit(kind, from: start)
    brackets.append((text[start], start))
  }

  private mutating func close(_ kind: TokenKind, with opening: UInt8) {
    let start = position
    position += 1
    let closer = Character(Unicode.Scalar(text[start]))
    guard let open = brackets.popLast() else { return failAtLastCharacter("unmatched '\(closer)'") }
    guard open.kind == opening else {
      let opener = Character(Unicode.Scalar(open.kind))
      let openLine = source.line(at: Int32(open.offset))
      let line = openLine == source.line(at: Int32(start)) ? "" : " on line \(openLine)"
      return failAtLastCharacter(
        "closing parenthesis '\(closer)' does not match opening parenthesis '\(opener)'\(line)")
    }
    emit(kind, from: start)
  }
}
