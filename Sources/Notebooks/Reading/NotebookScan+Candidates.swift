/// The blocks after a cell of the export form that may be its output.
extension NotebookScan {
  /// Headings, lists, quotes, tables, HTML, rules, other code and the next label end the cell.
  func candidates(from first: Int, code: CodeText) -> [OutputCandidate] {
    let classifier = OutputClassifier(codeReader: codeReader)
    var found: [OutputCandidate] = []
    var line = first
    while line <= document.lines.count {
      if document.isBlank(line) {
        line += 1
        continue
      }
      guard let candidate = candidate(at: line, classifier) else { break }
      found.append(candidate)
      line = candidate.lines.upperBound + 1
    }
    return found
  }

  private func candidate(at line: Int, _ classifier: OutputClassifier) -> OutputCandidate? {
    guard label(at: line) == nil, let block = block(at: line) else { return nil }
    if let end = endOfTraceback(at: line, block) { return bare(line...end, classifier) }
    switch block.kind {
    case .paragraph, .linkDefinition:
      let end = min(block.lines.upperBound, lastLine(ofRunAt: line))
      if let out = Label.readOut(document, line: line) { return outLabel(out, line...end, classifier) }
      return bare(line...(endOfOpenValue(line...end) ?? end), classifier)
    case .indentedCode: return indented(line...block.lines.upperBound, classifier)
    case .fencedCode: return fenced(at: line, classifier)
    case .atxHeading, .setextHeading, .list, .quote, .html, .thematicBreak, .table: return nil
    }
  }

  private func bare(_ lines: ClosedRange<Int>, _ classifier: OutputClassifier) -> OutputCandidate {
    candidate(.paragraph, document.text(lines), lines, classifier)
  }

  private func indented(_ lines: ClosedRange<Int>, _ classifier: OutputClassifier) -> OutputCandidate? {
    let text = lines.map { TextLines.unindented(document.text($0)) }
    guard !Prompts.begin(text) else { return nil }
    return candidate(.indented, text.joined(separator: "\n"), lines, classifier)
  }

  private func fenced(at line: Int, _ classifier: OutputClassifier) -> OutputCandidate? {
    guard let fence = fences[line], fence.isClosed, FenceInfo(fence.info) == .output, !Prompts.begin(fence) else {
      return nil
    }
    return candidate(
      .fence(info: fence.info), fence.text.joined(separator: "\n"), fence.lines, classifier)
  }

  private func outLabel(
    _ out: (range: Range<Int>, textStart: Int), _ lines: ClosedRange<Int>, _ classifier: OutputClassifier
  ) -> OutputCandidate {
    let rest = out.textStart..<max(out.textStart, document.range(lines.lowerBound)?.upperBound ?? out.textStart)
    let first = String(decoding: document.bytes[rest].drop { $0 == 0x20 }, as: UTF8.self)
    let isLabelOnly = TextLines.isBlank(first)
    // The value of a label that stands alone may come after a blank line.
    var end = lines.upperBound
    if isLabelOnly, lines.count == 1, let next = run(from: end + 1), label(at: next.lowerBound) == nil,
      [.paragraph, .indentedCode].contains(block(at: next.lowerBound)?.kind)
    {
      end = next.upperBound
    }
    let following = lines.lowerBound < end ? ((lines.lowerBound + 1)...end).filter { !document.isBlank($0) } : []
    let texts = following.map { document.text($0) }
    let text = isLabelOnly ? TextLines.dedented(texts) : [first] + texts
    return candidate(
      .outLabel(labelOnly: isLabelOnly), text.joined(separator: "\n"), lines.lowerBound...end, classifier,
      outLabel: out.range)
  }

  func candidate(
    _ form: OutputForm, _ text: String, _ lines: ClosedRange<Int>, _ classifier: OutputClassifier,
    outLabel: Range<Int>? = nil
  ) -> OutputCandidate {
    OutputCandidate(
      form: form, reading: classifier.read(text), text: text, lines: lines, range: document.range(lines),
      outLabel: outLabel)
  }

  // MARK: Outputs that markdown takes apart

  /// The last line of a value that goes on over blank lines, as a tensor of three dimensions does.
  private func endOfOpenValue(_ lines: ClosedRange<Int>) -> Int? {
    var depth = Brackets.depth(document.text(lines))
    guard depth > 0, OutputClassifier.beginsValue(document.text(lines.lowerBound)) else { return nil }
    var end = lines.upperBound
    while depth > 0 {
      guard let next = run(from: end + 1), Label.read(document, line: next.lowerBound) == nil else { return nil }
      // A value goes on indented, or with the bracket that closes it.
      guard let first = document.text(next.lowerBound).utf8.first, [0x20, 0x09, 0x29, 0x5D, 0x7D].contains(first) else {
        return nil
      }
      depth += Brackets.depth(document.text(next))
      end = next.upperBound
    }
    return end
  }

  /// The last line of a traceback that begins at a line; IPython's has blank lines in it and a rule on top.
  private func endOfTraceback(at line: Int, _ block: MarkdownBlock) -> Int? {
    guard let run = run(from: line), run.lowerBound == line,
      let header = run.first(where: { ErrorLine.opensTraceback(document.text($0)[...]) })
    else { return nil }
    switch block.kind {
    case .paragraph, .thematicBreak, .setextHeading: break
    default: return nil
    }
    let words = document.text(header).split(separator: " ")
    let named = words.first == "Traceback" ? nil : words.first
    var next = header + 1
    while next <= document.lines.count, Label.read(document, line: next) == nil {
      let text = document.text(next)[...]
      if let error = ErrorLine.parse(text, anyName: true), named.map({ $0 == error.type }) ?? true {
        return lastLine(ofRunAt: next)
      }
      next += 1
    }
    return nil
  }
}
