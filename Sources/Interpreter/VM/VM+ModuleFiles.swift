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
    for base in try places(of: name, parent: parent) {
      if let text = host.readFile(base + "/__init__.py") {
        return try makeModule(name, file: base + "/__init__.py", text, packageFolder: base)
      }
      if let text = host.readFile(base + ".py") {
        return try makeModule(name, file: base + ".py", text, packageFolder: nil)
      }
    }
    return nil
  }

  /// A folder without `__init__.py` is a package too, where nothing else has the name. Owned; nil if there is none.
  func loadFolder(_ name: String, parent: Value?) throws(Raised) -> Value? {
    guard let files = host.files else { return nil }
    let folders = try places(of: name, parent: parent).filter {
      (try? files.status(of: $0.normalizedPath(in: host.folder)))?.isFolder == true
    }
    if folders.isEmpty { return nil }
    let module = ModuleObject(name: name, heap: heap)
    for fact in ["__doc__", "__file__"] { module.namespace.set(fact, .none) }
    module.namespace.set("__package__", str(name))
    module.namespace.set("__path__", list(folders.map { str($0) }))
    return Value(module)
  }

  /// Where a module's file or folder may be, without what its name ends with.
  private func places(of name: String, parent: Value?) throws(Raised) -> [String] {
    let folders =
      parent.map { $0.cast(.module, to: ModuleObject.self)?.namespace.get("__path__") ?? .none } ?? searchPath
    guard folders.asList != nil || folders.asTuple != nil else { return [] }
    let last = name.split(separator: ".").last.map(String.init) ?? name
    guard !last.isEmpty else { return [] }
    var places: [String] = []
    for folder in try array(folders) {
      defer { folder.release() }
      guard let folder = folder.asStr?.string else { continue }
      places.append(folder.isEmpty ? last : folder.hasSuffix("/") ? folder + last : "\(folder)/\(last)")
    }
    return places
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
    // Made only for a module that speaks of them.
    let words = String(decoding: text, as: UTF8.self)
    for fact in ["__spec__", "__loader__"] where words.contains(fact) {
      try moduleFact(module, heap.intern(fact))?.release()
    }
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
