import PythonSyntax

// Modules that are files: `name.py`, or a folder with `__init__.py`, on `sys.path` or in a package.

extension VM {
  /// `sys.path`, borrowed: the notebook's folder at first.
  var searchPath: Value {
    if searchPathList.isUnbound { searchPathList = list([str(host.folder)]) }
    return searchPathList
  }

  /// Loads a module from its file and runs it. Owned; nil if there is no such file.
  func loadFile(_ name: String, parent: Value?) throws(Raised) -> Value? {
    let folders =
      parent.map { $0.cast(.module, to: ModuleObject.self)?.namespace.get("__path__") ?? .none } ?? searchPath
    guard folders.asList != nil || folders.asTuple != nil else { return nil }
    let last = name.split(separator: ".").last.map(String.init) ?? name
    guard !last.isEmpty else { return nil }
    for folder in try array(folders) {
      defer { folder.release() }
      guard let folder = folder.asStr?.string else { continue }
      let base = folder.isEmpty ? last : folder.hasSuffix("/") ? folder + last : "\(folder)/\(last)"
      if let text = host.readFile(base + "/__init__.py") {
        return try makeModule(name, file: base + "/__init__.py", text, packageFolder: base)
      }
      if let text = host.readFile(base + ".py") {
        return try makeModule(name, file: base + ".py", text, packageFolder: nil)
      }
    }
    return nil
  }

  private func makeModule(
    _ name: String, file: String, _ text: [UInt8], packageFolder: String?
  ) throws(Raised) -> Value {
    let module = ModuleObject(name: name, heap: heap)
    module.isFile = true
    let names = module.namespace
    names.set("__doc__", .none)
    let parent = name.lastIndex(of: ".").map { String(name[..<$0]) } ?? ""
    names.set("__package__", str(packageFolder == nil ? parent : name))
    names.set("__file__", str(file))
    names.set("__cached__", .none)
    names.set("__builtins__", builtinsModule.retained())
    if let packageFolder { names.set("__path__", list([str(packageFolder)])) }
    // Known before it is complete, so that modules may import one another.
    modules[name] = Value(module).retained()
    do throws(Raised) {
      try run(module, text, file: file)
    } catch {
      modules[name] = nil
      Value(module).release()
      throw error
    }
    // A module may put something else in its place.
    guard let known = modules[name], !known.isIdentical(to: Value(module)) else { return Value(module) }
    Value(module).release()
    return known.retained()
  }

  private func run(_ module: ModuleObject, _ text: [UInt8], file: String) throws(Raised) {
    module.isInitializing = true
    defer { module.isInitializing = false }
    let code = try compile(text, file, .module)
    try run(code, globals: module.namespace).release()
  }

  /// `importlib.reload`: runs a module's file again in its namespace. Owned.
  func reload(_ module: ModuleObject) throws(Raised) -> Value {
    guard let file = module.namespace.get("__file__")?.asStr?.string, let text = host.readFile(file) else {
      return module.retainedValue
    }
    try run(module, text, file: file)
    return modules[module.name]?.retained() ?? module.retainedValue
  }
}
