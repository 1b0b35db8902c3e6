// The rules for the patterns of `match`.

extension SemanticChecker {
  mutating func checkCases(_ cases: [MatchCase]) {
    for (index, item) in cases.enumerated() {
      lastPattern = item.pattern.range
      if index < cases.count - 1, item.guardTest == nil { reportIrrefutable(item.pattern) }
      var names: Set<String> = []
      check(item.pattern, &names)
      if let test = item.guardTest { check(test) }
      check(item.body)
    }
  }

  /// A pattern that always matches leaves nothing for those after it.
  private mutating func reportIrrefutable(_ pattern: Pattern) {
    switch pattern.kind {
    case .capture(nil, name: nil): report("wildcard makes remaining patterns unreachable", pattern.range)
    case .capture(nil, name: .some(let name)):
      report("name capture '\(name)' makes remaining patterns unreachable", pattern.range)
    case .capture(.some(let inner), _): reportIrrefutable(inner)
    case .or(let alternatives): if let last = alternatives.last { reportIrrefutable(last) }
    default: break
    }
  }

  /// Checks a pattern and adds the names it binds.
  private mutating func check(_ pattern: Pattern, _ names: inout Set<String>) {
    lastPattern = pattern.range
    switch pattern.kind {
    case .value(let value):
      if case .formattedString = value.kind {
        report("patterns may only match literals and attribute lookups", pattern.range)
      }
      check(value)
    case .singleton: break
    case .sequence(let patterns):
      let stars = patterns.count { if case .star = $0.kind { true } else { false } }
      if stars > 1 { report("multiple starred names in sequence pattern", pattern.range) }
      for inner in patterns { check(inner, &names) }
    case .star(let name): if let name { capture(name, &names) }
    case .mapping(let keys, let patterns, let rest):
      checkKeys(keys, pattern.range)
      for key in keys { check(key) }
      for inner in patterns { check(inner, &names) }
      if let rest { capture(rest, &names) }
    case .class(let type, let positional, let keywords):
      check(type)
      var seen: Set<String> = []
      for (name, inner) in keywords where !seen.insert(name).inserted {
        report("attribute name repeated in class pattern: \(name)", inner.range)
      }
      for inner in positional { check(inner, &names) }
      for (name, inner) in keywords {
        checkForbidden(name, inner.range)
        check(inner, &names)
      }
    case .capture(let inner, let name):
      if let inner { check(inner, &names) }
      if let name { capture(name, &names) }
    case .or(let alternatives): checkAlternatives(alternatives, &names)
    }
  }

  private mutating func capture(_ name: String, _ names: inout Set<String>) {
    if !names.insert(name).inserted { report("multiple assignments to name '\(name)' in pattern", lastPattern) }
    bind(name, lastPattern)
  }

  private mutating func checkAlternatives(_ alternatives: [Pattern], _ names: inout Set<String>) {
    let outer = names
    var expected: Set<String>?
    for (index, alternative) in alternatives.enumerated() {
      if index < alternatives.count - 1 { reportIrrefutable(alternative) }
      var bound = outer
      check(alternative, &bound)
      if let expected, expected != bound { report("alternative patterns bind different names", lastPattern) }
      expected = expected ?? bound
      names.formUnion(bound)
    }
  }

  private mutating func checkKeys(_ keys: [Expression], _ range: SourceRange) {
    var seen: [Constant] = []
    for key in keys {
      if case .formattedString = key.kind {
        report("mapping pattern keys may only match literals and attribute lookups", range)
      }
      guard case .constant(let value) = key.kind else { continue }
      if seen.contains(value) {
        let text = String(decoding: source.text[Int(key.range.start)..<Int(key.range.end)], as: UTF8.self)
        report("mapping pattern checks duplicate key (\(text.replacing("\"", with: "'")))", range)
      }
      seen.append(value)
    }
  }
}
