/// Judges what a text after a cell looks like, without knowing what the cell displays.
struct OutputClassifier {
  let codeReader: any CodeReader

  func read(_ text: String) -> OutputReading {
    if RecordedError(in: text) != nil { return .error }
    if isValue(text) { return .value }
    return Prose.resembles(text) ? .prose : .text
  }

  // MARK: Values

  private func isValue(_ text: String) -> Bool {
    let lines = text.split(separator: "\n").filter { !TextLines.isBlank($0) }
    guard !lines.isEmpty else { return false }
    if lines.allSatisfy(Self.isAtom) || Self.isNumbers(text) { return true }
    let plain = text.hasPrefix("Parameter containing:\n") ? String(text.dropFirst(22)) : text
    if isLiteral(Self.withoutAngles(plain)) { return true }
    return Self.isModule(lines)
  }

  private func isLiteral(_ text: String) -> Bool {
    if case .complete(let shape) = codeReader.read(text) { shape.isOnlyLiteralsOrReprs } else { false }
  }

  /// A line that is a value though it is no literal: `<class 'int'>`, `nan`, `torch.float32`.
  private static func isAtom(_ line: Substring) -> Bool {
    if ["nan", "inf", "-inf"].contains(line) || ReprNames.isConstant(line) { return true }
    return line.hasPrefix("<") && line.hasSuffix(">") && line.contains(" ")
  }

  /// Numbers and brackets only, as arrays print.
  private static func isNumbers(_ text: String) -> Bool {
    var hasDigit = false
    for byte in text.utf8 {
      switch byte {
      case 0x30...0x39: hasDigit = true
      case 0x20, 0x09, 0x0A: break
      case UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "."),
        UInt8(ascii: ","), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "e"), UInt8(ascii: "%"):
        break
      default: return false
      }
    }
    return hasDigit
  }

  /// `grad_fn=<AddBackward0>` made into something that parses.
  private static func withoutAngles(_ text: String) -> String {
    var result = ""
    var rest = text[...]
    while let open = rest.firstIndex(of: "<"), let close = rest[open...].firstIndex(of: ">"),
      !rest[open..<close].contains("\n")
    {
      result += rest[..<open] + "0"
      rest = rest[rest.index(after: close)...]
    }
    return result + rest
  }

  /// `Sequential(` … `)` over several lines.
  private static func isModule(_ lines: [Substring]) -> Bool {
    guard lines.count > 1, let first = lines.first, lines.last == ")" else { return false }
    return first.hasSuffix("(") && first.dropLast().allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "." }
  }

  /// Whether a line begins like a value that more lines may go on with: `tensor([[`, `[`, `{'a': …`.
  static func beginsValue(_ line: String) -> Bool {
    let rest = line.drop { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "." }
    return rest.first.map { "([{".contains($0) } ?? false
  }
}

/// Brackets of a printed value; those in quotes do not count.
enum Brackets {
  /// How many more brackets a text opens than it closes.
  static func depth(_ text: String) -> Int {
    var depth = 0
    var quote: UInt8?
    var isEscaped = false
    for byte in text.utf8 {
      if let open = quote {
        if isEscaped {
          isEscaped = false
        } else if byte == UInt8(ascii: "\\") {
          isEscaped = true
        } else if byte == open || byte == UInt8(ascii: "\n") {
          quote = nil
        }
        continue
      }
      switch byte {
      case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): depth -= 1
      case UInt8(ascii: "'"), UInt8(ascii: "\""): quote = byte
      default: break
      }
    }
    return depth
  }
}

/// What tells an author's sentences from what programs print.
enum Prose {
  private static let markup = ["](", "![", "**", "`", "$", "\\(", "\\[", "http://", "https://"]

  static func resembles(_ text: String) -> Bool {
    if markup.contains(where: { text.contains($0) }) { return true }
    let words = text.split { " \t\n".contains($0) }
    guard let first = words.first?.first, let last = words.last?.last else { return false }
    let plain = words.lazy.filter(isPlainWord).count
    let isMostlyWords = plain * 2 >= words.count
    let isSentence = first.isUppercase && ".?!:;…".contains(last)
    if "。？！".contains(last) { return true }
    if plain >= 2, isSentence, isMostlyWords { return true }
    if plain >= 3, first.isUppercase || ".?!:;".contains(last), isMostlyWords { return true }
    return plain >= 6 && isMostlyWords
  }

  /// A capitalised word or two without digits or signs: a caption, or an output of the kind.
  static func mayBeCaption(_ text: String) -> Bool {
    isWords(text) && text.first { !$0.isWhitespace }?.isUppercase == true
  }

  static func isWords(_ text: String) -> Bool {
    text.split { " \t\n".contains($0) }.allSatisfy(isPlainWord)
  }

  /// Letters, perhaps with an apostrophe or hyphen inside and punctuation around.
  private static func isPlainWord(_ word: Substring) -> Bool {
    var core = word
    while let last = core.last, ".,;:?!)\"'”’".contains(last) { core.removeLast() }
    while let first = core.first, "(\"'“‘".contains(first) { core.removeFirst() }
    return !core.isEmpty && core.allSatisfy { $0.isLetter || $0 == "'" || $0 == "’" || $0 == "-" }
  }
}
