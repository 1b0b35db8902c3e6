// `match`: what its instructions test and take apart.

extension VM {
  func isSequencePattern(_ value: Value) throws(Raised) -> Bool {
    switch value.kind {
    case .list, .tuple, .range: true
    case .str, .bytes, nil: false
    default: try isAbstract(value, "Sequence")
    }
  }

  func isMappingPattern(_ value: Value) throws(Raised) -> Bool {
    switch value.kind {
    case .dict: true
    case .str, .bytes, .list, .tuple, nil: false
    default: try isAbstract(value, "Mapping")
    }
  }

  /// Is it an instance of a class of `collections.abc`? Without that module nothing of the notebook's can be.
  private func isAbstract(_ value: Value, _ name: String) throws(Raised) -> Bool {
    let type = heap.types.of(value)
    if ["bytearray", "str", "bytes"].contains(type.name), !type.isUserDefined { return false }
    if name == "Sequence", !type.isUserDefined { return ["deque", "memoryview", "array"].contains(type.name) }
    guard let module = modules["collections.abc"], let parent = try findAttribute(module, heap.intern(name)) else {
      return type.mro.contains { !$0.isUserDefined && ["deque", "memoryview", "array"].contains($0.name) }
    }
    defer { parent.release() }
    return try Builtins.isInstance(self, value, of: parent)
  }

  /// `R[a] := the values of the keys R[c] in R[b]`, or None.
  func matchKeys(_ i: Instruction, _ regs: UnsafeMutablePointer<Value>) throws(Raised) {
    var values: [Value] = []
    let keys = regs[Int(i.c)].asTuple.map { Array($0.values) } ?? []
    for (index, key) in keys.enumerated() {
      for earlier in keys[..<index] where try equals(earlier, key) {
        throw raise(.valueError, "mapping pattern checks duplicate key (\(try repr(key)))")
      }
      guard let value = try mappingValue(regs[Int(i.b)], key) else {
        for value in values { value.release() }
        regs.drop(Int(i.c))
        regs.set(i.a, .none)
        return
      }
      values.append(value)
    }
    regs.drop(Int(i.c))
    regs.set(i.a, tuple(values))
  }

  /// The value of a key, owned; nil if there is none. Other mappings than dicts are asked by `get`, which makes nothing.
  private func mappingValue(_ mapping: Value, _ key: Value) throws(Raised) -> Value? {
    if let dict = mapping.asDict, !dict.type.isUserDefined { return try dictGet(dict, key)?.retained() }
    let missing = Value(InstanceObject.make(type: heap.types.object))
    defer { missing.release() }
    let value = try callMethod(mapping, "get", key, missing)
    if !value.isIdentical(to: missing) { return value }
    value.release()
    return nil
  }

  func dictWithout(_ i: Instruction, _ regs: UnsafeMutablePointer<Value>) throws(Raised) {
    let rest = DictObject.make(heap: heap)
    if let keys = regs[Int(i.c)].asTuple {
      try forEachItem(of: regs[Int(i.b)], otherwise: "") { (key, value) throws(Raised) in
        try self.dictSet(rest, key, value)
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
      throw raise(.typeError, "called match pattern must be a type")
    }
    guard isInstance(subject, type) else { return nil }
    var attributes: [Value] = []
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
        guard let rest = try attributeValues(subject, names.asTuple.map { Array($0.values) } ?? [], type) else {
          return nil
        }
        return tuple([subject.retained()] + rest)
      }
      let given = type.lookup(heap.intern("__match_args__"))
      if let given, given.asTuple == nil {
        throw raise(.typeError, "\(type.name).__match_args__ must be a tuple (got \(typeName(given)))")
      }
      guard let listed = given?.asTuple, listed.count >= positional else {
        let accepted = given?.asTuple?.count ?? 0
        throw raise(
          .typeError,
          "\(type.name)() accepts \(accepted) positional sub-pattern\(accepted == 1 ? "" : "s") (\(positional) given)")
      }
      attributes = Array(listed.values.prefix(positional))
    }
    return try attributeValues(subject, attributes + (names.asTuple.map { Array($0.values) } ?? []), type).map {
      tuple($0)
    }
  }

  /// The attributes, owned; nil if the subject lacks one.
  private func attributeValues(
    _ subject: Value, _ names: [Value], _ type: TypeObject
  ) throws(Raised) -> [Value]? {
    var values: [Value] = []
    do throws(Raised) {
      for (index, item) in names.enumerated() {
        guard let name = item.asStr else {
          throw raise(.typeError, "__match_args__ elements must be strings (got \(typeName(item)))")
        }
        if names[..<index].contains(where: { $0.asStr?.isEqual(to: name) == true }) {
          throw raise(.typeError, "\(type.name)() got multiple sub-patterns for attribute '\(name.string)'")
        }
        guard let value = try findAttribute(subject, name) else {
          for value in values { value.release() }
          return nil
        }
        values.append(value)
      }
    } catch {
      for value in values { value.release() }
      throw error
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
      let made = Value(DictObject.make(heap: heap))
      defer { made.release() }
      try setItem(namespace, key, made)
    }
    let annotations = try getItem(namespace, key)
    defer { annotations.release() }
    try setItem(annotations, name, regs[Int(i.a)])
    regs.drop(Int(i.a))
  }
}
