/// The standard library's modules, each made when it is first imported.
enum Modules {
  static func install(_ vm: VM) {
    let makers: [(String, (VM) throws(Raised) -> ModuleObject)] = [
      ("__future__", FutureModule.make), ("_abc", AbcModule.make), ("_array", ArrayModule.make),
      ("_compression", CompressionModule.make), ("_files", FilesModule.make),
      ("_source", SourceModule.make),
      ("bisect", BisectModule.make),
      ("cmath", CMathModule.make), ("_collections", CollectionsModule.make), ("copy", CopyModule.make),
      ("_functools", FunctoolsModule.make), ("_importlib", ImportlibModule.make), ("_heapq", HeapqModule.make),
      ("itertools", ItertoolsModule.make),
      ("_json", JSONModule.make), ("math", MathModule.make), ("operator", OperatorModule.make),
      ("random", RandomModule.make), ("re", ReModule.make), ("sys", SysModule.make),
      ("_time", TimeModule.make), ("_unicode", UnicodeModule.make), ("_types", TypesModule.make),
      ("_warnings", WarningsModule.make), ("_display", DisplayModule.make), ("_hashes", HashesModule.make),
      ("_traceback", TracebackModule.make), ("_weakref", WeakrefModule.make), ("gc", GarbageModule.make),
      ("builtins", BuiltinsModule.make),
    ]
    for (name, make) in makers { vm.register(name, make) }
  }
}

/// `builtins`: the names that every namespace sees, as a module.
enum BuiltinsModule {
  static func make(_ vm: VM) -> ModuleObject {
    let module = ModuleObject(name: "builtins", namespace: vm.builtins, heap: vm.heap)
    vm.builtins.set("__name__", vm.str("builtins"))
    // Words of the language, which namespaces need not look up.
    for (name, value) in [("None", Value.none), ("True", .bool(true)), ("False", .bool(false))] {
      vm.builtins.set(name, value)
    }
    for name in ["__doc__", "__package__", "__loader__", "__spec__"] { vm.builtins.set(name, .none) }
    return module
  }
}
