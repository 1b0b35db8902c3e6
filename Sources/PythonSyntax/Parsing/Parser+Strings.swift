// String literals: decoding, and joining those that stand side by side.

extension Parser {
  /// One or more adjacent string tokens, as one constant or f-string.
  mutating func parseStrings() throws(Failure) -> Expression {
    let start = self.start
    let first = position
    while kind == .string { advance() }
    let literals = tokens[first..<position].map { StringLiteral($0, in: source.text) }
    if literals.contains(where: \.isBytes) {
      guard literals.allSatisfy(\.isBytes) else {
        throw reportStringError(StringLiteralError(message: "cannot mix bytes and nonbytes literals"))
      }
      return try joinBytes(literals, from: first)
    }
    if literals.contains(where: \.isFormatted) { return try joinFormatted(literals, from: first) }
    var codePoints: [UInt32] = []
    for literal in literals {
      let decoded = try decode(literal.content, of: literal)
      codePoints = codePoints.isEmpty ? decoded : codePoints + decoded
    }
    return leaf(.constant(.string(codePoints)), from: start)
  }

  private mutating func joinBytes(_ literals: [StringLiteral], from first: Int) throws(Failure) -> Expression {
    var bytes: [UInt8] = []
    for (index, literal) in literals.enumerated() {
      if source.text[literal.content].contains(where: { $0 >= 0x80 }) {
        throw report("bytes can only contain ASCII literal characters", at: first + index)
      }
      var decoder = EscapeDecoder(text: source.text, range: literal.content, isRaw: literal.isRaw)
      do {
        bytes += try decoder.decodeBytes()
      } catch {
        throw reportStringError(error)
      }
    }
    return leaf(.constant(.bytes(bytes)), from: tokens[first].start)
  }

  private mutating func joinFormatted(_ literals: [StringLiteral], from first: Int) throws(Failure) -> Expression {
    var parts: [FormattedStringPart] = []
    var tallest = 0
    for literal in literals {
      if literal.isFormatted {
        var offset = literal.content.lowerBound
        let more = try parseFormattedParts(&offset, to: literal.content.upperBound, of: literal)
        for part in more { append(part, to: &parts) }
        tallest = max(tallest, height)
      } else {
        append(.literal(try decode(literal.content, of: literal)), to: &parts)
      }
    }
    return try node(.formattedString(parts), from: tokens[first].start, above: tallest)
  }

  /// Adds a part, joined with the one before if both are literal.
  func append(_ part: FormattedStringPart, to parts: inout [FormattedStringPart]) {
    guard case .literal(let codePoints) = part else { return parts.append(part) }
    if codePoints.isEmpty { return }
    if case .literal(let before)? = parts.last {
      parts[parts.count - 1] = .literal(before + codePoints)
    } else {
      parts.append(part)
    }
  }

  mutating func decode(_ range: Range<Int>, of literal: StringLiteral) throws(Failure) -> [UInt32] {
    var decoder = EscapeDecoder(text: source.text, range: range, isRaw: literal.isRaw)
    do {
      return try decoder.decodeString()
    } catch {
      throw reportStringError(error)
    }
  }

  /// The error stands after the strings, which are joined only when all have been read.
  private mutating func reportStringError(_ error: StringLiteralError) -> Failure {
    kind == .failure ? unexpected() : reportAtCurrent(error.message)
  }
}
