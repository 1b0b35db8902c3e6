import Interpreter
import Tensors

/// Seeds, defaults and print options.
enum Settings {
  static func define(in module: ModuleObject, _ state: TorchState) {
    defineSeeds(in: module, state)
    defineDefaults(in: module, state)
    definePrinting(in: module, state)
    module.define("get_num_threads", "") { (_, _) throws(Raised) in .int(1) }
    module.define("get_num_interop_threads", "") { (_, _) throws(Raised) in .int(1) }
    // Results do not depend on the number of threads, and are always deterministic.
    for name in ["set_num_threads", "set_num_interop_threads", "use_deterministic_algorithms"] {
      module.define(name, "mode, *, warn_only=False") { (_, _) throws(Raised) in .none }
    }
    module.define("are_deterministic_algorithms_enabled", "") { (_, _) throws(Raised) in .bool(true) }
  }

  static func defineSeeds(in module: ModuleObject, _ state: TorchState) {
    module.define("manual_seed", "seed") { [unowned(unsafe) state] (vm, a) throws(Raised) in
      let number = try vm.call(Value(vm.heap.types.int), a[0])
      defer { number.release() }
      guard let seed = number.bigInt, let accepted = Generator.acceptedSeed(seed) else {
        throw vm.raise(.valueError, "Overflow when unpacking long long")
      }
      state.engine.generator.manualSeed(accepted)
      return state.generator.retained()
    }
    for name in ["seed", "initial_seed"] {
      module.define(name, "") { [unowned(unsafe) state] (vm, _) throws(Raised) in
        try vm.callMethod(state.generator, name)
      }
    }
  }

  private static func defineDefaults(in module: ModuleObject, _ state: TorchState) {
    module.define("get_default_dtype", "") { [unowned(unsafe) state] (_, _) throws(Raised) in
      state.value(state.engine.defaultDType)
    }
    module.define("set_default_dtype", "d, /") { [unowned(unsafe) state] (vm, a) throws(Raised) in
      guard let object = a[0].object as? DTypeObject else {
        throw vm.raise(
          .typeError, "invalid dtype object: only floating-point types are supported as the default type")
      }
      guard object.dtype.isFloatingPoint else {
        throw vm.raise(.typeError, "only floating-point types are supported as the default type")
      }
      state.engine.defaultDType = object.dtype
      return .none
    }
  }

  private static func definePrinting(in module: ModuleObject, _ state: TorchState) {
    module.define(
      "set_printoptions", "precision=None, threshold=None, edgeitems=None, linewidth=None, profile=None, sci_mode=None"
    ) { [unowned(unsafe) state] (vm, a) throws(Raised) in
      func integer(_ index: Int) throws(Raised) -> Int? {
        guard let value = a.optional(index), !value.isNone else { return nil }
        // What nobody means is cut off, so that sums of widths and counts cannot overflow.
        return max(-(1 << 40), min(try vm.index(value), 1 << 40))
      }
      let precision = try integer(0)
      if let precision, precision > 100_000 { throw vm.raise(.valueError, "precision too big") }
      var threshold: Double?
      if let value = a.optional(1), !value.isNone { threshold = try vm.realNumber(value) }
      var sciMode: Bool?
      if let value = a.optional(5), !value.isNone { sciMode = try vm.isTrue(value) }
      let profile = a.optional(4)?.asStr.flatMap { PrintOptions.Profile(rawValue: $0.string) }
      state.printOptions.set(
        profile: profile, precision: precision, threshold: threshold, edgeItems: try integer(2),
        lineWidth: try integer(3), sciMode: sciMode)
      return .none
    }
  }
}
