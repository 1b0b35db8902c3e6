import Foundation
import NotebookTesting
import XCTest

final class XCTestTests: XCTestCase {
  func testARightNotebookPasses() throws {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("nbcheck-\(UUID().uuidString).md")
    try Data("In [1]:\n1 + 1\n\n2\n".utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    XCTAssertNotebook(file.path)
  }
}
