/// Finds what the grammar allows but the language does not.
///
/// CPython finds these in two passes over the tree: one for names and scopes, then one for everything else. The walk
/// here is a single one that keeps the first error of each kind and reports them in that order.
struct SemanticChecker {
  let source: Source
  var scopes: [Scope] = [Scope(.module)]
  /// `nonlocal` declarations that no enclosing function has answered yet.
  var unresolved: [(name: String, range: SourceRange)] = []
  private var scopeError: Diagnostic?
  private var compileError: Diagnostic?
  /// The pattern that was looked at last, where CPython places what is wrong with those around it.
  var lastPattern = SourceRange(start: 0, end: 0)
  /// Statements other than `from __future__ import` have been seen.
  var isPastFutureImports = false

  static func firstError(in module: Module, source: Source, compileErrors: [Diagnostic]) -> Diagnostic? {
    var checker = SemanticChecker(source: source)
    checker.checkModule(module)
    if let error = checker.scopeError { return error }
    let unbound = checker.unresolved.min { $0.range.start < $1.range.start }
    if let unbound {
      return Diagnostic(
        kind: .syntaxError, message: "no binding for nonlocal '\(unbound.name)' found", range: unbound.range,
        origin: .meaning)
    }
    var first = checker.compileError
    for error in compileErrors where error.range.start < first?.range.start ?? .max { first = error }
    return first
  }

  private init(source: Source) { self.source = source }

  private mutating func checkModule(_ module: Module) {
    for (index, statement) in module.body.enumerated() {
      if !isFuturePrologue(statement, isFirst: index == 0) { isPastFutureImports = true }
      check(statement)
    }
  }

  private func isFuturePrologue(_ statement: Statement, isFirst: Bool) -> Bool {
    switch statement.kind {
    case .importFrom(module: "__future__", _, level: 0): true
    case .expression(let value): if isFirst, case .constant(.string) = value.kind { true } else { false }
    default: false
    }
  }

  /// The innermost scope. The module's is never left, so there always is one.
  var scope: Scope {
    get { scopes.last ?? Scope(.module) }
    // In place: a copy of the names at every change would make long cells quadratic.
    _modify { yield &scopes[scopes.count - 1] }
  }

  mutating func report(inScopes message: String, _ range: SourceRange) {
    if scopeError == nil {
      scopeError = Diagnostic(kind: .syntaxError, message: message, range: range, origin: .meaning)
    }
  }

  mutating func report(_ message: String, _ range: SourceRange) {
    if compileError == nil {
      compileError = Diagnostic(kind: .syntaxError, message: message, range: range, origin: .meaning)
    }
  }

  /// Runs `body` in a scope of its own, then settles what inner scopes look for in it.
  mutating func within(_ kind: Scope.Kind, _ body: (inout SemanticChecker) -> Void) {
    var inner = Scope(kind)
    inner.iterableDepth = scope.iterableDepth > 0 ? 1 : 0
    scopes.append(inner)
    body(&self)
    let left = scopes.removeLast()
    // Methods may declare the cell by which `super()` knows their class.
    if kind == .class { unresolved.removeAll { $0.name == "__class__" } }
    guard kind == .function else { return }
    unresolved.removeAll { left.binds($0.name) }
    for (name, range) in left.nonlocals { unresolved.append((name, range)) }
  }
}
