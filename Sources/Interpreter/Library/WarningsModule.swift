/// `warnings`: a warning goes to standard error, unless a filter says otherwise.
enum WarningsModule {
  /// What the notebook asked for, and who records.
  private final class State {
    var actions: [(action: String, category: TypeObject?)] = []
    /// Owned lists of the `catch_warnings(record=True)` blocks that are open.
    var recorders: [Value?] = []
    var shown: Set<String> = []
  }

  static func make(_ vm: VM) throws(Raised) -> ModuleObject {
    let module = ModuleObject(name: "warnings", heap: vm.heap)
    let state = State()
    let record = StructSequence.makeType(
      vm, "WarningMessage", module: "warnings", fields: ["message", "category", "filename", "lineno"],
      showsModule: false)
    module.define("warn", "message, category=None, stacklevel=1, source=None") { (vm, a) throws(Raised) in
      try warn(vm, state, a[0], a.optional(1)?.asType, record)
      return .none
    }
    module.define("filterwarnings", "action, message='', category=None, module='', lineno=0, append=False") {
      (vm, a) throws(Raised) in
      try addFilter(vm, state, a[0], a.optional(2)?.asType)
    }
    module.define("simplefilter", "action, category=None, lineno=0, append=False") { (vm, a) throws(Raised) in
      try addFilter(vm, state, a[0], a.optional(1)?.asType)
    }
    module.define("resetwarnings", "") { (_, _) throws(Raised) in
      state.actions = []
      return .none
    }
    defineCatcher(vm, module, state)
    return module
  }

  private static func addFilter(
    _ vm: VM, _ state: State, _ action: Value, _ category: TypeObject?
  ) throws(Raised) -> Value {
    let name = action.asStr?.string ?? ""
    guard ["default", "error", "ignore", "always", "module", "once"].contains(name) else {
      throw vm.raise(.valueError, "invalid action: \(try vm.repr(action))")
    }
    state.actions.append((name, category))
    return .none
  }

  private static func warn(
    _ vm: VM, _ state: State, _ message: Value, _ category: TypeObject?, _ record: TypeObject
  ) throws(Raised) {
    let given = message.asException
    let type = given?.type ?? category ?? vm.heap.types[.userWarning]
    let text = try vm.strText(message)
    let action = state.actions.last { $0.category.map { type.isSubtype(of: $0) } ?? true }?.action ?? "default"
    if action == "ignore" { return }
    let exception =
      given.map { $0.retainedValue }
      ?? Value(
        ExceptionObject(type: type, arguments: TupleObject.make([vm.str(text)], type: vm.heap.types.tuple)))
    if action == "error" { throw vm.raise(exception) }
    defer { exception.release() }
    let (file, line) = vm.callerPosition
    if action != "always", !state.shown.insert("\(file):\(line):\(type.name):\(text)").inserted { return }
    if let recorder = state.recorders.last, let list = recorder?.asList {
      list.append(
        StructSequence.make(
          vm, type: record, [exception.retained(), type.retainedValue, vm.str(file), .int(line)]))
      return
    }
    let message = "\(file):\(line): \(type.name): \(text)\n"
    let stream = vm.standardStream("stderr")
    if stream.isNone { vm.host.write(message, to: .stderr) } else { try vm.write(message, to: stream) }
  }

  private static func defineCatcher(_ vm: VM, _ module: ModuleObject, _ state: State) {
    let type = vm.heap.types.make("catch_warnings", .instance, hasAttributes: true, module: "warnings")
    let flag = vm.heap.intern("_record")
    type.define("__init__", "self, /, *, record=False, module=None") { (vm, a) throws(Raised) in
      a[0].object?.setOwnAttribute(
        flag, .bool(try a.optional(1).map { (value) throws(Raised) in try vm.isTrue(value) } ?? false))
      return .none
    }
    type.define("__enter__", "self, /") { (vm, a) throws(Raised) in
      // The filters of the block are forgotten after it: a mark tells where they began.
      a[0].object?.setOwnAttribute(vm.heap.intern("_filters"), .int(state.actions.count))
      guard case .bool(true)? = a[0].object?.ownAttribute(flag) else {
        state.recorders.append(state.recorders.last.flatMap { $0?.retained() })
        return .none
      }
      let list = vm.list([])
      state.recorders.append(list)
      return list.retained()
    }
    type.define("__exit__", "self, /, *args") { (vm, a) throws(Raised) in
      if let count = a[0].object?.ownAttribute(vm.heap.intern("_filters"))?.smallInt, (0...state.actions.count).contains(count) {
        state.actions.removeLast(state.actions.count - count)
      }
      if let recorder = state.recorders.popLast() { recorder?.release() }
      return .none
    }
    module.namespace.set("catch_warnings", Value(type))
  }
}

extension VM {
  /// Where the code that runs is: its source's name and line.
  var callerPosition: (file: String, line: Int) {
    let count = Int(state.pointee.frameCount)
    guard count > 0 else { return ("<unknown>", 0) }
    let frame = frames[count - 1]
    let code = frame.code.takeUnretainedValue()
    let index = frame.pc - code.instructionPointer - 1
    guard index >= 0, index < code.ranges.count else { return (code.source.name, 0) }
    return (code.source.name, code.source.line(at: code.ranges[index].start))
  }
}
