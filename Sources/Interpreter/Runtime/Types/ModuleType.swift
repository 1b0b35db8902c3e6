/// `types.ModuleType`
enum ModuleType {
  static func install(_ type: TypeObject) {
    type.define("__new__", "cls, /, *args, **kwargs") { (vm, a) throws(Raised) in
      guard let type = a[0].asType else { return .none }
      let name = a[1].asTuple.flatMap { $0.count > 0 ? $0.items[0].asStr : nil } ?? a[2].asDict?.get("name")?.asStr
      let module = ModuleObject(name: name?.string ?? "", type: type)
      for name in ["__name__", "__doc__", "__package__", "__loader__", "__spec__"] { module.namespace.set(name, .none) }
      return Value(module)
    }
    type.define("__init__", "self, name, doc=None") { (vm, a) throws(Raised) in
      guard let module = a[0].cast(.module, to: ModuleObject.self) else { return .none }
      guard a[1].asStr != nil else {
        throw vm.raise(.typeError, "module() argument 'name' must be str, not \(vm.typeName(a[1]))")
      }
      module.namespace.set("__name__", a[1].retained())
      module.namespace.set("__doc__", a.optional(2)?.retained() ?? .none)
      return .none
    }
    type.define("__dir__", "self, /") { (vm, a) throws(Raised) in
      if let own = a[0].cast(.module, to: ModuleObject.self)?.namespace.get("__dir__") { return try vm.call(own) }
      return vm.list(vm.attributeNames(a[0]))
    }
    type.define("__repr__", "self, /") { (vm, a) throws(Raised) in
      guard let module = a[0].cast(.module, to: ModuleObject.self) else { return vm.str("") }
      if let described = try reprOfSpec(module, vm) { return vm.str(described) }
      let name = try module.namespace.get("__name__").map { (name) throws(Raised) in try vm.repr(name) } ?? "'?'"
      if let file = module.namespace.get("__file__"), module.isFile {
        return vm.str("<module \(name) from \(try vm.repr(file))>")
      }
      if module.type.isUserDefined || module.isMade { return vm.str("<module \(name)>") }
      return vm.str("<module \(name) (\(frozen.contains(module.name) ? "frozen" : "built-in"))>")
    }
  }

  /// The modules that CPython keeps within itself as bytecode, and shows so.
  private static let frozen: Set<String> = [
    "_collections_abc", "abc", "codecs", "genericpath", "io", "ntpath", "os", "posixpath", "stat",
  ]

  /// How a module is shown that was made as a spec describes; nil for others.
  private static func reprOfSpec(_ module: ModuleObject, _ vm: VM) throws(Raised) -> String? {
    guard module.isMade, let spec = module.namespace.get("__spec__"), !spec.isNone else { return nil }
    func part(_ name: String) throws(Raised) -> Value {
      try vm.findAttribute(spec, vm.heap.intern(name)) ?? .none
    }
    let (name, origin, loader) = (try part("name"), try part("origin"), try part("loader"))
    defer { for value in [name, origin, loader] { value.release() } }
    let shown = try vm.repr(name)
    if origin.isNone { return loader.isNone ? "<module \(shown)>" : "<module \(shown) (\(try vm.repr(loader)))>" }
    let isFile = try part("has_location")
    defer { isFile.release() }
    return try vm.isTrue(isFile)
      ? "<module \(shown) from \(try vm.repr(origin))>" : "<module \(shown) (\(try vm.strText(origin)))>"
  }
}
