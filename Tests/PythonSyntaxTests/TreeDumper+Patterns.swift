import PythonSyntax

extension TreeDumper {
  func dump(_ pattern: Pattern) -> String {
    let range = pattern.range
    switch pattern.kind {
    case .value(let value): return node("MatchValue", range, [("value", { self.dump(value) })])
    case .singleton(let value): return node("MatchSingleton", range, [("value", { self.dump(value) })])
    case .sequence(let patterns):
      return node("MatchSequence", range, [("patterns", { self.list(patterns) { self.dump($0) } })])
    case .star(let name): return node("MatchStar", range, [("name", { name.map(self.quoted) })])
    case .mapping(let keys, let patterns, let rest):
      return node(
        "MatchMapping", range,
        [
          ("keys", { self.dump(keys) }), ("patterns", { self.list(patterns) { self.dump($0) } }),
          ("rest", { rest.map(self.quoted) }),
        ])
    case .class(let type, let positional, let keywords):
      return node(
        "MatchClass", range,
        [
          ("cls", { self.dump(type) }), ("patterns", { self.list(positional) { self.dump($0) } }),
          ("kwd_attrs", { self.list(keywords) { self.quoted($0.name) } }),
          ("kwd_patterns", { self.list(keywords) { self.dump($0.pattern) } }),
        ])
    case .capture(let inner, let name):
      return node("MatchAs", range, [("pattern", { inner.map(self.dump) }), ("name", { name.map(self.quoted) })])
    case .or(let patterns):
      return node("MatchOr", range, [("patterns", { self.list(patterns) { self.dump($0) } })])
    }
  }
}

extension BinaryOperator {
  var astName: String {
    switch self {
    case .add: "Add()"
    case .subtract: "Sub()"
    case .multiply: "Mult()"
    case .matrixMultiply: "MatMult()"
    case .divide: "Div()"
    case .floorDivide: "FloorDiv()"
    case .modulo: "Mod()"
    case .power: "Pow()"
    case .leftShift: "LShift()"
    case .rightShift: "RShift()"
    case .bitAnd: "BitAnd()"
    case .bitOr: "BitOr()"
    case .bitXor: "BitXor()"
    }
  }
}

extension UnaryOperator {
  var astName: String {
    switch self {
    case .plus: "UAdd()"
    case .minus: "USub()"
    case .not: "Not()"
    case .invert: "Invert()"
    }
  }
}

extension ComparisonOperator {
  var astName: String {
    switch self {
    case .equal: "Eq()"
    case .notEqual: "NotEq()"
    case .less: "Lt()"
    case .lessOrEqual: "LtE()"
    case .greater: "Gt()"
    case .greaterOrEqual: "GtE()"
    case .is: "Is()"
    case .isNot: "IsNot()"
    case .in: "In()"
    case .notIn: "NotIn()"
    }
  }
}
