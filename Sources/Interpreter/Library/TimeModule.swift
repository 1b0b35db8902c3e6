/// `_time`: the clocks of the host, for the module `time` around them.
enum TimeModule {
  static func make(_ vm: VM) throws(Raised) -> ModuleObject {
    let module = ModuleObject(name: "time", heap: vm.heap)
    module.define("time", "") { (vm, _) throws(Raised) in .float(vm.host.time()) }
    module.define("time_ns", "") { (vm, _) throws(Raised) in nanoseconds(vm.host.time()) }
    for name in ["perf_counter", "monotonic", "process_time", "thread_time"] {
      module.define(name, "") { (vm, _) throws(Raised) in .float(vm.host.monotonicTime()) }
      module.define("\(name)_ns", "") { (vm, _) throws(Raised) in nanoseconds(vm.host.monotonicTime()) }
    }
    module.define("sleep", "seconds, /") { (vm, a) throws(Raised) in
      let seconds = try length(vm, a[0])
      // Timers of `threading` run when their time comes.
      if let threads = vm.modules["threading"]?.cast(.module, to: ModuleObject.self)?.namespace,
        threads.get("_timers")?.asList?.count ?? 0 > 0, let pass = threads.get("_pass_time")
      {
        return try vm.call(pass, a[0])
      }
      try vm.sleep(seconds)
      return .none
    }
    // What the timers wait with themselves.
    module.define("_sleep", "seconds, /") { (vm, a) throws(Raised) in
      try vm.sleep(try length(vm, a[0]))
      return .none
    }
    return module
  }

  /// How long to sleep, in seconds.
  private static func length(_ vm: VM, _ value: Value) throws(Raised) -> Double {
    guard let seconds = try vm.realNumberOrNil(value) else {
      throw vm.raise(.typeError, "'\(vm.typeName(value))' object cannot be interpreted as an integer")
    }
    if seconds.isNaN { throw vm.raise(.valueError, "Invalid value NaN (not a number)") }
    if seconds < 0 { throw vm.raise(.valueError, "sleep length must be non-negative") }
    return seconds
  }

  private static func nanoseconds(_ seconds: Double) -> Value {
    .int(Int(exactly: (seconds * 1e9).rounded(.down)) ?? 0)
  }
}
