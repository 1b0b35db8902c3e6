/// Writes the text of an output in a form that documents use.
struct OutputWriter {
  /// What each line begins with in the document.
  let linePrefix: String
  let lineEnd: String

  /// The lines of an output, without the last one's end.
  /// - Parameter outNumber: what stands in the brackets of `Out[n]:`.
  func bytes(_ text: String, as form: OutputForm, outNumber: String) -> [UInt8] {
    var lines = TextLines.split(text)
    switch form {
    case .paragraph: break
    case .outLabel(let labelOnly):
      let label = "Out[\(outNumber)]:"
      lines = labelOnly ? [label] + lines : [label + " " + (lines.first ?? "")] + lines.dropFirst()
    case .indented: lines = lines.map { $0.isEmpty ? "" : "    " + $0 }
    case .fence(let info):
      let ticks = String(repeating: "`", count: max(3, Self.longestTicks(text) + 1))
      lines = [ticks + info] + lines + [ticks]
    case .doctest: lines = lines.map { $0.isEmpty ? "<BLANKLINE>" : $0 }
    }
    return Array(lines.map(prefixed).joined(separator: lineEnd).utf8)
  }

  /// A blank line as it is written inside the container.
  var blankLine: String { prefixed("") }

  private func prefixed(_ line: String) -> String {
    guard line.isEmpty else { return linePrefix + line }
    var prefix = linePrefix
    while prefix.last == " " { prefix.removeLast() }
    return prefix
  }

  private static func longestTicks(_ text: String) -> Int {
    var longest = 0
    var current = 0
    for byte in text.utf8 {
      current = byte == UInt8(ascii: "`") ? current + 1 : 0
      longest = max(longest, current)
    }
    return longest
  }
}
