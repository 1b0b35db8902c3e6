/// Upper, lower and title case of whole texts: a code point may become several.
enum CaseMapping {
  private static func mapped(_ point: UInt32, _ mapping: KeyPath<Unicode.Scalar.Properties, String>) -> [UInt32] {
    guard let scalar = Unicode.Scalar(point) else { return [point] }
    return scalar.properties[keyPath: mapping].codePoints
  }

  static func upper(_ text: [UInt32]) -> [UInt32] { text.flatMap { mapped($0, \.uppercaseMapping) } }

  static func lower(_ text: [UInt32]) -> [UInt32] {
    text.indices.flatMap { lower(text, at: $0) }
  }

  /// A capital sigma at the end of a word has a form of its own.
  private static func lower(_ text: [UInt32], at index: Int) -> [UInt32] {
    if text[index] == 0x3A3 { return [isFinalSigma(text, index) ? 0x3C2 : 0x3C3] }
    return mapped(text[index], \.lowercaseMapping)
  }

  private static func isFinalSigma(_ text: [UInt32], _ index: Int) -> Bool {
    func isIgnorable(_ point: UInt32) -> Bool { Unicode.Scalar(point)?.properties.isCaseIgnorable ?? false }
    func isCased(_ point: UInt32) -> Bool { Unicode.Scalar(point)?.properties.isCased ?? false }
    guard let before = text[..<index].last(where: { !isIgnorable($0) }), isCased(before) else { return false }
    if let after = text[(index + 1)...].first(where: { !isIgnorable($0) }) { return !isCased(after) }
    return true
  }

  static func swapped(_ text: [UInt32]) -> [UInt32] {
    text.indices.flatMap { index in
      let point = text[index]
      if Characters.isUpper(point) { return lower(text, at: index) }
      return Characters.isLower(point) ? mapped(point, \.uppercaseMapping) : [point]
    }
  }

  /// The first letter of every word in title case, the others in lower case.
  static func title(_ text: [UInt32]) -> [UInt32] {
    var afterCased = false
    return text.indices.flatMap { index in
      let point = text[index]
      let shown = afterCased ? lower(text, at: index) : mapped(point, \.titlecaseMapping)
      afterCased = Characters.isCased(point)
      return shown
    }
  }

  static func capitalized(_ text: [UInt32]) -> [UInt32] {
    text.indices.flatMap { $0 == 0 ? mapped(text[0], \.titlecaseMapping) : lower(text, at: $0) }
  }

  /// For comparison without regard to case.
  static func folded(_ text: [UInt32]) -> [UInt32] {
    text.flatMap { folded($0) }
  }

  private static func folded(_ point: UInt32) -> [UInt32] {
    switch point {
    // Letters whose capital is shared with another letter, and scripts that fold to capitals.
    case 0x131: return [point]
    case 0x130: return [0x69, 0x307]
    case 0x13A0...0x13F5: return [point]
    case 0x13F8...0x13FD: return [point - 8]
    case 0xAB70...0xABBF: return [point - 0xAB70 + 0x13A0]
    case 0x1E9E: return [0x73, 0x73]
    default:
      return mapped(point, \.uppercaseMapping).flatMap { mapped($0, \.lowercaseMapping) }
    }
  }
}
