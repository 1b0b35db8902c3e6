import Interpreter
import Tensors

/// The modules inside `torch`.
enum Submodules {
  typealias Build = (String, TorchState) -> ModuleObject

  /// Those that exist as soon as `torch` is imported, by their names in it.
  static let attributes: [(String, @Sendable (String, TorchState) -> ModuleObject)] = [
    ("autograd", { AutogradModule.make($0, $1) }), ("cuda", cuda), ("backends", backends), ("version", version),
    ("random", random), ("linalg", operations), ("special", operations), ("nn", networks),
  ]

  /// What real `torch` has besides, and notebooks may import.
  static let unavailable: [String] = [
    "torch.nn.init", "torch.nn.utils", "torch.nn.parameter", "torch.optim",
    "torch.optim.lr_scheduler", "torch.utils", "torch.utils.data", "torch.utils.tensorboard", "torch.fft", "torch.func",
    "torch.jit", "torch.sparse", "torch.distributions", "torch.hub", "torch.onnx", "torch.profiler", "torch.fx",
    "torch.multiprocessing", "torch.distributed", "torch.testing", "torch.export", "torch.quantization", "torch.ao",
    "torch.signal", "torch.masked", "torch.nested", "torch.package", "torch.futures", "torch.mps", "torch.xpu",
    "torch.cpu",
    "torch.amp", "torch.compiler", "torch.library", "torch.overrides", "torch.return_types", "torch.types",
    "torch.storage",
  ]

  /// A module that holds nothing but operations.
  @Sendable private static func operations(_ name: String, _ state: TorchState) -> ModuleObject {
    let module = make(name, state)
    OperationBinding.defineFunctions(in: module, state)
    if name == "torch.linalg" { module.namespace.set("LinAlgError", state.linAlgError.retainedValue) }
    return module
  }

  /// So far only the functions.
  @Sendable private static func networks(_ name: String, _ state: TorchState) -> ModuleObject {
    let module = make(name, state)
    module.isPackage = true
    module.namespace.set("functional", Value(operations("\(name).functional", state)))
    return module
  }

  private static func make(_ name: String, _ state: TorchState) -> ModuleObject {
    let module = ModuleObject(name: name, heap: state.vm.heap)
    module.unavailable = { Names.unavailable($0, in: name) }
    return module
  }

  /// There is no GPU, and notebooks ask.
  @Sendable private static func cuda(_ name: String, _ state: TorchState) -> ModuleObject {
    let module = make(name, state)
    for name in ["is_available", "is_initialized", "is_bf16_supported"] {
      module.define(name, "") { (_, _) throws(Raised) in .bool(false) }
    }
    module.define("device_count", "") { (_, _) throws(Raised) in .int(0) }
    for name in ["manual_seed", "manual_seed_all"] {
      module.define(name, "seed") { (_, _) throws(Raised) in .none }
    }
    for name in ["seed", "seed_all", "empty_cache"] { module.define(name, "") { (_, _) throws(Raised) in .none } }
    return module
  }

  @Sendable private static func backends(_ name: String, _ state: TorchState) -> ModuleObject {
    let module = make(name, state)
    module.isPackage = true
    for part in ["cudnn", "mps", "cuda"] {
      let inner = make("\(name).\(part)", state)
      for function in ["is_available", "is_built"] {
        inner.define(function, "") { (_, _) throws(Raised) in .bool(false) }
      }
      inner.namespace.set("deterministic", .bool(false))
      inner.namespace.set("benchmark", .bool(false))
      inner.namespace.set("enabled", .bool(true))
      module.namespace.set(part, Value(inner))
    }
    return module
  }

  @Sendable private static func version(_ name: String, _ state: TorchState) -> ModuleObject {
    let module = make(name, state)
    module.namespace.set("__version__", state.vm.str("2.13.0+cpu"))
    module.namespace.set("cuda", .none)
    module.namespace.set("hip", .none)
    return module
  }

  @Sendable private static func random(_ name: String, _ state: TorchState) -> ModuleObject {
    let module = make(name, state)
    Settings.defineSeeds(in: module, state)
    return module
  }
}
