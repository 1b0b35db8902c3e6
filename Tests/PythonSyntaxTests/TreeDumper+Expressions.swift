import PythonSyntax

extension TreeDumper {
  func dump(_ expression: Expression) -> String {
    let range = expression.range
    switch expression.kind {
    case .name(let name): return node("Name", range, [("id", { self.quoted(name) })])
    case .constant(let value):
      note("Constant", range)
      return "Constant(\(dump(value)))"
    case .formattedString(let parts): return dump(parts, range)
    case .unary(let op, let operand):
      return node("UnaryOp", range, [("op", { op.astName }), ("operand", { self.dump(operand) })])
    case .binary(let left, let op, let right):
      return node(
        "BinOp", range, [("left", { self.dump(left) }), ("op", { op.astName }), ("right", { self.dump(right) })])
    case .boolean(let op, let values):
      return node("BoolOp", range, [("op", { op == .and ? "And()" : "Or()" }), ("values", { self.dump(values) })])
    case .comparison(let left, let rest):
      return node(
        "Compare", range,
        [
          ("left", { self.dump(left) }), ("ops", { self.list(rest) { $0.op.astName } }),
          ("comparators", { self.dump(rest.map(\.operand)) }),
        ])
    case .conditional(let test, let body, let orElse):
      return node(
        "IfExp", range,
        [("test", { self.dump(test) }), ("body", { self.dump(body) }), ("orelse", { self.dump(orElse) })])
    case .call(let function, let arguments):
      return node(
        "Call", range,
        [
          ("func", { self.dump(function) }), ("args", { self.dumpPositional(arguments) }),
          ("keywords", { self.dumpKeywords(arguments) }),
        ])
    case .attribute(let value, let name):
      return node("Attribute", range, [("value", { self.dump(value) }), ("attr", { self.quoted(name) })])
    case .subscript(let value, let index):
      return node("Subscript", range, [("value", { self.dump(value) }), ("slice", { self.dump(index) })])
    case .slice(let lower, let upper, let step):
      return node(
        "Slice", range,
        [
          ("lower", { lower.map(self.dump) }), ("upper", { upper.map(self.dump) }),
          ("step", { step.map(self.dump) }),
        ])
    default: return dumpDisplay(expression)
    }
  }

  private func dumpDisplay(_ expression: Expression) -> String {
    let range = expression.range
    switch expression.kind {
    case .list(let elements): return node("List", range, [("elts", { self.dump(elements) })])
    case .tuple(let elements): return node("Tuple", range, [("elts", { self.dump(elements) })])
    case .set(let elements): return node("Set", range, [("elts", { self.dump(elements) })])
    case .dictionary(let items):
      return node(
        "Dict", range,
        [
          ("keys", { self.list(items) { if case .pair(let key, _) = $0 { self.dump(key) } else { "None" } } }),
          (
            "values",
            {
              self.list(items) {
                switch $0 {
                case .pair(_, let value), .unpack(let value): self.dump(value)
                }
              }
            }
          ),
        ])
    case .comprehension(let kind, let element, let clauses):
      let name =
        switch kind {
        case .list: "ListComp"
        case .set: "SetComp"
        case .generator: "GeneratorExp"
        }
      return node(name, range, [("elt", { self.dump(element) }), ("generators", { self.dump(clauses) })])
    case .dictionaryComprehension(let key, let value, let clauses):
      return node(
        "DictComp", range,
        [("key", { self.dump(key) }), ("value", { self.dump(value) }), ("generators", { self.dump(clauses) })])
    case .lambda(let parameters, let body):
      return node("Lambda", range, [("args", { self.dump(parameters) }), ("body", { self.dump(body) })])
    case .starred(let value): return node("Starred", range, [("value", { self.dump(value) })])
    case .named(let target, let value):
      return node(
        "NamedExpr", range,
        [
          (
            "target",
            {
              let end = range.start + Int32(target.utf8.count)
              return self.dump(Expression(.name(target), SourceRange(start: range.start, end: end)))
            }
          ), ("value", { self.dump(value) }),
        ])
    case .yield(let value): return node("Yield", range, [("value", { value.map(self.dump) })])
    case .yieldFrom(let value): return node("YieldFrom", range, [("value", { self.dump(value) })])
    default: return "?"
    }
  }

  func dumpPositional(_ arguments: [Argument]) -> String {
    let written: [String] = arguments.compactMap {
      switch $0 {
      case .positional(let value): dump(value)
      case .unpack(let value, let range): node("Starred", range, [("value", { self.dump(value) })])
      default: nil
      }
    }
    return "[" + written.joined(separator: ", ") + "]"
  }

  func dumpKeywords(_ arguments: [Argument]) -> String {
    let written: [String] = arguments.compactMap {
      switch $0 {
      case .keyword(let name, let value, _):
        node("keyword", nil, [("arg", { self.quoted(name) }), ("value", { self.dump(value) })])
      case .unpackKeywords(let value, _): node("keyword", nil, [("value", { self.dump(value) })])
      default: nil
      }
    }
    return "[" + written.joined(separator: ", ") + "]"
  }

  private func dump(_ clauses: [ComprehensionClause]) -> String {
    list(clauses) { clause in
      node(
        "comprehension", nil,
        [
          ("target", { self.dump(clause.target) }), ("iter", { self.dump(clause.iterable) }),
          ("ifs", { self.dump(clause.conditions) }), ("is_async", { "0" }),
        ])
    }
  }

  private func dump(_ parts: [FormattedStringPart], _ range: SourceRange) -> String {
    node(
      "JoinedStr", range,
      [("values", { self.withinFormattedString { self.list(self.merged(parts)) { self.dump($0, range) } } })])
  }

  /// CPython puts the text of `{x=}` into the literal before it.
  private func merged(_ parts: [FormattedStringPart]) -> [FormattedStringPart] {
    var result: [FormattedStringPart] = []
    func append(_ codePoints: [UInt32]) {
      if case .literal(let before)? = result.last {
        result[result.count - 1] = .literal(before + codePoints)
      } else {
        result.append(.literal(codePoints))
      }
    }
    for part in parts {
      switch part {
      case .literal(let codePoints): append(codePoints)
      case .value(let value, let conversion, let spec, let debugText):
        if let debugText { append(debugText.unicodeScalars.map(\.value)) }
        result.append(.value(value, conversion: conversion, spec: spec, debugText: nil))
      }
    }
    return result
  }

  private func dump(_ part: FormattedStringPart, _ range: SourceRange) -> String {
    switch part {
    case .literal(let codePoints): return "Constant(\(dump(Constant.string(codePoints))))"
    case .value(let value, let conversion, let spec, _):
      let code =
        switch conversion {
        case nil: "-1"
        case .str: "115"
        case .repr: "114"
        case .ascii: "97"
        }
      return node(
        "FormattedValue", nil,
        [
          ("value", { self.dump(value) }), ("conversion", { code }),
          ("format_spec", { spec.isEmpty ? nil : self.dump(spec, range) }),
        ])
    }
  }

  /// The decimal digits of a number given in another radix.
  private func decimal(_ digits: String, _ radix: Int) -> String {
    var result = [0]
    for digit in digits {
      var carry = digit.hexDigitValue ?? 0
      for index in result.indices {
        let value = result[index] * radix + carry
        result[index] = value % 10
        carry = value / 10
      }
      while carry > 0 {
        result.append(carry % 10)
        carry /= 10
      }
    }
    return result.reversed().map(String.init).joined()
  }

  func dump(_ value: Constant) -> String {
    func hex(_ value: Double) -> String {
      let digits = String(value.bitPattern, radix: 16)
      return String(repeating: "0", count: 16 - digits.count) + digits
    }
    return switch value {
    case .none: "None"
    case .bool(let value): value ? "True" : "False"
    case .ellipsis: "Ellipsis"
    case .int(let value): String(value)
    case .bigInt(let digits, let radix): decimal(digits, radix)
    case .float(let value): "float[\(hex(value))]"
    case .imaginary(let value): "imaginary[\(hex(value))]"
    case .string(let codePoints): "str[" + codePoints.map { String($0, radix: 16) }.joined(separator: " ") + "]"
    case .bytes(let bytes): "bytes[" + bytes.map { String($0, radix: 16) }.joined(separator: " ") + "]"
    }
  }
}
