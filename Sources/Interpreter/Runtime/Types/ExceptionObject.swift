import PythonSyntax

/// An exception: its arguments, where it went through, and what it came from.
package final class ExceptionObject: Object {
  /// A tuple.
  @exclusivity(unchecked) package final var arguments: TupleObject
  /// Innermost frame first.
  @exclusivity(unchecked) final var traceback: [TracebackEntry] = []
  /// `raise … from cause`, owned, or `.unbound`.
  @exclusivity(unchecked) final var cause: Value = .unbound
  /// The exception being handled when this one was raised, owned, or `.unbound`.
  @exclusivity(unchecked) final var context: Value = .unbound
  @exclusivity(unchecked) final var suppressesContext = false
  /// `StopIteration.value`, `SystemExit.code`, `NameError.name`, …: set as attributes.

  /// Takes over the caller's count of `arguments`.
  package init(type: TypeObject, arguments: TupleObject) {
    self.arguments = arguments
    super.init(kind: .exception, type: type)
    type.heap.track(self)
  }

  /// Retains the arguments.
  final func setArguments(_ new: TupleObject) {
    let old = arguments
    new.refCount &+= 1
    arguments = new
    Value(old).release()
  }

  package override func dropReferences() { visitReferences { $0.release() } }

  package override func visitReferences(_ visit: (Value) -> Void) {
    visit(Value(arguments))
    visit(cause)
    visit(context)
  }
}

/// One frame that an exception went through.
package struct TracebackEntry {
  package let code: CodeObject
  /// Within the code's source.
  package let range: SourceRange
}
