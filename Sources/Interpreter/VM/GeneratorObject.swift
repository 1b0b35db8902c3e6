/// A generator: the registers of its frame, kept here between two resumptions.
package final class GeneratorObject: Object {
  enum State { case created, suspended, running, finished }

  let code: CodeObject
  let globals: DictObject
  @exclusivity(unchecked) final var state = State.created
  @exclusivity(unchecked) final var pc: UnsafeMutablePointer<Instruction>
  /// Owned values of the frame's registers while it is suspended.
  @exclusivity(unchecked) final var saved: UnsafeMutablePointer<Value>
  /// The exception it was handling when it yielded, owned.
  @exclusivity(unchecked) final var handled: Value = .unbound
  /// The name it was made under.
  @exclusivity(unchecked) final var name: String
  /// What `__name__` was set to.
  @exclusivity(unchecked) final var givenName: String?

  /// Retains code and globals; moves the registers here.
  init(
    code: CodeObject, globals: DictObject, registers: UnsafeMutablePointer<Value>,
    pc: UnsafeMutablePointer<Instruction>, heap: Heap
  ) {
    self.code = code
    self.globals = globals
    self.pc = pc
    name = code.qualifiedName
    saved = .allocate(capacity: max(code.registerCount, 1))
    saved.moveInitialize(from: registers, count: code.registerCount)
    registers.initialize(repeating: .unbound, count: code.registerCount)
    code.refCount &+= 1
    globals.refCount &+= 1
    super.init(kind: .generator, type: heap.types.generator)
    heap.charge(code.registerCount * MemoryLayout<Value>.stride)
    heap.track(self)
    if !code.handlers.isEmpty { care = .unfinished }
  }

  package override func dropReferences() {
    visitReferences { $0.release() }
    state = .finished
    type.heap.discharge(code.registerCount * MemoryLayout<Value>.stride)
  }

  package override func visitReferences(_ visit: (Value) -> Void) {
    if state == .created || state == .suspended {
      for index in 0..<code.registerCount { visit(saved[index]) }
    }
    visit(handled)
    visit(Value(code))
    visit(Value(globals))
  }

  /// Ends it where it stands: its registers are released now.
  override func breakCycle() {
    super.breakCycle()
    if state == .created || state == .suspended {
      state = .finished
      for index in 0..<code.registerCount { saved.drop(index) }
    }
    let old = handled
    handled = .unbound
    old.release()
  }

  deinit { saved.deallocate() }
}
