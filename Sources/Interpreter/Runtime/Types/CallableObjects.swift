/// A function of the notebook.
package final class FunctionObject: Object {
  final let code: CodeObject
  /// The namespace its global names are looked up in.
  final let globals: DictObject
  /// The cells of enclosing functions' variables that it uses.
  @exclusivity(unchecked) final var closure: [Value]
  /// Defaults of the last positional parameters, and of keyword-only ones (`.unbound`: none).
  @exclusivity(unchecked) final var defaults: [Value]
  @exclusivity(unchecked) final var keywordDefaults: [Value]
  @exclusivity(unchecked) final var name: String
  @exclusivity(unchecked) final var qualifiedName: String
  @exclusivity(unchecked) final var annotations: Value = .none

  /// Takes over the counts of closure and defaults; retains code and globals.
  init(
    code: CodeObject, globals: DictObject, closure: [Value], defaults: [Value], keywordDefaults: [Value], heap: Heap
  ) {
    self.code = code
    self.globals = globals
    self.closure = closure
    self.defaults = defaults
    self.keywordDefaults = keywordDefaults
    name = code.name
    qualifiedName = code.qualifiedName
    code.refCount &+= 1
    globals.refCount &+= 1
    super.init(kind: .function, type: heap.types.function)
    heap.track(self)
  }

  package override func dropReferences() {
    visitReferences { $0.release() }
  }

  package override func visitReferences(_ visit: (Value) -> Void) {
    visit(Value(code))
    visit(Value(globals))
    for value in closure { visit(value) }
    for value in defaults { visit(value) }
    for value in keywordDefaults { visit(value) }
    visit(annotations)
  }

  override func breakCycle() {
    super.breakCycle()
    let cells = closure + defaults + keywordDefaults
    closure = []
    defaults = []
    keywordDefaults = []
    for value in cells { value.release() }
  }
}

/// A method bound to the object it was looked up on; either may be a Swift or a Python function.
package final class BoundMethodObject: Object {
  package final let function: Value
  package final let receiver: Value

  /// Retains both.
  init(function: Value, receiver: Value, heap: Heap) {
    self.function = function.retained()
    self.receiver = receiver.retained()
    let types = heap.types
    super.init(kind: .boundMethod, type: (function.kind == .native ? types!.builtinMethod : types!.boundMethod))
    heap.track(self)
  }

  package override func dropReferences() {
    function.release()
    receiver.release()
  }

  package override func visitReferences(_ visit: (Value) -> Void) {
    visit(function)
    visit(receiver)
  }
}

/// A variable shared by a function and the functions inside it.
package final class CellObject: Object {
  @exclusivity(unchecked) final var value: Value

  /// Takes over the caller's count of `value`.
  init(_ value: Value, heap: Heap) {
    self.value = value
    super.init(kind: .cell, type: heap.types.cell)
    heap.track(self)
  }

  package override func dropReferences() { value.release() }

  package override func visitReferences(_ visit: (Value) -> Void) { visit(value) }

  override func breakCycle() {
    super.breakCycle()
    let old = value
    value = .unbound
    old.release()
  }
}
