import Interpreter

/// `torch`, as notebooks import it.
package enum Torch {
  /// Makes `torch` and its parts known to the machine. Nothing is built before the first import.
  package static func install(in vm: VM) {
    // Shared by all of the modules, made with the first of them.
    var made: TorchState?
    func state(_ vm: VM) -> TorchState {
      if let made { return made }
      let new = TorchState(vm)
      made = new
      return new
    }
    vm.register("torch") { (vm) throws(Raised) in TorchModule.make(state(vm)) }
    for name in Submodules.unavailable {
      vm.register(name) { (vm) throws(Raised) in
        throw vm.raise(.notImplementedError, "\(name) is not available in nbcheck")
      }
    }
  }
}
