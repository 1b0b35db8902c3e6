import PythonSyntax

extension Compiler {
  /// A compiler for code inside this one.
  private func inner(_ scope: Scope, name: String) -> Compiler {
    let prefix: String =
      switch self.scope.owner.kind {
      case .module: ""
      case .function: "\(draft.qualifiedName).<locals>."
      case .class, .comprehension: "\(draft.qualifiedName)."
      }
    let compiler = Compiler(
      heap: heap, source: source, analysis: analysis, scope: scope, name: name, qualifiedName: prefix + name)
    compiler.className = className
    return compiler
  }

  /// The scope that the analysis found for a node.
  private func innerScope(_ range: SourceRange) throws(Diagnostic) -> Scope {
    guard let scope = analysis[range] else {
      throw Diagnostic(kind: .syntaxError, message: "this construct is not available in nbcheck", range: range)
    }
    return scope
  }

  // MARK: def and lambda

  func functionDefinition(_ node: Statement, _ definition: FunctionDefinition) throws(Diagnostic) {
    let mark = nextTemporary
    defer { nextTemporary = mark }
    let decorators = try self.decorators(definition.decorators)
    let target = try temporary()
    let code = inner(try innerScope(node.range), name: definition.name)
    code.draft.documentation = Compiler.documentation(of: definition.body)
    code.draft.firstLine = source.line(at: definition.nameRange.start)
    try code.begin(definition.parameters)
    try code.statements(definition.body)
    code.emitReturnNone(at: definition.body.last?.range ?? node.range)
    try makeFunction(
      code, definition.parameters, returns: definition.returns, into: target, at: definition.nameRange)
    try apply(decorators, to: target)
    try store(definition.name, from: target, at: definition.nameRange)
  }

  func lambda(
    _ node: Expression, _ parameters: Parameters, _ body: Expression, into target: Int
  ) throws(Diagnostic) {
    let code = inner(try innerScope(node.range), name: "<lambda>")
    code.draft.firstLine = source.line(at: node.range.start)
    try code.begin(parameters)
    let register = try code.temporary()
    try code.evaluate(body, into: register)
    code.emitReturn(register, at: body.range)
    try makeFunction(code, parameters, returns: nil, into: target, at: node.range)
  }

  /// Parameters in their registers, captured ones in cells, and the start of a generator.
  private func begin(_ parameters: Parameters) throws(Diagnostic) {
    let positionalOnly = parameters.positionalOnly.count
    draft.parameters = CodeObject.ParameterLayout(
      positionalOnlyCount: positionalOnly, positionalCount: positionalOnly + parameters.positionalOrKeyword.count,
      keywordOnlyCount: parameters.keywordOnly.count, hasVariadic: parameters.variadic != nil,
      hasKeywordVariadic: parameters.keywordVariadic != nil)
    try beginBody()
  }

  private func beginBody() throws(Diagnostic) {
    try allocateLocals()
    let start = SourceRange(start: 0, end: 0)
    for name in scope.bound where scope.captured.contains(name) {
      if let register = register(name, in: scope) { emit(.makeCell, register, at: start) }
    }
    if draft.isGenerator { emit(.makeGenerator, at: start) }
  }

  /// `function` with its defaults, annotations and cells, as `Opcode.function` describes.
  private func makeFunction(
    _ code: Compiler, _ parameters: Parameters, returns: Expression?, into target: Int, at range: SourceRange
  ) throws(Diagnostic) {
    let mark = nextTemporary
    defer { nextTemporary = mark }
    let first = nextTemporary
    let defaults = (parameters.positionalOnly + parameters.positionalOrKeyword).compactMap(\.defaultValue)
    for value in defaults { try evaluate(value, into: try temporary()) }
    for parameter in parameters.keywordOnly {
      let register = try temporary()
      if let value = parameter.defaultValue {
        try evaluate(value, into: register)
      } else {
        emit(.clear, register, at: range)
      }
    }
    let hasAnnotations = returns != nil || parameters.all.contains { $0.annotation != nil }
    if hasAnnotations { try annotations(parameters, returns: returns, at: range) }
    emitK(.function, target, k: add(Value(code.finish())), x: hasAnnotations ? 1 : 0, at: range)
    emit(.extra, first, defaults.count, parameters.keywordOnly.count, at: range)
    for name in code.draft.freeNames { emit(.extra, place(of: name).register, at: range) }
  }

  private func annotations(_ parameters: Parameters, returns: Expression?, at range: SourceRange) throws(Diagnostic) {
    let made = try temporary()
    emit(.dict, made, made, 0, at: range)
    // In CPython's order, which is not that of the parameters.
    let ordered =
      parameters.positionalOrKeyword + parameters.positionalOnly + [parameters.variadic].compactMap { $0 }
      + parameters.keywordOnly + [parameters.keywordVariadic].compactMap { $0 }
    var pairs = ordered.compactMap { parameter in parameter.annotation.map { (parameter.name, $0) } }
    if let returns { pairs.append(("return", returns)) }
    for (name, annotation) in pairs {
      let first = try temporaries(2)
      emitK(.constant, first, k: string(mangled(name)), at: range)
      try self.annotation(annotation, into: first + 1)
      emit(.dictSet, made, first, first + 1, at: range)
      nextTemporary = first
    }
  }

  private func decorators(_ list: [Expression]) throws(Diagnostic) -> [(base: Int, range: SourceRange)] {
    var bases: [(base: Int, range: SourceRange)] = []
    for decorator in list {
      let base = try temporaries(2)
      try evaluate(decorator, into: base)
      bases.append((base, decorator.range))
    }
    return bases
  }

  private func apply(_ decorators: [(base: Int, range: SourceRange)], to target: Int) throws(Diagnostic) {
    for (base, range) in decorators.reversed() {
      let window = try temporaries(3)
      emit(.take, window, base, at: range)
      emit(.take, window + 2, target, at: range)
      emit(.call, window, 1, target, x: 1, at: range)
      nextTemporary = window
    }
  }

  // MARK: class

  func classDefinition(_ node: Statement, _ definition: ClassDefinition) throws(Diagnostic) {
    let mark = nextTemporary
    defer { nextTemporary = mark }
    let range = definition.nameRange
    let decorators = try self.decorators(definition.decorators)
    let target = try temporary()
    let code = inner(try innerScope(node.range), name: definition.name)
    code.className = definition.name
    code.draft.documentation = Compiler.documentation(of: definition.body)
    code.draft.firstLine = source.line(at: range.start)
    try code.allocateLocals()
    let cell = code.scope.captured.contains("__class__") ? code.register("__class__", in: code.scope) : nil
    if let cell { code.emit(.makeCell, cell, at: range) }
    try code.statements(definition.body)
    if let cell {
      let register = try code.temporary()
      code.emit(.move, register, cell, at: range)
      code.emitReturn(register, at: range)
    } else {
      code.emitReturnNone(at: range)
    }
    let first = try temporaries(2)
    try bases(definition.arguments, first: first, at: range)
    emitK(.buildClass, target, k: add(Value(code.finish())), at: range)
    emit(.extra, first, at: range)
    for name in code.draft.freeNames { emit(.extra, place(of: name).register, at: range) }
    try apply(decorators, to: target)
    try store(definition.name, from: target, at: range)
  }

  /// A tuple of the bases, then a dict of the keywords.
  private func bases(_ arguments: [Argument], first: Int, at range: SourceRange) throws(Diagnostic) {
    emit(.list, first, first, 0, at: range)
    emit(.dict, first + 1, first + 1, 0, at: range)
    for argument in arguments {
      let register = try temporaries(2)
      switch argument {
      case .positional(let value):
        try evaluate(value, into: register)
        emit(.listAppend, first, register, at: range)
      case .unpack(let value, _):
        try evaluate(value, into: register)
        emit(.listExtend, first, register, at: range)
      case .keyword(let name, let value, _):
        emitK(.constant, register, k: string(name), at: range)
        try evaluate(value, into: register + 1)
        emit(.dictSet, first + 1, register, register + 1, at: range)
      case .unpackKeywords(let value, _):
        try evaluate(value, into: register)
        emit(.dictUpdate, first + 1, register, at: range)
      }
      nextTemporary = register
    }
    emit(.listToTuple, first, at: range)
  }

  // MARK: Comprehensions

  /// A list, set or dict comprehension: loops in the same frame, with variables of their own.
  func comprehension(
    _ node: Expression, _ elements: [Expression], _ clauses: [ComprehensionClause], _ kind: Opcode,
    into target: Int
  ) throws(Diagnostic) {
    let range = node.range
    let scope = try innerScope(range)
    let made = try temporary()
    let iterable = try operand(clauses[0].iterable)
    let outer = self.scope
    self.scope = scope
    defer { self.scope = outer }
    for name in scope.bound where scope.captured.contains(name) {
      if let register = register(name, in: scope) {
        emit(.clear, register, at: range)
        emit(.makeCell, register, at: range)
      }
    }
    let start = here
    emit(kind, made, made, 0, at: range)
    try loops(clauses, firstIterable: iterable, at: range) { () throws(Diagnostic) in
      let first = try self.temporaries(elements.count)
      for (offset, element) in elements.enumerated() { try self.evaluate(element, into: first + offset) }
      switch kind {
      case .list: self.emit(.listAppend, made, first, at: range)
      case .set: self.emit(.setAdd, made, first, at: range)
      default: self.emit(.dictSet, made, first, first + 1, at: range)
      }
    }
    let borrowed = scope.used.sorted().filter { !scope.isBound($0) }.map { place(of: $0) }
    draft.comprehensions.append(
      CodeObject.Comprehension(
        instructions: start..<here, variables: scope.bound.compactMap { register($0, in: scope) },
        borrowed: borrowed.filter { $0.variable != .global && $0.variable != .name }.map(\.register)))
    for name in scope.bound { if let register = register(name, in: scope) { emit(.clear, register, at: range) } }
    emit(.take, target, made, at: range)
  }

  /// A generator expression is a generator function called with the first iterator.
  func generatorExpression(
    _ node: Expression, _ element: Expression, _ clauses: [ComprehensionClause], into target: Int
  ) throws(Diagnostic) {
    let range = node.range
    let code = inner(try innerScope(range), name: "<genexpr>")
    code.draft.firstLine = source.line(at: range.start)
    code.draft.parameters = CodeObject.ParameterLayout(positionalOnlyCount: 1, positionalCount: 1)
    try code.beginBody()
    let parameter = code.place(of: ".0").register
    try code.loops(clauses, firstIterable: parameter, at: range) { () throws(Diagnostic) in
      try code.yieldOnly(element, at: element.range)
    }
    code.emitReturnNone(at: range)
    let window = try temporaries(3)
    try makeFunction(code, Parameters(), returns: nil, into: window, at: range)
    let iterable = try operand(clauses[0].iterable)
    emit(.iterate, window + 2, iterable, at: range)
    emit(.call, window, 1, target, x: 1, at: range)
  }

  /// Nested loops over the clauses; `body` runs innermost.
  private func loops(
    _ clauses: [ComprehensionClause], firstIterable: Int, at range: SourceRange,
    _ body: () throws(Diagnostic) -> Void
  ) throws(Diagnostic) {
    let mark = nextTemporary
    defer { nextTemporary = mark }
    guard let clause = clauses.first else { return try body() }
    let iterator = try temporary()
    emit(.iterate, iterator, firstIterable, at: range)
    let start = here
    let item = try temporary()
    emit(.forIter, iterator, item, at: range)
    let exit = emitJump(at: range)
    try assign(clause.target, from: item)
    var skips: [Int] = []
    for condition in clause.conditions { skips += try branchIfFalse(condition) }
    let rest = Array(clauses.dropFirst())
    if let next = rest.first {
      let iterable = try operand(next.iterable)
      try loops(rest, firstIterable: iterable, at: range, body)
    } else {
      try body()
    }
    for skip in skips { draft.instructions[skip].k = here }
    emitK(.loop, k: start, at: range)
    patch(exit)
    emit(.clear, iterator, at: range)
  }

  // MARK: yield

  /// A `yield` whose value nobody looks at.
  func yieldOnly(_ value: Expression, at range: SourceRange) throws(Diagnostic) {
    let mark = nextTemporary
    let register = try operand(value)
    emitYield(register, into: register, x: 2, at: range)
    nextTemporary = mark
  }

  func yieldFrom(_ value: Expression, into target: Int, at range: SourceRange) throws(Diagnostic) {
    let iterator = try temporary()
    let sent = try temporary()
    let result = try temporary()
    try evaluate(value, into: iterator)
    emit(.yieldFromIterator, iterator, iterator, at: range)
    emit(.none, sent, at: range)
    let start = here
    emit(.delegate, iterator, sent, result, at: range)
    let exit = emitJump(at: range)
    emitYield(result, into: sent, x: 1, at: range)
    emitK(.loop, k: start, at: range)
    patch(exit)
    emit(.clear, iterator, at: range)
    emit(.take, target, result, at: range)
  }
}
