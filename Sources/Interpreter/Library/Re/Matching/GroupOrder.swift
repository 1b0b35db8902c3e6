/// Which group of a match was closed last (`lastindex`): PCRE2 does not tell, but the pattern and the bounds do.
struct GroupOrder {
  private struct Place {
    /// The groups around it.
    var groups: [Int] = []
    /// The repeats around it, by number.
    var repeats: [Int] = []
    var isInLook = false
  }

  private var places: [Place]
  private var repeatCount = 0

  init(_ pattern: ParsedPattern) {
    places = Array(repeating: Place(), count: pattern.groupCount + 1)
    visit(pattern.nodes, Place())
  }

  private mutating func visit(_ nodes: [PatternNode], _ place: Place) {
    for node in nodes {
      var inner = place
      switch node {
      case .group(let index, _, _, let body):
        if let index {
          places[index] = place
          inner.groups.append(index)
        }
        visit(body, inner)
      case .atomic(let body): visit(body, place)
      case .repeated(let body, _):
        repeatCount += 1
        inner.repeats.append(repeatCount)
        visit(body, inner)
      case .branch(let branches): for branch in branches { visit(branch, place) }
      case .look(_, _, let body):
        inner.isInLook = true
        visit(body, inner)
      case .conditional(_, let yes, let no):
        visit(yes, place)
        visit(no ?? [], place)
      case .literal, .any, .set, .anchor, .reference: break
      }
    }
  }

  /// The group closed last; nil if none was.
  func last(_ count: Int, _ bounds: (Int) -> (start: Int, end: Int)) -> Int? {
    var last: Int?
    for group in stride(from: 1, through: count, by: 1) where bounds(group).start >= 0 {
      if let other = last, closes(other, after: group, bounds) { continue }
      last = group
    }
    return last
  }

  /// - Parameter first: opened before `second`.
  private func closes(_ first: Int, after second: Int, _ bounds: (Int) -> (start: Int, end: Int)) -> Bool {
    let (a, b) = (places[first], places[second])
    if b.groups.contains(first) { return true }
    // In the turns of a repeat the later one may be either.
    guard !a.isInLook, !b.isInLook, !Set(a.repeats).isDisjoint(with: b.repeats) else { return false }
    return bounds(first).end > bounds(second).end
  }
}
