/// `_abc`: how a class comes to be abstract. The rest of `abc` is written in Python.
enum AbcModule {
  static func make(_ vm: VM) throws(Raised) -> ModuleObject {
    let module = ModuleObject(name: "_abc", heap: vm.heap)
    let mark = vm.heap.intern("__isabstractmethod__")
    module.define("find_abstract", "cls, /") { (vm, a) throws(Raised) in
      guard let type = a[0].asType else { throw vm.raise(.typeError, "find_abstract() needs a class") }
      try setAbstract(vm, type, try abstractNames(vm, type, mark))
      return .none
    }
    module.define("set_metaclass", "cls, /") { (vm, a) throws(Raised) in
      vm.heap.types.abstractMeta = a[0].asType
      a[0].object?.refCount &+= 1
      return .none
    }
    return module
  }

  /// `__abstractmethods__` of every class.
  static func install(_ vm: VM) {
    let types = vm.heap.types!
    let refuse: NativeBody = { (vm, a) throws(Raised) in
      guard let type = a[0].asType else { throw vm.raise(.typeError, "object.__new__(X): X is not a type object") }
      throw try vm.raiseAbstract(type)
    }
    types.abstractNew = Value(NativeFunctionObject("__new__", "cls, /, *args, **kwargs", heap: vm.heap, body: refuse))
    types.object.defineClass("__subclasshook__", "cls, /, *args") { (_, _) throws(Raised) in .notImplemented }
    types.type.define("__subclasses__", "self, /") { (vm, a) throws(Raised) in
      guard let type = a[0].asType else { throw vm.raiseReceiver("__subclasses__", "type", a[0]) }
      return vm.list(type.subclasses.map { $0.takeUnretainedValue().retainedValue })
    }
    let name = vm.heap.intern("__abstractmethods__")
    types.type.defineProperty(
      "__abstractmethods__",
      get: { (vm, value) throws(Raised) in
        guard let type = value.asType, type !== vm.heap.types.type, let names = type.namespace.get(interned: name)
        else {
          throw vm.raise(.attributeError, "__abstractmethods__")
        }
        return names.retained()
      },
      set: { (vm, value, new) throws(Raised) in
        guard let type = value.asType, type.isUserDefined else {
          throw vm.raise(.typeError, "cannot set '__abstractmethods__' attribute of immutable type")
        }
        if new.isUnbound {
          _ = type.delete(name)
          type.isAbstract = false
          return
        }
        type.set(name, new.retained())
        type.isAbstract = try vm.isTrue(new)
      })
  }

  private static func setAbstract(_ vm: VM, _ type: TypeObject, _ names: [String]) throws(Raised) {
    let set = SetObject(type: vm.heap.types.frozenset)
    for name in names {
      let text = vm.str(name)
      defer { text.release() }
      try vm.setAdd(set, text)
    }
    type.set("__abstractmethods__", Value(set))
    if type.isAbstract || !names.isEmpty { type.isAbstract = !names.isEmpty }
  }

  /// The names of the abstract methods that the class defines or inherits without replacing them.
  private static func abstractNames(_ vm: VM, _ type: TypeObject, _ mark: StrObject) throws(Raised) -> [String] {
    var names: [String] = []
    for (name, value) in type.namespace.keywordPairs where try isAbstract(vm, value, mark) {
      names.append(name.string)
    }
    for base in type.bases {
      guard let inherited = base.namespace.get("__abstractmethods__") else { continue }
      try vm.forEach(inherited) { (item) throws(Raised) in
        guard let name = item.asStr, !names.contains(name.string) else { return }
        let value = try vm.findAttribute(Value(type), vm.heap.intern(name.string))
        defer { value?.release() }
        if let value, try isAbstract(vm, value, mark) { names.append(name.string) }
      }
    }
    return names
  }

  static func isAbstract(_ vm: VM, _ value: Value, _ mark: StrObject) throws(Raised) -> Bool {
    switch value.kind {
    case nil, .native, .nativeProperty, .str, .type, .dict, .list, .tuple: return false
    case .function:
      return try value.object?.ownAttribute(mark).map { (flag) throws(Raised) in try vm.isTrue(flag) } ?? false
    case .staticMethod, .classMethod:
      guard let wrapper = value.object as? WrapperObject else { return false }
      return try isAbstract(vm, wrapper.function, mark)
    case .property:
      guard let property = value.cast(.property, to: PropertyObject.self) else { return false }
      for part in [property.getter, property.setter, property.deleter] where try isAbstract(vm, part, mark) {
        return true
      }
      return false
    default:
      guard let flag = try vm.findAttribute(value, mark) else { return false }
      defer { flag.release() }
      return try vm.isTrue(flag)
    }
  }
}

extension VM {
  /// `Can't instantiate abstract class A with abstract methods f, g`
  func raiseAbstract(_ type: TypeObject) throws(Raised) -> Raised {
    var names: [String] = []
    if let listed = type.namespace.get("__abstractmethods__") {
      try forEach(listed) { (item) throws(Raised) in if let name = item.asStr { names.append(name.string) } }
    }
    let plural = names.count == 1 ? "" : "s"
    return raise(
      .typeError,
      "Can't instantiate abstract class \(type.name) with abstract method\(plural) "
        + names.sorted().joined(separator: ", "))
  }
}
