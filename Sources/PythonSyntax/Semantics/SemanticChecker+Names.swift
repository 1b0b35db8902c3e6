// Names: parameters, bindings, declarations.

extension SemanticChecker {
  mutating func checkForbidden(_ name: String, _ range: SourceRange) {
    if name == "__debug__" { report("cannot assign to __debug__", range) }
  }

  mutating func bind(_ name: String, _ range: SourceRange, as uses: Scope.Uses = .assigned) {
    checkForbidden(name, range)
    scope.names[name, default: []].formUnion(uses)
  }

  /// Default values and annotations belong to the scope around the function.
  mutating func checkDefaults(_ parameters: Parameters) {
    for parameter in parameters.all {
      if let value = parameter.defaultValue { check(value) }
      guard let annotation = parameter.annotation else { continue }
      if case .starred(let value) = annotation.kind { check(value) } else { check(annotation) }
    }
  }

  mutating func declare(_ parameters: Parameters, _ range: SourceRange) {
    for parameter in parameters.all {
      checkForbidden(parameter.name, range)
      if scope.names.updateValue(.parameter, forKey: parameter.name) != nil {
        report(
          inScopes: "duplicate argument '\(parameter.name)' in function definition",
          parameter.range)
      }
    }
  }

  mutating func declareGlobal(_ name: String, _ range: SourceRange) {
    let uses = scope.names[name, default: []]
    if uses.contains(.parameter) {
      report(inScopes: "name '\(name)' is parameter and global", range)
    } else {
      checkUndeclared(name, uses, "global", range)
    }
    if uses.contains(.nonlocal) { report(inScopes: "name '\(name)' is nonlocal and global", range) }
    scope.names[name, default: []].insert(.global)
    scope.globals[name] = range
  }

  mutating func declareNonlocal(_ name: String, _ range: SourceRange) {
    if scope.kind == .module {
      return report(inScopes: "nonlocal declaration not allowed at module level", range)
    }
    let uses = scope.names[name, default: []]
    if uses.contains(.parameter) {
      report(inScopes: "name '\(name)' is parameter and nonlocal", range)
    } else {
      checkUndeclared(name, uses, "nonlocal", range)
    }
    if let first = scope.globals[name] { report(inScopes: "name '\(name)' is nonlocal and global", first) }
    scope.names[name, default: []].insert(.nonlocal)
    scope.nonlocals[name] = range
  }

  /// A declaration must come before anything else is done with the name.
  private mutating func checkUndeclared(
    _ name: String, _ uses: Scope.Uses, _ declaration: String, _ range: SourceRange
  ) {
    if uses.contains(.used) {
      report(inScopes: "name '\(name)' is used prior to \(declaration) declaration", range)
    } else if uses.contains(.annotated) {
      report(inScopes: "annotated name '\(name)' can't be \(declaration)", range)
    } else if uses.contains(.assigned) {
      report(inScopes: "name '\(name)' is assigned to before \(declaration) declaration", range)
    }
  }

  mutating func checkAnnotated(_ target: Expression, isSimple: Bool, hasValue: Bool, _ range: SourceRange) {
    guard case .name(let name) = target.kind else { return bind(target) }
    let uses = scope.names[name, default: []]
    if isSimple, scope.kind != .module {
      if uses.contains(.global) { report(inScopes: "annotated name '\(name)' can't be global", range) }
      if uses.contains(.nonlocal) { report(inScopes: "annotated name '\(name)' can't be nonlocal", range) }
    }
    checkForbidden(name, target.range)
    if isSimple {
      scope.names[name, default: []].formUnion([.annotated, .assigned])
    } else if hasValue {
      scope.names[name, default: []].insert(.assigned)
    }
  }

  /// `name := …`: in a comprehension it binds in the function around.
  mutating func bindNamed(_ name: String, _ nameRange: SourceRange, _ range: SourceRange) {
    if scope.iterableDepth > 0 {
      report(inScopes: "assignment expression cannot be used in a comprehension iterable expression", range)
    }
    checkForbidden(name, nameRange)
    for index in scopes.indices.reversed() {
      guard scopes[index].isComprehension else {
        if scopes[index].kind == .class, index < scopes.count - 1 {
          report(
            inScopes: "assignment expression within a comprehension cannot be used in a class body", nameRange)
        }
        scopes[index].names[name, default: []].insert(.assigned)
        return
      }
      if scopes[index].names[name]?.contains(.iterationVariable) == true {
        report(
          inScopes: "assignment expression cannot rebind comprehension iteration variable '\(name)'", nameRange)
      }
      scopes[index].names[name, default: []].insert(.namedTarget)
    }
  }
}

extension Parameters {
  /// In the order in which CPython declares them: the variadic ones last.
  var all: [Parameter] {
    positionalOnly + positionalOrKeyword + keywordOnly + [variadic, keywordVariadic].compactMap(\.self)
  }
}
