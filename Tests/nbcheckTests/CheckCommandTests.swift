import Foundation
import Testing

@Suite struct CheckCommandTests {
  private let tool: CommandLineTool

  init() throws { tool = try CommandLineTool() }

  private static let right = "In [1]:\n1 + 1\n\n2\n"
  private static let wrong = "In [1]:\n1 + 1\n\n3\n"

  @Test func aRightNotebook() throws {
    try tool.write(Self.right, to: "a.md")
    let outcome = try tool.run("a.md")
    #expect(outcome.status == 0)
    #expect(outcome.output.hasPrefix("a.md: 1 cell: 1 passed ("))
    #expect(outcome.error.isEmpty)
    #expect(try tool.run("check", "a.md").status == 0)
  }

  @Test func aWrongNotebook() throws {
    try tool.write(Self.wrong, to: "a.md")
    let outcome = try tool.run("a.md")
    #expect(outcome.status == 1)
    #expect(
      outcome.output.contains("a.md:4:1: error: In [1]: the output changed (- recorded, + shown)\n  - 3\n  + 2\n"))
    #expect(outcome.output.contains("1 failure, 1 cell in 1 notebook"))
  }

  @Test func everyCellRunsWhateverOthersDo() throws {
    try tool.write("In [1]:\nx = (1\n\nIn [2]:\n1 / 0\n\nIn [3]:\n1 + 1\n\n2\n", to: "a.md")
    let outcome = try tool.run("a.md")
    #expect(outcome.status == 1)
    #expect(outcome.output.contains("1 passed"))
    #expect(outcome.output.contains("a.md:5:1: error: In [2]: raised ZeroDivisionError: division by zero"))
  }

  @Test func anEndlessLoopIsStopped() throws {
    try tool.write("In [1]:\nwhile True:\n    pass\n\nIn [2]:\n1 + 1\n\n2\n", to: "a.md")
    let outcome = try tool.run("--timeout", "0.3", "a.md")
    #expect(outcome.status == 1)
    #expect(outcome.output.contains("1 passed, 1 raised"))
  }

  @Test func anInterruptionReportsWhatIsDone() throws {
    try tool.write("In [1]:\n1 + 1\n\n2\n\nIn [2]:\nwhile True:\n    pass\n", to: "a.md")
    let outcome = try tool.run("a.md") { process in
      Thread.sleep(forTimeInterval: 1)
      process.interrupt()
    }
    #expect(outcome.status == 2)
    #expect(outcome.output.contains("a.md: 1 cell: 1 passed"))
    #expect(outcome.output.contains("a.md: interrupted: 1 cell did not run"))
  }

  @Test func filesThatCannotBeRead() throws {
    try tool.write(Self.right, to: "a.md")
    try tool.write(Data([0x61, 0x0A, 0xFF]), to: "latin.md")
    try tool.write(Data([0x61, 0]), to: "binary.md")
    let outcome = try tool.run("gone.md", "latin.md", "binary.md", "a.md")
    #expect(outcome.status == 4)
    #expect(outcome.output.contains("gone.md: error: No such file or directory\n"))
    #expect(outcome.output.contains("latin.md:2:1: error: not UTF-8"))
    #expect(outcome.output.contains("binary.md:1:2: error: a binary file"))
    #expect(outcome.output.contains("a.md: 1 cell: 1 passed"))
  }

  @Test func nothingToCheck() throws {
    try tool.write("", to: "empty.md")
    try tool.write("words", to: "folder/notes.txt")
    #expect(try tool.run("empty.md").status == 5)
    #expect(try tool.run("folder").status == 5)
  }

  @Test func foldersAreSearched() throws {
    try tool.write(Self.right, to: "folder/b.md")
    try tool.write(Self.wrong, to: "folder/deep/a.md")
    let outcome = try tool.run("--jobs", "2", "folder")
    #expect(outcome.status == 1)
    let lines = outcome.output.split(separator: "\n")
    #expect(lines.first?.hasPrefix("folder/b.md: 1 cell: 1 passed") == true)
    #expect(outcome.output.contains("folder/deep/a.md:4:1: error:"))
  }

  @Test func strictness() throws {
    try tool.write("In [None]:\n1 + 1\n", to: "a.md")
    #expect(try tool.run("a.md").status == 0)
    #expect(try tool.run("--strict", "a.md").status == 1)
  }

  @Test func tolerances() throws {
    try tool.write("In [1]:\n0.1 + 0.2\n\n0.301\n", to: "a.md")
    #expect(try tool.run("a.md").status == 1)
    #expect(try tool.run("--rtol", "0.01", "a.md").status == 0)
    #expect(try tool.run("--atol", "0.01", "a.md").status == 0)
    try tool.write("In [1]:\n0.1 + 0.2\n\n0.3\n", to: "b.md")
    #expect(try tool.run("b.md").output.contains("1 passed (1 numbers within tolerance)"))
  }

  @Test func wrongUsage() throws {
    for arguments in [
      [], ["--bogus", "a.md"], ["--format", "xml", "a.md"], ["--output", "xml=a", "a.md"], ["--jobs", "0", "a.md"],
    ] {
      let outcome = try run(arguments)
      #expect(outcome.status == 4)
      #expect(outcome.output.isEmpty)
      #expect(outcome.error.hasPrefix("Error: "))
    }
    #expect(try tool.run("--help").status == 0)
    #expect(try tool.run("--help").output.contains("USAGE: nbcheck"))
    #expect(try tool.run("--version").output.hasPrefix("nbcheck "))
  }

  private func run(_ arguments: [String]) throws -> CommandLineTool.Outcome {
    switch arguments.count {
    case 0: try tool.run()
    case 2: try tool.run(arguments[0], arguments[1])
    default: try tool.run(arguments[0], arguments[1], arguments[2])
    }
  }

  @Test func reports() throws {
    try tool.write(Self.wrong, to: "a.md")
    let outcome = try tool.run("--format", "json", "--output", "json=b.json", "--output", "text=b.txt", "a.md")
    #expect(outcome.status == 1)
    let json = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any]
    #expect(json?["version"] as? Int == 1)
    let notebook = (json?["notebooks"] as? [[String: Any]])?.first
    let cell = (notebook?["cells"] as? [[String: Any]])?.first
    #expect(cell?["label"] as? String == "In [1]")
    #expect(cell?["line"] as? Int == 1)
    #expect(cell?["endLine"] as? Int == 4)
    #expect(cell?["verdict"] as? String == "changed")
    #expect(cell?["expected"] as? String == "3")
    #expect(cell?["actual"] as? String == "2\n")
    #expect(try tool.read("b.json") == outcome.output)
    #expect(try tool.read("b.txt").contains("a.md:4:1: error: In [1]"))
    #expect(try tool.run("--output", "json=gone/b.json", "a.md").status == 4)
  }

  @Test func colors() throws {
    try tool.write(Self.wrong, to: "a.md")
    #expect(try !tool.run("a.md").output.contains("\u{1B}"))
    #expect(try tool.run("--color", "always", "a.md").output.contains("\u{1B}[31m- 3"))
  }
}
