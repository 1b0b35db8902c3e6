// Calls. A window on the stack is [callee][self or unbound][arguments…], owned by the caller's registers.

extension VM {
  /// Calls what the window holds. True if a frame was entered (it runs next and its result goes to register
  /// `result`); false if the call is done and the result stored.
  func call(
    window: UnsafeMutablePointer<Value>, count: Int, keywords: Value?, result: UInt16,
    caller: UnsafeMutablePointer<Value>
  ) throws(Raised) -> Bool {
    var callee = window[0]
    if callee.kind == .boundMethod, window[1].isUnbound {
      unwrapMethod(window)
      callee = window[0]
    }
    let hasReceiver = !window[1].isUnbound
    let arguments = hasReceiver ? window + 1 : window + 2
    let total = hasReceiver ? count + 1 : count
    switch callee.kind {
    case .function:
      let function = callee.functionReference
      try bind(function, arguments, total, keywords)
      try push(function, arguments, mode: .call, result: result, callee: window)
      return true
    case .native:
      let value = try callNative(callee.nativeReference, arguments, total, keywords)
      clear(window, arguments, total)
      caller.set(result, value)
      return false
    case .type:
      if keywords == nil, !hasReceiver, count == 1, callee.isIdentical(to: Value(heap.types.type)) {
        let type = heap.types.of(arguments[0]).retainedValue
        clear(window, arguments, total)
        caller.set(result, type)
        return false
      }
      if keywords == nil, !hasReceiver, let new = callee.directConstructor {
        // `__new__` takes the class as its first argument, and the slot for it is free.
        window[1] = callee.retained()
        let value = try callNative(new, window + 1, total + 1, nil)
        clear(window, arguments, total)
        caller.set(result, value)
        return false
      }
      let type = callee.typeReference
      if try instantiate(type, window, arguments, total, keywords, result: result) { return true }
      let made = type._withUnsafeGuaranteedRef {
        keywords == nil ? instantiateBare($0, total) ?? instantiateException($0, arguments, total) : nil
      }
      if let made {
        clear(window, arguments, total)
        caller.set(result, made)
        return false
      }
      fallthrough
    default:
      let special = heap.types.special(.call, of: callee)
      if !hasReceiver, callee.kind != .type, special.bindsAsMethod {
        // The object becomes the receiver of its `__call__`.
        window[1] = callee
        window[0] = special.retained()
        return try call(window: window, count: count, keywords: keywords, result: result, caller: caller)
      }
      let value = try callSlow(callee, arguments, total, keywords)
      clear(window, arguments, total)
      caller.set(result, value)
      return false
    }
  }

  /// Replaces a bound method in a window by its function and receiver.
  private func unwrapMethod(_ window: UnsafeMutablePointer<Value>) {
    let method = window[0]
    guard let bound = method.reference(.boundMethod, to: BoundMethodObject.self) else { return }
    bound._withUnsafeGuaranteedRef {
      window[0] = $0.function.retained()
      window[1] = $0.receiver.retained()
    }
    method.release()
  }

  @inline(__always)
  private func clear(_ window: UnsafeMutablePointer<Value>, _ arguments: UnsafeMutablePointer<Value>, _ count: Int) {
    window.drop(0)
    window.drop(1)
    for index in 0..<count { arguments.drop(index) }
  }

  /// Enters a frame whose arguments are bound in place.
  ///
  /// - Parameter isRunning: the loop goes on with the function's first instruction at once.
  @inline(__always)
  @discardableResult
  func push(
    _ function: Unmanaged<FunctionObject>, _ registers: UnsafeMutablePointer<Value>, mode: Frame.Mode,
    result: UInt16, callee: UnsafeMutablePointer<Value>?, instance: Value = .unbound, isRunning: Bool = false
  ) throws(Raised) -> UnsafeMutablePointer<Frame> {
    let code = function._withUnsafeGuaranteedRef { $0.codeReference }
    let parameterCount = code._withUnsafeGuaranteedRef { $0.parameterCount }
    let count = state.pointee.frameCount
    let top = registers + code._withUnsafeGuaranteedRef { $0.registerCount }
    state.pointee.ticks &-= 1
    if count >= limits.recursion || isBeyondStack(top) || state.pointee.ticks < 0 {
      try checkCall(registers, parameterCount, instance, isTooDeep: count >= limits.recursion || isBeyondStack(top))
    }
    let frame = frames + count
    frame.pointee.code = code
    frame.pointee.globals = function._withUnsafeGuaranteedRef { $0.globalsReference }
    if !isRunning { frame.pointee.pc = code._withUnsafeGuaranteedRef { $0.instructionPointer } }
    frame.pointee.registers = registers
    frame.pointee.mode = mode
    frame.pointee.resultRegister = result
    frame.pointee.callee = callee
    frame.pointee.outerTop = state.pointee.top
    if mode == .initializer { frame.pointee.instance = instance }
    state.pointee.frameCount = count &+ 1
    state.pointee.top = top
    let localCount = code._withUnsafeGuaranteedRef { $0.localCount }
    var index = parameterCount
    while index < localCount {
      registers[index] = .unbound
      index &+= 1
    }
    #if DEBUG
      // No instruction may count on what a temporary holds before it is set.
      for index in localCount..<code._withUnsafeGuaranteedRef({ $0.registerCount }) { registers[index] = .int(Int.min) }
    #endif
    let freeCount = code._withUnsafeGuaranteedRef { $0.freeRegisterCount }
    if freeCount > 0 {
      let cells = function._withUnsafeGuaranteedRef { $0.cells }
      let places = code._withUnsafeGuaranteedRef { $0.freeRegisterPointer }
      for index in 0..<freeCount { registers[Int(places[index])] = cells[index].retained() }
    }
    return frame
  }

  /// Whether there is no room above `top` for the arguments of the Swift functions that a frame calls.
  @inline(__always)
  private func isBeyondStack(_ top: UnsafeMutablePointer<Value>) -> Bool {
    UInt(bitPattern: top + 300) > UInt(bitPattern: stackEnd)
  }

  /// The slow side of entering a frame: too many of them, or time to look at the limits.
  @inline(never)
  private func checkCall(
    _ registers: UnsafeMutablePointer<Value>, _ count: Int, _ instance: Value, isTooDeep: Bool
  ) throws(Raised) {
    do throws(Raised) {
      if isTooDeep { throw raise(.recursionError, "maximum recursion depth exceeded") }
      try lookAtLimits()
    } catch {
      // Values that binding put beyond the caller's own registers would be forgotten.
      for index in 0..<count { registers.drop(index) }
      instance.release()
      throw error
    }
  }

  /// Ends a frame with an owned result; the registers from `count` on are clear. True if Swift code waits for it.
  @inline(__always)
  func leaveFrame(
    _ frame: UnsafeMutablePointer<Frame>, _ result: Value, _ count: Int
  ) throws(Raised) -> (isEntry: Bool, value: Value) {
    let registers = frame.pointee.registers
    if frame.pointee.mode == .call {
      leaveCall(frame, registers, result, count)
      return (false, .unbound)
    }
    dropRegisters(registers, count)
    return try leaveSpecialFrame(frame, result)
  }

  /// The same for a frame of the mode `call`, whose caller is the frame below.
  @inline(__always)
  func leaveCall(
    _ frame: UnsafeMutablePointer<Frame>, _ registers: UnsafeMutablePointer<Value>, _ result: Value, _ count: Int
  ) {
    dropRegisters(registers, count)
    state.pointee.frameCount &-= 1
    state.pointee.top = frame.pointee.outerTop
    frame.pointee.callee.unsafelyUnwrapped.drop(0)
    (frame - 1).pointee.registers.set(frame.pointee.resultRegister, result)
  }

  @inline(__always)
  private func dropRegisters(_ registers: UnsafeMutablePointer<Value>, _ count: Int) {
    var index = 0
    while index < count {
      if case .object = registers[index] { registers.drop(index) }
      index &+= 1
    }
  }

  @inline(__always)
  func popFrame() {
    state.pointee.frameCount &-= 1
    state.pointee.top = frames[state.pointee.frameCount].outerTop
  }

  @inline(never)
  private func leaveSpecialFrame(
    _ frame: UnsafeMutablePointer<Frame>, _ result: Value
  ) throws(Raised) -> (isEntry: Bool, value: Value) {
    let ended = frame.pointee
    frame.pointee.namespace = nil
    frame.pointee.instance = .unbound
    frame.pointee.generator = nil
    popFrame()
    switch ended.mode {
    case .call: return (false, result)
    case .entry: return (true, result)
    case .initializer:
      ended.callee?.drop(0)
      if !result.isNone {
        defer { result.release() }
        ended.instance.release()
        throw raise(.typeError, "__init__() should return None, not '\(typeName(result))'")
      }
      (frame - 1).pointee.registers.set(ended.resultRegister, ended.instance)
      return (false, .unbound)
    case .iteration, .delegation:
      // A generator that a `for` loop or `yield from` resumed has ended: that goes to its exit.
      if let generator = ended.generator {
        finishGenerator(generator, outerHandled: ended.outerHandled)
      }
      let caller = frame - 1
      if ended.mode == .delegation {
        caller.pointee.registers.set(ended.resultRegister, result)
      } else {
        result.release()
      }
      let code = caller.pointee.code._withUnsafeGuaranteedRef { $0.instructionPointer }
      caller.pointee.pc = code + caller.pointee.pc.pointee.k
      return (false, .unbound)
    }
  }

  // MARK: From Swift

  package func call(_ callee: Value, _ arguments: Value...) throws(Raised) -> Value {
    try call(callee, arguments: arguments)
  }

  /// Calls with borrowed arguments.
  package func call(
    _ callee: Value, arguments: [Value], keywords: [(name: StrObject, value: Value)] = []
  ) throws(Raised) -> Value {
    try call(callee, receiver: .unbound, arguments: arguments, keywords: keywords)
  }

  private func call(
    _ callee: Value, receiver: Value, arguments: [Value], keywords: [(name: StrObject, value: Value)]
  ) throws(Raised) -> Value {
    let window = state.pointee.top
    let total = arguments.count + keywords.count
    if window + total + 320 > stackEnd { throw raise(.recursionError, "maximum recursion depth exceeded") }
    try enter()
    defer { leave() }
    window[0] = callee.retained()
    window[1] = receiver.isUnbound ? .unbound : receiver.retained()
    for (index, value) in arguments.enumerated() { window[2 + index] = value.retained() }
    for (index, pair) in keywords.enumerated() { window[2 + arguments.count + index] = pair.value.retained() }
    let names = keywords.isEmpty ? nil : tuple(keywords.map { $0.name.retainedValue })
    defer { names?.release() }
    state.pointee.top = window + 2 + total
    defer { state.pointee.top = window }
    do throws(Raised) {
      return try callWindow(window, total, names)
    } catch {
      for index in 0..<(2 + total) { window.drop(index) }
      throw error
    }
  }

  /// Runs a call to its end; the window is cleared unless it throws.
  private func callWindow(
    _ window: UnsafeMutablePointer<Value>, _ count: Int, _ keywords: Value?
  ) throws(Raised) -> Value {
    if window[0].kind == .boundMethod, window[1].isUnbound { unwrapMethod(window) }
    let callee = window[0]
    let hasReceiver = !window[1].isUnbound
    let arguments = hasReceiver ? window + 1 : window + 2
    let total = hasReceiver ? count + 1 : count
    let value: Value
    switch callee.kind {
    case .function:
      let function = callee.functionReference
      try bind(function, arguments, total, keywords)
      try push(function, arguments, mode: .entry, result: 0, callee: nil)
      value = try run()
      window.drop(0)
      return value
    case .native: value = try callNative(callee.nativeReference, arguments, total, keywords)
    default: value = try callSlow(callee, arguments, total, keywords)
    }
    clear(window, arguments, total)
    return value
  }

  // MARK: Other callables

  /// Types, bound methods and objects with `__call__`; arguments are borrowed.
  private func callSlow(
    _ callee: Value, _ arguments: UnsafeMutablePointer<Value>, _ count: Int, _ keywords: Value?
  ) throws(Raised) -> Value {
    let names = keywords?.asTuple
    let positional = count - (names?.count ?? 0)
    let list = (0..<positional).map { arguments[$0] }
    var pairs: [(name: StrObject, value: Value)] = []
    if let names {
      for index in 0..<names.count {
        if let name = names.items[index].asStr { pairs.append((name, arguments[positional + index])) }
      }
    }
    // What is called from here must not write over these arguments.
    let top = state.pointee.top
    if arguments + count > top { state.pointee.top = arguments + count }
    defer { state.pointee.top = top }
    if let type = callee.asType { return try construct(type, list, pairs) }
    if let bound = callee.cast(.boundMethod, to: BoundMethodObject.self) {
      return try call(bound.function, receiver: bound.receiver, arguments: list, keywords: pairs)
    }
    if let wrapper = callee.cast(.staticMethod, to: WrapperObject.self) {
      return try call(wrapper.function, arguments: list, keywords: pairs)
    }
    let special = heap.types.special(.call, of: callee)
    if special.isUnbound { throw raise(.typeError, "'\(typeName(callee))' object is not callable") }
    if special.bindsAsMethod {
      return try call(special, receiver: callee, arguments: list, keywords: pairs)
    }
    let bound = try bindDescriptor(special, callee, heap.types.of(callee))
    defer { bound.release() }
    return try call(bound, arguments: list, keywords: pairs)
  }

  package func callMethod(_ object: Value, _ name: String, _ arguments: Value...) throws(Raised) -> Value {
    let method = try getAttribute(object, heap.intern(name))
    defer { method.release() }
    return try call(method, arguments: arguments)
  }
}

extension Value {
  /// The Swift function that calling a builtin type comes down to; nil if there is more to it. For a value whose kind
  /// is `type`.
  @inline(__always)
  var directConstructor: Unmanaged<NativeFunctionObject>? {
    typeReference._withUnsafeGuaranteedRef { $0.directNew }
  }

  /// The type of a value whose kind is `type`, uncounted.
  @inline(__always)
  var typeReference: Unmanaged<TypeObject> {
    guard case .object(let reference) = self else { return unsafeBitCast(0, to: Unmanaged<TypeObject>.self) }
    return unsafeBitCast(reference, to: Unmanaged<TypeObject>.self)
  }

  /// The function of a value whose kind is `function`, uncounted.
  @inline(__always)
  var functionReference: Unmanaged<FunctionObject> {
    guard case .object(let reference) = self else { return unsafeBitCast(0, to: Unmanaged<FunctionObject>.self) }
    return unsafeBitCast(reference, to: Unmanaged<FunctionObject>.self)
  }

  /// The function of a value whose kind is `native`, uncounted.
  @inline(__always)
  var nativeReference: Unmanaged<NativeFunctionObject> {
    guard case .object(let reference) = self else { return unsafeBitCast(0, to: Unmanaged<NativeFunctionObject>.self) }
    return unsafeBitCast(reference, to: Unmanaged<NativeFunctionObject>.self)
  }
}
