/// What a whole run amounts to; the raw values are pytest's exit codes.
package enum Outcome: Int32, Sendable, Equatable {
  case ok = 0
  case failures = 1
  case interrupted = 2
  case internalError = 3
  /// Wrong arguments, or a file that cannot be read.
  case usage = 4
  case noCells = 5

  package init(of results: [NotebookResult], strict: Bool) {
    let summary = results.reduce(Summary()) { $0 + $1.summary }
    if results.contains(where: { !$0.isComplete }) {
      self = .interrupted
    } else if results.contains(where: { $0.internalError != nil }) {
      self = .internalError
    } else if results.contains(where: \.isUnreadable) {
      self = .usage
    } else if summary.failures(strict: strict) > 0 || results.contains(where: { !$0.problems.isEmpty }) {
      self = .failures
    } else {
      self = summary.cells == 0 ? .noCells : .ok
    }
  }
}
