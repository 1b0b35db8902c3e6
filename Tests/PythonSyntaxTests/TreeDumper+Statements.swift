import PythonSyntax

extension TreeDumper {
  func dump(_ statement: Statement) -> String {
    let range = statement.range
    switch statement.kind {
    case .expression(let value): return node("Expr", range, [("value", { self.dump(value) })])
    case .assign(let targets, let value):
      return node("Assign", range, [("targets", { self.dump(targets) }), ("value", { self.dump(value) })])
    case .augmentedAssign(let target, let op, let value):
      return node(
        "AugAssign", range,
        [("target", { self.dump(target) }), ("op", { op.astName }), ("value", { self.dump(value) })])
    case .annotatedAssign(let target, let annotation, let value, let isSimple):
      return node(
        "AnnAssign", range,
        [
          ("target", { self.dump(target) }), ("annotation", { self.dump(annotation) }),
          ("value", { value.map(self.dump) }), ("simple", { isSimple ? "1" : "0" }),
        ])
    case .delete(let targets): return node("Delete", range, [("targets", { self.dump(targets) })])
    case .pass: return node("Pass", range, [])
    case .break: return node("Break", range, [])
    case .continue: return node("Continue", range, [])
    case .return(let value): return node("Return", range, [("value", { value.map(self.dump) })])
    case .raise(let exception, let cause):
      return node("Raise", range, [("exc", { exception.map(self.dump) }), ("cause", { cause.map(self.dump) })])
    case .assert(let test, let message):
      return node("Assert", range, [("test", { self.dump(test) }), ("msg", { message.map(self.dump) })])
    case .global(let names): return node("Global", range, [("names", { self.list(names) { self.quoted($0) } })])
    case .nonlocal(let names):
      return node("Nonlocal", range, [("names", { self.list(names) { self.quoted($0) } })])
    case .import(let names): return node("Import", range, [("names", { self.list(names) { self.dump($0) } })])
    case .importFrom(let module, let names, let level):
      return node(
        "ImportFrom", range,
        [
          ("module", { module.map(self.quoted) }), ("names", { self.list(names) { self.dump($0) } }),
          ("level", { String(level) }),
        ])
    default: return dumpCompound(statement)
    }
  }

  private func dumpCompound(_ statement: Statement) -> String {
    let range = statement.range
    switch statement.kind {
    case .if(let test, let body, let orElse):
      return node(
        "If", range,
        [("test", { self.dump(test) }), ("body", { self.dump(body) }), ("orelse", { self.dump(orElse) })])
    case .while(let test, let body, let orElse):
      return node(
        "While", range,
        [("test", { self.dump(test) }), ("body", { self.dump(body) }), ("orelse", { self.dump(orElse) })])
    case .for(let target, let iterable, let body, let orElse):
      return node(
        "For", range,
        [
          ("target", { self.dump(target) }), ("iter", { self.dump(iterable) }), ("body", { self.dump(body) }),
          ("orelse", { self.dump(orElse) }),
        ])
    case .with(let items, let body):
      return node(
        "With", range,
        [
          (
            "items",
            {
              self.list(items) { item in
                self.node(
                  "withitem", nil,
                  [
                    ("context_expr", { self.dump(item.context) }),
                    ("optional_vars", { item.target.map(self.dump) }),
                  ])
              }
            }
          ), ("body", { self.dump(body) }),
        ])
    case .try(let body, let handlers, let orElse, let finally):
      return node(
        "Try", range,
        [
          ("body", { self.dump(body) }), ("handlers", { self.list(handlers) { self.dump($0) } }),
          ("orelse", { self.dump(orElse) }), ("finalbody", { self.dump(finally) }),
        ])
    case .functionDefinition(let definition):
      return node(
        "FunctionDef", range,
        [
          ("name", { self.quoted(definition.name) }), ("args", { self.dump(definition.parameters) }),
          ("body", { self.dump(definition.body) }), ("decorator_list", { self.dump(definition.decorators) }),
          ("returns", { definition.returns.map(self.dump) }),
        ])
    case .classDefinition(let definition):
      return node(
        "ClassDef", range,
        [
          ("name", { self.quoted(definition.name) }), ("bases", { self.dumpPositional(definition.arguments) }),
          ("keywords", { self.dumpKeywords(definition.arguments) }), ("body", { self.dump(definition.body) }),
          ("decorator_list", { self.dump(definition.decorators) }),
        ])
    case .match(let subject, let cases):
      return node(
        "Match", range,
        [
          ("subject", { self.dump(subject) }),
          (
            "cases",
            {
              self.list(cases) { item in
                self.node(
                  "match_case", nil,
                  [
                    ("pattern", { self.dump(item.pattern) }), ("guard", { item.guardTest.map(self.dump) }),
                    ("body", { self.dump(item.body) }),
                  ])
              }
            }
          ),
        ])
    default: return "?"
    }
  }

  private func dump(_ alias: Alias) -> String {
    node(
      "alias", alias.range,
      [("name", { self.quoted(alias.name) }), ("asname", { alias.asName.map(self.quoted) })])
  }

  private func dump(_ handler: ExceptHandler) -> String {
    node(
      "ExceptHandler", handler.range,
      [
        ("type", { handler.type.map(self.dump) }), ("name", { handler.name.map(self.quoted) }),
        ("body", { self.dump(handler.body) }),
      ])
  }

  func dump(_ parameters: Parameters) -> String {
    let positional = parameters.positionalOnly + parameters.positionalOrKeyword
    return node(
      "arguments", nil,
      [
        ("posonlyargs", { self.list(parameters.positionalOnly) { self.dump($0) } }),
        ("args", { self.list(parameters.positionalOrKeyword) { self.dump($0) } }),
        ("vararg", { parameters.variadic.map(self.dump) }),
        ("kwonlyargs", { self.list(parameters.keywordOnly) { self.dump($0) } }),
        ("kw_defaults", { self.list(parameters.keywordOnly) { $0.defaultValue.map(self.dump) ?? "None" } }),
        ("kwarg", { parameters.keywordVariadic.map(self.dump) }),
        ("defaults", { self.dump(positional.compactMap(\.defaultValue)) }),
      ])
  }

  private func dump(_ parameter: Parameter) -> String {
    node(
      "arg", parameter.range,
      [("arg", { self.quoted(parameter.name) }), ("annotation", { parameter.annotation.map(self.dump) })])
  }
}
