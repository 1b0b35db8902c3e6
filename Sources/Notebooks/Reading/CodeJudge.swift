/// Decides of a run of lines after some code of a cell whether it is more of the code.
struct CodeJudge {
  enum Verdict {
    /// The lines belong to the code; they may reach beyond the run that was asked about.
    case code(ClosedRange<Int>, BlockReason)
    case notCode
  }

  /// An open bracket or string is followed through at most so many runs of lines.
  private static let longestOpenRun = 256

  let scan: NotebookScan
  let code: CodeText
  private var document: Document { scan.document }

  init(scan: NotebookScan, code: CodeText) {
    self.scan = scan
    self.code = code
  }

  func judge(_ run: ClosedRange<Int>) -> Verdict {
    if code.isBlank { return judgeFirst(run) }
    let reading = scan.codeReader.read(code.text)
    if reading == .incomplete, let end = endOfOpen(code, from: run.lowerBound) {
      return .code(run.lowerBound...end, .open)
    }
    if readsAsOutput(run) { return .notCode }
    switch scan.block(at: run.lowerBound)?.kind {
    case .atxHeading(let level): return judgeHeading(run, level: level)
    case .paragraph, .linkDefinition, .indentedCode, .setextHeading, nil: break
    case .list, .quote, .html, .thematicBreak, .fencedCode, .table: return .notCode
    }
    guard case .complete(let shape) = reading else { return judgeAlone(run, before: nil) }
    return isIndented(run) ? judgeIndented(run, before: shape) : judgeAlone(run, before: shape)
  }

  // MARK: By place

  /// The first code of a cell whose label stands alone.
  private func judgeFirst(_ run: ClosedRange<Int>) -> Verdict {
    let text = TextLines.dedented(run.map { document.text($0) }).joined(separator: "\n")
    switch scan.block(at: run.lowerBound)?.kind {
    case .paragraph, .linkDefinition, .setextHeading, nil: return judgeAlone(run, before: nil)
    case .atxHeading(let level): return judgeHeading(run, level: level)
    case .indentedCode: return scan.codeReader.read(text) == .notPython ? .notCode : .code(run, .firstAfterLabel)
    case .list, .quote, .html, .thematicBreak, .fencedCode, .table: return .notCode
    }
  }

  /// `# …` is a comment only right above code, or above a statement; otherwise it is the heading it looks like.
  private func judgeHeading(_ run: ClosedRange<Int>, level: Int) -> Verdict {
    if run.count > 1 {
      switch scan.codeReader.read(document.text(run)) {
      case .complete(let shape) where decide(shape, run, before: nil).isCode: return .code(run, .commentOverCode)
      case .incomplete:
        guard let end = endOfOpen(CodeText(), from: run.lowerBound) else { return .notCode }
        return .code(run.lowerBound...end, .commentOverCode)
      default: return .notCode
      }
    }
    guard level == 1, let next = scan.run(from: run.upperBound + 1), scan.label(at: next.lowerBound) == nil,
      scan.block(at: next.lowerBound)?.kind == .paragraph
    else { return .notCode }
    switch scan.codeReader.read(document.text(next)) {
    case .complete(let shape) where shape.hasStatement && decide(shape, next, before: nil).isCode:
      return .code(run.lowerBound...next.upperBound, .commentOverCode)
    default: return .notCode
    }
  }

  /// An indented run goes on with the body before it, or it is an output in nbconvert's form.
  private func judgeIndented(_ run: ClosedRange<Int>, before: CodeShape) -> Verdict {
    guard before.endsInOpenSuite else { return .notCode }
    var joined = code
    joined.append(run, of: document)
    switch scan.codeReader.read(joined.text) {
    case .notPython: return .notCode
    case .incomplete:
      return endOfOpen(code, from: run.lowerBound).map { .code(run.lowerBound...$0, .indentedBody) } ?? .notCode
    case .complete:
      let alone = TextLines.dedented(run.map { document.text($0) }).joined(separator: "\n")
      if case .complete(let shape) = scan.codeReader.read(alone), shape.isOnlyLiteralsOrReprs,
        !decide(shape, run, before: before).isCode
      {
        return .notCode
      }
      return .code(run, .indentedBody)
    }
  }

  private func judgeAlone(_ run: ClosedRange<Int>, before: CodeShape?) -> Verdict {
    switch scan.codeReader.read(document.text(run)) {
    case .complete(let shape):
      let decision = decide(shape, run, before: before)
      return decision.isCode ? .code(run, decision.reason) : .notCode
    case .incomplete:
      guard let end = endOfOpen(CodeText(), from: run.lowerBound),
        case .complete(let shape) = scan.codeReader.read(document.text(run.lowerBound...end))
      else { return .notCode }
      let decision = decide(shape, run, before: before)
      return decision.isCode ? .code(run.lowerBound...end, decision.reason) : .notCode
    case .notPython:
      // `else:` and its like are nothing alone.
      guard before?.endsInOpenSuite == true else { return .notCode }
      var joined = code
      joined.append(run, of: document)
      switch scan.codeReader.read(joined.text) {
      case .complete: return .code(run, .continues)
      case .incomplete:
        return endOfOpen(code, from: run.lowerBound).map { .code(run.lowerBound...$0, .continues) } ?? .notCode
      case .notPython: return .notCode
      }
    }
  }

  // MARK: By content

  /// `RuntimeError: ignored` and `Out[3]: True` parse, as annotations.
  private func readsAsOutput(_ run: ClosedRange<Int>) -> Bool {
    let first = document.text(run.lowerBound)
    return ErrorLine.parse(first[...], anyName: false) != nil || ErrorLine.opensTraceback(first[...])
      || Label.readOut(document, line: run.lowerBound) != nil
  }

  private func decide(_ shape: CodeShape, _ run: ClosedRange<Int>, before: CodeShape?) -> (
    isCode: Bool, reason: BlockReason
  ) {
    if shape.isOnlyComments { return (true, .comment) }
    let text = document.text(run)
    if shape.isOnlyAnnotations, !usesBoundNames(shape) { return (false, .words) }
    if shape.hasStatement { return prints(text) ? (false, .printed) : (true, .statement) }
    let mayHaveShown = before?.hasExpressionStatement ?? false
    if text.split(separator: "\n").allSatisfy({ ReprNames.isConstant($0) }) { return (false, .value) }
    if shape.isOnlyLiteralsOrReprs {
      if shape.calledPaths.isEmpty { return (false, .value) }
      let isCode = shape.calledPaths.contains { makesOrDoes($0, mayHaveShown: mayHaveShown) }
      return isCode ? (true, .statement) : (false, .value)
    }
    if !shape.calledPaths.isEmpty {
      let isCode = shape.calledPaths.contains { !ReprNames.calls.contains($0) && isBound($0) }
      return isCode ? (true, .statement) : (false, .words)
    }
    guard usesBoundNames(shape), !prints(text) else { return (false, .words) }
    return (true, .usesBoundNames)
  }

  /// Whether a call with literal arguments is a call, not the repr of a value that the code before it has shown.
  private func makesOrDoes(_ path: String, mayHaveShown: Bool) -> Bool {
    guard isBound(path) else { return false }
    if ReprNames.calls.contains(path) { return !mayHaveShown }
    // `Point(x=1, y=2)` after an expression is what that expression shows.
    let isClass = !path.contains(".") && path.first?.isUppercase == true
    return !(isClass && mayHaveShown)
  }

  private func isBound(_ path: String) -> Bool {
    let root = path.prefix { $0 != "." }
    return scan.bound.includesAll || scan.bound.contains(root) || bindsHere(String(root))
  }

  private func usesBoundNames(_ shape: CodeShape) -> Bool {
    !shape.freeNames.isEmpty && shape.freeNames.allSatisfy { scan.bound.contains($0) || bindsHere($0) }
  }

  private func bindsHere(_ name: String) -> Bool {
    guard case .complete(let shape) = scan.codeReader.read(code.text) else { return false }
    return shape.boundNames.contains(name) || shape.importsEverything
  }

  /// Whether the code so far prints such a line: `print("loss =", x)` shows `loss = 0.5`, which reads as an assignment.
  private func prints(_ text: String) -> Bool {
    let first = text.prefix { $0 != "\n" }
    let head = first.firstIndex(of: "=").map { first[..<$0] } ?? first
    let name = head.split(separator: " ").first.map(String.init) ?? ""
    guard !name.isEmpty else { return false }
    return code.lines.contains { line in
      line.contains("print") && ["\"\(name)", "'\(name)", "{\(name)=", "{\(name) ="].contains { line.contains($0) }
    }
  }

  // MARK: Open brackets, strings and bodies

  private func isIndented(_ run: ClosedRange<Int>) -> Bool {
    let first = document.text(run.lowerBound).utf8.first
    return first == 0x20 || first == 0x09
  }

  /// The last line of the run with which open code becomes complete; nil if none does before the next label.
  private func endOfOpen(_ open: CodeText, from start: Int) -> Int? {
    var text = open
    var line = start
    for _ in 0..<Self.longestOpenRun {
      guard let next = scan.run(from: line), Label.read(document, line: next.lowerBound) == nil else { return nil }
      text.append(next, of: document)
      switch scan.codeReader.read(text.text) {
      case .complete: return next.upperBound
      case .notPython: return nil
      case .incomplete: line = next.upperBound + 1
      }
    }
    return nil
  }
}
