/// Where a generator's values go when Swift code draws all of them, without the generator being left for each.
package class Sink {
  /// Takes over a value that it can deal with alone; false for one whose handling might run code of the notebook, which
  /// must find the generator suspended.
  package func take(_ value: Value) -> Bool { false }
}

/// `list(…)` and what begins like it.
final class ListSink: Sink {
  private let list: Unmanaged<ListObject>

  init(_ list: ListObject) { self.list = .passUnretained(list) }

  package override func take(_ value: Value) -> Bool {
    list._withUnsafeGuaranteedRef { $0.append(value) }
    return true
  }
}

/// `sum(…)` of machine numbers.
final class SumSink: Sink {
  var total: Value

  init(_ total: Value) { self.total = total }

  package override func take(_ value: Value) -> Bool {
    switch (total, value) {
    case (.int(let x), .int(let y)):
      let (result, overflow) = x.addingReportingOverflow(y)
      if overflow { return false }
      total = .int(result)
      return true
    case (.float(let x), .float(let y)):
      total = .float(x + y)
      return true
    default: return false
    }
  }
}

/// `any(…)` and `all(…)`: passes over what does not decide.
final class TruthSink: Sink {
  private let sought: Bool

  init(seeking sought: Bool) { self.sought = sought }

  package override func take(_ value: Value) -> Bool {
    switch value {
    case .bool(let flag): flag != sought
    case .int(let number): (number != 0) != sought
    case .noneTag: sought
    default: false
    }
  }
}
