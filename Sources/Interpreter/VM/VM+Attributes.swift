// Attributes: `getattr` as the data model defines it, and the inline caches in front of it.

extension VM {
  // MARK: Cached

  /// What an entry that fits the object says, owned.
  @inline(__always)
  func cachedAttribute(
    _ reference: Unmanaged<Object>, _ entry: UnsafeMutablePointer<InlineCache>
  ) -> Value {
    if entry.pointee.content == .slot {
      return reference._withUnsafeGuaranteedRef { $0.slots.unsafelyUnwrapped[Int(entry.pointee.index)].retained() }
    }
    return entry.pointee.value.retained()
  }

  /// The attribute of a module whose namespace is as it was, owned; `.unbound` otherwise.
  private func cachedModuleAttribute(_ reference: Unmanaged<Object>, _ cache: UnsafeMutablePointer<InlineCache>)
    -> Value
  {
    reference._withUnsafeGuaranteedRef { object in
      guard object.kind == .module else { return .unbound }
      let namespace = unsafeDowncast(object, to: ModuleObject.self).namespace
      guard namespace.keysVersion == cache.pointee.version,
        UnsafeMutableRawPointer(Unmanaged.passUnretained(namespace).toOpaque()) == cache.pointee.shape
      else { return .unbound }
      return namespace.entries[Int(cache.pointee.index)].value.retained()
    }
  }

  /// The attribute of a class that is as it was, owned; `.unbound` otherwise.
  private func cachedClassAttribute(_ reference: Unmanaged<Object>, _ cache: UnsafeMutablePointer<InlineCache>)
    -> Value
  {
    guard UnsafeMutableRawPointer(reference.toOpaque()) == cache.pointee.shape else { return .unbound }
    return reference._withUnsafeGuaranteedRef { object in
      guard unsafeDowncast(object, to: TypeObject.self).version == cache.pointee.version,
        object.type.version == cache.pointee.otherVersion
      else { return .unbound }
      return cache.pointee.value.retained()
    }
  }

  /// What the cache or one of its alternatives knows beyond the first look, owned; `.unbound` if the attribute must be
  /// looked up.
  private func recalled(_ reference: Unmanaged<Object>, _ cache: UnsafeMutablePointer<InlineCache>) -> Value {
    if cache.pointee.content == .entry { return cachedModuleAttribute(reference, cache) }
    if cache.pointee.content == .classValue { return cachedClassAttribute(reference, cache) }
    guard let entry = cache.pointee.alternative(for: reference) else { return .unbound }
    return cachedAttribute(reference, entry)
  }

  /// True if the frame of a property's function was entered.
  @inline(never)
  func slowLoadAttribute(
    _ i: Instruction, _ regs: UnsafeMutablePointer<Value>, _ code: CodePointers
  ) throws(Raised) -> Bool {
    let value = regs[Int(i.b)]
    if value.isUnbound { throw raiseUnbound(code, Int(i.b)) }
    let cache = code.caches + Int(i.c)
    if case .object(let reference) = value {
      if cache.pointee.content == .property {
        if try enterProperty(reference, cache, result: i.a) {
          if i.a != i.b { regs.use(i.b, code.localCount) }
          return true
        }
      }
      let known = recalled(reference, cache)
      if !known.isUnbound {
        regs.finish(i.a, known, used: i.b, code.localCount)
        return false
      }
    }
    let name = cache.pointee.name.takeUnretainedValue()
    if let object = value.object { learn(object, name, cache) }
    let result = try getAttribute(value, name)
    regs.finish(i.a, result, used: i.b, code.localCount)
    return false
  }

  /// Calls the function of a property that the cache knows, above the caller's registers; false if it does not fit.
  private func enterProperty(
    _ reference: Unmanaged<Object>, _ cache: UnsafeMutablePointer<InlineCache>, result: UInt16
  ) throws(Raised) -> Bool {
    guard reference._withUnsafeGuaranteedRef({ $0.type.version == cache.pointee.otherVersion }),
      let property = cache.pointee.value.reference(.property, to: PropertyObject.self)
    else { return false }
    let getter = property._withUnsafeGuaranteedRef { $0.getter }
    guard getter.kind == .function else { return false }
    let window = state.pointee.top
    window[0] = getter.retained()
    window[1] = Value.object(reference).retained()
    do throws(Raised) {
      try bind(getter.functionReference, window + 1, 1, nil)
      try push(getter.functionReference, window + 1, mode: .call, result: result, callee: window)
    } catch {
      window.drop(0)
      window.drop(1)
      throw error
    }
    return true
  }

  /// Fills the cache if the attribute is of a kind that it can hold.
  private func learn(_ object: Object, _ name: StrObject, _ cache: UnsafeMutablePointer<InlineCache>) {
    cache.pointee.makeRoom()
    if object.kind == .module {
      let namespace = unsafeDowncast(object, to: ModuleObject.self).namespace
      guard let found = namespace.find(name) else { return }
      cache.pointee.content = .entry
      cache.pointee.version = namespace.keysVersion
      cache.pointee.shape = Unmanaged.passUnretained(namespace).toOpaque()
      cache.pointee.index = Int32(truncatingIfNeeded: found.index)
      return
    }
    if object.kind == .type { return learn(unsafeDowncast(object, to: TypeObject.self), name, cache) }
    let type = object.type
    if object.kind == .superProxy || usesOwnGetattribute(type) { return }
    let described = type.lookup(name)
    if let described, described.kind == .property, described.object?.type === heap.types.property,
      type[.getattr].isUnbound
    {
      cache.pointee.content = .property
      cache.pointee.otherVersion = type.version
      cache.pointee.value = described
      return
    }
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

  /// Functions found on a class are what they are, and static methods the functions in them.
  private func learn(_ object: TypeObject, _ name: StrObject, _ cache: UnsafeMutablePointer<InlineCache>) {
    let metaclass = object.type
    guard metaclass[.getattribute].isIdentical(to: heap.types.type[.getattribute]), metaclass.lookup(name) == nil,
      let found = object.lookup(name)
    else { return }
    let wrapper = found.cast(.staticMethod, to: WrapperObject.self)
    guard
      wrapper?.type === heap.types.staticMethod || found.kind == .function || found.kind == .native
        || !isDescriptor(found)
    else { return }
    let value = wrapper?.function ?? found
    cache.pointee.content = .classValue
    cache.pointee.shape = object.address
    cache.pointee.version = object.version
    cache.pointee.otherVersion = metaclass.version
    cache.pointee.value = value
  }

  func usesOwnGetattribute(_ type: TypeObject) -> Bool {
    !type[.getattribute].isIdentical(to: heap.types.object[.getattribute])
  }

  /// `R[a], R[a+1] := function, receiver`, without making a bound method.
  @inline(__always)
  func setMethod(
    _ i: Instruction, _ method: Value, _ regs: UnsafeMutablePointer<Value>, _ code: CodePointers
  ) {
    let receiver = regs.takeOrCopy(i.b, code.localCount)
    // The window of a call is clear before it is filled.
    assert(!regs[Int(i.a)].isObject && !regs[Int(i.a) + 1].isObject)
    regs[Int(i.a)] = method.retained()
    regs[Int(i.a) &+ 1] = receiver
  }

  @inline(never)
  func slowLoadMethod(_ i: Instruction, _ regs: UnsafeMutablePointer<Value>, _ code: CodePointers) throws(Raised) {
    let value = regs[Int(i.b)]
    if value.isUnbound { throw raiseUnbound(code, Int(i.b)) }
    let cache = code.caches + Int(i.c)
    if case .object(let reference) = value {
      let entry = cache.pointee.fits(reference) ? cache : cache.pointee.alternative(for: reference)
      if let entry, entry.pointee.content == .method { return setMethod(i, entry.pointee.value, regs, code) }
      let found = entry.map { cachedAttribute(reference, $0) } ?? recalled(reference, cache)
      if !found.isUnbound {
        regs.use(i.b, code.localCount)
        regs.set(i.a, found)
        regs.drop(Int(i.a) + 1)
        return
      }
    }
    let name = cache.pointee.name.takeUnretainedValue()
    if let proxy = value.cast(.superProxy, to: SuperObject.self), let method = superMethod(proxy, name) {
      let receiver = method.receiver.retained()
      regs.set(i.a, method.function.retained())
      regs.use(i.b, code.localCount)
      regs.set(i.a &+ 1, receiver)
      return
    }
    let type = heap.types.of(value)
    let object = value.object
    if object?.kind != .module, object?.kind != .type, object?.kind != .superProxy, !usesOwnGetattribute(type),
      let method = type.lookup(name), method.bindsAsMethod, object?.ownAttribute(name) == nil
    {
      if let object, !object.hasDictionary {
        cache.pointee.makeRoom()
        cache.pointee.content = .method
        cache.pointee.version = type.version
        cache.pointee.shape = object.shape?.toOpaque()
        cache.pointee.value = method
      }
      return setMethod(i, method, regs, code)
    }
    if let object { learn(object, name, cache) }
    let result = try getAttribute(value, name)
    regs.use(i.b, code.localCount)
    regs.set(i.a, result)
    regs.drop(Int(i.a) + 1)
  }

  /// Sets an attribute as an entry that fits the object says; takes over the count of `value`.
  @inline(__always)
  func storeCached(
    _ reference: Unmanaged<Object>, _ entry: UnsafeMutablePointer<InlineCache>, _ value: Value
  ) {
    let index = Int(entry.pointee.index)
    reference._withUnsafeGuaranteedRef { object in
      if entry.pointee.content == .slot {
        let slot = object.slots.unsafelyUnwrapped + index
        let old = slot.pointee
        slot.pointee = value
        old.release()
      } else {
        if index >= object.slotCapacity { object.growSlots(index &+ 1) }
        object.slots.unsafelyUnwrapped[index] = value
        object.shape = Unmanaged.fromOpaque(entry.pointee.nextShape.unsafelyUnwrapped)
      }
    }
  }

  @inline(never)
  func slowStoreAttribute(_ i: Instruction, _ regs: UnsafeMutablePointer<Value>, _ code: CodePointers) throws(Raised) {
    let target = regs[Int(i.a)]
    if target.isUnbound { throw raiseUnbound(code, Int(i.a)) }
    if regs[Int(i.b)].isUnbound { throw raiseUnbound(code, Int(i.b)) }
    let cache = code.caches + Int(i.c)
    if case .object(let reference) = target {
      if let entry = cache.pointee.alternative(for: reference) {
        storeCached(reference, entry, regs.takeOrCopy(i.b, code.localCount))
      } else {
        try setAndLearn(target, regs[Int(i.b)], cache)
      }
    } else {
      try setAttribute(target, cache.pointee.name.takeUnretainedValue(), regs[Int(i.b)])
    }
    regs.use(i.a, code.localCount)
    regs.use(i.b, code.localCount)
  }

  private func setAndLearn(
    _ target: Value, _ value: Value, _ cache: UnsafeMutablePointer<InlineCache>
  ) throws(Raised) {
    let name = cache.pointee.name.takeUnretainedValue()
    guard let object = target.object else { return try setAttribute(target, name, value) }
    let type = object.type
    let before = object.shape?.toOpaque()
    let usesDefault = type[.setattr].isIdentical(to: heap.types.object[.setattr])
    try setAttribute(target, name, value)
    cache.pointee.makeRoom()
    guard usesDefault, type.hasAttributes, object.kind != .type, object.kind != .module,
      type.lookup(name).map({ $0.kind != .member && isDataDescriptor($0) }) != true,
      let shape = object.shape, let index = shape._withUnsafeGuaranteedRef({ $0.index(of: name) })
    else { return }
    cache.pointee.version = type.version
    cache.pointee.shape = before
    cache.pointee.index = Int32(truncatingIfNeeded: index)
    if before == UnsafeMutableRawPointer(shape.toOpaque()) {
      cache.pointee.content = .slot
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
