/// `property`.
enum PropertyType {
  static func install(_ type: TypeObject) {
    type.define("__new__", "cls, /, *args, **kwargs") { (vm, a) throws(Raised) in
      guard let subject = a[0].asType else { throw vm.raise(.typeError, "property.__new__(X): X is not a type object") }
      return Value(
        PropertyObject(getter: .none, setter: .none, deleter: .none, documentation: .none, type: subject))
    }
    type.define("__init__", "self, fget=None, fset=None, fdel=None, doc=None") { (vm, a) throws(Raised) in
      let property = try receiver(vm, "__init__", a[0])
      let getter = a.optional(1) ?? .none
      var documentation = (a.optional(4) ?? .none).retained()
      property.takesDocumentation = documentation.isNone
      if documentation.isNone, !getter.isNone {
        documentation = try vm.findAttribute(getter, vm.heap.intern("__doc__")) ?? .none
      }
      property.fill(
        getter: getter.retained(), setter: (a.optional(2) ?? .none).retained(),
        deleter: (a.optional(3) ?? .none).retained(), documentation: documentation)
      return .none
    }
    type.define("getter", "self, function, /") { (vm, a) throws(Raised) in
      let old = try receiver(vm, "getter", a[0])
      return try changed(vm, old, a[1], old.setter, old.deleter)
    }
    type.define("setter", "self, function, /") { (vm, a) throws(Raised) in
      let old = try receiver(vm, "setter", a[0])
      return try changed(vm, old, old.getter, a[1], old.deleter)
    }
    type.define("deleter", "self, function, /") { (vm, a) throws(Raised) in
      let old = try receiver(vm, "deleter", a[0])
      return try changed(vm, old, old.getter, old.setter, a[1])
    }
    type.define("__set_name__", "self, owner, name, /") { (vm, a) throws(Raised) in
      let property = try receiver(vm, "__set_name__", a[0])
      let old = property.name
      property.name = a[2].retained()
      old.release()
      return .none
    }
    installAccess(type)
    installParts(type)
  }

  private static func receiver(_ vm: VM, _ name: String, _ value: Value) throws(Raised) -> PropertyObject {
    guard let property = value.cast(.property, to: PropertyObject.self) else {
      throw vm.raiseReceiver(name, "property", value)
    }
    return property
  }

  /// A property of the same class with one function replaced.
  private static func changed(
    _ vm: VM, _ old: PropertyObject, _ getter: Value, _ setter: Value, _ deleter: Value
  ) throws(Raised) -> Value {
    let documentation = old.takesDocumentation && !getter.isNone ? Value.none : old.documentation
    let made = try vm.call(Value(old.type), getter, setter, deleter, documentation)
    if let property = made.cast(.property, to: PropertyObject.self) { property.name = old.name.retained() }
    return made
  }

  private static func installAccess(_ type: TypeObject) {
    type.define("__get__", "self, instance, owner=None, /") { (vm, a) throws(Raised) in
      if a[1].isNone { return a[0].retained() }
      return try vm.read(try receiver(vm, "__get__", a[0]), a[1])
    }
    type.define("__set__", "self, instance, value, /") { (vm, a) throws(Raised) in
      try vm.write(try receiver(vm, "__set__", a[0]), a[1], a[2])
      return .none
    }
    type.define("__delete__", "self, instance, /") { (vm, a) throws(Raised) in
      try vm.write(try receiver(vm, "__delete__", a[0]), a[1], .unbound)
      return .none
    }
  }

  private static func installParts(_ type: TypeObject) {
    for (name, path) in [("fget", \PropertyObject.getter), ("fset", \.setter), ("fdel", \.deleter)] {
      let read = { (property: PropertyObject) -> Value in property[keyPath: path] }
      type.defineProperty(
        name,
        get: { (_, value) throws(Raised) in
          value.cast(.property, to: PropertyObject.self).map(read)?.retained() ?? .none
        })
    }
    type.defineProperty(
      "__doc__",
      get: { (vm, value) throws(Raised) in
        try receiver(vm, "__doc__", value).documentation.retained()
      },
      set: { (vm, value, new) throws(Raised) in
        let property = try receiver(vm, "__doc__", value)
        let old = property.documentation
        property.documentation = new.isUnbound ? .none : new.retained()
        old.release()
      })
    type.defineProperty(
      "__isabstractmethod__",
      get: { (vm, value) throws(Raised) in
        let property = try receiver(vm, "__isabstractmethod__", value)
        for function in [property.getter, property.setter, property.deleter] where !function.isNone {
          guard let mark = try vm.findAttribute(function, vm.heap.intern("__isabstractmethod__")) else { continue }
          defer { mark.release() }
          if try vm.isTrue(mark) { return .bool(true) }
        }
        return .bool(false)
      })
  }
}
