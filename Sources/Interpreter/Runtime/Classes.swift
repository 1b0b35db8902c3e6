// Making classes and instances.

extension VM {
  /// `type(…)(arguments)`: `__call__` of the metatype, or `__new__` and `__init__`. Owned.
  func construct(
    _ type: TypeObject, _ arguments: [Value], _ keywords: [(name: StrObject, value: Value)]
  ) throws(Raised) -> Value {
    let special = type.type[.call]
    if !special.isUnbound, !special.isIdentical(to: heap.types.type[.call]) {
      return try callWith(special, receiver: Value(type), arguments, keywords)
    }
    return try constructDefault(type, arguments, keywords)
  }

  /// `type.__call__`.
  func constructDefault(
    _ type: TypeObject, _ arguments: [Value], _ keywords: [(name: StrObject, value: Value)]
  ) throws(Raised) -> Value {
    if type === heap.types.type, arguments.count == 1, keywords.isEmpty {
      return heap.types.of(arguments[0]).retainedValue
    }
    let new = type[.new]
    if new.isUnbound { throw raise(.typeError, "cannot create '\(type.qualifiedName)' instances") }
    if new.isIdentical(to: heap.types.object[.new]) { try checkObjectArguments(type, arguments.count + keywords.count) }
    let function = new.cast(.staticMethod, to: WrapperObject.self)?.function ?? new
    let made = try call(function, arguments: [Value(type)] + arguments, keywords: keywords)
    guard isInstance(made, type) else { return made }
    let initializer = heap.types.special(.`init`, of: made)
    if initializer.isUnbound || initializer.isIdentical(to: heap.types.object[.`init`]) { return made }
    do throws(Raised) {
      let result = try callWith(initializer, receiver: made, arguments, keywords)
      defer { result.release() }
      if !result.isNone {
        throw raise(.typeError, "__init__() should return None, not '\(typeName(result))'")
      }
    } catch {
      made.release()
      throw error
    }
    return made
  }

  private func callWith(
    _ function: Value, receiver: Value, _ arguments: [Value], _ keywords: [(name: StrObject, value: Value)]
  ) throws(Raised) -> Value {
    let bound = try bindDescriptor(function, receiver, heap.types.of(receiver))
    defer { bound.release() }
    return try call(bound, arguments: arguments, keywords: keywords)
  }

  /// `object()` takes nothing, unless `__init__` is the class's own.
  private func checkObjectArguments(_ type: TypeObject, _ count: Int) throws(Raised) {
    guard count > 0, type[.`init`].isIdentical(to: heap.types.object[.`init`]) else { return }
    if type === heap.types.builtinFunction { throw raise(.typeError, "cannot create '\(type.name)' instances") }
    throw raise(.typeError, "\(type.name)() takes no arguments")
  }

  /// The common case in the machine's loop: a class of the notebook whose `__init__` is a Python function, and which is made
  /// as `object` or `BaseException` makes it. Enters its frame;
  /// false if the call must take the general way.
  func instantiate(
    _ type: Unmanaged<TypeObject>, _ window: UnsafeMutablePointer<Value>, _ arguments: UnsafeMutablePointer<Value>,
    _ count: Int, _ keywords: Value?, result: UInt16
  ) throws(Raised) -> Bool {
    guard window[1].isUnbound, type._withUnsafeGuaranteedRef({ isMadePlainly($0, hasKeywords: keywords != nil) }) else {
      return false
    }
    let function = type._withUnsafeGuaranteedRef { $0[.`init`].functionReference }
    let instance = type._withUnsafeGuaranteedRef { type in
      type.layout == .exception
        ? Value(ExceptionObject.make(type: type, arguments: copies(arguments, count)))
        : Value(InstanceObject.make(type: type))
    }
    window[1] = instance
    try bind(function, window + 1, count + 1, keywords)
    try push(
      function, window + 1, mode: .initializer, result: result, callee: window, instance: instance.retained())
    return true
  }

  @inline(__always)
  private func isMadePlainly(_ type: TypeObject, hasKeywords: Bool) -> Bool {
    guard type.isUserDefined, type[.`init`].kind == .function, hasPlainMetatype(type) else { return false }
    switch type.layout {
    case .instance: return type[.new].isIdentical(to: heap.types.object[.new])
    case .exception: return !hasKeywords && type[.new].isIdentical(to: heap.types[.baseException][.new])
    default: return false
    }
  }

  @inline(__always)
  private func hasPlainMetatype(_ type: TypeObject) -> Bool {
    type.type === heap.types.type || type.type[.call].isIdentical(to: heap.types.type[.call])
  }

  /// A plain tuple of values that stay somebody else's too.
  @inline(__always)
  func copies(_ values: UnsafeMutablePointer<Value>, _ count: Int) -> Unmanaged<TupleObject> {
    let tuple = TupleObject.makeReference(count: count, heap: heap)
    let items = tuple._withUnsafeGuaranteedRef { $0.items }
    for index in 0..<count { items[index] = values[index].retained() }
    return tuple
  }

  /// An object of a class of the notebook that takes no arguments, and is made as `object` makes it; nil if it is not.
  /// Owned.
  func instantiateBare(_ type: TypeObject, _ count: Int) -> Value? {
    guard count == 0, type.isUserDefined, type.layout == .instance, type.type === heap.types.type,
      type[.new].isIdentical(to: heap.types.object[.new]),
      type[.`init`].isIdentical(to: heap.types.object[.`init`])
    else { return nil }
    return Value(InstanceObject.make(type: type))
  }

  /// An exception of a class that takes its arguments as `BaseException` does; nil if it does not. Owned.
  func instantiateException(
    _ type: TypeObject, _ arguments: UnsafeMutablePointer<Value>, _ count: Int
  ) -> Value? {
    let base = heap.types[.baseException]
    guard type.layout == .exception, type.type === heap.types.type,
      type[.new].isIdentical(to: base[.new]), type[.`init`].isIdentical(to: base[.`init`])
    else { return nil }
    return Value(ExceptionObject.make(type: type, arguments: copies(arguments, count)))
  }

  // MARK: class statements

  func buildClass(
    _ i: Instruction, _ pc: UnsafeMutablePointer<Instruction>, _ regs: UnsafeMutablePointer<Value>,
    _ frame: UnsafeMutablePointer<Frame>, _ code: CodePointers
  ) throws(Raised) -> Value {
    guard let body = code.constants[i.k].cast(.code, to: CodeObject.self) else {
      throw raise(.systemError, "no class body")
    }
    guard builtin(heap.intern("__build_class__"), for: frame.pointee.globals.takeUnretainedValue()) != nil else {
      throw raise(.nameError, "__build_class__ not found")
    }
    let first = Int(pc.pointee.a)
    guard let given = regs[first].asTuple, let keywords = regs[first + 1].asDict else {
      throw raise(.systemError, "no bases")
    }
    let bases = try resolveBases(given)
    defer { bases.release() }
    var pairs: [(name: StrObject, value: Value)] = []
    var metaclass: Value = .unbound
    for index in 0..<keywords.entryCount {
      guard let name = keywords.entries[index].key.asStr else { continue }
      if name.string == "metaclass" {
        metaclass = keywords.entries[index].value
      } else {
        pairs.append((name, keywords.entries[index].value))
      }
    }
    let meta = try resolveMetaclass(metaclass, bases)
    let name = str(body.name)
    defer { name.release() }
    let namespace = try prepareNamespace(meta, name, bases, pairs)
    defer { namespace.release() }
    guard let names = namespace.object, !heap.types.special(.getitem, of: namespace).isUnbound else {
      let maker = meta.asType?.name ?? "<metaclass>"
      throw raise(.typeError, "\(maker).__prepare__() must return a mapping, not \(typeName(namespace))")
    }
    // Where the globals have no name, that of the builtins is found.
    let module = frame.pointee.globals.takeUnretainedValue().get("__name__")?.retained() ?? str("builtins")
    try store(heap.intern("__module__"), module, in: names)
    try store(heap.intern("__qualname__"), str(body.qualifiedName), in: names)
    if let documentation = body.documentation { try store(heap.intern("__doc__"), str(documentation), in: names) }
    let cell = try runClassBody(body, names, pc + 1, regs, frame.pointee.globals)
    defer { cell.release() }
    // What the class statement said, where some bases stood for others.
    if given.values.contains(where: { $0.asType == nil }) {
      try store(heap.intern("__orig_bases__"), given.retainedValue, in: names)
    }
    if cell.kind == .cell { try store(heap.intern("__classcell__"), cell.retained(), in: names) }
    let made = try call(meta, arguments: [name, bases, namespace], keywords: pairs)
    if let cell = cell.cast(.cell, to: CellObject.self), cell.value.isUnbound { cell.value = made.retained() }
    regs.drop(first)
    regs.drop(first + 1)
    return made
  }

  /// Bases that are not classes may say what to use instead (`__mro_entries__`). Owned.
  private func resolveBases(_ given: TupleObject) throws(Raised) -> Value {
    var resolved: [Value] = []
    for base in given.values {
      if base.asType == nil, let method = try findAttribute(base, heap.intern("__mro_entries__")) {
        defer { method.release() }
        let entries = try call(method, Value(given))
        defer { entries.release() }
        resolved += try array(entries)
      } else {
        resolved.append(base.retained())
      }
    }
    if resolved.count == given.count, zip(resolved, given.values).allSatisfy({ $0.isIdentical(to: $1) }) {
      for base in resolved { base.release() }
      return given.retainedValue
    }
    return tuple(resolved)
  }

  /// The most derived metaclass; borrowed.
  func resolveMetaclass(_ given: Value, _ bases: Value) throws(Raised) -> Value {
    if !given.isUnbound, given.asType == nil { return given }
    let metatypes = bases.asTuple?.values.map { heap.types.of($0) } ?? []
    return Value(try commonMetatype(given.asType ?? metatypes.first ?? heap.types.type, metatypes))
  }

  func prepareNamespace(
    _ meta: Value, _ name: Value, _ bases: Value, _ keywords: [(name: StrObject, value: Value)]
  ) throws(Raised) -> Value {
    guard let prepare = try findAttribute(meta, heap.intern("__prepare__")) else {
      return Value(DictObject.make(heap: heap))
    }
    defer { prepare.release() }
    return try call(prepare, arguments: [name, bases], keywords: keywords)
  }

  /// Runs the body with its namespace; what it returns is the class's cell, or None.
  private func runClassBody(
    _ body: CodeObject, _ namespace: Object, _ extras: UnsafeMutablePointer<Instruction>,
    _ regs: UnsafeMutablePointer<Value>, _ globals: Unmanaged<DictObject>
  ) throws(Raised) -> Value {
    let function = FunctionObject.make(code: body, globals: globals, heap: heap)
    capture(function, extras, regs)
    defer { Value(function).release() }
    try enter()
    defer { leave() }
    try push(function, state.pointee.top, mode: .entry, result: 0, callee: nil)
    frames[state.pointee.frameCount - 1].namespace = Unmanaged.passUnretained(namespace)
    return try run()
  }
}
