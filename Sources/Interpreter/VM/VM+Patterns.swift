// `match`: what its instructions test and take apart.

extension VM {
  func isSequencePattern(_ value: Value) -> Bool {
    switch value.kind {
    case .list, .tuple, .range: true
    default: false
    }
  }

  func isMappingPattern(_ value: Value) -> Bool { value.kind == .dict }

  /// `R[a] := the values of the keys R[c] in R[b]`, or None.
  func matchKeys(_ i: Instruction, _ regs: UnsafeMutablePointer<Value>) throws(Raised) {
    var values: [Value] = []
    if let keys = regs[Int(i.c)].asTuple, let dict = regs[Int(i.b)].asDict {
      for key in keys.values {
        guard let value = try dictGet(dict, key) else {
          for value in values { value.release() }
          regs.drop(Int(i.c))
          regs.set(i.a, .none)
          return
        }
        values.append(value.retained())
      }
    }
    regs.drop(Int(i.c))
    regs.set(i.a, tuple(values))
  }

  func dictWithout(_ i: Instruction, _ regs: UnsafeMutablePointer<Value>) throws(Raised) {
    let rest = DictObject(heap: heap)
    if let keys = regs[Int(i.c)].asTuple, let dict = regs[Int(i.b)].asDict {
      for index in 0..<dict.entryCount where !dict.entries[index].key.isUnbound {
        try dictSet(rest, dict.entries[index].key, dict.entries[index].value)
      }
      for key in keys.values { if let entry = try dictPop(rest, key) { entry.release() } }
    }
    regs.drop(Int(i.c))
    regs.set(i.a, Value(rest))
  }

  /// `R[a] := the attributes that a class pattern asks for`, or None. Positional ones are named by `__match_args__`.
  func matchClass(_ i: Instruction, _ regs: UnsafeMutablePointer<Value>, _ names: Value) throws(Raised) {
    let subject = regs[Int(i.b)]
    let result = try classAttributes(subject, regs[Int(i.c)], Int(i.x), names)
    regs.drop(Int(i.c))
    regs.set(i.a, result ?? .none)
  }

  private func classAttributes(
    _ subject: Value, _ pattern: Value, _ positional: Int, _ names: Value
  ) throws(Raised) -> Value? {
    guard let type = pattern.asType else {
      throw raise(.typeError, "called match pattern must be a class")
    }
    guard isInstance(subject, type) else { return nil }
    var attributes: [StrObject] = []
    if positional > 0 {
      let types = heap.types!
      let selfMatching = [
        types.bool, types.bytes, types.dict, types.float, types.frozenset, types.int, types.list, types.set,
        types.str, types.tuple,
      ]
      if selfMatching.contains(where: { $0.map { type.isSubtype(of: $0) } ?? false }),
        type.lookup(heap.intern("__match_args__")) == nil
      {
        if positional > 1 {
          throw raise(.typeError, "\(type.name)() accepts 1 positional sub-pattern (\(positional) given)")
        }
        guard let rest = try keywordAttributes(subject, names) else { return nil }
        return tuple([subject.retained()] + rest)
      }
      guard let listed = type.lookup(heap.intern("__match_args__"))?.asTuple, listed.count >= positional else {
        let accepted = type.lookup(heap.intern("__match_args__"))?.asTuple?.count ?? 0
        throw raise(
          .typeError,
          "\(type.name)() accepts \(accepted) positional sub-pattern\(accepted == 1 ? "" : "s") (\(positional) given)")
      }
      attributes = listed.values.prefix(positional).compactMap(\.asStr)
    }
    var values: [Value] = []
    for name in attributes {
      guard let value = try findAttribute(subject, name) else {
        for value in values { value.release() }
        return nil
      }
      values.append(value)
    }
    guard let rest = try keywordAttributes(subject, names) else {
      for value in values { value.release() }
      return nil
    }
    return tuple(values + rest)
  }

  private func keywordAttributes(_ subject: Value, _ names: Value) throws(Raised) -> [Value]? {
    var values: [Value] = []
    for name in names.asTuple?.values.compactMap(\.asStr) ?? [] {
      guard let value = try findAttribute(subject, name) else {
        for value in values { value.release() }
        return nil
      }
      values.append(value)
    }
    return values
  }

  // MARK: Annotations

  /// `name: type` in a module or class body.
  func annotate(
    _ regs: UnsafeMutablePointer<Value>, _ i: Instruction, _ frame: UnsafeMutablePointer<Frame>, _ name: Value
  ) throws(Raised) {
    let namespace = Value(frame.pointee.namespace?.takeUnretainedValue() ?? frame.pointee.globals.takeUnretainedValue())
    let key = Value(heap.intern("__annotations__"))
    if try !contains(namespace, key) {
      let made = Value(DictObject(heap: heap))
      defer { made.release() }
      try setItem(namespace, key, made)
    }
    let annotations = try getItem(namespace, key)
    defer { annotations.release() }
    try setItem(annotations, name, regs[Int(i.a)])
    regs.drop(Int(i.a))
  }
}
