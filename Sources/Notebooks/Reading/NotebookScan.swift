/// One walk through a document from its first line to its last, collecting cells.
struct NotebookScan {
  let document: Document
  let codeReader: any CodeReader
  var blocks: [MarkdownBlock] = []
  var fences: [Int: FencedCode] = [:]
  var cells: [Cell] = []
  var explanations: [BlockExplanation] = []
  var problems: [NotebookProblem] = []
  /// What the cells so far have bound, to tell `q.backward()` from a repr.
  var bound: BoundNames
  /// Directives in comments of the document that wait for their cell.
  var pending: (directives: Directives, lines: ClosedRange<Int>)?

  init(_ document: Document, _ codeReader: any CodeReader) {
    self.document = document
    self.codeReader = codeReader
    bound = BoundNames(builtins: codeReader.builtinNames)
  }

  mutating func run() {
    var line = FrontMatter.lastLine(of: document) + 1
    if line > 1 { explanations.append(.init(lines: 1...(line - 1), role: .frontMatter, reason: .frontMatter)) }
    parse(from: line)
    while line <= document.lines.count {
      // Every step moves on by at least a line.
      line = max(line + 1, step(at: line))
    }
    dropPending()
    explainProse()
  }

  /// Reads what starts at a line; returns the line to go on from.
  private mutating func step(at line: Int) -> Int {
    if document.isBlank(line) { return line + 1 }
    if let fence = fences[line] { return read(fence) }
    let block = block(at: line)
    if let block, block.kind == .html, block.lines.lowerBound == line, let next = readComment(block) { return next }
    if let found = label(at: line) {
      return readExportCell(found.label, codeStart: found.codeStart, at: line) + 1
    }
    if let block, block.kind == .fencedCode || block.kind == .indentedCode {
      let end = max(line, block.lines.upperBound)
      readExamples((line...end).map { ($0, TextLines.unindented(document.text($0))) }, prefix: "    ")
      return end + 1
    }
    if document.text(line).hasPrefix(">>> ") {
      let end = lastLine(ofRunAt: line)
      readExamples((line...end).map { ($0, document.text($0)) }, prefix: "")
      return end + 1
    }
    return line + 1
  }

  private mutating func read(_ fence: FencedCode) -> Int {
    let end = fence.lines.upperBound
    let kind = FenceInfo(fence.info)
    if Prompts.begin(fence) {
      let first = fence.lines.lowerBound + 1
      readExamples(fence.text.enumerated().map { (first + $0.offset, $0.element) }, prefix: fence.linePrefix)
    } else if kind == .python {
      readFenceCell(fence)
      if let next = fence.next, cells.last?.candidates.isEmpty == false { return next.lines.upperBound + 1 }
    } else {
      explanations.append(.init(lines: fence.lines, role: .prose, reason: .foreignFence))
    }
    return end + 1
  }

  // MARK: Blocks

  mutating func parse(from line: Int) {
    let parser = MarkdownParser(document, from: line)
    blocks = parser.blocks
    fences = Dictionary(parser.fences.map { ($0.lines.lowerBound, $0) }) { first, _ in first }
  }

  /// CommonMark does not know where code ends: a list, fence or tag that it saw begin in code may have
  /// taken in what follows. Then the rest of the document is read as if it began after the code.
  mutating func reparseIfCut(after end: Int) {
    guard let last = block(at: end), last.lines.upperBound > end else { return }
    // Cells that follow each other without a blank line share a paragraph; that is no harm, and common.
    if last.kind == .paragraph, Label.read(document, line: end + 1) != nil { return }
    parse(from: end + 1)
  }

  /// The outermost block that holds a line.
  func block(at line: Int) -> MarkdownBlock? {
    var low = 0
    var high = blocks.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if blocks[middle].lines.lowerBound <= line { low = middle } else { high = middle }
    }
    return low < blocks.count && blocks[low].lines.contains(line) ? blocks[low] : nil
  }

  /// The label that begins a line, unless the line is text of a code block, comment or script.
  func label(at line: Int) -> (label: Label, codeStart: Int)? {
    guard let found = Label.read(document, line: line) else { return nil }
    guard let block = block(at: line), block.isOpaque else { return found }
    // A tag such as `<br>` takes in everything up to a blank line; a label ends it all the same.
    guard block.kind == .html else { return nil }
    let opening = document.text(block.lines.lowerBound).drop { $0 == " " }.lowercased()
    return ["<!", "<?", "<script", "<pre", "<style", "<textarea"].contains { opening.hasPrefix($0) } ? nil : found
  }

  /// The last line before a blank line or a label, from a line that is not blank.
  func lastLine(ofRunAt line: Int) -> Int {
    var end = line
    while end < document.lines.count, !document.isBlank(end + 1), Label.read(document, line: end + 1) == nil {
      end += 1
    }
    return end
  }

  /// The next run of lines without a blank one, from a line on.
  func run(from line: Int) -> ClosedRange<Int>? {
    var start = line
    while start <= document.lines.count, document.isBlank(start) { start += 1 }
    return start <= document.lines.count ? start...lastLine(ofRunAt: start) : nil
  }

  // MARK: Collecting

  /// The directives that wait for a cell which starts at a line.
  mutating func takePending(before line: Int) -> Directives {
    guard let waiting = pending else { return Directives() }
    let between = (waiting.lines.upperBound + 1)..<max(waiting.lines.upperBound + 1, line)
    guard between.allSatisfy({ document.isBlank($0) }) else {
      dropPending()
      return Directives()
    }
    pending = nil
    return waiting.directives
  }

  mutating func dropPending() {
    guard let waiting = pending else { return }
    pending = nil
    problems.append(
      NotebookProblem(line: waiting.lines.lowerBound, message: "this directive stands before no cell"))
  }

  /// Adds a cell and remembers what it binds.
  mutating func add(
    form: CellForm, label: Label? = nil, code: CodeText, lines: ClosedRange<Int>, linePrefix: String = "",
    candidates: [OutputCandidate], directives: Directives
  ) {
    cells.append(
      Cell(
        index: cells.count, form: form, label: label, code: code.text, codeLines: code.places, lines: lines,
        linePrefix: linePrefix, candidates: candidates, directives: directives))
    if case .complete(let shape) = codeReader.read(code.text) { bound.add(shape) }
  }

  private mutating func explainProse() {
    let taken = explanations.flatMap { Array($0.lines) }
    var covered = Set(taken)
    for block in MarkdownParser(document, from: 1 + FrontMatter.lastLine(of: document)).blocks {
      guard let start = block.lines.first(where: { !covered.contains($0) && !document.isBlank($0) }) else { continue }
      let end = block.lines.first { $0 > start && covered.contains($0) }.map { $0 - 1 } ?? block.lines.upperBound
      covered.formUnion(start...end)
      explanations.append(.init(lines: start...end, role: .prose, reason: .markdown))
    }
    explanations.sort { $0.lines.lowerBound < $1.lines.lowerBound }
  }
}

/// The code of a cell as it is put together line by line.
struct CodeText {
  private(set) var lines: [String] = []
  private(set) var places: [CodeLine] = []

  var text: String { lines.joined(separator: "\n") }
  var isBlank: Bool { lines.allSatisfy { TextLines.isBlank($0) } }

  mutating func append(_ text: String, line: Int, indentation: Int = 0) {
    lines.append(text)
    places.append(CodeLine(line: line, indentation: indentation))
  }

  /// Adds document lines as they stand, with the blank ones between them and the code so far.
  mutating func append(_ range: ClosedRange<Int>, of document: Document) {
    let start = places.last.map { min($0.line + 1, range.lowerBound) } ?? range.lowerBound
    for line in start...range.upperBound { append(document.text(line), line: line) }
  }

  /// Takes from all lines the indentation that they share.
  mutating func dedent() {
    let old = lines
    lines = TextLines.dedented(old)
    places = zip(places, zip(old, lines)).map { place, texts in
      CodeLine(line: place.line, indentation: place.indentation + texts.0.count - texts.1.count)
    }
  }

  func prefix(_ count: Int) -> CodeText {
    var result = CodeText()
    result.lines = Array(lines.prefix(count))
    result.places = Array(places.prefix(count))
    return result
  }
}
