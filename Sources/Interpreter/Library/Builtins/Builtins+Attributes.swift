extension Builtins {
  static func installAttributes(_ vm: VM) {
    define(vm, "getattr", "object, name, default=None, /") { (vm, a) throws(Raised) in
      let name = try vm.attributeName(a[1])
      guard let fallback = a.optional(2) else { return try vm.getAttribute(a[0], name) }
      return try vm.findAttribute(a[0], name) ?? fallback.retained()
    }
    define(vm, "hasattr", "obj, name, /") { (vm, a) throws(Raised) in
      guard let value = try vm.findAttribute(a[0], vm.attributeName(a[1])) else { return .bool(false) }
      value.release()
      return .bool(true)
    }
    define(vm, "setattr", "obj, name, value, /") { (vm, a) throws(Raised) in
      try vm.setAttribute(a[0], vm.attributeName(a[1]), a[2])
      return .none
    }
    define(vm, "delattr", "obj, name, /") { (vm, a) throws(Raised) in
      try vm.deleteAttribute(a[0], vm.attributeName(a[1]))
      return .none
    }
    define(vm, "globals", "") { (vm, _) throws(Raised) in vm.currentGlobals.retainedValue }
    define(vm, "locals", "") { (vm, _) throws(Raised) in vm.currentLocals() }
    define(vm, "vars", "object=None, /") { (vm, a) throws(Raised) in
      guard let object = a.optional(0) else { return vm.currentLocals() }
      guard let dict = try vm.findAttribute(object, vm.heap.intern("__dict__")) else {
        throw vm.raise(.typeError, "vars() argument must have __dict__ attribute")
      }
      return dict
    }
    define(vm, "dir", "object=None, /") { (vm, a) throws(Raised) in
      let names: Value
      if let object = a.optional(0) {
        names = try vm.callSpecial(.dir, object) ?? vm.list(vm.attributeNames(object))
      } else {
        let locals = vm.currentLocals()
        defer { locals.release() }
        names = vm.list(try vm.array(locals))
      }
      defer { names.release() }
      let list = ListObject.make(try vm.ownedItems(names), type: vm.heap.types.list)
      do throws(Raised) {
        try vm.sort(list, key: nil, isReversed: false)
      } catch {
        Value(list).release()
        throw error
      }
      return Value(list)
    }
  }
}

extension VM {
  /// The namespace of the code that is running.
  var currentGlobals: DictObject {
    let count = Int(state.pointee.frameCount)
    return count > 0 ? frames[count - 1].globals.takeUnretainedValue() : globals
  }

  /// The variables of the code that is running: its globals at the top level, a copy in a function. Owned.
  func currentLocals() -> Value {
    let count = Int(state.pointee.frameCount)
    guard count > 0 else { return globals.retainedValue }
    let frame = frames[count - 1]
    let code = frame.code.takeUnretainedValue()
    let position = frame.pc - code.instructionPointer - 1
    if let comprehension = code.comprehensions.first(where: { $0.instructions.contains(position) }) {
      return Value(variables(code, frame.registers, of: comprehension))
    }
    if let namespace = frame.namespace { return Value(namespace.takeUnretainedValue()).retained() }
    if code.isModule { return frame.globals.takeUnretainedValue().retainedValue }
    let dict = keptLocals(code, frame.registers)
    let others = Set(code.comprehensions.flatMap(\.variables))
    let isShared = { (register: Int) in
      register >= code.parameterCount && frame.registers[register].cast(.cell, to: CellObject.self) != nil
    }
    let names = code.localNames.indices.filter { !others.contains($0) }
    // Those that inner functions use come after the others.
    for register in names.filter({ !isShared($0) }) + names.filter(isShared) {
      let name = code.localNames[register]
      if name.string == CodeObject.namespaceVariable { continue }
      let value = frame.registers[register].content
      if value.isUnbound { _ = dict.remove(interned: name) } else { dict.set(interned: name, value.retained()) }
    }
    return Value(dict)
  }

  private func variables(
    _ code: CodeObject, _ registers: UnsafeMutablePointer<Value>, of comprehension: CodeObject.Comprehension
  ) -> DictObject {
    let dict = DictObject.make(heap: heap)
    for register in comprehension.variables + comprehension.borrowed {
      let value = registers[register].content
      if !value.isUnbound { dict.set(interned: code.localNames[register], value.retained()) }
    }
    return dict
  }

  /// One dictionary serves all calls of `locals()` in a call of a function: what `exec` added to it stays. Owned.
  private func keptLocals(_ code: CodeObject, _ registers: UnsafeMutablePointer<Value>) -> DictObject {
    let place = code.localNames.lastIndex { $0.string == CodeObject.namespaceVariable }
    if let place, let known = registers[place].asDict {
      known.refCount &+= 1
      return known
    }
    let dict = DictObject.make(heap: heap)
    if let place { registers.set(UInt16(place), dict.retainedValue) }
    return dict
  }
}

extension Value {
  /// What a variable holds, whether it is captured or not; borrowed.
  fileprivate var content: Value { cast(.cell, to: CellObject.self)?.value ?? self }
}
