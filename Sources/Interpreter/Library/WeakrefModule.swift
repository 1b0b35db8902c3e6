/// `_weakref`: references that do not keep their objects alive. The collections of `weakref` are written in Python.
enum WeakrefModule {
  static func make(_ vm: VM) throws(Raised) -> ModuleObject {
    let module = ModuleObject(name: "_weakref", heap: vm.heap)
    let type = vm.heap.types.make("ReferenceType", .foreign, hasAttributes: true, module: "weakref")
    installReference(type)
    module.namespace.set("ref", Value(type))
    module.namespace.set("ReferenceType", Value(type).retained())
    module.define("getweakrefcount", "object, /") { (vm, a) throws(Raised) in .int(references(vm, a[0]).count) }
    module.define("getweakrefs", "object, /") { (vm, a) throws(Raised) in
      vm.list(references(vm, a[0]).map { $0.retainedValue })
    }
    return module
  }

  private static func references(_ vm: VM, _ value: Value) -> [WeakReferenceObject] {
    guard let object = value.object else { return [] }
    return (vm.heap.weakReferences[ObjectIdentifier(object)] ?? []).map { $0.takeUnretainedValue() }.filter(\.isAlive)
  }

  private static func installReference(_ type: TypeObject) {
    type.define("__new__", "cls, object, callback=None, /, *args, **kwargs") { (vm, a) throws(Raised) in
      guard let subject = a[0].asType else { return .none }
      guard let object = a[1].object, isReferable(vm, object) else {
        throw vm.raise(.typeError, "cannot create weak reference to '\(vm.typeName(a[1]))' object")
      }
      let callback = a.optional(2) ?? .none
      if callback.isNone, !subject.isUserDefined,
        let known = vm.heap.plainWeakReference(to: object, type: subject)
      {
        return known.retainedValue
      }
      return Value(WeakReferenceObject(object, callback: callback, type: subject))
    }
    type.define("__init__", "self, /, *args, **kwargs") { (_, _) throws(Raised) in .none }
    type.define("__call__", "self, /") { (vm, a) throws(Raised) in
      try receiver(vm, "__call__", a[0]).object ?? .none
    }
    type.define("__hash__", "self, /") { (vm, a) throws(Raised) in
      let reference = try receiver(vm, "__hash__", a[0])
      if let known = reference.knownHash { return .int(known) }
      guard let object = reference.object else { throw vm.raise(.typeError, "weak object has gone away") }
      defer { object.release() }
      let hash = try vm.hash(object)
      reference.knownHash = hash
      return .int(hash)
    }
    type.define("__eq__", "self, other, /") { (vm, a) throws(Raised) in
      let reference = try receiver(vm, "__eq__", a[0])
      guard let other = a[1].foreign(WeakReferenceObject.self) else { return .notImplemented }
      guard let x = reference.object, let y = other.object else { return .bool(reference === other) }
      defer {
        x.release()
        y.release()
      }
      return .bool(try vm.equals(x, y))
    }
    type.define("__repr__", "self, /") { (vm, a) throws(Raised) in
      let reference = try receiver(vm, "__repr__", a[0])
      guard let object = reference.object else { return vm.str("<weakref at \(vm.address(a[0])); dead>") }
      defer { object.release() }
      let type = vm.heap.types.of(object)
      // As special methods are found: what the object itself has under that name is not asked.
      let given = try type.lookup(vm.heap.intern("__name__")).map { (found) throws(Raised) in
        try vm.bindDescriptor(found, object, type)
      }
      defer { given?.release() }
      let name = given?.asStr.map { " (\($0.string))" } ?? ""
      return vm.str(
        "<weakref at \(vm.address(a[0])); to '\(vm.typeName(object))' at \(vm.address(object))\(name)>")
    }
    type.defineProperty(
      "__callback__",
      get: { (vm, value) throws(Raised) in try receiver(vm, "__callback__", value).callbackValue.retained() })
    type.defineClass("__class_getitem__", "cls, item, /") { (vm, a) throws(Raised) in a[0].retained() }
  }

  private static func receiver(_ vm: VM, _ name: String, _ value: Value) throws(Raised) -> WeakReferenceObject {
    guard let reference = value.foreign(WeakReferenceObject.self) else {
      throw vm.raiseReceiver(name, "weakref.ReferenceType", value)
    }
    return reference
  }

  /// As in CPython, where objects of most builtin types have no room for it.
  private static func isReferable(_ vm: VM, _ object: Object) -> Bool {
    if object.type.isUserDefined {
      if [.tuple, .int, .bytes].contains(object.kind) { return false }
      return !object.type.hasSlotsOnly || object.type.lookup(vm.heap.intern("__weakref__")) != nil
    }
    switch object.kind {
    case .set, .function, .native, .boundMethod, .generator, .type, .module, .code, .foreign: return true
    default: return false
    }
  }
}
