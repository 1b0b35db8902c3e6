/// Cells that begin `In [n]:`. The rules are those of "where does the code end?" in Docs/Formats.
extension NotebookScan {
  /// Reads a cell whose label begins a line; returns the last line of its code.
  mutating func readExportCell(_ label: Label, codeStart: Int, at line: Int) -> Int {
    let directives = takePending(before: line)
    if let fence = fenceUnderLabel(codeStart, at: line) {
      return readFence(fence, under: label, at: line, directives)
    }
    var code = firstCode(codeStart, at: line)
    let first = line...max(line, code.places.last?.line ?? line)
    let firstReason = code.isBlank ? BlockReason.label : .firstAfterLabel
    explanations.append(.init(lines: first, role: .code(cell: cells.count), reason: firstReason))
    var end = first.upperBound
    var isCut = cutAtRule(&code, end: &end)
    while !isCut, let next = run(from: end + 1) {
      if self.label(at: next.lowerBound) != nil {
        // In a string that goes on to another line, a label is text like any other.
        guard let closing = lineThatCloses(code, from: next.lowerBound) else { break }
        let lines: ClosedRange<Int> = (end + 1)...max(end + 1, closing)
        code.append(lines, of: document)
        end = closing
        isCut = cutAtRule(&code, end: &end)
        explanations.append(
          .init(lines: lines, role: .code(cell: cells.count), reason: .open))
        continue
      }
      let judge = CodeJudge(scan: self, code: code)
      guard case .code(let lines, let reason) = judge.judge(next) else { break }
      let startsCode = code.isBlank
      if startsCode { code = CodeText() }
      code.append(lines, of: document)
      if startsCode { code.dedent() }
      end = lines.upperBound
      isCut = cutAtRule(&code, end: &end)
      explanations.append(
        .init(lines: lines.lowerBound...max(lines.lowerBound, end), role: .code(cell: cells.count), reason: reason))
    }
    reparseIfCut(after: end)
    finish(label, code, lines: line...end, directives)
    return end
  }

  private mutating func finish(_ label: Label, _ code: CodeText, lines: ClosedRange<Int>, _ directives: Directives) {
    var directives = directives
    directives.merge(readDirectives(in: code, cell: cells.count))
    let candidates = candidates(from: lines.upperBound + 1, code: code)
    for candidate in candidates {
      explanations.append(
        .init(
          lines: candidate.lines, role: .candidate(cell: cells.count, candidate.reading),
          reason: candidate.reading.blockReason))
    }
    add(form: .export, label: label, code: code, lines: lines, candidates: candidates, directives: directives)
  }

  /// The line from `line` on where a string ends that the code leaves open; nil if it leaves none open.
  private func lineThatCloses(_ code: CodeText, from line: Int) -> Int? {
    guard codeReader.read(code.text) == .incomplete else { return nil }
    let delimiter = ["\"\"\"", "'''"].first { delimiter in
      ["", ")", "))", "]"].contains { closers in
        if case .complete = codeReader.read("\(code.text)\n\(delimiter)\(closers)") { true } else { false }
      }
    }
    guard let delimiter, line <= document.lines.count else { return nil }
    return (line...document.lines.count).first { document.text($0).firstRange(of: delimiter) != nil }
  }

  /// The code on the label's line and the lines right under it.
  private func firstCode(_ codeStart: Int, at line: Int) -> CodeText {
    var code = CodeText()
    if let range = document.range(line) {
      let start = document.bytes[codeStart..<range.upperBound].firstIndex { $0 != 0x20 && $0 != 0x09 }
      if let start {
        let text = String(decoding: document.bytes[start..<range.upperBound], as: UTF8.self)
        code.append(text, line: line, indentation: start - range.lowerBound)
      }
    }
    let end = lastLine(ofRunAt: line)
    for next in (line + 1)..<(end + 1) {
      // A fence ends the code, unless it stands in a string.
      if fences[next] != nil, codeReader.read(code.text) != .incomplete { break }
      code.append(document.text(next), line: next)
    }
    return code
  }

  /// A line of dashes or the like under code is markdown's (a rule, or what makes a heading of the code above it).
  private func cutAtRule(_ code: inout CodeText, end: inout Int) -> Bool {
    if case .complete = codeReader.read(code.text) { return false }
    for (index, text) in code.lines.enumerated() where index > 0 && Self.isRule(text) {
      let head = code.prefix(index)
      guard case .complete = codeReader.read(head.text), let last = head.places.last else { continue }
      code = head
      end = last.line
      return true
    }
    return false
  }

  private static func isRule(_ line: String) -> Bool {
    let bare = line.filter { $0 != " " && $0 != "\t" }
    guard bare.count >= 2, let mark = bare.first, "-=*_".contains(mark) else { return false }
    return bare.allSatisfy { $0 == mark } && (bare.count >= 3 || mark == "=" || mark == "-")
  }

  // MARK: Fenced code under a label

  private func fenceUnderLabel(_ codeStart: Int, at line: Int) -> FencedCode? {
    guard let range = document.range(line),
      document.bytes[codeStart..<range.upperBound].allSatisfy({ $0 == 0x20 || $0 == 0x09 })
    else { return nil }
    var next = line + 1
    while next <= document.lines.count, document.isBlank(next) { next += 1 }
    guard let fence = fences[next], fence.isClosed, block(at: next)?.kind == .fencedCode else { return nil }
    let kind = FenceInfo(fence.info)
    return kind == .python || (kind == .output && next == line + 1) ? fence : nil
  }

  private mutating func readFence(
    _ fence: FencedCode, under label: Label, at line: Int, _ directives: Directives
  ) -> Int {
    explanations.append(
      .init(lines: line...fence.lines.upperBound, role: .code(cell: cells.count), reason: .fenceUnderLabel))
    finish(label, code(of: fence), lines: line...fence.lines.upperBound, directives)
    return fence.lines.upperBound
  }
}

extension OutputReading {
  var blockReason: BlockReason {
    switch self {
    case .value: .value
    case .error: .error
    case .text: .words
    case .prose: .sentence
    }
  }
}
