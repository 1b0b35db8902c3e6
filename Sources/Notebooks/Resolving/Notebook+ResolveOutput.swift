extension Notebook {
  /// Decides which of the blocks after a cell are its recorded output.
  ///
  /// Text alone cannot tell an output from prose; what the cell displays can. The recorded output is the
  /// run of blocks, from the first on, that agrees with it; if none does, the run that resembles it most, unless the first
  /// block is prose unlike anything the cell displays: then the output is missing, not wrong.
  ///
  /// - Parameters:
  ///   - displayed: What the cell shows, an error's `Type: message` included; nil or blank if it shows nothing.
  ///   - agrees: Whether a recorded text is right, by whatever rules the comparison has.
  package func resolveOutput(
    of cell: Cell, displayed: String?, agrees: (_ recorded: String) -> Bool
  ) -> OutputResolution {
    if cell.label?.wasNeverRun == true { return .nothing(.neverRun) }
    let shown = displayed.map(TextLines.normalized) ?? ""
    if TextLines.isBlank(shown) { return resolveWithoutDisplay(cell) }
    if let same = sameText(after: cell, as: shown) { return .recorded(same, .sameText) }
    guard let first = cell.candidates.first else { return .nothing(.noBlock) }
    let runs = runs(of: cell, upTo: shown)
    for run in runs {
      for text in run.texts where agrees(text) { return .recorded(run.output(text), .agrees) }
    }
    if mayBeProse(first, after: shown) {
      let best = Self.mostSimilar(runs, to: shown)
      guard let best, best.similarity >= Similarity.ofSameOrigin else { return .nothing(.unlike) }
      return .recorded(best.run.output(), .similar)
    }
    let plausible = runs.prefix { run in run.candidates.dropFirst().allSatisfy { $0.reading != .prose } }
    guard let best = Self.mostSimilar(Array(plausible), to: shown)?.run else { return .nothing(.noBlock) }
    return .recorded(best.output(), Self.reason(for: first))
  }

  /// What follows a cell that displays nothing is prose, unless it cannot be.
  private func resolveWithoutDisplay(_ cell: Cell) -> OutputResolution {
    guard let first = cell.candidates.first else { return .nothing(.displaysNothing) }
    let isOutput = first.form.isExplicit || first.reading == .error || first.reading == .value
    guard isOutput else { return .nothing(.displaysNothing) }
    let more = cell.candidates.dropFirst().prefix {
      $0.form == first.form && $0.reading == .value && first.reading == .value
    }
    return .recorded(OutputRun(document, [first] + more).output(), Self.reason(for: first))
  }

  /// A caption counts as prose after a value, but not where the cell displays words itself.
  private func mayBeProse(_ first: OutputCandidate, after shown: String) -> Bool {
    if first.form.isExplicit || first.form.isFence { return false }
    return first.reading == .prose
      || (first.reading == .text && Prose.mayBeCaption(first.text) && !Prose.isWords(shown))
  }

  private static func reason(for first: OutputCandidate) -> OutputReason {
    if first.form.isExplicit || first.form.isFence { return .explicitForm }
    switch first.reading {
    case .value: return .readsAsValue
    case .error: return .readsAsError
    case .text, .prose: return .notProse
    }
  }

  // MARK: Runs of blocks

  /// The runs that start at the first block, shortest first, as far as they are not much longer than the display.
  private func runs(of cell: Cell, upTo shown: String) -> [OutputRun] {
    let limit = 2 * shown.utf8.lazy.filter { $0 == 0x0A }.count + 40
    var runs: [OutputRun] = []
    for (index, candidate) in cell.candidates.enumerated() {
      guard let first = cell.candidates.first else { break }
      if index > 0, candidate.lines.upperBound - first.lines.lowerBound > limit { break }
      runs.append(OutputRun(document, Array(cell.candidates[...index])))
    }
    return runs
  }

  private static func mostSimilar(_ runs: [OutputRun], to shown: String) -> (run: OutputRun, similarity: Double)? {
    var best: (run: OutputRun, similarity: Double)?
    for run in runs {
      let similarity = Similarity.of(run.texts.first ?? "", shown)
      if best.map({ similarity > $0.similarity }) ?? true { best = (run, similarity) }
    }
    return best
  }

  /// The lines right after the code if they are what the cell displays, whatever markdown makes of them
  /// (a list, a heading, a table).
  private func sameText(after cell: Cell, as shown: String) -> RecordedOutput? {
    guard cell.form == .export else { return nil }
    var start = cell.lines.upperBound + 1
    while start <= document.lines.count, document.isBlank(start) { start += 1 }
    let lines = TextLines.split(shown)
    let end = start + lines.count - 1
    guard !lines.isEmpty, end <= document.lines.count else { return nil }
    for (offset, line) in lines.enumerated() {
      guard TextLines.normalized(document.text(start + offset)) == line else { return nil }
    }
    let isWhole =
      document.isBlank(end + 1) || Label.read(document, line: end + 1) != nil
      || cell.candidates.contains { $0.lines.upperBound == end }
    guard isWhole else { return nil }
    return RecordedOutput(text: shown, lines: start...end, range: document.range(start...end), form: .paragraph)
  }
}

extension OutputForm {
  var isFence: Bool {
    if case .fence = self { true } else { false }
  }
}

/// Some blocks in a row, read as one output.
struct OutputRun {
  let candidates: [OutputCandidate]
  /// What they may record: as written, and without blank lines, which part what was printed from the value after it.
  let texts: [String]
  private let document: Document

  init(_ document: Document, _ candidates: [OutputCandidate]) {
    self.document = document
    self.candidates = candidates
    let text = Self.text(document, candidates)
    let lines = TextLines.split(text)
    let dense = lines.filter { !TextLines.isBlank($0) }
    texts = dense.count < lines.count ? [text, dense.joined(separator: "\n")] : [text]
  }

  /// Bare text that blank lines part is one text as it stands in the source; other forms are unwrapped one by one.
  private static func text(_ document: Document, _ candidates: [OutputCandidate]) -> String {
    guard let first = candidates.first, let last = candidates.last else { return "" }
    let isBare = first.form == .paragraph && candidates.allSatisfy { $0.form == .paragraph || $0.form == .indented }
    if isBare { return document.text(first.lines.lowerBound...last.lines.upperBound) }
    return candidates.map(\.text).joined(separator: "\n")
  }

  func output(_ text: String? = nil) -> RecordedOutput {
    let first = candidates.first
    let lines =
      (first?.lines.lowerBound ?? 1)...max(first?.lines.lowerBound ?? 1, candidates.last?.lines.upperBound ?? 1)
    return RecordedOutput(
      text: text ?? texts.first ?? "", lines: lines, range: document.range(lines), form: first?.form ?? .paragraph,
      outLabel: candidates.lazy.compactMap(\.outLabel).first)
  }
}
