/// When digits change, columns become wider or narrower and tensors wrap elsewhere. That is no difference of its own.
enum Padding {
  /// The tokens with all blanks that only align numbers brought to one form.
  static func removed(from tokens: [Token]) -> [Token] {
    var result: [Token] = []
    result.reserveCapacity(tokens.count)
    var index = 0
    while index < tokens.count {
      let end = endOfSpace(tokens, index)
      guard end > index else {
        result.append(tokens[index])
        index += 1
        continue
      }
      result += space(tokens[index..<end], after: result, before: end < tokens.count ? tokens[end] : nil, tokens, end)
      index = end
    }
    return result
  }

  /// All white space, however long and wherever it breaks lines, becomes one blank (doctest's `NORMALIZE_WHITESPACE`).
  static func collapsed(_ tokens: [Token]) -> [Token] {
    var result: [Token] = []
    for token in tokens {
      if token.isBlank || token == .newline {
        if result.last != .blanks(one), !result.isEmpty { result.append(.blanks(one)) }
      } else {
        result.append(token)
      }
    }
    if result.last == .blanks(one) { result.removeLast() }
    return result
  }

  private static let one: [UInt8] = [UInt8(ascii: " ")]

  private static func endOfSpace(_ tokens: [Token], _ start: Int) -> Int {
    var end = start
    while end < tokens.count, tokens[end].isBlank || tokens[end] == .newline { end += 1 }
    return end
  }

  private static func space(
    _ space: ArraySlice<Token>, after before: [Token], before next: Token?, _ tokens: [Token], _ end: Int
  ) -> [Token] {
    let follows = before.last
    let isAlignedNumber = next?.numeral != nil
    if isAlignedNumber, follows == .byte(UInt8(ascii: "[")) || follows == .byte(UInt8(ascii: "(")) {
      return space.contains(.newline) ? Array(space) : []
    }
    // In a tensor, a row too long for its line goes on in the next one, and so do the suffixes.
    if space.contains(.newline) {
      let isWrapped = follows == .byte(UInt8(ascii: ",")) && (next?.numeral?.tensor != nil || isSuffix(tokens[end...]))
      return isWrapped ? [.blanks(one)] : Array(space)
    }
    return isAlignedNumber || isSuffix(tokens[end...]) ? [.blanks(one)] : Array(space)
  }

  private static func isSuffix(_ tokens: ArraySlice<Token>) -> Bool {
    ["grad_fn=", "requires_grad=", "dtype=", "size=", "device="].contains { name in
      tokens.count >= name.utf8.count && zip(tokens, name.utf8).allSatisfy { $0 == .byte($1) }
    }
  }
}
