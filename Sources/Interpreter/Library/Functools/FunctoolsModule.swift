/// `functools`.
enum FunctoolsModule {
  static func make(_ vm: VM) throws(Raised) -> ModuleObject {
    let module = ModuleObject(name: "functools", heap: vm.heap)
    module.namespace.set("partial", Value(PartialObject.makeType(vm)))
    defineReduce(module)
    defineWrapping(vm, module)
    defineCaches(vm, module)
    defineOrdering(vm, module)
    return module
  }

  private static func defineReduce(_ module: ModuleObject) {
    module.define("reduce", "function, iterable, initial=None, /") { (vm, a) throws(Raised) in
      let iterableType = vm.heap.types.of(a[1])
      guard !iterableType[.iter].isUnbound || !iterableType[.getitem].isUnbound else {
        throw vm.raise(.typeError, "reduce() arg 2 must support iteration")
      }
      var total = (a.optional(2) ?? .unbound).retained()
      do throws(Raised) {
        try vm.forEach(a[1]) { (item) throws(Raised) in
          if total.isUnbound {
            total = item.retained()
            return
          }
          let next = try vm.call(a[0], total, item)
          total.release()
          total = next
        }
      } catch {
        total.release()
        throw error
      }
      if total.isUnbound {
        throw vm.raise(.typeError, "reduce() of empty iterable with no initial value")
      }
      return total
    }
  }

  private static let assigned = ["__module__", "__name__", "__qualname__", "__doc__", "__annotations__"]

  private static func defineWrapping(_ vm: VM, _ module: ModuleObject) {
    for (name, list) in [("WRAPPER_ASSIGNMENTS", assigned), ("WRAPPER_UPDATES", ["__dict__"])] {
      module.namespace.set(name, vm.tuple(list.map { vm.str($0) }))
    }
  }

  static func update(_ vm: VM, wrapper: Value, wrapped: Value) throws(Raised) {
    for name in assigned {
      let attribute = vm.heap.intern(name)
      guard let value = try vm.findAttribute(wrapped, attribute) else { continue }
      defer { value.release() }
      do throws(Raised) {
        try vm.setAttribute(wrapper, attribute, value)
      } catch {
        // Read-only where Swift keeps the value itself.
        guard vm.catches(.attributeError) else { throw error }
      }
    }
    if let object = wrapped.object {
      for name in object.ownAttributeNames {
        guard let value = object.ownAttribute(name)?.retained() else { continue }
        defer { value.release() }
        try vm.setAttribute(wrapper, name, value)
      }
    }
    try vm.setAttribute(wrapper, vm.heap.intern("__wrapped__"), wrapped)
  }

  private static func defineOrdering(_ vm: VM, _ module: ModuleObject) {
    let type = vm.heap.types.make("KeyWrapper", .instance, isFinal: true, hasAttributes: true, module: "functools")
    let own = vm.heap.intern("obj")
    let comparer = vm.heap.intern("__cmp")
    for (name, op) in ComparisonOp.methods {
      type.define(name, "self, other, /") { (vm, a) throws(Raised) in
        guard let x = a[0].ownAttribute(own), let function = a[0].ownAttribute(comparer),
          let y = a[1].ownAttribute(own)
        else { throw vm.raise(.typeError, "other argument must be K instance") }
        let result = try vm.call(function, x, y)
        defer { result.release() }
        return try vm.compare(op, result, .int(0))
      }
    }
    type.set("__hash__", .none)
    module.define("cmp_to_key", "mycmp") { (vm, a) throws(Raised) in
      PartialObject.native(vm, "K", "obj", owned: [a[0]]) { (vm, kept, a) throws(Raised) in
        let key = InstanceObject.make(type: type).takeUnretainedValue()
        key.setOwnAttribute(own, a[0].retained())
        key.setOwnAttribute(comparer, kept[0].retained())
        return Value(key)
      }
    }
  }
}
