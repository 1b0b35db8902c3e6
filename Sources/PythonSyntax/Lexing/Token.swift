/// One token: what it is and where it stands.
struct Token: Sendable {
  let kind: TokenKind
  /// How many brackets are open around it (a bracket token counts itself as outside).
  let level: UInt8
  let start: Int32
  let end: Int32
}

enum TokenKind: UInt8, Sendable {
  case endMarker, newline, indent, dedent
  /// Where the lexer gave up; its diagnostic says why.
  case failure
  case name, number, string
  /// A character that no rule of the grammar uses: `$`, `?`, `!`.
  case unknown

  case leftParenthesis, rightParenthesis, leftBracket, rightBracket, leftBrace, rightBrace
  case colon, comma, semicolon, dot, ellipsis, arrow, equal, colonEqual
  case plus, minus, star, slash, doubleSlash, percent, at, doubleStar
  case verticalBar, ampersand, caret, tilde, leftShift, rightShift
  case less, greater, doubleEqual, notEqual, lessEqual, greaterEqual
  case plusEqual, minusEqual, starEqual, slashEqual, doubleSlashEqual, percentEqual, atEqual, doubleStarEqual
  case verticalBarEqual, ampersandEqual, caretEqual, leftShiftEqual, rightShiftEqual

  case `false`, none, `true`, and, `as`, assert, async, await, `break`, `class`, `continue`, def, del
  case elif, `else`, except, finally, `for`, from, global, `if`, `import`, `in`, `is`, lambda, nonlocal
  case not, or, pass, raise, `return`, `try`, `while`, with, yield

  /// The operator of `target op= value`.
  var augmentedOperator: BinaryOperator? {
    switch self {
    case .plusEqual: .add
    case .minusEqual: .subtract
    case .starEqual: .multiply
    case .slashEqual: .divide
    case .doubleSlashEqual: .floorDivide
    case .percentEqual: .modulo
    case .atEqual: .matrixMultiply
    case .doubleStarEqual: .power
    case .verticalBarEqual: .bitOr
    case .ampersandEqual: .bitAnd
    case .caretEqual: .bitXor
    case .leftShiftEqual: .leftShift
    case .rightShiftEqual: .rightShift
    default: nil
    }
  }

  /// The infix operator and how strongly it binds, from `|` (1) to `*` (6).
  var binaryOperator: (op: BinaryOperator, precedence: Int)? {
    switch self {
    case .verticalBar: (.bitOr, 1)
    case .caret: (.bitXor, 2)
    case .ampersand: (.bitAnd, 3)
    case .leftShift: (.leftShift, 4)
    case .rightShift: (.rightShift, 4)
    case .plus: (.add, 5)
    case .minus: (.subtract, 5)
    case .star: (.multiply, 6)
    case .slash: (.divide, 6)
    case .doubleSlash: (.floorDivide, 6)
    case .percent: (.modulo, 6)
    case .at: (.matrixMultiply, 6)
    default: nil
    }
  }
}
