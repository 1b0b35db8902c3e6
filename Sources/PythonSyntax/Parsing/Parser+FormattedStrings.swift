// f-strings: their literal parts, replacement fields and format specs.

extension Parser {
  /// How deep format specs may hold fields that hold format specs.
  private static let formatDepthLimit = 2

  /// Parts from `offset` to `end`, or in a format spec to the brace that ends its field.
  /// Leaves the height of the tallest value.
  mutating func parseFormattedParts(
    _ offset: inout Int, to end: Int, of literal: StringLiteral
  ) throws(Failure) -> [FormattedStringPart] {
    let isSpec = formatDepth > 0
    var parts: [FormattedStringPart] = []
    var tallest = 0
    var run = offset
    while offset < end {
      let byte = source.text[offset]
      if byte == UInt8(ascii: "\\"), !literal.isRaw {
        offset = endOfEscape(at: offset, to: end)
        continue
      }
      guard byte == UInt8(ascii: "{") || byte == UInt8(ascii: "}") else {
        offset += 1
        continue
      }
      let isDoubled = !isSpec && offset + 1 < end && source.text[offset + 1] == byte
      append(.literal(try decode(run..<(isDoubled ? offset + 1 : offset), of: literal)), to: &parts)
      if isDoubled {
        offset += 2
      } else if byte == UInt8(ascii: "}") {
        if isSpec {
          height = tallest
          return parts
        }
        throw reportFormat("single '}' is not allowed")
      } else {
        try parseField(&offset, to: end, of: literal, into: &parts)
        tallest = max(tallest, height)
      }
      run = offset
    }
    append(.literal(try decode(run..<end, of: literal)), to: &parts)
    height = tallest
    return parts
  }

  /// The offset after an escape; `\N{…}` has braces of its own.
  private func endOfEscape(at offset: Int, to end: Int) -> Int {
    if offset + 2 < end, source.text[offset + 1] == UInt8(ascii: "N"), source.text[offset + 2] == UInt8(ascii: "{") {
      var close = offset + 3
      while close < end, source.text[close] != UInt8(ascii: "}") { close += 1 }
      return min(close + 1, end)
    }
    // A brace after a backslash is still a brace.
    let next = offset + 1 < end ? source.text[offset + 1] : 0
    return next == UInt8(ascii: "{") || next == UInt8(ascii: "}") ? offset + 1 : min(offset + 2, end)
  }

  /// `{value = !r :spec}` with `offset` at its opening brace.
  private mutating func parseField(
    _ offset: inout Int, to end: Int, of literal: StringLiteral,
    into parts: inout [FormattedStringPart]
  ) throws(Failure) {
    if formatDepth >= Self.formatDepthLimit { throw reportFormat("expressions nested too deeply") }
    offset += 1
    let expressionStart = offset
    offset = try endOfFieldExpression(from: offset, to: end, of: literal)
    let expressionRange = expressionStart..<offset
    try checkFieldExpression(expressionRange, to: end)
    let value = try parseFieldExpression(expressionRange)
    var tallest = height

    var debugText: String?
    if byte(at: offset, before: end) == UInt8(ascii: "=") {
      offset += 1
      while offset < end, source.text[offset].isBlank { offset += 1 }
      debugText = normalizedText(expressionStart..<offset)
    }
    var conversion: FormattedStringConversion?
    if byte(at: offset, before: end) == UInt8(ascii: "!") {
      offset += 1
      conversion = try parseConversion(&offset, to: end)
    }
    var spec: [FormattedStringPart] = []
    var hasSpec = false
    if byte(at: offset, before: end) == UInt8(ascii: ":") {
      offset += 1
      hasSpec = true
      formatDepth += 1
      spec = try parseFormattedParts(&offset, to: end, of: literal)
      formatDepth -= 1
      tallest = max(tallest, height)
    }
    guard byte(at: offset, before: end) == UInt8(ascii: "}") else { throw reportFormat("expecting '}'") }
    offset += 1
    if debugText != nil, conversion == nil, !hasSpec { conversion = .repr }
    height = tallest
    parts.append(.value(value, conversion: conversion, spec: spec, debugText: debugText))
  }

  private mutating func parseConversion(
    _ offset: inout Int, to end: Int
  ) throws(Failure) -> FormattedStringConversion {
    let letter = byte(at: offset, before: end)
    offset += 1
    switch letter {
    case 0: throw reportFormat("expecting '}'")
    case UInt8(ascii: "s"): return .str
    case UInt8(ascii: "r"): return .repr
    case UInt8(ascii: "a"): return .ascii
    default: throw reportFormat("invalid conversion character: expected 's', 'r', or 'a'")
    }
  }

  private mutating func checkFieldExpression(_ range: Range<Int>, to end: Int) throws(Failure) {
    guard source.text[range].allSatisfy(\.isBlank) else { return }
    let next = byte(at: range.upperBound, before: end)
    if next == UInt8(ascii: "}") { throw reportFormat("empty expression not allowed") }
    throw reportFormat("expression required before '\(Character(Unicode.Scalar(next)))'")
  }

  /// Parses the text of a field as the text in parentheses that it is.
  private mutating func parseFieldExpression(_ range: Range<Int>) throws(Failure) -> Expression {
    try enter()
    var parser = Parser(expressionAt: range, of: source)
    parser.depth = depth
    do throws(Diagnostic) {
      let expression = try parser.run { (parser) throws(Failure) in
        if parser.isDiagnosing { try parser.diagnoseStarredField() }
        let expression = try parser.parseYieldOrStarExpressions()
        if parser.isDiagnosing, parser.isAtError, parser.kind == .colonEqual || parser.kind == .equal {
          try parser.diagnoseNamedExpression(expression, from: 0)
        }
        try parser.expect(.endMarker)
        if case .starred = expression.kind {
          throw parser.report("cannot use starred expression here", expression.range)
        }
        return expression
      }
      compileErrors += parser.compileErrors
      height = parser.height
      depth -= 1
      return expression
    } catch {
      diagnosis = error.withoutMore
      throw .diagnosed
    }
  }

  /// As with other strings, the error stands after all that are joined.
  mutating func reportFormat(_ message: String, separator: String = ": ") -> Failure {
    if kind == .failure { return unexpected() }
    let text = "f-string\(separator)\(message)"
    diagnosis = Diagnostic(kind: .syntaxError, message: text, range: range(ofToken: position))
    return .diagnosed
  }

  func byte(at offset: Int, before end: Int) -> UInt8 { offset < end ? source.text[offset] : 0 }

  /// The text of a range with line ends as `\n`.
  private func normalizedText(_ range: Range<Int>) -> String {
    String(decoding: source.text[range], as: UTF8.self).replacing("\r\n", with: "\n").replacing("\r", with: "\n")
  }
}

extension UInt8 {
  var isBlank: Bool { self == 0x20 || (0x09...0x0D).contains(self) }
}
