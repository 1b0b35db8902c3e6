extension Diagnostic {
  /// The tail of CPython's traceback: where, the line with a caret under the place, and the message.
  ///
  /// ```
  ///   File "file.py", line 1
  ///     x = (1 + 2
  ///         ^
  /// SyntaxError: '(' was never closed
  /// ```
  package func rendered(in source: Source) -> String {
    let line = source.line(at: range.start)
    var result = "  File \"\(source.name)\", line \(line)\n"
    if let text = source.lineText(line) {
      let scalars = Array(text.unicodeScalars)
      let indent = scalars.prefix { $0 == " " || $0 == "\u{0C}" }.count
      result += "    " + String(text.unicodeScalars.dropFirst(indent)) + "\n"
      let column = source.column(at: range.start) - 1 - indent
      if column >= 0 {
        // Other blanks are repeated, so that the caret stands right whatever a tab's width.
        let before = scalars.dropFirst(indent).prefix(column)
        let padding = before.map { $0.properties.isWhitespace ? String($0) : " " }.joined()
        let missing = String(repeating: " ", count: max(0, column - before.count))
        result += "    " + padding + missing + String(repeating: "^", count: caretCount(in: source)) + "\n"
      }
    }
    return result + "\(kind.rawValue): \(message)\n"
  }

  /// How many characters the caret line marks; at least one, and none beyond the line.
  private func caretCount(in source: Source) -> Int {
    guard range.end > range.start else { return 1 }
    let column = source.column(at: range.start)
    let line = source.line(at: range.start)
    if source.line(at: range.end) == line { return max(1, source.column(at: range.end) - column) }
    return max(1, (source.lineText(line)?.unicodeScalars.count ?? 0) - column + 1)
  }
}
