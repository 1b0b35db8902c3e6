import PythonSyntax

/// An exception: its arguments, where it went through, and what it came from. `StopIteration.value`, `SystemExit.code`,
/// `NameError.name`, … are attributes.
package final class ExceptionObject: Object {
  /// Owned.
  @exclusivity(unchecked) private final var argumentsReference: Unmanaged<TupleObject>
  package final var arguments: TupleObject { argumentsReference.takeUnretainedValue() }
  /// `raise … from cause`, owned, or `.unbound`.
  @exclusivity(unchecked) final var cause: Value = .unbound
  /// The exception being handled when this one was raised, owned, or `.unbound`.
  @exclusivity(unchecked) final var context: Value = .unbound
  @exclusivity(unchecked) final var suppressesContext = false
  /// The traceback object that Python code saw last, owned, or `.unbound`.
  @exclusivity(unchecked) private final var seenTraceback: Value = .unbound
  // The frames it went through, innermost first: not an array, because most exceptions are caught and nobody asks.
  @exclusivity(unchecked) private final var steps: UnsafeMutablePointer<Step>
  @exclusivity(unchecked) private final var stepCount = 0
  @exclusivity(unchecked) private final var stepCapacity: Int

  private struct Step {
    /// Counted.
    let code: Unmanaged<CodeObject>
    let position: Int
  }

  private init(type: TypeObject, arguments: Unmanaged<TupleObject>) {
    argumentsReference = arguments
    stepCapacity = 4
    steps = .allocate(capacity: 4)
    super.init(kind: .exception, type: type)
    track()
  }

  /// Takes over the caller's count of `arguments`.
  package static func make(type: TypeObject, arguments: Unmanaged<TupleObject>) -> Unmanaged<ExceptionObject> {
    let kept = type.heapReference._withUnsafeGuaranteedRef {
      $0.reuse(PoolIndex.exception.rawValue, as: ExceptionObject.self, type: type)
    }
    guard let kept else { return .passUnretained(ExceptionObject(type: type, arguments: arguments)) }
    kept._withUnsafeGuaranteedRef {
      $0.argumentsReference = arguments
      $0.cause = .unbound
      $0.context = .unbound
      $0.suppressesContext = false
      $0.seenTraceback = .unbound
    }
    return kept
  }

  /// The same.
  package static func make(type: TypeObject, arguments: TupleObject) -> Unmanaged<ExceptionObject> {
    make(type: type, arguments: .passUnretained(arguments))
  }

  deinit { steps.deallocate() }

  /// Retains the arguments.
  final func setArguments(_ new: TupleObject) {
    new.refCount &+= 1
    setArguments(owned: new)
  }

  /// Takes over the caller's count of the arguments.
  final func setArguments(owned new: TupleObject) {
    let old = argumentsReference
    argumentsReference = .passUnretained(new)
    Value(old).release()
  }

  package override func dropReferences() {
    visitReferences { $0.release() }
    dropSteps()
  }

  package override func visitReferences(_ visit: (Value) -> Void) {
    visit(Value(argumentsReference))
    visit(cause)
    visit(context)
    visit(seenTraceback)
  }

  // MARK: Traceback

  /// Innermost frame first.
  final var traceback: [TracebackEntry] {
    get {
      (0..<stepCount).map { TracebackEntry(code: steps[$0].code.takeUnretainedValue(), position: steps[$0].position) }
    }
    set {
      dropSteps()
      // As many steps later on need not be the same ones.
      see(.unbound)
      for entry in newValue { addStep(Unmanaged.passUnretained(entry.code), entry.position) }
    }
  }

  final var hasTraceback: Bool { stepCount > 0 }

  /// `__traceback__`: one object for as long as the exception goes through no more frames. Owned.
  final func tracebackObject() -> Value {
    if let seen = seenTraceback.cast(.traceback, to: TracebackObject.self), seen.entries.count == stepCount {
      return seenTraceback.retained()
    }
    see(Value(TracebackObject(traceback, heap: type.heap)))
    return seenTraceback.retained()
  }

  /// Takes over the caller's count.
  final func setTraceback(_ object: TracebackObject) {
    traceback = object.entries
    see(Value(object))
  }

  private func see(_ object: Value) {
    let old = seenTraceback
    seenTraceback = object
    old.release()
  }

  /// It left the frame of `code` at the instruction `position`.
  final func addStep(_ code: Unmanaged<CodeObject>, _ position: Int) {
    if stepCount == stepCapacity { growSteps() }
    code._withUnsafeGuaranteedRef { $0.refCount &+= 1 }
    (steps + stepCount).initialize(to: Step(code: code, position: position))
    stepCount &+= 1
  }

  private func growSteps() {
    let grown = UnsafeMutablePointer<Step>.allocate(capacity: stepCapacity * 2)
    grown.moveInitialize(from: steps, count: stepCount)
    steps.deallocate()
    steps = grown
    stepCapacity *= 2
  }

  private func dropSteps() {
    for index in 0..<stepCount { Value.object(unsafeBitCast(steps[index].code, to: Unmanaged<Object>.self)).release() }
    stepCount = 0
  }
}

/// One frame that an exception went through.
package struct TracebackEntry {
  package let code: CodeObject
  /// Of the instruction, in the code.
  let position: Int

  /// Within the code's source.
  package var range: SourceRange { code.ranges[position] }
}
