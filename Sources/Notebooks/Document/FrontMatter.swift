/// The YAML block that may open a document: to CommonMark a rule and a heading, to nbcheck neither.
enum FrontMatter {
  /// The last line of the front matter; 0 if the document has none.
  static func lastLine(of document: Document) -> Int {
    guard isRule(document.text(1), closing: false), document.lines.count > 1 else { return 0 }
    return (2...document.lines.count).first { isRule(document.text($0), closing: true) } ?? 0
  }

  private static func isRule(_ line: String, closing: Bool) -> Bool {
    let bare = line.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false)
    guard let rule = bare.first, bare.count == 1 || TextLines.isBlank(bare[1]) else { return false }
    return rule == "---" || (closing && rule == "...")
  }
}
