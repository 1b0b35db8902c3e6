import Notebooks
import Testing

/// Documents that no author would write must not trap, and what is not updated must stay as it is.
@Suite struct RobustnessTests {
  /// Numbers that are the same on every run (Knuth's MMIX generator).
  private struct Generator: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state >> 32 | state << 32
    }
  }

  private static let fragments = [
    "In [1]:\n", "In [None]:\n", "In [ ]:", "x = 1\n", "\n", "\n\n", "\r\n", "\r", "for k in r:\n", "    y = 2\n",
    "print(x)\n",
    "False\n", "tensor([[1.,\n\n", "        2.]])\n", "RuntimeError: ignored\n", "```python\n", "```\n", "```output\n",
    "~~~\n",
    "- item\n", "  ", "> ", ">>> x\n", "... y\n", "# h\n", "---\n", "===\n", "<br>\n", "<!-- nbcheck: skip -->\n",
    "<!--", "-->\n",
    "<!-- nbcheck: hidden\n", "'''", "(", ")", "[", "]", "Out[1]: 3\n", "Traceback (most recent call last):\n",
    "| a |\n|---|\n",
    "\t", "é", "[a]: b\n", "Some prose here.\n", "\u{FEFF}", "%time\n", "\\", "\"", "#| eval: false\n", "1. one\n",
    "*x*", "$",
  ]

  private func document(_ generator: inout Generator) -> String {
    (0..<Int.random(in: 1...40, using: &generator)).map { _ in Self.fragments.randomElement(using: &generator) ?? "" }
      .joined()
  }

  @Test func randomDocuments() throws {
    var generator = Generator(state: 20_240_607)
    for _ in 0..<1_500 {
      let text = document(&generator)
      let notebook = try Reading.notebook(text)
      #expect(Updater(notebook, codeReader: Reading.codeReader).update([]).bytes == Array(text.utf8))
      for cell in notebook.cells {
        #expect(cell.lines.upperBound <= notebook.document.lines.count)
        #expect(
          cell.codeLines.count == cell.code.split(separator: "\n", omittingEmptySubsequences: false).count
            || cell.code.isEmpty)
        _ = Reading.output(notebook, cell.index, displays: "tensor([1.])")
        _ = Reading.output(notebook, cell.index, displays: nil)
      }
    }
  }

  @Test func randomUpdatesSettle() throws {
    var generator = Generator(state: 3)
    let shown: [String?] = [
      "True", "a\n\nb", "- x", "x = 1", nil, "tensor([[[1.]],\n\n        [[2.]]])", "ValueError: no",
      "Some prose here.",
    ]
    for _ in 0..<600 {
      let text = document(&generator)
      let notebook = try Reading.notebook(text)
      let displays = Dictionary(
        uniqueKeysWithValues: notebook.cells.map { ($0.index, shown.randomElement(using: &generator) ?? nil) })
      let once = try Reading.update(text, displays)
      let read = try Reading.notebook(once.bytes)
      #expect(read.cells.map(\.code) == notebook.cells.map(\.code), "\(text.debugDescription)")
      let unwritten = Set(once.problems.compactMap(\.cell))
      for cell in read.cells where cell.form != .hidden && !unwritten.contains(cell.index) {
        guard let text = displays[cell.index] ?? nil else { continue }
        let output = Reading.output(read, cell.index, displays: text).output
        #expect(
          output.map { TextLines.same($0.text, text) } == true,
          "\(String(decoding: once.bytes, as: UTF8.self).debugDescription)")
      }
    }
  }

  @Test func mutatedBytes() {
    var generator = Generator(state: 99)
    let base = Array(
      "---\na: b\n---\nIn [1]:\nx = 'é'\n\nFalse\n\n```python\ny\n```\n\n    1\n\n- a\n\nIn [None]:\nz(\n\n1)\n".utf8)
    for _ in 0..<3_000 {
      var bytes = base
      for _ in 0..<Int.random(in: 1...4, using: &generator) {
        let index = Int.random(in: 0..<bytes.count, using: &generator)
        switch Int.random(in: 0..<3, using: &generator) {
        case 0: bytes[index] = UInt8.random(in: 0...255, using: &generator)
        case 1: bytes.remove(at: index)
        default: bytes.insert(bytes[Int.random(in: 0..<bytes.count, using: &generator)], at: index)
        }
      }
      guard let notebook = try? Reading.notebook(bytes) else { continue }
      #expect(Updater(notebook, codeReader: Reading.codeReader).update([]).bytes == bytes)
    }
  }

  /// A quadratic reader would take minutes here and in the next test.
  @Test(.timeLimit(.minutes(1))) func longDocuments() throws {
    let text = (1...2_000).map { "In [\($0)]:\nx = \($0)\nx\n\n\($0)\n\nSome prose here.\n\n" }.joined()
    #expect(try Reading.notebook(text).cells.count == 2_000)
  }

  @Test(.timeLimit(.minutes(1))) func cellsWithoutBlankLines() throws {
    let text = (1...3_000).map { "In [\($0)]:\nx = \($0)\n" }.joined()
    #expect(try Reading.notebook(text).cells.count == 3_000)
  }

  @Test func openBracketBeforeMuchText() throws {
    let text = "In [1]:\nx = (1,\n\n" + String(repeating: "2,\n\n", count: 5_000)
    #expect(try Reading.notebook(text).cells.count == 1)
  }
}
