import PythonSyntax

extension TreeDescription {
  func optional(_ value: Expression?) -> TreeItem { value.map { expression($0) } ?? .none }
  func expressions(_ values: [Expression]) -> TreeItem { .list(values.map { expression($0) }) }

  /// What is assigned to, or with `Del` deleted.
  func target(_ value: Expression, _ context: String = "Store") -> TreeItem { expression(value, context) }

  /// - Parameter context: what is done with the value.
  func expression(_ value: Expression, _ context: String = "Load") -> TreeItem {
    let (name, fields) = parts(of: value, context)
    return .node(name, value.range, fields)
  }

  private func parts(of value: Expression, _ context: String) -> (String, [(field: String, value: TreeItem)]) {
    switch value.kind {
    case .name(let name): ("Name", [("id", .text(name)), ("ctx", .mark(context))])
    case .constant(let constant):
      ("Constant", [("value", .constant(constant)), ("kind", isMarkedUnicode(value) ? .text("u") : .none)])
    case .formattedString(let parts): ("JoinedStr", [("values", formatted(parts, value.range))])
    case .unary(let op, let operand): ("UnaryOp", [("op", operation(op)), ("operand", expression(operand))])
    case .binary(let left, let op, let right):
      ("BinOp", [("left", expression(left)), ("op", operation(op)), ("right", expression(right))])
    case .boolean(let op, let values):
      ("BoolOp", [("op", .mark(op == .and ? "And" : "Or")), ("values", expressions(values))])
    case .comparison(let first, let rest):
      (
        "Compare",
        [
          ("left", expression(first)), ("ops", .list(rest.map { operation($0.op) })),
          ("comparators", expressions(rest.map(\.operand))),
        ]
      )
    case .conditional(let test, let yes, let no):
      ("IfExp", [("test", expression(test)), ("body", expression(yes)), ("orelse", expression(no))])
    case .call(let function, let arguments):
      (
        "Call",
        [("func", expression(function)), ("args", positional(arguments)), ("keywords", keywords(arguments))]
      )
    case .attribute(let object, let name):
      ("Attribute", [("value", expression(object)), ("attr", .text(name)), ("ctx", .mark(context))])
    case .subscript(let object, let index):
      ("Subscript", [("value", expression(object)), ("slice", expression(index)), ("ctx", .mark(context))])
    case .slice(let lower, let upper, let step):
      ("Slice", [("lower", optional(lower)), ("upper", optional(upper)), ("step", optional(step))])
    case .list(let items):
      ("List", [("elts", .list(items.map { expression($0, context) })), ("ctx", .mark(context))])
    case .tuple(let items):
      ("Tuple", [("elts", .list(items.map { expression($0, context) })), ("ctx", .mark(context))])
    case .set(let items): ("Set", [("elts", expressions(items))])
    case .dictionary(let items): ("Dict", dictionary(items))
    case .comprehension(let kind, let element, let clauses):
      (
        kind == .list ? "ListComp" : kind == .set ? "SetComp" : "GeneratorExp",
        [("elt", expression(element)), ("generators", .list(clauses.map(clause)))]
      )
    case .dictionaryComprehension(let key, let item, let clauses):
      (
        "DictComp",
        [("key", expression(key)), ("value", expression(item)), ("generators", .list(clauses.map(clause)))]
      )
    case .lambda(let all, let body): ("Lambda", [("args", parameters(all)), ("body", expression(body))])
    case .starred(let inner): ("Starred", [("value", expression(inner, context)), ("ctx", .mark(context))])
    case .named(let name, let inner):
      ("NamedExpr", [("target", namedTarget(name, value.range)), ("value", expression(inner))])
    case .yield(let inner): ("Yield", [("value", optional(inner))])
    case .yieldFrom(let inner): ("YieldFrom", [("value", expression(inner))])
    }
  }

  private func namedTarget(_ name: String, _ range: SourceRange) -> TreeItem {
    let end = range.start + Int32(clamping: name.utf8.count)
    return .node(
      "Name", SourceRange(start: range.start, end: end), [("id", .text(name)), ("ctx", .mark("Store"))])
  }

  /// Whether a string is written with a `u` before it.
  private func isMarkedUnicode(_ value: Expression) -> Bool {
    guard case .constant(.string) = value.kind, Int(value.range.start) < source.text.count else { return false }
    return source.text[Int(value.range.start)] | 0x20 == UInt8(ascii: "u")
  }

  private func dictionary(_ items: [DictionaryItem]) -> [(field: String, value: TreeItem)] {
    var keys: [TreeItem] = []
    var values: [TreeItem] = []
    for item in items {
      switch item {
      case .pair(let key, let value):
        keys.append(expression(key))
        values.append(expression(value))
      case .unpack(let mapping):
        keys.append(.none)
        values.append(expression(mapping))
      }
    }
    return [("keys", .list(keys)), ("values", .list(values))]
  }

  private func clause(_ clause: ComprehensionClause) -> TreeItem {
    .node(
      "comprehension", nil,
      [
        ("target", target(clause.target)), ("iter", expression(clause.iterable)),
        ("ifs", expressions(clause.conditions)), ("is_async", .number(0)),
      ])
  }

  // MARK: Arguments

  func positional(_ arguments: [Argument]) -> TreeItem {
    .list(
      arguments.compactMap { argument in
        switch argument {
        case .positional(let value): expression(value)
        case .unpack(let value, let range):
          .node("Starred", range, [("value", expression(value)), ("ctx", .mark("Load"))])
        case .keyword, .unpackKeywords: nil
        }
      })
  }

  func keywords(_ arguments: [Argument]) -> TreeItem {
    .list(
      arguments.compactMap { argument in
        switch argument {
        case .positional, .unpack: nil
        case .keyword(let name, let value, let range):
          .node("keyword", range, [("arg", .text(name)), ("value", expression(value))])
        case .unpackKeywords(let value, let range):
          .node("keyword", range, [("arg", .none), ("value", expression(value))])
        }
      })
  }

  // MARK: f-strings

  /// Every part has the place of the whole.
  private func formatted(_ parts: [FormattedStringPart], _ range: SourceRange) -> TreeItem {
    var items: [TreeItem] = []
    var text: [UInt32] = []
    func flush() {
      if !text.isEmpty { items.append(constant(text, range)) }
      text = []
    }
    for part in parts {
      switch part {
      case .literal(let points): text += points
      case .value(let value, let conversion, let spec, let debugText):
        text += (debugText ?? "").unicodeScalars.map(\.value)
        flush()
        let format: TreeItem = spec.isEmpty ? .none : .node("JoinedStr", range, [("values", formatted(spec, range))])
        items.append(
          .node(
            "FormattedValue", range,
            [("value", expression(value)), ("conversion", .number(code(conversion))), ("format_spec", format)]))
      }
    }
    flush()
    return .list(items)
  }

  private func constant(_ points: [UInt32], _ range: SourceRange) -> TreeItem {
    .node("Constant", range, [("value", .constant(.string(points))), ("kind", .none)])
  }

  private func code(_ conversion: FormattedStringConversion?) -> Int {
    switch conversion {
    case nil: -1
    case .str: Int(UInt8(ascii: "s"))
    case .repr: Int(UInt8(ascii: "r"))
    case .ascii: Int(UInt8(ascii: "a"))
    }
  }

  // MARK: Operators

  func operation(_ op: BinaryOperator) -> TreeItem {
    switch op {
    case .add: .mark("Add")
    case .subtract: .mark("Sub")
    case .multiply: .mark("Mult")
    case .matrixMultiply: .mark("MatMult")
    case .divide: .mark("Div")
    case .floorDivide: .mark("FloorDiv")
    case .modulo: .mark("Mod")
    case .power: .mark("Pow")
    case .leftShift: .mark("LShift")
    case .rightShift: .mark("RShift")
    case .bitAnd: .mark("BitAnd")
    case .bitOr: .mark("BitOr")
    case .bitXor: .mark("BitXor")
    }
  }

  private func operation(_ op: UnaryOperator) -> TreeItem {
    switch op {
    case .plus: .mark("UAdd")
    case .minus: .mark("USub")
    case .not: .mark("Not")
    case .invert: .mark("Invert")
    }
  }

  private func operation(_ op: ComparisonOperator) -> TreeItem {
    switch op {
    case .equal: .mark("Eq")
    case .notEqual: .mark("NotEq")
    case .less: .mark("Lt")
    case .lessOrEqual: .mark("LtE")
    case .greater: .mark("Gt")
    case .greaterOrEqual: .mark("GtE")
    case .is: .mark("Is")
    case .isNot: .mark("IsNot")
    case .in: .mark("In")
    case .notIn: .mark("NotIn")
    }
  }
}
