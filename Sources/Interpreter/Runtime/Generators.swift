// Generators: frames that leave the stack with their registers and come back.

extension VM {
  /// Puts a generator's frame on the stack.
  private func enterGenerator(
    _ reference: Unmanaged<GeneratorObject>, mode: Frame.Mode, result: UInt16, sending value: Value
  ) throws(Raised) {
    let code = reference._withUnsafeGuaranteedRef { $0.codeReference }
    let registers = state.pointee.top
    let count = state.pointee.frameCount
    let top = registers + code._withUnsafeGuaranteedRef { $0.registerCount }
    if count >= limits.recursion || UInt(bitPattern: top + 300) > UInt(bitPattern: stackEnd) {
      throw raise(.recursionError, "maximum recursion depth exceeded")
    }
    state.pointee.ticks &-= 1
    if state.pointee.ticks < 0 { try lookAtLimits() }
    let saved = reference._withUnsafeGuaranteedRef { $0.saved }
    for index in 0..<reference._withUnsafeGuaranteedRef({ $0.savedCount }) { registers[index] = saved[index] }
    let pc = reference._withUnsafeGuaranteedRef { $0.pc }
    if reference._withUnsafeGuaranteedRef({ $0.state == .suspended }) {
      // The `yield` it stopped at receives what is sent.
      let yield = (pc - 1).pointee
      if yield.x != 2 { registers.set(yield.a, value.retained()) }
    }
    let outer = handled
    let inner = reference._withUnsafeGuaranteedRef { generator in
      generator.state = .running
      generator.refCount &+= 1
      let inner = generator.handled
      generator.handled = .unbound
      return inner
    }
    handled = inner.isUnbound ? outer.retained() : inner
    let frame = frames + count
    frame.pointee.code = code
    frame.pointee.globals = reference._withUnsafeGuaranteedRef { $0.globalsReference }
    frame.pointee.pc = pc
    frame.pointee.registers = registers
    frame.pointee.mode = mode
    frame.pointee.resultRegister = result
    frame.pointee.generator = reference
    frame.pointee.callee = nil
    frame.pointee.outerTop = registers
    frame.pointee.outerHandled = outer
    state.pointee.frameCount = count &+ 1
    state.pointee.top = top
  }

  /// `yield`: the frame goes back to its generator, of its registers the first `count`, and the value to whoever resumed it.
  func suspend(
    _ frame: UnsafeMutablePointer<Frame>, _ value: Value, _ pc: UnsafeMutablePointer<Instruction>, _ count: Int
  ) -> (isEntry: Bool, value: Value) {
    guard let reference = frame.pointee.generator else { return (true, value) }
    let current = handled
    let outer = frame.pointee.outerHandled
    // An exception being handled inside stays with the generator.
    let isOuter = current.isUnbound && outer.isUnbound || current.isIdentical(to: outer)
    reference._withUnsafeGuaranteedRef { generator in
      generator.save(frame.pointee.registers, count: count)
      generator.pc = pc
      generator.state = .suspended
      if !isOuter { generator.handled = current }
    }
    if isOuter { current.release() }
    handled = outer
    frame.pointee.generator = nil
    popFrame()
    reference.value.release()
    if frame.pointee.mode != .entry {
      (frame - 1).pointee.registers.set(frame.pointee.resultRegister, value)
      return (false, .unbound)
    }
    return (true, value)
  }

  /// A generator's frame has ended, by return or exception.
  func finishGenerator(_ generator: Unmanaged<GeneratorObject>, outerHandled: Value) {
    generator._withUnsafeGuaranteedRef {
      $0.state = .finished
      $0.care.remove(.unfinished)
    }
    handled.release()
    handled = outerHandled
    Value(generator).release()
  }

  /// `for` over a generator: enters its frame, or says that it has ended.
  func resumeForLoop(_ object: Unmanaged<Object>, result: UInt16) throws(Raised) -> Bool {
    let reference = unsafeBitCast(object, to: Unmanaged<GeneratorObject>.self)
    switch reference._withUnsafeGuaranteedRef({ $0.state }) {
    case .finished: return false
    case .running: throw raise(.valueError, "generator already executing")
    case .created, .suspended:
      try enterGenerator(reference, mode: .iteration, result: result, sending: .none)
      return true
    }
  }

  /// False if it has ended.
  @inline(__always)
  private func canGoOn(_ generator: Unmanaged<GeneratorObject>) throws(Raised) -> Bool {
    switch generator._withUnsafeGuaranteedRef({ $0.state }) {
    case .finished: return false
    case .running: throw raise(.valueError, "generator already executing")
    case .created, .suspended: return true
    }
  }

  /// Runs a generator to its next `yield`; nil when it returns, and then `generatorResult` is its value.
  func resume(_ generator: Unmanaged<GeneratorObject>, sending value: Value) throws(Raised) -> Value? {
    guard try canGoOn(generator) else { return nil }
    if !value.isNone, generator._withUnsafeGuaranteedRef({ $0.state == .created }) {
      throw raise(.typeError, "can't send non-None value to a just-started generator")
    }
    try enter()
    defer { leave() }
    try enterGenerator(generator, mode: .entry, result: 0, sending: value)
    return try finishResumption(generator)
  }

  /// Runs a generator as long as `sink` takes what it yields. The first value that it does not take; nil at the end.
  func drain(_ generator: Unmanaged<GeneratorObject>, to sink: Sink) throws(Raised) -> Value? {
    guard try canGoOn(generator) else { return nil }
    try enter()
    defer { leave() }
    try enterGenerator(generator, mode: .entry, result: 0, sending: .none)
    let outer = (frame: state.pointee.drainedFrame, sink: self.sink)
    state.pointee.drainedFrame = state.pointee.frameCount
    self.sink = .passUnretained(sink)
    defer {
      state.pointee.drainedFrame = outer.frame
      self.sink = outer.sink
    }
    return try finishResumption(generator)
  }

  /// What the generator that is drained yields: true if the sink takes it, and the generator goes on.
  @inline(never)
  func drain(
    _ value: Value, _ yield: Instruction, _ frame: UnsafeMutablePointer<Frame>,
    _ pc: UnsafeMutablePointer<Instruction>
  ) throws(Raised) -> Bool {
    if !sink._withUnsafeGuaranteedRef({ $0.take(value) }) { return false }
    if yield.x != 2 { frame.pointee.registers.set(yield.a, .none) }
    state.pointee.ticks &-= 1
    if state.pointee.ticks < 0 {
      frame.pointee.pc = pc
      try lookAtLimits()
    }
    return true
  }

  /// Throws the exception (owned) in at the point where the generator stands.
  func resume(
    _ generator: GeneratorObject, throwing exception: Unmanaged<ExceptionObject>
  ) throws(Raised) -> Value? {
    switch generator.state {
    case .running: throw raise(.valueError, "generator already executing")
    case .finished: throw raise(exception)
    case .created:
      generator.breakCycle()
      throw raise(exception)
    case .suspended: break
    }
    try enter()
    defer { leave() }
    // A generator that delegates passes it on first.
    if let inner = delegated(generator) {
      defer { inner.release() }
      if let value = try throwInto(inner, exception, generator) { return value }
      return try finishResumption(.passUnretained(generator))
    }
    try enterGenerator(Unmanaged.passUnretained(generator), mode: .entry, result: 0, sending: .none)
    _ = raise(exception)
    return try finishResumption(.passUnretained(generator), isRaising: true)
  }

  private func finishResumption(
    _ generator: Unmanaged<GeneratorObject>, isRaising: Bool = false
  ) throws(Raised) -> Value? {
    if isRaising, !unwind(to: state.pointee.frameCount) { throw Raised() }
    let frame = frames + (state.pointee.frameCount - 1)
    let value = try run()
    if generator._withUnsafeGuaranteedRef({ $0.state == .suspended }) { return value }
    finishGenerator(generator, outerHandled: frame.pointee.outerHandled)
    generatorResult.release()
    generatorResult = value
    return nil
  }

  /// What leaves a generator instead of the raised `StopIteration`, which would look like its end.
  func wrapStopIteration() {
    let inner = takeRaised()
    _ = raise(.runtimeError, "generator raised StopIteration")
    if let error = raised.asException {
      let outer = error.context
      error.context = inner.retained()
      outer.release()
      error.cause = inner
    }
  }

  // MARK: yield from

  /// `yield from` a generator that can go on: enters its frame.
  func delegateToGenerator(_ i: Instruction, _ regs: UnsafeMutablePointer<Value>) throws(Raised) -> Bool {
    guard let reference = regs[Int(i.a)].reference(.generator, to: GeneratorObject.self) else { return false }
    let sent = regs[Int(i.b)]
    switch reference._withUnsafeGuaranteedRef({ $0.state }) {
    case .created where sent.isNone: break
    case .suspended: break
    default: return false
    }
    try enterGenerator(reference, mode: .delegation, result: i.c, sending: sent)
    regs.set(i.b, .unbound)
    return true
  }

  /// `R[c] := the next of R[a], sent R[b]`; false when it has ended, and then R[c] is its return value.
  func delegate(_ i: Instruction, _ regs: UnsafeMutablePointer<Value>) throws(Raised) -> Bool {
    let iterator = regs[Int(i.a)]
    let sent = regs[Int(i.b)]
    if let generator = iterator.reference(.generator, to: GeneratorObject.self) {
      if let value = try resume(generator, sending: sent) {
        regs.set(i.c, value)
        regs.set(i.b, .unbound)
        return true
      }
      regs.set(i.b, .unbound)
      regs.set(i.c, generatorResult.isUnbound ? .none : generatorResult.retained())
      return false
    }
    if !sent.isNone && !sent.isUnbound {
      do throws(Raised) {
        let value = try callMethod(iterator, "send", sent)
        regs.set(i.c, value)
        regs.set(i.b, .unbound)
        return true
      } catch {
        guard isInstance(raised, heap.types[.stopIteration]), stopReason == nil else { throw error }
        return endDelegation(i, regs)
      }
    }
    if iterator.object?.isIterator == true {
      if let value = try next(iterator) {
        regs.set(i.c, value)
        regs.set(i.b, .unbound)
        return true
      }
      regs.set(i.c, .none)
      regs.set(i.b, .unbound)
      return false
    }
    do throws(Raised) {
      guard let value = try callSpecial(.next, iterator) else {
        throw raise(.typeError, "'\(typeName(iterator))' object is not an iterator")
      }
      regs.set(i.c, value)
      regs.set(i.b, .unbound)
      return true
    } catch {
      guard isInstance(raised, heap.types[.stopIteration]), stopReason == nil else { throw error }
      return endDelegation(i, regs)
    }
  }

  /// The value of the `StopIteration` on its way becomes the result.
  private func endDelegation(_ i: Instruction, _ regs: UnsafeMutablePointer<Value>) -> Bool {
    let stop = takeRaised()
    defer { stop.release() }
    let arguments = stop.asException?.arguments
    regs.set(i.c, arguments.flatMap { $0.count > 0 ? $0.items[0].retained() : nil } ?? .none)
    regs.set(i.b, .unbound)
    return false
  }

  /// The iterator that a suspended generator delegates to, retained.
  func delegated(_ generator: GeneratorObject) -> Value? {
    let yielded = generator.pc - 1
    guard yielded.pointee.op == .yield, yielded.pointee.x == 1 else { return nil }
    let delegate = (generator.pc - 3).pointee
    guard delegate.op == .delegate else { return nil }
    return generator.saved[Int(delegate.a)].retained()
  }

  /// Passes an exception (owned) to the iterator that `generator` delegates to. A value means that it yielded again;
  /// nil that the outer generator was entered, with the result or the exception where the delegation stands.
  private func throwInto(
    _ inner: Value, _ exception: Unmanaged<ExceptionObject>, _ generator: GeneratorObject
  ) throws(Raised) -> Value? {
    let delegate = (generator.pc - 3).pointee
    do throws(Raised) {
      var result: Value = .none
      let value = try throwInside(inner, exception, generator, &result)
      if let value { return value }
      // The inner one returned: go on after the delegation with its result.
      try enterGenerator(Unmanaged.passUnretained(generator), mode: .entry, result: 0, sending: .none)
      let frame = frames + (state.pointee.frameCount - 1)
      frame.pointee.registers.set(delegate.c, result)
      let code = generator.code.instructionPointer
      frame.pointee.pc = code + (generator.pc - 2).pointee.k
      return nil
    } catch {
      if stopReason != nil { throw error }
      let raisedInside = takeRaised()
      try enterGenerator(Unmanaged.passUnretained(generator), mode: .entry, result: 0, sending: .none)
      raised = raisedInside
      if !unwind(to: state.pointee.frameCount) { throw Raised() }
      return nil
    }
  }

  /// Passes the exception to the inner iterator. Meanwhile the outer generator counts as running: what runs inside must
  /// not resume or close it. The value yielded, or nil and the `result`, both owned.
  private func throwInside(
    _ inner: Value, _ exception: Unmanaged<ExceptionObject>, _ generator: GeneratorObject, _ result: inout Value
  ) throws(Raised) -> Value? {
    generator.state = .running
    defer { generator.state = .suspended }
    if isInstance(Value(exception), heap.types[.generatorExit]) {
      if let inner = inner.cast(.generator, to: GeneratorObject.self) {
        try closeGenerator(inner)
      } else if let method = try findAttribute(inner, heap.intern("close")) {
        defer { method.release() }
        try call(method).release()
      }
      throw raise(exception)
    }
    if let inner = inner.cast(.generator, to: GeneratorObject.self) {
      if let value = try resume(inner, throwing: exception) { return value }
      result = generatorResult.isUnbound ? .none : generatorResult.retained()
      return nil
    }
    guard let method = try findAttribute(inner, heap.intern("throw")) else { throw raise(exception) }
    defer { method.release() }
    let arguments = thrownArguments
    thrownArguments = []
    let value = try call(
      method, arguments: arguments.isEmpty ? [Value(exception).retained()] : arguments.map { $0.retained() })
    Value(exception).release()
    return value
  }

  /// `generator.close()`.
  func closeGenerator(_ generator: GeneratorObject) throws(Raised) {
    switch generator.state {
    case .finished: return
    case .created:
      generator.breakCycle()
      return
    case .running: throw raise(.valueError, "generator already executing")
    case .suspended: break
    }
    let exit = ExceptionObject.make(
      type: heap.types[.generatorExit], arguments: TupleObject.makeReference(count: 0, heap: heap))
    do throws(Raised) {
      if let value = try resume(generator, throwing: exit) {
        value.release()
        throw raise(.runtimeError, "generator ignored GeneratorExit")
      }
    } catch {
      if stopReason == nil,
        isInstance(raised, heap.types[.generatorExit]) || isInstance(raised, heap.types[.stopIteration])
      {
        takeRaised().release()
        return
      }
      throw error
    }
  }
}

extension Unmanaged<GeneratorObject> {
  /// Borrowed.
  @inline(__always)
  fileprivate var value: Value { .object(unsafeBitCast(self, to: Unmanaged<Object>.self)) }
}
