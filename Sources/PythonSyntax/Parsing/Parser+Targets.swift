// Targets: what may be assigned to or deleted.

extension Parser {
  /// The targets of a `for`, up to its `in`.
  mutating func parseTargets(forLoopAt forIndex: Int) throws(Failure) -> Expression {
    let start = self.start
    let mark = position
    do throws(Failure) {
      let first = try parseStarTarget()
      guard kind == .comma else {
        if kind != .in { throw unexpected() }
        return first
      }
      var elements = [first]
      var tallest = height
      while accept(.comma) {
        if kind == .in { break }
        elements.append(try parseStarTarget())
        tallest = max(tallest, height)
      }
      if kind != .in { throw unexpected() }
      return try node(.tuple(elements), from: start, above: tallest)
    } catch {
      if isDiagnosing, error == .syntax { try diagnoseLoopTargets(at: mark) }
      throw error
    }
  }

  /// A target, perhaps starred, that is not a bare list of targets.
  mutating func parseStarTarget() throws(Failure) -> Expression {
    let mark = position
    let target: Expression
    if kind == .star {
      target = try parseStarred { (parser) throws(Failure) in try parser.parsePrimary() }
    } else {
      target = try parsePrimary()
    }
    guard isTarget(target, allowsStar: true) else {
      position = max(mark, position)
      throw unexpected()
    }
    return target
  }

  /// Can it be assigned to?
  func isTarget(_ expression: Expression, allowsStar: Bool) -> Bool {
    switch expression.kind {
    case .name, .attribute, .subscript: true
    case .starred(let value):
      if case .starred = value.kind { false } else { allowsStar && isTarget(value, allowsStar: false) }
    case .tuple(let elements), .list(let elements): elements.allSatisfy { isTarget($0, allowsStar: true) }
    default: false
    }
  }

  /// Can it be deleted?
  func isDeletable(_ expression: Expression) -> Bool {
    switch expression.kind {
    case .name, .attribute, .subscript: true
    case .tuple(let elements), .list(let elements): elements.allSatisfy { isDeletable($0) }
    default: false
    }
  }
}
