// `import`: modules are made on first use by whoever registered their name.

extension VM {
  /// Registers modules written in Swift, by full name; they are made when first imported.
  package func register(_ name: String, _ make: @escaping (VM) throws(Raised) -> ModuleObject) {
    moduleMakers[name] = make
  }

  /// The module, or with `wantsTop` the package that its dotted name begins with. Owned.
  func importModule(_ name: Value, level: Int, wantsTop: Bool) throws(Raised) -> Value {
    guard let name = name.asStr?.string else { throw raise(.systemError, "no module name") }
    if level > 0 { throw raise(.importError, "attempted relative import with no known parent package") }
    let parts = name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    var path = ""
    var top: Value = .none
    var module: Value = .none
    for (index, part) in parts.enumerated() {
      let parent = module
      path = index == 0 ? part : "\(path).\(part)"
      module = try load(path, parent: index == 0 ? nil : (parts[..<index].joined(separator: "."), parent))
      if index == 0 { top = module }
    }
    return (wantsTop ? top : module).retained()
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
    if let known = modules[path] { return known }
    guard let make = moduleMakers[path] else {
      // `import torch.nn` where the package made `nn` itself.
      if let parent, let last = path.split(separator: ".").last,
        let module = parent.module.cast(.module, to: ModuleObject.self)?.namespace.get(String(last)),
        module.kind == .module
      {
        modules[path] = module.retained()
        return module
      }
      var words = "No module named '\(path)'"
      if let parent, parent.module.cast(.module, to: ModuleObject.self)?.isPackage == false {
        words += "; '\(parent.name)' is not a package"
      }
      let error = raise(.moduleNotFoundError, words)
      raised.asException?.setOwnAttribute(heap.intern("name"), str(path))
      throw error
    }
    let module = Value(try make(self))
    modules[path] = module
    if let parent, let last = path.split(separator: ".").last {
      parent.module.cast(.module, to: ModuleObject.self)?.namespace.set(String(last), module.retained())
    }
    return module
  }

  func importFrom(_ module: Value, _ cache: UnsafeMutablePointer<InlineCache>) throws(Raised) -> Value {
    let name = cache.pointee.name.takeUnretainedValue()
    guard let object = module.cast(.module, to: ModuleObject.self) else { return try getAttribute(module, name) }
    if let value = object.namespace.get(interned: name) { return value.retained() }
    let path = "\(object.name).\(name.string)"
    if moduleMakers[path] != nil { return try load(path, parent: (object.name, module)).retained() }
    if let words = object.unavailable?(name.string) { throw raise(.notImplementedError, words) }
    throw raise(.importError, "cannot import name '\(name.string)' from '\(object.name)' (unknown location)")
  }

  /// `from module import *`: what `__all__` names, or every name without a leading underscore.
  func importStar(
    _ i: Instruction, _ regs: UnsafeMutablePointer<Value>, _ frame: UnsafeMutablePointer<Frame>
  ) throws(Raised) {
    guard let module = regs[Int(i.a)].cast(.module, to: ModuleObject.self) else { return }
    let globals = frame.pointee.globals.takeUnretainedValue()
    if let listed = module.namespace.get("__all__") {
      try forEach(listed) { (item) throws(Raised) in
        guard let name = item.asStr else { return }
        globals.set(interned: self.heap.intern(name.string), try self.getAttribute(Value(module), name))
      }
    } else {
      for (name, value) in module.namespace.keywordPairs where !name.string.hasPrefix("_") {
        globals.set(interned: name, value.retained())
      }
    }
    regs.drop(Int(i.a))
  }
}
