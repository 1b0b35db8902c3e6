/// Lines of a text, whatever ends them.
enum TextLines {
  /// The lines without their ends; a line end at the very end begins no further line.
  static func split(_ text: String) -> [String] {
    var lines: [String] = []
    var line: [UInt8] = []
    var previous: UInt8 = 0
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\n") where previous == UInt8(ascii: "\r"): break
      case UInt8(ascii: "\n"), UInt8(ascii: "\r"):
        lines.append(String(decoding: line, as: UTF8.self))
        line.removeAll(keepingCapacity: true)
      default: line.append(byte)
      }
      previous = byte
    }
    if previous != UInt8(ascii: "\n"), previous != UInt8(ascii: "\r"), !line.isEmpty {
      lines.append(String(decoding: line, as: UTF8.self))
    }
    return lines
  }

  /// Nothing but white space: to nbcheck such a text displays nothing.
  static func isBlank(_ text: some StringProtocol) -> Bool {
    text.utf8.allSatisfy { $0 == 0x20 || (0x09...0x0D).contains($0) }
  }

  /// Lines end in `\n`, have no trailing blanks, and no blank lines end the text.
  static func normalized(_ text: String) -> String {
    var lines = split(text).map(trimmingEnd)
    while lines.last?.isEmpty == true { lines.removeLast() }
    return lines.joined(separator: "\n")
  }

  private static func trimmingEnd(_ line: String) -> String {
    var bytes = Substring(line).utf8
    while let last = bytes.last, last == 0x20 || last == 0x09 { bytes.removeLast() }
    return String(Substring(bytes))
  }

  /// The lines less the indentation that the non-blank ones share.
  static func dedented(_ lines: [String]) -> [String] {
    let shared =
      lines.lazy.filter { !isBlank($0) }
      .map { $0.utf8.prefix { $0 == 0x20 || $0 == 0x09 }.count }.min() ?? 0
    guard shared > 0 else { return lines }
    return lines.map {
      String(Substring($0.utf8.dropFirst(min(shared, $0.utf8.prefix { $0 == 0x20 || $0 == 0x09 }.count))))
    }
  }

  /// What is left of a line from which up to four columns of indentation are taken, as of an indented block.
  static func unindented(_ line: String) -> String {
    var rest = Substring(line)
    var columns = 0
    while columns < 4, let first = rest.utf8.first {
      if first == 0x20 {
        columns += 1
      } else if first == 0x09 {
        columns = 4
      } else {
        break
      }
      rest = Substring(rest.utf8.dropFirst())
    }
    return String(rest)
  }
}
