// Operators of strings, lists and tuples of the language's own types, past their special methods.

extension VM {
  /// A str, list or tuple and not of a class derived from it (as `torch.Size` is).
  @inline(__always)
  func isPlainSequence(_ object: Object) -> Bool {
    switch object.kind {
    case .str: !object.type.isUserDefined
    case .list: object.type.address == state.pointee.listType
    case .tuple: object.type.address == state.pointee.tupleType
    default: false
    }
  }

  /// nil unless both operands are of types that have no code of the notebook's to run.
  @inline(__always)
  func quickSequenceOperation(_ op: BinaryOp, _ a: Value, _ b: Value) throws(Raised) -> Value? {
    guard case .object(let left) = a else { return nil }
    let (kind, isPlain) = left._withUnsafeGuaranteedRef { ($0.kind, isPlainSequence($0)) }
    guard isPlain else { return nil }
    switch op {
    case .add: return try joined(left, b, kind)
    case .mul:
      guard case .int = b else { return nil }
      return try callMethod(left._withUnsafeGuaranteedRef { $0.type[.mul] }, on: a, b)
    case .mod:
      guard kind == .str, b.isNumberOrPlain else { return nil }
      return try left.borrowed { (text) throws(Raised) in
        try PercentFormat.apply(unsafeDowncast(text, to: StrObject.self), b, self)
      }
    default: return nil
    }
  }

  @inline(never)
  private func joined(_ left: Unmanaged<Object>, _ other: Value, _ kind: Kind) throws(Raised) -> Value? {
    guard case .object(let right) = other,
      right._withUnsafeGuaranteedRef({ $0.kind == kind && isPlainSequence($0) })
    else { return nil }
    return try left.borrowed { (left) throws(Raised) in
      try right.borrowed { (right) throws(Raised) in
        switch kind {
        case .str:
          return try unsafeDowncast(left, to: StrObject.self)
            .concatenated(unsafeDowncast(right, to: StrObject.self), self)
        case .list:
          return try ListType.joined(
            self, unsafeDowncast(left, to: ListObject.self), unsafeDowncast(right, to: ListObject.self))
        default:
          return try TupleType.joined(
            self, unsafeDowncast(left, to: TupleObject.self), unsafeDowncast(right, to: TupleObject.self))
        }
      }
    }
  }
}

extension Value {
  /// Whether the value is of none of the notebook's classes, which may have reflected operators.
  @inline(__always)
  fileprivate var isNumberOrPlain: Bool {
    guard case .object(let reference) = self else { return true }
    return reference._withUnsafeGuaranteedRef { !$0.type.isUserDefined }
  }
}
