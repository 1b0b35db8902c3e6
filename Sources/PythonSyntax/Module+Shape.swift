// What a reader of notebooks asks about the end of a cell.

extension Module {
  /// Does the text end inside a compound statement, so that indented lines after it would go on with it?
  package var endsInOpenBlock: Bool { body.last?.isCompound ?? false }

  /// Is the last statement an expression, whose value an interactive shell shows?
  package var endsInExpression: Bool { finalExpression != nil }

  /// The expression that is the last statement.
  package var finalExpression: Expression? {
    guard case .expression(let value)? = body.last?.kind else { return nil }
    return value
  }

  /// Is the last statement followed by a semicolon, by which IPython keeps its value from being shown?
  package func endsInSemicolon(_ source: Source) -> Bool {
    guard let last = body.last else { return false }
    let rest = source.text[Int(last.range.end)...]
    // Comments cannot come before a semicolon, and after the last statement there are only blanks and comments.
    return rest.first { !$0.isBlank && $0 != UInt8(ascii: "\\") && $0 != UInt8(ascii: ")") } == UInt8(ascii: ";")
  }
}

extension Statement {
  /// Has it a block of its own?
  package var isCompound: Bool {
    switch kind {
    case .if, .while, .for, .with, .try, .functionDefinition, .classDefinition, .match: true
    default: false
    }
  }
}
