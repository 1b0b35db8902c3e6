/// What `types.MethodType`, `types.CellType` and `types.GenericAlias` make when they are called.
enum CallableConstructors {
  static func install(_ vm: VM) {
    let types = vm.heap.types!
    types.boundMethod.defineStatic("__new__", "cls, function, instance, /") { (vm, a) throws(Raised) in
      guard Builtins.isCallable(vm, a[1]) else { throw vm.raise(.typeError, "first argument must be callable") }
      if a[2].isNone { throw vm.raise(.typeError, "instance must not be None") }
      return Value(BoundMethodObject.make(function: a[1], receiver: a[2], heap: vm.heap))
    }
    types.cell.defineStatic("__new__", "cls, contents=None, /") { (vm, a) throws(Raised) in
      Value(CellObject.make((a.optional(1) ?? .unbound).retained(), heap: vm.heap))
    }
    types.genericAlias.defineStatic("__new__", "cls, origin, args, /") { (vm, a) throws(Raised) in
      vm.genericAlias(a[1], a[2])
    }
    defineBinding(types)
  }

  /// `__get__` of the descriptors that attribute access binds without looking it up.
  private static func defineBinding(_ types: Types) {
    for type in [types.classMethod!, types.staticMethod!, types.property!]
    where type.namespace.get("__get__") == nil {
      type.define("__get__", "self, instance, owner=None, /") { (vm, a) throws(Raised) in
        if a[0].kind == .property, a[1].isNone { return a[0].retained() }
        let owner = a.optional(2)?.asType ?? vm.heap.types.of(a[1])
        return try vm.bindDescriptor(a[0], a[1], owner)
      }
    }
  }
}
