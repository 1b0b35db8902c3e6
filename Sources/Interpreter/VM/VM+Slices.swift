// `a[b:c:d]`: lists, strings and tuples of the language's own need no slice object for it.

extension VM {
  @inline(never)
  func getSlice(_ i: Instruction, _ regs: UnsafeMutablePointer<Value>, _ code: CodePointers) throws(Raised) {
    let sequence = regs[Int(i.b)]
    if sequence.isUnbound { throw raiseUnbound(code, Int(i.b)) }
    leaveOut(i.x, regs + Int(i.c))
    let value = try slice(sequence, regs + Int(i.c))
    clearParts(regs + Int(i.c))
    regs.finish(i.a, value, used: i.b, code.localCount)
  }

  @inline(never)
  func setSlice(_ i: Instruction, _ regs: UnsafeMutablePointer<Value>, _ code: CodePointers) throws(Raised) {
    let target = regs[Int(i.a)]
    if target.isUnbound { throw raiseUnbound(code, Int(i.a)) }
    let value = regs[Int(i.c)]
    if value.isUnbound { throw raiseUnbound(code, Int(i.c)) }
    let parts = regs + Int(i.b)
    leaveOut(i.x, parts)
    if let list = target.reference(.list, to: ListObject.self),
      list._withUnsafeGuaranteedRef({ $0.type.address == state.pointee.listType })
    {
      let bounds = try sliceBounds(parts[0], parts[1], parts[2])
      try list.borrowed { (list) throws(Raised) in try ListType.setSlice(self, list, bounds, value) }
      clearParts(parts)
    } else {
      let key = buildSlice(parts)
      defer { key.release() }
      try setItem(target, key, value)
    }
    regs.use(i.a, code.localCount)
    regs.use(i.c, code.localCount)
  }

  /// `slice(…)` of the three registers.
  @inline(never)
  func slice(_ parts: UnsafeMutablePointer<Value>, absent: UInt8) -> Value {
    leaveOut(absent, parts)
    return buildSlice(parts)
  }

  /// None for the parts whose bits are set.
  @inline(__always)
  private func leaveOut(_ absent: UInt8, _ parts: UnsafeMutablePointer<Value>) {
    for offset in 0..<3 where absent & 1 << offset != 0 { parts[offset] = .none }
  }

  private func slice(_ sequence: Value, _ parts: UnsafeMutablePointer<Value>) throws(Raised) -> Value {
    if case .object(let reference) = sequence, reference._withUnsafeGuaranteedRef({ isPlainSequence($0) }) {
      let bounds = try sliceBounds(parts[0], parts[1], parts[2])
      return try reference.borrowed { (object) throws(Raised) in
        switch object.kind {
        case .list: try ListType.slice(self, unsafeDowncast(object, to: ListObject.self), bounds)
        case .str: try StrType.slice(self, unsafeDowncast(object, to: StrObject.self), bounds)
        default: TupleType.slice(self, unsafeDowncast(object, to: TupleObject.self), bounds)
        }
      }
    }
    let key = buildSlice(parts)
    defer { key.release() }
    return try getItem(sequence, key)
  }

  @inline(__always)
  private func clearParts(_ parts: UnsafeMutablePointer<Value>) {
    for offset in 0..<3 { if case .object = parts[offset] { parts.drop(offset) } }
  }
}
