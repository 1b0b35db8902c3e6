import Synchronization
import Testing

@testable import Checking

@Suite struct CheckerTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test func resultsComeInTheOrderOfTheFiles() throws {
    let good = folder.path + "/note.md"
    try FileContents.write("In [1]:\nx\n\n1\n", to: good)
    let files = (0..<20).map { NotebookFile(path: $0 % 2 == 0 ? good : folder.path + "/gone\($0).md") }
    let delivered = Mutex<[String]>([])
    let checker = Checker(engine: .scripted(["x": .value("1")]))
    let results = checker.check(files, onResult: { result in delivered.withLock { $0.append(result.path) } })
    #expect(results.map(\.path) == files.map(\.path))
    #expect(delivered.withLock { $0 } == files.map(\.path))
    #expect(results.map(\.isUnreadable) == (0..<20).map { $0 % 2 == 1 })
    #expect(results[1].problems.first?.message == "No such file or directory")
  }

  @Test func foldersAreSearchedForNotebooks() throws {
    try FileContents.write("", to: folder.path + "/note.md")
    try FileContents.write("{}", to: folder.path + "/report.json")
    #expect(NotebookFile.find([folder.path]).map(\.path) == [folder.path + "/note.md"])
    #expect(NotebookFile.find([folder.path + "/"]).map(\.path) == [folder.path + "/note.md"])
    #expect(NotebookFile.find(["gone.md"]).map(\.path) == ["gone.md"])
  }

  @Test func anInterruptionEndsTheRun() throws {
    let path = folder.path + "/note.md"
    try FileContents.write("In [1]:\nx\n", to: path)
    let interruption = Interruption()
    interruption.raise()
    let results = Checker(engine: .scripted([:]), interruption: interruption).check([NotebookFile(path: path)])
    #expect(results.map(\.isComplete) == [false])
    #expect(Outcome(of: results, strict: false) == .interrupted)
  }

  @Test func filesThatAreNoTextSayWhere() throws {
    let path = folder.path + "/note.md"
    try FileContents.write([0x61, 0x0A, 0x62, 0xFF], to: path)
    let problem = try #require(Checker(engine: .scripted([:])).check([NotebookFile(path: path)]).first?.problems.first)
    #expect(problem.line == 2)
    #expect(problem.column == 2)
  }
}
