/// `gc`: the collector of cycles. It has one generation, and runs when the number of containers has grown.
enum GarbageModule {
  static func make(_ vm: VM) throws(Raised) -> ModuleObject {
    let module = ModuleObject(name: "gc", heap: vm.heap)
    module.define("collect", "generation=2") { (vm, a) throws(Raised) in
      if let generation = a.optional(0), !(0...2).contains(try vm.index(generation)) {
        throw vm.raise(.valueError, "invalid generation")
      }
      return .int(vm.collectCycles())
    }
    module.define("enable", "") { (vm, _) throws(Raised) in
      vm.heap.collectsByItself = true
      return .none
    }
    module.define("disable", "") { (vm, _) throws(Raised) in
      vm.heap.collectsByItself = false
      return .none
    }
    module.define("isenabled", "") { (vm, _) throws(Raised) in .bool(vm.heap.collectsByItself) }
    module.define("get_count", "") { (vm, _) throws(Raised) in
      vm.tuple([.int(vm.heap.containers.count), .int(0), .int(0)])
    }
    module.define("get_threshold", "") { (vm, _) throws(Raised) in vm.tuple([.int(700), .int(10), .int(10)]) }
    module.define("set_threshold", "threshold0, threshold1=10, threshold2=10, /") { (_, _) throws(Raised) in .none }
    module.define("is_tracked", "object, /") { (_, a) throws(Raised) in
      .bool(a[0].object.map { $0.containerIndex >= 0 } ?? false)
    }
    module.define("freeze", "") { (_, _) throws(Raised) in .none }
    module.define("unfreeze", "") { (_, _) throws(Raised) in .none }
    for name in ["get_objects", "get_referrers", "get_referents", "get_stats"] {
      module.namespace.set(
        name,
        Value(
          NativeFunctionObject(name, "*args, **kwargs", heap: vm.heap) { (vm, _) throws(Raised) in
            throw vm.raise(.notImplementedError, "gc.\(name) is not available in nbcheck")
          }))
    }
    module.namespace.set("garbage", vm.list([]))
    module.namespace.set("callbacks", vm.list([]))
    return module
  }
}
