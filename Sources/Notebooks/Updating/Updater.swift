/// Writes outputs into a document without touching anything else in it.
///
/// An update proves itself: the new document is read again, and an output that would not be read back as the output of its
/// cell is written as a fence instead. So a second update finds nothing to do.
package struct Updater: Sendable {
  private let notebook: Notebook
  private let codeReader: any CodeReader
  private var document: Document { notebook.document }

  package init(_ notebook: Notebook, codeReader: any CodeReader) {
    self.notebook = notebook
    self.codeReader = codeReader
  }

  /// - Parameter renumber: Whether all labels are counted from 1.
  package func update(_ updates: [OutputUpdate], renumber: Bool = false) -> UpdateResult {
    var problems: [NotebookProblem] = []
    var planned = updates.compactMap { plan($0, &problems) }
    // Bare first; then fences where that failed; then without what no form can hold.
    for attempt in 0..<3 {
      let splices = splices(for: planned, renumber: renumber)
      let bytes = splices.apply(to: document.bytes)
      let failed = unreadable(planned, in: bytes)
      if failed.isEmpty { return UpdateResult(bytes: bytes, splices: splices, problems: problems) }
      if attempt == 0 {
        planned = planned.map { failed.contains($0.cell.index) ? $0.fenced : $0 }
      } else {
        let dropped = attempt == 1 ? planned.filter { failed.contains($0.cell.index) } : planned
        planned.removeAll { change in dropped.contains { $0.cell.index == change.cell.index } }
        problems += dropped.map {
          NotebookProblem(
            line: $0.cell.lines.lowerBound, message: "no form of this output would be read back as written",
            cell: $0.cell.index)
        }
      }
    }
    let splices = splices(for: planned, renumber: renumber)
    return UpdateResult(bytes: splices.apply(to: document.bytes), splices: splices, problems: problems)
  }

  // MARK: Planning

  private struct Change {
    let cell: Cell
    /// Nil removes the output.
    let text: String?
    let replaced: RecordedOutput?
    var form: OutputForm

    var fenced: Change {
      var change = self
      if form != .doctest { change.form = .fence(info: "output") }
      return change
    }
  }

  private func plan(_ update: OutputUpdate, _ problems: inout [NotebookProblem]) -> Change? {
    guard notebook.cells.indices.contains(update.cell) else { return nil }
    let cell = notebook.cells[update.cell]
    guard cell.form != .hidden else { return nil }
    if notebook.problems.contains(where: { $0.cell == cell.index && $0.message.contains("never closed") }) {
      problems.append(
        NotebookProblem(
          line: cell.lines.lowerBound, message: "no output can be written after a code fence that is never closed",
          cell: cell.index))
      return nil
    }
    let text = update.displayed.map(TextLines.normalized).flatMap { TextLines.isBlank($0) ? nil : $0 }
    if text == nil, update.replaced == nil { return nil }
    var change = Change(
      cell: cell, text: text, replaced: update.replaced, form: update.replaced?.form ?? newForm(for: cell))
    if change.form == .paragraph, let text, !isOneParagraph(text) { change = change.fenced }
    return change
  }

  /// The form in which other cells of the kind have theirs.
  private func newForm(for cell: Cell) -> OutputForm {
    if cell.form == .doctest { return .doctest }
    var counts: [(form: OutputForm, count: Int)] = []
    for other in notebook.cells where other.form == cell.form && other.label?.wasNeverRun != true {
      guard let first = other.candidates.first,
        first.form.isExplicit || first.form.isFence || first.reading == .value
          || first.reading == .error
      else { continue }
      if let index = counts.firstIndex(where: { $0.form == first.form }) {
        counts[index].count += 1
      } else {
        counts.append((first.form, 1))
      }
    }
    let usual = counts.max { $0.count < $1.count }?.form
    if case .outLabel? = usual { return .paragraph }
    return usual ?? (cell.form == .export ? .paragraph : .fence(info: "output"))
  }

  /// Whether markdown takes the text for one paragraph, so that it can stand bare.
  private func isOneParagraph(_ text: String) -> Bool {
    guard let alone = try? Document(bytes: Array(text.utf8)) else { return false }
    let blocks = MarkdownParser(alone, from: 1).blocks
    guard let only = blocks.first, blocks.count == 1, only.kind == .paragraph else { return false }
    return only.lines == 1...alone.lines.count && Label.readOut(alone, line: 1) == nil
  }

  // MARK: Splicing

  private func splices(for changes: [Change], renumber: Bool) -> [Splice] {
    let newlyRun = Set(changes.lazy.filter { $0.text != nil && $0.cell.label?.number == nil }.map(\.cell.index))
    let numbers =
      renumber
      ? Numbering.fromOne(notebook.cells, numbering: newlyRun)
      : Numbering.moveUp(notebook.cells, numbering: newlyRun)
    var splices: [Splice] = []
    for (index, number) in numbers {
      guard let label = notebook.cells[index].label else { continue }
      splices.append(Splice(range: label.range, replacement: Array(String(number).utf8)))
    }
    let changed = Set(changes.map(\.cell.index))
    for cell in notebook.cells where !changed.contains(cell.index) {
      // An `Out[n]:` goes with its label.
      guard let number = numbers[cell.index], let old = cell.label?.text else { continue }
      for range in cell.candidates.compactMap(\.outLabel)
      where String(decoding: document.bytes[range], as: UTF8.self) == old {
        splices.append(Splice(range: range, replacement: Array(String(number).utf8)))
      }
    }
    for change in changes {
      let number = numbers[change.cell.index].map(String.init) ?? change.cell.label?.text ?? ""
      if let splice = splice(for: change, number: number) { splices.append(splice) }
    }
    return splices.filter { Array(document.bytes[$0.range]) != $0.replacement }
      .sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  private func splice(for change: Change, number: String) -> Splice? {
    let writer = OutputWriter(linePrefix: change.cell.linePrefix, lineEnd: document.lineEnd)
    guard let text = change.text else { return change.replaced.map { removal(of: $0, from: change.cell) } }
    let output = writer.bytes(text, as: change.form, outNumber: number)
    if let replaced = change.replaced { return Splice(range: replaced.range, replacement: output) }
    return insertion(of: output, after: change.cell, writer)
  }

  private func insertion(of output: [UInt8], after cell: Cell, _ writer: OutputWriter) -> Splice? {
    let last = cell.lines.upperBound
    guard let end = document.range(last)?.upperBound else { return nil }
    let lineEnd = Array(document.lineEnd.utf8)
    if cell.form == .doctest { return Splice(range: end..<end, replacement: lineEnd + output) }
    let blank = lineEnd + Array(writer.blankLine.utf8)
    let isCrowded = last < document.lines.count && !isBlank(last + 1, in: cell)
    return Splice(range: end..<end, replacement: blank + lineEnd + output + (isCrowded ? blank : []))
  }

  /// Takes away the output's lines and a blank one before them, unless what is left would then touch.
  private func removal(of output: RecordedOutput, from cell: Cell) -> Splice {
    var first = output.lines.lowerBound
    let last = output.lines.upperBound
    let isFollowedByText = last < document.lines.count && !isBlank(last + 1, in: cell)
    if cell.form != .doctest, !isFollowedByText, first - 1 > cell.lines.upperBound, isBlank(first - 1, in: cell) {
      first -= 1
    }
    let lines = document.lines
    let isLast = last >= lines.count || lines[last - 1].next == lines[last - 1].end
    let start = isLast && first >= 2 ? lines[first - 2].end : lines[first - 1].start
    let end = isLast ? document.range(last)?.upperBound ?? document.bytes.count : lines[last - 1].next
    return Splice(range: start..<max(start, end), replacement: [])
  }

  private func isBlank(_ line: Int, in cell: Cell) -> Bool {
    document.text(line).drop { cell.linePrefix.contains($0) }.allSatisfy { $0 == " " || $0 == "\t" }
  }

  // MARK: Proving

  /// The cells whose new output would not be read back from the new document.
  private func unreadable(_ changes: [Change], in bytes: [UInt8]) -> Set<Int> {
    let all = Set(changes.map(\.cell.index))
    guard !changes.isEmpty else { return [] }
    guard let again = try? NotebookReader(codeReader: codeReader).read(bytes, path: notebook.path),
      again.cells.count == notebook.cells.count
    else { return all }
    var failed: Set<Int> = []
    for (old, new) in zip(notebook.cells, again.cells) where old.code != new.code {
      // Code that took in text did so from the nearest output written before its end.
      if let cause = changes.map(\.cell.index).filter({ $0 <= old.index }).max() { failed.insert(cause) }
    }
    for change in changes {
      let resolution = again.resolveOutput(of: again.cells[change.cell.index], displayed: change.text) {
        TextLines.normalized($0) == change.text
      }
      let isBack = resolution.output.map { TextLines.normalized($0.text) } == change.text
      if change.text == nil ? change.replaced == nil : !isBack { failed.insert(change.cell.index) }
    }
    return failed
  }
}
