/// Two versions of a document in the format of `diff -u`.
package enum UnifiedDiff {
  /// Empty if the versions are equal. Lines keep their own ends.
  package static func text(
    old: [UInt8], new: [UInt8], oldName: String, newName: String, context: Int = 3
  ) -> String {
    guard old != new else { return "" }
    let oldLines = lines(old)
    let newLines = lines(new)
    let changes = LineDiff.compare(oldLines, newLines)
    var result = "--- \(oldName)\n+++ \(newName)\n"
    for hunk in hunks(changes, context) {
      result += header(changes, hunk)
      for line in changes[hunk] {
        switch line {
        case .same(let index, _): result += written(" ", oldLines[index])
        case .removed(let index): result += written("-", oldLines[index])
        case .added(let index): result += written("+", newLines[index])
        }
      }
    }
    return result
  }

  /// The lines with their ends (`\n` only, as diff counts them).
  private static func lines(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    var lines: [ArraySlice<UInt8>] = []
    var start = bytes.startIndex
    for (index, byte) in bytes.enumerated() where byte == UInt8(ascii: "\n") {
      lines.append(bytes[start...index])
      start = index + 1
    }
    if start < bytes.endIndex { lines.append(bytes[start...]) }
    return lines
  }

  private static func written(_ mark: String, _ line: ArraySlice<UInt8>) -> String {
    let text = mark + String(decoding: line, as: UTF8.self)
    return line.last == UInt8(ascii: "\n") ? text : text + "\n\\ No newline at end of file\n"
  }

  /// Changes with so many lines around them, those that touch put together.
  private static func hunks(_ changes: [LineDiff.Line], _ context: Int) -> [Range<Int>] {
    var hunks: [Range<Int>] = []
    for (index, line) in changes.enumerated() {
      if case .same = line { continue }
      let range = max(0, index - context)..<min(changes.count, index + context + 1)
      if let last = hunks.last, range.lowerBound <= last.upperBound {
        hunks[hunks.count - 1] = last.lowerBound..<range.upperBound
      } else {
        hunks.append(range)
      }
    }
    return hunks
  }

  private static func header(_ changes: [LineDiff.Line], _ hunk: Range<Int>) -> String {
    var old = 0
    var new = 0
    for line in changes[..<hunk.lowerBound] { count(line, &old, &new) }
    var oldCount = 0
    var newCount = 0
    for line in changes[hunk] { count(line, &oldCount, &newCount) }
    return "@@ -\(place(old, oldCount)) +\(place(new, newCount)) @@\n"
  }

  private static func count(_ line: LineDiff.Line, _ old: inout Int, _ new: inout Int) {
    switch line {
    case .same:
      old += 1
      new += 1
    case .removed: old += 1
    case .added: new += 1
    }
  }

  /// Lines count from 1; a range without lines stands after the line that it names.
  private static func place(_ before: Int, _ count: Int) -> String {
    let start = count == 0 ? before : before + 1
    return count == 1 ? "\(start)" : "\(start),\(count)"
  }
}
