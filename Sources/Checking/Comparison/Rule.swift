/// What it took for a recorded output to be right, from the strictest to the most lenient.
package enum Rule: String, Sendable, Equatable, CaseIterable {
  /// The same text, line ends and trailing blanks aside.
  case exact
  /// `+NORMALIZE_WHITESPACE`
  case whitespace
  /// `...`, `[..]` or an address.
  case wildcards
  /// Numbers within the tolerance.
  case numbers
  /// Digits that depend on an unseeded generator were not compared.
  case unseeded
  /// The recorded traceback's last line; the stack was not compared.
  case traceback
  /// Only the type of the error is recorded, or wanted.
  case errorType
  /// A directive says not to compare.
  case ignored

  /// What reports say about it; nil for the rule that needs no word.
  package var note: String? {
    switch self {
    case .exact: nil
    case .whitespace: "white space aside"
    case .wildcards: "by wildcards"
    case .numbers: "numbers within tolerance"
    case .unseeded: "unseeded"
    case .traceback: "last line of the traceback"
    case .errorType: "by error type"
    case .ignored: "output ignored"
    }
  }

  /// Of two rules, the one that excuses more.
  static func weaker(_ a: Rule, _ b: Rule) -> Rule {
    let order = allCases
    return (order.firstIndex(of: a) ?? 0) >= (order.firstIndex(of: b) ?? 0) ? a : b
  }
}
