import PythonSyntax

/// In the order of the opcodes.
package enum BinaryOp: UInt8 {
  case add, sub, mul, matmul, truediv, floordiv, mod, pow, lshift, rshift, and, or, xor

  init(_ op: BinaryOperator) {
    self =
      switch op {
      case .add: .add
      case .subtract: .sub
      case .multiply: .mul
      case .matrixMultiply: .matmul
      case .divide: .truediv
      case .floorDivide: .floordiv
      case .modulo: .mod
      case .power: .pow
      case .leftShift: .lshift
      case .rightShift: .rshift
      case .bitAnd: .and
      case .bitOr: .or
      case .bitXor: .xor
      }
  }

  /// As error messages show it.
  var symbol: String {
    switch self {
    case .add: "+"
    case .sub: "-"
    case .mul: "*"
    case .matmul: "@"
    case .truediv: "/"
    case .floordiv: "//"
    case .mod: "%"
    case .pow: "** or pow()"
    case .lshift: "<<"
    case .rshift: ">>"
    case .and: "&"
    case .or: "|"
    case .xor: "^"
    }
  }

  var method: SpecialMethod {
    switch self {
    case .add: .add
    case .sub: .sub
    case .mul: .mul
    case .matmul: .matmul
    case .truediv: .truediv
    case .floordiv: .floordiv
    case .mod: .mod
    case .pow: .pow
    case .lshift: .lshift
    case .rshift: .rshift
    case .and: .and
    case .or: .or
    case .xor: .xor
    }
  }

  var reflected: SpecialMethod {
    switch self {
    case .add: .radd
    case .sub: .rsub
    case .mul: .rmul
    case .matmul: .rmatmul
    case .truediv: .rtruediv
    case .floordiv: .rfloordiv
    case .mod: .rmod
    case .pow: .rpow
    case .lshift: .rlshift
    case .rshift: .rrshift
    case .and: .rand
    case .or: .ror
    case .xor: .rxor
    }
  }

  var inPlace: SpecialMethod {
    switch self {
    case .add: .iadd
    case .sub: .isub
    case .mul: .imul
    case .matmul: .imatmul
    case .truediv: .itruediv
    case .floordiv: .ifloordiv
    case .mod: .imod
    case .pow: .ipow
    case .lshift: .ilshift
    case .rshift: .irshift
    case .and: .iand
    case .or: .ior
    case .xor: .ixor
    }
  }
}

/// In the order of the opcodes.
package enum ComparisonOp: UInt8 {
  case lt, le, eq, ne, gt, ge

  var symbol: String {
    switch self {
    case .lt: "<"
    case .le: "<="
    case .eq: "=="
    case .ne: "!="
    case .gt: ">"
    case .ge: ">="
    }
  }

  var method: SpecialMethod {
    switch self {
    case .lt: .lt
    case .le: .le
    case .eq: .eq
    case .ne: .ne
    case .gt: .gt
    case .ge: .ge
    }
  }

  /// What the other operand is asked.
  var swapped: ComparisonOp {
    switch self {
    case .lt: .gt
    case .le: .ge
    case .eq: .eq
    case .ne: .ne
    case .gt: .lt
    case .ge: .le
    }
  }
}

package enum UnaryOp: UInt8 {
  case neg, pos, invert

  var symbol: String {
    switch self {
    case .neg: "-"
    case .pos: "+"
    case .invert: "~"
    }
  }

  var method: SpecialMethod {
    switch self {
    case .neg: .neg
    case .pos: .pos
    case .invert: .invert
    }
  }
}

extension VM {
  package func binary(_ op: BinaryOp, _ a: Value, _ b: Value) throws(Raised) -> Value {
    if let result = try Numbers.binary(op, a, b, self) { return result }
    if let result = try quickSequenceOperation(op, a, b) { return result }
    if let result = try binarySpecial(op, a, b) { return result }
    throw unsupportedBySequence(op, a, b) ?? unsupported(op.symbol, a, b)
  }

  /// `a op= b`: in place if the type can, else as `a op b`.
  package func inPlace(_ op: BinaryOp, _ a: Value, _ b: Value) throws(Raised) -> Value {
    if let result = try Numbers.binary(op, a, b, self) { return result }
    if a.plainString != nil, let result = try quickSequenceOperation(op, a, b) { return result }
    if let result = try callSpecialUnlessNotImplemented(op.inPlace, a, b) { return result }
    // What has items of its own does not ask a sequence to be repeated by it.
    if op == .mul, sequenceName(b) != nil, hidesRepetition(a) {
      if let result = try callSpecialUnlessNotImplemented(.mul, a, b) { return result }
      throw unsupported("*=", a, b)
    }
    if let result = try binarySpecial(op, a, b) { return result }
    throw unsupportedBySequence(op, a, b) ?? unsupported(op == .pow ? "**=" : op.symbol + "=", a, b)
  }

  private func hidesRepetition(_ value: Value) -> Bool {
    switch value.kind {
    case .dict, .set, .range: true
    case .instance: heap.types.special(.index, of: value).isUnbound
    default: false
    }
  }

  private func binarySpecial(_ op: BinaryOp, _ a: Value, _ b: Value) throws(Raised) -> Value? {
    let isSameType = isSameType(a, b)
    let reflected = heap.types.special(op.reflected, of: b)
    // A subclass on the right that redefines the reflected method is asked first.
    let rightFirst =
      !isSameType && !reflected.isUnbound && hasSubtype(b, of: a)
      && !reflected.isIdentical(to: heap.types.special(op.reflected, of: a))
    if rightFirst, let result = try callSpecialUnlessNotImplemented(op.reflected, b, a) { return result }
    if let result = try callSpecialUnlessNotImplemented(op.method, a, b) { return result }
    if !rightFirst, !isSameType, let result = try callSpecialUnlessNotImplemented(op.reflected, b, a) {
      return result
    }
    return nil
  }

  @inline(__always)
  private func isSameType(_ a: Value, _ b: Value) -> Bool {
    guard case .object(let x) = a, case .object(let y) = b else { return heap.types.of(a) === heap.types.of(b) }
    return x._withUnsafeGuaranteedRef { $0.type.address } == y._withUnsafeGuaranteedRef { $0.type.address }
  }

  /// Whether the type of `b` derives from that of `a`.
  @inline(__always)
  private func hasSubtype(_ b: Value, of a: Value) -> Bool {
    guard case .object(let reference) = a else { return isInstance(b, heap.types.of(a)) }
    return reference._withUnsafeGuaranteedRef { isInstance(b, $0.type) }
  }

  private func callSpecialUnlessNotImplemented(
    _ method: SpecialMethod, _ a: Value, _ b: Value
  ) throws(Raised) -> Value? {
    let function = heap.types.special(method, of: a)
    if function.isUnbound || repeatsByNoNumber(method, function, a, b) { return nil }
    let result = try callMethod(function, on: a, b)
    if case .notImplemented = result { return nil }
    return result
  }

  /// Whether a sequence would be repeated by something without `__index__`: its own methods are not asked then.
  private func repeatsByNoNumber(_ method: SpecialMethod, _ function: Value, _ a: Value, _ b: Value) -> Bool {
    switch method {
    case .mul, .rmul, .imul:
      function.kind == .native && sequenceName(a) != nil && heap.types.special(.index, of: b).isUnbound
    default: false
    }
  }

  /// A sequence has its own words for what it cannot be joined to or repeated by; nil where neither operand is one.
  private func unsupportedBySequence(_ op: BinaryOp, _ a: Value, _ b: Value) -> Raised? {
    switch (op, sequenceName(a), sequenceName(b)) {
    case (.add, let name?, _) where name.hasPrefix("byte"):
      raise(.typeError, "can't concat \(typeName(b)) to \(name)")
    case (.add, let name?, _):
      raise(.typeError, "can only concatenate \(name) (not \"\(typeName(b))\") to \(name)")
    case (.mul, _?, _): raise(.typeError, "can't multiply sequence by non-int of type '\(typeName(b))'")
    case (.mul, nil, _?): raise(.typeError, "can't multiply sequence by non-int of type '\(typeName(a))'")
    default: nil
    }
  }

  private func sequenceName(_ value: Value) -> String? {
    switch value.kind {
    case .str: "str"
    case .list: "list"
    case .tuple: "tuple"
    case .bytes: "bytes"
    case .foreign where value.foreign(ByteArrayObject.self) != nil: "bytearray"
    default: nil
    }
  }

  private func unsupported(_ symbol: String, _ a: Value, _ b: Value) -> Raised {
    let words = "unsupported operand type(s) for \(symbol): '\(typeName(a))' and '\(typeName(b))'"
    // As Python 2 wrote it.
    let isOldPrint = symbol == ">>" && builtins.get("print")?.isIdentical(to: a) == true
    return raise(
      .typeError, isOldPrint ? words + ". Did you mean \"print(<message>, file=<output_stream>)\"?" : words)
  }

  package func unary(_ op: UnaryOp, _ a: Value) throws(Raised) -> Value {
    if let result = try Numbers.unary(op, a, self) { return result }
    if let result = try callSpecial(op.method, a) { return result }
    throw raise(.typeError, "bad operand type for unary \(op.symbol): '\(typeName(a))'")
  }

  /// The result of a rich comparison, which need not be a bool.
  package func compare(_ op: ComparisonOp, _ a: Value, _ b: Value) throws(Raised) -> Value {
    if let result = Numbers.compare(op, a, b) { return .bool(result) }
    if let result = quickCompare(op, a, b) { return .bool(result) }
    if let result = try compareSequences(op, a, b) { return result }
    if op == .eq, a.comparesByIdentity, b.comparesByIdentity {
      return .bool(a.isIdentical(to: b))
    }
    let swappedFirst = !isSameType(a, b) && hasSubtype(b, of: a)
    if swappedFirst, let result = try callSpecialUnlessNotImplemented(op.swapped.method, b, a) { return result }
    if let result = try callSpecialUnlessNotImplemented(op.method, a, b) { return result }
    if !swappedFirst, let result = try callSpecialUnlessNotImplemented(op.swapped.method, b, a) { return result }
    switch op {
    case .eq: return .bool(a.isIdentical(to: b))
    case .ne: return .bool(!a.isIdentical(to: b))
    default:
      throw raise(
        .typeError, "'\(op.symbol)' not supported between instances of '\(typeName(a))' and '\(typeName(b))'")
    }
  }

  /// The comparison of two plain strings; nil for anything else.
  @inline(__always)
  func quickCompare(_ op: ComparisonOp, _ a: Value, _ b: Value) -> Bool? {
    guard let x = a.plainString, let y = b.plainString else { return nil }
    return x._withUnsafeGuaranteedRef { x in
      y._withUnsafeGuaranteedRef { y in
        switch op {
        case .eq: x.isEqual(to: y)
        case .ne: !x.isEqual(to: y)
        default: op.holds(x.order(y), 0)
        }
      }
    }
  }

  /// Two lists or two tuples of the language's own types; nil for anything else.
  private func compareSequences(_ op: ComparisonOp, _ a: Value, _ b: Value) throws(Raised) -> Value? {
    guard case .object(let first) = a, case .object(let second) = b else { return nil }
    let type = first._withUnsafeGuaranteedRef { $0.type.address }
    guard second._withUnsafeGuaranteedRef({ $0.type.address == type }) else { return nil }
    if type == state.pointee.tupleType { return try compareItems(op, first, second, as: TupleObject.self) }
    if type == state.pointee.listType { return try compareItems(op, first, second, as: ListObject.self) }
    return nil
  }

  @inline(__always)
  private func compareItems<S: ItemSequence>(
    _ op: ComparisonOp, _ a: Unmanaged<Object>, _ b: Unmanaged<Object>, as class: S.Type
  ) throws(Raised) -> Value {
    try unsafeBitCast(a, to: Unmanaged<S>.self).borrowed { (a) throws(Raised) in
      try unsafeBitCast(b, to: Unmanaged<S>.self).borrowed { (b) throws(Raised) in try compareItems(op, a, b) }
    }
  }

  /// `a == b` as containers compare: the same object is equal to itself.
  package func equals(_ a: Value, _ b: Value) throws(Raised) -> Bool {
    if a.isIdentical(to: b) { return true }
    if let result = Numbers.compare(.eq, a, b) { return result }
    if let result = quickCompare(.eq, a, b) { return result }
    let result = try compare(.eq, a, b)
    defer { result.release() }
    return try isTrue(result)
  }

  package func less(_ a: Value, _ b: Value) throws(Raised) -> Bool {
    if let result = Numbers.compare(.lt, a, b) { return result }
    if let result = quickCompare(.lt, a, b) { return result }
    let result = try compare(.lt, a, b)
    defer { result.release() }
    return try isTrue(result)
  }
}

extension Value {
  /// Whether it is an object that is equal to nothing but itself.
  @inline(__always)
  var comparesByIdentity: Bool {
    guard case .object(let reference) = self else { return false }
    return reference._withUnsafeGuaranteedRef { object in
      guard case .object(let function) = object.type[.eq] else { return false }
      let known = object.type.heapReference._withUnsafeGuaranteedRef { $0.identityEquality }
      return function.toOpaque() == known
    }
  }
}
