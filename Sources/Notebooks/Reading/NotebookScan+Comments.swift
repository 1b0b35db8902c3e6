/// HTML comments that speak to nbcheck, and comments in code that do.
extension NotebookScan {
  /// Reads an HTML block that is a directive; returns the line to go on from, nil for any other HTML.
  mutating func readComment(_ block: MarkdownBlock) -> Int? {
    let first = document.text(block.lines.lowerBound).drop { $0 == " " }
    guard first.hasPrefix("<!--") else { return nil }
    let head = first.dropFirst(4).drop { $0 == " " }
    guard head.hasPrefix("nbcheck:") else { return nil }
    var end = block.lines.lowerBound
    while end < block.lines.upperBound, !document.text(end).contains("-->") { end += 1 }
    let lines = block.lines.lowerBound...end
    explanations.append(.init(lines: lines, role: .directive, reason: .comments))
    let words = head.dropFirst("nbcheck:".count).prefix { $0 != "\n" }
    let options = Self.beforeCommentEnd(words)
    if options.drop(while: { $0 == " " }).hasPrefix("hidden"), end > lines.lowerBound {
      readHidden(lines)
    } else {
      let text = lines.map { document.text($0) }.joined(separator: " ")
      let parsed = DirectiveParser.options(inComment: Self.beforeCommentEnd(text[...].drop { $0 != ":" }.dropFirst()))
      for message in parsed.unknown { problems.append(NotebookProblem(line: lines.lowerBound, message: message)) }
      var directives = pending?.directives ?? Directives()
      directives.merge(parsed.directives)
      pending = (directives, lines)
    }
    return end + 1
  }

  private mutating func readHidden(_ lines: ClosedRange<Int>) {
    explanations.removeLast()
    explanations.append(.init(lines: lines, role: .code(cell: cells.count), reason: .hidden))
    var directives = takePending(before: lines.lowerBound)
    var code = CodeText()
    for line in (lines.lowerBound + 1)..<(lines.upperBound + 1) {
      code.append(String(Self.beforeCommentEnd(document.text(line)[...])), line: line)
    }
    directives.merge(readDirectives(in: code, cell: cells.count))
    add(form: .hidden, code: code, lines: lines, candidates: [], directives: directives)
  }

  private static func beforeCommentEnd(_ text: Substring) -> Substring {
    var rest = text
    while let dash = rest.firstIndex(of: "-") {
      if rest[dash...].hasPrefix("-->") { return text[..<dash] }
      rest = rest[rest.index(after: dash)...]
    }
    return text
  }

  /// The directives in a cell's own comments.
  mutating func readDirectives(in code: CodeText, cell: Int) -> Directives {
    var directives = Directives()
    for (text, place) in zip(code.lines, code.places) {
      guard let comment = DirectiveParser.comment(in: text) else { continue }
      let parsed = DirectiveParser.options(inCodeComment: comment)
      directives.merge(parsed.directives)
      for message in parsed.unknown {
        problems.append(NotebookProblem(line: place.line, message: message, cell: cell))
      }
    }
    return directives
  }
}
