import Foundation
import Testing

@Suite struct UpdateCommandTests {
  private let tool: CommandLineTool
  private static let note = "In [1]:\n1 + 1\n\n3\n\nIn [None]:\nprint('a')\n\nWords.\n\nIn [2]:\n1 / 0\n"

  init() throws {
    tool = try CommandLineTool()
    try tool.write(Self.note, to: "a.md")
  }

  @Test func updatesUntilNothingIsLeft() throws {
    let first = try tool.run("update", "a.md")
    #expect(first.status == 0)
    #expect(first.output == "a.md: outputs updated: 2 new, 1 changed\n")
    #expect(
      try tool.read("a.md")
        == "In [1]:\n1 + 1\n\n2\n\nIn [2]:\nprint('a')\n\na\n\nWords.\n\nIn [3]:\n1 / 0\n\nZeroDivisionError: division by zero\n"
    )
    #expect(try tool.run("update", "a.md").output == "a.md: nothing to update\n")
    #expect(try tool.run("--strict", "a.md").status == 0)
  }

  @Test func aDiffWritesNothing() throws {
    let outcome = try tool.run("update", "--diff", "a.md")
    #expect(outcome.status == 0)
    #expect(outcome.output.hasPrefix("--- a.md\n+++ a.md\n@@ "))
    #expect(outcome.output.contains("-3\n+2\n"))
    #expect(try tool.read("a.md") == Self.note)
  }

  @Test func renumbering() throws {
    try tool.write("In [7]:\nx = 1\n\nIn [9]:\nx\n\n1\n", to: "b.md")
    #expect(try tool.run("update", "--renumber", "b.md").output == "b.md: cells renumbered\n")
    #expect(try tool.read("b.md") == "In [1]:\nx = 1\n\nIn [2]:\nx\n\n1\n")
  }

  @Test func filesThatCannotBeRead() throws {
    let outcome = try tool.run("update", "gone.md")
    #expect(outcome.status == 4)
    #expect(outcome.error == "gone.md: error: No such file or directory\n")
  }
}
