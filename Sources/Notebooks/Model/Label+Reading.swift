extension Label {
  /// The label that begins a line, and the offset of what comes after its colon; nil if none does.
  static func read(_ document: Document, line: Int) -> (label: Label, codeStart: Int)? {
    guard let range = document.range(line) else { return nil }
    return read(document.bytes, range, word: "In").flatMap { range, codeStart in
      let text = String(decoding: document.bytes[range], as: UTF8.self)
      let trimmed = text.filter { $0 != " " }
      let mark: Mark
      switch trimmed {
      case "", "None": mark = .neverRun
      case "*": mark = .running
      default:
        guard let number = number(trimmed) else { return nil }
        mark = .number(number)
      }
      return (Label(mark: mark, text: text, range: range), codeStart)
    }
  }

  /// The bytes between the brackets of an `Out[n]:` that begins a line, and the offset of what comes after its colon.
  static func readOut(_ document: Document, line: Int) -> (range: Range<Int>, textStart: Int)? {
    guard let range = document.range(line), let found = read(document.bytes, range, word: "Out") else { return nil }
    let text = String(decoding: document.bytes[found.range], as: UTF8.self).filter { $0 != " " }
    return number(text) == nil && text != "*" && !text.isEmpty ? nil : (found.range, found.codeStart)
  }

  private static func number(_ text: String) -> Int? {
    text.utf8.count <= 9 && text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) ? Int(text) : nil
  }

  /// `word [ … ]:`, with or without the blank before the bracket.
  private static func read(_ bytes: [UInt8], _ line: Range<Int>, word: String) -> (range: Range<Int>, codeStart: Int)? {
    guard bytes[line].starts(with: word.utf8) else { return nil }
    var index = line.lowerBound + word.utf8.count
    if index < line.upperBound, bytes[index] == UInt8(ascii: " ") { index += 1 }
    guard index < line.upperBound, bytes[index] == UInt8(ascii: "[") else { return nil }
    index += 1
    let limit = min(line.upperBound, index + 16)
    guard let close = bytes[index..<limit].firstIndex(of: UInt8(ascii: "]")), close + 1 < line.upperBound,
      bytes[close + 1] == UInt8(ascii: ":")
    else { return nil }
    return (index..<close, close + 2)
  }
}
