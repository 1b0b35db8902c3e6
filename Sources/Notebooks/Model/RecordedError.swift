/// The exception that a recorded output ends in: `Type`, `Type: message` or a traceback.
package struct RecordedError: Sendable, Equatable {
  package enum Level: Sendable, Equatable {
    /// `RuntimeError`, or Colab's `RuntimeError: ignored`: only the type counts.
    case type
    /// `Type: message`
    case message
    /// A traceback; only its last line counts.
    case traceback
  }

  package let level: Level
  /// As written, perhaps dotted (`torch.linalg.LinAlgError`).
  package let type: String
  /// Lines end in `\n`; empty for a bare type.
  package let message: String
  /// What was printed before the error; empty if nothing was.
  package let before: String

  /// Nil if the text does not end in an error.
  package init?(in text: String) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard
      let start = lines.lastIndex(where: { ErrorLine.parse($0, anyName: false) != nil })
        ?? Self.lastTracebackLine(lines)
    else { return nil }
    guard let head = ErrorLine.parse(lines[start], anyName: true) else { return nil }
    let trace = lines[..<start].firstIndex { ErrorLine.opensTraceback($0) }
    // A line that merely names an error type in passing is not an error unless it ends the text or has a message.
    if trace == nil, head.message == nil, start != lines.indices.last { return nil }
    type = head.type
    let rest = lines[(start + 1)...]
    message = ([head.message.map(String.init) ?? ""] + rest.map(String.init)).joined(separator: "\n")
    var printed = lines[..<(trace ?? start)]
    if trace != nil, let last = printed.last, ErrorLine.isDashes(last) { printed.removeLast() }
    while let last = printed.last, last.allSatisfy(\.isWhitespace) { printed.removeLast() }
    before = printed.joined(separator: "\n")
    level = trace != nil ? .traceback : head.message == nil || message == "ignored" ? .type : .message
  }

  /// A traceback ends in its error line, whatever the exception is called.
  private static func lastTracebackLine(_ lines: [Substring]) -> Int? {
    guard let trace = lines.firstIndex(where: { ErrorLine.opensTraceback($0) }) else { return nil }
    return lines.lastIndex { ErrorLine.parse($0, anyName: true) != nil }.flatMap { $0 > trace ? $0 : nil }
  }
}

/// The shapes of the lines of a traceback.
enum ErrorLine {
  /// `Type` or `Type: message` at the start of a line. Unless `anyName`, the type must be called like an exception.
  static func parse(_ line: Substring, anyName: Bool) -> (type: String, message: Substring?)? {
    let name = line.prefix { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "." }
    guard let first = name.first, first.isLetter || first == "_" else { return nil }
    let last = name.split(separator: ".", omittingEmptySubsequences: false).last ?? ""
    guard !last.isEmpty, anyName || isExceptionName(last) else { return nil }
    let rest = line[name.endIndex...]
    if rest.allSatisfy(\.isWhitespace) { return (String(name), nil) }
    guard rest.first == ":" else { return nil }
    let message = rest.dropFirst()
    guard message.isEmpty || message.first == " " else { return nil }
    return (String(name), message.dropFirst())
  }

  static func isExceptionName(_ name: Substring) -> Bool {
    if ["KeyboardInterrupt", "SystemExit", "StopIteration", "StopAsyncIteration", "GeneratorExit"].contains(name) {
      return true
    }
    // `Error: …` and `Warning: …` are words of prose far more often than exceptions.
    guard name.first?.isUppercase == true, name != "Error" else { return false }
    return name.hasSuffix("Error") || name.hasSuffix("Exception")
  }

  static func opensTraceback(_ line: Substring) -> Bool {
    line.contains("Traceback (most recent call last)")
  }

  /// IPython's rule above a traceback.
  static func isDashes(_ line: Substring) -> Bool {
    line.count >= 3 && line.allSatisfy { $0 == "-" }
  }
}
