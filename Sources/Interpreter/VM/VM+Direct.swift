// Calls from Swift with a few arguments: straight into the body of a Swift function, or into a frame, without arrays.

extension VM {
  /// Calls with up to three borrowed arguments; `function` is not bound to anything.
  @inline(__always)
  func callDirect(
    _ function: Value, _ count: Int, _ a: Value = .unbound, _ b: Value = .unbound, _ c: Value = .unbound
  ) throws(Raised) -> Value {
    if function.kind == .native {
      let native = function.nativeReference
      let total = native._withUnsafeGuaranteedRef { $0.argumentCount(whenGiven: count) }
      if total >= 0 { return try callNativeDirect(native, total, a, b, c) }
    } else if function.kind == .function {
      return try callFunctionDirect(function, count, a, b, c)
    } else if function.kind == .type, count < 3, let new = function.directConstructor {
      let total = new._withUnsafeGuaranteedRef { $0.argumentCount(whenGiven: count + 1) }
      if total >= 0 { return try callNativeDirect(new, total, function, a, b) }
    }
    return try callIndirect(function, count, a, b, c)
  }

  private func callNativeDirect(
    _ native: Unmanaged<NativeFunctionObject>, _ total: Int, _ a: Value, _ b: Value, _ c: Value
  ) throws(Raised) -> Value {
    let window = state.pointee.top
    let size = max(total, 3)
    if window + size + 320 > stackEnd { throw raise(.recursionError, "maximum recursion depth exceeded") }
    try enter()
    window[0] = a
    window[1] = b
    window[2] = c
    for index in 3..<size { window[index] = .unbound }
    state.pointee.top = window + size
    defer {
      // The arguments were borrowed: whoever uses the stack next must not release them.
      for index in 0..<size { window[index] = .unbound }
      state.pointee.top = window
      leave()
    }
    return try native.borrowed { (native) throws(Raised) in
      try native.invoke(self, Arguments(base: window, count: total))
    }
  }

  private func callFunctionDirect(
    _ function: Value, _ count: Int, _ a: Value, _ b: Value, _ c: Value
  ) throws(Raised) -> Value {
    let window = state.pointee.top
    if window + 320 > stackEnd { throw raise(.recursionError, "maximum recursion depth exceeded") }
    try enter()
    defer { leave() }
    window[0] = function.retained()
    if count > 0 { window[1] = a.retained() }
    if count > 1 { window[2] = b.retained() }
    if count > 2 { window[3] = c.retained() }
    state.pointee.top = window + 1 + count
    defer { state.pointee.top = window }
    do throws(Raised) {
      let reference = function.functionReference
      try bind(reference, window + 1, count, nil)
      try push(reference, window + 1, mode: .entry, result: 0, callee: nil)
      let value = try run()
      window.drop(0)
      return value
    } catch {
      for index in 0...count { window.drop(index) }
      throw error
    }
  }

  @inline(never)
  private func callIndirect(
    _ function: Value, _ count: Int, _ a: Value, _ b: Value, _ c: Value
  ) throws(Raised) -> Value {
    if let bound = function.cast(.boundMethod, to: BoundMethodObject.self), count < 3 {
      let held = function.retained()
      defer { held.release() }
      return try callDirect(bound.function, count + 1, bound.receiver, a, b)
    }
    if count < 3, function.kind != .type, function.kind != .native {
      let special = heap.types.special(.call, of: function)
      if special.bindsAsMethod { return try callDirect(special, count + 1, function, a, b) }
    }
    return try call(function, arguments: Array([a, b, c].prefix(count)))
  }

  package func call(_ callee: Value) throws(Raised) -> Value { try callDirect(callee, 0) }

  package func call(_ callee: Value, _ a: Value) throws(Raised) -> Value { try callDirect(callee, 1, a) }

  package func call(_ callee: Value, _ a: Value, _ b: Value) throws(Raised) -> Value {
    try callDirect(callee, 2, a, b)
  }

  // MARK: Methods found on types

  /// Calls a function found on a type, with its receiver.
  package func callMethod(_ function: Value, on receiver: Value) throws(Raised) -> Value {
    try callMethod(function, 0, receiver)
  }

  package func callMethod(_ function: Value, on receiver: Value, _ a: Value) throws(Raised) -> Value {
    try callMethod(function, 1, receiver, a)
  }

  package func callMethod(_ function: Value, on receiver: Value, _ a: Value, _ b: Value) throws(Raised) -> Value {
    try callMethod(function, 2, receiver, a, b)
  }

  @inline(__always)
  private func callMethod(
    _ function: Value, _ count: Int, _ receiver: Value, _ a: Value = .unbound, _ b: Value = .unbound
  ) throws(Raised) -> Value {
    if function.kind == .native || function.kind == .function {
      return try callDirect(function, count + 1, receiver, a, b)
    }
    let bound = try bindDescriptor(function, receiver, heap.types.of(receiver))
    defer { bound.release() }
    return try callDirect(bound, count, a, b)
  }

  /// The special method's result; nil if the type has none.
  package func callSpecial(_ method: SpecialMethod, _ object: Value) throws(Raised) -> Value? {
    let function = heap.types.special(method, of: object)
    return function.isUnbound ? nil : try callMethod(function, 0, object)
  }

  package func callSpecial(_ method: SpecialMethod, _ object: Value, _ a: Value) throws(Raised) -> Value? {
    let function = heap.types.special(method, of: object)
    return function.isUnbound ? nil : try callMethod(function, 1, object, a)
  }

  package func callSpecial(
    _ method: SpecialMethod, _ object: Value, _ a: Value, _ b: Value
  ) throws(Raised) -> Value? {
    let function = heap.types.special(method, of: object)
    return function.isUnbound ? nil : try callMethod(function, 2, object, a, b)
  }
}
