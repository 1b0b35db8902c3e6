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
    for name in ["sleep", "_sleep"] { defineSleep(module, name) }
    return module
  }

  /// `sleep` lets the timers of `threading` run when their time comes; `_sleep` is what they wait with themselves.
  private static func defineSleep(_ module: ModuleObject, _ name: String) {
    module.define(name, "seconds, /") { (vm, a) throws(Raised) in
      guard let seconds = try vm.realNumberOrNil(a[0]) else {
        throw vm.raise(.typeError, "'\(vm.typeName(a[0]))' object cannot be interpreted as an integer")
      }
      if seconds.isNaN { throw vm.raise(.valueError, "Invalid value NaN (not a number)") }
      if seconds < 0 { throw vm.raise(.valueError, "sleep length must be non-negative") }
      if name == "sleep",
        let threads = vm.modules["threading"]?.cast(.module, to: ModuleObject.self)?.namespace,
        threads.get("_timers")?.asList?.count ?? 0 > 0, let pass = threads.get("_pass_time")
      {
        return try vm.call(pass, a[0])
      }
      try vm.sleep(seconds)
      return .none
    }
  }

  private static func nanoseconds(_ seconds: Double) -> Value {
    .int(Int(exactly: (seconds * 1e9).rounded(.down)) ?? 0)
  }
}
