// What runs when an object goes: `__del__`, the rest of a generator, the callbacks of weak references.

extension VM {
  /// Lets an object that nothing refers to any more do what it has to.
  func finalize(_ object: Object) {
    if object.kind == .generator {
      let generator = unsafeDowncast(object, to: GeneratorObject.self)
      guard generator.state == .suspended else { return }
      reportingErrors(of: "<generator object \(generator.qualifiedName) at \(address(Value(object)))>") {
        () throws(Raised) in
        try self.closeGenerator(generator)
      }
      return
    }
    guard object.type.isUserDefined, !object.care.contains(.finalized), !object.type[.del].isUnbound else { return }
    object.care.insert(.finalized)
    let function = object.type[.del]
    reportingErrors(of: nil, function) { () throws(Raised) in
      try self.callSpecial(.del, Value(object))?.release()
    }
  }

  /// What the weak reference was made with is told that its object is gone.
  func callBack(_ reference: WeakReferenceObject) {
    let callback = reference.takeCallback()
    defer { callback.release() }
    if callback.isNone { return }
    reportingErrors(of: nil, callback) { () throws(Raised) in try self.call(callback, Value(reference)).release() }
  }

  /// As in Python: what goes wrong there is reported, not raised.
  private func reportingErrors(
    of subject: String?, _ function: Value = .none, _ body: () throws(Raised) -> Void
  ) {
    // Not when everything goes: modules and names are gone already.
    // A `__del__` may make more objects that have one: after the limits there is no end to them.
    guard !isEnding, stopReason == nil, heap.fits(0) else { return }
    let pending = raised
    let result = generatorResult
    raised = .unbound
    generatorResult = .unbound
    do throws(Raised) {
      try body()
    } catch {
      report(takeRaised(), of: subject, function)
    }
    raised.release()
    generatorResult.release()
    raised = pending
    generatorResult = result
  }

  /// Takes over the count of the exception.
  private func report(_ exception: Value, of subject: String?, _ function: Value) {
    defer { exception.release() }
    do throws(Raised) {
      if try callUnraisableHook(exception, function) { return }
    } catch {
      // A hook that fails is passed over.
      takeRaised().release()
    }
    let shown: String
    do throws(Raised) {
      if let subject { shown = subject } else { shown = try repr(function) }
    } catch {
      takeRaised().release()
      shown = "<object repr() failed>"
    }
    let lines = ["Exception ignored in: \(shown)"] + TracebackText(self).lines(exception)
    host.write(lines.joined(separator: "\n") + "\n", to: .stderr)
  }

  /// Calls the program's own `sys.unraisablehook`; whether there is one.
  private func callUnraisableHook(_ exception: Value, _ function: Value) throws(Raised) -> Bool {
    guard let names = modules["sys"]?.cast(.module, to: ModuleObject.self)?.namespace,
      let hook = names.get("unraisablehook"), let standard = names.get("__unraisablehook__"),
      !hook.isIdentical(to: standard), let object = exception.asException,
      let type = names.get("UnraisableHookArgs")?.asType
    else { return false }
    let arguments = StructSequence.make(
      self, type: type,
      [object.type.retainedValue, exception.retained(), object.tracebackObject(), .none, function.retained()])
    let kept = hook.retained()
    defer {
      kept.release()
      arguments.release()
    }
    try call(kept, arguments).release()
    return true
  }
}
