import Foundation
import Testing

/// Snippets whose outputs `Corpus/record.py` took from PyTorch.
struct CorpusTests {
  struct Section {
    let source: String
    let output: String
  }

  static let directory: URL = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Corpus")

  static func sections(_ file: String) throws -> [Section] {
    let text = try String(contentsOf: directory.appending(path: "\(file).txt"), encoding: .utf8)
    return text.components(separatedBy: "\n\n").map { part in
      let lines = part.components(separatedBy: "\n").filter { !$0.isEmpty }
      return Section(
        source: lines.filter { !$0.hasPrefix("#>") }.joined(separator: "\n"),
        output: lines.filter { $0.hasPrefix("#>") }.map { String($0.dropFirst(3)) }.joined(separator: "\n"))
    }
  }

  @Test(arguments: [
    "arguments", "construction", "conversions", "gradients", "indexing", "objects", "operators", "settings",
  ])
  func showsWhatPyTorchShows(_ file: String) throws {
    let sections = try Self.sections(file)
    #expect(sections.count > 10)
    for section in sections {
      #expect(comparable(TestSession().run(section.source)) == section.output, "\(section.source)")
    }
  }

  /// Every error that notes show, in PyTorch's exact words, but for those that need what is not there yet: these say so.
  @Test func failsWithPyTorchsWords() throws {
    let sections = try Self.sections("errors")
    #expect(sections.count > 200)
    for section in sections {
      let output = comparable(TestSession().run(section.source))
      if Self.pending.contains(where: section.source.contains) {
        #expect(output != section.output, "no longer pending: \(section.source)")
      } else {
        #expect(output == section.output, "\(section.source)")
      }
    }
  }

  /// Names whose errors cannot be shown yet.
  static let pending: [String] = [
    "autograd.Function", "inference_mode", "1+2j", "linalg.", "einsum", "topk", "diag(", "resize_", "torch.cross",
    "torch.take",
  ]

  /// Without addresses and blanks at the ends of lines, as the recorder writes them.
  private func comparable(_ text: String) -> String {
    var lines = text.replacing(/0x[0-9a-f]+/, with: "0x").components(separatedBy: "\n").map { line in
      String(line.reversed().drop { $0 == " " }.reversed())
    }
    while lines.last == "" { lines.removeLast() }
    return lines.joined(separator: "\n")
  }
}
