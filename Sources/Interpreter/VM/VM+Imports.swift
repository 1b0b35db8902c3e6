// `import`: modules are files beside the notebook, or made on first use by whoever registered their name.

extension VM {
  /// Registers modules written in Swift, by full name; they are made when first imported.
  package func register(_ name: String, _ make: @escaping (VM) throws(Raised) -> ModuleObject) {
    moduleMakers[name] = make
  }

  /// What the code that is running imports. Owned.
  /// - Parameter extra: the level, whether the package that a dotted name begins with is wanted, and the names.
  func importModule(_ name: Value, _ extra: Instruction, _ code: CodePointers) throws(Raised) -> Value {
    guard let text = name.asStr?.string else { throw raise(.systemError, "no module name") }
    let wantsTop = extra.b == 1
    // The library's own modules are not affected by what a program puts in place of `__import__`.
    let globals = currentGlobals
    guard let function = builtin(heap.intern("__import__"), for: globals) else {
      throw raise(.importError, "__import__ not found")
    }
    guard function.kind != .native,
      !code.object._withUnsafeGuaranteedRef({ $0.source.name.hasPrefix("<frozen ") })
    else {
      return try importModule(text, level: Int(extra.a), wantsTop: wantsTop, globals: globals)
    }
    let locals = currentLocals()
    defer { locals.release() }
    let names = extra.x == 1 ? code.constants[Int(extra.c)] : .none
    var module = try call(function, name, Value(globals), locals, names, .int(Int(extra.a)))
    if wantsTop || !names.isNone { return module }
    // `import a.b as c`: the function has given `a`.
    for part in text.split(separator: ".").dropFirst() {
      let package = module
      defer { package.release() }
      module = try getAttribute(package, heap.intern(String(part)))
    }
    return module
  }

  /// The module, or with `wantsTop` the package that its dotted name begins with. Owned.
  /// - Parameter globals: whose package a relative import begins in.
  func importModule(
    _ name: String, level: Int, wantsTop: Bool, globals: DictObject
  ) throws(Raised) -> Value {
    if level == 0 { return try importAbsolute(name, wantsTop: wantsTop).retained() }
    let base = try package(of: globals, level: level)
    return try importAbsolute(name.isEmpty ? base : "\(base).\(name)", wantsTop: false).retained()
  }

  /// The module, or the first of the packages it is in; borrowed.
  func importAbsolute(_ name: String, wantsTop: Bool = false) throws(Raised) -> Value {
    if let known = modules[name], !known.isNone, !wantsTop { return known }
    var path = ""
    var top: Value = .none
    var module: Value = .none
    for part in name.split(separator: ".", omittingEmptySubsequences: false) {
      let parent = path.isEmpty ? nil : (name: path, module: module)
      path = path.isEmpty ? String(part) : "\(path).\(part)"
      module = try load(path, parent: parent)
      if parent == nil { top = module }
    }
    return wantsTop ? top : module
  }

  /// The package that `level` dots stand for in code with these globals.
  private func package(of globals: DictObject, level: Int) throws(Raised) -> String {
    var package = globals.get("__package__")?.asStr?.string
    if package == nil {
      guard let name = globals.get("__name__")?.asStr?.string else {
        throw raise(.keyError, "'__name__' not in globals")
      }
      package = globals.get("__path__") != nil ? name : name.contains(".") ? name.withoutLastPart : ""
    }
    guard var package, !package.isEmpty else {
      throw raise(.importError, "attempted relative import with no known parent package")
    }
    for _ in 1..<max(level, 1) {
      guard package.contains(".") else {
        throw raise(.importError, "attempted relative import beyond top-level package")
      }
      package = package.withoutLastPart
    }
    return package
  }

  /// The module that `__builtins__` is. Borrowed.
  var builtinsModule: Value {
    if let known = modules["builtins"] { return known }
    let made = Value(BuiltinsModule.make(self))
    modules["builtins"] = made
    return made
  }

  /// The loaded module, borrowed.
  private func load(_ path: String, parent: (name: String, module: Value)?) throws(Raised) -> Value {
    if let known = modules[path] {
      if !known.isNone { return known }
      throw raiseNotFound(path, "import of \(path) halted; None in sys.modules")
    }
    let module = try find(path, parent: parent)
    modules[path] = module
    if let parent, let last = path.split(separator: ".").last {
      try setAttribute(parent.module, heap.intern(String(last)), module)
    }
    return module
  }

  /// A module that is not loaded yet. Owned.
  private func find(_ path: String, parent: (name: String, module: Value)?) throws(Raised) -> Value {
    let finders = try userFinders
    defer { for finder in finders.first + finders.last { finder.release() } }
    if let module = try ask(finders.first, path, parent: parent?.module) { return module }
    let maker = moduleMakers[path] ?? PythonModules.maker(path)
    // As in CPython, a file shadows modules of the library that are not loaded at start-up.
    if maker == nil || parent != nil || !VM.loadedAtStart.contains(path) && !path.hasPrefix("_"),
      let module = try loadFile(path, parent: parent?.module)
    {
      return module
    }
    if let maker { return Value(try maker(self)) }
    // `import torch.nn` where the package made `nn` itself.
    if let parent, let last = path.split(separator: ".").last,
      let module = parent.module.cast(.module, to: ModuleObject.self)?.namespace.get(String(last)),
      module.kind == .module
    {
      return module.retained()
    }
    if let module = try loadFolder(path, parent: parent?.module) { return module }
    if let module = try ask(finders.last, path, parent: parent?.module) { return module }
    var words = "No module named '\(path)'"
    if AbsentModules.names.contains(path) { words += ": it is not available in nbcheck" }
    if let parent, parent.module.cast(.module, to: ModuleObject.self)?.hasParts != true {
      words += "; '\(parent.name)' is not a package"
    }
    throw raiseNotFound(path, words)
  }

  private static let loadedAtStart: Set<String> = [
    "abc", "builtins", "codecs", "errno", "functools", "gc", "io", "itertools", "marshal", "math", "os", "stat", "sys",
    "time", "types", "warnings",
  ]

  private func raiseNotFound(_ path: String, _ words: String) -> Raised {
    let error = raise(.moduleNotFoundError, words)
    raised.asException?.setOwnAttribute(heap.intern("name"), str(path))
    return error
  }

  // MARK: from … import

  func importFrom(_ module: Value, _ cache: UnsafeMutablePointer<InlineCache>) throws(Raised) -> Value {
    let name = cache.pointee.name.takeUnretainedValue()
    guard let object = module.cast(.module, to: ModuleObject.self) else { return try getAttribute(module, name) }
    if let value = object.namespace.get(interned: name) { return value.retained() }
    let path = "\(object.name).\(name.string)"
    if object.hasParts, let part = try findPart(path, of: object) { return part }
    if let value = try findAttribute(module, name) { return value }
    if let words = object.unavailable?(name.string) { throw raise(.notImplementedError, words) }
    let place = object.namespace.get("__file__")?.asStr?.string ?? "unknown location"
    let error = raise(
      .importError,
      object.isInitializing
        ? "cannot import name '\(name.string)' from partially initialized module '\(object.name)' "
          + "(most likely due to a circular import) (\(place))"
        : "cannot import name '\(name.string)' from '\(object.name)' (\(place))")
    raised.asException?.setOwnAttribute(heap.intern("name"), str(object.name))
    raised.asException?.setOwnAttribute(heap.intern("path"), object.namespace.get("__file__")?.retained() ?? .none)
    throw error
  }

  /// A module inside a package that nobody has imported yet, owned; nil if there is none.
  private func findPart(_ path: String, of package: ModuleObject) throws(Raised) -> Value? {
    do throws(Raised) {
      return try load(path, parent: (package.name, Value(package))).retained()
    } catch {
      guard let exception = raised.asException, isInstance(raised, heap.types[.moduleNotFoundError]),
        exception.ownAttribute(heap.intern("name"))?.asStr?.string == path
      else { throw error }
      takeRaised().release()
      return nil
    }
  }

  /// `from module import *`: what `__all__` names, or every name without a leading underscore.
  func importStar(
    _ i: Instruction, _ regs: UnsafeMutablePointer<Value>, _ frame: UnsafeMutablePointer<Frame>
  ) throws(Raised) {
    let module = regs[Int(i.a)]
    let target = frame.pointee.namespace?.takeUnretainedValue() ?? frame.pointee.globals.takeUnretainedValue()
    if let listed = try findAttribute(module, heap.intern("__all__")) {
      defer { listed.release() }
      try forEach(listed) { (item) throws(Raised) in
        guard let name = item.asStr else {
          let owner = module.cast(.module, to: ModuleObject.self)?.name ?? self.typeName(module)
          throw self.raise(.typeError, "Item in \(owner).__all__ must be str, not \(self.typeName(item))")
        }
        let path = "\(module.cast(.module, to: ModuleObject.self)?.name ?? "").\(name.string)"
        if let package = module.cast(.module, to: ModuleObject.self), package.hasParts,
          package.namespace.get(name.string) == nil
        {
          try self.findPart(path, of: package)?.release()
        }
        try self.store(self.heap.intern(name.string), try self.getAttribute(module, name), in: target)
      }
    } else {
      let names = try getAttribute(module, heap.intern("__dict__"))
      defer { names.release() }
      for (name, value) in names.asDict?.keywordPairs ?? [] where !name.string.hasPrefix("_") {
        try store(heap.intern(name.string), value.retained(), in: target)
      }
    }
    regs.drop(Int(i.a))
  }
}

extension String {
  /// `a.b` of `a.b.c`
  fileprivate var withoutLastPart: String { lastIndex(of: ".").map { String(self[..<$0]) } ?? "" }
}
