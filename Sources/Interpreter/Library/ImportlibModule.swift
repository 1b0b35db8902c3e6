/// `_importlib`: what `importlib` is made of, and the function behind `import` statements.
enum ImportlibModule {
  static func make(_ vm: VM) throws(Raised) -> ModuleObject {
    let module = ModuleObject(name: "_importlib", heap: vm.heap)
    module.define("import_module", "name, package=None") { (vm, a) throws(Raised) in
      guard let name = a[0].asStr?.string else {
        throw vm.raise(.attributeError, "'\(vm.typeName(a[0]))' object has no attribute 'startswith'")
      }
      let level = name.prefix { $0 == "." }.count
      if level == 0 {
        if name.isEmpty { throw vm.raise(.valueError, "Empty module name") }
        return try vm.importAbsolute(name).retained()
      }
      guard let package = a.optional(1)?.asStr, package.count > 0 else {
        throw vm.raise(
          .typeError, "the 'package' argument is required to perform a relative import for '\(name)'")
      }
      let globals = DictObject.make(heap: vm.heap)
      defer { Value(globals).release() }
      globals.set("__package__", package.retainedValue)
      return try vm.importModule(String(name.dropFirst(level)), level: level, wantsTop: false, globals: globals)
    }
    module.define("reload", "module") { (vm, a) throws(Raised) in
      guard let module = a[0].cast(.module, to: ModuleObject.self) else {
        throw vm.raise(.typeError, "reload() argument must be a module")
      }
      return try vm.reload(module)
    }
    module.define("invalidate_caches", "") { (_, _) throws(Raised) in .none }
    module.define("origin", "name, /") { (vm, a) throws(Raised) in
      origin(vm, a[0].asStr?.string ?? "").map { vm.str($0) } ?? .none
    }
    module.define("text", "name, /") { (vm, a) throws(Raised) in
      let name = a[0].asStr?.string ?? ""
      guard let text = PythonModules.text(name) else { return .none }
      return vm.str(String(decoding: text, as: UTF8.self))
    }
    module.define("is_package", "name, /") { (vm, a) throws(Raised) in
      let name = a[0].asStr?.string ?? ""
      let known = vm.modules[name]?.cast(.module, to: ModuleObject.self)
      return .bool(known?.hasParts ?? PythonModules.packages.contains(name))
    }
    return module
  }

  /// Where a module of the library comes from, in CPython's words; nil for other modules.
  static func origin(_ vm: VM, _ name: String) -> String? {
    if PythonModules.contains(name) || isPart(vm, name) { return "frozen" }
    return vm.moduleMakers[name] == nil ? nil : "built-in"
  }
}

extension ImportlibModule {
  /// Whether a package of the library made the module itself.
  private static func isPart(_ vm: VM, _ name: String) -> Bool {
    guard let dot = name.lastIndex(of: ".") else { return false }
    let parent = String(name[..<dot])
    guard vm.moduleMakers[parent] != nil || PythonModules.contains(parent),
      let package = vm.modules[parent]?.cast(.module, to: ModuleObject.self)
    else { return false }
    return package.namespace.get(String(name[name.index(after: dot)...]))?.kind == .module
  }
}

extension Builtins {
  static func installImport(_ vm: VM) {
    define(vm, "__import__", "name, globals=None, locals=None, fromlist=(), level=0") { (vm, a) throws(Raised) in
      guard let name = a[0].asStr?.string else { throw vm.raise(.typeError, "module name must be a string") }
      let level = try a.optional(4).map { (value) throws(Raised) in try vm.index(value) } ?? 0
      if level < 0 { throw vm.raise(.valueError, "level must be >= 0") }
      if name.isEmpty && level == 0 { throw vm.raise(.valueError, "Empty module name") }
      let names = try a.optional(3).map { (value) throws(Raised) in try vm.isTrue(value) } ?? false
      return try vm.importModule(
        name, level: level, wantsTop: !names, globals: a.optional(1)?.asDict ?? vm.currentGlobals)
    }
  }
}
