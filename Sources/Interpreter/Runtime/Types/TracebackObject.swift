/// A traceback as `sys.exc_info()` and `__exit__` see it; what it prints is written by `TracebackText`.
package final class TracebackObject: Object {
  /// Innermost frame first; the last one is where this traceback stands.
  let entries: [TracebackEntry]

  init(_ entries: [TracebackEntry], heap: Heap) {
    self.entries = entries
    super.init(kind: .traceback, type: heap.types.traceback)
  }
}

/// A frame, running or ended, as Python code sees it: where it stood when it was asked for.
package final class FrameObject: Object {
  let code: CodeObject
  let line: Int
  let globals: Value
  /// A dict or None.
  let locals: Value
  /// The caller's frame or None.
  let back: Value

  /// Takes over the counts of the values; retains the code.
  init(code: CodeObject, line: Int, globals: Value, locals: Value, back: Value, heap: Heap) {
    self.code = code
    self.line = line
    self.globals = globals
    self.locals = locals
    self.back = back
    super.init(kind: .foreign, type: heap.types.frame)
    code.refCount &+= 1
    track()
  }

  package override func dropReferences() { visitReferences { $0.release() } }

  package override func visitReferences(_ visit: (Value) -> Void) {
    visit(Value(code))
    visit(globals)
    visit(locals)
    visit(back)
  }
}

enum TracebackType {
  static func install(_ vm: VM) {
    let type = vm.heap.types.traceback!
    define(type, "tb_lineno") { (_, entries) in .int(entries[entries.count - 1].line) }
    define(type, "tb_lasti") { (_, _) in .int(0) }
    define(type, "tb_next") { (vm, entries) in
      entries.count < 2 ? .none : Value(TracebackObject(Array(entries.dropLast()), heap: vm.heap))
    }
    define(type, "tb_frame") { (vm, entries) in
      let entry = entries[entries.count - 1]
      return Value(
        FrameObject(
          code: entry.code, line: entry.line, globals: vm.globals.retainedValue,
          locals: Value(DictObject.make(heap: vm.heap)), back: .none, heap: vm.heap))
    }
    let frame = vm.heap.types.frame!
    defineFrame(frame, "f_lineno") { (_, frame) in .int(frame.line) }
    defineFrame(frame, "f_code") { (_, frame) in frame.code.retainedValue }
    defineFrame(frame, "f_globals") { (_, frame) in frame.globals.retained() }
    defineFrame(frame, "f_locals") { (_, frame) in frame.locals.retained() }
    defineFrame(frame, "f_back") { (_, frame) in frame.back.retained() }
    defineFrame(frame, "f_builtins") { (vm, _) in vm.builtins.retainedValue }
    defineFrame(frame, "f_lasti") { (_, _) in .int(0) }
    defineFrame(frame, "f_trace") { (_, _) in .none }
    frame.define("__repr__", "self, /") { (vm, a) throws(Raised) in
      guard let frame = a[0].foreign(FrameObject.self) else { throw vm.raiseReceiver("__repr__", "frame", a[0]) }
      return vm.str(
        "<frame at \(vm.address(a[0])), file '\(frame.code.source.name)', line \(frame.line), code \(frame.code.name)>")
    }
    frame.define("clear", "self, /") { (_, _) throws(Raised) in .none }
  }

  private static func define(_ type: TypeObject, _ name: String, _ get: @escaping (VM, [TracebackEntry]) -> Value) {
    type.defineProperty(
      name,
      get: { (vm, value) throws(Raised) in
        guard let traceback = value.cast(.traceback, to: TracebackObject.self), !traceback.entries.isEmpty else {
          return .none
        }
        return get(vm, traceback.entries)
      })
  }

  private static func defineFrame(_ type: TypeObject, _ name: String, _ get: @escaping (VM, FrameObject) -> Value) {
    type.defineProperty(
      name, get: { (vm, value) throws(Raised) in value.foreign(FrameObject.self).map { get(vm, $0) } ?? .none })
  }
}

extension TracebackEntry {
  /// From 1.
  var line: Int { code.source.line(at: range.start) }
}

extension VM {
  /// The running frames as Python code sees them, the top one first; nil if there are not so many. Owned.
  func frameObject(above depth: Int) -> Value? {
    let count = state.pointee.frameCount - depth
    guard depth >= 0, count > 0 else { return nil }
    var back: Value = .none
    for index in max(0, count - 200)..<count {
      let frame = frames[index]
      let code = frame.code.takeUnretainedValue()
      let position = max(0, frame.pc - code.instructionPointer - 1)
      let range = position < code.ranges.count ? code.ranges[position] : nil
      let line = range.map { code.source.line(at: $0.start) } ?? code.firstLine
      back = Value(
        FrameObject(
          code: code, line: line, globals: frame.globals.takeUnretainedValue().retainedValue,
          locals: Value(localsOf(frame)), back: back, heap: heap))
    }
    return back
  }

  private func localsOf(_ frame: Frame) -> DictObject {
    let code = frame.code.takeUnretainedValue()
    if code.isModule {
      let globals = frame.globals.takeUnretainedValue()
      globals.refCount &+= 1
      return globals
    }
    if let dict = frame.namespace.flatMap({ Value.object($0).asDict }) {
      dict.refCount &+= 1
      return dict
    }
    return variables(code, frame.registers)
  }

  /// The variables of a generator that is not running.
  func locals(of generator: GeneratorObject) -> DictObject {
    generator.state == .running ? DictObject.make(heap: heap) : variables(generator.code, generator.saved)
  }

  private func variables(_ code: CodeObject, _ registers: UnsafeMutablePointer<Value>) -> DictObject {
    let dict = DictObject.make(heap: heap)
    for (index, name) in code.localNames.enumerated() where index < code.localCount {
      var value = registers[index]
      if let cell = value.cast(.cell, to: CellObject.self) { value = cell.value }
      if !value.isUnbound, name.string.first != "." { dict.set(interned: name, value.retained()) }
    }
    return dict
  }
}
