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
    if let value = builtins.get(interned: name) {
      cache.pointee.content = .builtin
      cache.pointee.version = globals.keysVersion
      cache.pointee.value = value
      return value.retained()
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
    if let value = frame.pointee.namespace?.takeUnretainedValue().get(interned: name) { return value.retained() }
    if let value = frame.pointee.globals.takeUnretainedValue().get(interned: name) { return value.retained() }
    if let value = builtins.get(interned: name) { return value.retained() }
    throw raiseName(name)
  }

  func storeName(
    _ frame: UnsafeMutablePointer<Frame>, _ cache: UnsafeMutablePointer<InlineCache>, _ value: Value
  ) {
    let namespace = frame.pointee.namespace ?? frame.pointee.globals
    namespace.takeUnretainedValue().set(interned: cache.pointee.name.takeUnretainedValue(), value)
  }

  func deleteName(
    _ frame: UnsafeMutablePointer<Frame>, _ cache: UnsafeMutablePointer<InlineCache>
  ) throws(Raised) {
    let name = cache.pointee.name.takeUnretainedValue()
    let namespace = frame.pointee.namespace ?? frame.pointee.globals
    if !namespace.takeUnretainedValue().remove(interned: name) { throw raiseName(name) }
  }

  /// `NameError` with the hint that CPython's traceback adds.
  private func raiseName(_ name: StrObject) -> Raised {
    let error = raise(.nameError, "name '\(name.string)' is not defined")
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
      return raise(
        .nameError, "cannot access free variable '\(name)' where it is not associated with a value in enclosing scope")
    }
    return raiseUnboundLocal(name)
  }
}
