import Testing

@testable import Notebooks

@Suite struct UpdatingTests {
  @Test func splicesApplyInOrder() {
    let bytes = Array("0123456789".utf8)
    let splices = [
      Splice(range: 8..<8, replacement: Array("x".utf8)), Splice(range: 2..<5, replacement: []),
      Splice(range: 0..<1, replacement: Array("ab".utf8)), Splice(range: 3..<9, replacement: Array("lost".utf8)),
    ]
    #expect(String(decoding: splices.apply(to: bytes), as: UTF8.self) == "ab1567x89")
    #expect([Splice]().apply(to: bytes) == bytes)
  }

  private func cells(_ labels: [String]) throws -> [Cell] {
    try labels.enumerated().map { index, text in
      let found = try #require(Label.read(try Document(bytes: Array("In [\(text)]:".utf8)), line: 1))
      return Cell(
        index: index, form: .export, label: found.label, code: "", codeLines: [], lines: 1...1, candidates: [],
        directives: Directives())
    }
  }

  @Test func labelsMoveUpOnlyAsFarAsNeeded() throws {
    let seed = ["2", "3", "4", "5", "6", "7", "8", "None", "None", "9", "10", "11", "None", "None"]
    let numbers = Numbering.moveUp(try cells(seed), numbering: [7, 8, 12, 13])
    #expect(numbers == [7: 9, 8: 10, 9: 11, 10: 12, 11: 13, 12: 14, 13: 15])
    #expect(Numbering.moveUp(try cells(["1", " ", "20"]), numbering: [1]) == [1: 2])
    #expect(Numbering.moveUp(try cells(["5", "3", " ", "4", "9"]), numbering: [2]) == [2: 6, 3: 7])
    #expect(Numbering.moveUp(try cells(["5", "3", " ", "4"]), numbering: []) == [:])
    #expect(Numbering.moveUp(try cells([" "]), numbering: [0]) == [0: 1])
  }

  @Test func renumberingCountsFromOne() throws {
    #expect(Numbering.fromOne(try cells(["2", " ", "3", "None"]), numbering: [3]) == [0: 1, 2: 2, 3: 3])
  }

  @Test func writerForms() {
    let writer = OutputWriter(linePrefix: "> ", lineEnd: "\r\n")
    func written(_ text: String, _ form: OutputForm) -> String {
      String(decoding: writer.bytes(text, as: form, outNumber: "7"), as: UTF8.self)
    }
    #expect(written("a\nb", .paragraph) == "> a\r\n> b")
    #expect(written("a\n\nb", .indented) == ">     a\r\n>\r\n>     b")
    #expect(written("a ``` b", .fence(info: "output")) == "> ````output\r\n> a ``` b\r\n> ````")
    #expect(written("a\n\nb", .doctest) == "> a\r\n> <BLANKLINE>\r\n> b")
    #expect(written("a\nb", .outLabel(labelOnly: false)) == "> Out[7]: a\r\n> b")
    #expect(written("a", .outLabel(labelOnly: true)) == "> Out[7]:\r\n> a")
  }
}
