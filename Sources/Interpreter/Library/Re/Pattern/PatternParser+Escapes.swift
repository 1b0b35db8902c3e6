import PythonSyntax

extension PatternParser {
  private typealias Token = PatternSource.Token

  /// An escape outside `[…]`.
  mutating func parseEscape(_ token: PatternSource.Token) throws(PatternError) -> PatternNode {
    let letter = token.escaped ?? 0
    if let category = category(letter) { return .set([.category(category)], isNegated: false) }
    switch Unicode.Scalar(letter) {
    case "A": return .anchor(.wholeStart)
    case "Z": return .anchor(.wholeEnd)
    case "b": return .anchor(.boundary)
    case "B": return .anchor(.noBoundary)
    case "0": return .literal(octal([letter] + (try source.take(atMost: 2) { $0.isOctalDigit })))
    default: break
    }
    if letter.isASCIIDigit { return try parseReference(letter) }
    return .literal(try characterEscape(token))
  }

  /// `\1` … `\99`, or three octal digits.
  private mutating func parseReference(_ first: UInt32) throws(PatternError) -> PatternNode {
    var digits = [first]
    if let second = source.next, second.escaped == nil, second.first.isASCIIDigit {
      digits.append(second.first)
      _ = try source.take()
      if first.isOctalDigit, second.first.isOctalDigit, let third = source.next, third.escaped == nil,
        third.first.isOctalDigit
      {
        digits.append(third.first)
        _ = try source.take()
        return .literal(try checkedOctal(digits))
      }
    }
    let group = Int(String(codePoints: digits)) ?? 0
    guard group < groupCount else {
      throw source.error("invalid group reference \(group)", back: digits.count)
    }
    if !isClosed(group) { throw source.error("cannot refer to an open group", back: digits.count + 1) }
    try checkLookbehind(group)
    return .reference(group)
  }

  /// An escape inside `[…]`.
  mutating func parseSetEscape(_ token: PatternSource.Token) throws(PatternError) -> SetItem {
    let letter = token.escaped ?? 0
    if let category = category(letter) { return .category(category) }
    if letter == UInt32(ascii: "b") { return .literal(0x08) }
    if letter.isOctalDigit {
      let digits = [letter] + (try source.take(atMost: 2) { $0.isOctalDigit })
      return .literal(try checkedOctal(digits))
    }
    if letter.isASCIIDigit { throw source.error("bad escape \(token.text)", back: 2) }
    return .literal(try characterEscape(token))
  }

  private func category(_ letter: UInt32) -> SetItem.Category? {
    switch Unicode.Scalar(letter) {
    case "d": .digit
    case "D": .notDigit
    case "s": .space
    case "S": .notSpace
    case "w": .word
    case "W": .notWord
    default: nil
    }
  }

  private func octal(_ digits: [UInt32]) -> UInt32 { digits.reduce(0) { $0 &* 8 &+ ($1 &- 0x30) } }

  private func checkedOctal(_ digits: [UInt32]) throws(PatternError) -> UInt32 {
    let value = octal(digits)
    if value > 0o377 {
      throw source.error(
        "octal escape value \\\(String(codePoints: digits)) outside of range 0-0o377", back: digits.count + 1)
    }
    return value
  }

  /// An escape that stands for one character, inside and outside `[…]`.
  private mutating func characterEscape(_ token: PatternSource.Token) throws(PatternError) -> UInt32 {
    let letter = token.escaped ?? 0
    switch Unicode.Scalar(letter) {
    case "a": return 0x07
    case "f": return 0x0C
    case "n": return 0x0A
    case "r": return 0x0D
    case "t": return 0x09
    case "v": return 0x0B
    case "x": return try hex(token, 2)
    case "u" where source.isText: return try hex(token, 4)
    case "U" where source.isText: return try hex(token, 8)
    case "N" where source.isText:
      guard try source.take("{") else { throw source.error("missing {") }
      let name = try source.take(until: "}", "character name")
      guard let point = CharacterNames.codePoint(named: String(codePoints: name)) else {
        throw source.error("undefined character name \(source.quoted(name))", back: name.count + 4)
      }
      return point
    default:
      if letter.isASCIILetter { throw source.error("bad escape \(token.text)", back: 2) }
      return letter
    }
  }

  private mutating func hex(_ token: PatternSource.Token, _ count: Int) throws(PatternError) -> UInt32 {
    let digits = try source.take(atMost: count) { $0.isHexDigit }
    let text = token.text + String(codePoints: digits)
    if digits.count < count { throw source.error("incomplete escape \(text)", back: digits.count + 2) }
    guard let value = UInt32(String(codePoints: digits), radix: 16), value < 0x110000 else {
      throw source.error("bad escape \(text)", back: digits.count + 2)
    }
    return value
  }

  // MARK: Sets

  /// `[…]` after its bracket.
  mutating func parseSet() throws(PatternError) -> PatternNode {
    let here = source.position - 1
    let unterminated = PatternError.syntax("unterminated character set", position: here)
    let isNegated = try source.take("^")
    var items: [SetItem] = []
    while true {
      guard let token = try source.take() else { throw unterminated }
      if token.isPlain("]"), !items.isEmpty { break }
      let low = try setItem(token)
      guard try source.take("-") else {
        items.append(low.item)
        continue
      }
      guard let other = try source.take() else { throw unterminated }
      if other.isPlain("]") {
        items += [low.item, .literal(UInt32(ascii: "-"))]
        break
      }
      let high = try setItem(other)
      guard case .literal(let first) = low.item, case .literal(let last) = high.item, first <= last else {
        let text = "\(token.text)-\(other.text)"
        throw source.error("bad character range \(text)", back: token.count + 1 + other.count)
      }
      items.append(.range(first, last))
    }
    if !isNegated, items.count == 1, case .literal(let point) = items[0] { return .literal(point) }
    return .set(items, isNegated: isNegated)
  }

  private mutating func setItem(_ token: PatternSource.Token) throws(PatternError) -> (item: SetItem, count: Int) {
    let start = source.position
    let item = token.escaped == nil ? SetItem.literal(token.first) : try parseSetEscape(token)
    return (item, token.count + source.position - start)
  }
}
