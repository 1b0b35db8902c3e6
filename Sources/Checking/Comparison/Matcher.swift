/// Matches recorded tokens, which may hold wildcards, against actual ones.
struct Matcher {
  let recorded: [Token]
  let actual: [Token]
  /// Judges a pair of numbers that are not written alike; the index counts the actual numbers.
  let agree: (_ recorded: Numeral, _ actual: Numeral, _ index: Int) -> Bool
  /// The index among the numbers of each actual token.
  private let numberIndex: [Int]

  init(
    _ recorded: [Token], _ actual: [Token],
    agree: @escaping (_ recorded: Numeral, _ actual: Numeral, _ index: Int) -> Bool = { _, _, _ in false }
  ) {
    self.recorded = recorded
    self.actual = actual
    self.agree = agree
    var count = 0
    numberIndex = actual.map { token in
      guard token.numeral != nil else { return count }
      defer { count += 1 }
      return count
    }
  }

  private struct State: Hashable {
    let recorded: Int
    let actual: Int
  }

  /// Searches depth first; a place behind a wildcard is never tried twice, so the work is bounded by the product of lengths.
  func matches() -> Bool {
    var pending = [State(recorded: 0, actual: 0)]
    var seen: Set<State> = []
    while let start = pending.popLast() {
      var (i, j) = (start.recorded, start.actual)
      while i < recorded.count, let next = step(recorded[i], j) {
        i += 1
        j = next
      }
      if i == recorded.count {
        if j == actual.count { return true }
        continue
      }
      // Shortest match first: it is pushed last.
      for end in ends(of: recorded[i], from: j).reversed() {
        let state = State(recorded: i + 1, actual: end)
        if seen.insert(state).inserted { pending.append(state) }
      }
    }
    return false
  }

  /// The place after a token that matches in one way; nil if it does not match, or is a wildcard.
  private func step(_ token: Token, _ j: Int) -> Int? {
    guard j < actual.count else { return nil }
    switch (token, actual[j]) {
    case (.anyText, _), (.anyInLine, _), (.anyLines, _): return nil
    case (.number(let a), .number(let b)): return a.text == b.text || agree(a, b, numberIndex[j]) ? j + 1 : nil
    case (let a, let b): return a == b ? j + 1 : nil
    }
  }

  /// The places where a wildcard that starts at `j` may end.
  private func ends(of token: Token, from j: Int) -> [Int] {
    switch token {
    case .anyText: Array(j...actual.count)
    case .anyInLine: Array(j...(actual[j...].firstIndex(of: .newline) ?? actual.count))
    case .anyLines:
      (j...actual.count).filter { $0 == j || actual[$0 - 1] == .newline }
    default: []
    }
  }
}
