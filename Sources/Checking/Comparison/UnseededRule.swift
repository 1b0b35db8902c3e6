/// Rule 4: the digits of numbers that depend on an unseeded draw are not compared. Their kind is, and so is whether a
/// tensor has a column for signs.
struct UnseededRule {
  private let recordedSigns: Set<Int>
  private let actualSigns: Set<Int>

  init(recorded: [Numeral], actual: [Numeral]) {
    recordedSigns = Self.tensorsWithSigns(recorded)
    actualSigns = Self.tensorsWithSigns(actual)
  }

  func agree(_ recorded: Numeral, _ actual: Numeral) -> Bool {
    guard recorded.isInteger == actual.isInteger else { return false }
    switch (recorded.tensor, actual.tensor) {
    case (nil, nil): return true
    case (let a?, let b?): return recordedSigns.contains(a) == actualSigns.contains(b)
    default: return false
    }
  }

  private static func tensorsWithSigns(_ numerals: [Numeral]) -> Set<Int> {
    Set(numerals.lazy.filter(\.isNegative).compactMap(\.tensor))
  }
}
