/// `_tuplegetter`: an attribute of a named tuple, which is one of its items.
enum TupleGetter {
  static func makeType(_ vm: VM) -> TypeObject {
    let type = vm.heap.types.make("_tuplegetter", .nativeProperty, isFinal: true, module: "collections")
    type.define("__new__", "cls, index, doc, /") { (vm, a) throws(Raised) in
      let index = try vm.index(a[1])
      let getter = NativePropertyObject(
        "\(index)", heap: vm.heap,
        get: { (vm, value) throws(Raised) in
          guard let tuple = value.asTuple else {
            throw vm.raise(
              .typeError,
              "descriptor for index '\(index)' for tuple subclasses doesn't apply to '\(vm.typeName(value))' object")
          }
          if index >= tuple.count { throw vm.raise(.indexError, "tuple index out of range") }
          return tuple.items[index].retained()
        },
        set: { (vm, _, new) throws(Raised) in
          throw vm.raise(.attributeError, "can't \(new.isUnbound ? "delete" : "set") attribute")
        }, type: type)
      getter.documentation = a[2].retained()
      return Value(getter)
    }
    type.define("__get__", "self, instance, owner=None, /") { (vm, a) throws(Raised) in
      guard let getter = property(a[0]), !a[1].isNone else { return a[0].retained() }
      return try getter.get(vm, a[1])
    }
    type.define("__set__", "self, instance, value, /") { (vm, a) throws(Raised) in
      try property(a[0])?.set?(vm, a[1], a[2])
      return .none
    }
    type.define("__delete__", "self, instance, /") { (vm, a) throws(Raised) in
      try property(a[0])?.set?(vm, a[1], .unbound)
      return .none
    }
    type.define("__repr__", "self, /") { (vm, a) throws(Raised) in
      guard let getter = property(a[0]) else { throw vm.raiseReceiver("__repr__", "_tuplegetter", a[0]) }
      return vm.str("_tuplegetter(\(getter.name), \(try vm.repr(getter.documentation)))")
    }
    type.defineProperty(
      "__doc__",
      get: { (_, value) throws(Raised) in property(value)?.documentation.retained() ?? .none },
      set: { (_, value, new) throws(Raised) in
        guard let getter = property(value) else { return }
        let old = getter.documentation
        getter.documentation = new.isUnbound ? .none : new.retained()
        old.release()
      })
    return type
  }

  private static func property(_ value: Value) -> NativePropertyObject? {
    value.cast(.nativeProperty, to: NativePropertyObject.self)
  }
}
