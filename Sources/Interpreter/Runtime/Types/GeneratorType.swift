enum GeneratorType {
  static func install(_ vm: VM) {
    let type = vm.heap.types.generator!
    type.define("__iter__", "self, /") { (_, a) throws(Raised) in a[0].retained() }
    type.define("__next__", "self, /") { (vm, a) throws(Raised) in try vm.advance(a[0], sending: .none) }
    type.define("send", "self, value, /") { (vm, a) throws(Raised) in try vm.advance(a[0], sending: a[1]) }
    type.define("throw", "self, type, value=None, traceback=None, /") { (vm, a) throws(Raised) in
      let generator = try vm.generator(a[0])
      if let traceback = a.optional(3), !traceback.isNone, traceback.kind != .traceback {
        throw vm.raise(.typeError, "throw() third argument must be a traceback object")
      }
      let exception = try thrown(vm, a)
      if let inner = vm.delegated(generator) {
        vm.thrownArguments = (1...3).compactMap { a.optional($0) }
        inner.release()
      }
      defer { vm.thrownArguments = [] }
      if let value = try vm.resume(generator, throwing: exception) { return value }
      throw vm.raiseGeneratorResult()
    }
    type.define("close", "self, /") { (vm, a) throws(Raised) in
      try vm.closeGenerator(try vm.generator(a[0]))
      return .none
    }
    type.define("__repr__", "self, /") { (vm, a) throws(Raised) in
      vm.str("<generator object \(try vm.generator(a[0]).qualifiedName) at \(vm.address(a[0]))>")
    }
    installAttributes(type)
  }

  /// The exception that `throw` is to raise, owned.
  private static func thrown(_ vm: VM, _ a: Arguments) throws(Raised) -> Unmanaged<ExceptionObject> {
    let value = a.optional(2) ?? .none
    if let type = a[1].asType, type.isSubtype(of: vm.heap.types[.baseException]), !value.isNone {
      let made: Value
      if value.asException != nil, vm.isInstance(value, type) {
        made = value.retained()
      } else if let arguments = value.asTuple {
        made = try vm.call(a[1], arguments: Array(arguments.values))
      } else {
        made = try vm.call(a[1], value)
      }
      defer { made.release() }
      return try vm.exceptionInstance(made, "exceptions must derive from BaseException")
    }
    if a[1].asException != nil, !value.isNone {
      throw vm.raise(.typeError, "instance exception may not have a separate value")
    }
    return try vm.exceptionInstance(
      a[1], "exceptions must be classes or instances deriving from BaseException, not \(vm.typeName(a[1]))")
  }

  private static func installAttributes(_ type: TypeObject) {
    type.defineProperty(
      "__name__",
      get: { (vm, value) throws(Raised) in
        vm.str(try vm.generator(value).name)
      },
      set: { (vm, value, new) throws(Raised) in
        guard let name = new.asStr else { throw vm.raise(.typeError, "__name__ must be set to a string object") }
        try vm.generator(value).givenName = name.string
      })
    type.defineProperty(
      "__qualname__", get: { (vm, value) throws(Raised) in vm.str(try vm.generator(value).qualifiedName) },
      set: { (vm, value, new) throws(Raised) in
        guard let name = new.asStr else { throw vm.raise(.typeError, "__qualname__ must be set to a string object") }
        try vm.generator(value).givenQualifiedName = name.string
      })
    type.defineProperty(
      "gi_running", get: { (vm, value) throws(Raised) in .bool(try vm.generator(value).state == .running) })
    type.defineProperty(
      "gi_suspended", get: { (vm, value) throws(Raised) in .bool(try vm.generator(value).state == .suspended) })
    type.defineProperty(
      "gi_code", get: { (vm, value) throws(Raised) in try vm.generator(value).code.retainedValue })
    type.defineProperty(
      "gi_yieldfrom",
      get: { (vm, value) throws(Raised) in
        let generator = try vm.generator(value)
        return generator.state == .suspended ? vm.delegated(generator) ?? .none : .none
      })
    type.defineProperty(
      "gi_frame",
      get: { (vm, value) throws(Raised) in
        let generator = try vm.generator(value)
        if generator.state == .finished { return .none }
        let position = generator.pc - generator.code.instructionPointer - 1
        let range = generator.code.ranges.indices.contains(position) ? generator.code.ranges[position] : nil
        let line = generator.state == .created ? nil : range.map { generator.code.source.line(at: $0.start) }
        return Value(
          FrameObject(
            code: generator.code, line: line ?? generator.code.firstLine, globals: generator.globals.retainedValue,
            locals: Value(vm.locals(of: generator)), back: .none, heap: vm.heap))
      })
  }
}

extension VM {
  fileprivate func generator(_ value: Value) throws(Raised) -> GeneratorObject {
    guard let generator = value.cast(.generator, to: GeneratorObject.self) else {
      throw raiseReceiver("send", "generator", value)
    }
    return generator
  }

  fileprivate func advance(_ value: Value, sending sent: Value) throws(Raised) -> Value {
    guard let generator = value.reference(.generator, to: GeneratorObject.self) else {
      throw raiseReceiver("send", "generator", value)
    }
    let wasFinished = generator._withUnsafeGuaranteedRef { $0.state == .finished }
    if let item = try resume(generator, sending: sent) { return item }
    if wasFinished { throw raiseStopIteration() }
    throw raiseGeneratorResult()
  }

  /// `StopIteration` with what the generator returned.
  fileprivate func raiseGeneratorResult() -> Raised {
    let value = generatorResult.isUnbound ? .none : generatorResult
    return raiseStopIteration(value)
  }
}
