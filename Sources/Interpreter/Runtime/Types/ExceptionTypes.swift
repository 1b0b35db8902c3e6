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
      guard let type = a[0].asType, let arguments = a[1].asTuple else { return .none }
      _ = Value(arguments).retained()
      return Value(ExceptionObject(type: type, arguments: arguments))
    }
    base.define("__init__", "self, /, *args, **kwargs") { (vm, a) throws(Raised) in
      guard let exception = a[0].asException, let arguments = a[1].asTuple else { return .none }
      if let keywords = a[2].asDict, keywords.count > 0 { try vm.setKeywords(exception, keywords) }
      let old = Value(exception.arguments)
      _ = Value(arguments).retained()
      exception.arguments = arguments
      old.release()
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
    base.define("with_traceback", "self, tb, /") { (_, a) throws(Raised) in a[0].retained() }
    base.define("add_note", "self, note, /") { (vm, a) throws(Raised) in
      let name = vm.heap.intern("__notes__")
      if let notes = a[0].object?.ownAttribute(name)?.asList {
        notes.append(a[1].retained())
      } else {
        a[0].object?.setOwnAttribute(name, vm.list([a[1].retained()]))
      }
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
        guard let exception = value.asException else { return }
        let old = Value(exception.arguments)
        exception.arguments = TupleObject.make(try vm.array(new), type: vm.heap.types.tuple)
        old.release()
      })
    base.defineProperty(
      "__cause__",
      get: { (_, value) throws(Raised) in value.asException?.cause.orNone.retained() ?? .none },
      set: { (_, value, new) throws(Raised) in
        guard let exception = value.asException else { return }
        let old = exception.cause
        exception.cause = new.isNone ? .unbound : new.retained()
        exception.suppressesContext = true
        old.release()
      })
    base.defineProperty(
      "__context__",
      get: { (_, value) throws(Raised) in value.asException?.context.orNone.retained() ?? .none },
      set: { (_, value, new) throws(Raised) in
        guard let exception = value.asException else { return }
        let old = exception.context
        exception.context = new.isNone ? .unbound : new.retained()
        old.release()
      })
    base.defineProperty(
      "__suppress_context__",
      get: { (_, value) throws(Raised) in .bool(value.asException?.suppressesContext ?? false) })
    base.defineProperty(
      "__traceback__",
      get: { (vm, value) throws(Raised) in
        guard let exception = value.asException, !exception.traceback.isEmpty else { return .none }
        return Value(TracebackObject(exception.traceback, heap: vm.heap))
      },
      set: { (_, _, _) throws(Raised) in })
  }

  /// Attributes that single classes have.
  private static func installSpecific(_ vm: VM) {
    let types = vm.heap.types!
    types[.stopIteration].define("__init__", "self, /, *args") { (vm, a) throws(Raised) in
      let first = a[1].asTuple.flatMap { $0.count > 0 ? $0.items[0] : nil } ?? .none
      a[0].object?.setOwnAttribute(vm.heap.intern("value"), first.retained())
      return .none
    }
    types[.systemExit].define("__init__", "self, /, *args") { (vm, a) throws(Raised) in
      let first = a[1].asTuple.flatMap { $0.count == 1 ? $0.items[0].retained() : $0.count > 1 ? a[1].retained() : nil }
      a[0].object?.setOwnAttribute(vm.heap.intern("code"), first ?? .none)
      return .none
    }
    types[.osError].define("__init__", "self, /, *args") { (vm, a) throws(Raised) in
      guard let arguments = a[1].asTuple else { return .none }
      for (index, name) in ["errno", "strerror", "filename"].enumerated() {
        let value = arguments.count >= 2 && index < arguments.count ? arguments.items[index] : .none
        a[0].object?.setOwnAttribute(vm.heap.intern(name), value.retained())
      }
      return .none
    }
    types[.osError].define("__str__", "self, /") { (vm, a) throws(Raised) in
      guard let arguments = a[0].asException?.arguments else { return .none }
      if arguments.count < 2 { return vm.str(arguments.count == 0 ? "" : try vm.strText(arguments.items[0])) }
      let text = "[Errno \(try vm.strText(arguments.items[0]))] \(try vm.strText(arguments.items[1]))"
      return vm.str(arguments.count > 2 ? "\(text): \(try vm.repr(arguments.items[2]))" : text)
    }
  }
}

extension VM {
  /// `ImportError("…", name="x")` and the like: the few keywords that exceptions take.
  fileprivate func setKeywords(_ exception: ExceptionObject, _ keywords: DictObject) throws(Raised) {
    for (name, value) in keywords.keywordPairs {
      guard ["name", "obj", "path"].contains(name.string),
        exception.type.mro.contains(where: {
          $0 === heap.types[.importError] || $0 === heap.types[.nameError] || $0 === heap.types[.attributeError]
        })
      else { throw raise(.typeError, "\(exception.type.name)() takes no keyword arguments") }
      exception.setOwnAttribute(heap.intern(name.string), value.retained())
    }
  }
}

extension Value {
  fileprivate var orNone: Value { isUnbound ? .none : self }
}
