import PythonSyntax

/// Syntax in the shape and with the names of CPython's `ast`.
struct TreeDescription {
  let source: Source

  func body(_ statements: [Statement]) -> TreeItem { .list(statements.map(statement)) }

  func statement(_ statement: Statement) -> TreeItem {
    let (name, fields) = parts(of: statement)
    return .node(name, statement.range, fields)
  }

  private func parts(of statement: Statement) -> (String, [(field: String, value: TreeItem)]) {
    switch statement.kind {
    case .expression(let value): ("Expr", [("value", expression(value))])
    case .assign(let targets, let value):
      (
        "Assign",
        [("targets", .list(targets.map { target($0) })), ("value", expression(value)), ("type_comment", .none)]
      )
    case .augmentedAssign(let place, let op, let value):
      ("AugAssign", [("target", target(place)), ("op", operation(op)), ("value", expression(value))])
    case .annotatedAssign(let place, let annotation, let value, let isSimple):
      (
        "AnnAssign",
        [
          ("target", target(place)), ("annotation", expression(annotation)), ("value", optional(value)),
          ("simple", .number(isSimple ? 1 : 0)),
        ]
      )
    case .delete(let targets): ("Delete", [("targets", .list(targets.map { target($0, "Del") }))])
    case .pass: ("Pass", [])
    case .break: ("Break", [])
    case .continue: ("Continue", [])
    case .return(let value): ("Return", [("value", optional(value))])
    case .raise(let exception, let cause): ("Raise", [("exc", optional(exception)), ("cause", optional(cause))])
    case .assert(let test, let message): ("Assert", [("test", expression(test)), ("msg", optional(message))])
    case .global(let names): ("Global", [("names", .texts(names))])
    case .nonlocal(let names): ("Nonlocal", [("names", .texts(names))])
    case .import(let names): ("Import", [("names", .list(names.map(alias)))])
    case .importFrom(let module, let names, let level):
      (
        "ImportFrom",
        [("module", .optional(module)), ("names", .list(names.map(alias))), ("level", .number(level))]
      )
    case .if(let test, let yes, let no):
      ("If", [("test", expression(test)), ("body", body(yes)), ("orelse", body(no))])
    case .while(let test, let yes, let no):
      ("While", [("test", expression(test)), ("body", body(yes)), ("orelse", body(no))])
    case .for(let place, let iterable, let yes, let no):
      (
        "For",
        [
          ("target", target(place)), ("iter", expression(iterable)), ("body", body(yes)), ("orelse", body(no)),
          ("type_comment", .none),
        ]
      )
    case .with(let items, let inner):
      ("With", [("items", .list(items.map(withItem))), ("body", body(inner)), ("type_comment", .none)])
    case .try(let inner, let handlers, let orElse, let finally):
      (
        handlers.contains(where: \.isForGroups) ? "TryStar" : "Try",
        [
          ("body", body(inner)), ("handlers", .list(handlers.map(handler))), ("orelse", body(orElse)),
          ("finalbody", body(finally)),
        ]
      )
    case .functionDefinition(let function):
      (
        "FunctionDef",
        [
          ("name", .text(function.name)), ("args", parameters(function.parameters)), ("body", body(function.body)),
          ("decorator_list", expressions(function.decorators)), ("returns", optional(function.returns)),
          ("type_comment", .none),
        ]
      )
    case .classDefinition(let type):
      (
        "ClassDef",
        [
          ("name", .text(type.name)), ("bases", positional(type.arguments)), ("keywords", keywords(type.arguments)),
          ("body", body(type.body)), ("decorator_list", expressions(type.decorators)),
        ]
      )
    case .match(let subject, let cases):
      ("Match", [("subject", expression(subject)), ("cases", .list(cases.map(matchCase)))])
    }
  }

  private func alias(_ alias: Alias) -> TreeItem {
    .node("alias", alias.range, [("name", .text(alias.name)), ("asname", .optional(alias.asName))])
  }

  private func withItem(_ item: WithItem) -> TreeItem {
    .node(
      "withitem", nil,
      [("context_expr", expression(item.context)), ("optional_vars", item.target.map { target($0) } ?? .none)])
  }

  private func handler(_ handler: ExceptHandler) -> TreeItem {
    .node(
      "ExceptHandler", handler.range,
      [("type", optional(handler.type)), ("name", .optional(handler.name)), ("body", body(handler.body))])
  }

  func parameters(_ all: Parameters) -> TreeItem {
    let defaults = (all.positionalOnly + all.positionalOrKeyword).compactMap(\.defaultValue)
    return .node(
      "arguments", nil,
      [
        ("posonlyargs", .list(all.positionalOnly.map(parameter))),
        ("args", .list(all.positionalOrKeyword.map(parameter))),
        ("vararg", all.variadic.map(parameter) ?? .none),
        ("kwonlyargs", .list(all.keywordOnly.map(parameter))),
        ("kw_defaults", .list(all.keywordOnly.map { optional($0.defaultValue) })),
        ("kwarg", all.keywordVariadic.map(parameter) ?? .none),
        ("defaults", expressions(defaults)),
      ])
  }

  private func parameter(_ parameter: Parameter) -> TreeItem {
    .node(
      "arg", parameter.range,
      [("arg", .text(parameter.name)), ("annotation", optional(parameter.annotation)), ("type_comment", .none)])
  }

  // MARK: match

  private func matchCase(_ item: MatchCase) -> TreeItem {
    .node(
      "match_case", nil,
      [("pattern", pattern(item.pattern)), ("guard", optional(item.guardTest)), ("body", body(item.body))])
  }

  private func pattern(_ pattern: Pattern) -> TreeItem {
    let (name, fields): (String, [(field: String, value: TreeItem)]) =
      switch pattern.kind {
      case .value(let value): ("MatchValue", [("value", expression(value))])
      case .singleton(let constant): ("MatchSingleton", [("value", .constant(constant))])
      case .sequence(let patterns): ("MatchSequence", [("patterns", .list(patterns.map(self.pattern)))])
      case .star(let name): ("MatchStar", [("name", .optional(name))])
      case .mapping(let keys, let patterns, let rest):
        (
          "MatchMapping",
          [
            ("keys", expressions(keys)), ("patterns", .list(patterns.map(self.pattern))), ("rest", .optional(rest)),
          ]
        )
      case .class(let type, let positional, let keywords):
        (
          "MatchClass",
          [
            ("cls", expression(type)), ("patterns", .list(positional.map(self.pattern))),
            ("kwd_attrs", .texts(keywords.map(\.name))),
            ("kwd_patterns", .list(keywords.map { self.pattern($0.pattern) })),
          ]
        )
      case .capture(let inner, let name):
        ("MatchAs", [("pattern", inner.map(self.pattern) ?? .none), ("name", .optional(name))])
      case .or(let patterns): ("MatchOr", [("patterns", .list(patterns.map(self.pattern)))])
      }
    return .node(name, pattern.range, fields)
  }
}
