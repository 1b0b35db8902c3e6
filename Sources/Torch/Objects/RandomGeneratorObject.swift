import Interpreter
import Tensors

/// `torch.Generator`
final class RandomGeneratorObject: ForeignObject {
  let generator: Generator

  init(_ generator: Generator, type: TypeObject) {
    self.generator = generator
    super.init(type)
  }
}

enum GeneratorType {
  static func install(_ state: TorchState) {
    let type = state.generatorType
    type.define("__new__", "cls, device='cpu'") { [unowned(unsafe) state] (vm, a) throws(Raised) in
      if let device = a.optional(1), try !state.checkDevice(device) {
        throw vm.raise(
          .typeError, "Generator(): argument 'device' (position 1) must be torch.device, not \(vm.typeName(device))")
      }
      return Value(RandomGeneratorObject(Generator(), type: state.generatorType))
    }
    type.define("manual_seed", "self, seed, /") { (vm, a) throws(Raised) in
      let object = try receiver(vm, a[0], "manual_seed")
      guard let seed = a[1].bigInt else {
        throw vm.raise(.runtimeError, "manual_seed expected a long, but got \(vm.typeName(a[1]))")
      }
      guard let accepted = Generator.acceptedSeed(seed) else {
        throw vm.raise(.valueError, "Overflow when unpacking long long")
      }
      object.generator.manualSeed(accepted)
      return a[0].retained()
    }
    type.define("seed", "self, /") { (vm, a) throws(Raised) in
      vm.drewUnseeded = true
      return integer(vm, try receiver(vm, a[0], "seed").generator.seed())
    }
    type.define("initial_seed", "self, /") { (vm, a) throws(Raised) in
      let generator = try receiver(vm, a[0], "initial_seed").generator
      if !generator.isSeeded { vm.drewUnseeded = true }
      return integer(vm, generator.initialSeed)
    }
    type.defineProperty("device") { [unowned(unsafe) state] (_, _) throws(Raised) in state.cpu }
  }

  static func integer(_ vm: VM, _ number: UInt64) -> Value { vm.heap.integer(.init(number)) }

  private static func receiver(_ vm: VM, _ value: Value, _ method: String) throws(Raised) -> RandomGeneratorObject {
    guard let object = value.object as? RandomGeneratorObject else {
      throw vm.raiseReceiver(method, "torch._C.Generator", value)
    }
    return object
  }
}
