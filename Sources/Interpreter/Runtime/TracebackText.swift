import PythonSyntax

/// An exception as CPython's traceback shows it.
package struct TracebackText {
  private let vm: VM

  /// Whether names are proposed for those that were not found, as CPython does when a program ends by it.
  private let hasHints: Bool

  package init(_ vm: VM, hasHints: Bool = false) {
    self.vm = vm
    self.hasHints = hasHints
  }

  /// `Type: message`, the last line of a traceback.
  package func lastLine(_ exception: Value) -> String {
    let (type, message) = typeAndMessage(exception)
    return message.isEmpty ? type : "\(type): \(message)"
  }

  /// The type as Python shows it (`__main__` is left out), and the message.
  package func typeAndMessage(_ exception: Value) -> (type: String, message: String) {
    let type = vm.heap.types.of(exception)
    let name = type.moduleName == "__main__" ? vm.qualifiedName(type) : vm.fullName(type)
    let message: String
    do throws(Raised) {
      message = try vm.strText(exception)
    } catch {
      vm.takeRaised().release()
      message = "<exception str() failed>"
    }
    return (name, message)
  }

  /// Where the exception was raised, as 1-based line and column: the innermost frame that belongs to `source`.
  package func position(_ exception: Value, in source: Source) -> (line: Int, column: Int)? {
    guard let entry = exception.asException?.traceback.first(where: { $0.code.source.name == source.name }) else {
      return nil
    }
    return (source.line(at: entry.range.start), source.column(at: entry.range.start))
  }

  /// The whole traceback, causes first, as lines.
  package func lines(_ exception: Value) -> [String] {
    var shown: [ObjectIdentifier] = []
    return lines(exception, &shown)
  }

  private func lines(_ exception: Value, _ shown: inout [ObjectIdentifier]) -> [String] {
    guard let object = exception.asException, !shown.contains(ObjectIdentifier(object)), shown.count < 100 else {
      return []
    }
    shown.append(ObjectIdentifier(object))
    var result: [String] = []
    if object.cause.asException != nil {
      result += lines(object.cause, &shown)
      result += ["", "The above exception was the direct cause of the following exception:", ""]
    } else if object.context.asException != nil, !object.suppressesContext {
      result += lines(object.context, &shown)
      result += ["", "During handling of the above exception, another exception occurred:", ""]
    }
    if !object.traceback.isEmpty {
      result.append("Traceback (most recent call last):")
      result += frames(object.traceback.reversed())
    }
    let hint = hasHints ? Suggestions(vm).name(for: object).map { ". Did you mean: '\($0)'?" } : nil
    result += (lastLine(exception) + (hint ?? "")).split(separator: "\n", omittingEmptySubsequences: false).map(
      String.init)
    return result
      + notes(exception).flatMap { $0.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) }
  }

  /// A `SyntaxError` with its place: file, line and a mark under it; nil for anything without one.
  func syntaxError(_ exception: Value) -> [String]? {
    guard let object = exception.asException, object.type.isSubtype(of: vm.heap.types[.syntaxError]) else { return nil }
    func detail(_ name: String) -> Value { object.ownAttribute(vm.heap.intern(name)) ?? .none }
    guard let line = detail("lineno").smallInt else { return nil }
    let (type, _) = typeAndMessage(exception)
    var result = ["  File \"\(detail("filename").asStr?.string ?? "<string>")\", line \(line)"]
    if let text = detail("text").asStr?.string {
      let blanks = text.prefix { $0 == " " || $0 == "\u{0C}" }.unicodeScalars.count
      let shown = text.unicodeScalars.dropFirst(blanks).filter { $0 != "\n" && $0 != "\r" }
      result.append("    " + String(String.UnicodeScalarView(shown)))
      if let offset = detail("offset").smallInt, offset > blanks {
        let start = min(offset - 1 - blanks, shown.count)
        let isOneLine = detail("end_lineno").smallInt == line
        let end = isOneLine ? (detail("end_offset").smallInt ?? 0) - 1 - blanks : shown.count
        let count = min(max(end - start, 1), max(shown.count - start, 1))
        result.append("    " + String(repeating: " ", count: start) + String(repeating: "^", count: count))
      }
    }
    return result + ["\(type): \(detail("msg").asStr?.string ?? "<no detail available>")"]
  }

  /// What `add_note` added, each of one line or more.
  func notes(_ exception: Value) -> [String] {
    guard let notes = exception.object?.ownAttribute(vm.heap.intern("__notes__"))?.asList else { return [] }
    return notes.values.compactMap { $0.asStr?.string }
  }

  /// Runs of the same line beyond three are counted instead of shown.
  private func frames(_ entries: [TracebackEntry]) -> [String] {
    var result: [String] = []
    var repeats = 0
    var last = ""
    func flush() {
      if repeats > 3 {
        let more = repeats - 3
        result.append("  [Previous line repeated \(more) more time\(more == 1 ? "" : "s")]")
      }
    }
    for entry in entries {
      let source = entry.code.source
      let line = source.line(at: entry.range.start)
      let head = "  File \"\(source.name)\", line \(line), in \(entry.code.name)"
      if head == last {
        repeats += 1
      } else {
        flush()
        repeats = 1
        last = head
      }
      if repeats <= 3 {
        result.append(head)
        result += excerpt(source, line, entry.range)
      }
    }
    flush()
    return result
  }

  /// The line, and what is under it.
  private func excerpt(_ source: Source, _ line: Int, _ range: SourceRange) -> [String] {
    guard source.isListed, let text = source.lineText(line) else { return [] }
    let shown = text.drop { $0 == " " || $0 == "\t" }
    return ["    \(shown)"] + (marks(source, line, range).map { ["    " + $0] } ?? [])
  }

  /// Carets under the part of a line that was running, from where its text begins; nil if that is all of the line without
  /// an operator in it.
  func marks(_ source: Source, _ line: Int, _ range: SourceRange) -> String? {
    guard source.isListed, let text = source.lineText(line) else { return nil }
    let indent = text.prefix { $0 == " " || $0 == "\t" }.count
    let start = source.column(at: range.start) - 1 - indent
    let endsHere = source.line(at: range.end) == line
    let end = (endsHere ? source.column(at: range.end) - 1 : text.count) - indent
    let operation = endsHere ? anchors(source, range) : nil
    guard start >= 0, end > start, operation != nil || end - start < text.dropFirst(indent).trimmed.count else {
      return nil
    }
    return String(repeating: " ", count: start) + underline(end - start, operation)
  }

  /// `~~^~~`: carets under the anchors, tildes under the rest.
  private func underline(_ count: Int, _ anchors: Range<Int>?) -> String {
    guard let anchors, anchors.upperBound <= count else { return String(repeating: "^", count: count) }
    return String(repeating: "~", count: anchors.lowerBound) + String(repeating: "^", count: anchors.count)
      + String(repeating: "~", count: count - anchors.upperBound)
  }

  /// What matters in an operation is its operator, in a subscription what is between the brackets; in columns of the range.
  private func anchors(_ source: Source, _ range: SourceRange) -> Range<Int>? {
    let segment = Array(source.text[Int(range.start)..<min(Int(range.end), source.text.count)])
    guard let node = try? Parser.parseExpression(Source(name: source.name, text: segment)) else { return nil }
    func columns(_ bytes: Range<Int>) -> Range<Int> {
      func column(_ byte: Int) -> Int { segment[..<byte].lazy.filter { $0 & 0xC0 != 0x80 }.count }
      return column(bytes.lowerBound)..<column(bytes.upperBound)
    }
    switch node.kind {
    case .subscript(let value, _): return columns(Int(value.range.end)..<segment.count)
    case .binary(let left, _, let right):
      let between = Int(left.range.end)..<Int(right.range.start)
      guard let start = between.first(where: { segment[$0] != UInt8(ascii: " ") && segment[$0] != UInt8(ascii: ")") })
      else { return nil }
      let next = start + 1
      let isDouble =
        next < between.upperBound && segment[next] != UInt8(ascii: " ") && segment[next] != UInt8(ascii: "(")
      return columns(start..<(isDouble ? next + 1 : next))
    default: return nil
    }
  }
}

extension Substring {
  fileprivate var trimmed: Substring {
    var result = self
    while let last = result.last, last == " " || last == "\t" || last == "\r" { result.removeLast() }
    return result
  }
}
