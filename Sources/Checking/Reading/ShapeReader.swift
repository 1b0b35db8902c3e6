import Notebooks
import PythonSyntax

/// Collects from a syntax tree what tells code from output: statements, names, calls, literals.
struct ShapeReader {
  var shape = CodeShape()
  private(set) var readNames: Set<String> = []
  /// Everything bound at any depth, so that parameters and loop variables do not count as free.
  private var innerNames: Set<String> = []
  /// How many functions and classes enclose the statement.
  private var depth = 0

  mutating func read(_ body: [Statement]) {
    var onlyLiterals = !body.isEmpty
    shape.isOnlyAnnotations = !body.isEmpty && body.allSatisfy(\.isBareAnnotation)
    for statement in body {
      if case .expression(let expression) = statement.kind {
        onlyLiterals = onlyLiterals && expression.isLiteralOrRepr
      } else {
        shape.hasStatement = true
        onlyLiterals = false
      }
    }
    shape.isOnlyLiteralsOrReprs = onlyLiterals
    if case .expression? = body.last?.kind { shape.endsInExpression = true }
    shape.endsInOpenSuite = body.last?.hasBody ?? false
    walk(body)
    shape.freeNames = readNames.subtracting(shape.boundNames).subtracting(innerNames)
  }

  private mutating func bind(_ name: String) {
    if depth == 0 { shape.boundNames.insert(name) } else { innerNames.insert(name) }
  }

  // MARK: Statements

  private mutating func walk(_ body: [Statement]) {
    for statement in body { walk(statement) }
  }

  private mutating func walk(_ statement: Statement) {
    switch statement.kind {
    case .expression(let expression):
      shape.hasExpressionStatement = true
      walk(expression)
    case .assign(let targets, let value):
      walk(value)
      targets.forEach { bindTarget($0) }
    case .augmentedAssign(let target, _, let value):
      walk(value)
      walk(target)
      bindTarget(target)
    case .annotatedAssign(let target, let annotation, let value, _):
      walk(annotation)
      if let value {
        walk(value)
        bindTarget(target)
      }
    case .delete(let targets): targets.forEach { walk($0) }
    case .pass, .break, .continue, .nonlocal: break
    case .return(let value): walk(value)
    case .raise(let exception, let cause):
      walk(exception)
      walk(cause)
    case .assert(let test, let message):
      walk(test)
      walk(message)
    case .global(let names): shape.boundNames.formUnion(names)
    case .import(let aliases):
      for alias in aliases { bind(alias.asName ?? String(alias.name.prefix { $0 != "." })) }
    case .importFrom(_, let aliases, _):
      for alias in aliases {
        if alias.name == "*" { shape.importsEverything = true } else { bind(alias.asName ?? alias.name) }
      }
    default: walkCompound(statement)
    }
  }

  private mutating func walkCompound(_ statement: Statement) {
    switch statement.kind {
    case .if(let test, let body, let orElse), .while(let test, let body, let orElse):
      walk(test)
      walk(body)
      walk(orElse)
    case .for(let target, let iterable, let body, let orElse):
      walk(iterable)
      bindTarget(target)
      walk(body)
      walk(orElse)
    case .with(let items, let body):
      for item in items {
        walk(item.context)
        if let target = item.target { bindTarget(target) }
      }
      walk(body)
    case .try(let body, let handlers, let orElse, let finally):
      walk(body)
      for handler in handlers {
        walk(handler.type)
        if let name = handler.name { innerNames.insert(name) }
        walk(handler.body)
      }
      walk(orElse)
      walk(finally)
    case .functionDefinition(let function): walk(function)
    case .classDefinition(let definition):
      bind(definition.name)
      definition.decorators.forEach { walk($0) }
      definition.arguments.forEach { walk($0) }
      walkInside(definition.body)
    case .match(let subject, let cases):
      walk(subject)
      for matchCase in cases {
        bindPattern(matchCase.pattern)
        walk(matchCase.guardTest)
        walk(matchCase.body)
      }
    default: break
    }
  }

  private mutating func walk(_ function: FunctionDefinition) {
    bind(function.name)
    function.decorators.forEach { walk($0) }
    walk(function.returns)
    walk(function.parameters)
    walkInside(function.body)
  }

  private mutating func walkInside(_ body: [Statement]) {
    depth += 1
    walk(body)
    depth -= 1
  }

  private mutating func walk(_ parameters: Parameters) {
    let all = parameters.positionalOnly + parameters.positionalOrKeyword + parameters.keywordOnly
    for parameter in all + [parameters.variadic, parameters.keywordVariadic].compactMap({ $0 }) {
      innerNames.insert(parameter.name)
      walk(parameter.annotation)
      walk(parameter.defaultValue)
    }
  }

  // MARK: Targets

  private mutating func bindTarget(_ target: Expression) {
    switch target.kind {
    case .name(let name): bind(name)
    case .tuple(let elements), .list(let elements): elements.forEach { bindTarget($0) }
    case .starred(let inner): bindTarget(inner)
    default: walk(target)
    }
  }

  private mutating func bindPattern(_ pattern: Pattern) {
    switch pattern.kind {
    case .value(let expression): walk(expression)
    case .singleton: break
    case .sequence(let patterns), .or(let patterns): patterns.forEach { bindPattern($0) }
    case .star(let name): if let name { bind(name) }
    case .mapping(let keys, let patterns, let rest):
      keys.forEach { walk($0) }
      patterns.forEach { bindPattern($0) }
      if let rest { bind(rest) }
    case .class(let type, let positional, let keywords):
      walk(type)
      positional.forEach { bindPattern($0) }
      keywords.forEach { bindPattern($0.pattern) }
    case .capture(let inner, let name):
      if let inner { bindPattern(inner) }
      if let name { bind(name) }
    }
  }

  // MARK: Expressions

  private mutating func walk(_ expression: Expression?) {
    guard let expression else { return }
    switch expression.kind {
    case .name(let name): readNames.insert(name)
    case .constant: break
    case .formattedString(let parts): walk(parts)
    case .unary(_, let operand), .starred(let operand), .yieldFrom(let operand): walk(operand)
    case .attribute(let operand, _): walk(operand)
    case .yield(let value): walk(value)
    case .binary(let left, _, let right), .subscript(let left, let right):
      walk(left)
      walk(right)
    case .boolean(_, let operands), .list(let operands), .tuple(let operands), .set(let operands):
      operands.forEach { walk($0) }
    case .comparison(let first, let rest):
      walk(first)
      rest.forEach { walk($0.operand) }
    case .conditional(let test, let body, let orElse):
      walk(test)
      walk(body)
      walk(orElse)
    case .slice(let lower, let upper, let step):
      walk(lower)
      walk(upper)
      walk(step)
    case .call(let function, let arguments):
      if let path = function.dottedPath { shape.calledPaths.insert(path) }
      walk(function)
      arguments.forEach { walk($0) }
    case .dictionary(let items): items.forEach { walk($0) }
    case .comprehension(_, let element, let clauses):
      walk(clauses)
      walk(element)
    case .dictionaryComprehension(let key, let value, let clauses):
      walk(clauses)
      walk(key)
      walk(value)
    case .lambda(let parameters, let body):
      walk(parameters)
      walk(body)
    case .named(let target, let value):
      walk(value)
      bind(target)
    }
  }

  private mutating func walk(_ parts: [FormattedStringPart]) {
    for part in parts {
      if case .value(let value, _, let spec, _) = part {
        walk(value)
        walk(spec)
      }
    }
  }

  private mutating func walk(_ argument: Argument) {
    switch argument {
    case .positional(let value), .keyword(_, let value, _), .unpack(let value, _), .unpackKeywords(let value, _):
      walk(value)
    }
  }

  private mutating func walk(_ item: DictionaryItem) {
    switch item {
    case .pair(let key, let value):
      walk(key)
      walk(value)
    case .unpack(let value): walk(value)
    }
  }

  private mutating func walk(_ clauses: [ComprehensionClause]) {
    depth += 1
    for clause in clauses {
      walk(clause.iterable)
      bindTarget(clause.target)
      clause.conditions.forEach { walk($0) }
    }
    depth -= 1
  }
}

extension Statement {
  /// `name: expression` without a value.
  var isBareAnnotation: Bool {
    if case .annotatedAssign(_, _, nil, _) = kind { true } else { false }
  }

  /// Whether an indented line or an `else:` may go on with the statement.
  var hasBody: Bool {
    switch kind {
    case .if, .while, .for, .with, .try, .functionDefinition, .classDefinition, .match: true
    default: false
    }
  }
}
