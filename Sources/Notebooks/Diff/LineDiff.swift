/// The shortest way from one list of lines to another, after Myers ("An O(ND) Difference Algorithm", 1986).
package enum LineDiff {
  package enum Line: Sendable, Equatable {
    /// Indices into the old and the new lines.
    case same(old: Int, new: Int)
    case removed(old: Int)
    case added(new: Int)
  }

  /// Lists that differ in more lines than this are given as removed and added as a whole: the search
  /// takes the square of the number in memory.
  private static let mostChanges = 2_000

  package static func compare<Element: Hashable>(_ old: [Element], _ new: [Element]) -> [Line] {
    var head = 0
    while head < min(old.count, new.count), old[head] == new[head] { head += 1 }
    var tail = 0
    while tail < min(old.count, new.count) - head, old[old.count - 1 - tail] == new[new.count - 1 - tail] { tail += 1 }
    // Numbers compare faster than lines.
    var numbers: [Element: Int32] = [:]
    func number(_ element: Element) -> Int32 {
      if let known = numbers[element] { return known }
      let next = Int32(truncatingIfNeeded: numbers.count)
      numbers[element] = next
      return next
    }
    let middle = compareMiddle(
      old[head..<(old.count - tail)].map(number), new[head..<(new.count - tail)].map(number))
    var result: [Line] = (0..<head).map { .same(old: $0, new: $0) }
    for line in middle {
      switch line {
      case .same(let first, let second): result.append(.same(old: first + head, new: second + head))
      case .removed(let first): result.append(.removed(old: first + head))
      case .added(let second): result.append(.added(new: second + head))
      }
    }
    for index in 0..<tail {
      result.append(.same(old: old.count - tail + index, new: new.count - tail + index))
    }
    return result
  }

  private static func compareMiddle(_ old: [Int32], _ new: [Int32]) -> [Line] {
    let removed = old.indices.map { Line.removed(old: $0) }
    let added = new.indices.map { Line.added(new: $0) }
    if old.isEmpty || new.isEmpty { return removed + added }
    guard let trace = search(old, new) else { return removed + added }
    return backtrack(trace, old.count, new.count)
  }

  /// For each number of changes, how far each diagonal gets; diagonal `k` is at index `k + changes`.
  private static func search(_ old: [Int32], _ new: [Int32]) -> [[Int32]]? {
    var trace: [[Int32]] = []
    for changes in 0...min(mostChanges, old.count + new.count) {
      var reach = [Int32](repeating: 0, count: 2 * changes + 1)
      for diagonal in stride(from: -changes, through: changes, by: 2) {
        var x = start(trace.last, changes, diagonal)
        var y = x - diagonal
        while x < old.count, y < new.count, old[x] == new[y] {
          x += 1
          y += 1
        }
        reach[diagonal + changes] = Int32(truncatingIfNeeded: x)
        if x >= old.count, y >= new.count { return trace + [reach] }
      }
      trace.append(reach)
    }
    return nil
  }

  /// Where a diagonal starts with one change more than the last reach.
  private static func start(_ last: [Int32]?, _ changes: Int, _ diagonal: Int) -> Int {
    guard let last else { return 0 }
    return goesDown(last, changes, diagonal)
      ? at(last, changes - 1, diagonal + 1) : at(last, changes - 1, diagonal - 1) + 1
  }

  /// Whether the step to a diagonal adds a line (rather than removes one).
  private static func goesDown(_ last: [Int32], _ changes: Int, _ diagonal: Int) -> Bool {
    if diagonal == -changes { return true }
    if diagonal == changes { return false }
    return at(last, changes - 1, diagonal - 1) < at(last, changes - 1, diagonal + 1)
  }

  private static func at(_ reach: [Int32], _ changes: Int, _ diagonal: Int) -> Int {
    let index = diagonal + changes
    return reach.indices.contains(index) ? Int(reach[index]) : -1
  }

  private static func backtrack(_ trace: [[Int32]], _ oldCount: Int, _ newCount: Int) -> [Line] {
    var lines: [Line] = []
    var x = oldCount
    var y = newCount
    for changes in stride(from: trace.count - 1, through: 0, by: -1) {
      let diagonal = x - y
      let last = changes > 0 ? trace[changes - 1] : nil
      let begin = start(last, changes, diagonal)
      while x > begin, y > 0 {
        x -= 1
        y -= 1
        lines.append(.same(old: x, new: y))
      }
      guard let last else { break }
      if goesDown(last, changes, diagonal) {
        y -= 1
        lines.append(.added(new: y))
      } else {
        x -= 1
        lines.append(.removed(old: x))
      }
    }
    return lines.reversed()
  }
}
