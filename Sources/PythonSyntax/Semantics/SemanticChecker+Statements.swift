extension SemanticChecker {
  mutating func check(_ statements: [Statement]) { for statement in statements { check(statement) } }

  mutating func check(_ statement: Statement) {
    let range = statement.range
    switch statement.kind {
    case .expression(let value): check(value)
    case .assign(let targets, let value):
      check(value)
      for target in targets { bind(target) }
    case .augmentedAssign(let target, _, let value):
      check(value)
      bind(target)
    case .annotatedAssign(let target, let annotation, let value, let isSimple):
      checkAnnotated(target, isSimple: isSimple, hasValue: value != nil, range)
      check(annotation)
      if let value { check(value) }
    case .delete(let targets): for target in targets { delete(target) }
    case .pass: break
    case .break: if !scope.blocks.contains(.loop) { report("'break' outside loop", range) }
    case .continue: if !scope.blocks.contains(.loop) { report("'continue' not properly in loop", range) }
    case .return(let value):
      if scope.kind != .function { report("'return' outside function", range) }
      if let value { check(value) }
    case .raise(let exception, let cause):
      if let exception { check(exception) }
      if let cause { check(cause) }
    case .assert(let test, let message):
      check(test)
      if let message { check(message) }
    case .global(let names): for name in names { declareGlobal(name, range) }
    case .nonlocal(let names): for name in names { declareNonlocal(name, range) }
    case .import(let names): checkImport(names, range)
    case .importFrom(let module, let names, let level):
      checkFuture(module, names, level, range)
      if let star = names.first, star.name == "*", scope.kind != .module {
        report(inScopes: "import * only allowed at module level", star.range)
      }
      checkImport(names, range)
    default: checkCompound(statement)
    }
  }

  private mutating func checkImport(_ names: [Alias], _ range: SourceRange) {
    for alias in names where alias.name != "*" {
      let first = alias.name.split(separator: ".").first.map(String.init) ?? alias.name
      let name = alias.asName ?? first
      checkForbidden(name, range)
      scope.names[name, default: []].insert(.imported)
    }
  }

  private mutating func checkFuture(_ module: String?, _ names: [Alias], _ level: Int, _ range: SourceRange) {
    guard module == "__future__", level == 0 else { return }
    if isPastFutureImports || scopes.count > 1 {
      return report("from __future__ imports must occur at the beginning of the file", range)
    }
    let features = [
      "nested_scopes", "generators", "division", "absolute_import", "with_statement", "print_function",
      "unicode_literals", "barry_as_FLUFL", "generator_stop", "annotations",
    ]
    for alias in names where !features.contains(alias.name) {
      report(
        alias.name == "braces" ? "not a chance" : "future feature \(alias.name) is not defined",
        SourceRange(start: range.start, end: range.start))
    }
  }

  private mutating func checkCompound(_ statement: Statement) {
    switch statement.kind {
    case .if: checkIf(statement)
    case .while(let test, let body, let orElse):
      check(test)
      within([.loop], statement.range) { $0.check(body) }
      check(orElse)
    case .for(let target, let iterable, let body, let orElse):
      bind(target)
      check(iterable)
      within([.loop], statement.range) { $0.check(body) }
      check(orElse)
    case .with(let items, let body):
      for item in items {
        check(item.context)
        if let target = item.target { bind(target) }
      }
      within(items.map { _ in .other }, statement.range) { $0.check(body) }
    case .try(let body, let handlers, let orElse, let finally):
      checkTry(statement.range, body, handlers, orElse, finally)
    case .functionDefinition(let definition): checkFunction(definition, statement.range)
    case .classDefinition(let definition): checkClass(definition, statement.range)
    case .match(let subject, let cases):
      check(subject)
      checkCases(cases)
    default: break
    }
  }

  /// A chain of `elif`s is walked without recursion, since it may be long.
  private mutating func checkIf(_ statement: Statement) {
    var current = statement
    while case .if(let test, let body, let orElse) = current.kind {
      check(test)
      check(body)
      guard orElse.count == 1, let next = orElse.first, case .if = next.kind else { return check(orElse) }
      current = next
    }
  }

  private mutating func checkTry(
    _ range: SourceRange, _ body: [Statement], _ handlers: [ExceptHandler], _ orElse: [Statement],
    _ finally: [Statement]
  ) {
    within(finally.isEmpty ? [] : [.other], range) { checker in
      checker.within(handlers.isEmpty ? [] : [.other], range) { $0.check(body) }
      for (index, handler) in handlers.enumerated() {
        if handler.type == nil, index < handlers.count - 1 {
          checker.report("default 'except:' must be last", handler.range)
        }
        if let type = handler.type { checker.check(type) }
        if let name = handler.name { checker.bind(name, handler.range) }
        checker.within([.other, .other], handler.range) { $0.check(handler.body) }
      }
      checker.check(orElse)
    }
    if !finally.isEmpty { within([.other], range) { $0.check(finally) } }
  }

  /// Runs `body` inside blocks of the kind that CPython allows twenty of in each other.
  private mutating func within(
    _ blocks: [Scope.Block], _ range: SourceRange, _ body: (inout SemanticChecker) -> Void
  ) {
    let outer = scope.blocks
    if outer.count + blocks.count > 20 { report("too many statically nested blocks", range) }
    scope.blocks += blocks
    body(&self)
    scope.blocks = outer
  }

  private mutating func checkFunction(_ definition: FunctionDefinition, _ range: SourceRange) {
    for decorator in definition.decorators { check(decorator) }
    bind(definition.name, range)
    checkDefaults(definition.parameters)
    if let returns = definition.returns { check(returns) }
    within(.function) { checker in
      checker.declare(definition.parameters, range)
      checker.check(definition.body)
    }
  }

  private mutating func checkClass(_ definition: ClassDefinition, _ range: SourceRange) {
    for decorator in definition.decorators { check(decorator) }
    bind(definition.name, range)
    check(definition.arguments, range)
    within(.class) { $0.check(definition.body) }
  }
}
