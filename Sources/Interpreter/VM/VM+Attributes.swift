// Attributes: `getattr` as the data model defines it, and the inline caches in front of it.

extension VM {
  // MARK: Cached

  /// What the cache knows of the attribute, owned; nil if it must be looked up.
  @inline(__always)
  func cachedAttribute(_ object: Object, _ cache: UnsafeMutablePointer<InlineCache>) -> Value? {
    switch cache.pointee.content {
    case .slot:
      guard object.type.version == cache.pointee.version, let shape = object.shape,
        shape.toOpaque() == cache.pointee.shape
      else { return nil }
      return object.slots.unsafelyUnwrapped[Int(cache.pointee.index)].retained()
    case .entry:
      guard object.kind == .module else { return nil }
      let namespace = unsafeDowncast(object, to: ModuleObject.self).namespace
      guard namespace.keysVersion == cache.pointee.version,
        UnsafeMutableRawPointer(Unmanaged.passUnretained(namespace).toOpaque()) == cache.pointee.shape
      else { return nil }
      return namespace.entries[Int(cache.pointee.index)].value.retained()
    case .typeValue:
      guard object.type.version == cache.pointee.version, object.shape?.toOpaque() == cache.pointee.shape else {
        return nil
      }
      return cache.pointee.value.retained()
    default: return nil
    }
  }

  @inline(never)
  func slowLoadAttribute(
    _ i: Instruction, _ regs: UnsafeMutablePointer<Value>, _ code: CodePointers
  ) throws(Raised) {
    let value = regs[Int(i.b)]
    if value.isUnbound { throw raiseUnbound(code, Int(i.b)) }
    let cache = code.caches + Int(i.c)
    let name = cache.pointee.name.takeUnretainedValue()
    if let object = value.object { learn(object, name, cache) }
    let result = try getAttribute(value, name)
    regs.set(i.a, result)
    if i.b != i.a { regs.use(i.b, code.localCount) }
  }

  /// Fills the cache if the attribute is of a kind that it can hold.
  private func learn(_ object: Object, _ name: StrObject, _ cache: UnsafeMutablePointer<InlineCache>) {
    cache.pointee.content = .nothing
    if object.kind == .module {
      let namespace = unsafeDowncast(object, to: ModuleObject.self).namespace
      guard let found = namespace.find(name) else { return }
      cache.pointee.content = .entry
      cache.pointee.version = namespace.keysVersion
      cache.pointee.shape = Unmanaged.passUnretained(namespace).toOpaque()
      cache.pointee.index = Int32(truncatingIfNeeded: found.index)
      return
    }
    let type = object.type
    if object.kind == .type || object.kind == .superProxy || usesOwnGetattribute(type) { return }
    let described = type.lookup(name)
    if let described, described.kind != .member, isDataDescriptor(described) { return }
    if let shape = object.shape, let index = shape._withUnsafeGuaranteedRef({ $0.index(of: name) }) {
      cache.pointee.content = .slot
      cache.pointee.version = type.version
      cache.pointee.shape = shape.toOpaque()
      cache.pointee.index = Int32(truncatingIfNeeded: index)
    } else if let described, !isDescriptor(described), !object.hasDictionary {
      cache.pointee.content = .typeValue
      cache.pointee.version = type.version
      cache.pointee.shape = object.shape?.toOpaque()
      cache.pointee.value = described
    }
  }

  func usesOwnGetattribute(_ type: TypeObject) -> Bool {
    !type[.getattribute].isIdentical(to: heap.types.object[.getattribute])
  }

  /// `R[a], R[a+1] := function, receiver`, without making a bound method.
  func loadMethod(_ i: Instruction, _ regs: UnsafeMutablePointer<Value>, _ code: CodePointers) throws(Raised) {
    let value = regs[Int(i.b)]
    if value.isUnbound { throw raiseUnbound(code, Int(i.b)) }
    let cache = code.caches + Int(i.c)
    if case .object(let reference) = value, cache.pointee.content == .method {
      let hit = reference._withUnsafeGuaranteedRef {
        $0.type.version == cache.pointee.version && $0.shape?.toOpaque() == cache.pointee.shape
      }
      if hit {
        let receiver = regs.takeOrCopy(i.b, code.localCount)
        regs.set(i.a, cache.pointee.value.retained())
        regs.set(i.a &+ 1, receiver)
        return
      }
    }
    try slowLoadMethod(i, regs, code)
  }

  @inline(never)
  private func slowLoadMethod(
    _ i: Instruction, _ regs: UnsafeMutablePointer<Value>, _ code: CodePointers
  ) throws(Raised) {
    let value = regs[Int(i.b)]
    let cache = code.caches + Int(i.c)
    if case .object(let reference) = value,
      let found = reference._withUnsafeGuaranteedRef({ cachedAttribute($0, cache) })
    {
      regs.use(i.b, code.localCount)
      regs.set(i.a, found)
      regs.drop(Int(i.a) + 1)
      return
    }
    let name = cache.pointee.name.takeUnretainedValue()
    let type = heap.types.of(value)
    let object = value.object
    if object?.kind != .module, object?.kind != .type, object?.kind != .superProxy, !usesOwnGetattribute(type),
      let method = type.lookup(name), method.kind == .function || method.kind == .native,
      object?.ownAttribute(name) == nil
    {
      if let object, !object.hasDictionary {
        cache.pointee.content = .method
        cache.pointee.version = type.version
        cache.pointee.shape = object.shape?.toOpaque()
        cache.pointee.value = method
      }
      let receiver = regs.takeOrCopy(i.b, code.localCount)
      regs.set(i.a, method.retained())
      regs.set(i.a &+ 1, receiver)
      return
    }
    if let object { learn(object, name, cache) }
    let result = try getAttribute(value, name)
    regs.use(i.b, code.localCount)
    regs.set(i.a, result)
    regs.drop(Int(i.a) + 1)
  }

  func storeAttribute(_ i: Instruction, _ regs: UnsafeMutablePointer<Value>, _ code: CodePointers) throws(Raised) {
    let target = regs[Int(i.a)]
    if target.isUnbound { throw raiseUnbound(code, Int(i.a)) }
    if regs[Int(i.b)].isUnbound { throw raiseUnbound(code, Int(i.b)) }
    let cache = code.caches + Int(i.c)
    if case .object(let reference) = target {
      let value = regs[Int(i.b)]
      let done = reference._withUnsafeGuaranteedRef { object -> Bool in
        guard object.type.version == cache.pointee.version, object.shape?.toOpaque() == cache.pointee.shape else {
          return false
        }
        switch cache.pointee.content {
        case .slot:
          let slot = object.slots.unsafelyUnwrapped + Int(cache.pointee.index)
          let old = slot.pointee
          slot.pointee = value.retained()
          old.release()
          return true
        case .transition:
          guard let next = cache.pointee.nextShape else { return false }
          object.appendSlot(Unmanaged<Shape>.fromOpaque(next).takeUnretainedValue(), value.retained())
          return true
        default: return false
        }
      }
      if !done { try slowStoreAttribute(target, value, cache) }
    } else {
      try setAttribute(target, cache.pointee.name.takeUnretainedValue(), regs[Int(i.b)])
    }
    regs.use(i.a, code.localCount)
    regs.use(i.b, code.localCount)
  }

  @inline(never)
  private func slowStoreAttribute(
    _ target: Value, _ value: Value, _ cache: UnsafeMutablePointer<InlineCache>
  ) throws(Raised) {
    let name = cache.pointee.name.takeUnretainedValue()
    guard let object = target.object else { return try setAttribute(target, name, value) }
    let type = object.type
    let before = object.shape?.toOpaque()
    let usesDefault = type[.setattr].isIdentical(to: heap.types.object[.setattr])
    try setAttribute(target, name, value)
    cache.pointee.content = .nothing
    guard usesDefault, type.hasAttributes, object.kind != .type, object.kind != .module,
      type.lookup(name).map({ $0.kind != .member && isDataDescriptor($0) }) != true,
      let shape = object.shape, let index = shape._withUnsafeGuaranteedRef({ $0.index(of: name) })
    else { return }
    cache.pointee.version = type.version
    cache.pointee.shape = before
    if before == UnsafeMutableRawPointer(shape.toOpaque()) {
      cache.pointee.content = .slot
      cache.pointee.index = Int32(truncatingIfNeeded: index)
    } else {
      cache.pointee.content = .transition
      cache.pointee.nextShape = shape.toOpaque()
    }
  }

  func removeAttribute(_ i: Instruction, _ regs: UnsafeMutablePointer<Value>, _ code: CodePointers) throws(Raised) {
    if regs[Int(i.a)].isUnbound { throw raiseUnbound(code, Int(i.a)) }
    try deleteAttribute(regs[Int(i.a)], (code.caches + Int(i.c)).pointee.name.takeUnretainedValue())
    regs.use(i.a, code.localCount)
  }
}
