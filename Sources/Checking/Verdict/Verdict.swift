/// What a check says about a cell.
package enum Verdict: String, Sendable, Equatable, CaseIterable {
  /// Recorded and actual agree.
  case passed
  /// Nothing displayed, nothing recorded.
  case ran
  /// Displays something, nothing is recorded.
  case unrecorded
  /// Recorded and actual differ.
  case changed
  /// Raised, and no error was recorded.
  case raised
  /// An error was recorded, none was raised.
  case didNotRaise
  /// Needs a name that a failed cell should have set.
  case blocked
  /// A directive, or a feature outside the engine.
  case skipped

  package func isFailure(strict: Bool) -> Bool {
    switch self {
    case .passed, .ran, .blocked, .skipped: false
    case .unrecorded: strict
    case .changed, .raised, .didNotRaise: true
    }
  }

  /// How reports name it.
  package var title: String { self == .didNotRaise ? "did not raise" : rawValue }
}
