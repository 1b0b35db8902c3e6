import PythonSyntax

/// The variables of one module, function, class or comprehension, before and after resolution.
final class Scope {
  enum Kind { case module, function, `class`, comprehension }

  enum Variable {
    /// A register.
    case local
    /// A register that holds a cell, shared with inner functions.
    case cell
    /// A cell of an enclosing function.
    case free
    /// Looked up in the globals, then the builtins.
    case global
    /// In a class body: its namespace first.
    case name
  }

  let kind: Kind
  let parent: Scope?
  /// In order of first appearance.
  private(set) var bound: [String] = []
  private var boundSet: Set<String> = []
  private(set) var used: Set<String> = []
  private(set) var globals: Set<String> = []
  private(set) var nonlocals: Set<String> = []
  /// Own variables that an inner function uses.
  fileprivate(set) var captured: Set<String> = []
  /// Variables of enclosing functions used here or further inside.
  fileprivate(set) var free: Set<String> = []
  var isGenerator = false
  var isGeneratorExpression = false
  /// Has a walrus, so that a local may change while an expression is evaluated.
  var rebindsInExpressions = false
  /// A module whose names may be in any mapping, as `exec` and `eval` run it.
  var isDynamic = false
  /// Calls something that may look at its variables all at once, or add to them.
  var asksForLocals: Bool {
    !used.isDisjoint(with: ["locals", "exec", "eval", "vars", "dir"]) || comprehensions.contains { $0.asksForLocals }
  }
  /// The comprehensions that stand in this scope and share its registers.
  private(set) var comprehensions: [Scope] = []

  init(kind: Kind, parent: Scope?) {
    self.kind = kind
    self.parent = parent
    if kind == .comprehension { parent?.comprehensions.append(self) }
  }

  func bind(_ name: String) {
    if globals.contains(name) || nonlocals.contains(name) { return }
    if boundSet.insert(name).inserted { bound.append(name) }
  }

  func use(_ name: String) { used.insert(name) }

  func isBound(_ name: String) -> Bool { boundSet.contains(name) }

  func declareGlobal(_ name: String) { globals.insert(name) }

  func declareNonlocal(_ name: String) { nonlocals.insert(name) }

  /// The nearest enclosing scope that is not a comprehension: where walrus targets are bound.
  var owner: Scope {
    var scope = self
    while scope.kind == .comprehension, let parent = scope.parent { scope = parent }
    return scope
  }

  /// How this scope sees a name.
  func resolve(_ name: String) -> Variable {
    if globals.contains(name) { return .global }
    if nonlocals.contains(name) || free.contains(name) && !boundSet.contains(name) { return .free }
    if boundSet.contains(name) {
      switch kind {
      case .module: return isDynamic ? .name : .global
      case .class: return .name
      case .function, .comprehension: return captured.contains(name) ? .cell : .local
      }
    }
    return kind == .class || isDynamic ? .name : .global
  }
}

/// Walks a module once and finds every scope and what its names mean.
struct ScopeAnalysis {
  private(set) var scopes: [Key: Scope] = [:]
  let module: Scope
  /// `from __future__ import annotations`: annotations are kept as text.
  let postponesAnnotations: Bool

  /// Scopes are known by the range of the node that opens them.
  struct Key: Hashable {
    let start: Int32
    let end: Int32

    init(_ range: SourceRange) {
      start = range.start
      end = range.end
    }
  }

  init(_ body: [Statement]) throws(Diagnostic) {
    module = Scope(kind: .module, parent: nil)
    postponesAnnotations = body.postponesAnnotations
    var walker = ScopeWalker(scope: module)
    try walker.statements(body)
    scopes = walker.scopes
    // Inner scopes come after outer ones in `order`; resolution goes from the inside out.
    for scope in walker.order.reversed() { try ScopeAnalysis.resolve(scope, walker.nonlocalRanges) }
  }

  subscript(_ range: SourceRange) -> Scope? { scopes[Key(range)] }

  /// Finds the owner of every name that `scope` uses and does not bind, and marks the way there.
  private static func resolve(
    _ scope: Scope, _ ranges: [ObjectIdentifier: [String: SourceRange]]
  ) throws(Diagnostic) {
    for name in scope.nonlocals.sorted() where !capture(name, from: scope) {
      let range = ranges[ObjectIdentifier(scope)]?[name] ?? SourceRange(start: 0, end: 0)
      throw Diagnostic(
        kind: .syntaxError, message: "no binding for nonlocal '\(name)' found", range: range, origin: .meaning)
    }
    for name in scope.used.union(scope.free)
    where !scope.isBound(name) && !scope.globals.contains(name) && !scope.nonlocals.contains(name) {
      _ = capture(name, from: scope)
    }
    // A class body passes on what functions inside it need, even if it binds the same name itself.
    if scope.kind == .class {
      for name in scope.free where scope.isBound(name) { _ = capture(name, from: scope) }
    }
  }

  /// Makes `name` of the nearest enclosing function reach `scope`; false if no function binds it.
  private static func capture(_ name: String, from scope: Scope) -> Bool {
    var path = [scope]
    var current = scope.parent
    while let candidate = current {
      switch candidate.kind {
      case .module: return false
      case .class where name == "__class__" && !path.contains { $0.kind == .class }:
        return mark(name, owner: candidate, path)
      case .class: break
      case .function, .comprehension:
        if candidate.globals.contains(name) { return false }
        if candidate.isBound(name) { return mark(name, owner: candidate, path) }
      }
      path.append(candidate)
      current = candidate.parent
    }
    return false
  }

  private static func mark(_ name: String, owner: Scope, _ path: [Scope]) -> Bool {
    // A comprehension shares the registers of the function it stands in, unless a function lies between.
    let crossesFunction = path.contains { $0.kind != .comprehension }
    if crossesFunction { owner.captured.insert(name) }
    for scope in path { scope.free.insert(name) }
    return true
  }
}

/// The walk itself: binds, uses and declarations, in source order.
private struct ScopeWalker {
  var scope: Scope
  var scopes: [ScopeAnalysis.Key: Scope] = [:]
  var order: [Scope] = []
  var nonlocalRanges: [ObjectIdentifier: [String: SourceRange]] = [:]

  init(scope: Scope) {
    self.scope = scope
    order = [scope]
  }

  mutating func inner<E: Error>(
    _ kind: Scope.Kind, _ range: SourceRange, _ body: (inout ScopeWalker) throws(E) -> Void
  ) throws(E) {
    let outer = scope
    let made = Scope(kind: kind, parent: outer)
    scopes[ScopeAnalysis.Key(range)] = made
    order.append(made)
    scope = made
    defer { scope = outer }
    try body(&self)
  }

  mutating func statements(_ list: [Statement]) throws(Diagnostic) {
    for item in list { try statement(item) }
  }

  mutating func statement(_ node: Statement) throws(Diagnostic) {
    switch node.kind {
    case .expression(let value): try expression(value)
    case .assign(let targets, let value):
      try expression(value)
      for item in targets { try target(item) }
    case .augmentedAssign(let item, _, let value):
      try expression(value)
      try expression(item)
      try target(item)
    case .annotatedAssign(let item, let annotation, let value, let isSimple):
      if let value { try expression(value) }
      if scope.kind != .function { try expression(annotation) }
      if case .name(let name) = item.kind {
        if isSimple || value != nil { scope.bind(name) }
      } else if value != nil {
        try target(item)
      }
    case .delete(let items): for item in items { try target(item) }
    case .pass, .break, .continue: break
    case .return(let value): if let value { try expression(value) }
    case .raise(let exception, let cause):
      if let exception { try expression(exception) }
      if let cause { try expression(cause) }
    case .assert(let test, let message):
      try expression(test)
      if let message { try expression(message) }
    case .global(let names):
      for name in names {
        try declare(name, "global", node.range)
        scope.declareGlobal(name)
      }
    case .nonlocal(let names):
      for name in names {
        try declare(name, "nonlocal", node.range)
        if scope.kind == .module {
          throw Diagnostic(
            kind: .syntaxError, message: "nonlocal declaration not allowed at module level", range: node.range,
            origin: .meaning)
        }
        scope.declareNonlocal(name)
        nonlocalRanges[ObjectIdentifier(scope), default: [:]][name] = node.range
      }
    case .import(let names):
      for alias in names {
        scope.bind(alias.asName ?? String(alias.name.prefix { $0 != "." }))
      }
    case .importFrom(_, let names, _):
      for alias in names where alias.name != "*" { scope.bind(alias.asName ?? alias.name) }
    case .if(let test, let body, let orElse), .while(let test, let body, let orElse):
      try expression(test)
      try statements(body)
      try statements(orElse)
    case .for(let item, let iterable, let body, let orElse):
      try expression(iterable)
      try target(item)
      try statements(body)
      try statements(orElse)
    case .with(let items, let body):
      for item in items {
        try expression(item.context)
        if let bound = item.target { try target(bound) }
      }
      try statements(body)
    case .try(let body, let handlers, let orElse, let finally):
      try statements(body)
      for handler in handlers {
        if let type = handler.type { try expression(type) }
        if let name = handler.name { scope.bind(name) }
        try statements(handler.body)
      }
      try statements(orElse)
      try statements(finally)
    case .functionDefinition(let definition):
      for decorator in definition.decorators { try expression(decorator) }
      try defaults(definition.parameters)
      if let returns = definition.returns { try expression(returns) }
      scope.bind(definition.name)
      try inner(.function, node.range) { (walker) throws(Diagnostic) in
        walker.bindParameters(definition.parameters)
        try walker.statements(definition.body)
      }
    case .classDefinition(let definition):
      for decorator in definition.decorators { try expression(decorator) }
      try arguments(definition.arguments)
      scope.bind(definition.name)
      try inner(.class, node.range) { (walker) throws(Diagnostic) in try walker.statements(definition.body) }
    case .match(let subject, let cases):
      try expression(subject)
      for item in cases {
        try pattern(item.pattern)
        if let test = item.guardTest { try expression(test) }
        try statements(item.body)
      }
    }
  }

  private func declare(_ name: String, _ word: String, _ range: SourceRange) throws(Diagnostic) {
    if scope.isBound(name) {
      let reason =
        scope.kind == .function && parameterNames.contains(name)
        ? "name '\(name)' is parameter and \(word)" : "name '\(name)' is assigned to before \(word) declaration"
      throw Diagnostic(kind: .syntaxError, message: reason, range: range, origin: .meaning)
    }
    if scope.used.contains(name) {
      throw Diagnostic(
        kind: .syntaxError, message: "name '\(name)' is used prior to \(word) declaration", range: range,
        origin: .meaning)
    }
  }

  /// The parameters of the function being walked.
  private var parameterNames: Set<String> = []

  private mutating func bindParameters(_ parameters: Parameters) {
    parameterNames = []
    for parameter in parameters.all {
      scope.bind(parameter.name)
      parameterNames.insert(parameter.name)
    }
  }

  private mutating func defaults(_ parameters: Parameters) throws(Diagnostic) {
    for parameter in parameters.all {
      if let value = parameter.defaultValue { try expression(value) }
      if let annotation = parameter.annotation { try expression(annotation) }
    }
  }

  private mutating func arguments(_ list: [Argument]) throws(Diagnostic) {
    for argument in list {
      switch argument {
      case .positional(let value), .keyword(_, let value, _), .unpack(let value, _), .unpackKeywords(let value, _):
        try expression(value)
      }
    }
  }

  mutating func target(_ node: Expression) throws(Diagnostic) {
    switch node.kind {
    case .name(let name): scope.bind(name)
    case .tuple(let items), .list(let items): for item in items { try target(item) }
    case .starred(let item): try target(item)
    default: try expression(node)
    }
  }

  mutating func pattern(_ node: Pattern) throws(Diagnostic) {
    switch node.kind {
    case .value(let value): try expression(value)
    case .singleton: break
    case .sequence(let patterns), .or(let patterns): for item in patterns { try pattern(item) }
    case .star(let name): if let name { scope.bind(name) }
    case .mapping(let keys, let patterns, let rest):
      for key in keys { try expression(key) }
      for item in patterns { try pattern(item) }
      if let rest { scope.bind(rest) }
    case .class(let type, let positional, let keywords):
      try expression(type)
      for item in positional { try pattern(item) }
      for item in keywords { try pattern(item.pattern) }
    case .capture(let inner, let name):
      if let inner { try pattern(inner) }
      if let name { scope.bind(name) }
    }
  }

  mutating func expression(_ node: Expression) throws(Diagnostic) {
    switch node.kind {
    case .name(let name):
      scope.use(name)
      // `super()` without arguments needs the class it stands in.
      if name == "super" || name == "__class__" { scope.use("__class__") }
    case .constant: break
    case .formattedString(let parts): try formatted(parts)
    case .unary(_, let value), .attribute(let value, _), .starred(let value): try expression(value)
    case .binary(let left, _, let right):
      try expression(left)
      try expression(right)
    case .boolean(_, let values), .list(let values), .tuple(let values), .set(let values):
      for value in values { try expression(value) }
    case .comparison(let first, let rest):
      try expression(first)
      for item in rest { try expression(item.operand) }
    case .conditional(let test, let body, let orElse):
      try expression(test)
      try expression(body)
      try expression(orElse)
    case .call(let function, let list):
      try expression(function)
      try arguments(list)
    case .subscript(let value, let index):
      try expression(value)
      try expression(index)
    case .slice(let lower, let upper, let step):
      if let lower { try expression(lower) }
      if let upper { try expression(upper) }
      if let step { try expression(step) }
    case .dictionary(let items):
      for item in items {
        switch item {
        case .pair(let key, let value):
          try expression(key)
          try expression(value)
        case .unpack(let value): try expression(value)
        }
      }
    case .comprehension(let kind, let element, let clauses):
      try comprehension(kind == .generator ? .function : .comprehension, node.range, [element], clauses)
    case .dictionaryComprehension(let key, let value, let clauses):
      try comprehension(.comprehension, node.range, [key, value], clauses)
    case .lambda(let parameters, let body):
      try defaults(parameters)
      try inner(.function, node.range) { (walker) throws(Diagnostic) in
        walker.bindParameters(parameters)
        try walker.expression(body)
      }
    case .named(let name, let value):
      try expression(value)
      let owner = walrusOwner(name)
      owner.bind(name)
      owner.rebindsInExpressions = true
      if owner !== scope { scope.use(name) }
    case .yield(let value):
      scope.owner.isGenerator = true
      if let value { try expression(value) }
    case .yieldFrom(let value):
      scope.owner.isGenerator = true
      try expression(value)
    }
  }

  /// The scope whose variable a walrus binds: generator expressions declare it, as functions inside that one.
  private func walrusOwner(_ name: String) -> Scope {
    var owner = scope.owner
    var generators: [Scope] = []
    while owner.isGeneratorExpression, let outer = owner.parent?.owner {
      generators.append(owner)
      owner = outer
    }
    let isGlobal = owner.kind == .module || owner.globals.contains(name)
    for generator in generators {
      if isGlobal { generator.declareGlobal(name) } else { generator.declareNonlocal(name) }
    }
    return owner
  }

  private mutating func formatted(_ parts: [FormattedStringPart]) throws(Diagnostic) {
    for part in parts {
      if case .value(let value, _, let spec, _) = part {
        try expression(value)
        try formatted(spec)
      }
    }
  }

  private mutating func comprehension(
    _ kind: Scope.Kind, _ range: SourceRange, _ elements: [Expression], _ clauses: [ComprehensionClause]
  ) throws(Diagnostic) {
    // The first iterable is evaluated outside.
    if let first = clauses.first { try expression(first.iterable) }
    try inner(kind, range) { (walker) throws(Diagnostic) in
      if kind == .function {
        walker.scope.isGenerator = true
        walker.scope.isGeneratorExpression = true
        walker.scope.bind(".0")
      }
      for (index, clause) in clauses.enumerated() {
        if index > 0 { try walker.expression(clause.iterable) }
        try walker.target(clause.target)
        for condition in clause.conditions { try walker.expression(condition) }
      }
      for element in elements { try walker.expression(element) }
    }
  }
}

extension Parameters {
  /// In the order of their registers.
  var all: [Parameter] {
    positionalOnly + positionalOrKeyword + keywordOnly + [variadic, keywordVariadic].compactMap { $0 }
  }
}
