// Finders that code has put into `sys.meta_path`, and what modules say of where they come from.

extension VM {
  /// The finders before those that every program begins with, and those after; owned. None if nobody has looked at
  /// `sys.meta_path`, which is made when it is first asked for.
  var userFinders: (first: [Value], last: [Value]) {
    get throws(Raised) {
      guard let names = modules["sys"]?.cast(.module, to: ModuleObject.self)?.namespace,
        let path = names.get("meta_path")?.asList, let importers = modules["importlib.machinery"]
      else { return ([], []) }
      let own = try getAttribute(importers, heap.intern("_LibraryImporter"))
      let files = try getAttribute(importers, heap.intern("PathFinder"))
      defer {
        own.release()
        files.release()
      }
      var first: [Value] = []
      var last: [Value] = []
      var isPast = false
      for finder in try array(Value(path)) {
        if let type = finder.asType, let base = own.asType,
          type.isSubtype(of: base) || finder.isIdentical(to: files)
        {
          isPast = true
          finder.release()
        } else if isPast {
          last.append(finder)
        } else {
          first.append(finder)
        }
      }
      return (first, last)
    }
  }

  /// The module that the first of the finders which knows it describes, loaded. Owned.
  func ask(_ finders: [Value], _ name: String, parent: Value?) throws(Raised) -> Value? {
    for finder in finders {
      guard let find = try findAttribute(finder, heap.intern("find_spec")) else { continue }
      defer { find.release() }
      let folders = parent?.cast(.module, to: ModuleObject.self)?.namespace.get("__path__") ?? .none
      let text = str(name)
      defer { text.release() }
      let spec = try call(find, text, folders, .none)
      defer { spec.release() }
      if spec.isNone { continue }
      return try callMachinery("_load", spec)
    }
    return nil
  }

  /// What a module says of itself only when asked: `__package__`, `__spec__`, `__loader__`; of `sys`,
  /// `meta_path` and `stdlib_module_names`.
  func moduleFact(_ module: ModuleObject, _ name: StrObject) throws(Raised) -> Value? {
    guard !module.isMade, module.name != "__main__" else { return nil }
    let value: Value
    switch name.string {
    case "__package__":
      let parent = module.name.lastIndex(of: ".").map { String(module.name[..<$0]) } ?? ""
      value = str(module.hasParts ? module.name : parent)
    case "__spec__":
      let text = str(module.name)
      defer { text.release() }
      value = try callMachinery("_spec_of", text, Value(module))
    case "__loader__":
      let spec = try getAttribute(Value(module), heap.intern("__spec__"))
      defer { spec.release() }
      value = try findAttribute(spec, heap.intern("loader")) ?? .none
    case "meta_path" where module.name == "sys":
      value = try callMachinery("_default_finders")
    case "stdlib_module_names" where module.name == "sys": value = try libraryNames()
    default: return nil
    }
    module.namespace.set(name.string, value.retained())
    return value
  }

  /// The names of the standard library's modules, those among them that are not here included.
  private func libraryNames() throws(Raised) -> Value {
    let others: Set = ["IPython", "torch", "tqdm"]
    let names = AbsentModules.names.union(
      (Array(moduleMakers.keys) + PythonModules.names).filter { !$0.contains(".") && !others.contains($0) })
    let list = self.list(names.map { str($0) })
    defer { list.release() }
    return try call(Value(heap.types.frozenset), list)
  }

  private func callMachinery(_ name: String, _ arguments: Value...) throws(Raised) -> Value {
    let machinery = try importAbsolute("importlib.machinery")
    let function = try getAttribute(machinery, heap.intern(name))
    defer { function.release() }
    return try call(function, arguments: arguments)
  }
}
