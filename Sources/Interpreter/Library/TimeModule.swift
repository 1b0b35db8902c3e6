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
      guard let seconds = try vm.realNumberOrNil(a[0]) else {
        throw vm.raise(.typeError, "'\(vm.typeName(a[0]))' object cannot be interpreted as an integer")
      }
      if seconds.isNaN { throw vm.raise(.valueError, "Invalid value NaN (not a number)") }
      if seconds < 0 { throw vm.raise(.valueError, "sleep length must be non-negative") }
      try vm.sleep(seconds)
      return .none
    }
    return module
  }

  private static func nanoseconds(_ seconds: Double) -> Value {
    .int(Int(exactly: (seconds * 1e9).rounded(.down)) ?? 0)
  }
}
