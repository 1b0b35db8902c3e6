extension SemanticChecker {
  private mutating func checkElements(_ elements: [Expression]) {
    for element in elements {
      if case .starred(let value) = element.kind { check(value) } else { check(element) }
    }
  }

  /// Chains such as `a + b + c` and `a.b().c` lean to the left; that side is walked without recursion.
  mutating func check(_ expression: Expression) {
    var current = expression
    var later: [(inout SemanticChecker) -> Void] = []
    while true {
      let range = current.range
      switch current.kind {
      case .binary(let left, _, let right):
        later.append { $0.check(right) }
        current = left
        continue
      case .attribute(let value, _):
        current = value
        continue
      case .subscript(let value, let index):
        later.append { $0.check(index) }
        current = value
        continue
      case .call(let function, let arguments):
        later.append { $0.check(arguments, range) }
        current = function
        continue
      case .unary(_, let operand):
        current = operand
        continue
      default: break
      }
      break
    }
    checkOperand(current)
    while let next = later.popLast() { next(&self) }
  }

  private mutating func checkOperand(_ expression: Expression) {
    switch expression.kind {
    case .name(let name): scope.names[name, default: []].insert(.used)
    case .formattedString(let parts): check(parts)
    case .boolean(_, let operands): for operand in operands { check(operand) }
    case .comparison(let first, let rest):
      check(first)
      for (_, operand) in rest { check(operand) }
    case .conditional(let test, let body, let orElse):
      check(test)
      check(body)
      check(orElse)
    case .slice(let lower, let upper, let step):
      for bound in [lower, upper, step].compactMap(\.self) { check(bound) }
    case .list(let elements), .tuple(let elements), .set(let elements): checkElements(elements)
    case .dictionary(let items):
      for item in items {
        switch item {
        case .pair(let key, let value):
          check(key)
          check(value)
        case .unpack(let value): check(value)
        }
      }
    case .comprehension(let kind, let element, let clauses):
      let scopeKind: Scope.Kind =
        switch kind {
        case .list: .listComprehension
        case .set: .setComprehension
        case .generator: .generator
        }
      checkComprehension(scopeKind, clauses) { $0.check(element) }
    case .dictionaryComprehension(let key, let value, let clauses):
      checkComprehension(.dictionaryComprehension, clauses) {
        $0.check(key)
        $0.check(value)
      }
    case .lambda(let parameters, let body):
      checkDefaults(parameters)
      within(.function) { checker in
        checker.declare(parameters, expression.range)
        checker.check(body)
      }
    case .starred(let value):
      report("can't use starred expression here", expression.range)
      check(value)
    case .named(let target, let value):
      let start = expression.range.start
      let nameRange = SourceRange(start: start, end: start + Int32(target.utf8.count))
      bindNamed(target, nameRange, expression.range)
      check(value)
    case .yield(let value):
      checkYield(expression.range)
      if let value { check(value) }
    case .yieldFrom(let value):
      checkYield(expression.range)
      check(value)
    default: break
    }
  }

  private mutating func checkYield(_ range: SourceRange) {
    if let name = scope.comprehensionName { return report(inScopes: "'yield' inside \(name)", range) }
    if scope.kind != .function { report("'yield' outside function", range) }
  }

  mutating func check(_ arguments: [Argument], _ range: SourceRange) {
    for argument in arguments {
      switch argument {
      case .positional(let value), .unpack(let value, _), .unpackKeywords(let value, _): check(value)
      case .keyword(let name, let value, _):
        checkForbidden(name, range)
        check(value)
      }
    }
  }

  private mutating func check(_ parts: [FormattedStringPart]) {
    for part in parts {
      guard case .value(let value, _, let spec, _) = part else { continue }
      check(value)
      check(spec)
    }
  }

  /// The first iterable is evaluated outside of the comprehension's scope.
  private mutating func checkComprehension(
    _ kind: Scope.Kind, _ clauses: [ComprehensionClause], _ element: (inout SemanticChecker) -> Void
  ) {
    guard let first = clauses.first else { return }
    scope.iterableDepth += 1
    check(first.iterable)
    scope.iterableDepth -= 1
    within(kind) { checker in
      for (index, clause) in clauses.enumerated() {
        checker.bindIterationTarget(clause.target)
        if index > 0 {
          checker.scope.iterableDepth += 1
          checker.check(clause.iterable)
          checker.scope.iterableDepth -= 1
        }
        for condition in clause.conditions { checker.check(condition) }
      }
      element(&checker)
    }
  }
}
