/// CommonMark knows no tables; to it they are paragraphs.
enum Table {
  /// A line with a bar over a line of dashes, bars and colons.
  static func begins(_ document: Document, _ lines: ClosedRange<Int>) -> Bool {
    guard lines.count >= 2, document.text(lines.lowerBound).contains("|") else { return false }
    let rule = document.text(lines.lowerBound + 1)
    return rule.contains("-") && rule.contains("|") && rule.allSatisfy { "|-: \t".contains($0) }
  }
}
