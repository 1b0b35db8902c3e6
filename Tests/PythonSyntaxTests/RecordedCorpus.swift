import Foundation
import PythonSyntax
import Testing

/// What CPython 3.11 said about the corpora in `Recorded`.
enum RecordedCorpus {
  struct Tree: Decodable, Sendable, CustomTestStringConvertible {
    let source: String
    let tree: String
    let positions: [String]

    var testDescription: String { source.debugDescription }
  }

  struct Failure: Decodable, Sendable, CustomTestStringConvertible {
    let source: String
    let type: String
    let message: String
    let line: Int
    let column: Int?
    let endLine: Int?
    let endColumn: Int?
    let rendered: String
    /// CPython placed the error in a copy of an f-string's expression.
    let isInCopy: Bool

    var testDescription: String { source.debugDescription }
  }

  static let trees: [Tree] = load("trees.json")
  static let failures: [Failure] = load("errors.json")

  private static func load<Record: Decodable>(_ name: String) -> [Record] {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Recorded")
    guard let data = try? Data(contentsOf: folder.appending(path: name)) else { return [] }
    return (try? JSONDecoder().decode([Record].self, from: data)) ?? []
  }
}
