import PythonSyntax

/// Writes a tree the way `Recorded/record_trees.py` does, to compare it with what CPython makes of the same text.
final class TreeDumper {
  let source: Source
  private(set) var positions: [String] = []
  private var formattedDepth = 0

  init(_ source: Source) { self.source = source }

  func dump(_ module: Module) -> String { "Module(body=\(dump(module.body)))" }

  func dump(_ statements: [Statement]) -> String { list(statements) { dump($0) } }

  func dump(_ expressions: [Expression]) -> String { list(expressions) { dump($0) } }

  func list<Element>(_ elements: [Element], _ dump: (Element) -> String) -> String {
    "[" + elements.map(dump).joined(separator: ", ") + "]"
  }

  /// A node with its fields; fields are closures so that positions are noted in the order of the text.
  func node(_ name: String, _ range: SourceRange?, _ fields: [(String, () -> String?)]) -> String {
    if let range { note(name, range) }
    let written = fields.compactMap { name, value in value().map { "\(name)=\($0)" } }
    return "\(name)(\(written.joined(separator: ", ")))"
  }

  func note(_ name: String, _ range: SourceRange) {
    guard formattedDepth == 0 else { return }
    positions.append("\(name) \(place(range.start))-\(place(range.end))")
  }

  /// Line and UTF-8 column, as in CPython's trees.
  private func place(_ offset: Int32) -> String {
    let line = source.line(at: offset)
    var start = Int(offset)
    while start > 0, source.line(at: Int32(start - 1)) == line { start -= 1 }
    return "\(line):\(Int(offset) - start)"
  }

  func withinFormattedString<Result>(_ body: () -> Result) -> Result {
    formattedDepth += 1
    defer { formattedDepth -= 1 }
    return body()
  }

  func quoted(_ text: String) -> String { "'\(text)'" }
}
