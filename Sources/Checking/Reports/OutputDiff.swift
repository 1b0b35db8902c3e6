import Notebooks

/// Recorded against shown, line by line.
struct OutputDiff {
  private static let context = 2
  /// Of an output whose every line differs, nobody reads more.
  private static let mostLines = 60

  /// `-` what is recorded, `+` what the cell shows.
  static func lines(recorded: String?, shown: String?, style: Style) -> [String] {
    let old = split(recorded)
    let new = split(shown)
    let changes = LineDiff.compare(old, new)
    let visible = near(changes)
    var lines: [String] = []
    var skipped = false
    for (index, change) in changes.enumerated() {
      guard visible[index] else {
        skipped = true
        continue
      }
      if skipped { lines.append(style.dim("…")) }
      skipped = false
      switch change {
      case .same(let line, _): lines.append("  " + old[line])
      case .removed(let line): lines.append(style.red("- " + old[line]))
      case .added(let line): lines.append(style.green("+ " + new[line]))
      }
    }
    guard lines.count > mostLines else { return lines }
    return lines.prefix(mostLines) + [style.dim("… \(lines.count - mostLines) more lines")]
  }

  private static func near(_ changes: [LineDiff.Line]) -> [Bool] {
    var visible = Array(repeating: false, count: changes.count)
    for (index, change) in changes.enumerated() {
      if case .same = change { continue }
      for near in max(0, index - context)...min(changes.count - 1, index + context) { visible[near] = true }
    }
    return visible
  }

  private static func split(_ text: String?) -> [String] {
    guard let text else { return [] }
    let bytes = NormalizedText(text).bytes
    return bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).dropLast()
      .map { String(decoding: $0, as: UTF8.self) }
  }
}
