/// The functions of `sys` that ask for a setting, or change one.
extension SysModule {
  static func defineSettings(_ module: ModuleObject) {
    module.define("get_int_max_str_digits", "") { (vm, _) throws(Raised) in .int(vm.limits.integerDigits) }
    module.define("set_int_max_str_digits", "maxdigits") { (vm, a) throws(Raised) in
      let digits = try smallNumber(a[0], vm)
      if digits != 0 && digits < 640 {
        throw vm.raise(.valueError, "maxdigits must be 0 or larger than 640")
      }
      vm.limits.integerDigits = digits
      return .none
    }
    for (name, text) in [
      ("getdefaultencoding", "utf-8"), ("getfilesystemencoding", "utf-8"),
      ("getfilesystemencodeerrors", "surrogateescape"),
    ] {
      module.define(name, "") { (vm, _) throws(Raised) in vm.str(text) }
    }
    module.define("is_finalizing", "") { (vm, _) throws(Raised) in .bool(vm.isEnding) }
    module.define("audit", "event, /, *args") { (_, _) throws(Raised) in .none }
    module.define("call_tracing", "func, args, /") { (vm, a) throws(Raised) in
      guard a[1].asTuple != nil else {
        throw vm.raise(.typeError, "call_tracing() argument 2 must be tuple, not \(vm.typeName(a[1]))")
      }
      return try vm.call(a[0], arguments: a[1].tupleValues)
    }
    module.define("getswitchinterval", "") { (_, _) throws(Raised) in .float(0.005) }
    module.define("setswitchinterval", "interval, /") { (vm, a) throws(Raised) in
      guard try vm.realNumber(a[0]) > 0 else {
        throw vm.raise(.valueError, "switch interval must be strictly positive")
      }
      return .none
    }
    defineHooks(module)
  }

  /// Functions that watch a program: none can be set, but code may ask and put back.
  private static func defineHooks(_ module: ModuleObject) {
    for name in ["trace", "profile"] {
      module.define("get\(name)", "") { (_, _) throws(Raised) in .none }
      module.define("set\(name)", "function, /") { (vm, a) throws(Raised) in
        if a[0].isNone { return .none }
        throw vm.raise(.notImplementedError, "sys.set\(name) is not available in nbcheck")
      }
    }
    module.define("excepthook", "exctype, value, traceback, /") { (vm, a) throws(Raised) in
      if a[1].asException != nil {
        let stream = vm.standardStream("stderr")
        for line in TracebackText(vm, hasHints: true).lines(a[1]) { try vm.write(line + "\n", to: stream) }
      }
      return .none
    }
    module.define("unraisablehook", "unraisable, /") { (vm, a) throws(Raised) in
      let exception = try vm.getAttribute(a[0], vm.heap.intern("exc_value"))
      defer { exception.release() }
      guard exception.asException != nil else { return .none }
      let stream = vm.standardStream("stderr")
      for line in TracebackText(vm).lines(exception) { try vm.write(line + "\n", to: stream) }
      return .none
    }
    module.namespace.set("__unraisablehook__", (module.namespace.get("unraisablehook") ?? .none).retained())
    module.namespace.set("__excepthook__", (module.namespace.get("excepthook") ?? .none).retained())
  }

  /// An integer that C would keep in an `int`.
  static func smallNumber(_ value: Value, _ vm: VM) throws(Raised) -> Int {
    guard let number = try vm.indexNumber(value) else {
      throw vm.raise(.typeError, "'\(vm.typeName(value))' object cannot be interpreted as an integer")
    }
    guard let small = Int32(exactly: number) else {
      throw vm.raise(.overflowError, "Python int too large to convert to C int")
    }
    return Int(small)
  }
}
