import Testing

@testable import Checking

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A folder that goes when the test does.
final class TemporaryFolder {
  let path: String

  init() throws {
    var template = Array("/tmp/nbcheck-tests-XXXXXX".utf8CString)
    path = try #require(mkdtemp(&template).map { String(cString: $0) })
  }

  deinit {
    for name in ["note.md", "link.md", "report.json"] { unlink("\(path)/\(name)") }
    rmdir(path)
  }
}

@Suite struct NotebookUpdateTests {
  private let folder: TemporaryFolder
  private var path: String { folder.path + "/note.md" }

  init() throws { folder = try TemporaryFolder() }

  private func write(_ text: String) throws { try FileContents.write(text, to: path) }

  private func read(_ path: String) throws -> String { String(decoding: try FileContents.read(path), as: UTF8.self) }

  private func update(_ path: String, _ answers: [String: Execution], renumber: Bool = false) throws -> NotebookUpdate {
    let engine = Engine.scripted(answers)
    let result = try #require(Checker(engine: engine).check([NotebookFile(path: path)]).first)
    return try #require(NotebookUpdate(result, engine: engine, renumber: renumber))
  }

  private static let note = "Words.\n\nIn [1]:\nx\n\nFalse\n\nMore words.\n\nIn [None]:\ny\n\nLast words.\n"
  private static let answers = ["x": Execution.value("True"), "y": .raised("NameError", "name 'y' is not defined")]

  @Test func writesOnlyOutputsAndLabels() throws {
    try write(Self.note)
    try update(path, Self.answers).write()
    #expect(
      try read(path)
        == "Words.\n\nIn [1]:\nx\n\nTrue\n\nMore words.\n\nIn [2]:\ny\n\nNameError: name 'y' is not defined\n\nLast words.\n"
    )
    #expect(try !update(path, Self.answers).isChanged)
  }

  @Test func keepsLineEnds() throws {
    try write(Self.note.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n"))
    try update(path, Self.answers).write()
    let text = try read(path)
    #expect(text.hasPrefix("Words.\r\n\r\nIn [1]:\r\nx\r\n\r\nTrue\r\n\r\n"))
    #expect(!text.utf8.elementsEqual(text.utf8.filter { $0 != 13 }))
    #expect(try !update(path, Self.answers).isChanged)
  }

  @Test func aRightNotebookIsNotTouched() throws {
    try write("In [1]:\nx\n\nTrue  \n")
    var before = stat()
    stat(path, &before)
    let update = try update(path, Self.answers)
    try update.write()
    var after = stat()
    stat(path, &after)
    #expect(before.st_ino == after.st_ino)
    #expect(update.description == "nothing to update")
  }

  @Test func keepsPermissionsAndLinks() throws {
    try write(Self.note)
    chmod(path, 0o640)
    let link = folder.path + "/link.md"
    symlink("note.md", link)
    try update(link, Self.answers).write()
    var status = stat()
    lstat(link, &status)
    #expect(status.st_mode & S_IFMT == S_IFLNK)
    stat(path, &status)
    #expect(status.st_mode & 0o777 == 0o640)
    #expect(try read(path).contains("\nTrue\n"))
  }

  @Test func refusesAFileThatChangedMeanwhile() throws {
    try write(Self.note)
    let update = try update(path, Self.answers)
    try write(Self.note + "New words.\n")
    #expect(throws: FileProblem.self) { try update.write() }
    #expect(try read(path) == Self.note + "New words.\n")
    #expect(try FileContents.files(under: folder.path) { _ in true } == [path])
  }

  @Test func showsADiff() throws {
    try write(Self.note)
    let diff = try update(path, Self.answers).diff
    #expect(diff.contains("-False\n+True\n"))
    #expect(diff.contains("-In [None]:\n+In [2]:\n"))
    #expect(try read(path) == Self.note)
  }

  @Test func agreeingTextIsKept() throws {
    let note = "In [1]:\nx\n\ntensor([0.1234])\n"
    try write(note)
    let answers = ["x": Execution.value("tensor([0.9876])", isUnseeded: true)]
    #expect(try !update(path, answers).isChanged)
  }

  @Test func blockedCellsFollowTheirRoot() throws {
    try write("In [1]:\na = f()\n\nIn [2]:\nprint(a)\n")
    let answers = [
      "a = f()": Execution.raised("ValueError", "bad"), "print(a)": .raised("NameError", "name 'a' is not defined"),
    ]
    try update(path, answers).write()
    #expect(
      try read(path)
        == "In [1]:\na = f()\n\nValueError: bad\n\nIn [2]:\nprint(a)\n\nNameError: name 'a' is not defined\n")
    #expect(try !update(path, answers).isChanged)
  }

  @Test func stoppedCellsAreNotRecorded() throws {
    try write("In [1]:\nf()\n")
    var stopped = Execution.raised("TimeoutError", "stopped")
    stopped.stop = .timeout
    #expect(try !update(path, ["f()": stopped]).isChanged)
  }
}
