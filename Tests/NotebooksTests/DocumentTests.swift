import Testing

@testable import Notebooks

@Suite struct DocumentTests {
  @Test(arguments: [
    ("a\nb\n", ["a", "b"], "\n"), ("a\r\nb", ["a", "b"], "\r\n"), ("a\rb\r", ["a", "b"], "\r"), ("", [], "\n"),
    ("a\n\r\nb", ["a", "", "b"], "\n"), ("only", ["only"], "\n"),
  ])
  func linesAndTheirEnds(text: String, lines: [String], lineEnd: String) throws {
    let document = try Document(bytes: Array(text.utf8))
    #expect(document.lines.indices.map { document.text($0 + 1) } == lines)
    #expect(document.lineEnd == lineEnd)
    #expect(document.lines.map(\.next).last ?? 0 == text.utf8.count)
  }

  @Test func byteOrderMarkIsNotText() throws {
    let document = try Document(bytes: [0xEF, 0xBB, 0xBF] + Array("In [1]:\n".utf8))
    #expect(document.text(1) == "In [1]:")
    #expect(document.range(1) == 3..<10)
  }

  @Test(
    arguments: [
      ([0x61, 0x0A, 0x62, 0xFF], NotebookError.notUTF8(line: 2, column: 2, byte: 0xFF)),
      ([0xC3, 0xA9, 0xC3], .notUTF8(line: 1, column: 2, byte: 0xC3)),
      ([0xC0, 0x80], .notUTF8(line: 1, column: 1, byte: 0xC0)),
      ([0x41, 0xED, 0xA0, 0x80], .notUTF8(line: 1, column: 2, byte: 0xED)),
      ([0xF4, 0x90, 0x80, 0x80], .notUTF8(line: 1, column: 1, byte: 0xF4)),
      ([0xE2, 0x82], .notUTF8(line: 1, column: 1, byte: 0xE2)),
      ([0x61, 0x0D, 0x0A, 0x00], .binary(line: 2, column: 1)), ([0xFF, 0xFE, 0x41, 0x00], .utf16),
    ] as [([UInt8], NotebookError)])
  func whatIsNotText(bytes: [UInt8], error: NotebookError) {
    #expect(throws: error) { try Document(bytes: bytes) }
  }

  @Test func everyScalarIsText() throws {
    let text = "é€😀\u{10FFFF}\u{7F}\u{1}"
    #expect(try Document(bytes: Array(text.utf8)).text(1) == text)
  }

  @Test func positionsCountCodePoints() throws {
    let document = try Document(bytes: Array("é1\r\n€2".utf8))
    #expect(document.position(at: 2) == (1, 2))
    #expect(document.position(at: 8) == (2, 2))
  }

  @Test(arguments: [
    ("---\ntitle: x\n---\n# H\n", 3), ("---\na: b\n...\ntext\n", 3), ("---\ntext\n", 0), ("text\n---\n", 0), ("", 0),
    ("--- \nx\n---", 3), ("---\r\nx\r\n---\r\n", 3),
  ])
  func frontMatter(text: String, lastLine: Int) throws {
    #expect(FrontMatter.lastLine(of: try Document(bytes: Array(text.utf8))) == lastLine)
  }

  @Test func normalizingDropsTrailingBlanksAndEnds() {
    #expect(TextLines.normalized("a \r\n\tb\t\r\n\r\n  \n") == "a\n\tb")
    #expect(TextLines.normalized("\n\n") == "")
    #expect(TextLines.split("a\n\nb\n") == ["a", "", "b"])
  }
}
