import Foundation
import Testing

@Suite struct RunCommandTests {
  private let tool: CommandLineTool

  init() throws { tool = try CommandLineTool() }

  @Test func aScript() throws {
    try tool.write("import sys\nprint('hi', sys.argv)\n3\n", to: "a.py")
    let outcome = try tool.run("run", "a.py", "b", "--c")
    #expect(outcome == .init(status: 0, output: "hi ['a.py', 'b', '--c']\n", error: ""))
  }

  @Test func anException() throws {
    try tool.write("print('a')\n1 / 0\n", to: "a.py")
    let outcome = try tool.run("run", "a.py")
    #expect(outcome.status == 1)
    #expect(outcome.output == "a\n")
    #expect(outcome.error.hasPrefix("Traceback (most recent call last):\n  File \"/"))
    #expect(outcome.error.contains("/a.py\", line 2, in <module>\n    1 / 0\n    ~~^~~\n"))
    #expect(outcome.error.hasSuffix("ZeroDivisionError: division by zero\n"))
  }

  @Test func exits() throws {
    try tool.write("import sys\nsys.exit(3)\n", to: "a.py")
    #expect(try tool.run("run", "a.py") == .init(status: 3, output: "", error: ""))
    try tool.write("import sys\nsys.exit('no')\n", to: "b.py")
    #expect(try tool.run("run", "b.py") == .init(status: 1, output: "", error: "no\n"))
    try tool.write("raise SystemExit\n", to: "c.py")
    #expect(try tool.run("run", "c.py").status == 0)
  }

  @Test func aSyntaxError() throws {
    try tool.write("print('a')\nx = (\n", to: "a.py")
    let outcome = try tool.run("run", "a.py")
    #expect(outcome.status == 1)
    #expect(outcome.output.isEmpty)
    #expect(outcome.error.contains("SyntaxError: '(' was never closed"))
  }

  @Test func theCellsOfANotebook() throws {
    try tool.write("In [1]:\n1 + 1\n\n3\n\nIn [2]:\nprint('a')\n", to: "a.md")
    #expect(try tool.run("run", "a.md") == .init(status: 0, output: "In [1]:\n2\nIn [2]:\na\n", error: ""))
  }

  @Test func missingFiles() throws {
    #expect(
      try tool.run("run", "gone.py")
        == .init(status: 4, output: "", error: "gone.py: error: No such file or directory\n"))
  }

  @Test func explanations() throws {
    try tool.write("# Title\n\nIn [1]:\n1 + 1\n\n2\n\nWords are prose.\n", to: "a.md")
    let outcome = try tool.run("explain", "a.md")
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("a.md:3-4: code of In [1]"))
    #expect(outcome.output.contains("a.md:6: output of In [1]"))
    #expect(outcome.output.contains("a.md:8: prose"))
  }
}
