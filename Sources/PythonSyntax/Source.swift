/// The text of one cell or script, with the name and line that positions in it are reported by.
package struct Source: Sendable {
  /// What a traceback calls it: a path, or `Cell In [3]`.
  package let name: String
  /// UTF-8, newlines as they stand (`\n`, `\r\n` or `\r`).
  package let text: [UInt8]
  /// Whether tracebacks show lines of it: not those of a string that `exec` ran.
  package let isListed: Bool
  /// The offset at which each line starts.
  private let lineStarts: [Int32]

  package init(name: String, text: [UInt8], isListed: Bool = true) {
    self.name = name
    self.isListed = isListed
    self.text = text
    var starts: [Int32] = [0]
    for index in text.indices {
      let byte = text[index]
      let isLineEnd =
        byte == UInt8(ascii: "\n")
        || (byte == UInt8(ascii: "\r") && !(index + 1 < text.count && text[index + 1] == UInt8(ascii: "\n")))
      if isLineEnd { starts.append(Int32(index + 1)) }
    }
    lineStarts = starts
  }

  package init(name: String, text: String) {
    self.init(name: name, text: Array(text.utf8))
  }

  /// The 1-based line that holds a UTF-8 offset.
  package func line(at offset: Int32) -> Int {
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return low + 1
  }

  /// The offset at which a 1-based line starts; 0 outside the text.
  package func start(ofLine line: Int) -> Int32 {
    lineStarts.indices.contains(line - 1) ? lineStarts[line - 1] : 0
  }

  /// The 1-based column, in code points, of a UTF-8 offset.
  package func column(at offset: Int32) -> Int {
    let start = Int(lineStarts[line(at: offset) - 1])
    let end = min(Int(offset), text.count)
    guard start < end else { return 1 }
    return 1 + text[start..<end].lazy.filter { $0 & 0xC0 != 0x80 }.count
  }

  /// How many bytes of its line come before the offset.
  package func byteColumn(at offset: Int32) -> Int { Int(offset) - Int(lineStarts[line(at: offset) - 1]) }

  /// The text of a 1-based line without its line end; nil outside the text.
  package func lineText(_ line: Int) -> String? {
    guard line >= 1, line <= lineStarts.count else { return nil }
    let start = Int(lineStarts[line - 1])
    let end = line < lineStarts.count ? Int(lineStarts[line]) : text.count
    var slice = text[start..<end]
    while let last = slice.last, last == UInt8(ascii: "\n") || last == UInt8(ascii: "\r") { slice.removeLast() }
    return String(decoding: slice, as: UTF8.self)
  }
}
