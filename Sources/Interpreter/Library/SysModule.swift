/// `sys`, as far as a notebook may see the machine: none of it but its own limits and streams.
enum SysModule {
  static func make(_ vm: VM) throws(Raised) -> ModuleObject {
    let module = ModuleObject(name: "sys", heap: vm.heap)
    let names = module.namespace
    let streams = StreamObject.makeType(vm)
    for (name, stream) in [("stdout", OutputStream.stdout), ("stderr", .stderr), ("stdin", nil)] {
      let object = Value(StreamObject(stream, type: streams))
      names.set(name, object)
      names.set("__\(name)__", object.retained())
    }
    names.set("argv", vm.list(vm.arguments.isEmpty ? [vm.str("")] : vm.arguments.map { vm.str($0) }))
    names.set("path", vm.searchPath.retained())
    names.set("modules", vm.modules.dict.retainedValue)
    setFacts(vm, names)
    defineSettings(module)
    defineFunctions(module)
    return module
  }

  private static func defineFunctions(_ module: ModuleObject) {
    module.define("exit", "status=None, /") { (vm, a) throws(Raised) in
      let status = a.optional(0) ?? .none
      let arguments = status.asTuple.map { Array($0.values) } ?? (status.isNone ? [] : [status])
      throw try vm.raise(vm.call(Value(vm.heap.types[.systemExit]), arguments: arguments))
    }
    module.define("getrecursionlimit", "") { (vm, _) throws(Raised) in .int(vm.limits.recursion) }
    module.define("setrecursionlimit", "limit, /") { (vm, a) throws(Raised) in
      let limit = try smallNumber(a[0], vm)
      if limit < 1 { throw vm.raise(.valueError, "recursion limit must be greater or equal than 1") }
      vm.limits.recursion = min(limit, VM.frameCapacity - 100)
      return .none
    }
    module.define("getsizeof", "object, default=None") { (vm, a) throws(Raised) in
      .int(try ObjectSize.of(a[0], default: a.optional(1), vm))
    }
    module.define("intern", "string, /") { (vm, a) throws(Raised) in
      guard let text = a[0].asStr else {
        throw vm.raise(.typeError, "intern() argument must be str, not \(vm.argumentName(a[0]))")
      }
      return vm.heap.intern(text.string).retainedValue
    }
    module.define("displayhook", "object, /") { (vm, a) throws(Raised) in
      if a[0].isNone { return .none }
      try vm.write(try vm.repr(a[0]) + "\n", to: vm.standardStream("stdout"))
      vm.builtins.set("_", a[0].retained())
      return .none
    }
    module.define("breakpointhook", "*args, **kwargs") { (vm, _) throws(Raised) in
      throw vm.raise(.notImplementedError, "breakpoint() is not available in nbcheck")
    }
    for hook in ["displayhook", "breakpointhook"] {
      module.namespace.set("__\(hook)__", (module.namespace.get(hook) ?? .none).retained())
    }
    module.define("exc_info", "") { (vm, _) throws(Raised) in
      guard let exception = vm.handled.asException else { return vm.tuple([.none, .none, .none]) }
      return vm.tuple([
        exception.type.retainedValue, exception.retainedValue,
        try vm.getAttribute(Value(exception), vm.heap.intern("__traceback__")),
      ])
    }
    module.define("exception", "") { (vm, _) throws(Raised) in
      vm.handled.asException?.retainedValue ?? .none
    }
    module.define("_getframe", "depth=0, /") { (vm, a) throws(Raised) in
      let depth = try a.optional(0).map { (value) throws(Raised) in try vm.index(value) } ?? 0
      guard let frame = vm.frameObject(above: max(0, depth)) else {
        throw vm.raise(.valueError, "call stack is not deep enough")
      }
      return frame
    }
    module.define("getrefcount", "object, /") { (_, a) throws(Raised) in
      .int(a[0].object.map { Int($0.refCount) } ?? Int(UInt32.max))
    }
  }
}

extension VM {
  /// Raises an exception object that the caller owns.
  func raise(_ exception: Value) -> Raised {
    guard let object = exception.reference(.exception, to: ExceptionObject.self) else {
      exception.release()
      return raise(.typeError, "exceptions must derive from BaseException")
    }
    return raise(object)
  }
}
