import Foundation
import Testing

@testable import NotebookTesting

@Suite struct NotebookTestsTests {
  private let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("nbcheck-\(UUID().uuidString)")
    try FileManager.default.createDirectory(
      at: folder.appendingPathComponent("deep"), withIntermediateDirectories: true)
    try Data("In [1]:\n1 + 1\n\n2\n".utf8).write(to: folder.appendingPathComponent("right.md"))
    try Data("Words.\n\nIn [1]:\n1 + 1\n\n3\n".utf8).write(to: folder.appendingPathComponent("deep/wrong.md"))
  }

  @Test func findsNotebooks() {
    defer { remove() }
    let notebooks = NotebookTests.notebooks(in: folder.path)
    #expect(notebooks.map(\.name) == ["deep/wrong.md", "right.md"])
    #expect(NotebookTests.notebooks(in: folder.path, file: "/a/b.swift") == notebooks)
  }

  @Test func aRightNotebookHasNoProblems() {
    defer { remove() }
    #expect(NotebookTests.problems(of: notebook("right.md")).isEmpty)
  }

  @Test func aProblemKnowsItsLine() throws {
    defer { remove() }
    let problem = try #require(NotebookTests.problems(of: notebook("deep/wrong.md")).first)
    #expect(problem.line == 6)
    #expect(problem.path == folder.path + "/deep/wrong.md")
    #expect(problem.message == "In [1]: the output changed (- recorded, + shown)\n  - 3\n  + 2")
  }

  @Test func problemsBecomeIssuesAtTheNotebooksLine() {
    defer { remove() }
    let path = folder.path + "/deep/wrong.md"
    withKnownIssue {
      NotebookTests.check(notebook("deep/wrong.md"))
    } matching: { issue in
      issue.sourceLocation?.line == 6 && issue.sourceLocation?.filePath == path
    }
  }

  @Test func missingAndEmptyNotebooksAreProblems() throws {
    defer { remove() }
    #expect(NotebookTests.problems(of: notebook("gone.md")).map(\.message) == ["No such file or directory"])
    try Data("Words.\n".utf8).write(to: folder.appendingPathComponent("empty.md"))
    #expect(NotebookTests.problems(of: notebook("empty.md")).map(\.message) == ["no cells"])
  }

  @Test func pathsAreRelativeToTheTest() {
    #expect(NotebookTests.path("../c/./d.md", relativeTo: "/a/b/x.swift") == "/a/c/d.md")
    #expect(NotebookTests.path("/c/d.md", relativeTo: "/a/b/x.swift") == "/c/d.md")
  }

  private func notebook(_ name: String) -> NotebookCase { NotebookCase(path: folder.appendingPathComponent(name).path) }

  private func remove() { try? FileManager.default.removeItem(at: folder) }
}
