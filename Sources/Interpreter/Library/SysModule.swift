/// `sys`, as far as a notebook may see the machine: none of it but its own limits and streams.
enum SysModule {
  static func make(_ vm: VM) throws(Raised) -> ModuleObject {
    let module = ModuleObject(name: "sys", heap: vm.heap)
    let names = module.namespace
    let streams = StreamObject.makeType(vm)
    for (name, stream) in [("stdout", OutputStream.stdout), ("stderr", .stderr)] {
      let object = Value(StreamObject(stream, type: streams))
      names.set(name, object)
      names.set("__\(name)__", object.retained())
    }
    names.set("maxsize", .int(.max))
    names.set("maxunicode", .int(0x10FFFF))
    names.set("byteorder", vm.str("little"))
    names.set("platform", vm.str("linux"))
    names.set("version", vm.str("3.11.0 (nbcheck)"))
    names.set("hexversion", .int(0x030b_00f0))
    names.set("argv", vm.list(vm.arguments.isEmpty ? [vm.str("")] : vm.arguments.map { vm.str($0) }))
    names.set("path", vm.searchPath.retained())
    names.set("modules", vm.modules.dict.retainedValue)
    let release = { (vm: VM) in [.int(3), .int(11), .int(0), vm.str("final"), .int(0)] as [Value] }
    names.set(
      "version_info",
      StructSequence.make(
        vm,
        type: StructSequence.makeType(
          vm, "version_info", module: "sys", fields: ["major", "minor", "micro", "releaselevel", "serial"]),
        release(vm)))
    names.set("float_info", floatInfo(vm))
    defineFunctions(module)
    return module
  }

  private static func floatInfo(_ vm: VM) -> Value {
    let fields: [(String, Value)] = [
      ("max", .float(.greatestFiniteMagnitude)), ("max_exp", .int(1024)), ("max_10_exp", .int(308)),
      ("min", .float(.leastNormalMagnitude)), ("min_exp", .int(-1021)), ("min_10_exp", .int(-307)),
      ("dig", .int(15)), ("mant_dig", .int(53)), ("epsilon", .float(.ulpOfOne)), ("radix", .int(2)),
      ("rounds", .int(1)),
    ]
    let type = StructSequence.makeType(vm, "float_info", module: "sys", fields: fields.map(\.0))
    return StructSequence.make(vm, type: type, fields.map(\.1))
  }

  private static func defineFunctions(_ module: ModuleObject) {
    module.define("exit", "status=None, /") { (vm, a) throws(Raised) in
      let status = a.optional(0) ?? .none
      let arguments = status.asTuple.map { Array($0.values) } ?? (status.isNone ? [] : [status])
      throw try vm.raise(vm.call(Value(vm.heap.types[.systemExit]), arguments: arguments))
    }
    module.define("getrecursionlimit", "") { (vm, _) throws(Raised) in .int(vm.limits.recursion) }
    module.define("setrecursionlimit", "limit, /") { (vm, a) throws(Raised) in
      let limit = try vm.index(a[0])
      if limit < 1 { throw vm.raise(.valueError, "recursion limit must be greater or equal than 1") }
      vm.limits.recursion = min(limit, VM.frameCapacity - 100)
      return .none
    }
    module.define("getsizeof", "object, default=None, /") { (vm, a) throws(Raised) in
      throw vm.raise(.notImplementedError, "sys.getsizeof is not available in nbcheck: objects have other sizes here")
    }
    module.define("intern", "string, /") { (vm, a) throws(Raised) in
      guard let text = a[0].asStr else {
        throw vm.raise(.typeError, "intern() argument must be str, not \(vm.argumentName(a[0]))")
      }
      return vm.heap.intern(text.string).retainedValue
    }
    module.define("displayhook", "object, /") { (vm, a) throws(Raised) in
      if a[0].isNone { return .none }
      vm.host.write(try vm.repr(a[0]) + "\n", to: .stdout)
      vm.builtins.set("_", a[0].retained())
      return .none
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
      .int(a[0].object.map { Int($0.refCount) + 1 } ?? Int(UInt32.max))
    }
  }
}

extension VM {
  /// Raises an exception object that the caller owns.
  func raise(_ exception: Value) -> Raised {
    guard let object = exception.asException else {
      exception.release()
      return raise(.typeError, "exceptions must derive from BaseException")
    }
    return raise(object)
  }
}
