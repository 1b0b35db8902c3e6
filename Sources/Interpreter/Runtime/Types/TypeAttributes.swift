/// What classes are asked about themselves.
enum TypeAttributes {
  static func install(_ type: TypeObject) {
    type.defineProperty("__dict__", get: { (vm, value) throws(Raised) in try vm.attributeDict(value) })
    installNames(type)
    installOrder(type)
    type.defineClass("__prepare__", "cls, /, *args, **kwargs") { (vm, _) throws(Raised) in
      Value(DictObject.make(heap: vm.heap))
    }
    type.define("__dir__", "self, /") { (vm, a) throws(Raised) in vm.list(vm.attributeNames(a[0])) }
  }

  private static func installNames(_ type: TypeObject) {
    type.defineProperty(
      "__name__", get: { (vm, value) throws(Raised) in vm.str(value.asType?.name ?? "") },
      set: { (vm, value, new) throws(Raised) in
        let subject = try vm.changeable(value, "__name__", new)
        guard let name = new.asStr else {
          throw vm.raise(
            .typeError, "can only assign string to \(subject.name).__name__, not '\(vm.typeName(new))'")
        }
        if name.string.utf8.contains(0) {
          throw vm.raise(.valueError, "type name must not contain null characters")
        }
        subject.name = name.string
      })
    type.defineProperty(
      "__qualname__", get: { (vm, value) throws(Raised) in vm.str(value.asType?.nestedName ?? "") },
      set: { (vm, value, new) throws(Raised) in
        let subject = try vm.changeable(value, "__qualname__", new)
        guard let name = new.asStr else {
          throw vm.raise(
            .typeError, "can only assign string to \(subject.name).__qualname__, not '\(vm.typeName(new))'")
        }
        subject.nestedName = name.string
      })
    type.defineProperty(
      "__module__",
      get: { (vm, value) throws(Raised) in
        guard let subject = value.asType else { return .none }
        if subject.isUserDefined, let own = subject.namespace.get("__module__") { return own.retained() }
        return vm.str(subject.moduleName)
      },
      set: { (vm, value, new) throws(Raised) in
        let subject = try vm.changeable(value, "__module__", new)
        if let name = new.asStr { subject.moduleName = name.string }
        subject.set("__module__", new.retained())
      })
    type.defineProperty(
      "__annotations__",
      get: { (vm, value) throws(Raised) in
        let name = vm.heap.intern("__annotations__")
        guard let subject = value.asType, subject.isUserDefined else {
          throw vm.raise(
            .attributeError, "type object '\(value.asType?.name ?? "")' has no attribute '__annotations__'")
        }
        if let own = subject.namespace.get(interned: name) { return own.retained() }
        let made = Value(DictObject.make(heap: vm.heap))
        subject.set(name, made.retained())
        return made
      },
      set: { (vm, value, new) throws(Raised) in
        guard let subject = value.asType, subject.isUserDefined else {
          throw vm.raise(
            .typeError, "cannot set '__annotations__' attribute of immutable type '\(value.asType?.name ?? "")'")
        }
        if !new.isUnbound { return subject.set("__annotations__", new.retained()) }
        if !subject.delete(vm.heap.intern("__annotations__")) { throw vm.raise(.attributeError, "__annotations__") }
      })
  }

  private static func installOrder(_ type: TypeObject) {
    type.define("mro", "self, /") { (vm, a) throws(Raised) in
      guard let subject = a[0].asType else { throw vm.raiseReceiver("mro", "type", a[0]) }
      return vm.list(try vm.order(of: subject).map { $0.retainedValue })
    }
    type.define("__subclasses__", "self, /") { (vm, a) throws(Raised) in
      guard let subject = a[0].asType else { throw vm.raiseReceiver("__subclasses__", "type", a[0]) }
      return vm.list(subject.directSubclasses.filter(\.isAlive).map { $0.retainedValue })
    }
    type.defineProperty(
      "__bases__",
      get: { (vm, value) throws(Raised) in vm.tuple(value.asType?.bases.map { $0.retainedValue } ?? []) },
      set: { (vm, value, new) throws(Raised) in
        try vm.setBases(try vm.changeable(value, "__bases__", new), new)
      })
    type.defineProperty(
      "__base__", get: { (_, value) throws(Raised) in value.asType?.base?.retainedValue ?? .none })
    type.defineProperty(
      "__mro__", get: { (vm, value) throws(Raised) in vm.tuple(value.asType?.mro.map { $0.retainedValue } ?? []) })
  }
}

extension VM {
  /// A class of the notebook whose attribute may be set to `new`, which is not a deletion.
  fileprivate func changeable(_ value: Value, _ name: String, _ new: Value) throws(Raised) -> TypeObject {
    guard let type = value.asType, type.isUserDefined else {
      throw raise(.typeError, "cannot set '\(name)' attribute of immutable type '\(value.asType?.qualifiedName ?? "")'")
    }
    if new.isUnbound { throw raise(.typeError, "cannot delete '\(name)' attribute of immutable type '\(type.name)'") }
    return type
  }
}

extension TypeObject {
  /// Whether the type itself, and not a base, gives instances a `__dict__`.
  var givesDictionary: Bool { namespace.get("__dict__") != nil && self !== heap.types.type }

  /// Declares `__dict__` of the instances.
  func defineDictionary() {
    defineProperty(
      "__dict__", get: { (vm, value) throws(Raised) in try vm.attributeDict(value) },
      set: { (vm, value, new) throws(Raised) in
        guard let object = value.object, object.type.hasAttributes, !object.type.hasSlotsOnly, object.kind != .module
        else {
          throw vm.raise(.attributeError, "readonly attribute")
        }
        if new.isUnbound { return object.setDictionary(DictObject.make(heap: vm.heap)) }
        guard let dictionary = new.asDict else {
          throw vm.raise(.typeError, "__dict__ must be set to a dictionary, not a '\(vm.typeName(new))'")
        }
        object.setDictionary(dictionary)
      })
  }

  /// Declares `__weakref__` of the instances.
  func defineWeakReference() {
    defineProperty("__weakref__", get: { (_, _) throws(Raised) in .none })
  }
}
