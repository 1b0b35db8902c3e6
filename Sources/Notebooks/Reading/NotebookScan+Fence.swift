/// Cells that are fenced code blocks.
extension NotebookScan {
  mutating func readFenceCell(_ fence: FencedCode) {
    let index = cells.count
    var directives = takePending(before: fence.lines.lowerBound)
    let code = code(of: fence)
    explanations.append(.init(lines: fence.lines, role: .code(cell: index), reason: .fenceInfo))
    directives.merge(DirectiveParser.options(inFenceInfo: fence.info))
    directives.merge(readDirectives(in: code, cell: index))
    if !fence.isClosed {
      problems.append(
        NotebookProblem(line: fence.lines.lowerBound, message: "this code fence is never closed", cell: index))
    }
    let candidates = output(after: fence).map { [$0] } ?? []
    for candidate in candidates {
      explanations.append(
        .init(
          lines: candidate.lines, role: .candidate(cell: index, candidate.reading),
          reason: candidate.reading.blockReason))
    }
    add(
      form: .fence, code: code, lines: fence.lines, linePrefix: fence.linePrefix, candidates: candidates,
      directives: directives)
  }

  /// The code between the fences. A MyST cell's options at its top are not code.
  func code(of fence: FencedCode) -> CodeText {
    var code = CodeText()
    let options = fence.info.hasPrefix("{code-cell}") ? MySTOptions.lineCount(fence.text) : 0
    for (offset, text) in fence.text.enumerated() {
      let line = fence.lines.lowerBound + 1 + offset
      let whole = document.text(line)
      let indentation = whole.hasSuffix(text) ? whole.count - text.count : 0
      code.append(offset < options ? "# " + text : text, line: line, indentation: indentation)
    }
    return code
  }

  /// The indented or output block right after a fence.
  private func output(after fence: FencedCode) -> OutputCandidate? {
    guard fence.isClosed, let next = fence.next, next.lines.lowerBound > fence.lines.upperBound else { return nil }
    let between = (fence.lines.upperBound + 1)..<next.lines.lowerBound
    guard between.allSatisfy({ document.isBlank($0) || isOnlyPrefix($0, fence) }) else { return nil }
    let classifier = OutputClassifier(codeReader: codeReader)
    var lines = next.text
    switch next.kind {
    case .indented:
      guard !Prompts.begin(lines) else { return nil }
      while let last = lines.last, TextLines.isBlank(last) { lines.removeLast() }
      return candidate(.indented, lines.joined(separator: "\n"), next.lines, classifier)
    case .fenced(let info):
      guard FenceInfo(info) == .output, !(info.isEmpty && Prompts.begin(lines)) else { return nil }
      return candidate(.fence(info: info), lines.joined(separator: "\n"), next.lines, classifier)
    }
  }

  /// A line of a quote that has nothing in it.
  private func isOnlyPrefix(_ line: Int, _ fence: FencedCode) -> Bool {
    document.text(line).allSatisfy { $0 == ">" || $0 == " " }
  }
}

/// The options at the top of a MyST code cell: `:tags: […]` lines or a YAML block between rules.
enum MySTOptions {
  static func lineCount(_ text: [String]) -> Int {
    if text.first == "---", let end = text.dropFirst().firstIndex(of: "---") { return end + 1 }
    return text.prefix { line in
      line.hasPrefix(":") && line.dropFirst().contains(":")
    }.count
  }
}
