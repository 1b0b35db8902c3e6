extension Lexer {
  /// Measures the blanks at the start of a line and emits the indents and dedents they mean.
  /// Blank lines and lines with only a comment mean none.
  mutating func readIndentation() {
    let lineStart = position
    var column = 0
    var alternative = 0
    /// The width before a `\` that continues the indentation on the next line, which then counts.
    var continued: (column: Int, alternative: Int)?
    scan: while position < limit {
      switch text[position] {
      case 0x20:
        column += 1
        alternative += 1
      case 0x09:
        column = (column / 8 + 1) * 8
        alternative += 1
      case 0x0C:
        column = 0
        alternative = 0
      case UInt8(ascii: "\\"):
        if continued == nil { continued = (column, alternative) }
        continueLine()
        if failure != nil { return }
        continue scan
      default: break scan
      }
      position += 1
    }
    if position >= limit || current == UInt8(ascii: "#") || current.isLineEnd { return }
    if let continued { (column, alternative) = continued }
    apply(column: column, alternative: alternative, lineStart: lineStart)
  }

  private mutating func apply(column: Int, alternative: Int, lineStart: Int) {
    guard let top = indents.last else { return }
    if column == top.column {
      if alternative != top.alternative { failTabs(lineStart) }
    } else if column > top.column {
      if indents.count + 1 > Self.indentLimit {
        return fail(
          "too many levels of indentation", kind: .indentationError, from: lineStart, overridesParser: false)
      }
      if alternative <= top.alternative { return failTabs(lineStart) }
      indents.append((column, alternative))
      emit(.indent, from: lineStart)
    } else {
      let depth = indents.lastIndex { $0.column <= column } ?? 0
      let open = indents[depth]
      guard open.column == column else {
        return fail(
          "unindent does not match any outer indentation level", kind: .indentationError, from: endOfLine(),
          overridesParser: false)
      }
      while indents.count > depth + 1 {
        indents.removeLast()
        emit(.dedent, from: position)
      }
      if open.alternative != alternative { failTabs(lineStart) }
    }
  }

  private mutating func failTabs(_ lineStart: Int) {
    fail(
      "inconsistent use of tabs and spaces in indentation", kind: .tabError, from: lineStart,
      overridesParser: false)
  }

  private func endOfLine() -> Int {
    var end = position
    while end < limit, !text[end].isLineEnd { end += 1 }
    return end
  }
}
