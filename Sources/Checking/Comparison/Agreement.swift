/// Decides whether a recorded text is right, by the rules in their order.
package enum Agreement {
  /// The first rule by which the texts agree; nil if none does.
  /// `numbers` are the exact values behind digits of the actual text, see `Execution.numbers`.
  package static func rule(
    recorded: String, actual: String, numbers: [PrintedNumber] = [], options: ComparisonOptions
  ) -> Rule? {
    let recorded = NormalizedText(recorded)
    let actual = NormalizedText(actual)
    if recorded == actual { return .exact }
    if options.normalizesWhitespace, matches(recorded, actual, wildcards: [], options) { return .whitespace }
    let usual: Wildcards = [.withinLine, .lines, .addresses]
    let wildcards = options.ellipsis ? usual.union(.ellipsis) : usual
    if matches(recorded, actual, wildcards: wildcards, options) { return .wildcards }
    // A summary's own `...` is a literal first.
    for wildcards in [Wildcards(), wildcards] where agreeInNumbers(recorded, actual, wildcards, numbers, options) {
      return .numbers
    }
    guard options.isUnseeded else { return nil }
    for wildcards in [Wildcards(), wildcards] where agreeUnseeded(recorded, actual, wildcards, options) {
      return .unseeded
    }
    return nil
  }

  private static func matches(
    _ recorded: NormalizedText, _ actual: NormalizedText, wildcards: Wildcards, _ options: ComparisonOptions
  ) -> Bool {
    let actualWildcards = wildcards.intersection(.addresses)
    var a = Tokenizer.tokens(of: recorded, wildcards: wildcards, readsNumbers: false)
    var b = Tokenizer.tokens(of: actual, wildcards: actualWildcards, readsNumbers: false)
    if options.normalizesWhitespace { (a, b) = (Padding.collapsed(a), Padding.collapsed(b)) }
    return Matcher(a, b).matches()
  }

  private static func agreeInNumbers(
    _ recorded: NormalizedText, _ actual: NormalizedText, _ wildcards: Wildcards, _ numbers: [PrintedNumber],
    _ options: ComparisonOptions
  ) -> Bool {
    let texts = NumberedTexts(recorded, actual, wildcards, options)
    // Padding moves only where digits do.
    guard texts.differInNumbers else { return false }
    let rule = NumberRule(
      recorded: texts.recordedNumbers, actual: texts.actualNumbers, printed: numbers, options: options)
    return Matcher(texts.recorded, texts.actual) { rule.agree($0, $1, $2) }.matches()
  }

  private static func agreeUnseeded(
    _ recorded: NormalizedText, _ actual: NormalizedText, _ wildcards: Wildcards, _ options: ComparisonOptions
  ) -> Bool {
    let texts = NumberedTexts(recorded, actual, wildcards, options)
    guard texts.differInNumbers else { return false }
    let rule = UnseededRule(recorded: texts.recordedNumbers, actual: texts.actualNumbers)
    return Matcher(texts.recorded, texts.actual) { a, b, _ in rule.agree(a, b) }.matches()
  }
}

/// Both texts with their numbers read and their padding brought to one form.
private struct NumberedTexts {
  let recorded: [Token]
  let actual: [Token]
  let recordedNumbers: [Numeral]
  let actualNumbers: [Numeral]

  init(_ recorded: NormalizedText, _ actual: NormalizedText, _ wildcards: Wildcards, _ options: ComparisonOptions) {
    let actualWildcards = wildcards.intersection(.addresses)
    let a = Tokenizer.tokens(of: recorded, wildcards: wildcards, readsNumbers: true)
    let b = Tokenizer.tokens(of: actual, wildcards: actualWildcards, readsNumbers: true)
    recordedNumbers = a.compactMap(\.numeral)
    actualNumbers = b.compactMap(\.numeral)
    self.recorded = options.normalizesWhitespace ? Padding.collapsed(a) : Padding.removed(from: a)
    self.actual = options.normalizesWhitespace ? Padding.collapsed(b) : Padding.removed(from: b)
  }

  var differInNumbers: Bool { recordedNumbers.map(\.text) != actualNumbers.map(\.text) }
}
