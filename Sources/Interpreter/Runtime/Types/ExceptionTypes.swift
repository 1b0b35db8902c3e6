/// The exception classes and their attributes.
enum ExceptionTypes {
  static func install(_ vm: VM) {
    let base = vm.heap.types[.baseException]
    for exception in ExceptionType.allCases {
      let type = vm.heap.types[exception]
      vm.builtins.set(exception.name, type.retainedValue)
    }
    vm.builtins.set("IOError", vm.heap.types[.osError].retainedValue)
    vm.builtins.set("EnvironmentError", vm.heap.types[.osError].retainedValue)
    base.define("__new__", "cls, /, *args, **kwargs") { (vm, a) throws(Raised) in
      let type = try vm.classArgument(a[0], vm.heap.types[.baseException])
      guard let arguments = a[1].asTuple else { return .none }
      _ = Value(arguments).retained()
      return Value(ExceptionObject.make(type: type, arguments: arguments))
    }
    base.define("__init__", "self, /, *args, **kwargs") { (vm, a) throws(Raised) in
      guard let exception = a[0].asException, let arguments = a[1].asTuple else {
        throw vm.raiseReceiver("__init__", "BaseException", a[0])
      }
      if let keywords = a[2].asDict, keywords.count > 0 { try vm.setKeywords(exception, keywords) }
      exception.setArguments(arguments)
      return .none
    }
    base.define("__repr__", "self, /") { (vm, a) throws(Raised) in
      guard let exception = a[0].asException else { return .none }
      if exception.arguments.count == 1 {
        return vm.str("\(exception.type.name)(\(try vm.repr(exception.arguments.items[0])))")
      }
      return vm.str("\(exception.type.name)\(try vm.repr(Value(exception.arguments)))")
    }
    base.define("__str__", "self, /") { (vm, a) throws(Raised) in
      guard let exception = a[0].asException else { return .none }
      switch exception.arguments.count {
      case 0: return vm.str("")
      case 1: return vm.str(try vm.strText(exception.arguments.items[0]))
      default: return vm.str(try vm.repr(Value(exception.arguments)))
      }
    }
    vm.heap.types[.keyError].define("__str__", "self, /") { (vm, a) throws(Raised) in
      guard let exception = a[0].asException else { return .none }
      switch exception.arguments.count {
      case 0: return vm.str("")
      case 1: return vm.str(try vm.repr(exception.arguments.items[0]))
      default: return vm.str(try vm.repr(Value(exception.arguments)))
      }
    }
    base.define("with_traceback", "self, tb, /") { (vm, a) throws(Raised) in
      try vm.setTraceback(a[0], a[1])
      return a[0].retained()
    }
    base.define("add_note", "self, note, /") { (vm, a) throws(Raised) in
      guard a[1].asStr != nil else {
        throw vm.raise(.typeError, "note must be a str, not '\(vm.typeName(a[1]))'")
      }
      let name = vm.heap.intern("__notes__")
      guard let known = try vm.findAttribute(a[0], name) else {
        a[0].object?.setOwnAttribute(name, vm.list([a[1].retained()]))
        return .none
      }
      defer { known.release() }
      guard let notes = known.asList else { throw vm.raise(.typeError, "Cannot add note: __notes__ is not a list") }
      notes.append(a[1].retained())
      return .none
    }
    base.define("__reduce__", "self, /") { (vm, a) throws(Raised) in
      guard let exception = a[0].asException else { throw vm.raiseReceiver("__reduce__", "BaseException", a[0]) }
      var parts = [exception.type.retainedValue, Value(exception.arguments).retained()]
      if !exception.ownAttributeNames.isEmpty { parts.append(exception.dictionary().retainedValue) }
      return vm.tuple(parts)
    }
    base.define("__setstate__", "self, state, /") { (vm, a) throws(Raised) in
      guard !a[1].isNone else { return .none }
      guard let state = a[1].asDict else { throw vm.raise(.typeError, "state is not a dictionary") }
      for (name, value) in state.keywordPairs { try vm.setAttribute(a[0], name, value) }
      return .none
    }
    installAttributes(base)
    installSpecific(vm)
    installSyntaxError(vm)
    installGroups(vm)
  }

  private static func installAttributes(_ base: TypeObject) {
    base.defineProperty(
      "args",
      get: { (_, value) throws(Raised) in value.asException.map { Value($0.arguments).retained() } ?? .none },
      set: { (vm, value, new) throws(Raised) in
        if new.isUnbound { throw vm.raise(.typeError, "args may not be deleted") }
        let arguments = vm.tuple(try vm.array(new))
        defer { arguments.release() }
        if let tuple = arguments.asTuple { value.asException?.setArguments(tuple) }
      })
    base.defineProperty(
      "__cause__",
      get: { (_, value) throws(Raised) in value.asException?.cause.orNone.retained() ?? .none },
      set: { (vm, value, new) throws(Raised) in
        guard let exception = value.asException else { return }
        let old = exception.cause
        exception.cause = try vm.chained(new, "cause")
        exception.suppressesContext = true
        old.release()
      })
    base.defineProperty(
      "__context__",
      get: { (_, value) throws(Raised) in value.asException?.context.orNone.retained() ?? .none },
      set: { (vm, value, new) throws(Raised) in
        guard let exception = value.asException else { return }
        let old = exception.context
        exception.context = try vm.chained(new, "context")
        old.release()
      })
    base.defineProperty(
      "__suppress_context__",
      get: { (_, value) throws(Raised) in .bool(value.asException?.suppressesContext ?? false) },
      set: { (vm, value, new) throws(Raised) in
        guard case .bool(let flag) = new else { throw vm.raise(.typeError, "attribute value type must be bool") }
        value.asException?.suppressesContext = flag
      })
    base.defineProperty(
      "__traceback__",
      get: { (vm, value) throws(Raised) in
        guard let exception = value.asException, exception.hasTraceback else { return .none }
        return exception.tracebackObject()
      },
      set: { (vm, value, new) throws(Raised) in
        if new.isUnbound { throw vm.raise(.typeError, "__traceback__ may not be deleted") }
        try vm.setTraceback(value, new)
      })
  }

  /// Attributes that single classes have, None until they are set.
  static func members(of type: ExceptionType) -> [String] {
    switch type {
    case .stopIteration: ["value"]
    case .systemExit: ["code"]
    case .osError: ["errno", "strerror", "filename", "filename2"]
    case .importError: ["msg", "name", "path"]
    case .attributeError: ["name", "obj"]
    case .nameError: ["name"]
    case .syntaxError:
      ["msg", "filename", "lineno", "offset", "text", "end_lineno", "end_offset", "print_file_and_line"]
    default: []
    }
  }

  private static func installSpecific(_ vm: VM) {
    let types = vm.heap.types!
    for exception in ExceptionType.allCases {
      let type = types[exception]
      if let base = type.base { type.slotNames.formUnion(base.slotNames) }
      for name in members(of: exception) {
        let interned = vm.heap.intern(name)
        type.slotNames.insert(name)
        type.set(interned, Value(MemberObject(interned, owner: type, isOptional: true, heap: vm.heap)))
      }
    }
    types[.stopIteration].define("__init__", "self, /, *args") { (vm, a) throws(Raised) in
      guard let exception = a[0].asException, let arguments = a[1].asTuple else { return .none }
      exception.setArguments(arguments)
      exception.setOwnAttribute(
        vm.heap.intern("value"), arguments.count > 0 ? arguments.items[0].retained() : .none)
      return .none
    }
    types[.systemExit].define("__init__", "self, /, *args") { (vm, a) throws(Raised) in
      guard let exception = a[0].asException, let arguments = a[1].asTuple else { return .none }
      exception.setArguments(arguments)
      let code: Value =
        switch arguments.count {
        case 0: .none
        case 1: arguments.items[0].retained()
        default: a[1].retained()
        }
      exception.setOwnAttribute(vm.heap.intern("code"), code)
      return .none
    }
    installImportError(vm)
    OSErrors.install(vm)
  }

  private static func installImportError(_ vm: VM) {
    let type = vm.heap.types[.importError]
    type.define("__init__", "self, /, *args, **kwargs") { (vm, a) throws(Raised) in
      guard let exception = a[0].asException, let arguments = a[1].asTuple else { return .none }
      if let keywords = a[2].asDict {
        for (name, value) in keywords.keywordPairs {
          guard name.string == "name" || name.string == "path" else {
            throw vm.raise(
              .typeError, "'\(name.string)' is an invalid keyword argument for ImportError()")
          }
          exception.setOwnAttribute(vm.heap.intern(name.string), value.retained())
        }
      }
      exception.setArguments(arguments)
      if arguments.count == 1 { exception.setOwnAttribute(vm.heap.intern("msg"), arguments.items[0].retained()) }
      return .none
    }
  }
}

extension VM {
  /// `NameError("…", name="x")` and the like: the few keywords that exceptions take.
  fileprivate func setKeywords(_ exception: ExceptionObject, _ keywords: DictObject) throws(Raised) {
    let type = exception.type
    for (name, value) in keywords.keywordPairs {
      let isKnown: Bool =
        type.isSubtype(of: heap.types[.attributeError])
        ? ["name", "obj"].contains(name.string)
        : type.isSubtype(of: heap.types[.nameError]) && name.string == "name"
      guard isKnown else {
        let takesSome = type.isSubtype(of: heap.types[.attributeError]) || type.isSubtype(of: heap.types[.nameError])
        throw raise(
          .typeError,
          takesSome
            ? "'\(name.string)' is an invalid keyword argument for \(type.name)()"
            : "\(type.name)() takes no keyword arguments")
      }
      exception.setOwnAttribute(heap.intern(name.string), value.retained())
    }
  }

  /// An exception to be a cause or a context, or `.unbound` for None. Owned.
  fileprivate func chained(_ value: Value, _ word: String) throws(Raised) -> Value {
    if value.isUnbound { throw raise(.typeError, "__\(word)__ may not be deleted") }
    if value.isNone { return .unbound }
    guard value.asException != nil else {
      throw raise(.typeError, "exception \(word) must be None or derive from BaseException")
    }
    return value.retained()
  }

  fileprivate func setTraceback(_ exception: Value, _ traceback: Value) throws(Raised) {
    guard let exception = exception.asException else { return }
    if traceback.isNone {
      exception.traceback = []
    } else if let traceback = traceback.cast(.traceback, to: TracebackObject.self) {
      traceback.refCount &+= 1
      exception.setTraceback(traceback)
    } else {
      throw raise(.typeError, "__traceback__ must be a traceback or None")
    }
  }
}

extension Value {
  fileprivate var orNone: Value { isUnbound ? .none : self }
}
