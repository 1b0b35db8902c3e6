/// What `sub` and `expand` put in place of a match: texts and groups.
struct ReplacementTemplate {
  enum Part {
    case text([UInt32])
    case group(Int)
  }

  let parts: [Part]

  static func parse(_ points: [UInt32], isText: Bool, for pattern: PatternObject) throws(PatternError)
    -> ReplacementTemplate
  {
    guard points.contains(UInt32(ascii: "\\")) else { return ReplacementTemplate(parts: [.text(points)]) }
    var reader = Reader(source: try PatternSource(points, isText: isText), pattern: pattern.program.pattern)
    return ReplacementTemplate(parts: try reader.read())
  }

  private struct Reader {
    var source: PatternSource
    let pattern: ParsedPattern
    private var parts: [Part] = []
    private var text: [UInt32] = []

    init(source: PatternSource, pattern: ParsedPattern) {
      self.source = source
      self.pattern = pattern
    }

    mutating func read() throws(PatternError) -> [Part] {
      while let token = try source.take() {
        if let escaped = token.escaped { try readEscape(escaped, token) } else { text.append(token.first) }
      }
      flush()
      return parts
    }

    private mutating func flush() {
      if !text.isEmpty { parts.append(.text(text)) }
      text = []
    }

    private mutating func append(group: Int, back offset: Int) throws(PatternError) {
      if group > pattern.groupCount { throw source.error("invalid group reference \(group)", back: offset) }
      flush()
      parts.append(.group(group))
    }

    private mutating func readEscape(_ letter: UInt32, _ token: PatternSource.Token) throws(PatternError) {
      switch Unicode.Scalar(letter) {
      case "g": try readNamed()
      case "0":
        let digits = try source.take(atMost: 2) { $0.isOctalDigit }
        text.append(digits.reduce(0) { $0 &* 8 &+ ($1 &- 0x30) })
      case "a": text.append(0x07)
      case "b": text.append(0x08)
      case "f": text.append(0x0C)
      case "n": text.append(0x0A)
      case "r": text.append(0x0D)
      case "t": text.append(0x09)
      case "v": text.append(0x0B)
      case "\\": text.append(letter)
      default:
        if letter.isASCIIDigit {
          try readNumber(letter)
        } else if letter.isASCIILetter {
          throw source.error("bad escape \(token.text)", back: 2)
        } else {
          text += token.points
        }
      }
    }

    /// `\g<name>` or `\g<1>`.
    private mutating func readNamed() throws(PatternError) {
      guard try source.take("<") else { throw source.error("missing <") }
      let name = try source.take(until: ">", "group name")
      if PatternSource.isIdentifier(name) {
        let text = String(codePoints: name)
        guard let found = pattern.names.first(where: { $0.name == text }) else {
          throw .unknownGroup("unknown group name \(source.quoted(name))")
        }
        try append(group: found.index, back: name.count + 1)
        return
      }
      guard let number = Int(String(codePoints: name)), number >= 0, name.first != UInt32(ascii: "+") else {
        throw source.error("bad character in group name \(source.quoted(name))", back: name.count + 1)
      }
      try append(group: number, back: name.count + 1)
    }

    /// `\1` … `\99`, or three octal digits.
    private mutating func readNumber(_ first: UInt32) throws(PatternError) {
      var digits = [first]
      digits += try source.take(atMost: 1) { $0.isASCIIDigit }
      if digits.count == 2, digits.allSatisfy(\.isOctalDigit) {
        digits += try source.take(atMost: 1) { $0.isOctalDigit }
        if digits.count == 3 {
          let value = digits.reduce(0) { $0 &* 8 &+ ($1 &- 0x30) }
          if value > 0o377 {
            throw source.error(
              "octal escape value \\\(String(codePoints: digits)) outside of range 0-0o377", back: 4)
          }
          text.append(value)
          return
        }
      }
      try append(group: Int(String(codePoints: digits)) ?? 0, back: digits.count)
    }
  }
}
