import Checking
import Notebooks

/// Reads documents with the real parser behind the reader.
enum Reading {
  static let codeReader = PythonCodeReader()

  static func notebook(_ text: String) throws -> Notebook {
    try notebook(Array(text.utf8))
  }

  static func notebook(_ bytes: [UInt8]) throws -> Notebook {
    try NotebookReader(codeReader: codeReader).read(bytes, path: "note.md")
  }

  /// The output that is recorded for a cell that displays a text, by exact comparison.
  static func output(_ notebook: Notebook, _ cell: Int, displays text: String?) -> OutputResolution {
    notebook.resolveOutput(of: notebook.cells[cell], displayed: text) {
      TextLines.same($0, text ?? "")
    }
  }

  /// The document after cells have displayed what is given by index; other cells keep what they have.
  static func updated(_ text: String, _ displays: [Int: String?], renumber: Bool = false) throws -> String {
    let result = try update(text, displays, renumber: renumber)
    return String(decoding: result.bytes, as: UTF8.self)
  }

  static func update(_ text: String, _ displays: [Int: String?], renumber: Bool = false) throws -> UpdateResult {
    let notebook = try notebook(text)
    var updates: [OutputUpdate] = []
    for (cell, shown) in displays.sorted(by: { $0.key < $1.key }) {
      let recorded = output(notebook, cell, displays: shown).output
      if let recorded, let shown, TextLines.same(recorded.text, shown) { continue }
      updates.append(OutputUpdate(cell: cell, displayed: shown, replacing: recorded))
    }
    return Updater(notebook, codeReader: codeReader).update(updates, renumber: renumber)
  }
}

/// Texts compared without regard to line ends and trailing blanks.
enum TextLines {
  static func same(_ first: String, _ second: String) -> Bool {
    normalized(first) == normalized(second)
  }

  private static func normalized(_ text: String) -> [Substring] {
    var lines = text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" || $0 == "\r" }
      .map { line in line.dropLast(line.reversed().prefix { $0 == " " || $0 == "\t" }.count) }
    while lines.last?.isEmpty == true { lines.removeLast() }
    return lines
  }
}
