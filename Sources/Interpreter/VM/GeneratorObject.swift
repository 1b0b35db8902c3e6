/// A generator: the registers of its frame, kept here between two resumptions.
package final class GeneratorObject: Object {
  enum State { case created, suspended, running, finished }

  @exclusivity(unchecked) final private(set) var codeReference: Unmanaged<CodeObject>
  @exclusivity(unchecked) final private(set) var globalsReference: Unmanaged<DictObject>
  @exclusivity(unchecked) final var state = State.created
  @exclusivity(unchecked) final var pc: UnsafeMutablePointer<Instruction>
  /// Owned values of the frame's first `savedCount` registers while it is suspended; the others are clear.
  @exclusivity(unchecked) final private(set) var saved: UnsafeMutablePointer<Value>
  @exclusivity(unchecked) final var savedCount = 0
  @exclusivity(unchecked) private final var capacity: Int
  /// The exception it was handling when it yielded, owned.
  @exclusivity(unchecked) final var handled: Value = .unbound
  /// What `__name__` and `__qualname__` were set to.
  @exclusivity(unchecked) final var givenName: String?
  @exclusivity(unchecked) final var givenQualifiedName: String?

  final var code: CodeObject { codeReference.takeUnretainedValue() }
  final var globals: DictObject { globalsReference.takeUnretainedValue() }
  final var name: String { givenName ?? code.name }
  final var qualifiedName: String { givenQualifiedName ?? code.qualifiedName }

  private init(_ frame: UnsafeMutablePointer<Frame>, _ pc: UnsafeMutablePointer<Instruction>, heap: Heap) {
    codeReference = frame.pointee.code
    globalsReference = frame.pointee.globals
    self.pc = pc
    capacity = max(frame.pointee.code._withUnsafeGuaranteedRef { $0.registerCount }, 8)
    saved = .allocate(capacity: capacity)
    super.init(kind: .generator, type: heap.types.generator)
    heap.charge(capacity * MemoryLayout<Value>.stride)
    track()
  }

  /// The generator that a frame becomes: takes its variables over, and counts its code and globals.
  static func make(
    _ frame: UnsafeMutablePointer<Frame>, _ pc: UnsafeMutablePointer<Instruction>, heap: Heap
  ) -> Unmanaged<GeneratorObject> {
    let code = frame.pointee.code
    let generator: Unmanaged<GeneratorObject>
    if let kept = heap.reusePlain(PoolIndex.generator.rawValue, as: GeneratorObject.self, type: heap.plainGenerator) {
      generator = kept
      generator._withUnsafeGuaranteedRef { generator in
        generator.codeReference = code
        generator.globalsReference = frame.pointee.globals
        generator.pc = pc
        generator.state = .created
        heap.charge(generator.capacity * MemoryLayout<Value>.stride)
        generator.reserve(code._withUnsafeGuaranteedRef { $0.registerCount })
      }
    } else {
      generator = .passUnretained(GeneratorObject(frame, pc, heap: heap))
    }
    code._withUnsafeGuaranteedRef { $0.refCount &+= 1 }
    frame.pointee.globals._withUnsafeGuaranteedRef { $0.refCount &+= 1 }
    generator._withUnsafeGuaranteedRef { generator in
      generator.save(frame.pointee.registers, count: code._withUnsafeGuaranteedRef { $0.localCount })
      generator.care = code._withUnsafeGuaranteedRef { $0.hasToEnd } ? .unfinished : []
    }
    return generator
  }

  private func reserve(_ count: Int) {
    guard count > capacity else { return }
    charge((count - capacity) * MemoryLayout<Value>.stride)
    saved.deallocate()
    saved = .allocate(capacity: count)
    capacity = count
  }

  /// Takes over the first registers of its frame.
  @inline(__always)
  final func save(_ registers: UnsafeMutablePointer<Value>, count: Int) {
    let saved = saved
    for index in 0..<count {
      saved[index] = registers[index]
      registers[index] = .unbound
    }
    savedCount = count
  }

  package override func dropReferences() {
    dropRegisters()
    handled.release()
    handled = .unbound
    Value(codeReference).release()
    Value(globalsReference).release()
    if givenName != nil { givenName = nil }
    if givenQualifiedName != nil { givenQualifiedName = nil }
    discharge(capacity * MemoryLayout<Value>.stride)
  }

  /// Ends it where it stands, if it has not ended and does not run.
  private func dropRegisters() {
    if state == .created || state == .suspended {
      state = .finished
      for index in 0..<savedCount { saved.drop(index) }
    }
  }

  package override func visitReferences(_ visit: (Value) -> Void) {
    if state == .created || state == .suspended {
      for index in 0..<savedCount { visit(saved[index]) }
    }
    visit(handled)
    visit(Value(code))
    visit(Value(globals))
  }

  /// Ends it where it stands: its registers are released now.
  override func breakCycle() {
    super.breakCycle()
    dropRegisters()
    let old = handled
    handled = .unbound
    old.release()
  }

  deinit { saved.deallocate() }
}
