/// Cuts source text into tokens, all at once.
///
/// The parser looks back and forth in the tokens, so they are made before it starts. An error does not throw:
/// it ends the list with a `.failure` token, because a parser that stops earlier reports its own error first.
struct Lexer {
  let source: Source
  let text: [UInt8]
  /// The offset after the last byte to read.
  let limit: Int
  /// For the expression inside an f-string: line ends are blanks, as within brackets.
  let isEmbedded: Bool

  var position: Int
  var tokens: [Token] = []
  var brackets: [(kind: UInt8, offset: Int)] = []
  /// Widths of the open indentations, tabs counted to multiples of 8 and (alternative) as 1.
  var indents: [(column: Int, alternative: Int)] = [(0, 0)]
  var failure: LexicalFailure?

  static let bracketLimit = 200
  static let indentLimit = 100

  /// The tokens of a whole source.
  static func tokenize(_ source: Source) -> (tokens: [Token], failure: LexicalFailure?) {
    var lexer = Lexer(source: source, from: 0, to: source.text.count, isEmbedded: false)
    lexer.run()
    return (lexer.tokens, lexer.failure)
  }

  /// The tokens of an expression that stands at `range` inside an f-string.
  static func tokenize(expressionAt range: Range<Int>, of source: Source) -> (
    tokens: [Token], failure: LexicalFailure?
  ) {
    var lexer = Lexer(source: source, from: range.lowerBound, to: range.upperBound, isEmbedded: true)
    lexer.run()
    return (lexer.tokens, lexer.failure)
  }

  private init(source: Source, from start: Int, to limit: Int, isEmbedded: Bool) {
    self.source = source
    text = source.text
    self.limit = limit
    self.isEmbedded = isEmbedded
    position = start
    tokens.reserveCapacity((limit - start) / 4 + 4)
  }

  /// The byte at an offset; 0, which no source may contain, past the end.
  @inline(__always)
  func byte(at offset: Int) -> UInt8 { offset < limit ? text[offset] : 0 }

  var current: UInt8 { byte(at: position) }

  var areLineEndsBlanks: Bool { isEmbedded || !brackets.isEmpty }

  @inline(__always)
  mutating func emit(_ kind: TokenKind, from start: Int) {
    let level = UInt8(truncatingIfNeeded: brackets.count + (isEmbedded ? 1 : 0))
    tokens.append(Token(kind: kind, level: level, start: Int32(start), end: Int32(position)))
  }

  private mutating func run() {
    guard checkEncoding() else { return }
    if !isEmbedded, text.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
    var isLineStart = !isEmbedded
    while failure == nil {
      if isLineStart {
        isLineStart = false
        readIndentation()
        if failure != nil { return }
      }
      while current == 0x20 || current == 0x09 || current == 0x0C { position += 1 }
      let start = position
      if start >= limit { return finish() }
      let first = text[start]
      switch first {
      case UInt8(ascii: "#"): skipComment()
      case UInt8(ascii: "\n"), UInt8(ascii: "\r"):
        skipLineEnd()
        if areLineEndsBlanks { continue }
        isLineStart = true
        if let last = tokens.last, last.kind != .newline, last.kind != .indent, last.kind != .dedent {
          emit(.newline, from: start)
        }
      case UInt8(ascii: "\\"): continueLine()
      case UInt8(ascii: "0")...UInt8(ascii: "9"): readNumber()
      case UInt8(ascii: "\""), UInt8(ascii: "'"): readString(from: start)
      case UInt8(ascii: "."):
        if byte(at: start + 1).isDigit { readNumber() } else { readOperator() }
      default:
        if first.isNameStart { readName() } else { readOperator() }
      }
    }
  }

  /// Moves past a line end, be it `\n`, `\r\n` or `\r`.
  mutating func skipLineEnd() {
    let isCarriageReturn = current == UInt8(ascii: "\r")
    position += 1
    if isCarriageReturn, current == UInt8(ascii: "\n") { position += 1 }
  }

  mutating func skipComment() {
    while position < limit, !text[position].isLineEnd { position += 1 }
  }

  /// After a backslash: the line end, which it cancels, or an error.
  mutating func continueLine() {
    position += 1
    if position >= limit {
      return fail("unexpected EOF while parsing", from: position, isIncomplete: true, overridesParser: false)
    }
    guard current.isLineEnd else {
      return fail(
        "unexpected character after line continuation character", from: position)
    }
    skipLineEnd()
    if position >= limit {
      fail("unexpected EOF while parsing", from: position - 1, isIncomplete: true, overridesParser: false)
    }
  }

  private mutating func finish() {
    if let open = brackets.last {
      failure = LexicalFailure(
        diagnostic: Diagnostic(
          kind: .syntaxError, message: "'\(Character(Unicode.Scalar(open.kind)))' was never closed",
          range: SourceRange(start: Int32(open.offset), end: Int32(open.offset + 1)), isIncomplete: true),
        effect: .openBracket)
      return emit(.failure, from: position)
    }
    if !isEmbedded {
      if let last = tokens.last, last.kind != .newline, last.kind != .dedent { emit(.newline, from: position) }
      while indents.count > 1 {
        indents.removeLast()
        emit(.dedent, from: position)
      }
    }
    emit(.endMarker, from: position)
  }
}
