import Interpreter
import Tensors

/// The module `torch`.
enum TorchModule {
  static func make(_ state: TorchState) -> ModuleObject {
    let vm = state.vm
    let module = ModuleObject(name: "torch", heap: vm.heap)
    module.isPackage = true
    module.unavailable = { Names.unavailable($0, in: "torch") }
    let names = module.namespace
    OperationBinding.defineFunctions(in: module, state)
    TensorConstruction.define(in: module, state)
    GradMode.define(in: names, state)
    ConstantType.define(in: names, state)
    Settings.define(in: module, state)
    NumericLimits.define(in: names, state)
    defineTypes(names, state)
    defineFunctions(module, state)
    for (name, build) in Submodules.attributes {
      let part = Value(build("torch.\(name)", state))
      vm.modules["torch.\(name)"] = part.retained()
      names.set(name, part)
    }
    return module
  }

  private static func defineTypes(_ names: DictObject, _ state: TorchState) {
    names.set("Tensor", state.tensorType.retainedValue)
    names.set("Size", state.sizeType.retainedValue)
    names.set("device", state.deviceType.retainedValue)
    names.set("dtype", state.dtypeType.retainedValue)
    names.set("Generator", state.generatorType.retainedValue)
    names.set("default_generator", state.generator.retained())
    for (name, dtype) in DType.byName { names.set(name, state.value(dtype)) }
    names.set("__version__", state.vm.str("2.13.0+cpu"))
    names.set("pi", .float(.pi))
    names.set("e", .float(2.718281828459045))
    names.set("inf", .float(.infinity))
    names.set("nan", .float(.nan))
    names.set("newaxis", .none)
  }

  private static func defineFunctions(_ module: ModuleObject, _ state: TorchState) {
    module.define("is_tensor", "obj") { [unowned(unsafe) state] (_, a) throws(Raised) in
      .bool(state.tensor(a[0]) != nil)
    }
    module.define("is_grad_enabled", "") { [unowned(unsafe) state] (_, _) throws(Raised) in
      .bool(state.engine.isGradEnabled)
    }
    module.define("is_inference_mode_enabled", "") { (_, _) throws(Raised) in .bool(false) }
    module.define("is_complex", "input") { [unowned(unsafe) state] (_, a) throws(Raised) in
      .bool(try state.receiver(a[0], "is_complex").dtype.isComplex)
    }
    module.define("typename", "obj") { [unowned(unsafe) state] (vm, a) throws(Raised) in
      if let tensor = state.tensor(a[0]) { return vm.str(tensor.dtype.tensorTypeName) }
      let type = vm.heap.types.of(a[0])
      return vm.str(type.moduleName == "builtins" ? type.name : "\(type.moduleName).\(type.name)")
    }
  }
}
