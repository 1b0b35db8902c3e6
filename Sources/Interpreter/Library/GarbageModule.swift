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
    let thresholds = ListObject.make(heap: vm.heap)
    module.namespace.set("_thresholds", Value(thresholds))
    for value in [700, 10, 10] { thresholds.append(.int(value)) }
    module.define("get_threshold", "") { (vm, _) throws(Raised) in vm.tuple(Array(thresholds.values)) }
    module.define("set_threshold", "threshold0, threshold1=None, threshold2=None, /") { (vm, a) throws(Raised) in
      for index in 0..<3 {
        if let value = a.optional(index) { thresholds.items[index] = .int(try vm.index(value)) }
      }
      return .none
    }
    module.define("is_tracked", "object, /") { (_, a) throws(Raised) in
      .bool(a[0].object.map { $0.containerIndex >= 0 } ?? false)
    }
    module.define("freeze", "") { (_, _) throws(Raised) in .none }
    module.define("unfreeze", "") { (_, _) throws(Raised) in .none }
    module.define("get_freeze_count", "") { (_, _) throws(Raised) in .int(0) }
    module.define("is_finalized", "obj, /") { (_, _) throws(Raised) in .bool(false) }
    module.define("get_debug", "") { (_, _) throws(Raised) in .int(0) }
    module.define("set_debug", "flags, /") { (vm, a) throws(Raised) in
      _ = try vm.index(a[0])
      return .none
    }
    let flags = ["STATS": 1, "COLLECTABLE": 2, "UNCOLLECTABLE": 4, "SAVEALL": 32, "LEAK": 38]
    for (name, value) in flags { module.namespace.set("DEBUG_\(name)", .int(value)) }
    defineQuestions(module)
    module.namespace.set("garbage", vm.list([]))
    module.namespace.set("callbacks", vm.list([]))
    return module
  }

  /// What there is, and who knows whom.
  private static func defineQuestions(_ module: ModuleObject) {
    module.define("get_stats", "") { (vm, _) throws(Raised) in
      vm.list(
        (0..<3).map { _ in
          let statistics = DictObject.make(heap: vm.heap)
          for name in ["collections", "collected", "uncollectable"] { statistics.set(name, .int(0)) }
          return Value(statistics)
        })
    }
    module.define("get_objects", "generation=None") { (vm, _) throws(Raised) in
      vm.list(vm.heap.containers.filter { $0._withUnsafeGuaranteedRef(\.isAlive) }.map { Value.object($0).retained() })
    }
    module.define("get_referents", "*objs") { (vm, a) throws(Raised) in
      var found: [Value] = []
      for value in a[0].tupleValues {
        value.object?.visitAll { if $0.isObject { found.append($0.retained()) } }
      }
      return vm.list(found)
    }
    module.define("get_referrers", "*objs") { (vm, a) throws(Raised) in
      var found: [Value] = []
      let wanted = a[0].tupleValues
      for container in vm.heap.containers {
        var refers = false
        container._withUnsafeGuaranteedRef { object in
          if !object.isAlive { return }
          object.visitAll { part in if wanted.contains(where: { part.isIdentical(to: $0) }) { refers = true } }
        }
        if refers { found.append(Value.object(container).retained()) }
      }
      return vm.list(found)
    }
  }
}
