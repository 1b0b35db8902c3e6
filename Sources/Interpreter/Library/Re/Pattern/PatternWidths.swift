/// How many code points the parts of a pattern can match: a lookbehind has to be of one width.
struct PatternWidths {
  struct Width: Equatable {
    var low: Int
    var high: Int

    static let one = Width(low: 1, high: 1)
    static let zero = Width(low: 0, high: 0)
    static let limit = 0xFFFF_FFFE

    func adding(_ other: Width) -> Width {
      Width(low: min(low + other.low, Width.limit), high: min(high + other.high, Width.limit))
    }

    func repeated(_ range: PatternNode.Repeat) -> Width {
      Width(low: Width.product(low, range.minimum), high: Width.product(high, range.maximum))
    }

    private static func product(_ width: Int, _ count: Int) -> Int {
      let (result, overflow) = width.multipliedReportingOverflow(by: count)
      return overflow ? limit : min(result, limit)
    }

    func joined(_ other: Width) -> Width { Width(low: min(low, other.low), high: max(high, other.high)) }
  }

  private var groups: [Int: Width] = [:]

  mutating func width(of nodes: [PatternNode]) throws(PatternError) -> Width {
    var sum = Width.zero
    for node in nodes { sum = sum.adding(try width(of: node)) }
    return sum
  }

  private mutating func width(of node: PatternNode) throws(PatternError) -> Width {
    switch node {
    case .literal, .any, .set: return .one
    case .anchor: return .zero
    case .group(let index, _, _, let body):
      let width = try width(of: body)
      if let index { groups[index] = width }
      return width
    case .atomic(let body): return try width(of: body)
    case .repeated(let body, let range): return try width(of: body).repeated(range)
    case .branch(let branches):
      var joined: Width?
      for branch in branches {
        let width = try width(of: branch)
        joined = joined?.joined(width) ?? width
      }
      return joined ?? .zero
    case .look(let isAhead, _, let body):
      let width = try width(of: body)
      if !isAhead, width.low != width.high {
        throw .syntax("look-behind requires fixed-width pattern", position: nil)
      }
      return .zero
    case .reference(let group): return groups[group] ?? .zero
    case .conditional(_, let yes, let no):
      let width = try width(of: yes)
      guard let no else { return width.joined(.zero) }
      return width.joined(try self.width(of: no))
    }
  }
}
