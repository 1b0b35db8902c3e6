import Notebooks

extension Agreement {
  /// The rule by which a recorded error is the one that was raised, by its level; nil if it is another one.
  package static func rule(recorded: RecordedError, actual: ExecutionError, options: ComparisonOptions) -> Rule? {
    guard isSameType(recorded.type, actual.type) else { return nil }
    if recorded.level == .type || options.ignoresErrorDetail { return .errorType }
    let message = NormalizedText(recorded.message)
    let raised = NormalizedText(actual.message)
    let strictest: Rule = recorded.level == .traceback ? .traceback : .exact
    if message == raised { return strictest }
    let a = Tokenizer.tokens(of: message, wildcards: [.ellipsis, .withinLine, .addresses], readsNumbers: false)
    let b = Tokenizer.tokens(of: raised, wildcards: .addresses, readsNumbers: false)
    return Matcher(a, b).matches() ? .weaker(.wildcards, strictest) : nil
  }

  /// Python shows an exception with or without its module, and modules move: the last component decides.
  private static func isSameType(_ recorded: String, _ actual: String) -> Bool {
    recorded == actual || name(recorded) == name(actual)
  }

  private static func name(_ type: String) -> Substring {
    let last = type.split(separator: ".").last ?? type[...]
    return last.drop { $0 == "_" }
  }
}
