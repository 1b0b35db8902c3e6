import Testing

@testable import Notebooks

@Suite struct LabelTests {
  @Test(arguments: [
    ("In [8]:", Label.Mark.number(8)), ("In [ ]:", .neverRun), ("In []:", .neverRun), ("In [None]:", .neverRun),
    ("In [*]:", .running), ("In[12]: x", .number(12)), ("In [ 3 ]:", .number(3)),
  ])
  func labels(line: String, mark: Label.Mark) throws {
    let found = try #require(Label.read(try Document(bytes: Array(line.utf8)), line: 1))
    #expect(found.label.mark == mark)
  }

  @Test(arguments: [
    "In [8]", "In [x]:", " In [8]:", "in [8]:", "In [-1]:", "In [99999999999999999999]:", "In  [8]:", "In [", "Out[8]:",
    "",
    "In [3.5]:",
  ])
  func others(line: String) throws {
    #expect(Label.read(try Document(bytes: Array(line.utf8)), line: 1) == nil)
  }

  @Test func rangeIsBetweenTheBrackets() throws {
    let document = try Document(bytes: Array("\u{FEFF}In [42]: x".utf8))
    let found = try #require(Label.read(document, line: 1))
    #expect(document.bytes[found.label.range] == Array("42".utf8)[...])
    #expect(String(decoding: document.bytes[found.codeStart...], as: UTF8.self) == " x")
    #expect(found.label.description == "In [42]")
  }
}
