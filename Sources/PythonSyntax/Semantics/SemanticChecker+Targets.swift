// What is assigned to or deleted.

extension SemanticChecker {
  mutating func bind(_ target: Expression) {
    if case .starred(let value) = target.kind {
      report("starred assignment target must be in a list or tuple", target.range)
      return bind(value)
    }
    bindElement(target, as: .assigned)
  }

  /// A target in a comprehension's `for`.
  mutating func bindIterationTarget(_ target: Expression) { bindElement(target, as: [.assigned, .iterationVariable]) }

  private mutating func bindElement(_ target: Expression, as uses: Scope.Uses) {
    switch target.kind {
    case .name(let name):
      if uses.contains(.iterationVariable), scope.names[name]?.contains(.namedTarget) == true {
        report(
          inScopes: "comprehension inner loop cannot rebind assignment expression target '\(name)'", target.range)
      }
      bind(name, target.range, as: uses)
    case .tuple(let elements), .list(let elements):
      let stars = elements.count { if case .starred = $0.kind { true } else { false } }
      if stars > 1 { report("multiple starred expressions in assignment", target.range) }
      for element in elements {
        if case .starred(let value) = element.kind {
          bindElement(value, as: uses)
        } else {
          bindElement(element, as: uses)
        }
      }
    case .attribute(let value, let name):
      checkForbidden(name, target.range)
      check(value)
    default: check(target)
    }
  }

  mutating func delete(_ target: Expression) {
    switch target.kind {
    case .name(let name):
      if name == "__debug__" { report("cannot delete __debug__", target.range) }
      scope.names[name, default: []].insert(.assigned)
    case .tuple(let elements), .list(let elements): for element in elements { delete(element) }
    case .attribute(let value, let name):
      if name == "__debug__" { report("cannot delete __debug__", target.range) }
      check(value)
    default: check(target)
    }
  }
}
