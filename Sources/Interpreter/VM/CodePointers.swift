/// What the loop reads of a code object. It is one word, because it is handed on to every function that the loop calls.
struct CodePointers {
  let object: Unmanaged<CodeObject>

  @inline(__always)
  init(_ object: Unmanaged<CodeObject>) { self.object = object }

  var instructions: UnsafeMutablePointer<Instruction> {
    @inline(__always) get { object._withUnsafeGuaranteedRef { $0.instructionPointer } }
  }

  var constants: UnsafeMutablePointer<Value> {
    @inline(__always) get { object._withUnsafeGuaranteedRef { $0.constantPointer } }
  }

  var caches: UnsafeMutablePointer<InlineCache> {
    @inline(__always) get { object._withUnsafeGuaranteedRef { $0.cachePointer } }
  }

  var localCount: Int {
    @inline(__always) get { object._withUnsafeGuaranteedRef { $0.localCount } }
  }

  /// Where a conditional instruction goes on: after the jump that follows it, or where that leads.
  @inline(__always)
  func following(_ pc: UnsafeMutablePointer<Instruction>, if condition: Bool) -> UnsafeMutablePointer<Instruction> {
    condition ? pc + 1 : instructions + pc.pointee.k
  }
}
