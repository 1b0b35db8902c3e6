/// The prompts of interactive Python.
enum Prompts {
  /// Whether the first line that is not blank is an example.
  static func begin(_ lines: [String]) -> Bool {
    lines.first { !TextLines.isBlank($0) }.map { isFirst($0) } ?? false
  }

  /// Whether a fence holds examples: one that says nothing of its content, or says that it is Python.
  static func begin(_ fence: FencedCode) -> Bool {
    switch FenceInfo(fence.info) {
    case .python, .doctest: begin(fence.text)
    case .output: fence.info.isEmpty && begin(fence.text)
    case .foreign: false
    }
  }

  static func isFirst(_ line: String) -> Bool {
    let bare = line.drop { $0 == " " }
    return bare.hasPrefix(">>> ") || bare == ">>>"
  }

  static func isContinuation(_ line: String) -> Bool {
    let bare = line.drop { $0 == " " }
    return bare.hasPrefix("... ") || bare == "..."
  }

  /// The line without indentation, prompt and the blank after it.
  static func code(_ line: String) -> Substring {
    line.drop { $0 == " " }.dropFirst(3).dropFirst(line.drop { $0 == " " }.dropFirst(3).first == " " ? 1 : 0)
  }
}

/// Cells that are `>>>` examples: one for each, with the lines up to the next example or blank line as output.
extension NotebookScan {
  /// - Parameters:
  ///   - lines: document lines with their text less the container's indentation.
  ///   - prefix: what output lines begin with in the document.
  mutating func readExamples(_ lines: [(line: Int, text: String)], prefix: String) {
    guard Prompts.begin(lines.map(\.text)) else { return }
    var index = 0
    while index < lines.count {
      guard Prompts.isFirst(lines[index].text) else {
        index += 1
        continue
      }
      let start = index
      var code = CodeText()
      repeat {
        let text = Prompts.code(lines[index].text)
        let whole = document.text(lines[index].line)
        code.append(String(text), line: lines[index].line, indentation: whole.count - text.count)
        index += 1
      } while index < lines.count && Prompts.isContinuation(lines[index].text)
      let first = index
      while index < lines.count, !TextLines.isBlank(lines[index].text), !Prompts.isFirst(lines[index].text) {
        index += 1
      }
      addExample(code, lines[start..<first], output: lines[first..<index], prefix: prefix)
    }
  }

  private mutating func addExample(
    _ code: CodeText, _ example: ArraySlice<(line: Int, text: String)>,
    output: ArraySlice<(line: Int, text: String)>, prefix: String
  ) {
    guard let start = example.first, let last = example.last else { return }
    let index = cells.count
    var directives = takePending(before: start.line)
    directives.merge(readDirectives(in: code, cell: index))
    explanations.append(.init(lines: start.line...last.line, role: .code(cell: index), reason: .prompt))
    var candidates: [OutputCandidate] = []
    // Nested examples are indented with their prompt.
    let indentation = String(start.text.prefix { $0 == " " })
    if let first = output.first, let end = output.last {
      let text = output.map { line -> String in
        let bare = line.text.hasPrefix(indentation) ? String(line.text.dropFirst(indentation.count)) : line.text
        return bare == "<BLANKLINE>" ? "" : bare
      }
      let candidate = candidate(
        .doctest, text.joined(separator: "\n"), first.line...end.line, OutputClassifier(codeReader: codeReader))
      candidates.append(candidate)
      explanations.append(
        .init(
          lines: candidate.lines, role: .candidate(cell: index, candidate.reading),
          reason: candidate.reading.blockReason))
    }
    add(
      form: .doctest, code: code, lines: start.line...last.line, linePrefix: prefix + indentation,
      candidates: candidates, directives: directives)
  }
}
