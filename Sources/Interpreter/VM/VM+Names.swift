// Names that are not in registers: globals, builtins, class namespaces, cells.

extension VM {
  @inline(never)
  func loadGlobal(
    _ frame: UnsafeMutablePointer<Frame>, _ cache: UnsafeMutablePointer<InlineCache>
  ) throws(Raised) -> Value {
    let name = cache.pointee.name.takeUnretainedValue()
    let globals = frame.pointee.globals.takeUnretainedValue()
    if let found = globals.find(name) {
      cache.pointee.content = .entry
      cache.pointee.version = globals.keysVersion
      cache.pointee.index = Int32(truncatingIfNeeded: found.index)
      return globals.entries[found.index].value.retained()
    }
    if let own = ownBuiltins(of: globals) {
      if let value = own.get(interned: name) { return value.retained() }
    } else if let found = builtins.find(name) {
      cache.pointee.content = .builtin
      cache.pointee.version = globals.keysVersion
      cache.pointee.index = Int32(truncatingIfNeeded: found.index)
      cache.pointee.otherVersion = builtins.keysVersion
      return builtins.entries[found.index].value.retained()
    }
    throw raiseName(name)
  }

  func storeGlobal(_ globals: DictObject, _ cache: UnsafeMutablePointer<InlineCache>, _ value: Value) {
    let name = cache.pointee.name.takeUnretainedValue()
    globals.set(interned: name, value)
    if let found = globals.find(name) {
      cache.pointee.content = .entry
      cache.pointee.version = globals.keysVersion
      cache.pointee.index = Int32(truncatingIfNeeded: found.index)
    }
  }

  func deleteGlobal(
    _ frame: UnsafeMutablePointer<Frame>, _ cache: UnsafeMutablePointer<InlineCache>
  ) throws(Raised) {
    let name = cache.pointee.name.takeUnretainedValue()
    if !frame.pointee.globals.takeUnretainedValue().remove(interned: name) { throw raiseName(name) }
  }

  func loadName(
    _ frame: UnsafeMutablePointer<Frame>, _ cache: UnsafeMutablePointer<InlineCache>
  ) throws(Raised) -> Value {
    let name = cache.pointee.name.takeUnretainedValue()
    let globals = frame.pointee.globals.takeUnretainedValue()
    if let namespace = frame.pointee.namespace?.takeUnretainedValue(), let value = try load(name, from: namespace) {
      return value
    }
    if let value = globals.get(interned: name) { return value.retained() }
    if let value = builtin(name, for: globals) { return value.retained() }
    throw raiseName(name)
  }

  func storeName(
    _ frame: UnsafeMutablePointer<Frame>, _ cache: UnsafeMutablePointer<InlineCache>, _ value: Value
  ) throws(Raised) {
    let namespace = frame.pointee.namespace?.takeUnretainedValue() ?? frame.pointee.globals.takeUnretainedValue()
    try store(cache.pointee.name.takeUnretainedValue(), value, in: namespace)
  }

  /// Sets a name in a namespace of any kind; takes over the caller's count of `value`.
  func store(_ name: StrObject, _ value: Value, in namespace: Object) throws(Raised) {
    if let dict = plainDict(namespace) { return dict.set(interned: name, value) }
    defer { value.release() }
    try setItem(Value(namespace), Value(name), value)
  }

  func deleteName(
    _ frame: UnsafeMutablePointer<Frame>, _ cache: UnsafeMutablePointer<InlineCache>
  ) throws(Raised) {
    let name = cache.pointee.name.takeUnretainedValue()
    let namespace = frame.pointee.namespace?.takeUnretainedValue() ?? frame.pointee.globals.takeUnretainedValue()
    if let dict = plainDict(namespace) {
      if !dict.remove(interned: name) { throw raiseName(name) }
      return
    }
    do throws(Raised) {
      try deleteItem(Value(namespace), Value(name))
    } catch {
      throw catches(.keyError) ? raiseName(name) : error
    }
  }

  /// A namespace that is looked into directly: one whose class changes nothing about items.
  private func plainDict(_ namespace: Object) -> DictObject? {
    namespace.type === heap.types.dict ? Value(namespace).asDict : nil
  }

  /// The value of a name in any mapping, owned; nil if it has none.
  private func load(_ name: StrObject, from namespace: Object) throws(Raised) -> Value? {
    if let dict = plainDict(namespace) { return dict.get(interned: name)?.retained() }
    do throws(Raised) {
      return try getItem(Value(namespace), Value(name))
    } catch {
      if catches(.keyError) { return nil }
      throw error
    }
  }

  /// What code with these globals sees of the builtins: all of them, or what its `__builtins__` holds. Borrowed.
  func builtin(_ name: StrObject, for globals: DictObject) -> Value? {
    guard let own = ownBuiltins(of: globals) else { return builtins.get(interned: name) }
    return own.get(interned: name)
  }

  /// The dict in `__builtins__` of a namespace made for `exec`; nil if it is the usual one.
  private func ownBuiltins(of globals: DictObject) -> DictObject? {
    if globals === self.globals { return nil }
    guard let value = globals.get("__builtins__") else { return nil }
    let dict = value.cast(.module, to: ModuleObject.self)?.namespace ?? value.asDict
    return dict === builtins ? nil : dict
  }

  /// `NameError` with the hint that CPython's traceback adds.
  private func raiseName(_ name: StrObject, _ message: String? = nil) -> Raised {
    let error = raise(.nameError, message ?? "name '\(name.string)' is not defined")
    raised.asException?.setOwnAttribute(heap.intern("name"), name.retainedValue)
    return error
  }

  // MARK: Cells

  @inline(__always)
  func loadCell(_ cell: Value, _ code: CodePointers, _ register: Int) throws(Raised) -> Value {
    if case .object(let reference) = cell {
      let value = reference._withUnsafeGuaranteedRef { unsafeDowncast($0, to: CellObject.self).value }
      if !value.isUnbound { return value.retained() }
    }
    throw raiseEmptyCell(code, register)
  }

  @inline(__always)
  func storeCell(_ cell: Value, _ value: Value) {
    guard case .object(let reference) = cell else { return }
    let old = reference._withUnsafeGuaranteedRef { object -> Value in
      let cell = unsafeDowncast(object, to: CellObject.self)
      let old = cell.value
      cell.value = value
      return old
    }
    old.release()
  }

  func deleteCell(_ cell: Value, _ code: CodePointers, _ register: Int) throws(Raised) {
    guard let object = cell.cast(.cell, to: CellObject.self), !object.value.isUnbound else {
      throw raiseEmptyCell(code, register)
    }
    storeCell(cell, .unbound)
  }

  private func raiseEmptyCell(_ code: CodePointers, _ register: Int) -> Raised {
    let code = code.object.takeUnretainedValue()
    let name = code.localNames[register].string
    if code.freeRegisters.contains(register) {
      return raiseName(
        code.localNames[register],
        "cannot access free variable '\(name)' where it is not associated with a value in enclosing scope")
    }
    return raiseUnboundLocal(name)
  }
}
