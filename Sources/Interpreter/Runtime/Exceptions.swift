import PythonSyntax

// Raising, catching and unwinding. A Swift `Raised` says only that `VM.raised` holds an exception.

extension VM {
  package func raise(_ type: ExceptionType, _ message: String) -> Raised {
    let error = raise(heap.types[type], str(message))
    if type == .importError || type == .moduleNotFoundError || type == .syntaxError {
      raised.asException?.setOwnAttribute(heap.intern("msg"), str(message))
    }
    return error
  }

  /// Takes over the count of the only argument.
  private func raise(_ type: TypeObject, _ argument: Value) -> Raised {
    let arguments = TupleObject.makeReference(count: 1, heap: heap)
    arguments._withUnsafeGuaranteedRef { $0.items[0] = argument }
    return raise(ExceptionObject.make(type: type, arguments: arguments))
  }

  /// Takes over the counts of `arguments`.
  package func raise(_ type: TypeObject, _ arguments: [Value]) -> Raised {
    raise(ExceptionObject.make(type: type, arguments: .passUnretained(.make(arguments, type: heap.types.tuple))))
  }

  /// Takes over the caller's count of `exception`.
  func raise(_ exception: Unmanaged<ExceptionObject>) -> Raised {
    let old = raised
    raised = Value(exception)
    old.release()
    if let current = handled.reference(.exception, to: ExceptionObject.self),
      current.toOpaque() != exception.toOpaque()
    {
      setContext(exception.takeUnretainedValue(), current.takeUnretainedValue())
    }
    return Raised()
  }

  /// What is being handled becomes the context of what is raised, and no chain a ring.
  private func setContext(_ exception: ExceptionObject, _ current: ExceptionObject) {
    var link = current
    var steps = 0
    while let next = link.context.asException, steps < 10_000 {
      if next === exception {
        let old = link.context
        link.context = .unbound
        old.release()
        break
      }
      link = next
      steps += 1
    }
    let old = exception.context
    exception.context = current.retainedValue
    old.release()
  }

  package func raiseKeyError(_ key: Value) -> Raised { raise(heap.types[.keyError], key.retained()) }

  package func raiseStopIteration(_ value: Value = .none) -> Raised {
    let error = raise(heap.types[.stopIteration], value.isNone ? [] : [value.retained()])
    raised.asException?.setOwnAttribute(heap.intern("value"), value.retained())
    return error
  }

  /// A method called on something that is not of its type.
  package func raiseReceiver(_ method: String, _ type: String, _ value: Value) -> Raised {
    if method.hasPrefix("__"), let owner = builtins.get(type)?.asType,
      let native = owner.namespace.get(method)?.cast(.native, to: NativeFunctionObject.self), native.isSlotWrapper
    {
      return raise(
        .typeError, "descriptor '\(method)' requires a '\(type)' object but received a '\(typeName(value))'")
    }
    return raise(
      .typeError, "descriptor '\(method)' for '\(type)' objects doesn't apply to a '\(typeName(value))' object")
  }

  /// After a `Raised` was caught: true, and the exception is dropped, if it is of this type.
  package func catches(_ type: ExceptionType) -> Bool {
    guard stopReason == nil, isInstance(raised, heap.types[type]) else { return false }
    takeRaised().release()
    return true
  }

  /// The exception on its way, owned by the caller.
  package func takeRaised() -> Value {
    let value = raised
    raised = .unbound
    return value
  }

  // MARK: Unwinding

  /// Looks for a handler of the raised exception from the top frame down to the frame of `entry`, and goes to it.
  /// False if there is none: then that frame is gone too.
  func unwind(to entry: Int) -> Bool {
    while state.pointee.frameCount >= entry {
      let frame = frames + (state.pointee.frameCount - 1)
      let code = frame.pointee.code
      let start = code._withUnsafeGuaranteedRef { $0.instructionPointer }
      let position = frame.pointee.pc - start - 1
      if case .object(let reference) = raised, position >= 0, !start[position].isReraise {
        reference._withUnsafeGuaranteedRef { unsafeDowncast($0, to: ExceptionObject.self).addStep(code, position) }
      }
      if stopReason == nil, let handler = code._withUnsafeGuaranteedRef({ $0.handler(at: position) }) {
        let registers = frame.pointee.registers
        let count = code._withUnsafeGuaranteedRef { $0.registerCount }
        for index in handler.pointee.depth..<count { registers.drop(index) }
        registers[handler.pointee.register] = takeRaised()
        frame.pointee.pc = start + handler.pointee.target
        state.pointee.top = registers + count
        return true
      }
      abandon(frame)
    }
    return false
  }

  /// Ends the top frame without a result.
  private func abandon(_ frame: UnsafeMutablePointer<Frame>) {
    let ended = frame.pointee
    frame.pointee.namespace = nil
    frame.pointee.instance = .unbound
    frame.pointee.generator = nil
    let count = ended.code._withUnsafeGuaranteedRef { $0.registerCount }
    for index in 0..<count { ended.registers.drop(index) }
    ended.instance.release()
    if let generator = ended.generator {
      if stopReason == nil, isInstance(raised, heap.types[.stopIteration]) { wrapStopIteration() }
      finishGenerator(generator, outerHandled: ended.outerHandled)
    }
    popFrame()
    // A Swift caller clears its window itself.
    if ended.mode != .entry { ended.callee?.drop(0) }
  }

  // MARK: Statements

  func raiseStatement(_ i: Instruction, _ regs: UnsafeMutablePointer<Value>) throws(Raised) -> Raised {
    if i.x == 0 {
      guard handled.asException != nil else {
        return raise(.runtimeError, "No active exception to reraise")
      }
      let old = raised
      raised = handled.retained()
      old.release()
      return Raised()
    }
    let value = regs[Int(i.a)]
    let exception = try exceptionInstance(value, "exceptions must derive from BaseException")
    if i.x == 2 {
      do throws(Raised) {
        try setCause(exception.takeUnretainedValue(), regs[Int(i.a) + 1])
      } catch {
        Value(exception).release()
        throw error
      }
    }
    regs.drop(Int(i.a))
    regs.drop(Int(i.a) + 1)
    return raise(exception)
  }

  private func setCause(_ exception: ExceptionObject, _ cause: Value) throws(Raised) {
    let old = exception.cause
    if cause.isNone {
      exception.cause = .unbound
    } else {
      exception.cause = Value(try exceptionInstance(cause, "exception causes must derive from BaseException"))
    }
    exception.suppressesContext = true
    old.release()
  }

  /// An exception, or one made of an exception class. Owned.
  func exceptionInstance(_ value: Value, _ message: String) throws(Raised) -> Unmanaged<ExceptionObject> {
    if let exception = value.reference(.exception, to: ExceptionObject.self) {
      _ = value.retained()
      return exception
    }
    if let type = exceptionClass(value) {
      let bare = type._withUnsafeGuaranteedRef { instantiateException($0, state.pointee.top, 0) }
      if let exception = bare?.reference(.exception, to: ExceptionObject.self) { return exception }
      let made = try call(value)
      if let exception = made.reference(.exception, to: ExceptionObject.self) { return exception }
      defer { made.release() }
      throw raise(
        .typeError,
        "calling \(try repr(value)) should have returned an instance of BaseException, not \(try repr(Value(heap.types.of(made))))"
      )
    }
    throw raise(.typeError, message)
  }

  func exceptionMatches(_ i: Instruction, _ regs: UnsafeMutablePointer<Value>) throws(Raised) {
    let matches = try matches(regs[Int(i.b)], regs[Int(i.c)])
    regs.drop(Int(i.c))
    regs.set(i.a, .bool(matches))
  }

  private func matches(_ exception: Value, _ type: Value) throws(Raised) -> Bool {
    if let tuple = type.reference(.tuple, to: TupleObject.self) {
      var found = false
      for index in 0..<tuple._withUnsafeGuaranteedRef({ $0.count })
      where try matchesClass(exception, tuple._withUnsafeGuaranteedRef { $0.items[index] }) { found = true }
      return found
    }
    return try matchesClass(exception, type)
  }

  private func matchesClass(_ exception: Value, _ type: Value) throws(Raised) -> Bool {
    guard let known = exceptionClass(type) else {
      throw raise(.typeError, "catching classes that do not inherit from BaseException is not allowed")
    }
    return known._withUnsafeGuaranteedRef { isInstance(exception, $0) }
  }

  /// The class, if the value is one that derives from `BaseException`.
  private func exceptionClass(_ value: Value) -> Unmanaged<TypeObject>? {
    guard let type = value.reference(.type, to: TypeObject.self),
      type._withUnsafeGuaranteedRef({ $0.isSubtype(of: heap.types[.baseException]) })
    else { return nil }
    return type
  }

  // MARK: with

  func enterWith(_ i: Instruction, _ regs: UnsafeMutablePointer<Value>, _ code: CodePointers) throws(Raised) {
    let manager = regs[Int(i.b)]
    if manager.isUnbound { throw raiseUnbound(code, Int(i.b)) }
    let type = heap.types.of(manager)
    let enter = type[.enter]
    let exit = type[.exit]
    if enter.isUnbound || exit.isUnbound {
      let missed = enter.isUnbound ? "" : " (missed __exit__ method)"
      throw raise(
        .typeError, "'\(type.name)' object does not support the context manager protocol\(missed)")
    }
    let method = try bindDescriptor(exit, manager, type)
    do throws(Raised) {
      let entered = try callMethod(enter, on: manager)
      regs.set(i.a, method)
      regs.set(i.a &+ 1, .unbound)
      regs.set(i.c, entered)
      regs.use(i.b, code.localCount)
    } catch {
      method.release()
      throw error
    }
  }

  func exitWith(_ i: Instruction, _ regs: UnsafeMutablePointer<Value>) throws(Raised) {
    let method = regs[Int(i.a)]
    let exception = regs[Int(i.b)]
    regs[Int(i.a)] = .unbound
    regs[Int(i.b)] = .unbound
    defer {
      method.release()
      exception.release()
    }
    let result: Value
    if let object = exception.asException {
      let traceback = object.tracebackObject()
      defer { traceback.release() }
      result = try call(method, Value(object.type), exception, traceback)
    } else {
      result = try call(method, .none, .none, .none)
    }
    defer { result.release() }
    regs.set(i.c, .bool(try isTrue(result)))
  }
}
