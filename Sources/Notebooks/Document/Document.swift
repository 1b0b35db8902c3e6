/// The bytes of a file and where its lines are. Everything else refers to it by offset or line.
package struct Document: Sendable, Equatable {
  package struct Line: Sendable, Equatable {
    package let start: Int
    /// Where the line's own text ends.
    package let end: Int
    /// Where the next line starts, after `\n`, `\r\n` or `\r`.
    package let next: Int
  }

  package let bytes: [UInt8]
  package let lines: [Line]
  /// What ends the document's lines: the first line end decides, `\n` where there is none.
  package let lineEnd: String

  /// Throws for what is not UTF-8 text, with the place.
  package init(bytes: [UInt8]) throws(NotebookError) {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { throw .utf16 }
    self.bytes = bytes
    lines = Self.split(bytes)
    if let first = lines.first {
      switch first.next - first.end {
      case 2: lineEnd = "\r\n"
      case 1: lineEnd = bytes[first.end] == UInt8(ascii: "\r") ? "\r" : "\n"
      default: lineEnd = "\n"
      }
    } else {
      lineEnd = "\n"
    }
    if let offset = UTF8Validation.firstInvalid(bytes) {
      let place = position(at: offset)
      throw bytes[offset] == 0
        ? .binary(line: place.line, column: place.column)
        : .notUTF8(line: place.line, column: place.column, byte: bytes[offset])
    }
  }

  /// The number of bytes of a byte order mark.
  package var markLength: Int { bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0 }

  /// The text of a 1-based line without its end (and without a byte order mark); empty outside the document.
  package func text(_ line: Int) -> String {
    guard let range = range(line) else { return "" }
    return String(decoding: bytes[range], as: UTF8.self)
  }

  /// The text of 1-based lines, joined by `\n`.
  package func text(_ lines: ClosedRange<Int>) -> String {
    lines.map { text($0) }.joined(separator: "\n")
  }

  /// The bytes of a 1-based line without its end (and without a byte order mark).
  package func range(_ line: Int) -> Range<Int>? {
    guard line >= 1, line <= lines.count else { return nil }
    let found = lines[line - 1]
    let start = line == 1 ? min(found.end, found.start + markLength) : found.start
    return start..<found.end
  }

  /// The bytes of 1-based lines, without the last line's end.
  package func range(_ lines: ClosedRange<Int>) -> Range<Int> {
    let start = range(lines.lowerBound)?.lowerBound ?? bytes.count
    let end = range(lines.upperBound)?.upperBound ?? bytes.count
    return start..<max(start, end)
  }

  /// Nothing but blanks and tabs; also true outside the document.
  package func isBlank(_ line: Int) -> Bool {
    guard let range = range(line) else { return true }
    return bytes[range].allSatisfy { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
  }

  /// The 1-based line and column (in code points) of a byte.
  package func position(at offset: Int) -> (line: Int, column: Int) {
    var low = 0
    var high = lines.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lines[middle].start <= offset { low = middle } else { high = middle }
    }
    guard low < lines.count else { return (1, 1) }
    let before = bytes[lines[low].start..<max(lines[low].start, min(offset, bytes.count))]
    return (low + 1, 1 + before.lazy.filter { $0 & 0xC0 != 0x80 }.count)
  }

  private static func split(_ bytes: [UInt8]) -> [Line] {
    var lines: [Line] = []
    var start = 0
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      guard byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") else {
        index += 1
        continue
      }
      let isPair = byte == UInt8(ascii: "\r") && index + 1 < bytes.count && bytes[index + 1] == UInt8(ascii: "\n")
      let next = index + (isPair ? 2 : 1)
      lines.append(Line(start: start, end: index, next: next))
      start = next
      index = next
    }
    if start < bytes.count { lines.append(Line(start: start, end: bytes.count, next: bytes.count)) }
    return lines
  }
}
