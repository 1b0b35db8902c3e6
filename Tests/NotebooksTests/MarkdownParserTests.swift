import Testing

@testable import Notebooks

@Suite struct MarkdownParserTests {
  private func parse(_ text: String) throws -> MarkdownParser {
    MarkdownParser(try Document(bytes: Array(text.utf8)), from: 1)
  }

  @Test func kindsAndLines() throws {
    let text = """
      # One
      para
      graph

      Two
      ---

      - item

      > quote

      ***

          indented

          more

      <br>

      | a | b |
      |---|---|
      | 1 | 2 |

      ```python
      x
      ```
      [ref]: http://example.com
      """
    let blocks = try parse(text).blocks
    #expect(
      blocks == [
        .init(kind: .atxHeading(level: 1), lines: 1...1), .init(kind: .paragraph, lines: 2...3),
        .init(kind: .setextHeading, lines: 5...6), .init(kind: .list, lines: 8...8),
        .init(kind: .quote, lines: 10...10),
        .init(kind: .thematicBreak, lines: 12...12), .init(kind: .indentedCode, lines: 14...16),
        .init(kind: .html, lines: 18...18), .init(kind: .table, lines: 20...22),
        .init(kind: .fencedCode, lines: 24...26),
        .init(kind: .linkDefinition, lines: 27...27),
      ])
  }

  @Test func fencesInContainers() throws {
    let text = "- item\n\n  ```python\n  x = 1\n\n    y\n  ```\n\n  ```output\n  1\n  ```\n\n> ~~~py\n> z\n> ~~~\n"
    let fences = try parse(text).fences
    #expect(fences.map(\.info) == ["python", "output", "py"])
    #expect(fences.map(\.lines) == [3...7, 9...11, 13...15])
    #expect(fences[0].text == ["x = 1", "", "  y"])
    #expect(fences.map(\.linePrefix) == ["  ", "  ", "> "])
    #expect(fences[0].next == FollowingCode(kind: .fenced(info: "output"), lines: 9...11, text: ["1"]))
    #expect(fences[2].text == ["z"])
  }

  @Test func unclosedFence() throws {
    let fences = try parse("```py\nx\n\n").fences
    #expect(fences.map(\.isClosed) == [false])
    #expect(fences.map(\.lines) == [1...3])
    #expect(try parse("```").fences.map(\.lines) == [1...1])
  }

  @Test func longerFenceHoldsShorterOnes() throws {
    let fences = try parse("````py\n```\nx\n```\n````\nend").fences
    #expect(fences.map(\.lines) == [1...5])
    #expect(fences[0].text == ["```", "x", "```"])
    #expect(fences[0].isClosed)
  }

  @Test func indentedTextThatLooksLikeAFence() throws {
    let parser = try parse("    ```python\n    x\n    ```\n")
    #expect(parser.fences.isEmpty)
    #expect(parser.blocks == [.init(kind: .indentedCode, lines: 1...3)])
  }

  @Test func codeKeepsItsBytes() throws {
    let fence = try #require(try parse("```py\nx*y*z &amp; \\_ <b>\t|\n```\n").fences.first)
    #expect(fence.text == ["x*y*z &amp; \\_ <b>\t|"])
  }

  @Test func deepNestingIsHarmless() throws {
    let text = String(repeating: "> ", count: 20_000) + "x\n" + String(repeating: "- ", count: 2_000) + "y\n"
    #expect(try !parse(text).blocks.isEmpty)
  }

  @Test(arguments: [
    ("python", FenceInfo.python), ("py", .python), ("Python3", .python), ("ipython3", .python), ("{python}", .python),
    ("{.python .cell}", .python), ("{code-cell}", .python), ("{code-cell} ipython3", .python),
    ("python title=\"x\"", .python), ("python{1,3}", .python), ("{python echo=TRUE}", .python),
    ("{code-cell} julia", .foreign), ("{note}", .foreign), ("pycon", .doctest), ("pythonic", .foreign),
    ("bash", .foreign),
    ("", .output), ("output", .output), ("text", .output), ("console", .output),
  ])
  func infoStrings(info: String, expected: FenceInfo) {
    #expect(FenceInfo(info) == expected)
  }
}
